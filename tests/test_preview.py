"""The pages of a document as a PDF and as pictures; skipped where LibreOffice is not installed."""

from __future__ import annotations

import io
import sys
import zipfile

import pdfplumber
import PIL.Image
import pytest

from renmin_docs import WorkReport, libreoffice
from renmin_docs.errors import PreviewError
from renmin_docs.preview import pdf_of, pictures_of, replaced_families, sheet_of
from renmin_docs.standard.type import FONT_SETS, POSTSCRIPT
from tests.intake.documents.hostile import minimal
from tests.printing import require

RELATIONSHIP = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" {}/>'
)
OUTSIDE = 'Target="http://127.0.0.1:9/x" TargetMode="External"'


def linked(kind, where=OUTSIDE):
    """A document of one paragraph with one more relationship."""
    rels = "word/_rels/document.xml.rels"
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(minimal("<w:p><w:r><w:t>正文</w:t></w:r></w:p>"))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name).decode()
            assert name != rels or "</Relationships>" in content
            one_more = RELATIONSHIP.format(kind, where) + "</Relationships>"
            new.writestr(name, content.replace("</Relationships>", one_more) if name == rels else content)
    return made.getvalue()


@pytest.mark.printed
def test_the_pages_are_those_of_the_document():
    require("soffice")
    pdf = pdf_of(WorkReport.load("examples/upward_report.yaml").to_bytes())
    with pdfplumber.open(io.BytesIO(pdf)) as pages:
        assert len(pages.pages) == 5
        assert "青禾街道办事处文件" in pages.pages[0].extract_text()
    pictures = [PIL.Image.open(io.BytesIO(picture)) for picture in pictures_of(pdf, dpi=60)]
    assert [(picture.format, picture.width > picture.height) for picture in pictures] == [
        ("PNG", turned) for turned in (False, False, False, True, False)
    ]
    assert pictures[0].size == pytest.approx((210 / 25.4 * 60, 297 / 25.4 * 60), abs=1)
    sheet = PIL.Image.open(io.BytesIO(sheet_of(pdf, dpi=60)))  # five pages in three columns, one of them turned
    assert (sheet.format, sheet.size) == ("PNG", pytest.approx((3 * 297 / 25.4 * 60, 2 * 297 / 25.4 * 60), abs=40))
    assert {sheet.getpixel((20, 20)), sheet.getpixel((sheet.width - 5, sheet.height - 5))} == {(255,) * 3, (211,) * 3}


@pytest.mark.printed
@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "hyperlink"])
def test_what_a_document_links_to_is_not_fetched(kind, monkeypatch):
    require("soffice")
    given = []
    original = libreoffice.converted
    monkeypatch.setattr(
        "renmin_docs.preview.converted", lambda data, *rest, **how: given.append(data) or original(data, *rest, **how)
    )
    assert pdf_of(linked(kind)).startswith(b"%PDF")
    with zipfile.ZipFile(io.BytesIO(given[0])) as archive:
        assert (b"rIdX" in archive.read("word/_rels/document.xml.rels")) == (kind == "hyperlink")


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (b"no document", "not_a_docx"),
        (linked("oleObject", 'Target="x.bin"'), "reaches_outside"),
        (minimal('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://127.0.0.1:9/x "/></w:p>'), "field_reaches"),
    ],
    ids=["none", "link", "field"],  # a packed document's bytes hold the time
)
def test_what_is_no_document_or_fetches_is_refused_before_anything_opens_it(document, rule, monkeypatch):
    monkeypatch.setattr("renmin_docs.preview.converted", None)
    with pytest.raises(PreviewError) as refused:
        pdf_of(document)
    assert rule in {finding.rule for finding in refused.value.findings}


def test_without_libreoffice_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_WHERE_INSTALLED", ())
    monkeypatch.setattr(libreoffice, "_MISSING", {})
    with pytest.raises(PreviewError) as refused:
        pdf_of(minimal("<w:p/>"))
    assert [finding.rule for finding in refused.value.findings] == ["office_missing"]


@pytest.mark.parametrize(
    ("system", "how"),
    [
        ("linux", "sudo apt install libreoffice-writer"),
        ("darwin", "brew install --cask libreoffice"),
        ("win32", "winget install TheDocumentFoundation.LibreOffice"),
    ],
)
def test_it_says_how_to_get_libreoffice_for_the_system_at_hand(monkeypatch, system, how):
    monkeypatch.setattr(libreoffice, "_program", lambda: None)
    monkeypatch.setattr(libreoffice.sys, "platform", system)
    with pytest.raises(PreviewError) as refused:
        pdf_of(minimal("<w:p/>"))
    for language in ("zh", "en"):
        message = refused.value.message(language)
        assert how in message
        assert ".pdf" in message


def _printed_in(*names):
    return b"%PDF-1.7\n" + b"".join(b"<</Type/Font/BaseFont/ABCDEF+" + name.encode() + b">>\n" for name in names)


def _asking(east_asia, latin="Times New Roman", text="清河街道2025年"):
    fonts = f'<w:rPr><w:rFonts w:ascii="{latin}" w:eastAsia="{east_asia}"/></w:rPr>'
    return minimal(f"<w:p><w:r>{fonts}<w:t>{text}</w:t></w:r></w:p>")


@pytest.mark.parametrize(
    ("document", "printed", "replaced"),
    [
        (_asking("仿宋_GB2312"), ("FangSong_GB2312", "TimesNewRomanPSMT"), []),
        (_asking("仿宋_GB2312"), ("FangSong", "LiberationSerif"), ["仿宋_GB2312", "Times New Roman"]),
        (_asking("方正小标宋简体"), ("FZXBSJW--GB1-0", "TimesNewRomanPSMT"), []),
        (_asking("SimSun", text="街道"), ("NotoSansCJKjp-Regular",), ["SimSun"]),
        (_asking("Noto Serif CJK SC", text="街道"), ("NotoSerifCJKjp-Regular-VKana",), []),
        (_asking("某某体", text="街道"), ("NotoSansCJKjp-Regular",), []),  # no name to compare
        (_asking("仿宋", text="街道"), (), []),  # a PDF whose fonts can't be read
        (_asking("仿宋", text="12"), ("TimesNewRomanPSMT",), []),  # no character takes it
        (b"PK", ("TimesNewRomanPSMT",), []),
    ],
)
def test_families_that_were_replaced_are_those_asked_for_and_not_in_the_pdf(document, printed, replaced):
    assert replaced_families(document, _printed_in(*printed)) == replaced


def test_every_family_of_ours_has_a_name_in_a_pdf():
    assert {family for families in FONT_SETS.values() for family in families.values()} == set(POSTSCRIPT)


def test_without_the_libraries_it_says_how_to_get_them(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(PreviewError, match=r'pip install "renmin-docs\[preview\]"'):
        next(pictures_of(b""))
