"""Rules on whole documents: silent on correct ones, quick on hostile ones, the same for typed and untyped marks."""

from pathlib import Path

import pytest
import yaml

from renmin_docs import Attachment
from renmin_docs.proofread import Options, Passage, proofread, read_lines
from tests.samples import report
from tests.timing import LINEAR, growth_on

CORRECT = yaml.safe_load((Path(__file__).parent / "correct_documents.yaml").read_text(encoding="utf-8"))
RULES = frozenset(
    ["C9", "C10", "C11", "C12", "C13", "C16", "C20", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"]
)
HOSTILE = (
    "做好三项工作：一是走访居民860户；二是3月5日整治；三是考核居全区第3位，由第4升至第3，见附件1；XX万元，",
    "一是甲，二是乙，",
    "| 甲 | 5 | 6 |\n| 合计 | 3 | 3 |\n",
    "（一）存在三个方面的问题\n",
    "附件：1.甲\n2.乙\n",
    "2022年3月5日至",
    "限上服务业营业额9.75亿元。限上服务业营业额9.57亿元。",
    "甲社区",
    "第1",
    "**X",
    "现将恳请",
    "工作打算\n",
)


@pytest.mark.parametrize("text", CORRECT, ids=lambda text: text[:20])
def test_a_correct_document_has_no_error_and_no_warning(text):
    findings = [remark.finding for remark in proofread(read_lines(text))]
    assert [each for each in findings if each.severity != "notice"] == []


def test_correct_documents_are_many():
    assert len(CORRECT) >= 80


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_document_takes_time_in_proportion(unit):
    def made(size):
        return read_lines(unit * (size // len(unit)))

    options = Options(RULES)
    assert growth_on(made, lambda passages: proofread(passages, options), 1200) < LINEAR


def test_attachments_that_are_bound_elsewhere_are_not_missed_and_are_counted():
    volume, table = Attachment(title="图册"), Attachment(title="任务表", body="文。")
    parts = {"introduction": "任务见附件2、附件4，图见附件3。", "attachments": [volume, table, volume, table]}
    assert report(**parts).proofread(select=["S3"]) == []
    (remark,) = report(**{**parts, "attachments": [volume, table, volume]}).proofread(select=["S3"])
    assert remark.finding.expected == "附件共3个"


def test_a_page_too_few_is_a_notice_where_its_label_says_which_it_is():
    both = [f"附件：1.图册\n2.任务表\n{label}\n任务表" for label in ("附件2", "附件")]
    severities = [each.finding.severity for text in both for each in proofread(read_lines(text))]
    assert severities == ["notice", "warning"]


def test_a_mark_that_is_not_typed_is_counted_as_a_typed_one():
    passages = [Passage(text, "heading", 1, mark) for text, mark in (("甲", "一、"), ("乙", "二、"), ("丙", "四、"))]
    (remark,) = proofread(passages, Options(frozenset({"S2"})))
    assert (remark.passage, remark.finding.found, remark.finding.expected) == (2, "四、", "三、")


def test_a_slip_in_one_paragraph_is_an_error_and_one_across_paragraphs_a_warning():
    near = proofread(read_lines("三项工作：一是甲；二是乙。"), Options(frozenset({"C9"})))
    far = proofread(read_lines("三项工作：\n一是甲。\n二是乙。"), Options(frozenset({"C9"})))
    assert [each.finding.severity for each in (*near, *far)] == ["error", "warning"]


def test_a_number_far_from_another_is_a_notice_and_a_slip_of_the_fingers_a_warning():
    def severities(second):
        text = f"限上服务业营业额9.75亿元。\n一、经济发展\n限上服务业营业额{second}。"
        return [each.finding.severity for each in proofread(read_lines(text), Options(frozenset({"C12"})))]

    assert severities("9.57亿元") == ["warning"]
    assert severities("9.75万元") == ["warning"]
    assert severities("6.2亿元") == ["notice"]
    assert severities("9.75亿元") == []


def test_last_years_report_of_another_period_is_not_compared():
    last = read_lines("人民街道2020年工作总结\n社会消费品零售额11.2亿元。")
    text = read_lines("人民街道2022年工作总结\n社会消费品零售额12.5亿元，同比增长8.7%。")
    assert proofread(text, Options(frozenset({"C13"}), last=last)) == []
