"""A chat that a report was sent in: who sent a message and when, what stands for a picture, the few words around it."""

from __future__ import annotations

from itertools import pairwise

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.site_titles import is_title
from renmin_docs.patterns import lazy

PLACEHOLDERS = lazy(r"(?<![^\n])(?:\[(?:图片|文件|链接|视频|语音|表情|位置)\][^\n]{0,60}|图片|视频|动图)(?![^\n])")
"""What stands in a chat, or in a channel's message, for a picture or a file."""
_SENT = lazy(
    r"[^，。；：:0-9]{1,16} +(?:(?:(?:19|20)[0-9]{2}[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日? +)?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
"""Who sent a message, and when."""
_LONGEST_WORDS, _LEAST_REPORT = 60, 120
"""Characters of a message that only speaks of the report, and of one that is a report."""


def chat(texts: list[str]) -> set[int]:
    """The places of who sent messages, and of the messages around the report, which only speak of it.

    Args:
        texts: The lines, without spaces around them.
    """
    dated = (place for place, text in enumerate(texts) if text[-1].isdecimal() and ":" in text)
    sent = [place for place in dated if _SENT().fullmatch(texts[place])]
    bodies = [range(one + 1, other) for one, other in pairwise([*sent, len(texts)])]
    lengths = [sum(len(texts[place]) for place in body) for body in bodies]
    if max(lengths, default=0) < _LEAST_REPORT:
        return set(sent)
    short = (body for body, length in zip(bodies, lengths, strict=True) if length <= _LONGEST_WORDS)
    return {*sent, *(place for body in short for place in body if not any(_is_of_report(texts[at]) for at in body))}


def _is_of_report(text: str) -> bool:
    """Whether a line has a mark, or is a title."""
    return begins_with_mark(text) or is_title(text)
