"""Structure (S): what stands twice, and headings with nothing under them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.marks import mark_at
from renmin_docs.proofread.outline import Entry
from renmin_docs.proofread.rules import Slip, rule

_LONG = 20
"""Characters from which on a sentence is not written twice by chance."""
_NO_WORDS = re.compile(r"[^\w%％.]+|_")
_LABELLED = re.compile(
    "^[（(]?(?:责任|牵头|配合|协办|主办|承办|联系|完成时[限间]|时间|地点|电话|来源|单位)[^。]{0,6}[：:]"
)
_LONGEST_LEAD = 30


@rule("S4", "manuscript")
def empty_and_twin_headings(manuscript: Manuscript) -> Iterator[Slip]:
    """A heading with nothing under it while others have text, and two of one name under the same heading."""
    families: dict[tuple[int, int], list[Entry]] = {}
    for entry in manuscript.outline:
        key = (id(entry.parent), 0) if entry.parent else (entry.part, entry.section)
        families.setdefault(key, []).append(entry)
    for siblings in families.values():
        filled = sum(not entry.is_empty for entry in siblings)
        seen: set[tuple[int, str]] = set()
        for entry in siblings:
            enough = filled if entry.level == 1 else filled * 2 >= len(siblings)
            if (entry.is_empty and enough) or (entry.is_heading and not entry.text):
                yield _slip(manuscript, entry, "@heading_empty")
            elif (entry.level, entry.text) in seen and 1 < len(entry.text) <= _LONGEST_LEAD:
                yield _slip(manuscript, entry, "@heading_twice")
            seen.add((entry.level, entry.text))


def _slip(manuscript: Manuscript, entry: Entry, why: str) -> Slip:
    text = manuscript.passages[entry.passage].text
    end = len(text.rstrip()) if entry.is_heading else text.find(entry.text) + len(entry.text)
    return Slip(len(text) - len(text.lstrip()), end, "", why, entry.passage)


@rule("S5", "manuscript")
def repeated_sentences(manuscript: Manuscript) -> Iterator[Slip]:
    """A paragraph or a long sentence that stands twice; a paragraph gives one slip."""
    first: dict[str, int] = {}
    for place, sentences in manuscript.of_passage.items():
        passage = manuscript.passages[place]
        if passage.role not in ("paragraph", "note") or passage.cell is not None:
            continue
        keys = [_key(sentence.text) for sentence in sentences]
        if len(keys) > 1 and all(key in first for key in keys) and any(len(key) >= _LONG for key in keys):
            yield Slip(0, len(passage.text), "", manuscript.places[first[keys[0]]], place)
            continue
        for sentence, key in zip(sentences, keys, strict=True):
            if key in first and len(key) >= _LONG:
                end = sentence.start + len(sentence.text)
                yield Slip(sentence.start, end, "", manuscript.places[first[key]], place)
            first.setdefault(key, place)


def _key(text: str) -> str:
    """A sentence without its mark and its punctuation; nothing for a line of labels."""
    mark = mark_at(text)
    return "" if _LABELLED.match(text.strip()) else _NO_WORDS.sub("", text[mark.end if mark else 0 :])
