"""The bytes of a text file as text: which encoding they are in is found out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.encoding import other_kind
from renmin_docs.opening import read_file
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 2**20
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks."""
_UNMARKED = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5")
_NAMES = {"gb18030": "@gbk", "utf-16": "@utf16", "utf-16-le": "@utf16", "utf-16-be": "@utf16"}
_SAMPLE = 2**16
_EXPECTED = lazy("[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]")
_LEAST = 0.8
"""How many of the characters of a text must be such as reports have."""


class Decoded(NamedTuple):
    """A text and what was found out about its bytes."""

    text: str
    notes: list[Finding]


def read_prose(file: Path) -> Decoded:
    """The text of a file.

    Raises:
        DataFileError: It can't be read, is too large, or is no text.
    """
    data = read_file(file, MAX_BYTES)
    if (kind := other_kind(data)) not in ("", "@utf16", "@binary"):
        raise DataFileError(Finding("text_kind", found=kind, expected=".txt"))
    return decode(data)


def decode(data: bytes) -> Decoded:
    """The text that bytes write; bytes that no character begins with become U+FFFD, with a note.

    Raises:
        DataFileError: They are no text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _guessed(data)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    notes = [Finding("text_encoding", found=_NAMES.get(encoding, encoding))] if not encoding.startswith("utf-8") else []
    if lost > 0:
        notes.append(Finding("text_bytes", found=str(lost), line=text.count("\n", 0, text.index("\ufffd")) + 1))
    return Decoded(text, notes)


def _guessed(data: bytes) -> str:
    """The encoding of bytes without a mark: the one in which they read most like a report."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample and _is_utf8(sample):
        return "utf-8"
    rated = {name: _rating(sample, name) for name in _UNMARKED}
    best = max(rated, key=lambda name: rated[name])
    if rated[best] < _LEAST:
        raise DataFileError(Finding("text_kind", found="@binary", expected=".txt"))
    return best


def _is_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a character that is cut at their end and a few broken ones."""
    text = sample.decode("utf-8", errors="replace")
    return text.count("\ufffd") <= 1 + len(text) // 200


def _rating(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    return len(re.findall(_EXPECTED(), text)) / len(text) if text else 0.0
