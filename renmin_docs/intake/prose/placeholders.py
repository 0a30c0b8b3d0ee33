"""Tables and pictures on their way through text: a token stands for each until its place in the report is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.report.cells import text_in
from renmin_docs.report.merged_cells import head_rows
from renmin_docs.report.pictures import Picture
from renmin_docs.report.texts import changed_sections
from renmin_docs.vocabulary import keys_with

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.tables import Table


class Tokens:
    """The items behind tokens. A token is a sentence of private-use characters, so that it is no heading."""

    def __init__(self) -> None:
        self._items: dict[str, Table | Picture] = {}
        self._lines: dict[str, int] = {}

    def paragraph(self, item: Table | Picture, line: int) -> Paragraph:
        """A paragraph that stands for a table or picture."""
        token = f"\ue0f1{len(self._items):06}。\ue0f2"
        self._items[token], self._lines[token] = item, line
        return Paragraph(token, line, role="paragraph")

    def set_in(self, report: WorkReport) -> tuple[WorkReport, list[Finding]]:
        """The report with tables and pictures in place; outside chapters, where none may stand, with their texts."""
        if not self._items:
            return report, []
        notes: list[Finding] = []
        update = changed_sections(report, lambda item: self._items.get(str(item), item))
        for key in keys_with("paragraphs", "WorkReport"):
            update[key] = tuple(line for text in getattr(report, key) for line in self._told(text, notes))
        return report.replace(**update), notes

    def _told(self, text: str, notes: list[Finding]) -> list[str]:
        """A text as it is, or the rows of the table that it stands for."""
        item = self._items.get(text)
        if item is None:
            return [text]
        notes.append(Finding("item_as_text", line=self._lines[text]))
        if isinstance(item, Picture):
            return [item.caption] if item.caption else []
        heads = [[cell.column.heading for cell in row] for row in head_rows(item.columns)]
        rows = [*heads, *([text_in(cell) for cell in row] for row in item.rows)]
        return [*filter(None, (item.caption, item.unit)), *("\t".join(row).replace("\n", " ") for row in rows)]
