"""Words of an office's own list (W8): each is looked for in the running text, quoted words too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY
from renmin_docs.proofread.rules import Slip, rule


@rule("W8", "manuscript", is_quoted=True)
def own_words(manuscript: Manuscript) -> Iterator[Slip]:
    """A word of the list; of two that begin at one place the longer."""
    words = {word.wrong: word for word in manuscript.words if word.wrong}
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for number, passage in enumerate(manuscript.passages):
        for match in pattern.finditer(passage.text) if passage.role in BODY else ():
            word = words[match[0]]
            yield Slip.at(match, word.right, passage=number, severity=word.level)
