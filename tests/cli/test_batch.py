"""The command `batch`: what it writes and says, its codes, Ctrl-C and kills."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from importlib.util import find_spec

import openpyxl
import psutil
import pytest

from renmin_docs import WorkReport
from renmin_docs.batch.api import render_all
from tests.batch.districts import data_files, documents, manifest
from tests.batch.processes import all_end, environment, workers_of
from tests.cli.texts import ENGLISH
from tests.effort import scaled
from tests.systems import needs_pools
from tests.waiting import HANG, wait_until

MANY, SOME = scaled(1_000), scaled(400)
"""Reports of a batch that is killed, and of one that is stopped by Ctrl-C."""
needs_cluster = pytest.mark.skipif(not find_spec("distributed"), reason="distributed is not installed")


@pytest.fixture(autouse=True)
def place(workspace):
    """The working folder, with three data files in it, the second of them bad."""
    data_files(workspace / "data", 3)[1].write_text("organization: {name: 甲}\n", encoding="utf-8")
    return workspace


@pytest.fixture
def run(run):
    """Runs the command."""
    return lambda *words: run("batch", *words)


def test_good_reports_are_written_bad_ones_reported_and_the_code_is_1(run, place):
    code, out, err = run("data/*.yaml", "-o", "out")
    assert code == 1
    assert out.splitlines() == [
        "已生成：out/第0街道2022年工作总结.docx",
        "已生成：out/第2街道2022年工作总结.docx",
        "共 3 份：生成 2，未改动 0，失败 1；警告 0 条",
    ]
    assert [line.split("；")[0] for line in err.splitlines()] == [
        "错误：data/0001.yaml：第 1 行：缺少键 year",
        "错误：data/0001.yaml：第 1 行：缺少键 achievements",
    ]
    path = place / "out" / "第0街道2022年工作总结.docx"
    assert path.read_bytes() == WorkReport.load(place / "data" / "0000.yaml").to_bytes()


def test_in_english_it_speaks_english(run):
    code, out, err = run("data", "-o", "out", "--lang", "en")
    assert code == 1
    assert out.splitlines()[-1] == "3 reports: 2 written, 0 unchanged, 1 failed; 0 warnings"
    assert err.startswith("error: data/0001.yaml: line 1: the key year is missing")


def test_all_done_is_code_0_and_going_on_leaves_what_is_done(run):
    assert run("data/0000.yaml", "data/0002.yaml", "-o", "out")[0] == 0
    code, out, err = run("data/0000.yaml", "data/0002.yaml", "-o", "out", "--resume")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "未改动：out/第0街道2022年工作总结.docx"
    assert out.splitlines()[-1] == "共 2 份：生成 0，未改动 2，失败 0；警告 0 条"


def test_warnings_are_reported_and_counted_and_strict_makes_them_failures(run, place):
    path = place / "data" / "0000.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "conclusion: 汉 字。\n", encoding="utf-8")
    code, out, err = run(path.relative_to(place), "-o", "out")
    assert (code, out.splitlines()[-1]) == (0, "共 1 份：生成 1，未改动 0，失败 0；警告 1 条")
    assert err.startswith("警告：data/0000.yaml：第 5 行，conclusion：")
    code, _, err = run(path.relative_to(place), "-o", "out", "--strict")
    assert code == 1
    assert err.startswith("错误：data/0000.yaml：第 5 行，conclusion：")


def test_json_is_for_programs(run):
    code, out, err = run("data", "-o", "out", "--json")
    data = json.loads(out)
    assert code == 1
    assert err.startswith("错误：")
    assert {key: data[key] for key in data if key != "outcomes"} == {
        "reports": 3,
        "written": 2,
        "unchanged": 0,
        "failed": 1,
        "warnings": 0,
    }
    assert [outcome["state"] for outcome in data["outcomes"]] == ["written", "failed", "written"]
    assert data["outcomes"][1]["messages"][0].startswith("第 1 行：缺少键 year")


def test_names_template_and_numbering_are_taken(run, place):
    code, _, _ = run("data/0000.yaml", "-o", "out", "--name", "{input}", "--numbering", "native", "--jobs", "1")
    assert code == 0
    report = WorkReport.load(place / "data" / "0000.yaml")
    assert documents(place / "out") == {"0000.docx": report.to_bytes(numbering="native")}


def test_a_workbook_is_many_reports(run, place):
    book = openpyxl.Workbook()
    for row in (("单位", "网点"), ("甲街道", 3), ("乙街道", "很多")):
        book.worksheets[0].append(row)
    book.save(place / "reports.xlsx")
    (place / "shared.yaml").write_text('year: 2022\nachievements: {body: "共{网点}。"}\n', encoding="utf-8")
    code, _, err = run("reports.xlsx", "--text", "shared.yaml", "-o", "out")
    assert (code, list(documents(place / "out"))) == (1, ["甲街道2022年工作总结.docx"])
    assert "错误：reports.xlsx!3：Sheet!B3：看不懂数据“很多”" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "缺少报告 …"),
        (("data",), "缺少 --output（存放文档的文件夹）；请写上，例如 -o 文档"),
        (("no.yaml", "-o", "out"), "no.yaml：文件不存在"),
        (("no/*.yaml", "-o", "out"), "没有与 no/*.yaml 相符的数据文件"),
        (("data", "-o", "out", "--name", "{x}"), "文件名格式中没有字段 {x}"),
        (("data", "-o", "out", "--name", "../{year}"), "指向了别的文件夹"),
        (("data", "-o", "out", "--jobs", "0"), "--jobs 的值有误"),
        (("data", "-o", "out", "--jobs", "2", "--cluster", "tcp://x:1"), "--jobs 与 --cluster 不能同时使用"),
        (("data", "-o", "out", "--text", "data/0000.yaml"), "没有给出工作簿"),
        (("data", "-o", "out", "--template", "no.docx"), "no.docx：文件不存在"),
        (("data", "-o", "data/0000.yaml"), "输出文件夹的位置上是一个文件"),
        pytest.param(("data", "-o", "out", "--cluster", "x"), "没有调度器应答", marks=needs_cluster),
        (("book.xlsx", "-o", "out"), "缺少各行共用的正文"),
    ],
)
def test_wrong_use_is_code_2_one_message_and_nothing_made(run, place, arguments, said):
    openpyxl.Workbook().save(place / "book.xlsx")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (place / "out").exists()


def test_the_help_is_chinese(run):
    code, out, _ = run("-h")
    assert code == 0
    assert not ENGLISH.search(out)
    assert "[required]" not in out


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("installed", [True, False])
def test_a_bar_is_for_terminals_that_have_a_library_for_it(run, monkeypatch, terminal, installed):
    screen = io.StringIO()
    screen.isatty = lambda: terminal
    monkeypatch.setattr(sys, "stderr", screen)
    if not installed:
        monkeypatch.setitem(sys.modules, "tqdm", None)
    code, out, _ = run("data", "-o", "out")
    shown = screen.getvalue().replace(os.sep, "/")
    assert code == 1
    assert ("3/3" in shown) == (terminal and installed)
    assert ("已生成" in out) == (not (terminal and installed))
    assert "错误：data/0001.yaml：第 1 行：缺少键 year" in shown
    assert out.splitlines()[-1] == "共 3 份：生成 2，未改动 0，失败 1；警告 0 条"


# --- ended from outside -----------------------------------------------------------------------


def _listen_to_ctrl_c() -> None:
    """A shell lets what it runs in the background ignore it, and so would our child."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def started(folder, *words, **options):
    """The command in a process, and a process group, of its own."""
    program = "import sys; from renmin_docs.cli import main; main(sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", program, "batch", "data", "-o", "out", "--jobs", "2", *words],
        cwd=folder,
        env=environment(LANG="zh_CN.UTF-8", PYTHONUTF8="1"),
        start_new_session=True,
        preexec_fn=None if sys.platform == "win32" else _listen_to_ctrl_c,  # noqa: PLW1509 - it sets one signal
        stdout=subprocess.DEVNULL,
        **options,
    )


