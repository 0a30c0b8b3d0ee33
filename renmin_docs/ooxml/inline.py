"""The runs of a paragraph and what is anchored between them, read in order.

Insertions count, deletions don't; of a field its result; of two versions of one thing (`mc:AlternateContent`) the
first. What is left out is kept beside the text with the reason, so that nothing is lost unnoticed.
Source: ECMA-376-1, 17.3.2, 17.3.3 (runs), 17.13 (annotations), 17.16 (fields); ECMA-376-3, 9.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.emphasis import is_readable, raised
from renmin_docs.ooxml.characters import MATH, TEXT, character_of, form_text, is_line_break, text_of, words_of
from renmin_docs.ooxml.content import Content, NoteReference, Run, letters_in
from renmin_docs.ooxml.drawings import TAGS as _DRAWINGS
from renmin_docs.ooxml.drawings import boxes_of, is_hidden, pictures_of, unreadable_in
from renmin_docs.ooxml.fields import CODES, OpenFields, drawn_code, is_contents
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.values import is_on, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.looks import LeftOut, ParagraphLooks

_RUN, _PROPERTIES, _STYLE, _SIZE, _VAL = w("r"), w("rPr"), w("rStyle"), w("sz"), w("val")
_ALTERNATIVE = f"{{{COMPATIBILITY}}}AlternateContent"
_FORMULA, _MATH_TEXT = f"{{{MATH}}}oMath", f"{{{MATH}}}t"
_IN_LINE = {f"{{{MATH}}}{name}" for name in ("r", "sSup", "sSub")}
_SCRIPTS = {f"{{{MATH}}}sup": "superscript", f"{{{MATH}}}sub": "subscript"}
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
_BESIDE = 6
"""Characters before a raised text that show where it stands."""
_PLACEHOLDER = f"{w('sdtPr')}/{w('showingPlcHdr')}"


def content_of(
    paragraph: _Element,
    looks: ParagraphLooks | None = None,
    fields: OpenFields | None = None,
    content: Content | None = None,
) -> Content:
    """What stands in a `w:p`.

    Args:
        paragraph: The element.
        looks: How its runs are shown; None where all are plain.
        fields: The fields that are open where it begins, of a story that is read paragraph by paragraph.
        content: What stands in the paragraphs that it continues.
    """
    reader = _Reader(content or Content(), looks, fields or OpenFields())
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

    def __init__(self, content: Content, looks: ParagraphLooks | None, fields: OpenFields) -> None:
        self.content, self.fields, self._looks = content, fields, looks
        self._run, self._pieces = Run(""), list[str]()
        self._left_out: LeftOut = ""
        self._raised = ""

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
                self._read_simple_field(element)
            else:
                self.content.leave("placeholder", words_of(element))

    def _read_simple_field(self, element: _Element) -> None:
        code, words = element.get(w("instr"), ""), words_of(element)
        if not words:
            self.content.leave("field", drawn_code(code))
        elif is_contents(code):
            self.content.contents += letters_in(words)

    def _read_run(self, run: _Element) -> None:
        self._run = Run("", element=run if self.content.keeps_elements else None)
        if not len(run):
            self.content.runs.append(self._run)
            return
        properties = run.find(_PROPERTIES)
        for child in () if properties is None else properties.iterchildren(_STYLE, _SIZE):
            if child.tag == _STYLE:
                self._run.style = child.get(_VAL, "")
            else:
                self._run.size = whole(child.get(_VAL))
        if self._looks is not None:
            look = self._looks.of(properties, self._run.style)
            self._left_out, self._run.is_bold, self._raised, self._run.emphasis = look
        waiting: list[Iterator[_Element]] = [iter(run)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            elif element.tag == TEXT:
                self._pieces.append(text_of(element))
            elif element.tag == _ALTERNATIVE:
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
            if not self._left_out:
                self.content.notes.append(NoteReference(_NOTES[str(tag)], element.get(w("id"), ""), self._run))
        elif tag in _COMMENTED:
            self.content.comments.append(element.get(w("id"), ""))
        else:
            if tag == w("br") and not is_line_break(element):
                self.content.page_break = len(self.content.text) + sum(map(len, self._pieces))
            self._pieces.append(character_of(element))

    def _end_piece(self) -> None:
        """Take what was read of a run; of a hidden one nothing, so that it is no empty run either."""
        run, content = self._run, self.content
        run.text = "".join(self._pieces)
        self._pieces.clear()
        if self._left_out:
            content.leave(self._left_out, run.text)
            return
        if self._raised:
            self._raise(run)
        content.runs.append(run)
        if self.fields.are_open and run.text:
            self.fields.add(len(run.text), _Piece(content, run, content.line))

    def _raise(self, run: Run) -> None:
        """Write a raised or lowered run in characters that are so by themselves, or leave it and tell of it."""
        if (text := raised(run.text, self._raised)) is not None:
            run.typed, run.text = run.text, text
        elif is_readable(run.text):
            before = self.content.runs[-1].text[-_BESIDE:] if self.content.runs else ""
            self.content.leave("raised", before + run.text)

    def _step_field(self, element: _Element) -> None:
        if any(self._pieces):
            self._end_piece()
            self._run = replace(self._run, text="", typed="")
        kind = element.get(w("fldCharType"), "")
        self.content.leave("field", self.fields.step(kind))
        if kind == "begin" and (shown := form_text(element)):
            self.content.runs += () if self._left_out else (Run(shown, element=self._run.element),)

    def _read_formula(self, formula: _Element) -> None:
        """The characters of a formula in one line; one that is more than a line may read otherwise so."""
        reason = self._looks.of(next(formula.iter(_PROPERTIES), None)).left_out if self._looks is not None else ""
        text, is_whole = _formula_text(formula)
        if reason:
            self.content.leave(reason, text)
            return
        self.content.runs.append(Run(text, element=formula if self.content.keeps_elements else None))
        if not is_whole:
            self.content.leave("formula", text)

    def _read_ruby(self, ruby: _Element) -> None:
        base, above = ruby.find(w("rubyBase")), ruby.find(w("rt"))
        runs = () if base is None else base.iter(_RUN)
        looks = self._looks
        shown = (run for run in runs if looks is None or not looks.of(run.find(_PROPERTIES)).left_out)
        text = "".join(character_of(each) for run in shown for each in run)
        self._pieces.append(text)
        if above is not None and (reading := words_of(above)):
            self.content.leave("pronunciation", f"{text}（{reading}）")

    def _read_drawing(self, element: _Element) -> None:
        content, boxes = self.content, list(boxes_of(element))
        if self._left_out or is_hidden(element):
            content.leave("hidden", " ".join(words_of(each) for box in boxes for each in box))
            for picture in pictures_of(element):
                content.leave("picture", picture.description or "@unnamed")
            return
        content.boxes += boxes
        content.drawings += pictures_of(element)
        for kind in unreadable_in(element):
            content.leave("drawing", kind)


class _Piece(NamedTuple):
    """A run that was read before it was known where in a field it stands."""

    content: Content
    run: Run
    line: int

    def hide(self) -> None:
        """Take it out: it stands in a field's code."""
        self.content.leave("hidden", self.run.text, self.line)
        self.run.text = self.run.typed = ""

    def count_as_contents(self) -> None:
        """Count it: it stands in a table of contents."""
        self.content.contents += letters_in(self.run.text)


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
        elif tag == _ALTERNATIVE:
            waiting.append(first_choice(element))


def _formula_text(formula: _Element) -> tuple[str, bool]:
    """The characters of a formula in one line, and whether they say all that it does: powers and indices that can."""
    pieces: list[str] = []
    is_whole = all(child.tag in _IN_LINE for child in formula)
    for element in formula.iter(_MATH_TEXT):
        text = element.text or ""
        script = next((parent for parent in islice(element.iterancestors(), 2) if parent.tag in _SCRIPTS), None)
        written = text if script is None else raised(text, _SCRIPTS[script.tag])
        is_whole = is_whole and written is not None
        pieces.append(text if written is None else written)
    return "".join(pieces), is_whole
