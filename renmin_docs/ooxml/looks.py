"""How runs are shown: hidden, struck out, bold, underlined, raised; by themselves, their styles, document defaults.

`w:vanish`, `w:strike` and `w:b` are toggles: styles of several kinds that both have one cancel each other.
`w:webHidden` hides nothing on paper. Source: ECMA-376-1, 17.3.2.1 (b), 17.3.2.9 (dstrike), 17.3.2.36 (specVanish),
17.3.2.37 (strike), 17.3.2.41 (vanish), 17.3.2.40 (u), 17.3.2.42 (vertAlign), 17.3.2.44 (webHidden), 17.7.3 (toggles).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from lxml import etree

from renmin_docs.emphasis import BOLD, KINDS, UNDERLINE
from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.values import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.styles import Stylesheet

    LeftOut = Literal["hidden", "struck", ""]
    _Value = tuple[str, str | bool] | None

_TOGGLES, _SWITCHES = ("vanish", "strike", "b"), ("specVanish", "dstrike")
_FONTS, _RAISED, _UNDERLINE = "rFonts", "vertAlign", "u"
_NAMES = {w(name): name for name in (*_TOGGLES, *_SWITCHES, _RAISED, _FONTS, _UNDERLINE)}
_BY_POSITION = {kind.position: kind.bit for kind in KINDS if kind.position}
_NOT_RAISED = "baseline"
_HIDING = frozenset(map(w, ("vanish", "specVanish")))
_VAL, _EAST_ASIA, _HEAVY = w("val"), w("eastAsia"), ("黑体", "SimHei", "Heiti")
_ARE_HEAVY = " or ".join(f"contains(@w:eastAsia, '{name}')" for name in _HEAVY)
_NAMES_HEAVY = etree.XPath(f"boolean(.//w:rFonts[{_ARE_HEAVY}])", namespaces={"w": W})


class Look(NamedTuple):
    """How a run is shown.

    Attributes:
        left_out: Why it is not read: hidden, or struck out.
        is_bold: It is bold, or of the bold face of Chinese documents, 黑体.
        raised: `superscript` or `subscript`.
        emphasis: What sets it apart in its paragraph, by the bits of `emphasis`; it is underlined by itself, not by a
            style, as links are.
    """

    left_out: LeftOut = ""
    is_bold: bool = False
    raised: str = ""
    emphasis: int = 0


class Looks:
    """How the runs of a document are shown.

    Attributes:
        may_hide: Something in the part that is read may be hidden.
    """

    def __init__(self, styles: Stylesheet) -> None:
        self._styles = styles
        self._in_styles = _met_in(styles.root)
        self._met = self._in_styles
        self.may_hide = False
        self._inherited: dict[tuple[str, ...], dict[str, str | bool]] = {}
        self._looks: dict[tuple[tuple[_Value, ...], tuple[str, ...]], Look] = {}

    def begin(self, root: _Element) -> None:
        """Begin with a part: what nothing in it or in the styles names need not be asked run by run."""
        self._met = self._in_styles | _met_in(root)
        self.may_hide = not self._met.isdisjoint(_HIDING)

    def of(self, style: str, table_style: str) -> ParagraphLooks | None:
        """The looks of runs in a paragraph of these styles; None where all are plain."""
        return ParagraphLooks(self, style, table_style) if self._met else None

    def of_run(self, properties: _Element | None, *styles: str) -> Look:
        """The look of a run by its `w:rPr` and the ids of its character style, paragraph style and table style."""
        own = () if properties is None else tuple(_value(child) for child in properties.iterchildren(*self._met))
        if (own, styles) not in self._looks:
            around = self._inherits(("", *styles[1:]))
            self._looks[own, styles] = _look({**self._inherits(styles), **dict(filter(None, own))}, around)
        return self._looks[own, styles]

    def _inherits(self, styles: tuple[str, ...]) -> dict[str, str | bool]:
        """What styles and defaults say: toggles that an odd number of levels has, the rest of the nearest level."""
        if styles not in self._inherited:
            levels = [style for style in styles if style]
            found = {name: any(self._says(style, name) for style in levels) for name in _SWITCHES}
            for name in _TOGGLES:
                by_default = is_on(self._styles.default_property(f"rPr/{name}"))
                found[name] = by_default or sum(self._says(style, name) for style in levels) % 2 == 1
            raised, fonts = (self._properties(levels, name) for name in (_RAISED, _FONTS))
            nearest = next((each.get(_VAL, "") for each in raised), "")
            heavy = next((_is_heavy(each) for each in fonts if each.get(_EAST_ASIA)), False)
            self._inherited[styles] = {**found, _RAISED: nearest, _FONTS: heavy, _UNDERLINE: False}
        return self._inherited[styles]

    def _properties(self, levels: list[str], name: str) -> list[_Element]:
        """The property in each of the styles that has it."""
        found = (self._styles.property(style, f"rPr/{name}") for style in levels)
        return [each for each in found if each is not None]

    def _says(self, style: str, name: str) -> bool:
        return is_on(self._styles.property(style, f"rPr/{name}"))


class ParagraphLooks(NamedTuple):
    """The looks of the runs in a paragraph, by the styles of the paragraph and of the table that it stands in."""

    looks: Looks
    style: str
    table_style: str

    def of(self, properties: _Element | None, character_style: str = "") -> Look:
        """The look of a run by its `w:rPr` and the id of its character style."""
        return self.looks.of_run(properties, character_style, self.style, self.table_style)


def _value(element: _Element) -> _Value:
    """What a property of a run says; None for fonts that name no Chinese one."""
    name = _NAMES[str(element.tag)]
    if name == _FONTS:
        return (name, _is_heavy(element)) if element.get(_EAST_ASIA) else None
    if name == _UNDERLINE:
        return name, element.get(_VAL) not in (None, "none")
    return name, (element.get(_VAL, "") if name == _RAISED else is_on(element))


def _look(says: Mapping[str, str | bool], around: Mapping[str, str | bool]) -> Look:
    """A look, by what a run says itself or inherits, and by what its paragraph says."""
    hidden, struck = says["vanish"] or says["specVanish"], says["strike"] or says["dstrike"]
    raised = "" if says[_RAISED] == _NOT_RAISED else str(says[_RAISED])
    emphasis = BOLD.bit * bool(says["b"] and not around["b"]) | UNDERLINE.bit * bool(says[_UNDERLINE])
    return Look(
        "hidden" if hidden else "struck" if struck else "",
        bool(says["b"] or says[_FONTS]),
        raised,
        emphasis | _BY_POSITION.get(raised, 0),
    )


def _met_in(root: _Element | None) -> frozenset[str]:
    """The tags of the properties that are switched on anywhere in a part."""
    if root is None:
        return frozenset()
    met = {tag for tag, name in _NAMES.items() if name != _FONTS and any(map(is_on, root.iter(tag)))}
    return frozenset(met | ({w(_FONTS)} if _NAMES_HEAVY(root) else set()))


def _is_heavy(fonts: _Element) -> bool:
    face = fonts.get(_EAST_ASIA, "")
    return any(name in face for name in _HEAVY)
