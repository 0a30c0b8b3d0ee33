"""Rules on sums, growth and shares: silent on correct text that looks wrong, their cost in proportion to the text."""

from pathlib import Path

import pytest

from renmin_docs.proofread import Options, Passage, proofread, read_lines
from tests.timing import LINEAR, growth_on

CONSISTENCY = Options(select=frozenset({"C"}))
CORRECT = Path(__file__).with_name("correct_sums.txt").read_text(encoding="utf-8").splitlines()[1:]
PASSAGES = (
    ("C1", "新增规上企业9家，其中工业4家、服务业3家、建筑业1家。"),
    ("C2", "税收9.75亿元，去年同期为8.81亿元，同比增长10.76%。"),
    ("C5", "完成10.2亿元，完成年度目标12亿元的95%。"),
    ("C4", "覆盖率由38.2%提高到40.3%，提高2.1%。"),
    ("C4", "集体收入由120万元增加到180万元，翻了一番。"),
    ("C14", "发放补助360万元，惠及1200人，人均2000元。"),
    ("C15", "一季度1.2亿元，二季度1.3亿元，三季度1.1亿元，四季度1.5亿元，全年5.3亿元。"),
    ("C18", "满意的占52.7%、基本满意的占31.2%、不满意的占21.3%。"),
    ("C4", "志愿者由300人增加到900人，增加了3倍。"),
    ("C4", "贫困人口由532人减至418人，减少124人。"),
    ("C7", "受理2877件，办结2276件，办结率98.5%。"),
    ("C17", "收入12.8亿元，其中税收9800万元，占76.6%。"),
    ("C4", "信访量由86件下降到95件。"),
    ("C8", "三次产业结构为6.0:46.9:48.1。"),
)
"""The planted contradictions of the kinds that one paragraph shows."""
PLANTED = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("planted_sums.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
"""More of them, of many kinds, in the phrases of reports."""


@pytest.mark.parametrize(("rule", "text"), [*PASSAGES, *PLANTED])
def test_a_planted_contradiction_is_found_by_its_rule(rule, text):
    assert [each.finding.rule for each in proofread(read_lines(text), CONSISTENCY)] == [rule]


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_has_no_error_and_no_warning(text):
    found = [each for each in proofread(read_lines(text), CONSISTENCY) if each.finding.severity != "notice"]
    assert found == []


def test_every_finding_shows_what_would_be_right():
    assert all(proofread(read_lines(text), CONSISTENCY)[0].finding.expected for _, text in PASSAGES)


@pytest.mark.parametrize(
    "words", ["其中3家、", "由3家增加到4家，", "占3%，", "办结3件，办结率3%，", "人均3元，", "一季度30、"]
)
def test_a_long_sentence_costs_in_proportion(words):
    def made(size):
        return [Passage(f"共9家，其中{words * size}。")]

    assert growth_on(made, lambda passages: proofread(passages, CONSISTENCY), 300) < LINEAR
