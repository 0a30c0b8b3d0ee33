"""The files from which a report is made beside its own: whatever reads a further kind of them names it here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from renmin_docs.intake.datafiles.pictures import picture_paths
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.report.models import WorkReport


def files_beside(report: WorkReport, source: DataSource | None = None) -> Iterator[Path]:
    """Workbook, profile and pictures of a report, with seals; not its template, which the caller may have replaced."""
    folder = "" if source is None else os.path.dirname(source.subject)
    if source is not None and (book := source.data.get("figures_from")):
        yield Path(folder, book["workbook"])
    if source is not None and source.beneath is not None:
        yield Path(source.beneath.subject)
    yield from (Path(folder, path) for path in picture_paths(report))
