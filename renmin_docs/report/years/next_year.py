"""Next year's report from this one: a skeleton that can be printed at once, and says what is to be written where.

Plans become achievements to be filled in, difficulties questions; figures keep this year's value, also as `previous`,
so that growth computes itself once the value is next year's. What is new every year (numbers typed into texts, dates,
the document number) is still to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures import UNFILLED, Figure, Unfilled
from renmin_docs.report.document_number import following
from renmin_docs.report.merged_cells import first_columns
from renmin_docs.report.names import written
from renmin_docs.report.sections import Chapter, Point, Section
from renmin_docs.report.tables import Column, Table
from renmin_docs.report.text import fill, literal
from renmin_docs.report.texts import has_figures, items, mentioned_figures, text_keys, texts
from renmin_docs.report.unfilled import question
from renmin_docs.report.years.carrying import carried_over
from renmin_docs.report.years.renewing import Renewal
from renmin_docs.vocabulary import keys_with

if TYPE_CHECKING:
    from renmin_docs.report.cells import Cell
    from renmin_docs.report.models import WorkReport

_NUMBERING = re.compile("序号|编号|年份|年度|月份|代码|电话")
_CLAUSE = re.compile(r"[^，。；：！？\s]{1,20}")


class Remark(NamedTuple):
    """A remark beside a part of the skeleton: why it stands there, and this year's text."""

    finding: Finding
    text: str = ""


