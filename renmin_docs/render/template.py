"""A template, opened and compiled once, that fills many reports."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import partial
from operator import methodcaller
from os import PathLike
from typing import TYPE_CHECKING, Any

from renmin_docs import builtin_templates
from renmin_docs.errors import FigureError, Finding, PackageError, ReportError, TemplateError, about
from renmin_docs.fingerprint import DOCUMENT, stamped_core
from renmin_docs.opening import read_office_file
from renmin_docs.render.extra_parts import entries_of
from renmin_docs.render.filling.parts import Part, fill_parts
from renmin_docs.render.filling.verify import require_text
from renmin_docs.render.layout import Layout, needs_layout
from renmin_docs.render.package import LEVEL, Entry, Member, deflated, inflated, member, members, stored, write_members
from renmin_docs.render.preparing.cache import kept
from renmin_docs.render.preparing.prepared import NUMBERING, Prepared
from renmin_docs.render.properties import core_properties
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.closing import SIGNATURE_KIND, closing_blocks
from renmin_docs.render.values.context import all_of, context_of
from renmin_docs.render.values.numbering import assign
from renmin_docs.render.values.own_names import figures_in, own_values, uses_in
from renmin_docs.render.values.requirements import CONTENTS_ALWAYS, KIND, require_places
from renmin_docs.report.consistency import errors
from renmin_docs.report.page import PageProfile
from renmin_docs.report.text_lints import note_findings
from renmin_docs.report.texts import texts

if TYPE_CHECKING:
    from renmin_docs.render.preparing.contents_entries import Heading
    from renmin_docs.report.fields import Numbering
    from renmin_docs.report.models import WorkReport

_FINDINGS = methodcaller("findings")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Template:
    """A compiled template. Rendering does not change what it prints, and threads may share it.

    Args:
        prepared: What rendering needs of the .docx.
        data: The bytes of the .docx, from which it is prepared for other pages.
        subject: The template's path, for messages.
    """

    def __init__(self, prepared: Prepared, data: bytes, *, subject: str = "") -> None:
        self._prepared = prepared
        self._data = data
        self._pages: dict[PageProfile, Template] = {PageProfile(): self}
        self._subject = subject
        self._uses = uses_in(prepared.asked)
        self._parts = {name: Part(marshal.loads(code), name) for name, code in prepared.codes.items()}  # noqa: S302 - our own, sealed by `cache`
        self._kept_members: dict[str, dict[str, Member]] = {}
        self._lists: dict[tuple[str, ...], Entry] = {}

    @classmethod
    def open(cls, template: str | PathLike[str]) -> Template:
        """Open and compile a template: one of the library's by name, or the path of a .docx.

        Raises:
            TemplateError: It can't be found, is no .docx, or does not compile.
        """
        path = builtin_templates.find(template)
        with about(path, TemplateError, PackageError):
            data = read_office_file(path)
        return cls.from_bytes(data, subject=str(path))

    @classmethod
    def from_bytes(cls, data: bytes, *, subject: str = "") -> Template:
        """Compile a template from the bytes of its .docx.

        Raises:
            TemplateError: It is no .docx, or does not compile.
        """
        with about(subject, TemplateError, PackageError):
            return cls(_kept(data), data, subject=subject)

    @property
    def source(self) -> tuple[bytes, str]:
        """The bytes of its .docx, and its path: with them it is made again elsewhere."""
        return self._data, self._subject

    @property
    def figures(self) -> frozenset[str]:
        """The names of the figures that its tags print."""
        return figures_in(self._uses)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Template, subject=self._subject), (self._prepared, self._data)  # compiled anew elsewhere

    def render(self, report: WorkReport, *, numbering: Numbering | None = None, level: int = LEVEL) -> bytes:
        """The finished document of a report, as the bytes of a .docx.

        Args:
            report: What to print.
            numbering: `typed` writes the heading numbers as text, `native` as Word's multilevel list; by default
                the report's own `numbering`.
            level: Level of deflation, 1 (fast) to 9 (small).

        Raises:
            ReportError: `report.check()` has errors.
            TemplateError: Text of the report would be lost, or the filled document is broken.
        """
        report = report.checked()
        try:
            way = report.numbering if numbering is None else numbering
            return self._on(report.page)._document(report, way, level)  # noqa: SLF001 - its own class
        except TemplateError as error:
            raise TemplateError(*error.findings, subject=self._subject) from error.__cause__
        except (LookupError, FigureError):  # a figure that is unknown, or that has no such style
            if grave := errors(report):
                raise ReportError(*grave) from None
            raise

    def _on(self, page: PageProfile) -> Template:
        """The template for a page, prepared at the first report that has it."""
        if page not in self._pages:
            self._pages[page] = Template(_kept(self._data, page), self._data, subject=self._subject)
        return self._pages[page]

    def _document(self, report: WorkReport, numbering: Numbering, level: int) -> bytes:
        """The finished document; errors don't know the template yet."""
        entries = self._entries(numbering)
        require_places(report, self._prepared.asked)
        printer = _printer(report)
        context = self._context(report, printer) | {"native_numbers": numbering == "native"}
        main = self._prepared.main_part
        headings = _headings(printer) if CONTENTS_ALWAYS in self._prepared.asked or report.contents else []
        changed = self._list_part(printer, report) if numbering == "native" else {}
        if needs_layout(report, printer.blocks):
            changed |= self._lay_out(report, printer, context, entries)
        filled = fill_parts(self._parts, context)
        if printer.has_emphasis:
            filled = {name: _emphasised(xml) for name, xml in filled.items()}
        if printer.has_notes:
            if misplaced := [*note_findings(texts(report))]:
                raise ReportError(*misplaced)
            filled, changed = _with_notes(filled, changed, entries, main)
        require_text(context, filled.items())
        filled.update({name: _settled(filled[name]) for name in self._prepared.unsettled})
        if headings:
            filled[main] = _with_entries(filled[main], headings, entries, is_own_leaf=report.contents)
        issuer, title = report.organization.issuer, context["title"]
        properties = core_properties(title=title, author=issuer, day=report.issue_date)
        changed.update({name: deflated(_DECLARATION + xml.encode(), level) for name, xml in filled.items()})
        return write_members(self._members(numbering, entries, changed, properties).values())

    def _context(self, report: WorkReport, printer: Printer) -> dict[str, Any]:
        """The values of the template's names; the printer's blocks end in the signature where the loop prints it."""
        in_loop = KIND + SIGNATURE_KIND in self._prepared.asked
        context: dict[str, Any]
        closing, context = all_of(
            lambda: closing_blocks(report, printer) if in_loop else [], lambda: context_of(report, printer)
        )
        printer.blocks += closing
        context |= {"signed_in_loop": in_loop, "sections": {}, "last_section": ""}
        if self._uses:
            context |= self._own_values(report)
        return context

    def _own_values(self, report: WorkReport) -> dict[str, Any]:
        """The values of the names that the template uses of the report's own; the check's trial has samples of them."""
        return own_values(report, self._uses)

    def _members(
        self, numbering: Numbering, entries: dict[str, Entry], changed: dict[str, Entry], properties: bytes
    ) -> dict[str, Member]:
        """The document's parts: those of the template, made ready once, those that changed, and its properties."""
        core = self._prepared.core
        if numbering not in self._kept_members:
            self._kept_members[numbering] = members({name: each for name, each in entries.items() if name != core})
        parts = {**self._kept_members[numbering], **{name: member(name, entry) for name, entry in changed.items()}}
        lines = b"".join([part.line for part in parts.values()])
        # half a kilobyte is not worth a compressor
        parts[core] = member(core, stored(stamped_core(properties, DOCUMENT, lines)))
        return parts

    def _lay_out(
        self, report: WorkReport, printer: Printer, context: dict[str, Any], entries: dict[str, Entry]
    ) -> dict[str, Entry]:
        """Tables, pictures and sections set into blocks and context; the entries that they add."""
        layout = Layout(report, printer, self._prepared.sections)
        context["sections"], context["last_section"] = layout.sections, layout.last_section
        if not layout.additions:
            return {}
        return entries_of(layout.additions, entries, self._prepared.main_part)

    def _entries(self, numbering: Numbering) -> dict[str, Entry]:
        """The parts that stand in each document of a numbering."""
        if numbering not in ("typed", "native"):
            raise ReportError(Finding("numbering_unknown", found=str(numbering), expected="typed、native"))
        entries = self._prepared.typed if numbering == "typed" else self._prepared.native
        if entries is None:
            assert self._prepared.no_list is not None  # noqa: S101 - one of the two is there
            raise TemplateError(self._prepared.no_list)
        return entries

    def _list_part(self, printer: Printer, report: WorkReport) -> dict[str, Entry]:
        """Word's list for the report's ladder, with its restarts."""
        part = self._prepared.list_part
        assert part is not None  # noqa: S101 - `_entries` has refused templates without one
        restarts = assign(printer.blocks, part.num_id, part.first_free)
        if not restarts and report.marks in self._lists:
            return {NUMBERING: self._lists[report.marks]}
        from renmin_docs.render.preparing.list_part import written

        made = deflated(written(part, report.marks, restarts))
        if not restarts:
            self._lists[report.marks] = made
        return {NUMBERING: made}


