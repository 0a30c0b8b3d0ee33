"""What stands in a paragraph, as a reader of the page has it: runs of text, and what is anchored in them.

Insertions count, deletions don't; of a field its result; of two versions of one thing (`mc:AlternateContent`) the
first. What is left out is kept beside the text with the reason, so that nothing is lost unnoticed.
Source: ECMA-376-1, 17.3.2, 17.3.3 (runs), 17.13 (annotations), 17.16 (fields); ECMA-376-3, 9.3.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from renmin_docs.ooxml.characters import MATH, character_of, form_text, is_line_break, words_of
from renmin_docs.ooxml.drawings import TAGS as _DRAWINGS
from renmin_docs.ooxml.drawings import Drawing, boxes_of, is_hidden, pictures_of, unreadable_in
from renmin_docs.ooxml.fields import CODES, OpenFields, drawn_code
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.values import is_on, value, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    Hides = Callable[[_Element | None], bool]

_RUN, _PROPERTIES = w("r"), w("rPr")
_FORMULA = f"{{{MATH}}}oMath"
MATH_PARAGRAPH = f"{{{MATH}}}oMathPara"
_THROUGH = {
    *map(w, ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "customXml", "bdo", "dir")),
    *map(w, ("ruby", "rubyBase")),
    MATH_PARAGRAPH,
}
"""Elements around runs that change nothing for a reader."""
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
DROPPED = frozenset((w("del"), w("moveFrom")))
_COMMENTED = (w("commentRangeStart"), w("commentReference"))
_READ = frozenset((_RUN, _FORMULA, *DROPPED, *_COMMENTED))
_PLACEHOLDER = f"{w('sdtPr')}/{w('showingPlcHdr')}"

Reason = Literal["hidden", "deleted", "placeholder", "pronunciation", "formula", "field", "drawing", "picture"]
"""Why something is left out, or what it is."""


@dataclass(slots=True)
class Run:
    """A piece of text in one style.

    Attributes:
        text: What it says; a line break is a newline, a tab a tab.
        style: The id of its character style.
        size: Its size in half-points, where it says one itself; 0 where not.
        element: The `w:r` or `m:oMath` that says it, where elements are kept; two pieces may be of one run.
    """

    text: str
    style: str = ""
    size: int = 0
    element: _Element | None = field(default=None, compare=False, repr=False)


class NoteReference(NamedTuple):
    """A reference to a footnote or endnote: the kind of part that holds it, and its id there."""

    kind: str
    note_id: str


@dataclass(slots=True)
class Left:
    """What is left out of a text.

    Attributes:
        reason: Why.
        line: The paragraph where it stands, from 1.
        pieces: What it says.
    """

    reason: Reason
    line: int
    pieces: list[str]

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Content:
    """All that stands in a paragraph.

    Attributes:
        line: The place of the paragraph that is read.
        runs: Its runs of text, also empty ones.
        boxes: Text boxes anchored in it, each with the elements within.
        drawings: Pictures.
        notes: References to footnotes and endnotes.
        comments: The ids of comments on it.
        left: What is left out.
        has_page_break: A page ends within it.
        keeps_elements: Whether each run keeps its element.
    """

    line: int = 0
    runs: list[Run] = field(default_factory=list)
    boxes: list[list[_Element]] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    has_page_break: bool = False
    keeps_elements: bool = False
    _left_behind: int = -1  # how many runs stood before what was left out last

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)

    def leave(self, reason: Reason, text: str, line: int = 0) -> None:
        """Leave a text out; pieces that stand side by side are one."""
        if not text:
            return
        line, last = line or self.line, self.left[-1] if self.left else None
        if last and (last.reason, last.line) == (reason, line) and self._left_behind == len(self.runs):
            last.pieces.append(text)
        else:
            self.left.append(Left(reason, line, [text]))
        self._left_behind = len(self.runs)


def content_of(
    paragraph: _Element, hides: Hides | None = None, fields: OpenFields | None = None, content: Content | None = None
) -> Content:
    """What stands in a `w:p`.

    Args:
        paragraph: The element.
        hides: Tells by its `w:rPr` whether a run is hidden; None where none is.
        fields: The fields that are open where it begins, of a story that is read paragraph by paragraph.
        content: What stands in the paragraphs that it continues.
    """
    reader = _Reader(content or Content(), hides, fields or OpenFields())
    reader.read(paragraph)
    if fields is None:
        reader.fields.close()
    return reader.content


def first_choice(element: _Element) -> Iterator[_Element]:
    """The children of the one version that is read of an `mc:AlternateContent`."""
    choices = element.findall(f"{{{COMPATIBILITY}}}Choice") or element.findall(f"{{{COMPATIBILITY}}}Fallback")
    if choices:
        yield from choices[0]


def is_placeholder(control: _Element) -> bool:
    """Whether a content control shows what is to be filled in, and no content."""
    return control.tag == w("sdt") and is_on(control.find(_PLACEHOLDER))


class _Reader:
    """Reads the elements of a paragraph in order."""

    def __init__(self, content: Content, hides: Hides | None, fields: OpenFields) -> None:
        self.content, self.fields, self._hides = content, fields, hides
        self._run, self._pieces, self._hidden = Run(""), list[str](), False

    def read(self, paragraph: _Element) -> None:
        """Read runs, formulas, and what stands around them."""
        for element in _walk(paragraph):
            tag = element.tag
            if tag == _RUN:
                self._read_run(element)
            elif tag == _FORMULA:
                self._read_formula(element)
            elif tag in DROPPED:
                self.content.leave("deleted", words_of(element))
            elif tag in _COMMENTED:
                self.content.comments.append(element.get(w("id"), ""))
            elif tag == w("fldSimple"):
                if not words_of(element):
                    self.content.leave("field", drawn_code(element.get(w("instr"), "")))
            else:
                self.content.leave("placeholder", words_of(element))

    def _read_run(self, run: _Element) -> None:
        self._run = Run("", element=run if self.content.keeps_elements else None)
        if not len(run):
            self.content.runs.append(self._run)
            return
        properties = run.find(_PROPERTIES)
        self._hidden = self._hides is not None and self._hides(properties)
        if properties is not None:
            self._run.style, self._run.size = value(properties, "rStyle"), whole(value(properties, "sz"))
        waiting: list[Iterator[_Element]] = [iter(run)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            elif element.tag == f"{{{COMPATIBILITY}}}AlternateContent":
                waiting.append(first_choice(element))
            else:
                self._read_child(element)
        self._end_piece()

    def _read_child(self, element: _Element) -> None:
        tag = element.tag
        if tag == w("fldChar"):
            self._step_field(element)
        elif tag in CODES:
            self.fields.add_code(element.text or "")
        elif tag == w("ruby"):
            self._read_ruby(element)
        elif tag in _DRAWINGS:
            self._read_drawing(element)
        elif tag in _NOTES:
            if not self._hidden:
                self.content.notes.append(NoteReference(_NOTES[str(tag)], element.get(w("id"), "")))
        elif tag in _COMMENTED:
            self.content.comments.append(element.get(w("id"), ""))
        else:
            if tag == w("br") and not is_line_break(element):
                self.content.has_page_break = True
            self._pieces.append(character_of(element))

    def _end_piece(self) -> None:
        """Take what was read of a run; of a hidden one nothing, so that it is no empty run either."""
        run, content = self._run, self.content
        run.text = "".join(self._pieces)
        self._pieces.clear()
        if self._hidden:
            content.leave("hidden", run.text)
            return
        content.runs.append(run)
        if self.fields.are_open and run.text:
            self.fields.add(len(run.text), partial(_hide, content, run, content.line))

    def _step_field(self, element: _Element) -> None:
        if any(self._pieces):
            self._end_piece()
            self._run = replace(self._run, text="")
        kind = element.get(w("fldCharType"), "")
        self.content.leave("field", self.fields.step(kind))
        if kind == "begin" and (shown := form_text(element)):
            self.content.runs += () if self._hidden else (Run(shown, element=self._run.element),)

    def _read_formula(self, formula: _Element) -> None:
        """The characters of a formula in one line; one that is more than a line may read otherwise so."""
        if self._hides is not None and self._hides(next(formula.iter(_PROPERTIES), None)):
            self.content.leave("hidden", _formula_text(formula))
            return
        run = Run(_formula_text(formula), element=formula if self.content.keeps_elements else None)
        self.content.runs.append(run)
        if any(child.tag != f"{{{MATH}}}r" for child in formula):
            self.content.leave("formula", run.text)

    def _read_ruby(self, ruby: _Element) -> None:
        base, above = ruby.find(w("rubyBase")), ruby.find(w("rt"))
        runs = () if base is None else base.iter(_RUN)
        shown = (run for run in runs if self._hides is None or not self._hides(run.find(_PROPERTIES)))
        text = "".join(character_of(each) for run in shown for each in run)
        self._pieces.append(text)
        if above is not None and (reading := words_of(above)):
            self.content.leave("pronunciation", f"{text}（{reading}）")

    def _read_drawing(self, element: _Element) -> None:
        content, boxes = self.content, list(boxes_of(element))
        if self._hidden or is_hidden(element):
            content.leave("hidden", " ".join(words_of(each) for box in boxes for each in box))
            for picture in pictures_of(element):
                content.leave("picture", picture.description or "@unnamed")
            return
        content.boxes += boxes
        content.drawings += pictures_of(element)
        for kind in unreadable_in(element):
            content.leave("drawing", kind)


def _hide(content: Content, run: Run, line: int) -> None:
    """Take a run out that was read before it was known to stand in a field's code."""
    content.leave("hidden", run.text, line)
    run.text = ""


def _walk(parent: _Element) -> Iterator[_Element]:
    """The runs and formulas in an element, in order, and what is left out or marked between them."""
    waiting: list[Iterator[_Element]] = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        tag = None if element is None else element.tag
        if element is None:
            waiting.pop()
        elif tag in _READ or is_placeholder(element):
            yield element
        elif tag in _THROUGH:
            if tag == w("fldSimple"):
                yield element
            waiting.append(iter(element))
        elif tag == f"{{{COMPATIBILITY}}}AlternateContent":
            waiting.append(first_choice(element))


def _formula_text(formula: _Element) -> str:
    return "".join(text.text or "" for text in formula.iter(f"{{{MATH}}}t"))
