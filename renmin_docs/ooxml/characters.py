"""Elements of a run as the characters that a reader of the page sees. Source: ECMA-376-1, 17.3.3 (run content)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import is_on, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT, DELETED_TEXT = w("t"), w("delText")
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WORDS = (TEXT, DELETED_TEXT, f"{{{MATH}}}t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
"""A soft hyphen stands for no character."""
_PRIVATE = range(0xF020, 0xF100)
_SYMBOLS = {
    0xFC: "√",
    0xFE: "√",
    0xA8: "□",
    0x6F: "□",
    0xFB: "×",
    0xB7: "·",
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0xD8: "➢",
}
"""Characters of Wingdings and Symbol that lists and check boxes are made of → characters of any font."""
_CHECKED, _UNCHECKED = "√", "□"


def character_of(element: _Element) -> str:
    """The text of a child of a run; empty for one that stands for no character."""
    tag = element.tag
    if tag == TEXT:
        return text_of(element)
    if tag == w("br"):
        return "\n" if is_line_break(element) else ""
    if tag == w("sym"):
        return _symbol(element.get(w("char"), ""))
    return _CHARACTERS.get(str(tag), "")


def is_line_break(element: _Element) -> bool:
    """Whether a `w:br` ends a line, and no page or column."""
    return element.get(w("type"), "textWrapping") == "textWrapping"


def text_of(element: _Element) -> str:
    """The text of a `w:t`: spaces at its ends count only where `xml:space` keeps them, a line's end is a space."""
    text = element.text or ""
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        settings = (each.get(_SPACE) for each in (element, *element.iterancestors()))
        if next(filter(None, settings), "") != "preserve":
            text = text.strip(_BLANKS)
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def words_of(element: _Element) -> str:
    """All text within an element, deleted text too, a space between its paragraphs."""
    pieces = (text_of(each) if each.tag != w("p") else "\0" for each in element.iter(w("p"), *_WORDS))
    return " ".join(filter(None, map(str.strip, "".join(pieces).split("\0"))))


def form_text(begin: _Element) -> str:
    """What the form field that a `w:fldChar` begins shows without any text: a box, or the entry that is chosen."""
    box, entries = begin.find(f"{w('ffData')}/{w('checkBox')}"), begin.find(f"{w('ffData')}/{w('ddList')}")
    if box is not None:
        state = box.find(w("checked"))
        return _CHECKED if is_on(state if state is not None else box.find(w("default"))) else _UNCHECKED
    if entries is not None:
        texts = [entry.get(w("val"), "") for entry in entries.findall(w("listEntry"))]
        chosen = whole(value(entries, "result") or value(entries, "default"))
        return texts[chosen] if 0 <= chosen < len(texts) else ""
    return ""


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in _PRIVATE or number - 0xF000 in _SYMBOLS:
        return _SYMBOLS.get(number - 0xF000, chr(number))
    is_character = 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if is_character else ""
