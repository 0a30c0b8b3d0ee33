"""Deviations of many paragraphs, those that are the same reported once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from renmin_docs.check.rules import PageFinding
from renmin_docs.errors import Finding

if TYPE_CHECKING:
    from renmin_docs.check.subject import Printed


class Deviations:
    """What was found in paragraphs, together with all the paragraphs in which it was."""

    def __init__(self) -> None:
        self._found: dict[Finding, list[Printed]] = {}

    def add(self, finding: Finding, printed: Printed) -> None:
        """A deviation of a paragraph, under its element's clause unless it brings its own."""
        if not finding.clause:
            finding = replace(finding, clause=printed.element.clause, strength=printed.element.strength)
        paragraphs = self._found.setdefault(finding, [])
        if not paragraphs or paragraphs[-1].paragraph is not printed.paragraph:
            paragraphs.append(printed)

    def together(self) -> Iterator[PageFinding]:
        """Each deviation with its elements, the text of its first paragraph, and how many paragraphs have it."""
        for finding, paragraphs in self._found.items():
            terms = "、".join(dict.fromkeys(each.element.term for each in paragraphs))
            count = f" ×{len(paragraphs)}" if len(paragraphs) > 1 else ""
            numbers = tuple(each.number for each in paragraphs if each.number >= 0)
            yield PageFinding(finding.at(f"{terms} {paragraphs[0].place}{count}"), numbers)
