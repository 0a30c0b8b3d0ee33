"""Hostile documents end in one family of errors that says what the file is and what to do, soon and in little memory."""

from __future__ import annotations

import pytest

from renmin_docs import DataFileError
from renmin_docs.intake.reports import read_report
from tests.effort import some
from tests.intake.documents.hostile import READ, REFUSED
from tests.intake.own_process import TELLS_PEAK, read_alone
from tests.timing import SOON, cost

MEGABYTES = 300
READ_WHOLE = 1.5 * SOON
"""What ten thousand paragraphs may cost that are read and not refused."""


def refusal(path):
    with pytest.raises(DataFileError) as refused:
        read_report(path)
    return refused.value


def test_there_are_enough_of_them():
    assert len(REFUSED) + len(READ) >= 40


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_in_time(what, tmp_path):
    rule, make = REFUSED[what]
    path = tmp_path / "last.docx"
    path.write_bytes(make())
    error, units = cost(lambda: refusal(path), SOON)
    assert units < SOON
    assert rule in {finding.rule for finding in error.findings}
    assert error.subject == str(path)
    for language in ("zh", "en"):
        said = error.message(language)
        assert "any template" not in said  # as is said of a template that is too large


@pytest.mark.parametrize("what", READ)
def test_an_odd_file_is_read_in_time_with_its_text(what, tmp_path):
    path = tmp_path / "last.docx"
    path.write_bytes(READ[what]())
    report, units = cost(lambda: read_report(path).report, READ_WHOLE)
    assert units < READ_WHOLE
    assert report.achievements


@pytest.mark.thorough
@pytest.mark.parametrize(
    "what",
    some((what for what in (*REFUSED, *READ) if what.startswith(("as many", "a million", "a bomb"))), one_in=4),
)
@pytest.mark.skipif(not TELLS_PEAK, reason="the system does not tell a process's peak here")
def test_the_largest_of_them_take_little_time_and_memory(tmp_path, what):
    make = READ[what] if what in READ else REFUSED[what][1]
    path = tmp_path / "last.docx"
    path.write_bytes(make())
    units, megabytes = read_alone(path, READ_WHOLE)
    assert units < READ_WHOLE
    assert megabytes < MEGABYTES
