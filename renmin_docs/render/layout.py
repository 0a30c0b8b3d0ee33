"""Tables and pictures set for the page, and the sections that wide tables need."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from renmin_docs.errors import Finding, ReportError
from renmin_docs.ooxml.names import DOCUMENT_TYPE
from renmin_docs.render.extra_parts import Additions
from renmin_docs.render.preparing.sections import Sections
from renmin_docs.render.values.blocks import Block, Printer, Seals
from renmin_docs.report.pictures import Picture
from renmin_docs.report.tables import Table, resolved
from renmin_docs.standard.page import GRID_A, TYPE_AREA_HEIGHT, TYPE_AREA_WIDTH
from renmin_docs.units import Length, Mm, Twips

if TYPE_CHECKING:
    from renmin_docs.render.pictures.files import Image
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.sections import Content

_ABOVE_TABLE = ("table_caption", "table_unit")
_PAGE_OPENING = ("attachment_label", "attachment_title", *_ABOVE_TABLE)
_CAPTION_LINES = 2
_FIRST_DRAWING = 1000
"""Ids of the pictures count from here; those of the template's own drawings are lower."""
_FOOTER_TYPE = f"{DOCUMENT_TYPE}.footer+xml"
_NO_SECTIONS = Sections("", "", "", {}, TYPE_AREA_WIDTH.twips, TYPE_AREA_HEIGHT.twips, {}, 0)
"""Of a template that says nothing of its page: tables fit the standard's, and no page is turned."""


def needs_layout(report: WorkReport, blocks: list[Block]) -> bool:
    """Whether the page decides anything about these blocks."""
    even = report.imprint is not None and report.imprint.even_page
    return even or any("content" in block for block in blocks)


