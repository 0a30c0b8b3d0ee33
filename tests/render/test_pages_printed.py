"""The pages of an official document: landscape tables, page numbers, full pages, what keeps together."""

from __future__ import annotations

import pytest
from PIL import Image

from renmin_docs import Chapter, Point
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.page import PageProfile
from renmin_docs.report.pictures import Picture
from renmin_docs.standard.page import GRIDS, TYPE_AREA_HEIGHT, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from tests.effort import THOROUGH, some
from tests.official import DAY, LEFT, LINE, ORGANS, RIGHT, attachment, columns, official, wide
from tests.printing import Printed, ink

pytestmark = pytest.mark.printed

FOOT = TYPE_AREA_TOP.mm + TYPE_AREA_HEIGHT.mm
DATE = "2022年12月20日"
SEALED = Signature(kind="sealed", issuers=ORGANS[:2])


def chapter(*body) -> Chapter:
    return Chapter(heading="章", body=list(body))


def unheaded(**parts):
    return official(**{"header": None, "introduction": (), "title": "工作总结", **parts})


def lines(number: int) -> str:
    """So many paragraphs of one line."""
    return "\n".join([LINE] * number)


LANDSCAPE = {
    "begins": {"attachments": [attachment(wide(caption="表"), "后文")]},
    "ends": {"attachments": [attachment("前文", wide(unit="万元"))]},
    "two_in_a_row": {"attachments": [attachment(wide()), attachment(wide())]},
    "two_in_one": {"attachments": [attachment(wide(), wide())]},
    "around_text": {"attachments": [attachment(wide(), "短文", wide())]},
    "many_pages": {"attachments": [attachment(wide(40))]},
    "in_body": {"achievements": chapter("前文", wide(), "后文")},
    "last_in_body": {"achievements": chapter("前文", wide()), "signature": SEALED, "note": "联系人"},
    "everywhere": {"achievements": chapter("前文", wide(13)), "attachments": [attachment(), attachment(wide(), "后")]},
}
IN_EVERY_WAY = some(LANDSCAPE, one_in=3)
"""Those that are also printed with an imprint, on an even number of pages, and with numbers of Word's."""
STEP = 1 if THOROUGH else 6
IMPRINT = Imprint(print_date=DAY)
FULL = range(22, 29, STEP)
"""Rows of a table that ends about where a page does."""
DIVIDED = range(11, 19, STEP)
"""Lines of text before what is to keep with the signature."""
NUMBERED = ("甲", "乙", "丙")


def signed(picture: Picture):
    """What stands before a signature, by its kind: a function of the lines before it."""
    return {
        "paragraph": lambda number: {"achievements": chapter(lines(number + 3))},
        "long": lambda number: {"introduction": LINE, "achievements": chapter(lines(3), "国" * (28 * (number - 1)))},
        "table": lambda number: {"achievements": chapter(lines(number), columns(3, 4))},
        "picture": lambda number: {"achievements": chapter(lines(number - 5), picture)},
        "items": lambda number: {
            "achievements": chapter(lines(number)),
            "attachments": [attachment(title=title) for title in NUMBERED],
        },
        "many_items": lambda number: {
            "achievements": chapter(lines(number - 8)),
            "attachments": [attachment(title=f"第{each}号") for each in range(1, 13)],
        },
        "sealed": lambda number: {"achievements": chapter(lines(number)), "signature": SEALED},
        "noted": lambda number: {"achievements": chapter(lines(number + 2)), "note": "联系人：王某"},
    }


KINDS = ("paragraph", "long", "table", "picture", "items", "many_items", "sealed", "noted")


