"""Documents set by hand, as Word and WPS users do: where they keep to the standard there is no finding."""

from __future__ import annotations

import pytest

from renmin_docs.check import page_findings
from tests.check.test_roles import EMPTY, TITLE_TEXT, paragraph, typed

FACES = {"小标宋": "方正小标宋_GBK", "黑体": "方正黑体简体", "楷体": "KaiTi", "仿宋": "FangSong"}
TWO = '<w:ind w:firstLine="640"/>'
CHARS = '<w:ind w:firstLineChars="200" w:firstLine="643"/>'
SENTENCE = "街道坚持党建引领，全年完成“两新”组织覆盖12家。"


def run(face: str, half_points: int = 32) -> str:
    """A run's properties as people set them: Latin characters in another font, and the hint that Word writes."""
    family = FACES[face]
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{family}"/>'
        f'<w:sz w:val="{half_points}"/>'
    )


def line(text: str, properties: str = CHARS, face: str = "仿宋", half_points: int = 32) -> str:
    return paragraph(text, properties, run(face, half_points))


CENTRED = '<w:jc w:val="center"/>'
TITLE = line(TITLE_TEXT, CENTRED, "小标宋", 44)
LABEL = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + line("附件", "", "黑体")


def lead(mark: str, face: str) -> str:
    """A run-in heading in a type of its own before text."""
    first, behind = f"<w:r><w:rPr>{run(face)}</w:rPr><w:t>{mark}</w:t></w:r>", f"<w:r><w:rPr>{run('仿宋')}</w:rPr>"
    return f"<w:p><w:pPr>{CHARS}</w:pPr>{first}{behind}<w:t>{SENTENCE}</w:t></w:r></w:p>"


RIGHT = {
    "headings of four levels": [
        *(
            TITLE,
            EMPTY,
            line("一、党建", CHARS, "黑体"),
            line("（一）组织", TWO, "楷体"),
            line("1.支部"),
            line("（1）生活"),
        ),
        line(SENTENCE),
    ],
    "headings of two layers": [
        *(TITLE, EMPTY, line("一、党建", CHARS, "黑体"), line("1.支部", CHARS, "楷体"), line("2.党员", CHARS, "仿宋")),
        line(SENTENCE),
    ],
    "run-in headings": [TITLE, EMPTY, lead("（一）党建工作。", "楷体"), lead("一是抓组织。", "黑体"), line(SENTENCE)],
    "a title of two lines": [line("人民街道", CENTRED, "小标宋", 44), TITLE, EMPTY, line(SENTENCE)],
    "a date and a name below the title": [
        *(TITLE, line("2022年12月20日", CENTRED, "楷体"), line("某某某", CENTRED, "楷体"), EMPTY, line(SENTENCE))
    ],
    "chapters": [TITLE, EMPTY, line("第一章　总则", CENTRED, "黑体"), line(SENTENCE)],
    "a table of contents": [
        *(TITLE, EMPTY, line("目　录", CENTRED, "黑体", 44), paragraph("一、党建\t1", '<w:pStyle w:val="TOC1"/>')),
        line(SENTENCE),
    ],
    "an addressee and a list of attachments": [
        *(TITLE, EMPTY, line("县人民政府：", ""), line(SENTENCE), EMPTY, line("附件：名单"), EMPTY),
        line("人民街道办事处", '<w:ind w:right="628"/><w:jc w:val="right"/>'),
        line("2022年1月5日", '<w:ind w:right="314"/><w:jc w:val="right"/>'),
        *(LABEL, EMPTY, line("名单", CENTRED, "小标宋", 44), EMPTY, line(SENTENCE)),
    ],
    "an indent of spaces": [TITLE, EMPTY, line("　　" + SENTENCE, "")],
    "a list of Word's": [
        TITLE,
        EMPTY,
        line(SENTENCE),
        line("第一项工作", f'<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>{TWO}'),
    ],
}


@pytest.mark.parametrize("paragraphs", RIGHT.values(), ids=RIGHT)
def test_what_is_set_by_hand_as_the_standard_wants_has_no_finding(paragraphs):
    findings = page_findings(typed(*paragraphs))
    assert findings == [], [str(each.finding) for each in findings]


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (line(SENTENCE, CHARS, "黑体"), "element_face"),
        (line(SENTENCE, CHARS, "仿宋", 28), "element_size"),
        (line(SENTENCE, ""), "element_indent"),
        (line(SENTENCE, '<w:ind w:left="640" w:firstLine="640"/>'), "element_inset"),
        (line("（一）组织", CHARS, "黑体"), "element_face"),
        (line(SENTENCE, f'<w:spacing w:line="360" w:lineRule="auto"/>{CHARS}'), "lines_per_page"),
        (line(SENTENCE).replace('w:hint="eastAsia"', 'w:hint="default"'), "quote_face"),
    ],
)
def test_one_line_that_is_set_otherwise_is_the_finding(wrong, rule):
    (found,) = page_findings(typed(TITLE, EMPTY, line("一、党建", CHARS, "黑体"), wrong, line(SENTENCE)))
    assert found.finding.rule == rule
    assert found.passages == (2,)
