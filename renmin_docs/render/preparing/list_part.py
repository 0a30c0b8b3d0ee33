"""Word's multilevel list: unlinked for typed numbers, written for native ones.

A template carries one list whose levels are linked to its heading styles. Typed documents must not number
twice, so the link is cut in them. Native ones get the list with the levels that their ladder says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.numerals import MARK_FORMS
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.preparing.paragraphs import drop_element, element
from renmin_docs.render.preparing.prepared import ListPart

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.render.values.numbering import Restart

_NUM_ID = re.compile("[1-9][0-9]{0,8}")
"""An id that a list can have; 0 means none, and an untrusted file may hold anything."""


def unlink(styles: _Element | None, numbering: _Element | None) -> None:
    """Cut the link between heading styles and the list, in both parts, so that nothing numbers itself."""
    for root, name in ((styles, "numPr"), (numbering, "pStyle")):
        if root is not None:
            for link in [*root.iter(w(name))]:
                drop_element(link)


def find_list(styles: _Element | None, used: Iterable[str]) -> int | None:
    """The `w:numId` of the list that one of the used paragraph styles is linked to."""
    sheet = Stylesheet(styles)
    for style_id in used:
        link = sheet.property(style_id, "pPr/numPr")
        num_id = "" if link is None else value(link, "numId")
        if _NUM_ID.fullmatch(num_id):
            return int(num_id)
    return None


def written(part: ListPart, marks: tuple[str, ...], restarts: list[Restart]) -> bytes:
    """The part for a ladder, with a further `w:num` for each restart.

    Raises:
        TemplateError: The list has fewer levels than the ladder has marks.
    """
    root = parse_xml(part.xml, part="numbering")
    abstract = _abstract(root, part.num_id)
    if abstract is None:
        raise TemplateError(Finding("list_missing", found=f"numId {part.num_id}", expected="typed"))
    _write_ladder(abstract, marks)
    last = list(root.iter(w("num")))[-1]
    for restart in reversed(restarts):
        last.addnext(_restarting(restart, abstract.get(w("abstractNumId"), "")))
    return to_part(root)


def list_part(xml: bytes, num_id: int) -> ListPart:
    """The list `num_id` of a numbering part.

    Raises:
        TemplateError: The part has no such list.
    """
    root = parse_xml(xml, part="numbering")
    if _abstract(root, num_id) is None:
        raise TemplateError(Finding("list_missing", found=f"numId {num_id}", expected="typed"))
    used = [item.get(w("numId"), "") for item in root.iter(w("num"))]
    return ListPart(xml, num_id, 1 + max(int(name) for name in used if _NUM_ID.fullmatch(name)))


def _abstract(root: _Element, num_id: int) -> _Element | None:
    """The `w:abstractNum` behind a `w:num`."""
    links = {item.get(w("numId")): value(item, "abstractNumId") for item in root.iter(w("num"))}
    wanted = links.get(str(num_id), "")
    found = [item for item in root.iter(w("abstractNum")) if item.get(w("abstractNumId")) == wanted]
    return found[0] if found else None


def _write_ladder(abstract: _Element, marks: tuple[str, ...]) -> None:
    """Let the levels count and read as the ladder's marks."""
    levels = {level.get(w("ilvl")): level for level in abstract.iter(w("lvl"))}
    for rung, mark in enumerate(marks):
        if str(rung) not in levels:
            raise TemplateError(Finding("list_level", found=mark, expected=str(len(marks))))
        form, level = MARK_FORMS[mark], levels[str(rung)]
        _set(level, "numFmt", form.number_format)
        _set(level, "lvlText", f"{form.before}%{rung + 1}{form.after}")


def _restarting(restart: Restart, abstract_id: str) -> _Element:
    override = element("lvlOverride", element("startOverride", val="1"), ilvl=restart.level)
    return element("num", element("abstractNumId", val=abstract_id), override, numId=restart.num_id)


def _set(level: _Element, name: str, text: str) -> None:
    found = level.find(w(name))
    if found is not None:
        found.set(w("val"), text)
