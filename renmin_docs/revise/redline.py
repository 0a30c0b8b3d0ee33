"""Two versions as one document with tracked changes (花脸稿): the new one, with what was taken out and put in.

Both are compared block by block, paragraphs that changed piece by piece, tables row by row and cell by cell. The
result is the new document's package: accepting all changes gives its text, rejecting them that of the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from os import PathLike
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.proofread.marks import mark_at
from renmin_docs.render.preparing.paragraphs import drop_element, replace_with
from renmin_docs.report.models import WorkReport
from renmin_docs.revise.atoms import Atom, Signs, printed, runs_of
from renmin_docs.revise.comparing import edits, steps
from renmin_docs.revise.figures import FigureChange, changed_figures
from renmin_docs.revise.placing import PlacedBlocks
from renmin_docs.revise.revisions import Author, Writer, first_free_id, run_of
from renmin_docs.revise.runs import ChangedRuns, by_run, children
from renmin_docs.revise.versions import Version, version_of

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_BLOCKS = (_PARAGRAPH, _TABLE)
_TRANSPARENT = (w("sdt"), w("sdtContent"), w("customXml"))
_FOREIGN = tuple(map(w, ("sectPr", "pPrChange", "rPrChange")))
"""What a paragraph of the old document does not bring into the new one."""


class Change(NamedTuple):
    """A paragraph that is not the same in both versions.

    Attributes:
        place: The marks of the headings above it, as the version prints them that has it: 二、（三）.
        old: Its text before; empty for one that was put in.
        new: What it says; empty for one that was taken out.
    """

    place: str
    old: str
    new: str


class Redline(NamedTuple):
    """A document with tracked changes, and what they are.

    Attributes:
        document: The bytes of the .docx.
        accepted: The same with all changes accepted, for readers that know no tracked changes (python-docx).
        changes: The paragraphs that are not the same, in order.
        figures: The figures whose value changed.
    """

    document: bytes
    accepted: bytes
    changes: tuple[Change, ...]
    figures: tuple[FigureChange, ...]


def redline(
    old: str | PathLike[str] | WorkReport,
    new: str | PathLike[str] | WorkReport,
    *,
    author: str = "renmin-docs",
    date: str = "",
) -> Redline:
    """The new version with tracked changes against the old one.

    Args:
        old: A report, or the path of a data file, a document or a text.
        new: The same.
        author: Who Word says made the changes.
        date: When, as `2026-03-01T09:00:00Z`; without it the changes have no time.

    Raises:
        DataFileError: A file can't be read.
        ReportError: A report can't be printed.
    """
    before, after = version_of(old), version_of(new)
    accepted = after.written()
    drawing = _Drawing(before, after, Author(author, date))
    old_blocks, new_blocks = (
        [each for each in _blocks(one.body) if each not in one.contents] for one in (before, after)
    )
    drawing.blocks(old_blocks, new_blocks, after.body)
    changes = tuple(drawing.changes)
    return Redline(after.written(), accepted, changes, tuple(changed_figures(changes)))


def _blocks(parent: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body or a cell, also those within content controls."""
    for child in parent:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _blocks(child)


