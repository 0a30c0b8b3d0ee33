"""Assign each chapter to its part of the report, by what its heading says and by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.kinds import (
    ADVICE,
    KINDS,
    MEASURES,
    Kind,
    gives_opinions,
    is_of_work,
    kind_told,
    kinds_of,
    tells_of_work,
)
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.outline import Draft


_PARTS = "，："
"""What stands between the two phrases of a heading."""
_WORK = lazy(
    "思想|政治|坚持|加强|强化|推进|推动|聚焦|突出|狠抓|努力|积极|认真|深化|优化|完善|健全|着力|大力|全力|扎实|夯实|提升|提高|落实|抓好|做好|加大"
)
"""How a heading begins that names work."""


class Placed(NamedTuple):
    """A chapter in its place.

    Attributes:
        draft: The chapter.
        kind: One of `KINDS`; empty for one of the others.
        after: For one of the others, the part of the report that it follows.
    """

    draft: Draft
    kind: str
    after: str = ""


def place_chapters(
    drafts: list[Draft], year: int, title: str = "", opening: str = ""
) -> tuple[list[Placed], list[Finding]]:
    """The chapters in the order of the text, each with its kind or the part that it follows.

    Args:
        drafts: The chapters.
        year: The report's year.
        title: The report's title.
        opening: The paragraph above the first chapter.
    """
    told = kinds_of([draft.heading for draft in drafts], year, title)
    if gives_opinions(opening):
        told = [kind if kind.name else Kind("plans") for kind in told]
    kinds = _settled([Kind(draft.kind) if draft.kind else kind for draft, kind in zip(drafts, told, strict=True)])
    names = _in_order([kind.name if kind.name in KINDS else "" for kind in kinds])
    if "achievements" not in names:
        names = _with_achievements(names, kinds)
    if not all(names):
        names = _filled(_with_parallels(names, kinds, [draft.heading for draft in drafts]))
    notes: list[Finding] = []
    sure = {at for at, kind in enumerate(kinds) if kind.name in KINDS[1:] and kind.name == names[at]}
    last, of_work = max(sure, default=-1), is_of_work(title)
    for at, (draft, kind, name) in enumerate(zip(drafts, kinds, names, strict=True)):
        # what says nothing is no guess above those, nor in a report of work alone
        if kind.name or name != KINDS[0] or not (at < last or (of_work and not kind_told(draft.opening))):
            notes += _kind_notes(draft, kind, name)
    return list(_placed(drafts, names)), notes


def _settled(kinds: list[Kind]) -> list[Kind]:
    """The kinds, with measures made plans behind difficulties; before them they are what was done.

    Advice behind difficulties is the plan of a report that has no other.
    """
    names = [kind.name for kind in kinds]
    if {ADVICE, MEASURES}.isdisjoint(names):
        return kinds
    if ADVICE in names and "plans" not in names and "difficulties" in names[: names.index(ADVICE)]:
        kinds = [Kind("plans") if kind.name == ADVICE else kind for kind in kinds]
    problems = names.index("difficulties") if "difficulties" in names else len(names)
    done, planned = Kind("achievements"), Kind("plans")
    return [
        kind if kind.name != MEASURES else planned if place > problems else done for place, kind in enumerate(kinds)
    ]


def _in_order(names: list[str]) -> list[str]:
    """The kinds, but those that come too late or too early for the order of printing are emptied."""
    ranks = [KINDS.index(name) for name in names if name]
    if ranks == sorted(ranks):
        return names
    chains: dict[str, tuple[int, int, int]] = {}  # kind → length of the chain that ends in it, its kinds, last place
    before: dict[int, int] = {}
    for place, name in enumerate(names):
        if name:
            allowed = KINDS[: KINDS.index(name) + 1]
            ends = [(*chains.get(kind, (0, 0, -1)), kind) for kind in allowed]
            length, kinds, last, kind = max(ends, key=lambda chain: chain[:2])
            before[place] = last
            added = not length or kind != name
            chains[name] = max(chains.get(name, (0, 0, -1)), (length + 1, kinds + added, place))
    _, _, last = max(chains.values(), default=(0, 0, -1), key=lambda chain: (*chain[:2], -chain[2]))
    kept = set(_chain(last, before))
    return [name if place in kept else "" for place, name in enumerate(names)]


def _chain(last: int, before: dict[int, int]) -> Iterator[int]:
    while last >= 0:
        yield last
        last = before[last]


def _with_achievements(names: list[str], kinds: list[Kind]) -> list[str]:
    """The kinds where no heading tells of achievements: chapters before the others whose headings say nothing are.

    A report has a chapter of one of the three kinds: where no heading says any, all are achievements.
    """
    first = next((place for place, name in enumerate(names) if name), len(names))
    silent = [place for place in range(first) if not kinds[place].name]
    if first == len(names) and not silent:
        return ["achievements"] * first
    return ["achievements" if place in silent else name for place, name in enumerate(names)]


def _with_parallels(names: list[str], kinds: list[Kind], headings: list[str]) -> list[str]:
    """The kinds, with headings before problems and plans made achievements if they name work or are built alike.

    What says nothing between achievements and problems or plans is of the achievements, too.
    """
    done = "".join(
        heading.rstrip("：") for heading, name in zip(headings, names, strict=True) if name == "achievements"
    )
    signs = [sign for sign in _PARTS if sign in done]
    end = next((place for place, name in enumerate(names) if name in KINDS[1:]), len(names) if done else 0)
    plain = [heading.rstrip("：") for heading in headings]
    told = [
        at < end and bool(_WORK().match(heading) or any(sign in heading for sign in signs))
        for at, heading in enumerate(plain)
    ]
    if done and end < len(names):
        first = names.index("achievements")
        first = first if tells_of_work(plain[first]) else -1  # what is called so by the way has others beside it
        told = [tells or (at > first and not kinds[at].name) for at, tells in enumerate(told)]
    return ["achievements" if not name and told[at] and at < end else name for at, name in enumerate(names)]


def _filled(names: list[str]) -> list[str]:
    """The kinds, with chapters that stand between two of one kind made of that kind too: nothing may part them."""
    filled = list(names)
    for kind in KINDS:
        if kind in names:
            first, last = names.index(kind), len(names) - 1 - names[::-1].index(kind)
            filled[first : last + 1] = [kind] * (last + 1 - first)
    return filled


def _kind_notes(draft: Draft, kind: Kind, name: str) -> Iterator[Finding]:
    if not name:
        rule = "chapter_out_of_order" if kind.name in KINDS else "chapter_other"
    elif kind.name == name:
        rule = "chapter_mixed" if kind.is_mixed else ""
    else:
        rule = "chapter_guessed" if draft.heading else ""
    if rule:
        expected = name or (kind.name if kind.name in KINDS else "")
        yield Finding(rule, line=draft.line, found=quote(draft.heading), expected=expected)


def _placed(drafts: Iterable[Draft], names: Iterable[str]) -> Iterator[Placed]:
    after = "introduction"
    for draft, name in zip(drafts, names, strict=True):
        yield Placed(draft, name, "" if name else after)
        after = name or after
