"""Documents as a person leaves them: printed, changed in their XML, saved again."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from renmin_docs import WorkReport, update_report
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import parse_package
from renmin_docs.render.package import package_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from renmin_docs.revise.results import Update


def updated(text: str, make: Callable[[WorkReport], bytes], name: str = "report.yaml", **beside: str) -> Update:
    """What `update` makes of a data file and the document that is made of its report; files stand beside it."""
    with tempfile.TemporaryDirectory() as folder:
        data, document = Path(folder, name), Path(folder, "edited.docx")
        data.write_bytes(text.encode())
        for each, content in beside.items():
            Path(folder, each.replace("_", ".")).write_bytes(content.encode())
        document.write_bytes(make(WorkReport.load(data)))
        return update_report(data, document)


def with_changes(change: Callable[[Body], None]) -> Callable[[WorkReport], bytes]:
    """Prints a report and changes its document."""

    def made(report: WorkReport) -> bytes:
        package = parse_package(report.to_bytes())
        root = etree.fromstring(package.parts[package.main_part])
        change(Body(root))
        return packed(package, root)

    return made


def packed(package, root: _Element) -> bytes:
    """A package with another main part."""
    parts = {**package.parts, package.main_part: etree.tostring(root)}
    return package_of(parts)


class Body:
    """The paragraphs and tables of a document that is changed.

    Attributes:
        root: The root of its main part.
    """

    def __init__(self, root: _Element) -> None:
        self.root = root

    def paragraph(self, part: str, *, tag: str = "p") -> _Element:
        """The first paragraph, or row of a table, that says something."""
        return next(each for each in self.root.iter(w(tag)) if part in "".join(each.itertext()))

    def move(self, parts: str | list[str], behind: str) -> None:
        """Cut paragraphs and paste them behind another one."""
        place = self.paragraph(behind)
        for part in [parts] if isinstance(parts, str) else parts:
            moved = self.paragraph(part)
            place.addnext(moved)
            place = moved

    def retype(self, old: str, new: str) -> None:
        """Put words in the place of others, wherever they stand in a run."""
        for text in self.root.iter(w("t")):
            text.text = (text.text or "").replace(old, new)

    def add(self, like: str, text: str, *, before: bool = False) -> None:
        """Add a paragraph of the same look beside another one."""
        beside = self.paragraph(like)
        new = copy.deepcopy(beside)
        texts = [*new.iter(w("t"))]
        for each in texts[1:]:
            each.text = ""
        texts[0].text = text
        (beside.addprevious if before else beside.addnext)(new)

    def row(self, like: str, cells: list[str] | None = None) -> _Element:
        """A row of a table; with cells a new one below it."""
        row = self.paragraph(like, tag="tr")
        if cells is None:
            return row
        new = copy.deepcopy(row)
        for cell, text in zip(new.iter(w("tc")), cells, strict=True):
            first, *others = [*cell.iter(w("t"))]
            first.text = text
            for each in others:
                each.text = ""
        row.addnext(new)
        return new