class Layout:
    """What the page decides about the blocks of one document.

    Args:
        report: The report, for its figures and its imprint.
        printer: Its blocks; tables, pictures and sections are written into them.
        sections: The sections that the template has, if it says anything of its page.

    Attributes:
        additions: Parts that pictures and turned pages add.
        sections: Name of a section → its `w:sectPr`.
        last_section: Name of the document's last section; empty for the template's own.

    Raises:
        ReportError: A table is too wide for any page, or a picture can't be used; all of them.
    """

    def __init__(self, report: WorkReport, printer: Printer, sections: Sections | None) -> None:
        self.additions = Additions()
        self._page = sections or _NO_SECTIONS
        self.sections = {name: Markup(getattr(self._page, name)) for name in ("portrait", "even", "landscape")}  # noqa: S704
        self._printer, self._figures, self._blocks = printer, report.figures, printer.blocks
        self._set_contents()
        self.last_section = self._begun(self._divide(report))

    # --- tables and pictures ---

    def _set_contents(self) -> None:
        """Set tables and pictures; then, where their pages are known, the seals."""
        findings = [*self._set(Table, Picture)]
        self._sign_where_text_ends(self._printer.text_end)
        if findings := [*findings, *self._set(Seals)]:
            raise ReportError(*findings)

    def _set(self, *kinds: type[Content | Seals]) -> Iterator[Finding]:
        for index, block in enumerate(self._blocks):
            content = block.get("content")
            try:
                if not isinstance(content, kinds):
                    continue
                if isinstance(content, Table):
                    self._set_table(content, index)
                elif isinstance(content, Picture):
                    self._set_picture(content, block)
                elif isinstance(content, Seals):
                    self._set_seals(content, block)
            except ReportError as error:
                yield from (finding.at(block["path"]) for finding in error.findings)

    def _set_table(self, given: Table, index: int) -> None:
        from renmin_docs.render.tables.markup import PrintedTable

        block = self._blocks[index]
        written = resolved(given, self._figures, self._printer.text)
        table = PrintedTable(written, self._printer.emphasised, self._page.cell_size)
        portrait, turned = Twips(self._page.width), Twips(self._page.height)
        wide = given.orientation == "landscape" or (given.orientation == "auto" and table.least_width > portrait)
        wide = wide and bool(self._page.landscape)
        xml = table.xml(turned if wide else portrait, keep_next=block["keep_next"])
        block["table"] = Markup(xml)  # noqa: S704 - made here, its texts escaped
        if wide:
            for opening in (*self._above(index), block):
                opening["landscape"] = True

    def _above(self, index: int) -> list[Block]:
        """The blocks that go with a table: its caption, and label and title of an attachment that it begins."""
        start = index
        while start and self._blocks[start - 1]["kind"] in _ABOVE_TABLE:
            start -= 1
        opening = start
        while opening and self._blocks[opening - 1]["kind"] in _PAGE_OPENING:
            opening -= 1
            if self._blocks[opening]["kind"] == "attachment_label":
                return self._blocks[opening:index]
        return self._blocks[start:index]

    def _set_picture(self, picture: Picture, block: Block) -> None:
        from renmin_docs.render.pictures.drawing import drawing_xml
        from renmin_docs.render.pictures.files import fitted, read_picture

        image = read_picture(picture.path)
        room = Length(Twips(self._page.height) - _CAPTION_LINES * GRID_A.pitch)
        wanted = None if picture.width is None else Mm(float(picture.width))
        size = fitted(image, Twips(self._page.width), room, wanted)
        number, relationship = self._added(image)
        description = self._printer.text(picture.description)
        xml = drawing_xml(image, relationship, _FIRST_DRAWING + number, size, f"图片 {number}", description)
        block["picture"] = Markup(xml)  # noqa: S704 - made here, its texts escaped

    def _set_seals(self, seals: Seals, block: Block) -> None:
        """Each seal behind its organ and the date, its centre where the organ's is."""
        from renmin_docs.render.pictures.drawing import drawing_xml
        from renmin_docs.render.pictures.files import fitted, read_picture

        runs = ""
        for path, center in zip(seals.paths, block["centers"], strict=True):
            image = read_picture(path)
            size = fitted(image, seals.width, seals.width, seals.width)
            corner = Twips(center) - size[0] // 2, seals.middle - size[1] // 2
            number, relationship = self._added(image)
            id_, name = _FIRST_DRAWING + number, f"印章 {number}"
            runs += drawing_xml(image, relationship, id_, size, name, "印章", behind_text_at=corner)
        block["picture"] = Markup(runs)  # noqa: S704 - made here

    def _added(self, image: Image) -> tuple[int, str]:
        """The number and the relationship of a picture that is added to the document."""
        from renmin_docs.render.pictures.files import media_name

        number = len(self.additions.relationships) + 1
        relationship = f"rIdPicture{number}"
        self.additions.add(relationship, "image", media_name(image), image.data, image.content_type)
        return number, relationship

    # --- sections ---

    def _sign_where_text_ends(self, text_end: int) -> None:
        """Let a text that ends in a landscape table be signed below it: no signature stands alone on a page."""
        if _orientation(self._blocks[text_end - 1]) == "portrait":
            return
        wider = self._page.height - self._page.width
        for block in self._blocks[text_end:]:
            if block["kind"] == "attachment_label":
                return
            block["landscape"] = True
            if "centers" in block:  # counted from the left, as the date is from the right
                block["centers"] = [center + wider for center in block["centers"]]

    def _divide(self, report: WorkReport) -> str:
        """Give the last block of every section but the last its section's name; returns the last one's."""
        blocks = self._blocks
        for block, following in pairwise(blocks):
            if _orientation(block) != _orientation(following):
                block["section"] = _orientation(block)
        last = _orientation(blocks[-1])
        if any(_orientation(block) == "landscape" for block in blocks):
            self._add_footers()
        even = report.imprint is not None and report.imprint.even_page
        if report.imprint is not None and (even or last == "landscape"):
            blocks[-1]["section"] = last
            return "even" if even else "portrait"
        return last if any(block["section"] for block in blocks) or last == "landscape" else ""

    def _begun(self, last: str) -> str:
        """Let the first section begin with the page number that the template's has; the last one's name."""
        first = next((block for block in self._blocks if block["section"]), None)
        name = last if first is None else first["section"]
        if name not in self._page.begun:
            return last
        self.sections["begun"] = Markup(self._page.begun[name])  # noqa: S704 - the template's own
        if first is None:
            return "begun"
        first["section"] = "begun"
        return last

    def _add_footers(self) -> None:
        for number, (relationship, content) in enumerate(self._page.footers.items(), 1):
            self.additions.add(relationship, "footer", f"word/footer_turned{number}.xml", content, _FOOTER_TYPE)


def _orientation(block: Block) -> str:
    return "landscape" if block.get("landscape") else "portrait"
