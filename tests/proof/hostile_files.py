"""What hostile templates are made of: archives, relationships, fields, parts."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.templates import LOOP, MAIN, changed, packed, parts, with_body

TITLE = "{{ title }}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMPTY_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
TYPES, LINKS, SETTINGS_LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels"
BODY = parts()[MAIN].decode()


def says(*paragraphs: str) -> bytes:
    """A template with these paragraphs before the usual loop."""
    return with_body(TITLE, *paragraphs, *LOOP)


def with_parts(**contents: str | bytes) -> bytes:
    """A template with further parts, or others in their place: `word_x` is word/x.xml."""
    new = {
        f"{name.replace('_', '/', 1)}.xml": text if isinstance(text, bytes) else text.encode()
        for name, text in contents.items()
    }
    return packed({**parts(), **new})


def links(kind: str, target: str, *, source: str = LINKS, external: bool = True) -> bytes:
    """A template with one more relationship."""
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    old = parts().get(source, EMPTY_LINKS)
    return packed({**parts(), source: old.replace(b"</Relationships>", link.encode()), "word/x.bin": b"x"})


def field(*pieces: str) -> str:
    """A paragraph with a field of this code, each piece in a run of its own; `<…>` is taken as XML."""
    runs = (text if text.startswith("<") else f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in pieces)
    return f"<w:p>{_mark('begin')}{''.join(runs)}{_mark('separate')}<w:r><w:t>1</w:t></w:r>{_mark('end')}</w:p>"


def nested(*pieces: str) -> str:
    """The runs of a field, to stand in another's code."""
    return field(*pieces).removeprefix("<w:p>").removesuffix("</w:p>")


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def body_changed(old: str, new: str) -> bytes:
    """The library's template with one text of its main part replaced."""
    assert old in BODY
    return changed(document=BODY.replace(old, new))


# --- archives ---------------------------------------------------------------------------------


def zipped(contents: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    """A part of 500 MB that takes half a megabyte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        with archive.open("word/media/a.bin", "w") as stream:
            for _ in range(500):
                stream.write(b"\0" * 2**20)
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """A part that its headers say has 10 bytes, and that unpacks to 60 MB."""
    size = 60 * 2**20
    data = zipped({**parts(), "word/media/a.bin": b"\0" * size})
    return data.replace(struct.pack("<L", size), struct.pack("<L", 10))


def flagged(flag: int) -> bytes:
    """Each part with a flag in both its headers."""
    data = bytearray(zipped(parts()))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= flag
            at = data.find(signature, at + 1)
    return bytes(data)


def encrypted() -> bytes:
    """A document with a password, as Office writes it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500


def declared(kind: str) -> bytes:
    """A template whose main part is declared to be something else."""
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert main in parts()[TYPES]
    return packed({**parts(), TYPES: parts()[TYPES].replace(main, kind.encode())})


# --- XML --------------------------------------------------------------------------------------


def with_doctype(declarations: str, text: str) -> bytes:
    """A main part that declares entities and mentions one."""
    root = BODY.index("<w:document")
    xml = BODY[:root] + f"<!DOCTYPE w:document [{declarations}]>" + BODY[root:]
    return changed(document=xml.replace("{{ title }}", "{{ title }}" + text, 1))


LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
QUADRATIC = f'<!ENTITY q "{"x" * 50_000}">'


def deep(levels: int) -> bytes:
    """Elements within elements."""
    return says("<w:p>" + "<w:smartTag>" * levels + "</w:smartTag>" * levels + "</w:p>")


def attributes(count: int) -> bytes:
    """Styles with an element of so many attributes."""
    many = " ".join(f'a{number}=""' for number in range(count))
    return with_parts(word_styles=f"<x {many}/>")


ROWS = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{}</w:tr></w:tbl>"
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
