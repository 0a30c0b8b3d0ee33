"""Relationships are judged by what uses them and not by what they call themselves; only known kinds are let through."""

from __future__ import annotations

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.errors import PackageError
from renmin_docs.ooxml.links import KNOWN, is_openable
from renmin_docs.ooxml.names import DRAWING, RELATIONSHIPS, VML, W
from renmin_docs.ooxml.reach import reaching, without_links
from renmin_docs.preview import pdf_of
from tests.intake.documents.hostile import minimal
from tests.listening import listening
from tests.printing import require
from tests.templates import LOOP, packed, parts_of, with_body

OFFICE = "urn:schemas-microsoft-com:office:office"
NAMES = f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}" xmlns:a="{DRAWING}" xmlns:v="{VML}" xmlns:o="{OFFICE}"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OUT = "http://a.example/x.png"
PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {}/><a:stretch><a:fillRect/>'
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)


def relationship(kind="hyperlink", target=OUT, mode=' TargetMode="External"', number="rP"):
    return f'<Relationship Id="{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"{mode}/>'


def parts(body, *relationships, source="word/document.xml", **others):
    """The parts of a document with this text and these relationships."""
    folder, _, base = source.rpartition("/")
    links = f'<Relationships xmlns="{RELS}">{"".join(relationships)}</Relationships>'
    document = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return {source: document.encode(), f"{folder}/_rels/{base}.rels": links.encode(), **others}


def rules(made):
    return [finding.rule for finding in reaching(made)]


def shown(use, number="rP"):
    """A paragraph with a picture through a relationship."""
    return "<w:p><w:r>" + PICTURE.format(f'{use}="{number}"') + "</w:r></w:p>"


CLICKED = [
    '<w:p><w:hyperlink r:id="rP"><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>',
    '<w:p><w:r><w:drawing><a:hlinkClick r:id="rP"/><a:hlinkHover r:id="rP"/></w:drawing></w:r></w:p>',
    "<w:p/>",
]
FETCHED = [
    shown("r:link"),
    shown("r:embed"),
    shown("r:link", " rP "),
    '<w:p><w:r><w:pict><v:imagedata r:id="rP"/></w:pict></w:r></w:p>',
    '<w:p><w:r><w:pict><v:imagedata r:href="rP"/></w:pict></w:r></w:p>',
    '<w:p><w:r><w:pict><v:imagedata o:relid="rP"/></w:pict></w:r></w:p>',
    '<w:p><w:r><w:object><o:OLEObject r:id="rP"/></w:object></w:r></w:p>',
    '<w:altChunk r:id="rP"/>',
    '<w:p><w:subDoc r:id="rP"/></w:p>',
    '<w:sectPr><w:headerReference w:type="default" r:id="rP"/></w:sectPr>',
    '<w:p><w:hyperlink r:link="rP"/></w:p>',
    '<w:p><a:hlinkClick r:id="rP"><a:snd r:embed="rP"/></a:hlinkClick></w:p>',
    CLICKED[0] + shown("r:link"),
]


@pytest.mark.parametrize("body", CLICKED)
def test_a_hyperlink_that_hyperlinks_use_is_harmless(body):
    made = parts(body, relationship())
    assert rules(made) == []
    assert without_links(made) == made


@pytest.mark.parametrize("body", FETCHED)
@pytest.mark.parametrize("source", ["word/document.xml", "word/footnotes.xml", "word/header1.xml"])
def test_a_hyperlink_that_anything_else_uses_is_none(body, source):
    made = parts(body, relationship(), source=source)
    assert rules(made) == ["reaches_outside"]
    left = without_links(made)
    assert rules(left) == []
    assert OUT.encode() not in b"".join(left.values())
    assert left[source] == made[source]


@pytest.mark.parametrize(
    "mode", ["", ' TargetMode="External"', ' TargetMode="external"', ' TargetMode="Internal"', ' TargetMode=""']
)
@pytest.mark.parametrize("target", [OUT, f" {OUT}", "//host/x", "\\\\host\\x", "file:///x", "/\\host/x"])
def test_what_leads_outside_does_so_in_every_spelling(mode, target):
    assert rules(parts("<w:p/>", relationship("image", target, mode))) == ["reaches_outside"]


def test_two_relationships_of_one_id_are_each_judged():
    twice = (relationship("image", "media/a.png", ""), relationship())
    assert rules(parts(FETCHED[1], *twice, **{"word/media/a.png": b"\x89PNG"})) == ["reaches_outside"]


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/nowhere.xml.rels", "word/x.rels"])
def test_a_hyperlink_of_no_part_is_none(name):
    made = {name: f'<Relationships xmlns="{RELS}">{relationship()}</Relationships>'.encode()}
    assert rules(made) == ["reaches_outside"]


def test_names_of_parts_differ_in_case():
    made = parts(FETCHED[0], relationship())
    assert rules({name.upper(): content for name, content in made.items()}) == ["reaches_outside"]
    clicked = parts(CLICKED[0], relationship())
    assert rules({name.upper(): content for name, content in clicked.items()}) == []


def test_a_relationship_under_another_namespace_is_one_that_leads_outside():
    made = parts("<w:p/>", '<x:Relationship xmlns:x="urn:x" Id="rP" Type="x/image" Target="a.png"/>')
    assert rules(made) == ["reaches_outside"]


@pytest.mark.parametrize("kind", sorted(KNOWN - {"hyperlink"}))
def test_known_kinds_are_let_through_within_the_package_alone(kind):
    assert rules(parts("<w:p/>", relationship(kind, "nothing", ""))) == []
    assert rules(parts("<w:p/>", relationship(kind))) == ["reaches_outside"]


