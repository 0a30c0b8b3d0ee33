"""What is wrong, as data: findings, and the errors that carry them.

A `Finding` names a rule of `messages.rules()` and the fields of one case; its sentence is composed in
English or Chinese when it is printed. Every error of the library is a `RenminDocsError` and
carries all its findings, so that a caller sees all faults at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from renmin_docs.messages import Case, Language, Severity, language_of_locale, rules, sentence, visible
from renmin_docs.vocabulary import Spelling


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look.

    Attributes:
        rule: Key of the row in `messages.rules()`.
        place: Where: a key path (`plans.body[1]`), a paragraph of a template, a cell address.
        found: What stands there.
        expected: What would be right; empty where the rule's sentence says it already.
        line: Line in the source file, from 1, where there is one.
        keys: How the source file spells its keys; the sentence names them so.
        file: The file that it stands in, where that is another than its error's subject.
        clause: The clause of the standard behind this case, where it is not the rule's own.
        strength: R 规定, G 一般, T 推荐 or K 可以, as the standard words the clause.
        level: The severity of this case, where it is another than that of the rule's row.
    """

    rule: str
    place: str = ""
    found: str = ""
    expected: str = ""
    line: int | None = None
    keys: Spelling = "en"
    file: str = ""
    clause: str = ""
    strength: str = ""
    level: Severity | None = None

    def __post_init__(self) -> None:
        row = rules()[self.rule]
        if row.clause or row.strength:  # as few have
            object.__setattr__(self, "clause", self.clause or row.clause)
            object.__setattr__(self, "strength", self.strength or row.strength)

    @property
    def severity(self) -> Severity:
        """`error`, `warning` or `notice`; where the standard demands less than the rule's row says, a notice."""
        row = rules()[self.rule]
        if self.level is not None:
            return self.level
        return "notice" if row.severity == "warning" and row.strength == "R" != self.strength else row.severity

    def at(self, place: str, line: int | None = None) -> Finding:
        """The same finding at another place (a validator knows the text, its caller the path)."""
        return replace(self, place=place, line=line if line is not None else self.line)

    def message(self, language: Language = "en") -> str:
        """One sentence: place, rule, value, remedy."""
        case = Case(self.place, self.line, self.found, self.expected, self.keys)
        return sentence(rules()[self.rule], language, case)

    def __str__(self) -> str:
        return self.message(language_of_locale() or "en")


def together(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of the same thing in several places as one: at the first of them, with how many there are.

    One that names no thing is about its place alone, and stays.

    >>> [str(each) for each in together(Finding("file_missing", place, "a") for place in ("甲", "乙"))][0][:4]
    '甲 ×2'
    """
    alike: dict[Finding, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(finding.at("", finding.line) if finding.found else finding, []).append(finding)
    counted = ((each[0], f" ×{len(each)}" if len(each) > 1 else "") for each in alike.values())
    return [first.at(first.place + count, first.line) for first, count in counted]


class RenminDocsError(Exception):
    """Base of all that this library raises.

    Attributes:
        findings: Every fault that was found, in the order of the places.
        subject: The file or template that they are about; empty where there is none.
    """

    def __init__(self, *findings: Finding, subject: str = "") -> None:
        super().__init__(*findings)
        self.findings = findings
        self.subject = subject

    def message(self, language: Language = "en") -> str:
        """All findings, one a line, each behind the subject."""
        colon = "：" if language == "zh" else ": "
        files = [visible(finding.file or self.subject) for finding in self.findings]
        sentences = [finding.message(language) for finding in self.findings]
        return "\n".join(file + colon + said if file else said for file, said in zip(files, sentences, strict=True))

    def __str__(self) -> str:
        return self.message(language_of_locale() or "en")


@contextmanager
def about(subject: object, raised: type[RenminDocsError], *caught: type[RenminDocsError]) -> Iterator[None]:
    """Let errors of a class, and of others that are caught, be raised as that class, about a subject."""
    try:
        yield
    except (raised, *caught) as error:
        raise raised(*error.findings, subject=str(subject)) from error.__cause__


class NumeralError(RenminDocsError, ValueError):
    """A number that has no Chinese numeral here, or a text that is none."""


class FigureError(RenminDocsError, ValueError):
    """A figure that can't be read, computed or written."""


class TextError(RenminDocsError, ValueError):
    """A text that a document can't carry, or a placeholder that is broken."""


class ReportError(RenminDocsError, ValueError):
    """A report that can't be printed as it stands."""


class DataFileError(RenminDocsError, ValueError):
    """A data file that can't be read as a report."""


class RuleError(RenminDocsError, ValueError):
    """A rule that is not known."""


class PackageError(RenminDocsError, ValueError):
    """A file that is no .docx, or one that is not safe to open."""


class OfficeError(RenminDocsError):
    """LibreOffice, which is not installed, too slow, or makes nothing of a file."""


class PreviewError(RenminDocsError):
    """A document whose pages can't be shown."""


class TemplateError(RenminDocsError, ValueError):
    """A template that can't be found, compiled or filled."""


class OutputError(RenminDocsError):
    """An output file that can't be written; what stood there before is untouched."""
