from __future__ import annotations

import pytest

from renmin_docs.errors import TextError
from renmin_docs.report.document_number import code_of, require_document_number


@pytest.mark.parametrize("number", ["人办发〔2022〕8号", "〔2022〕8号", "X政〔1999〕120号", "人民街办字〔2022〕8号"])
def test_a_number_in_the_standards_form_is_taken(number):
    assert require_document_number(number) == number


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("[2022]08号", "〔2022〕8号"),
        ("人办发[2022]8号", "人办发〔2022〕8号"),
        ("人办发【2022】第8号", "人办发〔2022〕8号"),
        ("人办发（2022）008号", "人办发〔2022〕8号"),
        ("人办发(2022年)字第8号", "人办发〔2022〕8号"),
        ("人办字〔2022〕第08号", "人办〔2022〕8号"),
        (" 人办发〔2022〕8 号 ", "人办发〔2022〕8号"),
        ("人办发〔2022〕8", "人办发〔2022〕8号"),
        ("人办发〔22〕8号", "人办发〔2022〕8号"),
        ("人办发〔2022〕0号", "人办发〔2022〕8号"),
        ("八号", "人办发〔2022〕8号"),
    ],
)
def test_another_is_refused_with_what_would_be_right(number, right):
    with pytest.raises(TextError) as caught:
        require_document_number(number)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.expected) == ("document_number", right)
    assert right in finding.message("zh")


def test_the_organs_code_stands_before_the_year():
    assert code_of("人办发〔2022〕8号") == "人办发"
    assert code_of("〔2022〕8号") == ""
