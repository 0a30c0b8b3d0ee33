"""Templates of the tests' own: the library's, with its document part changed."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from renmin_docs.builtin_templates import find
from renmin_docs.render.package import package_of

MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@cache
def parts() -> dict[str, bytes]:
    """The parts of the library's template."""
    return parts_of(find("work_report").read_bytes())


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    return package_of(parts)


def changed(**replaced: str | bytes) -> bytes:
    """The library's template with whole parts replaced (`document`, `styles` … without folder and ending)."""
    new = {f"word/{name}.xml": data.encode() if isinstance(data, str) else data for name, data in replaced.items()}
    return packed({**parts(), **new})


def with_body(*paragraphs: str) -> bytes:
    """A template whose body is these paragraphs of plain text; `<…>` is taken as XML."""
    body = "".join(text if text.startswith("<") else paragraph(text) for text in paragraphs)
    return changed(document=f"<w:document {W}><w:body>{body}</w:body></w:document>")


def paragraph(text: str, style: str = "BodyText") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escaped}</w:t></w:r></w:p>'


LOOP = ("{%p for block in blocks %}", "{{ block.mark }}{{ block.lead }}{{ block.text }}", "{%p endfor %}")
"""The least loop that prints every block but inline ones."""
