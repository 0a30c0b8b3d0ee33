"""The proof that nothing was lost: the filled XML is parsed strictly, and the report's text found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal
from xml.parsers import expat

from markupsafe import escape

from renmin_docs.emphasis import characters
from renmin_docs.errors import Finding, TemplateError
from renmin_docs.messages.shown import quote
from renmin_docs.render.filling.escaping import run_content
from renmin_docs.render.values.context import ITEMS, OPTIONAL, VARIABLES, Shape

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Block

_NEAR = 2_000
"""How much XML stands between two texts at most, to look for the next one only there: Python then searches faster."""
_PIECES: tuple[Literal["mark", "lead", "text"], ...] = ("mark", "lead", "text")
MARKUP_TAGS = {"table": "{{p block.table }}", "picture": "{{r block.picture }}"}
"""Keys of a block that hold markup → the tag that prints it."""
_SEALED = ("issuers", "position")
_SIGNS = "&<>\"'"
_SPECIAL = re.compile(f"[{_SIGNS}]")
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
    filled = dict(parts)
    for name, xml in filled.items():
        _require_well_formed(name, xml)
    blocks, xmls = context["blocks"], [*filled.values()]
    findings = [*_missing_markup(blocks, xmls[0])]
    if not _is_plainly_there(context, xmls):
        texts = [printed_text(xml) for xml in xmls]
        findings += [*_missing_values(context, "\n".join(texts)), *_missing_blocks(blocks, texts[0])]
    if findings:
        raise TemplateError(*findings)


def _require_well_formed(name: str, xml: str) -> None:
    try:
        expat.ParserCreate().Parse(xml, True)  # the text keeps its UTF-8, which is deflated afterwards
    except expat.ExpatError as error:
        raise TemplateError(Finding("template_fill", place=name, found=str(error))) from error


def _is_plainly_there(context: dict[str, Any], xmls: list[str]) -> bool:
    """Whether every text begins an element's text, one after another: then nothing has to be taken out and sought.

    It holds in most documents. Where it does not (a text behind another in one element, one with a character
    that XML escapes), the texts are sought as above; it never holds where they would not be found.
    """
    parts = [part for block in context["blocks"] for part in (block, *block["points"])]
    pieces = [*filter(None, chain.from_iterable(map(itemgetter(*_PIECES), parts)))]
    values = [value for _, value in _values(context)]
    together = "".join((*pieces, *values))
    if any(sign in together for sign in _SIGNS):
        return False
    main, position = xmls[0], 0
    for piece in pieces:
        needle = f">{piece}"
        position = main.find(needle, position, position + len(needle) + _NEAR)
        if position < 0:
            return False
        position += len(needle)
    needles = [f">{run_content(value)}" for value in values]
    return all(main.find(needle, position) >= 0 or any(needle in xml for xml in xmls) for needle in needles)


def printed_text(xml: str) -> str:
    """The text of a well-formed part, with its escapes: a newline ends a paragraph, a tab is a tab, a break nothing."""
    # Every < opens a tag; a C loop over the characters is five times faster than expat's callbacks.
    lines = xml.replace("</w:p>", "</w:p>\n").replace("<w:tab/>", "<w:tab/>\t")
    return "".join(_TEXT.findall(lines))


def _values(context: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What must stand somewhere, behind its tag; the signature only where it is not among the blocks."""
    is_signed_here = context["issue_date"] and not context["signed_in_loop"]
    without = () if is_signed_here else ("issuer", "issue_date")
    yield from ((tag, text) for tag, text in _texts(VARIABLES, context, "") if tag not in without)


def _texts(shapes: Mapping[str, Shape], values: dict[str, Any], owner: str) -> Iterator[tuple[str, str]]:
    """The texts of variables that a template must print, behind their tags."""
    for name, shape in shapes.items():
        value = values.get(name)
        if isinstance(shape, str):
            if value and isinstance(value, str) and name not in OPTIONAL:
                yield owner + name, value
        elif isinstance(shape, dict):
            yield from _texts(shape, value, f"{owner}{name}.") if value else ()
        elif isinstance(inner := shape[0], dict) and name != "blocks":
            for item in value or ():
                yield from _texts(inner, item, f"{ITEMS[name]}.")


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
    for tag, given in _values(context):
        value = given.replace("\n", "")
        if _escaped(value) not in text:
            yield Finding("text_lost", found=quote(value), expected=f"{{{{ {tag} }}}}")


def _missing_blocks(blocks: list[Block], text: str) -> Iterator[Finding]:
    position = 0
    for block, key, piece in _pieces(blocks):
        needle = _escaped(characters(piece).replace("\n", ""))
        found = text.find(needle, position)
        if found < 0:
            tag = f'{{{{ block.{key} }}}} (block.kind == "{block["kind"]}")'
            yield Finding("text_lost", place=block["path"], found=quote(piece), expected=tag)
        else:
            position = found + len(needle)


def _missing_markup(blocks: list[Block], xml: str) -> Iterator[Finding]:
    """Tables, pictures and seals that no tag prints."""
    for block in blocks:
        if "content" not in block:
            continue
        markup, kind = block["table"] or block["picture"], block["kind"]
        if not (markup and markup in xml):
            found = "@seals" if kind in _SEALED else f"@{kind}"
            expected = MARKUP_TAGS["table" if block["table"] else "picture"]
            yield Finding("text_lost", place=block["path"], found=found, expected=expected)


def _escaped(text: str) -> str:
    return str(escape(text)) if _SPECIAL.search(text) else text
