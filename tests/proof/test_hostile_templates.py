"""Templates from strangers: each is refused, or fills without anything being executed; soon, in little memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.effort import THOROUGH, some
from tests.proof.hostile import ARCHIVES, CASES, EXHAUSTING, HARMLESS, LARGEST, READING, RUNNING, SECRET
from tests.timing import SOON

MEGABYTES = 300
MOST_FILLED, MOST_CHECKED = SOON, 3 * SOON
"""In units of `reference`; the check fills in a dozen reports."""
BY_SIZE_OF_REPORT = ("filled_large", "table_columns")
"""What comes to light with a large report alone: those of the check are small."""
FILLED = some(CASES, one_in=20)
CHECKED = [*CASES][::2] if THOROUGH else some([name for name in CASES if name not in FILLED], one_in=20)
"""All are filled, and every other one is checked, which opens it the same way; outside CI a twentieth is filled, and
another twentieth checked."""
SLOWLY = 20 * 60  # for all of them, on a busy machine

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the cases are processes that are forked")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All templates as files, and beside them a secret."""
    made = tmp_path_factory.mktemp("hostile")
    (made / "secret.txt").write_text(SECRET, encoding="utf-8")
    for number, (name, case) in enumerate(CASES.items()):
        if name in {*FILLED, *CHECKED}:
            (made / f"{number}.docx").write_bytes(case.make())
    return made


@pytest.fixture(scope="module")
def answers(folder):
    """What came of each that was filled, and of each that was checked."""
    before = listing(folder)
    asked = [*(("fill", MOST_FILLED, name) for name in FILLED), *(("check", MOST_CHECKED, name) for name in CHECKED)]
    made = dict(zip([(attempt, name) for attempt, _, name in asked], tried(folder, asked), strict=True))
    assert listing(folder) == before, "a file was written, changed or deleted"
    return made


def tried(folder, asked: list[tuple[str, float, str]]) -> list[dict]:
    """The answers of a process that has no network, where the system lets us have one."""
    numbers = {name: number for number, name in enumerate(CASES)}
    orders = json.dumps([(*how, str(folder / f"{numbers[name]}.docx")) for *how, name in asked])
    command = [*without_network(), sys.executable, "-m", "tests.proof.hostile_child", orders]
    environment = {**os.environ, "RENMIN_DOCS_CACHE": "off", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=SLOWLY)
    assert run.stderr == ""
    return [*map(json.loads, run.stdout.splitlines())]


def without_network() -> list[str]:
    """How a program is started that has no network; nothing where the system refuses."""
    command = ["unshare", "--map-root-user", "--net"]
    refused = (
        shutil.which("unshare") is None
        or subprocess.run([*command, "true"], capture_output=True, check=False).returncode
    )
    return [] if refused else command


def listing(folder) -> dict[str, tuple[int, int]]:
    states = {path: path.stat() for path in (*folder.iterdir(), *folder.parent.iterdir())}
    return {str(path): (state.st_size, state.st_mtime_ns) for path, state in states.items() if path != folder}


@pytest.mark.thorough
@pytest.mark.parametrize("name", FILLED)
def test_a_hostile_template_is_refused_or_does_nothing(name, answers):
    outcome, rule = answers["fill", name], CASES[name].rule
    assert "died" not in outcome
    assert outcome["touched"] == []
    if rule == HARMLESS:
        assert outcome["rules"] == []
        assert not outcome["secret"]
    else:
        assert rule in outcome["rules"]
        assert all(0 < len(sentence) < 2_000 for sentence in outcome["sentences"])


@pytest.mark.parametrize("name", FILLED)
def test_it_takes_no_time_and_no_memory(name, answers):
    outcome = answers["fill", name]
    print(f"{outcome['units']:.0f} units, {outcome['megabytes']:.0f} MB")  # noqa: T201 - shown by pytest -rP
    assert outcome["units"] < MOST_FILLED
    assert outcome["megabytes"] < MEGABYTES


@pytest.mark.parametrize("name", CHECKED)
def test_the_check_says_the_same(name, answers):
    verdict, rule = answers["check", name], CASES[name].rule
    assert "died" not in verdict
    assert rule == HARMLESS or rule in verdict["rules"] or rule in BY_SIZE_OF_REPORT
    assert all(0 < len(sentence) < 2_000 for sentence in verdict["sentences"])
    assert verdict["megabytes"] < MEGABYTES
    assert verdict["units"] < MOST_CHECKED


def test_there_are_many_of_every_kind():
    assert all(len(kind) > 6 for kind in (RUNNING, EXHAUSTING, READING, ARCHIVES, LARGEST))
    assert sum(case.rule != HARMLESS for case in CASES.values()) > 60


def test_the_watch_sees_what_a_template_could_do(tmp_path):
    program = (
        "import json, socket, subprocess, sys; from pathlib import Path; from tests.proof.hostile_child import watch\n"
        "touched = watch(Path('x.docx'))\n"
        "subprocess.run(['true']); socket.socket().close()\n"
        "open(sys.argv[1], 'w').close(); open('/etc/hosts').close()\n"
        "print(json.dumps(touched))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "new")]
    touched = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    seen = " ".join(touched)
    assert all(word in seen for word in ("subprocess.Popen", "socket.__new__", "new w", "open /etc/hosts"))
