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
from renmin_docs.messages import visible
from renmin_docs.report.models import Chapter, Organization, WorkReport

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARAGRAPHS = ("introduction", "body", "conclusion")
_CHAPTERS = (*WorkReport.KINDS, "others")
_FIRST = (
    *("organization", "year", "period", "issue_date", "title", "marks"),
    *("name", "issuer", "heading", "lead", "after", "series", "inline"),
)
_STEP = 2
_ENDLESS = 2**31
"""A width at which no line is folded."""
_BLOCKS = re.compile(rf"^(?:#.*\n)*(?:figures|introduction|{'|'.join(_CHAPTERS)}|conclusion):", re.MULTILINE)
"""The keys before which a blank line stands, with the comments before them."""


def report_to_yaml(report: WorkReport, comments: Mapping[str, str] | None = None) -> str:
    """The data file of a report.

    Args:
        report: The report.
        comments: Key path (`plans.body[1]`), as the file has it, → the comment before it; the empty path for
            the file's head.
    """
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.representer.ignore_aliases = lambda _: True  # a text that stands twice is written twice
    yaml.width = _ENDLESS
    yaml.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    stream = io.StringIO()
    remarks = dict(comments or {})
    head = "".join(f"# {line}\n" for line in _lines(remarks.pop("", "")))
    yaml.dump(_node(report_data(report), "", 0, remarks), stream)
    return head + _BLOCKS.sub(r"\n\g<0>", stream.getvalue()).removeprefix("" if head else "\n")


def report_data(report: WorkReport) -> dict[str, Any]:
    """The report as plain values, in the shortest form that a data file has for them."""
    data: dict[str, Any] = report.checked().model_dump(exclude_defaults=True)
    office = {"organization": Organization(name=report.organization.name), "year": report.year}
    chapters = {kind: Chapter() for kind in WorkReport.KINDS}
    plain = WorkReport(**office, **chapters, period=report.period)
    if report.organization == plain.organization:
        data["organization"].pop("issuer", None)
    if report.period == WorkReport(**office, **chapters).period:
        data.pop("period", None)
    if report.title == plain.title:
        data.pop("title", None)
    for kind in WorkReport.KINDS:
        (default,) = getattr(plain, kind)
        if len(data.get(kind, ())) == 1 and data[kind][0].get("heading") == default.heading:
            data[kind][0].pop("heading")
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
    return [_short("", item) for item in value]


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
