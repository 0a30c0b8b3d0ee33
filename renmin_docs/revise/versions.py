"""One version of a report as the document that is compared: a package, its body, and its styles."""

from __future__ import annotations

from functools import cached_property
from os import PathLike
from pathlib import Path

from lxml.etree import _Element

from renmin_docs.errors import DataFileError, Finding, PackageError, about
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import Package, parse_package
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.package import package_of
from renmin_docs.render.preparing.contents import contents_fields, contents_page
from renmin_docs.report.models import WorkReport
from renmin_docs.revise.revisions import accept_revisions


class Version:
    """A document whose tracked changes are accepted.

    Attributes:
        root: The root of its main part; what is changed there is written.
        body: Its body.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self.root = parse_xml(package.parts[package.main_part], part=package.main_part)
        accept_revisions(self.root)
        body = self.root.find(w("body"))
        if body is None:
            raise PackageError(Finding("part_damaged", found=package.main_part, expected="w:body"))
        self.body: _Element = body

    @cached_property
    def contents(self) -> frozenset[_Element]:
        """The paragraphs of its contents pages, which a program makes of the headings: no change of a person's."""
        return frozenset(each for field in contents_fields(self.body) for each in contents_page(field))

    @cached_property
    def styles(self) -> frozenset[str]:
        """The ids of its styles."""
        data = self._related("styles")
        if not data:
            return frozenset()
        return frozenset(each.get(w("styleId"), "") for each in parse_xml(data, part="styles").iter(w("style")))

    @cached_property
    def numbering(self) -> bytes:
        """The part of its lists."""
        return self._related("numbering")

    def _related(self, kind: str) -> bytes:
        name = next(iter(related(self._package.parts, self._package.main_part, (kind,))), "")
        return self._package.parts.get(name, b"")

    def written(self) -> bytes:
        """The bytes of the document as it is now."""
        return package_of({**self._package.parts, self._package.main_part: to_part(self.root)})


def version_of(source: str | PathLike[str] | WorkReport) -> Version:
    """The version in a report, a data file, a document or a text.

    Raises:
        DataFileError: The file can't be read.
        ReportError: The report can't be printed.
    """
    if isinstance(source, WorkReport):
        return Version(parse_package(source.to_bytes()))
    from renmin_docs.intake.documents.opening import open_document
    from renmin_docs.intake.reports import is_document, printable, read_report

    file = Path(source)
    with about(source, DataFileError, PackageError):
        if file.suffix.lower() in DATA_FILES:
            return version_of(WorkReport.load(file))
        if is_document(file):
            return Version(open_document(file)[0])
        with printable(read_report(file)) as report:
            return version_of(report)
