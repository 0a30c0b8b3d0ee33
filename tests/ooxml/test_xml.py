"""Parts of a package as XML: no DTD in any encoding, nothing that is not well-formed."""

import pytest

from renmin_docs.errors import PackageError
from renmin_docs.ooxml import xml
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.xml import parse_filled, parse_xml, serialize, to_part
from tests.timing import SOON, cost

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈"}">' for n in range(12))
DOCTYPES = {
    "empty": "<!DOCTYPE a><a/>",
    "billion laughs": f"<!DOCTYPE a [{LAUGHS}]><a>&a11;</a>",
    "billion laughs in an attribute": f'<!DOCTYPE a [{LAUGHS}]><a b="&a11;"/>',
    "a file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "an address": '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    "behind a comment": "<!-- -->" * 1_000 + "<!DOCTYPE a><a/>",
}


def _refusal(data):
    error, units = cost(lambda: _error(data), SOON)
    assert units < SOON
    (finding,) = error.findings
    assert finding.found == "word/a.xml"
    return finding.rule


def _error(data):
    with pytest.raises(PackageError) as caught:
        parse_xml(data, part="word/a.xml")
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", DOCTYPES)
def test_a_doctype_is_refused_in_every_encoding(name, encoding):
    assert _refusal(DOCTYPES[name].encode(encoding)) == "package_doctype"


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "gb18030", "iso-8859-1", "cp037"])
def test_a_doctype_in_an_odd_encoding_is_refused_as_well(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a><a/>'.encode(encoding)
    assert _refusal(data) in ("package_doctype", "part_damaged")


@pytest.mark.parametrize("encoding", ["gb18030", "iso-8859-1", "big5"])
def test_only_utf_8_and_utf_16_are_read(encoding):
    assert _refusal(f'<?xml version="1.0" encoding="{encoding}"?><a>x</a>'.encode(encoding)) == "part_damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_are_read(encoding):
    assert parse_xml("<a>街道</a>".encode(encoding), part="a").text == "街道"
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><a>街道</a>'
    assert parse_xml(declared.encode(encoding), part="a").text == "街道"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"text",
        b"<a>",
        b"<a><b></a>",
        b"<a/><a/>",
        b"<a>\x00</a>",
        b"<a>&x;</a>",
        b"<a>\xff</a>",
        b"<a b='1' b='2'/>",
        b"<a>" * 10_000 + b"</a>" * 10_000,
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
    ],
)
def test_what_is_not_well_formed_is_damaged(data):
    assert _refusal(data) == "part_damaged"


def test_the_chinese_message_keeps_the_parsers_words_in_brackets():
    with pytest.raises(PackageError) as caught:
        parse_xml(b"<a><b></a>", part="word/document.xml")
    assert caught.value.message("zh").startswith(".docx 中的部件 word/document.xml 不是完好的 XML；（")


def test_what_is_parsed_is_written_back():
    root = parse_xml("<a b='1'>街&amp;道</a>".encode(), part="a")
    assert serialize(root) == '<a b="1">街&amp;道</a>'
    assert parse_xml(to_part(root), part="a").text == "街&道"
    assert to_part(root).startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")


@pytest.mark.parametrize(
    "inner",
    [
        "甲<!-- c -->乙<?pi x?>丙戊",
        "<!-- c -->甲乙丙戊",
        "甲乙<![CDATA[丙]]>戊",
        "甲<![CDATA[乙]]><!-- c --><![CDATA[丙]]>戊",
        "&#x7532;乙<?pi?><?pi?>丙戊<!-- c -->",
        "甲乙<!-- <b> -->丙&#25098;",
    ],
)
@pytest.mark.parametrize("parse", [lambda xml: parse_xml(xml.encode(), part="a"), parse_filled])
def test_comments_instructions_and_cdata_cut_no_text(inner, parse):
    root = parse(f"<!-- c --><?pi?><a><b>{inner}</b></a>")
    assert [element.text for element in root] == ["甲乙丙戊"]


STYLES = f"""<w:styles {W}>
<w:style w:styleId="Base"><w:pPr><w:ind w:left="1"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:styleId="Child"><w:basedOn w:val="Base"/><w:pPr><w:ind w:left="2"/></w:pPr></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Lost"><w:basedOn w:val="Nowhere"/></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("style", "name", "found"),
    [
        ("Child", "ind", "2"),
        ("Base", "ind", "1"),
        ("Child", "keepNext", None),
        ("Loop", "ind", None),
        ("Lost", "ind", None),
        ("No", "ind", None),
    ],
)
def test_a_styles_property_comes_from_the_nearest_style_that_has_it(style, name, found):
    element = Stylesheet(parse_xml(STYLES.encode(), part="styles")).property(style, f"pPr/{name}")
    assert (None if element is None else element.get(w("left"))) == found


def test_a_property_is_inherited_and_no_styles_have_none():
    sheet = Stylesheet(parse_xml(STYLES.encode(), part="styles"))
    assert sheet.property("Child", "pPr/jc").get(w("val")) == "both"
    assert Stylesheet(None).property("Child", "pPr/jc") is None


def _with_attributes(number, then=""):
    attributes = " ".join(f"c{each}='1'" for each in range(number))
    return f"<a>{'=' * 5_000}<b {attributes} {then}/></a>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("number", "then"), [(1_001, ""), (30_000, ""), (1_001, "d")])
def test_a_parser_that_compares_attributes_with_one_another_gets_few(monkeypatch, encoding, number, then):
    monkeypatch.setattr(xml, "_COMPARING", (99,))
    assert _refusal(_with_attributes(number, then).encode(encoding)) == "part_damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_thousand_attributes_are_read_by_any(monkeypatch, encoding):
    monkeypatch.setattr(xml, "_COMPARING", (99,))
    assert len(parse_xml(_with_attributes(1_000).encode(encoding), part="word/a.xml")[0].attrib) == 1_000
