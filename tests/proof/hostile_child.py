"""Tries templates, each in a process of its own, and says what came of it: one line of JSON a template.

A template is opened and filled, or it is checked. What it does besides is watched by Python's audit hooks: sockets,
processes, files that are written or read. The processes are forked off this one after it has tried a good template, so
that none pays again for imports and patterns.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import Chapter, Point, RenminDocsError, Template, check_template
from renmin_docs.builtin_templates import find
from tests.proof.hostile import SECRET
from tests.samples import report
from tests.templates import parts_of
from tests.timing import reference, seconds_of

if TYPE_CHECKING:
    from collections.abc import Callable

WATCHED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.", "urllib.", "ctypes.")
CHANGED = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
MOST = 3 * 2**30
"""Bytes that a case can have at all, so that none takes the machine's memory."""
TRIES = 3
SAMPLE = report(
    introduction=["导语", "第二段"],
    achievements=Chapter(body=[Point(heading=f"第{n}项", body="已落实。") for n in range(150)]),
)


def watch(path: Path) -> list[str]:
    """From now on, note what touches anything but this file and Python's own."""
    touched: list[str] = []
    own = (str(path), sys.prefix, sys.base_prefix, os.getcwd(), *filter(None, sys.path))

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith((*WATCHED, *CHANGED)):
            touched.append(f"{event} {arguments!r:.200}")
        elif event == "open":
            name, mode, flags = arguments
            writes = any(sign in str(mode or "") for sign in "wax+") or int(flags or 0) & (os.O_WRONLY | os.O_RDWR)
            if writes or not (isinstance(name, int) or str(name).startswith(own)):  # a descriptor was opened by name
                touched.append(f"open {name} {mode}")

    sys.addaudithook(hook)
    return touched


def tried(path: Path) -> dict[str, object]:
    """What comes of one template."""
    touched = watch(path)
    try:
        data = Template.open(path).render(SAMPLE)
    except RenminDocsError as error:
        sentences = [finding.message(language) for finding in error.findings for language in ("zh", "en")]
        return {"rules": [finding.rule for finding in error.findings], "sentences": sentences, "touched": touched}
    secret = any(SECRET.encode() in content for content in parts_of(data).values())
    return {"rules": [], "secret": secret, "touched": touched}


def checked(path: Path) -> dict[str, object]:
    """What the check says of one template; its trial writes a picture into a folder of its own."""
    findings = check_template(path)
    sentences = [finding.message(language) for finding in findings for language in ("zh", "en")]
    grave = [finding.rule for finding in findings if finding.severity == "error"]
    return {"rules": grave, "sentences": sentences}


def in_a_child(attempt: Callable[[Path], dict[str, object]], path: Path) -> dict[str, object]:
    """The same in a process of its own, with what it took."""
    before = seconds_of(reference)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
        with os.fdopen(write, "w") as stream:
            json.dump(attempt(path), stream)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as stream:
        answer = stream.read()
    _, status, usage = os.wait4(child, 0)
    said = json.loads(answer) if answer else {"died": status}
    units = 2 * (usage.ru_utime + usage.ru_stime) / (before + seconds_of(reference))
    return {**said, "units": units, "megabytes": usage.ru_maxrss / 1024}


def cheapest(attempt: Callable[[Path], dict[str, object]], path: Path, within: float) -> dict[str, object]:
    """The same, tried again where it seems to cost too much: a slow moment of the machine passes."""
    answers = [in_a_child(attempt, path)]
    while "died" not in answers[-1] and answers[-1]["units"] >= within and len(answers) < TRIES:
        answers.append(in_a_child(attempt, path))
    return min(answers, key=lambda answer: answer["units"])


if __name__ == "__main__":
    attempts = {"fill": tried, "check": checked}
    check_template(find("work_report"))
    Template.open("work_report").render(SAMPLE)
    gc.freeze()  # a collection in a child would copy what it shares with this process
    for name, within, path in json.loads(sys.argv[1]):
        print(json.dumps(cheapest(attempts[name], Path(path), within)), flush=True)  # noqa: T201 - its answer