def in_mid_run(process, folder, lines):
    """Wait until so many reports have ended; the workers."""
    journal = folder / "out" / "manifest.jsonl"

    def so_many() -> bool:
        assert process.poll() is None
        return journal.exists() and journal.read_bytes().count(b"\n") >= lines

    wait_until(so_many, f"{lines} reports")
    return psutil.Process(process.pid).children()


@pytest.mark.thorough
@needs_pools
def test_many_reports_killed_in_mid_run_and_gone_on_with(tmp_path, monkeypatch):
    """All right files but seven, seven messages, code 1."""
    paths = data_files(tmp_path / "data", MANY)
    for path in paths[3 :: MANY // 7 + 1]:
        path.write_text(path.read_text(encoding="utf-8").replace("year:", "yaer:"), encoding="utf-8")
    process = started(tmp_path, stderr=subprocess.DEVNULL)
    workers = in_mid_run(process, tmp_path, MANY // 10)
    process.kill()
    process.wait(HANG)
    assert all_end(workers)
    kept = documents(tmp_path / "out")
    assert MANY // 20 < len(kept) < MANY - 10
    process = started(tmp_path, "--resume", stderr=subprocess.PIPE)
    messages = process.communicate(timeout=HANG)[1].decode()
    assert process.returncode == 1
    assert len({line.split("：")[1] for line in messages.splitlines()}) == 7
    monkeypatch.chdir(tmp_path)
    result = render_all([path.relative_to(tmp_path) for path in paths], tmp_path / "alone", language="zh")
    assert len(result.written) == MANY - 7
    assert documents(tmp_path / "out") == documents(tmp_path / "alone")
    assert manifest(tmp_path / "out") == manifest(tmp_path / "alone")


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a process group is stopped in another way there")
def test_ctrl_c_leaves_whole_files_a_journal_to_go_on_from_and_no_workers(tmp_path):
    data_files(tmp_path / "data", SOME)
    process = started(tmp_path, stderr=subprocess.PIPE)
    workers = in_mid_run(process, tmp_path, 20)
    os.killpg(process.pid, signal.SIGINT)
    messages = process.communicate(timeout=HANG)[1].decode()
    assert process.returncode == 130
    assert re.search("已中断：已完成 [0-9]+ 份；可用 --resume 接着做", messages)
    assert "Traceback" not in messages
    assert all_end(workers)
    made = documents(tmp_path / "out")
    assert 20 <= len(made) < SOME
    assert all(data.startswith(b"PK") for data in made.values())
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert started(tmp_path, "--resume", stderr=subprocess.PIPE).communicate(timeout=HANG)[1] == b""
    assert len(documents(tmp_path / "out")) == SOME


@pytest.mark.skipif(sys.platform == "win32", reason="a process group is stopped in another way there")
def test_ctrl_c_while_the_workers_start_is_as_quiet(tmp_path):
    data_files(tmp_path / "data", 40)
    process = started(tmp_path, stderr=subprocess.PIPE)
    workers = workers_of(process.pid, 1)
    os.killpg(process.pid, signal.SIGINT)
    messages = process.communicate(timeout=HANG)[1].decode()
    assert (process.returncode, messages) == (130, "已中断：已完成 0 份；可用 --resume 接着做\n")
    assert all_end(workers)


def test_a_folder_of_drafts_is_one_command(run, place):
    (place / "drafts").mkdir()
    for office in ("清河街道", "青山镇"):
        text = f"{office}2025年工作总结\n一、主要工作\n新增党支部3个。\n"
        (place / "drafts" / f"{office}.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("drafts", "-o", "out")
    assert code == 0
    assert "已生成：out/清河街道2025年工作总结.docx" in out
    assert "已生成：out/青山镇2025年工作总结.docx" in out
    assert "未改动 2" in run("drafts/*", "-o", "out", "--resume")[1]
