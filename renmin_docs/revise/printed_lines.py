"""The printed lines of a report, each with the texts of its data that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from renmin_docs.emphasis import MARKS, marked, unmarked
from renmin_docs.proofread.marks import mark_at
from renmin_docs.render.values.blocks import Block, Printer, Run
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.report.cells import Cell, text_in
from renmin_docs.report.figure_rows import rows_of
from renmin_docs.report.merged_cells import head_rows
from renmin_docs.report.models import WorkReport
from renmin_docs.report.names import written
from renmin_docs.report.sections import Point, Section
from renmin_docs.report.tables import Table, resolved
from renmin_docs.report.text import TOKENS, literal
from renmin_docs.report.texts import texts
from renmin_docs.revise.coded import looks_in, with_codes
from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.report import ITEM_TEXTS


class Token(NamedTuple):
    """A piece of a printed line.

    Attributes:
        kind: A `text` of the data, a `figure` that a text mentions, a `cell` that shows one in a table of figures, or
            what is `fixed`: made by the library.
        printed: What is printed.
        place: Key path of the text that it belongs to; empty for what is fixed.
        raw: How the data have it: braces doubled, `{name:style}`; of a cell the name of its figure.
    """

    kind: Literal["text", "figure", "cell", "fixed"]
    printed: str
    place: str = ""
    raw: str = ""


class PrintedLine(NamedTuple):
    """A printed paragraph, or a cell.

    Attributes:
        path: Key path of the item that prints it.
        kind: Kind of its block; `cell` for one of a table.
        tokens: What it is made of, without its mark.
        skip: How many characters at its beginning look like a mark, and are not compared.
        mark: Its mark.
    """

    path: str
    kind: str
    tokens: tuple[Token, ...]
    skip: int = 0
    mark: str = ""

    @property
    def text(self) -> str:
        """What is compared."""
        return "".join(token.printed for token in self.tokens)[self.skip :]

    @property
    def whole(self) -> str:
        """All that is printed, its mark too."""
        return self.mark + "".join(token.printed for token in self.tokens)

    @property
    def bare(self) -> PrintedLine:
        """The line without its emphasis."""
        made, look = [], 0
        for token in self.tokens:
            pieces = [*looks_in(token.printed, look)]
            made.append(token._replace(printed=unmarked("".join(marked(*piece) for piece in pieces))))
            look = pieces[-1][1]
        return self._replace(tokens=tuple(made))


def printed_lines(report: WorkReport) -> list[PrintedLine]:
    """The lines of a report in printed order."""
    return [*_Lines(report).lines()]


class _Lines:
    def __init__(self, report: WorkReport) -> None:
        self._report, self._printer = report, Printer(report)
        self._raw = {text.path: text.text for text in texts(report)}
        self._written = written(report)
        self._points: dict[str, Iterator[int]] = {}

    def lines(self) -> Iterator[PrintedLine]:
        report = self._report
        if report.header is not None and report.header.number:
            yield self._line("header.number", "document_number", "", _whole("header.number", report.header.number))
        for key in ("title", *LINES["below_title"]):
            if text := getattr(report, key):
                yield self._line(key, key, "", self._tokens(key, self._printer.text(text)))
        for block in [*self._printer.blocks, *closing_blocks(self._report, self._printer)]:
            yield from self._of_block(block)

    def _of_block(self, block: Block) -> Iterator[PrintedLine]:
        path, kind = block["path"], block["kind"]
        content = block.get("content")
        if isinstance(content, Table):
            yield from self._cells(content, path)
        elif kind == "inline":
            tokens = [token for run in block["points"] for token in self._of_run(run, path)]
            yield self._line(path, kind, "", tokens)
        elif kind.startswith("heading"):
            yield self._line(path, kind, block["mark"], self._tokens(f"{path}.heading", block["text"]))
        elif kind == "point":
            yield self._line(path, kind, block["mark"], [*self._lead(f"{path}.lead", block), *self._first(path, block)])
        elif kind in ITEM_TEXTS and not ITEM_TEXTS[kind].before:
            yield self._line(path, kind, "", self._tokens(f"{path}.{ITEM_TEXTS[kind].key}", block["text"]))
        elif path in self._raw:
            lead = [Token("fixed", block["lead"])] if block["lead"] else []
            yield self._line(path, kind, "", [*lead, *self._tokens(path, block["text"])])
        elif block["lead"] + block["text"]:
            place, text = _PLACES.get(kind, ""), block["lead"] + block["text"]
            yield self._line(place, kind, "", _whole(place, text) if place else [Token("fixed", text)])

    def _line(self, path: str, kind: str, mark: str, tokens: list[Token]) -> PrintedLine:
        whole = mark + "".join(token.printed for token in tokens)
        found = mark_at(whole)
        skip = max(0, found.end - len(mark)) if found else 0
        kept = [token for token in tokens if token.printed or token.raw]
        return PrintedLine(path, kind, tuple(with_codes(kept)), skip, mark)

    def _tokens(self, place: str, written: str) -> list[Token]:
        """The pieces of a text; a text that is derived is one piece."""
        raw = self._raw.get(place)
        if raw is None:
            return [Token("text", written.replace("\n", ""), place, literal(written))]
        pieces = TOKENS.split(raw)
        tokens: list[Token] = []
        for number, piece in enumerate(pieces):
            if number % 2:
                is_figure = len(piece) > len("{{")
                printed = "" if piece in MARKS else self._written[piece]
                tokens.append(Token("figure" if is_figure else "text", printed, place, piece))
            else:
                tokens += _lines_of(piece, place)
        return tokens

    def _lead(self, place: str, run: Run) -> Iterator[Token]:
        if not run["lead"]:
            return
        tokens = self._tokens(place, run["lead"])
        yield from tokens
        yield Token("fixed", run["lead"][len("".join(token.printed for token in tokens)) :])

    def _first(self, path: str, run: Run) -> list[Token]:
        """The text that runs on behind mark and lead: the first of the point's body."""
        if not run["text"]:
            return []
        place = f"{path}.body" if f"{path}.body" in self._raw else f"{path}.body[0]"
        return self._tokens(place, run["text"])

    def _of_run(self, run: Run, path: str) -> Iterator[Token]:
        """The pieces of one of several points in a paragraph."""
        point = f"{path}.body[{next(self._points_of(path))}]"
        yield Token("fixed", run["mark"])
        yield from self._lead(f"{point}.lead", run)
        yield from self._first(point, run)

    def _points_of(self, path: str) -> Iterator[int]:
        """The places of the points in a body, each once."""
        if path not in self._points:
            section = _section_at(self._report, path)
            found = [index for index, item in enumerate(section.body) if isinstance(item, Point)]
            self._points[path] = iter(found)
        return self._points[path]

    def _cells(self, table: Table, path: str) -> Iterator[PrintedLine]:
        shown = resolved(table, self._report.figures, self._printer.text)
        for head in (head for row in head_rows(shown.columns) for head in row):
            unit = f"（{head.column.unit}）" if head.column.unit else ""
            tokens = self._cell(f"{path}.{head.path}.heading", head.column.heading, is_own=not table.figures)
            yield PrintedLine(path, "cell", (*with_codes(tokens), *([Token("fixed", unit)] if unit else ())))
        values = _rows_of_values(table, self._report)
        for row, cells in enumerate(shown.rows):
            for column, cell in enumerate(cells):
                place = f"{path}.rows[{row}][{column}]" + ("" if isinstance(cell, str) else ".text")
                tokens = self._cell(place, text_in(cell), is_own=_cell_at(table, row, column) == cell)
                if row in values and column == _VALUE_COLUMN and tokens:
                    tokens = [Token("cell", tokens[0].printed, path, values[row])]
                yield PrintedLine(path, "cell", tuple(with_codes(tokens)))

    def _cell(self, place: str, text: str, *, is_own: bool) -> list[Token]:
        printed = self._printer.text(text)
        return self._tokens(place, printed) if is_own and printed else [Token("fixed", printed)] if printed else []


