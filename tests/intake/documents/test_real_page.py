"""The real report: text → report → document → report, without a change."""

from __future__ import annotations

import pytest

from renmin_docs import read_report, typed_figures
from tests.intake.prose.telling import printed_text
from tests.seed import SEED, needs_seed


@needs_seed
@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("template", ["work_report", "red_head"])
@pytest.mark.parametrize("name", ["restored", "scraped"])
def test_the_real_report_goes_into_a_document_and_out_again(tmp_path, name, numbering, template):
    report = read_report(SEED / f"renmin_2022.{name}.txt").report
    report.save(tmp_path / "real.docx", numbering=numbering, template=template)
    reading = read_report(tmp_path / "real.docx")
    assert reading.report == report
    assert printed_text(typed_figures(reading.report)) == printed_text(report)
