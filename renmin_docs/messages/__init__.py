"""Every sentence that the library says to people, in Chinese and English, one row a rule, one table a module.

A row's sentence has two halves: what is wrong, with `{found}` in it, and the remedy, with `{expected}`
in it. The remedy is left out where a finding brings nothing for its `{expected}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.messages.agreement import AGREEMENT
from renmin_docs.messages.batches import BATCHES
from renmin_docs.messages.checks import CHECKS, STRENGTHS
from renmin_docs.messages.composing import Case, Language, Rule, Severity, language_of_locale, sentence, visible
from renmin_docs.messages.consistency import CONSISTENCY
from renmin_docs.messages.data_files import DATA_FILES
from renmin_docs.messages.documents import DOCUMENTS
from renmin_docs.messages.figures import FIGURES
from renmin_docs.messages.numbers import NUMBERS
from renmin_docs.messages.official import OFFICIAL
from renmin_docs.messages.output import OUTPUT
from renmin_docs.messages.page_checks import PAGE_CHECKS
from renmin_docs.messages.pages import PAGES
from renmin_docs.messages.pictures import PICTURES
from renmin_docs.messages.proofreading import PROOFREADING
from renmin_docs.messages.prose import PROSE
from renmin_docs.messages.punctuation import PUNCTUATION
from renmin_docs.messages.report import REPORT
from renmin_docs.messages.revisions import REVISIONS
from renmin_docs.messages.structure import STRUCTURE
from renmin_docs.messages.syntax import SYNTAX
from renmin_docs.messages.tables import PRINTED_TABLES
from renmin_docs.messages.templates import TEMPLATES
from renmin_docs.messages.terms import COLUMNS, COMPARED, KINDS, SETTINGS, SOURCES, TERMS
from renmin_docs.messages.text import TEXT
from renmin_docs.messages.untrusted_files import STRANGERS
from renmin_docs.messages.usage import USAGE
from renmin_docs.messages.words import WORDS
from renmin_docs.messages.workbooks import WORKBOOKS
from renmin_docs.messages.years import YEARS

if TYPE_CHECKING:
    from renmin_docs.vocabulary import Spelling

__all__ = [
    "COLUMNS",
    "COMPARED",
    "KINDS",
    "RULES",
    "SETTINGS",
    "SOURCES",
    "TABLES",
    "TERMS",
    "Language",
    "Rule",
    "Severity",
    "basis",
    "compose",
    "language_of_locale",
    "visible",
]

TABLES = (
    *(TEXT, REPORT, OFFICIAL, PRINTED_TABLES, PICTURES, PAGES, FIGURES, DATA_FILES, SYNTAX, TEMPLATES, WORKBOOKS),
    *(
        PROSE,
        DOCUMENTS,
        YEARS,
        REVISIONS,
        STRANGERS,
        CHECKS,
        PAGE_CHECKS,
        OUTPUT,
        USAGE,
        BATCHES,
        PROOFREADING,
        NUMBERS,
    ),
    *(CONSISTENCY, AGREEMENT, PUNCTUATION, STRUCTURE, WORDS),
)


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


RULES = merged(*TABLES)


def basis(clause: str, strength: str, language: Language, standard: str = "") -> str:
    """The standard and the clause behind a finding, and how it is worded; empty where there is none.

    >>> basis("5.2.1", "R", "zh"), basis("", "R", "zh", "GB/T 15834-2011")
    ('GB/T 9704-2012，5.2.1，规定', 'GB/T 15834-2011，规定')
    """
    worded = STRENGTHS[strength][language == "zh"] if strength in STRENGTHS else ""
    parts = [standard or "GB/T 9704-2012", clause, worded] if clause or standard else []
    return ("，" if language == "zh" else ", ").join(filter(None, parts))


def compose(  # noqa: PLR0913 - the fields of a finding
    rule: str,
    language: Language,
    *,
    place: str,
    line: int | None,
    found: str,
    expected: str,
    keys: Spelling = "en",
) -> str:
    """One sentence about one case of a rule.

    >>> compose("unknown_figure", "en", place="plans", line=None, found="shop", expected="shops")
    'plans: no figure is named shop; did you mean shops?'
    """
    return sentence(RULES[rule], language, Case(place, line, found, expected, keys))
