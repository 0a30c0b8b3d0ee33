"""`render_all`, the entry point of this package, and the template that all reports of a run share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import count
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import builtin_templates
from renmin_docs.batch.jobs import JobSource, job_of
from renmin_docs.batch.journal import Journal, settings_checksum
from renmin_docs.batch.names import DEFAULT_NAMES, require_pattern
from renmin_docs.batch.outcomes import BatchResult, Outcome
from renmin_docs.batch.pools import IN_FLIGHT, Here
from renmin_docs.batch.run import DISK_WAITS, Run, RunTemplate
from renmin_docs.batch.work import Settings, checksum, remember
from renmin_docs.errors import Finding, ReportError
from renmin_docs.messages import Language
from renmin_docs.render.template import Template
from renmin_docs.version import __version__

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from renmin_docs.report.fields import Numbering


def render_all(  # noqa: PLR0913 - a run has these options
    reports: Iterable[JobSource],
    folder: str | PathLike[str],
    *,
    template: str | PathLike[str] | Template | None = None,
    numbering: Numbering | None = None,
    profile: str | PathLike[str] | None = None,
    names: str = DEFAULT_NAMES,
    strict: bool = False,
    force: bool = False,
    resume: bool = False,
    executor: Executor | None = None,
    in_flight: int = IN_FLIGHT,
    progress: Callable[[Outcome], None] | None = None,
    language: Language = "en",
) -> BatchResult:
    """Make the documents of many reports in one folder. Each ends on its own; a bad one stops none of the others.

    Args:
        reports: Paths of data files, reports, or pairs of a name and a report; taken one after another, so that a
            generator may make them.
        folder: Where the documents go, with the journal `manifest.jsonl` and at the end `manifest.json`. It is made
            where it is missing.
        template: As for `WorkReport.save`.
        numbering: As for `WorkReport.save`.
        profile: The profile beneath data files, in place of the one that each of them names.
        names: Pattern of the files' names. Its fields are organization, issuer, year, period, next_period,
            issue_date, and input: the data file's name without its ending. Two reports with one name both fail.
        strict: Warnings of `check()` keep a report from being made.
        force: Replace documents in the folder that people have made or changed, too; else the reports with their
            names fail.
        resume: What the journal in the folder says is done is not made again, if its file is still what it was, and
            input, template, options and version are the same.
        executor: Who does the work: `WorkerPool(4)`, any other executor, Dask's `Client(...).get_executor()`. Reports
            go out as paths or JSON, documents come back as bytes; only this process writes. This process does the
            work where there is none.
        in_flight: How many reports may be with the executor at a time; twice its workers at least.
        progress: Called with every outcome as it comes; again, as failed, if the name is taken later.
        language: Of the messages in the journal.

    Returns:
        The outcomes, in the order of the reports.

    Raises:
        OutputError: The folder can't be written to, or the pattern of names is wrong.
        TemplateError: The template can't be found or does not compile.
        ReportError: There is no such numbering.
    """
    _require_several(reports)
    if numbering not in (None, "typed", "native"):
        raise ReportError(Finding("numbering_unknown", found=str(numbering), expected="typed、native"))
    used = _run_template(template)
    beneath = "" if profile is None else os.path.abspath(profile)
    settings = Settings(used.name, used.digest, numbering, beneath, strict, require_pattern(names), __version__)
    with Journal(Path(folder), resume=resume, force=force, language=language) as journal:
        run = Run(Path(folder), settings, used, journal, progress, force=force)
        run.run(map(job_of, count(), reports), executor or Here(), in_flight if executor else DISK_WAITS)
        outcomes = run.outcomes()
        journal.finish(outcomes)
    return BatchResult(tuple(outcomes))


def _require_several(reports: object) -> None:
    if isinstance(reports, str | os.PathLike) or hasattr(reports, "to_bytes") or not hasattr(reports, "__iter__"):
        raise TypeError("render_all takes several reports: a list of paths of data files, or of reports")


def _run_template(template: str | PathLike[str] | Template | None) -> RunTemplate:
    """The template, opened once before any report is looked at."""
    ours = [checksum((builtin_templates.SHELF / f"{name}.docx").read_bytes()) for name in builtin_templates.names()]
    if template is None or template in builtin_templates.names():
        return RunTemplate(template if isinstance(template, str) else None, "", None, settings_checksum(template, ours))
    opened = template if isinstance(template, Template) else Template.open(template)
    digest = checksum(opened.source[0])
    remember(digest, opened)
    return RunTemplate(None, digest, opened.source, digest)
