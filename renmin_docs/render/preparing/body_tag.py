"""One tag for the whole body: `{{ body }}` in a paragraph of its own becomes the loop of the library's own template.

The loop has a sample of each kind of block, in the template's style of that name, else in the library's, which is put
beside the others and based on the style at the tag. Running text looks like the tag itself.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.builtin_templates import find_own
from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import read_package
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml
from renmin_docs.render.filling.shapes import SCOPE, name_in
from renmin_docs.render.preparing.paragraphs import (
    drop,
    drop_element,
    element,
    held_in,
    insert_in_order,
    properties_of,
    style_of,
    text_of,
    with_texts,
)
from renmin_docs.render.preparing.style_ids import STYLES
from renmin_docs.render.values.context import KIND_NAMES
from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES, ELEMENTS, Element
from renmin_docs.vocabulary import LINES

BODY = "body"
"""What a template with the tag asks for, beside what its loop does."""
TAG = re.compile(r"\{\{[pr]?-?\s*(?:body|正文)\s*-?\}\}")
_LOOPED = re.compile(r"\bfor\s+(?:body|正文)\s+in\b")
_FIRST, _LAST = re.compile(r"\{%p for block in blocks %\}"), re.compile(r"\{%p endfor %\}")
_PRINTED = re.compile(r"\{\{-?\s*(\w+)\s*-?\}\}")
_BRANCH = re.compile(r'\{%p (?:el)?if block\.kind == "(\w+)"')
_SIGNATURE = ("issuer", "issuers", "position", "issue_date")
_RUNNING = frozenset(("paragraph", "point", "inline", *LINES["above_chapters"], *LINES["below_chapters"]))
"""Roles that look like the tag where the template has no style of their names."""
_IN_OURS = frozenset(BY_IDENTIFIER[role].style_id for role in ("table_head", "table_text", "attachment_item"))
"""Styles in which the cells of tables are written, and by which the places of a list of attachments are found."""
_NO_LOOK = ("pStyle", "rPr", "sectPr", "pPrChange", "numPr", "framePr", "pageBreakBefore", "divId", "cnfStyle")
_INDENTS = ("left", "leftChars", "right", "rightChars", "firstLine", "firstLineChars")
_NO_TYPE = ("rStyle", "rPrChange", "lang", "noProof")
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    **{
        f"heading_{level}": (f"{word}级标题", f"{level}级标题", f"标题{level}", f"标题{word}", f"heading{level}")
        for level, word in enumerate("一二三四", 1)
    },
    "paragraph": ("正文", "正文样式", "正文内容", "正文文本"),
    "introduction": ("导语", "前言", "引言"),
    "conclusion": ("结束语", "结语"),
    "table_caption": ("表题", "表名", "表格标题"),
    "table_head": ("表头", "表格表头"),
    "table_text": ("表文", "表格文字", "表格正文"),
    "picture_caption": ("图题", "图名", "图片标题"),
    "issuer": ("发文机关署名", "署名", "落款"),
    "issue_date": ("成文日期", "落款日期"),
}
"""Names of styles that offices give to a role, the likeliest first; spaces and a 公文 before them don't count."""


class _Loop(NamedTuple):
    """The loop of the library's own template: its paragraphs, and the styles that it has for them, by their ids."""

    paragraphs: list[_Element]
    styles: dict[str, _Element]


