"""Fields of a part: what Word computes, fetches or prints in their place. Source: ECMA-376-1, 17.16."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from lxml.etree import _Element

from renmin_docs.ooxml.names import w

_SIMPLE, _MARK = w("fldSimple"), w("fldChar")
CODES = (w("instrText"), w("delInstrText"))
_TEXTS = (w("t"), w("delText"))
_ADDRESS = re.compile(r'\s*\S+\s+(?:"([^"]*)"|([^\\"]\S*))')
_DEEPEST = 20
"""How deep Word nests fields; what lies deeper is left out of the outer codes."""
SHOWN_BY_CODE = frozenset(
    ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "GOTOBUTTON", "LISTNUM", "MACROBUTTON", "SYMBOL")
)
"""Fields that Word draws from their code, and that have no result."""
_NESTED = "{"
"""Stands in a code where another field makes a part of it."""


def field_codes(root: _Element) -> Iterator[str]:
    r"""The code of every field, ` PAGE \* MERGEFORMAT `; an inner field's stands in the outer one's as well.

    A code that another field begins, begins with `{`. Plain text between the beginning of a field and its result
    counts: Word and LibreOffice read it as code.
    """
    open_codes: list[list[str]] = []
    in_code: list[bool] = []
    loose: list[str] = []
    for element in root.iter(_SIMPLE, _MARK, *CODES, *_TEXTS):
        kind = element.get(w("fldCharType"))
        if element.tag == _SIMPLE:
            yield element.get(w("instr"), "")
        elif element.tag in CODES or (element.tag in _TEXTS and in_code and in_code[-1]):
            for code in open_codes[-_DEEPEST:] or [loose]:
                code.append(element.text or "")
        elif kind == "begin":
            for code in open_codes[-_DEEPEST:]:
                code.append(_NESTED)
            open_codes.append([])
            in_code.append(True)
        elif kind == "separate" and in_code:
            in_code[-1] = False
        elif kind == "end" and open_codes:
            in_code.pop()
            yield "".join(open_codes.pop())
    yield from ("".join(code) for code in (*open_codes, loose) if code)


def field_name(code: str) -> str:
    r"""The first word of a code, in capitals; `{` where another field makes it.

    >>> field_name(' IncludeText "C:\\a.docx" ')
    'INCLUDETEXT'
    """
    words = code.replace(_NESTED, f" {_NESTED} ").replace("\\", " \\").split(None, 1)
    return words[0].upper() if words else ""


def field_address(code: str) -> str:
    r"""The first argument of a code: where a HYPERLINK leads.

    >>> field_address(' HYPERLINK "http://a.example/" \\o "x" ')
    'http://a.example/'
    """
    found = _ADDRESS.match(code)
    return (found[1] or found[2] or "").strip() if found else ""


class Piece(Protocol):
    """A piece of text within a field."""

    def hide(self) -> None:
        """Take it out of what is read."""

    def count_as_contents(self) -> None:
        """Take it for a part of a table of contents."""


@dataclass(slots=True)
class _Field:
    """An open field: where its code begins, None behind it; its code; the length and the pieces before its result."""

    start: int | None
    code: list[str] = field(default_factory=list)
    result: int = 0
    pieces: int = 0


class OpenFields:
    """The fields of a story that is read run by run: text within the code of a field is not shown.

    A field that never ends has no code: its text stays. One walk over all pieces, however deep the fields nest.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._pieces: list[Piece] = []
        self._codes: list[tuple[int, int]] = []
        self._contents: list[tuple[int, int]] = []
        self._shown = 0

    @property
    def are_open(self) -> bool:
        """Whether any field is."""
        return bool(self._open)

    def add(self, length: int, piece: Piece) -> None:
        """Read a piece of text within a field."""
        self._pieces.append(piece)
        self._shown += length

    def add_code(self, code: str) -> None:
        """Read a piece of a code."""
        if self._open and self._open[-1].start is not None:
            self._open[-1].code.append(code)

    def step(self, kind: str) -> str:
        """Read a `w:fldChar` of a kind; the code of a field that ends here, if it alone shows something."""
        code = ""
        if kind == "begin":
            self._open.append(_Field(len(self._pieces)))
        elif kind in ("separate", "end") and self._open:
            open_field = self._open[-1]
            if open_field.start is not None:
                self._codes.append((open_field.start, len(self._pieces)))
                open_field.start, open_field.result, open_field.pieces = None, self._shown, len(self._pieces)
            if kind == "end":
                self._open.pop()
                written = "".join(open_field.code)
                code = "" if self._shown > open_field.result else drawn_code(written)
                if is_contents(written):
                    self._contents.append((open_field.pieces, len(self._pieces)))
            if not self._open:
                self.close()
        return code

    def close(self) -> None:
        """Hide what stands in the codes of the fields that were read, and count what stands in tables of contents."""
        for piece in self._in(self._codes):
            piece.hide()
        for piece in self._in(self._contents):
            piece.count_as_contents()
        for found in (self._pieces, self._codes, self._contents):
            found.clear()

    def _in(self, spans: list[tuple[int, int]]) -> Iterator[Piece]:
        """The pieces that stand in any of the spans, each once."""
        reached = 0
        for start, end in sorted(spans):
            yield from self._pieces[max(start, reached) : end]
            reached = max(reached, end)


def is_contents(code: str) -> bool:
    """Whether a code is that of a table of contents, or of figures or tables."""
    return field_name(code) == "TOC"


def drawn_code(code: str) -> str:
    """The code of a field that Word draws from it; empty for any other field."""
    return code.strip() if field_name(code) in SHOWN_BY_CODE else ""
