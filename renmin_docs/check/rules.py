"""The rules that a template is held against: each taken by one check, under an id that `messages.RULES` knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from renmin_docs.messages import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from renmin_docs.check.subject import Subject
    from renmin_docs.errors import Finding

    Check: TypeAlias = Callable[[Subject], Iterator[Finding]]

CHECKS: dict[str, Check] = {}
"""Id of a rule → the check that looks for breaks of it, in reporting order."""


def checks(*ids: str) -> Callable[[Check], Check]:
    """Register a check for the rules of these ids, whose rows have their severity, clause and strength."""

    def register(check: Check) -> Check:
        for name in ids:
            assert name in RULES, f"no rule has the id {name}"  # noqa: S101 - our own mistake, reported at import
            assert name not in CHECKS, f"the rule {name} is checked twice"  # noqa: S101
            CHECKS[name] = check
        return check

    return register


def findings_of(subject: Subject) -> Iterator[Finding]:
    """What every check finds, in the order of the register."""
    for check in dict.fromkeys(CHECKS.values()):
        for finding in check(subject):
            assert CHECKS.get(finding.rule) is check, finding.rule  # noqa: S101 - it says only what it is here for
            yield finding
