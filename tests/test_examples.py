"""The examples do what they say, and their text is what a person has read and agreed to.

After a wanted change: `RENMIN_DOCS_UPDATE_GOLDEN=1 pytest tests/test_examples.py`, then read the diff.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from renmin_docs import WorkReport
from renmin_docs.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLDEN = Path(__file__).parent / "golden"


def run(script: str, output: Path) -> str:
    command = [sys.executable, str(EXAMPLES / script), str(output)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    return done.stdout.decode()


def text_of(data: bytes) -> str:
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return "".join(f"[{item.style.style_id}] {item.text}\n" for item in paragraphs)


def test_the_script_and_the_data_file_give_the_same_bytes(tmp_path):
    said = run("renmin_2022.py", tmp_path / "script.docx")
    assert str(tmp_path / "script.docx") in said
    with pytest.raises(SystemExit) as ended:
        main(["render", str(EXAMPLES / "renmin_2022.yaml"), "-o", str(tmp_path / "data.docx")])
    assert ended.value.code == 0
    assert (tmp_path / "script.docx").read_bytes() == (tmp_path / "data.docx").read_bytes()


@pytest.mark.parametrize("name", ["renmin_2022", "next_door"])
def test_the_text_is_the_golden_one(tmp_path, name):
    run(f"{name}.py", tmp_path / "out.docx")
    text = text_of((tmp_path / "out.docx").read_bytes())
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("RENMIN_DOCS_UPDATE_GOLDEN") and not os.environ.get("CI"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_example_has_no_finding():
    assert WorkReport.load(EXAMPLES / "renmin_2022.yaml").check() == []


def test_growth_is_computed_from_the_two_values():
    turnover = WorkReport.load(EXAMPLES / "renmin_2022.yaml").figures["营业额"]
    assert format(turnover, "同比") == "同比增长10.67%"


def test_every_figure_of_the_example_is_mentioned_in_its_text():
    report = WorkReport.load(EXAMPLES / "renmin_2022.yaml")
    text = text_of(report.to_bytes())
    assert [name for name, figure in report.figures.items() if str(figure) not in text] == []
