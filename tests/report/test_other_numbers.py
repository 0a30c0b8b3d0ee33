"""The numbers of a text that are no figures, each with its kind and the word that it belongs to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.figures import scan
from renmin_docs.report.other_numbers import other_numbers
from tests.figures.corpus import corpus
from tests.timing import LINEAR, growth


def found(text: str) -> list[tuple[str, str]]:
    taken = [(hit.start, hit.end) for hit in scan(text)]
    return [(number.kind, text[number.start : number.end]) for number in other_numbers(text, taken)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2022年12月20日召开", "2022年12月20日"),
        ("二〇二二年十二月召开", "二〇二二年十二月"),
        ("2023年1月底前完成", "2023年1月底"),
        ("8月上旬验收", "8月上旬"),
        ("5月18日", "5月18日"),
        ("每月5日前报送", "5日"),
        ("上午10:30开始", "10:30"),
        ("8:00—18:00", "8:00—18:00"),
        ("下午3时许", "3时"),
        ("9点半集合", "9点半"),
        ("第三季度", "第三季度"),
        ("20世纪90年代", "20世纪90年代"),
        ("90后干部", "90后"),
        ("2022-08-15印发", "2022-08-15"),
    ],
)
def test_points_in_time_and_periods_are_dates(text, printed):
    assert found(text) == [("date", printed)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("国办发〔2022〕8号文件", "国办发〔2022〕8号"),
        ("执行GB/T 9704-2012标准", "GB/T 9704-2012"),
        ("PM2.5浓度", "PM2.5"),
        ("5A级景区", "5A级"),
        ("推广1+3+N模式", "1+3+N"),
        ("人民路18号", "18号"),
        ("312国道", "312国道"),
        ("受理12345热线", "12345热线"),
        ("电话0734-8123456。", "0734-8123456"),
        ("第5次会议", "第5次"),
        ("使用A4纸", "A4"),
        ("登录www.rm2022.gov.cn查询", "www.rm2022.gov.cn"),
    ],
)
def test_codes_and_numbers_of_things_are_codes_with_their_letters_and_word(text, printed):
    assert found(text) == [("code", printed)]


def test_a_bare_number_stands_with_the_word_behind_it_or_before_it():
    assert found("拨打110、119") == [("code", "拨打110"), ("code", "拨打110、119")]
    assert found("得分为85。") == [("code", "得分为85")]


def test_no_digit_of_the_corpus_is_hidden():
    for line in corpus():
        hits = [(hit.start, hit.end) for hit in scan(line.text)]
        places = [*hits, *((number.start, number.end) for number in other_numbers(line.text, hits))]
        for match in re.finditer("[0-9０-９]", line.text):
            assert any(start <= match.start() < end for start, end in places), line.text


@given(
    st.lists(st.sampled_from(["2022", "年", "3", "月", "号", "A", ".", "-", "第", "、", "家", ":", "〔"]), max_size=14)
)
def test_no_digit_of_any_text_is_hidden_and_none_stands_twice(pieces):
    text = "".join(pieces)
    hits = [(hit.start, hit.end) for hit in scan(text)]
    numbers = [*other_numbers(text, hits)]
    covered = {at for start, end in (*hits, *((each.start, each.end) for each in numbers)) for at in range(start, end)}
    assert {match.start() for match in re.finditer("[0-9]", text)} <= covered
    assert len({(number.start, number.end) for number in numbers}) == len(numbers)


@pytest.mark.parametrize("unit", ["9", "a", "a1", "1.", "年", "2022年", "一", "〔2022〕", "1、", "第"])
def test_a_long_text_takes_time_in_proportion(unit):
    assert growth(lambda size: [*other_numbers(unit * size, [])], 2_500) < LINEAR
