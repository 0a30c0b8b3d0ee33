"""The rules that a .docx is held against: each taken by one check, under an id that `messages.rules()` knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from renmin_docs.messages import rules

if TYPE_CHECKING:
    from renmin_docs.check.printed import Printout
    from renmin_docs.check.subject import Subject
    from renmin_docs.errors import Finding


class PageFinding(NamedTuple):
    """A finding with the paragraphs that it is about.

    Attributes:
        finding: Rule, place, what was found and what would be right.
        passages: Numbers of the passages, from 0, in order; none where it is about the page as a whole.
    """

    finding: Finding
    passages: tuple[int, ...] = ()


Check: TypeAlias = "Callable[[Any], Iterator[Finding | PageFinding]]"
"""What looks at a subject for breaks of its rules."""
CheckT = TypeVar("CheckT", bound=Check)


class Registered(NamedTuple):
    """A check, and what it looks at: a template, a finished document, both, or printed pages."""

    check: Check
    of: str


CHECKS: dict[str, Registered] = {}
"""Id of a rule → the check that looks for breaks of it, in reporting order."""


def checks(*ids: str, of: str = "") -> Callable[[CheckT], CheckT]:
    """Register a check for the rules of these ids, whose rows have their severity, clause and strength.

    Args:
        ids: The rules.
        of: The kind of subjects that it looks at: `template`, `document`, `printed`; empty for the first two.
    """

    def register(check: CheckT) -> CheckT:
        for name in ids:
            assert name in rules(), f"no rule has the id {name}"  # noqa: S101 - our own mistake, reported at import
            assert name not in CHECKS, f"the rule {name} is checked twice"  # noqa: S101
            CHECKS[name] = Registered(check, of)
        return check

    return register


def findings_of(subject: Subject | Printout) -> Iterator[PageFinding]:
    """What every check of such a subject finds, in the order of the register."""
    for check, of in dict.fromkeys(CHECKS.values()):
        for found in check(subject) if of == subject.kind or (not of and subject.kind != "printed") else ():
            located = found if isinstance(found, PageFinding) else PageFinding(found)
            rule = located.finding.rule
            assert CHECKS[rule].check is check, rule  # noqa: S101 - it says only what it is here for
            yield located
