"""renmin-docs preview, as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from renmin_docs import WorkReport
from tests.cli.texts import GOOD, write
from tests.pictures import saved
from tests.printing import require

EXAMPLE = Path("examples/renmin_2022.yaml").absolute()


@pytest.fixture(autouse=True)
def _document(workspace):
    WorkReport.load(EXAMPLE).save(workspace / "总结.docx")


@pytest.fixture
def run(run):
    """Runs the command."""
    return lambda *words: run("preview", *words)


@pytest.mark.printed
def test_the_pages_come_as_a_pdf_and_as_pictures(tmp_path, run, monkeypatch):
    require("soffice")
    code, out, err = run("总结.docx", "--lang", "zh")
    assert (code, out) == (0, "已生成：总结.pdf\n")
    assert err == "" or err.startswith("提示：总结.docx：本机没有这些字体，预览时已替换：")
    pdf = (tmp_path / "总结.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: pdf)  # it is printed once
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
def test_what_is_wrong_is_reported_and_nothing_written(words, said, tmp_path, run, monkeypatch):
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: b"%PDF")
    code, out, err = run(*words, "--lang", "zh")
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]


# --- without LibreOffice: what is printed is the font's name alone -----------------------------


@pytest.fixture
def printed(monkeypatch):
    pdf = b"%PDF-1.7\n<</BaseFont/ABCDEF+DejaVuSans>>\n%%EOF\n"
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: pdf)


@pytest.fixture
def opened(monkeypatch):
    """The files that were opened."""
    found = []
    monkeypatch.setattr("click.launch", lambda path: found.append(Path(path).name) or 0)
    monkeypatch.setattr("os.startfile", lambda path: found.append(Path(path).name), raising=False)
    return found


@pytest.mark.usefixtures("printed")
def test_fonts_that_were_replaced_are_one_line(run):
    err = run("总结.docx")[2]
    assert err.startswith("提示：总结.docx：本机没有这些字体，预览时已替换：方正小标宋简体、仿宋_GB2312、")
    assert err.endswith("；折行可能与 Word 里不同\n")
    assert err.count("\n") == 1


@pytest.mark.usefixtures("printed")
def test_a_data_file_is_rendered_and_previewed_in_one_command_and_opened(tmp_path, run, opened):
    write(tmp_path / "报告.yaml", GOOD)
    code, out, _ = run("报告.yaml", "--open")
    assert (code, out, opened) == (0, "已生成：报告.pdf\n", ["报告.pdf"])
    assert not (tmp_path / "报告.docx").exists()


@pytest.mark.usefixtures("printed")
def test_what_keeps_a_data_file_from_being_printed_is_said_as_by_render(tmp_path, run):
    write(tmp_path / "报告.yaml", GOOD.replace("{shops}", "{shop}"))
    code, out, err = run("报告.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("错误：报告.yaml：第 5 行，achievements.body：没有名为“shop”的数据")


@pytest.mark.usefixtures("printed")
def test_a_sheet_is_one_picture(tmp_path, run, monkeypatch):
    monkeypatch.setattr("renmin_docs.cli.preview.sheet_of", lambda *_, **__: saved())
    assert run("总结.docx", "--sheet")[:2] == (0, "已生成：总结.png\n")
    code, _, err = run("总结.docx", "--sheet", "-o", "a.pdf")
    assert (code, err) == (2, "错误：a.pdf：a.pdf 不是 PNG 文件；请写：a.png\n")
    assert not (tmp_path / "a.pdf").exists()
