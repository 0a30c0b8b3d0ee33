"""Documents of others: without the styles of the roles their text must do, with what Word knows as hints."""

from __future__ import annotations

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from renmin_docs import Chapter, Point, Signature
from renmin_docs.intake.reports import read_report
from renmin_docs.numerals import MARKS
from renmin_docs.report.cells import Cell
from renmin_docs.report.tables import Table
from tests.intake.documents.hostile import minimal
from tests.pictures import saved
from tests.samples import report

TITLE = "东风街道2022年工作总结和2023年工作打算"
LEVELS = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))


@pytest.fixture
def read(tmp_path):
    """Saves a document of python-docx and reads it."""

    def save_and_read(document, **options):
        path = tmp_path / "去年.docx"
        document.save(path)
        return read_report(path, **options)

    return save_and_read


def written(*texts):
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return document


def rules(reading):
    return [note.rule for note in reading.notes]


def with_list(document, levels=LEVELS):
    """Adds a multilevel list; gives what puts a paragraph on one of its levels."""
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def add(text, level):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", level), ("w:numId", 77)):
            child = OxmlElement(name)
            child.set(qn("w:val"), str(value))
            number.append(child)
        properties.append(number)

    return add


def test_typed_numbers_are_read_as_in_a_text(read):
    found = read(
        written(
            TITLE, "一年来，街道工作有序。", "一、工作情况", "（一）抓党建。新建驿站4个。", "（二）抓民生。新增托位60个。",
            "二、存在的问题", "一是资金不足。", "二是人手不够。", "三、工作打算", "办好实事。", "东风街道办事处", "2022年12月20日",
        )
    ).report  # fmt: skip
    assert (found.title, found.organization.name, found.issue_date.isoformat()) == (TITLE, "东风街道", "2022-12-20")
    assert [point.lead for point in found.achievements[0].points] == ["抓党建", "抓民生"]
    assert found.difficulties[0].series == "ordinal"
    assert found.plans[0].body == ("办好实事。",)


def test_numbers_that_word_makes_count_as_typed_ones(read):
    document = written(TITLE)
    add = with_list(document)
    for text, level in (
        ("工作情况", 0), ("抓党建", 1), ("建强队伍。培训120人次。", 2), ("建好阵地。新建驿站4个。", 2), ("抓民生", 1),
        ("托育。新增托位60个。", 2), ("工作打算", 0), ("办好十件实事，改造小区3个。", 1),
    ):  # fmt: skip
        add(text, level)
    found = read(document).report
    assert found.marks == MARKS
    first, second = found.achievements[0].points
    assert (first.heading, second.heading) == ("抓党建", "抓民生")
    assert [point.lead for point in first.points] == ["建强队伍", "建好阵地"]
    assert found.plans[0].points[0].body == ("办好十件实事，改造小区3个。",)


