"""The printed page, measured: what LibreOffice makes of our documents, in millimetres."""

from __future__ import annotations

import re
from datetime import date
from itertools import cycle, pairwise

import pytest

from renmin_docs import Chapter, Organization, Point, WorkReport
from renmin_docs.numerals import MARK_FORMS, MARKS
from renmin_docs.render.values.blocks import Printer
from renmin_docs.standard.page import CHARACTERS_PER_LINE, GRID_A, LINES_PER_PAGE
from tests.printing import Printed, require
from tests.samples import SENTENCE, report

pytestmark = pytest.mark.printed

COUNTED = (1, 10, 11, 20, 21, 99, 100, 101)


def counting_report() -> WorkReport:
    """101 points on each of the lower levels, 101 chapters, and restarts under every parent."""
    fourth = [Point(lead="丁") for _ in range(101)]
    third = [Point(heading="丙", body=fourth), *(Point(heading="丙") for _ in range(100))]
    second = [Point(heading="乙", body=third), *(Point(lead="乙", body=[Point(lead="丙")]) for _ in range(100))]
    chapters = [
        Chapter(heading="甲", body=second),
        *(Chapter(heading="甲", body=[Point(lead="乙")]) for _ in range(100)),
    ]
    return report(achievements=chapters)


def restarting_report() -> WorkReport:
    under = [Point(lead="甲", body=[Point(lead="子")]), Point(lead="乙", body=[Point(lead="丑")])]
    series = [Point(lead="其一", body=under), Point(lead="其二", body=under)]
    return report(
        achievements=Chapter(series="ordinal", body=series),
        difficulties=Chapter(
            series="plain", body=[Point(heading="无号", body=under), Point(heading="无号", body=under)]
        ),
        plans=Chapter(body=under),
    )


NUMBERS = [
    "走访" * (first % 14) + f"达到{first}.{last}7亿元、增长{first * last}.{last}%、15,{first:03d}家，" * 2
    for first, last in zip(range(11, 71), cycle(range(1, 10)), strict=False)
]
"""Paragraphs whose numbers end up at every place of a line."""

