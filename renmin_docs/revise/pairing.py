"""Passages of a printed report and of the edited document, one for the other: paragraphs, and tables cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.line_texts import Placed
from renmin_docs.emphasis import in_line
from renmin_docs.ooxml.package import parse_package
from renmin_docs.proofread import Passage
from renmin_docs.proofread.marks import mark_at
from renmin_docs.report.fields import Numbering
from renmin_docs.report.models import WorkReport
from renmin_docs.revise.coded import coded, words
from renmin_docs.revise.comparing import Step, steps
from renmin_docs.revise.printed_lines import PrintedLine, printed_lines

_EMPHASISED = ("paragraph", "cell", "heading", "caption")
_WRITTEN = ("paragraph", "heading")
_ONCE = ("title", "issuer", "issue_date", "note", "addressee")
"""Roles that one passage of a document has, as a rule."""


class Base(NamedTuple):
    """A passage of the document as the report prints it, and the line of the report that it is."""

    passage: Passage
    line: PrintedLine | None


class PrintedReport(NamedTuple):
    """A report as it is printed: the document, and its passages with the lines that they are."""

    document: FinishedDocument
    base: list[Base]


def printed_report(report: WorkReport, numbering: Numbering) -> PrintedReport:
    """The document that a report prints; a template has passages of its own, which are no lines of the report."""
    document = FinishedDocument(parse_package(report.to_bytes(numbering=numbering)))
    passages = compared(document)
    lines = [line for line in printed_lines(report) if line.text]
    wholes = [words(each.mark + text_of(each)) for each in passages]
    found = {step.new: step.old for step in steps([words(line.whole) for line in lines], wholes) if step.kind == "same"}
    base = [Base(each, lines[found[at]] if at in found else None) for at, each in enumerate(passages)]
    return PrintedReport(document, base)


def compared(document: FinishedDocument) -> list[Passage]:
    """The passages of a document with their emphasis, as they are compared.

    The entries of contents pages are left out, which a program makes of its headings.
    """
    found = zip(document.passages, document.of_passages, strict=True)
    return [_coded(*each) for each in found if any(each.role != "contents" for each in each[1])]


def _coded(passage: Passage, paragraphs: Sequence[Placed]) -> Passage:
    """A passage with its emphasis; its mark and what is no running text look as their template has them."""
    contents = [each.paragraph.content for each in paragraphs]
    if passage.role not in _EMPHASISED or not any(run.emphasis for each in contents for run in each.runs):
        return passage
    marked = "\n".join(each.marked for each in contents)
    is_heading = passage.role != "paragraph" and (passage.cell is None or passage.cell.is_head)
    mark = None if passage.mark or passage.cell else mark_at(passage.text)
    return passage._replace(text=coded(in_line(marked) if is_heading else marked, mark.end if mark else 0))


class Element(NamedTuple):
    """A paragraph, a table, or a point with all under it: what it says, behind a sign for its kind, and its places."""

    key: str
    places: range


def elements(passages: Sequence[Passage], blocks: Iterable[range] = ()) -> list[Element]:
    """The elements of a document; of the passages in a block one is made."""
    whole = {block.start: block for block in blocks}
    found: list[Element] = []
    for block in _tables_and_paragraphs(passages):
        if found and block.start < found[-1].places.stop:
            continue
        places = whole.get(block.start, block)
        kind = "\x03" if block.start in whole else "\x02" if passages[block.start].cell is None else "\x01"
        found.append(Element(kind + "\n".join(bare(passages[at]) for at in places), places))
    return found


def _tables_and_paragraphs(passages: Sequence[Passage]) -> Iterator[range]:
    for _, group in groupby(range(len(passages)), lambda at: _table_of(passages[at], at)):
        places = [*group]
        yield range(places[0], places[-1] + 1)


def _table_of(passage: Passage, at: int) -> int:
    """The same number for the cells of a table: below 0, where no place of a paragraph is."""
    return at if passage.cell is None else -1 - passage.cell.table


def paired(base: Sequence[Passage], edited: Sequence[Passage]) -> list[Step]:
    """The steps from the printed passages to the edited ones, tables by their cells.

    What stands once in a document is taken for changed where it is out and in: a title, a date.
    """
    old, new = elements(base), elements(edited)
    found: list[Step] = []
    for step in steps([each.key for each in old], [each.key for each in new]):
        before = old[step.old].places if step.old >= 0 else range(0)
        after = new[step.new].places if step.new >= 0 else range(0)
        if step.kind == "changed" and base[before[0]].cell is not None:
            found += cell_steps(base, edited, before, after)
        else:
            pairs = max(len(before), len(after))
            found += (Step(step.kind, _at(before, number), _at(after, number)) for number in range(pairs))
    return _with_paragraphs(_with_single_roles(found, base, edited), base, edited)


def _with_paragraphs(found: Sequence[Step], base: Sequence[Passage], edited: Sequence[Passage]) -> list[Step]:
    """The steps, where paragraphs that were written anew in their places, and not moved, are changed."""
    gone = {bare(base[step.old]) for step in found if step.kind == "out"}
    moved = gone & {bare(edited[step.new]) for step in found if step.kind == "in"}

    def is_rewritten(pair: Step) -> bool:
        both = base[pair.old], edited[pair.new]
        kinds = {(each.role, mark_at(each.mark + each.text) is None) for each in both if each.cell is None}
        are_alike = len(kinds) == 1 and all(each.role in _WRITTEN for each in both)
        return are_alike and moved.isdisjoint(map(bare, both))

    return _with_rewritten(found, is_rewritten)


def _at(places: range, number: int) -> int:
    return places[number] if number < len(places) else -1


def rows_of(passages: Sequence[Passage], places: Sequence[int]) -> list[list[int]]:
    """The places of a table's cells, row by row."""
    return [[*row] for _, row in groupby(places, lambda at: _row_of(passages[at]))]


