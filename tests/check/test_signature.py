"""Where people put signature and date: right-aligned, in the middle of spaces, under a seal."""

from __future__ import annotations

import pytest

from renmin_docs.check import page_findings
from tests.check.test_roles import EMPTY, TEXT, TITLE, paragraph, typed

ISSUER, DATE = "人民街道办事处", "2022年1月5日"
RIGHT = '<w:jc w:val="right"/>'


def ended(issuer: str, date: str, *, empty: str = EMPTY) -> list[str]:
    """The rules on signatures that a document breaks whose last two lines are these."""
    findings = page_findings(typed(*(each for each in (TITLE, EMPTY, TEXT, empty, issuer, date) if each)))
    return [each.finding.rule for each in findings if each.finding.rule.startswith(("signature", "place"))]


def right(text: str, characters: float, *, spaces: int = 0) -> str:
    indent = f'<w:ind w:rightChars="{round(characters * 100)}" w:right="0"/>' if characters else ""
    return paragraph(text + "　" * spaces, indent + RIGHT)


def left(text: str, halves: int) -> str:
    return paragraph(" " * halves + text)


@pytest.mark.parametrize(
    ("issuer", "date"),
    [
        (right(ISSUER, 2), right(DATE, 1)),  # 7 and 6 characters: the date begins two behind the organ
        (right(ISSUER, 0, spaces=2), right(DATE, 0, spaces=1)),
        (left(ISSUER, 56 - 4 - 14), left(DATE, 56 - 2 - 12)),
        (right("县政府办", 7.5), right("2022年12月15日", 2)),
        (paragraph(ISSUER, f'<w:ind w:rightChars="350"/>{RIGHT}'), right(DATE, 4)),  # under a seal
    ],
)
def test_a_signature_by_the_formula_is_none_however_it_is_put_there(issuer, date):
    assert ended(issuer, date) == []


@pytest.mark.parametrize(
    ("issuer", "date"),
    [
        (right(ISSUER, 0), right(DATE, 0)),
        (right(ISSUER, 2), right(DATE, 3)),
        (paragraph(ISSUER), paragraph(DATE)),
        (paragraph(ISSUER, '<w:jc w:val="center"/>'), paragraph(DATE, '<w:jc w:val="center"/>')),
        (right("街道", 2), right(DATE, 4)),
    ],
)
def test_any_other_place_is_a_finding(issuer, date):
    assert ended(issuer, date) == ["signature_place"]


def test_without_an_empty_line_above_it_is_a_finding():
    assert ended(right(ISSUER, 2), right(DATE, 1), empty="") == ["signature_gap"]


def test_a_place_made_with_tabs_can_not_be_told():
    tabbed = f"<w:p><w:r><w:tab/><w:t>{DATE}</w:t></w:r></w:p>"
    assert ended(right(ISSUER, 2), tabbed) == ["place_unknown"]


def test_the_finding_names_both_places_and_what_the_formula_gives():
    findings = page_findings(typed(TITLE, EMPTY, TEXT, EMPTY, right(ISSUER, 0), right(DATE, 0)))
    (finding,) = [each.finding for each in findings if each.finding.rule == "signature_place"]
    assert (finding.found, finding.expected, finding.clause, finding.strength) == ("0、0", "2、1", "7.3.5.2", "R")
