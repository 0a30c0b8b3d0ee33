"""Rules on how a text is written: what they leave alone, what they find in long paragraphs, and at what cost."""

import re
from pathlib import Path

import pytest

from renmin_docs.proofread import Options, Passage, proofread, read_lines
from renmin_docs.proofread.wording import wrong_words
from tests.timing import LINEAR, growth_on

FOLDER = Path(__file__).parent
CORRECT = [line for line in (FOLDER / "correct_text.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
PLANTED = [line.split("\t") for line in (FOLDER / "planted_slips.tsv").read_text(encoding="utf-8").splitlines()[1:]]
HOSTILE = (
    *("1", "１", "一", "，", "…", "？", "-", "—", "（", "“", "'", "日", " ", "a", "等", "约", "的"),
    *("1，", "1 ", "1.", "一、", "1月", "1千", "《》、", "13800001234", "[2022]", "下降", "通过，使", "一是；"),
)


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_has_no_finding(text):
    assert proofread([Passage(text)]) == []


def test_correct_text_is_much():
    assert len(CORRECT) > 120


@pytest.mark.parametrize(("rule", "expected", "marked"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_slip_in_a_long_paragraph_is_found_alone(rule, expected, marked):
    (words,) = re.findall("【(.*?)】", marked)
    text = re.sub("[【】]", "", marked)
    (remark,) = proofread([Passage(text)])
    assert (remark.finding.rule, text[remark.start : remark.end]) == (rule, words)
    assert remark.finding.expected == expected


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion(unit):
    def made(size):
        return [Passage(unit * (size // len(unit)))]

    rules = Options(select=frozenset("NPW"))
    assert growth_on(made, lambda passages: proofread(passages, rules), 600) < LINEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("起草日期为二〇二二年十二月五日。", "2022年12月5日"),
        ("起止时间为2022年03月-2022年10月。", "2022年3月—2022年10月"),
        ("每户补助4千5百元。", "4500元"),
        ("投入1万2千元。", "1.2万元"),
        ("投入3千万元。", "3000万元"),
        ("投资12亿3000万元。", "12.3亿元"),
        ("增速为3至5%。", "3%至5%"),
        ("二零二二年12月05号召开会议。", "2022年12月5日"),
        ("面积5KM2。", "5km²"),
    ],
)
def test_what_would_be_right_is_written_out(text, expected):
    assert expected in [remark.finding.expected for remark in proofread([Passage(text)])]


def test_the_digits_of_a_person_are_nowhere_shown():
    text = "张某（11010519000101001X）和李某（430400190102031230，13800001234）报名。"
    remarks = proofread([Passage(text)])
    assert len(remarks) == 3
    for remark in remarks:
        shown = f"{remark.context} {remark.finding.message('zh')} {remark.finding.found}"
        assert not re.search("[0-9]{8}", shown)


def test_a_mobile_number_belongs_in_a_note_and_an_identity_number_nowhere():
    assert proofread([Passage("（联系人：张某，13800001234）", "note")]) == []
    assert [each.finding.rule for each in proofread([Passage("11010519000101001X", "issuer")])] == ["W5"]


def test_the_date_of_issue_is_an_error_and_a_date_in_the_text_a_warning():
    levels = [proofread([Passage("2022年12月05日", role)])[0].finding.severity for role in ("issue_date", "paragraph")]
    assert levels == ["error", "warning"]


def test_a_mark_of_words_own_numbering_is_looked_at():
    (remark,) = proofread([Passage("加强党建", "heading", 3, "1、")], Options(frozenset({"P8"})))
    assert (remark.finding.found, remark.finding.expected) == ("“1、”", "1.")


def test_the_head_of_a_table_may_have_half_width_brackets():
    head, cell = read_lines("|金额(万元)|\n|投入(万元)|")
    assert [each.passage for each in proofread([head, cell], Options(frozenset({"P2"})))] == [1]


def test_lines_that_were_cut_are_no_paragraphs_without_an_end():
    cut = "\n".join(["各社区结合实际，打造了“邻助”“邻和”“邻治”“邻乐”四个品牌和12个"] * 6)
    assert proofread(read_lines(cut), Options(frozenset({"P10"}))) == []


def test_the_list_of_wrong_words_is_consistent():
    words = wrong_words()
    assert len(words) > 200
    assert len({word.wrong for word in words}) == len(words)
    for word in words:
        assert word.wrong != word.right
        assert all(word.wrong in longer and longer != word.wrong for longer in word.within)
    rights = "\n".join(word.right for word in words)
    assert [word.wrong for word in words if word.wrong in rights] == []