def samples(folder):
    for name, parts in LANDSCAPE.items():
        yield f"landscape_{name}", unheaded(**parts)
    for name in IN_EVERY_WAY:
        yield f"landscape_{name}_imprint", unheaded(**LANDSCAPE[name], imprint=IMPRINT)
        yield f"landscape_{name}_even", unheaded(**LANDSCAPE[name], imprint=Imprint(even_page=True))
    yield "even_1", unheaded(imprint=Imprint(even_page=True))
    yield "even_2", unheaded(introduction=[LINE] * 30, imprint=Imprint(even_page=True))
    for grid, place in (("A", "centred"), ("B", "mirrored"), ("B", "centred")):
        page = PageProfile(grid=grid, page_number=place)
        yield f"numbers_{grid}_{place}", unheaded(**LANDSCAPE["around_text"], page=page)
    for rows in FULL:
        yield f"full_{rows}", unheaded(achievements=chapter(columns(3, rows)), issue_date=None)
        yield f"full_{rows}_imprint", unheaded(achievements=chapter(columns(3, rows)), issue_date=None, imprint=IMPRINT)
    for rows in range(11, 16):
        yield f"full_landscape_{rows}", unheaded(achievements=chapter("前", wide(rows)), issue_date=None)
    path = folder / "picture.png"
    Image.new("RGB", (60, 40), "gray").save(path)
    for name, made in signed(Picture(path=str(path), caption="图", width=70)).items():
        for number in DIVIDED:
            yield f"signed_{name}_{number}", unheaded(**made(number))
    body = [Point(heading="甲", body=[Point(lead="子", body="文。"), Point(lead="丑")]), Point(lead="乙", body="文。")]
    parts = {"achievements": chapter(*body), "attachments": [attachment(*body, title=title) for title in NUMBERED]}
    yield "numbering", unheaded(**parts)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    documents = {name: sample.to_bytes(template="red_head") for name, sample in samples(folder)}
    native = {"numbering", *(f"landscape_{name}" for name in IN_EVERY_WAY)}
    made = {name: sample for name, sample in samples(folder) if name in native}
    documents |= {
        f"native_{name}": each.to_bytes(template="red_head", numbering="native") for name, each in made.items()
    }
    return Printed(documents, folder)


def text_of(printed_pages) -> list[str]:
    return [line.text for page in printed_pages for line in page.body]


# --- landscape pages --------------------------------------------------------------------------

EVERY_LANDSCAPE = pytest.mark.parametrize("name", LANDSCAPE)
ORIENTATIONS = {
    "begins": "PLP",
    "ends": "PPL",
    "two_in_a_row": "PLL",
    "two_in_one": "PLL",
    "around_text": "PLPL",
    "many_pages": "PLLL",
    "in_body": "PLP",
    "last_in_body": "PL",
    "everywhere": "PLLPLP",
}


def orientations(printed_pages) -> str:
    return "".join("L" if page.is_landscape else "P" for page in printed_pages)


@EVERY_LANDSCAPE
def test_only_the_pages_of_wide_tables_lie_on_their_side(pages, name):
    found = orientations(pages[f"landscape_{name}"])
    if name == "two_in_one":
        assert found.rstrip("L") == "P"
        return
    assert found == ORIENTATIONS[name]
    assert name not in IN_EVERY_WAY or orientations(pages[f"native_landscape_{name}"]) == found


@pytest.mark.parametrize("name", [*LANDSCAPE, *(f"{name}_imprint" for name in IN_EVERY_WAY)])
def test_no_page_is_empty_and_pages_are_numbered_on(pages, name):
    printed_pages = pages[f"landscape_{name}"]
    assert all(page.body or page.rules for page in printed_pages)
    assert [page.number_text for page in printed_pages] == [str(n) for n in range(1, len(printed_pages) + 1)]


@pytest.mark.parametrize("name", IN_EVERY_WAY)
def test_the_imprint_stands_on_the_last_page_which_is_upright(pages, name):
    for ending in ("imprint", "even"):
        last = pages[f"landscape_{name}_{ending}"][-1]
        assert not last.is_landscape
        assert abs(last.rules[-1].bottom - FOOT) < 0.5


@pytest.mark.parametrize("name", ["even_1", "even_2", *(f"landscape_{name}_even" for name in IN_EVERY_WAY)])
def test_a_document_that_is_to_end_on_an_even_page_does(pages, name):
    assert int(pages[name][-1].number_text) % 2 == 0
    assert text_of(pages[name][-1:]) == ["人民街道办事处" + DATE + "印发"]


@EVERY_LANDSCAPE
def test_nothing_leaves_the_type_area_of_a_landscape_page(pages, name):
    for page in pages[f"landscape_{name}"]:
        if page.is_landscape:
            box = (35, 28, 297 - 37, 210 - 26)  # left, top, right, bottom: the portrait page, turned
            assert all(line.left > box[0] - 0.6 and line.right < box[2] + 0.6 for line in page.body)
            assert all(line.top > box[1] - 0.6 and line.bottom < box[3] + 0.6 for line in page.body)
            assert all(rule.left > box[0] - 0.6 and rule.right < box[2] + 0.6 for rule in page.rules)


def number_box(path, page: int, *, turn: bool):
    """Where the ink of a page number stands on the page of the bound document."""
    rows = [row for row in ink(path, page, turn=turn) if row.top > FOOT + 4]
    return min(r.left for r in rows), max(r.right for r in rows), min(r.top for r in rows), max(r.bottom for r in rows)


