"""Whole documents as WPS and Word leave them: controls, fields, tracked moves, alternatives, boxes, tables in tables."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from renmin_docs.ooxml.names import COMPATIBILITY, WORD_SHAPE
from tests.intake.documents.saved import differences, read, table

_SPACES = f'{nsdecls("w", "a", "wp")} xmlns:mc="{COMPATIBILITY}" xmlns:wps="{WORD_SHAPE}"'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
_CODE = "<w:r><w:instrText>{}</w:instrText></w:r>".format
_WHO = 'w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"'
_BOLD, _UP, _DOWN = "<w:b/>", '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def _run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*runs, properties=""):
    inner = "".join(run if run.startswith("<") else _run(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def _control(inner, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _add(document, *blocks):
    for block in blocks:
        written = block if block.startswith("<") else _paragraph(block)
        document.element.body.insert(-1, *parse_xml(f"<w:body {_SPACES}>{written}</w:body>"))


def contents_of_wps(document):
    """A control that holds a title and a field, whose entries are links with page references."""
    entries = ("一、2023年工作回顾", "（一）聚焦党建", "（二）聚焦民生", "二、存在的问题", "三、2024年工作打算")
    lines = _paragraph("目录")
    for at, text in enumerate(entries):
        link = _FIELD("begin") + _CODE(f" HYPERLINK \\l _Toc{at} ") + _FIELD("separate") + _run(text)
        page = _FIELD("begin") + _CODE(f" PAGEREF _Toc{at} ") + _FIELD("separate") + _run(str(at + 1)) + _FIELD("end")
        begin = "" if at else _FIELD("begin") + _CODE(" TOC \\o &quot;1-3&quot; ") + _FIELD("separate")
        lines += _paragraph(begin + link + "<w:r><w:tab/></w:r>" + page + _FIELD("end"))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    _add(document, "松山街道2023年工作总结", _control(lines + _paragraph(_FIELD("end")), gallery))
    _add(document, "一、2023年工作回顾", "（一）聚焦党建", "开展主题党日48次。", "（二）聚焦民生")
    _add(document, _paragraph("绿化1200m", _run("2", _UP), "。"), "二、存在的问题", "经费不足。")
    _add(document, "三、2024年工作打算", "改造小区3个。")


def tracked_moves(document):
    """Words put in and taken out, and a paragraph that was moved."""
    moved = _run("走访居民860户。")
    _add(document, _paragraph(f"<w:smartTag>{_run('河东街道')}</w:smartTag>", "2023年工作总结"), "一、工作情况")
    out = f"<w:del {_WHO}><w:r><w:delText>，拟建2个</w:delText></w:r></w:del>"
    _add(document, _paragraph("新建驿站4个", out, f"<w:ins {_WHO}>{_run('，改造2个')}</w:ins>", "。"))
    mark = f"<w:rPr><w:moveFrom {_WHO}/></w:rPr>"
    _add(document, _paragraph(f"<w:moveFrom {_WHO}>{moved}</w:moveFrom>", properties=mark), "培训干部2批。")
    _add(document, _paragraph(f"<w:moveTo {_WHO}>{moved}</w:moveTo>"), "二、工作打算", "再建驿站3个。")


def a_table_with_a_title_and_a_box(document):
    """A title row, a head of two rows, and a text box in two versions."""
    _add(document, "河东镇2023年工作总结", "一、工作情况", "见下表。")
    rows = ("主要指标", "", "", ""), ("指标", "2023年", "", "同比"), ("", "目标", "完成", "")
    made = table(document, *rows, ("税收", "3亿元", "3.2亿元", "6%"), ("投资", "9亿元", "8.8亿元", "3%"))
    for top, left, bottom, right in ((0, 0, 0, 3), (1, 1, 1, 2), (1, 0, 2, 0), (1, 3, 2, 3)):
        cell = made.cell(top, left).merge(made.cell(bottom, right))
        cell.text = cell.text.strip()
    box = f"<w:txbxContent>{_paragraph('数据截至12月20日。')}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    drawing = (
        f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = '<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">' + box + "</v:textbox></w:pict>"
    both = f"<mc:Choice Requires='wps'>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    _add(document, _paragraph(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>", "指标全部完成。"))
    _add(document, "二、工作打算", "再接再厉。")


def styles_that_are_bold(document):
    """Headings in a paragraph style of the office's own, run-ins in a character style."""
    document.styles.add_style("小标题", 1).font.bold = True
    document.styles.add_style("段首", 2).font.bold = True
    document.add_paragraph("河西街道2023年工作总结")
    for heading, texts in (
        ("工作成效", ("党建聚合力。培育示范点6个。", "管理提品质。整治小巷11条。")),
        ("存在问题", ("人手不足，经费紧张。",)),
        ("下一步打算", ("抓改造。改造小区3个。", "抓服务。新建驿站4个。")),
    ):
        document.add_paragraph(heading, style="小标题")
        for text in texts:
            paragraph, (lead, stop, rest) = document.add_paragraph(), text.partition("。")
            if rest:
                paragraph.add_run(lead + stop, style="段首")
            paragraph.add_run(rest or text)


