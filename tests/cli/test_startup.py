"""A command loads nothing that it does without, and leaves nothing behind that others would miss."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest

from renmin_docs import WorkReport
from renmin_docs.cli import startup
from renmin_docs.cli.kept_code import _FEW
from renmin_docs.version import __version__

DATA = Path(__file__).parents[2] / "examples" / "renmin_2022.yaml"

RUN = """
import sys
from renmin_docs.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
{then}
"""


def _after_a_command(then, *words):
    program = [sys.executable, "-c", RUN.format(then=then), *(words or ["schema"])]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_command_does_not_load_the_package_metadata_that_plugins_are_looked_up_in():
    assert _after_a_command(
        "print([name for name in ('importlib.metadata', 'email') if name in sys.modules])"
    ).endswith("[]\n")


def test_the_package_metadata_can_be_read_after_a_command():
    assert _after_a_command("from importlib.metadata import version; print(version('click'))").endswith(
        f"\n{version('click')}\n"
    )


def test_the_command_line_loads_no_heavy_package_before_a_command_needs_it():
    heavy = ("pydantic", "lxml", "jinja2", "yaml", "ruamel.yaml", "babel", "decimal", "pathlib")
    code = f"import sys, renmin_docs.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


NEEDLESS = (
    *("lxml", "jinja2", "docxtpl", "docx", "ruamel", "openpyxl", "zipfile", "importlib.metadata"),
    *(f"renmin_docs.{name}" for name in ("report.file_keys", "intake.documents", "intake.prose", "proofread")),
)
"""What `render` of a data file must not load in its second run."""
MOST_MODULES = 175
"""Modules of ours in that run: each is 1/1000 of it."""
SECOND_RUN = f"""
import sys
import re._parser as parser
compiled, usual = [], parser.parse
def parse(pattern, *flags):
    compiled.extend([pattern] if "click" in sys.modules and isinstance(pattern, str) else [])
    return usual(pattern, *flags)
parser.parse = parse
from renmin_docs.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
from renmin_docs.frozen import Frozen
def models(model):
    return [model, *(each for below in model.__subclasses__() for each in models(below))]
ours = [name for name in sys.modules if name.startswith("renmin_docs")]
built = [model for model in models(Frozen) if model.__pydantic_complete__]
print([name for name in {NEEDLESS} if name in sys.modules])
print(len(ours), len(compiled), len(built), len(models(Frozen)))
"""


def test_a_second_render_compiles_and_loads_only_what_it_uses(tmp_path):
    render = [sys.executable, "-c", SECOND_RUN, "render", str(DATA), "-o", str(tmp_path / "总结.docx")]
    environment = {**os.environ, "RENMIN_DOCS_CACHE": str(tmp_path / "cache")}
    for _ in range(2):
        done = subprocess.run(render, capture_output=True, encoding="utf-8", env=environment, check=True)
    *_, needless, counts = done.stdout.splitlines()
    assert needless == "[]"
    modules, compiled, built, models = map(int, counts.split())
    assert 100 < modules <= MOST_MODULES
    assert compiled <= _FEW, "patterns of click, too, come from the last run"
    assert 0 < built < models / 2, "a model that is only a part of others needs no validator of its own"


FREED = """
import atexit, sys, threading
class Kept:
    def __del__(self):
        print("freed")
kept = Kept()
atexit.register(print, "registered")
{first}
from renmin_docs.cli import main
main()
"""

WORKING = """
def work():
    threading.main_thread().join()
    print("from a thread")
threading.Thread(target=work).start()
"""


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("", "registered"),
        (WORKING, "from a thread\nregistered\nfreed"),
    ],
)
def test_a_program_ends_without_freeing_its_memory_unless_a_thread_works(first, said):
    program = [sys.executable, "-c", FREED.format(first=first), "--version"]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == f"renmin-docs {__version__}\n{said}\n"


def test_a_program_that_fails_ends_with_its_code_and_its_message():
    program = [sys.executable, "-c", FREED.format(first=""), "render", "nowhere.yaml", "--lang", "en"]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "registered\n")
    assert "nowhere.yaml" in done.stderr


def test_a_profiler_shows_what_it_saw_of_a_program():
    program = [sys.executable, "-m", "cProfile", "-m", "renmin_docs", "--version"]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=True)
    assert "function calls" in done.stdout


@pytest.mark.parametrize("tool", [None, "cProfile"])
def test_a_tool_of_python_3_12_is_seen(monkeypatch, tool):
    monkeypatch.setattr(sys, "getprofile", lambda: None)
    monkeypatch.setattr(sys, "gettrace", lambda: None)
    monkeypatch.setattr(sys, "monitoring", SimpleNamespace(get_tool=(None, None, tool).__getitem__), raising=False)
    monkeypatch.setattr(startup, "_TOOLS", 3)
    assert startup._is_watched() == bool(tool)


@pytest.mark.parametrize(("ending", "needless"), [(".yaml", ("lxml", "zipfile", "jinja2")), (".docx", ("jinja2",))])
def test_check_loads_what_reads_the_kind_of_file_alone(tmp_path, ending, needless):
    file = DATA
    if ending == ".docx":
        file = tmp_path / "总结.docx"
        WorkReport.load(DATA).save(file)
    then = f"print([name for name in {needless} if name in sys.modules])"
    assert _after_a_command(then, "check", str(file)).endswith("[]\n")
