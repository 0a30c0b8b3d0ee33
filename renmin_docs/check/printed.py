"""What only the printed page shows: measured on the PDF that LibreOffice makes of a finished document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.geometry import Geometry, geometry_of
from renmin_docs.check.rules import PageFinding, checks, findings_of
from renmin_docs.errors import Finding
from renmin_docs.figures import Quantity, scan
from renmin_docs.messages.shown import quote
from renmin_docs.standard.page import (
    CHARACTERS_PER_LINE,
    LINES_PER_PAGE,
    PAGE_NUMBER_BELOW_TYPE_AREA,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
)
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.preview import PrintedLine, PrintedPage

_FOOT = TYPE_AREA_TOP.mm + TYPE_AREA_HEIGHT.mm
_NUMBER = re.compile(r"[—―–－-][0-9]+[—―–－-]")
_ONLY_CHINESE = re.compile("[⺀-鿿，。、；：？！“”（）《》]+")
_DASH = 0.3
"""By which share of its width a dash lies above the baseline."""
_LAST_BASELINE = 3.6
"""From the baseline of the last line of an imprint to its last rule, in millimetres (measured on our own)."""
_OFF, _GAP_OFF = 2.5, 0.6
"""Millimetres that a place may be off, and a distance of lines."""
_ENOUGH, _LEAST_LINES = 3, 10
"""Fewest lines that show what is usual, and fewest lines of a page that show their distance."""
_BEGINNING = 8
"""Characters that identify a paragraph."""
_AROUND = 24
"""Characters on both sides of the end of a line between which a figure is looked for."""
_SIGNATURE = ("issuer", "issuers", "position", "issue_date", *LINES["behind_signature"])


class Printout:
    """The pages of a finished document."""

    kind: ClassVar = "printed"

    def __init__(self, document: FinishedDocument, pages: Sequence[PrintedPage]) -> None:
        self.document, self.pages = document, pages

    @cached_property
    def geometry(self) -> Geometry | None:
        """That of the pages which stand upright."""
        sections = self.document.upright
        return geometry_of(sections[-1]) if sections else None

    @cached_property
    def texts(self) -> list[list[PrintedLine]]:
        """The lines of each page between its upper and lower margin; none of a page that lies on its side."""
        if self.geometry is None:
            return [[] for _ in self.pages]
        top, bottom = self.geometry.top.mm, self.geometry.height.mm - self.geometry.bottom.mm + _OFF
        return [
            [line for line in page.lines if page.width <= page.height and top < line.baseline < bottom]
            for page in self.pages
        ]

    @cached_property
    def behind_contents(self) -> Sequence[PrintedPage]:
        """The pages from the first one on: behind a contents page, that which has the title."""
        title = next(iter(self.document.with_role("title")), 0)
        begin = self.document.placed[title].text[:_BEGINNING] if self.document.opening else ""
        with_title = (at for at, page in enumerate(self.pages) if any(begin in line.text for line in page.lines))
        return self.pages[next(with_title, 0) :]

    def passages_of(self, *texts: str) -> tuple[int, ...]:
        """The first passage that has all of these texts, blanks aside."""
        found = (number for number, each in enumerate(self._passages) if all(text in each for text in texts))
        first = next(found, None)
        return () if first is None else (first,)

    @cached_property
    def _passages(self) -> list[str]:
        return ["".join(passage.text.split()) for passage in self.document.passages]


def printed_findings(document: FinishedDocument) -> list[PageFinding]:
    """What the printed pages of a document have against the standard.

    Raises:
        PreviewError: LibreOffice is missing, too slow, or makes nothing of the document; or the libraries that read
            its pages are missing (`renmin-docs[preview]`).
    """
    from renmin_docs.preview import pdf_of_parts, printed_pages

    return [*findings_of(Printout(document, [*printed_pages(pdf_of_parts(document.parts))]))]


@checks("printed_lines", of="printed")
def full_pages(printout: Printout) -> Iterator[Finding]:
    """As many lines as have room at the distance of those on the pages that have lines of text alone.

    A full page may have one less: a heading goes to the next page, and a paragraph leaves two lines together.
    """
    pitches = Counter(round(pitch, 2) for lines in printout.texts if (pitch := _pitch(lines, printout)))
    if pitches and printout.geometry is not None:
        lines = int(printout.geometry.room[1].mm / max(pitches, key=lambda pitch: (pitches[pitch], pitch)))
        if lines != LINES_PER_PAGE:
            yield Finding("printed_lines", found=str(lines), expected=str(LINES_PER_PAGE))


@checks("printed_characters", of="printed")
def full_lines(printout: Printout) -> Iterator[Finding]:
    """28 characters in a full line, as most of those have them that hold Chinese alone."""
    widths = Counter(_halves(line, printout) // 2 for lines in printout.texts for line in _full(lines, printout))
    if sum(widths.values()) >= _ENOUGH:
        usual = max(widths, key=lambda width: (widths[width], width))
        if usual != CHARACTERS_PER_LINE:
            yield Finding("printed_characters", found=str(usual), expected=str(CHARACTERS_PER_LINE))


@checks("signature_alone", of="printed")
def signature(printout: Printout) -> Iterator[PageFinding]:
    """A page that has signature and date, and nothing of the text."""
    document = printout.document
    own = {document.placed[at].text for at in document.with_role(*_SIGNATURE)}
    dates = [document.placed[at].text for at in document.with_role("issue_date")]
    for lines in printout.texts[1:]:
        texts = [line.text for line in lines]
        if any(date in texts for date in dates) and all(any(text in each for each in own) for text in texts):
            yield PageFinding(
                Finding("signature_alone", f"成文日期 {quote(dates[-1])}"), printout.passages_of(dates[-1])
            )
            return


@checks("imprint_foot", of="printed")
def imprint(printout: Printout) -> Iterator[PageFinding]:
    """The last rule of the imprint on the foot of the type area of the last page."""
    last = printout.document.with_role(*LINES["imprint"], "printed_by")[-1:]
    for at in last:
        text = printout.document.placed[at].text
        page, line = _where(printout, text)
        printed = printout.document.printed_at(at)
        if line is not None and page != len(printout.pages) - 1:
            yield printed.finding("imprint_foot", "@not_on_last_page")
        elif line is not None and abs(_FOOT - line.baseline - _LAST_BASELINE) > _OFF:
            yield printed.finding("imprint_foot", f"{max(0, _FOOT - line.baseline - _LAST_BASELINE):.0f} mm")


@checks("number_parted", of="printed")
def parted_numbers(printout: Printout) -> Iterator[PageFinding]:
    """Numbers whose unit stands on the next line."""
    found: list[tuple[str, str]] = []
    lines = [line for page in printout.texts for line in page]
    for line, after in pairwise(lines):
        before, behind = line.text[-_AROUND:], after.text[:_AROUND]
        if before[-1:].isascii() and before[-1:].isalnum() and _is_solid(line) and _reaches_edge(line, printout):
            hits = (hit for hit in scan(before + behind) if hit.start < len(before) < hit.end)
            found += [(before, behind) for hit in hits if isinstance(hit.figure, Quantity)]
    if found:
        before, behind = found[0]
        count = f" ×{len(found)}" if len(found) > 1 else ""
        place = f"正文 {quote(before[-8:] + '｜' + behind[:8])}{count}"
        yield PageFinding(Finding("number_parted", place), printout.passages_of(before + behind))


@checks("printed_first_page", of="printed")
def first_page(printout: Printout) -> Iterator[PageFinding]:
    """Text on the first page."""
    document = printout.document
    at = document.first_text
    if at is None or not printout.pages:
        return
    begin = document.placed[at].text[:_BEGINNING]
    first, *others = ([line.text for line in page.lines] for page in printout.behind_contents)
    if not any(begin in text for text in first) and any(begin in text for texts in others for text in texts):
        yield document.printed_at(at).finding("printed_first_page")


@checks("printed_number", of="printed")
def page_number(printout: Printout) -> Iterator[Finding]:
    """The dash of the page number 7 mm below the type area."""
    numbers = (line for page in printout.pages for line in page.lines if _NUMBER.fullmatch(line.text))
    line = next((each for each in numbers if each.baseline > _FOOT), None)
    if line is not None:
        distance = line.baseline - _DASH * line.em - _FOOT
        if abs(distance - PAGE_NUMBER_BELOW_TYPE_AREA.mm) > _OFF:
            yield Finding("printed_number", found=f"{distance:.0f} mm", expected="7 mm")


# --- measures ---------------------------------------------------------------------------------


def _pitch(lines: list[PrintedLine], printout: Printout) -> float:
    """The distance of the lines of a full page; 0 where it is not full, or has other things than lines of the text."""
    gaps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    if len(gaps) < _LEAST_LINES or printout.geometry is None or not all(map(_is_solid, lines)):
        return 0
    least, height = min(gaps), lines[-1].baseline - lines[0].baseline
    steps = sum(round(gap / least) for gap in gaps) if least > 1 else 0
    pitch = height / steps if steps else 0
    if not pitch or any(abs(gap - round(gap / pitch) * pitch) > _GAP_OFF for gap in gaps):
        return 0
    return pitch if height + 3 * pitch > printout.geometry.room[1].mm else 0


def _full(lines: list[PrintedLine], printout: Printout) -> Iterator[PrintedLine]:
    """The lines of Chinese alone that reach from edge to edge."""
    for line in lines:
        if _ONLY_CHINESE.fullmatch(line.text) and _is_solid(line) and _reaches_edge(line, printout):
            yield line


def _halves(line: PrintedLine, printout: Printout) -> int:
    """The width of a line with the indent before it, in halves of a 字."""
    assert printout.geometry is not None  # noqa: S101 - it has lines
    character = (line.right - line.left) / (half_widths(line.text) / 2)
    return half_widths(line.text) + 2 * round((line.left - printout.geometry.left.mm) / character)


def _reaches_edge(line: PrintedLine, printout: Printout) -> bool:
    assert printout.geometry is not None  # noqa: S101
    edge = printout.geometry.width.mm - printout.geometry.right.mm
    return line.right > edge - 1.5 * line.em and half_widths(line.text) > LINE / 2


def _is_solid(line: PrintedLine) -> bool:
    """Whether a line is one text, and no row of a table."""
    return line.widest_gap < line.em


def _where(printout: Printout, text: str) -> tuple[int, PrintedLine | None]:
    """The last page and line with a text that begins a line."""
    for number in range(len(printout.pages) - 1, -1, -1):
        for line in printout.pages[number].lines:
            if line.text.startswith(text[:_AROUND]):
                return number, line
    return -1, None
