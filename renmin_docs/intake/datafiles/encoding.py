"""The bytes of a data file as text, or what they look like instead."""

from __future__ import annotations

from codecs import BOM_UTF8

from renmin_docs.errors import DataFileError, Finding

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe", "@utf16"),
    (b"\xfe\xff", "@utf16"),
    (b"PK\x03\x04", "@zip"),
    (b"\xd0\xcf\x11\xe0", "@ole"),
    (b"%PDF", "@pdf"),
)
"""How files begin that clerks take for data files."""


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        DataFileError: It is not UTF-8.
    """
    if kind := other_kind(data):
        raise DataFileError(Finding("file_encoding", found=kind, expected="UTF-8"))
    text = data.removeprefix(BOM_UTF8)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise DataFileError(_not_utf8(text, error.start)) from error


def other_kind(data: bytes) -> str:
    """The word of messages for a file that can't be text in UTF-8, by its first bytes; empty where it may be."""
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    if not kind and b"\0" in data:
        return "@utf16" if data.count(b"\0") > len(data) // 4 else "@binary"
    return kind


def _not_utf8(data: bytes, start: int) -> Finding:
    line = data.count(b"\n", 0, start) + 1
    if _is_chinese(data):
        return Finding("file_encoding", found="@gbk", expected="UTF-8", line=line)
    return Finding("file_bytes", found=f"0x{data[start]:02X}", expected="UTF-8", line=line)


def _is_chinese(data: bytes) -> bool:
    """Whether the bytes read as Chinese in GB 18030, of which GBK and GB 2312 are parts."""
    try:
        foreign = [character for character in data.decode("gb18030") if character > "\x7f"]
    except UnicodeDecodeError:
        return False
    common = sum("\u4e00" <= character <= "\u9fff" or "\u3000" <= character <= "\u303f" for character in foreign)
    return common >= 0.8 * len(foreign)
