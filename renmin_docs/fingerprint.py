"""Fingerprints of written files, which distinguish a file that was changed since from one that was not.

A fingerprint names the command that made the file, and a digest of its content; it stands where readers of the
format don't see it. It ends to be true as soon as an editor saves the file: so what is as it was written may be
written anew, and everything else is work of a person. It protects from accidents, not from forgery.

A digest leaves out what carries no work: how a package is compressed, line ends and the byte order mark of a text.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import zipfile

Split = tuple[bytes, bytes]
"""What is digested of a file, and its fingerprint, which is empty where there is none."""


DOCUMENT = "document"
"""The maker of documents, whichever command or program renders them."""


class Format(NamedTuple):
    """How a format carries a fingerprint.

    Attributes:
        split: Takes a file apart; what it raises means that this is no such file.
        stamped: Puts a fingerprint into a file that has none, or into the place of another.
    """

    split: Callable[[bytes], Split]
    stamped: Callable[[bytes, Callable[[bytes], bytes]], bytes]


def fingerprint(maker: str, content: bytes) -> bytes:
    """The fingerprint of a content that a command makes: each replaces only files of its own."""
    digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
    return f"renmin-docs:{maker}:{digest}".encode()


def stamped(data: bytes, maker: str, ending: str) -> bytes:
    """A file with its fingerprint; a file of a format that has no place for one stays as it is."""
    form = _format(maker, ending)
    return data if form is None else form.stamped(data, lambda content: fingerprint(maker, content))


def is_as_written(data: bytes, maker: str, ending: str) -> bool:
    """Whether a file is as its maker wrote it; what can't be read is not."""
    form = _format(maker, ending)
    if form is None:
        return False
    try:
        content, found = form.split(data)
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on damaged archives
        return False
    return found == fingerprint(maker, content)


def _format(maker: str, ending: str) -> Format | None:
    return COMMENTED if (maker, ending.lower()) == (_COMMENTER, ".docx") else FORMATS.get(ending.lower())


_COMMENTER = "check"
_DIGITS = 32
_MARK = rb"renmin-docs:[a-z]+:[0-9a-f]{32}"


# --- packages: an identifier among the core properties (ECMA-376 part 2, 11) ------------------

_OPENED, _CLOSED = b'<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">', b"</dc:identifier>"
_IDENTIFIER = re.escape(_OPENED) + b"(" + _MARK + b")" + _CLOSED
_LINK = rb"<[^<>]*/core-properties[\"'][^<>]*>"
_TARGET = rb"Target\s*=\s*[\"']/?([^\"']+)[\"']"
_ROOT_RELATIONSHIPS = "_rels/.rels"
_ENTRY, _END = struct.Struct("<LL"), struct.Struct("<4s4H2LH")
_MOST_ENTRIES = 5_000
_MOST_READ = 2**20


def entry_line(name: bytes, crc: int, size: int) -> bytes:
    """What a package's digest has of one of its parts."""
    return _ENTRY.pack(crc, size) + name


def stamped_core(core: bytes, maker: str, lines: bytes) -> bytes:
    """The core properties of a package with its fingerprint.

    Args:
        core: The part, without a fingerprint.
        maker: The command that makes the package.
        lines: The `entry_line` of every other part, in their order.
    """
    return _with_identifier(core, fingerprint(maker, lines + core))


def _with_identifier(core: bytes, mark: bytes) -> bytes:
    end = core.rindex(b"</")
    return core[:end] + _OPENED + mark + _CLOSED + core[end:]


def _split_package(data: bytes) -> Split:
    with _opened(data) as package:
        name = _core_name(package)
        core, lines = _read(package, name), _lines(package, name)
    found = re.search(_IDENTIFIER, core)
    return lines + re.sub(_IDENTIFIER, b"", core), found[1] if found else b""


