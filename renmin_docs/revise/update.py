"""Edits of a printed report, made in Word, brought back into its data file.

The report is printed again and compared with the edited document paragraph by paragraph; no hidden data is needed.
What was changed in a text is changed in the data, placeholders and all; what can't be brought back is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from os import PathLike
from pathlib import Path

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.documents.asides import remarks
from renmin_docs.intake.documents.opening import open_package
from renmin_docs.proofread import Passage
from renmin_docs.report.fields import Numbering
from renmin_docs.report.models import WorkReport
from renmin_docs.report.text import mentions
from renmin_docs.report.validation.key_paths import show_path
from renmin_docs.revise.arranging import move_items
from renmin_docs.revise.coded import words
from renmin_docs.revise.comparing import Step
from renmin_docs.revise.data_edits import DataEditor
from renmin_docs.revise.figure_edits import IN_TABLE, Mention, new_values
from renmin_docs.revise.holders import FRAME, changed_value, key_in_profile
from renmin_docs.revise.pairing import Base, PrintedReport, bare, compared, paired, printed_report
from renmin_docs.revise.printed_lines import PrintedLine
from renmin_docs.revise.results import Edit, Update, signed, unfitting, without
from renmin_docs.revise.retyping import Retyped, retyped, rewritten
from renmin_docs.revise.tables import edit_tables

_DATE = re.compile(r"\s*([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日\s*")
_ROUNDS = 9
"""An item that stands under another one that was moved is moved after it."""


def update_report(source: str | PathLike[str], document: str | PathLike[str]) -> Update:
    """The data file of a report with what was changed in its document.

    Args:
        source: The data file, YAML or JSON.
        document: The document that it printed, edited in Word, WPS or LibreOffice; tracked changes count as accepted.

    Raises:
        DataFileError: A file can't be read, or the data file is one that can't be written back (TOML).
    """
    file = Path(source)
    if file.suffix.lower() == ".toml":
        raise DataFileError(Finding("update_toml"), subject=str(source))
    edited = open_package(Path(document), FinishedDocument)
    update = _Updating(read_source(file), edited).result()
    if not update.is_changed or not update.unplaced or update.findings:
        return update
    again = _Updating(read_source(file, content=update.text.encode()), edited).result()
    return update.followed_by(again) if len(again.unplaced) < len(update.unplaced) else update


class _Updating:
    def __init__(self, data: DataSource, edited: FinishedDocument) -> None:
        self._before, self._edited, self._document = data.content, compared(edited), edited.document
        self._numbering: Numbering = "native" if any(each.mark for each in self._edited) else "typed"
        self._arranged: list[Edit] = []
        self._edits: list[Edit] = []
        self._unplaced: list[Edit] = []
        self._mentions: dict[str, list[Mention]] = {}
        self._moved: dict[str, PrintedLine] = {}
        self._wholes: dict[str, Edit] = {}
        self._open(data)

    def _open(self, data: DataSource) -> None:
        """Begin with data anew, which may have been arranged."""
        self._data, self._report = data, report_of(data)
        self._text = data.content.decode()
        self._editor = DataEditor(data, self._text)
        self._printed: PrintedReport = printed_report(self._report, self._numbering)

    def result(self) -> Update:
        known = remarks(self._printed.document.document)
        self._arrange()
        self._take_all()
        text = self._editor.text(self._is_sound)
        kept, unplaced = self._sorted()
        findings: tuple[Finding, ...] = ()
        is_changed = text.encode() != self._before
        if is_changed:
            unplaced, findings = self._differences(text, unplaced)
        notes = tuple(each for each in remarks(self._document) if each not in known)
        edits = (*self._arranged, *self._shown(kept))
        held = {(each.file, each.place) if each.file else each: each for edit in unplaced for each in self._held(edit)}
        return Update(text, self._before, signed(edits), signed(held.values()), findings, is_changed, notes)

    def _take_all(self) -> None:
        """Gather the edits of all passages and figures."""
        base = self._printed.base
        found = paired([each.passage for each in base], self._edited)
        gone = (base[step.old].line for step in found if step.kind == "out")
        self._moved = {line.text: line for line in gone if line is not None}
        for step in found:
            old = base[step.old] if step.old >= 0 else None
            new = self._edited[step.new] if step.new >= 0 else None
            self._take(old, new)
        self._take_figures()
        stay = {line.path for line in self._editor.staying}
        self._edits = [edit for edit in self._edits if edit.new or edit.place not in stay]

    def _sorted(self) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
        """The edits that were made, and those that could not be: what goes with an item that stays is among these."""
        failed = {each[0] for each in self._editor.failed}
        beneath = tuple(f"{place}." for place in failed)
        lost = [
            each for each in self._edits if each.place in failed or (not each.new and each.place.startswith(beneath))
        ]
        all_lost = (*lost, *(Edit(*each) for each in self._editor.failed))
        listed = (self._wholes.get(edit.place, edit) for edit in all_lost)
        kept = tuple(edit for edit in self._edits if edit not in lost)
        return kept, tuple(dict.fromkeys((*self._unplaced, *listed)))

    def _arrange(self) -> None:
        """Move and bring in what is compared as a whole: items of bodies, then rows of tables."""
        for _ in range(_ROUNDS):
            move_items(self._editor, self._printed.base, self._edited, self._report.marks)
            if not self._is_arranged():
                break
        edit_tables(self._editor, self._printed.base, self._edited)
        self._is_arranged()

    def _is_arranged(self) -> bool:
        """Whether the data are others by the edits that were gathered; if so, begin with them anew."""
        text = self._editor.text(self._is_printable)
        is_changed = text != self._text
        if is_changed:
            made = (Edit(self._editor.shown(place), old, new) for place, old, new in self._editor.made if old or new)
            self._arranged += made
            self._open(read_source(self._data.subject, content=text.encode()))
        else:
            self._editor = DataEditor(self._data, self._text)
        return is_changed

    def _read(self, text: str) -> WorkReport:
        return report_of(read_source(self._data.subject, content=text.encode()))

    def _is_sound(self, text: str) -> bool:
        """Whether a data file can be read."""
        try:
            self._read(text)
        except DataFileError:
            return False
        return True

    def _is_printable(self, text: str) -> bool:
        """Whether nothing in a data file keeps it from being printed."""
        return self._is_sound(text) and all(each.severity != "error" for each in self._read(text).check())

    def _shown(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Edits with their places as the file spells them."""
        shown = self._editor.shown
        return tuple(
            edit._replace(
                place=shown(edit.place),
                figure=shown(edit.figure),
                others=tuple((shown(place), text) for place, text in edit.others),
            )
            for edit in edits
        )

    def _held(self, edit: Edit) -> Iterator[Edit]:
        """An edit that was not brought back, with the file that it is to be made in."""
        is_within = edit.place + "."
        cells = [
            Edit(name, each.old, each.new, self._data.cells[name])
            for name, found in self._mentions.items()
            for each in found
            if name in self._data.cells and each.is_changed and f"{each.place}.".startswith(is_within)
        ]
        path = tuple(edit.place.split(".")) if edit.place else ()
        key = "" if cells else key_in_profile(self._data, path, edit.old, edit.new)
        if key and self._data.beneath is not None:
            yield edit._replace(place=key, file=self._data.beneath.subject)
        else:
            yield from cells or self._shown((edit,))

    def _differences(self, text: str, known: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
        """What the document shows and the new data would not print; and what keeps these from being printed."""
        report = self._read(text)
        if errors := tuple(finding for finding in report.check() if finding.severity == "error"):
            return known, errors
        base = printed_report(report, self._numbering).base
        found = paired([each.passage for each in base], self._edited)
        made = (self._difference(base, step) for step in found if step.kind != "same")
        figures = tuple(edit for edit in known if edit.figure)
        rest = (each for each in made if without(figures, each) != each.new)
        return (*figures, *rest), ()

    def _difference(self, base: Sequence[Base], step: Step) -> Edit:
        old = base[step.old] if step.old >= 0 else None
        place = old.line.path if old is not None and old.line is not None else ""
        new = bare(self._edited[step.new]) if step.new >= 0 else ""
        return Edit(place, bare(old.passage) if old is not None else "", new)

    def _take(self, old: Base | None, new: Passage | None) -> None:
        if old is not None and old.line is not None:
            line = old.line
            if new is None:
                self._editor.remove(line)
                self._edits.append(Edit(line.path, line.text, ""))
            else:
                self._take_printed(line, old.passage, new)
        elif old is None and new is not None:
            self._insert(new)
        elif old is not None and (new is None or bare(new) != bare(old.passage)):
            self._take_frame(old.passage.text, "" if new is None else new.text)

    def _take_frame(self, old: str, new: str) -> None:
        """A passage that is no line of the report: the value that it shows beside other words."""
        found = changed_value(self._data.data, old, new, FRAME) if new else None
        if found is None or not found.new:
            self._unplaced.append(Edit("", old, new))
            return
        place = show_path(found.path)
        self._editor.replace_at(found.path, found.old, found.new, place)  # none of them mentions figures
        self._edits.append(Edit(place, found.old, found.new))

    def _take_printed(self, line: PrintedLine, old: Passage, new: Passage) -> None:
        """A line that is in both; where its template emphasises on its own, only its words are compared."""
        before, after = bare(old, line.mark), bare(new, line.mark)
        if before == line.text:
            self._take_line(line, after)
            return
        if words(before) == words(after) and before != after:
            self._unplaced.append(Edit(line.path, before, after))
        self._take_line(line.bare, bare(new._replace(text=words(new.text)), line.mark))

    def _take_line(self, line: PrintedLine, text: str) -> None:
        """A line that is in both: what of its texts and figures is another one now."""
        if line.kind == "issue_date" and text != line.text:
            self._take_date(line, text)
            return
        pieces = retyped(line, text)
        self._editor.keep(line)
        for place in dict.fromkeys(each.token.place for each in pieces):
            own = [each for each in pieces if each.token.place == place]
            if not place:
                if any(each.printed != each.token.printed for each in own):
                    self._unplaced.append(Edit(line.path, line.text, text))
                continue
            self._gather(own)
            if own[0].token.kind == "cell":
                continue
            before, after = rewritten(own)
            if before != after:
                self._wholes.setdefault(place, Edit(line.path, line.text, text))
                self._editor.replace(place, before, after)
                self._edits.append(Edit(place, before, after))

    def _take_date(self, line: PrintedLine, text: str) -> None:
        day, path = _date(text), ("issue_date",)
        if day is None or not self._data.has(path):
            self._unplaced.append(Edit(line.path, line.text, text))
            return
        self._editor.replace_at(path, str(self._data.at(path)), day.isoformat())
        self._edits.append(Edit(line.path, line.text, text))

    def _gather(self, pieces: Sequence[Retyped]) -> None:
        for each in pieces:
            if each.token.kind == "cell":
                found = Mention(each.token.place, IN_TABLE, each.token.printed, each.printed)
                self._mentions.setdefault(each.token.raw, []).append(found)
            elif each.is_mention:
                mention = mentions(each.token.raw)[0]
                found = Mention(each.token.place, mention.style, each.token.printed, words(each.printed))
                self._mentions.setdefault(mention.name, []).append(found)

    def _take_figures(self) -> None:
        for name, found in self._mentions.items():
            if not any(mention.is_changed for mention in found):
                continue
            path = ("figures", name)
            values = new_values(self._data.at(path), found) if self._data.has(path) else None
            for value in values or ():
                place = ".".join(map(str, (*path, *value.path)))
                before = str(self._data.at((*path, *value.path)))
                self._editor.replace_at((*path, *value.path), before, value.value)
                self._edits.append(Edit(place, before, value.value))
            if values is None:
                self._unplaced += unfitting(name, found)

    def _insert(self, passage: Passage) -> None:
        moved = self._moved.pop(bare(passage), None)
        place = "" if passage.cell is not None else self._editor.insert(passage, self._report.marks, moved)
        if place or moved is None:
            (self._edits if place else self._unplaced).append(Edit(place, "", passage.text))
            return
        self._editor.stay(moved)  # rather in its old place than nowhere
        self._unplaced += (Edit(moved.path, moved.text, ""), Edit("", "", passage.text))


def _date(text: str) -> date | None:
    """The date that a signature prints; None for any other text."""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
