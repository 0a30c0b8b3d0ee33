"""OpenDocument texts made by hand."""

from __future__ import annotations

import io
import zipfile

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {"office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "form": "form"}
_NAMESPACES = " ".join(f'xmlns:{prefix}="{_URN}:{name}:1.0"' for prefix, name in _PREFIXES.items())
NAMESPACES = (
    f'{_NAMESPACES} xmlns:svg="{_URN}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>{}</manifest:manifest>'
)


def content(body="", before=""):
    """A content.xml with this text."""
    return (
        f'<office:document-content {NAMESPACES} office:version="1.2">{before}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body="<text:p>完成。</text:p>", before="", parts=None):
    """The bytes of an .odt with this text."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type=""/>' for name in parts or {}
    )
    made, manifest = io.BytesIO(), "META-INF/manifest.xml"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        written = {"content.xml": content(body, before), manifest: _MANIFEST.format(entries), **(parts or {})}
        for name, data in written.items():
            archive.writestr(name, data)
    return made.getvalue()


def picture(address):
    """A picture at an address, in a paragraph of its own."""
    return (
        '<text:p><draw:frame svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "</draw:frame></text:p>"
    )
