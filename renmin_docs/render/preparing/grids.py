"""Tables whose cells and rows a loop makes: a grid that holds them all, no row without cells.

Source: ECMA-376-1, 17.4.48 (`w:tblGrid`), 17.4.15 and 17.4.14 (`w:gridBefore`, `w:gridAfter`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from lxml.etree import _Element

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import whole
from renmin_docs.render.preparing.paragraphs import drop, drop_element, element
from renmin_docs.standard.tables import MOST_COLUMNS

_BLOCKS = (w("p"), w("tbl"), w("sdt"), w("customXml"))
HOLDERS = tuple(map(w, ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")))
"""What must hold a paragraph."""


def mend_tables(root: _Element) -> None:
    """Take out rows without cells and tables without rows, and fit the grid of the others to their cells.

    Raises:
        TemplateError: A row has more cells than Word takes.
    """
    for row in [row for row in root.iter(w("tr")) if next(own(row, "tc", "tr"), None) is None]:
        drop_element(row)
    for table in list(root.iter(w("tbl"))):
        if rows := [*own(table, "tr", "tbl")]:
            _fit(table, rows)
        else:
            drop_element(table)


def end_in_paragraphs(root: _Element) -> None:
    """Give an empty paragraph to each cell that doesn't end in one, and to each text box, header or note without."""
    for holder in root.iter(*HOLDERS):
        last = next((child.tag for child in reversed(holder) if child.tag in _BLOCKS), w("tbl"))
        if last == w("tbl"):
            holder.append(element("p"))


def _fit(table: _Element, rows: list[_Element]) -> None:
    """Let the grid have as many columns as the row with the most, within the width that it had."""
    grid = table.find(w("tblGrid"))
    bounds = [_bounds(row) for row in rows]
    most = max(bound[-1] + _count(row, "trPr", "gridAfter") for row, bound in zip(rows, bounds, strict=True))
    if most > MOST_COLUMNS:
        place = quote(text_of(table), 60)
        raise TemplateError(Finding("table_columns", place=place, found=str(most), expected=str(MOST_COLUMNS)))
    if grid is None or most == len(grid.findall(w("gridCol"))):
        return
    total = sum(_width(column) for column in grid.iter(w("gridCol")))
    widest = max(zip(bounds, rows, strict=True), key=lambda pair: pair[0][-1])
    widths = _shared(total, _weights(*widest, most))
    drop(grid, "gridCol")
    grid[:0] = [element("gridCol", w=width) if width else element("gridCol") for width in widths]
    for row, bound in zip(rows, bounds, strict=True):
        for cell, (start, end) in zip(own(row, "tc", "tr"), pairwise(bound), strict=True):
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            if total and width is not None and width.get(w("type"), "dxa") == "dxa":
                width.set(w("w"), str(sum(widths[start:end])))


def _bounds(row: _Element) -> list[int]:
    """The columns at which the cells of a row begin, and the one behind the last."""
    spans = (max(1, _count(cell, "tcPr", "gridSpan")) for cell in own(row, "tc", "tr"))
    return [*accumulate(spans, initial=_count(row, "trPr", "gridBefore"))]


def _weights(bound: list[int], row: _Element, most: int) -> list[int]:
    """How wide each column wants to be: as the cells of a row say, or all alike."""
    weights: list[int] = [0] * most
    for cell, (start, end) in zip(own(row, "tc", "tr"), pairwise(bound), strict=True):
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        weights[start:end] = [0 if width is None else _width(width) // (end - start)] * (end - start)
    return weights if all(weights) else [1] * most


def _shared(total: int, weights: list[int]) -> list[int]:
    """A width shared out by weight, to the last twip."""
    reached = [total * part // sum(weights) for part in accumulate(weights, initial=0)]
    return [end - start for start, end in pairwise(reached)]


def own(parent: _Element, name: str, holder: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, without those of tables in its cells."""
    return (item for item in parent.iter(w(name)) if next(item.iterancestors(w(holder))) is parent)


def text_of(holder: _Element) -> str:
    """All text in an element, with that of whatever is nested in it."""
    return "".join(text.text or "" for text in holder.iter(w("t")))


def _count(holder: _Element, properties: str, name: str) -> int:
    """A number of columns that a row or a cell says; 0 where it says none, never many more than there can be."""
    found = holder.find(f"{w(properties)}/{w(name)}")  # one search: every cell of every table is asked
    return min(max(whole(None if found is None else found.get(w("val"))), 0), MOST_COLUMNS + 1)


def _width(holder: _Element) -> int:
    return max(whole(holder.get(w("w"))), 0)
