"""Rules on where tags may stand: in the text, and alone where they take a paragraph, row or cell with them.

docxtpl deletes what stands beside such a tag, and tears tables where a pair of them is torn. The engine fills text:
a tag in an attribute, a field's code or a deleted passage would be filled too, and make something else of the
document than its author sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.names import w
from renmin_docs.render.filling.language import LANGUAGE
from renmin_docs.render.preparing import grids
from renmin_docs.render.preparing.paragraphs import ANY_TAG, WITHIN, held_in, text_of, with_texts
from renmin_docs.vocabulary import NAMES

_TEXT, _PARAGRAPH = w("t"), w("p")
_OPENING = re.compile(r"\{[{%#]|\{$")
_DELETED = tuple(map(w, ("del", "moveFrom")))
_DELETED_TEXT = w("delText")
_STATEMENT = re.compile(r"\{%(p|tr|tc)\s+-?\s*(for|if|elif|else|endif|endfor)\b[^%]*%\}")
_HOLDERS = {"p": _PARAGRAPH, "tr": w("tr"), "tc": w("tc")}
_BROKEN_TAG = re.compile(r"\{[{%#]|[}%#]\}")
OF_DOCXTPL = re.compile(rf"\{{%-?\s*(?:vm|hm|colspan|cellbg)\b{WITHIN}%\}}")
"""Tags with which docxtpl rewrites cells, in time that grows with the cube of their length, and against the schema."""
_LONE_STATEMENT = re.compile(r"\{%-?\s*((?:for|if|elif|else|endif|endfor)\b[^%]*?)-?%\}")
PARAGRAPH_TAG = re.compile(rf"\{{[{{%#]p\s{WITHIN}[}}%#]\}}")
"""A tag that takes its paragraph with it."""
_MARKUP = {word: kind for key, kind in (("table", "p"), ("picture", "r")) for word in (key, *NAMES[key])}
"""Keys of a block that hold markup → the kind of tag that prints it: in place of the paragraph, or of the run."""
MARKUP_TAG = re.compile(rf"\{{\{{([a-z]?)-?\s*(\w+)\.({'|'.join(_MARKUP)})\b[^}}]*\}}\}}")
"""A tag that prints a table or a picture: its kind, variable and key."""
_OWN_LOOP = re.compile(r"\bfor\s+(\w+)\s+in\s+(?!(?:blocks|段落)\b)")
"""A loop over anything but the blocks, with its variable: its items hold no markup."""
_OWN_TAG_RULES = {"tr": "text_beside_row_tag", "tc": "text_beside_cell_tag"}


class _Opened(NamedTuple):
    """A `for` or an `if` that is not closed yet: its tag, and what holds its paragraph, row or cell."""

    tag: str
    holder: _Element | None


def tag_findings(root: _Element) -> Iterator[Finding]:
    """Tags of a part that stand where docxtpl would lose text or do more than their author sees."""
    yield from _stray_tags(root)
    yield from _paragraph_faults(root)
    yield from _row_and_cell_faults(root)
    yield from _torn_pairs(root)


def _stray_tags(root: _Element) -> Iterator[Finding]:
    """Tags outside the text of a part, and tags in passages that are marked as deleted."""
    quoted = cache(lambda paragraph: quote(_all_text_of(paragraph), 60))  # thousands may stand in one paragraph

    def place_of(element: _Element) -> str:
        paragraph = element if element.tag == _PARAGRAPH else next(element.iterancestors(_PARAGRAPH), None)
        return "" if paragraph is None else quoted(paragraph)

    for element in root.iter():
        is_text = element.tag == _TEXT
        if is_text and element.text and _OPENING.search(element.text):
            if next(element.iterancestors(*_DELETED), None) is not None:
                yield Finding("tag_deleted", place=place_of(element), found=element.text.strip())
        elif tag := next((value for value in _values(element, is_text=is_text) if _OPENING.search(value)), ""):
            rule = "tag_deleted" if element.tag == _DELETED_TEXT else "tag_outside_text"
            yield Finding(rule, place=place_of(element), found=tag.strip())


def _all_text_of(paragraph: _Element) -> str:
    """The paragraph's text, else what is written in it elsewhere: in codes, formulas, deletions, drawn letters."""
    if text := text_of(paragraph).strip():
        return text
    texts = "".join(str(text) for text in paragraph.itertext()).strip()
    return texts or next((tag for each in paragraph.iter() for tag in _values(each, is_text=True) if "{" in tag), "")


