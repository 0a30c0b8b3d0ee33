"""A chat or a forum that a report was sent in: who wrote, and when, what stands for a picture, the words around it."""

from __future__ import annotations

from itertools import pairwise

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.page_lines import is_of_frame
from renmin_docs.intake.prose.site_titles import is_title
from renmin_docs.patterns import lazy

PLACEHOLDERS = lazy(r"(?<![^\n])(?:\[(?:图片|文件|链接|视频|语音|表情|位置)\][^\n]{0,60}|图片|视频|动图)(?![^\n])")
"""What stands in a chat, or in a channel's message, for a picture or a file."""
_SENT = lazy(
    r"[^，。；：:0-9]{1,16} +(?:(?:(?:19|20)[0-9]{2}[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日? +)?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
"""Who sent a message, and when."""
_FLOOR = lazy(r"[0-9]{1,3} ?[楼#](?:[:：] ?\S{1,16})?")
"""Who answers in a forum, above when."""
_LONGEST_WORDS, _LEAST_REPORT = 60, 120
"""Characters of a message that only speaks of the report, and of one that is a report."""
_MOST_WORDS = 4
"""Lines of the former above the title."""


def chat(texts: list[str]) -> set[int]:
    """The places of who sent messages, and of the messages around the report, which only speak of it.

    Args:
        texts: The lines, without spaces around them.
    """
    dated = (place for place, text in enumerate(texts) if text[-1].isdecimal() and ":" in text)
    said = [place for place in dated if _SENT().fullmatch(texts[place])]
    sent = sorted({*said, *(place - 1 for place in said if place and _FLOOR().fullmatch(texts[place - 1]))})
    bodies = [range(one + 1, other) for one, other in pairwise([-1, *sent, len(texts)])]
    lengths = [sum(len(texts[place]) for place in body) for body in bodies]
    if not sent or max(lengths) < _LEAST_REPORT:
        return set(sent)
    short = (body for body, length in zip(bodies[1:], lengths[1:], strict=True) if length <= _LONGEST_WORDS)
    around = {place for body in short for place in body if not any(_is_of_report(texts[at]) for at in body)}
    buttons = (place - 1 for place in sent if place and is_of_frame(texts[place - 1]))
    words = (place for body in bodies[1:] for place in _above_title([*body], texts))
    return {*sent, *around, *buttons, *words}


def _above_title(body: list[int], texts: list[str]) -> list[int]:
    """The places of the words of a message above the title of the report in it."""
    title = next((at for at, place in enumerate(body[:_MOST_WORDS]) if is_title(texts[place])), 0)
    words = body[:title]
    return words if sum(len(texts[place]) for place in words) <= _LONGEST_WORDS else []


def _is_of_report(text: str) -> bool:
    """Whether a line has a mark, or is a title."""
    return begins_with_mark(text) or is_title(text)
