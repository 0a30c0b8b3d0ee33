"""What a worker does with one report: read, check, render. It writes no file: bytes go back.

So only the process that started the run writes, in one place; nothing is written after its end, and a cluster
needs no common folder for the output. A data file is read where the worker is: machines of a cluster see it under
the same path, or get the report itself, as JSON.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from renmin_docs import builtin_templates
from renmin_docs.batch.names import name_of
from renmin_docs.errors import DataFileError, Finding, RenminDocsError, ReportError
from renmin_docs.opening import open_file
from renmin_docs.version import __version__

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.render.template import Template
    from renmin_docs.report.fields import Numbering
    from renmin_docs.report.models import WorkReport


class Settings(NamedTuple):
    """What all reports of a run have in common.

    Attributes:
        template: Name of one of the library's; None for the one that fits the report, or for one's own.
        digest: Checksum of one's own template; empty where there is none.
        numbering: `typed` or `native`; None for the report's own.
        profile: Path of the profile beneath data files; empty for the one that each names.
        strict: Whether warnings keep a report from being made.
        names: The pattern of names.
        version: Of the library that started the run.
    """

    template: str | None
    digest: str
    numbering: Numbering | None
    profile: str
    strict: bool
    names: str
    version: str


class Item(NamedTuple):
    """One report to be made: small, and plain data.

    Attributes:
        given: Its path or name, as the caller has it.
        path: The data file; empty where the report comes as JSON.
        report: The report as JSON.
        settings: Those of the run.
        ticket: Differs from that of every other item; a cluster takes equal work for the same.
        template: Bytes and path of one's own template, for a worker that asked for them.
    """

    given: str
    path: str
    report: str
    settings: Settings
    ticket: str
    template: tuple[bytes, str] | None = None


class Rendered(NamedTuple):
    """A finished document, its warnings, and the checksums of its input and of other files that were read for it."""

    name: str
    data: bytes
    warnings: tuple[Finding, ...]
    content: str
    beside: dict[str, str]


class Refused(NamedTuple):
    """Why there is no document."""

    findings: tuple[Finding, ...]
    subject: str = ""


class TemplateWanted(NamedTuple):
    """This worker does not have the run's template yet."""


Reply: TypeAlias = Rendered | Refused | TemplateWanted

_templates: dict[str, Template] = {}
_MOST_TEMPLATES = 8
_LARGEST = 512 * 2**20
_lock = threading.Lock()


def perform(item: Item) -> Reply:
    """Make one document; whatever is wrong with the report is a reply too."""
    try:
        return _performed(item)
    except RenminDocsError as error:
        return Refused(error.findings, "" if error.subject in (item.path, item.given) else error.subject)
    except Exception as error:  # noqa: BLE001 - no report stops the others
        return Refused((Finding("batch_unexpected", found=f"{type(error).__name__}: {error}"),))


def remember(digest: str, template: Template) -> None:
    """Keep a template for the reports that follow."""
    with _lock:
        _templates[digest] = template
        while len(_templates) > _MOST_TEMPLATES:
            del _templates[next(iter(_templates))]


def checksum(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_checksum(path: str) -> str:
    """That of a file; empty where it can't be read, or is larger than any that a run reads or writes."""
    with suppress(OSError, RenminDocsError), open_file(path) as file:
        if os.fstat(file.fileno()).st_size <= _LARGEST:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return ""


def _performed(item: Item) -> Reply:
    settings = item.settings
    if settings.version != __version__:
        return Refused((Finding("batch_worker_version", found=__version__, expected=settings.version),))
    template = _templates.get(settings.digest) if settings.digest else settings.template
    if settings.digest and template is None:
        if item.template is None:
            return TemplateWanted()
        template = _opened(*item.template)
        remember(settings.digest, template)
    return _from_file(item, template) if item.path else _from_json(item, template)


def _opened(data: bytes, subject: str) -> Template:
    from renmin_docs.render.template import Template

    return Template.from_bytes(data, subject=subject)


def _from_file(item: Item, template: Template | str | None) -> Reply:
    from renmin_docs.intake.datafiles.loading import located
    from renmin_docs.intake.drafts import opened_report
    from renmin_docs.render.one_document import check_for

    with opened_report(item.path, item.settings.profile or None) as (report, source, notes):
        findings = tuple(located(finding, source) for finding in check_for(report, template))
        try:
            reply = _rendered(item, template, report, findings)
        except ReportError as error:
            raise DataFileError(*(located(finding, source) for finding in error.findings)) from error
        doubts = tuple(note for note in notes if note.severity == "warning")
        beside = _beside(_files_of(source, report, item))
        return reply._replace(content=checksum(source.content), beside=beside, warnings=(*doubts, *reply.warnings))


def _from_json(item: Item, template: Template | str | None) -> Reply:
    from renmin_docs.render.one_document import check_for
    from renmin_docs.report.models import WorkReport

    report = WorkReport.model_validate_json(item.report)
    reply = _rendered(item, template, report, tuple(check_for(report, template)))
    return reply._replace(content=checksum(item.report.encode()), beside=_beside(_files_of(None, report, item)))


def _rendered(
    item: Item, template: Template | str | None, report: WorkReport, findings: tuple[Finding, ...]
) -> Rendered:
    """The document of a report, whose sources the caller fills in; refused by what `check()` found.

    Raises:
        DataFileError: `check()` found errors, or with `strict` warnings.
        ReportError: Something shows only on the page.
    """
    settings = item.settings
    grave = ("error", "warning") if settings.strict else ("error",)
    if any(finding.severity in grave for finding in findings):
        raise DataFileError(*(finding for finding in findings if finding.severity in grave))
    options: dict[str, Any] = {} if template is None else {"template": template}
    data = report.to_bytes(numbering=settings.numbering, **options)
    return Rendered(name_of(settings.names, report, item.given), data, findings, "", {})


def _files_of(source: DataSource | None, report: WorkReport, item: Item) -> Iterator[Path]:
    """The files that a report is made from beside its own."""
    from renmin_docs.intake.drafts import is_draft
    from renmin_docs.intake.inputs import files_beside

    if source is None or not is_draft(source.subject):
        yield from files_beside(report, source)
    elif source.beneath is not None:
        yield Path(source.beneath.subject)  # its pictures are in the draft itself
    if report.template is not None and not item.settings.template and not item.settings.digest:
        yield builtin_templates.find(report.template)


def _beside(files: Iterable[Path]) -> dict[str, str]:
    return {path: file_checksum(path) for path in sorted({str(file.absolute()) for file in files})}
