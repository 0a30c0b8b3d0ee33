"""Findings that were looked at and accepted: a list of their fingerprints, which people may read and edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.messages import visible
from renmin_docs.proofread import Remark
from renmin_docs.writing import write_file

_HEAD = (
    "# renmin-docs check: accepted findings, which --accept keeps quiet; delete a line to see its finding again\n"
    "# 已接受的校对意见，--accept 不再列出；删去一行即恢复\n"
)
_LINE = re.compile(r"([0-9a-f]{12})(?:\s.*)?")


def read_accepted(file: Path) -> dict[str, str]:
    """Fingerprint → line of each accepted finding.

    Raises:
        DataFileError: The file can't be read, or lines of it are no such list's; all of them.
    """
    accepted: dict[str, str] = {}
    faults = []
    for number, line in enumerate(read_prose(file).text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := _LINE.fullmatch(line.rstrip()):
            accepted[match[1]] = match[0]
        else:
            faults.append(Finding("accepted_line", line=number, found=line.strip()[:40]))
    if faults:
        raise DataFileError(*faults, subject=str(file))
    return accepted


def write_accepted(file: Path, accepted: Mapping[str, str], remarks: Iterable[Remark]) -> None:
    """Write the list with further findings in it.

    Raises:
        OutputError: The file can't be written.
    """
    more = {remark.fingerprint: _line(remark) for remark in remarks}
    write_file(file, (_HEAD + "".join(line + "\n" for line in {**more, **accepted}.values())).encode())


def _line(remark: Remark) -> str:
    finding = remark.finding
    return "\t".join((remark.fingerprint, finding.rule, visible(finding.place), visible(remark.context))).rstrip()