def struck_and_hidden_lines(document):
    """A point that is struck out before the one that took its number, a hidden line, a header."""
    _add(document, "河南镇2023年工作总结", "一、工作情况", "（一）抓项目。签约项目12个。")
    _add(document, _paragraph(_run("（二）抓会务。开会20次。", "<w:strike/>")), "（二）抓平安。调解纠纷86件。")
    _add(document, _paragraph(_run("内部掌握：欠款200万元。", "<w:vanish/>")), "二、工作打算", "再接再厉。")
    document.sections[0].header.paragraphs[0].text = "征求意见稿"
    document.sections[0].footer.paragraphs[0].text = "第1页 共3页"


def contents_typed_with_dots(document):
    """A contents page that somebody typed."""
    _add(
        document, "湖滨街道2023年工作总结", "目　次", "一、工作回顾......1", "（一）党建......1", "二、工作打算......2"
    )
    _add(document, "一、工作回顾", "（一）党建", "学习24次。", "二、工作打算", "改造小区3个。")


def numbers_twice_and_a_field_in_the_title(document):
    """Numbers of Word before typed ones, the year as a field, pinyin above a character."""
    field = f'<w:fldSimple w:instr=" DOCPROPERTY year ">{_run("2023年")}</w:fldSimple>'
    _add(document, _paragraph("湖滨镇", field, "工作总结"))
    document.add_paragraph("一、工作情况", style="List Number")
    ruby = f"<w:r><w:ruby><w:rt>{_run('qú')}</w:rt><w:rubyBase>{_run('瞿')}</w:rubyBase></w:ruby></w:r>"
    _add(document, _paragraph("惠及", ruby, "家村。"))
    document.add_paragraph("二、今后打算", style="List Number")
    _add(document, _paragraph("减排CO", _run("2", _DOWN), "12吨。"))


def lists_below_bold_lines(document):
    """Headings by style, bold lines below them, bullets within bullets."""
    for text, style in (
        ("湖滨社区2023年工作总结", "Title"), ("2023年工作开展情况", "Heading 1"), ("基层党建", ""), ("学习24次。", None),
        ("社区治理", ""), ("环境整治", "List Bullet"), ("清理楼道46处。", "List Bullet 2"), ("矛盾调处", "List Bullet"),
        ("调解纠纷86件。", "List Bullet 2"), ("2024年工作计划", "Heading 1"), ("改造小区3个。", None),
    ):  # fmt: skip
        document.add_paragraph(style=style or None).add_run(text).bold = style == "" or None


