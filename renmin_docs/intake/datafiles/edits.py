"""What is edited in a data file: each edit with the key path of its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from renmin_docs.report.validation.key_paths import KeyPath

Piece: TypeAlias = "tuple[int, int, str]"
"""A part of the old text, and what is put in its place; where both are the same, `-1` for what is put in."""


class Replace(NamedTuple):
    """Another text for the one at a path; `pieces` say how the old one becomes it."""

    path: KeyPath
    text: str
    pieces: Sequence[Piece] = ()


class SetKey(NamedTuple):
    """A key that its mapping has not yet, with its value."""

    path: KeyPath
    value: Any


class Remove(NamedTuple):
    """The item of a list, or the key of a mapping, at a path."""

    path: KeyPath


class Insert(NamedTuple):
    """A new item of a list, so that it stands at the path.

    A text that stands alone becomes a list; where there is none, it is made.
    """

    path: KeyPath
    value: Any


class Move(NamedTuple):
    """The item at a path as a person wrote it, so that it stands at another place; both are those of the old text."""

    path: KeyPath
    to: KeyPath


DataEdit: TypeAlias = Replace | SetKey | Remove | Insert | Move


class CannotEditError(ValueError):
    """An edit at a place that is shared (an alias), or has no form that it could be made in."""