@pytest.mark.parametrize(
    "levels",
    [
        (("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
        (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")),
        (("decimal", "第%1章"), ("decimal", "%2"), ("decimal", "%3)")),
        (("chineseCounting", "%1"), ("decimal", "%2、"), ("decimal", "(%3)")),
    ],
)
def test_word_s_numbers_count_however_bare_they_are(read, levels):
    document = written(TITLE)
    add = with_list(document, levels)
    for text, level in (
        ("工作情况", 0),
        ("抓党建", 1),
        ("2022年建强队伍。培训120人次。", 2),
        ("抓民生", 1),
        ("工作打算", 0),
        ("办实事。", 1),
    ):
        add(text, level)
    found = read(document).report
    first, second = found.achievements[0].points
    assert (found.achievements[0].heading, first.heading, second.heading) == ("工作情况", "抓党建", "抓民生")
    assert len(first.points) == 1
    assert found.plans[0].points[0].body == ("办实事。",)


def test_a_ladder_of_words_lists_without_the_second_mark_is_found_out(read):
    document = written(TITLE)
    add = with_list(document, (LEVELS[0], ("decimal", "%2."), ("decimal", "（%3）")))
    for text, level in (("工作情况", 0), ("抓党建", 1), ("抓队伍。培训120人次。", 2), ("抓民生", 1), ("修路。", 2)):
        add(text, level)
    assert read(document).report.marks == ("一、", "1.", "（1）")


def test_bullets_are_no_text_and_letters_are(read):
    document = written(TITLE, "一、工作情况")
    with_list(document, (("bullet", "\uf0b7"),))("走访群众300余次。", 0)
    found = read(document).report
    assert found.achievements[0].body == ("走访群众300余次。",)
    document = written(TITLE, "一、工作情况")
    with_list(document, (("upperLetter", "%1."),))("走访群众300余次。", 0)
    assert "A.走访群众300余次。" in str(read(document).report)


def test_built_in_headings_are_headings_without_any_number(read):
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    for text, style in (
        ("2022年工作开展情况", "Heading 1"), ("抓党建促发展", "Heading 2"), ("全年培训党员。", "Normal"),
        ("抓民生办实事", "Heading 2"), ("新增托位60个。", "Normal"), ("下一步打算", "Heading 1"), ("再接再厉。", "Normal"),
    ):  # fmt: skip
        document.add_paragraph(text, style=style)
    found = read(document).report
    assert [point.heading for point in found.achievements[0].points] == ["抓党建促发展", "抓民生办实事"]
    assert (found.plans[0].heading, found.plans[0].body) == ("下一步打算", ("再接再厉。",))


def test_a_large_line_in_the_middle_is_the_title_whatever_it_says(read):
    document = docx.Document()
    for text, size in (("奋楫扬帆启新程", 22), ("凝心聚力谱新篇", 22), ("一、工作情况", 16), ("完成任务。" * 20, 16)):
        paragraph = document.add_paragraph()
        paragraph.add_run(text).font.size = Pt(size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if size == 22 else None
    assert read(document, year=2022).report.title == "奋楫扬帆启新程\n凝心聚力谱新篇"


def test_text_is_cleaned_and_steps_can_be_left_out(read):
    document = written(TITLE, "一、工作情况", "区(qū)委支持,,街道落实。")
    assert read(document).report.achievements[0].body == ("区委支持，街道落实。",)
    assert read(document, cleaning=["-pinyin"]).report.achievements[0].body == ("区（qū）委支持，街道落实。",)


# --- what a text has not ----------------------------------------------------------------------


def _table(document, *rows):
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


def test_a_table_comes_with_its_caption_and_unit(read):
    document = written(TITLE, "一、工作情况", "指标见下表。", "2022年主要指标完成情况", "单位：万元")
    _table(document, ("指标", "数量"), ("税收", "23600"), ("投资", "54200"))
    document.add_paragraph("完成较好。")
    before, table, behind = read(document).report.achievements[0].body
    assert (before, behind) == ("指标见下表。", "完成较好。")
    assert (table.caption, table.unit) == ("2022年主要指标完成情况", "万元")
    assert [column.heading for column in table.columns] == ["指标", "数量"]
    assert table.rows == (("税收", "23600"), ("投资", "54200"))


def test_merged_cells_stay_merged(read):
    document = written(TITLE, "一、工作情况")
    table = _table(document, ("指标", "数量", "单位"), ("合计", "", "户"), ("税收", "1", "元"), ("税收", "2", "元"))
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(2, 2).merge(table.cell(3, 2)).text = "元"
    reading = read(document)
    (found,) = [item for item in reading.report.achievements[0].body if isinstance(item, Table)]
    assert found.rows == (
        (Cell(text="合计", column_span=2), "户"),
        ("税收", "1", Cell(text="元", row_span=2)),
        ("税收", "2"),
    )
    assert not {"table_heads_joined", "item_as_text"}.intersection(rules(reading))


def test_a_table_wider_than_any_of_words_is_read_and_a_long_merged_cell_too(tmp_path):
    heads = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>" * 300 + "</w:tr>"
    )
    down = '<w:tc><w:tcPr><w:vMerge w:val="{}"/></w:tcPr><w:p/></w:tc>'
    path = tmp_path / "去年.docx"
    wide = (
        f"<w:tr>{down.format('restart')}{'<w:tc/>' * 299}</w:tr><w:tr>{down.format('continue')}{'<w:tc/>' * 299}</w:tr>"
    )
    long = f"<w:tr>{down.format('restart')}<w:tc/></w:tr>" + f"<w:tr>{down.format('continue')}<w:tc/></w:tr>" * 1000
    path.write_bytes(minimal(f"<w:tbl>{heads}{heads}{wide}</w:tbl><w:p/><w:tbl>{long}</w:tbl><w:p/>"))
    tables = [item for item in read_report(path).report.achievements[0].body if isinstance(item, Table)]
    assert [len(table.leaf_columns) for table in tables] == [300, 2]
    assert tables[0].rows[0][:2] == ("", "")
    assert tables[1].rows[0][0] == Cell(row_span=1000)


def test_a_table_that_is_a_frame_around_text_is_text(read):
    document = written(TITLE)
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "一、工作情况"
    cell.add_paragraph("完成任务。")
    assert read(document).report.achievements[0].body == ("完成任务。",)


def test_a_table_before_the_first_chapter_is_kept_as_text(read):
    document = written(TITLE)
    _table(document, ("指标", "数量"), ("税收", "23600"))
    document.add_paragraph("一、工作情况")
    document.add_paragraph("完成任务。")
    reading = read(document)
    assert reading.report.introduction == ("指标\t数量", "税收\t23600")
    assert "item_as_text" in rules(reading)


@pytest.mark.parametrize(("description", "name"), [("大厅", "大厅"), ("", "without a name")])
def test_a_linked_picture_is_named_and_said_to_be_linked(read, tmp_path, description, name):
    document = written(TITLE, "一、工作情况", "见图。")
    (tmp_path / "hall.png").write_bytes(saved())
    document.add_picture(str(tmp_path / "hall.png"))
    blip = next(document.element.body.iter(qn("a:blip")))
    relationship = document.part.relate_to("https://example.org/hall.png", RT.IMAGE, is_external=True)
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), relationship)
    next(document.element.body.iter(qn("wp:docPr"))).set("descr", description)
    (note,) = (note for note in read(document).notes if note.rule.startswith("picture"))
    assert note.rule == "picture_linked"
    assert f"the picture {name} is linked" in note.message()


def test_a_picture_is_kept_with_its_bytes(read, tmp_path):
    (tmp_path / "hall.png").write_bytes(saved())
    document = written(TITLE, "一、工作情况", "见图。")
    document.add_picture(str(tmp_path / "hall.png"))
    reading = read(document)
    assert reading.report.achievements[0].body[1].path == "去年_1.png"
    assert dict(reading.pictures) == {"去年_1.png": saved()}


@pytest.mark.parametrize(("size", "is_seal"), [((42, 42), True), ((60, 30), False), ((15, 15), False)])
def test_a_round_picture_upon_the_signature_is_its_seal(read, tmp_path, size, is_seal):
    (tmp_path / "seal.png").write_bytes(saved())
    document = written(TITLE, "一、工作情况", "完成任务。", "青山街道办事处", "2022年12月20日")
    document.add_picture(str(tmp_path / "seal.png"), *map(Mm, size))
    *_, organ, _, picture = document.paragraphs
    inline = next(picture._p.iter(qn("wp:inline")))
    inline.tag = qn("wp:anchor")
    organ._p.append(picture._p[-1])
    report = read(document).report
    if is_seal:
        assert report.signature == Signature(kind="sealed", seal="去年_1.png")
        assert (report.organization.issuer, report.achievements[0].body) == ("青山街道办事处", ("完成任务。",))
    else:
        assert report.signature == Signature()
        assert [each.path for each in report.achievements[0].body if not isinstance(each, str)] == ["去年_1.png"]


def test_a_text_box_keeps_its_text(read):
    document = written(TITLE, "一、工作情况", "完成任务。")
    box = (
        f'<w:r {nsdecls("w")}><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r>'
        "<w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    document.paragraphs[-1]._p.append(parse_xml(box))
    assert read(document).report.achievements[0].body == ("完成任务。", "框里的话。")


@pytest.mark.parametrize("of_ours", [False, True])
def test_a_footnote_is_a_note(read, tmp_path, of_ours):
    path = tmp_path / "ours.docx"
    report(achievements=Chapter(heading="工作情况", body="完成任务。")).save(path)
    document = docx.Document(path) if of_ours else written(TITLE, "一、工作情况", "完成任务。")
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="5"><w:p><w:r><w:t>见附件。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    last = next(paragraph for paragraph in document.paragraphs if paragraph.text == "完成任务。")
    last._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="5"/></w:r>'))
    reading = read(document)
    assert reading.report.achievements[0].body == ("完成任务。{[见附件。]}",)
    assert "document_footnote" not in rules(reading)


def test_changes_that_nobody_accepted_are_read_as_accepted_and_noted(read):
    document = written(TITLE, "一、工作情况", "完成任务")
    for xml in (
        "<w:del {}><w:r><w:delText>三</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>五件。</w:t></w:r></w:ins>",
    ):
        document.paragraphs[-1]._p.append(parse_xml(xml.format(nsdecls("w"))))
    reading = read(document)
    assert reading.report.achievements[0].body == ("完成任务五件。",)
    assert "document_changes" in rules(reading)


def test_a_table_of_contents_is_left_out_and_noted(read):
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("一、工作情况\t1", style="toc 1")
    document.add_paragraph("一、工作情况")
    document.add_paragraph("完成任务。")
    reading = read(document)
    assert len(reading.report.chapters) == 1
    assert "document_contents" in rules(reading)


def test_a_shift_return_begins_a_paragraph(read):
    found = read(written(TITLE, "一、工作情况\n完成任务3件。\n群众满意。")).report
    assert found.achievements[0].body == ("完成任务3件。", "群众满意。")


# --- documents of ours that somebody worked on ------------------------------------------------


def test_a_document_of_ours_with_marks_out_of_turn_is_read_by_its_text(tmp_path):
    points = [Point(heading=heading, body="已落实。") for heading in ("抓党建", "抓民生", "抓安全")]
    path = tmp_path / "edited.docx"
    report(achievements=Chapter(heading="工作情况", body=points), issue_date=None).save(path)
    document = docx.Document(path)
    (second,) = [paragraph for paragraph in document.paragraphs if "抓民生" in paragraph.text]
    second._p.getparent().remove(second._p)
    document.save(path)
    reading = read_report(path)
    assert [point.heading for point in reading.report.achievements[0].points] == ["抓党建", "抓安全"]
    assert "number_gap" in rules(reading)


def test_a_page_that_was_pasted_into_word_is_read_as_the_report_on_it(read):
    """Spaces for indents, the title as the only heading of the first level, a caption that stands in the middle."""
    document = docx.Document()
    document.add_paragraph("首页 > 政务公开 > 工作总结")
    document.add_paragraph("东风街道2022年工作总结", style="Heading 1")
    for text in (
        "\u00a0\u00a0\u00a0\u00a02022年，街道办成实事31项。",
        "\u3000\u3000一、工作情况",
        "\u3000\u3000（一）抓党建。培训120人次。\n\u3000\u3000发展党员8名。",
    ):
        document.add_paragraph(text)
    document.add_paragraph("主要指标").alignment = 1
    table = document.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("指标", "本年", "税收", "1.36亿元"), strict=True
    ):
        cell.text = text
    document.add_paragraph("\u3000\u3000二、工作打算")
    document.add_paragraph("继续努力。")
    found = read(document).report
    assert found.title == "东风街道2022年工作总结"
    assert found.introduction == ("2022年，街道办成实事31项。",)
    first, table = found.achievements[0].body[0].body[:2], found.achievements[0].body[0].body[-1]
    assert first == ("培训120人次。", "发展党员8名。")
    assert (found.achievements[0].heading, found.achievements[0].body[0].lead) == ("工作情况", "抓党建")
    assert (table.caption, table.rows) == ("主要指标", (("税收", "1.36亿元"),))
    assert found.plans[0].body == ("继续努力。",)


def test_the_card_of_a_page_that_was_pasted_into_word_goes_and_other_tables_stay(read):
    document = docx.Document()
    _table(
        document,
        ("索 引 号", "0110/2024-17", "主题分类", "综合政务"),
        ("发布机构：", "青石镇人民政府", "发文日期", "2024-01-12"),
    )
    for text in ("青石镇2023年工作总结", "一、工作情况"):
        document.add_paragraph(text)
    _table(document, ("主题", "场次"), ("发布机构", "12"))
    reading = read(document)
    assert (reading.report.title, reading.report.introduction) == ("青石镇2023年工作总结", ())
    assert [note.found[:8] for note in reading.notes if note.rule == "clean_furniture"] == [
        "“| 索 引 号",
        "“| 发布机构：",
    ]
    (kept,) = reading.report.achievements[0].body
    assert kept.rows == (("发布机构", "12"),)


def test_attachments_behind_the_signature_keep_their_tables(read):
    document = written(
        TITLE, "区人民政府：", "一、工作情况", "办成实事31项。", "附件：主要指标", "东风街道办事处", "2022年12月20日",
        "（联系人：某某）", "附件", "主要指标",
    )  # fmt: skip
    table = document.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("指标", "本年", "税收", "1.36亿元"), strict=True
    ):
        cell.text = text
    found = read(document).report
    assert (found.addressee, found.note, found.conclusion) == (("区人民政府",), "联系人：某某", ())
    (attachment,) = found.attachments
    assert (attachment.title, attachment.body[0].rows) == ("主要指标", (("税收", "1.36亿元"),))


