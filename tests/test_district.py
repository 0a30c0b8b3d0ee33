"""The district of the examples: six offices, one profile, one template of an office's own.

After a wanted change: `RENMIN_DOCS_UPDATE_GOLDEN=1 pytest tests/test_district.py`, then read the diff.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from renmin_docs import WorkReport
from renmin_docs.intake.datafiles.reading import read_source

ROOT = Path(__file__).parent.parent
DISTRICT = ROOT / "examples" / "district"
GOLDEN = Path(__file__).parent / "golden"
OFFICES = sorted(path.stem for path in DISTRICT.glob("*.yaml"))


def _load(office):
    return WorkReport.load(DISTRICT / f"{office}.yaml")


def _text(data):
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return "".join(f"[{item.style.style_id}] {item.text}\n" for item in paragraphs)


def test_there_are_six_offices_and_one_profile_for_all():
    assert len(OFFICES) == 6
    profiles = {read_source(DISTRICT / f"{office}.yaml").beneath.subject for office in OFFICES}
    assert profiles == {str(DISTRICT / "shared" / "linjiang.profile.yaml")}


def test_some_write_chinese_keys_and_some_english_ones():
    spellings = [read_source(DISTRICT / f"{office}.yaml").keys for office in OFFICES]
    assert {spelling: spellings.count(spelling) for spelling in spellings} == {"zh": 4, "en": 2}


@pytest.mark.parametrize("office", OFFICES)
def test_every_report_is_without_findings_and_is_made_from_any_folder(office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    report = _load(office)
    assert report.check() == []
    text = _text(report.to_bytes())
    assert f"{report.organization.name}2023年" in text
    assert "[Addressee] 临江区人民政府：" in text
    assert "工作安排" in text
    assert all(str(figure) in text for figure in report.figures.values() if not hasattr(figure, "parts"))


def test_no_two_reports_share_a_sentence():
    sentences = [sentence for office in OFFICES for sentence in set(_own_text(_load(office)).split("。")) if sentence]
    assert len(sentences) == len(set(sentences))


def _own_text(report):
    from renmin_docs.report.texts import texts

    return "。".join(text.text for text in texts(report) if ".heading" not in text.path and text.path != "title")


def test_one_has_a_template_of_its_own_and_the_others_the_librarys():
    own = {office: _load(office).template for office in OFFICES if _load(office).template}
    assert own == {"shiqiao": str((DISTRICT / "shared" / "shiqiao.docx").absolute())}
    assert "石桥街道·守桥人家" in _text(_load("shiqiao").to_bytes())
    assert "守桥人家" not in _text(_load("qinghe").to_bytes())


@pytest.mark.parametrize("office", ["qingshan", "shiqiao"])
def test_the_text_is_the_golden_one(office):
    text, golden = _text(_load(office).to_bytes()), GOLDEN / f"district_{office}.txt"
    if os.environ.get("RENMIN_DOCS_UPDATE_GOLDEN") and not os.environ.get("CI"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_template_is_the_one_that_its_script_makes(tmp_path):
    made = tmp_path / "made.docx"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    subprocess.run([sys.executable, str(DISTRICT / "build_template.py"), str(made)], check=True, env=env)
    report = _load("shiqiao")
    assert report.to_bytes(template=made) == report.to_bytes()
