"""A document without the styles of the roles: its text goes to `prose`, with what the document knows as hints.

Outline levels, built-in headings, a large centred title, and the numbers that Word shows are such hints.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import groupby, pairwise, takewhile

from renmin_docs.errors import Finding
from renmin_docs.intake.documents.making import whole_title
from renmin_docs.intake.documents.notes_at_foot import NotesAtFoot
from renmin_docs.intake.documents.official import Foot
from renmin_docs.intake.documents.tables import (
    Pictures,
    cell_text,
    printable,
    row_text,
    table_notes,
    table_of,
    texts_in,
)
from renmin_docs.intake.prose.attachments import LABEL
from renmin_docs.intake.prose.cleaning import clean
from renmin_docs.intake.prose.emphasis import Piece, emphasise, spans_in
from renmin_docs.intake.prose.end import is_imprint
from renmin_docs.intake.prose.frame_lines import dated, signers_in
from renmin_docs.intake.prose.head import BELOW, MOST_LINES, take_head
from renmin_docs.intake.prose.headings import Head, head_shown
from renmin_docs.intake.prose.kinds import PAPERS, PLANS
from renmin_docs.intake.prose.marks import DECIMALS, ORDINAL, begins_with_mark, mark_made, read_mark
from renmin_docs.intake.prose.page_lines import CARD
from renmin_docs.intake.prose.paragraphs import Paragraph, without_indent
from renmin_docs.intake.prose.placeholders import Tokens
from renmin_docs.intake.prose.reading import Reading, read_paragraphs
from renmin_docs.intake.prose.text_tables import CAPTION, UNIT, with_tables
from renmin_docs.intake.prose.title import has_title_words, is_of_meeting
from renmin_docs.intake.prose.wrapping import joined
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.document import Document
from renmin_docs.ooxml.drawings import Drawing
from renmin_docs.report.closing import LARGEST_SEAL, LEAST_SEAL
from renmin_docs.report.models import Organization
from renmin_docs.report.pictures import Picture
from renmin_docs.units import Length

_MOST_TITLE_LINES = 4
_MOST_SIGNED, _MOST_IMPRINT = 5, 6
_LEAST_LINE, _LEAST_UNENDED, _LEAST_ENDED = 16, 4, 3
"""Characters of a line of a page; how many such lines without a stop, and above the end of a sentence, show a page."""
_ENDS = tuple("。；：！？”）")
_FORM = re.compile(rf"[^，。；：]*(?:{PAPERS}|{PLANS}|述职)(?:登记|考核|报告)?表")
"""The title of a form, in no larger letters than its text."""
_SHORT = re.compile("[^，。；：！？]{2,40}")
_RIGHT = ("right", "end")
_HEADED = re.compile("heading [1-9]")
_BULLETS = re.compile("list bullet ([2-5])")
_LETTER = re.compile(r"[^\W_]")
_ISSUE = re.compile(
    r"[（(〔\[]?(?:(?:19|20)\d\d\s?年?[）)〕\]]?)?\s*总?第\s*[0-9一二三四五六七八九十〇]{1,4}\s*期.{0,16}"
)
"""The number of a bulletin, below its name (工作简报) and above the title."""


def read_foreign(
    document: Document,
    pictures: Pictures,
    *,
    year: int | None,
    organization: Organization | None,
    cleaning: Collection[str] | None,
) -> Reading:
    """The report in the text of a document.

    Raises:
        DataFileError: There is no text; a step of cleaning is unknown.
    """
    reader = _Reader(document, pictures)
    lines, notes = clean(reader.read(), cleaning)
    lines = with_tables(lines, notes, reader.tokens)
    paragraphs, cut = joined(lines) if _are_cut(lines) else ([*map(without_indent, lines)], [])
    draft = read_paragraphs(paragraphs, year=year, organization=organization)
    data, found = draft.data, [*reader.notes, *pictures.notes, *notes, *cut]
    found += reader.tokens.set_in(data)
    data["title"] = whole_title(data["title"])
    emphasise(data, spans_in(reader.pieces))
    reader.notes_at_foot.set_in(data)
    if reader.seals and data["issue_date"] is None:  # nothing is signed without a date
        found.append(Finding("seals_left", found=str(len(reader.seals)), expected="0"))
    elif reader.seals:
        signers = data.get("signature", {}).get("issuers") or [data["organization"].issuer]
        data["signature"] = Foot("sealed", seals=reader.seals).signature([*signers], found)
    return draft.reading(found)


def _are_cut(lines: list[Paragraph]) -> bool:
    """Whether so many paragraphs break off that each is a line of a page: a PDF was made a document.

    The next one ends their sentence, which tells them from the items of a list.
    """
    plain = [line.text if not (line.role or line.level or line.mark or line.item) else "" for line in lines]
    long = [text for text in plain if len(text) >= _LEAST_LINE]
    unended = sum(not text.endswith(_ENDS) for text in long)
    if unended < _LEAST_UNENDED or 2 * unended <= len(long):  # as in most documents
        return False
    pairs = [(one, other) for one, other in pairwise(plain) if len(one) >= _LEAST_LINE and not one.endswith(_ENDS)]
    return sum(other.endswith("。") and not begins_with_mark(other) for _, other in pairs) >= _LEAST_ENDED


class _Reader:
    """Makes paragraphs of the blocks of a document.

    Attributes:
        tokens: What stands for tables and pictures among the paragraphs.
        notes: What was left out or put elsewhere.
        seals: Pictures of seals upon the signature.
        pieces: The lines of the paragraphs in pieces of one look.
        notes_at_foot: What stands for notes among the words.
    """

    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.tokens, self.notes, self.seals = Tokens(), list[Finding](), list[Picture]()
        self.notes_at_foot = NotesAtFoot()
        self._document, self._pictures = document, pictures
        self._titles = _titles(document)
        self._paragraphs: list[Paragraph] = []
        self.pieces: list[list[Piece]] = []
        self._centred: set[int] = set()  # lines in the middle, or in the style of captions

    def read(self) -> list[Paragraph]:
        """The paragraphs, in the order of the document."""
        for block in self._document.blocks:
            if isinstance(block, DocumentTable):
                self._read_table(block)
            else:
                self._read_paragraph(block)
        return self._paragraphs

    def _read_paragraph(self, block: DocumentParagraph) -> None:
        text = printable(self.notes_at_foot.marked(block.content) if block.notes else block.text)
        lines = [line for line in text.split("\n") if line.strip()]
        role = "title" if block.line in self._titles else block.style if block.style in BELOW else ""
        level = 0 if role or not lines else self._level(block, lines[0])
        mark = self._mark(block, lines)
        for first in lines[:1]:
            bold, item = block.content.bold, self._depth(block, mark)
            self._paragraphs.append(Paragraph(first, block.line, mark, "", role, level, block.new_page, bold, item))
        self._paragraphs += [Paragraph(line, block.line, role=role) for line in lines[1:]]
        if block.alignment == "center" or block.style == "caption":
            self._centred.add(block.line)
        self.pieces += _pieces(block) if any(run.emphasis for run in block.content.runs) else [[Piece(text)]]
        self._read_anchored(block)

    @staticmethod
    def _level(block: DocumentParagraph, text: str) -> int:
        """The outline level of a paragraph that may be a heading: sentences and signatures get one by mistake."""
        is_shown = block.outline > 0 and block.alignment not in _RIGHT
        head = head_shown(read_mark(text.strip())[1]) if is_shown else Head()
        return block.outline if head.heading or head.lead else 0

    @staticmethod
    def _depth(block: DocumentParagraph, mark: str) -> int:
        """How deep a paragraph stands in lists of bullets."""
        if mark or not block.mark or _LETTER.search(block.mark):
            return 0
        named = _BULLETS.fullmatch(block.style)  # a list of its own in Word, which has one level
        return int(named[1]) if named else block.level + 1

    def _mark(self, block: DocumentParagraph, lines: list[str]) -> str:
        """The number that Word shows before a paragraph, where it is a mark and no other is typed behind it."""
        mark = block.mark.strip() if lines else ""
        if mark and mark_made(mark) is None:
            lines[0] = (mark if _LETTER.search(mark) else "") + lines[0]  # a bullet is no text, a letter is
            return ""
        typed = read_mark(lines[0].strip())[0] if mark else None
        if typed is None or typed.form in (ORDINAL, *DECIMALS):
            return mark
        self.notes.append(Finding("number_doubled", line=block.line, found=mark, expected=typed.text))
        return ""

    def _read_anchored(self, block: DocumentParagraph) -> None:
        for drawing in block.content.drawings:
            picture = self._pictures.read(drawing, block.line)
            if picture is not None and _is_like_a_seal(drawing) and block.line in self._signed_lines:
                self.seals.append(picture)
            elif picture is not None:
                self._paragraphs.append(self.tokens.paragraph(picture, block.line))
        for box in block.boxes:
            self._add_texts(texts_in(box), block.line)

    @cached_property
    def _signed_lines(self) -> set[int]:
        """The lines in which the picture of a seal may be anchored: a date, and the few above it."""
        found: set[int] = set()
        recent = deque[int](maxlen=_MOST_SIGNED)
        for block in self._document.blocks:
            recent.append(block.line)
            if isinstance(block, DocumentParagraph) and dated(block.text.strip()):
                found.update(recent)
        return found

    def _read_table(self, block: DocumentTable) -> None:
        unit, caption = self._unit_above(), self._caption_above()
        if lines := _signature_in(block) or _imprint_in(block):
            self._add_texts(iter(lines), block.line)
            return
        if _is_card(block):
            self._add_texts((f"| {' | '.join(map(cell_text, row))} |" for row in block.rows), block.line)
            return
        table = table_of(block, caption, unit)
        if table is None:
            for row in block.rows:
                for cell in row:
                    self._add_texts(texts_in(cell), block.line)
            return
        taken = bool(unit) + bool(caption)
        del self._paragraphs[len(self._paragraphs) - taken :]
        self.notes += table_notes(block)
        self._paragraphs.append(self.tokens.paragraph(table, block.line))

    def _unit_above(self) -> str:
        match = UNIT().fullmatch(self._paragraphs[-1].text.strip()) if self._paragraphs else None
        return match[1] if match else ""

    def _caption_above(self) -> str:
        """The line above a table, or above its unit, if it looks like what is written there."""
        above = self._paragraphs[:-1] if self._unit_above() else self._paragraphs
        last = above[-1] if above else None
        if last is None or last.role or last.level or last.mark or begins_with_mark(last.text.strip()):
            return ""
        if len(above) > 1 and LABEL().fullmatch(above[-2].text.strip()):
            return ""  # the title of an attachment
        text = last.text.strip()
        is_set_so = last.line in self._centred and _SHORT.fullmatch(text)
        return text if is_set_so or CAPTION().fullmatch(text) else ""

    def _add_texts(self, texts: Iterator[str], line: int) -> None:
        self._paragraphs += [
            Paragraph(part, line) for text in texts for part in text.split("\n") if part.strip(" \t\u3000")
        ]


def _signature_in(block: DocumentTable) -> list[str]:
    """The organs that sign in the cells of a table, and their date; nothing for any other table."""
    if sum(map(len, block.rows)) > 2 * _MOST_SIGNED:
        return []
    texts = [text.strip() for row in block.rows for cell in row for text in texts_in(cell) if text.strip()]
    days = [text for text in texts if (day := dated(text)) and not day.before]
    signers = [text for text in texts if text not in days]
    is_whole = len(texts) <= _MOST_SIGNED + 1 and len(set(days)) == 1 and all(map(signers_in, signers))
    return [*signers, days[0]] if is_whole else []


def _imprint_in(block: DocumentTable) -> list[str]:
    """The lines of 版记 whose parts stand in the cells of a table; nothing for any other table."""
    rows = [row_text(row).strip() for row in block.rows] if len(block.rows) <= _MOST_IMPRINT else []
    return rows if is_imprint(rows) else []


def _is_card(block: DocumentTable) -> bool:
    """Whether a table is the card that a government's page shows above a document, labels beside what they name."""
    labels = ["".join(cell_text(row[0]).split()).rstrip("：:") for row in block.rows if row]
    return len(labels) > 1 and CARD.issuperset(labels)


