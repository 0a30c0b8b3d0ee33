"""The numbers in a report's texts as named figures, where that is safe: the texts print as before, to the character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from renmin_docs.emphasis import MARKS
from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures import Breakdown, Figure, Hit, Quantity, parse, scan
from renmin_docs.figures.build import breakdown
from renmin_docs.report.figure_names import Names
from renmin_docs.report.models import WorkReport
from renmin_docs.report.name_context import CHAPTERS, Context, Facets, first_words
from renmin_docs.report.names import KNOWN, mentionable
from renmin_docs.report.sections import Section
from renmin_docs.report.text import TOKENS, Mention, Tokens, fill
from renmin_docs.vocabulary import MAPPINGS

_Section = TypeVar("_Section", bound=Section)

_AMONG = "，其中"
_LABEL = re.compile("[\u4e00-\u9fffA-Za-z“”]{1,12}")
_DIGIT = re.compile("[0-9]")
_MOST_ROUNDS = 6


def typed_figures(report: WorkReport) -> WorkReport:
    """The report with the numbers of its paragraphs as figures, named by the words before them.

    A number becomes a figure if it has a unit, prints just as it is written, and words near it name it; a total with
    its parts (7家，其中商贸业4家、服务业3家) becomes one figure if the parts add up. Figures because of which
    `check()` would find something new stay numbers.
    """
    if not hasattr(report, "to_bytes"):
        raise TypeError(f"typed_figures takes a WorkReport, not {type(report).__name__}")
    report = report.checked()
    before = _counted(report.check())
    unwanted: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        typed = _Typing(report, unwanted).report()
        new = _counted(typed.check()) - before
        named = {name for _, name in new} & set(typed.figures) - set(report.figures)
        if not new:
            return typed
        if not named:
            break
        unwanted |= named
    return report


def _counted(findings: list[Finding]) -> Counter[tuple[str, str]]:
    """How often each rule is broken, with the figure that it is about."""
    return Counter((finding.rule, _figure_of(finding)) for finding in findings)


def _figure_of(finding: Finding) -> str:
    if finding.place.startswith("figures."):
        return finding.place.split(".")[1]
    return finding.expected.split(" = ")[0] if " = " in finding.expected else ""


class _Found(NamedTuple):
    """A figure in a text, from `start` up to `end`, with how it is mentioned there."""

    name: str
    figure: Figure
    start: int
    end: int
    style: str = ""


class _Typing:
    """Goes through the texts of a report; numbers that would have unwanted names are left."""

    def __init__(self, report: WorkReport, unwanted: set[str]) -> None:
        self._report, self._unwanted = report, unwanted
        self._figures: dict[str, Figure] = dict(report.figures)
        self._known = mentionable(report)
        self._made: dict[tuple[str, Figure, tuple[str, ...]], str] = {}
        self._names = Names((*report.figures, *report.fields, *KNOWN))
        self._chapter = self._heading = ""

    def report(self) -> WorkReport:
        """The report with its figures."""
        update: dict[str, Any] = {}
        for key, row in MAPPINGS["WorkReport"].items():
            if row.form == "paragraphs":
                update[key] = [*map(self._text, getattr(self._report, key))]
            elif row.form == "chapters":
                self._chapter = CHAPTERS.get(key, "")
                update[key] = [self._section(chapter, "") for chapter in getattr(self._report, key)]
                self._chapter = self._heading = ""
        return self._report.replace(**update, figures=self._figures)

    def _section(self, section: _Section, heading: str) -> _Section:
        """A section with its figures; a point's heading distinguishes them from those of other points."""
        body: list[Any] = []
        for item in section.body:
            self._heading = heading
            if isinstance(item, Section):
                body.append(self._section(item, first_words(getattr(item, "heading", "") or getattr(item, "lead", ""))))
            else:
                body.append(self._text(item) if isinstance(item, str) else item)
        return section.replace(body=body)

    def _text(self, text: str) -> str:
        """A text with mentions in place of its numbers; what is mentioned in it already stays."""
        typed, plain = "", ""
        signs: list[tuple[int, str]] = []
        for number, piece in enumerate(TOKENS.split(text)):
            if number % 2 == 0:
                plain += piece
            elif piece in MARKS:
                signs.append((len(plain), piece))
            else:
                typed += self._plain(plain, signs) + piece
                plain, signs = "", []
        typed += self._plain(plain, signs)
        return typed if self._prints(typed) == self._prints(text) else text

    def _prints(self, text: str) -> str:
        return fill(text, Tokens(self._write))

    def _write(self, mention: Mention) -> str:
        known = self._figures.get(mention.name) or self._known[mention.name]
        return format(known, mention.style)

    def _plain(self, text: str, signs: list[tuple[int, str]]) -> str:
        """A text without mentions; the signs of its emphasis stand at some places, none of them within a number."""
        made, end = "", 0
        for found in self._found(text):
            if any(found.start < at < found.end for at, _ in signs):
                continue
            name = found.name + (f":{found.style}" if found.style else "")
            made += _with_signs(text, signs, end, found.start) + f"{{{name}}}"
            end = found.end
            self._figures[found.name] = found.figure
        return made + _with_signs(text, signs, end, len(text))

    def _found(self, text: str) -> Iterator[_Found]:
        hits = [_without_reached(text, hit) for hit in scan(text)]
        context = Context(text, self._chapter, self._heading)
        end = 0
        for place, hit in enumerate(hits):
            if hit.start < end:
                continue
            noun = context.noun(hit) if _is_safe(text, hit) and not context.is_limit(hit) else ""
            whole = _whole(text, hits, place) if noun else None
            figure, end = whole or (hit.figure, hit.end)
            name = self._named(figure, noun, context.facets(hit)) if noun else ""
            if not name:
                end = hit.end
                context.skip(hit)
                continue
            context.take(name, noun, end)
            if name not in self._unwanted:
                yield _Found(name, figure, hit.start, end, "其中" if whole else "")

    def _named(self, figure: Figure, noun: str, facets: Facets) -> str:
        """The name of a figure: that of an equal one of the same noun, time, part and chapter, or a new one."""
        key = noun, figure, facets.scope
        name = self._made.get(key, "") or self._names.unique(noun, facets)
        if not name.isidentifier():
            return ""
        self._names.take(name, noun, facets)
        self._made[key] = name
        return name


