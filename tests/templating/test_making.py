"""A template made from a document prints the document again, and other reports in its look."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from renmin_docs import Chapter, Point, TemplateError, WorkReport, check_template, make_template
from renmin_docs.ooxml.names import W
from renmin_docs.report.closing import Imprint
from renmin_docs.report.sections import Attachment
from renmin_docs.report.tables import Table
from tests.official import official
from tests.pictures import saved
from tests.printing import OFFICES, sdk_errors
from tests.samples import numbered_report

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SIGNED = numbered_report(5).replace(issue_date=date(2022, 12, 20))


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def looks(data: bytes) -> list[tuple[str, list[str]]]:
    """The style of each paragraph that says something, those of cells too, and what is set beside it."""
    document = docx.Document(io.BytesIO(data))
    names = {style.style_id: style.name for style in document.styles}
    found = (each for each in document.element.body.iter(qn("w:p")) if "".join(each.itertext()).strip())
    return [
        (names[each.style], sorted(part.tag for part in each.pPr if part.tag not in (qn("w:pStyle"), qn("w:sectPr"))))
        for each in found
    ]


def template_of(path: Path, data: bytes) -> Path:
    """The template made of a document, in a file beside it."""
    path.write_bytes(data)
    made = path.with_name(f"made_{path.name}")
    made.write_bytes(make_template(path).data)
    return made


def foreign(*, is_red: bool = False) -> bytes:
    """A document as people make it: all in Normal, each line set by hand."""
    document = docx.Document()
    document.sections[0].left_margin = Cm(2.8)
    document.sections[0].header.paragraphs[0].text = "内部资料"

    def line(text, font="仿宋", size=16, *, bold=False, alignment=None, indent=2):
        paragraph = document.add_paragraph()
        for piece in (text[:3], text[3:]):
            run = paragraph.add_run(piece)
            run.font.size, run.bold = Pt(size), bold or None
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        paragraph.alignment, paragraph.paragraph_format.first_line_indent = alignment, Pt(size * indent)

    center, right = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
    if is_red:
        line("000001", indent=0)
        line("清河街道办事处文件", "方正小标宋简体", 40, alignment=center, indent=0)
        line("清办发〔2023〕12号", alignment=center, indent=0)
    line("清河街道2023年工作总结", "华文中宋", 22, alignment=center, indent=0)
    line("区人民政府：", indent=0)
    line("2023年，清河街道坚持为民办事，各项工作平稳推进。")
    line("一、2023年工作开展情况", "黑体")
    line("（一）办好民生实事", "楷体", bold=True)
    line("全年走访居民3200余户，诉求办结率98.5%。")
    line("（二）服务辖区企业", "楷体", bold=True)
    line("全口径税收1.36亿元，同比增长6.2%。")
    line("二、2024年工作打算", "黑体")
    line("2024年，街道将做好以下工作。")
    line("清河街道办事处", alignment=right, indent=0)
    line("2023年12月25日", alignment=right, indent=0)
    if is_red:
        line("抄送：区委办公室。", size=14, indent=0)
        line("清河街道办事处    2023年12月26日印发", size=14, indent=0)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


PRINTED = {
    "signed": SIGNED,
    "red": official(
        header={"number": "人办发〔2022〕8号", "copy_number": "000006", "urgency": "特急"},
        addressee="区人民政府",
        achievements=Chapter(
            heading="章", body=[Point(lead="引题", body="文。"), Table(columns=["甲"], rows=[["乙"]])]
        ),
        attachments=[Attachment(title="清单", body="附件的文。")],
        imprint=Imprint(copied_to=["区委办公室"], printed_by="人民街道办事处", print_date=date(2022, 12, 21)),
    ),
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_template_of_our_own_document_prints_it_again(name, tmp_path):
    data = PRINTED[name].to_bytes()
    made = template_of(tmp_path / "a.docx", data)
    printed = PRINTED[name].to_bytes(template=str(made))
    assert texts(printed) == texts(data)
    assert looks(printed) == looks(data)
    assert [finding for finding in check_template(made) if finding.severity == "error"] == []


@pytest.mark.parametrize("is_red", [False, True])
def test_a_template_of_anybody_s_document_prints_it_again_in_its_look(is_red, tmp_path):
    data = foreign(is_red=is_red)
    made = template_of(tmp_path / "a.docx", data)
    assert [finding for finding in check_template(made) if finding.severity == "error"] == []
    report = WorkReport.load(_imported(tmp_path / "a.docx"))
    printed = report.to_bytes(template=str(made))
    said = [text for text in texts(printed) if text]
    assert [text.replace("\t", "    ") for text in said] == [text for text in texts(data) if text]
    document = docx.Document(io.BytesIO(printed))
    heading = next(each for each in document.paragraphs if each.text.startswith("（一）"))
    assert heading.style.font.bold
    assert heading.paragraph_format.keep_with_next or heading.style.paragraph_format.keep_with_next
    assert document.sections[0].header.paragraphs[0].text == "内部资料"


def _imported(path: Path) -> Path:
    from renmin_docs import read_report

    target = path.with_suffix(".yaml")
    read_report(path).report.dump(target)
    return target


def test_another_report_fills_it_and_what_it_lacks_leaves_no_line(tmp_path):
    made = template_of(tmp_path / "a.docx", foreign(is_red=True))
    said = texts(SIGNED.to_bytes(template=str(made)))
    assert not any("清河" in text or "抄送" in text or "号" in text for text in said)
    assert [text for text in said if text] == [text for text in texts(SIGNED.to_bytes()) if text]


def test_headings_that_the_document_has_none_of_are_in_no_style_of_words_own(tmp_path):
    made = template_of(tmp_path / "a.docx", foreign())
    deep = Chapter(heading="章", body=[Point(heading="点", body=[Point(heading="三级标题", body="文。")])])
    printed = docx.Document(io.BytesIO(SIGNED.replace(achievements=deep).to_bytes(template=str(made))))
    style = next(each.style for each in printed.paragraphs if each.text.endswith("三级标题"))
    fonts = style.element.rPr.rFonts
    assert (fonts.get(qn("w:eastAsia")), style.font.color.rgb) == ("仿宋_GB2312", None)


def test_what_is_kept_as_it_stands_is_named(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(foreign(is_red=True))
    assert [finding.found for finding in make_template(path).findings if finding.rule == "make_kept"] == [
        "“清河街道办事处文件”"
    ]


def test_a_document_without_a_text_or_none_at_all_is_refused(tmp_path):
    docx.Document().save(tmp_path / "empty.docx")
    (tmp_path / "no.docx").write_bytes(b"PK")
    for name in ("empty.docx", "no.docx", "missing.docx"):
        with pytest.raises(TemplateError) as refused:
            make_template(tmp_path / name)
        assert str(tmp_path / name) in str(refused.value)


def test_what_only_the_old_text_used_is_not_handed_on(tmp_path):
    document = docx.Document(io.BytesIO(foreign()))
    text = next(each for each in document.paragraphs if each.text.startswith("全年走访"))
    document.add_comment(runs=text.runs, text="旧批注", author="某某")
    text.add_run().add_picture(io.BytesIO(saved()))
    document.save(tmp_path / "a.docx")
    made = zipfile.ZipFile(io.BytesIO(make_template(tmp_path / "a.docx").data))
    assert not [name for name in made.namelist() if "comments" in name or "media" in name]
    assert not any("旧批注".encode() in made.read(name) for name in made.namelist())


def test_an_indent_of_spaces_and_the_look_of_a_run_in_heading_become_the_styles(tmp_path):
    document = docx.Document(io.BytesIO(foreign()))
    for paragraph in document.paragraphs:
        if paragraph.paragraph_format.first_line_indent:
            paragraph.paragraph_format.first_line_indent = None
            paragraph.runs[0].text = "　　" + paragraph.runs[0].text
    document.save(tmp_path / "a.docx")
    made = template_of(tmp_path / "b.docx", (tmp_path / "a.docx").read_bytes())
    printed = docx.Document(io.BytesIO(SIGNED.to_bytes(template=str(made))))
    body = [each for each in printed.paragraphs if each.text and each.alignment is None][2:5]
    for paragraph in body:
        own, style = paragraph.paragraph_format.first_line_indent, paragraph.style.paragraph_format.first_line_indent
        assert (own or style) == Pt(32), paragraph.text


def test_a_text_box_that_is_left_out_is_named(tmp_path):
    box = (
        f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml">'
        "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    document = docx.Document(io.BytesIO(foreign()))
    next(each for each in document.paragraphs if each.text.startswith("全年走访"))._p.append(parse_xml(box))
    document.save(tmp_path / "a.docx")
    found = make_template(tmp_path / "a.docx").findings
    assert [finding.found for finding in found if finding.rule == "make_box_left"] == ["“框里的字”"]


@pytest.mark.sdk
def test_the_sdk_finds_nothing(tmp_path):
    made = template_of(tmp_path / "a.docx", foreign(is_red=True))
    out = tmp_path / "out.docx"
    out.write_bytes(SIGNED.to_bytes(template=str(made)))
    assert [error for path in (made, out) for error in sdk_errors(path, OFFICES[0])] == []
