"""Tags of rows and cells that would take more with them than themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.grids import text_of
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_RULES = {"tr": "text_beside_row_tag", "tc": "text_beside_cell_tag"}


def table_tag_faults(root: _Element) -> Iterator[Finding]:
    """The rows and cells that hold a tag of theirs and more text: docxtpl deletes it with the tag."""
    for name, rule in _RULES.items():
        tag = re.compile(rf"\{{[{{%#]{name}\s(?:(?!\{{[{{%#]).)*?[}}%#]\}}", re.DOTALL)
        for holder in root.iter(w(name)):
            text = text_of(holder)
            match = tag.search(text)
            is_inner = match and any(
                tag.search(text_of(inner)) for inner in holder.iter(w(name)) if inner is not holder
            )
            if match and not is_inner and (rest := (text[: match.start()] + text[match.end() :]).strip()):
                yield Finding(rule, place=quote(text, 60), found=rest, expected=match.group())