def _with_signs(text: str, signs: list[tuple[int, str]], start: int, end: int) -> str:
    """A part of a text with the signs that are still to be written up to its end."""
    made = ""
    while signs and signs[0][0] <= end:
        at, sign = signs.pop(0)
        made, start = made + text[start:at] + sign, at
    return made + text[start:end]


def _without_reached(text: str, hit: Hit) -> Hit:
    """A hit without the 达到 before it, which belongs to the sentence."""
    figure = hit.figure
    if not (isinstance(figure, Quantity) and figure.hedge and figure.hedge_row.bound == "reached"):
        return hit
    written = text[hit.start : hit.end].removeprefix(figure.hedge)
    return Hit(parse(written), hit.end - len(written), hit.end) if written else hit


def _is_safe(text: str, hit: Hit) -> bool:
    """Whether a hit is a number with a unit, written in digits just as it will be printed."""
    written = text[hit.start : hit.end]
    is_number = isinstance(hit.figure, Quantity) and bool(hit.figure.unit) and bool(_DIGIT.search(written))
    return is_number and str(hit.figure) == written


def _whole(text: str, hits: list[Hit], place: int) -> tuple[Breakdown, int] | None:
    """The total that the hit at a place is, with its parts, and where they end; None where it has none."""
    total = hits[place]
    at = total.end + len(_AMONG)
    if not text.startswith(_AMONG, total.end):
        return None
    parts: dict[str, Figure] = {}
    end = at
    for hit in islice(hits, place + 1, None):
        label = text[at : hit.start]
        if (
            not _is_safe(text, hit)
            or hit.figure.unit != total.figure.unit
            or not _LABEL.fullmatch(label)
            or label in parts
        ):
            break
        parts[label], end = hit.figure, hit.end
        if text[end : end + 1] != "、":
            break
        at = end + 1
    if len(parts) < 2:
        return None
    try:
        made = breakdown(total.figure, parts)
    except FigureError:
        return None
    is_same = format(made, "其中") == text[total.start : end]
    return (made, end) if is_same and not made.findings() else None
