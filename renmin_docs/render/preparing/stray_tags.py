"""Tags that stand where no text is printed, and pairs of tags that are torn apart.

The engine fills text. A tag in an attribute, a field's code or a deleted passage would be filled too, and make
something else of the document than its author sees.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import text_of, with_texts
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TEXT, _PARAGRAPH = w("t"), w("p")
_OPENING = re.compile(r"\{[{%#]|\{$")
_DELETED = tuple(map(w, ("del", "moveFrom")))
_DELETED_TEXT = w("delText")
_STATEMENT = re.compile(r"\{%(p|tr|tc)\s+-?\s*(for|if|elif|else|endif|endfor)\b[^%]*%\}")
_HOLDERS = {"p": _PARAGRAPH, "tr": w("tr"), "tc": w("tc")}


class _Opened(NamedTuple):
    """A `for` or an `if` that is not closed yet: its tag, and what holds its paragraph, row or cell."""

    tag: str
    holder: _Element | None


def stray_tags(root: _Element) -> Iterator[Finding]:
    """Tags outside the text of a part, and tags in passages that are marked as deleted."""
    quoted = cache(lambda paragraph: quote(text_of(paragraph), 60))  # thousands of findings may stand in one paragraph

    def place_of(element: _Element) -> str:
        paragraph = element if element.tag == _PARAGRAPH else next(element.iterancestors(_PARAGRAPH), None)
        return "" if paragraph is None else quoted(paragraph)

    for element in root.iter():
        is_text = element.tag == _TEXT
        if is_text and element.text and _OPENING.search(element.text):
            if next(element.iterancestors(*_DELETED), None) is not None:
                yield Finding("tag_deleted", place=place_of(element), found=element.text.strip())
        elif tag := next((value for value in _values(element, is_text=is_text) if _OPENING.search(value)), ""):
            rule = "tag_deleted" if element.tag == _DELETED_TEXT else "tag_outside_text"
            yield Finding(rule, place=place_of(element), found=tag.strip())


def torn_pairs(root: _Element) -> Iterator[Finding]:
    """Pairs of paragraph, row or cell tags of which one stands in a cell or box, the other outside it."""
    opened: list[_Opened] = []
    for paragraph, text in with_texts(root):
        if "{%" not in text:
            continue
        for match in _STATEMENT.finditer(text):
            holder = _holder(paragraph, _HOLDERS[match[1]])
            if match[2] in ("for", "if"):
                opened.append(_Opened(match.group(), holder))
            elif opened:
                if opened[-1].holder is not holder:
                    yield Finding("tag_pair_torn", place=quote(text, 60), found=match.group(), expected=opened[-1].tag)
                if match[2].startswith("end"):
                    opened.pop()


def _values(element: _Element, *, is_text: bool) -> Iterator[str]:
    """What of an element is not the text of a document."""
    yield from (str(value) for value in element.attrib.values())
    yield element.tail or ""
    if not is_text:
        yield element.text or ""


def _holder(paragraph: _Element, name: str) -> _Element | None:
    """What holds the paragraph, or the row or cell that the paragraph stands in."""
    if paragraph.tag == name:
        return paragraph.getparent()
    owner = next(paragraph.iterancestors(name), None)
    return None if owner is None else owner.getparent()