def _cell_at(table: Table, row: int, index: int) -> str | Cell | None:
    """A cell of the data; None where a table has none of its own."""
    return table.rows[row][index] if row < len(table.rows) else None


_VALUE_COLUMN = 2
"""Of a table of figures: 本年, behind 指标 and 单位."""


def _rows_of_values(table: Table, report: WorkReport) -> dict[int, str]:
    """Row of a table of figures → the figure whose own value it shows."""
    found, at = {}, 0
    for row in table.figures:
        found[at] = row.name
        at += sum(1 for _ in rows_of(row.label or row.name, report.figures[row.name]))
    return found


_PLACES = {"issuer": "organization.issuer", "issue_date": "issue_date"}
"""Kind of a block without a path → the key that says it."""


def _whole(place: str, text: str) -> list[Token]:
    """A text in which no figure is mentioned."""
    return [Token("text", text, place, text)]


def _lines_of(text: str, place: str) -> Iterator[Token]:
    """A piece of a text; the breaks of a title's lines are compared with nothing."""
    if place != "title":
        yield Token("text", text, place, text)
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Token("text", "", place, "\n")
        yield Token("text", line, place, line)


def _section_at(report: WorkReport, path: str) -> Section:
    """The chapter, attachment or point at a key path."""
    sections: dict[str, Section] = dict(report.placed_chapters())
    sections |= {f"attachments[{number}]": each for number, each in enumerate(report.attachments)}
    home = max((each for each in sections if path == each or path.startswith(f"{each}.")), key=len)
    section = sections[home]
    for part in path[len(home) :].split(".body[")[1:]:
        item = section.body[int(part.removesuffix("]"))]
        assert isinstance(item, Point)  # noqa: S101 - only a point has points
        section = item
    return section
