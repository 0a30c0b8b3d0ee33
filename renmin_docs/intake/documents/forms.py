"""Forms whose cells hold the report (工作总结报告表, 述职登记表): their text becomes that of the document.

A row of such a form is a label beside the text of a cell, or fields (单位名称 | 某站). Labels above several texts are
headings, the label of the only one is the form's. What others write on it, and how it is filled in, is left out with a
note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.documents.table_cells import shown_cells
from renmin_docs.intake.documents.tables import cell_text
from renmin_docs.intake.prose.frame_lines import dated
from renmin_docs.intake.prose.head import BELOW
from renmin_docs.intake.prose.marks import begins_with_mark, mark_made, read_mark
from renmin_docs.messages.shown import quote
from renmin_docs.numerals import to_chinese
from renmin_docs.ooxml.blocks import Block, DocumentParagraph, DocumentTable
from renmin_docs.ooxml.content import Content, Run
from renmin_docs.ooxml.document import Document
from renmin_docs.patterns import lazy

_MOST_ROWS = 60
_LONGEST_LABEL = 24
_LEAST_TEXT, _LEAST_OF_ALL = 12, 60
"""Characters of a cell with a sentence, and of all such cells of a document."""
_STOPS = frozenset("，；。")
_LONGEST_REMARK = 100
_LEAST_CHAPTERS = 2
_LEAST_COLUMNS = 3
"""Of a table whose first row names its columns."""
_BRACKETED = lazy("[（(][^（）()]*[）)]")
_OF_OTHERS = lazy("(?<!改进)(?<!整改)意见$|审[核批定]|评[语价]|等次|结论|备注|签[字名章]|盖章|填表|制表|公示")
"""Labels of what others write on a form."""
_OWN_SIGNATURE = lazy("(?:本人|述职人|报告人)(?:签[名字])?：[^：]+日\\Z")
"""Who signs a form as its own, and when."""
_ABOUT_FORM = lazy(
    "(?<![基根样文版])本表(?![现示态演彰])|此表|填[表报写]说明|^(?:注|说明|备注)[：:]"
    "|(?:填[表报写](?:人|日期|单位|时间)|制表人?|审核人?|经办人)\\s*(?:[（(][^（）()]*[）)])?\\s*[：:]"
)
"""What tells how a form is filled in, and by whom."""
_HEADS_COLUMN = ("内容", "情况", "成效", "说明")
"""How the label above a column of texts ends."""


class _Cell(NamedTuple):
    """A cell that is shown: its blocks, what it says, and whether it goes on from the row above."""

    blocks: list[Block]
    text: str
    goes_on: bool = False

    @property
    def label(self) -> str:
        """What it says in one word: labels are written downwards, or with spaces."""
        return "".join(self.text.split())

    @property
    def is_label(self) -> bool:
        """Whether it is short, and no sentence."""
        return 0 < len(self.label) <= _LONGEST_LABEL and _STOPS.isdisjoint(self.text)

    @property
    def is_text(self) -> bool:
        """Whether it holds sentences, or lines behind marks."""
        if self.goes_on:
            return False
        has_sentence = len(self.text) >= _LEAST_TEXT and not _STOPS.isdisjoint(self.text)
        return has_sentence or sum(map(begins_with_mark, self.text.split("\n"))) > 1


class _Section(NamedTuple):
    """A text of a form: the labels that it stands below or beside, the outer first; its blocks; all that it says."""

    path: tuple[str, ...]
    blocks: list[Block]
    text: str

    @property
    def is_of_others(self) -> bool:
        """Whether others write it on the form, or it says how that is filled in."""
        label = _BRACKETED().sub("", self.path[-1]) if self.path else ""
        return _OF_OTHERS().search(label) is not None or _ABOUT_FORM().search(self.text[:_LONGEST_LABEL]) is not None


@dataclass
class _Form:
    """What a table holds, if it is a form.

    Attributes:
        above: The fields and lines above the first text, a line each.
        sections: The texts.
        signed: The signature of whose report it is.
        left: The place of what is no text of the report, and what it says.
        is_layout: Its cells hold chapters one after another, and pictures beside them, wherever the other text stands.
    """

    above: list[Block] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)
    signed: list[Block] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)
    is_layout: bool = False

    def add(self, blocks: list[Block]) -> None:
        """Add what stands in a row of its own: a title, a heading, a signature."""
        if self.sections:
            self.sections.append(_Section(self.sections[-1].path, blocks, ""))
        else:
            self.above += blocks

    @property
    def size(self) -> int:
        """How many characters its texts have."""
        return sum(len(section.text) for section in self.sections)


def out_of_forms(document: Document) -> tuple[Document, list[Finding]]:
    """The document with its forms made text, where more of its text stands in them than beside; what is left out."""
    tables = (block for block in document.blocks if isinstance(block, DocumentTable))
    forms = {id(table): form for table in tables if (form := _form(table))}
    inside = sum(form.size for form in forms.values())
    outside = sum(map(_running, document.blocks)) if forms else 0
    if inside < _LEAST_OF_ALL or outside >= inside:
        forms = {place: form for place, form in forms.items() if form.is_layout}
    if not forms:
        return document, []
    blocks: list[Block] = []
    left: list[tuple[int, str]] = []
    is_guide = False
    for block in document.blocks:
        if form := forms.get(id(block)):
            blocks += [*form.above, *_texts(form), *form.signed]
            left += form.left
        elif isinstance(block, DocumentParagraph) and (is_guide := _is_of_form(block, behind_guide=is_guide)):
            left.append((block.line, block.mark + block.text.strip()))
        else:
            blocks.append(block)
    notes = [Finding("document_form", line=line, found=quote(text, None)) for line, text in sorted(left) if text]
    return document._replace(blocks=blocks), notes


def _running(block: Block) -> int:
    """How many characters of running text a paragraph beside the tables has."""
    text = block.text if isinstance(block, DocumentParagraph) else ""
    return len(text) if "。" in text and not _ABOUT_FORM().search(text) else 0


def _is_of_form(block: DocumentParagraph, *, behind_guide: bool) -> bool:
    """Whether a paragraph beside a form says how it is filled in, or goes on with that."""
    text = block.text.strip()
    if not text or (behind_guide and (block.mark or begins_with_mark(text))):
        return behind_guide
    return len(text) <= _LONGEST_REMARK and _ABOUT_FORM().search("".join(text.split())) is not None


# --- the table --------------------------------------------------------------------------------


def _form(table: DocumentTable) -> _Form | None:
    """What a table holds, if texts end its rows, alone or beside labels; None for a table of data."""
    rows = [*_rows(table)] if len(table.rows) <= _MOST_ROWS else []
    if rows and (chapters := _chapters(rows)):
        return _Form(sections=chapters, is_layout=True)
    texts = {place for place, row in enumerate(rows) if any(cell.is_text for cell in row)}
    fitting = [place for place in texts if _fits(rows, place)]
    if not fitting or len(texts) >= 2 * len(fitting) or _names_columns(rows, sorted(texts)):
        return None
    made = _Form()
    for place, row in enumerate(rows):
        line, text = _line_of(row), _told(row)
        if place in texts:
            made.sections += _sections(rows, place)
        elif place + 1 in texts and _are_heads(row, rows[place + 1]):
            continue
        elif (signed := _OWN_SIGNATURE().search(text)) and dated(signed[0]):
            made.signed.append(_paragraph(signed[0], line))
        elif len(row) == 1 and not _ABOUT_FORM().search(text) and not _OF_OTHERS().search(text):
            made.add(row[0].blocks)
        elif place < min(texts) and not (place + 1 in texts and _names_text(row, rows[place + 1])):
            made.above.append(_paragraph(text, line, style=BELOW[0]))
        else:
            made.left.append((line, text))
    return _without_others(made)


def _chapters(rows: list[list[_Cell]]) -> list[_Section]:
    """What the cells hold, if chapters that count on stand in them, each with its text; nothing for other tables."""
    cells = [cell for row in rows for cell in row if cell.text and not cell.goes_on]
    begun = [read_mark(cell.text)[0] for cell in cells if cell.is_text and "\n" in cell.text]
    numbers = [mark.number for mark in begun if mark and mark.form == "一、"]
    are_chapters = len(numbers) >= _LEAST_CHAPTERS and numbers == [*range(1, len(begun) + 1)]
    is_headless = any(cell.is_text for cell in rows[0])
    return [_Section((), cell.blocks, cell.text) for cell in cells] if are_chapters and is_headless else []


def _rows(table: DocumentTable) -> Iterator[list[_Cell]]:
    """The cells of each row that says anything; a label that goes on from the row above says the same again."""
    held = [[_Cell(blocks, cell_text(blocks).strip()) for blocks in row] for row in table.rows]
    for number, row in enumerate(shown_cells(held, table.covered)):
        cells = [cell.held._replace(goes_on=cell.row < number) for cell in row]
        if any(cell.text and not cell.goes_on for cell in cells):
            yield [cell for cell in cells if cell.is_label or not cell.goes_on]


def _fits(rows: list[list[_Cell]], place: int) -> bool:
    """Whether one text ends a row, behind labels that count nothing, or all of it are texts with a name each."""
    row = [cell for cell in rows[place] if cell.text]
    labels = [cell for cell in row if not cell.is_text]
    are_words = all(cell.is_label and not cell.label.isdecimal() for cell in labels)
    is_named = len(row) == len(labels) + 1 or bool(labels) or (place > 0 and _are_heads(rows[place - 1], row))
    return row[-1].is_text and are_words and is_named


def _names_columns(rows: list[list[_Cell]], texts: list[int]) -> bool:
    """Whether a row of labels above several rows of texts has one for each of three columns or more."""
    head = rows[texts[0] - 1] if texts[0] and len(texts) > 1 else []
    is_head = len(head) >= _LEAST_COLUMNS and all(cell.is_label for cell in head)
    return is_head and all(len(rows[place]) == len(head) for place in texts)


def _are_heads(row: list[_Cell], below: list[_Cell]) -> bool:
    """Whether a row names the texts that stand below it side by side."""
    is_pair = len(row) == len(below) > 1
    return is_pair and all(cell.is_label for cell in row) and all(cell.is_text for cell in below)


def _names_text(row: list[_Cell], below: list[_Cell]) -> bool:
    """Whether a row names the columns of labels and texts below it: 项目 | 工作内容."""
    return len(row) == len(below) and all(cell.is_label for cell in row) and row[-1].label.endswith(_HEADS_COLUMN)


def _sections(rows: list[list[_Cell]], place: int) -> Iterator[_Section]:
    """The texts of a row, each with the labels before it, or above it where all stand side by side."""
    row = [cell for cell in rows[place] if cell.text]
    if place and _are_heads(rows[place - 1], row):
        yield from (_Section((head.label,), *cell[:2]) for head, cell in zip(rows[place - 1], row, strict=True))
        return
    labels: list[str] = []
    for cell in row:
        if cell.is_text:
            yield _Section(tuple(labels), cell.blocks, cell.text)
            labels = []
        else:
            labels.append(cell.label)


def _without_others(form: _Form) -> _Form:
    """The form without the texts that others write on it; the longest is the report's, whatever its label says."""
    longest = max(form.sections, key=lambda section: len(section.text))
    for section in form.sections:
        if section is not longest and section.text and section.is_of_others:
            form.left.append((_line_of([section]), "：".join((*section.path, " ".join(section.text.split())))))
    form.sections = [each for each in form.sections if each is longest or not (each.text and each.is_of_others)]
    return form


