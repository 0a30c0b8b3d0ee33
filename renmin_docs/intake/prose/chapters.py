"""Classify chapters by the words of their headings, and assign each to its part of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.ladder import BARE, nesting
from renmin_docs.intake.prose.marks import PART, ROMAN, TOPIC, Mark
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from renmin_docs.intake.prose.dividing import Unit
    from renmin_docs.intake.prose.outline import Draft

KINDS = ("achievements", "difficulties", "plans")
"""The three kinds, in the order in which they are printed."""

WORDS: dict[str, Callable[[], re.Pattern[str]]] = {
    "plans": lazy(
        "打算|计划|规划|设想|谋划|展望|努力方向|下一?步|下阶段|下年度|今后|来年|明年|新的?一年|工作(?:思路|安排|部署|建议|重点)"
        "|改进(?:措施|方向)|整改(?:措施|方向)|意见建议|对策|主要任务|重点任务|目标任务|工作目标"
    ),
    "difficulties": lazy("困难|难点|问题|不足|短板|差距|薄弱|瓶颈|挑战|制约"),
    "achievements": lazy(
        "成绩|成效|成果|亮点|特色|经验|做法|举措|回顾|总结|取得"
        "|(?:工作|基本|主要|总体|任务|指标|开展|完成|落实|推进|进展|履职|执行)情况|(?:主要|重点|全年|今年|本年度?)工作"
    ),
}
"""Kind → words that its headings hold."""

_TELLS_OF_WORK = lazy("(?:情况|成效|成果|成绩|回顾|总结)$")
"""How a heading ends that tells what became of something, be it a plan or a problem."""
_OPEN = ("存在", "困难", "不足", "短板")
_CONJUNCTIONS = "和及与暨、"


class Kind(NamedTuple):
    """What a heading says that its chapter is.

    Attributes:
        name: One of `KINDS`; empty where no word tells.
        is_mixed: It names several kinds, and the name is the first that it names.
    """

    name: str
    is_mixed: bool = False


def kind_of(heading: str, year: int | None = None) -> Kind:
    """The kind of a chapter, by its heading.

    >>> [kind_of(heading).name for heading in ("存在的困难和问题", "下一步工作打算", "2022年工作开展情况", "党的建设")]
    ['difficulties', 'plans', 'achievements', '']
    """
    met = {name: match.start() for name, words in WORDS.items() if (match := words().search(heading))}
    if any(word in heading for word in _CONJUNCTIONS) and len(met) > 1:
        return Kind(min(met, key=lambda name: met[name]), is_mixed=True)
    if year is not None and f"{year + 1}年" in heading and "difficulties" not in met:
        return Kind("plans")
    if _TELLS_OF_WORK().search(heading) and not any(word in heading for word in _OPEN):
        return Kind("achievements")
    return Kind(next((name for name in WORDS if name in met), ""))


class Chaptered(NamedTuple):
    """Units with marks on the headings of chapters that have none.

    Attributes:
        units: The units.
        forms: The forms of their marks, from the highest down.
        in_chapters: The first form is that of chapters; else there are none.
    """

    units: list[Unit]
    forms: tuple[str, ...]
    in_chapters: bool


def with_chapters(units: list[Unit]) -> Chaptered:
    """The units, with a mark on headings that begin chapters without one.

    Such headings stand above 一、 only where the numbers run on better so: where 一、 begins anew behind them.
    """
    forms, breaks = nesting(units)
    bare = [place for place, unit in enumerate(units) if _is_bare_heading(unit)]
    is_marked = bool(forms) and forms[0] in (PART, ROMAN, TOPIC, "一、", "outline 1")
    if bare and (not is_marked or (len(bare) > 1 and forms[0] == "一、")):
        marked = list(units)
        for place in bare:
            marked[place] = units[place]._replace(mark=Mark(BARE))
        found = nesting(marked)
        if not is_marked or found.breaks < breaks:
            return Chaptered(marked, found.forms, in_chapters=True)
    return Chaptered(units, forms, in_chapters=is_marked or _are_topics(units, forms))


def _are_topics(units: list[Unit], forms: tuple[str, ...]) -> bool:
    """Whether some of the highest headings name difficulties or plans, as only chapters do."""
    top = [unit for unit in units if unit.mark and forms and unit.mark.form == forms[0]]
    return any(len(unit.text) <= _LONGEST and kind_of(unit.text).name in KINDS[1:] for unit in top)


_LONGEST = 30
_ENDS = tuple("。！？；：，、”）")


def _is_bare_heading(unit: Unit) -> bool:
    short = unit.mark is None and 2 < len(unit.text) <= _LONGEST and not unit.text.endswith(_ENDS)
    return short and not any(stop in unit.text for stop in "，。；：") and bool(kind_of(unit.text).name)


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


def place_chapters(drafts: list[Draft], year: int) -> tuple[list[Placed], list[Finding]]:
    """The chapters in the order of the text, each with its kind or the part that it follows."""
    kinds = [kind_of(draft.heading, year) for draft in drafts]
    names = _in_order([kind.name for kind in kinds])
    if drafts and "achievements" not in names:
        names = _with_achievements(names)
    names = _filled(names)
    notes: list[Finding] = []
    for draft, kind, name in zip(drafts, kinds, names, strict=True):
        notes += _kind_notes(draft, kind, name)
    return list(_placed(drafts, names)), notes


def _in_order(names: list[str]) -> list[str]:
    """The kinds, but those that come too late or too early for the order of printing are emptied."""
    chains: dict[str, tuple[int, int]] = {}  # kind → length of the longest chain that ends in it, and its last place
    before: dict[int, int] = {}
    for place, name in enumerate(names):
        if name:
            allowed = KINDS[: KINDS.index(name) + 1]
            length, last = max((chains.get(kind, (0, -1)) for kind in allowed), key=lambda chain: chain[0])
            before[place] = last
            chains[name] = max(chains.get(name, (0, -1)), (length + 1, place))
    _, last = max(chains.values(), default=(0, -1), key=lambda chain: (chain[0], -chain[1]))
    kept = set(_chain(last, before))
    return [name if place in kept else "" for place, name in enumerate(names)]


def _chain(last: int, before: dict[int, int]) -> Iterator[int]:
    while last >= 0:
        yield last
        last = before[last]


def _with_achievements(names: list[str]) -> list[str]:
    """The kinds where no heading tells of achievements: all chapters before the others are; or else the first."""
    first = next((place for place, name in enumerate(names) if name), len(names)) or 1
    return ["achievements"] * first + names[first:]


def _filled(names: list[str]) -> list[str]:
    """The kinds, with chapters that stand between two of one kind made of that kind too: nothing may part them."""
    filled = list(names)
    for kind in KINDS:
        if kind in names:
            first, last = names.index(kind), len(names) - 1 - names[::-1].index(kind)
            filled[first : last + 1] = [kind] * (last + 1 - first)
    return filled


def _kind_notes(draft: Draft, kind: Kind, name: str) -> Iterator[Finding]:
    heading = quote(draft.heading)
    if kind.is_mixed and kind.name == name:
        yield Finding("chapter_mixed", line=draft.line, found=heading, expected=name)
    elif name and kind.name != name and draft.heading:
        yield Finding("chapter_guessed", line=draft.line, found=heading, expected=name)
    elif not name and kind.name:
        yield Finding("chapter_out_of_order", line=draft.line, found=heading, expected=kind.name)
    elif not name:
        yield Finding("chapter_other", line=draft.line, found=heading)


def _placed(drafts: Iterable[Draft], names: Iterable[str]) -> Iterator[Placed]:
    after = "introduction"
    for draft, name in zip(drafts, names, strict=True):
        yield Placed(draft, name, "" if name else after)
        after = name or after
