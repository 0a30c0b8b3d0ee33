"""What a template's main part gets before it is compiled: list levels, kept lines and sections that no person types.

A clerk writes `{{ block.mark }}` into an ordinary paragraph. Word's list level of it differs from report to
report; it is put into the paragraph's properties here, as a tag of the engine's own.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.render.preparing.paragraphs import (
    append_tag,
    drop,
    element,
    insert_in_order,
    only_if,
    properties_of,
    style_of,
    with_texts,
)
from renmin_docs.render.preparing.tag_rules import MARKUP_TAG, PARAGRAPH_TAG
from renmin_docs.units import Twips

_MARK = re.compile(r"\{\{-?\s*(\w+)\.mark\b")
_BLOCK = re.compile(r"(?:\{\{r?-?\s*|\bin )(\w+)\.(?:text|points|picture)\b")
_SINGLE = Twips(240)
"""The pitch that Word calls single, which grows with what stands in the line."""
_LEAST_PITCH = Twips(20)
"""Of the paragraph behind a table, which Word wants there."""


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


def free_pictures(root: _Element, styles: _Element | None) -> None:
    """Let the line of a picture be as high as the picture: an exact pitch would cut it to a strip."""
    sheet = Stylesheet(styles)
    for paragraph, text in with_texts(root):
        if (match := MARKUP_TAG.search(text)) and match[3] == "picture":
            properties = properties_of(paragraph)
            own, inherited = properties.find(w("spacing")), sheet.property(style_of(paragraph), "pPr/spacing")
            given = [each for each in (own, inherited) if each is not None and each.get(w("lineRule"))]
            if given and given[0].get(w("lineRule")) == "exact":
                if own is None:
                    own = element("spacing")
                    insert_in_order(properties, own)
                own.set(w("line"), str(_SINGLE.twips))
                own.set(w("lineRule"), "auto")


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
        if match and not PARAGRAPH_TAG.search(text) and not _is_looped_in(text, match[1]):
            yield paragraph, match[1]


def _tables(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that are replaced by a table, with the variable of its block."""
    for paragraph, text in with_texts(root):
        match = MARKUP_TAG.search(text)
        if match and match[3] == "table":
            yield paragraph, match[2]


def number(root: _Element, styles: _Element | None) -> None:
    """Let each paragraph that prints a mark take its list and level from the block if numbers are native.

    With typed ones it has no number of Word's as well. A block without a number takes the list 0, which is none.
    The indent of the paragraph's style is repeated, since a list brings its own (Word) and leaving one drops the
    style's (LibreOffice 7.4).
    """
    sheet = Stylesheet(styles)
    for paragraph, variable in _marked(root):
        properties = properties_of(paragraph)
        drop(properties, "numPr")
        level = element("ilvl", val=f"{{{{ {variable}.list_level }}}}")
        inserted = [element("numPr", level, element("numId", val=f"{{{{ {variable}.list_num }}}}"))]
        indent = sheet.property(style_of(paragraph), "pPr/ind")
        if indent is not None and properties.find(w("ind")) is None:
            inserted.append(copy.deepcopy(indent))
        for child in inserted:
            insert_in_order(properties, child)
            only_if(child, "native_numbers")


def _marked(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs that print the mark of a block (not those of inline points), with its variable."""
    for paragraph, text in with_texts(root):
        match = _MARK.search(text)
        if match and not _is_looped_in(text, match[1]):
            yield paragraph, match[1]


def _is_looped_in(text: str, variable: str) -> bool:
    """Whether a paragraph has the loop that a variable belongs to: outside the loop it is nothing."""
    return re.search(rf"\bfor\s+{variable}\b", text) is not None
