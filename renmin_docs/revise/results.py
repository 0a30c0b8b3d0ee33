"""What `update` brought back into a data file, and what it lists instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.revise.coded import shown
from renmin_docs.revise.figure_edits import Mention


class Edit(NamedTuple):
    """A change that was brought back.

    Attributes:
        place: Key path in the data file; the name of a figure that a workbook has.
        old: What stood there; empty for what was put in.
        new: What stands there now; empty for what was taken out; the same as before for what was moved here.
        file: The file that the place is in, where it is not the data file: its profile, or a workbook with the cell.
        figure: Key path of the figure that was changed here, where its mentions fit no value.
        others: Its other mentions, each by its place and what the document shows there.
    """

    place: str
    old: str
    new: str
    file: str = ""
    figure: str = ""
    others: tuple[tuple[str, str], ...] = ()


class Update(NamedTuple):
    """A data file with the edits of a document.

    Attributes:
        text: The data file as it is now.
        before: The bytes of the data file as it was read.
        edits: What was brought back.
        unplaced: What is in the document, and could not be: its place, what the report prints, what stands there.
        findings: What keeps the new data from being printed: figures that contradict one another now.
        is_changed: Whether the data file is another one than before.
        notes: What people added beside the text: comments, texts in headers and footers.
    """

    text: str
    before: bytes
    edits: tuple[Edit, ...]
    unplaced: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    is_changed: bool
    notes: tuple[Finding, ...]

    def followed_by(self, again: Update) -> Update:
        """With the edits that could be made only in the data as this update leaves them.

        A text that stands alone is first given its new words; then it can be a list with others beside it.
        """
        return again._replace(before=self.before, edits=(*self.edits, *again.edits), is_changed=True)


def unfitting(name: str, mentions: Sequence[Mention]) -> Iterator[Edit]:
    """The changed mentions of a figure that fit no value, each with the mentions that were left as they are."""
    others = tuple((each.place, each.new) for each in mentions if not each.is_changed)
    yield from (
        Edit(each.place, each.old, each.new, figure=f"figures.{name}", others=others)
        for each in mentions
        if each.is_changed
    )


def without(figures: Iterable[Edit], difference: Edit) -> str:
    """What a line printed, with the figures in it that are listed by themselves as the document has them."""
    text = difference.old
    for each in figures:
        if f"{each.place}.".startswith(f"{difference.place}.") or f"{difference.place}.".startswith(f"{each.place}."):
            text = text.replace(each.old, each.new, 1)
    return text


def signed(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits with emphasis as the data write it."""
    return tuple(each._replace(old=shown(each.old), new=shown(each.new)) for each in edits)
