"""A report as a YAML data file: what `WorkReport.load` reads as the same report.

Only what differs from the defaults is written, every text in one line, with comments where somebody has
something to say.
"""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from renmin_docs.intake.doubts import is_slip_when_plain
from renmin_docs.intake.own_data import own_data
from renmin_docs.intake.spelling import spelled_data
from renmin_docs.keys import SPELLINGS, spelled
from renmin_docs.messages import visible
from renmin_docs.report.models import WorkReport

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from renmin_docs.intake.source import DataSource
    from renmin_docs.keys import Spelling

_PARAGRAPHS = ("introduction", "body", "conclusion")
_CHAPTERS = (*WorkReport.KINDS, "others")
_FIRST = (
    *("profile", "organization", "year", "period", "issue_date", "title", "marks"),
    *("name", "issuer", "heading", "lead", "after", "series", "inline"),
)
_APART = ("figures", "introduction", *_CHAPTERS, "conclusion")
_ALONE = {"columns": "heading", "figures": "name"}
"""Lists whose items may be texts: what such a text is of a mapping."""
_STEP = 2
_ENDLESS = 2**31
"""A width at which no line is folded."""
_BLOCKS = re.compile(
    rf"^(?:#.*\n)*(?:{'|'.join(spelled(key, spelling) for key in _APART for spelling in SPELLINGS)}):", re.MULTILINE
)
"""The keys before which a blank line stands, with the comments before them."""


def report_to_yaml(
    report: WorkReport,
    comments: Mapping[str, str] | None = None,
    *,
    keys: Spelling = "en",
    source: DataSource | None = None,
    folder: str | PathLike[str] | None = None,
) -> str:
    """The data file of a report.

    Args:
        report: The report.
        comments: Key path in English (`plans.body[1]`), as the file has it, → the comment before it; the empty path
            for the file's head.
        keys: The spelling of keys, and of the words that stand as values.
        source: The data file that the report comes from: its profile stays beneath.
        folder: Where the file will stand: paths in it count from there. By default absolute ones stay as they are.
    """
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.representer.ignore_aliases = lambda _: True  # a text that stands twice is written twice
    yaml.width = _ENDLESS
    yaml.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    stream = io.StringIO()
    data, paths = spelled_data(report_data(report, source, folder), keys)
    remarks = {paths.get(path, path): comment for path, comment in (comments or {}).items()}
    head = "".join(f"# {line}\n" for line in _lines(remarks.pop("", "")))
    yaml.dump(_node(data, "", 0, remarks), stream)
    return head + _BLOCKS.sub(r"\n\g<0>", stream.getvalue()).removeprefix("" if head else "\n")


def report_data(
    report: WorkReport, source: DataSource | None = None, folder: str | PathLike[str] | None = None
) -> dict[str, Any]:
    """The report as plain values, in the shortest form that a data file has for them; see `report_to_yaml`."""
    data = own_data(report, source, folder)
    return {key: _short(key, data[key]) for key in sorted(data, key=_rank)}


def _rank(key: str) -> int:
    """Where a key stands: short ones that say what the rest is first, the long body last, others as they come."""
    return _FIRST.index(key) if key in _FIRST else len(_FIRST) + (key == "body")


def _short(key: str, value: Any) -> Any:
    """A value in its short form: what may stand alone or in a list of one, alone."""
    if isinstance(value, dict):
        return {inner: _short(inner, value[inner]) for inner in sorted(value, key=_rank)}
    if not isinstance(value, list | tuple):
        return value
    if len(value) == 1 and (key in _CHAPTERS or (key in _PARAGRAPHS and isinstance(value[0], str))):
        return _short("", value[0])
    return [_alone(_short("", item), _ALONE.get(key, "")) for item in value]


def _alone(item: Any, key: str) -> Any:
    """An item of a list; of a mapping that has this key alone, what stands under it."""
    return item[key] if isinstance(item, dict) and [*item] == [key] else item


def _node(value: Any, path: str, column: int, comments: Mapping[str, str]) -> Any:
    """A value as ruamel's node, with the comments that belong to what is in it."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import SingleQuotedScalarString

    if isinstance(value, Decimal):  # a width; YAML has no decimals
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, str) and is_slip_when_plain(value):
        return SingleQuotedScalarString(value)
    if not isinstance(value, dict | list):
        return value
    node: Any = CommentedMap() if isinstance(value, dict) else CommentedSeq()
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        place = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}".removeprefix(".")
        child = _node(item, place, column + _STEP, comments)
        node.insert(len(node), *((key, child) if isinstance(value, dict) else (child,)))
        _remark(node, key, comments.get(place, ""), column)
    return node


def _remark(node: Any, key: str | int, comment: str, column: int) -> None:
    if lines := _lines(comment):
        node.yaml_set_comment_before_after_key(key, before="\n".join(lines), indent=column)


def _lines(comment: str) -> list[str]:
    """The lines of a comment, no character in them hidden."""
    return [visible(line) for line in comment.splitlines()]
