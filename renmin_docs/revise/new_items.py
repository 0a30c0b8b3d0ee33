"""New items of bodies: what they are in the data, and where they go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from renmin_docs.proofread import Passage
from renmin_docs.proofread.marks import mark_at
from renmin_docs.revise.coded import raw
from renmin_docs.revise.printed_lines import PrintedLine, Token
from renmin_docs.vocabulary import LINES

PARAGRAPHS = ("paragraph", *LINES["above_chapters"], *LINES["below_chapters"])
HEADINGS = ("heading_2", "heading_3", "heading_4")
ORDINAL = "一是"
_ITEM = re.compile(r"\.body\[(\d+)\]")
_ITEM_AT_END = re.compile(r"(.*)\[(\d+)\]")


def level_of(passage: Passage, marks: Sequence[str]) -> int:
    """The level of a passage's heading or point, by its mark; 0 for a paragraph."""
    mark = mark_at(passage.mark or passage.text)
    return passage.level or (marks.index(mark.form) + 1 if mark and mark.form in marks else 0)


def is_ordinal(passage: Passage) -> bool:
    """Whether a passage begins with an ordinal: 一是, 二是."""
    mark = mark_at(passage.mark or passage.text)
    return mark is not None and mark.form == ORDINAL


def item_of(passage: Passage, marks: Sequence[str], moved: PrintedLine | None) -> Any:
    """A new passage as an item of a body; one that was moved has its figures."""
    mark = mark_at(passage.mark or passage.text)
    text = passage.text if passage.mark or mark is None else passage.text[mark.end :]
    if moved is not None and any(token.place.endswith(".lead") for token in moved.tokens):
        return _point_of(moved)
    item = raw(text) if moved is None else _raw_of(moved.tokens)
    if passage.role == "heading":
        return {"heading": item}
    if level_of(passage, marks):
        return {"body": item}
    return item if moved is not None else raw(passage.text)


def _point_of(line: PrintedLine) -> dict[str, Any]:
    """A point with a lead as the data have it."""
    lead = [token for token in line.tokens if token.place.endswith(".lead")]
    body = [token for token in line.tokens if token.place and token not in lead]
    return {"lead": _raw_of(lead), **({"body": _raw_of(body)} if body else {})}


def _raw_of(tokens: Sequence[Token]) -> str:
    """The text of tokens as the data have it, figures and all."""
    return "".join(token.raw if token.place else raw(token.printed) for token in tokens)


def place_for(last: PrintedLine, level: int, *, is_point: bool = False) -> str | None:
    """Where an item goes behind a line.

    Args:
        last: The line.
        level: That of its heading or mark; 0 for a paragraph, 1 for a chapter, for which there is no place.
        is_point: Whether it is a point without such a mark: 一是, or none.
    """
    if level:
        return _place_for_point(last, level - 2)
    beside, mark = _ITEM_AT_END.fullmatch(last.path), mark_at(last.mark)
    if is_point and last.kind == "point" and beside and (mark is None or mark.form == ORDINAL):
        return f"{beside[1]}[{int(beside[2]) + 1}]"
    return _place_for_paragraph(last)


def _place_for_paragraph(last: PrintedLine) -> str | None:
    path = last.path
    if last.kind.startswith("heading"):
        return f"{path}.body[0]"
    if last.kind == "point":
        has_text = any(token.place.startswith(f"{path}.body") for token in last.tokens)
        return f"{path}.body[{int(has_text)}]"
    if last.kind == "inline":
        inner = [int(match[1]) for token in last.tokens if (match := _ITEM.match(token.place, len(path)))]
        return f"{path}.body[{max(inner) + 1}]" if inner else None
    if match := _ITEM_AT_END.fullmatch(path):
        return f"{match[1]}[{int(match[2]) + 1}]"
    stands_alone = last.kind in PARAGRAPHS and not path.endswith("]")  # the only paragraph of its body
    return f"{path}[1]" if stands_alone else None


def _place_for_point(last: PrintedLine, depth: int) -> str | None:
    """The same for a point in a body that is within so many others."""
    items = [*_ITEM.finditer(last.path)]
    if depth < 0:
        return None
    if len(items) > depth:
        home = items[depth]
        return f"{last.path[: home.start()]}.body[{int(home[1]) + 1}]"
    if len(items) < depth:
        return None
    if last.path.endswith(".body"):
        return f"{last.path}[1]"
    return f"{last.path}.body[0]" if last.kind.startswith("heading") else None
