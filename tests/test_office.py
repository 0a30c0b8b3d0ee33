"""The office of the examples that made its template in Word: cover, contents, form and text are filled from one file.

After a wanted change: `RENMIN_DOCS_UPDATE_GOLDEN=1 pytest tests/test_office.py`, then read the diff.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from renmin_docs import Template, WorkReport, read_report
from renmin_docs.check import check_template
from renmin_docs.ooxml.faults import structural_faults
from tests.printing import OFFICES, sdk_errors
from tests.templates import parts_of
from tests.test_examples import GOLDEN, text_of

ROOT = Path(__file__).parent.parent
OFFICE = ROOT / "examples" / "office"
TEMPLATE = OFFICE / "shared" / "wangjiang.docx"
NAMES = sorted(path.stem for path in OFFICE.glob("*.yaml"))


@pytest.fixture(scope="module")
def made():
    return {name: WorkReport.load(OFFICE / f"{name}.yaml").to_bytes() for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_no_finding_and_its_text_is_the_golden_one(name, made):
    assert WorkReport.load(OFFICE / f"{name}.yaml").check() == []
    text, golden = text_of(made[name]), GOLDEN / f"office_{name}.txt"
    if os.environ.get("RENMIN_DOCS_UPDATE_GOLDEN") and not os.environ.get("CI"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert structural_faults(parts_of(made[name])) == []


def test_the_check_finds_nothing_that_would_print_wrong():
    findings = check_template(TEMPLATE)
    assert [finding for finding in findings if finding.severity != "notice"] == []


def test_the_template_uses_what_templates_can():
    asked = Template.open(TEMPLATE)._prepared.asked
    uses = {each.split(":")[2] for each in asked if each.startswith("own:")}
    assert {"fields.项目", "fields.项目[].名称", "fields.联系人", "figures.税收", "figures.税收.同比"} <= uses
    assert {"field:contents", "body"} <= asked


def test_a_form_says_what_the_text_says(made):
    text = text_of(made["dongqiao"])
    assert text.count("2.36亿元") == 2
    assert "[table] 税收 | 2.36亿元 | 同比增长8.26%" in text
    assert "[table] 1 | 加装电梯12部 | 社区建设科 | 100% | 100%" in text


def test_both_are_sealed_with_the_sample(made):
    sample = (OFFICE / "shared" / "sample_seal.png").read_bytes()
    assert all(sample in parts_of(data).values() for data in made.values())


def test_the_template_is_the_one_that_its_script_makes(tmp_path):
    path = tmp_path / "made.docx"
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, str(OFFICE / "build_template.py"), str(path)], check=True, env=env)
    assert parts_of(path.read_bytes()) == parts_of(TEMPLATE.read_bytes())


@pytest.mark.sdk
@pytest.mark.parametrize("name", [*NAMES, "template"])
def test_the_sdk_finds_nothing(name, made, tmp_path):
    path = tmp_path / "made.docx"
    path.write_bytes(made[name] if name in made else TEMPLATE.read_bytes())
    assert [error for office in OFFICES for error in sdk_errors(path, office)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_document_whose_seal_lies_on_no_date_is_read_all_the_same(name, made, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(made[name])
    reading = read_report(path)
    assert reading.report.achievements
    assert bool(reading.report.signature.seal) == (reading.report.issue_date is not None)
