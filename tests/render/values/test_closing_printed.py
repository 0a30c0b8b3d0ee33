"""The printed end of an official document, from 附件说明 to the attachments' titles, in millimetres."""

from __future__ import annotations

from itertools import pairwise

import pytest

from renmin_docs.report.closing import Signature
from renmin_docs.standard.page import GRIDS, TYPE_AREA_WIDTH
from renmin_docs.standard.signature import SEAL_DIAMETER, half_indents
from renmin_docs.standard.text_width import half_widths
from tests.official import (
    CHARACTER,
    LEFT,
    LONG_NAME,
    ORGANS,
    RIGHT,
    attachment,
    left_indent,
    lines_between,
    official,
    right_indent,
)
from tests.printing import Printed

pytestmark = pytest.mark.printed

UNSEALED = {
    "organ": ORGANS[:1],
    "short": ["甲乡"],
    "organs": ORGANS[:4],
    "long": [LONG_NAME],
    "long_and_short": [LONG_NAME, ORGANS[2]],
}
SEALED = {f"{number}": ORGANS[:number] for number in range(1, 7)} | {"long": ["国" * 20, "民" * 14]}
TITLES = {"1": ["清单"], "1_long": ["关于" + "长" * 60], "12": ["长" * (27 if n in (2, 10) else 3) for n in range(12)]}


def unheaded(**parts):
    return official(**{"header": None, "introduction": (), **parts})


def samples():
    for name, organs in UNSEALED.items():
        yield f"unsealed_{name}", unheaded(signature=Signature(issuers=organs))
    for name, organs in SEALED.items():
        yield f"sealed_{name}", unheaded(signature=Signature(kind="sealed", issuers=organs))
    positions = [f"{organ}主任" for organ in ORGANS[:2]]
    yield "stamped", unheaded(signature=Signature(kind="stamped", issuers=ORGANS[:2], positions=positions))
    for name, titles in TITLES.items():
        yield f"items_{name}", unheaded(attachments=[attachment(title=title) for title in titles])
    yield "addressee", official(addressee=[LONG_NAME, "县人民政府"], note="联系人：王某")
    yield "unsigned_note", unheaded(issue_date=None, note="（此件公开）", attachments=[attachment()])


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    documents = {name: sample.to_bytes(template="red_head") for name, sample in samples()}
    return Printed(documents, tmp_path_factory.mktemp("closing"))


# --- addressee, 附件说明, note -----------------------------------------------------------------


def test_the_addressee_stands_one_line_below_the_title_flush_left_with_a_colon(pages):
    lines = pages["addressee"][0].body
    at = next(number for number, line in enumerate(lines) if line.size == 22)
    title, first, second, third, text = lines[at : at + 5]
    assert abs(lines_between(title, first) - 2) < 0.2
    assert (first.text + second.text + third.text) == LONG_NAME + "，县人民政府："
    assert all(abs(left_indent(line)) < 0.1 for line in (first, second, third))
    assert abs(lines_between(third, text) - 1) < 0.1
    assert abs(left_indent(text) - 2) < 0.1


def test_the_note_stands_on_the_line_below_the_date_in_brackets(pages):
    day, note = pages["addressee"][-1].body[-2:]
    assert (day.text, note.text) == ("2022年12月20日", "（联系人：王某）")
    assert abs(lines_between(day, note) - 1) < 0.1
    assert abs(left_indent(note) - 2) < 0.1


def test_a_report_without_a_signature_may_have_a_note(pages):
    item, note = pages["unsigned_note"][0].body[-2:]
    assert (item.text, note.text) == ("附件：重点项目清单", "（此件公开）")


@pytest.mark.parametrize("name", TITLES)
def test_names_of_attachments_stand_one_line_below_the_text(pages, name):
    lines = pages[f"items_{name}"][0].body
    at = next(number for number, line in enumerate(lines) if line.text.startswith("附件："))
    assert abs(lines_between(lines[at - 1], lines[at]) - 2) < 0.1
    assert abs(left_indent(lines[at]) - 2) < 0.1


def test_a_single_attachment_has_no_number_and_its_name_aligns_with_its_first_character(pages):
    lines = [line for line in pages["items_1_long"][0].body if "长" in line.text]
    assert lines[0].text.startswith("附件：关于长")
    assert len(lines) == 3
    assert all(abs(left_indent(line) - 5) < 0.1 for line in lines[1:])


def test_several_attachments_are_numbered_below_one_another(pages):
    lines = [line for page in pages["items_12"][:2] for line in page.body if "长" in line.text]
    numbered = [line for line in lines if "." in line.text]
    assert [line.text.removeprefix("附件：").partition("长")[0] for line in numbered] == [f"{n}." for n in range(1, 13)]
    assert all(abs(left_indent(line) - 5) < 0.1 for line in numbered[1:])
    wrapped = [line for line in lines if "." not in line.text]
    assert [round(left_indent(line), 1) for line in wrapped[:2]] == [6, 6.5]  # behind 3. and 11.


