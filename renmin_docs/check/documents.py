"""Finished documents, texts and data files held against the rules on text: what `check` does, in Python."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.check.selection import Selection, selection
from renmin_docs.check.sources.source import read_source_of
from renmin_docs.proofread import Options, OwnWord, Remark, proofread, remark_on

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from os import PathLike

    from renmin_docs.check.rules import PageFinding
    from renmin_docs.check.sources.source import Source
    from renmin_docs.messages import Severity
    from renmin_docs.proofread import Passage
    from renmin_docs.report.file_keys import CheckSettings
    from renmin_docs.report.models import WorkReport

__all__ = ["CheckedDocument", "Remark", "check_document", "proofread_report"]


class CheckedDocument(NamedTuple):
    """A document that has been checked.

    Attributes:
        path: The file.
        remarks: What was found, in the order of the text; without what was accepted.
        accepted: How many more were found that were accepted before.
        inputs: The files that were read.
    """

    path: str
    remarks: tuple[Remark, ...]
    accepted: int = 0
    inputs: tuple[str, ...] = ()

    def of(self, *severities: Severity) -> list[Remark]:
        """The remarks that are as grave."""
        return [remark for remark in self.remarks if remark.finding.severity in severities]

    @property
    def counts(self) -> Counter[Severity]:
        """How many errors, warnings and notices there are."""
        return Counter(remark.finding.severity for remark in self.remarks)


def check_document(  # noqa: PLR0913 - what a caller may choose
    path: str | PathLike[str],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    words: Sequence[OwnWord] = (),
    last: str | PathLike[str] | None = None,
    profile: str | PathLike[str] | None = None,
    accepted: Collection[str] = (),
) -> CheckedDocument:
    """What the rules on text find in a file.

    Word documents of anybody are read (.docx; .doc, .wps, .odt and .rtf by LibreOffice), texts (.txt, .md), and data
    files, whose report is read as it is printed; what `report.check()` finds in it comes first.

    Args:
        path: The file.
        select: The rules that alone are applied, by their identifiers or the letters of groups.
        ignore: The rules that are not.
        words: Words of the office's own that are looked for, beside those of the profile.
        last: Last year's report, of any of these kinds, for the rules that hold this year's against it.
        profile: The office's profile, whose `check` says more of these; by default that which a data file names.
        accepted: Fingerprints of remarks that are left out.

    Raises:
        DataFileError: A file is missing, damaged, protected, too large, or of a kind that can't be read.
        RuleError: A rule is not known.
    """
    given = selection(select, ignore)
    source = read_source_of(path, profile)
    options = _options(given, source.settings, words, read_source_of(last).passages if last is not None else ())
    chosen = Selection(options.select, options.ignore)
    noted = [_noted(each, source) for each in source.notes() if chosen.has(each.finding.rule)]
    remarks = (*noted, *(_placed(remark, source) for remark in proofread(source.passages, options)))
    kept = tuple(remark for remark in remarks if remark.fingerprint not in accepted)
    inputs = tuple(str(each) for each in (path, last, profile) if each is not None)
    return CheckedDocument(str(path), kept, len(remarks) - len(kept), inputs)


def _options(
    given: Selection, settings: CheckSettings | None, words: Sequence[OwnWord], last: Sequence[Passage]
) -> Options:
    """What a caller chooses, over what the office's profile says."""
    if settings is None:
        return Options(given.select, given.ignore, last, tuple(words))
    chosen = given.over(selection(settings.select, settings.ignore))
    own = (OwnWord(each.wrong, each.right, each.level) for each in settings.words)
    return Options(chosen.select, chosen.ignore, last, (*own, *words))


def proofread_report(report: WorkReport, select: Collection[str], ignore: Collection[str]) -> list[Remark]:
    """What the rules on text find in a report; see `WorkReport.proofread`."""
    from renmin_docs.check.sources.report import report_passages

    return proofread(report_passages(report), Options(*selection(select, ignore)))


def _noted(note: PageFinding, source: Source) -> Remark:
    """A note as a remark, on the first of its passages."""
    if not note.passages:
        return remark_on(note.finding)
    first = note.passages[0]
    return remark_on(note.finding, first, source.passages[first].text)


def _placed(remark: Remark, source: Source) -> Remark:
    return remark._replace(finding=source.placed(remark.finding, remark.passage))
