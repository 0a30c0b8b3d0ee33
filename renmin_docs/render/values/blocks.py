"""A report as the flat list of numbered, formatted blocks that a template loops over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NotRequired, TypedDict

from renmin_docs import emphasis
from renmin_docs.numerals import MARK_FORMS, ordinal
from renmin_docs.report.names import written
from renmin_docs.report.sections import Attachment, Content, Point, Section
from renmin_docs.report.text import fill, fill_marked
from renmin_docs.report.texts import shape_of_model
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.vocabulary import LINES, VALUES
from renmin_docs.vocabulary.report import BODY_ITEMS

if TYPE_CHECKING:
    from renmin_docs.frozen import Frozen
    from renmin_docs.report.models import WorkReport
    from renmin_docs.units import Length
    from renmin_docs.vocabulary.key import Place


class Seals(NamedTuple):
    """Pictures upon a row of organs, or beside a position; their centres lie at the block's `centers`.

    Attributes:
        paths: The pictures.
        width: What each of them fits into, and as much high.
        middle: From the top of the line to their centres.
    """

    paths: tuple[str, ...]
    width: Length
    middle: Length


class Run(TypedDict):
    """A point of an inline series, as `context.POINT` describes it to templates."""

    mark: str
    lead: str
    text: str


class Block(Run):
    """A block: what `context.VARIABLES` describes to templates, and keys of the engine's own.

    Attributes:
        path: Key path of what it prints, as a data file has it; empty for what the report does not say itself.
        rung: Place of a numbered point in the ladder, from 0; None for every other block.
        number: Its number there; `numbering` makes Word's own list from both.
        keep_next: Whether the block stays on the page of the next one.
        section: Name of the section that it is the last block of; empty for most.
        left, right, hanging: Indents in twips, where the report decides them.
        centers: Centred tab stops, or the centre of a stamp, in twips.
        content: The table, picture or seals of a block that `layout` has not set yet.
        landscape: Whether the block stands on a landscape page.
        list_num, list_level: Of Word's own list; 0 for no number.
    """

    kind: str
    path: str
    level: int
    points: tuple[Run, ...]
    table: str
    picture: str
    rung: int | None
    number: int
    keep_next: bool
    section: str
    left: NotRequired[int]
    right: NotRequired[int]
    hanging: NotRequired[int]
    centers: NotRequired[list[int]]
    content: NotRequired[Content | Seals]
    landscape: NotRequired[bool]
    list_num: NotRequired[int]
    list_level: NotRequired[int]


_OWN_MARKS = tuple("。！？…；：，、—～.!?;:,")
_INDENT = 4
"""Halves of a 字 before a paragraph."""
_MOST_KEPT, _MOST_KEPT_ALONE = 18, 4
"""Lines of a last paragraph that keeps with its signature, and of one that is the only one under a red head. Word
keeps its end, as it should (ECMA-376, 17.3.1.15). LibreOffice splits none that keeps with the next, widow control or
not: it moves all of it, and its headings, and leaves pages empty where that is more than a page."""
_CLOSERS = "”’」』）)》〉〕】"


class Printer:
    """The blocks of one report: its text, and its attachments behind the signature.

    Attributes:
        blocks: All of them, in printed order.
        text_end: How many of them stand before the signature.

    Raises:
        LookupError: A text mentions an unknown figure.
        FigureError: A text asks for a style that its figure does not have.
    """

    def __init__(self, report: WorkReport) -> None:
        self._forms = [MARK_FORMS[mark] for mark in report.marks]
        self._tokens = written(report)
        self._tokens.update((f"{{{name}}}", str(figure)) for name, figure in report.figures.items())
        self.blocks: list[Block] = []
        self._report(report)
        self.text_end = len(self.blocks)
        self.blocks[-1]["keep_next"] = report.issue_date is not None and self._can_be_kept(report)

    def _can_be_kept(self, report: WorkReport) -> bool:
        """Whether the last paragraph can stay with the signature, and page 1 under a red head still shows text."""
        alone = report.header and all(each["kind"].startswith("heading") for each in self.blocks[:-1])
        last, most = self.blocks[-1], _MOST_KEPT_ALONE if alone else _MOST_KEPT
        # a character takes two halves of a 字 at the most: few texts are long enough to be measured
        return 2 * len(_all_text(last)) <= (most - 1) * LINE or printed_lines(last) <= most

    @property
    def has_emphasis(self) -> bool:
        """Whether a text was written with emphasis."""
        return self._tokens.has_marks

    @property
    def has_notes(self) -> bool:
        """Whether a text was written with a note."""
        return emphasis.NOTE.opening in self._tokens

    def text(self, text: str) -> str:
        """A text with its figures written out and its braces single."""
        return fill(text, self._tokens)

    def values(self, place: Place, model: Frozen) -> dict[str, str]:
        """The keys that the report, its header or its imprint has at a place of the page, as they are printed there."""
        return {
            key: row.line_of(self.text(value) if row.form == "text" else value) if value else ""
            for key, row in VALUES[place].items()
            for value in (getattr(model, key),)
        }

    def emphasised(self, text: str) -> str:
        """A text with its figures written out, single braces, and marks of its emphasis."""
        filled = fill_marked(text, self._tokens)
        return emphasis.as_printed(filled) if self._tokens.has_marks else filled

    def heading(self, text: str) -> str:
        """A heading with its figures written out, and marks of what is raised or lowered: it has a type of its own."""
        filled = fill_marked(text, self._tokens)
        return emphasis.as_printed(emphasis.in_line(filled)) if self._tokens.has_marks else filled

    def attachment(self, attachment: Attachment, path: str) -> list[Block]:
        """The blocks of an attachment's body behind their key paths; its ladder starts anew."""
        before, self.blocks = self.blocks, []
        self._body(attachment, 0, path)
        made, self.blocks = self.blocks, before
        return made

    def _report(self, report: WorkReport) -> None:
        self._paragraphs("above_chapters", report)
        for number, (path, chapter) in enumerate(report.placed_chapters(), 1):
            self._numbered("heading_1", path, 0, number, "", self.heading(chapter.heading))
            self._body(chapter, 1, path)
        self._paragraphs("below_chapters", report)

    def _paragraphs(self, place: Place, report: WorkReport) -> None:
        for key in LINES[place]:
            paragraphs: tuple[str, ...] = getattr(report, key)
            for index, paragraph in enumerate(paragraphs):
                path = f"{key}[{index}]" if len(paragraphs) > 1 else key
                self.blocks.append(block(key, path, text=self.emphasised(paragraph)))

    def _body(self, section: Section, rung: int, path: str, start: int = 0) -> None:
        """The blocks of a body from its `start`-th item; numbered points in it stand on `rung`."""
        number = 0
        row: list[Run] = []
        for index, item in enumerate(section.body[start:], start):
            if not isinstance(item, Point):
                self._end_row(row, path)
                is_all = isinstance(item, str) and len(section.body) == 1
                self._item(item, f"{path}.body" if is_all else f"{path}.body[{index}]")
                continue
            number += 1
            if section.inline:
                row.append(self._run_in(item, ordinal(number) if section.series == "ordinal" else ""))
            else:
                self._point(item, f"{path}.body[{index}]", section.series, rung, number)
        self._end_row(row, path)

    def _item(self, item: str | Content, path: str) -> None:
        """A paragraph, or a table or picture with its caption: above the one, below the other."""
        if isinstance(item, str):
            self.blocks.append(block("paragraph", path, text=self.emphasised(item)))
            return
        for part in BODY_ITEMS[shape_of_model(type(item))]:
            if not part.key:
                self.blocks.append({**block(part.kind, path), "content": item, "keep_next": True})
            elif text := getattr(item, part.key):
                self.blocks.append({**block(part.kind, path, text=self.heading(part.before + text)), "keep_next": True})
        self.blocks[-1]["keep_next"] = False

    def _point(self, point: Point, path: str, series: str, rung: int, number: int) -> None:
        """A point on paragraphs of its own, and what is under it."""
        first = point.body[0] if point.body else None
        if point.heading:
            kind, lead, text, start = self._heading_kind(rung), "", self.heading(point.heading), 0
        else:  # the first text runs on behind mark and lead
            kind, lead, start = "point", self._lead(point), int(isinstance(first, str))
            text = self.emphasised(first) if isinstance(first, str) else ""
        if series == "numbered":
            self._numbered(kind, path, rung, number, lead, text)
        else:
            self.blocks.append(block(kind, path, ordinal(number) if series == "ordinal" else "", lead, text))
        if len(point.body) > start:
            self._body(point, rung + (series == "numbered"), path, start)

    def _end_row(self, row: list[Run], path: str) -> None:
        """The points of an inline series that have come together, as one block; the row begins anew."""
        if row:
            self.blocks.append({**block("inline", path), "points": tuple(row)})
            row.clear()

    def _heading_kind(self, rung: int) -> str:
        """The heading that the rung has; below the ladder, that of its last rung."""
        return f"heading_{min(rung, len(self._forms) - 1) + 1}"

    def _numbered(self, kind: str, path: str, rung: int, number: int, lead: str, text: str) -> None:
        numbered = block(kind, path, self._forms[rung].write(number), lead, text)
        numbered["level"], numbered["rung"], numbered["number"] = rung + 1, rung, number
        self.blocks.append(numbered)

    def _run_in(self, point: Point, mark: str) -> Run:
        text = self.emphasised(str(point.body[0])) if point.body else ""
        return {"mark": mark, "lead": self._lead(point), "text": text}

    def _lead(self, point: Point) -> str:
        lead = self.heading(point.lead)
        return lead if not lead or _ends_in_mark(lead) else lead + "。"


_EMPTY: Block = {
    "kind": "",
    "path": "",
    "mark": "",
    "lead": "",
    "text": "",
    "level": 0,
    "points": (),
    "table": "",
    "picture": "",
    "rung": None,
    "number": 0,
    "keep_next": False,
    "section": "",
}


def block(kind: str, path: str = "", mark: str = "", lead: str = "", text: str = "") -> Block:
    """A block of a kind, without number, level, points, table and picture."""
    made = _EMPTY.copy()  # twice as fast as a literal, and a report has dozens
    made["kind"] = kind
    made["path"] = path
    made["mark"] = mark
    made["lead"] = lead
    made["text"] = text
    return made


def _all_text(block: Block) -> str:
    return "".join(part[key] for part in (block, *block["points"]) for key in ("mark", "lead", "text"))


def printed_lines(block: Block) -> int:
    """About how many lines a block takes; a table or a picture counts as one."""
    text = _all_text(block)
    return max(1, -(-(_INDENT + half_widths(text)) // LINE))


def _ends_in_mark(lead: str) -> bool:
    """Whether a lead brings its own punctuation, also inside closing quotes or brackets."""
    return lead.rstrip(_CLOSERS).endswith(_OWN_MARKS)
