"""Every sentence that the library says to people, in Chinese and English, one row a rule, one table a module.

A row's sentence has two halves: what is wrong, with `{found}` in it, and the remedy, with `{expected}`
in it. The remedy is left out where a finding brings nothing for its `{expected}`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from renmin_docs.messages.composing import Case, Language, Rule, Severity, language_of_locale, sentence, visible
from renmin_docs.messages.terms import STRENGTHS

__all__ = [
    "Case",
    "Language",
    "Rule",
    "Severity",
    "all_tables",
    "basis",
    "language_of_locale",
    "merged",
    "rules",
    "sentence",
    "visible",
]


@cache
def all_tables() -> tuple[dict[str, Rule], ...]:
    """The tables of all modules of this package. They are imported when a sentence is asked for, which is seldom."""
    import pkgutil

    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    values = (value for name in names for value in vars(import_module(f"{__name__}.{name}")).values())
    return tuple(value for value in values if _is_table(value))


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(row, Rule) for row in value.values())


@cache
def rules() -> dict[str, Rule]:
    """Every rule, by its name."""
    return merged(*all_tables())


def merged(*tables: dict[str, Rule]) -> dict[str, Rule]:
    """All rows in one table.

    Raises:
        ValueError: A rule stands in two tables.
    """
    rows: dict[str, Rule] = {}
    for table in tables:
        if twice := rows.keys() & table.keys():
            raise ValueError(f"rules in two tables: {', '.join(sorted(twice))}")
        rows |= table
    return rows


def basis(clause: str, strength: str, language: Language, standard: str = "") -> str:
    """The standard and the clause behind a finding, and how it is worded; empty where there is none.

    >>> basis("5.2.1", "R", "zh"), basis("", "R", "zh", "GB/T 15834-2011")
    ('GB/T 9704-2012，5.2.1，规定', 'GB/T 15834-2011，规定')
    """
    worded = STRENGTHS[strength][language == "zh"] if strength in STRENGTHS else ""
    parts = [standard or "GB/T 9704-2012", clause, worded] if clause or standard else []
    return ("，" if language == "zh" else ", ").join(filter(None, parts))
