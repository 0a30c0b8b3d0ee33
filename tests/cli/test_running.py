"""The command line: what it writes, what it says, in which language, and the code it ends with."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from renmin_docs import Chapter, Picture, WorkReport, __version__
from renmin_docs.shelf import find
from tests.pictures import saved
from tests.samples import report

EXAMPLE = Path("examples/renmin_2022.yaml").absolute()
GOOD = """\
organization: {name: 人民街道}
year: 2022
issue_date: 2022-12-20
figures: {shops: 600余家}
achievements: {body: "规范{shops}。"}
plans: {body: 继续规范。}
"""
ENGLISH = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z']{2,}")
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def place(desk):
    """The working folder, with a good report in it."""
    (desk / "report.yaml").write_text(GOOD, encoding="utf-8")
    return desk


def _write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


# --- render -----------------------------------------------------------------------------------


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


def test_an_existing_document_is_replaced_and_no_other_file_is_left(run, place):
    (place / "report.docx").write_bytes(b"old")
    assert run("render", "report.yaml")[0] == 0
    assert (place / "report.docx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in place.iterdir()) == ["report.docx", "report.yaml"]


def _with_errors(place):
    text = GOOD.replace("{shops: 600余家}", "{shops: 3家, firms: {total: 7家, parts: {甲: 3家, 乙: 5家}}}")
    return _write(place / "report.yaml", text + "conclusion: |\n  共{shop}。\n  {firms:同比}。\n")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_report_says_against_itself_is_told_with_file_line_and_path(run, place, language):
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
    _write(place / "report.yaml", GOOD + "foo: 1\nbar: 2\n")
    code, out, err = run("render", "report.yaml")
    assert (code, out) == (2, "")
    assert [line.split("；")[0] for line in err.splitlines()] == [
        "错误：report.yaml：第 7 行：不认识的键 foo",
        "错误：report.yaml：第 8 行：不认识的键 bar",
    ]
    assert (place / "report.docx").read_bytes() == b"old"
    assert sorted(path.name for path in place.iterdir()) == ["report.docx", "report.yaml"]


def test_warnings_go_to_standard_error_and_the_document_is_made(run, place):
    _write(place / "report.yaml", GOOD + "conclusion: 汉 字。\n")
    code, out, err = run("render", "report.yaml")
    assert (code, out) == (0, "已生成：report.docx\n")
    assert err.startswith("警告：report.yaml：第 7 行，conclusion：")


def test_strict_makes_warnings_errors(run, place):
    _write(place / "report.yaml", GOOD + "conclusion: 汉 字。\n")
    code, out, err = run("render", "report.yaml", "--strict")
    assert (code, out) == (2, "")
    assert err.startswith("错误：report.yaml：第 7 行，conclusion：")
    assert not (place / "report.docx").exists()


def test_strict_lets_notices_pass(run, place):
    _write(place / "report.yaml", GOOD + "marks: [（一）, 一、]\n")
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
    _write(place / "report.yaml", GOOD + more)
    assert run("render", "report.yaml") == (0, "已生成：report.docx\n", "")
    report = WorkReport.load("report.yaml")
    assert (place / "report.docx").read_bytes() == report.to_bytes(template=name) == report.to_bytes()


def test_a_template_that_is_named_is_the_one_that_is_taken(run, place):
    _write(place / "report.yaml", GOOD + "imprint: {}\n")
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
def test_what_has_no_room_on_the_page_is_told_with_line_and_path(run, place, more, where, chinese, english):
    (place / "图").mkdir()
    (place / "图" / "坏.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    _write(place / "report.yaml", PAGE + more)
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
        (("长" * 300 + ".yaml",), "文件名太长"),
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
        (("report.yaml", "-o", "out.pdf"), "out.pdf 不是 .docx 文件；请写 out.docx"),
        (("report.yaml", "-o", "report.yaml"), "report.yaml 不是 .docx 文件"),
        (("report.yaml", "-o", "长" * 300 + ".docx"), "文件名太长"),
        (("report.yaml", "-o", "ours.docx", "--template", "./ours.docx"), "输出文件就是数据文件或模板本身"),
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


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that takes no files")
def test_a_folder_that_takes_no_files_is_one_message(run):
    code, _, err = run("render", "report.yaml", "-o", "/proc/out.docx")
    assert (code, err) == (2, "错误：/proc/out.docx：文件无法写入（没有这个文件或文件夹）\n")


# --- wrong use --------------------------------------------------------------------------------

MISUSES = {
    ("rendr", "a"): ("没有命令 rendr；可用：render", "there is no command rendr; use render"),
    ("render",): ("缺少报告文件；用法见 renmin-docs render -h", "REPORT is missing; “renmin-docs render -h” shows how"),
    ("render", "a", "b"): ("多出了参数 b；", "there is one argument too many (b); "),
    ("render", "a", "--tempalte", "x"): (
        "没有选项 --tempalte；可用：--template",
        "there is no option --tempalte; use --template",
    ),
    ("render", "a", "--numbering", "x"): (
        "--numbering 的值有误；可用：typed、native",
        "--numbering can't take this value; use typed, native",
    ),
    ("render", "a", "-o"): ("-o 后面缺少值", "-o needs a value"),
    ("render", "a", "--strict=1"): ("--strict 后面不写值", "--strict takes no value"),
    ("schema", "x"): ("多出了参数 x", "one argument too many (x)"),
    ("--frob",): ("没有选项 --frob", "there is no option --frob"),
    ("-x",): ("没有选项 -x", "there is no option -x"),
}


@pytest.mark.parametrize("arguments", MISUSES)
def test_wrong_use_is_told_in_the_users_language(run, arguments):
    chinese, english = MISUSES[arguments]
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("用法有误：" + chinese)
    assert not ENGLISH.search(err)
    code, out, err = run("--lang", "en", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("wrong use: ")
    assert english in err


def test_no_command_shows_the_help_and_is_wrong_use(run):
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("用法：renmin-docs [选项] 命令 …")


# --- languages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "en", "render", "no.yaml"), ("render", "no.yaml", "--lang", "en"), ("render", "--lang=en", "no.yaml")],
)
def test_the_language_may_stand_before_and_behind_the_command(run, arguments):
    assert run(*arguments) == (2, "", "error: no.yaml: there is no such file; check the path\n")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_locale_says_the_language(run, monkeypatch, variables, language):
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    _, _, err = run("render", "no.yaml")
    assert err.startswith({"zh": "错误：", "en": "error: "}[language])


def test_an_unknown_language_is_wrong_use_in_the_locales_language(run):
    assert run("--lang", "fr", "schema") == (2, "", "用法有误：--lang 的值有误；可用：zh、en\n")


def test_a_file_named_like_the_option_is_a_file(run):
    code, _, err = run("render", "--", "--lang=en")
    assert code == 2
    assert err.startswith("错误：--lang=en：文件不存在")


@pytest.mark.parametrize("command", [(), ("render",), ("schema",)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_in_one_language(run, command, option):
    code, out, err = run(*command, option)
    assert (code, err) == (0, "")
    assert out.startswith("用法：renmin-docs")
    assert not ENGLISH.search(out)
    assert "Options" not in out
    code, out, err = run("--lang", "en", *command, option)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: renmin-docs")


# --- schema and version -----------------------------------------------------------------------


def test_the_version_is_the_packages(run):
    assert run("--version") == (0, f"renmin-docs {__version__}\n", "")


def test_the_schema_is_json_and_the_models_own(run):
    code, out, err = run("schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == WorkReport.model_json_schema()


# --- as a process -----------------------------------------------------------------------------

HEAVY = ("pydantic", "ruamel", "docxtpl", "docx", "lxml", "babel", "jinja2", "openpyxl")
LOADED = f"import sys; print([name for name in {HEAVY} if name in sys.modules])"


def _python(code, *arguments, **variables):
    environment = {name: value for name, value in os.environ.items() if name not in LOCALES} | variables
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=environment, check=False, timeout=60
    )


def test_importing_the_package_loads_nothing_heavy():
    done = _python(f"import renmin_docs; {LOADED}")
    assert (done.stdout.strip(), done.stderr) == (b"[]", b"")


def test_the_version_and_the_help_load_nothing_heavy():
    for option in ("--version", "-h"):
        code = f"from renmin_docs.cli import main\ntry: main([{option!r}])\nfinally:\n    {LOADED}"
        done = _python(code)
        assert done.stdout.splitlines()[-1] == b"[]"


def test_the_schema_loads_no_template_engine():
    done = _python(f"from renmin_docs.cli import main\ntry: main(['schema'])\nfinally:\n    {LOADED}", PYTHONUTF8="1")
    assert done.stdout.splitlines()[-1] == b"['pydantic']"


MAIN = "from renmin_docs.cli import main; main()"


def test_a_console_without_chinese_shows_escapes(place):
    _write(place / "字.yaml", GOOD)
    done = _python(MAIN, "render", str(place / "字.yaml"), PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"\\u" in done.stdout
    assert done.stderr == b""


def test_the_schema_is_json_on_every_console():
    for encoding in ("ascii", "gbk", "utf-8"):
        done = _python(MAIN, "schema", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert json.loads(done.stdout.decode("utf-8"))["title"] == "WorkReport"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_nobody_takes_is_one_message():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"LANG": "zh_CN.UTF-8", "LC_ALL": "", "PYTHONUTF8": "1"},
            check=False,
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def test_the_installed_command_is_this_one(place):
    done = _python(MAIN, "render", "report.yaml", "--lang", "en", PYTHONUTF8="1")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"written: report.docx", b"")
    assert (place / "report.docx").exists()


# --- import -----------------------------------------------------------------------------------

LAST_YEAR = """\
人民街道2022年工作总结
一、工作开展情况
（一）抓党建
新建红色驿站4个,,居民满意。
（三）抓民生
新增托位60个。
二、工作打算
办好十件实事。
"""


def test_import_writes_a_data_file_that_is_the_report(run, place):
    _write(place / "last.txt", LAST_YEAR)
    code, out, err = run("import", "last.txt", "-o", "report.yaml")
    assert (code, out) == (0, "已生成：report.yaml\n")
    assert err.splitlines() == [
        "提示：last.txt：第 4 行：标点已改正：“,,”→“，”；本行 1 处",
        "警告：last.txt：第 5 行：序号“（三）”前有缺号，将印作“（二）”；请核对前面是否有遗漏",
    ]
    report = WorkReport.load(place / "report.yaml")
    assert (report.organization.name, report.year) == ("人民街道", 2022)
    assert [point.heading for point in report.achievements[0].points] == ["抓党建", "抓民生"]
    head = (place / "report.yaml").read_text(encoding="utf-8").splitlines()[:3]
    assert head[0] == "# 由 last.txt 读入，请核对以下各处："
    assert head[1].startswith("# 第 5 行")
    assert head[2] == "organization:"
    assert run("render", "report.yaml")[0] == 0


def test_import_names_its_output_after_the_text_and_has_no_head_without_doubts(run, place):
    _write(place / "last.txt", LAST_YEAR.replace("（三）", "（二）"))
    code, out, _ = run("import", "last.txt", "--lang", "en")
    assert (code, out) == (0, "written: last.yaml\n")
    assert (place / "last.yaml").read_text(encoding="utf-8").startswith("organization:")


def test_import_takes_year_and_office_and_leaves_out_steps(run, place):
    _write(place / "last.txt", "一、工作\n区(qū)委,,街道。\n")
    run("import", "last.txt", "--year", "2021", "--organization", "东风街道", "--without", "pinyin")
    report = WorkReport.load(place / "last.yaml")
    assert (report.year, report.organization.issuer) == (2021, "东风街道办事处")
    assert report.achievements[0].body == ("区（qū）委，街道。",)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.txt",), "文件不存在"),
        (("last.txt", "-o", "last.docx"), "last.docx 不是 YAML 文件；请写 last.yaml"),
        (("last.txt", "--without", "pinyn"), "没有名为 -pinyn 的清理步骤"),
        (("last.txt", "--year", "22"), "--year 的值有误"),
        (("word.txt",), "不是文本文件，看上去是Word 文档或其他压缩文件"),
    ],
)
def test_import_says_what_it_can_not_read_or_write(run, place, arguments, said):
    _write(place / "last.txt", LAST_YEAR)
    (place / "word.txt").write_bytes(b"PK\x03\x04")
    code, out, err = run("import", *arguments)
    assert (code, out) == (2, "")
    assert said.replace("是Word", "是 Word") in err


def test_import_says_that_a_data_file_is_too_large_to_be_read_again(run, place):
    (place / "last.txt").write_text(
        "人民街道2022年工作总结\n" + "街道坚持问题导向，办成实事20件。\n" * 90_000, encoding="utf-8"
    )
    code, _, err = run("import", "last.txt", "--lang", "en")
    assert code == 0
    assert "last.yaml: the data file has 5 MB, more than can be read again; divide the report; the limit is 4 MB" in err
    assert run("render", "last.yaml")[0] == 2


def test_import_does_not_write_over_what_it_reads(run, place):
    _write(place / "last.yaml", LAST_YEAR)
    code, _, err = run("import", "last.yaml")
    assert code == 2
    assert "输出文件就是" in err
    assert (place / "last.yaml").read_text(encoding="utf-8") == LAST_YEAR


def test_import_reads_a_document_keeps_its_pictures_and_types_its_figures(run, place):
    (place / "hall.png").write_bytes(saved())
    body = ["走访居民860户。", Picture(path=str(place / "hall.png"))]
    report(achievements=Chapter(heading="工作情况", body=body)).save(place / "last.docx")
    code, out, err = run("import", "last.docx", "--figures")
    assert (code, out) == (0, "已生成：last_1.png\n已生成：last.yaml\n")
    assert err == "提示：last.docx：第 5 行：图片存为 last_1.png\n"
    found = WorkReport.load(place / "last.yaml")
    assert str(found.figures["走访居民"]) == "860户"
    assert run("render", "last.yaml", "-o", "again.docx")[0] == 0


# --- next and compare -------------------------------------------------------------------------


def test_next_writes_a_skeleton_that_renders_at_once(run, place):
    _write(place / "last.txt", LAST_YEAR.replace("（三）", "（二）"))
    code, out, _ = run("next", "last.txt")
    assert (code, out) == (0, "已生成：2023年.yaml\n")
    text = (place / "2023年.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 由 last.txt 生成，请在有提示处填写\n")
    assert "# 去年的打算，请填写完成情况：" in text
    assert "# 上年为 4个，请改为本年数" in text
    code, _, err = run("render", "2023年.yaml")
    assert code == 0
    assert "此处尚待填写" in err


def test_next_does_not_write_over_its_report(run, place):
    _write(place / "2022年.yaml", GOOD)
    assert run("next", "2022年.yaml", "-o", "2022年.yaml")[0] == 2
    assert run("next", "2022年.yaml", "-o", "next.docx")[0] == 2


def test_compare_sets_two_years_side_by_side(run, place):
    _write(place / "last.txt", LAST_YEAR)
    _write(
        place / "this.txt", LAST_YEAR.replace("2022", "2023").replace("4个", "6个").replace("抓民生", "办好十件实事")
    )
    code, out, _ = run("compare", "last.txt", "this.txt")
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["名称", "上年", "本年", "同比"]
    assert any(line[1:] == ["4个", "6个", "同比增长50%"] for line in lines)
    data = json.loads(run("compare", "last.txt", "this.txt", "--json")[1])
    assert {row["growth"] for row in data["figures"]} == {"同比增长50%", "同比持平"}
    assert data["plans"] == []
    assert run("compare", "last.txt", "this.txt", "--xlsx", "years.xlsx")[1] == "已生成：years.xlsx\n"
    assert openpyxl.load_workbook(place / "years.xlsx").sheetnames == ["数据", "打算"]


# --- figures ----------------------------------------------------------------------------------


def test_the_figures_of_a_report_are_listed_as_lines_json_or_a_workbook(place, run):
    for arguments, expected in (
        (["--lang", "zh"], "营业额        9.75亿元"),
        (["--lang", "en"], "as printed"),
        (["--json"], '"printed": "9.75亿元"'),
        (["--xlsx", "数据.xlsx", "--lang", "zh"], "已生成：数据.xlsx"),
    ):
        code, out, _ = run("figures", EXAMPLE, *arguments)
        assert code == 0
        assert expected in out
    assert (place / "数据.xlsx").read_bytes().startswith(b"PK")
