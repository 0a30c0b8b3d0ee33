"""The width of a text, in halves of a 字: a full-width character counts 2, any other 1."""

from __future__ import annotations

from unicodedata import east_asian_width

from renmin_docs.standard.page import CHARACTERS_PER_LINE

LINE = 2 * CHARACTERS_PER_LINE
"""A line, in halves of a 字."""


class _Widths(dict[str, int]):
    """Character → its width in halves of a 字, looked up once."""

    def __missing__(self, character: str) -> int:
        width = self[character] = 2 if east_asian_width(character) in "WFA" else 1
        return width


_WIDTHS = _Widths()


def half_widths(text: str) -> int:
    """The width of a text in halves of a 字.

    >>> half_widths("2022年")
    6
    """
    return sum(map(_WIDTHS.__getitem__, text))
