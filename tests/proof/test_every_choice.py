"""Every value that a key chooses from, a switch or one of some words, makes another document.

The keys are found in the rows of the vocabulary: a new one fails here until something is done with it.
"""

from __future__ import annotations

from typing import Any

import pytest

from renmin_docs.vocabulary import MAPPINGS
from tests.proof.test_every_text import Place, name_of, places

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


def _has_words(model: type, key: str) -> bool:
    return bool(MAPPINGS[name_of(model)][key].words) and f"{name_of(model)}.{key}" not in TRIED_ELSEWHERE


CHOICES: dict[str, Place] = {place.field: place for place in places(is_wanted=_has_words)}
"""Field → the last place where it stands: what it does there it does everywhere."""


def document(place: Place, value: object) -> bytes:
    """The smallest report with a value there, and what it needs beside it."""
    beside = {**BESIDE.get((place.field, None), {}), **BESIDE.get((place.field, value), {})}
    return place.report(value, beside).to_bytes()


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_makes_another_document(field):
    place, (model, key) = CHOICES[field], CHOICES[field].steps[-1]
    values = {*MAPPINGS[name_of(model)][key].words.values()}
    documents = {document(place, value) for value in values}
    assert len(documents) == len(values) - (field in ALIKE) > 1
