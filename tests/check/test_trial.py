"""The trial: what a report would lose, or be refused for; and the samples themselves."""

from __future__ import annotations

import pytest

from renmin_docs import Template
from renmin_docs.check.sample import PICTURE, samples
from renmin_docs.render.pictures.files import read_picture
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.render.values.context import OFFICIAL_KINDS, TEXT_KINDS
from renmin_docs.render.values.header import header_of
from renmin_docs.render.values.requirements import NEEDS
from tests.check.made import found, in_main, replaced, rules
from tests.samples import whole_report


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "picture.png").write_bytes(PICTURE)
    return tmp_path


@pytest.mark.parametrize(
    ("change", "text", "tag"),
    [
        (in_main("{{ block.lead }}", ""), "样例引题。", "{{ block.lead }}"),
        (in_main("{{ point.text }}", ""), "样例同段甲的正文", "{{ block.text }}"),
        (in_main('"introduction"', '"introduction" and block.level'), "", ""),
    ],
)
def test_text_that_a_template_would_lose_is_reported_once_with_its_tag(change, text, tag):
    findings = [finding for finding in found(replaced(change)) if finding.rule == "text_lost"]
    assert [finding for finding in findings if text not in finding.found or tag not in finding.expected] == []
    assert len(findings) == len({finding.expected for finding in findings})
    assert bool(findings) == bool(text)
    assert all(finding.severity == "warning" for finding in findings)


@pytest.mark.parametrize(
    ("kind", "term", "rule"),
    [
        ("table", "@table", "place_missing"),
        ("picture", "@picture", "place_missing"),
        ("attachment_label", "@attachments", "place_missing"),
        ("note", "@note", "place_absent"),
        ("issuers", "@sealed", "place_absent"),
        ("position", "@stamped", "place_absent"),
    ],
)
def test_a_part_without_a_place_is_reported_by_what_it_is(kind, term, rule):
    told = found(replaced(in_main(f'block.kind == "{kind}"', 'block.kind == "point"')))
    (finding,) = [finding for finding in told if finding.rule == rule]
    assert finding.found == term
    assert finding.severity == ("warning" if rule == "place_missing" else "notice")


def test_a_missing_signature_is_reported_and_not_again_for_each_part_that_is_signed():
    told = found(replaced(in_main('block.kind == "issuer"', "block.level == 9"), in_main("{{ addressee }}", "主送")))
    assert [finding.found for finding in told if finding.rule == "place_missing"] == ["@signature"]
    assert "place_absent" in {finding.rule for finding in told}


def test_faults_of_structure_in_the_filled_document_are_reported():
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl>"
    finding = rules(in_main("<w:sectPr>", f"{table}<w:p/><w:sectPr>"))["cell_end"]
    assert (finding.place, finding.severity) == ("word/document.xml", "warning")


# --- the samples ------------------------------------------------------------------------------


def blocks(report):
    printer = Printer(report)
    return [*printer.blocks, *closing_blocks(report, printer)]


def test_the_samples_have_every_kind_of_block_and_every_part(folder):
    made = [sample.report for sample in samples(folder)]
    kinds = {block["kind"] for report in made for block in blocks(report)}
    assert kinds == {*TEXT_KINDS, *OFFICIAL_KINDS}
    assert all(any(need.is_in(report) for report in made) for need in NEEDS)
    headers = [header for report in made if (header := header_of(report, Printer(report), {"title": 1, "text": 1}))]
    assert {header["joint"] for header in headers} == {True, False}
    assert any(header["signatory_rows"] for header in headers)


def test_the_samples_are_sound_and_fill_the_librarys_template(folder):
    template = Template.open("red_head")
    for report in (*(sample.report for sample in samples(folder)), whole_report(folder)):
        assert [finding for finding in report.check() if finding.severity == "error"] == []
        for numbering in ("typed", "native"):
            assert template.render(report, numbering=numbering)


def test_the_whole_report_has_everything_but_other_signatures(folder):
    kinds = {block["kind"] for block in blocks(whole_report(folder))}
    assert kinds == {*TEXT_KINDS, *OFFICIAL_KINDS} - {"issuers", "position"}


def test_the_picture_is_one(folder):
    assert read_picture(folder / "picture.png").px_width == 1