class BodyTag:
    """The body tag of a template's main part, which has one alone in its paragraph.

    Args:
        root: The root of the part.
        styles: That of its styles, which may be added to; None where it has none.
        ours: The parts of the library's own template, on the page that the template is prepared for.
    """

    def __init__(self, root: _Element, styles: _Element | None, ours: Mapping[str, bytes]) -> None:
        self._root, self._loop = root, _loop(ours)
        self._styles = element("styles") if styles is None else styles
        self._ids = {style.get(w("styleId"), "") for style in self._styles.iter(w("style"))}
        self._by_name = {_plain(name): style for name, style in reversed([*_named(self._styles)])}

    def expand(self) -> None:
        """Put the loop in the place of the tag."""
        tag = next(paragraph for paragraph, text in with_texts(self._root) if TAG.fullmatch(text.strip()))
        base = self._base(tag)
        written = {*_IN_OURS, *map(style_of, self._loop.paragraphs)}
        styles = {each.style_id: self._style(each, base) for each in ELEMENTS if each.style_id in written}
        for role in CHARACTER_ROLES:
            if role.style_id not in self._ids:
                made = copy.deepcopy(self._loop.styles[role.style_id])
                drop(made, "basedOn")  # ours has the id of the default there, which Word's Chinese versions call a0
                self._add(made)
        signature, is_elsewhere = _signature_behind(tag)
        kind = ""
        for sample in self._loop.paragraphs:
            text = text_of(sample)
            branch = _BRANCH.match(text)
            kind = branch[1] if branch else "" if "{%p" in text else kind
            if is_elsewhere and kind in _SIGNATURE:
                continue
            made = copy.deepcopy(signature.get(kind, sample) if not branch else sample)
            if kind not in signature and (own := styles.get(style_of(made))) is not None:
                _set_style(made, own)
            tag.addprevious(made)
        drop_element(tag)

    def _base(self, tag: _Element) -> str:
        """The style of running text: the one at the tag, with what the tag's paragraph has of its own."""
        style = style_of(tag)
        look, type_ = look_of(
            tag, next((each for each in tag.iter(w("r")) if "{" in "".join(map(str, each.itertext()))), None)
        )
        if not len(look) and not len(type_):
            is_default = any(each.get(w("styleId")) == style and each.get(w("default")) for each in self._styles)
            named = self._found("paragraph") if not style or is_default else None
            return style if named is None else named
        based_on = [element("basedOn", val=style)] if style else []
        parts = (element("name", val="Report Body"), *based_on, *(each for each in (look, type_) if len(each)))
        style_id = self._free("ReportBody")
        return self._add(element("style", *parts, type="paragraph", customStyle="1", styleId=style_id))

    def _style(self, role: Element, base: str) -> str:
        """The id of the style for a role, which is added where there is none."""
        ours = role.style_id
        found = base if role.identifier == "paragraph" else self._found(role.identifier)
        if found is None and role.identifier in _RUNNING:
            return base
        if found is not None and ours not in _IN_OURS:
            return found
        if ours in self._ids and ours in _IN_OURS:
            return ours
        made = copy.deepcopy(self._loop.styles[ours])
        if found is not None:  # it is written in our style, which looks like the template's
            for name in ("pPr", "rPr"):
                drop(made, name)
        return self._add(_based_on(made, found or base, self._free(ours)))

    def _found(self, identifier: str) -> str | None:
        named = BY_IDENTIFIER[identifier]
        kinds = (word for word, kind in KIND_NAMES.items() if kind == identifier)
        ours = () if identifier == "paragraph" else (named.style_name,)  # programs bring a Body Text of their own
        for name in (*_OTHER_NAMES.get(identifier, ()), named.term, *kinds, *ours):
            if _plain(name) in self._by_name:
                return self._by_name[_plain(name)].get(w("styleId"), "")
        return None

    def _free(self, style_id: str) -> str:
        while style_id in self._ids:
            style_id += "0"
        return style_id

    def _add(self, style: _Element) -> str:
        self._styles.append(style)
        self._ids.add(style_id := style.get(w("styleId"), ""))
        return style_id


def misplaced_body(root: _Element, *, is_main: bool) -> Iterator[Finding]:
    """Body tags that are not alone in their paragraph, or in a part that holds no body, or one too many."""
    is_second = False
    for paragraph, text in with_texts(root):
        if match := TAG.search(text):
            rest, held = (text[: match.start()] + text[match.end() :]).strip(), held_in(paragraph)
            if is_second:
                yield Finding("body_twice", place=quote(text, 60), found=match.group())
            elif not is_main:
                yield Finding("body_outside_text", place=quote(text, 60), found=match.group())
            elif rest:
                yield Finding("text_beside_tag", place=quote(text, 60), found=rest, expected=match.group())
            elif held:
                yield Finding("object_beside_tag", place=quote(text, 60), found=held, expected=match.group())
            is_second = is_main


def has_body_tag(content: bytes) -> bool:
    """Whether a part has the tag; a template's own loop may give its name to an item."""
    text = content.decode()
    return bool(TAG.search(text)) and not _LOOPED.search(text)


