"""A document with the styles of the library's templates as the report that it was printed from.

What the page does not show can't be read; docs/import.md lists it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pydantic import ValidationError

from renmin_docs.emphasis import in_line, unmarked, written
from renmin_docs.errors import Finding, RenminDocsError
from renmin_docs.intake.documents.making import Parts, ladder_with, made
from renmin_docs.intake.documents.official import Foot, addressees, read_head, read_imprint
from renmin_docs.intake.documents.roles import ORDINAL, Piece, heading_of, part_of, pieces_of, read_old_mark, role_of
from renmin_docs.intake.documents.tables import Pictures, footnotes, one_line, printable, table_of, texts_in
from renmin_docs.intake.documents.tree import DEEPEST, Branch, Line, build, places_of
from renmin_docs.intake.prose.headings import lead_of
from renmin_docs.intake.prose.identity import Given
from renmin_docs.intake.prose.reading import Reading
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.content import Run
from renmin_docs.ooxml.document import Document
from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Content
from renmin_docs.report.text import literal
from renmin_docs.standard.elements import ELEMENTS, HEADER_ELEMENTS
from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.report import ITEM_TEXTS

_HEAD = frozenset(element.identifier for element in HEADER_ELEMENTS)
_TITLED = ("title", *LINES["below_title"])
_PRINTED = [element.identifier for element in ELEMENTS]
_FOOT = frozenset(_PRINTED[_PRINTED.index("attachment_item") : _PRINTED.index("attachment_label")])
_SIGNED = frozenset(("issuers", "position", "issue_date"))
_NOTED = frozenset(("paragraph", "point", "inline", *LINES["above_chapters"], *LINES["below_chapters"]))
"""Roles of paragraphs that may have notes."""
_TEXTS = _NOTED | {f"heading_{n}" for n in (1, 2, 3, 4)}
"""Roles whose paragraphs count also where they are empty."""


def read_styled(document: Document, pictures: Pictures, given: Given) -> Reading | None:
    """The report that a document was printed from; None where its marks fit no report, or its parts don't."""
    reader = _Reader(document, pictures)
    reader.read()
    if reader.grown(DEEPEST):
        marks = ladder_with(reader.ladder, reader.deepest)
    elif reader.grown(len(reader.ladder)):
        marks = tuple(reader.ladder)
    else:
        return None
    try:
        return made(reader.parts, marks, given)
    except (ValidationError, RenminDocsError):
        return None


