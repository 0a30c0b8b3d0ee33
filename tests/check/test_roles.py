"""What each paragraph of a document is: of ours by its styles, of anybody's by what it says and where it stands."""

from __future__ import annotations

import pytest

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.ooxml.package import parse_package
from tests.check.finished import edited, whole_report
from tests.templates import MAIN, packed, parts_of

TEXT = "全年新增企业3家，各项工作有序推进。"


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


CONTENTS = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
CENTRED = '<w:jc w:val="center"/>'
EMPTY = "<w:p/>"


def typed(*paragraphs: str) -> FinishedDocument:
    """A document of these paragraphs, those that are no XML in no style, without a style of ours."""
    new = dict(parts_of(whole_report(header=None, imprint=None, attachments=None).to_bytes()))
    styles = new["word/styles.xml"].decode().replace('w:val="Introduction"', 'w:val="Intro"')
    styles = styles.replace("</w:styles>", f"{CONTENTS}</w:styles>")
    body = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    main = new[MAIN].decode()
    begin, end = main.index("<w:body>") + len("<w:body>"), main.rindex("<w:sectPr>")
    new |= {"word/styles.xml": styles.encode(), MAIN: (main[:begin] + body + main[end:]).encode()}
    return FinishedDocument(parse_package(packed(new)))


def said(document: FinishedDocument) -> list[str]:
    return [each.role for paragraphs in document.of_passages for each in paragraphs]


def roles(*paragraphs: str) -> list[str]:
    return said(typed(*paragraphs))


TITLE_TEXT = "人民街道2022年工作总结"
TITLE = paragraph(TITLE_TEXT, CENTRED)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([TITLE, TEXT], ["title", "paragraph"]),
        ([TITLE, paragraph("和2023年工作打算", CENTRED), EMPTY, TEXT], ["title", "title", "paragraph"]),
        ([TITLE, EMPTY, "各科室：", TEXT], ["title", "addressee", "paragraph"]),
        (["各项工作有序推进。", TEXT], ["paragraph", "paragraph"]),
        ([TITLE, "（2022年12月20日）", TEXT], ["title", "aside", "paragraph"]),
        ([TITLE, "人办发〔2022〕8号", TEXT], ["title", "document_number", "paragraph"]),
        (
            [TITLE, "一、党建", "（一）组织", "1.支部", "（1）生活", TEXT],
            ["title", *(f"heading_{n}" for n in (1, 2, 3, 4)), "paragraph"],
        ),
        (
            [TITLE, "（一）党建。街道推进。", "一是推进。", "1.推进工作；"],
            ["title", "paragraph", "paragraph", "paragraph"],
        ),
        (
            ["000001", "机密★1年", "特急", paragraph("人民街道办事处文件", CENTRED), "人办发〔2022〕8号", TITLE, TEXT],
            ["copy_number", "classification", "urgency", "issuer_mark", "document_number", "title", "paragraph"],
        ),
        (
            [TITLE, TEXT, "附件：1.清单", "2.名单", EMPTY, "人民街道办事处", "2022年12月20日", "（联系人：某某）"],
            ["title", "paragraph", "attachment_item", "attachment_item", "issuer", "issue_date", "note"],
        ),
        (
            [TITLE, TEXT, "人民街道办事处", "二〇二二年十二月二十日", "附件1", EMPTY, paragraph("清单", CENTRED), TEXT],
            ["title", "paragraph", "issuer", "issue_date", "attachment_label", "attachment_title", "paragraph"],
        ),
        ([TITLE, TEXT, "附件：", "1.清单", "2.名单"], ["title", "paragraph", *["attachment_item"] * 3]),
        (
            [TITLE, TEXT, "2022年12月20日", "抄送：县委办公室。", "人民街道办公室  2022年12月20日印发"],
            ["title", "paragraph", "issue_date", "copied_to", "printed_by"],
        ),
        ([TITLE, TEXT, "2022年12月20日", TEXT], ["title", "paragraph", "issue_date", "paragraph"]),
    ],
)
def test_a_typed_paragraph_has_the_role_that_its_text_and_place_tell(paragraphs, expected):
    assert roles(*paragraphs) == expected


def test_a_heading_style_is_a_heading_and_a_mark_tells_its_level():
    def styled(level: int, text: str) -> str:
        return paragraph(text, f'<w:pStyle w:val="Heading{level}"/>')

    assert roles(TITLE, styled(1, "党建"), styled(2, "一、组织"), styled(2, "1.支部"), styled(3, "1.支部")) == [
        *("title", "heading_1", "heading_1", "heading_2", "heading_3")
    ]


def test_a_heading_style_above_all_text_is_the_title():
    assert roles(paragraph("工作总结", '<w:pStyle w:val="Heading1"/>'), TEXT) == ["title", "paragraph"]


def test_a_table_has_cells_with_their_places_and_its_caption():
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('名称', '数量')}{row('甲', '3')}</w:tbl>"
    document = typed(TITLE, TEXT, paragraph("表1 项目", CENTRED), "单位：个", table, EMPTY)
    assert said(document)[2:] == [
        "table_caption",
        "table_unit",
        *["table_head"] * 2,
        *["table_text"] * 2,
    ]
    cells = [passage.cell for passage in document.passages if passage.cell]
    assert [(cell.table, cell.row, cell.column, cell.is_head) for cell in cells] == [
        *((0, 0, 0, True), (0, 0, 1, True), (0, 1, 0, False), (0, 1, 1, False))
    ]


def test_an_imprint_in_a_table_is_one():
    cells = "".join(f"<w:tr><w:tc>{paragraph(text)}</w:tc></w:tr>" for text in ("抄送：县委。", "街道 12月20日印发"))
    assert roles(TITLE, TEXT, f"<w:tbl>{cells}</w:tbl>", EMPTY)[2:] == ["copied_to", "printed_by"]


def test_our_own_document_has_the_roles_of_its_styles_and_the_passages_of_its_text():
    document = FinishedDocument(parse_package(edited()))
    read = dict.fromkeys((passage.role, passage.level) for passage in document.passages)
    assert {("title", 0), ("heading", 4), ("cell", 0), ("imprint", 0), ("attachment_title", 0), ("issuer", 0)} <= set(
        read
    )
    assert all(each.paragraph.element is not None for each in document.placed)


def test_numbers_of_a_list_are_marks():
    document = FinishedDocument(parse_package(whole_report().to_bytes(numbering="native")))
    headings = [(passage.mark, passage.level) for passage in document.passages if passage.role == "heading"]
    assert headings[:4] == [("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4)]
