"""The data of a report for its own file: without what its profile says, and without paths of this machine.

It reverses `profiles`: what is made here, laid over the profile, is the report again.
"""

from __future__ import annotations

import os
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from renmin_docs import builtin_templates
from renmin_docs.intake.datafiles.pictures import SEAL, with_picture_paths
from renmin_docs.intake.datafiles.profiles import ONLY_WITHIN
from renmin_docs.report.equal_defaults import with_equal_derived
from renmin_docs.vocabulary import CHECK, PROFILE

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.models import WorkReport

_TEMPLATE = "template"


def own_data(
    report: WorkReport, source: DataSource | None = None, folder: str | PathLike[str] | None = None
) -> dict[str, Any]:
    """A report as plain values, without those that its profile or the library gives.

    Args:
        report: The report.
        source: The data file whose profile lies under it.
        folder: Where the file will stand: paths in it count from there. By default absolute ones stay.
    """
    report = report.checked()
    if folder is not None:
        report = with_picture_paths(report, lambda path: _from_folder(path, folder))
    data: dict[str, Any] = with_equal_derived(report).model_dump(exclude_defaults=True)
    if source is not None and source.beneath is not None:
        data = _over(_plain(report), _beneath(source.beneath, folder), data)
        if PROFILE in source.data:
            data = {PROFILE: _profile_path(source, folder)} | data
    if source is not None and CHECK in source.data:
        data[CHECK] = source.data[CHECK]
    template = data.get(_TEMPLATE)
    if folder is not None and isinstance(template, str) and template not in builtin_templates.names():
        data[_TEMPLATE] = _from_folder(template, folder)
    return data


def _over(whole: dict[str, Any], beneath: dict[str, Any], least: dict[str, Any]) -> dict[str, Any]:
    """What has to stand over a profile, key by key, so that the whole comes out; `least` is what would without it."""
    made: dict[str, Any] = {}
    for key, value in whole.items():
        under = beneath.get(key)
        if key not in beneath or (key in ONLY_WITHIN and value is None):
            made |= {key: least[key]} if key in least else {}
        elif isinstance(value, dict) and isinstance(under, dict):
            inner = _over(value, under, least.get(key, {}))
            made |= {key: inner} if inner else {}
        elif value != under:
            made[key] = value
    return made


def _plain(value: Any) -> Any:
    """Models as mappings with all their values, also the derived ones; tuples as lists."""
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _beneath(profile: DataSource, folder: str | PathLike[str] | None) -> dict[str, Any]:
    """What a profile says, in the shape of a report's values; its seals count from the folder, as the report's do."""
    from renmin_docs.report.profile import Profile  # most reports have none

    said = Profile.model_validate(profile.data).model_dump(exclude_unset=True, mode="python")
    template, home = said.get(_TEMPLATE), Path(profile.subject).parent
    if template is not None and template not in builtin_templates.names():
        said[_TEMPLATE] = str((home / template).absolute())
    if seals := said.get(SEAL[0], {}).get(SEAL[1]):
        paths = [str((home / path).absolute()) for path in seals]
        said[SEAL[0]][SEAL[1]] = paths if folder is None else [_from_folder(path, folder) for path in paths]
    return {key: _plain(value) for key, value in said.items()}


# --- paths ------------------------------------------------------------------------------------


def _profile_path(source: DataSource, folder: str | PathLike[str] | None) -> str:
    """The path of the profile as it is written; counted anew where the file will stand in another folder."""
    written, home = str(source.data[PROFILE]), Path(source.subject).parent
    if folder is None or Path(folder).resolve() == home.resolve():
        return written
    return _from_folder(str((home / written).absolute()), folder)


def _from_folder(path: str, folder: str | PathLike[str]) -> str:
    """An absolute path from a folder; a relative one as it is."""
    if not os.path.isabs(path):
        return path
    try:
        return Path(os.path.relpath(path, os.path.abspath(folder))).as_posix()
    except ValueError:  # another drive of Windows
        return path
