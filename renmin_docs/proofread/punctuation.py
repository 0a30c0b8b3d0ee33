"""Punctuation (P): the marks themselves, as GB/T 15834-2011 wants them; brackets and quotes are in `pairs`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renmin_docs.messages.shown import quote
from renmin_docs.proofread.forms import HAN, NUMERALS, Form, form, register, slips_of
from renmin_docs.proofread.passages import BODY, Passage, Role
from renmin_docs.proofread.rules import Slip, rule

_FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))
_LISTED: frozenset[Role] = frozenset({"attachment_item"})
_AFTER_CHINESE = f"(?<=[{HAN}）”》」】〕’])"

# --- P1, P4, P5, P6: marks between words --------------------------------------------------------


def _full_width(match: re.Match[str]) -> str:
    return _FULL[match["w"]]


register(
    "P1",
    form(rf"{_AFTER_CHINESE}(?P<w>[,;:?!])(?![=/])", _full_width),
    form(rf"(?<=[A-Za-z0-9%％)])(?P<w>[,;?!])(?=[{HAN}“《（])", _full_width),
    form(rf"(?<=[A-Za-z%％)])(?P<w>:)(?=[{HAN}“《（])", _full_width),
    form(
        rf"(?:{_AFTER_CHINESE}|(?<=[%％]))(?P<w>\.)(?=[{HAN}“《]|[ 　]{{0,4}}$|[ 　]{{1,4}}[{HAN}]|20[0-9]{{2}}年)",
        _full_width,
    ),
)

_STRONGEST = "？！。；：，、?!;:,"
"""Marks, the strongest first: the one that stays where several stand."""
_ALLOWED = frozenset("？！?!")
_CHINESE = re.compile(f"[{HAN}]")


def _one_mark(match: re.Match[str]) -> str | None:
    marks, text = match[0], match.string
    if set(marks) <= _ALLOWED:
        return None
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    if marks.isascii() and not _CHINESE.search(beside):
        return None
    strongest = min(marks, key=_STRONGEST.index)
    return _FULL.get(strongest, strongest)


register(
    "P4",
    form("[，。；：、？！,;:?!]{2,}", _one_mark),
    form("(?P<a>[。？！][”’])。", r"\g<a>"),
    is_quoted=True,
    over=("P1",),
)


_LEADERS = 4
"""The most points of an ellipsis, in signs; more lead to the page numbers of a table of contents."""


def _six_points(match: re.Match[str]) -> str | None:
    before, behind = (
        match.string[max(0, match.start() - 1) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    is_formula = before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum()
    return None if len(match[0]) in (2, 4) or len(match[0]) > _LEADERS or is_formula else "……"


_POINTS = r"(?:……|…|\.{3,6}|。{3,6})"
register(
    "P5",
    form(f"等等?{_POINTS}", "等"),
    form(f"{_POINTS}等(?=[。，；、]|$|单位|部门|方面|工作)", "等"),
    form(r"(?<![A-Za-z0-9./\\ ])\.{3,6}(?![A-Za-z0-9./\\])", "……"),
    form("。{3,}|·{3,}|・{3,}", "……"),
    form("…+", _six_points),
    over=("P1", "P4", "P10"),
)
_OTHER_WORD = "(?![级候待同额高腰速比离位差效价值式边外分温压线号于闲着到次身长宽份车红公电])"
_AND_OTHERS = f"[0-9{NUMERALS}]{{1,3}}[个家项种类名人]"
register(
    "P6",
    form(f"(?P<w>、等){_OTHER_WORD}", "等"),
    form(f"(?P<w>，等)(?=[。；]|单位|部门|方面|工作|{_AND_OTHERS})", "等"),
)

# --- P8: behind ordinals --------------------------------------------------------------------------

_BEGIN = "(?:^[ 　]{0,8}|(?<=[。；：]))"
_ORDINALS: tuple[Form, ...] = (
    form(rf"{_BEGIN}(?P<w>[（(](?P<n>[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})[)）][ ]?[、，,.．：:])(?![（(])", r"（\g<n>）"),
    form(r"^[ 　]{0,8}(?P<w>(?P<n>[0-9]{1,2})[)）][、，,.．])", r"（\g<n>）"),
    form(rf"^[ 　]{{0,8}}(?P<w>(?P<n>[0-9]{{1,2}})(?:[.． ]?、|[,，]))(?=[{HAN}“《A-Za-z])", r"\g<n>."),
    form(rf"(?<=[。；：])(?P<w>(?P<n>[0-9]{{1,2}})、)(?=[{HAN}“《])", r"\g<n>."),
    form(rf"^[ 　]{{0,8}}(?P<w>(?P<n>[{NUMERALS}]{{1,3}})[,，.．:：])(?=[ ]?[{HAN}“《])", r"\g<n>、"),
    form(
        rf"{_BEGIN}(?P<w>(?P<n>首先|其次|再次|最后|第[{NUMERALS}]{{1,2}})[、．.])(?!其次|再次|最后|第|[{NUMERALS}])",
        r"\g<n>，",
    ),
    form(rf"{_BEGIN}(?P<w>(?P<n>[{NUMERALS}]{{1,2}}是)、)", r"\g<n>"),
    form("(?P<w>(?P<n>[①-⑳])[、，.．])(?![①-⑳])", r"\g<n>"),
)


@rule("P8", "passage", over=("P1", "P2", "P4"), roles=BODY | _LISTED)
def marks_behind_ordinals(passage: Passage) -> Iterator[Slip]:
    """A mark that does not go with its ordinal, typed or of Word's own numbering."""
    yield from slips_of(_ORDINALS, passage)
    if passage.mark and passage.text:
        for slip in slips_of(_ORDINALS, passage._replace(text=f"{passage.mark.strip()}文", cell=None)):
            yield Slip(0, 1, quote(passage.mark.strip()), slip.expected)


# --- P9, P12, P13: notices --------------------------------------------------------------------------

register("P9", form("》、《", "》《"), form("”、“", "”“"))
register(
    "P12",
    form(rf"(?<![0-9A-Za-z\-])-{{2,3}}(?=[{HAN}“《])", "——"),
    form(rf"(?<=[{HAN}”》）])-{{2,3}}(?![0-9A-Za-z\-])", "——"),
    form("－{2,3}", "——"),
    form(rf"(?:^[ 　]{{0,8}}|(?<=[，。；：]))(?P<w>—)(?=[{HAN}“《])", "——"),
    form("(?<!—)—{3,9}(?!—)", "——"),
)
_ITEM = re.compile(f"(?:(?<=[；。：，])|^)(?:[{NUMERALS}]{{1,2}}是|（[0-9]{{1,2}}）|[①-⑳])")


@rule("P13", "passage")
def full_stops_within_items(passage: Passage) -> Iterator[Slip]:
    """A full stop within an item of a series whose items are parted by ；."""
    text = passage.text
    starts = [match.start() for match in _ITEM.finditer(text)] if "；" in text else []
    for start, end in pairwise(starts):
        stop = text.find("。", start, end - 1)
        if stop >= 0 and text[end - 1] == "；":
            yield Slip(stop, stop + 1, expected="，")
