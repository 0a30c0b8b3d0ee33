"""What makes no report is refused in Python as in a file: one tree of errors, key paths, near names, two languages."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from renmin_docs import (
    Attachment,
    Chapter,
    FigureError,
    Header,
    Point,
    RenminDocsError,
    ReportError,
    Table,
    WorkReport,
)
from renmin_docs.figures import Quantity
from tests.samples import report

ORGANIZATION = {"name": "清溪镇"}


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("build", "place", "right"),
    [
        (lambda: WorkReport(organization="清溪镇", year=2024, achievements=Chapter(body="文")), "organization", "name"),
        (lambda: report(year="2024年"), "year", "four digits"),
        (lambda: report(issue_date="2024年12月25日"), "issue_date", "2022-12-20"),
        (lambda: report(introductoin="文"), "", "introduction"),
        (lambda: Point(title="甲"), "", "heading"),
        (lambda: Attachment(name="甲"), "", "title"),
        (lambda: Chapter(body=None), "body", "texts, points"),
        (lambda: Chapter(body=("文", {"led": "甲"})), "body[1]", "lead"),
        (lambda: Chapter(body=["文", {"rows": [["甲"]], "colums": ["乙"]}]), "body[1]", "columns"),
        (lambda: Header(number="清办报[2024]8号"), "number", "〔2024〕"),
        (lambda: report(figures={"甲": "很多"}), "figures.甲", "300余次"),
        (lambda: Table(columns=["甲"], rows=[["一", "二"]]), "rows[0]", "1"),
        (lambda: report().replace(introductoin="文"), "", "introduction"),
        (lambda: WorkReport.model_validate({"organization": ORGANIZATION, "year": 2024, "plan": "文"}), "", "plans"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_what_would_be_right(build, place, right):
    with pytest.raises(ReportError) as caught:
        build()
    assert place in [finding.place for finding in caught.value.findings]
    assert right in str(caught.value)
    assert "pydantic" not in str(caught.value)
    assert "discriminator" not in str(caught.value)


def test_it_is_pydantic_s_error_too_and_names_all_faults():
    with pytest.raises(ValidationError) as caught:
        report(year=22, introductoin="文", issue_date="20日")
    assert isinstance(caught.value, RenminDocsError)
    assert {finding.place for finding in caught.value.findings} == {"", "year", "issue_date"}
    assert {detail["loc"][0] for detail in caught.value.errors()} == {"year", "introductoin", "issue_date"}
    assert isinstance(caught.value.__cause__, ValidationError)


def test_a_figure_is_refused_by_the_error_of_figures():
    with pytest.raises(FigureError) as caught:
        Quantity(value="多", unit="家")
    assert isinstance(caught.value, ValidationError)


@pytest.mark.parametrize(("locale", "sentence"), [("zh_CN.UTF-8", "不认识的键"), ("en_US.UTF-8", "not known")])
def test_the_sentence_is_in_the_language_of_the_locale(monkeypatch, locale, sentence):
    monkeypatch.setenv("LC_ALL", locale)
    with pytest.raises(ReportError, match=sentence):
        Point(title="甲")


def test_a_field_is_changed_through_replace_alone():
    made = report()
    with pytest.raises(ReportError, match=r"replace\(year=…\)") as caught:
        made.year = 2025
    assert isinstance(caught.value, ValidationError)
    assert made.year != 2025


def test_fields_are_given_by_their_names():
    with pytest.raises(TypeError, match=r"Point .*heading=…, lead=…"):
        Point("甲")


def test_another_process_gets_the_findings():
    with pytest.raises(ReportError) as caught:
        Point(title=object())
    sent = pickle.loads(pickle.dumps(caught.value))
    assert (type(sent), sent.findings) == (ReportError, caught.value.findings)
