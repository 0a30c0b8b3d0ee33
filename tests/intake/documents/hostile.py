"""Files that call themselves .docx and are made to hurt: each with the rule that refuses it, or none where it is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, W
from tests.samples import report
from tests.templates import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {}
"""What the file is → the rule, and what makes it."""
READ: dict[str, Callable[[], bytes]] = {}
"""Odd files in which there is a text nevertheless."""
MAIN = "word/document.xml"
TEXT = "一、工作情况</w:t></w:r></w:p><w:p><w:r><w:t>完成任务3件。"
TYPE = f"{DOCUMENT_TYPE}.document.main+xml"


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def minimal(
    body: str = "", *, main: bytes | None = None, kind: str = TYPE, more: dict[str, bytes] | None = None
) -> bytes:
    """A .docx with this body, and other parts, each related to the main one by its name."""
    others = more or {}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{DOCUMENT_TYPE}.{name[5:-4]}+xml"/>' for name in others
    )
    related = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONSHIPS}/{name[5:-4]}" Target="{name[5:]}"/>'
        for at, name in enumerate(others)
    )
    xml = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="application/xml"/>'
                f'<Override PartName="/{MAIN}" ContentType="{kind}"/>{overrides}</Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"><Relationship Id="r" '
                f'Type="{RELATIONSHIPS}/officeDocument" Target="{MAIN}"/></Relationships>'
            ).encode(),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{related}</Relationships>'
            ).encode(),
            MAIN: xml.encode() if main is None else main,
            **others,
        }
    )


def refused(rule: str, what: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        REFUSED[what] = (rule, make)
        return make

    return register


def read(what: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        READ[what] = make
        return make

    return register


def _ours(**changed: bytes | None) -> bytes:
    """A report of ours, some parts replaced (by the ends of their names) or, with None, taken out."""
    parts = parts_of(report().to_bytes())
    for key, data in changed.items():
        name = next(name for name in parts if name.endswith(key.replace("__", ".").replace("_slash_", "/")))
        if data is None:
            parts.pop(name)
        else:
            parts[name] = data
    return packed(parts)


# --- no .docx at all --------------------------------------------------------------------------

for _rule, _what, _data in (
    ("not_a_docx", "nothing", b""),
    ("not_a_docx", "zeros", bytes(4096)),
    ("not_a_docx", "a PDF", b"%PDF-1.7\n" + b"x" * 999),
    ("not_a_docx", "a text", "工作总结".encode()),
    ("not_a_docx", "a web page", b"<html><body>2022</body></html>"),
    ("not_a_docx", "an old .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
    ("package_encrypted", "a .docx under a password", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
    ("package_damaged", "the head of a zip", b"PK\x03\x04" + bytes(60)),
    ("not_a_docx", "an empty zip", b"PK\x05\x06" + bytes(18)),
):
    REFUSED[_what] = (_rule, lambda data=_data: data)

for _kind, _what in (
    (f"{DOCUMENT_TYPE}.template.main+xml", "a template (.dotx)"),
    ("application/vnd.ms-word.document.macroEnabled.main+xml", "a document with macros (.docm)"),
    ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "a template with macros (.dotm)"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "a workbook"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "slides"),
):
    REFUSED[_what] = ("not_a_docx", lambda kind=_kind: minimal(kind=kind))


@refused("not_a_docx", "an OpenDocument text")
def _odt() -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})


# --- parts ------------------------------------------------------------------------------------


@refused("package_damaged", "no main part")
def _no_main() -> bytes:
    return _ours(word_slash_document__xml=None)


@refused("not_a_docx", "no content types")
def _no_types() -> bytes:
    parts = parts_of(report().to_bytes())
    parts.pop("[Content_Types].xml")
    return packed(parts)


@refused("package_damaged", "cut in the middle")
def _truncated() -> bytes:
    data = report().to_bytes()
    return data[: len(data) // 2]


@refused("package_damaged", "bytes of a part flipped")
def _flipped() -> bytes:
    data = bytearray(packed({"a": b"0", **parts_of(report().to_bytes())}))
    at = data.find(b"word/document.xml") + 60
    data[at : at + 200] = bytes(b ^ 0xFF for b in data[at : at + 200])
    return bytes(data)


@refused("package_encrypted", "a part under a password")
def _encrypted_part() -> bytes:
    data = bytearray(report().to_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@refused("package_name", "a part that climbs out of its folder")
def _climbing() -> bytes:
    return packed({**parts_of(report().to_bytes()), "../../etc/passwd": b"x"})


@refused("document_limit", "too many parts")
def _many_parts() -> bytes:
    return packed({**parts_of(report().to_bytes()), **{f"word/media/{at}.png": b"" for at in range(2_500)}})


# --- bombs ------------------------------------------------------------------------------------


@refused("document_limit", "a bomb of one part")
def _bomb() -> bytes:
    return minimal(main=b"<a>" + b" " * 40_000_000 + b"</a>")


@refused("document_limit", "a bomb of many pictures")
def _bomb_of_many() -> bytes:
    return packed({**parts_of(report().to_bytes()), **{f"word/media/{at}.png": bytes(8_000_000) for at in range(20)}})


@refused("package_damaged", "a part that is larger than the directory says")
def _lying() -> bytes:
    data = bytearray(packed({"word/document.xml": bytes(30_000_000), "a": b"b"}))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    whole = parts_of(report().to_bytes())
    buffer = io.BytesIO(bytes(data))
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, content in whole.items():
            if name != "word/document.xml":
                archive.writestr(name, content)
    return buffer.getvalue()


@refused("package_doctype", "a billion laughs")
def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return minimal(main=f'<!DOCTYPE w [<!ENTITY a0 "哈">{entities}]><w>&a9;</w>'.encode())


@refused("package_doctype", "an entity that reads a file")
def _external() -> bytes:
    return minimal(main=b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>')


@refused("package_doctype", "entities in the styles")
def _styles_entities() -> bytes:
    return minimal(more={"word/styles.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'})


# --- XML --------------------------------------------------------------------------------------


@refused("part_damaged", "XML that breaks off")
def _broken() -> bytes:
    return minimal(main=f'<w:document xmlns:w="{W}"><w:body><w:p>'.encode())


@refused("part_damaged", "no XML in the main part")
def _binary() -> bytes:
    return minimal(main=zlib.compress(b"x" * 999))


@refused("part_damaged", "a main part without a body")
def _no_body() -> bytes:
    return minimal(main=f'<w:document xmlns:w="{W}"/>'.encode())


@refused("part_damaged", "another encoding")
def _encoding() -> bytes:
    return minimal(main=f'<?xml version="1.0" encoding="gb2312"?><w:document xmlns:w="{W}"/>'.encode())


@refused("part_damaged", "elements a thousand deep")
def _deep() -> bytes:
    return minimal("<w:sdt><w:sdtContent>" * 1000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 1000)


@refused("part_damaged", "tables a hundred deep")
def _deep_tables() -> bytes:
    return minimal("<w:tbl><w:tr><w:tc>" * 100 + "<w:p/>" + "<w:p/></w:tc></w:tr></w:tbl>" * 100)


@refused("document_large", "a million paragraphs")
def _million() -> bytes:
    return minimal("<w:p/>" * 1_000_000)


@refused("document_large", "as many paragraphs as there may be pieces")
def _paragraphs() -> bytes:
    return minimal("<w:p/>" * 590_000)


@refused("document_large", "a million attributes")
def _attributes() -> bytes:
    return minimal('<w:p w:a="" w:b="" w:c="" w:d=""/>' * 300_000)


@refused("document_large", "a million styles")
def _styles() -> bytes:
    return minimal(more={"word/styles.xml": f'<w:styles xmlns:w="{W}">{"<w:style/>" * 650_000}</w:styles>'.encode()})


@refused("document_large", "a huge table")
def _huge_table() -> bytes:
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 60}</w:tr>"
    return minimal(f"<w:tbl>{row * 7_000}</w:tbl>")


@refused("text_empty", "nothing but empty paragraphs")
def _empty() -> bytes:
    return minimal(main=f'<w:document xmlns:w="{W}"><w:body>{"<w:p/>" * 1000}</w:body></w:document>'.encode())


# --- what is odd, and is read -----------------------------------------------------------------

NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>项目</w:t></w:r></w:p>'
)


@read("styles that are based on each other")
def _style_circle() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{a}"><w:basedOn w:val="s{(a + 1) % 500}"/></w:style>'
        for a in range(500)
    )
    body = '<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>文字。</w:t></w:r></w:p>' * 500
    return minimal(body, more={"word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()})


@read("a style that is based on itself, very many times")
def _style_chain() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{a}"><w:basedOn w:val="s{a + 1}"/></w:style>' for a in range(20_000)
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="s{a}"/></w:pPr><w:r><w:t>文字。</w:t></w:r></w:p>' for a in range(0, 20_000, 20)
    )
    return minimal(body, more={"word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()})


@read("lists that lend each other their levels")
def _list_circle() -> bytes:
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="l{a}"><w:pPr><w:numPr><w:numId w:val="{a}"/></w:numPr></w:pPr></w:style>'
        for a in (1, 2)
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{a}"><w:numStyleLink w:val="l{3 - a}"/></w:abstractNum>' for a in (1, 2)
    )
    nums = "".join(f'<w:num w:numId="{a}"><w:abstractNumId w:val="{a}"/></w:num>' for a in (1, 2))
    more = {
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode(),
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{lists}{nums}</w:numbering>'.encode(),
    }
    return minimal(NUMBERED.format(0, 1) * 50, more=more)


@read("numbers out of all bounds")
def _odd_numbers() -> bytes:
    levels = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{"9" * 4000}"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%9%0%"/></w:lvl>'
        '<w:lvl w:ilvl="77"><w:start w:val="x"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="-5"/>'
        f'<w:numFmt w:val="none"/><w:lvlText w:val="{"%2" * 9999}"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="999"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num></w:numbering>"
    )
    body = "".join(NUMBERED.format(level, 1) for level in ("0", "1", "77", "-3", "x", "9" * 5000))
    return minimal(body, more={"word/numbering.xml": numbering.encode()})


@read("four thousand points within one another")
def _nested_ordinals() -> bytes:
    parts = parts_of(report().to_bytes())
    point = (
        '<w:p><w:pPr><w:pStyle w:val="Point"/></w:pPr><w:r><w:rPr><w:rStyle w:val="PointMark"/></w:rPr>'
        "<w:t>一是</w:t></w:r><w:r><w:t>落实。</w:t></w:r></w:p>"
    )
    parts[MAIN] = parts[MAIN].replace(b"<w:sectPr", (point * 4_000).encode() + b"<w:sectPr", 1)
    return packed(parts)


@read("marks of ours that fit together in no way")
def _no_tree() -> bytes:
    parts = parts_of(report().to_bytes())
    points = "".join(
        '<w:p><w:pPr><w:pStyle w:val="Point"/></w:pPr><w:r><w:rPr><w:rStyle w:val="PointMark"/></w:rPr>'
        f"<w:t>{mark}</w:t></w:r><w:r><w:t>落实。</w:t></w:r></w:p>"
        for mark in ("一是", "二是", "九是", "（七）", "一是", "3.") * 500
    )
    parts[MAIN] = parts[MAIN].replace(b"<w:sectPr", points.encode() + b"<w:sectPr", 1)
    return packed(parts)


@read("a field that never ends")
def _open_field() -> bytes:
    return minimal('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>正文还在。</w:t></w:r></w:p>')


@read("relationships that lead nowhere")
def _nowhere() -> bytes:
    drawing = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{RELATIONSHIPS}" r:embed="none"/></w:drawing></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    )
    return minimal(drawing)


@read("as many runs as there may be pieces")
def _runs() -> bytes:
    return minimal(f"<w:p>{'<w:r/>' * 590_000}</w:p>")


@read("as many cells as there may be pieces")
def _cells() -> bytes:
    return minimal(f"<w:tbl>{('<w:tr>' + '<w:tc/>' * 63 + '</w:tr>') * 9_000}</w:tbl>")


@read("as many attributes as there may be pieces")
def _many_attributes() -> bytes:
    return minimal('<w:x w:a="" w:b="" w:c="" w:d="" w:e="" w:f="" w:g=""/>' * 72_000)


@read("as many levels of lists as there may be pieces")
def _levels() -> bytes:
    level = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"/>'
    numbering = f'<w:numbering xmlns:w="{W}">{level * 68_000}</w:numbering>'
    return minimal(NUMBERED.format(0, 1), more={"word/numbering.xml": numbering.encode()})


@read("a title of a megabyte")
def _long_title() -> bytes:
    return minimal(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{"工作总结" * 80_000}</w:t></w:r></w:p>')
