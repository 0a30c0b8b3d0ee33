"""What a template's main part gets before it is compiled: list levels, kept lines and sections that no person types.

A clerk writes `{{ block.mark }}` into an ordinary paragraph. Word's list level of it differs from report to
report; it is put into the paragraph's properties here, as a tag of the engine's own.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import style_property, styles_by_id
from renmin_docs.render.filling.language import LANGUAGE
from renmin_docs.render.preparing.paragraphs import (
    ANY_TAG,
    WITHIN,
    append_tag,
    drop,
    element,
    insert_in_order,
    only_if,
    properties_of,
    style_of,
    with_texts,
)
from renmin_docs.report.text import quote
from renmin_docs.units import Twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MARK = re.compile(r"\{\{-?\s*(\w+)\.mark\b")
_BLOCK = re.compile(r"(?:\{\{r?-?\s*|\bin )(\w+)\.(?:text|points|picture)\b")
_BROKEN_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_OF_DOCXTPL = re.compile(rf"\{{%-?\s*(?:vm|hm|colspan|cellbg)\b{WITHIN}%\}}")
"""Tags with which docxtpl rewrites cells, in time that grows with the cube of their length, and against the schema."""
_LONE_STATEMENT = re.compile(r"\{%-?\s*((?:for|if|elif|else|endif|endfor)\b[^%]*?)-?%\}")
_PARAGRAPH_TAG = re.compile(rf"\{{[{{%#]p\s{WITHIN}[}}%#]\}}")
_OBJECTS = {"txbxContent": "@text_box", "drawing": "@picture", "pict": "@picture", "sectPr": "@section_break"}
"""What else than text goes with a paragraph that is only a tag."""
_MARKUP = {"table": "p", "picture": "r"}
"""Keys of a block that hold markup → the kind of tag that prints it: in place of the paragraph, or of the run."""
_MARKUP_TAG = re.compile(r"\{\{([a-z]?)-?\s*(\w+)\.(table|picture)\b[^}]*\}\}")
_LEAST_PITCH = Twips(20)
"""Of the paragraph behind a table, which Word wants there."""


def tag_faults(root: _Element) -> Iterator[Finding]:
    """Tags that would lose text or leave empty paragraphs, seen paragraph by paragraph.

    docxtpl deletes the text beside a paragraph tag; a tag that is not closed swallows what follows it; a
    `{% for %}` that stands alone leaves its paragraph behind, once a turn.
    """
    for paragraph, text in with_texts(root):
        place = quote(text, 60)
        beside, held = _PARAGRAPH_TAG.search(text), _held(paragraph)
        if _BROKEN_TAG.search(ANY_TAG.sub("", text)):
            yield Finding("tag_unclosed", place=place, expected="{{ … }}、{% … %}")
        elif other := _OF_DOCXTPL.search(text):
            yield Finding("template_language", place=place, found=other.group(), expected=LANGUAGE)
        elif faults := [*_markup_faults(text, place)]:
            yield from faults
        elif beside and (rest := (text[: beside.start()] + text[beside.end() :]).strip()):
            yield Finding("text_beside_tag", place=place, found=rest, expected=beside.group())
        elif beside and held:
            yield Finding("object_beside_tag", place=place, found=held, expected=beside.group())
        elif not held and (alone := _LONE_STATEMENT.fullmatch(text.strip())):
            yield Finding("tag_without_p", place=place, found=text.strip(), expected=f"{{%p {alone[1]}%}}")


def _markup_faults(text: str, place: str) -> Iterator[Finding]:
    """Tables and pictures are no text: they take the place of a paragraph or a run."""
    for match in _MARKUP_TAG.finditer(text):
        kind = _MARKUP[match[3]]
        if match[1] != kind:
            yield Finding(
                "markup_tag", place=place, found=match.group(), expected=f"{{{{{kind} {match[2]}.{match[3]} }}}}"
            )


def marked_styles(root: _Element) -> list[str]:
    """Ids of the styles of the paragraphs that print a block's mark, in the order of the template."""
    styles = (style_of(paragraph) for paragraph, _ in _marked(root))
    return list(dict.fromkeys(style for style in styles if style))


