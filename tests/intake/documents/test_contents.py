"""Tables of contents are left out, however they were made; nothing that only looks like one is."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_BREAK

from tests.intake.documents.saved import differences, element, read, written

ENTRIES = ("一、2023年工作回顾", "（一）党建有力", "二、2024年工作安排")
TEXT = ("一、2023年工作回顾", "（一）党建有力", "学习24次。", "二、2024年工作安排", "改造小区3个。")
TRUTH = """
标题 南湖街道2023年工作总结
年度 2023 南湖街道
一、 achievements 2023年工作回顾
（一） 标题 党建有力
段落 学习24次。
二、 plans 2024年工作安排
段落 改造小区3个。
提示 document_contents
"""
_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
_CODE = f"{_CHAR('begin')}<w:r><w:instrText> TOC {{}} </w:instrText></w:r>{_CHAR('separate')}".format


def _styled(document, entries, style):
    document.styles.add_style(style, 1)
    for text, page in zip(entries, (1, 1, 3), strict=True):
        document.add_paragraph(f"{text}\t{page}", style=style)


def _field(document, entries, options='\\o "1-3" \\h'):
    """A field over several paragraphs, as Word writes it; it ends in a paragraph of its own."""
    for at, text in enumerate(entries):
        inner = (
            f'<w:hyperlink w:anchor="_Toc{at}"><w:r><w:t>{text}</w:t></w:r><w:r><w:tab/></w:r>{_CHAR("begin")}'
            f"<w:r><w:instrText> PAGEREF _Toc{at} </w:instrText></w:r>{_CHAR('separate')}<w:r><w:t>{at + 1}</w:t></w:r>"
            f"{_CHAR('end')}</w:hyperlink>"
        )
        document.element.body.insert(-1, element(f"<w:p>{_CODE(options) if not at else ''}{inner}</w:p>"))
    document.element.body.insert(-1, element(f"<w:p>{_CHAR('end')}</w:p>"))


def _control(document, entries, title="目录"):
    lines = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (title, *entries))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    document.element.body.insert(
        -1, element(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>")
    )


def _simple(document, entries):
    for text in entries:
        inner = f"<w:fldSimple w:instr='TOC \\o'><w:r><w:t>{text}……1</w:t></w:r></w:fldSimple>"
        document.element.body.insert(-1, element(f"<w:p>{inner}</w:p>"))


def _titled(way):
    def add(document, entries):
        document.add_paragraph("目　录")
        way(document, entries)

    return add


def _typed(document, entries):
    for text in entries:
        document.add_paragraph(f"{text}\t2")


WAYS = {
    "by the style of WPS": _titled(lambda document, entries: _styled(document, entries, "WPSOffice手动目录 1")),
    "by the style of Word": _titled(lambda document, entries: _styled(document, entries, "toc 1")),
    "by the style of LibreOffice": lambda document, entries: _styled(document, entries, "Contents 2"),
    "by a field": _titled(_field),
    "by a field without a title": _field,
    "by a field of tables": lambda document, entries: _field(document, entries, '\\c "表"'),
    "by a control": _control,
    "by simple fields": _titled(_simple),
    "typed with tabs": _titled(_typed),
    "typed without a title": _typed,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_table_of_contents_is_left_out_however_it_was_made(way, tmp_path):
    document = written("南湖街道2023年工作总结")
    WAYS[way](document, ENTRIES)
    for text in TEXT:
        document.add_paragraph(text)
    reading = read(document, tmp_path)
    assert not differences(reading, TRUTH)
    assert reading.report.contents


def test_a_cover_above_the_contents_is_left_out_and_quoted_where_the_title_stands_below(tmp_path):
    document = written("南湖区街道工作总结汇编", "", "报送单位：南湖街道", "2023年12月")
    _titled(_field)(document, ENTRIES)
    for text in ("南湖街道2023年工作总结", *TEXT):
        document.add_paragraph(text)
    reading = read(document, tmp_path)
    (note,) = (note for note in reading.notes if note.rule == "document_cover")
    assert note.found == "“南湖区街道工作总结汇编”、“报送单位：南湖街道”、“2023年12月”"
    assert not differences(reading, TRUTH.strip() + " document_cover\n")


def test_what_is_above_the_contents_stays_where_a_heading_follows_them(tmp_path):
    entries = ("2023年工作总结", "（一）党建有力", "2024年工作打算")
    document = written("南湖街道年度工作报告", "南湖办发〔2023〕8号")
    _titled(_field)(document, entries)
    for text in ("2023年工作总结", "（一）党建有力", "学习24次。", "2024年工作打算", "改造小区3个。"):
        document.add_paragraph(text)
    assert "document_cover" not in {note.rule for note in read(document, tmp_path).notes}


def test_an_entry_that_no_heading_says_is_quoted(tmp_path):
    document = written("南湖街道2023年工作总结")
    _field(document, (*ENTRIES, "三、意见建议"))
    for text in TEXT:
        document.add_paragraph(text)
    reading = read(document, tmp_path)
    (note,) = (note for note in reading.notes if note.rule == "document_contents_stale")
    assert "三、意见建议" in note.found


@pytest.mark.parametrize(
    "inner",
    [
        _CODE("") + "<w:r><w:t>街道办成实事31项，群众满意。</w:t></w:r>",  # never ends
        _CODE("") + "<w:r><w:t>街道办成实事31项，群众满意。</w:t></w:r>" + _CHAR("end"),  # no entry
        _CODE("") + "<w:r><w:t>旧</w:t></w:r>" + _CHAR("end") + "<w:r><w:t>街道办成实事31项。</w:t></w:r>",
    ],
)
def test_text_that_a_field_of_contents_swallows_is_kept(inner, tmp_path):
    document = written("南湖街道2023年工作总结")
    document.element.body.insert(-1, element(f"<w:p>{inner}</w:p>"))
    for text in TEXT:
        document.add_paragraph(text)
    found = read(document, tmp_path).report
    assert "街道办成实事31项" in found.introduction[0]
    assert [chapter.heading for chapter in found.chapters] == ["2023年工作回顾", "2024年工作安排"]


def test_figures_behind_tabs_are_no_contents(tmp_path):
    document = written(
        "南湖街道2023年工作总结", "一、工作情况", "新建驿站\t4", "走访居民\t860", "二、工作打算", "再新建。"
    )
    reading = read(document, tmp_path)
    assert reading.report.achievements[0].body == ("新建驿站\t4", "走访居民\t860")


@pytest.mark.parametrize("own", [False, True])
def test_a_cover_ends_with_its_page_wherever_the_break_stands(tmp_path, own):
    document = written("2023年工作总结", "南湖街道办事处", "2024年1月")
    last = document.add_paragraph() if own else document.paragraphs[-1]
    last.add_run().add_break(WD_BREAK.PAGE)
    for text in ("南湖街道2023年工作总结", *TEXT):
        document.add_paragraph(text)
    assert not differences(read(document, tmp_path), TRUTH.replace("document_contents", "document_cover"))
