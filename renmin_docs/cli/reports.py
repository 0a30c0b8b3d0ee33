"""Reports as commands read and write them: from data files, documents and texts, to data files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.cli.console import colon, complain, complain_about, echo, print_json
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language, rules, visible

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.cli.targets import Output
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.models import WorkReport
    from renmin_docs.sheets.rows import Sheet


_CLEANED = "clean_"
"""What the names of the rules begin with that tell of cleaning."""


class Opened(NamedTuple):
    """A report, all files that were read for it, and the data file that it comes from, if it is one."""

    report: WorkReport
    inputs: list[Path]
    source: DataSource | None = None


def report_at(file: Path, language: Language) -> Opened:
    """The report in a data file, or in a document or text, whose numbers become figures then."""
    from renmin_docs.file_kinds import DATA_FILES
    from renmin_docs.intake.datafiles.loading import report_of
    from renmin_docs.intake.datafiles.reading import read_source
    from renmin_docs.intake.inputs import files_beside
    from renmin_docs.intake.reports import read_report
    from renmin_docs.report.typed_figures import typed_figures

    if file.suffix.lower() in DATA_FILES:
        source = read_source(file)
        report = report_of(source)
        return Opened(report, [file, *files_beside(report, source)], source)
    reading = read_report(file)
    say_notes(file, reading.notes, language)
    return Opened(typed_figures(reading.report), [file])


def say_notes(file: Path, notes: Iterable[Finding], language: Language, *, verbose: bool = False) -> None:
    """Say what a reading leaves to be checked: the grave things first, of mere notices one of each kind.

    What was cleaned is one line of numbers, the last.
    """
    ordered = sorted(notes, key=lambda note: note.severity == "notice")
    cleaned = [note.rule for note in ordered if note.rule.startswith(_CLEANED)]
    if len(cleaned) > 1 and not verbose:
        ordered = [note for note in ordered if not note.rule.startswith(_CLEANED)]
    counts = Counter(note.rule for note in ordered)
    said = set[str]()
    for note in ordered:
        is_alike = not verbose and note.severity == "notice" and note.rule in said
        if not is_alike:
            more = counts[note.rule] - 1 if note.severity == "notice" and not verbose else 0
            _say_note(file, note, more, language)
        said.add(note.rule)
    if len(cleaned) > 1 and not verbose:
        complain(visible(str(file)) + colon(language) + _cleaning(Counter(cleaned), language), "notice", language)


def _cleaning(counts: Counter[str], language: Language) -> str:
    """How many lines each step of cleaning changed, in the words of its notes."""
    say = Words(language)
    rows = ((rules()[rule].zh if language == "zh" else rules()[rule].en, count) for rule, count in counts.items())
    parts = (say("cleaned_lines").format(what=row.partition("{")[0].rstrip("：: "), count=count) for row, count in rows)
    return say("cleaned").format(what=("；" if language == "zh" else "; ").join(parts))


def _say_note(file: Path, note: Finding, more: int, language: Language) -> None:
    text = visible(str(file)) + colon(language) + note.message(language)
    if more:
        text += ("；" if language == "zh" else "; ") + Words(language)("alike").format(count=more)
    complain(text, note.severity, language)


def say_finding(file: Path, finding: Finding, opened: Opened, language: Language) -> None:
    """Say what was found in a report, with the place in its data file."""
    from renmin_docs.intake.datafiles.loading import located

    placed = finding if opened.source is None else located(finding, opened.source)
    complain_about(file, placed, language)


def write_report(target: Path, text: str, output: Output, more: Mapping[Path, bytes] | None = None) -> None:
    """Write a data file behind what it needs, with a warning where it is larger than what is read."""
    from renmin_docs.intake.datafiles.source import MAX_BYTES

    data, language = output.stamped(target, text.encode()), output.language
    output.write({**(more or {}), target: data})
    if len(data) > MAX_BYTES:
        size, most = (f"{count / 2**20:.0f} MB" for count in (len(data), MAX_BYTES))
        complain_about(target, Finding("data_written_large", found=size, expected=most), language)


def show_sheets(sheets: Sequence[Sheet], data: Any, xlsx: Path | None, output: Output, *, as_json: bool) -> None:
    """Show sheets as lines, or their data as JSON, or write a workbook of them."""
    from renmin_docs.sheets.rows import aligned, workbook_of

    if xlsx is not None:
        output.require(xlsx)
        output.write({xlsx: output.stamped(xlsx, workbook_of(sheets))})
    elif as_json:
        print_json(data)
    else:
        echo("\n\n".join("\n".join(aligned(sheet.rows)) for sheet in sheets))
