"""The pictures that a data file names: their paths count from the folder of the file.

Here is seen that each file is there, together with all that is wrong with the data and with a line for it. What is
in the file is read when the document is made, by `render`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.report.texts import changed_sections, items, items_in, shape_of_model
from renmin_docs.vocabulary import MAPPINGS
from renmin_docs.vocabulary.report import BODY_ITEMS

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Content
    from renmin_docs.report.validation.key_paths import KeyPath


SEAL = ("signature", "seal")
"""The key path of the seals' pictures."""
_PATHS = {item: [key for key, row in MAPPINGS[item].items() if row.expects == "@picture_path"] for item in BODY_ITEMS}
"""Item of a body → its keys that name a picture."""


def missing_pictures(data: dict[str, Any], folder: Path, seal_folder: Path) -> Iterator[tuple[KeyPath, Finding]]:
    """The pictures that are not there, each behind its key path; seals may count from a profile's folder."""
    for place, kind, item in items_in(data):
        for key in _PATHS.get(kind, ()):
            yield from _missing((*place, key), item.get(key), folder)
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
    return with_picture_paths(
        report, lambda path: str((folder / path).absolute()), lambda path: str((seals / path).absolute())
    )


def with_picture_paths(
    report: WorkReport, change: Callable[[str], str], change_seal: Callable[[str], str] | None = None
) -> WorkReport:
    """The report with other paths of its pictures, and of its seals if they are changed otherwise."""

    def changed(item: Any) -> Any:
        paths = {} if isinstance(item, str) else _paths(item)
        return item.replace(**{key: change(path) for key, path in paths.items()}) if paths else item

    changes: dict[str, Any] = {}
    if seals := report.signature.seal:
        changes["signature"] = report.signature.replace(seal=[*map(change_seal or change, seals)])
    if len(picture_paths(report)) > len(seals):
        changes |= changed_sections(report, changed)
    return report.replace(**changes) if changes else report


def picture_paths(report: WorkReport) -> list[str]:
    """The paths of a report's pictures, first those of its seals."""
    return [*report.signature.seal, *(path for _, item in items(report) for path in _paths(item).values())]


def _paths(item: Content) -> dict[str, str]:
    return {key: getattr(item, key) for key in _PATHS[shape_of_model(type(item))]}
