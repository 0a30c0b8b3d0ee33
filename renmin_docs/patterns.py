"""Regular expressions that are compiled when they are first used.

The notation of figures has long ones; together they cost a command line tens of milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple


def lazy(pattern: str) -> Callable[[], re.Pattern[str]]:
    """What gives the compiled pattern, compiling it at the first call.

    >>> lazy("[0-9]+")().fullmatch("12") is not None
    True
    """
    return cache(partial(re.compile, pattern))


class Shape(NamedTuple):
    """A long pattern, and signs of which every text that matches holds one: none other is compiled or tried."""

    pattern: Callable[[], re.Pattern[str]]
    signs: frozenset[str] = frozenset()

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text.

        >>> Shape(lazy("第[0-9]+"), frozenset("第")).fullmatch("12")
        """
        return self.pattern().fullmatch(text) if self.may_be_in(text) else None

    def may_be_in(self, text: str) -> bool:
        """Whether the text holds one of the signs."""
        return not self.signs or any(map(text.__contains__, self.signs))
