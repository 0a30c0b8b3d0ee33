"""Chapters put where the report has a place for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.intake.prose.chapters import place_chapters
from renmin_docs.intake.prose.kinds import KINDS
from renmin_docs.intake.prose.outline import Draft

A, D, P, O = "2022年工作总结", "存在问题", "下步打算", "党的建设"  # noqa: E741 - O for others
B, M = "街道概况", "主要措施"


@pytest.mark.parametrize(
    ("headings", "kinds"),
    [
        ((A, D, P), ("achievements", "difficulties", "plans")),
        ((A, P), ("achievements", "plans")),
        (
            (O, A, O, D, O, P, O),
            ("introduction", "achievements", "achievements", "difficulties", "=difficulties", "plans", "=plans"),
        ),
        ((A, P, D), ("achievements", "plans", "=plans")),
        ((D, A, P), ("introduction", "achievements", "plans")),
        ((A, A, O, A, D), ("achievements", "achievements", "achievements", "achievements", "difficulties")),
        ((O, O, D, P), ("achievements", "achievements", "difficulties", "plans")),
        ((O, O), ("achievements", "achievements")),
        ((P, P), ("plans", "plans")),
        ((D,), ("difficulties",)),
        ((D, O, P), ("difficulties", "=difficulties", "plans")),
        ((O, D), ("achievements", "difficulties")),
        ((B, O, D), ("introduction", "achievements", "difficulties")),
        ((B, M, P), ("introduction", "achievements", "plans")),
        ((B, D, P), ("introduction", "difficulties", "plans")),
        ((A, D, M), ("achievements", "difficulties", "plans")),
        ((M, D, M), ("achievements", "difficulties", "plans")),
        ((B,), ("achievements",)),
        ((), ()),
    ],
)
def test_chapters_keep_their_order(headings, kinds):
    placed, _ = place_chapters([Draft(heading=heading) for heading in headings], 2022)
    assert tuple(each.kind or f"={each.after}".replace("=introduction", "introduction") for each in placed) == kinds


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("青山街道2022年工作要点", ("plans", "plans", "plans")),
        ("青山街道2022年工作计划", ("plans", "plans", "plans")),
        ("青山街道2022年工作思路汇报", ("plans", "plans", "plans")),
        ("青山街道2022年工作总结和2023年工作计划", ("", "achievements", "")),
        ("青山街道2022年工作计划完成情况", ("", "achievements", "")),
    ],
)
def test_a_title_of_plans_makes_all_chapters_plans(title, kinds):
    placed, _ = place_chapters([Draft(heading=heading) for heading in (O, "主要举措", O)], 2022, title)
    assert tuple(each.kind for each in placed) == kinds


def test_a_year_that_another_heading_looks_back_from_is_planned_for():
    def kinds(*headings):
        return [each.kind for each in place_chapters([Draft(heading=heading) for heading in headings], 2022)[0]]

    assert kinds("2021年主要工作", "2022年主要工作") == ["achievements", "plans"]
    assert kinds("2021年遗留问题整改情况", "2022年工作情况") == ["achievements", "achievements"]


@given(st.lists(st.sampled_from([A, D, P, O, B, M])))
def test_any_chapters_keep_their_order_and_some_are_of_a_kind(headings):
    drafts = [Draft(heading=heading) for heading in headings]
    placed, _ = place_chapters(drafts, 2022)
    assert [each.draft for each in placed] == drafts
    ranks = [KINDS.index(each.kind) for each in placed if each.kind]
    assert ranks == sorted(ranks)
    assert not headings or ranks
    reached = "introduction"
    for each in placed:
        assert each.kind or each.after == reached
        reached = each.kind or reached
    for kind in KINDS:  # nothing parts the chapters of one kind
        places = [at for at, each in enumerate(placed) if each.kind == kind]
        assert places == list(range(places[0], places[-1] + 1)) if places else True


@pytest.mark.parametrize(
    ("title", "opening", "rules"),
    [
        ("翠湖镇2022年工作总结", "建成公园3个。", []),
        ("翠湖镇2022年工作总结", "下一步，我们将建成公园3个。", ["chapter_guessed"]),
        ("翠湖镇2022年工作总结和2023年工作打算", "建成公园3个。", ["chapter_guessed"]),
        ("政府工作报告", "建成公园3个。", ["chapter_guessed"]),
        ("", "建成公园3个。", ["chapter_guessed"]),
    ],
)
def test_a_chapter_of_a_report_of_work_alone_is_guessed_only_where_its_text_tells_of_more(title, opening, rules):
    chapters = [Draft(heading="强化担当", body=["培训3次。"]), Draft(heading="谱写新篇", body=[Draft(lead=opening)])]
    _, notes = place_chapters(chapters, 2022, title)
    assert [note.rule for note in notes if note.found == "“谱写新篇”"] == rules