def a_table_in_a_table(document):
    """A row that a reviewer deleted, a table within a cell."""
    _add(document, "湖东街道2023年工作总结", "一、工作情况", "见表。")
    made = table(document, ("项目", "内容"), ("党建", "学习24次"), ("内部", "不公开"), ("民生", ""))
    made.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {_WHO}/>"))
    inner = made.cell(3, 1).add_table(2, 2)
    for row, texts in zip(inner.rows, (("驿站", "4个"), ("托位", "60个")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    _add(document, "二、工作打算", "再接再厉。")


def controls_around_title_and_date(document):
    """Controls for office and date, bold lines below （一）, words hidden by a style, a control nobody filled in."""
    document.styles.add_style("内部", 2).font.hidden = True
    _add(document, _paragraph(_control(_run("湖西街道")), "2023年工作总结"))
    for text in ("一、工作情况", "（一）党建工作", "教育培训", "学习24次。", "阵地建设", "新建阵地2处。"):
        _add(document, _paragraph(_run(text, "" if text.endswith("。") else _BOLD)))
    _add(document, _paragraph(_run("（二）民生工作", _BOLD)), _paragraph(_run("一老一小", _BOLD)), "新增托位60个。")
    _add(document, _paragraph(_run("二、下步打算", _BOLD)))
    document.add_paragraph("改造小区3个。").add_run("（暂不公开）", style="内部")
    _add(document, _control(_paragraph("单击此处输入文字"), "<w:showingPlcHdr/>"), "湖西街道办事处")
    _add(document, _paragraph(_control(_run("2024年1月8日"), "<w:date/>")))


def contents_of_links(document):
    """Entries in the styles of Word without pages, as they come from a web page; bold headings below."""
    entries = (("主要做法和成效", 1), ("坚持党建引领", 2), ("存在的问题", 1), ("下一步打算", 1))
    for level in (1, 2):
        document.styles.add_style(f"toc {level}", 1)
    document.add_paragraph("青湖街道2023年工作总结")
    for text, level in entries:
        document.add_paragraph(text, style=f"toc {level}")
    for (text, _), below in zip(entries, ("", "学习24次。", "经费不足。", "改造小区3个。"), strict=True):
        document.add_paragraph().add_run(text).bold = True
        document.add_paragraph(below) if below else None


def repeated_heads_and_sections(document):
    """A head of two rows that each page repeats, rows of one cell between the others."""
    _add(document, "青湖镇2023年工作总结", "一、工作情况", "指标见表。")
    rows = (
        ("指标", "2022年", "2023年"),
        ("指标", "完成", "完成"),
        ("经济", "", ""),
        ("税收", "3", "4"),
        ("社会", "", ""),
    )
    made = table(document, *rows, ("托位", "60", "80"))
    for row in made.rows[:2]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for at in (2, 4):
        cell = made.cell(at, 0).merge(made.cell(at, 2))
        cell.text = cell.text.strip()
    _add(document, "二、工作打算", "再接再厉。")


def one_list_for_all_levels(document):
    """Numbers of Word that run on over typed ones of two levels."""
    document.add_paragraph("青湖街道2023年工作总结")
    for text in (
        "一、工作情况",
        "（一）抓党建",
        "学习24次。",
        "（二）抓民生",
        "新建驿站4个。",
        "二、工作打算",
        "改造小区3个。",
    ):
        document.add_paragraph(text, style=None if text.endswith("。") else "List Number")


def bold_between_styles_and_numbers(document):
    """Headings by style, bold lines above numbers that begin anew."""
    for text in ("青湖镇2023年工作总结", "*2023年工作回顾", "#稳增长", "1.招商。签约12个。", "2.投产。投产4个。", "#保民生",
                 "1.就业。新增860人。", "*2024年工作安排", "#稳增长", "1.技改。技改3家。"):  # fmt: skip
        style = "Heading 1" if text.startswith("*") else None
        document.add_paragraph(style=style).add_run(text.lstrip("*#")).bold = text.startswith("#") or None


TRUTHS = {
    contents_of_links: """
标题 青湖街道2023年工作总结
年度 2023 青湖街道
一、 achievements 主要做法和成效
（一） 标题 坚持党建引领
段落 学习24次。
二、 difficulties 存在的问题
段落 经费不足。
三、 plans 下一步打算
段落 改造小区3个。
提示 document_contents
""",
    repeated_heads_and_sections: """
标题 青湖镇2023年工作总结
年度 2023 青湖镇
一、 achievements 工作情况
段落 指标见表。
表 指标 2022年（完成） 2023年（完成） 4
二、 plans 工作打算
段落 再接再厉。
""",
    one_list_for_all_levels: """
标题 青湖街道2023年工作总结
年度 2023 青湖街道
一、 achievements 工作情况
（一） 标题 抓党建
段落 学习24次。
（二） 标题 抓民生
段落 新建驿站4个。
二、 plans 工作打算
段落 改造小区3个。
提示 number_doubled
""",
    bold_between_styles_and_numbers: """
标题 青湖镇2023年工作总结
年度 2023 青湖镇
一、 achievements 2023年工作回顾
（一） 标题 稳增长
1. 引题 招商
2. 引题 投产
（二） 标题 保民生
1. 引题 就业
二、 plans 2024年工作安排
（一） 标题 稳增长
1. 引题 技改
""",
    contents_of_wps: """
标题 松山街道2023年工作总结
年度 2023 松山街道
一、 achievements 2023年工作回顾
（一） 标题 聚焦党建
段落 开展主题党日48次。
（二） 标题 聚焦民生
段落 绿化1200m²。
二、 difficulties 存在的问题
段落 经费不足。
三、 plans 2024年工作打算
段落 改造小区3个。
提示 document_contents
""",
    tracked_moves: """
标题 河东街道2023年工作总结
年度 2023 河东街道
一、 achievements 工作情况
段落 新建驿站4个，改造2个。
段落 培训干部2批。
段落 走访居民860户。
二、 plans 工作打算
段落 再建驿站3个。
提示 document_changes document_deleted
""",
    a_table_with_a_title_and_a_box: """
标题 河东镇2023年工作总结
年度 2023 河东镇
一、 achievements 工作情况
段落 见下表。
表 指标 2023年（目标、完成） 同比 2
段落 指标全部完成。
段落 数据截至12月20日。
二、 plans 工作打算
段落 再接再厉。
""",
    styles_that_are_bold: """
标题 河西街道2023年工作总结
年度 2023 河西街道
一、 achievements 工作成效
（一） 引题 党建聚合力
（二） 引题 管理提品质
二、 difficulties 存在问题
段落 人手不足，经费紧张。
三、 plans 下一步打算
（一） 引题 抓改造
（二） 引题 抓服务
""",
    struck_and_hidden_lines: """
标题 河南镇2023年工作总结
年度 2023 河南镇
一、 achievements 工作情况
（一） 引题 抓项目
（二） 引题 抓平安
二、 plans 工作打算
段落 再接再厉。
提示 document_header document_struck document_hidden
""",
    contents_typed_with_dots: """
标题 湖滨街道2023年工作总结
年度 2023 湖滨街道
一、 achievements 工作回顾
（一） 标题 党建
段落 学习24次。
二、 plans 工作打算
段落 改造小区3个。
提示 document_contents
""",
    numbers_twice_and_a_field_in_the_title: """
标题 湖滨镇2023年工作总结
年度 2023 湖滨镇
一、 achievements 工作情况
段落 惠及瞿家村。
二、 plans 今后打算
段落 减排CO₂12吨。
提示 document_pronunciation number_doubled
""",
    lists_below_bold_lines: """
标题 湖滨社区2023年工作总结
年度 2023 湖滨社区
一、 achievements 2023年工作开展情况
（一） 标题 基层党建
段落 学习24次。
（二） 标题 社区治理
1. 标题 环境整治
段落 清理楼道46处。
2. 标题 矛盾调处
段落 调解纠纷86件。
二、 plans 2024年工作计划
段落 改造小区3个。
""",
    a_table_in_a_table: """
标题 湖东街道2023年工作总结
年度 2023 湖东街道
一、 achievements 工作情况
段落 见表。
表 项目 内容 2
二、 plans 工作打算
段落 再接再厉。
提示 document_changes document_deleted_cells
""",
    controls_around_title_and_date: """
标题 湖西街道2023年工作总结
年度 2023 湖西街道
一、 achievements 工作情况
（一） 标题 党建工作
1. 标题 教育培训
段落 学习24次。
2. 标题 阵地建设
段落 新建阵地2处。
（二） 标题 民生工作
1. 标题 一老一小
段落 新增托位60个。
二、 plans 下步打算
段落 改造小区3个。
署名 湖西街道办事处 2024-01-08
提示 document_hidden document_placeholder
""",
}


@pytest.mark.parametrize("made", TRUTHS, ids=lambda made: made.__name__)
def test_a_document_is_read_as_its_page_shows_it(made, tmp_path):
    document = docx.Document()
    made(document)
    assert not differences(read(document, tmp_path), TRUTHS[made])
