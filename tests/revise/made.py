"""Documents of a few blocks, as Word may leave them, and what remains of one when changes are accepted or rejected."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from renmin_docs.ooxml.names import W, w
from renmin_docs.ooxml.package import Package, parse_package
from renmin_docs.render.package import package_of
from tests.samples import report

if TYPE_CHECKING:
    from pathlib import Path

SPLIT = "|"
"""Where a run ends in the texts of blocks."""
Block = str | list[list[str]]


@cache
def _package() -> Package:
    return parse_package(report().to_bytes())


def document(blocks: list[Block]) -> bytes:
    """A .docx of paragraphs (texts, runs parted by `|`) and tables (rows of cells)."""
    body = "".join(map(_block, blocks))
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}{section}</w:body></w:document>'
    package = _package()
    parts = {**package.parts, package.main_part: xml.encode()}
    return package_of(parts)


def _block(block: Block) -> str:
    if isinstance(block, str):
        return _paragraph(block)
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block)
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, block))
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'


def _paragraph(text: str) -> str:
    runs = (
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if number % 2 else ""}<w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
        for number, run in enumerate(text.split(SPLIT))
        if run
    )
    return f"<w:p>{''.join(runs)}</w:p>"


def saved(folder: Path, name: str, blocks: list[Block]) -> Path:
    """The same as a file."""
    path = folder / name
    path.write_bytes(document(blocks))
    return path


def view(data: bytes, *, accepted: bool) -> list[str]:
    """The texts of the paragraphs when all changes are accepted, or rejected; by this module's own reading."""
    package = parse_package(data)
    root = etree.fromstring(package.parts[package.main_part])
    keep, drop = ("ins", "del") if accepted else ("del", "ins")
    for row in [*root.iter(w("tr"))]:
        if row.find(f"{w('trPr')}/{w(drop)}") is not None:
            row.getparent().remove(row)
    texts, begun = [], ""
    for paragraph in root.iter(w("p")):
        begun += "".join(_kept(paragraph, drop))
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(drop)}")
        if mark is None:
            texts.append(begun)
            begun = ""
    assert not begun
    assert keep
    return texts


def _kept(paragraph: etree._Element, drop: str) -> list[str]:
    return [
        each.text or ""
        for each in paragraph.iter(w("t"), w("delText"))
        if not any(above.tag == w(drop) for above in each.iterancestors())
    ]


def plain(blocks: list[Block]) -> list[str]:
    """The texts of the paragraphs of a document's blocks."""
    texts: list[str] = []
    for block in blocks:
        cells = [block] if isinstance(block, str) else [cell for row in block for cell in row]
        texts += [cell.replace(SPLIT, "") for cell in cells]
    return texts
