"""Levels of marks: which forms stand above which, also where one form stands on two levels or none marks a heading.

Each reading of the marks is held against the others by how often a number is not the next one in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.headings import head_of, holds_heading, is_known_heading
from renmin_docs.intake.prose.kinds import BACKGROUND, KINDS, kind_of, kind_of_head
from renmin_docs.intake.prose.ladder import BARE, LABEL, LINE, OUTER, SPOKEN, Nesting, nesting, usual_depth
from renmin_docs.intake.prose.marks import PART, ROMAN, TOPIC, Mark
from renmin_docs.intake.prose.runs import outer_places
from renmin_docs.intake.prose.spoken import in_one_run, with_spoken, with_spoken_beside, with_spoken_between
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.dividing import Unit

_OF_CHAPTERS = (PART, ROMAN, TOPIC, "一、", f"{OUTER}一、", "outline 1", SPOKEN)
"""Forms that mark chapters wherever they are the highest."""
_LEAST_POINTS = 2
_LONGEST = 30
_LONGEST_LABEL, _LONGEST_LINE = 16, 40
_ENDS = tuple("。！？；，、”）")
_STOPS = frozenset("，。；：！？")
_LEAST_SENTENCES, _SENTENCES = 3, 0.75
"""How many of the 一、 stand before sentences, and what share of them, where they mark points and no chapters."""
_LEADS_ON = ("有：", "是：", "为：", "如下：", "以下：")
"""How a sentence ends that announces a series; a heading does not."""
_NO_ENDS = _ENDS + _LEADS_ON
_REPORTS = ("汇报如下：", "报告如下：", "总结如下：")
"""How a sentence ends that announces the whole report."""


_LINE = lazy("(?![（(—-])[^。；：！？，、0-9]+(?:，[^。；：！？，0-9]+){0,2}(?<![”）])")
_ENDED = tuple("。；：！？")
_OF_YEAR = lazy(r"(?:19|20)\d\d年[^，。；：！？]{4,22}")

_LAST = lazy("[^，。；：、]{0,8}自身建设")
"""The last chapter of a government's report, which names no kind."""


class Levelled(NamedTuple):
    """Units with marks on all headings.

    Attributes:
        units: The units.
        forms: The forms of their marks, from the highest down.
        in_chapters: The first form is that of chapters; else there are none.
    """

    units: list[Unit]
    forms: tuple[str, ...]
    in_chapters: bool


def levelled(units: list[Unit]) -> Levelled:
    """The units, with a mark on headings that have none, and marks of a form that stands on two levels kept apart."""
    units = _with_points(units)
    found = nesting(units)
    is_marked = bool(found.forms) and found.forms[0] in _OF_CHAPTERS
    marked = _with_bare(units, found, is_marked=is_marked) or units
    is_bare = marked is not units
    if not is_bare and ((found.breaks and not is_marked) or not _are_topics(units, found.forms)):
        marked = with_spoken(units, has_chapters=is_marked)
        marked = _beside(marked, {place: unit.kind for place, unit in enumerate(marked) if unit.kind})
    if marked is units and is_marked and found.forms[0] == "一、" and not found.breaks:
        marked = with_spoken_between(units, "一、")
    marked = _with_labels(marked)
    found = found if marked is units else nesting(marked)
    if found.breaks:
        inner, marked = marked, _with_outer(marked, found.forms)
        found = found if marked == inner else nesting(marked)
    is_marked = is_bare or (bool(found.forms) and found.forms[0] in _OF_CHAPTERS and not _are_sentences(marked, found))
    in_chapters = is_marked or _are_topics(marked, found.forms)
    return Levelled(_with_lines(marked) if in_chapters else marked, found.forms, in_chapters=in_chapters)


def _with_points(units: list[Unit]) -> list[Unit]:
    """The units, with 一、 before sentences below the same marks of chapters, where problems or plans end their run.

    Those make a chapter of points: 一、…。 二、…。 三、存在的问题.
    """
    top = [place for place, unit in enumerate(units) if unit.mark and unit.mark.form == "一、"]
    if len(top) <= _LEAST_POINTS or not _is_sentence(units[top[0]]):  # as in nearly all texts
        return units
    kinds = (kind_of_head(units[place].text) in KINDS[1:] for place in top)
    first = next((at for at, is_late in enumerate(kinds) if is_late), 0)
    is_one_run = [units[place].number for place in top] == [*range(1, len(top) + 1)]
    if first < _LEAST_POINTS or not is_one_run or top[first] - top[0] != first:
        return units
    if not all(_is_sentence(units[place]) for place in top[:first]):
        return units
    marked = list(units)
    for number, place in enumerate(top[first:], 2):
        marked[place] = _outer(units[place], number)
    return marked


def _is_sentence(unit: Unit) -> bool:
    """Whether a mark stands before a sentence that heads nothing."""
    if not unit.text.endswith("。") or unit.source.level or unit.source.lead or holds_heading(unit.text):
        return False
    head = head_of(unit.text, has_more=False)
    return not (head.heading or head.lead)


