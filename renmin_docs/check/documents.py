"""Finished documents, texts and data files held against the rules on text: what `check` does, in Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.check.rules import PageFinding
from renmin_docs.check.selection import Selection, group_of, selection
from renmin_docs.check.sources.source import Source, read_source_of
from renmin_docs.errors import Finding
from renmin_docs.messages import Severity
from renmin_docs.proofread import Options, OwnWord, Passage, Remark, proofread, remark_on

if TYPE_CHECKING:
    from renmin_docs.report.file_keys import CheckSettings
    from renmin_docs.report.models import WorkReport

__all__ = ["CheckedDocument", "Remark", "check_document", "passages_of", "proofread_report"]

_ALIKE = {
    "text_unfilled": ("S6",),
    "rank_differs": ("C11",),
    "space_between_chinese": ("N31",),
    "year_other": ("C20", "S8"),
}
"""Finding of `report.check()` → the rules on text that say the same of a text: one slip is one remark."""


class CheckedDocument(NamedTuple):
    """A document that has been checked.

    Attributes:
        path: The file.
        remarks: What was found, in the order of the text; without what was accepted.
        accepted: How many more were found that were accepted before.
    """

    path: str
    remarks: tuple[Remark, ...]
    accepted: int = 0

    def of(self, *severities: Severity) -> list[Remark]:
        """The remarks of these severities."""
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
    last: str | PathLike[str] | Sequence[Passage] | None = None,
    profile: str | PathLike[str] | None = None,
    accepted: Collection[str] = (),
    printed: bool = False,
) -> CheckedDocument:
    """What the rules on text find in a file.

    Word documents are read (.docx; .doc, .wps, .odt and .rtf by LibreOffice), texts (.txt, .md), and data
    files, whose report is read as it is printed; what `report.check()` finds in it comes first.

    Args:
        path: The file.
        select: The only rules to apply, by their identifiers or the letters of groups.
        ignore: The rules to leave out.
        words: Words of the office's own that are looked for, beside those of the profile.
        last: Last year's report, of any of these kinds, for the rules that hold this year's against it; or what
            `passages_of` has read of it, for several documents.
        profile: The office's profile, whose `check` says more of these; by default that which a data file names.
        accepted: Fingerprints of remarks that are left out.
        printed: Whether a .docx is also held against the standard as LibreOffice prints it.

    Raises:
        DataFileError: A file is missing, damaged, protected, too large, or of a kind that can't be read; or there is
            no text in it.
        RuleError: A rule is not known.
        PreviewError: The pages are asked for, and LibreOffice or what reads them is missing or fails.
    """
    given = selection(select, ignore)
    source = read_source_of(path, profile)
    before = passages_of(last) if isinstance(last, str | PathLike) else last or ()
    options = _options(given, source.settings, words, before)
    found = [
        remark._replace(finding=source.placed(remark.finding, remark.passage))
        for remark in proofread(source.passages, options)
    ]
    known = {(remark.finding.rule, remark.finding.place) for remark in found}
    noted = [
        _noted(each, source)
        for each in (*source.notes(), *(source.printed() if printed else ()))
        if options.applies(each.finding.rule, group_of(each.finding.rule)) and not _is_repeated(each.finding, known)
    ]
    remarks = (*noted, *found)
    kept = tuple(remark for remark in remarks if remark.fingerprint not in accepted)
    return CheckedDocument(str(path), kept, len(remarks) - len(kept))


def passages_of(path: str | PathLike[str]) -> Sequence[Passage]:
    """The passages of a file of any of the kinds that are checked; errors as for `check_document`."""
    return read_source_of(path).passages


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


def _is_repeated(finding: Finding, known: Collection[tuple[str, str]]) -> bool:
    """Whether a rule on text says the same of the place, or of the paragraph around it."""
    places = {finding.place, finding.place.rpartition(".")[0]}
    return any((rule, place) in known for rule in _ALIKE.get(finding.rule, ()) for place in places)


def _noted(note: PageFinding, source: Source) -> Remark:
    """A note as a remark, on the first of its passages."""
    if not note.passages:
        return remark_on(note.finding)
    first = note.passages[0]
    return remark_on(note.finding, first, source.passages[first].text)
