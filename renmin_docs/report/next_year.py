"""Next year's report from this one: a skeleton that can be printed at once, and says what is to be written where.

Plans become achievements to be filled in, difficulties questions; figures keep this year's value, also as `previous`,
so that growth computes itself once the value is next year's.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures import Breakdown, Change, Quantity
from renmin_docs.figures.tables import RATES
from renmin_docs.report.sections import Chapter, Point, Section
from renmin_docs.report.tables import Table
from renmin_docs.report.text import Tokens, fill, literal, mentions
from renmin_docs.report.unfilled import UNFILLED, question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from renmin_docs.figures import Figure
    from renmin_docs.report.models import WorkReport

_CHINESE = "〇一二三四五六七八九"
_YEAR = re.compile(rf"(?<!\d)(\d{{4}})(?=年)|([{_CHINESE}零○]{{4}})(?=年)")
_NUMBER_YEAR = re.compile(r"(?<=〔)\d{4}(?=〕)")
_BOUNDS = ("以上", "以下")
"""What is so hedged is a class of size, and does not grow."""
_CLAUSE = re.compile(r"[^，。；：！？\s]{1,20}")


class Remark(NamedTuple):
    """What is said beside a part of the skeleton: why it stands there, and this year's text."""

    finding: Finding
    text: str = ""


class NextYear(NamedTuple):
    """The skeleton.

    Attributes:
        report: The report; it can be printed.
        remarks: Key path of its data file → what is said there.
    """

    report: WorkReport
    remarks: dict[str, Remark]


def next_year(report: WorkReport) -> NextYear:
    """The skeleton of the report on the year after, or on the same part of it."""
    return _Skeleton(report.checked()).made()


