"""Tables of contents: by their field, their content control, their style, or a tab and a page number on each line.

Their entries would else be read as headings before those that they name, and a cover above as the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from renmin_docs.errors import Finding
from renmin_docs.intake.documents.tables import cell_text, row_text
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.intake.prose.title import has_title_words, take_title
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.blocks import Block, DocumentParagraph, DocumentTable
from renmin_docs.ooxml.document import Document

_TITLE = re.compile("目录|目次|contents|tableofcontents", re.IGNORECASE)
_IN_TITLES = frozenset("目oO")
"""Each title holds one of these characters."""
_STYLE = re.compile(r"(?:toc|.*目录|contents|table of figures)(?: ?(?:\d|heading|标题))?")
_PAGE = r"[（(]?(?:\d{1,4}|[ivxlIVXL]{1,6})[)）]?"
_TYPED = re.compile(rf"(\S.{{0,80}}?)\s*(?:\t|[.．…·‥⋯。_﹒\s]{{3,}})\s*{_PAGE}", re.DOTALL)
"""An entry without style or field: a text, a tab or dots, a page."""
_ENDED = re.compile(rf"[\s.．…·‥⋯]*(?:{_PAGE}|错误！.{{0,30}})\Z")
_PAGE_ENDS = (*"0123456789ivxlIVXL)）",)
_LONGEST, _LONGEST_TITLE, _LEAST, _MOST_QUOTED = 100, 30, 2, 5
_MOST_COVER, _MOST_BETWEEN, _MOST_TITLE = 40, 12, 3
"""Paragraphs of a cover with its empty ones, those behind the contents among which a title is looked for, its lines."""
_STOPS = ("。", "；", "！", "？")


def without_contents(document: Document) -> tuple[Document, list[Finding]]:
    """The document without its cover, its tables of contents and their titles, and a note on them.

    The entries that no heading below says again are quoted: the table is older than the text.
    """
    entries = _entries(document)
    cover = _cover(document, entries)
    left = {*entries, *map(id, cover)}
    kept = [block for block in document.blocks if id(block) not in left]
    if not left or not any(isinstance(block, DocumentParagraph) and block.text.strip() for block in kept):
        return document, []
    notes = [*_notes_on(entries, kept)] if entries else []
    if said := [text for text in map(_text_of, cover) if text]:
        found = "、".join(quote(text, None) for text in said)
        notes.append(Finding("document_cover", line=cover[0].line or None, found=found))
    return document._replace(blocks=kept), notes


def _notes_on(entries: dict[int, DocumentParagraph], kept: list[Block]) -> Iterator[Finding]:
    line = min(entry.line for entry in entries.values()) or None
    yield Finding("document_contents", line=line)
    below = "".join(_plain(block.mark + block.text) for block in kept if isinstance(block, DocumentParagraph))
    named = [entry for entry in entries.values() if not _is_title(entry)]
    stale = [text for entry in named if _plain(text := _ENDED.sub("", entry.text.strip())) not in below]
    if stale:
        found = "、".join(quote(text, 30) for text in stale[:_MOST_QUOTED]) + "…" * (len(stale) > _MOST_QUOTED)
        yield Finding("document_contents_stale", line=line, found=found)


def _cover(document: Document, entries: dict[int, DocumentParagraph]) -> list[Block]:
    """What stands above a table of contents, or on a first page with a title, if the title stands behind it.

    None where it may be of the report.
    """
    places = [at for at, block in enumerate(document.blocks) if id(block) in entries]
    end = places[0] if places else _end_of_page(document)
    above, below = document.blocks[:end], document.blocks[places[-1] + 1 if places else end :]
    if not above or len(above) > _MOST_COVER or not all(map(_may_be_of_cover, above)):
        return []
    said = [block for block in below[:_MOST_BETWEEN] if isinstance(block, DocumentParagraph) and block.text.strip()]
    title = take_title([Paragraph(block.text.strip()) for block in said[:_MOST_TITLE]])
    named = "".join(_plain(entry.text) for entry in entries.values())
    is_title = bool(title.text) and not title.above and _plain(said[0].text) not in named
    is_twice = bool(entries) or (has_title_words(title.text) and any(map(has_title_words, map(_text_of, above))))
    return above if is_title and is_twice and any(map(_text_of, above)) else []


def _end_of_page(document: Document) -> int:
    """Where the second page begins, if the first has so few paragraphs as a cover; else 0."""
    first = enumerate(document.blocks[:_MOST_COVER])
    return next((at for at, block in first if isinstance(block, DocumentParagraph) and at and block.new_page), 0)


def _may_be_of_cover(block: Block) -> bool:
    """Whether a line, or each cell of a table, is as short as those of covers."""
    if isinstance(block, DocumentTable):
        return all(_is_short(cell_text(cell).strip()) for row in block.rows for cell in row)
    return _is_short(block.text.strip()) and not block.content.drawings and "〕" not in block.text


def _text_of(block: Block) -> str:
    """What a line or a table says."""
    if isinstance(block, DocumentTable):
        return " ".join(filter(None, map(str.strip, map(row_text, block.rows))))
    return block.text.strip()


def _entries(document: Document) -> dict[int, DocumentParagraph]:
    """The paragraphs of tables of contents, their titles and the blank ones between them included, by `id`."""
    found: dict[int, DocumentParagraph] = {}
    run: list[DocumentParagraph] = []  # entries that follow one another, from their title on
    for block in (*document.blocks, None):
        if isinstance(block, DocumentParagraph) and _may_stand_in_contents(block):
            run.append(block)
            continue
        found |= _of_run(run)
        run = []
    return found


def _may_stand_in_contents(block: DocumentParagraph) -> bool:
    """Whether a paragraph is blank, a title, an entry, or a line that looks like one."""
    text = block.text.strip()
    if len(text) > _LONGEST:
        return _is_entry(block)
    is_typed = text[-1:] in _PAGE_ENDS and _TYPED.fullmatch(text) is not None
    return not text or is_typed or _is_title(block) or _is_entry(block)


def _of_run(run: list[DocumentParagraph]) -> dict[int, DocumentParagraph]:
    """The entries of a run; lines that only look like some count below a title, and where there are several."""
    told = [block for block in run if block.text.strip() and not _is_title(block)]
    is_named = any(map(_is_title, run)) or all(begins_with_mark(block.text.strip()) for block in told)
    if not told or not (any(map(_is_entry, told)) or (is_named and len(told) >= _LEAST)):
        return {}
    first = next((place for place, block in enumerate(run) if _is_title(block)), 0)
    return {id(block): block for block in run[first:] if block.text.strip()}


def _is_title(block: DocumentParagraph) -> bool:
    text = block.text
    if len(text) > _LONGEST_TITLE or _IN_TITLES.isdisjoint(text):
        return False
    return _TITLE.fullmatch(_plain(text)) is not None


def _is_entry(block: DocumentParagraph) -> bool:
    """Whether field, control or style make it an entry, and it looks like one."""
    if not (block.in_contents or block.content.is_contents or _is_style(block.style)):
        return False
    text = block.text.strip()
    return bool(text) and (_ENDED.search(text) is not None or _is_short(text))


@lru_cache(maxsize=256)
def _is_style(name: str) -> bool:
    return _STYLE.fullmatch(name) is not None


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and not text.endswith(_STOPS)


def _plain(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text)).lower()
