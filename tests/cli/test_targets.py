"""No work is ever lost: every command that writes, against everything that may stand where it writes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import stat
from typing import NamedTuple

import openpyxl
import pytest

from renmin_docs import WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.cli import preview, printing
from renmin_docs.cli.commands import command_line
from tests.cli.texts import GOOD, LAST_YEAR, write
from tests.pictures import saved
from tests.systems import needs_links, not_wine, posix

PDF = b"%PDF-1.7\n%%EOF\n"


class Command(NamedTuple):
    """A command that writes: what is typed, the file that it writes, and a file that it reads."""

    words: str
    target: str
    reads: str = ""
    code: int = 2


COMMANDS = {
    "new": Command("new 清河街道 --year 2025 -o out", "清河街道2025年工作总结.yaml"),
    "import": Command("import last.txt -o out/a.yaml", "a.yaml", "last.txt"),
    "next": Command("next report.yaml -o out/a.yaml", "a.yaml", "report.yaml"),
    "next of a text": Command("next last.txt -o out/a.yml", "a.yml", "last.txt"),
    "next over a profile": Command("next full.yaml -o out/a.yaml", "a.yaml", "office.profile.yaml"),
    "render": Command("render report.yaml -o out/a.docx", "a.docx", "report.yaml"),
    "render by a template": Command("render report.yaml --template ours.docx -o out/a.docx", "a.docx", "ours.docx"),
    "render over a profile": Command("render full.yaml -o out/a.docx", "a.docx", "office.profile.yaml"),
    "render with a picture": Command("render full.yaml -o out/a.docx", "a.docx", "hall.png"),
    "figures": Command("figures report.yaml --xlsx out/a.xlsx", "a.xlsx", "report.yaml"),
    "figures of a workbook": Command("figures full.yaml --xlsx out/a.xlsx", "a.xlsx", "figures.xlsx"),
    "compare": Command("compare last.txt report.yaml --xlsx out/a.xlsx", "a.xlsx", "last.txt"),
    "compare with a workbook": Command("compare last.txt full.yaml --xlsx out/a.xlsx", "a.xlsx", "figures.xlsx"),
    "update": Command("update report.yaml edited.docx -o out/a.yaml", "a.yaml", "report.yaml"),
    "render of a draft": Command("render last.txt -o out/a.docx", "a.docx", "last.txt"),
    "redline": Command("redline report.yaml full.yaml -o out/a.docx", "a.docx", "report.yaml"),
    "redline of a text": Command("redline last.txt report.yaml -o out/a.docx", "a.docx", "last.txt"),
    "check": Command("check ours.docx --select page --all --comments out/a.docx", "a.docx", "ours.docx"),
    "check with last year's": Command(
        "check ours.docx --select page --all --last last.txt --comments out/a.docx", "a.docx", "last.txt"
    ),
    "template check": Command("template check ours.docx --comments out/a.docx", "a.docx", "ours.docx"),
    "template export": Command("template export red_head out/a.docx", "a.docx"),
    "preview": Command("preview ours.docx -o out/a.pdf", "a.pdf", "ours.docx"),
    "preview of pages": Command("preview ours.docx -o out/a.png", "a-1.png", "ours.docx"),
    "batch": Command("batch report.yaml -o out", "人民街道2022年工作总结.docx", "report.yaml", code=1),
    "batch by a template": Command(
        "batch report.yaml -o out --template ours.docx", "人民街道2022年工作总结.docx", "ours.docx", code=1
    ),
    "batch of a workbook": Command(
        "batch rows.xlsx --text report.yaml -o out", "人民街道2022年工作总结.docx", "rows.xlsx", code=1
    ),
    "batch over a text": Command(
        "batch rows.xlsx --text report.yaml -o out", "人民街道2022年工作总结.docx", "report.yaml", code=1
    ),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """A folder with all that the commands read, and an empty folder `out` for what they write."""
    workspace = tmp_path_factory.mktemp("workspace")
    write(workspace / "report.yaml", GOOD)
    write(workspace / "last.txt", LAST_YEAR)
    write(workspace / "office.profile.yaml", "organization: {name: 人民街道}\n")
    (workspace / "hall.png").write_bytes(saved())
    picture = GOOD.replace('{body: "规范{shops}。"}', '{body: ["规范{shops}。", {path: hall.png}]}')
    write(workspace / "full.yaml", picture + "figures_from: {workbook: figures.xlsx}\nprofile: office.profile.yaml\n")
    for name, rows in {
        "figures.xlsx": [("指标", "本年", "单位"), ("税收", 3, "亿元")],
        "rows.xlsx": [("单位", "年度"), ("人民街道", 2022)],
    }.items():
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(workspace / name)
    shutil.copy(find("work_report"), workspace / "ours.docx")
    write(workspace / "changed.yaml", GOOD.replace("规范", "规整"))
    WorkReport.load(workspace / "changed.yaml").save(workspace / "edited.docx")
    (workspace / "changed.yaml").unlink()
    (workspace / "out").mkdir()
    return workspace


@pytest.fixture
def office(workspace, desks, monkeypatch):
    """The working folder, as it is in `desks`."""
    monkeypatch.setattr(printing, "pdf_of", lambda _: PDF)  # LibreOffice has tests of its own
    monkeypatch.setattr(preview, "pictures_of", lambda *_, **__: iter([saved()]))
    return shutil.copytree(desks, workspace, dirs_exist_ok=True)


@pytest.fixture(autouse=True)
def hurry():
    """Ends a test that waits for a pipe."""
    if not hasattr(signal, "SIGALRM"):  # Windows has no pipes in folders either
        yield
        return

    def late(*_):
        raise TimeoutError

    old = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, old)


@pytest.fixture(params=sorted(COMMANDS))
def command(request):
    return COMMANDS[request.param]


def test_every_command_is_tried_that_knows_force():
    group = command_line("en")
    found = {name for name in group.list_commands(None) if _forces(group.get_command(None, name))}
    found |= {f"template {name}" for name in ("export", "list", "check", "variables") if _template_forces(group, name)}
    assert {re.split(" (of|by|over|with) ", name)[0] for name in COMMANDS} == found


def _template_forces(group, name):
    return _forces(group.get_command(None, "template").get_command(None, name))


def _forces(command):
    return any("--force" in parameter.opts for parameter in command.params)


# --- what is replaced -------------------------------------------------------------------------


def test_a_command_writes_where_nothing_stands_and_again_over_what_it_wrote(office, run, command):
    target = office / "out" / command.target
    for _ in range(3):
        code, out, _err = run(*command.words.split())
        assert code == 0
        assert command.target in out
    assert stat.S_ISREG(target.lstat().st_mode)
    assert not [*target.parent.glob(".renmin*")]


def _edited(target, _office, _command):
    data = target.read_bytes()
    target.write_bytes(data[:-30] + b"x" + data[-29:])


def _foreign(target, *_):
    target.write_bytes(b"my own work")


def _empty(target, *_):
    target.write_bytes(b"")


def _stale(target, *_):
    target.write_bytes(target.read_bytes() + b"more")


def _huge(target, *_):
    with target.open("wb") as file:
        file.truncate(2**40)


CHANGES = {f.__name__.strip("_"): f for f in (_edited, _foreign, _empty, _stale, _huge)}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_a_person_made_or_changed_is_replaced_only_by_force(office, run, command, change):
    target = office / "out" / command.target
    assert run(*command.words.split())[0] == 0
    change(target, office, command)
    before = _seen(target)
    code, _, err = run(*command.words.split())
    assert (code, _seen(target)) == (command.code, before)
    assert f"{command.target}：已有同名文件，且不是本命令生成时的原样，可能有人改过，没有覆盖" in err
    assert "--force" in err
    assert run(*command.words.split(), "--force")[0] == 0
    assert _seen(target) != before
    assert run(*command.words.split())[0] == 0
    assert not [*target.parent.glob(".renmin*")]


def _seen(path):
    """All that a change of a file shows in; of a large one without its content."""
    info = path.lstat()
    content = path.read_bytes() if stat.S_ISREG(info.st_mode) and info.st_size < 2**30 else None
    return info.st_ino, info.st_size, info.st_mtime_ns, content


def test_another_name_of_the_same_file_is_not_cut_off_without_force(office, run, command):
    target, other = office / "out" / command.target, office / "other"
    assert run(*command.words.split())[0] == 0
    os.link(target, other)
    before = _seen(target)
    code, _, err = run(*command.words.split())
    assert (code, _seen(target), _seen(other)) == (command.code, before, before)
    assert "硬链接" in err
    assert run(*command.words.split(), "--force")[0] == 0
    assert other.read_bytes() == before[-1]


# --- what is never replaced -------------------------------------------------------------------


def _input_by_another_name(target, office, command):
    os.link(office / command.reads, target)


def _link_to_input(target, office, command):
    target.symlink_to(office / command.reads)


def _link(target, office, _command):
    target.symlink_to(write(office / "mine", "my own work"))


def _dangling(target, office, _command):
    target.symlink_to(office / "gone.txt")


def _circle(target, *_):
    target.symlink_to(target)


def _folder(target, *_):
    target.mkdir()


def _folder_by_link(target, office, _command):
    (office / "more").mkdir()
    target.symlink_to(office / "more")


def _pipe(target, *_):
    os.mkfifo(target)


def _device(target, *_):
    try:
        os.mknod(target, 0o666 | stat.S_IFCHR, os.makedev(1, 7))  # what /dev/full is, but no other's
    except PermissionError:
        pytest.skip("only root makes devices")


def _socket(target, *_):
    folder = os.getcwd()
    os.chdir(target.parent)  # the path of a socket may have some 100 bytes only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.relpath(target))
    finally:
        os.chdir(folder)


PLACES = {
    _input_by_another_name: "输出文件就是读入的文件",
    _link_to_input: "输出文件就是读入的文件",
    _link: "这是一个链接，指向 ",
    _dangling: "这是一个链接，指向 ",
    _circle: "这是一个链接，指向 ",
    _folder: "输出位置是一个文件夹",
    _folder_by_link: "这是一个链接，指向 ",
    _pipe: "这不是普通文件",
    _device: "这不是普通文件",
    _socket: "这不是普通文件",
}


def _needs(put):
    """What a system must have for it."""
    if put in (_pipe, _device, _socket):
        return [posix]
    return [] if put in (_input_by_another_name, _folder) else [needs_links]


@pytest.mark.parametrize(
    ("put", "said"),
    [pytest.param(put, said, marks=_needs(put), id=put.__name__.strip("_")) for put, said in PLACES.items()],
)
def test_what_is_no_file_of_its_own_is_never_replaced(office, run, command, put, said):
    if "input" in put.__name__ and not command.reads:
        pytest.skip("this command reads no file")
    target = office / "out" / command.target
    put(target, office, command)
    before = _all_seen(office)
    for force in ((), ("--force",)):
        code, out, err = run(*command.words.split(), *force)
        assert code == command.code
        assert command.target not in out
        assert f"{command.target}：{said}" in err
        assert _all_seen(office) == before


def _all_seen(office):
    """All files but the folder itself, and the manifest of a batch."""
    paths = [*office.iterdir(), *(office / "out").iterdir()]
    return {path.name: _seen(path) for path in paths if path.name != "out" and not path.name.startswith("manifest.")}


@needs_links
def test_a_link_is_reported_with_the_file_that_it_leads_to(office, run):
    mine = write(office / "mine.docx", "my own work")
    (office / "report.docx").symlink_to(mine)
    err = run("render", "report.yaml", "--force")[2]
    assert err == f"错误：report.docx：这是一个链接，指向 {mine}；请直接写所指的文件：{mine}\n"


ENDINGS = [name for name in COMMANDS if " -o out/" in COMMANDS[name].words or "--xlsx" in COMMANDS[name].words]


@pytest.mark.parametrize("name", [*ENDINGS, "template export"])
@pytest.mark.parametrize("other", ["a.txt", "a", "report.toml", "a.docx.bak"])
def test_a_name_with_another_ending_is_refused(office, run, name, other):
    command = COMMANDS[name]
    words = command.words.replace(f"out/{command.words.rpartition('/')[2]}", f"out/{other}").split()
    code, out, err = run(*words, "--force")
    assert (code, out, os.listdir(office / "out")) == (2, "", [])
    assert f"{other} 不是" in err


@pytest.mark.parametrize(("wrong", "right"), [("a.docx.", "a"), ("a.txt", "a"), ("总结. .", "总结")])
def test_a_name_with_the_right_ending_is_suggested(run, place, wrong, right):
    code, _, err = run("render", "report.yaml", "-o", wrong)
    assert (code, err.strip().rpartition("；")[2]) == (2, f"请写：{right}.docx")
    assert os.listdir(place) == ["report.yaml"]


@pytest.mark.parametrize("name", [*ENDINGS, "template export"])
def test_a_folder_that_is_missing_is_reported(office, run, name):
    code, _, err = run(*COMMANDS[name].words.replace("out/", "none/").split(), "--force")
    assert (code, "文件夹 none 不存在" in err, os.listdir(office / "out")) == (2, True, [])


@not_wine
@pytest.mark.parametrize("name", [*ENDINGS, "template export"])
def test_a_name_that_is_too_long_is_reported(office, run, name):
    code, _, err = run(*COMMANDS[name].words.replace("out/", "out/" + "长" * 300).split(), "--force")
    assert (code, "文件无法写入" in err or "路径有" in err) == (2, True)
    assert os.listdir(office / "out") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_reported(office, run, command):
    (office / "out").chmod(0o555)
    assert run(*command.words.split(), "--force")[0] == 2
    assert os.listdir(office / "out") == []


# --- what newcomers lost ----------------------------------------------------------------------


def test_import_of_a_rendered_document_does_not_destroy_its_own_data(run, workspace):
    run("new", "清河街道", "--year", "2025")
    assert run("render", "清河街道2025年工作总结.yaml")[0] == 0
    before = (workspace / "清河街道2025年工作总结.yaml").read_bytes()
    code, out, err = run("import", "清河街道2025年工作总结.docx")
    assert (code, out) == (2, "")
    assert err.startswith("错误：清河街道2025年工作总结.yaml：已有同名文件")
    assert (workspace / "清河街道2025年工作总结.yaml").read_bytes() == before


def test_next_keeps_what_was_filled_in_and_offices_apart(run, workspace):
    for name in ("甲街道", "乙街道"):
        run("new", name, "--year", "2024")
        assert run("next", f"{name}2024年工作总结.yaml")[1] == f"已生成：{name}2025年工作总结.yaml\n"
    mine = workspace / "甲街道2025年工作总结.yaml"
    write(mine, mine.read_text(encoding="utf-8").replace("（待填写）", "我填了"))
    before = mine.read_bytes()
    assert run("next", "甲街道2024年工作总结.yaml")[0] == 2
    assert mine.read_bytes() == before
    assert run("next", "乙街道2024年工作总结.yaml")[0] == 0


def test_import_keeps_what_was_corrected_by_hand(run, place):
    write(place / "last.txt", LAST_YEAR)
    assert run("import", "last.txt")[0] == 0
    assert run("import", "last.txt", "--figures")[0] == 0
    write(place / "last.yaml", (place / "last.yaml").read_text(encoding="utf-8").replace("抓党建", "抓好党建"))
    assert run("import", "last.txt")[0] == 2
    assert WorkReport.load(place / "last.yaml").achievements[0].points[0].heading == "抓好党建"


def test_import_writes_no_picture_where_its_data_file_can_not_be_written(run, place):
    write(place / "full.yaml", GOOD.replace('{body: "规范{shops}。"}', '{body: ["规范{shops}。", {path: hall.png}]}'))
    (place / "hall.png").write_bytes(saved())
    assert run("render", "full.yaml", "-o", "word.docx")[0] == 0
    write(place / "word.yaml", "mine")
    assert run("import", "word.docx")[0] == 2
    assert not (place / "word_1.png").exists()
    assert run("import", "word.docx", "--force")[0] == 0
    assert run("import", "word.docx")[0] == 0  # the picture is what it would write again
    (place / "word_1.png").write_bytes(b"my own picture")
    (place / "word.yaml").unlink()
    code, _, err = run("import", "word.docx")
    assert (code, (place / "word.yaml").exists()) == (2, False)
    assert err.splitlines()[-1].startswith("错误：word_1.png：已有同名文件")


@pytest.mark.parametrize("name", ["l.yaml", "foo.txt", "/dev/null"])
def test_a_workbook_is_written_under_no_other_ending(run, place, name):
    target = write(place / "l.yaml", GOOD)
    assert run("figures", "l.yaml", "--xlsx", name)[0] == 2
    assert run("compare", "l.yaml", "report.yaml", "--xlsx", name, "--force")[0] == 2
    assert target.read_text(encoding="utf-8") == GOOD
