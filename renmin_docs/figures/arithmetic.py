"""Decimals that never meet a float, and their digits, written by Babel.

Everything is computed by the methods of one context of our own, so that a caller's decimal context is
neither read nor changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, localcontext
from functools import cache, lru_cache, reduce
from typing import Annotated

from pydantic import BeforeValidator

from renmin_docs.errors import FigureError, Finding

CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero])

_RATIOS = Context(prec=40, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero])

_PLAIN = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?", re.ASCII)
_ZERO, _ONE = Decimal(0), Decimal(1)
_LARGEST = 24
_DIGITS = 40

MOST_PLACES = 2
"""Decimal places that a figure prints by default."""

_NUMBER_EXAMPLES = "312、9.75"


def exact(value: object) -> Decimal:
    """A number as an exact Decimal.

    A float is taken at its shortest decimal form, so that 0.1 is 0.1 and no binary digits leak in.

    Raises:
        FigureError: It is no number, or a bool, or not finite, or beyond 25 digits before the point or
            40 digits in all.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise FigureError(Finding("number_unreadable", found=repr(value), expected=_NUMBER_EXAMPLES))
    number = value if isinstance(value, Decimal) else _from_text(value)
    if not number.is_finite() or number.adjusted() > _LARGEST or _is_long(number):
        raise FigureError(Finding("number_unreadable", found=_short(value), expected=_NUMBER_EXAMPLES))
    return tidy(number)


def _is_long(number: Decimal) -> bool:
    """Whether it has too many digits; a whole number that is not too large has not."""
    return not number.same_quantum(_ONE) and len(number.as_tuple().digits) > _DIGITS


def _from_text(value: float | str) -> Decimal:
    """The Decimal that a number's own text writes (`repr` of a float is its shortest one)."""
    text = _short(value) if isinstance(value, int) else str(value).strip()
    if not _PLAIN.fullmatch(text):
        raise FigureError(Finding("number_unreadable", found=_short(value), expected=_NUMBER_EXAMPLES))
    return Decimal(text)


def _short(value: object) -> str:
    """The value as a message shows it; a huge int is never spelt out (Python itself refuses to)."""
    if isinstance(value, int) and value.bit_length() > 200:
        return f"int({value.bit_length()} bit)"
    text = str(value)
    return text if len(text) <= 60 else text[:60] + "…"


def tidy(number: Decimal) -> Decimal:
    """The same number without final zeros or an exponent: 9.750 → 9.75, 9.75E+8 → 975000000."""
    if not number:
        return _ZERO
    if number.same_quantum(_ONE):  # a whole number without an exponent, as most are
        return number
    number = number.normalize(CONTEXT)
    return number.quantize(_ONE, context=CONTEXT) if _is_whole(number) else number


def _is_whole(number: Decimal) -> bool:
    return number.same_quantum(_ONE) or number == number.to_integral_value(context=CONTEXT)


Exact = Annotated[Decimal, BeforeValidator(exact)]
"""The type of a field that holds an exact number."""


def total(numbers: Iterable[Decimal]) -> Decimal:
    """The sum, whatever the caller's context."""
    result = Decimal(0)
    for number in numbers:
        result = CONTEXT.add(result, number)
    return result


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """One number by another, to 40 digits."""
    return _RATIOS.divide(part, whole)


def places_of(number: Decimal) -> int:
    """How many decimal places it takes to write the number."""
    return 0 if _is_whole(number) else -int(tidy(number).as_tuple().exponent)


def rounded(number: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The number at so many places. Directions go by magnitude: ROUND_DOWN is towards zero."""
    result = number.quantize(_last_place(places), rounding, CONTEXT)
    return result.copy_abs() if result.is_zero() else result  # no -0


@cache
def _last_place(places: int) -> Decimal:
    return Decimal(1).scaleb(-places, CONTEXT)


def stepped(number: Decimal, step: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The number at a whole multiple of the step."""
    return CONTEXT.multiply(rounded(CONTEXT.divide(number, step), 0, rounding), step)


def product(*numbers: Decimal) -> Decimal:
    """All of them multiplied, whatever the caller's context."""
    return reduce(CONTEXT.multiply, numbers)


@lru_cache(maxsize=1024)  # the same figure prints in many places of one report
def digits(number: Decimal, places: int) -> str:
    """The number in half-width digits with exactly so many places, without thousands separators.

    >>> digits(Decimal("12345678.665"), 2), digits(Decimal("-4.8"), 1)
    ('12345678.67', '-4.8')
    """
    with localcontext(CONTEXT):
        return _writer(places)(number)


@cache
def _writer(places: int) -> Callable[[Decimal], str]:
    """Babel's pattern for so many places, parsed once: `format_decimal` costs twenty times as much a call."""
    from babel import Locale  # loaded when the first digit is written
    from babel.numbers import parse_pattern

    pattern = parse_pattern("0." + "0" * places if places else "0")
    locale = Locale("root")  # CLDR's own: the signs are those of zh_Hans_CN, and it loads three times as fast
    return lambda number: pattern.apply(number, locale)