@pytest.mark.parametrize(
    "name",
    ["landscape_around_text", "landscape_two_in_a_row", "numbers_A_centred", "numbers_B_mirrored", "numbers_B_centred"],
)
def test_page_numbers_of_landscape_pages_stand_where_those_of_the_bound_pages_do(pages, name):
    found: dict[tuple[int, bool], tuple[float, ...]] = {}
    for number, page in enumerate(pages[name]):
        box = number_box(pages.pdf(f"{name}"), number, turn=page.is_landscape)
        found[(number + 1) % 2, page.is_landscape] = box
        left, right = box[:2]
        if name.endswith("centred"):
            assert abs((left + right) / 2 - (LEFT + TYPE_AREA_WIDTH.mm / 2)) < 0.6
        elif (number + 1) % 2:
            assert abs(right - (RIGHT - 5.6)) < 0.8
        else:
            assert abs(left - (LEFT + 5.6)) < 0.8
    tops = [(box[2] + box[3]) / 2 for box in found.values()]
    assert max(tops) - min(tops) < 0.6
    assert {landscape for _, landscape in found} == {True, False}


def test_a_landscape_table_has_its_attachments_label_and_title_on_its_page(pages):
    for name in ("begins", "two_in_a_row"):
        page = pages[f"landscape_{name}"][1]
        assert page.body[0].text.startswith("附件")
        assert page.body[1].text == "重点项目清单"
        assert abs((page.body[1].left + page.body[1].right) / 2 - (35 + TYPE_AREA_HEIGHT.mm / 2)) < 0.6


def test_a_text_that_ends_in_a_landscape_table_is_signed_below_it(pages):
    page = pages["landscape_last_in_body"][1]
    organs, day, note = page.body[-3:]
    assert (organs.text, day.text, note.text) == ("".join(ORGANS[:2]), DATE, "（联系人）")
    assert abs(297 - 37 - day.right - 4 * GRIDS["A"].character.mm) < 0.6
    assert abs(297 - 37 - organs.right - 4 * GRIDS["A"].character.mm) < 0.6  # both have 7 字


# --- full pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", FULL)
def test_a_table_that_ends_with_its_page_leaves_no_page_empty(pages, rows):
    for name in (f"full_{rows}", f"full_{rows}_imprint"):
        assert all(page.body for page in pages[name])
        table = [text for text in text_of(pages[name]) if "00" in text]
        assert len(table) == rows
    assert abs(pages[f"full_{rows}_imprint"][-1].rules[-1].bottom - FOOT) < 0.5


def test_some_of_these_tables_fill_the_page_and_some_go_on(pages):
    assert {len(pages[f"full_{rows}"]) for rows in FULL} == {1, 2}


@pytest.mark.parametrize("rows", range(11, 16))
def test_a_landscape_table_that_ends_with_its_page_leaves_no_page_empty(pages, rows):
    assert all(page.body for page in pages[f"full_landscape_{rows}"])


# --- what keeps together ----------------------------------------------------------------------


@pytest.mark.parametrize("number", DIVIDED)
@pytest.mark.parametrize("kind", KINDS)
def test_the_signature_never_stands_alone_on_a_page(pages, kind, number):
    (page,) = [page for page in pages[f"signed_{kind}_{number}"] if any(line.text == DATE for line in page.body)]
    at = next(index for index, line in enumerate(page.body) if "人民街道办事处" in line.text)
    assert at > 0
    assert page.body[at + 1].text == DATE


@pytest.mark.parametrize("kind", KINDS)
def test_some_of_these_signatures_move_to_a_second_page(pages, kind):
    moved = {any(line.text == DATE for line in pages[f"signed_{kind}_{number}"][0].body) for number in DIVIDED}
    assert moved == {True, False}


@pytest.mark.parametrize("number", DIVIDED)
@pytest.mark.parametrize("kind", ["paragraph", "table", "items", "many_items", "sealed", "noted"])
def test_what_keeps_together_leaves_little_of_a_page_empty(pages, kind, number):
    first = pages[f"signed_{kind}_{number}"][0]
    if not any(line.text == DATE for line in first.body):
        free = FOOT - max(line.bottom for line in first.body)
        assert free < 10 * GRIDS["A"].pitch.mm


@pytest.mark.parametrize("number", DIVIDED)
def test_below_a_date_under_a_seal_is_room_for_the_seal(pages, number):
    (page,) = [page for page in pages[f"signed_sealed_{number}"] if any(line.text == DATE for line in page.body)]
    assert FOOT - page.body[-1].bottom > GRIDS["A"].pitch.mm


# --- numbers ----------------------------------------------------------------------------------


def test_points_of_every_attachment_are_counted_from_one_also_by_word(pages):
    typed, native = text_of(pages["numbering"]), text_of(pages["native_numbering"])
    assert typed == native
    for mark in ("一、甲", "（一）子。文。", "（二）丑。", "二、乙。文。"):
        assert typed.count(mark) == len(NUMBERED)
    assert typed.count("（一）甲") == 1
