"""A template, opened and compiled once, that fills many reports."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renmin_docs import shelf
from renmin_docs.errors import FigureError, Finding, PackageError, ReportError, TemplateError
from renmin_docs.render.blocks import Printer
from renmin_docs.render.context import context_of
from renmin_docs.render.filling import Part
from renmin_docs.render.keeping import kept
from renmin_docs.render.numbering import assign
from renmin_docs.render.package import LEVEL, Entry, deflated, stored, write_package
from renmin_docs.render.prepared import NUMBERING, Prepared, Way
from renmin_docs.render.proof import require_text
from renmin_docs.render.properties import core_properties
from renmin_docs.report.consistency import errors

if TYPE_CHECKING:
    from os import PathLike

    from renmin_docs.render import Numbering
    from renmin_docs.render.numbering import Restart
    from renmin_docs.render.prepared import ListPart
    from renmin_docs.report.models import WorkReport

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Template:
    """A compiled template. Rendering does not change what it prints, and threads may share it.

    Args:
        prepared: What rendering needs of the .docx.
        subject: The template's path, for messages.
    """

    def __init__(self, prepared: Prepared, *, subject: str = "") -> None:
        self._prepared = prepared
        self._subject = subject
        self._parts: dict[str, dict[str, Part]] = {}
        self._lists: dict[tuple[str, ...], Entry] = {}
        self._way("typed")

    @classmethod
    def open(cls, template: str | PathLike[str]) -> Template:
        """Open and compile a template: one of the library's by name, or the path of a .docx.

        Raises:
            TemplateError: It can't be found, is no .docx, or does not compile.
        """
        path = shelf.find(template if isinstance(template, str) else Path(template))
        try:
            data = _bytes_of(path)
            return cls(kept(data, lambda: _prepared(data)), subject=str(path))
        except (PackageError, TemplateError) as error:
            raise TemplateError(*error.findings, subject=str(path)) from error

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self._prepared, self._subject)

    def render(self, report: WorkReport, *, numbering: Numbering = "typed", level: int = LEVEL) -> bytes:
        """The finished document of a report, as the bytes of a .docx.

        Args:
            report: What to print.
            numbering: `typed` writes the heading numbers as text, `native` as Word's multilevel list.
            level: Level of deflation, 1 (fast) to 9 (small).

        Raises:
            ReportError: `report.check()` has errors.
            TemplateError: Text of the report would be lost, or the filled document is broken.
        """
        printer = _printer(report)
        way, parts = self._way(numbering)
        changed = self._list_part(printer, report) if numbering == "native" else {}
        context = context_of(report, printer)
        filled = {name: self._fill(part, context) for name, part in parts.items()}
        require_text(context, filled.items(), subject=self._subject)
        issuer, title = report.organization.issuer, context["title"]
        properties = core_properties(title=title, author=issuer, day=report.issue_date)
        changed[self._prepared.core] = stored(properties)  # half a kilobyte is not worth a compressor
        changed.update({name: deflated(_DECLARATION + xml.encode(), level) for name, xml in filled.items()})
        return write_package({**way.entries, **changed})

    def _fill(self, part: Part, context: dict[str, Any]) -> str:
        try:
            return part.fill(context)
        except TemplateError as error:
            raise TemplateError(*error.findings, subject=self._subject) from error

    def _way(self, numbering: Numbering) -> tuple[Way, dict[str, Part]]:
        """What a numbering needs, made ready at its first use."""
        if numbering not in ("typed", "native"):
            raise ReportError(Finding("numbering_unknown", found=str(numbering), expected="typed、native"))
        way = self._prepared.typed if numbering == "typed" else self._prepared.native
        if way is None:
            assert self._prepared.no_list is not None  # noqa: S101 - one of the two is there
            raise TemplateError(self._prepared.no_list, subject=self._subject)
        if numbering not in self._parts:
            self._parts[numbering] = {name: Part(marshal.loads(code), name) for name, code in way.codes.items()}  # noqa: S302 - our own, sealed by `keeping`
        return way, self._parts[numbering]

    def _list_part(self, printer: Printer, report: WorkReport) -> dict[str, Entry]:
        """Word's list for the report's ladder, with its restarts."""
        part = self._prepared.list_part
        assert part is not None  # noqa: S101 - `_way` has refused templates without one
        restarts = assign(printer.blocks, part.num_id, part.first_free)
        if restarts:
            return {NUMBERING: _written(part, report, restarts)}
        if report.marks not in self._lists:
            self._lists[report.marks] = _written(part, report, [])
        return {NUMBERING: self._lists[report.marks]}


def _bytes_of(path: Path) -> bytes:
    from renmin_docs.ooxml.package import read_bytes

    return read_bytes(path)


def _prepared(data: bytes) -> Prepared:
    """A template that is not kept yet: this alone needs docxtpl and lxml."""
    from renmin_docs.ooxml.package import parse_package
    from renmin_docs.render.dialect import prepare_template

    return prepare_template(parse_package(data))


def _written(part: ListPart, report: WorkReport, restarts: list[Restart]) -> Entry:
    from renmin_docs.render.list_part import written

    return deflated(written(part, report.marks, restarts))


def _printer(report: WorkReport) -> Printer:
    """The report's blocks; what is wrong with it is looked for only where something is."""
    try:
        printer = Printer(report)
    except (LookupError, FigureError):
        raise ReportError(*errors(report)) from None
    if any(figure.findings() for figure in report.figures.values()) and (grave := errors(report)):
        raise ReportError(*grave)
    return printer


def _rebuilt(prepared: Prepared, subject: str) -> Template:
    """A template in another process, compiled anew from what was prepared."""
    return Template(prepared, subject=subject)
