"""Run several builders and raise one ReportError with the findings of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from renmin_docs.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable

    from renmin_docs.errors import Finding


def all_of(*parts: Callable[[], Any]) -> list[Any]:
    """What each part gives.

    Raises:
        ReportError: Some are at fault; the findings of all of them.
    """
    made: list[Any] = []
    findings: list[Finding] = []
    for part in parts:
        try:
            made.append(part())
        except ReportError as error:
            findings += error.findings
    if findings:
        raise ReportError(*findings)
    return made
