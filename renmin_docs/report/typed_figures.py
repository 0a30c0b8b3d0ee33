"""The numbers in a report's texts as named figures, where that is safe: the texts print as before, to the character."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import FigureError
from renmin_docs.figures import Breakdown, Hit, Quantity, parse, scan
from renmin_docs.figures.build import breakdown
from renmin_docs.report.figure_names import Names, is_growth, name_before
from renmin_docs.report.text import TOKENS, Tokens, fill
from renmin_docs.report.texts import changed
from renmin_docs.vocabulary import MAPPINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.errors import Finding
    from renmin_docs.figures import Figure
    from renmin_docs.report.models import WorkReport

_AMONG = "，其中"
_LABEL = re.compile("[\u4e00-\u9fffA-Za-z“”]{1,12}")
_DIGIT = re.compile("[0-9]")
_MOST_ROUNDS = 6
_GROWTH = "增幅"


def typed_figures(report: WorkReport) -> WorkReport:
    """The report with the numbers of its paragraphs as figures, named by the words before them.

    A number becomes a figure if it has a unit, prints just as it is written, and words near it name it; a total with
    its parts (7家，其中商贸业4家、服务业3家) becomes one figure if the parts add up. Figures because of which
    `check()` would find something new stay numbers.
    """
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
    """Goes through the texts of a report.

    Args:
        report: The report.
        unwanted: Names of figures that are left numbers.
    """

    def __init__(self, report: WorkReport, unwanted: set[str]) -> None:
        self._report, self._unwanted = report, unwanted
        self._figures: dict[str, Figure] = dict(report.figures)
        self._made: dict[tuple[str, Figure], str] = {}
        self._names = Names(report.figures)

    def report(self) -> WorkReport:
        """The report with its figures."""
        update: dict[str, Any] = {}
        for key, row in MAPPINGS["WorkReport"].items():
            if row.form == "paragraphs":
                update[key] = [*map(self._text, getattr(self._report, key))]
            elif row.form == "chapters":
                update[key] = [changed(chapter, self._item) for chapter in getattr(self._report, key)]
        return self._report.replace(**update, figures=self._figures)

    def _item(self, item: Any) -> Any:
        return self._text(item) if isinstance(item, str) else item

    def _text(self, text: str) -> str:
        """A text with mentions in place of its numbers; what is mentioned in it already stays."""
        pieces = TOKENS.split(text)
        pieces[::2] = map(self._plain, pieces[::2])
        typed = "".join(pieces)
        return typed if self._prints(typed) == self._prints(text) else text

    def _prints(self, text: str) -> str:
        return fill(text, Tokens(lambda mention: format(self._figures[mention.name], mention.style)))

    def _plain(self, text: str) -> str:
        made, end = "", 0
        for found in self._found(text):
            name = found.name + (f":{found.style}" if found.style else "")
            made += text[end : found.start] + f"{{{name}}}"
            end = found.end
            self._figures[found.name] = found.figure
        return made + text[end:]

    def _found(self, text: str) -> Iterator[_Found]:
        hits = [_without_reached(text, hit) for hit in scan(text)]
        last, end = "", 0
        for place, hit in enumerate(hits):
            floor, before = end, last
            if hit.start < end:
                continue
            end = hit.end
            if not _is_safe(text, hit):
                last = ""
                continue
            whole = _whole(text, hits, place)
            figure, end = whole or (hit.figure, hit.end)
            last = self._named(figure, _base(text, hit, floor, before))
            if last and last not in self._unwanted:
                yield _Found(last, figure, hit.start, end, "其中" if whole else "")

    def _named(self, figure: Figure, base: str) -> str:
        """The name of a figure: that of an equal one with the same words before it, or a new one."""
        name = self._made.get((base, figure), "") or (self._names.unique(base) if base else "")
        if not name.isidentifier():
            return ""
        self._names.take(name)
        self._made[base, figure] = name
        return name


def _without_reached(text: str, hit: Hit) -> Hit:
    """A hit without the 达到 before it, which belongs to the sentence."""
    figure = hit.figure
    if not (isinstance(figure, Quantity) and figure.hedge and figure.hedge_row.bound == "reached"):
        return hit
    written = text[hit.start : hit.end].removeprefix(figure.hedge)
    return Hit(parse(written), hit.end - len(written), hit.end) if written else hit


def _base(text: str, hit: Hit, floor: int, before: str) -> str:
    """The words that name a figure; a growth is named after the figure before it."""
    if hit.figure.unit == "%" and is_growth(text, hit.start):
        return before + _GROWTH if before else ""
    return name_before(text, hit.start, hit.end, floor)


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
