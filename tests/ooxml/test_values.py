"""Numbers, lengths and switches in attributes that anybody may have written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from renmin_docs.ooxml.values import is_on, measure, whole
from tests.templates import W


@pytest.mark.parametrize(
    ("text", "mm"),
    [("567", 10.0), ("-567", -10.0), ("567.0", 10.0), ("21cm", 210), ("10mm", 10), ("1in", 25.4), ("72pt", 25.4)],
)
def test_lengths_have_units_or_are_twips(text, mm):
    length = measure(text)
    assert length is not None
    assert length.mm == pytest.approx(mm, abs=0.01)


@pytest.mark.parametrize("text", [None, "", "x", "1e9", "9" * 5_000, "１", "5 mm", "--5"])
def test_what_is_no_length_is_none(text):
    assert measure(text) is None


@pytest.mark.parametrize(
    ("value", "on"), [('w:val="0"', False), ('w:val="false"', False), ("", True), ('w:val="1"', True)]
)
def test_a_switch_is_on_unless_it_is_off(value, on):
    assert is_on(etree.fromstring(f"<w:b {W} {value}/>")) is on
    assert is_on(None) is False


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("007", 7), ("-12", -12), ("+3", 3), (" 5 ", 5), ("9" * 9, 999_999_999)]
)
def test_a_whole_number_is_read(text, number):
    assert whole(text) == number


NO_NUMBERS = [
    "",
    " ",
    "-",
    "+-3",
    "1_0",
    "１",
    "²",
    "٣",
    "1.0",
    "1e3",
    "0x10",
    "nan",
    "inf",
    "1e999",
    "9" * 10,
    "9" * 5000,
]


@pytest.mark.parametrize("text", [None, *NO_NUMBERS])
def test_what_is_no_number_that_a_document_can_mean_is_none(text):
    assert whole(text, -7) == -7


@given(st.text(max_size=20) | st.text("0123456789+-_.eEx ２²mptin", max_size=20))
def test_any_text_can_stand_in_an_attribute(text):
    assert abs(whole(text)) < 10**9
    length = measure(text)
    assert length is None or abs(length.mm) < 10**12
