"""Tables and pictures on their way through text: a token stands for each until its place in the report is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.report.cells import text_in
from renmin_docs.report.merged_cells import head_rows
from renmin_docs.report.pictures import Picture
from renmin_docs.vocabulary import keys_with

if TYPE_CHECKING:
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

    def set_in(self, data: dict[str, Any]) -> list[Finding]:
        """Set tables and pictures in the data of a report; outside chapters, where none may stand, their texts."""
        notes: list[Finding] = []
        if not self._items:
            return notes
        for key in (*keys_with("chapters", "WorkReport"), "attachments"):
            for section in data.get(key, ()):
                self._put_in(section)
        for key in keys_with("paragraphs", "WorkReport"):
            data[key] = [line for text in data.get(key, ()) for line in self._told(text, notes)]
        return notes

    def _put_in(self, section: dict[str, Any]) -> None:
        for item in section["body"]:
            if isinstance(item, dict):
                self._put_in(item)
        section["body"] = [self._items.get(item, item) if isinstance(item, str) else item for item in section["body"]]

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
