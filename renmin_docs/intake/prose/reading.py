"""Read text as a report: the entry points of this package.

`parse_report` takes text, `read_text` a file of it, `read_paragraphs` the middle form that readers of other formats
make.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.prose.addressee import take_addressee
from renmin_docs.intake.prose.assembling import Frame, assemble
from renmin_docs.intake.prose.chapters import Placed, place_chapters
from renmin_docs.intake.prose.cleaning import clean
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.intake.prose.dividing import divide, parted
from renmin_docs.intake.prose.emphasis import Span, emphasise, spans_in
from renmin_docs.intake.prose.end import read_end
from renmin_docs.intake.prose.grouping import group_series
from renmin_docs.intake.prose.head import take_below, take_head
from renmin_docs.intake.prose.identity import Given, Identity, Signed, identify
from renmin_docs.intake.prose.implicit import with_implicit
from renmin_docs.intake.prose.ladder import Ladder, ladder_of
from renmin_docs.intake.prose.levels import levelled
from renmin_docs.intake.prose.markdown import RULE, pieces_of
from renmin_docs.intake.prose.numbers import OldNumbers
from renmin_docs.intake.prose.outline import Draft, Outline
from renmin_docs.intake.prose.paragraphs import Paragraph, lines_of
from renmin_docs.intake.prose.placeholders import Tokens
from renmin_docs.intake.prose.text_tables import with_tables
from renmin_docs.intake.prose.title import take_title
from renmin_docs.intake.prose.wrapping import joined
from renmin_docs.messages.shown import quote
from renmin_docs.report.equal_defaults import without_equal
from renmin_docs.report.models import Organization, WorkReport

if TYPE_CHECKING:
    from pathlib import Path


_FILE_NAME = re.compile(r"[^\n]{1,250}\.(?:docx?|wps|odt|rtf|txt|md)", re.IGNORECASE)


class Reading(NamedTuple):
    """What was read.

    Attributes:
        report: The report.
        notes: What was guessed, changed or not understood, in the order of the text.
        pictures: The name of a file, as the report has it → its bytes; for the caller to save.
    """

    report: WorkReport
    notes: tuple[Finding, ...]
    pictures: Mapping[str, bytes] = MappingProxyType({})


def read_text(
    path: Path,
    *,
    year: int | None = None,
    organization: str | Organization | None = None,
    cleaning: Collection[str] | None = None,
) -> Reading:
    """The report in a text file. Arguments are those of `parse_report`.

    Raises:
        DataFileError: Missing, empty, too large, or no text.
    """
    text, notes = read_prose(path)
    reading = _parsed(text, year=year, organization=organization, cleaning=cleaning)
    return reading._replace(notes=(*notes, *reading.notes))


def parse_report(
    text: str,
    *,
    year: int | None = None,
    organization: str | Organization | None = None,
    cleaning: Collection[str] | None = None,
) -> Reading:
    """The report in a text, as it was copied from a document or a page.

    Args:
        text: The text, as it was copied from a document or a page.
        year: The year that is reported on, where the text need not say it.
        organization: The office, or its name.
        cleaning: The steps of cleaning to do, by the names of `cleaning.CLEANING`, or those to leave out
            (`-pinyin`); all by default.

    Raises:
        DataFileError: There is no text, or the name of a file in its place; a step of cleaning is unknown, or asks
            for OpenCC where it is missing.
    """
    if _FILE_NAME.fullmatch(text.strip()):
        raise DataFileError(Finding("text_is_path", found=quote(text.strip(), 80), expected="read_report"))
    return _parsed(text, year=year, organization=organization, cleaning=cleaning)


def _parsed(
    text: str, *, year: int | None, organization: str | Organization | None, cleaning: Collection[str] | None
) -> Reading:
    tokens = Tokens()
    paragraphs, notes, spans = _prepared(text, cleaning, tokens)
    parts = _parts(paragraphs, year=year, organization=organization)
    del paragraphs  # of a large text they need as much memory as its report
    draft = parts.draft()
    notes += tokens.set_in(draft.data)
    emphasise(draft.data, spans)
    return with_contents(draft.reading(notes))


def _prepared(
    text: str, cleaning: Collection[str] | None, tokens: Tokens
) -> tuple[list[Paragraph], list[Finding], list[Span]]:
    """The paragraphs of a text, a note on each change, and what Markdown emphasises in them."""
    typed = lines_of(text)
    lines, notes = clean(typed, cleaning)
    is_markdown = any(note.rule == RULE for note in notes)
    spans = spans_in([*pieces_of(line.text)] for line in typed) if is_markdown else []
    paragraphs, more = joined(with_tables(lines, notes, tokens))
    whole, (paragraphs, divided) = len(paragraphs), parted(paragraphs)
    if 2 * whole < len(paragraphs):  # a page in a few lines: those of its frame and cut ones show only now
        paragraphs, again = clean(paragraphs, cleaning)
        paragraphs, cut = joined(paragraphs)
        divided += [*again, *cut]
    return paragraphs, [*notes, *more, *divided], spans


def with_contents(reading: Reading) -> Reading:
    """The reading, whose report prints a contents page where one was found."""
    if any(note.rule == "document_contents" for note in reading.notes):
        return reading._replace(report=reading.report.model_copy(update={"contents": True}))
    return reading


class _Parts(NamedTuple):
    """What a report is made of, without the paragraphs that it was read from."""

    placed: list[Placed]
    identity: Identity
    frame: Frame
    marks: tuple[str, ...]
    notes: list[Finding]

    def draft(self) -> DraftReport:
        """The same as data."""
        return DraftReport(assemble(self.placed, self.identity, self.frame, self.marks), self.notes)


class DraftReport(NamedTuple):
    """A report as data, into which its tables, pictures and looks are still to be set: it is validated once.

    Attributes:
        data: The arguments of `WorkReport`, in lists and dicts that can be changed.
        notes: What was guessed or not understood.
    """

    data: dict[str, Any]
    notes: list[Finding]

    def reading(self, notes: Iterable[Finding] = ()) -> Reading:
        """The report, and its notes with others, in the order of the text."""
        report = WorkReport(**without_equal(self.data))
        missing = [] if self.data["title"] else [Finding("title_missing", found=quote(report.title))]
        return Reading(report, _in_order([*notes, *missing, *self.notes]))


def read_paragraphs(
    paragraphs: list[Paragraph], *, year: int | None = None, organization: str | Organization | None = None
) -> DraftReport:
    """The report that paragraphs make, which have been cleaned and put together.

    Raises:
        DataFileError: There are none.
    """
    return _parts(paragraphs, year=year, organization=organization).draft()


def _parts(paragraphs: list[Paragraph], *, year: int | None, organization: str | Organization | None) -> _Parts:
    """What paragraphs make a report of."""
    if not paragraphs:
        raise DataFileError(Finding("text_empty"))
    head, rest, kept, notes = take_head(paragraphs)
    title, above, rest, found = take_title(rest)
    below, rest = take_below(rest) if title else ([], rest)
    addressee, rest = take_addressee(rest)
    end = read_end(rest, organization.issuer if isinstance(organization, Organization) else "")
    root, ladder, tree_notes = _tree(end.body)
    signers = end.signers or (head.marks if head else [])
    signed = Signed.by(signers, end.issued, title, [line.text for line in below])
    office = Organization(name=organization, issuer=signed.issuer) if isinstance(organization, str) else organization
    identity = identify(title, [line.text for line in (*end.body, *end.conclusion)], signed, Given(year, office))
    end.body = []  # of a large text it needs much memory
    introduction = [item for item in root.body if isinstance(item, str)]
    placed, chapter_notes = place_chapters(root.points, identity.year, title, "".join(introduction[-1:]))
    frame = Frame(head, [*kept, *above], title, below, addressee, introduction, end)
    notes += [*found, *end.notes, *identity.notes, *tree_notes, *chapter_notes]
    return _Parts(placed, identity, frame, ladder.marks, notes)


def _tree(paragraphs: list[Paragraph]) -> tuple[Draft, Ladder, list[Finding]]:
    """The tree of the paragraphs between title and signature, its ladder, and notes on both."""
    units, notes = divide(with_implicit(paragraphs))
    units, forms, in_chapters = levelled(units)
    ladder = ladder_of(forms, in_chapters=in_chapters)
    outline = Outline(ladder, in_one_chapter=not in_chapters and len(ladder.forms) < 2)
    for unit, following in zip_longest(units, units[1:]):
        outline.add(unit, following)
    root = outline.root
    if not root.points:  # marks with nothing behind them began none
        root.body = [Draft(body=root.body, rung=0)]
    notes += [*_made_headings(root)]
    notes += [*outline.notes, *group_series(root), *OldNumbers(ladder.marks).notes(root)]
    return root, ladder, notes


def _made_headings(root: Draft) -> Iterator[Finding]:
    """One note on all chapters that get a heading of the library's, since the text has none for them."""
    if made := [chapter for chapter in root.points if not chapter.heading]:
        found = "、".join(quote(chapter.beginning, 12) for chapter in made)
        yield Finding("chapter_implied", line=made[0].line, found=found)


def _in_order(notes: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(notes, key=lambda note: note.line or 0))
