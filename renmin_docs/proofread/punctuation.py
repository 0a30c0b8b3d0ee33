"""Punctuation (P): marks, brackets and quotes as GB/T 15834-2011 wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.proofread.rules import Slip, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.proofread.passages import Passage

_DOUBLED = re.compile(r"[，。；：、？！,;]*(?:([，；：、,;])\1|。。|[，。；：、]{2,})[，。；：、？！,;]*")


@rule("P4", "passage", is_quoted=True)
def doubled_marks(passage: Passage) -> Iterator[Slip]:
    """Two marks where one stands; …… and ！！ are no such case."""
    for match in _DOUBLED.finditer(passage.text):
        yield Slip(match.start(), match.end(), expected=match[0][-1])
