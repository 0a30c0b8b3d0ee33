"""Every sentence that the library says to people, in Chinese and English, one row a rule, one table a module.

A row's sentence has two halves: what is wrong, with `{found}` in it, and the remedy, with `{expected}`
in it. The remedy is left out where a finding brings nothing for its `{expected}`.
"""

from __future__ import annotations

from renmin_docs.messages.composing import Language, Rule, Severity, sentence, visible
from renmin_docs.messages.data_files import DATA_FILES
from renmin_docs.messages.documents import DOCUMENTS
from renmin_docs.messages.figures import FIGURES
from renmin_docs.messages.official import OFFICIAL
from renmin_docs.messages.output import OUTPUT
from renmin_docs.messages.pages import PAGES
from renmin_docs.messages.pictures import PICTURES
from renmin_docs.messages.prose import PROSE
from renmin_docs.messages.report import REPORT
from renmin_docs.messages.syntax import SYNTAX
from renmin_docs.messages.tables import PRINTED_TABLES
from renmin_docs.messages.templates import TEMPLATES
from renmin_docs.messages.terms import COLUMNS, COMPARED, TERMS
from renmin_docs.messages.text import TEXT
from renmin_docs.messages.usage import USAGE
from renmin_docs.messages.workbooks import WORKBOOKS
from renmin_docs.messages.years import YEARS

__all__ = ["COLUMNS", "COMPARED", "RULES", "TABLES", "TERMS", "Language", "Rule", "Severity", "compose", "visible"]

TABLES = (
    *(TEXT, REPORT, OFFICIAL, PRINTED_TABLES, PICTURES, PAGES, FIGURES, DATA_FILES, SYNTAX, TEMPLATES, WORKBOOKS),
    *(PROSE, DOCUMENTS, YEARS, OUTPUT, USAGE),
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


def compose(rule: str, language: Language, *, place: str, line: int | None, found: str, expected: str) -> str:
    """One sentence about one case of a rule.

    >>> compose("unknown_figure", "en", place="plans", line=None, found="shop", expected="shops")
    'plans: no figure is named shop; did you mean shops?'
    """
    return sentence(RULES[rule], language, place=place, line=line, found=found, expected=expected)
