from __future__ import annotations

import pytest
from pydantic import ValidationError

from renmin_docs.report.header import Header
from tests.official import NUMBER, header
from tests.samples import report


@pytest.mark.parametrize(
    ("given", "printed"), [(1, "000001"), ("7", "000007"), ("000012", "000012"), (999999, "999999")]
)
def test_a_copy_number_has_six_digits(given, printed):
    assert header(copy_number=given).copy_number == printed


@pytest.mark.parametrize("given", [0, -1, 1000000, "1.5", "一", True, None, [1], "００１"])
def test_what_is_no_copy_number_is_refused(given):
    with pytest.raises(ValidationError, match="000001"):
        header(copy_number=given)


def test_a_document_without_a_copy_number_says_none():
    assert header().copy_number == ""


@pytest.mark.parametrize("key", ["classification", "urgency"])
def test_only_the_words_of_the_standard_are_taken(key):
    with pytest.raises(ValidationError, match=key):
        header(**{key: "很急"})


def test_a_period_needs_a_classification():
    with pytest.raises(ValidationError, match="classification"):
        header(classification_period="1年")
    assert header(classification="机密", classification_period="5年").classification_period == "5年"


def test_a_document_with_signatories_goes_upward():
    assert header(signatories="张某某").is_upward
    assert not header().is_upward
    assert header(signatories="张某某").signatories == ("张某某",)


def test_a_header_needs_its_number():
    with pytest.raises(ValidationError, match="number"):
        Header()
    with pytest.raises(ValidationError, match="〔2022〕8号"):
        Header(number="[2022]08号")


def rules(**parts) -> list[str]:
    return [
        finding.rule
        for finding in report(header=header(**parts)).check()
        if "document" in finding.rule or "copy" in finding.rule
    ]


def test_a_number_without_the_organs_code_is_a_warning():
    assert rules(number="〔2022〕8号") == ["document_code"]
    assert rules() == []


def test_a_classified_document_without_a_copy_number_is_a_warning():
    assert rules(classification="秘密") == ["copy_number_missing"]
    assert rules(classification="秘密", copy_number=3) == []
    assert header(number=NUMBER).number == NUMBER
