"""The fuzz's engine: cases one after another in a process of their own, each within a time limit.

Two clocks watch. One raises `TooLongError` inside a case that takes too much of the processor, and shows where.
Code in C that never looks at signals (a number of a thousand million digits is written out …) does not see
it: then the process is ended from outside.
"""

from __future__ import annotations

import os
import random
import signal
import time
from functools import cache
from multiprocessing import TimeoutError as NoAnswerError
from typing import TYPE_CHECKING

from renmin_docs import (
    DataFileError,
    RenminDocsError,
    ReportError,
    Template,
    TemplateError,
    WorkReport,
    check_template,
    make_template,
    read_report,
    redline,
    update_report,
)
from tests.effort import THOROUGH
from tests.proof import setting
from tests.proof.mutations import PRINTED
from tests.proof.test_naive import PLAIN, SIGNED
from tests.templates import parts_of
from tests.timing import SOON, reference, seconds_of
from tests.waiting import HANG

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.pool import Pool
    from pathlib import Path

SECONDS, SEED = setting("SECONDS", 3), setting("SEED", 2022)
LEAST = 25 if THOROUGH else 8
"""Cases that are tried however slow the machine is."""
CASES = max(LEAST, setting("CASES", 400 if THOROUGH else 200))  # the same on a fast machine as on a slow one


class TooLongError(BaseException):
    """Not an Exception: nothing on the way may take it for a fault of the input."""


def fuzz(child: Pool, make: Callable[[random.Random], bytes], attempt: Callable[[Path], None], keep: Path) -> int:
    """Cases until the time is over, but at least `LEAST`, or all are tried; one that fails is kept and named.

    Args:
        child: The process that tries them; it is ended where it does not come back.
        make: What gives the bytes of a case.
        attempt: What takes them.
        keep: The file that holds the case.

    Returns:
        How many were tried.
    """
    answer = child.apply_async(_cases, (make, attempt, keep))
    try:
        return answer.get(SECONDS + HANG)
    except NoAnswerError as error:
        child.terminate()
        raise TooLongError(f"code in C does not come back from {keep}") from error


def _cases(make: Callable[[random.Random], bytes], attempt: Callable[[Path], None], keep: Path) -> int:
    os.environ["RENMIN_DOCS_CACHE"] = "off"
    end, case = time.monotonic() + SECONDS, 0
    while case < CASES and (case < LEAST or time.monotonic() < end):
        case += 1
        keep.write_bytes(make(random.Random(f"{SEED} {case}")))
        try:
            within_time(attempt, keep)
        except BaseException as error:
            raise AssertionError(f"case {case} of seed {SEED}, kept in {keep}: {error!r}") from error
    return case


def within_time(attempt: Callable[[Path], None], path: Path) -> None:
    """Call it, and stop it where it takes too much time of the processor.

    Raises:
        TooLongError: It does.
    """
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _limit())
    try:
        attempt(path)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@cache
def _limit() -> float:
    """The processor's seconds for a case, on this machine; one takes some milliseconds."""
    return SOON * seconds_of(reference)


def _stop(*_: object) -> None:
    raise TooLongError


# --- what a case must not break ---------------------------------------------------------------


def fill(path: Path) -> None:
    """Open a template and fill it twice; only the library's own errors may come, each with a sentence."""
    try:
        template = Template.open(path)
    except TemplateError as error:
        assert_says_something(error, path)
        return
    for sample, numbering in ((PLAIN, "typed"), (SIGNED, "native")):
        try:
            parts_of(template.render(sample, numbering=numbering))
        except TemplateError as error:
            assert_says_something(error, path)


def check(path: Path) -> None:
    """Check a template; the check ends with findings, each with a sentence, whatever the template is."""
    for finding in check_template(path):
        for language in ("zh", "en"):
            assert 0 < len(finding.message(language)) < 2_000


def load(path: Path) -> None:
    """Load a data file and print what it holds."""
    try:
        report = WorkReport.load(path)
    except DataFileError as error:
        assert_says_something(error, path)
        return
    try:
        report.to_bytes()
    except ReportError as error:
        assert_has_sentences(error)


def bring_home(path: Path) -> None:
    """Read a document, compare it with what it was, bring its edits home, or make a template of it: one of them."""
    attempts: list[Callable[[], object]] = [
        lambda: print_again(path),
        lambda: redline(PRINTED[0], path),
        lambda: update_report(PRINTED[0], path),
        lambda: make_template(path),
    ]
    try:
        attempts[path.stat().st_size % len(attempts)]()
    except RenminDocsError as error:
        assert_has_sentences(error)


def print_again(path: Path) -> None:
    """Read a document and print what was read."""
    read_report(path).report.to_bytes()


def assert_says_something(error: RenminDocsError, path: Path) -> None:
    assert error.subject == str(path)
    assert_has_sentences(error)


def assert_has_sentences(error: RenminDocsError) -> None:
    assert error.findings
    for language in ("zh", "en"):
        sentences = [finding.message(language) for finding in error.findings]
        assert all(sentences)
        assert all(len(sentence) < 2_000 for sentence in sentences)