def keep_with_next(root: _Element) -> None:
    """Let what stands before a signature keep with it, so that no signature stands alone on a page."""
    for paragraph, variable in _printing(root):
        properties = properties_of(paragraph)
        if properties.find(w("keepNext")) is None:
            _keep(properties, variable)


def _keep(properties: _Element, variable: str) -> None:
    keep = element("keepNext")
    insert_in_order(properties, keep)
    only_if(keep, f"{variable}.keep_next")


def end_sections(root: _Element) -> None:
    """Let the last paragraph of a section carry it, the document's last section among them.

    Behind each table stands a paragraph that can: Word wants one there too.
    """
    for paragraph, variable in _printing(root):
        append_tag(properties_of(paragraph), _section_tag(variable))
    for paragraph, variable in [*_tables(root)]:
        end = element("p")
        properties = properties_of(end)
        insert_in_order(properties, element("spacing", line=str(_LEAST_PITCH.twips), lineRule="exact"))
        _keep(properties, variable)
        append_tag(properties, _section_tag(variable))
        paragraph.addnext(end)
    last = root.find(f"{w('body')}/{w('sectPr')}")
    if last is not None:
        only_if(last, "not last_section", otherwise="{{ sections[last_section] }}")


def _section_tag(variable: str) -> str:
    return f"{{% if {variable}.section %}}{{{{ sections[{variable}.section] }}}}{{% endif %}}"


def _printing(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that print the text, the points or the picture of a block, with its variable."""
    for paragraph, text in with_texts(root):
        match = _BLOCK.search(text)
        if match and not _PARAGRAPH_TAG.search(text) and not _is_looped_in(text, match[1]):
            yield paragraph, match[1]


def _tables(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that are replaced by a table, with the variable of its block."""
    for paragraph, text in with_texts(root):
        match = _MARKUP_TAG.search(text)
        if match and match[3] == "table":
            yield paragraph, match[2]


def number_by_text(root: _Element) -> None:
    """Typed numbers: no paragraph that prints a mark may have Word's number as well."""
    for paragraph, _ in _marked(root):
        drop(properties_of(paragraph), "numPr")


def number_by_list(root: _Element, styles: _Element | None) -> None:
    """Native numbers: each paragraph that prints a mark takes its list and level from the block.

    A block without a number takes the list 0, which is none. The indent of the paragraph's style is
    repeated, since a list brings its own (Word) and leaving one drops the style's (LibreOffice 7.4).
    """
    by_id = styles_by_id(styles)
    for paragraph, variable in _marked(root):
        properties = properties_of(paragraph)
        drop(properties, "numPr")
        number = element("numPr")
        number.append(element("ilvl", val=f"{{{{ {variable}.list_level }}}}"))
        number.append(element("numId", val=f"{{{{ {variable}.list_num }}}}"))
        insert_in_order(properties, number)
        indent = style_property(by_id, style_of(paragraph), "ind")
        if indent is not None and properties.find(w("ind")) is None:
            insert_in_order(properties, copy.deepcopy(indent))


def _marked(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that print the mark of a block (not those of inline points), with its variable."""
    for paragraph, text in with_texts(root):
        match = _MARK.search(text)
        if match and not _is_looped_in(text, match[1]):
            yield paragraph, match[1]


def _is_looped_in(text: str, variable: str) -> bool:
    """Whether a paragraph has the loop that a variable belongs to: outside the loop it is nothing."""
    return re.search(rf"\bfor\s+{variable}\b", text) is not None


def _held(paragraph: _Element) -> str:
    """The word for what the paragraph holds beside text; empty where there is nothing."""
    return next((word for name, word in _OBJECTS.items() if paragraph.find(f".//{w(name)}") is not None), "")
