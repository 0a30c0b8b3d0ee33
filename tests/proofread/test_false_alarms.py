"""False alarms: none on hostile correct passages; what examples and layouts show is judged in a table."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from renmin_docs import check_document
from renmin_docs.proofread import proofread, read_lines
from tests.intake.prose.telling import LAYOUTS, layout

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORRECT = [
    line for line in (HERE / "hostile_correct.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]
FILES = ("correct_text.txt", "correct_sums.txt", "hostile_correct.txt")
GRAVE = ("error", "warning")


def test_hostile_correct_passages_are_many_and_none_stands_twice():
    lines = [line for name in FILES for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 500
    assert [line for line, times in Counter(lines).items() if times > 1] == []


@pytest.mark.parametrize("line", CORRECT, ids=lambda line: line[:20])
def test_a_hostile_correct_passage_has_no_error_and_no_warning(line):
    remarks = proofread(read_lines(line.replace("⏎", "\n")))
    assert [each.finding for each in remarks if each.finding.severity in GRAVE] == []


def found_in_layouts(folder):
    """File, rule and words of each error and warning in the first ninety layouts, read as texts.

    Later ones are slips of copying and odd ladders on purpose, which `intake` has to read.
    """
    path = folder / "layout.txt"
    for file in sorted(LAYOUTS.glob("[0-8][0-9]_*.txt")):
        path.write_text(layout(file.stem).text, encoding="utf-8")
        for each in check_document(path).remarks:
            if each.finding.severity in GRAVE:
                yield file.stem, each.finding.rule, each.context.partition("【")[2].partition("】")[0]


def found_in_examples():
    """The same of the examples, as they are printed."""
    for file in sorted((ROOT / "examples").glob("**/*.yaml")):
        if not file.name.endswith(".profile.yaml"):
            for each in check_document(file).remarks:
                if each.finding.severity in GRAVE:
                    yield file.stem, each.finding.rule, each.context.partition("【")[2].partition("】")[0]


def test_each_finding_in_examples_and_layouts_is_judged(tmp_path):
    found = Counter([*found_in_examples(), *found_in_layouts(tmp_path)])
    with (HERE / "true_findings.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert Counter({(row["file"], row["rule"], row["words"]): int(row["times"]) for row in rows}) == found
    assert all(row["why"] for row in rows)
