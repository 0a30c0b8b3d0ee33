"""Chapters that are spoken, not numbered: a sentence opens each, and the marks behind it begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.kinds import KINDS, kind_said, kind_told
from renmin_docs.intake.prose.ladder import SPOKEN
from renmin_docs.intake.prose.marks import Mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.intake.prose.dividing import Unit

_SENTENCE = lazy("(?:\\A|(?<=[。！？]))([^。！？：]{4,80})：")
_SERIES = lazy("一是|一要|第一|首先|[（(]?1[）).、]|①")


class _Opener(NamedTuple):
    """A sentence that may open a chapter: the unit, where it begins there, its kind, and whether a series follows."""

    place: int
    start: int
    kind: str
    has_series: bool

    @property
    def rank(self) -> int:
        """The place of its kind in the order of printing."""
        return KINDS.index(self.kind)


def with_spoken(units: list[Unit]) -> list[Unit]:
    """The units, divided where a sentence opens a chapter; the same where none but that of the achievements does."""
    openers = _chosen(_untorn(units, list(_openers(units))))
    if not any(opener.has_series and opener.kind in KINDS[1:] for opener in openers):
        return units
    made: list[Unit] = []
    end = 0
    for opener in openers:
        made += units[end : opener.place]
        made += _opened(units[opener.place], opener)
        end = opener.place + 1
    made += units[end:]
    is_late = openers[0].kind != KINDS[0] and not any(unit.mark for unit in units[: openers[0].place])
    if is_late and made[0].mark is None:  # what stands before the problems is what was achieved
        made[0] = made[0]._replace(mark=Mark(SPOKEN), kind=KINDS[0])
    return made


def _openers(units: list[Unit]) -> Iterator[_Opener]:
    """All sentences that may open a chapter, in order: those with a series behind them, and paragraphs without one."""
    is_numbered = False
    for place, unit in enumerate(units):
        following = units[place + 1].mark if place + 1 < len(units) else None
        begins = following is not None and following.number == 1
        found = next(_sentences(unit, begins=begins), None)
        if found and (found[1] != KINDS[0] or not is_numbered):
            yield _Opener(place, *found, has_series=True)
        elif unit.mark is None and (kind := kind_told(unit.text)):
            yield _Opener(place, 0, kind, has_series=False)
        is_numbered = is_numbered or bool(unit.mark and unit.mark.number)


def _sentences(unit: Unit, *, begins: bool) -> Iterator[tuple[int, str]]:
    """The sentences in a unit that a series follows: where each begins, and its kind."""
    for match in _SENTENCE().finditer(unit.text) if "：" in unit.text else ():
        is_first = unit.mark is not None and not match.start()
        has_series = _SERIES().match(unit.text, match.end()) or (begins and match.end() == len(unit.text))
        if has_series and not is_first and (kind := kind_said(match[1])):
            yield match.start(), kind


def _untorn(units: list[Unit], openers: list[_Opener]) -> list[_Opener]:
    """The openers behind which each form of marks begins anew: no chapter begins within a run."""
    running: set[str] = set()
    kept: list[_Opener] = []
    at = len(units)
    for opener in reversed(openers):
        for unit in reversed(units[opener.place + 1 : at]):
            if unit.mark:
                (running.discard if unit.mark.number == 1 else running.add)(unit.mark.form)
        at = opener.place + 1
        if not running:
            kept.append(opener)
    return kept[::-1]


def _chosen(openers: list[_Opener]) -> list[_Opener]:
    """One opener for each kind, in the order of the kinds; those without a series only where they fit between."""
    chosen: list[_Opener] = []
    for opener in sorted(openers, key=lambda each: not each.has_series):
        fits = ((each.place < opener.place) == (each.rank < opener.rank) for each in chosen)
        if all(fits) and all(each.rank != opener.rank for each in chosen):
            chosen.append(opener)
    return sorted(chosen)


def _opened(unit: Unit, opener: _Opener) -> Iterator[Unit]:
    """A unit divided before the sentence that opens a chapter."""
    if before := unit.text[: opener.start].rstrip():
        yield unit._replace(text=before)
    source = unit.source._replace(lead="") if opener.start else unit.source
    yield unit._replace(mark=Mark(SPOKEN), text=unit.text[opener.start :].lstrip(), source=source, kind=opener.kind)
