"""Regular expressions that are compiled when they are first used.

The notation of figures has long ones; together they cost a command line tens of milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain
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


class Rows:
    """Long patterns, each with signs: words of which every text that it matches holds one.

    A pattern is compiled and tried only where one of its signs stands. All signs are looked for at once, so that no
    sign may begin with another.

    Args:
        table: A line for each pattern: its signs and the pattern, with spaces between them.
    """

    def __init__(self, table: str) -> None:
        self._patterns: dict[str, list[Callable[[], re.Pattern[str]]]] = {}
        for line in filter(None, table.splitlines()):
            *signs, pattern = line.split(" ")
            row = lazy(pattern)
            for sign in signs:
                self._patterns.setdefault(sign, []).append(row)
        self.signs = tuple(self._patterns)
        self._sign = lazy("|".join(map(re.escape, self.signs)))

    def __iter__(self) -> Iterator[Callable[[], re.Pattern[str]]]:
        """What gives each pattern."""
        return iter(dict.fromkeys(chain.from_iterable(self._patterns.values())))

    def likely(self, text: str) -> list[re.Pattern[str]]:
        r"""The patterns of which a sign stands in the text.

        >>> [row.pattern for row in Rows("页 篇 第.页|第.篇\n章 第.章").likely("第2篇")]
        ['第.页|第.篇']
        """
        find = self._sign().search
        match = find(text)
        if match is None:  # as in most texts
            return []
        found: dict[Callable[[], re.Pattern[str]], None] = {}
        while match:
            found.update(dict.fromkeys(self._patterns[match[0]]))
            match = find(text, match.start() + 1)
        return [pattern() for pattern in found]
