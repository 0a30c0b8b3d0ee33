"""An .odt goes to LibreOffice without anything that is fetched or run; what is text stays."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from lxml import etree

from renmin_docs import DataFileError
from renmin_docs.errors import PackageError
from renmin_docs.file_kinds import is_open_document
from renmin_docs.intake.documents.odf import without_links
from renmin_docs.intake.documents.other_formats import as_docx
from renmin_docs.intake.reports import read_report
from tests.effort import some
from tests.listening import listening
from tests.odt import content, odt, picture
from tests.pictures import quarters, saved
from tests.printing import require

OUTSIDE = (
    "http://a.example/x",
    "file:///etc/x",
    "//host/x",
    "\\\\host\\x",
    "../../x",
    "/etc/x",
    "ftp://x",
    "x.png",
    "",
)


def cleaned(*args, **how):
    with zipfile.ZipFile(io.BytesIO(without_links(odt(*args, **how)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_that_leads_out_of_the_package_goes(address):
    assert b"xlink:href" not in cleaned(picture(address))["content.xml"]


@pytest.mark.parametrize("address", ["Pictures/a.png", "./Pictures/a.png", "Pictures/%61.png"])
def test_a_picture_within_the_package_stays(address):
    parts = cleaned(picture(address), parts={"Pictures/a.png": saved(quarters(2, 2))})
    assert address.encode() in parts["content.xml"]
    assert parts["Pictures/a.png"] == saved(quarters(2, 2))
    assert b"Pictures/a.png" in parts["META-INF/manifest.xml"]


def test_a_link_that_waits_for_a_click_stays():
    assert (
        b"http://a.example/"
        in cleaned('<text:p><text:a xlink:href="http://a.example/">甲</text:a></text:p>')["content.xml"]
    )


@pytest.mark.parametrize(
    "element",
    [
        '<text:section text:name="a"><text:section-source xlink:href="http://a.example/"/><text:p>乙</text:p></text:section>',
        '<text:section text:name="a"><office:dde-source office:dde-application="soffice"/><text:p>乙</text:p></text:section>',
        '<text:p>乙<text:script script:language="Basic">x</text:script></text:p>',
        '<text:p><draw:frame><draw:floating-frame xlink:href="http://a.example/"/></draw:frame>乙</text:p>',
        '<text:p><draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame>乙</text:p>',
        "<text:p><text:execute-macro>x</text:execute-macro>乙</text:p>",
        "<text:p><draw:frame><draw:image><office:binary-data>PHN2Zy8+</office:binary-data></draw:image></draw:frame>乙</text:p>",
        '<office:forms><form:form form:command="x" xlink:href="http://a.example/"/></office:forms><text:p>乙</text:p>',
    ],
)
def test_what_fetches_or_runs_goes_and_the_text_beside_it_stays(element):
    made = cleaned(f"<text:p>甲</text:p>{element}<text:p>丙</text:p>")["content.xml"]
    root = etree.fromstring(made)
    assert "".join(root.itertext()) == "甲乙丙"
    for word in (b"example", b"dde-application", b"language", b"object-ole", b"execute", b"PHN2", b"command"):
        assert word not in made


def test_a_picture_that_stands_in_the_text_stays():
    inline = base64.b64encode(saved(quarters(2, 2))).decode()
    made = cleaned(
        f"<text:p><draw:frame><draw:image><office:binary-data>{inline}</office:binary-data></draw:image></draw:frame></text:p>"
    )
    assert inline.encode() in made["content.xml"]


def test_parts_of_other_kinds_go():
    more = {
        "Basic/Standard/Module1.xml": b"<x/>",
        "Scripts/python/a.py": b"x",
        "settings.xml": b"<x/>",
        "meta.xml": b"<x/>",
        "Object 1": b"\xd0\xcf",
        "Pictures/a.svg": b"<svg/>",
        "Pictures/b.png": b"\x1f\x8b",
        "layout-cache": b"x",
        "Configurations2/accelerator/current.xml": b"",
        "styles.xml": content().encode(),
        "Object 2/content.xml": content().encode(),
    }
    assert [*cleaned(parts=more)] == [
        "mimetype",
        "content.xml",
        "styles.xml",
        "Object 2/content.xml",
        "META-INF/manifest.xml",
    ]


def test_links_of_styles_and_of_embedded_formulas_go_too():
    linked = content(picture("http://a.example/")).encode()
    parts = cleaned(parts={"styles.xml": linked, "Object 1/content.xml": linked})
    assert b"example" not in parts["styles.xml"] + parts["Object 1/content.xml"]


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (lambda: odt("<text:p/>" * 600_001), "document_large"),
        (lambda: odt('<text:p><text:s text:c="1000000000"/></text:p>'), "document_large"),
        (
            lambda: odt('<table:table><table:table-column table:number-columns-repeated="900000"/></table:table>'),
            "document_large",
        ),
        (lambda: odt(before="<!DOCTYPE x>"), "package_doctype"),
        (lambda: odt(parts={"a/../b": b""}), "package_name"),
        (lambda: odt(parts={"META-INF/manifest.xml": b"<a>encryption-data</a>"}), "package_encrypted"),
        (lambda: odt(parts={"Pictures/a.png": bytes(129 * 2**20)}), "package_limit"),
    ],
)
def test_what_is_not_safe_to_open_is_refused(make, rule):
    data = make()
    assert is_open_document(data)
    with pytest.raises(PackageError) as refused:
        without_links(data)
    assert rule in {finding.rule for finding in refused.value.findings}


RTF = b"{\\rtf1 \\ansi "


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (RTF + b"{" * 501 + b"x", "file_too_deep"),
        (b"<html><img src='http://127.0.0.1:9/'></html>", "not_a_docx"),
        (b"MIME-Version: 1.0\n", "not_a_docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "not_a_docx"),
        (b"", "not_a_docx"),
    ],
)
@pytest.mark.parametrize("ending", ["doc", "wps", "rtf", "odt"])
def test_what_is_too_deep_or_no_document_is_not_given_to_libreoffice(data, rule, ending, tmp_path, monkeypatch):
    refused_alone(data, rule, tmp_path / f"a.{ending}", monkeypatch)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("piece", "number", "ending"),
    [(b"{}", 2_000_001, "doc"), (b"\\par\n", 100_001, "wps"), (b"\\trowd\\cell\\row ", 50_001, "rtf")],
)
def test_what_is_too_large_is_not_given_to_libreoffice(piece, number, ending, tmp_path, monkeypatch):
    refused_alone(RTF + piece * number, "document_large", tmp_path / f"a.{ending}", monkeypatch)


def refused_alone(data, rule, path, monkeypatch):
    """Read a file, which is refused for one reason and without LibreOffice."""
    monkeypatch.setattr("renmin_docs.libreoffice.converted", None)
    path.write_bytes(data)
    with pytest.raises(DataFileError) as refused:
        read_report(path)
    assert [finding.rule for finding in refused.value.findings] == [rule]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "@web_page"),
        (b"<!DOCTYPE html><p>", "@web_page"),
        (b'<?xml version="1.0"?><office:document xmlns:office="urn:x"/>', "@other_file"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:x"/>', "@other_file"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="urn:x"/>', "@other_file"),
    ],
)
def test_a_web_page_is_named_as_one_and_other_xml_is_not(data, kind, tmp_path):
    (tmp_path / "a.odt").write_bytes(data)
    with pytest.raises(DataFileError) as refused:
        read_report(tmp_path / "a.odt")
    assert [(finding.rule, finding.found) for finding in refused.value.findings] == [("not_a_docx", kind)]


def given(data, monkeypatch):
    """With which ending LibreOffice gets a file."""
    monkeypatch.setattr("renmin_docs.libreoffice.converted", lambda _, ending, __: ending)
    return as_docx(data)


def test_the_content_says_how_a_file_is_read(monkeypatch):
    old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    assert given(RTF + b"{x}}", monkeypatch) == given(b"\n" + RTF + b"}", monkeypatch) == ".rtf"
    assert given(old_word, monkeypatch) == ".doc"
    assert given(odt(), monkeypatch) == ".odt"


def test_braces_of_text_and_of_raw_bytes_are_no_groups(monkeypatch):
    assert given(RTF + b"\\{" * 9999 + b"\\\\\\{" * 999 + b"\\bin999 " + b"{" * 999 + b"}", monkeypatch) == ".rtf"


@pytest.mark.printed
def test_import_fetches_nothing_from_any_format(tmp_path):
    require("soffice")
    with listening() as server:
        field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{server.address}" \\\\d}}{{\\fldrslt x}}}}'
        page = f'<html><link rel="stylesheet" href="{server.address}"><img src="{server.address}"></html>'
        files = {
            "a.odt": odt("<text:p>完成任务。</text:p>" + picture(server.address)),
            "a.rtf": RTF + field.encode() + b"}",
            "b.doc": RTF + field.encode() + b"}",
            "c.doc": page.encode(),
        }
        for name, data in some(files.items(), one_in=3):
            (tmp_path / name).write_bytes(data)
            try:
                read_report(tmp_path / name)
            except DataFileError:
                assert name == "c.doc"
        assert server.connections == 0
