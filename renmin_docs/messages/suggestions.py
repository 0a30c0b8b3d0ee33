"""Suggestions: the names that a wrong one may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_COMPARED = 10_000
"""How many pairs of names are compared for one set of known names: the hundredth suggestion is of no use."""
_LONGEST = 60
"""Characters of a name that is compared: the time grows with the square of them."""


def alike(name: str, known: Iterable[str], *, most: int = 3, like: float = 0.5) -> list[str]:
    """The known names that are most like a wrong one, the likeliest first.

    Args:
        name: The wrong one.
        known: The names that are right.
        most: How many are given at most.
        like: From which likeness, of 0 to 1, a name is one of them.

    >>> alike("titel", ["title", "blocks"])
    ['title']
    """
    if len(name) > _LONGEST:
        return []
    from difflib import get_close_matches

    return get_close_matches(name, [each for each in known if len(each) <= _LONGEST], n=most, cutoff=like)


class Nearest:
    """Suggestions from one set of known names, for many wrong ones.

    Args:
        known: The names that are right.
        most: How many are suggested at most.
        listed: How many of all are listed where none is like the wrong one.
        like: From which likeness, of 0 to 1, a name is suggested.
    """

    def __init__(self, known: Iterable[str], *, most: int = 3, listed: int = 8, like: float = 0.5) -> None:
        self._names = list(known)
        self._most, self._like, self._listed = most, like, "、".join(self._names[:listed])
        self._left = _MOST_COMPARED
        self._found: dict[str, str] = {}

    def to(self, name: str) -> str:
        """The known names most like a wrong one; the first of all where none is, or enough were compared."""
        if name not in self._found:
            self._found[name] = "、".join(self._alike(name)) or self._listed
        return self._found[name]

    def _alike(self, name: str) -> list[str]:
        if self._left <= 0:
            return []
        self._left -= len(self._names)
        return alike(name, self._names, most=self._most, like=self._like)
