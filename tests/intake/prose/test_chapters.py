"""Chapters told apart by the words of their headings, and put where the report has a place for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.intake.prose.chapters import KINDS, kind_of, place_chapters
from renmin_docs.intake.prose.outline import Draft

HEADINGS = {
    "achievements": (
        "2022年工作开展情况、成绩和经验 工作回顾 主要工作成效 重点工作完成情况 2022年工作总结 主要做法 亮点特色工作 "
        "一年来的主要工作 今年以来工作情况 目标任务完成情况 巡察反馈问题整改情况 三年行动计划推进情况 取得的成绩 基本情况和主要成绩"
    ),
    "difficulties": "存在的困难和问题 存在问题 主要不足 面临的困难与挑战 短板和弱项 存在的主要问题 薄弱环节 工作中的差距 制约因素",
    "plans": (
        "2023年工作打算和建议 下一步工作打算 下步工作计划 2023年工作思路 今后努力方向 来年工作安排 2023年重点工作 明年工作设想 "
        "下阶段工作措施 2023年主要任务 新的一年工作谋划"
    ),
    "": "街道概况 党的建设 干部队伍 附表 组织领导",
}


@pytest.mark.parametrize(
    ("heading", "kind"), [(h, kind) for kind, headings in HEADINGS.items() for h in headings.split()]
)
def test_a_heading_tells_the_kind_of_its_chapter(heading, kind):
    assert kind_of(heading, 2022).name == kind


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("存在的问题及下一步打算", "difficulties"),
        ("2022年工作情况和2023年工作打算", "achievements"),
        ("存在问题和整改措施", "difficulties"),
    ],
)
def test_a_heading_of_two_kinds_counts_for_the_first_and_is_mixed(heading, first):
    assert kind_of(heading, 2022) == (first, True)


A, D, P, O = "2022年工作总结", "存在问题", "下步打算", "街道概况"  # noqa: E741 - O for others


@pytest.mark.parametrize(
    ("headings", "kinds"),
    [
        ((A, D, P), ("achievements", "difficulties", "plans")),
        ((A, P), ("achievements", "plans")),
        (
            (O, A, O, D, O, P, O),
            ("introduction", "achievements", "=achievements", "difficulties", "=difficulties", "plans", "=plans"),
        ),
        ((A, P, D), ("achievements", "plans", "=plans")),
        ((D, A, P), ("introduction", "achievements", "plans")),
        ((A, A, O, A, D), ("achievements", "achievements", "achievements", "achievements", "difficulties")),
        ((O, O, D, P), ("achievements", "achievements", "difficulties", "plans")),
        ((O, O), ("achievements", "achievements")),
        ((P, P), ("achievements", "plans")),
        ((D,), ("achievements",)),
        ((), ()),
    ],
)
def test_chapters_keep_their_order(headings, kinds):
    placed, _ = place_chapters([Draft(heading=heading) for heading in headings], 2022)
    assert tuple(each.kind or f"={each.after}".replace("=introduction", "introduction") for each in placed) == kinds


@given(st.lists(st.sampled_from([A, D, P, O])))
def test_any_chapters_keep_their_order_and_some_tell_of_achievements(headings):
    drafts = [Draft(heading=heading) for heading in headings]
    placed, _ = place_chapters(drafts, 2022)
    assert [each.draft for each in placed] == drafts
    ranks = [KINDS.index(each.kind) for each in placed if each.kind]
    assert ranks == sorted(ranks)
    assert not headings or 0 in ranks
    reached = "introduction"
    for each in placed:
        assert each.kind or each.after == reached
        reached = each.kind or reached
    for kind in KINDS:  # nothing parts the chapters of one kind
        places = [at for at, each in enumerate(placed) if each.kind == kind]
        assert places == list(range(places[0], places[-1] + 1)) if places else True
