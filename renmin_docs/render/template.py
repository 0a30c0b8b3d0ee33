"""A template, opened and compiled once, that fills many reports.

The only module that knows docxtpl: its dialect (`{%p … %}`, `{%r … %}`, tags split over runs) is turned
into Jinja source by docxtpl's own `patch_xml`, and compiled by `engine`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renmin_docs import shelf
from renmin_docs.errors import Finding, PackageError, ReportError, TemplateError
from renmin_docs.ooxml.package import Package, read_package
from renmin_docs.ooxml.xml import parse_xml, serialize, to_part
from renmin_docs.render import numbering as lists
from renmin_docs.render import prepare
from renmin_docs.render.blocks import Printer
from renmin_docs.render.context import context_of
from renmin_docs.render.engine import compile_part, faults_of, fill_part
from renmin_docs.render.package import write_package
from renmin_docs.render.proof import require_text
from renmin_docs.render.properties import core_part_of, core_properties
from renmin_docs.report.consistency import errors

if TYPE_CHECKING:
    from os import PathLike

    from jinja2 import Template as JinjaTemplate
    from lxml.etree import _Element

    from renmin_docs.render import Numbering
    from renmin_docs.report.models import WorkReport

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_FILLED = re.compile(r"/(header|footer|footnotes|endnotes)\d*\.xml$")
_TAG = re.compile(rb"\{[{%#]|\{<")


class Template:
    """A compiled template. Rendering does not change it, and threads may share it.

    Args:
        package: The opened .docx.
        subject: The template's path, for messages.

    Raises:
        TemplateError: It says more than the template language, or has an unknown tag; all at once.
    """

    def __init__(self, package: Package, *, subject: str = "") -> None:
        self._subject = subject
        self._main = package.main_part
        self._core, declared = core_part_of(package.parts)
        self._parts = {**package.parts, **declared, self._core: b""}
        self._typed = self._compiled("typed")
        self._typed_parts = self._unlinked()
        self._native: dict[str, JinjaTemplate] | None = None
        self._list: lists.NativeList | None = None

    @classmethod
    def open(cls, template: str | PathLike[str]) -> Template:
        """Open and compile a template: one of the library's by name, or the path of a .docx.

        Raises:
            TemplateError: It can't be found, is no .docx, or does not compile.
        """
        path = shelf.find(template if isinstance(template, str) else Path(template))
        try:
            return cls(read_package(path), subject=str(path))
        except PackageError as error:
            raise TemplateError(*error.findings, subject=str(path)) from error

    def render(self, report: WorkReport, *, numbering: Numbering = "typed") -> bytes:
        """The finished document of a report, as the bytes of a .docx.

        Args:
            report: What to print.
            numbering: `typed` writes the heading numbers as text, `native` as Word's multilevel list.

        Raises:
            ReportError: `report.check()` has errors.
            TemplateError: Text of the report would be lost, or the filled document is broken.
        """
        if found := errors(report):
            raise ReportError(*found)
        printer = Printer(report)
        compiled, changed = self._native_way(printer, report) if numbering == "native" else self._typed_way()
        context = context_of(report, printer)
        filled = {name: self._fill(template, context, name) for name, template in compiled.items()}
        require_text(context, filled.items(), subject=self._subject)
        issuer, title = report.organization.issuer, context["title"]
        changed[self._core] = core_properties(title=title, author=issuer, day=report.issue_date)
        changed.update({name: _DECLARATION + xml.encode() for name, xml in filled.items()})
        return write_package({**self._parts, **changed})

    def _fill(self, template: JinjaTemplate, context: dict[str, Any], name: str) -> str:
        try:
            return fill_part(template, context, name)
        except TemplateError as error:
            raise TemplateError(*error.findings, subject=self._subject) from error

    # --- compiling ---

    def _compiled(self, numbering: Numbering) -> dict[str, JinjaTemplate]:
        """The parts that hold tags, the main part first, compiled for a numbering."""
        compiled: dict[str, JinjaTemplate] = {}
        findings: list[Finding] = []
        for name in (self._main, *(name for name in self._parts if _FILLED.search(name))):
            if name != self._main and not _TAG.search(self._parts[name]):
                continue
            root = self._root(name)
            faults = [*prepare.tag_faults(root)] or faults_of(_patched(serialize(root)), name)
            findings += faults
            if not faults:
                compiled[name] = self._compile(root, name, numbering)
        if findings:
            raise TemplateError(*findings, subject=self._subject)
        return compiled

    def _compile(self, root: _Element, name: str, numbering: Numbering) -> JinjaTemplate:
        """A part with the engine's own tags in it, compiled."""
        if name == self._main:
            prepare.place_signature(root)
            prepare.keep_with_next(root)
            if numbering == "native":
                prepare.number_by_list(root, self._styles())
            else:
                prepare.number_by_text(root)
        try:
            return compile_part(_patched(serialize(root)), name)
        except TemplateError as error:
            raise TemplateError(*error.findings, subject=self._subject) from error

    def _root(self, name: str) -> _Element:
        return parse_xml(self._parts[name], part=name, subject=self._subject)

    def _styles(self) -> _Element | None:
        return self._root(_STYLES) if _STYLES in self._parts else None

    # --- the two numberings: what is filled, and which parts differ from the template's own ---

    def _typed_way(self) -> tuple[dict[str, JinjaTemplate], dict[str, bytes]]:
        return self._typed, dict(self._typed_parts)

    def _native_way(self, printer: Printer, report: WorkReport) -> tuple[dict[str, JinjaTemplate], dict[str, bytes]]:
        if self._native is None or self._list is None:
            self._list = self._find_list()
            self._native = self._compiled("native")
        restarts = lists.assign(printer.blocks, self._list.num_id, self._list.first_free)
        return self._native, {_NUMBERING: self._list.part(report.marks, restarts)}

    def _unlinked(self) -> dict[str, bytes]:
        roots = {name: self._root(name) for name in (_STYLES, _NUMBERING) if name in self._parts}
        lists.unlink(roots.get(_STYLES), roots.get(_NUMBERING))
        return {name: to_part(root) for name, root in roots.items()}

    def _find_list(self) -> lists.NativeList:
        used = prepare.marked_styles(self._root(self._main))
        num_id = lists.find_list(self._styles(), used)
        if num_id is None or _NUMBERING not in self._parts:
            finding = Finding("list_missing", found="、".join(used) or self._main, expected="typed")
            raise TemplateError(finding, subject=self._subject)
        return lists.NativeList(self._root(_NUMBERING), num_id)


def _patched(xml: str) -> str:
    """Docxtpl's dialect as Jinja source."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate("").patch_xml(xml))
