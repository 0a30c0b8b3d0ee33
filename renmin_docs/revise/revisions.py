"""Tracked changes: accepted in an XML tree, and written into one.

Source: ECMA-376-1, 17.13.5 (revisions), 17.3.1.29 (`w:rPr` of the paragraph mark).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import FORMER, w
from renmin_docs.render.preparing.paragraphs import drop_element, element, insert_in_order, properties_of, replace_with
from renmin_docs.render.preparing.split_tags import SPACE

_PARAGRAPH = w("p")
_OUT, _IN = (w("del"), w("moveFrom")), (w("ins"), w("moveTo"))
_FORMER = (*FORMER, *(w(f"move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End")))


def accept_revisions(root: _Element) -> None:
    """Accept all tracked changes of a part: what was put in stays, what was taken out goes."""
    for each in [*root.iter(*_FORMER)]:
        drop_element(each)
    _accept_in_tables(root)
    removed = [each for each in root.iter(_PARAGRAPH) if _mark(each, _OUT) is not None]
    for each in [*root.iter(*_OUT)]:
        if _holds_runs(each):
            drop_element(each)
    for paragraph in removed:
        _join_with_next(paragraph)
    for each in [*root.iter(*_IN, *_OUT, w("cellIns"))]:
        replace_with(each, each)


def _accept_in_tables(root: _Element) -> None:
    """Remove rows and cells that were taken out, and tables of which nothing is left."""
    for name, change in (("tr", f"{w('trPr')}/{w('del')}"), ("tc", f"{w('tcPr')}/{w('cellDel')}")):
        for each in [*root.iter(w(name))]:
            if each.find(change) is not None:
                drop_element(each)
    for table in [*root.iter(w("tbl"))]:
        if table.find(f".//{w('tr')}") is None:
            drop_element(table)


def _holds_runs(change: _Element) -> bool:
    """Whether it is a change of content, and no property of a mark or a row."""
    parent = change.getparent()
    return parent is not None and parent.tag not in (w("rPr"), w("trPr"), w("tcPr"))


def _mark(paragraph: _Element, tags: Iterable[str]) -> _Element | None:
    """The change of a paragraph's mark."""
    found = (paragraph.find(f"{w('pPr')}/{w('rPr')}/{tag}") for tag in tags)
    return next((each for each in found if each is not None), None)


def _join_with_next(paragraph: _Element) -> None:
    """Put what is left of a paragraph whose mark was taken out before the next one, which keeps its properties."""
    following = paragraph.getnext()
    rest = [child for child in paragraph if child.tag != w("pPr")]
    if following is not None and following.tag == _PARAGRAPH:
        at = int(following.find(w("pPr")) is not None)
        following[at:at] = rest
        drop_element(paragraph)
    elif not rest and any(each is not paragraph for each in _siblings(paragraph)):
        drop_element(paragraph)


def _siblings(paragraph: _Element) -> Iterator[_Element]:
    parent = paragraph.getparent()
    if parent is not None:
        yield from parent.iterchildren(_PARAGRAPH)


# --- writing ----------------------------------------------------------------------------------


class Author(NamedTuple):
    """Who made the changes, and when: `2026-03-01T09:00:00Z`; no time where it is empty."""

    name: str
    date: str = ""


class Writer:
    """Makes the elements of tracked changes, each under an id of its own."""

    def __init__(self, author: Author, first: int) -> None:
        self._author, self._next = author, first

    def change(self, name: str, runs: Iterable[_Element] = ()) -> _Element:
        """A `w:ins` or `w:del` around runs."""
        made = element(name, *runs, id=self._next, author=self._author.name)
        if self._author.date:
            made.set(w("date"), self._author.date)
        self._next += 1
        return made

    def wrap_runs(self, runs: Iterable[_Element]) -> None:
        """Put each run into a `w:ins`, where it stands."""
        for run in runs:
            wrapped = self.change("ins")
            run.addprevious(wrapped)
            wrapped.append(run)

    def mark_paragraph(self, paragraph: _Element, name: str) -> None:
        """Say of a paragraph's mark that it was put in or taken out."""
        properties = properties_of(paragraph)
        of_mark = properties.find(w("rPr"))
        if of_mark is None:
            insert_in_order(properties, of_mark := element("rPr"))
        of_mark.insert(0, self.change(name))

    def mark_row(self, row: _Element, name: str) -> None:
        """Say of a table's row that it was put in or taken out."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = element("trPr")
            before = row.find(w("tblPrEx"))
            row.insert(0 if before is None else row.index(before) + 1, properties)
        properties.append(self.change(name))


def first_free_id(roots: Iterable[_Element]) -> int:
    """An id that no tracked change has: one more than the largest `w:id`."""
    ids = [0]
    for root in roots:
        ids += [int(value) for each in root.iter() if (value := each.get(w("id"), "")).isdecimal() and len(value) < 10]
    return max(ids) + 1


def run_of(properties: _Element | None, children: Iterable[_Element]) -> _Element:
    """A run with these properties, copied."""
    return element("r", *([] if properties is None else [deepcopy(properties)]), *children)


def text_of(text: str, *, is_deleted: bool = False) -> _Element:
    """A `w:t`, or the `w:delText` that stands for it in a deletion."""
    made = element("delText" if is_deleted else "t", text=text)
    if text != text.strip():
        made.set(SPACE, "preserve")
    return made
