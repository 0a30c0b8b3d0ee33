"""Text files as passages with their roles; page numbers are taken out, lines that break off are put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renmin_docs.check.finished import grouped, passage_of
from renmin_docs.check.roles import placed_lines
from renmin_docs.check.sources.source import Source
from renmin_docs.file_kinds import MARKDOWN
from renmin_docs.intake.prose.cleaning import clean
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.intake.prose.markdown import EMPHASIS, SIGNS, plain, rules
from renmin_docs.intake.prose.paragraphs import Lines, Paragraph, lines_of
from renmin_docs.intake.prose.wrapping import joined
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.content import Content, Run
from renmin_docs.proofread.passages import read_each


def read(file: Path) -> Source:
    """The passages of a text file; of Markdown without its signs, which are no text.

    Raises:
        DataFileError: It can't be read, is too large, or is no text.
    """
    lines = lines_of(read_prose(file).text)
    if file.suffix.lower() in MARKDOWN:
        parting = rules(Lines.of(lines))
        lines = [line._replace(text=_plain(line.text)) for place, line in enumerate(lines) if place not in parting]
    paragraphs, _ = joined(clean(lines, ["page_numbers"])[0])
    groups = grouped(placed_lines([*_blocks(paragraphs)]))
    return Source([passage_of(group) for group in groups], [group[0].paragraph.line for group in groups])


def _plain(text: str) -> str:
    return EMPHASIS().sub(plain, SIGNS().sub("", text))


def _blocks(paragraphs: list[Paragraph]) -> Iterator[DocumentParagraph | DocumentTable]:
    """Paragraphs, and tables of rows between `|`, as a document has them."""
    table: DocumentTable | None = None
    for number, passage in read_each(paragraph.text for paragraph in paragraphs):
        line = paragraphs[number].line
        block = DocumentParagraph(Content(line, [Run(passage.text)]), line)
        if passage.cell is None:
            table = None
            yield block
            continue
        if table is None or passage.cell[:3] == (passage.cell.table, 0, 0):
            table = DocumentTable([], head=1, line=line)
            yield table
        if passage.cell.column == 0:
            table.rows.append([])
        table.rows[-1].append([block])
