"""Lines of a YAML text: where an item of a list begins and ends, with the comments that belong to it."""

from __future__ import annotations

import re

from renmin_docs.intake.datafiles.edits import CannotEditError
from renmin_docs.intake.datafiles.yaml_tree import Node

_HYPHEN = re.compile(r"\s*-\s+")
_HYPHEN_ALONE = re.compile(r"\s*-\s*(?:#.*)?")


def lines_of(text: str, holder: Node, index: int) -> tuple[int, int]:
    """Where an item of a list begins and ends, with its comments."""
    start = hyphen_line(text, holder.items[index].start)
    indent = indent_of(text, start)
    above = start
    while above:
        line = line_start(text, above - 1)
        if not text[line:above].lstrip(" ").startswith("#") or indent_of(text, line) > indent:
            break
        above = line
    return above, behind_comments(text, holder.items[index].end, indent)


def hyphen_line(text: str, at: int) -> int:
    """Where the line of the hyphen begins that stands before an item."""
    line = line_start(text, at)
    if _HYPHEN.fullmatch(text[line:at]):
        return line
    while line and not text[line:at].strip():
        at, line = line, line_start(text, line - 1)
        if _HYPHEN_ALONE.fullmatch(text[line : at - 1]):
            return line
    raise CannotEditError(text[line:at])


def behind_comments(text: str, at: int, indent: int) -> int:
    """Behind the line of a place, and the comments below it that are indented deeper."""
    end = at = line_end(text, at)
    while at < len(text):
        behind = line_end(text, at)
        line = text[at:behind].strip()
        if line and not (line.startswith("#") and indent_of(text, at) > indent):
            break
        end, at = behind if line else end, behind
    return end


def behind_blanks(text: str, at: int) -> int:
    """Behind the blank lines that begin at a place."""
    while at < len(text) and not text[at : (end := line_end(text, at))].strip():
        at = end
    return at


def above_blanks(text: str, at: int) -> int:
    """Where the blank lines begin that end at a place."""
    while at and not text[(start := line_start(text, at - 1)) : at].strip():
        at = start
    return at


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Behind the line end that follows a place; the end of the text where none does."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def indent_of(text: str, at: int) -> int:
    """How many blanks the line of a place begins with."""
    line = line_start(text, at)
    return len(text[line : line_end(text, line)]) - len(text[line : line_end(text, line)].lstrip(" "))


def below(text: str, at: int) -> str:
    """A line end where the text has none before a place."""
    return "\n" if at and text[at - 1] != "\n" else ""
