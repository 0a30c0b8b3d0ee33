"""A report laid over its profile: mappings key by key, everything else as a whole; and from where paths count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from renmin_docs import builtin_templates
from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.localized_keys import located_fault
from renmin_docs.report.validation.faults import Fault, faults_of
from renmin_docs.vocabulary import PROFILE

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.models import WorkReport

ONLY_WITHIN = ("header",)
"""Keys of a profile that are laid under what a report has itself, and alone make nothing: a 版头 needs its number."""
_ORGANIZATION, _TEMPLATE = "organization", "template"
_NAME = "某"
_MISNAMED = ("unknown_key", "strange_key")


def layered(source: DataSource) -> dict[str, Any]:
    """The data of a report over those of its profile."""
    over = {key: value for key, value in source.data.items() if key != PROFILE}
    if source.beneath is None:
        return over
    under = {key: value for key, value in source.beneath.data.items() if key not in ONLY_WITHIN or key in over}
    return _laid_over(over, under)


def _laid_over(over: dict[str, Any], under: dict[str, Any]) -> dict[str, Any]:
    laid = {**under, **over}
    for key in over.keys() & under.keys():
        if isinstance(over[key], dict) and isinstance(under[key], dict):
            laid[key] = _laid_over(over[key], under[key])
    return laid


def profile_faults(source: DataSource) -> list[Finding]:
    """What is wrong with the profile by itself; after this it holds harmless values in the place of the wrong ones."""
    profile = source.beneath
    if profile is None:
        return []
    from renmin_docs.report.profile import Profile  # most reports have none, and its models take time to build

    try:
        Profile.model_validate(profile.data)
    except ValidationError as error:
        faults = [*faults_of(error, profile.data, "Profile")]
        found = [*profile.findings, *(located_fault(fault, profile) for fault in faults)]
        profile.data = _harmless(profile.data, faults)
    else:
        found = profile.findings
    return [replace(finding, file=profile.subject) for finding in found]


def _harmless(data: dict[str, Any], faults: list[Fault]) -> dict[str, Any]:
    """A profile without the keys in which something is wrong.

    An office whose name may stand there under a wrong key gets one: it is not missing.
    """
    wrong = {(fault.spot or fault.path)[0] for fault in faults}
    rest = {key: value for key, value in data.items() if key not in wrong}
    if _ORGANIZATION in wrong or any(fault.finding.rule in _MISNAMED and not fault.path for fault in faults):
        rest.setdefault(_ORGANIZATION, {"name": _NAME})
    return rest


def missing_template(source: DataSource, data: dict[str, Any]) -> Iterator[Fault]:
    """The template that a report names, where it is not there."""
    name = data.get(_TEMPLATE)
    if not isinstance(name, str) or not name.strip() or name in builtin_templates.names():
        return
    if not os.path.exists(_in_folder(source, name)):  # what else speaks against it is seen when it is opened
        rule = "template_missing" if name.lower().endswith(".docx") else "template_unknown"
        expected = "" if rule == "template_missing" else "、".join(builtin_templates.names())
        yield Fault((_TEMPLATE,), Finding(rule, found=name, expected=expected))


def with_template_from(source: DataSource, report: WorkReport) -> WorkReport:
    """The report with the path of its template absolute: it can be saved from any working directory."""
    if report.template is None or report.template in builtin_templates.names():
        return report
    return report.replace(template=str(_in_folder(source, report.template)))


def _in_folder(source: DataSource, name: str) -> Path:
    """The path of a template, from the folder of the file that names it."""
    return (Path(source.holder((_TEMPLATE,)).subject).parent / name).absolute()
