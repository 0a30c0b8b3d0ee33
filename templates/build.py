"""Make the templates beside this script, with every number of GB/T 9704 from `renmin_docs.standard`.

    python templates/build.py

They are ordinary Word documents with docxtpl tags; the same library gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).parent
if str(FOLDER) not in sys.path:  # whoever runs this script from elsewhere finds its neighbours too
    sys.path.insert(0, str(FOLDER))

import body_part  # noqa: E402
import style_parts  # noqa: E402

from renmin_docs.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE, PACKAGE_RELATIONSHIPS, PART_TYPES, RELATIONSHIP_TYPE  # noqa: E402
from renmin_docs.render.package import package_of  # noqa: E402
from renmin_docs.standard.page import GRID_A, Grid  # noqa: E402
from renmin_docs.standard.type import FONT_SETS, Face  # noqa: E402

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "word/document.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
TEMPLATES = {
    "work_report": ("", ""),
    "red_head": (body_part.red_head(), body_part.imprint()),
}
"""Name of a template → what stands in it before the title, and behind the blocks."""


def package(head: str, foot: str, grid: Grid, families: dict[Face, str]) -> dict[str, bytes]:
    """All parts of a template by name."""
    parts = {
        MAIN: "",
        "word/styles.xml": style_parts.styles(grid, families),
        "word/numbering.xml": style_parts.numbering(),
        "word/settings.xml": style_parts.settings(),
        "word/fontTable.xml": style_parts.font_table(families),
        ODD: style_parts.footer("right"),
        EVEN: style_parts.footer("left"),
    }
    ids = {name: f"rId{number}" for number, name in enumerate(list(parts)[1:], 1)}
    parts[MAIN] = body_part.document(head, foot, body_part.section(grid, ids[ODD], ids[EVEN]))
    declared = {
        "[Content_Types].xml": content_types(parts),
        "_rels/.rels": relationships({"rId1": MAIN}, folder=""),
        "word/_rels/document.xml.rels": relationships({link: name for name, link in ids.items()}, folder="word/"),
    }
    return {name: (XML + text).encode() for name, text in {**declared, **parts}.items()}


def content_types(parts: dict[str, str]) -> str:
    """What each part is."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{DOCUMENT_TYPE}.{PART_TYPES[name].content_type}+xml"/>'
        for name in parts
    )
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, str], folder: str) -> str:
    """A relationships part of these ids and the parts they lead to."""
    entries = "".join(
        f'<Relationship Id="{relationship_id}" Type="{RELATIONSHIP_TYPE}/{PART_TYPES[name].relationship}" '
        f'Target="{name.removeprefix(folder)}"/>'
        for relationship_id, name in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'


def build(folder: Path = FOLDER) -> list[Path]:
    """Write the templates into the folder; returns their paths."""
    written = []
    for name, (head, foot) in TEMPLATES.items():
        parts = package(head, foot, GRID_A, FONT_SETS["gb2312"])
        path = folder / f"{name}.docx"
        path.write_bytes(package_of(parts))
        written.append(path)
    return written


if __name__ == "__main__":
    for made in build():
        print(made)