def _is_like_a_seal(drawing: Drawing) -> bool:
    """Whether a picture lies upon the text, as large as a seal, and as wide as it is high."""
    width, height = Length(drawing.width).mm, Length(drawing.height).mm
    return drawing.floats and LEAST_SEAL <= width <= LARGEST_SEAL and abs(width - height) <= width / 8


def _pieces(block: DocumentParagraph) -> list[list[Piece]]:
    """The lines of a paragraph, each in pieces of one look."""
    lines: list[list[Piece]] = [[]]
    for look, group in groupby(block.content.runs, key=lambda run: run.emphasis):
        runs = [*group]
        text = printable("".join(run.text for run in runs))
        typed = printable("".join(run.typed or run.text for run in runs))
        first, *more = text.split("\n")
        lines[-1].append(Piece(first, look, "" if more else typed))
        lines += ([Piece(line, look)] for line in more)
    return lines


def _titles(document: Document) -> set[int]:
    """The lines of the title: by its style, or large and in the middle at the top."""
    paragraphs = [block for block in document.blocks if isinstance(block, DocumentParagraph) and block.text.strip()]
    styled = {block.line for block in paragraphs[:12] if block.style == "title"}
    first = paragraphs[:1]
    if not styled and first and first[0].style == "heading 1" and [b.style for b in paragraphs].count("heading 1") == 1:
        return {first[0].line} if any(_HEADED.fullmatch(block.style) for block in paragraphs[1:]) else set()
    return styled or _large(paragraphs, document.paragraphs)


