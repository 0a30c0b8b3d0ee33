"""A template on another page: its parts rewritten for a profile, before it is prepared.

Only what the library's own templates say is replaced: the margins, the pitch and the spacing of grid A, the
families of the set `gb2312`. What a clerk has chosen in Word stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.preparing.paragraphs import element, properties_of, replace, style_of
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.elements import BY_IDENTIFIER
from renmin_docs.standard.page import GRIDS, Grid
from renmin_docs.standard.type import ALTERNATIVES, FONT_SETS

_OURS = PageProfile()
"""The profile that the library's templates are made in."""
_NAMESPACES = tuple(W.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

_SIDES = ("top", "right", "bottom", "left")
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_PAGE_FIELD = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_NO_INDENT = ("left", "right", "firstLine", "leftChars", "rightChars", "firstLineChars")


class _Change(NamedTuple):
    """One attribute whose value depends on the profile.

    Attributes:
        element: Local name of the element.
        attribute: Local name of the attribute.
        values: Value of our own templates → value in the profile.
        exact: Whether it counts only in an exact line pitch: 579 is a multiple of the line in another.
    """

    element: str
    attribute: str
    values: Mapping[str, str]
    exact: bool = False


def paged(parts: dict[str, bytes], profile: PageProfile) -> dict[str, bytes]:
    """The parts of a template for a profile; those that need no change are the same bytes.

    Args:
        parts: Name → bytes. A template's, before it is prepared: its tags stay where they are.
        profile: With the default one nothing is touched.

    Raises:
        PackageError: A part is no sound XML.
    """
    if profile == _OURS:
        return parts
    changes = [*_grid_changes(GRIDS[_OURS.grid], GRIDS[profile.grid]), *_font_changes(_families(profile))]
    return {name: _rewritten(name, content, changes, profile) for name, content in parts.items()}


def _grid_changes(ours: Grid, grid: Grid) -> Iterator[_Change]:
    """Margins by their value, on whichever side they stand: a landscape page has them turned."""
    margins = {str(getattr(ours, side).twips): str(getattr(grid, side).twips) for side in _SIDES}
    pitch = {str(ours.pitch.twips): str(grid.pitch.twips)}
    yield from (_Change("pgMar", side, margins) for side in _SIDES)
    yield from (_Change("docGrid", "linePitch", pitch), _Change("spacing", "line", pitch, exact=True))
    spacing = {str(ours.character_spacing.twips): str(grid.character_spacing.twips)}
    yield _Change("spacing", "val", spacing)


def _families(profile: PageProfile) -> dict[str, str]:
    """Family of our own templates → family of the profile, face by face."""
    ours, wanted = FONT_SETS[_OURS.fonts], FONT_SETS[profile.fonts]
    return {family: wanted[face] for face, family in ours.items() if wanted[face] != family}


def _font_changes(families: dict[str, str]) -> Iterator[_Change]:
    yield from (_Change("rFonts", slot, families) for slot in _SLOTS)
    yield _Change("font", "name", families)


def _rewritten(name: str, content: bytes, changes: list[_Change], profile: PageProfile) -> bytes:
    if not name.endswith(".xml") or not any(namespace in content for namespace in _NAMESPACES):
        return content
    root = parse_xml(content, part=name)
    touched = [_apply(root, change) for change in changes]
    if root.tag == w("fonts") and any(touched):
        _describe_fonts(root, profile)
    if root.tag == w("ftr") and profile.page_number == "centred":
        touched.append(_centre(root))
    return to_part(root) if any(touched) else content


def _apply(root: _Element, change: _Change) -> bool:
    """Replace the values of one attribute; whether there were any."""
    attribute, found = w(change.attribute), False
    for owner in root.iter(w(change.element)):
        old = owner.get(attribute, "")
        new = change.values.get(old, old)
        if new != old and (not change.exact or owner.get(w("lineRule")) == "exact"):
            owner.set(attribute, new)
            found = True
    return found


def _describe_fonts(fonts: _Element, profile: PageProfile) -> None:
    """Each new family once in the font table, with what stands in for it; nothing of the one before it."""
    new = set(_families(profile).values())
    seen: set[str] = set()
    for font in list(fonts.iter(w("font"))):
        family = font.get(w("name"), "")
        if family in seen:
            fonts.remove(font)
        elif family in new:
            says = {"altName": ALTERNATIVES[family], "charset": "86", "family": "auto", "pitch": "default"}
            font[:] = [element(name, val=value) for name, value in says.items()]
        seen.add(family)


# --- the page number --------------------------------------------------------------------------


def _centre(footer: _Element) -> bool:
    """Centre the page numbers of a footer; whether there were any."""
    numbers = [paragraph for paragraph in footer.iter(w("p")) if _holds_number(paragraph)]
    for paragraph in numbers:
        properties = properties_of(paragraph)
        replace(properties, element("ind", **dict.fromkeys(_NO_INDENT, "0")))
        replace(properties, element("jc", val="center"))
        for frame in properties.iter(w("framePr")):  # as Word 2003 and WPS set a page number
            frame.set(w("xAlign"), "center")
    return bool(numbers)


def _holds_number(paragraph: _Element) -> bool:
    if style_of(paragraph) == BY_IDENTIFIER["page_number"].style_id:
        return True
    codes = [text.text or "" for text in paragraph.iter(w("instrText"))]
    codes += [field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple"))]
    return any(_PAGE_FIELD.match(code) for code in codes)