class NextYear(NamedTuple):
    """The skeleton.

    Attributes:
        report: The report; it can be printed.
        remarks: Key path of its data file → the remark there.
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
        self._renewal = Renewal(report)
        self._tokens = written(report)

    def made(self) -> NextYear:
        """The report and the remarks."""
        old, years = self._old, self._renewal.years
        changes: dict[str, Any] = {
            **{name: years(getattr(old, name)) for name in old.DERIVED & old.model_fields_set},
            "year": old.year + 1,
            **{key: self._paragraphs(key) for key in keys_with("paragraphs", "WorkReport")},
            "achievements": self._achievements(),
            "difficulties": self._chapters("difficulties", self._questions),
            "plans": self._chapters("plans", lambda *_: [UNFILLED]),
            "others": self._sections("others", "next_text"),
            **{key: self._renewal.text(getattr(old, key)) for key in text_keys(old) if key not in old.DERIVED},
            "attachments": self._sections("attachments", "next_attachment"),
            **self._numbers_and_dates(),
        }
        skeleton = old.replace(**changes)
        return NextYear(skeleton.replace(figures=self._figures(skeleton)), self._remarks)

    def _say(self, path: str, rule: str, texts: Iterable[str] = (), found: str = "") -> None:
        printed = (fill(text, self._tokens) for text in texts)
        self._remarks[path] = Remark(Finding(rule, found=found), "\n".join(filter(None, printed)))

    # --- text ---

    def _paragraphs(self, key: str) -> list[str]:
        texts: tuple[str, ...] = getattr(self._old, key)
        if texts:
            self._say(key, "next_text", texts)
        return [self._renewal.text(text) for text in texts]

    def _heading(self, chapter: Chapter) -> str:
        """The heading of a chapter moved on, if it was given; else the next report derives one."""
        return self._renewal.text(chapter.heading) if chapter.has_given_heading else ""

    def _achievements(self) -> list[Chapter]:
        """The plans, to be filled in; behind them what holds figures, which are to be written anew."""
        old = self._old
        if not old.achievements and not old.plans:
            return []
        first = (old.achievements or old.replace(achievements=Chapter()).achievements)[0]
        heading = self._renewal.text(first.heading)
        made = [
            Chapter(heading=self._promised(plan.heading) if at else heading, **_marking(plan), body=plan.body)
            for at, plan in enumerate(old.plans)
        ] or [Chapter(heading=heading)]
        held = [(chapter, kept) for chapter in old.achievements if (kept := [*filter(self._has_numbers, chapter.body)])]
        joins = bool(held) and len(made) == 1 and _marking(held[0][0]) == _marking(made[0])
        paths = _paths("achievements", len(made) + len(held) - joins)
        bodies = [self._fulfilled(path, chapter) for path, chapter in zip(paths, made, strict=False)]
        if joins:
            bodies[0] += self._kept(paths[0], held.pop(0)[1], len(bodies[0]))
        filled = zip(made, bodies, strict=True)
        again = zip(paths[len(made) :], held, strict=True)
        chapters = [
            *(chapter.replace(body=body or [UNFILLED]) for chapter, body in filled),
            *(self._kept_chapter(path, chapter, kept, heading) for path, (chapter, kept) in again),
        ]
        is_derived = len(chapters) == 1 and not first.has_given_heading
        return [chapters[0].replace(heading="")] if is_derived else chapters

    def _has_numbers(self, item: Any) -> bool:
        """Whether an item of a body mentions a figure, or has a number typed into it that is last year's."""
        if has_figures(item):
            return True
        renewed = self._renewed(item)
        return UNFILLED in (renewed if isinstance(renewed, str) else renewed.model_dump_json())

    def _kept_chapter(self, path: str, chapter: Chapter, kept: list[Any], taken: str) -> Chapter:
        """A chapter of what holds figures; its heading is another one where that of the plans is the same."""
        heading = self._renewal.text(chapter.heading)
        heading = literal(f"{self._renewal.years(self._old.period)}主要数据") if heading == taken else heading
        return Chapter(heading=heading, **_marking(chapter), body=self._kept(path, kept, 0))

    def _fulfilled(self, path: str, section: Section) -> list[str | Point]:
        """Each point of a plan as one to be filled in; texts of its own become a remark."""
        texts = [item for item in section.body if isinstance(item, str)]
        if not section.points:
            if texts:
                self._say(path, "next_promise", texts)
            return [UNFILLED] if texts else []
        return [self._fulfilled_point(f"{path}.body[{at}]", point) for at, point in enumerate(section.points)]

    def _promised(self, head: str) -> str:
        """The head of a plan as that of an achievement: it has the new year already, and what it promises is open."""
        return self._renewal.numbers(head).replace("明年", "今年")

    def _fulfilled_point(self, path: str, point: Point) -> Point:
        head: dict[str, Any] = {"heading": self._promised(point.heading), "lead": self._promised(point.lead)}
        own = [item for item in point.body if isinstance(item, str)]
        self._say(path, "next_promise", [point.heading or point.lead, *own])
        if not point.points:
            return Point(**head, body=UNFILLED)
        first = [] if point.heading or point.lead else [UNFILLED]
        inner = [self._fulfilled_point(f"{path}.body[{at}]", each) for at, each in enumerate(point.points, len(first))]
        return Point(**head, **_marking(point), body=[*first, *inner])

    def _kept(self, path: str, items: Sequence[Any], start: int) -> list[Any]:
        """What holds figures: its text stays, for this year's figures to be put in."""
        is_alone = start == 0 and len(items) == 1 and isinstance(items[0], str)
        for at, item in enumerate(items, start):
            place = f"{path}.body" if is_alone else f"{path}.body[{at}]"
            self._say(place, "next_retold", _texts_in(item))
        return [self._renewed(item) for item in items]

    def _renewed(self, item: Any) -> Any:
        """An item of a body, or a section, with its texts renewed."""
        text = self._renewal.text
        if isinstance(item, str):
            return text(item)
        heads = {key: text(written) for key in text_keys(item) if (written := getattr(item, key))}
        if isinstance(item, Table):
            return self._table(item).replace(**heads)
        if isinstance(item, Section):
            return item.replace(**heads, body=[self._renewed(inner) for inner in item.body])
        return item.replace(**heads)

    def _table(self, table: Table) -> Table:
        """A table without last year's numbers; columns that number its rows stay."""
        years, columns = self._renewal.years, table.leaf_columns
        kept = {at for at, column in enumerate(columns) if _NUMBERING.fullmatch(column.heading)}
        places = first_columns(table.rows, len(columns))
        changes: dict[str, Any] = {
            "columns": self._columns(table.columns),
            "rows": [
                [cell if at in kept else self._cell(cell) for at, cell in zip(row_places, row, strict=True)]
                for row_places, row in zip(places, table.rows, strict=True)
            ],
            "figures": [row.replace(label=years(row.label, also_last=True)) for row in table.figures],
        }
        return table.replace(**{key: value for key, value in changes.items() if value})

    def _columns(self, columns: Sequence[Column]) -> list[Column]:
        years = self._renewal.years
        return [
            each.replace(heading=years(each.heading, also_last=True), columns=self._columns(each.columns))
            for each in columns
        ]

    def _cell(self, cell: str | Cell) -> str | Cell:
        if isinstance(cell, str):
            return self._renewal.cell(cell)
        return cell.replace(text=self._renewal.cell(cell.text))

    def _chapters(self, kind: str, fill_in: Any) -> list[Chapter]:
        """The chapters of a kind, their headings moved on and their bodies made anew."""
        chapters: tuple[Chapter, ...] = getattr(self._old, kind)
        made = []
        for path, chapter in zip(_paths(kind, len(chapters)), chapters, strict=True):
            body = fill_in(path, chapter)
            marking = _marking(chapter) if any(isinstance(item, Point) for item in body) else {}
            made.append(Chapter(heading=self._heading(chapter), **marking, body=body))
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
            renewed = self._renewal.text
            head: dict[str, Any] = {"heading": renewed(point.heading), "lead": renewed(point.lead)}
            asked.append(Point(**head, body=self._question(label or next(iter(texts), ""))))
        return asked

    def _question(self, text: str) -> str:
        match = _CLAUSE.match(fill(text, self._tokens))
        return literal(question(match[0] if match else "…"))

    # --- what is kept ---

    def _sections(self, key: str, rule: str) -> list[Section]:
        sections: tuple[Section, ...] = getattr(self._old, key)
        made = []
        for at, section in enumerate(sections):
            self._say(_paths(key, len(sections))[at] if key == "others" else f"{key}[{at}]", rule, _texts_in(section))
            made.append(self._renewed(section))
        return made

    def _figures(self, skeleton: WorkReport) -> dict[str, Figure]:
        """The figures: growth and promises are still to be written, where anything tells them still."""
        made: dict[str, Figure] = {}
        old, mentioned = self._old, _mentioned(skeleton)
        unplanned = old.replace(plans=(), achievements=old.achievements or [Chapter()])
        promised = _mentioned(old) - _mentioned(unplanned)
        for name, figure in old.figures.items():
            is_open = name in self._renewal.growths or name in promised
            if not is_open or name in mentioned:
                made[name] = Unfilled() if is_open else carried_over(figure)
                self._say(f"figures.{name}", "next_figure", found=str(figure))
        return made

    def _numbers_and_dates(self) -> dict[str, Any]:
        """Dates and numbers of the document: each is another one, and still to be written."""
        old, new = self._old, dict[str, Any]()
        if old.issue_date is not None:
            new["issue_date"] = UNFILLED
            self._say("issue_date", "next_date", found=str(old.issue_date))
        if old.header is not None:
            copy_number = {"copy_number": UNFILLED} if old.header.copy_number else {}
            new["header"] = old.header.replace(number=following(old.header.number), **copy_number)
            self._say("header.number", "next_number", found=old.header.number)
        if old.imprint is not None and old.imprint.print_date is not None:
            new["imprint"] = old.imprint.replace(print_date=UNFILLED)
            self._say("imprint.print_date", "next_date", found=str(old.imprint.print_date))
        return new


def _paths(key: str, count: int) -> list[str]:
    """The key paths of chapters: one alone is no list."""
    return [key] if count == 1 else [f"{key}[{at}]" for at in range(count)]


def _marking(section: Section) -> dict[str, Any]:
    return {"series": section.series, "inline": section.inline}


def _texts_in(item: Any) -> Iterator[str]:
    """Every text of an item of a body, or of a section, but for the cells of tables."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, Section):
        yield from (getattr(item, key) for key in text_keys(item))
        for inner in item.body:
            yield from _texts_in(inner)


def _mentioned(report: WorkReport) -> set[str]:
    """The names of the figures that a report mentions or shows."""
    return mentioned_figures(texts(report), items(report))
