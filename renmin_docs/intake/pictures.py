"""The pictures that a data file names: their paths count from the folder of the file.

Here is seen that each file is there, together with all that is wrong with the data and with a line for it. What is
in the file is read when the document is made, by `render`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.intake.printed import CHAPTER_KEYS, items_in
from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Section
from renmin_docs.report.walk import set_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from renmin_docs.intake.source import KeyPath
    from renmin_docs.report.models import WorkReport


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


def with_picture_paths(report: WorkReport, changed: Callable[[str], str]) -> WorkReport:
    """The report with other paths of its pictures."""
    if not any(isinstance(item, Picture) for _, item in set_items(report)):
        return report
    keys = (*CHAPTER_KEYS, "attachments")
    return report.replace(**{key: [_placed(each, changed) for each in getattr(report, key)] for key in keys})


def _placed(section: Section, changed: Callable[[str], str]) -> Section:
    return section.replace(body=[_placed_item(item, changed) for item in section.body])


def _placed_item(item: Any, changed: Callable[[str], str]) -> Any:
    if isinstance(item, Picture):
        return item.replace(path=changed(item.path))
    return _placed(item, changed) if isinstance(item, Section) else item
