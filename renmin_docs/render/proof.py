"""The proof that nothing was lost: the filled XML is parsed strictly, and the report's text found in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from markupsafe import escape

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.render.escaping import run_content
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs.render.blocks import Block

_NEAR = 2_000
"""How much XML stands between two texts at most, to look for the next one only there: Python then searches faster."""
_PIECES = ("mark", "lead", "text")
_SIGNS = "&<>\"'"
_SPECIAL = re.compile(f"[{_SIGNS}]")
_TEXT = re.compile(">([^<]+)")


def require_text(context: dict[str, Any], parts: Iterable[tuple[str, str]], *, subject: str) -> None:
    """Check the filled parts against the values that they were filled with.

    The title, the issuer and the date must stand somewhere; the marks, leads and texts of the blocks
    one after another, in their order.

    Args:
        context: The template's values.
        parts: Name and filled XML of each part; the main part first.
        subject: The template, for messages.

    Raises:
        TemplateError: A part is not well-formed, or a text is missing; every missing one is named.
    """
    filled = dict(parts)
    for name, xml in filled.items():
        _require_well_formed(name, xml, subject)
    if _is_plainly_there(context, [*filled.values()]):
        return
    texts = [printed_text(xml) for xml in filled.values()]
    findings = [*_missing_values(context, "\n".join(texts)), *_missing_blocks(context["blocks"], texts[0])]
    if findings:
        raise TemplateError(*findings, subject=subject)


def _require_well_formed(name: str, xml: str, subject: str) -> None:
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise TemplateError(Finding("template_fill", place=name, found=str(error)), subject=subject) from error


def _is_plainly_there(context: dict[str, Any], xmls: list[str]) -> bool:
    """Whether every text begins an element's text, one after another: then nothing has to be taken out and sought.

    It holds in most documents. Where it does not (a text behind another in one element, one with a character
    that XML escapes), the texts are sought as above; it never holds where they would not be found.
    """
    pieces = [piece for _, _, piece in _pieces(context["blocks"])]
    values = [context[name] for name in _values(context)]
    together = "".join((*pieces, *values))
    if any(sign in together for sign in _SIGNS):
        return False
    main, position = xmls[0], 0
    for piece in pieces:
        found = main.find(piece, position, position + len(piece) + _NEAR)
        if found < 0 or main[found - 1] != ">":
            return False
        position = found + len(piece)
    needles = [f">{run_content(value)}" for value in values]
    return all(main.find(needle, position) >= 0 or any(needle in xml for xml in xmls) for needle in needles)


def printed_text(xml: str) -> str:
    """The text of a well-formed part, with its escapes: a newline ends a paragraph, a tab is a tab, a break nothing."""
    # Every < opens a tag; a C loop over the characters is five times faster than expat's callbacks.
    lines = xml.replace("</w:p>", "</w:p>\n").replace("<w:tab/>", "<w:tab/>\t")
    return "".join(_TEXT.findall(lines))


def _values(context: dict[str, Any]) -> tuple[str, ...]:
    """The names of the values that must stand somewhere."""
    return ("title", "issuer", "issue_date") if context["issue_date"] else ("title",)


def _pieces(blocks: list[Block]) -> list[tuple[Block, str, str]]:
    """Every text of the blocks in its order, behind its block and its key."""
    return [
        (block, key, part[key])
        for block in blocks
        for part in (block, *block["points"])
        for key in _PIECES
        if part[key]
    ]


def _missing_values(context: dict[str, Any], text: str) -> Iterator[Finding]:
    for name in _values(context):
        value = context[name].replace("\n", "")
        if _escaped(value) not in text:
            yield Finding("text_lost", found=quote(value), expected=f"{{{{ {name} }}}}")


def _missing_blocks(blocks: list[Block], text: str) -> Iterator[Finding]:
    position = 0
    for block, key, piece in _pieces(blocks):
        needle = _escaped(piece)
        found = text.find(needle, position)
        if found < 0:
            tag = f'{{{{ block.{key} }}}} (block.kind == "{block["kind"]}")'
            yield Finding("text_lost", found=quote(piece), expected=tag)
        else:
            position = found + len(needle)


def _escaped(text: str) -> str:
    return str(escape(text)) if _SPECIAL.search(text) else text
