"""Raised and lowered characters: those that are so by themselves, as ² and ₂ are."""

from __future__ import annotations

_PLAIN = "0123456789０１２３４５６７８９+-−=()（） \t"
_SUPERSCRIPTS = dict(zip(_PLAIN + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ \tⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip(_PLAIN + "aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ \tₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_RAISED = {"superscript": _SUPERSCRIPTS, "subscript": _SUBSCRIPTS}


def raised(text: str, position: str) -> str | None:
    """A raised or lowered text in characters that are so by themselves, one for each; None where some have none.

    >>> raised("2", "superscript"), raised("２", "subscript"), raised("th", "superscript")
    ('²', '₂', None)
    """
    table = _RAISED.get(position, {})
    found = [table.get(character, "") for character in text]
    return "".join(found) if all(found) else None
