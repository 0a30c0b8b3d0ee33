"""Values as a part of a document has them."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_MARKED = re.compile("[&<>\"'\t\n]")


def run_content(value: object) -> str:
    """A value as it stands in `w:t`: escaped, and tabs and line breaks are elements, not characters.

    Markup, which the engine alone makes (tables, pictures, sections), stands as it is.

    >>> run_content("R&D")
    'R&amp;D'
    """
    text = str(value)
    if _MARKED.search(text) is None or isinstance(value, Markup):
        return text
    return str(escape(text)).replace("\t", _TAB).replace("\n", _BREAK)
