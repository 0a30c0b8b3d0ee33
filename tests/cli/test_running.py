"""The command line itself: wrong use, languages, consoles, what is loaded."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from renmin_docs import WorkReport, __version__
from renmin_docs.cli import main, running
from tests.cli.texts import ENGLISH, GOOD, LAST_YEAR, write
from tests.effort import some
from tests.waiting import HANG

pytestmark = pytest.mark.usefixtures("place")
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


# --- wrong use --------------------------------------------------------------------------------

MISUSES = {
    ("rendr", "a"): ("没有命令 rendr；可用：render", "there is no command rendr; use render"),
    ("render",): ("缺少报告文件；用法见 renmin-docs render -h", "REPORT is missing; “renmin-docs render -h” shows how"),
    ("render", "a", "b"): (
        "render 一次生成一份文档，b 不是一份；",
        "render makes one document, and b stands for more; ",
    ),
    ("render", "a*.yaml"): (
        "render 一次生成一份文档，a*.yaml 不是一份；请用 renmin-docs batch",
        "use: renmin-docs batch",
    ),
    ("batch", "a.yaml"): ("缺少 --output（存放文档的文件夹）；", "renmin-docs render a.yaml"),
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
def test_wrong_use_is_reported_in_the_users_language(run, arguments):
    chinese, english = MISUSES[arguments]
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("用法有误：" + chinese)
    assert not ENGLISH.search(err)
    code, out, err = run("--lang", "en", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("wrong use: ")
    assert english in err


def test_no_command_says_what_to_do_first_in_three_lines_that_work(run, place):
    code, out, err = run()
    assert (code, out, len(err.splitlines())) == (2, "", 3)
    new, render, draft = (re.findall("renmin-docs ([^-].*?)(?:  |$)", line)[0].split() for line in err.splitlines())
    assert [run(*new)[0], run(*render)[0]] == [0, 0]
    write(place / draft[-1].replace(".docx", ".txt"), LAST_YEAR)
    assert run(draft[0], "草稿.txt")[0] == 0
    english = run("--lang", "en")[2]
    assert len(english.splitlines()) == 3
    assert english.startswith("begin a report:  renmin-docs new ")


def test_a_group_without_a_command_shows_its_help(run):
    code, out, err = run("template")
    assert (code, out) == (2, "")
    assert err.startswith("用法：renmin-docs template [选项] 命令 …")


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
        [sys.executable, "-c", code, *arguments], capture_output=True, env=environment, check=False, timeout=HANG
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
    write(place / "字.yaml", GOOD)
    done = _python(MAIN, "render", str(place / "字.yaml"), PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"\\u" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_a_console_of_a_code_page_shows_every_message_with_its_place(place, encoding):
    rare = "✓²‰𠮷\u3400é—"
    write(place / f"{rare}.yaml", GOOD.replace("{shops}", f"{{{rare}}}") + f"{rare}: {rare}\n")
    for words in some((("render",), ("figures",), ("import", "--organization", rare), ("batch", "-o", "out"))):
        done = _python(MAIN, words[0], f"{rare}.yaml", *words[1:], PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.returncode in (1, 2)
        assert b"Traceback" not in done.stderr
        assert rare.encode(encoding, "backslashreplace") in done.stderr + done.stdout


def test_the_schema_is_json_on_every_console():
    for encoding in ("ascii", "gbk", "utf-8"):
        done = _python(MAIN, "schema", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert json.loads(done.stdout.decode("utf-8"))["title"] == "WorkReport"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
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


@pytest.mark.parametrize("word", ["--version", "-h", "schema"])
def test_an_output_whose_reader_has_left_ends_the_command_quietly(word):
    command = [sys.executable, "-c", MAIN, word]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


class Unread(io.StringIO):
    """An output as Windows has it when its reader has left."""

    def flush(self):
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_closed_pipe_of_windows_is_known_by_its_own_error(run, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Unread())
    assert run("schema") == (1, "", "")


def test_the_same_error_of_anything_else_is_told(run, monkeypatch):
    def refused(_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(running, "command_line", refused)
    code, _, err = run("schema")
    assert (code, "系统拒绝了操作" in err) == (2, True)


@pytest.mark.parametrize("module", ["kept_code", "running"])
def test_ctrl_c_while_the_command_is_loaded_is_as_quiet_as_later(monkeypatch, module):
    monkeypatch.setitem(sys.modules, f"renmin_docs.cli.{module}", Interrupted(module))
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 130


def test_ctrl_c_before_click_listens_is_told(run, monkeypatch):
    monkeypatch.setattr(running, "command_line", lambda _: Interrupted("commands").command_line)
    assert run("--version") == (130, "", "已中断：Ctrl-C\n")


class Interrupted(ModuleType):
    """A module in the midst of its import."""

    def __getattr__(self, name):
        raise KeyboardInterrupt


def test_the_installed_command_is_this_one(place):
    done = _python(MAIN, "render", "report.yaml", "--lang", "en", PYTHONUTF8="1")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"written: report.docx", b"")
    assert (place / "report.docx").exists()
