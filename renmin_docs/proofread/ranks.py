"""Ranks (C): one thing ranked twice, moves up and down, and ranks against a table or last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.proofread.grids import Grid
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.period import number
from renmin_docs.proofread.placings import BEFORE, FROM_TO, RANK_NUMBER, Placing, ranked_in
from renmin_docs.proofread.rules import Slip, rule

_MOVE = re.compile(
    r"(?P<way>前移|上升|提升|跃升|攀升|前进|进位|晋位|上移|下降|后移|退后|下滑|后退|回落|[升降进退])(?:了)?"
    r"(?P<k>[0-9]{1,3}|[一二三四五六七八九十两]{1,2})个?(?:位次|名次|位|名)"
)
_NOW_AND_BEFORE = re.compile(
    rf"(?P<now>第(?P<b>{RANK_NUMBER})[位名]?)[^。；第]{{0,10}}?{BEFORE}(?P<then>第(?P<a>{RANK_NUMBER})[位名]?)"
)
_DOWN = re.compile("降|后|退|滑|回落")
_UP = re.compile("升|前|进|晋|跃|攀|上移")
_RANKED = re.compile("名次|排名|位次|排位")


@rule("C11", "manuscript")
def ranks_agree(manuscript: Manuscript) -> Iterator[Slip]:
    """A rank that differs elsewhere, or a move that the ranks before and after don't give."""
    first: dict[tuple[str, str, str], Placing] = {}
    for placing in manuscript.placings:
        other = first.setdefault((placing.head, placing.area, placing.period), placing)
        if other.rank != placing.rank:
            yield _other(placing, f"前文为第{other.rank}")
    for sentence in manuscript.sentences:
        yield from (slip.within(sentence) for slip in _moves(sentence.text))
    yield from _in_tables(manuscript)
    yield from _against_last(manuscript)


def _other(placing: Placing, right: str) -> Slip:
    """A rank that differs from that of another place."""
    return Slip(placing.start, placing.end, "", right, placing.passage, "warning")


def _moves(text: str) -> Iterator[Slip]:
    """Moves within a sentence: 由第8升至第4，前移3位; 第3位，上年第6位，上升2位."""
    for match in (*FROM_TO.finditer(text), *_NOW_AND_BEFORE.finditer(text)):
        before, now = number(match["a"]), number(match["b"])
        way = match.groupdict().get("way") or ""
        if (_UP.search(way) and now > before) or (_DOWN.search(way) and now < before):
            yield Slip.at(match, f"第{before}至第{now}为{'下降' if now > before else '上升'}")
        move = _MOVE.search(text, match.end(), match.end() + 14)
        if move and before and now:
            yield from _move(move, before, now)


def _move(move: re.Match[str], before: int, now: int) -> Iterator[Slip]:
    places, is_down = number(move["k"]), _DOWN.search(move["way"]) is not None
    if places != abs(now - before) or is_down != (now > before):
        way = "下降" if now > before else "上升"
        yield Slip.at(move, f"第{before}至第{now}为{way}{abs(now - before)}位")


def _in_tables(manuscript: Manuscript) -> Iterator[Slip]:
    ranked: dict[str, set[int]] = {}
    for grid in manuscript.grids:
        for label, rank in _table_ranks(grid):
            ranked.setdefault(label, set()).add(rank)
    for placing in manuscript.placings:
        known = ranked.get(placing.head, set())
        if len(known) == 1 and not placing.period and placing.rank not in known:
            yield _other(placing, f"表中为第{min(known)}")


def _table_ranks(grid: Grid) -> Iterator[tuple[str, int]]:
    """What the rows of a table are called, and their rank, where one column has ranks."""
    columns = [column for column in grid.columns if _RANKED.search(grid.head(column))]
    for row, label in grid.labels.items() if len(columns) == 1 else ():
        cell = re.fullmatch(rf"第?(?P<n>{RANK_NUMBER})[位名]?", grid.text(row, columns[0]))
        if cell and label:
            yield ranked_in(label), number(cell["n"])


def _against_last(manuscript: Manuscript) -> Iterator[Slip]:
    """Last year's rank in the text, compared with last year's report."""
    last: dict[tuple[str, str], set[int]] = {}
    for placing in manuscript.last.placings if manuscript.last else ():
        if not placing.period:
            last.setdefault((placing.head, placing.area), set()).add(placing.rank)
    for placing in manuscript.placings:
        known = last.get((placing.head, placing.area), set()) if placing.period == "before" else set()
        if len(known) == 1 and placing.rank not in known:
            yield _other(placing, f"上年报告为第{min(known)}")