class _Reader:
    """Goes through a document and sorts what stands there.

    Attributes:
        parts: All but what stands in the chapters.
        ladder: The forms of numbered marks from the chapters' down, in the order in which they are met: a point
            never stands higher than what it is in.
        deepest: The deepest level of a heading.
    """

    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.parts, self.ladder = Parts(Foot()), list[str]()
        self._document, self._pictures = document, pictures
        self._part: Callable[[Run], str] = part_of(document.styles.names)
        self._lines: list[tuple[Branch, int, list[Line]]] = []  # with the rung of numbered points
        self._captions: dict[str, str] = {}
        self._has_title = any(_role(block) == "title" for block in document.blocks)
        self._is_broken = False
        self.deepest = 1

    def read(self) -> None:
        """Read all blocks."""
        in_head = self._has_title
        head: list[DocumentParagraph | DocumentTable] = []
        just_titled = False
        for block in self._document.blocks:
            role = _role(block)
            if in_head and role != "title":
                head.append(block)
                continue
            in_head = False
            is_blank = just_titled and role == "paragraph" and not block.text  # type: ignore[union-attr]
            just_titled = role in _TITLED
            if not is_blank:
                self._read(block, role)
        self._flush_captions()
        self._read_head(head)
        self.parts.notes += self._pictures.notes

    def grown(self, rungs: int) -> bool:
        """Put all chapters and attachments in a tree, for a ladder of so many rungs; whether there was a way to."""
        if self._is_broken or not self.ladder:
            return False
        found = [places_of(lines, rung, rungs) for _, rung, lines in self._lines]
        for (branch, _, lines), places in zip(self._lines, found, strict=True):
            if places is None or None in found:
                return False
            build(branch, lines, places)
        return True

    # --- blocks ---

    def _read(self, block: DocumentParagraph | DocumentTable, role: str) -> None:
        if isinstance(block, DocumentTable):
            self._read_table(block)
            return
        if role in ITEM_TEXTS:
            self._read_caption(role, block)
            return
        self._flush_captions()
        self._read_anchored(block, role)
        self._place_notes(block, role)
        if self._is_of_chapters(role):
            self._read_chapter(block, role)
        else:
            self._read_other(block, role)

    def _place_notes(self, block: DocumentParagraph, role: str) -> None:
        """Leave notes in their places where a report can have them; elsewhere they follow the text in brackets."""
        if role in _NOTED and block.text.strip():
            return
        for run in block.content.runs:
            run.note = ""
        block.content.runs += map(Run, footnotes(block))

    def _is_of_chapters(self, role: str) -> bool:
        """Whether a paragraph is of the text between addressee and signature, or of an attachment's."""
        if role in ("addressee", "attachment_label", "attachment_title", *_TITLED):
            return False
        return role not in _FOOT or bool(self.parts.attachments)

    def _read_other(self, block: DocumentParagraph, role: str) -> None:
        if role == "title":
            self.parts.title = f"{self.parts.title}\n{block.text}".strip("\n")
        elif role == "addressee":
            self.parts.addressee += addressees(block.text)
        elif role == "attachment_label":
            self.parts.labels.append(block.text)
            self._begin(Branch(line=block.line), self.parts.attachments, 0)
        elif role in _TITLED:
            self.parts.texts[role] = f"{self.parts.texts.get(role, '')}\n{printable(block.text)}".strip("\n")
        elif role == "attachment_title" and self.parts.attachments:
            self.parts.attachments[-1].heading += one_line(block.text)
        else:
            self.parts.foot.read(block)

    def _read_chapter(self, block: DocumentParagraph, role: str) -> None:
        if role == "heading_1" and not self.parts.attachments and _is_chapter(block):
            self._begin_chapter(block)
        elif block.text.strip() or (role in _TEXTS and not block.content.drawings):
            self._read_text(block, role)

    def _read_text(self, block: DocumentParagraph, role: str) -> None:
        if role.startswith("heading_"):
            self._add(self._heading(block, int(role[-1])))
        elif role == "point":
            self._add(self._point(block))
        elif role == "inline":
            self._add(self._row(block))
        elif role in LINES["below_chapters"] or (role in LINES["above_chapters"] and not self._lines):
            self.parts.paragraphs[role].append(_marked(block))
        elif self.parts.paragraphs.keys() & LINES["below_chapters"] and not self.parts.attachments:
            self.parts.paragraphs["conclusion"].append(_marked(block))
        else:
            self._add_text(block.mark + _marked(block))

    def _add(self, line: Line) -> None:
        if self._lines:
            self._lines[-1][2].append(line)
        else:
            self._is_broken = True

    def _add_text(self, text: str) -> None:
        """A paragraph, with its emphasis; before the first chapter one of the introduction."""
        if self._lines:
            self._lines[-1][2].append(Line(item=written(text)))
        else:
            self.parts.paragraphs["introduction"].append(text)

    def _begin(self, branch: Branch, among: list[Branch], rung: int) -> None:
        among.append(branch)
        self._lines.append((branch, rung, []))

    def _begin_chapter(self, block: DocumentParagraph) -> None:
        mark, heading = _heading(block)
        self._rung(mark, 0)
        self._begin(Branch(heading=heading, line=block.line), self.parts.chapters, 1)

    # --- points ---

    def _heading(self, block: DocumentParagraph, level: int) -> Line:
        mark, heading = _heading(block)
        self.deepest = max(self.deepest, level)
        return self._marked(mark, Branch(heading=written(heading), line=block.line), level)

    def _point(self, block: DocumentParagraph) -> Line:
        pieces = pieces_of(_marked_runs(block, self._part), self._part)
        text = "".join(piece.mark + piece.lead + piece.text for piece in pieces[1:])
        first = pieces[0]._replace(text=pieces[0].text + text)
        return self._marked(block.mark or first.mark, _branch(first, block.line), 0)

    def _row(self, block: DocumentParagraph) -> Line:
        pieces = pieces_of(_marked_runs(block, self._part), self._part)
        first = read_old_mark(pieces[0].mark)
        row = tuple(_branch(piece, block.line) for piece in pieces)
        if first is None:
            return Line(series="plain", row=row)
        marks = [read_old_mark(piece.mark) for piece in pieces]
        if [mark and mark.number for mark in marks] != [first.number + at for at in range(len(marks))]:
            self._is_broken = True
        return Line(series="ordinal", number=first.number, row=row)

    def _marked(self, mark: str, branch: Branch, level: int) -> Line:
        read = read_old_mark(mark)
        if read is None:
            self._is_broken = self._is_broken or bool(mark)
            return Line(branch, level=level)
        if read.form == ORDINAL:
            return Line(branch, "ordinal", read.number, level=level)
        return Line(branch, "numbered", read.number, self._rung(mark, level - 1))

    def _rung(self, mark: str, known: int) -> int:
        """The rung of a mark's form; the style of a heading says it, too."""
        read = read_old_mark(mark)
        if read is None:
            self._is_broken = True
            return 0
        if read.form not in self.ladder:
            self.ladder.append(read.form)
        rung = self.ladder.index(read.form)
        self._is_broken = self._is_broken or known not in (-1, rung)
        return rung

    # --- tables, pictures, boxes ---

    def _read_caption(self, role: str, block: DocumentParagraph) -> None:
        if role in self._captions:
            self._flush_captions()
        text = in_line(one_line(block.content.marked))
        picture = self._last_item()
        if role == "picture_caption" and isinstance(picture, Picture) and not picture.caption:
            described = picture.alternative_text if picture.alternative_text != literal(unmarked(text)) else ""
            self._lines[-1][2][-1] = Line(
                item=picture.model_copy(update={"caption": written(text), "alternative_text": described})
            )
        else:
            self._captions[role] = text

    def _last_item(self) -> str | Content | None:
        """What stands last in the part of the document that is being read."""
        return self._lines[-1][2][-1].item if self._lines and self._lines[-1][2] else None

    def _flush_captions(self) -> None:
        """Captions behind which nothing stands are paragraphs."""
        for text in self._captions.values():
            self._add_text(text)
        self._captions.clear()

    def _read_table(self, block: DocumentTable) -> None:
        unit = self._captions.get("table_unit", "").removeprefix(ITEM_TEXTS["table_unit"].before)
        caption = self._captions.get("table_caption", "")
        table = table_of(block, caption, unit, is_ours=True) if self._lines else None
        if table is not None:
            for role in ("table_caption", "table_unit"):
                self._captions.pop(role, None)
        self._flush_captions()
        if table is not None:
            self._add(Line(item=table))
            return
        for text in texts_in([block]):
            self._add_text(text)

    def _read_anchored(self, block: DocumentParagraph, role: str) -> None:
        is_seal = role in _SIGNED and not self.parts.attachments
        for drawing in block.content.drawings:
            picture = self._pictures.read(drawing, block.line) if self._lines else None
            if picture is not None and is_seal:
                self.parts.foot.seals.append(picture)
            elif picture is not None:
                self._add(Line(item=picture))
        for box in block.boxes:
            paragraphs = [each for each in box if not isinstance(each, DocumentTable)]
            imprint = read_imprint(paragraphs)
            if imprint:
                self.parts.imprint = {**imprint, "even_page": self._document.last_section.get("type") == "evenPage"}
            else:
                for text in texts_in(box):
                    self._add_text(text)

    def _read_head(self, blocks: list[DocumentParagraph | DocumentTable]) -> None:
        is_ours = any(_role(block) in _HEAD for block in blocks)
        self.parts.head = read_head(blocks, self._document) if is_ours else None
        if self.parts.head is None:
            self.parts.above += [text for text in texts_in(blocks) if text.strip()]
            self.parts.notes += [Finding("head_kept", line=blocks[0].line)] if is_ours else []


