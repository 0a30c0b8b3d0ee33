"""What makes a report an official document, read from the page: head, signature, note, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from renmin_docs.errors import Finding, ReportError, TextError
from renmin_docs.figures import UNFILLED
from renmin_docs.intake.documents.roles import part_of, role_of
from renmin_docs.intake.documents.tables import one_line, texts_in
from renmin_docs.intake.prose.head import Head
from renmin_docs.ooxml.blocks import DocumentParagraph, DocumentTable
from renmin_docs.ooxml.document import Document
from renmin_docs.report.closing import LARGEST_SEAL, LEAST_SEAL, Signature, SignatureKind
from renmin_docs.report.document_number import require_document_number
from renmin_docs.report.fields import Day
from renmin_docs.report.pictures import Picture
from renmin_docs.report.text import literal
from renmin_docs.standard.imprint import PRINTED
from renmin_docs.units import Mm
from renmin_docs.vocabulary import LINES, MAPPINGS
from renmin_docs.vocabulary.key import Place

_DATE = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_STAR, _SUFFIX, _LABEL = "★", "文件", "签发人："
_SPACES = re.compile("[\u3000\t]+")
UNKNOWN_ORGAN = "××"
"""What stands for an organ that the page does not name: a document under stamps shows positions alone."""


def date_in(text: str) -> Day | None:
    """The date that a text is, or the mark of one to be written; None for any other text, and for no day at all."""
    if text.strip() == UNFILLED:
        return UNFILLED
    match = _DATE.fullmatch(text.strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def addressees(text: str) -> list[str]:
    """The organs before the colon."""
    return [*MAPPINGS["WorkReport"]["addressee"].value_of(one_line(text.removesuffix("：").removesuffix(":")))]


def value_in(place: Place, key: str, line: str) -> Any:
    """The value of a key that is printed as a line of its own."""
    row = LINES[place][key]
    value = row.value_of(line)
    return literal(value) if row.form == "text" else value


# --- 版头 -------------------------------------------------------------------------------------


def read_head(blocks: Iterable[DocumentParagraph | DocumentTable], document: Document) -> Head | None:
    """The head in these blocks; None where they are no whole one."""
    head = Head()
    part = part_of(document.styles.names)
    for block in blocks:
        if isinstance(block, DocumentTable):
            _read_joint_mark(block, head)
        elif role_of(block) == "signatory_row":
            before, _, behind = block.text.partition("\t")
            styled = "".join(run.text for run in block.content.runs if part(run) == "signatory")
            names = styled or behind.partition(_LABEL)[2] or behind
            head.fields["number"] = before or head.fields.get("number", "")
            head.fields["signatories"] = (*head.fields.get("signatories", ()), *filter(None, _SPACES.split(names)))
        elif role_of(block) == "issuer_mark":
            texts = [run.text for run in block.content.runs]
            name, suffix = _mark_in(texts)
            head.fields["suffix"] = suffix
            head.marks += [name] if name else []
        elif role_of(block) == "rule_space":
            head.fields["preprinted"] = True
        elif block.text.strip():
            _read_row(role_of(block), one_line(block.text), head)
    return head if _is_whole(head) else None


def _read_row(role: str, text: str, head: Head) -> None:
    if role == "classification":
        text, _, head.fields["classification_period"] = text.partition(_STAR)
    if role == "document_number":
        head.fields["number"] = text
    elif role in LINES["header"]:
        head.fields[role] = value_in("header", role, text)


def _mark_in(texts: list[str]) -> tuple[str, str]:
    """Name and suffix: two runs, or one that was made of both."""
    if len(texts) > 1:
        return texts[0], "".join(texts[1:])
    text = "".join(texts)
    return text.removesuffix(_SUFFIX), _SUFFIX if text.endswith(_SUFFIX) else ""


def _read_joint_mark(table: DocumentTable, head: Head) -> None:
    """Several organs in the first cell, what is beside them in the second."""
    for row in table.rows[:1]:
        cells = [[text for text in texts_in(cell) if text.strip()] for cell in row]
        head.marks += cells[0] if cells else []
        head.fields["suffix"] = "".join(text for cell in cells[1:] for text in cell)


def _is_whole(head: Head) -> bool:
    if head.fields.get("preprinted"):
        head.fields.pop("suffix", None)
    try:
        require_document_number(head.fields.get("number", ""))
    except (TextError, ReportError):
        return False
    return True


# --- signature and imprint --------------------------------------------------------------------


@dataclass
class Foot:
    """What stands below the text.

    Attributes:
        kind: How it is signed.
        organs: Who signs.
        positions: Positions beside signature stamps.
        seals: Pictures upon them, or upon the organs.
        issued: The date.
        texts: What has a line of its own behind the signature: key → its value.
        items: 附件说明, line by line.
        kept: Lines that are none of these.
    """

    kind: SignatureKind = "unsealed"
    organs: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    seals: list[Picture] = field(default_factory=list)
    issued: Day | None = None
    texts: dict[str, Any] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def read(self, paragraph: DocumentParagraph) -> None:
        """Read a paragraph below the text, by its role."""
        role, text = role_of(paragraph), one_line(paragraph.text)
        if not text.strip():
            return
        if role == "issuer":
            self.organs.append(text)
        elif role == "issuers":
            self.kind = "sealed"
            self.organs += filter(None, text.split("\t"))
        elif role == "position":
            self.kind = "stamped"
            self.positions.append(text)
        elif role == "issue_date" and self.issued is None and (issued := date_in(text)):
            self.issued = issued
        elif role in LINES["behind_signature"] and role not in self.texts:
            self.texts[role] = value_in("behind_signature", role, text)
        elif role == "attachment_item":
            self.items.append(text)
        else:
            self.kept.append(text)

    def unsigned(self) -> Iterator[str]:
        """The lines of a signature that has no date, and so is none."""
        if self.issued is None:
            yield from (*self.organs, *self.positions)
            self.kind, self.organs, self.positions, self.seals = "unsealed", [], [], []

    def signature(self, signers: list[str], notes: list[Finding]) -> Signature:
        """How it is signed, by those who sign; seals that are not as many as they are listed."""
        without = Signature(kind=self.kind, issuers=tuple(signers), positions=tuple(self.positions))
        wanted = max(1, len(signers))
        if not self.seals or self.kind == "unsealed" or len(self.seals) != wanted:
            notes += [Finding("seals_left", found=str(len(self.seals)), expected=str(wanted))] if self.seals else []
            return without
        sealed = without.replace(seal=[seal.path for seal in self.seals])
        width = self.seals[0].width
        is_usual = width is None or not LEAST_SEAL <= width <= LARGEST_SEAL or Mm(float(width)) == sealed.seal_size
        return sealed if is_usual else sealed.replace(seal_width=width)


def read_imprint(paragraphs: Iterable[DocumentParagraph]) -> dict[str, Any]:
    """The fields of `Imprint`, as far as the lines say them."""
    found: dict[str, Any] = {}
    for paragraph in paragraphs:
        role, text = role_of(paragraph), one_line(paragraph.text)
        if role in LINES["imprint"]:
            found[role] = value_in("imprint", role, text)
        elif role == "printed_by":
            printer, _, printed = text.rpartition("\t")
            found["print_date"] = date_in(printed.removesuffix(PRINTED))
            found["printed_by"] = printer
    return {key: value for key, value in found.items() if value}
