"""The pictures that a data file names: their paths count from the folder of the file.

Here is seen that each file is there, together with all that is wrong with the data and with a line for it. What is
in the file is read when the document is made, by `render`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from renmin_docs.errors import Finding
from renmin_docs.intake.printed import CHAPTER_KEYS, items_in
from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Section
from renmin_docs.report.walk import set_items

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from renmin_docs.intake.source import KeyPath
    from renmin_docs.report.models import WorkReport

_Section = TypeVar("_Section", bound=Section)


def missing_pictures(data: dict[str, Any], folder: Path) -> Iterator[tuple[KeyPath, Finding]]:
    """The pictures that are not there, each behind the key path of its path."""
    for place, kind, item in items_in(data):
        path = item.get("path")
        if kind == "picture" and isinstance(path, str):
            file = folder / path
            if os.path.isdir(file):
                yield (*place, "path"), Finding("picture_folder", found=path)
            elif not os.path.exists(file):
                yield (*place, "path"), Finding("picture_missing", found=path)


def with_pictures_from(folder: Path, report: WorkReport) -> WorkReport:
    """The report with the paths of its pictures absolute: it can be printed from any working directory."""
    if not any(isinstance(item, Picture) for _, item in set_items(report)):
        return report
    keys = (*CHAPTER_KEYS, "attachments")
    return report.model_copy(
        update={key: tuple(_placed(section, folder) for section in getattr(report, key)) for key in keys}
    )


def _placed(section: _Section, folder: Path) -> _Section:
    return section.model_copy(update={"body": tuple(_placed_item(item, folder) for item in section.body)})


def _placed_item(item: Any, folder: Path) -> Any:
    if isinstance(item, Picture):
        return item.model_copy(update={"path": str((folder / item.path).absolute())})
    return _placed(item, folder) if isinstance(item, Section) else item
