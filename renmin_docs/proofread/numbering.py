"""Structure (S): headings in order, and series without gap and repeat."""

from __future__ import annotations

from collections.abc import Iterator

from renmin_docs.messages import Severity
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.outline import Entry
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.series import LIST_FOLLOWS, is_bare

_FIRST = ("", "一、", "（一）", "1.", "（1）")
_LIST_ITEM = ("；", ";")


@rule("S1", "manuscript")
def levels_in_order(manuscript: Manuscript) -> Iterator[Slip]:
    """A level of headings that is skipped though the document has it, and a document that begins at the second.

    一、 and 1. alone are right (GB/T 9704-2012, 7.3.3, for two levels), and so is a list behind a colon.
    """
    marked = [entry for entry in manuscript.outline if entry.mark is not None]
    has_bare = any(is_bare(passage) for passage in manuscript.passages[1:-2])
    used = {entry.level for entry in marked}
    skipping: set[int | None] = set()
    for entry in marked:
        above = entry.parent.level if entry.parent else 0
        is_skip = _skips(entry, above, used) and not _is_list_item(manuscript, entry) and (above or not has_bare)
        if is_skip and id(entry.parent) not in skipping:
            skipping.add(id(entry.parent))
            yield Slip(entry.start, entry.end, entry.written, _FIRST[above + 1], entry.passage)


def _skips(entry: Entry, above: int, used: set[int]) -> bool:
    if above == 0:
        return entry.level == 2
    missing = set(range(above + 1, entry.level))
    return bool(missing) and (bool(missing & used) or (entry.is_heading and entry.level == 4))


def _is_list_item(manuscript: Manuscript, entry: Entry) -> bool:
    """Whether an entry is an item of a list: one that begins behind a colon or a bare heading, or that ends in ；."""
    siblings = entry.parent.children if entry.parent else manuscript.outline
    first = next(each for each in siblings if each.level == entry.level)
    text = manuscript.passages[first.passage].text.rstrip()
    before = manuscript.passages[first.passage - 1] if first.passage else None
    behind = before is not None and (before.text.rstrip().endswith((*LIST_FOLLOWS, *_LIST_ITEM)) or is_bare(before))
    return behind or text.endswith(_LIST_ITEM)


@rule("S2", "manuscript", is_quoted=True)
def runs_without_gaps(manuscript: Manuscript) -> Iterator[Slip]:
    """A number of a series that is left out or stands twice."""
    for run in manuscript.runs:
        for member, expected in run.breaks:
            is_near = not run.level and run.members[0].passage == member.passage
            found, right = member.written(member.number), member.written(expected)
            level: Severity | None = None if is_near else "warning"
            yield Slip(member.start, member.end, found, right, member.passage, level)
