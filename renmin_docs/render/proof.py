"""The proof that nothing was lost: the filled XML is parsed strictly, and the report's text found in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from markupsafe import escape

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.render.blocks import Block

_PIECES = ("mark", "lead", "text")
_SPECIAL = re.compile("[&<>\"']")
_TEXT = re.compile(">([^<]+)")


def require_text(context: dict[str, Any], parts: Iterable[tuple[str, str]]) -> None:
    """Check the filled parts against the values that they were filled with.

    The title, the issuer and the date must stand somewhere; the marks, leads and texts of the blocks
    one after another, in their order.

    Args:
        context: The template's values.
        parts: Name and filled XML of each part; the main part first.

    Raises:
        TemplateError: A part is not well-formed, or a text is missing; every missing one is named.
    """
    texts = [printed_text(name, xml) for name, xml in parts]
    findings = [*_missing_values(context, "\n".join(texts)), *_missing_blocks(context["blocks"], texts[0])]
    if findings:
        raise TemplateError(*findings)


def printed_text(name: str, xml: str) -> str:
    """The text of a part, with its escapes: a newline ends a paragraph, a tab is a tab, a line break is nothing.

    Raises:
        TemplateError: The XML is not well-formed.
    """
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise TemplateError(Finding("template_fill", place=name, found=str(error))) from error
    # Well-formed, so every < opens a tag; a C loop over the bytes is five times faster than expat's callbacks.
    lines = xml.replace("</w:p>", "</w:p>\n").replace("<w:tab/>", "<w:tab/>\t")
    return "".join(_TEXT.findall(lines))


def _missing_values(context: dict[str, Any], text: str) -> Iterator[Finding]:
    names = ("title", "issuer", "issue_date") if context["issue_date"] else ("title",)
    for name in names:
        value = context[name].replace("\n", "")
        if _escaped(value) not in text:
            yield Finding("text_lost", found=quote(value), expected=f"{{{{ {name} }}}}")


def _missing_blocks(blocks: list[Block], text: str) -> Iterator[Finding]:
    position = 0
    for block in blocks:
        for part in (block, *block["points"]):
            for key in _PIECES:
                piece = part[key]
                if not piece:
                    continue
                needle = _escaped(piece)
                found = text.find(needle, position)
                if found < 0:
                    tag = f'{{{{ block.{key} }}}} (block.kind == "{block["kind"]}")'
                    yield Finding("text_lost", found=quote(piece), expected=tag)
                else:
                    position = found + len(needle)


def _escaped(text: str) -> str:
    return str(escape(text)) if _SPECIAL.search(text) else text