def _beside(units: list[Unit], late: Mapping[int, str]) -> list[Unit]:
    """The units with the next marks where problems and plans open, by place, behind two or more numbered chapters."""
    if not (late and {*late.values()} <= {*KINDS[1:]}):
        return units
    chapters = [place for place, unit in enumerate(units) if unit.form == "一、"]
    is_behind = len(chapters) >= _LEAST_POINTS and min(late) > chapters[-1]
    return in_one_run(units, late, "一、") if is_behind else units


def _with_bare(units: list[Unit], found: Nesting, *, is_marked: bool) -> list[Unit] | None:
    """The units with a mark on headings that begin chapters without one; None where there are none.

    Such headings stand above 一、 only where the numbers run on better so: where 一、 begins anew behind them.
    """
    if is_marked and found.forms[0] != "一、":
        return None
    lines = [place for place, unit in enumerate(units) if unit.mark is None]
    bare = {place: kind for place in lines if (kind := _kind_of_bare(units[place], units[place + 1 : place + 2]))}
    if is_marked and not (bare or found.breaks):  # as in most texts
        return None
    above = units[: min((place for place, kind in bare.items() if kind in KINDS[1:]), default=None)]
    if all(unit.mark is None for unit in above):
        bare = {**_lines_of_work(above), **bare}
    if is_marked and found.breaks:
        bare = {**_of_years(units), **bare}
    marked = _beside(units, bare) if is_marked else units
    if marked is not units and all("。" not in unit.text for unit in _of_form(units, "一、")):
        return marked
    if not is_marked and len({*bare.values()}.intersection(KINDS)) > 1:
        bare |= dict.fromkeys((at for at in lines if at > max(bare) and _LAST().fullmatch(units[at].text)), "")
    if not bare and (found.breaks or not is_marked):
        bare = _above_runs(units, found.forms)
    if set(bare.values()) <= {BACKGROUND} or (is_marked and len(bare) < 2):
        return None
    marked = list(units)
    for place in bare:
        marked[place] = units[place]._replace(mark=Mark(BARE))
    marked = marked if is_marked else with_spoken_beside(marked, BARE, has_marks=bool(found.forms))
    are_parts = len({kind for kind in bare.values() if kind in KINDS}) > 1  # such lines need no break to show them
    most = found.breaks if are_parts else found.breaks - 1
    return marked if not is_marked or nesting(marked).breaks <= most else None


def _of_years(units: list[Unit]) -> dict[int, str]:
    """The places of short lines that begin with a year: 2023年财政预算（草案）."""
    dated = (place for place, unit in enumerate(units) if unit.mark is None and _OF_YEAR().fullmatch(unit.text))
    return dict.fromkeys(dated, KINDS[0])


def _lines_of_work(units: list[Unit]) -> dict[int, str]:
    """The places of lines that stand alone above all marks: 社区民政工作."""
    return {place: KINDS[0] for head, places in _lines_alone(units) if head < 0 for place in places}


def _lines_alone(units: list[Unit]) -> Iterator[tuple[int, list[int]]]:
    """Where each mark stands, -1 for none, and the places of the lines below it that stand alone above paragraphs.

    Two or more do, and no line stands otherwise.
    """
    pairs = list(pairwise(units))
    unended = [place for place, (unit, _) in enumerate(pairs) if unit.mark is None and _is_unended(unit.text)]
    many = len(unended) > 1
    heads = list(accumulate((place if unit.mark else -1 for place, unit in enumerate(units)), max)) if many else [-1]
    for head, lines in groupby(unended if many else (), heads.__getitem__):
        places = list(lines)
        if len(places) > 1 and all(_stands_above(*pairs[place]) for place in places):
            yield head, places


