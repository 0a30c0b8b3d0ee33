"""Reading figures as clerks write them: `parse("300余次")`.

One reader for each shape, tried in turn. A reader returns None for a text that has another shape, and
raises FigureError for one of its own shape that is wrong (约300余次).
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from renmin_docs.errors import FigureError, Finding, NumeralError
from renmin_docs.figures.arithmetic import CONTEXT, exact, places_of, product
from renmin_docs.figures.base import Figure, built, only_hedge
from renmin_docs.figures.chinese import (
    NUMERAL,
    NUMERALS,
    chinese,
    in_usual_numerals,
    read_chinese,
    regular_forms,
)
from renmin_docs.figures.in_words import in_digits
from renmin_docs.figures.kinds.readers import READERS
from renmin_docs.figures.mixed import fitting_scale, mixed_value
from renmin_docs.figures.others import (
    MASKING_SIGNS,
    MASKING_WORDS,
    POWERS,
    SIGN_MASK,
    UNFILLED,
    WORD_MASK,
    Estimate,
    Unfilled,
    Unknown,
)
from renmin_docs.figures.pieces import (
    AFTER,
    BEFORE,
    BEHIND,
    BETWEEN,
    BLANK,
    FROST,
    HALVES,
    JOINER,
    MEASURE,
    MIXED,
    NUMBER,
    PAIRS,
    REST,
    SCALE,
    SIGN,
    STEPS,
    normal,
    plain_number,
)
from renmin_docs.figures.quantity import Quantity
from renmin_docs.figures.span import Span
from renmin_docs.figures.tables import HEDGE_FORMS, HEDGES, RATES, SCALES, UNIT_ALIASES
from renmin_docs.figures.units import UNIT
from renmin_docs.numerals import to_chinese
from renmin_docs.patterns import Shape, lazy

EXAMPLES = "300余次、9.75亿元、10.67%、13万元～17万元"
LONGEST = 80


def _shape(number: str, unit: str, signs: str) -> Shape:
    """The shape of a hedged number with scale and unit; the number holds one of the signs."""
    pattern = lazy(
        rf"(?P<before>{BEFORE})?(?P<second>{BEFORE})?(?P<number>{number})(?P<between>{BETWEEN})?(?P<ge>个(?=(?:{BEHIND})?[万亿]))?"
        rf"(?P<more>{BETWEEN})?"
        rf"(?P<scale>{SCALE})?(?P<outer>{BETWEEN})?"
        rf"(?:个(?P<within>{BEHIND})(?P<rest>{PAIRS})|(?P<unit>{unit})?(?P<after>{AFTER}|(?(unit)(?:{BEHIND})|(?!)))?)"
    )
    return Shape(pattern, frozenset(signs))


_ARABIC = _shape(rf"(?:{SIGN})?(?:{NUMBER})", UNIT, string.digits)
_MIXED = _shape(MIXED + REST, UNIT, "".join(STEPS))
_CHINESE = _shape(NUMERAL, MEASURE, NUMERALS)
_SIGN_MASK = _shape(SIGN_MASK, UNIT, MASKING_SIGNS)
_WORD_MASK = _shape(WORD_MASK, MEASURE, MASKING_WORDS)
_ESTIMATE = lazy(
    rf"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])"
    rf"(?P<place>[十百千])?(?P<scale>{SCALE})?(?P<unit>{MEASURE})"
)
_ESTIMATED = frozenset("一二两三四五六七八九十")
_LISTED = Shape(
    lazy(r"(?P<low>[0-9一二两三四五六七八九])、(?P<high>[0-9一二三四五六七八九])(?P<tail>.*)"), frozenset("、")
)
_JOINER = re.compile(JOINER)
_FROST = lazy(FROST)
_HALVES = Shape(lazy(rf"(?P<before>{BEFORE})?(?:{HALVES})"), frozenset("半"))
_PARTED = re.compile(rf"(?<=[0-9])(?:[,，]|{BLANK})(?=[0-9])")
_BARE_NUMBER = re.compile(rf"(?:{SIGN})?(?:{NUMBER})|{NUMERAL}")


def parse(text: str) -> Figure:
    """The figure that a text writes.

    Full-width letters and digits, spaces and thousands separators are read; `str()` prints the canonical form.

    Raises:
        FigureError: The text is no figure, or one written wrong (stacked hedges, 余 behind a decimal).

    >>> parse("9.75亿元").value, str(parse("3亿4500万元")), str(parse("1-10月"))
    (Decimal('975000000'), '3.45亿元', '1—10月')
    """
    figure = _kept(text) if len(text) <= LONGEST else _kept.__wrapped__(text)
    if figure is None:
        raise _unreadable(text)
    return figure


@lru_cache(maxsize=2048)  # reports of one batch write many equal figures, and figures are frozen
def _kept(text: str) -> Figure | None:
    if text.strip() == UNFILLED:
        return Unfilled()
    plain = normal(text)
    return _read(plain) if plain and len(plain) <= LONGEST else None


def _read(plain: str) -> Figure | None:
    """The figure of a text from `normal`, by the first reader whose shape it has."""
    return next((figure for reader in _READERS if (figure := reader(plain)) is not None), None)


def _unreadable(text: str) -> FigureError:
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return FigureError(Finding("figure_unreadable", found=shown, expected=EXAMPLES))


def _hedge(match: re.Match[str]) -> dict[str, Any]:
    """The one hedge of a match, and whether it stands before the scale.

    Raises:
        FigureError: There are two.
    """
    form = only_hedge(match[0], *match.group("before", "second", "between", "more", "outer", "within", "after"))
    hedge = HEDGE_FORMS.get(form, form)
    inner = bool((match["between"] or match["more"]) and match["scale"])
    behind = bool(match["within"]) or (match["after"] == hedge and HEDGES[hedge].side == "between")
    return {"hedge": hedge, "inner": inner, "behind": behind, "hedge_form": "" if form == hedge else form}


def _arabic(text: str) -> Figure | None:
    match = _ARABIC.fullmatch(text)
    if match is None:
        return None
    written = plain_number(match["number"])
    return _quantity(match, exact(written), places=len(written.partition(".")[2]))


def _quantity(match: re.Match[str], number: Decimal, *, places: int, **words: Any) -> Quantity:
    """The stated quantity of a match: its number is what stands before scale and unit."""
    unit, scale = _unit(match), match["scale"] or ""
    value = product(number, SCALES[scale], RATES.get(unit, Decimal(1)))
    return built(Quantity, value=value, unit=unit, scale=scale, places=places, **words, **_hedge(match))


def _unit(match: re.Match[str]) -> str:
    unit = match["unit"] or (f"个{match['rest']}" if match["rest"] else "")
    return UNIT_ALIASES.get(unit, unit)


def _chinese(text: str) -> Figure | None:
    match = _CHINESE.fullmatch(text)
    if match is None:
        return None
    hedge = _hedge(match)
    if not (_unit(match) or hedge["hedge"] or match["ge"]):
        return None
    numeral, bare = match["number"], bool(hedge["hedge"]) and not hedge["behind"]
    try:
        number = read_chinese(numeral, bare=bare)
    except NumeralError:
        if right := regular_forms(numeral):
            raise _otherwise(text, *(text.replace(numeral, form, 1) for form in right)) from None
        return None
    if match["ge"]:  # 两个亿
        return _quantity(match, Decimal(number), places=0)
    canonical = chinese(number, bare=bare, measured=bool(_unit(match)))
    kept = numeral if "两" in numeral and numeral != canonical else ""  # 两百 for 二百
    return _quantity(match, Decimal(number), places=0, chinese=True, numeral=kept)


def _below_zero(text: str) -> Figure | None:
    """零下十五度: a sign and a number in words."""
    match = _FROST().fullmatch(text)
    return match and built(Quantity, value=-read_chinese(match["number"]), unit=match["unit"], scale="", places=0)


def _and_a_half(text: str) -> Figure | None:
    """两个半月, 3年半: read, and written in digits."""
    match = _HALVES.fullmatch(text)
    if match is None:
        return None
    try:
        number = exact(match["arabic"] or read_chinese(match["chinese"]))
    except NumeralError:
        return None
    unit = match["unit"] or f"个{match['rest']}"
    value = CONTEXT.add(number, Decimal("0.5"))
    return built(Quantity, value=value, unit=unit, scale="", places=1, hedge=match["before"] or "")


def _parted(text: str) -> Figure | None:
    """12 34元 or 1,23元: never read as one number or as two."""
    together = _PARTED.sub("", text)
    figure = _read(together) if together != text else None
    if figure is None:
        return None
    raise FigureError(Finding("digits_parted", found=text, expected=str(figure)))


def _otherwise(text: str, *right: str) -> FigureError:
    return FigureError(Finding("numeral_form", found=text, expected="、".join(right)))


def _odd_numeral(text: str) -> Figure | None:
    """廿五户, 壹佰元, 三点五亿元: never read, but answered with the right form."""
    try:
        right = parse(in_usual_numerals(text) or in_digits(text))
    except FigureError:
        return None
    raise _otherwise(text, str(right))


def _mixed(text: str) -> Figure | None:
    """3亿4500万元, 1千3百万, 3万2000户: read, and written as the standard wants."""
    match = _MIXED.fullmatch(text)
    if match is None:
        return None
    value = mixed_value(match["number"])
    unit = _unit(match)
    scale = fitting_scale(value)
    places = places_of(CONTEXT.divide(value, SCALES[scale]))
    return built(Quantity, value=value, unit=unit, scale=scale, places=places, **_hedge(match))


def _mask(shape: Shape) -> Callable[[str], Figure | None]:
    def read(text: str) -> Figure | None:
        match = shape.fullmatch(text)
        if match is None:
            return None
        hedge = {key: value for key, value in _hedge(match).items() if key in Unknown.model_fields}
        return built(Unknown, mask=match["number"], unit=_unit(match), scale=match["scale"] or "", **hedge)

    return read


def _estimate(text: str) -> Figure | None:
    match = _ESTIMATE().fullmatch(text) if _ESTIMATED.issuperset(text[:2]) else None
    if match is None:
        return None
    tens = read_chinese(match["tens"]) if match["tens"] else 0
    rate = RATES.get(match["unit"], Decimal(1))
    worth = product(SCALES[match["scale"] or ""], Decimal(POWERS[match["place"] or ""]), rate)
    low, high = (product(Decimal(tens + read_chinese(match[end])), worth) for end in ("low", "high"))
    return built(Estimate, low=low, high=high, unit=match["unit"], scale=match["scale"] or "")


def _span(text: str) -> Figure | None:
    """A range; units may hold a 至 too, so every sign of joining is tried."""
    for joiner in _JOINER.finditer(text, 1):
        first, last = _first_end(text[: joiner.start()], text[joiner.end() :]), _end(text[joiner.end() :])
        if first is not None and last is not None:
            return built(Span, first=first, last=last)
    return None


def _end(text: str) -> Quantity | None:
    """One end of a range."""
    figure = _arabic(text) or _chinese(text) or _mixed(text)
    return figure if isinstance(figure, Quantity) else None


def _first_end(text: str, last: str) -> Quantity | None:
    """The first end; what it leaves out is taken from the last one (13～17万元), if the range then runs upwards."""
    end = _end(last)
    if end is None or not _BARE_NUMBER.fullmatch(text):
        return _in_unit_of(end, _end(text))
    first = _end(text + _BARE_NUMBER.sub("", last, count=1))
    return first if first is not None and first.value <= end.value else _in_unit_of(end, _end(text) or first)


def _in_unit_of(last: Quantity | None, first: Quantity | None) -> Quantity | None:
    """The first end with the unit of the last, where it has none of its own (13万～17万元)."""
    if first is None or last is None or first.unit or last.unit in RATES:
        return first
    return first.altered(unit=last.unit)


def _listed(text: str) -> Figure | None:
    """3、4个月 may be a list or an estimate: never guessed, but answered with the right form."""
    match = _LISTED.fullmatch(text)
    if match is None:
        return None
    digits = (match["low"], match["high"])
    numerals = "".join(to_chinese(int(digit)) if digit.isdecimal() else digit for digit in digits)
    figure = _estimate(numerals + match["tail"])
    raise (
        _unreadable(text) if figure is None else FigureError(Finding("estimate_form", found=text, expected=str(figure)))
    )


_READERS: tuple[Callable[[str], Figure | None], ...] = (
    _and_a_half,
    _arabic,
    _estimate,
    _chinese,
    _mixed,
    *READERS,
    _mask(_SIGN_MASK),
    _mask(_WORD_MASK),
    _listed,
    _span,
    _odd_numeral,
    _below_zero,
    _parted,
)