def _is_above_title(text: str) -> bool:
    """Whether a line says for what meeting a paper is, or the attachment of what."""
    return is_of_meeting(text) or LABEL().fullmatch(text) is not None


def _large(paragraphs: list[DocumentParagraph], everything: list[DocumentParagraph]) -> set[int]:
    """The first paragraphs below 版头 that are centred and larger than most of the text.

    They end with the largest of them, or with the first that says it is a title: a date or a name may be large, too.
    """
    sizes = Counter[int]()
    for block in everything:
        sizes[block.size] += len(block.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    top = {block.line: block for block in paragraphs[: 2 * MOST_LINES]}
    rest = take_head([Paragraph(block.text.strip(), block.line) for block in top.values()]).rest
    issue = next((at for at, line in enumerate(rest[:_MOST_TITLE_LINES]) if _ISSUE.fullmatch(line.text)), -1)
    below = [top[line.line] for line in rest[issue + 1 :] if not _is_above_title(line.text)][:_MOST_TITLE_LINES]
    centred = [*takewhile(lambda block: block.alignment == "center" and not block.mark, below)]
    large = [*takewhile(lambda block: block.size > usual, centred)]
    if not large:
        ends_form = (at + 1 for at, block in enumerate(centred) if _FORM.fullmatch(block.text.strip()))
        return {block.line for block in centred[: next(ends_form, 0)]}
    largest = max((block.size for block in large), default=0)
    ends = [at + 1 for at, block in enumerate(large) if block.size == largest]
    ends += [at + 1 for at, block in enumerate(large) if has_title_words(block.text) and block.text[0] != "—"][:1]
    return {block.line for block in large[: max(ends, default=0)]}
