"""Reports as commands read and write them: from data files, documents and texts, to data files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.cli.console import colon, complain, say_written
from renmin_docs.cli.targets import output_faults
from renmin_docs.errors import Finding, OutputError
from renmin_docs.messages import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from renmin_docs.intake.prose.reading import Reading
    from renmin_docs.messages import Language
    from renmin_docs.report.models import WorkReport

_YAML = (".yaml", ".yml")


def report_at(file: Path, language: Language) -> WorkReport:
    """The report in a data file, or in a document or text, whose numbers become figures then."""
    from renmin_docs.intake.datafile import load_report
    from renmin_docs.intake.reading import READERS
    from renmin_docs.intake.reports import read_report
    from renmin_docs.report.typed_figures import typed_figures

    if file.suffix.lower() in READERS:
        return load_report(file)
    reading = read_report(file)
    say_notes(file, reading, language)
    return typed_figures(reading.report)


def say_notes(file: Path, reading: Reading, language: Language) -> None:
    """Say what a reading leaves to be checked."""
    for note in reading.notes:
        complain(visible(str(file)) + colon(language) + note.message(language), note.severity, language)


def require_yaml(target: Path, inputs: Sequence[Path]) -> None:
    """Refuse a target that is no data file, or is one of the inputs."""
    if faults := [*output_faults(target, inputs, _YAML, "output_kind_yaml")]:
        raise OutputError(*faults, subject=str(target))


def write_report(target: Path, text: str, language: Language) -> None:
    """Write a data file, with a warning where it is larger than what is read."""
    from renmin_docs.intake.source import MAX_BYTES

    data = text.encode()
    write_data(target, data, language)
    if len(data) > MAX_BYTES:
        size, most = (f"{count / 2**20:.0f} MB" for count in (len(data), MAX_BYTES))
        finding = Finding("data_written_large", found=size, expected=most)
        complain(visible(str(target)) + colon(language) + finding.message(language), finding.severity, language)


def write_data(target: Path, data: bytes, language: Language) -> None:
    """Write a file and say so."""
    from renmin_docs.writing import write_file

    write_file(target, data)
    say_written(target, language)