@pytest.mark.parametrize(
    "kind", ["newKind", "Image", "attachedToolbars", "keyMapCustomizations", "video", "htmlPubSaveAs", ""]
)
def test_kinds_that_are_not_known_are_reported(kind):
    assert rules(parts("<w:p/>", relationship(kind, "x.xml", ""))) == ["relationship_unknown"]
    assert rules(parts("<w:p/>", relationship(kind))) == ["reaches_outside"]


@pytest.mark.parametrize(
    "target", ["http://x", "HTTPS://x", "mailto:a@b", "file:///C:/x", "../x.docx", "C:\\x", "\\\\host\\x", "#x", ""]
)
def test_a_click_may_open_pages_letters_and_files(target):
    assert is_openable(target)
    assert rules(parts(CLICKED[0], relationship(target=target))) == []


@pytest.mark.parametrize(
    "target", ["javascript:x", " JavaScript:x", "macro:///x", "vnd.sun.star.script:x", "data:x", "ms-msdt:x"]
)
def test_a_click_runs_nothing(target):
    assert rules(parts(CLICKED[0], relationship(target=target))) == ["reaches_outside"]
    field = f'<w:p><w:fldSimple w:instr=" HYPERLINK &quot;{target}&quot; "/></w:p>'
    assert rules(parts(field)) == ["reaches_outside"]


# --- parts that are not what their names say --------------------------------------------------

FETCHING = f'<w:hdr {NAMES}><w:p><w:fldSimple w:instr=" INCLUDEPICTURE x "/></w:p></w:hdr>'


@pytest.mark.parametrize("name", ["header1.png", "header1.bin", "header1", "header1.XML"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("kind", ["header", "image", None])
def test_a_part_that_is_xml_is_read_as_such_under_any_name(name, encoding, kind):
    declared = '<?xml version="1.0" encoding="UTF-16"?>' if encoding == "utf-16" else ""
    content = (declared + FETCHING).encode(encoding)
    links = [] if kind is None else [relationship(kind, name, "")]
    assert rules(parts("<w:p/>", *links, **{f"word/{name}": content})) == ["field_reaches"]


@pytest.mark.parametrize("encoding", ["utf-32", "cp037", "utf-7"])
def test_a_part_in_another_encoding_is_refused(encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' + FETCHING
    with pytest.raises(PackageError):
        rules(parts("<w:p/>", relationship("header", "h.xml", ""), **{"word/h.xml": declared.encode(encoding)}))


def test_names_of_the_strict_edition_are_refused():
    strict = FETCHING.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert rules(parts("<w:p/>", **{"word/h.xml": strict.encode()})) == ["not_a_docx"]


@pytest.mark.parametrize(
    "content", [b"%!PS-Adobe-3.0", b"%PDF-1.7", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0", b"PK\3\4", b""]
)
def test_a_picture_of_no_known_format_is_reported(content):
    made = parts("<w:p/>", relationship("image", "media/a.png", ""), **{"word/media/a.png": content})
    assert rules(made) == ["relationship_unknown"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inner",
    [
        f'<image href="{OUT}"/>',
        f'<image xlink:href="{OUT}"/>',
        '<use href="/etc/x#a"/>',
        '<image href="a.png"/>',
        f'<rect style="fill:url({OUT})"/>',
        f"<rect fill=\"URL( '{OUT}#a')\"/>",
        f"<style>@import '{OUT}';</style>",
    ],
)
def test_a_drawing_that_reads_from_elsewhere_is_reported(inner):
    assert rules(parts("<w:p/>", **{"word/media/a.svg": SVG.format(inner).encode()})) == ["reaches_outside"]


@pytest.mark.parametrize(
    "inner",
    [
        '<use href="#a"/>',
        '<image href="data:image/png;base64,x"/>',
        '<rect fill="url(#a)"/>',
        f'<a href="{OUT}"/>',
        "<style>a{fill:url(#b)}</style>",
    ],
)
def test_other_drawings_are_let_through(inner):
    assert rules(parts("<w:p/>", **{"word/media/a.svg": SVG.format(inner).encode()})) == []


# --- seen by a server -------------------------------------------------------------------------


def with_picture(data, address, kind="hyperlink", use="r:link"):
    """A document with a picture through a relationship of a kind."""
    made = parts_of(data)
    rels, main = "word/_rels/document.xml.rels", "word/document.xml"
    run = shown(use).replace("<w:drawing>", f'<w:drawing xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">')
    made[rels] = made[rels].replace(b"</Relationships>", (relationship(kind, address) + "</Relationships>").encode())
    made[main] = made[main].replace(b"<w:body>", b"<w:body>" + run.encode())
    return packed(made)


@pytest.mark.printed
@pytest.mark.parametrize("isolated", [True, False])
def test_the_preview_fetches_no_picture_through_a_hyperlink(isolated, monkeypatch):
    require("soffice")
    if not isolated:
        monkeypatch.setattr("renmin_docs.libreoffice._isolating", lambda: ())
        monkeypatch.setattr("renmin_docs.libreoffice._SETTINGS", ())
    with listening() as server:
        document = with_picture(minimal("<w:p><w:r><w:t>正文</w:t></w:r></w:p>"), server.address)
        assert pdf_of(document).startswith(b"%PDF")
        assert server.connections == 0


@pytest.mark.parametrize("use", ["r:link", "r:embed"])
def test_a_template_with_such_a_picture_makes_no_documents(use):
    with pytest.raises(TemplateError) as refused:
        Template.from_bytes(with_picture(with_body("{{ title }}", *LOOP), OUT, use=use))
    assert {finding.rule for finding in refused.value.findings} == {"reaches_outside"}
