"""What is emphasised in anybody's document stays so in the report, where it is no heading."""

from __future__ import annotations

import docx
import pytest

from renmin_docs import parse_report
from renmin_docs.report.texts import texts
from tests.intake.documents.saved import read
from tests.intake.documents.test_asides import CHARACTER, paragraph, run, style, styles
from tests.intake.documents.test_asides import read as read_xml
from tests.intake.documents.test_asides import texts as said

UP, DOWN = (f'<w:vertAlign w:val="{each}script"/>' for each in ("super", "sub"))
LINE, BOLD = '<w:u w:val="single"/>', "<w:b/>"
LONG = "大半篇的字都是粗的" * 9
STYLES = styles((CHARACTER, "link", LINE, ""), (CHARACTER, "strong", BOLD, ""))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("全年") + run("税收1.2亿元", BOLD) + run("，增长。"), "全年{*税收1.2亿元*}，增长。"),
        (run("全年") + run("税收", style("strong")) + run("增长。"), "全年{*税收*}增长。"),
        (run("推进") + run("重点", LINE) + run("项目", LINE + BOLD) + run("。"), "推进{+重点{*项目*}+}。"),
        (run("见") + run("附表", style("link")) + run("说明。"), "见附表说明。"),
        (run("增长，") + run("   ", LINE) + run("签字。"), "增长，   签字。"),
        (run("不加", '<w:u w:val="none"/>') + run("线。"), "不加线。"),
        (run("拆违500m") + run("2", UP) + run("，x") + run("2a", UP) + run("。"), "拆违500m²，x{^2a^}。"),
        (run("PM") + run("2", DOWN) + run(".5", DOWN) + run("下降，{括号}。"), "PM{~2.5~}下降，{{括号}}。"),
        (run("走访3户，") + run("3", BOLD) + run("户，又3户。"), "走访3户，{*3*}户，又3户。"),
        (run("整句都是粗的，说明不了什么。", BOLD), "整句都是粗的，说明不了什么。"),
        (run(LONG, BOLD) + run("。只有一句不是。"), LONG + "。只有一句不是。"),
    ],
)
def test_words_stay_as_they_look_unless_that_says_nothing(tmp_path, inner, text):
    assert said(read_xml(tmp_path, paragraph(inner), STYLES)) == [text]


def test_headings_and_run_ins_are_what_they_were_and_cells_keep_their_look(tmp_path):
    document = docx.Document()
    for line in (
        "清河街道2024年工作总结",
        "一、主要工作m*2*",
        "（一）*抓党建*。新增*支部*3个。",
        "二、下步打算",
        "继续*努力*。",
    ):
        made = document.add_paragraph()
        for number, part in enumerate(line.split("*")):
            added = made.add_run(part)
            added.font.superscript = part == "2"
            added.bold = bool(number % 2) and part != "2"
    table = document.add_table(rows=3, cols=2)
    for row, (name, value) in enumerate((("*街道*", "数量"), ("甲", "3"), ("*合计*", "3"))):
        for cell, words in zip(table.rows[row].cells, (name, value), strict=True):
            cell.paragraphs[0].add_run(words.strip("*")).bold = "*" in words
    report = read(document, tmp_path).report
    found = {text.path: text.text for text in texts(report)}
    assert found["achievements.heading"] == "主要工作m²"
    assert found["achievements.body[0].lead"] == "抓党建"
    assert found["achievements.body[0].body"] == "新增{*支部*}3个。"
    assert found["plans.body[0]"] == "继续{*努力*}。"
    assert [[*row] for row in report.plans[0].body[1].rows] == [["甲", "3"], ["{*合计*}", "3"]]
    assert [column.heading for column in report.plans[0].body[1].columns] == ["街道", "数量"]


def test_bold_words_of_markdown_stay_bold_and_italics_do_not():
    lines = [
        "# 清河街道2024年工作总结",
        "2024年，街道**稳中有进**，*斜体*。",
        "## 一、工作",
        "**抓党建。** 新增__支部__3{个}。",
    ]
    report = parse_report("\n\n".join(lines)).report
    assert report.introduction == ("2024年，街道{*稳中有进*}，斜体。",)
    assert [text.text for text in texts(report) if text.path.endswith("body")] == ["{*抓党建。*}新增{*支部*}3{{个}}。"]
