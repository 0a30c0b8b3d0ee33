"""Kinds of chapters, by the words of headings and of sentences that open chapters."""

import pytest

from renmin_docs.intake.prose.kinds import kind_of, kind_said, kind_told

HEADINGS = {
    "achievements": (
        "2022年工作开展情况、成绩和经验 工作回顾 主要工作成效 重点工作完成情况 2022年工作总结 主要做法 亮点特色工作 "
        "一年来的主要工作 今年以来工作情况 目标任务完成情况 巡察反馈问题整改情况 三年行动计划推进情况 取得的成绩 主要成绩 主要做法和经验 思想政治表现"
    ),
    "difficulties": "存在的困难和问题 存在问题 主要不足 面临的困难与挑战 短板和弱项 存在的主要问题 薄弱环节 工作中的差距 制约因素 存在差距 短板弱项 "
    "原因分析 存在问题的原因分析 产生问题的原因 问题的主要表现",
    "plans": (
        "2023年工作打算和建议 下一步工作打算 下步工作计划 2023年工作思路 今后努力方向 来年工作安排 2023年重点工作 明年工作设想 "
        "下阶段工作措施 2023年主要任务 新的一年工作谋划 "
        "下一年度主要安排 努力方向 今后打算 下步举措 整改方向 2023年工作要点"
    ),
    "background": "街道概况 基本情况 街道基本情况 单位简介",
    "measures": "主要措施 工作举措",
    "": "党的建设 干部队伍 附表 组织领导 坚持问题导向，城市更加宜居 补齐民生短板 破解停车难题 强化规划引领",
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


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("一年来，我们全力抓好三个方面的工作", "achievements"),
        ("今年以来，街道主要做了以下工作", "achievements"),
        ("同时也要看到，工作中还存在一些问题", "difficulties"),
        ("工作中仍有不少短板，主要表现在", "difficulties"),
        ("2023年，我们将重点做好以下工作", "plans"),
        ("针对存在的问题，下一步要抓好以下几项工作", "plans"),
        ("街道辖9个社区，分别是", ""),
    ],
)
def test_a_sentence_says_which_chapter_it_opens(sentence, kind):
    assert kind_said(sentence) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("在肯定成绩的同时，我们也清醒地认识到，还存在停车位少等问题。", "difficulties"),
        ("下一步，街道将继续努力。", "plans"),
        ("2023年，我们将重点改造小区。", "plans"),
        ("2022年，街道改造小区3个，解决了停车位不足的问题。", ""),
    ],
)
def test_a_paragraph_tells_which_chapter_it_is(text, kind):
    assert kind_told(text) == kind