def test_the_frame_of_an_official_document_is_read_whole_whatever_indents_it(read):
    found = read(
        written(
            "云溪街道办事处文件", "云街办〔2023〕12号　　签发人：王某", "        云 溪 街 道 办 事 处", "   关于2022年工作的报告", "区人民政府：",
            "一、工作情况", "办成实事31项。", "　　附件：1. 指标表", "　　　　　2. 清单", " " * 30 + "云溪街道党工委", " " * 30 + "云溪街道办事处",
            " " * 31 + "2023年1月8日", "（此件公开发布）", "抄送：区委办公室，区政协办公室。", "云溪街道党政办公室　　　2023年1月9日印发",
        )
    ).report  # fmt: skip
    head, imprint = found.header, found.imprint
    assert (head.number, head.signatories, head.suffix) == ("云街办〔2023〕12号", ("王某",), "文件")
    assert found.title.replace("\n", "") == "云溪街道办事处关于2022年工作的报告"
    assert (found.organization.name, found.organization.issuer) == ("云溪街道", "云溪街道办事处")
    assert (found.addressee, found.conclusion) == (("区人民政府",), ())
    assert [(each.title, each.is_apart) for each in found.attachments] == [("指标表", True), ("清单", True)]
    assert (found.signature.issuers, found.note) == (("云溪街道党工委", "云溪街道办事处"), "此件公开发布")
    assert imprint.copied_to == ("区委办公室", "区政协办公室")
    assert (imprint.printed_by, str(imprint.print_date)) == ("云溪街道党政办公室", "2023-01-09")


def test_text_behind_a_comment_of_the_xml_is_text(tmp_path):
    path = tmp_path / "去年.docx"
    path.write_bytes(minimal("<w:p><w:r><w:t>甲<!-- c -->乙<?pi x?>丙<![CDATA[丁]]>戊。</w:t></w:r></w:p>"))
    assert read_report(path).report.achievements[0].body == ("完成任务3件。", "甲乙丙丁戊。")
