"""Emphasised words as runs of their own, in the properties of the run that they stand in."""

import re
from io import BytesIO

import docx
import pytest

from renmin_docs import Chapter, Point
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.render.runs import emphasised_runs
from renmin_docs.report.tables import Table
from tests.samples import report
from tests.templates import parts_of

BODY = [
    Point(heading="用地{*大*}m{^2^}", body="{*增长{税收:同比}*}，R&D{+加{*粗*}+}。"),
    Point(lead="CO{~2~}", body="{*甲*}乙{*丙*}"),
    Table(columns=["面积m{^2^}"], rows=[["{*合计*}"], ["合计"], ["换\n{*行*}"]]),
]
SAMPLE = report(figures={"税收": {"value": "1.50亿元", "previous": "1.36亿元"}}, achievements=Chapter(body=BODY))


def looks(paragraph):
    """The runs of a paragraph that say anything, each with what is emphasised in it."""
    found = []
    for run in paragraph.runs:
        font = run.font
        kinds = (font.bold, font.underline, font.superscript, font.subscript)
        if run.text:
            found.append((run.text, "".join(sign for sign, is_on in zip("*+^~", kinds, strict=True) if is_on)))
    return found


@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("template", ["work_report", "red_head"])
def test_what_is_emphasised_has_runs_of_its_own(template, numbering):
    data = SAMPLE.to_bytes(template=template, numbering=numbering)
    document = docx.Document(BytesIO(data))
    printed = [[each for each in looks(one) if each[0] not in ("（一）", "（二）")] for one in document.paragraphs]
    assert [("用地大m", ""), ("2", "^")] in printed
    assert [("增长同比增长10.29%", "*"), ("，R&D", ""), ("加", "+"), ("粗", "*+"), ("。", "")] in printed
    assert [("CO", ""), ("2", "~"), ("。", ""), ("甲", "*"), ("乙", ""), ("丙", "*")] in printed
    cells = [looks(paragraph) for row in document.tables[0].rows for paragraph in row.cells[0].paragraphs]
    assert cells == [[("面积m", ""), ("2", "^")], [("合计", "*")], [("合计", "")], [("换\n", ""), ("行", "*")]]
    assert structural_faults(parts_of(data)) == []


def test_a_text_without_emphasis_prints_the_same_beside_one_that_has_it():
    paragraph = re.compile(r"<w:p[ >](?:(?!</w:p>).)*平常(?:(?!</w:p>).)*</w:p>", re.DOTALL)
    one, other = (
        paragraph.findall(
            parts_of(report(introduction=["平常的一段。", text]).to_bytes())["word/document.xml"].decode()
        )
        for text in ("别的。", "{*别的*}。")
    )
    assert one == other
    assert len(one) == 1


W, BOLD = '<w:t xml:space="preserve">', "<w:rPr><w:b/><w:bCs/></w:rPr>"


@pytest.mark.parametrize(
    ("own", "made"),
    [
        ("", "b bCs u vertAlign"),
        ('<w:rStyle w:val="a"/><w:rFonts w:hint="b"/><w:i/>', "rStyle rFonts b bCs i u vertAlign"),
        ('<w:b w:val="0"/><w:sz w:val="9"/><w:shd w:val="a"/><w:lang w:val="b"/>', "b bCs sz u shd vertAlign lang"),
        ('<w:u w:val="double"/><w:vertAlign w:val="a"/><w14:ligatures w14:val="b"/>', "b bCs u vertAlign ligatures"),
        ('<w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>', "b bCs u vertAlign"),
    ],
)
def test_properties_stand_in_the_order_of_the_schema(own, made):
    run = f'<w:r w:rsidR="1">{f"<w:rPr>{own}</w:rPr>" if own else ""}<w:t>甲\x0e\x10\x14乙\x15\x11\x0f</w:t></w:r>'
    before, after = emphasised_runs(run).split("</w:t></w:r>", 1)
    assert before == run.split("\x0e", maxsplit=1)[0]
    start, properties, end = re.fullmatch("(.*)<w:rPr>(.*)</w:rPr>(.*)", after).groups()
    assert start + end == f'<w:r w:rsidR="1">{W}乙</w:t></w:r>'
    assert re.findall(r"<w\w*:(\w+)", properties) == made.split()


def test_marks_outside_of_running_text_leave_nothing():
    box = "<w:r><w:pict><w:r><w:t>\x0e甲\x0f乙</w:t></w:r></w:pict><w:t>丙\x0e丁\x0f戊</w:t></w:r>"
    made = emphasised_runs(f'<a b="\x0e值\x0f"/><w:instrText>\x0e码\x0f</w:instrText>{box}')
    assert made == (
        '<a b="值"/><w:instrText>码</w:instrText>'
        f"<w:r><w:pict><w:r>{BOLD}{W}甲</w:t></w:r><w:r>{W}乙</w:t></w:r></w:pict><w:t>丙</w:t></w:r>"
        f"<w:r>{BOLD}{W}丁</w:t></w:r><w:r>{W}戊</w:t></w:r>"
    )
