"""Hostile documents end in one family of errors that says what the file is and what to do, soon and in little memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from renmin_docs import DataFileError
from renmin_docs.intake.reports import read_report
from tests.intake.documents.hostile import READ, REFUSED

SECONDS, MEGABYTES = 2, 300
MEASURE = """
import resource, sys
from renmin_docs import RenminDocsError
from renmin_docs.intake.reports import read_report
for path in sys.argv[1:]:
    try:
        read_report(path)
    except RenminDocsError:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_there_are_enough_of_them():
    assert len(REFUSED) + len(READ) >= 40


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_in_time(what, tmp_path):
    rule, make = REFUSED[what]
    path = tmp_path / "last.docx"
    path.write_bytes(make())
    start = time.perf_counter()
    with pytest.raises(DataFileError) as refused:
        read_report(path)
    assert time.perf_counter() - start < SECONDS
    assert rule in {finding.rule for finding in refused.value.findings}
    assert refused.value.subject == str(path)
    for language in ("zh", "en"):
        said = refused.value.message(language)
        assert "any template" not in said  # as is said of a template that is too large


@pytest.mark.parametrize("what", READ)
def test_an_odd_file_is_read_in_time_with_its_text(what, tmp_path):
    path = tmp_path / "last.docx"
    path.write_bytes(READ[what]())
    start = time.perf_counter()
    report = read_report(path).report
    assert time.perf_counter() - start < SECONDS
    assert report.achievements


def test_none_of_them_takes_much_memory(tmp_path):
    pytest.importorskip("resource")
    paths = []
    for at, make in enumerate([*(make for _, make in REFUSED.values()), *READ.values()]):
        paths.append(tmp_path / f"{at}.docx")
        paths[-1].write_bytes(make())
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *map(str, paths)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root)},
    )
    assert int(done.stdout) < MEGABYTES, done.stdout