def test_an_attachment_has_its_label_on_line_1_and_its_title_on_line_3(pages):
    for number, page in enumerate(pages["items_12"][-12:], 1):
        label, title, *_, text = page.body
        assert label.text == f"附件{number}"
        assert TITLES["12"][number - 1].startswith(title.text)
        assert "Sans" in label.fonts[0]
        assert abs(left_indent(label)) < 0.1
        assert abs(label.top - GRIDS["A"].characters_top.mm) < 1.5
        assert abs(lines_between(label, title) - 2) < 0.3
        assert abs((title.left + title.right) / 2 - (LEFT + RIGHT) / 2) < 0.5
        assert title.size == 22
        assert abs(left_indent(text) - 2) < 0.1
    assert pages["items_1"][-1].body[0].text == "附件"
    long = pages["items_1_long"][-1].body[1:-1]
    assert "".join(line.text for line in long) == TITLES["1_long"][0]
    assert all(abs((line.left + line.right) / 2 - (LEFT + RIGHT) / 2) < 0.5 for line in long)


# --- the signature ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["organ", "short"])
def test_without_a_seal_organ_and_date_stand_where_the_formula_says(pages, name):
    above, organ, day = pages[f"unsealed_{name}"][0].body[-3:]
    (of_organ,), of_day = half_indents([organ.text], day.text)
    assert abs(lines_between(above, organ) - 2) < 0.1
    assert abs(lines_between(organ, day) - 1) < 0.1
    assert abs(right_indent(organ) - of_organ / 2) < 0.1
    assert abs(right_indent(day) - of_day / 2) < 0.1


def test_without_a_seal_several_organs_begin_at_one_edge(pages):
    *organs, day = pages["unsealed_organs"][0].body[-5:]
    assert [line.text for line in organs] == list(ORGANS[:4])
    assert max(line.left for line in organs) - min(line.left for line in organs) < 0.3
    assert abs(right_indent(max(organs, key=lambda line: line.right)) - 2) < 0.1
    assert abs(right_indent(day) - 2) < 0.1  # the longest has 9 字, the date 7


@pytest.mark.parametrize("name", ["long", "long_and_short"])
def test_a_name_of_60_characters_without_a_seal_takes_three_even_lines(pages, name):
    lines = pages[f"unsealed_{name}"][0].body[-4:] if name == "long" else pages[f"unsealed_{name}"][0].body[-5:]
    assert [line.text for line in lines[:3]] == ["国" * 20] * 3
    assert {round(line.left) for line in lines[:-1]} == {round(lines[0].left)}
    assert abs(right_indent(lines[-1]) - 13) < 0.1


def centres(line, names) -> list[float]:
    """The centres of the names in a line, from the left edge of the type area in millimetres.

    Names are as wide as they have characters: where one begins follows from where the line begins and ends.
    """
    widths = [len(name) * CHARACTER for name in names]
    return [line.left - LEFT + widths[0] / 2, line.right - LEFT - widths[-1] / 2][: len(names)]


@pytest.mark.parametrize("name", [name for name in SEALED if name != "long"])
def test_under_a_seal_the_date_stands_4_characters_from_the_right_and_the_organ_above_its_middle(pages, name):
    organs, day = pages[f"sealed_{name}"][0].body[-2:]
    assert abs(lines_between(organs, day) - 1) < 0.1
    assert abs(right_indent(day) - 4) < 0.1
    names = SEALED[name][-1:] if int(name) % 2 else SEALED[name][-2:]
    assert organs.text == "".join(names)
    middle = 4 * CHARACTER + half_widths(day.text) / 4 * CHARACTER  # digits of half a 字, as 仿宋 has them
    assert abs(TYPE_AREA_WIDTH.mm - centres(organs, names)[-1] - middle) < 0.6


@pytest.mark.parametrize("name", SEALED)
def test_seals_neither_touch_nor_leave_the_type_area(pages, name):
    page, seal = pages[f"sealed_{name}"][0], SEAL_DIAMETER.mm
    rows = [line for line in page.body[:-1] if any(organ in line.text for organ in SEALED[name])]
    assert "".join(row.text for row in rows) == "".join(SEALED[name])
    for row in rows:
        middles = centres(row, [organ for organ in SEALED[name] if organ in row.text])
        assert all(seal / 2 <= middle <= TYPE_AREA_WIDTH.mm - seal / 2 for middle in middles)
        assert all(after - before > seal for before, after in pairwise(middles))
    assert all(lower.bottom - upper.bottom > seal for upper, lower in pairwise(rows))


def test_a_seal_has_its_organ_and_date_in_its_middle_and_begins_less_than_a_line_below_the_text(pages):
    text, organ, day = pages["sealed_1"][0].body[-3:]
    line = GRIDS["A"].pitch.mm
    free = (organ.bottom + day.bottom) / 2 - line / 2 - SEAL_DIAMETER.mm / 2 - text.bottom
    assert -line / 2 < free < line  # with its centre in the middle of the two; a little higher, it is less


def test_a_stamp_has_room_right_of_the_position_and_the_date_a_line_below(pages):
    text, *positions, day = pages["stamped"][0].body[-4:]
    assert [line.text for line in positions] == ["人民街道办事处主任", "青山街道办事处主任"]
    assert abs(lines_between(text, positions[0]) - 3) < 0.1
    assert abs(lines_between(*positions) - 2) < 0.1
    assert abs(lines_between(positions[1], day) - 2) < 0.1
    assert abs(right_indent(day) - 4) < 0.1
    # 4 字 from the edge, a stamp of 40 mm, 2 字 to the position
    assert all(0 <= right_indent(line) - (6 + 40 / CHARACTER) < 0.5 for line in positions)


def test_nothing_leaves_the_type_area(pages):
    for name, printed_pages in pages.items():
        for page in printed_pages:
            assert all(line.left > LEFT - 0.5 and line.right < RIGHT + 0.9 for line in page.body), name
