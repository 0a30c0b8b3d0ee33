"""Repair the filled XML of templates whose loops repeat more than text: unique ids, table grids, cells' paragraphs.

Whether a part needs it is decided once, when the template is prepared; the documents of others pay nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.xml import parse_filled, serialize
from renmin_docs.render.preparing.grids import HOLDERS, end_in_paragraphs, mend_tables, own, text_of
from renmin_docs.render.preparing.unique_ids import has_identity, make_unique

MAX_SETTLED = 8 * 2**20
"""Characters of a part that is mended: its tree takes ten times the memory."""
_LOOP = re.compile(r"\{#.*?#\}|\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(for|endfor)\b", re.DOTALL)
_CELL_TAG = re.compile(r"\{[{%#]tc\s")
_PARAGRAPH_TAG = re.compile(r"\{[{%#]p\s")
_ROW_TAG = re.compile(r"\{%tr\s+(end)?(?:for|if)\b")


def must_settle(root: _Element) -> bool:
    """Whether a document that this part is filled into can come out invalid without the last step."""
    return (
        any(_CELL_TAG.search(text_of(table)) or _may_lose_all_rows(table) for table in root.iter(w("tbl")))
        or any(_PARAGRAPH_TAG.search(text_of(holder)) for holder in root.iter(*HOLDERS))
        or _repeats_identity(root)
    )


def settled(xml: str) -> str:
    """A filled part as a valid one.

    Raises:
        TemplateError: A table has more columns than Word takes, or the part is too large to be mended.
    """
    if len(xml) > MAX_SETTLED:
        raise TemplateError(Finding("filled_large", expected=str(MAX_SETTLED >> 20)))
    root = parse_filled(xml)
    make_unique(root)
    mend_tables(root)
    end_in_paragraphs(root)
    return serialize(root)


def _may_lose_all_rows(table: _Element) -> bool:
    depth, is_tagged = 0, False
    for row in own(table, "tr", "tbl"):
        ends = _ROW_TAG.findall(text_of(row))
        if not ends and depth == 0:
            return False
        is_tagged = is_tagged or bool(ends)
        depth += sum(-1 if end else 1 for end in ends)
    return is_tagged


def _repeats_identity(root: _Element) -> bool:
    """Whether something that a document may hold once stands in a loop."""
    pieces: list[str] = []
    places: list[int] = []
    length = 0
    for element in root.iter():
        if element.tag == w("t"):
            pieces.append(element.text or "")
            length += len(pieces[-1])
        elif has_identity(element):
            places.append(length)
    loops = [*_loops("".join(pieces))] if places else []
    starts = [start for start, _ in loops]
    around = ((place, bisect_left(starts, place)) for place in places)  # the loop that begins last before it
    return any(number and place <= loops[number - 1][1] for place, number in around)


def _loops(text: str) -> Iterator[tuple[int, int]]:
    """Where the outermost loops of a text begin and end."""
    depth, start = 0, 0
    for match in _LOOP.finditer(text):
        if match[1] == "for":
            start = match.start() if depth == 0 else start
            depth += 1
        elif match[1] == "endfor":
            depth -= 1
            if depth == 0:
                yield start, match.start()
