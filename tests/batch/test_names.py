"""Names of files: filled from the report, and safe on every system."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import OutputError
from renmin_docs.batch.names import DEFAULT_NAMES, fields, name_of, require_pattern, safe, same_name
from tests.batch.districts import report

SAID = report("青山街道").model_copy(update={"issue_date": date(2022, 12, 5)})


def test_the_default_names_the_office_and_the_period():
    assert name_of(DEFAULT_NAMES, SAID, "a.yaml") == "青山街道2022年工作总结.docx"


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{input}", "a.docx"),
        ("{issuer}{year}", "青山街道办事处2022.docx"),
        ("{next_period}.DOCX", "2023年.docx"),
        ("{issue_date}", "2022-12-05.docx"),
        ("{{{year}}}", "{2022}.docx"),
        ("报告.pdf", "报告.pdf.docx"),
    ],
)
def test_a_pattern_is_filled(pattern, name):
    assert name_of(require_pattern(pattern), SAID, "data/a.yaml") == name


def test_a_report_without_a_date_has_none_in_its_name():
    assert name_of("{year}{issue_date}", report(), "a") == "2022.docx"


def test_only_the_ending_of_a_data_file_is_dropped():
    assert name_of("{input}", SAID, "v1.2") == "v1.2.docx"
    assert name_of("{input}", SAID, "reports.xlsx!3") == "reports.xlsx!3.docx"


@pytest.mark.parametrize(
    ("pattern", "rules"),
    [
        ("{organisation}", ["batch_name_field"]),
        ("{}", ["batch_name_field"]),
        ("{year.real}", ["batch_name_field"]),
        ("{year[0]}", ["batch_name_field"]),
        ("{year!r}", ["batch_name_field"]),
        ("{year:>9999999999}", ["batch_name_field"]),
        ("{x}/{y}", ["batch_name_field", "batch_name_field", "batch_name_folder"]),
        ("..\\{year}", ["batch_name_folder"]),
        ("{year", ["batch_name_braces"]),
        ("year}", ["batch_name_braces"]),
    ],
)
def test_what_is_wrong_with_a_pattern_is_reported_at_once(pattern, rules):
    with pytest.raises(OutputError) as caught:
        require_pattern(pattern)
    assert [finding.rule for finding in caught.value.findings] == rules
    for name in fields() if rules[0] == "batch_name_field" else ():
        assert f"{{{name}}}" in caught.value.message("zh")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ('<>:"/\\|?*', "＜＞：＂／＼｜？＊.docx"),
        ("../../etc/passwd", "／..／etc／passwd.docx"),
        ("C:\\x", "C：＼x.docx"),
        ("con", "_con.docx"),
        ("Aux.2022", "_Aux.2022.docx"),
        ("LPT¹", "_LPT¹.docx"),
        ("nul .x", "_nul .x.docx"),
        ("COM10", "COM10.docx"),
        ("console", "console.docx"),
        ("a. .", "a.docx"),
        (".hidden", "hidden.docx"),
        (" 街道\u3000", "街道.docx"),
        ("", "_.docx"),
        ("...", "_.docx"),
        ("a\x00b\n\u202ec\u2028", "a_b__c_.docx"),
    ],
)
def test_a_name_is_made_safe(name, made):
    assert safe(name) == made


def test_two_names_stay_two_where_windows_would_refuse_both():
    assert safe("甲/乙") != safe("甲:乙") != safe("甲?乙")


def test_a_long_name_is_cut_and_still_its_own():
    first, second = safe("长" * 200 + "甲"), safe("长" * 200 + "乙")
    assert first != second
    assert len(first.encode()) <= 240
    assert first.startswith("长" * 60)


@given(st.text(max_size=120))
def test_any_name_is_one_that_every_system_takes(text):
    name = safe(text)
    assert name.endswith(".docx")
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name[0] not in ". "
    assert safe(name) == name


def test_names_that_differ_in_case_or_in_how_accents_are_written_are_one():
    assert same_name("A.docx") == same_name("a.DOCX")
    assert same_name("\u00e9.docx") == same_name("E\u0301.docx")
    assert same_name("甲.docx") != same_name("乙.docx")
