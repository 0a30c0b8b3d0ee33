"""What names in tags hold, in both spellings; of a report's own names only the report tells."""

from __future__ import annotations

from collections.abc import Mapping

from renmin_docs.render.values.context import VARIABLES, Shape
from renmin_docs.render.values.own_names import FIELDS, FIGURES, Own
from renmin_docs.vocabulary import ENGLISH

SCOPE: dict[str, Shape] = {**VARIABLES, FIELDS: Own(FIELDS), FIGURES: Own(FIGURES)}
"""What a tag outside of loops may name."""
LOOP: dict[str, Shape] = {
    "index": "第几次: number of the turn, from 1",
    "first": "是否首次: first turn?",
    "last": "是否末次: last turn?",
}
"""What `loop` holds."""
FILTERS = ("first", "last", "length")


def item_of(shape: Shape | None) -> Shape | None:
    """What an item of a list holds; None for what is no list."""
    if isinstance(shape, Own):
        return None if shape.path.startswith(FIGURES) else shape.item()
    return shape[0] if isinstance(shape, list) else None


def name_in(name: str, scope: Mapping[str, Shape]) -> str | None:
    """The English spelling of a name; None where it is not known in its place."""
    if name in scope:
        return name
    return next((english for english in ENGLISH.get(name, ()) if english in scope), None)


def shape_at(path: str, scope: Mapping[str, Shape] = SCOPE) -> Shape | None:
    """What a name with its attributes holds; None where it is unknown."""
    name, *attributes = (part.strip() for part in path.split("."))
    shape = scope.get(name_in(name, scope) or "")
    for attribute in attributes:
        shape = member_of(shape, attribute)
    return shape


def member_of(owner: Shape | None, name: str) -> Shape | None:
    """What an attribute holds; None where it is unknown."""
    if isinstance(owner, Own):
        return Own(f"{owner.path}.{name}")
    return owner.get(name_in(name, owner) or "") if isinstance(owner, dict) else None
