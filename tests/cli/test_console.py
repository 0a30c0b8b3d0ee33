"""Output is safe for terminals: no text that was read, and no name of a file, reaches a terminal's controls."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from pathlib import Path

import openpyxl
import pytest

import renmin_docs
from renmin_docs.cli import console
from tests.cli.texts import GOOD, LAST_YEAR, write
from tests.waiting import HANG

ESCAPES = "\x1b[31mRED\x1b]0;pwn\x07\x9b2J\u202e\n已生成：x"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
QUOTED = json.dumps(ESCAPES.replace("\n", "")).replace("\\u009b", "\\x9b")


def _hostile_text():
    """A report that YAML's escapes bring such characters into."""
    marked = GOOD.replace("规范{shops}。", "规范{shops}。\\u202e12家。\\x9b3家。")
    return marked.replace("继续规范。", QUOTED)


@pytest.fixture
def hostile(workspace, monkeypatch):
    """Files with names and texts that a terminal would obey."""
    monkeypatch.setattr("renmin_docs.preview.converted", lambda *_, **__: b"%PDF-1.7\n%%EOF\n")
    for name, text in {
        f"{ESCAPES}.yaml": GOOD,
        f"{ESCAPES}bad.yaml": GOOD.replace("{shops}", "{nobody}") + f"{QUOTED}: {QUOTED}\n",
        f"{ESCAPES}.txt": LAST_YEAR.replace("抓党建", f"抓党建{ESCAPES}"),
        f"{ESCAPES}text.yaml": _hostile_text(),
    }.items():
        write(workspace / name, text)
    (workspace / f"{ESCAPES}.docx").write_bytes(b"PK")
    book = openpyxl.Workbook()
    book.active.append(("单位", "年度", "=\u202e" + "甲"))
    book.active.append(("街道\u202e", 2022, "1家"))
    book.save(workspace / f"{ESCAPES}.xlsx")
    return workspace


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    "words",
    [
        ("render", f"{ESCAPES}.yaml"),
        ("render", f"{ESCAPES}.yaml", "--explain"),
        ("render", f"{ESCAPES}.yaml", "--explain", "--template", ESCAPES),
        ("render", f"{ESCAPES}.yaml", "--explain", "--json", "--template", ESCAPES),
        ("render", f"{ESCAPES}.yaml", "-o", f"{ESCAPES}/a.docx"),
        ("render", f"{ESCAPES}.yaml", "-o", f"{ESCAPES}.txt"),
        ("render", f"{ESCAPES}.yaml", "-o", f"{ESCAPES}.docx"),
        ("render", f"{ESCAPES}.yaml", "--template", f"{ESCAPES}.docx"),
        ("render", f"{ESCAPES}bad.yaml"),
        ("render", f"{ESCAPES}text.yaml"),
        ("render", f"{ESCAPES}none.yaml"),
        ("render", f"--{ESCAPES}"),
        ("render", "a", ESCAPES),
        (ESCAPES,),
        ("template", ESCAPES),
        ("new", ESCAPES, "--year", "2023"),
        ("new", "甲", "--year", "2023", "-o", ESCAPES),
        ("new", "甲", "--year", ESCAPES),
        ("import", f"{ESCAPES}.txt"),
        ("import", f"{ESCAPES}.txt", "--organization", f"甲{ESCAPES[:8]}", "-o", f"{ESCAPES}2.yaml"),
        ("import", f"{ESCAPES}.txt", "--without", ESCAPES),
        ("import", f"{ESCAPES}.docx"),
        ("next", f"{ESCAPES}.yaml"),
        ("next", f"{ESCAPES}.txt"),
        ("compare", f"{ESCAPES}.txt", f"{ESCAPES}.yaml"),
        ("compare", f"{ESCAPES}.txt", f"{ESCAPES}text.yaml"),
        ("compare", f"{ESCAPES}.txt", f"{ESCAPES}.yaml", "--json"),
        ("compare", f"{ESCAPES}.txt", f"{ESCAPES}.yaml", "--xlsx", f"{ESCAPES}3.xlsx"),
        ("figures", f"{ESCAPES}.yaml"),
        ("figures", f"{ESCAPES}text.yaml"),
        ("figures", f"{ESCAPES}text.yaml", "--json"),
        ("figures", f"{ESCAPES}.yaml", "--xlsx", f"{ESCAPES}3.xlsx"),
        ("template", "check", f"{ESCAPES}.docx"),
        ("template", "check", f"{ESCAPES}.docx", "--json"),
        ("template", "export", "work_report", f"{ESCAPES}4.docx"),
        ("template", "export", ESCAPES, "a.docx"),
        ("template", "list"),
        ("template", "variables"),
        ("preview", f"{ESCAPES}.docx"),
        ("preview", f"{ESCAPES}.yaml"),
        ("batch", f"{ESCAPES}.yaml", f"{ESCAPES}bad.yaml", f"{ESCAPES}text.yaml", "-o", f"{ESCAPES}out"),
        ("batch", f"{ESCAPES}.yaml", f"{ESCAPES}bad.yaml", "-o", f"{ESCAPES}out", "--json"),
        ("batch", f"{ESCAPES}.xlsx", "--text", f"{ESCAPES}.yaml", "-o", f"{ESCAPES}out"),
        ("batch", f"{ESCAPES}.yaml", "-o", "out", "--name", f"{ESCAPES}{{input}}"),
        ("batch", f"{ESCAPES}.yaml", "-o", "out", "--name", f"{{{ESCAPES}}}"),
        ("schema",),
    ],
    ids=lambda words: ascii(" ".join(words)).replace(ascii(ESCAPES)[1:-1], "N"),
)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("hostile")
def test_no_command_prints_a_control_character(run, words, language):
    _, out, err = run(*words, "--lang", language)
    for text in (out, err):
        assert not RAW.search(text), ascii(text)
        assert not [line for line in text.splitlines() if line == "已生成：x"]
    if "--json" in words and out:
        json.loads(out)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of this kind")
