"""Heading numbers, typed and native: the same numbers, and Word's list only where it belongs."""

from __future__ import annotations

import re

import pytest

from renmin_docs import Chapter, Point, TemplateError
from renmin_docs.numerals import MARK_FORMS, MARKS
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.numbering import assign
from tests.official import wide
from tests.samples import numbered_report, report
from tests.templates import MAIN, changed, parts, parts_of

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"


def marks(sample) -> list[str]:
    return [block["mark"] for block in Printer(sample).blocks if block["mark"]]


def test_the_ladder_counts_each_level_under_its_parent():
    deep = [
        Point(heading="三", body=[Point(lead="四"), Point(lead="四")]),
        Point(heading="三", body=[Point(lead="四")]),
    ]
    sample = report(
        achievements=Chapter(body=[Point(heading="二", body=deep), Point(heading="二", body=deep)]),
        plans=Chapter(body=[Point(heading="二")]),
    )
    second = ["1.", "（1）", "（2）", "2.", "（1）"]
    assert marks(sample) == ["一、", "（一）", *second, "（二）", *second, "二、", "（一）"]


def test_an_office_may_skip_a_rung():
    sample = report(
        marks=("一、", "1.", "（1）"), achievements=Chapter(body=[Point(heading="甲", body=[Point(lead="乙")])])
    )
    assert marks(sample) == ["一、", "1.", "（1）"]
    assert [block["kind"] for block in Printer(sample).blocks] == ["heading_1", "heading_2", "point"]


def test_only_numbered_points_use_up_a_level():
    sample = report(
        achievements=Chapter(
            series="ordinal",
            body=[Point(lead="甲", body=[Point(lead="乙")]), "插话", Point(lead="丙", body=[Point(lead="丁")])],
        ),
        plans=Chapter(series="plain", body=[Point(heading="无号", body=[Point(lead="有号")])]),
    )
    assert marks(sample) == ["一、", "一是", "（一）", "二是", "（一）", "二、", "（一）"]
    plain = next(block for block in Printer(sample).blocks if block["text"] == "无号")
    assert (plain["kind"], plain["mark"], plain["level"]) == ("heading_2", "", 0)


def test_points_are_numbered_on_past_text():
    sample = report(achievements=Chapter(body=[Point(lead="甲"), "插话", Point(lead="乙")]))
    assert marks(sample) == ["一、", "（一）", "（二）"]


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("稳投资", "稳投资。"),
        ("稳投资：", "稳投资："),
        ("稳投资！", "稳投资！"),
        ("创建“平安”", "创建“平安”。"),
        ("他说：“好。”", "他说：“好。”"),
        ("增长{率}", "增长10.67%。"),
    ],
)
def test_a_lead_gets_a_full_stop_unless_it_has_a_mark(lead, printed):
    sample = report(figures={"率": "10.67%"}, achievements=Chapter(body=[Point(lead=lead)]))
    assert Printer(sample).blocks[-1]["lead"] == printed


def test_inline_points_share_a_paragraph_until_text_comes_between():
    body = [Point(lead="甲", body="1。"), Point(lead="乙"), "插话", Point(body="丙")]
    blocks = Printer(report(achievements=Chapter(series="ordinal", inline=True, body=body))).blocks[1:]
    assert [block["kind"] for block in blocks] == ["inline", "paragraph", "inline"]
    assert [point["mark"] for block in blocks for point in block["points"]] == ["一是", "二是", "三是"]


def test_typed_documents_carry_no_list():
    found = parts_of(numbered_report(2).to_bytes())
    assert b"numPr" not in found[MAIN]
    assert b"numPr" not in found[STYLES]
    assert b"pStyle" not in found[NUMBERING]


def test_native_documents_link_the_list_and_type_no_number():
    found = parts_of(numbered_report(2).to_bytes(numbering="native"))
    assert found[STYLES] == parts()[STYLES]
    levels = re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>', found[MAIN].decode())
    assert levels == [("0", "1"), ("1", "1"), ("2", "1"), ("1", "1"), ("2", "1")]
    assert not re.search(r">(一、|（一）|1\.)", found[MAIN].decode())


