"""The rules that a .docx is held against: each taken by one check, under an id that `messages.rules()` knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from renmin_docs.messages import rules

if TYPE_CHECKING:
    from renmin_docs.check.printed import Printout
    from renmin_docs.check.subject import Printed, Subject
    from renmin_docs.errors import Finding


class PageFinding(NamedTuple):
    """A finding with the paragraphs that it is about.

    Attributes:
        finding: Rule, place, what was found and what would be right.
        passages: Numbers of the passages, from 0, in order; none where it is about the page as a whole.
    """

    finding: Finding
    passages: tuple[int, ...] = ()


Deviation: TypeAlias = "tuple[Finding, Printed]"
"""A finding with the paragraph that it is about; those of several paragraphs that are the same are reported once."""
Check: TypeAlias = "Callable[[Any], Iterator[Finding | PageFinding | Deviation]]"
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
        for found in _together(check(subject)) if of == subject.kind or (not of and subject.kind != "printed") else ():
            rule = found.finding.rule
            assert CHECKS[rule].check is check, rule  # noqa: S101 - it says only what it is here for
            yield found


def _together(found: Iterable[Finding | PageFinding | Deviation]) -> Iterator[PageFinding]:
    """What a check found; then each deviation once: its elements, its first paragraph's text, how many have it.

    A deviation is under its element's clause unless it brings its own.
    """
    alike: dict[Finding, list[Printed]] = {}
    for each in found:
        if isinstance(each, PageFinding):
            yield each
        elif not isinstance(each, tuple):
            yield PageFinding(each)
        else:
            finding, printed = each
            if not finding.clause:
                finding = replace(finding, clause=printed.element.clause, strength=printed.element.strength)
            paragraphs = alike.setdefault(finding, [])
            if not paragraphs or paragraphs[-1].paragraph is not printed.paragraph:
                paragraphs.append(printed)
    for finding, paragraphs in alike.items():
        terms = "、".join(dict.fromkeys(each.element.term for each in paragraphs))
        count = f" ×{len(paragraphs)}" if len(paragraphs) > 1 else ""
        numbers = tuple(each.number for each in paragraphs if each.number >= 0)
        yield PageFinding(finding.at(f"{terms} {paragraphs[0].place}{count}"), numbers)