def _row_of(passage: Passage) -> int:
    return -1 if passage.cell is None else passage.cell.row


def row_steps(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> list[Step]:
    """The steps between the rows of two tables; as many that went and came at one place are changed."""
    found = steps(["\x02" + "\x03".join(row) for row in before], ["\x02" + "\x03".join(row) for row in after])
    return _with_rewritten(found, lambda _: True)


def _with_rewritten(found: Iterable[Step], fits: Callable[[Step], bool]) -> list[Step]:
    """The steps, where as many went as came at one place and each pair of them fits, as what was changed."""
    made: list[Step] = []
    for is_kept, group in groupby(found, lambda step: step.kind in ("same", "changed")):
        gap = [*group]
        outs, ins = ([step for step in gap if step.kind == kind] for kind in ("out", "in"))
        pairs = [Step("changed", out.old, come.new) for out, come in zip(outs, ins, strict=False)]
        is_rewritten = not is_kept and len(outs) == len(ins) and all(map(fits, pairs))
        made += pairs if is_rewritten else gap
    return made


def cell_steps(base: Sequence[Passage], edited: Sequence[Passage], before: range, after: range) -> Iterator[Step]:
    """The steps between the cells of two tables: by their places in rows of the same length."""
    old, new = rows_of(base, before), rows_of(edited, after)
    texts = ([[bare(side[at]) for at in row] for row in rows] for side, rows in ((base, old), (edited, new)))
    for step in row_steps(*texts):
        one, other = old[step.old] if step.old >= 0 else [], new[step.new] if step.new >= 0 else []
        if len(one) == len(other):
            for i, j in zip(one, other, strict=True):
                yield Step("same" if bare(base[i]) == bare(edited[j]) else "changed", i, j)
        else:
            yield from (Step("out", i, -1) for i in one)
            yield from (Step("in", -1, j) for j in other)


def _with_single_roles(found: Sequence[Step], base: Sequence[Passage], edited: Sequence[Passage]) -> list[Step]:
    gone = {base[step.old].role: step.old for step in found if step.kind == "out"}
    come = {edited[step.new].role: step.new for step in found if step.kind == "in"}
    pairs = {come[role]: gone[role] for role in _ONCE if role in gone and role in come}
    made = []
    for step in found:
        if step.kind == "in" and step.new in pairs:
            made.append(Step("changed", pairs[step.new], step.new))
        elif step.kind != "out" or step.old not in pairs.values():
            made.append(step)
    return made


def bare(passage: Passage, mark: str = "") -> str:
    """What a passage says without its mark; without a given one where it begins with none that can be recognised."""
    text = text_of(passage)
    if passage.cell is not None:
        return text
    found = mark_at(passage.mark + text)
    if found is None and not passage.mark:
        return text.removeprefix(mark)
    return text[max(0, found.end - len(passage.mark)) :] if found else text


def text_of(passage: Passage) -> str:
    """The text of a passage; the lines of a title are one."""
    return passage.text.replace("\n", "") if passage.role == "title" else passage.text
