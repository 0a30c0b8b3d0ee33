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
_PARTS = (
    ("header", ("copy_number", "classification", "urgency", "number", "suffix")),
    ("imprint", ("copied_to", "printed_by", "print_date")),
)
"""Texts of the head and of the imprint."""
_SPECIAL = re.compile("[&<>\"']")
_TEXT = re.compile(">([^<]+)")


def require_text(context: dict[str, Any], parts: Iterable[tuple[str, str]]) -> None:
    """Check the filled parts against the values that they were filled with.

    The title, the issuer, the date and what else has a tag of its own must stand somewhere; the marks, leads
    and texts of the blocks one after another, in their order.

    Args:
        context: The template's values.
        parts: Name and filled XML of each part; the main part first.

    Raises:
        TemplateError: A part is not well-formed, or a text is missing; every missing one is named.
    """
    filled = list(parts)
    texts = [printed_text(name, xml) for name, xml in filled]
    blocks = context["blocks"]
    findings = [
        *_missing_values(context, "\n".join(texts)),
        *_missing_blocks(blocks, texts[0]),
        *_missing_markup(blocks, filled[0][1]),
    ]
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
    for tag, value in _values(context):
        if value and _escaped(value) not in text:
            yield Finding("text_lost", found=quote(value), expected=f"{{{{ {tag} }}}}")


def _values(context: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What must stand somewhere, behind its tag; the signature only where it is not among the blocks."""
    yield "title", context["title"].replace("\n", "")
    yield "addressee", context["addressee"]
    if context["issue_date"] and not context["signed_in_loop"]:
        yield "issuer", context["issuer"]
        yield "issue_date", context["issue_date"]
    for owner, names in _PARTS:
        for name in names if context[owner] else ():
            yield f"{owner}.{name}", context[owner][name]
    if context["header"]:
        for issuer in context["header"]["issuers"]:
            yield "issuer.name", issuer["name"]
        for row in context["header"]["signatory_rows"]:
            yield "row.names", row["names"]


def _missing_blocks(blocks: list[Block], text: str) -> Iterator[Finding]:
    position = 0
    for block in blocks:
        for part in (block, *block["points"]):
            for key in _PIECES:
                piece = part[key]
                if not piece:
                    continue
                needle = _escaped(piece.replace("\n", ""))
                found = text.find(needle, position)
                if found < 0:
                    tag = f'{{{{ block.{key} }}}} (block.kind == "{block["kind"]}")'
                    yield Finding("text_lost", found=quote(piece), expected=tag)
                else:
                    position = found + len(needle)


def _missing_markup(blocks: list[Block], xml: str) -> Iterator[Finding]:
    """Tables and pictures that no tag prints."""
    for block in blocks:
        for key, tag in (("table", "{{p block.table }}"), ("picture", "{{r block.picture }}")):
            if block[key] and str(block[key]) not in xml:
                yield Finding("text_lost", found=f"@{key}", expected=tag)


def _escaped(text: str) -> str:
    return str(escape(text)) if _SPECIAL.search(text) else text
