"""Chapters that are spoken, not numbered: a sentence opens each, and the marks behind it begin anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.headings import is_known_heading
from renmin_docs.intake.prose.kinds import KINDS, kind_of, kind_said, kind_told
from renmin_docs.intake.prose.ladder import SPOKEN
from renmin_docs.intake.prose.marks import ORDINAL, Mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.dividing import Unit

_SENTENCE = range(4, 81)
"""How many characters a sentence has that opens a chapter."""
_LONGEST_LABEL = 16
_LEAST_CLOSING = 2
"""Problems and plans without a series make chapters together; a last look ahead alone is a paragraph."""
_SERIES = lazy(r"一是|一要|第一|首先|（1[）).、]|\(1[）).、]|1[）).、]|①")


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


def with_spoken(units: list[Unit], *, has_chapters: bool) -> list[Unit]:
    """The units, divided where a sentence opens a chapter; the same where none but that of the achievements does.

    Beside marks of chapters, a series must follow one of them.
    """
    with_series = _untorn(units, list(_before_series(units)))
    if has_chapters and all(opener.kind == KINDS[0] for opener in with_series):  # as in most texts
        return units
    openers = _chosen([*with_series, *_untorn(units, list(_without_series(units)))])
    late = [opener for opener in openers if opener.kind != KINDS[0]]
    if (has_chapters or len(late) < _LEAST_CLOSING) and not any(opener.has_series for opener in late):
        return units
    made = _opened(units, openers)
    before = units[: openers[0].place]
    is_late = openers[0].kind != KINDS[0] and all(unit.form in ("", ORDINAL) for unit in before)
    if is_late and made[0].mark is None:  # what stands before the problems is what was achieved
        made[0] = made[0]._replace(mark=Mark(SPOKEN), kind=KINDS[0])
    return made


def with_spoken_beside(units: list[Unit], form: str, *, has_marks: bool) -> list[Unit]:
    """The units, some of which are headings of chapters, divided where a sentence opens one of a kind that these lack.

    Args:
        units: The units.
        form: The form of the headings, which the sentences get, too.
        has_marks: Whether the text has marks, which begin anew behind a sentence that opens a chapter then.
    """
    spoken = list(_before_series(units))
    if has_marks:
        numbered = {place for place, unit in enumerate(units, -1) if unit.form not in ("", ORDINAL, form)}
        spoken = [opener for opener in _untorn(units, spoken) if opener.place in numbered]
    found = [*_labelled(units), *spoken]
    made = _with_achieved(_opened(units, _chosen(_lacking(units, form, found))), form)
    return [unit._replace(mark=Mark(form)) if unit.kind else unit for unit in made]


def with_spoken_between(units: list[Unit], form: str) -> list[Unit]:
    """The units, some of which are numbered chapters, with a number on problems labelled as such above the next one."""
    lines = [place for place, unit in enumerate(units) if unit.mark is None]
    labels_of = [place for place in lines if _kind_of_label(units[place].text.partition("：")[0]) == KINDS[1]]
    if not labels_of:  # as in nearly all texts
        return units
    found = (_Opener(place, 0, KINDS[1], has_series=True) for place in labels_of)
    labels = {opener.place for opener in _lacking(units, form, found)}
    above: set[int] = set()
    last = -1
    for place, unit in enumerate(units):
        above |= {last} & labels if unit.form == form else set()
        last = place if place in labels or unit.form not in ("", ORDINAL) else last
    marked = [unit._replace(kind=KINDS[1]) if place in above else unit for place, unit in enumerate(units)]
    return in_one_run(marked, above, form) if above else units


def in_one_run(units: list[Unit], places: Collection[int], form: str) -> list[Unit]:
    """The units with the next mark of a form at some places; those behind count on."""
    made: list[Unit] = []
    added = last = 0
    for place, unit in enumerate(units):
        mark = unit.mark
        if place in places:
            added, last = added + 1, last + 1
            mark = Mark(form, last)
        elif mark and mark.form == form:
            last = mark.number + added
            mark = mark._replace(number=last)
        made.append(unit._replace(mark=mark))
    return made


def _lacking(units: list[Unit], form: str, openers: Iterable[_Opener]) -> list[_Opener]:
    """Those that open a chapter of a kind that the headings of a form lack, in the order of the kinds."""
    kinds = ((place, kind_of(unit.text).name) for place, unit in enumerate(units) if unit.form == form)
    ranks = {place: KINDS.index(kind) for place, kind in kinds if kind in KINDS}
    lacking = (opener for opener in openers if opener.rank not in ranks.values())
    return [
        opener
        for opener in lacking
        if all((opener.place < place) == (opener.rank < rank) for place, rank in ranks.items())
    ]


def _with_achieved(units: list[Unit], form: str) -> list[Unit]:
    """The units, the first of which begins what was achieved where 一是 … stand above problems or plans."""
    chapters = [place for place, unit in enumerate(units) if unit.form == form or unit.kind]
    kinds = [units[place].kind or kind_of(units[place].text).name for place in chapters]
    before = units[: min(chapters, default=0)]
    are_points = {unit.form for unit in before} == {"", ORDINAL} and before[0].mark is None
    if not are_points or kinds[0] not in KINDS[1:] or KINDS[0] in kinds:
        return units
    return [before[0]._replace(kind=KINDS[0]), *units[1:]]


def _before_series(units: list[Unit]) -> Iterator[_Opener]:
    """The sentences that may open a chapter with the series behind them; what was achieved comes before all others."""
    is_numbered = False
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        for start, kind in _sentences(unit, following):
            if kind != KINDS[0] or not is_numbered:
                yield _Opener(place, start, kind, has_series=True)
        is_numbered = is_numbered or unit.number > 0


def _without_series(units: list[Unit]) -> Iterator[_Opener]:
    """The paragraphs that may be a chapter without a series."""
    yield from _labelled(units)
    for place, unit in enumerate(units):
        if unit.mark is None and (kind := kind_told(unit.text)):
            yield _Opener(place, 0, kind, has_series=False)


def _labelled(units: list[Unit]) -> Iterator[_Opener]:
    """The paragraphs that begin with a heading of problems or plans and its text (存在问题：人手不足)."""
    for place, unit in enumerate(units):
        end = unit.text.find("：", 0, _LONGEST_LABEL) if unit.mark is None else -1
        if 0 < end < len(unit.text) - 1 and (kind := _kind_of_label(unit.text[:end])) in KINDS[1:]:
            yield _Opener(place, 0, kind, has_series=False)


def _sentences(unit: Unit, following: Unit | None) -> Iterator[tuple[int, str]]:
    """The sentences in a unit that a series follows, or the known heading that it is: where each begins, its kind."""
    text = unit.text
    if following and unit.mark is None and (kind := _kind_of_label(text)):
        yield 0, kind
    ends = [match.start() for match in _SERIES().finditer(text)] if "：" in text or "。" in text else []
    if following and text.endswith("：") and (following.number == 1 or _SERIES().match(following.text)):
        ends.append(len(text))
    for end in ends:
        is_ended = text.startswith("。", end - 1) and unit.mark is None and end < len(text)
        if not end or not (is_ended or text.startswith("：", end - 1)):
            continue
        start = max(text.rfind(stop, 0, end - 1) for stop in "。！？") + 1
        sentence = text[start : end - 1]
        is_first = unit.mark is not None and not start
        is_one = len(sentence) in _SENTENCE and "：" not in sentence and not is_first
        kind = (kind_said(sentence) or _kind_of_label(sentence)) if is_one else ""
        if kind and not (is_ended and kind == KINDS[0]):
            yield start, kind


def _kind_of_label(text: str) -> str:
    """The kind of chapter that a heading is which a series or a line follows: 2024年打算：一是…; empty for others."""
    kind = kind_of(text).name if is_known_heading(text.removesuffix("：")) else ""
    return kind if kind in KINDS else ""


def _untorn(units: list[Unit], openers: list[_Opener]) -> list[_Opener]:
    """The openers behind which each form of marks begins anew: no chapter begins within a run."""
    running: set[str] = set()
    kept: list[_Opener] = []
    at = len(units)
    for opener in reversed(openers):
        for unit in reversed(units[opener.place + 1 : at]):
            if unit.mark:
                (running.discard if unit.mark.number < 2 else running.add)(unit.mark.form)
        at = opener.place + 1
        if not running:
            kept.append(opener)
    return kept[::-1]


def _chosen(openers: list[_Opener]) -> list[_Opener]:
    """One opener for each kind, in the order of the kinds; those without a series only where they fit between."""
    chosen: list[_Opener] = []
    for opener in sorted(openers, key=lambda each: not each.has_series):
        fits = ((each < opener) == (each.rank < opener.rank) for each in chosen)
        if all(fits) and all(each.rank != opener.rank for each in chosen):
            chosen.append(opener)
    return sorted(chosen)


def _opened(units: list[Unit], openers: list[_Opener]) -> list[Unit]:
    """The units, divided before all sentences that open chapters."""
    made: list[Unit] = []
    end = 0
    for place, of_unit in groupby(openers, key=lambda opener: opener.place):
        made += units[end:place]
        made += _divided(units[place], list(of_unit))
        end = place + 1
    return made + units[end:]


def _divided(unit: Unit, openers: list[_Opener]) -> Iterator[Unit]:
    """A unit divided before the sentences that open chapters."""
    if before := unit.text[: openers[0].start].rstrip():
        yield unit._replace(text=before)
    ends = [*(opener.start for opener in openers[1:]), len(unit.text)]
    for opener, end in zip(openers, ends, strict=True):
        source = unit.source._replace(lead="") if opener.start else unit.source
        text = unit.text[opener.start : end].strip()
        yield unit._replace(mark=Mark(SPOKEN), text=text, source=source, kind=opener.kind)