def _is_unended(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and not text.endswith(_ENDED)


def _stands_above(unit: Unit, behind: Unit) -> bool:
    is_line = 3 < len(unit.text) <= _LONGEST and not unit.source.role and _LINE().fullmatch(unit.text) is not None
    return is_line and behind.mark is None and behind.text.endswith("。")


def _above_runs(units: list[Unit], forms: tuple[str, ...]) -> dict[int, str]:
    """The places of the lines above each run of the highest marks: 平安建设方面 above （一）."""
    begins = [place for place, unit in enumerate(units) if forms and unit.form == forms[0] and unit.number == 1]
    lines = [place - 1 for place in begins if place]
    if not lines or len(lines) < len(begins):
        return {}
    are_topics = all(_names_topic(units[line]) and units[line].text.endswith(("方面", "工作")) for line in lines)
    return dict.fromkeys(lines if are_topics else (), KINDS[0])


def _names_topic(unit: Unit) -> bool:
    return unit.mark is None and _is_line(unit) and len(unit.text) <= _LONGEST_LABEL


def _are_topics(units: list[Unit], forms: tuple[str, ...]) -> bool:
    """Whether some of the highest headings name difficulties or plans, as only chapters do, or 1. is alone."""
    top = _of_form(units, forms[0]) if forms else []
    return any(kind_of_head(unit.text) in KINDS[1:] for unit in top) or (forms == ("1.",) and _are_lines(units, top))


def _of_form(units: list[Unit], form: str) -> list[Unit]:
    return [unit for unit in units if (mark := unit.mark) and mark.form == form]


def _are_lines(units: list[Unit], top: list[Unit]) -> bool:
    """Whether marks stand before lines alone, two or more, below an introduction that does not announce a series."""
    introduction = units[: units.index(top[0])]
    above = introduction[-1].text if introduction else "："
    is_free = not above.endswith("：") or above.endswith(_REPORTS)
    return len(top) > 1 and is_free and all(map(_is_line, top))


def _are_sentences(units: list[Unit], found: Nesting) -> bool:
    """Whether 一、 stands before sentences that tell, nearly always, and so before points of one chapter."""
    if found.forms[0] != "一、":
        return False
    top = _of_form(units, "一、")
    tells = [unit.text for unit in top if unit.text.endswith("。") and not kind_of_head(unit.text)]
    least = max(_LEAST_SENTENCES, _SENTENCES * len(top))
    if len(tells) < least:  # as in most texts
        return False
    heads = (head_of(text, has_more=True) for text in tells)
    return sum(not (head.heading or head.lead) for head in heads) >= least


def _is_line(unit: Unit) -> bool:
    return 1 < len(unit.text) <= _LONGEST and _STOPS.isdisjoint(unit.text) and not unit.source.role


def _kind_of_bare(unit: Unit, following: list[Unit]) -> str:
    """The kind of chapter that a text without a mark begins; empty for one that is no heading."""
    if not 1 < len(unit.text) <= _LONGEST or unit.text.endswith(_NO_ENDS):
        return ""
    text = unit.text.removesuffix("：")
    is_bold = unit.source.bold[1] >= len(text)
    if not _STOPS.isdisjoint(text) or not (
        text == unit.text or is_bold or _begins(following) or is_known_heading(text)
    ):
        return ""
    return kind_of(text).name


def _begins(following: list[Unit]) -> bool:
    """Whether the unit that follows begins a series."""
    return any(unit.number == 1 for unit in following)


def _with_labels(units: list[Unit]) -> list[Unit]:
    """The units with a mark on short lines that end in ： where two or more stand above series of one form."""
    labels = list(_labels(units))
    marked = list(units) if labels else units
    for place in labels:
        marked[place] = units[place]._replace(mark=Mark(LABEL + units[place + 1].form))
    return marked


def _with_lines(units: list[Unit]) -> list[Unit]:
    """The units with a mark on the lines that stand alone below another one."""
    alone = {place for head, places in _lines_alone(units) if head >= 0 for place in places}
    marked = list(units) if alone else units
    for place in alone:
        marked[place] = units[place]._replace(mark=Mark(LINE))
    return marked


def _labels(units: list[Unit]) -> Iterator[int]:
    """The places of such lines, with no series of the form before the first of them under the same mark above."""
    ended = [place for place, unit in enumerate(units[:-1]) if unit.text.endswith("：")]
    places = {place for place in ended if _is_label(units[place]) and units[place + 1].number == 1} if ended else ()
    if len(places) < 2:
        return
    waiting: dict[str, list[int]] = {}
    met: set[str] = set()
    for place, unit in enumerate(units):
        if unit.mark:
            depth = usual_depth(unit.form)
            met = {form for form in met if usual_depth(form) <= depth} | {unit.form}
            for form in [form for form in waiting if usual_depth(form) > depth]:
                yield from _of_one_kind(waiting.pop(form))
        elif place in places:
            form = units[place + 1].form
            if waiting.get(form) or form not in met:
                waiting.setdefault(form, []).append(place)
    for found in waiting.values():
        yield from _of_one_kind(found)


def _of_one_kind(places: list[int]) -> list[int]:
    return places if len(places) > 1 else []


def _is_label(unit: Unit) -> bool:
    text = unit.text
    if not 2 < len(text) <= _LONGEST_LABEL or text.endswith(_LEADS_ON):
        return False
    return _STOPS.isdisjoint(text[:-1])


def _with_outer(units: list[Unit], forms: tuple[str, ...]) -> list[Unit]:
    """The units with marks of a form that stands on two levels kept apart: those of the outer run get another form."""
    marked = list(units)
    for depth, form in enumerate(forms):
        for place in outer_places(units, form, forms[:depth]):
            marked[place] = _outer(units[place], units[place].number)
    return marked


def _outer(unit: Unit, number: int) -> Unit:
    """The unit with a mark that stands above others of its form."""
    return unit._replace(mark=Mark(OUTER + unit.form, number, unit.mark.text if unit.mark else ""))
