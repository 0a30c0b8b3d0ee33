"""The pictures that a data file names: their paths count from the folder of the file.

Here is seen that each file is there, together with all that is wrong with the data and with a line for it. What is
in the file is read when the document is made, by `render`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.report.pictures import Picture
from renmin_docs.report.texts import changed_sections, items, items_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.validation.key_paths import KeyPath


def missing_pictures(data: dict[str, Any], folder: Path) -> Iterator[tuple[KeyPath, Finding]]:
    """The pictures that are not there, each behind the key path of its path."""
    for place, kind, item in items_in(data):
        path = item.get("path")
        if kind == "Picture" and isinstance(path, str):
            file = folder / path
            if os.path.isdir(file):
                yield (*place, "path"), Finding("picture_folder", found=path)
            elif not os.path.exists(file):
                yield (*place, "path"), Finding("picture_missing", found=path)


def with_pictures_from(folder: Path, report: WorkReport) -> WorkReport:
    """The report with the paths of its pictures absolute: it can be printed from any working directory."""
    return with_picture_paths(report, lambda path: str((folder / path).absolute()))


def with_picture_paths(report: WorkReport, change: Callable[[str], str]) -> WorkReport:
    """The report with other paths of its pictures."""

    def changed(item: Any) -> Any:
        return item.replace(path=change(item.path)) if isinstance(item, Picture) else item

    return report.replace(**changed_sections(report, changed)) if has_pictures(report) else report


def has_pictures(report: WorkReport) -> bool:
    """Whether a picture stands in it."""
    return any(isinstance(item, Picture) for _, item in items(report))
