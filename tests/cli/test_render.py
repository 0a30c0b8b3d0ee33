"""renmin-docs render, as a user types it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from renmin_docs import WorkReport
from renmin_docs.builtin_templates import find
from tests.cli.texts import ENGLISH, GOOD, LAST_YEAR, write
from tests.systems import posix, short_names
from tests.waiting import HANG, wait_until

pytestmark = pytest.mark.usefixtures("place")


def test_render_writes_the_document_beside_the_report(run, place):
    assert run("render", "report.yaml") == (0, "已生成：report.docx\n", "")
    assert (place / "report.docx").read_bytes() == WorkReport.load(place / "report.yaml").to_bytes()


def test_render_takes_an_output_a_template_and_a_numbering(run, place):
    (place / "ours.docx").write_bytes(find("work_report").read_bytes())
    code, out, err = run(
        "render", "report.yaml", "-o", "out.docx", "--template", "ours.docx", "--numbering", "native", "--lang", "en"
    )
    assert (code, out, err) == (0, "written: out.docx\n", "")
    assert (place / "out.docx").read_bytes() == WorkReport.load("report.yaml").to_bytes(numbering="native")


def test_a_document_is_replaced_after_the_report_has_changed_and_no_other_file_is_left(run, place):
    assert run("render", "report.yaml")[0] == 0
    first = (place / "report.docx").read_bytes()
    write(place / "report.yaml", GOOD.replace("600余家", "700余家"))
    assert run("render", "report.yaml")[0] == 0
    assert (place / "report.docx").read_bytes() != first
    assert (place / "report.docx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in place.iterdir()) == ["report.docx", "report.yaml"]


def _with_errors(place):
    text = GOOD.replace("{shops: 600余家}", "{shops: 3家, firms: {total: 7家, parts: {甲: 3家, 乙: 5家}}}")
    return write(place / "report.yaml", text + "conclusion: |\n  共{shop}。\n  {firms:同比}。\n")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_report_says_against_itself_is_reported_with_file_line_and_path(run, place, language):
    _with_errors(place)
    code, out, err = run("render", "report.yaml", "--lang", language)
    assert (code, out) == (2, "")
    starts = {
        "zh": (
            "第 4 行，figures.firms：",
            "第 7 行，conclusion：没有名为“shop”",
            "第 7 行，conclusion：数据没有“同比”",
        ),
        "en": (
            "line 4, figures.firms: ",
            "line 7, conclusion: no figure is named shop",
            "line 7, conclusion: a figure",
        ),
    }
    head = {"zh": "错误：report.yaml：", "en": "error: report.yaml: "}[language]
    lines = [line for line in err.splitlines() if line.startswith(head)]
    assert len(lines) == 3
    for start in starts[language]:
        assert any(line.startswith(head + start) for line in lines)
    assert not (place / "report.docx").exists()


def test_a_broken_file_leaves_an_existing_document_alone(run, place):
    (place / "report.docx").write_bytes(b"old")
    _with_errors(place)
    assert run("render", "report.yaml")[0] == 2
    write(place / "report.yaml", GOOD + "foo: 1\nbar: 2\n")
    code, out, err = run("render", "report.yaml")
    assert (code, out) == (2, "")
    assert [line.split("；")[0] for line in err.splitlines()] == [
        "错误：report.yaml：第 7 行：不认识的键 foo",
        "错误：report.yaml：第 8 行：不认识的键 bar",
    ]
    assert (place / "report.docx").read_bytes() == b"old"
    assert sorted(path.name for path in place.iterdir()) == ["report.docx", "report.yaml"]


def test_warnings_go_to_standard_error_and_the_document_is_made(run, place):
    write(place / "report.yaml", GOOD + "conclusion: 汉 字。\n")
    code, out, err = run("render", "report.yaml")
    assert (code, out) == (0, "已生成：report.docx\n")
    assert err.startswith("警告：report.yaml：第 7 行，conclusion：")


def test_strict_makes_warnings_errors(run, place):
    write(place / "report.yaml", GOOD + "conclusion: 汉 字。\n")
    code, out, err = run("render", "report.yaml", "--strict")
    assert (code, out) == (2, "")
    assert err.startswith("错误：report.yaml：第 7 行，conclusion：")
    assert not (place / "report.docx").exists()


def test_strict_lets_notices_pass(run, place):
    write(place / "report.yaml", GOOD + "marks: [（一）, 一、]\n")
    code, _, err = run("render", "report.yaml", "--strict")
    assert code == 0
    assert err.startswith("提示：report.yaml：第 7 行，marks：")


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("", "work_report"),
        ("attachments: [{title: 名单, body: 文}]\naddressee: 区政府\n", "work_report"),
        ("header: {number: 人办发〔2022〕8号}\n", "red_head"),
        ("imprint: {}\n", "red_head"),
    ],
)
def test_a_report_with_head_or_imprint_takes_the_template_that_has_them(run, place, more, name):
    write(place / "report.yaml", GOOD + more)
    assert run("render", "report.yaml") == (0, "已生成：report.docx\n", "")
    report = WorkReport.load("report.yaml")
    assert (place / "report.docx").read_bytes() == report.to_bytes(template=name) == report.to_bytes()


def test_a_template_that_is_named_is_the_one_that_is_taken(run, place):
    write(place / "report.yaml", GOOD + "imprint: {}\n")
    code, out, err = run("render", "report.yaml", "--template", "work_report")
    assert (code, out) == (2, "")
    assert "版记" in err


# --- what shows only on the page --------------------------------------------------------------

PAGE = """\
organization: {name: 人民街道}
year: 2022
title: 总结
issue_date: 2022-12-20
achievements: {body: 文}
"""


@pytest.mark.parametrize(
    ("more", "where", "chinese", "english"),
    [
        (
            (
                f"plans:\n  body:\n    - 文\n    - columns: [{', '.join(40 * ['金额'])}]\n"
                f"      rows: [[{', '.join(40 * ['12345'])}]]\n"
            ),
            ("第 9 行，plans.body[1]：", "line 9, plans.body[1]: "),
            "横排页面只能容纳",
            "a landscape page holds",
        ),
        (
            "attachments:\n  - title: 照片\n    body: [文, {path: 图/坏.png}]\n",
            ("第 8 行，attachments[0].body[1]：", "line 8, attachments[0].body[1]: "),
            "图片已损坏：文件不完整",
            "the picture is damaged: its end is missing",
        ),
        (
            f"header:\n  number: 人办发〔2022〕8号\n  issuers: {'长' * 30}\n",
            ("第 6 行，header：", "line 6, header: "),
            "一行内排不下",
            "does not fit into one line of the red head",
        ),
        (
            f"signature:\n  kind: sealed\n  issuers: [甲, {'长' * 30}]\n",
            ("第 8 行，signature.issuers[1]：", "line 8, signature.issuers[1]: "),
            "一行排不下",
            "does not fit into one line of the signature",
        ),
        (
            f"imprint:\n  printed_by: {'长' * 30}\n",
            ("第 7 行，imprint.printed_by：", "line 7, imprint.printed_by: "),
            "一行排不下",
            "does not fit into one line of the signature",
        ),
    ],
)
def test_what_has_no_room_on_the_page_is_reported_with_line_and_path(run, place, more, where, chinese, english):
    (place / "图").mkdir()
    (place / "图" / "坏.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    write(place / "report.yaml", PAGE + more)
    for language, start, sentence in (("zh", where[0], chinese), ("en", where[1], english)):
        code, out, err = run("render", "report.yaml", "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.partition("report.yaml")[2].lstrip("：: ").startswith(start)
        assert sentence in err
    assert not (place / "report.docx").exists()


# --- what can't be read or written ------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.yaml",), "none.yaml：文件不存在"),
        (("",), "这是一个文件夹"),
        ((".",), "这是一个文件夹"),
        (("..",), "这是一个文件夹"),
        pytest.param(("长" * 300 + ".yaml",), "文件名太长", marks=short_names),
        (("report.yaml", "--template", "work_reprot"), "没有名为“work_reprot”的模板；现有模板：red_head、work_report"),
        (("report.yaml", "--template", "no/ours.docx"), "no/ours.docx：文件不存在"),
        (("report.yaml", "--template", "长" * 300 + ".docx"), "文件不存在"),
        (("report.yaml", "--template", "report.yaml"), "不是 .docx 文件，而是其他类型的文件"),
        (("report.yaml", "--template", "."), "这是一个文件夹"),
        (("report.yaml", "--template", ""), "这是一个文件夹"),
        (("report.yaml", "-o", "."), "输出位置是一个文件夹"),
        (("report.yaml", "-o", "folder.docx"), "folder.docx：输出位置是一个文件夹"),
        (("report.yaml", "-o", "no/out.docx"), "no/out.docx：文件夹 no 不存在"),
        (("report.yaml", "-o", "report.yaml/out.docx"), "不存在"),
        (("report.yaml", "-o", "out.pdf"), "out.pdf 不是 .docx 文件；请写：out.docx"),
        (("report.yaml", "-o", "report.yaml"), "report.yaml 不是 .docx 文件"),
        pytest.param(("report.yaml", "-o", "长" * 300 + ".docx"), "文件名太长", marks=short_names),
        (("report.yaml", "-o", "ours.docx", "--template", "./ours.docx"), "输出文件就是读入的文件"),
    ],
)
def test_what_stands_in_the_way_is_one_message_and_code_2(run, place, arguments, said):
    (place / "folder.docx").mkdir()
    ours = find("work_report").read_bytes()
    (place / "ours.docx").write_bytes(ours)
    code, out, err = run("render", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("错误：")
    assert said in err
    assert not ENGLISH.search(err)
    assert (place / "ours.docx").read_bytes() == ours
    assert (place / "report.yaml").read_text(encoding="utf-8") == GOOD
    assert sorted(path.name for path in place.iterdir()) == ["folder.docx", "ours.docx", "report.yaml"]


def test_a_data_file_that_is_called_docx_is_not_written_over(run, place):
    (place / "report.yaml").rename(place / "report.docx")
    assert run("render", "report.docx")[0] == 2
    assert (place / "report.docx").read_text(encoding="utf-8") == GOOD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_report_without_permission_is_one_message(run, place):
    (place / "report.yaml").chmod(0)
    code, _, err = run("render", "report.yaml")
    assert (code, err) == (2, "错误：report.yaml：没有读取这个文件的权限；请申请权限\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_one_message(run, place):
    (place / "locked").mkdir(mode=0o555)
    code, _, err = run("render", "report.yaml", "-o", "locked/out.docx")
    assert (code, err) == (2, "错误：locked/out.docx：文件无法写入（没有权限）\n")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes no files")
def test_a_folder_that_takes_no_files_is_one_message(run):
    code, _, err = run("render", "report.yaml", "-o", "/proc/out.docx")
    assert (code, err) == (2, "错误：/proc/out.docx：文件无法写入（没有这个文件或文件夹）\n")


def test_a_draft_becomes_a_document_and_is_not_written_over(run, place):
    write(place / "draft.txt", LAST_YEAR)
    code, out, err = run("render", "draft.txt")
    assert (code, out) == (0, "已生成：draft.docx\n")
    assert "序号“（三）”前有缺号" in err
    code, out, _ = run("render", "draft.docx")
    assert (code, out) == (0, "已生成：人民街道2022年工作总结.docx\n")
    assert run("render", "draft.docx", "-o", "draft.docx")[0] == 2


def test_notes_of_one_kind_are_one_line_unless_all_are_asked_for(run, place):
    write(place / "draft.txt", LAST_YEAR.replace("。", ",,。"))
    few, many = run("render", "draft.txt")[2], run("render", "draft.txt", "--verbose", "--force")[2]
    assert few.count("标点已改正") == 1
    assert "标点已改正：3 行" in few
    assert many.count("标点已改正") > 1
    assert few.index("警告") < few.index("提示")


# --- beside the document ------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--pdf", "--preview"])
def test_the_pdf_stands_beside_the_document_and_is_what_is_opened(run, place, monkeypatch, option):
    found = []
    monkeypatch.setattr("click.launch", lambda path: found.append(path) or 0)
    monkeypatch.setattr("os.startfile", found.append, raising=False)
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: b"%PDF-1.7\n%%EOF\n")
    assert run("render", "report.yaml", "--open") == (0, "已生成：report.docx\n", "")
    assert run("render", "report.yaml", option, "--open")[:2] == (0, "已生成：report.docx\n已生成：report.pdf\n")
    assert [os.path.basename(path) for path in found] == ["report.docx", "report.pdf"]
    assert all(map(os.path.isabs, found))
    (place / "report.pdf").write_bytes(b"%PDF of somebody")
    (place / "report.docx").unlink()
    code, out, err = run("render", "report.yaml", option)
    assert (code, out) == (2, "")
    assert err.startswith("错误：report.pdf：已有同名文件")
    assert not (place / "report.docx").exists()


def test_the_document_is_made_where_the_pdf_can_not_be(run, place, monkeypatch):
    monkeypatch.setattr("renmin_docs.libreoffice._program", lambda: None)
    code, out, err = run("render", "report.yaml", "--pdf")
    assert (code, out) == (2, "已生成：report.docx\n")
    assert err.startswith("错误：report.docx：处理这个 .docx 文件需要 LibreOffice，本机未安装；")
    assert sorted(path.name for path in place.iterdir()) == ["report.docx", "report.yaml"]


def test_a_system_that_opens_no_files_is_a_note(run, monkeypatch):
    def refused(_):
        raise OSError

    monkeypatch.setattr("click.launch", lambda _: 1)
    monkeypatch.setattr("os.startfile", refused, raising=False)
    code, out, err = run("render", "report.yaml", "--open")
    assert (code, out) == (0, "已生成：report.docx\n")
    assert err.startswith("提示：本机没有可用来打开文件的程序（")
    assert err.endswith("；请自行打开：report.docx\n")


@posix
def test_the_program_of_the_system_gets_the_whole_path(place):
    stub, log = place / "bin", place / "opened"
    stub.mkdir()
    for name in ("xdg-open", "open"):
        write(stub / name, f'#!/bin/sh\nprintf "%s" "$1" > {log}.new\nmv {log}.new {log}\n').chmod(0o755)
    environment = {**os.environ, "PATH": f"{stub}{os.pathsep}{os.environ['PATH']}"}
    program = [sys.executable, "-c", "from renmin_docs.cli import main; main()", "render", "report.yaml", "--open"]
    subprocess.run(program, cwd=place, env=environment, check=True, capture_output=True, timeout=HANG)
    wait_until(log.exists, "the program that opens the document")
    assert log.read_text(encoding="utf-8") == str((place / "report.docx").resolve())
