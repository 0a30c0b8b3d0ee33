"""Finished documents, texts and data files held against the rules on text: what `check` does, in Python."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.check.sources.source import read_source_of
from renmin_docs.proofread import Options, Remark, proofread

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from os import PathLike

    from renmin_docs.check.sources.source import Source
    from renmin_docs.messages import Severity
    from renmin_docs.proofread import OwnWord
    from renmin_docs.report.models import WorkReport

__all__ = ["CheckedDocument", "Remark", "check_document", "proofread_report"]


class CheckedDocument(NamedTuple):
    """A document that has been checked.

    Attributes:
        path: The file.
        remarks: What was found, in the order of the text.
    """

    path: str
    remarks: tuple[Remark, ...]

    def of(self, *severities: Severity) -> list[Remark]:
        """The remarks that are as grave."""
        return [remark for remark in self.remarks if remark.finding.severity in severities]

    @property
    def counts(self) -> Counter[Severity]:
        """How many errors, warnings and notices there are."""
        return Counter(remark.finding.severity for remark in self.remarks)


def check_document(
    path: str | PathLike[str],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    words: Sequence[OwnWord] = (),
    last: str | PathLike[str] | None = None,
) -> CheckedDocument:
    """What the rules on text find in a file.

    Word documents of anybody are read (.docx; .doc, .wps, .odt and .rtf by LibreOffice), texts (.txt, .md), and data
    files, whose report is read as it is printed.

    Args:
        path: The file.
        select: The rules that alone are applied, by their identifiers or the letters of groups.
        ignore: The rules that are not.
        words: Words of the office's own that are looked for.
        last: Last year's report, of any of these kinds, for the rules that hold this year's against it.

    Raises:
        DataFileError: A file is missing, damaged, protected, too large, or of a kind that can't be read.
    """
    source = read_source_of(path)
    before = read_source_of(last).passages if last is not None else ()
    options = Options(frozenset(select), frozenset(ignore), before, tuple(words))
    remarks = [_placed(remark, source) for remark in proofread(source.passages, options)]
    noted = [Remark(finding, -1, 0, 0, "", "") for finding in source.notes]
    return CheckedDocument(str(path), (*noted, *remarks))


def proofread_report(report: WorkReport, select: Collection[str], ignore: Collection[str]) -> list[Remark]:
    """What the rules on text find in a report; see `WorkReport.proofread`."""
    from renmin_docs.check.sources.report import report_passages

    return proofread(report_passages(report), Options(frozenset(select), frozenset(ignore)))


def _placed(remark: Remark, source: Source) -> Remark:
    return remark._replace(finding=source.placed(remark.finding, remark.passage))
