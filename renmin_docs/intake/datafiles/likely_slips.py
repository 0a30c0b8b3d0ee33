"""Plain texts and numbers of YAML that may be slips: the place in the report tells.

`标题：办好实事` as an item of a body was meant as a key, `单位：万元` was not: no such key can stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.datafiles.yaml_slips import COLONS, FIRST_CHARACTERS, WORDS, Scalar, is_suspect, slip_of
from renmin_docs.messages.shown import quote
from renmin_docs.report.validation.expected import shapes_at
from renmin_docs.report.validation.key_paths import KeyPath, show_path
from renmin_docs.vocabulary import MAPPINGS, Shape, keys_with

_FIGURES = "figures"
_YEAR = ("year",)
_NAMED = (_FIGURES, "parts")
_LISTED = {*keys_with("names"), "columns", "marks"}
"""Keys of lists whose items hold no comma."""
_NUMBER = "yaml_number"
_NAMED_BARE = (_NUMBER, "yaml_comment")
"""Rules whose messages name the thing itself, without quotation marks."""


class Doubt(NamedTuple):
    """What may be a slip: a rule's name, the key path as the file writes it, the line, and what stands there."""

    rule: str
    path: KeyPath
    line: int
    text: str


_SHAPES = (
    ("yaml_no_blank", re.compile(r"\w{1,20}:\S")),
    ("yaml_wide_colon", re.compile(rf"\w{{1,20}}\s?[{COLONS[1:]}].")),
    ("yaml_no_colon", re.compile(r"[\u4e00-\u9fff]{2,5}[\s=]\S")),
    (_NUMBER, re.compile(r"[-+]?(?:0[0-9xo]|\.[0-9]|[0-9.]+[eE][-+0-9])|\+[0-9]")),
)
"""How a plain text or number begins that may be a slip."""
is_remarkable = re.compile(rf"[.0{FIRST_CHARACTERS}]|\w++\s?[{COLONS}=\s]|[0-9.]+[eE]").match
"""How every plain text or number in one line begins that is a slip or may be one: the others need no closer look."""
_NO_KEYS = ("单位", "数据")
"""Words with which texts begin as well: 单位：万元."""
_COMMAS = re.compile("[，；、].")


def doubtful_rules(text: str, *, is_number: bool, in_flow: bool) -> list[str]:
    """The rules that a plain text or number in one line may break."""
    rules = [rule for rule, shape in _SHAPES if is_number == (rule == _NUMBER) and shape.match(text)]
    return [*rules, "yaml_wide_comma"] if in_flow and _COMMAS.search(text) else rules


def is_slip_when_plain(text: str) -> bool:
    """Whether a text has to be quoted: somewhere in a report it reads as a slip."""
    if is_suspect(text) and slip_of(Scalar("", [text], [text], "", 1)) is not None:
        return True
    word = re.match(r"\w+", text)
    return word is not None and word[0] in WORDS and any(shape.match(text) for _, shape in _SHAPES)


def judge(source: DataSource, root: Shape) -> None:
    """Judge the doubts of a source; what is a slip becomes one of its findings."""
    for doubt in source.doubts:
        path = source.in_english(doubt.path)
        if _JUDGES[doubt.rule](doubt, path, source, root):
            source.findings.append(_finding(doubt, path))


def _finding(doubt: Doubt, path: KeyPath) -> Finding:
    place = show_path(doubt.path)
    if path == _YEAR:
        return Finding("wrong_type", place, doubt.text, "@year", doubt.line)
    found = doubt.text if doubt.rule in _NAMED_BARE else quote(doubt.text)
    return Finding(doubt.rule, place, found, f'"{doubt.text}"' if doubt.rule == _NUMBER else "", doubt.line)


def _is_key(doubt: Doubt, path: KeyPath, source: DataSource, root: Shape) -> bool:
    """Whether a mapping may stand there, with what the text begins with as a key."""
    word = re.match(r"\w+", doubt.text)
    if word is None or word[0] in _NO_KEYS:
        return False
    if path[:1] == (_FIGURES,) and (path[-1] in _NAMED or len(path) == 1):
        return True
    shapes = [*shapes_at(path, source.data, root), *(["Figure"] if path[:1] == (_FIGURES,) else [])]
    rows = (row for shape in shapes for row in MAPPINGS.get(shape, {}).items())
    return any(word[0] in (key, row.zh) for key, row in rows)


def _is_list(_: Doubt, path: KeyPath, source: DataSource, __: Shape) -> bool:
    """Whether the items of a list in brackets are parted by it."""
    if _is_cell(path):
        return len(source.at(path[:-1])) == 1
    return len(path) > 1 and isinstance(path[-1], int) and path[-2] in _LISTED


def _is_changed(doubt: Doubt, path: KeyPath, *_: object) -> bool:
    """Whether a number prints otherwise than it is written: as a cell; as a figure or the year, where a zero leads."""
    digits = doubt.text.lstrip("+-")
    is_code = digits[1:2] in ("x", "o") or (digits[:2].isdigit() and "e" not in digits.lower())
    is_number = path == _YEAR or (path[:1] == (_FIGURES,) and len(path) == 2)
    return _is_cell(path) or (is_number and is_code)


def _is_swallowed(_: Doubt, path: KeyPath, *__: object) -> bool:
    """Whether a comment goes on with the text before it: figures are no texts."""
    return path[:1] != (_FIGURES,) and "body" in path


def _is_cell(path: KeyPath) -> bool:
    return len(path) > 2 and path[-3] == "rows"


_JUDGES: dict[str, Callable[[Doubt, KeyPath, DataSource, Shape], bool]] = {
    "yaml_no_blank": _is_key,
    "yaml_wide_colon": _is_key,
    "yaml_no_colon": _is_key,
    "yaml_wide_comma": _is_list,
    _NUMBER: _is_changed,
    "yaml_comment": _is_swallowed,
}