def _line_of(parts: Sequence[_Cell | _Section]) -> int:
    return next((block.line for part in parts for block in part.blocks), 0)


def _told(row: list[_Cell]) -> str:
    """What the cells of a row say in one line, a label and what stands beside it put together."""
    told: list[str] = []
    label = ""
    for cell in (cell for cell in row if not cell.goes_on):
        text = " ".join(cell.text.split())
        if label:
            told += [f"{label}：{text}"] if text else []
            label = ""
        elif cell.is_label and "：" not in cell.label[:-1] and cell is not row[-1]:
            label = cell.label.rstrip("：")
        else:
            told += [text] if text else []
    return "　".join(told)


# --- its text ---------------------------------------------------------------------------------


def _texts(form: _Form) -> Iterator[Block]:
    """The texts of a form below the labels that tell them apart; labels that all share are the form's own."""
    groups = [(path, [*sections]) for path, sections in groupby(form.sections, key=lambda section: section.path)]
    shared = _same([path for path, _ in groups])
    line = _line_of(groups[0][1])
    form.left += [(line, label) for label in groups[0][0][:shared]]
    counts = [sum(map(_chapters_in, sections)) for _, sections in groups]
    main = next((at for at, count in enumerate(counts) if count >= _LEAST_CHAPTERS and sum(counts) == count), None)
    before: tuple[str, ...] = ()
    for at, (path, sections) in enumerate(groups):
        labels, line = path[shared:], _line_of(sections)
        if main is None:
            yield from _headings(labels, before, line)
        elif at > main:
            mark = f"{to_chinese(counts[main] + at - main)}、"
            yield from (_paragraph(label, line, mark=mark) for label in labels[-1:])
        elif at < main:
            yield from (_paragraph(f"{label}：", line) for label in labels[-1:])
        else:
            form.left += [(line, label) for label in labels]
        before = labels
        yield from (block for section in sections for block in section.blocks)


def _same(paths: list[tuple[str, ...]]) -> int:
    """How many labels all begin with."""
    return sum(1 for _ in takewhile(lambda labels: len(set(labels)) == 1, zip(*paths, strict=False)))


def _headings(labels: tuple[str, ...], before: tuple[str, ...], line: int) -> Iterator[Block]:
    """The labels that differ from those before, each a heading one level below the other."""
    same = _same([labels, before])
    yield from (_paragraph(label, line, outline=depth) for depth, label in enumerate(labels[same:], same + 1))


def _chapters_in(section: _Section) -> int:
    """How many paragraphs of a text begin with the mark of chapters."""
    paragraphs = (block for block in section.blocks if isinstance(block, DocumentParagraph))
    marks = (mark_made(each.mark) if each.mark else read_mark(each.text.strip())[0] for each in paragraphs)
    return sum(mark is not None and mark.form == "一、" for mark in marks)


def _paragraph(text: str, line: int, *, style: str = "", mark: str = "", outline: int = 0) -> DocumentParagraph:
    return DocumentParagraph(Content(line, [Run(text)]), line, style, mark, outline=outline)