SAMPLES: dict[str, WorkReport] = {
    "example": WorkReport.load("examples/renmin_2022.yaml"),
    "grid": report(introduction=[SENTENCE * 30, *["正文" * 3] * 30]),
    "counting": counting_report(),
    "restarting": restarting_report(),
    "short_issuer": report(organization=Organization(name="甲街", issuer="甲街道办"), issue_date=date(2022, 11, 22)),
    "long_issuer": report(issue_date=date(2022, 1, 5)),
    "numbers": report(introduction=NUMBERS),
    "skipping": report(
        marks=("一、", "1.", "（1）"), achievements=Chapter(body=[Point(heading="乙", body=[Point(lead="丙")])])
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    documents = {f"{name}-typed": sample.to_bytes() for name, sample in SAMPLES.items()}
    documents |= {f"{name}-native": sample.to_bytes(numbering="native") for name, sample in SAMPLES.items()}
    return Printed(documents, tmp_path_factory.mktemp("printed"))


BOTH = pytest.mark.parametrize("numbering", ["typed", "native"])


def text_of(pages) -> str:
    return "".join(line.text for page in pages for line in page.body)


@BOTH
@pytest.mark.parametrize("name", SAMPLES)
def test_the_paper_is_a4_and_nothing_leaves_the_type_area(pages, name, numbering):
    for page in pages[f"{name}-{numbering}"]:
        assert (round(page.width), round(page.height)) == (210, 297)
        assert all(line.left > 27 and line.right < 210 - 25 for line in page.body)


def test_a_page_of_body_text_has_22_lines_of_28_characters(pages):
    first, second, *_ = pages["grid-typed"]
    full = [line for line in (*first.body, *second.body) if len(line.text) > 27]
    assert len(full) > 20
    assert {len(line.text) for line in full} == {CHARACTERS_PER_LINE}
    assert all(abs(line.left - 28) < 1 for line in full)
    assert len(second.body) == LINES_PER_PAGE
    # the title's two lines and the empty line below it stand on the same grid
    assert len(first.body) == LINES_PER_PAGE - 1
    assert second.body[0].top > GRID_A.top.mm
    assert second.body[-1].bottom < 297 - GRID_A.bottom.mm


def test_no_number_is_broken_over_two_lines(pages):
    lines = [line.text for page in pages["numbers-typed"] for line in page.body]
    ends = [(above[-1], below[0]) for above, below in pairwise(lines)]
    assert sum(above.isdigit() or below.isdigit() for above, below in ends) > 20  # numbers do stand at the ends
    assert [pair for pair in ends if re.fullmatch("[0-9.,][0-9.,%]", "".join(pair))] == []


def test_lines_stand_one_pitch_apart(pages):
    tops = [line.top for line in pages["grid-typed"][1].body]
    steps = [after - before for before, after in pairwise(tops)]
    assert all(abs(step - GRID_A.pitch.mm) < 0.1 for step in steps)


@BOTH
def test_numbers_of_headings_read_in_order(pages, numbering):
    text = text_of(pages[f"counting-{numbering}"])
    position = 0
    for block in Printer(SAMPLES["counting"]).blocks:
        expected = block["mark"] + (block["lead"] or block["text"])
        assert text.startswith(expected, text.index(block["mark"], position)), expected
        position = text.index(expected, position) + len(expected)
    for number in COUNTED:
        for mark, name in zip(MARKS, "甲乙丙丁", strict=True):
            assert MARK_FORMS[mark].write(number) + name in text


@pytest.mark.parametrize("name", SAMPLES)
def test_typed_and_native_numbers_print_the_same_text(pages, name):
    assert text_of(pages[f"{name}-typed"]) == text_of(pages[f"{name}-native"])


@BOTH
def test_no_visible_character_is_missing(pages, numbering):
    for name, sample in SAMPLES.items():
        text = text_of(pages[f"{name}-{numbering}"])
        for block in Printer(sample).blocks:
            for part in (block, *block["points"]):
                for piece in (part["mark"], part["lead"], part["text"]):
                    assert re.sub(r"\s", "", piece) in text, (name, piece)


def test_page_numbers_stand_outside_one_character_in(pages):
    for number, page in enumerate(pages["example-typed"], 1):
        line = page.number
        assert line.text == f"—{number}—"
        assert line.size == 14
        if number % 2:
            assert abs(line.right - (210 - 26 - 5.6)) < 0.6
        else:
            assert abs(line.left - (28 + 5.6)) < 0.6


def test_the_dash_of_the_page_number_lies_7_mm_below_the_type_area(tmp_path):
    require("soffice")
    path = Printed({"one": report().to_bytes()}, tmp_path).pdf("one")
    assert abs(top_of_dash(path) - (297 - 35 + 7)) < 0.5


def top_of_dash(path) -> float:
    """Where the ink of the dashes begins, in mm: the widest dark rows below the type area."""
    import pypdfium2

    image = pypdfium2.PdfDocument(path)[0].render(scale=300 / 72).to_pil().convert("L")
    width, height = image.size
    rows = {}
    for y in range(round(263 / 25.4 * 300), height):
        row = image.crop((0, y, width, y + 1)).tobytes()
        rows[y] = sum(value < 128 for value in row)
    widest = max(rows.values())
    return min(y for y, dark in rows.items() if dark > 0.8 * widest) * 25.4 / 300


def test_issuer_and_date_stand_where_the_formula_says(pages):
    character, right = GRID_A.character.mm, 210 - GRID_A.right.mm
    issuer, day = pages["long_issuer-typed"][-1].body[-2:]
    assert (issuer.text, day.text) == ("人民街道办事处", "2022年1月5日")
    assert abs(issuer.right - (right - 2 * character)) < 0.6
    assert abs(day.right - (right - 1 * character)) < 0.6
    issuer, day = pages["short_issuer-typed"][-1].body[-2:]
    assert abs(issuer.right - (right - 7 * character)) < 0.6
    assert abs(day.right - (right - 2 * character)) < 0.6


def test_there_is_an_empty_line_before_the_signature(pages):
    last, issuer = pages["long_issuer-typed"][-1].body[-3:-1]
    assert abs(issuer.top - last.top - 2 * GRID_A.pitch.mm) < 0.2


def test_each_kind_of_type_prints_in_its_face(pages):
    lines = [line for page in pages["example-typed"] for line in page.lines]
    face = {"一、2": "Sans", "（一）创": "Kai", "1.创": "Serif", "一是资": "Serif"}
    for beginning, font in face.items():
        line = next(line for line in lines if line.text.startswith(beginning))
        assert font in line.fonts[0]
        assert line.size == 16
    assert lines[0].size == lines[1].size == 22


def test_headings_keep_with_the_next_line(pages):
    for name in ("counting-typed", "example-typed"):
        for page in pages[name][:-1]:
            assert not re.match(r"[一二三四五六七八九十百零]+、甲$", page.body[-1].text)


def test_the_title_is_centred(pages):
    for line in pages["example-typed"][0].body[:2]:
        assert abs((line.left + line.right) / 2 - (28 + 156 / 2)) < 1
