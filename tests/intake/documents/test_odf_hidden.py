"""What is hidden in other formats is hidden in the report, too; skipped in part where LibreOffice is not installed."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.intake.documents.odf_hidden import hide_text
from renmin_docs.intake.reports import read_report
from tests.intake.documents.test_asides import notes
from tests.odt import content, odt
from tests.printing import require

SECTION = '<text:section text:name="s" {}><text:p>内部<text:span>意见</text:span></text:p></text:section>'.format
FIELD = '<text:p>内部<text:hidden-paragraph text:condition="x" text:is-hidden="{}"/>意见</text:p>'.format


@pytest.mark.parametrize(
    ("inner", "is_hidden"),
    [
        (SECTION('text:display="none"'), True),
        (SECTION('text:display="condition" text:condition="x"'), True),
        (SECTION('text:display="condition" text:condition="x" text:is-hidden="true"'), True),
        (SECTION('text:display="condition" text:condition="x" text:is-hidden="false"'), False),
        (SECTION('text:display="true"'), False),
        (SECTION(""), False),
        (FIELD("true"), True),
        (FIELD("false"), False),
        ("<text:p>内部意见</text:p>", False),
    ],
)
def test_hidden_sections_and_paragraphs_get_hidden_text(inner, is_hidden):
    root = etree.fromstring(content(inner))
    before = "".join(root.itertext())
    hide_text(root)
    assert "".join(root.itertext()) == before
    assert ('text:display="none"' in etree.tostring(root, encoding="unicode")) is is_hidden


@pytest.mark.printed
def test_what_is_hidden_in_an_odt_is_reported_and_not_read(tmp_path):
    require("soffice")
    path = tmp_path / "去年.odt"
    shown = "<text:p>一、工作情况</text:p><text:p>完成任务。</text:p>"
    path.write_bytes(odt(shown + SECTION('text:display="none"') + FIELD("true")))
    reading = read_report(path)
    assert reading.report.achievements[0].body == ("完成任务。",)
    assert [found for _, _, found in notes(reading, "document_hidden")] == ["“内部意见”"] * 2
