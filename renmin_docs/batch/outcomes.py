"""How the reports of a run end: one outcome each, and all of them as a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from renmin_docs.errors import Finding, RenminDocsError
from renmin_docs.messages import Language, visible

State: TypeAlias = Literal["written", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one report ended.

    Attributes:
        input: The report: a path as it was given, or a name.
        state: `written`; `unchanged`, where a resumed run found it done; or `failed`.
        output: The file; None where it failed.
        sha256: Of the file's bytes, in hexadecimal; empty where it failed.
        findings: What is wrong, where it failed.
        warnings: Warnings of `check()`.
        subject: What else the findings are about, where it is not the input: a template.
    """

    input: str
    state: State
    output: Path | None = None
    sha256: str = ""
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    subject: str = ""

    def reasons(self, language: Language = "en") -> list[str]:
        """What is wrong, a sentence a finding."""
        return _sentences(self.findings, self.subject, language)

    def message(self, language: Language = "en") -> str:
        """What is wrong, one finding a line, each behind the input; empty where nothing is."""
        return "\n".join(_behind(self.input, language) + reason for reason in self.reasons(language))

    def warning_message(self, language: Language = "en") -> str:
        """The warnings in the same way."""
        return "\n".join(_behind(self.input, language) + text for text in _sentences(self.warnings, "", language))


def _sentences(findings: tuple[Finding, ...], subject: str, language: Language) -> list[str]:
    return [_behind(finding.file or subject, language) + finding.message(language) for finding in findings]


def _behind(name: str, language: Language) -> str:
    """The beginning of a line about something."""
    return visible(name) + ("：" if language == "zh" else ": ") if name else ""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How all reports of a run ended.

    Attributes:
        outcomes: One for each report, in the order in which they were given.
    """

    outcomes: tuple[Outcome, ...]

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    @property
    def written(self) -> tuple[Outcome, ...]:
        """The reports that were written in this run."""
        return self._in_state("written")

    @property
    def unchanged(self) -> tuple[Outcome, ...]:
        """The reports that an earlier run had written."""
        return self._in_state("unchanged")

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The reports that were not made."""
        return self._in_state("failed")

    def raise_if_failed(self) -> None:
        """Raise what is wrong with the failed reports, all in one.

        Raises:
            BatchError: A report failed.
        """
        if self.failed:
            raise BatchError(self.failed)

    def _in_state(self, state: State) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.state == state)


class BatchError(RenminDocsError):
    """Reports of a run that failed; the others are written.

    Attributes:
        failed: Their outcomes.
    """

    def __init__(self, failed: tuple[Outcome, ...]) -> None:
        super().__init__(*(finding for outcome in failed for finding in outcome.findings))
        self.failed = failed

    def message(self, language: Language = "en") -> str:
        """All findings, one a line, each behind its report."""
        return "\n".join(outcome.message(language) for outcome in self.failed)
