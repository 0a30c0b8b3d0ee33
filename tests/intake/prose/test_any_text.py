"""Any text: read without an exception but the library's own, and without a lost character."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.prose.cleaning import CLEANING
from renmin_docs.intake.prose.reading import parse_report
from tests.effort import examples
from tests.intake.prose.keeping import lost

MARKS = [
    "一、",
    "二、",
    "三、",
    "一.",
    "十一、",
    "（一）",
    "（二）",
    "(三)",
    "（三)、",
    "1.",
    "2.",
    "1、",
    "（1）",
    "(2)",
    "①",
    "②",
    "1）",
    "第一部分",
    "第二部分",
    "二十、",
    "一是",
    "二是",
    "三是",
]
WORDS = [
    "2022年工作开展情况",
    "存在的困难和问题",
    "下一步工作打算",
    "人民街道2022年工作总结",
    "抓党建",
    "全年办成实事20件",
    "一是摸底",
    "二是整改",
    "首先",
    "其次，",
    "最后",
    "今年以来",
    "2023年，",
    "街道",
    "附件：1.表",
    "特此报告。",
    "2022年12月20日",
    "人民街道办事处",
    "1.22亿元",
    "三、四季度",
    "“一、二”",
    "（试点）",
    "們來國會",
    "A&B",
    "{name}",
    "{{",
    "}}",
    "发布时间：2023-01-02",
    "【打印】",
    "—3—",
    "第2页",
    "区(qū)",
    ",",
    ",，",
    "。。",
    ";",
    "(",
    ")",
    '"',
    "⼯",
    "𠮷",
]
HIDDEN = list("\u200b\u00a0\u3000\x07\x0c\ufeff\ud800")
PUNCTUATION = list("，。；：、！？“”（）《》— ")
OPENERS = [
    "同时还存在一些问题：",
    "下一步，我们将抓好以下工作：",
    "一年来，做了以下工作：",
    "工会工作：",
    "第一个方面，工作情况",
]
SENTENCES = ["街道坚持问题导向，办成一批实事。", "全年走访居民860户；", "经费不足，人手紧张", "把好做法坚持下去："]
FRAGMENTS = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from([*WORDS, *HIDDEN]),
    st.sampled_from(PUNCTUATION),
    st.sampled_from(SENTENCES),
    st.text(max_size=6),
)
LINES = st.one_of(
    st.lists(FRAGMENTS, max_size=6).map("".join),
    st.tuples(st.sampled_from(MARKS), st.sampled_from([*WORDS, *SENTENCES])).map("".join),
    st.sampled_from(OPENERS),
)
TEXTS = st.lists(LINES, max_size=24).map("\n".join)
STEPS = tuple(name for name in CLEANING if name != "traditional")
MANY = settings(max_examples=examples(300), deadline=None, suppress_health_check=list(HealthCheck))


@given(TEXTS)
@example("一、")
@example("（一）。。一、一、二、")
@example("2022年工作开展情况人民街道2022年工作总结\x0c2022年工作开展情况")
@example("1：0\x851\n人民街道2022年工作总结")
@example("（一）。。一、一、\n第一部分2022年工作开展情况\n二、2022年工作开展情况")
@example("。")
@example("一、2022年工作开展情况\n1）2022年12月20日\n2022年12月20日")
@example('1）甲\n1、"\n2022年12月20日\n1、"\n2022年12月20日')
@example("一、2022年工作开展情况\n（一）发布时间：2023-01-02")
@example("附件：1.表\n二、2022年工作开展情况")
@example("附件：1.表\n一、2022年工作开展情况\n附件：1.表")
@example("一、2022年工作开展情况\n人民街道办事处\n日期：2023年1月2日")
@MANY
def test_any_text_with_a_character_is_read_whole(text):
    if not any(character.isprintable() and not character.isspace() for character in text):
        return
    reading = parse_report(text, year=2022, organization="人民街道", cleaning=STEPS)
    assert isinstance(reading.report, WorkReport)
    assert lost(text, reading, STEPS) == ""


@given(TEXTS.map(lambda text: "街" + text))
@MANY
def test_no_note_is_an_error(text):
    assert {note.severity for note in parse_report(text).notes} <= {"notice", "warning"}


@pytest.mark.parametrize("text", ["", " \n\u3000", "\x00\x07", "\ufeff"])
def test_a_text_without_a_character_is_refused(text):
    with pytest.raises(DataFileError, match="no text"):
        parse_report(text)
