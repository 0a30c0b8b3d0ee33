"""Read last year's report from a text file or a Word document, whichever it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs.errors import DataFileError, about
from renmin_docs.file_kinds import DOCUMENTS

if TYPE_CHECKING:
    from renmin_docs.intake.prose.reading import Reading
    from renmin_docs.report.models import Organization, WorkReport


@contextmanager
def printable(reading: Reading) -> Iterator[WorkReport]:
    """The report of a reading with its pictures as files, which are there as long as this is open."""
    from tempfile import TemporaryDirectory

    from renmin_docs.intake.datafiles.pictures import with_pictures_from

    if not reading.pictures:
        yield reading.report
        return
    with TemporaryDirectory(prefix="renmin-docs-") as folder:
        for name, data in reading.pictures.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield with_pictures_from(Path(folder), reading.report)


def is_document(file: Path) -> bool:
    """Whether a file is a Word document by its ending, or one of a program beside Word."""
    return file.suffix.lower() in DOCUMENTS


def read_report(
    path: str | PathLike[str],
    *,
    year: int | None = None,
    organization: str | Organization | None = None,
    cleaning: Collection[str] | None = None,
) -> Reading:
    """The report in a text file or a Word document, by the file's ending.

    A document that this library wrote is read as it was printed; any other is read as text is, with what its
    styles and its automatic numbers say. Pictures are in the reading, under the names that the report has for them:
    to print it, save them there. Arguments are those of `parse_report`.

    Raises:
        DataFileError: The file is missing, too large, damaged, protected, or of a kind that can't be read; or there
            is no text in it.
    """
    file = Path(path)
    with about(path, DataFileError):
        if is_document(file):
            from renmin_docs.intake.documents.reading import read_document_file

            return read_document_file(file, year=year, organization=organization, cleaning=cleaning)
        from renmin_docs.intake.prose.reading import read_text

        return read_text(file, year=year, organization=organization, cleaning=cleaning)
