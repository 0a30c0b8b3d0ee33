"""The keys that are printed in a paragraph of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.frozen import Frozen
    from renmin_docs.render.values.blocks import Printer
    from renmin_docs.vocabulary.key import Place


def lines_at(place: Place, model: Frozen, printer: Printer) -> dict[str, str]:
    """What a report has at a place of the page: key → its line; empty where it has none.

    Args:
        place: See `vocabulary.key.Line`.
        model: The report, or its header or imprint, that has the keys.
        printer: Of the report.
    """
    return {
        key: row.printed(printer.text(value) if row.form == "text" else value)
        for key, row in LINES[place].items()
        for value in (getattr(model, key),)
    }
