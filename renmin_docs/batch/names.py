"""The names of files: a pattern filled from a report, and made safe for every system, Windows among them."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, OutputError

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport


def _named(get: Callable[[WorkReport], str]) -> Callable[[WorkReport, str], str]:
    return lambda report, _: get(report)


DEFAULT_NAMES = "{organization}{period}工作总结.docx"

_ENDING = ".docx"
_LONGEST = 240
"""Bytes of UTF-8 in a name: file systems take 255, and a copy of it needs some too."""
_LOOK_ALIKES = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What Windows refuses → what looks like it, so that two names stay two."""
_HIDDEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
"""Windows' devices, also with an ending behind them."""


@cache
def fields() -> dict[str, Callable[[WorkReport, str], str]]:
    """The fields of a pattern; `input` is the data file's name without its ending, or the name that was given."""
    from renmin_docs.report.names import KNOWN, OF_REPORT  # loads the models, which the help does without

    return {
        **{name: _named(OF_REPORT[english]) for name, english in KNOWN.items()},
        "issue_date": lambda report, _: "" if report.issue_date is None else str(report.issue_date),
        "input": lambda _, given: _without_ending(os.path.basename(given)),
    }


def require_pattern(pattern: str) -> str:
    """The pattern itself, if its fields are known and it stays in the folder.

    Raises:
        OutputError: With everything that is wrong with it.
    """
    try:
        parts = [part[1:] for part in Formatter().parse(pattern) if part[1] is not None]
    except ValueError as error:
        raise OutputError(Finding("batch_name_braces", found=pattern, expected="{organization}")) from error
    known = "、".join(f"{{{name}}}" for name in fields())
    shown = [_as_written(*part) for part in parts]
    findings = [
        Finding("batch_name_field", found=name, expected=known) for name in shown if name.strip("{}") not in fields()
    ]
    if "/" in pattern or "\\" in pattern:
        findings.append(Finding("batch_name_folder", found=pattern))
    if findings:
        raise OutputError(*findings)
    return pattern


def _without_ending(name: str) -> str:
    from renmin_docs.file_kinds import DATA_FILES

    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in DATA_FILES else name


def _as_written(name: str | None, form: str | None, conversion: str | None) -> str:
    return f"{{{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}}}"


def name_of(pattern: str, report: WorkReport, given: str) -> str:
    """The name of a report's file, by a pattern that `require_pattern` let through; safe everywhere."""
    asked = ((name, field) for name, field in fields().items() if f"{{{name}" in pattern)
    return safe(pattern.format_map({name: field(report, given) for name, field in asked}))


def safe(name: str) -> str:
    """A name that every system takes, ending in .docx.

    >>> safe("人民街道: 2022年.docx"), safe("nul"), safe("../a.")
    ('人民街道： 2022年.docx', '_nul.docx', '／a.docx')
    """
    stem = name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name
    visible = "".join("_" if unicodedata.category(c) in _HIDDEN else c for c in stem.translate(_LOOK_ALIKES))
    stem = visible.strip(". \u3000") or "_"
    return _shortened("_" + stem if _RESERVED.match(stem) else stem) + _ENDING


def _shortened(stem: str) -> str:
    """A stem that is not too long; the checksum of the whole stands for what is cut off."""
    room = _LONGEST - len(_ENDING)
    if len(stem.encode()) <= room:
        return stem
    mark = "~" + hashlib.sha256(stem.encode()).hexdigest()[:8]
    return stem.encode()[: room - len(mark)].decode(errors="ignore") + mark


def safe_stem(name: str) -> str:
    """A name that every system takes before any ending."""
    return safe(name).removesuffix(_ENDING)


def stem_of_report(organization: str, period: str) -> str:
    """The name, without an ending, of a report's data file.

    >>> stem_of_report("清河街道", "2026年")
    '清河街道2026年工作总结'
    """
    return safe_stem(f"{organization}{period}工作总结")


def same_name(name: str) -> str:
    """What two names have in common that are one file on some system.

    >>> same_name("A.docx") == same_name("a.DOCX")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
