"""Brackets and quotes (P): half-width ones, straight ones, and pairs that don't close or nest wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmin_docs.messages.shown import quote
from renmin_docs.proofread.forms import HAN, form, register
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY, Passage
from renmin_docs.proofread.rules import Slip, rule

_KINDS = ("（）", "()", "［］", "[]", "｛｝", "{}", "【】", "〔〕", "﹝﹞", "《》", "〈〉", "“”", "‘’", "「」", "『』")
_SAME = {"()": "（）", "[]": "［］", "{}": "｛｝", "﹝﹞": "〔〕"}
_OPENERS = {pair[0]: _SAME.get(pair, pair) for pair in _KINDS}
_CLOSERS = {pair[1]: _SAME.get(pair, pair) for pair in _KINDS}
_MARKS = re.compile("[" + re.escape("".join(_KINDS)) + "]")
_INTERVAL = re.compile(r"[\[(（]-?[0-9.]{1,12}[ ]?[,，][ ]?[+-]?[0-9.∞]{1,12}[\])）]")
_HALF_BRACKET = re.compile(r"(?:^|[。；：，、\s])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
"""Before a closing bracket that marks an item: 1）."""
_CHINESE = re.compile(f"[{HAN}]")
_INNER = {"“”": "‘’", "《》": "〈〉"}
_OUTER = {inner: outer for outer, inner in _INNER.items()}
_ENDS = tuple("。！？；：")
_FAR = 60
"""Characters between two quotes up to which they are taken for one pair."""

_LONGEST, _SHOWN = 200, 8


class Pair(NamedTuple):
    """A pair: its kind by its usual marks, where it opens and closes, and where its nearest encloser opens (or -1)."""

    kind: str
    start: int
    end: int
    outer: int


class Fault(NamedTuple):
    """A mark without its other one."""

    kind: str
    at: int
    is_opener: bool


def matched(text: str) -> tuple[list[Pair], list[Fault]]:
    """The pairs of a text, and the marks without another one, both in the order of the text.

    >>> matched("（一）“甲")[0], matched("（一）“甲")[1]
    ([Pair(kind='（）', start=0, end=2, outer=-1)], [Fault(kind='“”', at=3, is_opener=True)])
    """
    pairs: list[Pair] = []
    faults: list[Fault] = []
    open_: list[tuple[str, int]] = []
    many = dict.fromkeys(_OPENERS.values(), 0)
    for match in _MARKS.finditer(_INTERVAL.sub(lambda each: " " * len(each[0]), text)):
        at, mark = match.start(), match[0]
        if mark in _OPENERS:
            open_.append((_OPENERS[mark], at))
            many[_OPENERS[mark]] += 1
        elif not many[kind := _CLOSERS[mark]]:
            if not _stands_alone(text, at):
                faults.append(Fault(kind, at, is_opener=False))
        else:
            while open_[-1][0] != kind:
                other, begin = open_.pop()
                many[other] -= 1
                faults.append(Fault(other, begin, is_opener=True))
            _, begin = open_.pop()
            many[kind] -= 1
            pairs.append(Pair(kind, begin, at, open_[-1][1] if open_ else -1))
    faults += [Fault(kind, at, is_opener=True) for kind, at in open_]
    return sorted(pairs, key=lambda pair: pair.start), sorted(faults, key=lambda fault: fault.at)


def _inside(text: str, pair: Pair) -> str:
    """What stands in a pair; cut where it is long, since thousands of pairs may nest."""
    begin = pair.start + 1
    return text[begin : pair.end] if pair.end - begin <= _LONGEST else f"{text[begin : begin + _LONGEST]}…"


def _stands_alone(text: str, at: int) -> bool:
    """Whether a closing mark needs no opening one: the apostrophe of a foreign word, the half bracket of an item."""
    if text[at] == "’":
        return at > 0 and (text[at - 1].isascii() or (text[at + 1 : at + 2].isalnum() and text[at + 1].isascii()))
    return text[at] in "）)" and bool(_HALF_BRACKET.search(text[max(0, at - 4) : at]))


# --- P2, P3 -------------------------------------------------------------------------------------

_NO_CHINESE = re.compile(r".*[+×÷=*/^<>]|0[0-9]{2,3}$", re.DOTALL)
"""What half-width brackets may hold beside Chinese: a formula, an area code."""


@rule("P2", "passage", over=("P1",))
def half_width_brackets(passage: Passage) -> Iterator[Slip]:
    """Half-width brackets around Chinese text, or behind it."""
    text = passage.text
    if ("(" not in text and ")" not in text) or (passage.cell is not None and passage.cell.is_head):
        return
    for pair in matched(text)[0]:
        inner = _inside(text, pair)
        is_half = text[pair.start] == "(" or text[pair.end] == ")"
        if is_half and not _NO_CHINESE.match(inner) and _is_chinese(text, pair, inner):
            yield Slip(pair.start, pair.end + 1, expected=f"（{inner}）")


def _is_chinese(text: str, pair: Pair, inner: str) -> bool:
    """Whether a bracket belongs to Chinese text: by what is in it, before it, or behind it where it begins a text."""
    before, behind = text[: pair.start].strip()[-1:], text[pair.end + 1 : pair.end + 2]
    return bool(_CHINESE.search(inner) or _CHINESE.match(before or behind))


def _curved(match: re.Match[str]) -> str | None:
    text, inner = match.string, match["q"]
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return f"“{inner}”" if _CHINESE.search(inner + beside) else None


register(
    "P3",
    form('(?<![0-9])["＂](?P<q>[^"＂\n]{0,80})["＂]', _curved),
    form(rf"(?<![0-9A-Za-z])'(?P<q>[^'\n]{{0,8}}[{HAN}][^'\n]{{0,60}})'", r"“\g<q>”"),
    form(f'(?<![0-9])["＂](?=[{HAN}])', "“"),
    form(f'(?<=[{HAN}])["＂]', "”"),
)

# --- P7 -----------------------------------------------------------------------------------------


@rule("P7", "manuscript", is_quoted=True)
def pairs_that_fail(manuscript: Manuscript) -> Iterator[Slip]:
    """Brackets and quotes over a whole paragraph: not closed, not opened, crossed, or nested by the wrong marks."""
    texts = {number: each.text for number, each in enumerate(manuscript.passages) if each.role in BODY}
    found = {number: matched(text) for number, text in texts.items() if _MARKS.search(text)}
    for number, (_, faults) in found.items():
        _forget_what_goes_on(texts[number], faults, texts.get(number + 1, ""), found.get(number + 1, ([], []))[1])
    for number, (pairs, faults) in found.items():
        for slip in (*_unpaired(texts[number], faults), *_nested(texts[number], pairs)):
            yield slip._replace(passage=number)


def _forget_what_goes_on(text: str, faults: list[Fault], following: str, next_faults: list[Fault]) -> None:
    """Drop a mark that is closed in the next paragraph: a quote that it opens again, or a line that was cut."""
    last = faults[-1] if faults and faults[-1].is_opener else None
    if last is None:
        return
    if last.kind == "“”" and following.lstrip().startswith("“"):
        faults.pop()
    elif next_faults and next_faults[0] == (last.kind, next_faults[0].at, False) and not text.rstrip().endswith(_ENDS):
        faults.pop()
        next_faults.pop(0)


def _unpaired(text: str, faults: list[Fault]) -> Iterator[Slip]:
    """A slip for each mark without another one; two that belong together are one slip."""
    at = 0
    while at < len(faults):
        first, second = faults[at], faults[at + 1] if at + 1 < len(faults) else None
        merged = second and _merged(text, first, second)
        if merged:
            at += 1
        yield merged or _alone(text, first)
        at += 1


def _alone(text: str, fault: Fault) -> Slip:
    """A mark without another one, shown with what it opens or closes."""
    begin, end = (fault.at, fault.at + _SHOWN) if fault.is_opener else (max(0, fault.at + 1 - _SHOWN), fault.at + 1)
    return Slip(fault.at, fault.at + 1, quote(text[begin:end]), f"{fault.kind[0]}……{fault.kind[1]}")


def _merged(text: str, first: Fault, second: Fault) -> Slip | None:
    """Two faults as one: quotes the wrong way round, or pairs that cross."""
    if second.at - first.at > _FAR:
        return None
    if first.kind != second.kind:  # closed by another kind of mark
        is_closed = first.is_opener and not second.is_opener
        return Slip(second.at, second.at + 1, expected=first.kind[1]) if is_closed else None
    if first.is_opener and not second.is_opener:
        crossed = text[second.at - 1 : second.at + 1]
        if crossed[0] in _CLOSERS:
            return Slip(second.at - 1, second.at + 1, expected=crossed[::-1])
        return Slip(second.at, second.at + 1, expected=first.kind)
    inner = text[first.at + 1 : second.at]
    return Slip(first.at, second.at + 1, expected=f"{first.kind[0]}{inner}{first.kind[1]}")


def _nested(text: str, pairs: list[Pair]) -> Iterator[Slip]:
    """Quotes within quotes and titles within titles that are not written with the inner marks, and the reverse."""
    quoting = {pair.start: pair for pair in pairs}
    nearest: dict[int, str] = {}
    for pair in pairs:
        outer = quoting.get(pair.outer)
        family = (pair.kind, _INNER.get(pair.kind, ""), _OUTER.get(pair.kind, ""))
        around = "" if outer is None else outer.kind if outer.kind in family else nearest.get(outer.start, "")
        nearest[pair.start] = around
        inner = _inside(text, pair)
        if pair.kind in _INNER and around == pair.kind:
            right = _INNER[pair.kind]
        elif pair.kind in _OUTER and not around and pair.outer < 0 and _CHINESE.search(inner):
            right = _OUTER[pair.kind]
        else:
            continue
        yield Slip(pair.start, pair.end + 1, expected=f"{right[0]}{inner}{right[1]}")
