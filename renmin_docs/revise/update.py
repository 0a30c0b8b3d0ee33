"""Edits of a printed report, made in Word, brought back into its data file.

The report is printed again and compared with the edited document paragraph by paragraph; no hidden data is needed.
What was changed in a text is changed in the data, placeholders and all; what can't be brought back is listed.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.documents.asides import remarks
from renmin_docs.intake.documents.opening import open_package
from renmin_docs.ooxml.package import parse_package
from renmin_docs.proofread.marks import mark_at
from renmin_docs.report.text import mentions
from renmin_docs.revise.comparing import Step, steps
from renmin_docs.revise.data_edits import DataEditor
from renmin_docs.revise.figure_edits import IN_TABLE, Mention, new_values
from renmin_docs.revise.printed_lines import PrintedLine, printed_lines
from renmin_docs.revise.retyping import Retyped, retyped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.proofread import Passage
    from renmin_docs.report.fields import Numbering
    from renmin_docs.report.models import WorkReport


_ONCE = ("title", "issuer", "issue_date", "note", "addressee")
"""Roles that one passage of a document has, as a rule."""
_DATE = re.compile(r"\s*([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日\s*")


class Edit(NamedTuple):
    """A change that was brought back.

    Attributes:
        place: Key path in the data file.
        old: What stood there; empty for what was put in.
        new: What stands there now; empty for what was taken out.
    """

    place: str
    old: str
    new: str


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
    data = read_source(file)
    report = report_of(data)
    edited = open_package(Path(document), FinishedDocument)
    return _Updating(data, report, edited).result()


class _Base(NamedTuple):
    """A passage of the document as the report prints it, and the line of the report that it is."""

    passage: Passage
    line: PrintedLine | None


class _Updating:
    def __init__(self, data: DataSource, report: WorkReport, edited: FinishedDocument) -> None:
        self._data, self._report, self._edited, self._document = data, report, edited.passages, edited.document
        self._text = data.content.decode()
        self._editor = DataEditor(data, self._text)
        self._edits: list[Edit] = []
        self._unplaced: list[Edit] = []
        self._mentions: dict[str, list[Mention]] = {}
        self._moved: dict[str, PrintedLine] = {}
        self._numbering: Numbering = "native" if any(each.mark for each in self._edited) else "typed"

    def result(self) -> Update:
        printed = _printed(self._report, self._numbering)
        base = [*_base(self._report, printed)]
        found = steps([_key(each.passage) for each in base], [_key(each) for each in self._edited])
        paired = _paired(found, base, self._edited)
        gone = (base[step.old].line for step in paired if step.kind == "out")
        self._moved = {line.text: line for line in gone if line is not None}
        for step in paired:
            old = base[step.old] if step.old >= 0 else None
            new = self._edited[step.new] if step.new >= 0 else None
            self._take(old, new)
        self._take_figures()
        text = self._editor.text(self._is_sound)
        failed = {place for place, *_ in self._editor.failed}
        kept = tuple(edit for edit in self._edits if edit.place not in failed)
        unplaced = (*self._unplaced, *(Edit(*each) for each in self._editor.failed))
        findings: tuple[Finding, ...] = ()
        if text != self._text:
            unplaced, findings = self._differences(text, unplaced)
        known = remarks(printed.document)
        notes = tuple(each for each in remarks(self._document) if each not in known)
        before, is_changed = self._data.content, text != self._text
        return Update(text, before, self._shown(kept), self._shown(unplaced), findings, is_changed, notes)

    def _read(self, text: str) -> WorkReport:
        return report_of(read_source(self._data.subject, content=text.encode()))

    def _is_sound(self, text: str) -> bool:
        """Whether a data file can be read."""
        try:
            self._read(text)
        except DataFileError:
            return False
        return True

    def _shown(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Edits with their places as the file spells them."""
        return tuple(edit._replace(place=self._editor.shown(edit.place)) for edit in edits)

    def _differences(self, text: str, known: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
        """What the document shows and the new data would not print; and what keeps these from being printed."""
        report = self._read(text)
        if errors := tuple(finding for finding in report.check() if finding.severity == "error"):
            return known, errors
        base = [*_base(report, _printed(report, self._numbering))]
        found = steps([_key(each.passage) for each in base], [_key(each) for each in self._edited])
        made = (self._difference(base, step) for step in found if step.kind != "same")
        return tuple(each for each in made if each.old != each.new), ()

    def _difference(self, base: Sequence[_Base], step: Step) -> Edit:
        old = base[step.old] if step.old >= 0 else None
        place = old.line.path if old is not None and old.line is not None else ""
        new = _bare(self._edited[step.new]) if step.new >= 0 else ""
        return Edit(place, _bare(old.passage) if old is not None else "", new)

    def _take(self, old: _Base | None, new: Passage | None) -> None:
        if old is not None and old.line is not None:
            line = old.line
            if new is None:
                self._editor.remove(line)
                self._edits.append(Edit(line.path, line.text, ""))
            else:
                self._take_line(line, _bare(new, line.mark))
        elif old is None and new is not None:
            self._insert(new)
        elif old is not None and (new is None or _bare(new) != _bare(old.passage)):
            self._unplaced.append(Edit("", old.passage.text, "" if new is None else new.text))

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
            before, after = ("".join(each) for each in zip(*((each.token.raw, each.raw) for each in own), strict=True))
            if before != after:
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
            elif each.token.kind == "figure" and each.printed:
                mention = next(mentions(each.token.raw))
                found = Mention(each.token.place, mention.style, each.token.printed, each.printed)
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
                changed = [mention for mention in found if mention.is_changed]
                self._unplaced += [Edit(mention.place, mention.old, mention.new) for mention in changed]

    def _insert(self, passage: Passage) -> None:
        moved = self._moved.pop(_bare(passage), None)
        place = "" if passage.cell is not None else self._editor.insert(passage, self._report.marks, moved)
        (self._edits if place else self._unplaced).append(Edit(place, "", passage.text))


def _printed(report: WorkReport, numbering: Numbering) -> FinishedDocument:
    """The document that a report prints."""
    return FinishedDocument(parse_package(report.to_bytes(numbering=numbering)))


def _base(report: WorkReport, printed: FinishedDocument) -> Iterator[_Base]:
    """The passages of the printed report, each with the line that it is; a template has more of its own."""
    passages = printed.passages
    lines = [line for line in printed_lines(report) if line.text]
    wholes = [each.mark + _text_of(each) for each in passages]
    found = {step.new: step.old for step in steps([line.whole for line in lines], wholes) if step.kind == "same"}
    for number, passage in enumerate(passages):
        yield _Base(passage, lines[found[number]] if number in found else None)


def _paired(found: Sequence[Step], base: Sequence[_Base], edited: Sequence[Passage]) -> list[Step]:
    """The steps, with what stands once in a document taken for changed where it is out and in: a title, a date."""
    gone = {base[step.old].passage.role: step.old for step in found if step.kind == "out"}
    come = {edited[step.new].role: step.new for step in found if step.kind == "in"}
    pairs = {come[role]: gone[role] for role in _ONCE if role in gone and role in come}
    made = []
    for step in found:
        if step.kind == "in" and step.new in pairs:
            made.append(Step("changed", pairs[step.new], step.new))
        elif step.kind != "out" or step.old not in pairs.values():
            made.append(step)
    return made


def _key(passage: Passage) -> str:
    return "\x02" + _bare(passage)


def _bare(passage: Passage, mark: str = "") -> str:
    """What a passage says without its mark; without a given one where it begins with none that can be told."""
    text = _text_of(passage)
    if passage.cell is not None:
        return text
    found = mark_at(passage.mark + text)
    if found is None and not passage.mark:
        return text.removeprefix(mark)
    return text[max(0, found.end - len(passage.mark)) :] if found else text


def _text_of(passage: Passage) -> str:
    """The text of a passage; the lines of a title are one."""
    return passage.text.replace("\n", "") if passage.role == "title" else passage.text


def _date(text: str) -> date | None:
    """The date that a signature prints; None for any other text."""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
