"""Characters that stand for others, or for nothing: what copying from web pages and PDFs leaves in a text."""

from __future__ import annotations

import re
import unicodedata

from renmin_docs.intake.prose.paragraphs import UNUSUAL, Lines, Paragraph
from renmin_docs.patterns import lazy

UNPRINTABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no paragraph can hold."""

_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\u3164\ufeff\uffa0"
)
INVISIBLE = lazy(f"[{_HIDDEN}\u00a0\u1680\u2000-\u200a\u202f\u205f](?:(?<=[{_HIDDEN}])[{_HIDDEN}]+)?")
"""Runs of characters that print nothing, and spaces of other widths than the common one."""


def plain_space(match: re.Match[str]) -> str:
    """What an invisible run becomes: nothing, or a space where it is a space."""
    return " " if match[0].isspace() else ""


LOST_INDENTS = lazy(r"\?(?<![^\s?].)(?<!\S[ \t?].)(?:[ \t\u00a0]*\?)*[ \t\u00a0]*(?=[^\n]*[^\x00-\x7f])")
"""Question marks that a wrong encoding makes of the spaces before a line."""
KEYCAPS = lazy("[0-9]\ufe0f?\u20e3[ \u3000]*")
"""A digit on a key, as chats number what they list."""
_PICTURE = (  # the stars of a report's own signs and boxes with a tick are none
    "[\uf000-\uf0ff\u23e9-\u23fa\u2600-\u2604\u2607-\u260f\u2613-\u26ff\u2705\u270d\u2728\u274c\u274e\u2753-\u2757\u2764"
    "\u2b50\U0001f000-\U0001faff]"
)
PICTURE = lazy(_PICTURE)
"""One of the small pictures that chats have."""
_EMOJI = f"{_PICTURE}[\ufe0f \u3000]*"
EMOJI = lazy(rf"(?<![^\n])(?:{_EMOJI})+(?=[^\s|])|(?<=[^\s|])[ \u3000]*(?:{_EMOJI})+(?![^\n])")
"""Small pictures before or behind a line of a chat, and the bullets of a symbol font."""


def with_items(lines: Lines) -> list[Paragraph]:
    """The lines, those that begin with a picture as items of a list, which begin paragraphs."""
    begins = PICTURE().match
    if UNUSUAL not in lines.signs or not any(begins(line.text) for line in lines.each):
        return lines.each
    return [line._replace(item=1) if begins(line.text) else line for line in lines.each]


RADICALS = lazy("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility ideographs, which look like characters and are none."""

_SUPPLEMENT = dict(
    zip(
        "⺁⺟⺠⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂母民月虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Characters for the radicals of the supplement, most of which Unicode does not map itself."""


def character_for(match: re.Match[str]) -> str:
    """The character that a radical looks like; the radical itself where none is known.

    >>> RADICALS().sub(character_for, "⼯作为⺠")
    '工作为民'
    """
    return _SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])


_LETTERS = "a-zɡāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ\u0300-\u030c"
PINYIN = lazy(f"[(（](?<=[\u3400-\u9fff].) ?([{_LETTERS}]{{1,7}}) ?[)）]")
"""A syllable in brackets after a character."""
_NEUTRAL = frozenset(("de", "le", "zhe", "me", "men", "zi", "ma", "ne", "ba", "tou", "guo", "shang"))


def without_pinyin(match: re.Match[str]) -> str:
    """Nothing, if the syllable has a tone or is one of the few that are written without; else all of it.

    >>> PINYIN().sub(without_pinyin, "区(qū)委们(men)用平台(app)")
    '区委们用平台(app)'
    """
    return "" if not match[1].isascii() or match[1] in _NEUTRAL else match[0]