class _Skeleton:
    """Makes the parts of the skeleton, and the remarks on them."""

    def __init__(self, report: WorkReport) -> None:
        self._old, self._remarks = report, dict[str, Remark]()
        self._tokens = Tokens(lambda mention: format(report.figures[mention.name], mention.style))

    def made(self) -> NextYear:
        """The report and the remarks."""
        old = self._old
        named = {name: self._moved(getattr(old, name)) for name in old.DERIVED & old.model_fields_set}
        changes: dict[str, Any] = named | {
            "year": old.year + 1,
            "introduction": self._introduction(),
            "figures": {name: self._carried(name, figure) for name, figure in old.figures.items()},
            "achievements": self._achievements(),
            "difficulties": self._chapters("difficulties", self._questions),
            "plans": self._chapters("plans", lambda *_: [UNFILLED]),
            "others": [
                self._kept_chapter(path, chapter)
                for path, chapter in zip(_paths("others", len(old.others)), old.others, strict=True)
            ],
            "attachments": self._attachments(),
            **self._dates(),
        }
        return NextYear(old.replace(**changes), self._remarks)

    def _moved(self, text: str) -> str:
        """A text with this year and the next one moved on by one."""
        return _YEAR.sub(lambda match: _one_later(match[0], self._old.year), text)

    def _say(self, path: str, rule: str, texts: Iterable[str] = (), found: str = "") -> None:
        printed = (fill(text, self._tokens) for text in texts)
        self._remarks[path] = Remark(Finding(rule, found=found), "\n".join(filter(None, printed)))

    # --- text ---

    def _introduction(self) -> list[str]:
        if self._old.introduction:
            self._say("introduction", "next_text")
        return [self._moved(text) for text in self._old.introduction]

    def _achievements(self) -> list[Chapter]:
        """The plans, to be filled in; behind them what told figures, so that they are told again."""
        old = self._old
        heading = self._moved(old.achievements[0].heading)
        made = [
            Chapter(heading=self._moved(plan.heading) if at else heading, **_marking(plan), body=plan.body)
            for at, plan in enumerate(old.plans)
        ] or [Chapter(heading=heading)]
        told = [(chapter, kept) for chapter in old.achievements if (kept := [*filter(_tells_figures, chapter.body)])]
        joins = bool(told) and len(made) == 1 and _marking(told[0][0]) == _marking(made[0])
        paths = _paths("achievements", len(made) + len(told) - joins)
        bodies = [self._fulfilled(path, chapter) for path, chapter in zip(paths, made, strict=False)]
        if joins:
            bodies[0] += self._retold(paths[0], told.pop(0)[1], len(bodies[0]))
        filled = zip(made, bodies, strict=True)
        again = zip(paths[len(made) :], told, strict=True)
        return [
            *(chapter.model_copy(update={"body": tuple(body or [UNFILLED])}) for chapter, body in filled),
            *(self._told_again(path, chapter, kept, heading) for path, (chapter, kept) in again),
        ]

    def _told_again(self, path: str, chapter: Chapter, kept: list[Any], taken: str) -> Chapter:
        """A chapter of what told figures; its heading is another one where that of the plans is the same."""
        heading = self._moved(chapter.heading)
        heading = literal(f"{self._moved(self._old.period)}主要数据") if heading == taken else heading
        return Chapter(heading=heading, **_marking(chapter), body=self._retold(path, kept, 0))

    def _fulfilled(self, path: str, section: Section) -> list[str | Point]:
        """Each point of a plan as one to be filled in; texts of its own become a remark."""
        texts = [item for item in section.body if isinstance(item, str)]
        if not section.points:
            if texts:
                self._say(path, "next_promise", texts)
            return [UNFILLED] if texts else []
        return [self._fulfilled_point(f"{path}.body[{at}]", point) for at, point in enumerate(section.points)]

    def _fulfilled_point(self, path: str, point: Point) -> Point:
        head = {"heading": self._moved(point.heading), "lead": self._moved(point.lead)}
        own = [item for item in point.body if isinstance(item, str)]
        self._say(path, "next_promise", [point.heading or point.lead, *own])
        if not point.points:
            return Point(**head, body=UNFILLED)
        first = [] if point.heading or point.lead else [UNFILLED]
        inner = [self._fulfilled_point(f"{path}.body[{at}]", each) for at, each in enumerate(point.points, len(first))]
        return Point(**head, **_marking(point), body=[*first, *inner])

    def _retold(self, path: str, items: Sequence[Any], start: int) -> list[Any]:
        """What told figures: its text stays, for the figures in it to be told again."""
        is_alone = start == 0 and len(items) == 1 and isinstance(items[0], str)
        for at, _ in enumerate(items, start):
            self._say(f"{path}.body" if is_alone else f"{path}.body[{at}]", "next_retold")
        return [self._moved_item(item) for item in items]

    def _moved_item(self, item: Any) -> Any:
        """An item of a body, the years in it moved on."""
        if isinstance(item, str):
            return self._moved(item)
        if isinstance(item, Point):
            head = {"heading": self._moved(item.heading), "lead": self._moved(item.lead)}
            return item.model_copy(update={**head, "body": tuple(map(self._moved_item, item.body))})
        return item.model_copy(update={"caption": self._moved(item.caption)})

    def _chapters(self, kind: str, fill_in: Any) -> list[Chapter]:
        """The chapters of a kind, their headings moved on and their bodies made anew."""
        chapters: tuple[Chapter, ...] = getattr(self._old, kind)
        made = []
        for path, chapter in zip(_paths(kind, len(chapters)), chapters, strict=True):
            body = fill_in(path, chapter)
            marking = _marking(chapter) if any(isinstance(item, Point) for item in body) else {}
            made.append(Chapter(heading=self._moved(chapter.heading), **marking, body=body))
        return made

    def _questions(self, path: str, chapter: Chapter) -> list[str | Point]:
        """A question for each difficulty."""
        if not chapter.points:
            texts = [item for item in chapter.body if isinstance(item, str)]
            self._say(path, "next_difficulty", texts)
            return [self._question(text) for text in texts] or [UNFILLED]
        asked: list[str | Point] = []
        for at, point in enumerate(chapter.points):
            label = point.heading or point.lead
            texts = [text for text in _texts_in(point) if text]
            self._say(f"{path}.body[{at}]", "next_difficulty", texts)
            head = {"heading": self._moved(point.heading), "lead": self._moved(point.lead)}
            asked.append(Point(**head, body=self._question(label or next(iter(texts), ""))))
        return asked

    def _question(self, text: str) -> str:
        match = _CLAUSE.match(fill(text, self._tokens))
        return literal(question(match[0] if match else "…"))

    # --- what is kept ---

    def _kept_chapter(self, path: str, chapter: Chapter) -> Chapter:
        self._say(path, "next_text")
        return chapter.model_copy(update={"heading": self._moved(chapter.heading)})

    def _attachments(self) -> list[Any]:
        made = []
        for at, attachment in enumerate(self._old.attachments):
            self._say(f"attachments[{at}]", "next_attachment")
            made.append(attachment.model_copy(update={"title": self._moved(attachment.title)}))
        return made

    def _carried(self, name: str, figure: Figure) -> Figure:
        carried = carried_over(figure)
        self._say(f"figures.{name}", "next_figure", found=str(figure))
        return carried

    def _dates(self) -> dict[str, Any]:
        """Dates and the document number, moved on."""
        old, moved = self._old, dict[str, Any]()
        if old.issue_date is not None:
            moved["issue_date"] = _day_later(old.issue_date)
            self._say("issue_date", "next_date")
        if old.header is not None:
            number = _NUMBER_YEAR.sub(lambda match: str(int(match[0]) + 1), old.header.number)
            moved["header"] = old.header.model_copy(update={"number": number})
            self._say("header", "next_number", found=number)
        if old.imprint is not None and old.imprint.print_date is not None:
            day = _day_later(old.imprint.print_date)
            moved["imprint"] = old.imprint.model_copy(update={"print_date": day})
        return moved


