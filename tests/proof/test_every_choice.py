"""Every value that a key chooses from, a switch or one of some words, makes another document, and is read back.

The keys are found in the rows of the vocabulary: a new one fails here until something is done with it.
"""

from __future__ import annotations

from typing import Any

import pytest

from renmin_docs import WorkReport, read_report
from renmin_docs.check.sample import PICTURE
from renmin_docs.vocabulary import MAPPINGS
from tests.proof.test_every_text import Place, name_of, places, values_of

POINTS = {"body": [{"lead": "甲", "body": "甲文。"}, {"lead": "乙", "body": "乙文。"}]}
BESIDE: dict[tuple[str, Any], dict[str, Any]] = {
    **{(f"{section}.series", None): POINTS for section in ("Chapter", "Point", "Attachment")},
    **{(f"{section}.inline", None): {"series": "ordinal", **POINTS} for section in ("Chapter", "Point", "Attachment")},
    ("Signature.kind", "stamped"): {"positions": ["主任"]},
}
"""Field and value, or any value → what the mapping needs beside it."""
ALIKE = {"Table.orientation": "auto is one of the other two"}
"""Field → why two of its values make one document."""
TRIED_ELSEWHERE = {"Column.total"}
"""It needs a table with a row of totals: `report/test_totals.py`."""


NOT_READ = {
    "Column.alignment": {"left", "center", "right"},  # columns read are aligned by what stands in them
    "Column.kind": {"text", "number"},  # and are of the kind that they look like
    "Table.orientation": {"portrait"},  # the page of a table without it may be the same
    "Chapter.after": {"achievements"},  # the page shows one more chapter on what was achieved
    "WorkReport.numbering": {"native"},  # Word's numbers are read as the marks that they show
}
"""Field → the values that the page does not tell from others, or not surely."""


def _has_words(model: type, key: str) -> bool:
    return bool(MAPPINGS[name_of(model)][key].words) and f"{name_of(model)}.{key}" not in TRIED_ELSEWHERE


CHOICES: dict[str, Place] = {place.field: place for place in places(is_wanted=_has_words)}
"""Field → the last place where it stands: what it does there it does everywhere."""


def reports(place: Place) -> dict[object, WorkReport]:
    """Value → the smallest report with it there, and with what it needs beside it."""
    model, key = place.steps[-1]
    return {
        value: place.report(value, {**BESIDE.get((place.field, None), {}), **BESIDE.get((place.field, value), {})})
        for value in {*MAPPINGS[name_of(model)][key].words.values()}
    }


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_makes_another_document(field):
    made = reports(CHOICES[field])
    assert len({report.to_bytes() for report in made.values()}) == len(made) - (field in ALIKE) > 1


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_is_read_back_or_known_not_to_be(field, tmp_path, monkeypatch):
    place, path = CHOICES[field], tmp_path / "report.docx"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "picture.png").write_bytes(PICTURE)
    unread = set()
    for value, report in reports(place).items():
        report.save(path)
        if not values_of(place, report) <= values_of(place, read_report(path).report):
            unread.add(value)
    assert unread == NOT_READ.get(field, set())
