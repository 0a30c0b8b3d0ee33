"""Notes at the foot of the page: the part that holds them, its styles, and their numbers.

Only a document that has notes gets them; a template's own notes, styles and settings of notes stay.
Source: ECMA-376-1, 17.11 (footnotes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from renmin_docs.emphasis import ANY_NOTE
from renmin_docs.ooxml.names import DOCUMENT_TYPE, W, w
from renmin_docs.ooxml.relationships import relationships_name, targets
from renmin_docs.ooxml.values import ON, value
from renmin_docs.ooxml.xml import parse_xml, serialize, to_part
from renmin_docs.render.extra_parts import NO_RELATIONSHIPS, Additions, entries_of
from renmin_docs.render.package import Entry, deflated, inflated
from renmin_docs.render.preparing.style_ids import STYLES

_PART, _SETTINGS, _TYPE = "word/footnotes.xml", "word/settings.xml", f"{DOCUMENT_TYPE}.footnotes+xml"
_ID = re.compile(f'w:id="({ANY_NOTE})"')
_REFERENCE = "FootnoteReference"
_TEXT = "FootnoteText"
_NAMES = {_TEXT: "footnote text", _REFERENCE: "footnote reference"}
"""Style id → Word's name of the style, which in a template may have another id."""
_TEXT_STYLE = (
    '<w:style xmlns:w="{w}" w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>{base}<w:pPr>'
    '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
)
_REFERENCE_STYLE = (
    '<w:style xmlns:w="{w}" w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_STYLES = {_TEXT: _TEXT_STYLE, _REFERENCE: _REFERENCE_STYLE}
"""What they are where the template has none."""
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_NUMBERS = '<w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>'
"""① ② …, anew on each page, as Chinese documents have them."""
_SETTING = f'<w:footnotePr xmlns:w="{W}">{_NUMBERS}<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_PARTS_OF_SECTION = r"\s*<w:(?:header|footer)Reference\b"
_SECTION = re.compile(
    rf"(<w:sectPr(?: [^>]*)?(?<!/)>(?:{_PARTS_OF_SECTION}[^>]*/>)*)(?!{_PARTS_OF_SECTION}|\s*<w:footnotePr\b)"
)
"""Where a section says how its notes are numbered; LibreOffice 7.4 reads it there alone."""
_BEHIND = (
    *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
    *("smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""What stands behind `w:footnotePr` in the settings (CT_Settings)."""


def with_notes(
    filled: dict[str, str], changed: dict[str, Entry], entries: Mapping[str, Entry], main: str
) -> tuple[dict[str, str], dict[str, Entry]]:
    """Filled and changed parts of a document, with its notes.

    Args:
        filled: The XML of the parts that are filled; a note stands in the id of its reference.
        changed: Other parts that the document has otherwise than the template.
        entries: The parts of the template.
        main: Name of the main part.
    """
    if not _ID.search(filled[main]):
        return filled, changed
    parts = {**entries, **changed}
    known = dict.fromkeys(parts, b"")
    rels = relationships_name(main)
    known[rels] = inflated(parts[rels]) if rels in parts else NO_RELATIONSHIPS
    name = next(iter(targets(known, main, ("footnotes",)).values()), "")
    styles, ids = _with_styles(parts.get(STYLES))
    part = filled.get(name) or (
        inflated(parts[name]).decode() if name else f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'
    )
    xml, notes = _numbered(filled[main], part, ids)
    changed = {**changed, STYLES: deflated(styles)}
    if name in filled:
        return {**filled, main: xml, name: notes}, changed
    if name:
        return {**filled, main: xml}, {**changed, name: deflated(notes.encode())}
    additions = Additions()
    additions.add("rIdFootnotes", "footnotes", _PART, to_part(parse_xml(notes.encode(), part=_PART)), _TYPE)
    changed |= entries_of(additions, {**entries, **changed}, main)
    if _SETTINGS in parts:
        changed[_SETTINGS] = deflated(_with_settings(inflated(parts[_SETTINGS])))
    return {**filled, main: _SECTION.sub(rf"\1<w:footnotePr>{_NUMBERS}</w:footnotePr>", xml)}, changed


def _numbered(xml: str, part: str, ids: dict[str, str]) -> tuple[str, str]:
    """The main part with the ids of its notes, and their part with the notes."""
    root = parse_xml(part.encode(), part=_PART)
    last = max((int(each.get(w("id"), "0")) for each in root.iter(w("footnote"))), default=0)
    made: list[str] = []

    def number(match: re.Match[str]) -> str:
        made.append(re.sub("<[^>]*>", " ", match[1][1:-1]))
        return f'w:id="{max(last, 0) + len(made)}"'

    xml = _ID.sub(number, xml)
    if ids[_REFERENCE] != _REFERENCE:
        xml = xml.replace(f'<w:rStyle w:val="{_REFERENCE}"/>', f'<w:rStyle w:val="{ids[_REFERENCE]}"/>')
    for at, text in enumerate(made, max(last, 0) + 1):
        root.append(_note(at, text, ids))
    return xml, serialize(root)


def _note(number: int, text: str, ids: dict[str, str]) -> _Element:
    xml = (
        f'<w:footnote xmlns:w="{W}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{ids[_TEXT]}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{ids[_REFERENCE]}"/></w:rPr><w:footnoteRef/></w:r><w:r><w:rPr>'
        f'<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    )
    return parse_xml(xml.encode(), part=_PART)


def _with_styles(entry: Entry | None) -> tuple[bytes, dict[str, str]]:
    """The styles with those of notes, and the ids that these have."""
    root = parse_xml(inflated(entry) if entry else f'<w:styles xmlns:w="{W}"/>'.encode(), part=STYLES)
    by_name, base = {}, ""
    for style in root.iter(w("style")):
        by_name[value(style, "name").casefold()] = style.get(w("styleId"), "")
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in ON:
            base = f'<w:basedOn w:val="{style.get(w("styleId"), "")}"/>'
    for style_id in (style_id for style_id, name in _NAMES.items() if name not in by_name):
        root.append(parse_xml(_STYLES[style_id].format(w=W, base=base).encode(), part=STYLES))
    return to_part(root), {style_id: by_name.get(name, style_id) for style_id, name in _NAMES.items()}


def _with_settings(data: bytes) -> bytes:
    root = parse_xml(data, part=_SETTINGS)
    if root.find(w("footnotePr")) is None:
        behind = {w(name) for name in _BEHIND}
        at = next(
            (number for number, each in enumerate(root) if each.tag in behind or "math" in str(each.tag)), len(root)
        )
        root.insert(at, parse_xml(_SETTING.encode(), part=_SETTINGS))
    return to_part(root)
