"""The printed page: what only it shows, measured on the PDF of LibreOffice."""

from __future__ import annotations

import pytest

from renmin_docs import Chapter
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.printed import Printout, printed_findings
from renmin_docs.check.rules import CHECKS, findings_of
from renmin_docs.ooxml.package import parse_package
from renmin_docs.preview import printed_pages
from tests.check.finished import TEXT, edited, whole_report
from tests.check.made import STYLES
from tests.check.test_finished import INTRODUCTION, PAGE
from tests.effort import some
from tests.official import LINE
from tests.printing import Printed, require
from tests.templates import MAIN, packed, parts_of

LONG = Chapter(body=[TEXT * 3] * 30)
SHORT = {"achievements": LONG, "difficulties": None, "attachments": None, "note": None}


def changed(data: bytes, *edits: tuple[str, str, str]) -> bytes:
    new = dict(parts_of(data))
    for part, old, text in edits:
        assert old.encode() in new[part], old
        new[part] = new[part].replace(old.encode(), text.encode())
    return packed(new)


def long(*edits: tuple[str, str, str]) -> bytes:
    return changed(whole_report(header=None, **SHORT).to_bytes(), *edits)


def alone() -> bytes:
    """A document whose signature stands on a page of its own."""
    first = '<w:p><w:pPr><w:pStyle w:val="Issuer"/><w:keepNext/><w:ind w:right="0" w:firstLine="0"/></w:pPr>'
    return changed(whole_report(imprint=None, **SHORT).to_bytes(), (MAIN, first, PAGE + first))


def with_number() -> bytes:
    """A paragraph with a number at the end of its first line: 26 characters behind the indent of two."""
    return whole_report(introduction=LINE[:23] + "1200余家" + LINE[:9] + "。", plans=Chapter(body="完成。")).to_bytes()


FAULTS = {
    "printed_lines": lambda: long((STYLES, 'w:line="579"', 'w:line="600"')),
    "printed_characters": lambda: long((STYLES, '<w:spacing w:val="-6"/>', "")),
    "printed_first_page": lambda: edited((MAIN, INTRODUCTION, PAGE + INTRODUCTION)),
    "printed_number": lambda: edited((MAIN, 'w:footer="1429"', 'w:footer="851"')),
    "signature_alone": alone,
    "imprint_foot": lambda: edited((MAIN, "<wp:posOffset>8712290<", "<wp:posOffset>7712290<")),
    "number_parted": with_number,
}


OURS = {
    f"{grid}-{numbering}": lambda grid=grid, numbering=numbering: whole_report(page={"grid": grid}).to_bytes(
        numbering=numbering
    )
    for grid, numbering in some([("A", "typed"), ("B", "native"), ("A", "native"), ("B", "typed")])
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The findings on a document, as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("printed")

    def found(name):
        data = (FAULTS | OURS)[name]()
        pages = printed_pages(Printed({name: data}, folder).pdf(name).read_bytes())
        return [*findings_of(Printout(FinishedDocument(parse_package(data)), [*pages]))]

    return found


@pytest.mark.printed
@pytest.mark.parametrize("rule", FAULTS)
def test_a_page_with_one_fault_has_that_finding_and_no_other(found, rule):
    findings = found(rule)
    assert [each.finding.rule for each in findings] == [rule], [str(each.finding) for each in findings]
    for language in ("zh", "en"):
        assert "@" not in findings[0].finding.message(language)


def test_every_rule_on_the_printed_page_has_a_fault_here():
    assert set(FAULTS) == {name for name, each in CHECKS.items() if each.of == "printed"}


@pytest.mark.printed
@pytest.mark.parametrize("name", OURS)
def test_our_own_pages_have_none(found, name):
    findings = found(name)
    assert findings == [], [str(each.finding) for each in findings]


@pytest.mark.printed
def test_a_long_document_of_ours_has_full_pages_and_lines():
    require("soffice")
    assert printed_findings(FinishedDocument(parse_package(long()))) == []