def test_the_progress_bar_on_a_terminal_prints_none_either(hostile):
    import subprocess

    pytest.importorskip("tqdm")
    control, terminal = os.openpty()
    words = ["batch", f"{ESCAPES}.yaml", f"{ESCAPES}bad.yaml", "-o", "out"]
    program = [sys.executable, "-c", "from renmin_docs.cli import main; main()", *words]
    with subprocess.Popen(program, cwd=hostile, stdout=subprocess.PIPE, stderr=terminal) as process:
        process.communicate(timeout=HANG)
    os.close(terminal)
    found = b""
    try:
        while part := os.read(control, 2**16):
            found += part
    except OSError:  # Linux ends a terminal so
        pass
    os.close(control)
    text = found.decode()
    assert "RED" in text
    assert not RAW.search(re.sub(r"\x1b\[A|[\r\n]", "", text)), ascii(text)


def test_json_is_the_same_data_with_every_such_character_escaped(capsys):
    data = {"a": "\x1b\x7f\x9b\u202e\u2028，街道\u3000\ud800"}
    console.print_json(data)
    text = capsys.readouterr().out
    assert not RAW.search(text)
    assert json.loads(text) == data
    assert "，街道\u3000" in text


def test_a_wide_blank_stays_and_lines_stay_lines(capsys):
    console.echo("街道\u3000办\n\x1b[1m")
    assert capsys.readouterr().out == "街道\u3000办\n\\x1b[1m\n"


def test_one_place_prints():
    package = Path(renmin_docs.__file__).parent
    texts = {path: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    users = {
        path.relative_to(package).as_posix()
        for path, text in texts.items()
        if re.search(r"\b(?:echo|secho|print)\s*\(", text)  # few modules have any
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("click.echo", "click.secho", "print")
    }
    assert users == {"cli/console.py"}


def test_of_one_rule_a_hundred_findings_are_printed_and_the_number_of_the_others(workspace, run):
    keys = "".join(f"k{number}: 1\n" for number in range(250))
    path = write(workspace / "many.yaml", GOOD.replace("achievements: ", "achievments: ") + keys)
    for command in (("render", path), ("batch", path, "-o", workspace / "out")):
        _, _, error = run(*command)
        lines = error.splitlines()
        assert sum("键" in line for line in lines) > 100
        assert "另有 150 处同类问题（strange_key）没有列出" in error
        assert any("achievments" in line for line in lines)
        assert len(lines) < 110
