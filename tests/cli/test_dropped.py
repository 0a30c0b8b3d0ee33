"""A file in the place of a command does what suits it, and `python -m renmin_docs` is the command line too."""

import os
import subprocess
import sys

import pytest

from tests.cli.texts import GOOD, LAST_YEAR, write

openpyxl = pytest.importorskip("openpyxl")


def test_a_data_file_is_rendered(run, place):
    code, said, _ = run("report.yaml")
    assert (code, said) == (0, "已生成：report.docx\n")
    assert (place / "report.docx").is_file()


def test_a_text_or_a_document_is_imported(run, workspace):
    write(workspace / "去年 总结.txt", LAST_YEAR)
    assert run("去年 总结.txt")[0] == 0
    assert (workspace / "去年 总结.yaml").is_file()
    run("去年 总结.yaml")
    assert run("去年 总结.docx", "-o", "又.yaml")[0] == 0
    assert (workspace / "又.yaml").is_file()


def test_a_workbook_is_a_batch_into_a_folder_of_its_name(run, workspace):
    write(
        workspace / "各街道.yaml",
        GOOD.replace("organization: {name: 人民街道}\n", "").replace("figures: {shops: 600余家}", ""),
    )
    book = openpyxl.Workbook()
    book.active.append(["单位", "shops（家）"])
    book.active.append(["青山街道", 5])
    book.save(workspace / "各街道.xlsx")
    assert run("各街道.xlsx")[0] == 0
    assert [path.suffix for path in (workspace / "各街道").glob("*.docx")] == [".docx"]
    assert run("各街道.xlsx", "-o", "别处")[0] == 0
    assert [*(workspace / "别处").glob("*.docx")]


def test_options_may_follow_the_file(run, place):
    assert run("report.yaml", "-o", "总结.docx", "--numbering", "native")[0] == 0
    assert (place / "总结.docx").is_file()


@pytest.mark.parametrize("name", ["没有.yaml", "没有.docx", "没有.txt"])
def test_a_missing_file_is_named_as_such(run, name):
    code, _, said = run(name)
    assert code == 2
    assert f"{name}：文件不存在" in said


def test_a_word_that_is_neither_command_nor_file_is_named(run):
    code, _, said = run("rendr")
    assert code == 2
    assert "没有命令 rendr" in said


def test_the_package_is_a_command_line(place):
    done = subprocess.run(
        [sys.executable, "-m", "renmin_docs", "report.yaml"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},  # Windows redirects in its code page
        check=False,
        cwd=place,
    )
    assert (done.returncode, done.stdout) == (0, "已生成：report.docx\n")
