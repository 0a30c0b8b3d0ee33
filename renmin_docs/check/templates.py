"""Findings on a template, each with the passage that it is about, for programs and for Word comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs import builtin_templates
from renmin_docs.check import template_findings
from renmin_docs.check.documents import CheckedDocument
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.errors import Finding, PackageError
from renmin_docs.ooxml.package import read_package
from renmin_docs.proofread import Remark, remark_on
from renmin_docs.render.preparing.spelling import respelled

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

_QUOTED = re.compile("“(.*)”")
_PREFIX = re.compile(r"(?<=[{%#])(?:p|tr|tc|r)(?=\s)")
_ONCE = ("template_unclosed", "template_unpaired")
"""Rules that name one tag of several that are alike."""
_MOST = 20


class _Line(NamedTuple):
    """A paragraph of a passage: the passage's number, where it begins there, its text, and how places name it."""

    passage: int
    start: int
    text: str
    key: str


def checked_template(template: str | PathLike[str], report: WorkReport | None = None) -> CheckedDocument:
    """A template with what was found in it, as `check_document` gives it of a finished document.

    Raises:
        TemplateError: There is no such file, or it can't be read.
    """
    path = builtin_templates.find(template)
    lines = _lines(path)
    findings = template_findings(path, report)
    return CheckedDocument(str(template), tuple(each for found in findings for each in _at(found, lines)))


def _lines(path: Path) -> list[_Line]:
    try:
        passages = FinishedDocument(read_package(path)).passages
    except PackageError:
        return []  # which is what is found
    return [_Line(number, *each) for number, passage in enumerate(passages) for each in _in_passage(passage.text)]


def _in_passage(text: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line, _key(line)
        start += len(line) + 1


def _at(finding: Finding, lines: Sequence[_Line]) -> Iterator[Remark]:
    """A finding at each passage that it is about."""
    quoted = _QUOTED.search(finding.place)
    key = _key(quoted[1].removesuffix("…")) if quoted else ""
    is_cut = bool(quoted and quoted[1].endswith("…"))
    found = [line for line in lines if key and (line.key == key or (is_cut and line.key.startswith(key)))]
    for line in found[: 1 if finding.rule in _ONCE else _MOST]:
        begun = line.text.find(finding.found) if finding.found else -1
        remark = remark_on(finding, line.passage, line.text)
        start, end = (line.start + begun, line.start + begun + len(finding.found)) if begun >= 0 else (0, 0)
        yield remark._replace(start=start, end=end)
    if not found:
        yield remark_on(finding)


def _key(text: str) -> str:
    """A paragraph as places are found by: messages name it as it stands, put right, or as docxtpl leaves it."""
    return "".join(_PREFIX.sub("", respelled(text)).split())
