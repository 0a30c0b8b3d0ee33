"""Documents of python-docx for tests, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from renmin_docs.intake.reports import read_report
from tests.intake.prose.telling import agree, told

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table

    from renmin_docs.intake.prose.reading import Reading


def element(xml: str):
    """An element of WordprocessingML."""
    name, _, rest = xml.removeprefix("<").partition(">")
    end = "/" if name.endswith("/") else ""
    return parse_xml(f"<{name.removesuffix('/')} {nsdecls('w')}{end}>{rest}")


def written(*texts: str) -> Document:
    """A document of paragraphs; a text between two asterisks is bold."""
    document = docx.Document()
    for text in texts:
        paragraph = document.add_paragraph()
        for at, part in enumerate(text.split("*")):
            paragraph.add_run(part).bold = bool(at % 2) or None
    return document


def table(document: Document, *rows: tuple[str, ...]) -> Table:
    """Adds a table."""
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def read(document: Document, folder: Path, **options) -> Reading:
    """What a document says, once it is saved."""
    path = folder / "去年.docx"
    document.save(path)
    return read_report(path, **options)


def differences(reading: Reading, truth: str) -> list[str]:
    """The lines in which a reading says something else than the truth, in the notation of the layouts."""
    lines, wanted = told(reading), truth.strip().splitlines()
    pairs = zip(lines, wanted, strict=False)
    wrong = [f"{line} | {true}" for line, true in pairs if not agree(line, true)]
    return [*wrong, *lines[len(wanted) :], *(f"lacks: {true}" for true in wanted[len(lines) :])]
