"""Readers of the rarer kinds of figures: their shapes. A kind itself is imported when the first one of it is met."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from renmin_docs.errors import FigureError, Finding
from renmin_docs.figures.base import Figure
from renmin_docs.figures.chinese import NUMERAL
from renmin_docs.figures.pieces import AFTER
from renmin_docs.figures.tables import MOVES, hedges
from renmin_docs.patterns import Shape, lazy

RATIO_SIGNS = ":∶︰："
"""The signs of a ratio: the colon, the ratio sign, its upright form and the full-width colon; 比 is a word for them."""

BEFORE = "|".join(hedges("before"))
TERM = r"(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,10})?"
_NUMBER = r"[0-9]{1,2}(?:\.[0-9]{1,4})?"

RANK = Shape(
    lazy(rf"(?P<form>倒数第|[第前])(?:(?P<arabic>[0-9]{{1,16}})|(?P<chinese>{NUMERAL}))(?P<unit>[^0-9]{{0,13}})"),
    frozenset("第前"),
)
MOVE = Shape(
    lazy(rf"(?P<start>[由从])(?P<first>(?:倒数)?第.+?)(?P<verb>{MOVES})(?P<last>(?:倒数)?第.+)"), frozenset("由从")
)
RATIO = Shape(
    lazy(
        rf"(?P<before>{BEFORE})?(?P<terms>{TERM}(?P<sign>[{RATIO_SIGNS}比]){TERM}(?:(?P=sign){TERM})*)(?P<after>{AFTER})?"
    ),
    frozenset(RATIO_SIGNS + "比"),
)
FRACTION = Shape(
    lazy(
        rf"(?P<before>{BEFORE})?(?:(?P<whole>{NUMERAL})分之(?P<part>{NUMERAL})"
        rf"(?:点(?P<places>[零〇一二三四五六七八九]{{1,6}}))?|(?P<half>过?半数|一半|过?半)|(?P<stroke>[1-9][0-9]{{0,2}}/[1-9][0-9]{{0,2}}))(?P<after>余|多|{AFTER})?"
    ),
    frozenset("分半/"),
)
_PER = {"百分之": "%", "千分之": "‰"}
_MIXED = Shape(lazy(rf"(?P<per>{'|'.join(_PER)})(?P<number>[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?)"), frozenset("分"))
DOUBLING = Shape(
    lazy(
        rf"翻(?P<done>了)?(?P<before>{BEFORE})?(?:(?P<arabic>{_NUMBER})|(?P<chinese>{NUMERAL}))?番(?:(?P<more>还多|有余|多)|(?P<after>{AFTER}))?"
    ),
    frozenset("翻"),
)


def _reader(shape: Shape, kind: str) -> Callable[[str], Figure | None]:
    """The reader of a shape: `read_kind` of the module of that kind."""

    def read(text: str) -> Figure | None:
        match = shape.fullmatch(text)
        if match is None:
            return None
        figure: Figure | None = getattr(import_module(f"renmin_docs.figures.kinds.{kind}"), f"read_{kind}")(match)
        return figure

    return read


rank, ratio, doubling = _reader(RANK, "rank"), _reader(RATIO, "ratio"), _reader(DOUBLING, "doubling")
_fraction = _reader(FRACTION, "fraction")


def move(text: str) -> Figure | None:
    """From one place to another."""
    match = MOVE.fullmatch(text)
    first, last = (rank(match["first"]), rank(match["last"])) if match else (None, None)
    if match is None or first is None or last is None:
        return None
    from renmin_docs.figures.kinds.rank import read_move

    return read_move(match, first, last)


def fraction(text: str) -> Figure | None:
    """A fraction in words; 百分之85 is answered with the right form."""
    if mixed := _MIXED.fullmatch(text):
        right = mixed["number"] + _PER[mixed["per"]]
        raise FigureError(Finding("numeral_form", found=text, expected=right))
    return _fraction(text)


READERS: tuple[Callable[[str], Figure | None], ...] = (rank, move, ratio, fraction, doubling)
