"""Plain values as YAML, in one pass: mappings and lists in block style, every text in one line.

A text is plain where it reads back as itself and as no slip, else in single quotation marks; in double ones where a
line break or a character that YAML can't carry has to be spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from renmin_docs.intake.datafiles.likely_slips import is_slip_when_plain
from renmin_docs.intake.datafiles.yaml_slips import BLANKS
from renmin_docs.messages import visible
from renmin_docs.report.item_kinds import shape_of
from renmin_docs.vocabulary import MAPPINGS, Key, Shape, Spelling, below

if TYPE_CHECKING:
    Shapes = Sequence[Shape]

_STEP = "  "
_LONGEST_KEY = 400
"""Characters of a key in the line of its value; the parsers know no longer ones than 1024 bytes."""
_QUOTED = re.compile(
    r"""[\s#,\[\]{}&*!|>'"%@`]|[?:-](?:\s|\Z)|---|\.\.\.|.*(?::\s|\s\#|[:\s]\Z)"""
    r"""|(?:~|<<|=|null|true|false)\Z|[-+.]?[0-9.][-+.0-9_a-fxoinA-FXOIN]*\Z|[-+]?\.(?:inf|nan)\Z"""
    r"""|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?\Z""",
    re.IGNORECASE,
)
"""How a text begins, or what it holds, that is not plain: signs of YAML, and what is a number, a date or a truth."""
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_SPELLED = re.compile(f"[{_CONTROLS}]")
_ESCAPED = re.compile(rf'[{_CONTROLS}"\\]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def to_yaml(
    data: Mapping[str, Any], comments: Mapping[str, str], apart: Collection[str] = (), spelling: Spelling = "en"
) -> str:
    """A mapping as the text of a YAML file.

    Args:
        data: Mappings, lists, texts, numbers, truths and dates.
        comments: Key path in English (`plans.body[1]`) → the comment before it; the empty path for the file's head.
        apart: The keys of the mapping before which a blank line stands.
        spelling: The spelling of the keys of a report, and of the words that stand as values.
    """
    writer = _Writer(comments, is_chinese=spelling == "zh")
    writer.remark("", "")
    for key, value in data.items():
        if key in apart and writer.pieces:
            writer.pieces.append("\n")
        writer.pair("WorkReport", key, value, key, "")
    return "".join(writer.pieces)


class _Writer:
    """Writes the parts of one file."""

    def __init__(self, comments: Mapping[str, str], *, is_chinese: bool) -> None:
        self.pieces: list[str] = []
        self._comments, self._rows = comments, MAPPINGS if is_chinese else {}

    def pair(self, shape: Shape, key: str, value: Any, path: str, indent: str, lead: str = "") -> None:
        """Write a key with its value; `lead` stands in the place of the indent where the key begins an item."""
        if not lead:
            self.remark(path, indent)
        row = self._rows.get(shape, {}).get(key)
        name = scalar(row.zh if row else key, is_key=True)
        begin = f"{lead or indent}{name}:" if len(name) <= _LONGEST_KEY else f"{lead or indent}? {name}\n{indent}:"
        if isinstance(value, dict | list) and value:
            self.pieces.append(f"{begin}\n")
            self._block(below(shape, key) if self._rows else (), value, path, indent + _STEP)
        else:
            self.pieces.append(f"{begin} {scalar(_word(row, value) if row else value)}\n")

    def _block(self, shapes: Shapes, value: dict[str, Any] | list[Any], path: str, indent: str, lead: str = "") -> None:
        """Write what is in a mapping or list; `shapes` are the mappings that may stand there."""
        if isinstance(value, dict):
            shape = shape_of(value, shapes)
            for key, item in value.items():
                self.pair(shape, key, item, f"{path}.{key}", indent, lead)
                lead = ""
        else:
            for index, item in enumerate(value):
                self._item(shapes, item, f"{path}[{index}]", indent, lead)
                lead = ""

    def _item(self, shapes: Shapes, item: Any, path: str, indent: str, lead: str) -> None:
        """Write an item of a list; what is in it stands behind the hyphen, its first comment before it."""
        if not lead:
            self.remark(path, indent)
        begin = f"{lead or indent}- "
        if isinstance(item, dict | list) and item:
            first = f"{path}.{next(iter(item))}" if isinstance(item, dict) else f"{path}[0]"
            if not lead:
                self.remark(first, indent)
            self._block(shapes, item, path, indent + _STEP, begin)
        else:
            self.pieces.append(f"{begin}{scalar(item)}\n")

    def remark(self, path: str, indent: str) -> None:
        """Write the comment on a key path."""
        if self._comments:
            lines = map(visible, self._comments.get(path, "").splitlines())
            self.pieces += [f"{indent}# {line}\n" if line else "\n" for line in lines]


def _word(row: Key, value: Any) -> Any:
    """The Chinese word for a value, where it is one of ours."""
    return next((word for word, meant in row.words.items() if type(meant) is type(value) and meant == value), value)


def scalar(value: Any, *, is_key: bool = False) -> str:
    r"""A value that holds no others, as YAML writes it.

    >>> scalar("已完成。"), scalar("2022"), scalar("甲\n乙"), scalar(True), scalar([])
    ('已完成。', "'2022'", '"甲\\n乙"', 'true', '[]')
    """
    if isinstance(value, str):
        return _text(value, is_key=is_key)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date | datetime) else repr(value)


def _text(text: str, *, is_key: bool) -> str:
    if _SPELLED.search(text):
        return f'"{_ESCAPED.sub(_escape, text)}"'
    is_plain = text and not (_QUOTED.match(text) or is_slip_when_plain(text) or (is_key and text[0] in BLANKS))
    if is_plain:
        return text
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or (f"\\u{ord(character):04x}")
