"""Merge fields and content controls whose names are known: they are filled as the tags that they stand for.

Others stay as they are; the check of templates names them. Source: ECMA-376-1, 17.16.5.35 (MERGEFIELD), 17.5.2 (sdt).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.fields import CODES, field_address, field_name
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import value
from renmin_docs.render.preparing.known_names import tag_of
from renmin_docs.render.preparing.paragraphs import drop, drop_element, element, within
from renmin_docs.render.preparing.split_tags import drop_from_run

_SIMPLE, _MARK, _RUN, _TEXT, _PARAGRAPH = map(w, ("fldSimple", "fldChar", "r", "t", "p"))
_MERGE = "MERGEFIELD"
_TEXT_CONTROLS = frozenset(
    (
        *("alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "dataBinding", "text", "richText"),
        *("date", "rPr", "label", "tabIndex", "appearance", "color", "webExtensionCreated", "webExtensionLinked"),
    )
)
"""What the properties of a control hold that takes text; others choose, tick or show something."""
_PRINTS = "{{ "


class MergeField(NamedTuple):
    """A merge field.

    Attributes:
        name: The name of the column that it prints.
        pieces: The elements that it is made of, in their order: the field itself, or its marks, codes and texts.
    """

    name: str
    pieces: tuple[_Element, ...]

    @property
    def tag(self) -> str:
        """The tag that it stands for; empty where its name is not known."""
        return _printing_tag(self.name)

    @property
    def text(self) -> str:
        """What it shows."""
        return "".join(text.text or "" for piece in self.pieces for text in piece.iter(_TEXT))


class Control(NamedTuple):
    """A content control for text, with its name; `element` is the `w:sdt`."""

    name: str
    element: _Element

    @property
    def tag(self) -> str:
        """The tag that it stands for; empty where its name is not known."""
        return _printing_tag(self.name)

    @property
    def is_empty(self) -> bool:
        """Whether it shows what is to be typed there, and no text."""
        return self.element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None

    @property
    def text(self) -> str:
        """What stands in it."""
        return "".join(text.text or "" for text in self.element.iter(_TEXT))


def fill_forms(root: _Element) -> None:
    """Put tags in the place of the fields and into the controls of a part whose names are known."""
    for field in [*merge_fields(root)]:
        if field.tag:
            _put_tag(field)
    for control in [*controls(root)]:
        if control.tag and "{" not in control.text:
            _fill(control)


def merge_fields(root: _Element) -> Iterator[MergeField]:
    """The merge fields of a part that stand in one paragraph each, and hold no other field."""
    for simple in root.iter(_SIMPLE):
        if field_name(code := simple.get(w("instr"), "")) == _MERGE:
            yield MergeField(field_address(code), (simple,))
    for paragraph in root.iter(_PARAGRAPH):
        pieces: list[_Element] = []
        depth = 0
        for piece in within(paragraph, _MARK, *CODES, _TEXT):
            kind = piece.get(w("fldCharType"))
            depth += kind == "begin"
            pieces += [piece] if depth else []
            depth = max(0, depth - (kind == "end"))
            if kind == "end" and not depth:
                yield from _complex(pieces)
                pieces = []


def _complex(pieces: list[_Element]) -> Iterator[MergeField]:
    code = "".join(piece.text or "" for piece in pieces if piece.tag in CODES)
    is_alone = sum(piece.get(w("fldCharType")) == "begin" for piece in pieces) == 1
    if is_alone and field_name(code) == _MERGE:
        yield MergeField(field_address(code), tuple(pieces))


def controls(root: _Element) -> Iterator[Control]:
    """The content controls of a part that take text and hold no other control and no table."""
    for control in root.iter(w("sdt")):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if properties is None or content is None or next(content.iter(w("sdt"), w("tbl")), None) is not None:
            continue
        if {str(child.tag).rpartition("}")[2] for child in properties} <= _TEXT_CONTROLS:
            names = [*filter(None, (value(properties, name) for name in ("alias", "tag")))]
            known = (name for name in names if _printing_tag(name))
            yield Control(next(known, next(iter(names), "")), control)


def _printing_tag(name: str) -> str:
    tag = tag_of(name)
    return tag if tag.startswith(_PRINTS) else ""


def _put_tag(field: MergeField) -> None:
    """Replace a field by its tag, in the look of its result."""
    first = field.pieces[0]
    if first.tag == _SIMPLE:
        kept = next(first.iter(_RUN), None)
        run = element("r") if kept is None else kept
        for text in [*run.iter(_TEXT)]:
            drop_element(text)
        run.append(element("t", text=field.tag))
        first.addprevious(run)
        drop_element(first)
        return
    shown = next((piece for piece in field.pieces if piece.tag == _TEXT), None)
    if shown is None:
        first.addnext(element("t", text=field.tag))
    else:
        shown.text = field.tag
    for piece in field.pieces:
        if piece is not shown:
            drop_from_run(piece)


def _fill(control: Control) -> None:
    """Put its tag into a control, in the place of what it shows."""
    content = control.element.find(w("sdtContent"))
    assert content is not None  # noqa: S101 - `controls` has seen it
    for paragraph in [*content.iter(_PARAGRAPH)][1:]:
        drop_element(paragraph)
    run = next(content.iter(_RUN), None)
    if run is None:
        run = element("r")
        holder = next(content.iter(_PARAGRAPH), content)
        holder.append(run)
    for text in [*content.iter(_TEXT)]:
        drop_from_run(text) if text.getparent() is not run else drop_element(text)
    properties = run.find(w("rPr"))
    if control.is_empty and properties is not None:
        drop(properties, "rStyle")
    run.append(element("t", text=control.tag))
