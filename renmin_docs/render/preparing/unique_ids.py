"""What a document may hold once: ids of drawings, shapes and changes, bookmarks, comments, permissions.

A loop of a template repeats them with all the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from lxml.etree import _Element

from renmin_docs.ooxml.names import CHANGES, VML, WORD_DRAWING, w
from renmin_docs.render.preparing.paragraphs import drop_element

_DRAWING = f"{{{WORD_DRAWING}}}docPr"
_RANGES = {
    w(f"{name}Start"): w(f"{name}End") for name in ("bookmark", "perm", "commentRange", "moveFromRange", "moveToRange")
}
"""Ranges that are marked by a start and an end with the same `w:id`."""
_COMMENT = w("commentReference")
_KNOWN = {_DRAWING, _COMMENT, *CHANGES, *_RANGES, *_RANGES.values()}
_SHAPE_HOLDERS = (w("pict"), w("object"))
_SHAPE_LINKS = ("id", "ShapeID", "type")
"""Attributes that name a VML shape, in VML and in the object that it pictures."""
_ID = re.compile("[0-9]{1,10}")
_CURSOR = "_GoBack"
"""The bookmark that Word leaves where the cursor stood."""


def has_identity(element: _Element) -> bool:
    """Whether a document may hold the element once."""
    if element.tag in _KNOWN:
        return True
    return str(element.tag).startswith(f"{{{VML}}}") and "id" in element.attrib


def forget_cursor(root: _Element) -> None:
    """Take out Word's bookmark of the place where the cursor stood."""
    starts = [start for start in root.iter(w("bookmarkStart")) if start.get(w("name")) == _CURSOR]
    ids = {start.get(w("id")) for start in starts}
    for mark in [*starts, *(end for end in root.iter(w("bookmarkEnd")) if end.get(w("id")) in ids)]:
        drop_element(mark)


def make_unique(root: _Element) -> None:
    """Number anew what can be numbered; keep the first of what is named, as Word does."""
    for number, drawing in enumerate(root.iter(_DRAWING), 1):
        drawing.set("id", str(number))
    _number_changes(root)
    _rename_shapes(root)
    repeated = [mark for start, end in _RANGES.items() for mark in _repeated(root, start, end)]
    for mark in [*repeated, *_repeated_comments(root)]:
        drop_element(mark)


def _number_changes(root: _Element) -> None:
    changes = [*root.iter(*CHANGES)]
    ids = [change.get(w("id"), "") for change in changes]
    fresh = count(1 + max((int(name) for name in ids if _ID.fullmatch(name)), default=0))
    seen: set[str] = set()
    for change, name in zip(changes, ids, strict=True):
        if name in seen:
            change.set(w("id"), str(next(fresh)))
        seen.add(name)


def _rename_shapes(root: _Element) -> None:
    """Give a repeated shape another id, in all that names it beside it."""
    seen: dict[str, int] = defaultdict(int)
    for holder in root.iter(*_SHAPE_HOLDERS):
        shapes = [element for element in holder.iter() if str(element.tag).startswith(f"{{{VML}}}")]
        own = dict.fromkeys(shape.get("id", "") for shape in shapes if "id" in shape.attrib)
        renamed: dict[str, str] = {}
        for name in own:
            seen[name] += 1
            if seen[name] > 1:
                new = f"{name}_{seen[name]}"
                renamed |= {name: new, f"#{name}": f"#{new}"}
        for element in holder.iter() if renamed else ():
            for key in _SHAPE_LINKS:
                if (new_name := renamed.get(element.get(key, ""))) is not None:
                    element.set(key, new_name)


def _repeated(root: _Element, start: str, end: str) -> Iterator[_Element]:
    """The marks of ranges of one kind beyond the first range of each name, and ends without a start."""
    named: set[str] = set()
    kept_open: dict[str, list[bool]] = defaultdict(list)
    for mark in root.iter(start, end):
        number = mark.get(w("id"), "")
        if mark.tag == start:
            name = mark.get(w("name"), number)
            kept_open[number].append(name not in named)
            if name in named:
                yield mark
            named.add(name)
        elif not (kept_open[number] and kept_open[number].pop(0)):
            yield mark


def _repeated_comments(root: _Element) -> Iterator[_Element]:
    seen: set[str] = set()
    for reference in root.iter(_COMMENT):
        if reference.get(w("id"), "") in seen:
            yield reference
        seen.add(reference.get(w("id"), ""))