def _stamped_package(data: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    with _opened(data) as package:
        name = _core_name(package)
        core = re.sub(_IDENTIFIER, b"", _read(package, name))
        return _with_part(package, name, _with_identifier(core, mark(_lines(package, name) + core)))


def _opened(data: bytes) -> zipfile.ZipFile:
    """The package, if its end is what is written here: no comment, and no more parts than a document has."""
    import zipfile

    sign, *_, entries, _, _, _ = _END.unpack(data[-_END.size :])
    if sign != b"PK\5\6" or entries > _MOST_ENTRIES:
        raise ValueError(entries)
    return zipfile.ZipFile(io.BytesIO(data))


def _core_name(package: zipfile.ZipFile) -> str:
    link = re.search(_LINK, _read(package, _ROOT_RELATIONSHIPS))
    target = re.search(_TARGET, link[0]) if link else None
    if target is None:
        raise KeyError(_ROOT_RELATIONSHIPS)
    return target[1].decode()


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > _MOST_READ:
        raise ValueError(name)
    return package.read(name)


def _lines(package: zipfile.ZipFile, name: str) -> bytes:
    """What is digested of all parts of a package but one."""
    infos = [info for info in package.infolist() if info.filename != name]
    return b"".join(entry_line(info.filename.encode(), info.CRC, info.file_size) for info in infos)


def _with_part(package: zipfile.ZipFile, name: str, part: bytes) -> bytes:
    """The package with another content of a part."""
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as anew:
        for info in package.infolist():
            content = part if info.filename == name else package.read(info)
            anew.writestr(zipfile.ZipInfo(info.filename), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


# --- documents with comments: a comment of XML behind those of people, all other parts stay as they are ---------------

_COMMENTS = rb"<w:comments[\s>]"
_XML_COMMENT = rb"<!--(" + _MARK + rb")-->\s*\Z"
_BEGINNING = 2**10


def _split_commented(data: bytes) -> Split:
    with _opened(data) as package:
        name = _comments_name(package)
        part, lines = package.read(name), _lines(package, name)
    found = re.search(_XML_COMMENT, part)
    return lines + re.sub(_XML_COMMENT, b"", part), found[1] if found else b""


def _stamped_commented(data: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    with _opened(data) as package:
        name = _comments_name(package)
        part = re.sub(_XML_COMMENT, b"", package.read(name))
        return _with_part(package, name, part + b"<!--" + mark(_lines(package, name) + part) + b"-->")


def _comments_name(package: zipfile.ZipFile) -> str:
    for name in package.namelist():
        if name.lower().endswith(".xml") and "comments" in name.lower():
            with package.open(name) as part:
                if re.search(_COMMENTS, part.read(_BEGINNING)):
                    return name
    raise KeyError(_COMMENTER)


# --- texts and PDF: a comment as the last line ------------------------------------------------

_BOM = b"\xef\xbb\xbf"


def _split_text(data: bytes) -> Split:
    plain = data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _split_lines(plain, b"# ")


def _split_pdf(data: bytes) -> Split:
    return _split_lines(data, b"%")


def _split_lines(data: bytes, sign: bytes) -> Split:
    content, _, last = data.rstrip().rpartition(b"\n")
    if re.fullmatch(re.escape(sign) + _MARK, last):
        return content.rstrip(), last.removeprefix(sign)
    return data.rstrip(), b""


def _stamped_text(data: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    content, _ = _split_text(data)
    return content + b"\n\n# " + mark(content) + b"\n"


def _stamped_pdf(data: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    content, _ = _split_pdf(data)
    return content + b"\n%" + mark(content) + b"\n"


# --- PNG: a text before the end (PNG specification, 11.3.3.2) ---------------------------------

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LAST_CHUNK = b"\0\0\0\0IEND\xaeB`\x82"
_CHUNK = rb"(?s).{4}tEXtSource\0(" + _MARK + rb").{4}\Z"
_CHUNK_ROOM = 2**8


def _split_png(data: bytes) -> Split:
    if not data.startswith(_SIGNATURE) or not data.endswith(_LAST_CHUNK):
        raise ValueError(data[:8])
    content = data.removesuffix(_LAST_CHUNK)
    end = content[-_CHUNK_ROOM:]
    found = re.search(_CHUNK, end)
    return (content[: found.start() - len(end)], found[1]) if found else (content, b"")


def _stamped_png(data: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    content, _ = _split_png(data)
    text = b"tEXtSource\0" + mark(content)
    sums = struct.pack(">L", len(text) - 4), struct.pack(">L", zlib.crc32(text))
    return content + sums[0] + text + sums[1] + _LAST_CHUNK


COMMENTED = Format(_split_commented, _stamped_commented)
"""How copies with comments carry theirs."""
FORMATS: dict[str, Format] = {
    ".docx": Format(_split_package, _stamped_package),
    ".xlsx": Format(_split_package, _stamped_package),
    ".yaml": Format(_split_text, _stamped_text),
    ".yml": Format(_split_text, _stamped_text),
    ".pdf": Format(_split_pdf, _stamped_pdf),
    ".png": Format(_split_png, _stamped_png),
}
"""Ending → how files of this format carry their fingerprint."""