def test_a_native_number_stands_before_the_section_that_ends_in_its_heading():
    """As the schema has them: Word need not open a document in which they stand the other way round."""
    sample = report(achievements=Chapter(body=[Point(heading="乙", body=[wide()])]))
    xml = parts_of(sample.to_bytes(numbering="native"))[MAIN].decode()
    ends = [each for each in re.findall(r"<w:pPr>.*?</w:pPr>", xml) if "<w:sectPr" in each and "<w:numPr>" in each]
    assert [each.index("<w:numPr>") < each.index("<w:sectPr") for each in ends] == [True]


def test_native_levels_follow_the_ladder():
    sample = report(marks=("一、", "1.", "（1）"), achievements=Chapter(body=[Point(heading="甲")]))
    xml = parts_of(sample.to_bytes(numbering="native"))[NUMBERING].decode()
    found = re.findall(r'<w:numFmt w:val="(\w+)"/>.*?<w:lvlText w:val="(.*?)"/>', xml)[:3]
    assert found == [("chineseCountingThousand", "%1、"), ("decimal", "%2."), ("decimal", "（%3）")]


def test_where_word_would_count_on_a_restart_is_made():
    under = [Point(lead="甲"), Point(lead="乙")]
    sample = report(
        achievements=Chapter(
            series="ordinal",
            body=[Point(lead="一", body=under), Point(lead="二", body=under), Point(lead="三", body=under)],
        ),
        plans=Chapter(body=under),
    )
    blocks = Printer(sample).blocks
    restarts = assign(blocks, 1, 2)
    assert [(restart.num_id, restart.level) for restart in restarts] == [(2, 1), (3, 1)]
    numbers = [(block["list_num"], block["list_level"]) for block in blocks if block["rung"] is not None]
    assert numbers == [(1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (3, 1), (3, 1), (1, 0), (1, 1), (1, 1)]
    xml = parts_of(sample.to_bytes(numbering="native"))[NUMBERING].decode()
    assert xml.index("<w:abstractNum ") < xml.index("<w:num ")
    assert re.findall(r'<w:num w:numId="(\d)"', xml) == ["1", "2", "3"]


def test_a_template_without_a_list_refuses_native_and_says_so(tmp_path):
    path = tmp_path / "ours.docx"
    styles = re.sub(rb"<w:numPr>.*?</w:numPr>", b"", parts()[STYLES])
    path.write_bytes(changed(styles=styles))
    assert numbered_report(1).to_bytes(template=path)
    with pytest.raises(TemplateError) as caught:
        numbered_report(1).to_bytes(template=path, numbering="native")
    assert caught.value.findings[0].rule == "list_missing"
    assert "Heading1" in caught.value.findings[0].found


@pytest.mark.parametrize("odd", ["", "x", "0", "-1", "9" * 5_000, "１"])
def test_an_odd_id_of_a_list_is_no_list(tmp_path, odd):
    path = tmp_path / "ours.docx"
    link = f'<w:numId w:val="{odd}"/>'.encode()
    path.write_bytes(changed(styles=re.sub(rb"<w:numId [^>]*/>", link, parts()[STYLES])))
    with pytest.raises(TemplateError) as caught:
        numbered_report(1).to_bytes(template=path, numbering="native")
    assert caught.value.findings[0].rule == "list_missing"


def test_the_odd_id_of_another_list_is_in_no_other_id_s_way(tmp_path):
    path = tmp_path / "ours.docx"
    other = b'<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    path.write_bytes(changed(numbering=parts()[NUMBERING].replace(b"</w:numbering>", other)))
    assert numbered_report(3).to_bytes(template=path, numbering="native")


def test_a_list_with_too_few_levels_is_named(tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(changed(numbering=re.sub(rb'<w:lvl w:ilvl="[23]">.*?</w:lvl>', b"", parts()[NUMBERING])))
    with pytest.raises(TemplateError) as caught:
        numbered_report(1).to_bytes(template=path, numbering="native")
    assert caught.value.findings[0].rule == "list_level"


def test_the_default_ladder_is_the_standard_s():
    assert MARKS == tuple(MARK_FORMS) == ("一、", "（一）", "1.", "（1）")
