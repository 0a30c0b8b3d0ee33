"""The head as a template sees it: rows, signatories, the size of the mark, and what does not fit."""

from __future__ import annotations

import pytest

from renmin_docs.errors import ReportError
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.first_page import lines_of
from renmin_docs.render.values.header import header_of
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.header import MARK_LARGEST, MARK_PITCH, MARK_SMALLEST
from renmin_docs.standard.text_width import LINE, half_widths
from tests.official import LONG_NAME, NUMBER, ORGANS, header, official

LINES = lines_of("工作总结", "", [])


def head(*, lines=LINES, page=None, **parts):
    sample = official(header=header(**parts), page=page or PageProfile())
    return header_of(sample, Printer(sample), lines)


def faults(**parts):
    with pytest.raises(ReportError) as caught:
        head(**parts)
    (finding,) = caught.value.findings
    return finding.rule, finding.place, finding.expected


def test_a_report_without_a_header_has_nothing():
    sample = official(header=None)
    assert header_of(sample, Printer(sample), LINES) == {}


@pytest.mark.parametrize(
    ("parts", "blank"),
    [
        ({}, 3),
        ({"copy_number": 1}, 2),
        ({"copy_number": 1, "urgency": "加急"}, 1),
        ({"copy_number": 1, "classification": "秘密", "urgency": "加急"}, 0),
    ],
)
def test_rows_that_are_not_used_stay_empty(parts, blank):
    assert head(**parts)["blank_rows"] == [""] * blank


def test_classification_and_period_have_a_star_between_them():
    assert head(classification="机密", classification_period="1年")["classification"] == "机密★1年"
    assert head(classification="机密")["classification"] == "机密"


def test_the_mark_has_the_issuer_unless_others_are_named():
    assert head()["issuers"] == [{"name": "人民街道办事处"}]
    assert not head()["joint"]
    joint = head(issuers=ORGANS[:2])
    assert [each["name"] for each in joint["issuers"]] == list(ORGANS[:2])
    assert joint["joint"]


def test_preprinted_paper_gets_no_words_of_the_mark_and_its_space():
    printed, blank = head(issuers=ORGANS[:2]), head(issuers=ORGANS[:2], preprinted=True)
    assert blank["issuers"] == [{"name": ""}] * 2
    assert blank["suffix"] == ""
    for name in ("mark_size", "mark_pitch", "mark_before"):
        assert blank[name] == printed[name]


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["张某某"], [(NUMBER, "签发人：", "张某某")]),
        (["张某某", "李某"], [(NUMBER, "签发人：", "张某某　李某")]),
        (["李某", "张某某", "赵某"], [("", "签发人：", "李某　　张某某"), (NUMBER, "　　　　", "赵某")]),
        (
            ["李某", "张某", "赵某", "钱某", "孙某"],
            [("", "签发人：", "李某　张某"), ("", "　　　　", "赵某　钱某"), (NUMBER, "　　　　", "孙某")],
        ),
        (
            ["努尔买买提·艾合买提"] * 2,
            [("", "签发人：", "努尔买买提·艾合买提"), (NUMBER, "　　　　", "努尔买买提·艾合买提")],
        ),
    ],
)
def test_signatories_stand_two_a_row_if_there_is_room(names, rows):
    assert [tuple(row.values()) for row in head(signatories=names)["signatory_rows"]] == rows


def test_the_longest_row_ends_one_character_before_the_edge():
    from renmin_docs.standard.page import GRID_A, TYPE_AREA_WIDTH

    made = head(signatories=["张某某", "李某某"])
    end = made["signatory_tab"] + half_widths("签发人：张某某　李某某") * GRID_A.character.twips // 2
    assert TYPE_AREA_WIDTH.twips - end == GRID_A.character.twips


def test_a_signatory_that_has_no_room_beside_the_number_is_refused():
    assert faults(signatories=[LONG_NAME]) == ("signatory_row_long", "header.signatories", "48")
    room = (LINE - 4 - half_widths(NUMBER) - 2 - 8) // 2
    assert head(signatories=["国" * room])["signatory_rows"]
    assert faults(signatories=["国" * (room + 1)])[2] == "1"


@pytest.mark.parametrize("name", ["甲乡", "人民街道办事处", "国" * 16])
def test_the_mark_is_as_large_as_its_line_has_room(name):
    size = head(issuers=[name])["mark_size"] / 2
    assert MARK_SMALLEST.pt <= size <= MARK_LARGEST.pt
    assert size * half_widths(name + "文件") / 2 <= 442.3
    assert (size + 0.5) * half_widths(name + "文件") / 2 > 442.2 or size == MARK_LARGEST.pt


def test_a_mark_that_would_be_smaller_than_the_title_is_refused():
    assert head(issuers=["国" * 18])["mark_size"] >= MARK_SMALLEST.half_points
    assert faults(issuers=[LONG_NAME]) == ("issuer_mark_long", "header", "18")
    assert faults(issuers=[LONG_NAME], suffix="") == ("issuer_mark_long", "header", "20")
    assert faults(issuers=["国" * 20, "县政府"]) == ("issuer_mark_long", "header", "15")


@pytest.mark.parametrize("grid", ["A", "B"])
@pytest.mark.parametrize("organs", range(1, 9))
def test_marks_leave_page_1_a_line_of_text(organs, grid):
    from renmin_docs.standard.page import GRIDS

    made, page = head(issuers=["县政府办公室"] * organs, page=PageProfile(grid=grid)), GRIDS[grid]
    lines = 2 + 1 + 2 + sum(LINES.values())
    used = page.pitch.twips * (3 + lines) + made["mark_before"] + organs * made["mark_pitch"] + 4 * 56.7
    assert used <= page.text_height.twips + 3 * 20
    assert made["mark_pitch"] == round(MARK_PITCH * made["mark_size"] * 10)


def test_too_many_organs_are_refused_with_how_many_there_may_be():
    rule, place, most = faults(issuers=["县政府"] * 20)
    assert (rule, place) == ("issuer_marks_many", "header.issuers")
    assert head(issuers=["县政府"] * int(most))
    assert faults(issuers=["县政府"] * (int(most) + 1))[0] == "issuer_marks_many"


def test_a_title_or_addressees_that_leave_no_room_are_to_blame_themselves():
    assert faults(lines={**LINES, "title": 14})[:2] == ("title_fills_page", "title")
    assert faults(lines={**LINES, "addressee": 14})[:2] == ("addressee_fills_page", "addressee")