def _kept(data: bytes, page: PageProfile | None = None) -> Prepared:
    """What rendering needs of a template, for its own page or for another: from the cache, or prepared now."""

    def prepared() -> Prepared:
        from renmin_docs.render.preparing.compiler import prepare_template  # this alone needs docxtpl and lxml

        return prepare_template(data, page)

    return kept(data, prepared, variant="" if page is None else page.model_dump_json())


def _settled(xml: str) -> str:
    """A filled part after its last step, which few templates need."""
    from renmin_docs.render.preparing.repair import settled

    return settled(xml)


def _with_notes(
    filled: dict[str, str], changed: dict[str, Entry], entries: Mapping[str, Entry], main: str
) -> tuple[dict[str, str], dict[str, Entry]]:
    """The parts with the notes at the foot of the page, which few reports have."""
    from renmin_docs.render.notes import with_notes

    return with_notes(filled, changed, entries, main)


def _emphasised(xml: str) -> str:
    """A filled part with runs of their own for what is emphasised, which few reports have."""
    from renmin_docs.render.runs import emphasised_runs

    return emphasised_runs(xml)


def _headings(printer: Printer) -> list[Heading]:
    from renmin_docs.render.preparing.contents_entries import headings_of

    return headings_of(printer.blocks)


def _with_entries(xml: str, headings: list[Heading], entries: Mapping[str, Entry], *, is_own_leaf: bool) -> str:
    """A filled part with its contents pages, which are no proof that a heading is printed."""
    from renmin_docs.render.preparing.contents_entries import with_entries
    from renmin_docs.render.preparing.style_ids import STYLES

    styles = inflated(entries[STYLES]) if STYLES in entries else None
    return with_entries(xml, headings, styles, is_own_leaf=is_own_leaf)


def _printer(report: WorkReport) -> Printer:
    """The report's blocks; what is wrong with its figures is looked for only where something is."""
    printer = Printer(report)
    if any(map(_FINDINGS, report.figures.values())) and (grave := errors(report)):
        raise ReportError(*grave)
    return printer
