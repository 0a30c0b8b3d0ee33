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
from renmin_docs.preview import pdf_of, pictures_of
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
    with pytest.raises(PreviewError) as refused:
        pdf_of(minimal("<w:p/>"))
    assert [finding.rule for finding in refused.value.findings] == ["office_missing"]


def test_without_the_libraries_it_says_how_to_get_them(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(PreviewError, match=r"pip install renmin-docs\[preview\]"):
        next(pictures_of(b""))
