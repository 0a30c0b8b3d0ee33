"""A Word document as a report: by the styles of its roles, or by its text."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from renmin_docs.emphasis import SIGN
from renmin_docs.errors import Finding
from renmin_docs.intake.documents.asides import RAISED, asides
from renmin_docs.intake.documents.contents import without_contents
from renmin_docs.intake.documents.foreign import read_foreign
from renmin_docs.intake.documents.forms import out_of_forms
from renmin_docs.intake.documents.opening import open_document
from renmin_docs.intake.documents.page import page_of
from renmin_docs.intake.documents.roles import has_roles
from renmin_docs.intake.documents.styled import read_styled
from renmin_docs.intake.documents.tables import Pictures
from renmin_docs.intake.prose.identity import Given
from renmin_docs.intake.prose.reading import Reading, with_contents
from renmin_docs.report.models import Organization, WorkReport
from renmin_docs.report.texts import texts


def read_document_file(
    file: Path, *, year: int | None, organization: str | Organization | None, cleaning: Collection[str] | None
) -> Reading:
    """The report in a document. Arguments are those of `parse_report`.

    Raises:
        DataFileError: It can't be opened, or there is no text in it.
    """
    package, opened = open_document(file)
    document, notes = without_contents(opened)
    office = Organization(name=organization) if isinstance(organization, str) else organization
    reading = None
    if has_roles(document):
        pictures = Pictures(document, package.parts, file.stem)
        reading = read_styled(document, pictures, Given(year, office))
        if reading is not None:
            page = page_of(package, document)
            reading = reading._replace(report=reading.report.model_copy(update={"page": page}))
    if reading is None:
        document, left = out_of_forms(document)
        notes += left
        pictures = Pictures(document, package.parts, file.stem)
        reading = read_foreign(document, pictures, year=year, organization=office, cleaning=cleaning)
    beside = _without_kept([*asides(document, pictures)], reading.report)
    return with_contents(reading._replace(notes=(*beside, *notes, *reading.notes), pictures=pictures.files))


def _without_kept(notes: list[Finding], report: WorkReport) -> list[Finding]:
    """The notes without those on raised and lowered words that the report has so."""
    if not any(note.rule == RAISED for note in notes):
        return notes
    kept = [SIGN().sub("", text.text) for text in texts(report) if SIGN().search(text.text)]
    return [note for note in notes if note.rule != RAISED or not any(note.found[1:-1] in text for text in kept)]