def _paragraph_faults(root: _Element) -> Iterator[Finding]:
    """Tags that would lose text or leave empty paragraphs, seen paragraph by paragraph.

    docxtpl deletes the text beside a paragraph tag; a tag that is not closed swallows what follows it; a
    `{% for %}` that stands alone leaves its paragraph behind, once a turn.
    """
    others = no_blocks(root)
    for paragraph, text in with_texts(root):
        place = quote(text, 60)
        beside, held = PARAGRAPH_TAG.search(text), held_in(paragraph)
        if _BROKEN_TAG.search(ANY_TAG.sub("", text)):
            yield Finding("tag_unclosed", place=place, expected="{{ … }}、{% … %}")
        elif other := OF_DOCXTPL.search(text):
            yield Finding("template_language", place=place, found=other.group(), expected=LANGUAGE)
        elif faults := [*_markup_faults(text, place, others)]:
            yield from faults
        elif beside and (rest := (text[: beside.start()] + text[beside.end() :]).strip()):
            yield Finding("text_beside_tag", place=place, found=rest, expected=beside.group())
        elif beside and held:
            yield Finding("object_beside_tag", place=place, found=held, expected=beside.group())
        elif not held and (alone := _LONE_STATEMENT.fullmatch(text.strip())):
            yield Finding("tag_without_p", place=place, found=text.strip(), expected=f"{{%p {alone[1]}%}}")


def no_blocks(root: _Element) -> set[str]:
    """The variables of loops over anything but the blocks."""
    return {variable for _, text in with_texts(root) if "{%" in text for variable in _OWN_LOOP.findall(text)}


def _markup_faults(text: str, place: str, others: set[str]) -> Iterator[Finding]:
    """Tables and pictures are no text: they take the place of a paragraph or a run; `others` are no blocks."""
    for match in MARKUP_TAG.finditer(text):
        kind = _MARKUP[match[3]]
        if match[1] != kind and match[2] not in others:
            yield Finding(
                "markup_tag", place=place, found=match.group(), expected=f"{{{{{kind} {match[2]}.{match[3]} }}}}"
            )


def better_tags(paragraph: _Element, text: str, others: set[str]) -> Iterator[tuple[str, str]]:
    """The tags of a paragraph that are refused for another one, which is named with certainty."""
    alone = _LONE_STATEMENT.fullmatch(text.strip())
    if alone and not held_in(paragraph):
        yield text.strip(), f"{{%p {alone[1]}%}}"
    yield from ((each.found, each.expected) for each in _markup_faults(text, "", others))


def _row_and_cell_faults(root: _Element) -> Iterator[Finding]:
    """The rows and cells that hold a tag of theirs and more text: docxtpl deletes it with the tag."""
    for name, rule in _OWN_TAG_RULES.items():
        tag = re.compile(rf"\{{[{{%#]{name}\s(?:(?!\{{[{{%#]).)*?[}}%#]\}}", re.DOTALL)
        for holder in root.iter(w(name)):
            text = grids.text_of(holder)
            match = tag.search(text)
            is_inner = match and any(
                tag.search(grids.text_of(inner)) for inner in holder.iter(w(name)) if inner is not holder
            )
            if match and not is_inner and (rest := (text[: match.start()] + text[match.end() :]).strip()):
                yield Finding(rule, place=quote(text, 60), found=rest, expected=match.group())


def _torn_pairs(root: _Element) -> Iterator[Finding]:
    """Pairs of paragraph, row or cell tags of which one stands in a cell or box, the other outside it."""
    opened: list[_Opened] = []
    for paragraph, text in with_texts(root):
        if "{%" not in text:
            continue
        for match in _STATEMENT.finditer(text):
            holder = _holder(paragraph, _HOLDERS[match[1]])
            if match[2] in ("for", "if"):
                opened.append(_Opened(match.group(), holder))
            elif opened:
                if opened[-1].holder is not holder:
                    yield Finding("tag_pair_torn", place=quote(text, 60), found=match.group(), expected=opened[-1].tag)
                if match[2].startswith("end"):
                    opened.pop()


def _values(element: _Element, *, is_text: bool) -> Iterator[str]:
    """What of an element is not the text of a document."""
    yield from (str(value) for value in element.attrib.values())
    yield element.tail or ""
    if not is_text:
        yield element.text or ""


def _holder(paragraph: _Element, name: str) -> _Element | None:
    """What holds the paragraph, or the row or cell that the paragraph stands in."""
    if paragraph.tag == name:
        return paragraph.getparent()
    owner = next(paragraph.iterancestors(name), None)
    return None if owner is None else owner.getparent()
