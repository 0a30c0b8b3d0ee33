"""Comparing: two lists of blocks, and two texts, by diff-match-patch with its semantic clean-up.

A number or a Latin word is compared as a whole: 9.75 is replaced by 9.57, and does not keep its 9.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from diff_match_patch import diff_match_patch

Kind = Literal["same", "changed", "out", "in"]
_KINDS: dict[int, Kind] = {-1: "out", 0: "same", 1: "in"}
"""As diff-match-patch numbers them."""

_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*[%‰％]?|[A-Za-z]+|.", re.DOTALL)
_FIRST = 0x10000
"""The first of the characters that stand for tokens and blocks: none of a text that is compared."""
_MOST_TOKENS = 20_000
"""Two texts that are longer are not compared: one is taken out, the other put in."""
LEAST_ALIKE = 0.45
"""How much of two blocks must be the same, from 0 to 1, before one is taken for the other, changed."""
_MOST_PAIRS = 40_000


class Step(NamedTuple):
    """A block of the old list, of the new one, or one of each; -1 where there is none."""

    kind: Kind
    old: int
    new: int


class Edit(NamedTuple):
    """A piece of a text: kept, taken out or put in, how many characters it has, where it begins in either text."""

    kind: Kind
    length: int
    old: int
    new: int


def edits(old: str, new: str) -> list[Edit]:
    """How one text becomes another, in pieces that a reader can follow.

    >>> [(edit.kind, edit.length) for edit in edits("收入9.75亿元", "收入9.57亿元")]
    [('same', 2), ('out', 4), ('in', 4), ('same', 2)]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        return [Edit("out", len(old), 0, 0), Edit("in", len(new), len(old), 0)]
    letters: dict[str, str] = {}
    differ = _differ()
    found = differ.diff_main(_lettered(before, letters), _lettered(after, letters), checklines=False)
    differ.diff_cleanupSemantic(found)
    tokens = {letter: token for token, letter in letters.items()}
    made: list[Edit] = []
    at_old = at_new = 0
    for way, piece in found:
        length = sum(len(tokens[letter]) for letter in piece)
        made.append(Edit(_KINDS[way], length, at_old, at_new))
        at_old, at_new = at_old + length * (way <= 0), at_new + length * (way >= 0)
    return made


def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # no clock decides what is found
    return differ


def _lettered(keys: Sequence[str], letters: dict[str, str]) -> str:
    """A character for each key, the same for the same."""
    return "".join(letters.setdefault(key, chr(_FIRST + len(letters))) for key in keys)


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How a list of blocks becomes another, each its text behind a character for its kind; those alike are pairs."""
    pairs = _kept(old, new)
    found: list[Step] = []
    at_old = at_new = 0
    for i, j in [*pairs, (len(old), len(new))]:
        found += _gap(old, new, range(at_old, i), range(at_new, j))
        if i < len(old):
            found.append(Step("same", i, j))
        at_old, at_new = i + 1, j + 1
    return found


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of blocks that stand in both lists, in order. What stands in one alone is left out before."""
    common = {*old} & {*new}
    before = [i for i, key in enumerate(old) if key in common]
    after = [j for j, key in enumerate(new) if key in common]
    letters: dict[str, str] = {}
    differ = _differ()
    texts = (_lettered([side[i] for i in places], letters) for side, places in ((old, before), (new, after)))
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for way, piece in differ.diff_main(*texts, checklines=False):
        if way == 0:
            pairs += zip(before[i : i + len(piece)], after[j : j + len(piece)], strict=True)
        i += len(piece) if way <= 0 else 0
        j += len(piece) if way >= 0 else 0
    return pairs


def _gap(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> Iterator[Step]:
    """Blocks between two that are kept: the alike ones are pairs, as many and as alike as can be, in order."""
    at_old, at_new = olds.start, news.start
    for i, j in [*_alike(old, new, olds, news), (olds.stop, news.stop)]:
        yield from (Step("out", k, -1) for k in range(at_old, i))
        yield from (Step("in", -1, k) for k in range(at_new, j))
        if i < olds.stop:
            yield Step("changed", i, j)
        at_old, at_new = i + 1, j + 1


def _alike(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> list[tuple[int, int]]:
    """The pairs in two gaps whose likeness adds up to the most."""
    if not olds or not news:
        return []
    if len(olds) * len(news) > _MOST_PAIRS:
        pairs = zip(olds, news, strict=False)
        return [(i, j) for i, j in pairs if likeness(Counter(old[i]), Counter(new[j])) >= LEAST_ALIKE]
    before, after = [Counter(old[i]) for i in olds], [Counter(new[j]) for j in news]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    alike = [[0.0] * len(after) for _ in before]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            is_kind = old[olds[i]][:1] == new[news[j]][:1]
            alike[i][j] = likeness(before[i], after[j]) if is_kind else 0.0
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= LEAST_ALIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return [*_best_pairs(best, alike, olds, news)]


def _best_pairs(
    best: list[list[float]], alike: list[list[float]], olds: range, news: range
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(olds) and j < len(news):
        if alike[i][j] >= LEAST_ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much of two texts is the same, from 0 to 1, by their characters."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
