"""Watermarks of sites: a string at the end, or at the beginning, of most lines of a copied text, headings included."""

from __future__ import annotations

from collections import Counter
from os.path import commonprefix
from string import ascii_letters
from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.page_numbers import PAGE
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Lines

_LEAST_LINES = 4
_SHARE, _LEAST_SHARE = 0.5, 0.3
"""More of the lines than this bear the string; where it names a source and stands behind sentences, fewer do."""
_LEAST_BEARERS = 3
_SHORTEST, _LONGEST = 3, 40
_STOPS = "。！？；：，、"
_ENDED = tuple("。！？；：”）")
_JAMMED = lazy(
    r"(?:(?<![^\n])|(?<=[^\x00-\x7f]))[ \t]{0,4}(?=(?:[!-~]{1,4} ){4,40}[!-~]{1,4} *(?![^\n]))"
    r"(?=[^\n]*[A-Za-z])(?=(?:[^\n]*?[#-&(-,/:;^`{-~!-]){3})[^\n]+"
)
_OF_JAMMED = frozenset(ascii_letters)
"""What forums put between lines against copying: ; p1 A# `% i7 R5 W0."""
_LEAST_PAGES, _SHORTEST_OF_PAGES = 2, 4
_SITE = lazy(r"www\.|https?:|[.．](?:com|cn|net|org)|网|文库|范文|文秘|公众号|微信|@")
"""What names a site, and so proves a watermark alone."""
_ADDRESS = lazy(r"(?:www\.|https?://)[!-~]+\Z")
_SOURCE = lazy("来自|来源|转载|文库|范文|文秘|公文|www")


def watermarks(lines: Lines) -> dict[int, str]:
    """The lines that bear the watermark of a site, by place, without it; nothing is left of a site's address alone."""
    named = Counter(filter(_ADDRESS().search, lines.bare)) if not _OF_JAMMED.isdisjoint(lines.signs) else Counter[str]()
    repeated = {text for text, times in named.items() if times > 1 and len(text) <= _LONGEST}
    return _borne(lines) | {place: "" for place, text in enumerate(lines.bare) if text in repeated}


def _borne(lines: Lines) -> dict[int, str]:
    """The lines that bear a string which others share, by place, without it."""
    texts = lines.bare
    if len(texts) < _LEAST_LINES:
        return _of_pages(texts)
    if not _OF_JAMMED.isdisjoint(lines.signs) and (jammed := _jammed(texts)):
        return jammed
    behind = _shared([text[-_SHORTEST:] for text in texts], texts, -1)[::-1].lstrip(_STOPS)
    if _is_mark(behind) and _is_behind(behind, texts):
        kept = {place: text.removesuffix(behind) for place, text in enumerate(texts) if text.endswith(behind)}
    else:
        before = _shared([text[:_SHORTEST] for text in texts], texts, 1).rstrip(" 　（(第")
        if not (_is_mark(before) and _is_before(before, texts)):
            return {}
        kept = {place: text.removeprefix(before) for place, text in enumerate(texts) if text.startswith(before)}
    return {place: text.strip() for place, text in kept.items()}


def _of_pages(texts: list[str]) -> dict[int, str]:
    """The lines that hold what each page of a text without lines begins with, by place, without it.

    It stands behind the pages' numbers and at the beginning of the text, and nowhere else.
    """
    behind = [text[page.end() :] for text in texts for page in PAGE().finditer(text)]
    shared = commonprefix([*filter(None, behind)]).strip() if len(behind) >= _LEAST_PAGES else ""  # noqa: RUF071
    borne = sum(text.count(shared) for text in texts) if len(shared) >= _SHORTEST_OF_PAGES else 0
    if not borne or borne > sum(text.startswith(shared) for text in [*texts, *behind]):
        return {}
    return {place: text.replace(shared, "") for place, text in enumerate(texts) if shared in text}


def _jammed(texts: list[str]) -> dict[int, str]:
    """The lines that hold strings against copying, by place, without them, in a text of which some lines hold none."""
    likely = [place for place, text in enumerate(texts) if text[-6:].isascii() and _JAMMED().search(text)]
    return {} if len(likely) == len(texts) else {place: _JAMMED().sub("", texts[place]) for place in likely}


def _shared(ends: list[str], texts: list[str], step: int) -> str:
    """What those of the texts share that have the commonest end, read backwards by a step of -1; or nothing."""
    least = max(_LEAST_BEARERS, int(_LEAST_SHARE * len(ends)) + 1)
    if len(set(ends)) > len(ends) - least + 1:  # as in most texts
        return ""
    [(end, count)] = Counter(ends).most_common(1)
    if count < least:
        return ""
    return commonprefix([text[::step][:_LONGEST] for text, each in zip(texts, ends, strict=True) if each == end])  # noqa: RUF071 - character by character is wanted


def _is_mark(shared: str) -> bool:
    return len(shared.strip()) >= _SHORTEST and any(character.isalpha() for character in shared)


def _is_behind(shared: str, texts: list[str]) -> bool:
    """Whether a string ends lines as no words of a report do: behind the stops of sentences and behind headings."""
    if shared.endswith(_ENDED[:4]):
        return False
    before = [text.removesuffix(shared).rstrip() for text in texts if text.endswith(shared)]
    ended = sum(text.endswith(_ENDED) for text in before)
    if len(before) <= _SHARE * len(texts):
        return ended == len(before) and _SOURCE().search(shared) is not None
    return 0 < ended < len(before) and (ended > 1 or _SITE().search(shared) is not None)


def _is_before(shared: str, texts: list[str]) -> bool:
    """Whether a string begins lines as no words of a report do: before the marks of headings."""
    behind = [text.removeprefix(shared).lstrip() for text in texts if text.startswith(shared)]
    if len(behind) <= _SHARE * len(texts):
        return False
    marked = sum(map(begins_with_mark, behind))
    return 0 < marked < len(behind)
