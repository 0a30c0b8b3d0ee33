"""A report as the flat list of numbered, formatted blocks that a template loops over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.numerals import MARK_FORMS, ordinal
from renmin_docs.report.text import Tokens, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Point, Section

Block: TypeAlias = dict[str, Any]
"""A block: `kind`, `mark`, `lead`, `text`, `level`, `points` (`context.VARIABLES`), and `rung` and `number`.

`rung` is the numbered point's place in the ladder, from 0, and None for every other block; `number` its
number there. They are what `numbering` makes Word's own list from. `keep_next` is set on the last block of a
signed report.
"""

_OWN_MARKS = "。！？…；：，、—～.!?;:,"
_EMPTY: Block = {
    "mark": "",
    "lead": "",
    "text": "",
    "level": 0,
    "points": (),
    "rung": None,
    "number": 0,
    "keep_next": False,
}
_CLOSERS = "”’」』）)》〉〕】"


class Printer:
    """The blocks of one report.

    Attributes:
        blocks: All of them, in printed order.

    Raises:
        LookupError: A text mentions an unknown figure.
        FigureError: A text asks for a style that its figure does not have.
    """

    def __init__(self, report: WorkReport) -> None:
        self._figures = report.figures
        self._forms = [MARK_FORMS[mark] for mark in report.marks]
        self._tokens = Tokens(lambda mention: format(self._figures[mention.name], mention.style))
        self.blocks: list[Block] = list(self._report(report))
        self.blocks[-1]["keep_next"] = report.issue_date is not None

    def text(self, text: str) -> str:
        """A text with its figures written out and its braces single."""
        return fill(text, self._tokens)

    def _report(self, report: WorkReport) -> Iterator[Block]:
        yield from self._paragraphs("introduction", report.introduction)
        for number, chapter in enumerate(report.chapters, 1):
            yield self._numbered("heading_1", 0, number, text=self.text(chapter.heading))
            yield from self._body(chapter, 1)
        yield from self._paragraphs("conclusion", report.conclusion)

    def _paragraphs(self, kind: str, paragraphs: tuple[str, ...]) -> Iterator[Block]:
        for paragraph in paragraphs:
            yield block(kind, text=self.text(paragraph))

    def _body(self, section: Section, rung: int, start: int = 0) -> Iterator[Block]:
        """The blocks of a body from its `start`-th item; numbered points in it stand on `rung`."""
        number = 0
        row: list[Block] = []
        for item in section.body[start:]:
            if isinstance(item, str):
                yield from _in_one_paragraph(row)
                yield block("paragraph", text=self.text(item))
                continue
            number += 1
            if section.inline:
                row.append(self._run_in(item, ordinal(number) if section.series == "ordinal" else ""))
            else:
                yield from self._point(item, section.series, rung, number)
        yield from _in_one_paragraph(row)

    def _point(self, point: Point, series: str, rung: int, number: int) -> Iterator[Block]:
        """A point on paragraphs of its own, and what is under it."""
        first = point.body[0] if point.body else None
        if point.heading:
            kind, content, start = self._heading_kind(rung), {"text": self.text(point.heading)}, 0
        else:  # the first text runs on behind mark and lead
            kind, start = "point", int(isinstance(first, str))
            content = {"lead": self._lead(point), "text": self.text(first) if isinstance(first, str) else ""}
        if series == "numbered":
            yield self._numbered(kind, rung, number, **content)
        else:
            yield block(kind, mark=ordinal(number) if series == "ordinal" else "", **content)
        yield from self._body(point, rung + (series == "numbered"), start)

    def _heading_kind(self, rung: int) -> str:
        """The heading that the rung has; below the ladder, that of its last rung."""
        return f"heading_{min(rung, len(self._forms) - 1) + 1}"

    def _numbered(self, kind: str, rung: int, number: int, **content: str) -> Block:
        mark = self._forms[rung].write(number)
        return block(kind, mark=mark, level=rung + 1, rung=rung, number=number, **content)

    def _run_in(self, point: Point, mark: str) -> Block:
        text = self.text(str(point.body[0])) if point.body else ""
        return {"mark": mark, "lead": self._lead(point), "text": text}

    def _lead(self, point: Point) -> str:
        lead = self.text(point.lead)
        return lead if not lead or _ends_in_mark(lead) else lead + "。"


def block(kind: str, **content: Any) -> Block:
    """A block of a kind, with empty values for what it does not have."""
    return {"kind": kind, **_EMPTY, **content}


def _in_one_paragraph(row: list[Block]) -> Iterator[Block]:
    """The points of an inline series that have come together, as one block; the row begins anew."""
    if row:
        yield block("inline", points=tuple(row))
        row.clear()


def _ends_in_mark(lead: str) -> bool:
    """Whether a lead brings its own punctuation, also inside closing quotes or brackets."""
    return lead.rstrip(_CLOSERS).endswith(tuple(_OWN_MARKS))