class _Drawing:
    """Draws changes into the new version's tree."""

    def __init__(self, before: Version, after: Version, author: Author) -> None:
        self.changes: list[Change] = []
        self._after = after
        self._writer = Writer(author, first_free_id([after.root]))
        self._signs = Signs()
        self._keeps_lists = before.numbering == after.numbering
        self._open: list[tuple[int, str]] = []

    # --- blocks -----------------------------------------------------------------------------------

    def blocks(self, old: list[_Element], new: list[_Element], parent: _Element) -> None:
        """Draw what became of the blocks of a body or a cell."""
        self._settle_end(self._drawn(old, new, parent))

    def _drawn(self, old: list[_Element], new: list[_Element], parent: _Element) -> PlacedBlocks:
        """Draw what became of blocks, or of the rows of a table."""
        drawn = PlacedBlocks(parent, new)
        for step in steps([self._key(each) for each in old], [self._key(each) for each in new]):
            if step.kind == "out":
                drawn.insert(self._taken_out(old[step.old]))
                continue
            block = new[step.new]
            if step.kind == "in":
                self._put_in(block)
            elif step.kind == "changed":
                self._changed(old[step.old], block, drawn)
            elif block.tag == _PARAGRAPH:
                self._enter(self._text(block))
            drawn.step_over(block, is_new=step.kind == "in")
        return drawn

    def _settle_end(self, drawn: PlacedBlocks) -> None:
        """Let what comes last keep its mark, since the last mark of a body or cell can't be taken out.

        The paragraph before the last changes has the change of mark instead, as where a person edits at the end.
        """
        last = drawn.trailing()
        if last is None:
            return
        kept, changed = last
        name = "ins" if drawn.is_in[changed[-1]] else "del"
        mark = changed[-1].find(f"{w('pPr')}/{w('rPr')}/{w(name)}")
        if mark is not None and all(drawn.is_in[each] == (name == "ins") for each in changed):
            drop_element(mark)
            self._writer.mark_paragraph(kept, name)

    def _key(self, block: _Element) -> str:
        """A block's text behind a character for its kind; a row's behind the number of its cells."""
        if block.tag == _ROW:
            texts = (self._text(each) for cell in block.iterchildren(_CELL) for each in cell.iter(_PARAGRAPH))
            return "\x03".join((f"{len(block.findall(_CELL))}", *texts))
        if block.tag == _TABLE:
            return "\x01" + "\n".join(self._text(each) for each in block.iter(_PARAGRAPH))
        return "\x02" + "".join(atom.sign for atom in self._signs.atoms(block))

    def _text(self, paragraph: _Element) -> str:
        return printed(self._signs.atoms(paragraph))

    def _put_in(self, block: _Element) -> None:
        """Draw a block of the new version, or a row, as one that was put in."""
        if block.tag != _PARAGRAPH:
            for row in block.iter(_ROW):
                self._writer.mark_row(row, "ins")
        for paragraph in [*block.iter(_PARAGRAPH)]:
            self._note("", self._text(paragraph))
            self._writer.wrap_runs(runs_of(paragraph))
            if block.tag == _PARAGRAPH:
                self._writer.mark_paragraph(paragraph, "ins")

    def _taken_out(self, block: _Element) -> _Element:
        """A block of the old version, or a row, as one that was taken out."""
        if block.tag == _PARAGRAPH:
            return self._old_paragraph(block, is_out=True)
        made = deepcopy(block)
        for row in made.iter(_ROW):
            self._writer.mark_row(row, "del")
        for paragraph in [*made.iter(_PARAGRAPH)]:
            replace_with(paragraph, [self._old_paragraph(paragraph, is_out=False)])
        return made

    def _old_paragraph(self, paragraph: _Element, *, is_out: bool) -> _Element:
        atoms = self._signs.atoms(paragraph)
        self._note(printed(atoms), "")
        made = deepcopy(paragraph)
        for child in [each for each in made if each.tag != w("pPr")]:
            made.remove(child)
        self._adopt(made)
        if any(atom.is_plain for atom in atoms):
            made.append(self._writer.change("del", self._deleted_runs(atoms)))
        if is_out:
            self._writer.mark_paragraph(made, "del")
        return made

    def _adopt(self, paragraph: _Element) -> None:
        """Take from a paragraph of the old version what the new one can't keep: sections, unknown styles, lists."""
        for element in [*paragraph.iter(*_FOREIGN)]:
            drop_element(element)
        for element in [*paragraph.iter(w("pStyle"), w("rStyle"))]:
            if element.get(w("val")) not in self._after.styles:
                drop_element(element)
        if not self._keeps_lists:
            for element in [*paragraph.iter(w("numPr"))]:
                drop_element(element)

    # --- changed blocks ---------------------------------------------------------------------------

    def _changed(self, old: _Element, new: _Element, drawn: PlacedBlocks) -> None:
        if new.tag == _PARAGRAPH:
            self._changed_paragraph(old, new)
        elif new.tag == _TABLE:
            self._drawn(old.findall(_ROW), new.findall(_ROW), new)
        else:
            self._changed_row(old, new, drawn)

    def _changed_row(self, old: _Element, new: _Element, drawn: PlacedBlocks) -> None:
        """Draw the changes of a row's cells; a row of another form is taken out before the new one."""
        old_cells, new_cells = [*old.iterchildren(_CELL)], [*new.iterchildren(_CELL)]
        if len(old_cells) != len(new_cells):
            drawn.insert(self._taken_out(old))
            self._put_in(new)
            return
        for before, after in zip(old_cells, new_cells, strict=True):
            self.blocks([*_blocks(before)], [*_blocks(after)], after)

    def _changed_paragraph(self, old: _Element, new: _Element) -> None:
        before, after = self._signs.atoms(old), self._signs.atoms(new)
        self._note(printed(before), printed(after))
        found = edits("".join(atom.sign for atom in before), "".join(atom.sign for atom in after))
        ChangedRuns(self._writer, new, after, self._deleted_runs).draw(found, before)

    def _deleted_runs(self, atoms: Sequence[Atom]) -> list[_Element]:
        """Runs of the old version's atoms as a deletion has them, each with its own look; drawings are left out."""
        runs: list[_Element] = []
        for run, group in by_run(atom for atom in atoms if atom.is_plain):
            made = run_of(run.find(w("rPr")), children(group, is_deleted=True))
            self._adopt(made)
            runs.append(made)
        return runs

    # --- messages ---------------------------------------------------------------------------------

    def _note(self, old: str, new: str) -> None:
        if old != new:
            self._enter(new or old)
            self.changes.append(Change("".join(mark for _, mark in self._open), old, new))

    def _enter(self, text: str) -> None:
        """Remember under which heading the next paragraphs stand."""
        mark = mark_at(text)
        if mark is not None and mark.level:
            self._open = [each for each in self._open if each[0] < mark.level]
            self._open.append((mark.level, text[mark.start : mark.end]))
