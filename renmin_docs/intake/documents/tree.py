"""Marked lines in a tree: each point in the body that its number belongs to.

The page shows marks, not nesting: 二是 may go on with the series within a point or with the one around it. A
search finds a tree whose printed marks are those of the page; of several, that in which points nest deepest, and
in which a paragraph belongs to the heading above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from renmin_docs.report.sections import Content, Series

DEEPEST = 16
"""Bodies within one another; a tree that is deeper was not made by people."""
_MOST_STEPS = 8
"""How many places are tried, on average, for a line; a report that people made takes two."""
_FEWEST_STEPS = 2_000


@dataclass(slots=True)
class Branch:
    """A chapter, an attachment or a point.

    Attributes:
        heading: Its heading on a line of its own.
        lead: Its run-in heading.
        body: Texts, tables, pictures, points.
        series: How the points in the body are marked.
        inline: They stand in one paragraph.
        line: Where it begins.
    """

    heading: str = ""
    lead: str = ""
    body: list[str | Content | Branch] = field(default_factory=list)
    series: Series = "numbered"
    inline: bool = False
    line: int = 0


class Line(NamedTuple):
    """A paragraph of the text, or a table or picture.

    Attributes:
        branch: The point that it begins; None for what is only a part of a body.
        series: How that point is marked.
        number: Its number in the series, or its first one; 0 where it has none.
        rung: Its rung in the ladder, for a numbered one.
        level: For a heading, the level that its style says, from 1; else 0.
        row: The points of a row in one paragraph.
        item: What it is, if it begins no point.
    """

    branch: Branch | None = None
    series: Series = "plain"
    number: int = 0
    rung: int = 0
    level: int = 0
    row: tuple[Branch, ...] = ()
    item: str | Content = ""

    @property
    def is_marked(self) -> bool:
        """Whether it begins points."""
        return self.branch is not None or bool(self.row)


class _Frame(NamedTuple):
    """An open body.

    Attributes:
        rung: The rung of numbered points in it.
        series: The series that it has; None where it has no points yet.
        inline: Its points stand in rows.
        many: How many points it has.
    """

    rung: int
    series: Series | None = None
    inline: bool = False
    many: int = 0


def places_of(lines: Sequence[Line], rung: int, rungs: int = DEEPEST) -> list[int] | None:
    """For each line that begins points, how many bodies are around the one that it belongs to; None for no way.

    Args:
        lines: What stands in a chapter or attachment.
        rung: The rung on which numbered points in it stand.
        rungs: How many rungs the ladder has: below it, headings have the level of its last one.
    """
    return _search([line for line in lines if line.is_marked], rung, rungs)


def build(root: Branch, lines: Sequence[Line], places: Sequence[int]) -> None:
    """Put lines into a chapter or attachment, at the places that were found for them."""
    following = iter(places)
    open_: list[Branch] = [root]
    waiting: list[str | Content] = []
    for line in lines:
        if not line.is_marked:
            waiting.append(line.item)
            continue
        at = next(following)
        _settle(open_, waiting, at)
        del open_[at + 1 :]
        _append(open_, line)
    _settle(open_, waiting, 0)


def _append(open_: list[Branch], line: Line) -> None:
    above = open_[-1]
    above.series, above.inline = line.series, bool(line.row)
    above.body += line.row
    if line.branch is not None:
        above.body.append(line.branch)
        open_.append(line.branch)


def _settle(open_: list[Branch], waiting: list[str | Content], lowest: int) -> None:
    """Give what waits to the innermost body that takes it, of those from `lowest` on."""
    for item in waiting:
        taking = (at for at in range(len(open_) - 1, lowest, -1) if _takes(open_[at], is_text=isinstance(item, str)))
        at = next(taking, lowest)
        open_[at].body.append(item)
        del open_[at + 1 :]
    waiting.clear()


def _takes(branch: Branch, *, is_text: bool) -> bool:
    """Whether a body takes a paragraph: not that of a mere paragraph, nor a lead behind which it would run in."""
    if branch.heading:
        return True
    return bool(branch.lead) and (bool(branch.body) or not is_text)


# --- the search -------------------------------------------------------------------------------


def _search(lines: Sequence[Line], rung: int, rungs: int) -> list[int] | None:
    stacks: list[tuple[_Frame, ...]] = [(_Frame(rung),)]
    choices: list[Iterator[int]] = []
    places: list[int] = []
    failed: set[tuple[int, tuple[_Frame, ...]]] = set()
    steps = _MOST_STEPS * len(lines) + _FEWEST_STEPS
    while len(places) < len(lines):
        steps -= 1
        if steps < 0:
            return None
        depth = len(places)
        if len(choices) == depth:
            choices.append(_places(stacks[-1], lines[depth], rungs))
        at = next(choices[-1], None)
        if at is None:
            failed.add((depth, stacks[-1]))
            choices.pop()
            if not places:
                return None
            stacks.pop()
            places.pop()
            continue
        grown = _with(stacks[-1], lines[depth], at)
        if (depth + 1, grown) not in failed:
            stacks.append(grown)
            places.append(at)
    return places


def _places(stack: tuple[_Frame, ...], line: Line, rungs: int) -> Iterator[int]:
    """The bodies that a line may belong to, the likeliest first: the innermost; of points without marks, siblings."""
    fitting = [at for at in range(len(stack) - 1, -1, -1) if at < DEEPEST and _fits(stack[at], line, rungs)]
    if line.series == "plain":
        fitting.sort(key=lambda at: stack[at].series is None)
    yield from fitting


def _fits(frame: _Frame, line: Line, rungs: int) -> bool:
    if frame.series is not None and (frame.series != line.series or frame.inline != bool(line.row)):
        return False
    if line.series != "plain" and line.number != frame.many + 1:
        return False
    if line.series == "numbered":
        return frame.rung == line.rung
    return not line.level or line.level == min(frame.rung, rungs - 1) + 1


def _with(stack: tuple[_Frame, ...], line: Line, at: int) -> tuple[_Frame, ...]:
    frame = stack[at]
    grown = frame._replace(series=line.series, inline=bool(line.row), many=frame.many + (len(line.row) or 1))
    inner = () if line.row else (_Frame(frame.rung + (line.series == "numbered")),)
    return (*stack[:at], grown, *inner)