def own_template() -> Mapping[str, bytes]:
    """The parts of the library's own template."""
    return read_package(find_own("work_report")).parts


def _loop(ours: Mapping[str, bytes]) -> _Loop:
    root, sheet = (parse_xml(ours[name], part=name) for name in ("word/document.xml", STYLES))
    paragraphs = [*root.iterfind(f"{w('body')}/{w('p')}")]
    texts = [*map(text_of, paragraphs)]
    first = next(place for place, text in enumerate(texts) if _FIRST.fullmatch(text))
    last = next(place for place, text in enumerate(texts) if place > first and _LAST.fullmatch(text))
    return _Loop(paragraphs[first : last + 1], Stylesheet(sheet).by_id)


def _signature_behind(tag: _Element) -> tuple[dict[str, _Element], bool]:
    """The paragraphs of a signature right behind the tag, as samples, and whether one stands elsewhere behind it.

    Those right behind it become part of the loop, so that a report with attachments is signed before them. Empty lines
    before them go: the report has those that the standard wants.
    """
    found: dict[str, _Element] = {}
    taken: set[_Element] = set()
    pending: list[_Element] = []
    for sibling in tag.itersiblings():
        text = text_of(sibling).strip() if sibling.tag == w("p") and not held_in(sibling) else "-"
        name = _signing(text)
        if name and name not in found:
            found[name] = sibling
            taken |= {*pending, sibling}
            pending = []
        elif text:
            break
        else:
            pending.append(sibling)
    behind = [*tag.getroottree().iter(w("p"))]
    if any(_signs(each) for each in behind[behind.index(tag) :] if each not in taken):
        return {}, True
    for paragraph in taken:
        drop_element(paragraph)
    return {name: _as_sample(paragraph) for name, paragraph in found.items()}, False


def _signing(text: str) -> str:
    """The variable of a signature that is all of a text; empty for others."""
    match = _PRINTED.fullmatch(text)
    name = match and name_in(match[1], SCOPE)
    return name if name in ("issuer", "issue_date") else ""


def _signs(paragraph: _Element) -> bool:
    return any(_signing(match[0]) for match in _PRINTED.finditer(text_of(paragraph)))


def _as_sample(paragraph: _Element) -> _Element:
    for text in paragraph.iter(w("t")):
        text.text = _PRINTED.sub("{{ block.text }}", text.text or "")
    return paragraph


def look_of(paragraph: _Element, run: _Element | None) -> tuple[_Element, _Element]:
    """What a paragraph and a run of it have of their own, as properties of a style."""
    sources = paragraph.find(w("pPr")), None if run is None else run.find(w("rPr"))
    look, type_ = (
        element(name) if each is None else copy.deepcopy(each)
        for name, each in zip(("pPr", "rPr"), sources, strict=True)
    )
    for properties, names in ((look, _NO_LOOK), (type_, _NO_TYPE)):
        for name in names:
            drop(properties, name)
    fonts = type_.find(w("rFonts"))
    if fonts is not None and {*fonts.attrib} <= {w("hint")}:
        drop(type_, "rFonts")
    return look, type_


def _named(styles: _Element) -> Iterator[tuple[str, _Element]]:
    for style in styles.iter(w("style")):
        if style.get(w("type")) == "paragraph" and style.find(w("name")) is not None:
            yield value(style, "name"), style


def _plain(name: str) -> str:
    return "".join(name.split()).casefold().removeprefix("公文")


def _based_on(style: _Element, base: str, style_id: str) -> _Element:
    """A style of the library's under an id, based on one of the template; no list of ours goes with it.

    One without indent has none either where running text has.
    """
    style.set(w("styleId"), style_id)
    drop(style, "next")
    for properties in style.iter(w("pPr")):
        drop(properties, "numPr")
        if base and properties.find(w("ind")) is None:
            insert_in_order(properties, element("ind", **dict.fromkeys(_INDENTS, "0")))
    for each in style.iter(w("basedOn")):
        if base:
            each.set(w("val"), base)
        else:
            drop_element(each)
    return style


def _set_style(paragraph: _Element, style_id: str) -> None:
    properties = properties_of(paragraph)
    drop(properties, "pStyle")
    if style_id:
        insert_in_order(properties, element("pStyle", val=style_id))
