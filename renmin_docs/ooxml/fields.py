"""Fields of a part: what Word computes, fetches or prints in their place. Source: ECMA-376-1, 17.16."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_SIMPLE, _MARK = w("fldSimple"), w("fldChar")
_CODES = (w("instrText"), w("delInstrText"))
_DEEPEST = 20
"""How deep Word nests fields; what lies deeper is left out of the outer codes."""
_NESTED = "{"
"""Stands in a code where another field makes a part of it."""


def field_codes(root: _Element) -> Iterator[str]:
    r"""The code of every field, ` PAGE \* MERGEFORMAT `; an inner field's stands in the outer one's as well.

    A code that another field begins, begins with `{`.
    """
    open_codes: list[list[str]] = []
    loose: list[str] = []
    for element in root.iter(_SIMPLE, _MARK, *_CODES):
        if element.tag == _SIMPLE:
            yield element.get(w("instr"), "")
        elif element.tag in _CODES:
            for code in open_codes[-_DEEPEST:] or [loose]:
                code.append(element.text or "")
        elif element.get(w("fldCharType")) == "begin":
            for code in open_codes[-_DEEPEST:]:
                code.append(_NESTED)
            open_codes.append([])
        elif element.get(w("fldCharType")) == "end" and open_codes:
            yield "".join(open_codes.pop())
    yield from ("".join(code) for code in (*open_codes, loose) if code)


def field_name(code: str) -> str:
    r"""The first word of a code, in capitals; `{` where another field makes it.

    >>> field_name(' IncludeText "C:\\a.docx" ')
    'INCLUDETEXT'
    """
    words = code.replace(_NESTED, f" {_NESTED} ").split(None, 1)
    return words[0].upper() if words else ""
