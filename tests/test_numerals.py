"""Chinese numerals against an independent implementation, and the marks of headings."""

import random

import cn2an
import pytest

from renmin_docs.errors import NumeralError
from renmin_docs.numerals import MARK_FORMS, MARKS, from_chinese, ordinal, to_chinese

GENERATOR = random.Random(15835)
LARGE = [GENERATOR.randrange(10**12) for _ in range(5000)]


def oracle(number: int) -> str:
    """How cn2an writes it; 一十… at the front is 十… in a heading."""
    text = cn2an.an2cn(number)
    return text[1:] if text.startswith("一十") else text


def test_numerals_agree_with_cn2an_up_to_20000():
    assert [to_chinese(number) for number in range(20_001)] == [oracle(number) for number in range(20_001)]


def test_numerals_agree_with_cn2an_below_a_million_million():
    assert [to_chinese(number) for number in LARGE] == [oracle(number) for number in LARGE]


def test_every_numeral_reads_back():
    numbers = [*range(20_001), *LARGE, 10**15, 10**16 - 1]
    assert [from_chinese(to_chinese(number)) for number in numbers] == numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [("两", 2), ("两千", 2000), ("二〇", None), ("一百〇一", 101), ("一十二", 12), ("十", 10), ("两万", 20_000)],
)
def test_other_ways_of_writing_are_read(text, number):
    if number is None:
        with pytest.raises(NumeralError):
            from_chinese(text)
    else:
        assert from_chinese(text) == number


@pytest.mark.parametrize("text", ["", "一二三", "十百", "12", "四上", "万", "零一", "一百一十一二"])
def test_what_is_no_numeral_is_quoted(text):
    with pytest.raises(NumeralError) as caught:
        from_chinese(text)
    assert caught.value.findings[0].found == text


@pytest.mark.parametrize("number", [-1, 10**16])
def test_numbers_without_a_numeral_are_refused(number):
    with pytest.raises(NumeralError, match="has no Chinese numeral"):
        to_chinese(number)


@pytest.mark.parametrize(
    ("number", "marks"),
    [
        (10, ("十、", "（十）", "10.", "（10）")),
        (11, ("十一、", "（十一）", "11.", "（11）")),
        (20, ("二十、", "（二十）", "20.", "（20）")),
        (21, ("二十一、", "（二十一）", "21.", "（21）")),
        (99, ("九十九、", "（九十九）", "99.", "（99）")),
        (100, ("一百、", "（一百）", "100.", "（100）")),
        (101, ("一百零一、", "（一百零一）", "101.", "（101）")),
    ],
)
def test_marks_of_a_point(number, marks):
    assert tuple(MARK_FORMS[form].write(number) for form in MARKS) == marks


def test_an_ordinal_series_is_marked():
    assert [ordinal(number) for number in (1, 2, 3, 10, 12)] == ["一是", "二是", "三是", "十是", "十二是"]