def carried_over(figure: Figure) -> Figure:
    """A figure with its value as the previous one, too; of a total also its parts. What has no growth stays."""
    if isinstance(figure, Breakdown):
        parts = {name: carried_over(part) for name, part in figure.parts.items()}
        return figure.model_copy(update={"total": carried_over(figure.total), "parts": parts})
    if isinstance(figure, Change):
        return figure.model_copy(update={"previous": figure.current, "stated": None})
    grows = isinstance(figure, Quantity) and figure.hedge not in _BOUNDS and bool(figure.unit)
    if grows and isinstance(figure, Quantity) and (figure.value > 0 or figure.unit in RATES):
        return figure.model_copy(update={"previous": figure.value})
    return figure


def _paths(key: str, count: int) -> list[str]:
    """The key paths of chapters: one alone is no list."""
    return [key] if count == 1 else [f"{key}[{at}]" for at in range(count)]


def _marking(section: Section) -> dict[str, Any]:
    return {"series": section.series, "inline": section.inline}


def _tells_figures(item: Any) -> bool:
    """Whether an item of a body tells a figure, itself or in what is under it."""
    if isinstance(item, Table):
        return bool(item.figures) or any(any(mentions(text)) for _, text in item.texts())
    if isinstance(item, str):
        return any(mentions(item))
    return isinstance(item, Point) and (any(mentions(item.heading + item.lead)) or any(map(_tells_figures, item.body)))


def _texts_in(point: Point) -> Iterator[str]:
    """Every text of a point and of the points in it."""
    yield point.heading or point.lead
    for item in point.body:
        if isinstance(item, Point):
            yield from _texts_in(item)
        elif isinstance(item, str):
            yield item


def _one_later(written: str, year: int) -> str:
    """A year a year later, as it is written, if it is the one reported on or the next."""
    is_chinese = not written.isdecimal()
    digits = "".join(str(_CHINESE.find("〇" if c in "零○" else c)) for c in written) if is_chinese else written
    if int(digits) not in (year, year + 1):
        return written
    later = str(int(digits) + 1)
    return "".join(_CHINESE[int(c)] for c in later) if is_chinese else later


def _day_later(day: date) -> date:
    """The same day a year later; the last of February for one that there is not."""
    if day.year == MAXYEAR:
        return day
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)
