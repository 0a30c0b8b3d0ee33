"""renmin-docs preview, as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from renmin_docs import WorkReport
from tests.printing import require

EXAMPLE = Path("examples/renmin_2022.yaml").absolute()


@pytest.fixture(autouse=True)
def _document(desk):
    WorkReport.load(EXAMPLE).save(desk / "总结.docx")


@pytest.fixture
def run(run):
    """Runs the command."""
    return lambda *words: run("preview", *words)


@pytest.mark.printed
def test_the_pages_come_as_a_pdf_and_as_pictures(tmp_path, run):
    require("soffice")
    assert run("总结.docx", "--lang", "zh") == (0, "已生成：总结.pdf\n", "")
    assert (tmp_path / "总结.pdf").read_bytes().startswith(b"%PDF")
    code, out, _ = run("总结.docx", "-o", "页.png", "--dpi", "30", "--lang", "zh")
    pictures = sorted(path.name for path in tmp_path.glob("页-*.png"))
    assert code == 0
    assert out == "".join(f"已生成：{name}\n" for name in pictures)
    assert len(pictures) > 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["总结.docx", "-o", "总结.docx"], "总结.pdf"),
        (["总结.docx", "-o", "no/x.pdf"], "no"),
        (["没有.docx"], "没有.docx"),
        ([], "缺少"),
        (["总结.docx", "--dpi", "5"], "--dpi"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(words, said, tmp_path, run, monkeypatch):
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: b"%PDF")
    code, out, err = run(*words, "--lang", "zh")
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]
