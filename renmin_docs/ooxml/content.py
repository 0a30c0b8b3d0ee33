"""What stands in a paragraph, as a reader of the page has it: runs of text, and what is anchored in them.

Insertions count, deletions don't; of a field its result; of two versions of one thing (`mc:AlternateContent`) the
first. Source: ECMA-376-1, 17.3.2, 17.3.3 (runs), 17.16 (fields); ECMA-376-3, 9.3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.ooxml.names import (
    COMPATIBILITY,
    DRAWING,
    RELATIONSHIPS,
    VML,
    WORD_DRAWING,
    w,
)
from renmin_docs.ooxml.stylesheet import value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_RUN = w("r")
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_FORMULA = f"{{{_MATH}}}oMath"
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
"""Elements of a run that stand for a character; a soft hyphen stands for none."""
_THROUGH = {
    *map(w, ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "customXml", "bdo", "dir")),
    *map(w, ("ruby", "rubyBase")),
    f"{{{_MATH}}}oMathPara",
}
"""Elements around runs that change nothing for a reader."""
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_DROPPED = {w("del"), w("moveFrom")}
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


@dataclass(slots=True)
class Run:
    """A piece of text in one style.

    Attributes:
        text: What it says; a line break is a newline, a tab a tab.
        style: The id of its character style.
        size: Its size in half-points, where it says one itself; 0 where not.
    """

    text: str
    style: str = ""
    size: int = 0


class Drawing(NamedTuple):
    """A picture: the relationship id of its part, its width in EMU, its alternative text."""

    relationship: str
    width: int
    description: str


class NoteReference(NamedTuple):
    """A reference to a footnote or endnote: the kind of part that holds it, and its id there."""

    kind: str
    note_id: str


@dataclass(slots=True)
class Content:
    """All that stands in a paragraph.

    Attributes:
        runs: Its runs of text, also empty ones.
        boxes: Text boxes anchored in it, each with the elements within.
        drawings: Pictures.
        notes: References to footnotes and endnotes.
        has_page_break: A page ends within it.
        has_deletions: Something in it was deleted and is still stored.
    """

    runs: list[Run] = field(default_factory=list)
    boxes: list[list[_Element]] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    has_page_break: bool = False
    has_deletions: bool = False

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


def content_of(paragraph: _Element) -> Content:
    """What stands in a `w:p`."""
    content = Content()
    open_fields: list[int | None] = []  # where the code of each began; None within its result
    for element in _run_elements(paragraph, content):
        if element.tag == _RUN:
            _read_run(element, content, open_fields)
        else:
            content.runs.append(Run("".join(text.text or "" for text in element.iter(f"{{{_MATH}}}t"))))
    return content


def first_choice(element: _Element) -> Iterator[_Element]:
    """The children of the one version that is read of an `mc:AlternateContent`."""
    choices = element.findall(f"{{{COMPATIBILITY}}}Choice") or element.findall(f"{{{COMPATIBILITY}}}Fallback")
    if choices:
        yield from choices[0]


def _run_elements(parent: _Element, content: Content) -> Iterator[_Element]:
    """The runs and formulas in an element, in order."""
    waiting: list[Iterator[_Element]] = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        tag = None if element is None else element.tag
        if element is None:
            waiting.pop()
        elif tag in (_RUN, _FORMULA):
            yield element
        elif tag in _THROUGH:
            waiting.append(iter(element))
        elif tag == f"{{{COMPATIBILITY}}}AlternateContent":
            waiting.append(first_choice(element))
        elif tag in _DROPPED:
            content.has_deletions = True


def _read_run(run: _Element, content: Content, open_fields: list[int | None]) -> None:
    made = Run("")
    content.runs.append(made)
    if not len(run):
        return
    properties = run.find(w("rPr"))
    if properties is not None:
        made.style, made.size = value(properties, "rStyle"), whole(value(properties, "sz"))
    waiting: list[Iterator[_Element]] = [iter(run)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            waiting.append(first_choice(element))
        elif element.tag == w("ruby"):
            base = element.find(w("rubyBase"))
            for inner in () if base is None else base.iter(w("r")):
                made.text += "".join(_text(child, content) for child in inner)
        elif element.tag == w("fldChar"):
            _step_field(element.get(w("fldCharType"), ""), content, open_fields)
        else:
            made.text += _text(element, content)


def _step_field(kind: str, content: Content, open_fields: list[int | None]) -> None:
    """Text in a field's code is not shown; it is taken out when the code ends in the same paragraph."""
    if kind == "begin":
        open_fields.append(len(content.runs))
    elif kind in ("separate", "end") and open_fields:
        start = open_fields.pop()
        if start is not None:
            for run in content.runs[start:-1]:
                run.text = ""
        if kind == "separate":
            open_fields.append(None)


def _text(element: _Element, content: Content) -> str:
    """The text that a child of a run stands for; what is anchored in it goes to the content."""
    tag = element.tag
    if tag == w("t"):
        return element.text or ""
    if tag in _CHARACTERS:
        return _CHARACTERS[tag]
    if tag == w("br"):
        is_line = element.get(w("type"), "textWrapping") == "textWrapping"
        content.has_page_break = content.has_page_break or not is_line
        return "\n" if is_line else ""
    if tag == w("sym"):
        return _symbol(element.get(w("char"), ""))
    if tag in _NOTES:
        content.notes.append(NoteReference(_NOTES[tag], element.get(w("id"), "")))
    elif tag in (w("drawing"), w("pict"), w("object")):
        _read_drawing(element, content)
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


def _read_drawing(element: _Element, content: Content) -> None:
    """The text boxes and pictures of a drawing; a picture within a text box is the box's."""
    boxes = [box for box in element.iter(w("txbxContent")) if _outermost(box, element)]
    content.boxes += [list(box) for box in boxes]
    if boxes:
        return
    properties = next(element.iter(f"{{{WORD_DRAWING}}}docPr"), None)
    extent = next(element.iter(f"{{{WORD_DRAWING}}}extent"), None)
    description = "" if properties is None else properties.get("descr", "")
    width = 0 if extent is None else whole(extent.get("cx"))
    for blip in element.iter(f"{{{DRAWING}}}blip"):
        content.drawings.append(Drawing(blip.get(f"{{{RELATIONSHIPS}}}embed", ""), width, description))
    for data in element.iter(f"{{{VML}}}imagedata"):
        content.drawings.append(Drawing(data.get(f"{{{RELATIONSHIPS}}}id", ""), width, description))


def _outermost(box: _Element, top: _Element) -> bool:
    """Whether a box is in no other one, and in no version that is not read."""
    for above in box.iterancestors():
        if above is top:
            return True
        if above.tag in (w("txbxContent"), f"{{{COMPATIBILITY}}}Fallback"):
            return False
    return True
