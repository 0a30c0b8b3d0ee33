"""The events of a YAML text from libyaml, for texts that it reads as ruamel.yaml does, many times as fast.

libyaml knows YAML 1.1. Where the two grammars part, the text is left to ruamel.yaml, as is each text that libyaml
refuses or in which a fault is found: messages about broken files never depend on whether libyaml is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_PARTING = tuple(
    (hint, re.compile(pattern, re.MULTILINE))
    for hint, pattern in (
        ("", r"\n(?:%|---|\.\.\.)"),  # a directive, marks of documents
        (" \n", r"^ +$"),  # a line of blanks, which may stand above a block's text
        ("\r", r"\r(?!\n)|^ +\r"),  # line breaks of old
        ("?", r"(?:^|[\s\[{,])\?"),  # a key behind a question mark
        ("!", r"(?:^|[\s\[{,])!"),  # a tag
        ("|", r"\|[-+0-9]*\#"),  # a comment that touches `|` or `>`
        (">", r">[-+0-9]*\#"),
        ('"', r'":[^\s,\]}]'),  # a value that touches its quoted key
        ("'", r"':[^\s,\]}]"),
    )
)
"""Where the grammars part, in a text behind a line break; one without the hint need not be searched."""


class UnlikeError(ValueError):
    """A text that libyaml does not read, or might read otherwise."""


def quick_events(text: str) -> Iterator[Any]:
    """The events of a YAML text, with their marks.

    Raises:
        UnlikeError: The text is to be read by ruamel.yaml.
    """
    parser_of = _parser()
    if parser_of is None or not _is_ordinary(text):
        raise UnlikeError
    from yaml import YAMLError

    try:
        yield from iter(parser_of(text).get_event, None)
    except YAMLError as error:
        raise UnlikeError from error


def _is_ordinary(text: str) -> bool:
    """Whether both grammars read a text in the same way, as far as its characters tell."""
    plain = text.replace("\n", "").replace("\r", "").replace("\u3000", "")
    if not plain.isprintable():  # tabs, NEL and other odd blanks: line breaks for one, indentation for the other
        return False
    lines = f"\n{text}"
    return not any(hint in lines and pattern.search(lines) for hint, pattern in _PARTING)


@cache
def _parser() -> Any:
    """The parser of PyYAML in C; None where it was installed without."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None
    return CParser
