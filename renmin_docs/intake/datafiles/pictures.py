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


SEAL = ("signature", "seal")
"""The key path of the seals' pictures."""


def missing_pictures(data: dict[str, Any], folder: Path, seal_folder: Path) -> Iterator[tuple[KeyPath, Finding]]:
    """The pictures that are not there, each behind its key path; seals may count from a profile's folder."""
    for place, kind, item in items_in(data):
        if kind == "Picture":
            yield from _missing((*place, "path"), item.get("path"), folder)
    signature = data.get(SEAL[0])
    seal = signature.get(SEAL[1]) if isinstance(signature, dict) else None
    if isinstance(seal, list):
        for number, path in enumerate(seal):
            yield from _missing((*SEAL, number), path, seal_folder)
    else:
        yield from _missing(SEAL, seal, seal_folder)


def _missing(place: KeyPath, path: object, folder: Path) -> Iterator[tuple[KeyPath, Finding]]:
    if isinstance(path, str):
        if os.path.isdir(folder / path):
            yield place, Finding("picture_folder", found=path)
        elif not os.path.exists(folder / path):
            yield place, Finding("picture_missing", found=path)


def with_pictures_from(folder: Path, report: WorkReport, seal_folder: Path | None = None) -> WorkReport:
    """The report with the paths of its pictures absolute: it can be printed from any working directory."""
    seals = folder if seal_folder is None else seal_folder
    absolute = with_seal_paths(report, lambda path: str((seals / path).absolute()))
    return _with_body_paths(absolute, lambda path: str((folder / path).absolute()))


def with_picture_paths(report: WorkReport, change: Callable[[str], str]) -> WorkReport:
    """The report with other paths of its pictures."""
    return _with_body_paths(with_seal_paths(report, change), change)


def with_seal_paths(report: WorkReport, change: Callable[[str], str]) -> WorkReport:
    """The report with other paths of its seals."""
    signature = report.signature
    return (
        report.replace(signature=signature.replace(seal=[*map(change, signature.seal)])) if signature.seal else report
    )


def _with_body_paths(report: WorkReport, change: Callable[[str], str]) -> WorkReport:
    def changed(item: Any) -> Any:
        return item.replace(path=change(item.path)) if isinstance(item, Picture) else item

    return report.replace(**changed_sections(report, changed)) if _has_body_pictures(report) else report


def has_pictures(report: WorkReport) -> bool:
    """Whether a picture stands in it, or a seal's below it."""
    return bool(report.signature.seal) or _has_body_pictures(report)


def _has_body_pictures(report: WorkReport) -> bool:
    return any(isinstance(item, Picture) for _, item in items(report))
