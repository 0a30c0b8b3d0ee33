"""The examples do what they say, and their text is what a person has read and agreed to.

After a wanted change: `RENMIN_DOCS_UPDATE_GOLDEN=1 pytest tests/test_examples.py`, then read the diff.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from renmin_docs import WorkReport
from renmin_docs.cli import main
from tests.printing import Printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLDEN = Path(__file__).parent / "golden"
DATA_FILES = ("renmin_2022.yaml", "upward_report.yaml")


def run(script: str, output: Path) -> str:
    command = [sys.executable, str(EXAMPLES / script), str(output)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    return done.stdout.decode()


def text_of(data: bytes) -> str:
    """Every paragraph behind its style, tables row by row, text boxes behind the paragraph that holds them."""
    return "".join(f"{line}\n" for line in _lines(docx.Document(io.BytesIO(data)).iter_inner_content()))


def _lines(items: Iterable[Paragraph | Table]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Table):
            yield from (f"[table] {' | '.join(cell.text for cell in row.cells)}" for row in item.rows)
        else:
            yield f"[{item.style.style_id}] {item.text}"
            boxed = item._p.xpath(".//*[local-name()='txbxContent']/w:p")
            yield from _lines(Paragraph(paragraph, item._parent) for paragraph in boxed)


def saved(name: str, output: Path) -> str:
    """The text of an example: a script's, or a data file's."""
    if (EXAMPLES / f"{name}.py").exists():
        run(f"{name}.py", output)
    else:
        WorkReport.load(EXAMPLES / f"{name}.yaml").save(output)
    return text_of(output.read_bytes())


def test_the_script_and_the_data_file_give_the_same_bytes(tmp_path):
    said = run("renmin_2022.py", tmp_path / "script.docx")
    assert str(tmp_path / "script.docx") in said
    with pytest.raises(SystemExit) as ended:
        main(["render", str(EXAMPLES / "renmin_2022.yaml"), "-o", str(tmp_path / "data.docx")])
    assert ended.value.code == 0
    assert (tmp_path / "script.docx").read_bytes() == (tmp_path / "data.docx").read_bytes()


@pytest.mark.parametrize("name", ["renmin_2022", "next_door", "upward_report"])
def test_the_text_is_the_golden_one(tmp_path, name):
    text = saved(name, tmp_path / "out.docx")
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("RENMIN_DOCS_UPDATE_GOLDEN") and not os.environ.get("CI"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DATA_FILES)
def test_an_example_has_no_finding(name):
    assert WorkReport.load(EXAMPLES / name).check() == []


def test_the_launcher_is_written_as_windows_reads_it():
    *lines, end = (EXAMPLES / "make_report.bat").read_bytes().decode("ascii").split("\r\n")
    assert (lines[0], end) == ("@echo off", "")
    assert not [line for line in lines if "\n" in line]


def test_growth_is_computed_from_the_two_values():
    turnover = WorkReport.load(EXAMPLES / "renmin_2022.yaml").figures["营业额"]
    assert format(turnover, "同比") == "同比增长10.67%"


@pytest.mark.parametrize("name", DATA_FILES)
def test_every_figure_of_an_example_is_mentioned_in_its_text(name):
    report = WorkReport.load(EXAMPLES / name)
    text = text_of(report.to_bytes())
    assert [name for name, figure in report.figures.items() if str(figure) not in text] == []


MONTHLY = {
    "全口径税收": "税收",
    "固定资产投资": "固定资产投资",
    "新登记市场主体": "市场主体",
    "受理居民诉求": "居民诉求",
    "安全检查": "安全检查",
    "整改隐患": "隐患整改",
    "调处矛盾纠纷": "矛盾纠纷",
    "新增停车位": "停车位",
}
"""Row of the official document's monthly table → the figure of the text that it breaks down."""


def test_the_months_of_the_official_document_add_up_to_the_figures_of_its_text():
    report = WorkReport.load(EXAMPLES / "upward_report.yaml")
    rows = {row[0]: [int(cell) for cell in row[2:]] for row in report.attachments[0].body[0].rows}
    assert {label: sum(months[:-1]) for label, months in rows.items()} == {
        label: months[-1] for label, months in rows.items()
    }
    totals = {label: rows[label][-1] * (10_000 if "税收" in label or "投资" in label else 1) for label in MONTHLY}
    assert totals == {label: report.figures[name].value for label, name in MONTHLY.items()}
    assert rows["办结居民诉求"][-1] == report.figures["诉求办结率"].part.value


@pytest.mark.printed
def test_the_official_document_is_five_pages_with_the_table_on_a_landscape_one(tmp_path):
    report = WorkReport.load(EXAMPLES / "upward_report.yaml")
    pages = Printed({"report": report.to_bytes()}, tmp_path)["report"]
    assert [page.width > page.height for page in pages] == [False, False, False, True, False]
    lines = [[line.text for line in page.lines] for page in pages]
    assert any(line.startswith("街道把服务企业") for line in lines[0])
    assert "青禾街道办事处" in lines[2]
    assert "附件1" in lines[3]
    assert "2023年1月11日印发" in lines[4][-2]