def _role(block: DocumentParagraph | DocumentTable) -> str:
    return "table" if isinstance(block, DocumentTable) else role_of(block)


def _is_chapter(block: DocumentParagraph) -> bool:
    """Whether a heading of the first level has a number: one without is a point below a ladder of one mark."""
    mark = read_old_mark(block.mark or heading_of(block.content.runs)[0])
    return mark is not None and mark.form != ORDINAL


def _marked(block: DocumentParagraph) -> str:
    return printable(block.content.marked)


def _marked_runs(block: DocumentParagraph, part: Callable[[Run], str]) -> list[Run]:
    """The runs of a paragraph, each with the marks of its emphasis, but for marks of points."""
    return [
        replace(run, text=run.marked) if (run.emphasis or run.note) and part(run) != "mark" else run
        for run in block.content.runs
    ]


def _heading(block: DocumentParagraph) -> tuple[str, str]:
    """The mark and the text of a heading, which has only raised and lowered characters."""
    runs = [replace(run, text=in_line(run.marked)) if run.emphasis else run for run in block.content.runs]
    mark, text = (block.mark, block.content.marked) if block.mark else heading_of(runs)
    return mark, in_line(one_line(text))


def _branch(piece: Piece, line: int) -> Branch:
    texts = [written(printable(piece.text))] if piece.text else []
    lead = lead_of(in_line(one_line(piece.lead)))
    return Branch(lead=written(lead), body=[*texts], line=line)
