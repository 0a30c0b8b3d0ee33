"""Forms whose cells hold the report: what is text, what is told, and which tables stay tables."""

from __future__ import annotations

import pytest

from renmin_docs.report.tables import Table
from tests.intake.documents.drawn import drawn
from tests.intake.documents.saved import read, table, written
from tests.pictures import saved

TITLE = "清风街道2023年工作总结"
TEXT = "一、工作情况¶（一）抓党建。新建驿站4个，培训党员260人次。¶（二）抓民生。新增托位60个，办结诉求930件。¶二、工作打算¶办好实事。"


def left(reading):
    return [note.found for note in reading.notes if note.rule == "document_form"]


def test_a_table_and_a_picture_in_a_cell_are_those_of_the_report(tmp_path):
    document = written(TITLE)
    cell = table(document, ("工作总结", "")).cell(0, 1)
    cell.text = "一、工作情况"
    cell.add_paragraph("全年办结诉求930件，走访居民2600户，群众满意度不断提高，主要指标见下表。")
    inner = cell.add_table(2, 2)
    for each, text in zip((*inner.rows[0].cells, *inner.rows[1].cells), ("指标", "数量", "诉求", "930"), strict=True):
        each.text = text
    (tmp_path / "hall.png").write_bytes(saved())
    cell.add_paragraph().add_run().add_picture(str(tmp_path / "hall.png"))
    for text in ("二、工作打算", "办好十件实事，改造小区3个，新建驿站2个，培训网格员120名。"):
        cell.add_paragraph(text)
    reading = read(document, tmp_path)
    first, second = reading.report.chapters
    assert (first.heading, second.heading) == ("工作情况", "工作打算")
    text, inner_table, picture = first.body
    assert text.startswith("全年办结诉求930件")
    assert inner_table.rows == (("诉求", "930"),)
    assert picture.path == "去年_1.png"
    assert not {"picture_within"} & {note.rule for note in reading.notes}


def test_text_beside_the_form_that_is_longer_keeps_it_a_table(tmp_path):
    around = "2023年，街道党工委团结带领辖区干部群众，攻坚克难，办成了一批看得见、摸得着的好事实事。" * 3
    drawing = f"@title|{TITLE}\n一、工作情况\n{around}\n|项目|说明|\n|驿站|新建驿站4个，每个驿站都配齐了饮水机、充电桩和急救箱，方便户外劳动者歇脚，深受欢迎。|"
    reading = read(drawn(drawing), tmp_path)
    assert isinstance(reading.report.achievements[0].body[-1], Table)
    assert not left(reading)


@pytest.mark.parametrize(
    ("row", "issuers"),
    [
        ("|本人签名|王某某　　2023年12月20日|", ("王某某",)),
        ("|签名|本人签名：王某某　　2023年12月20日|", ("王某某",)),
        ("|述职人：王某某　2023年12月20日|←|", ("述职人：王某某",)),
        ("|本人签名|王某某　　年　月　日|", ()),
        ("|领导签字|李某　2023年12月22日|", ()),
    ],
)
def test_whose_report_it_is_signs_in_a_row_of_a_form(tmp_path, row, issuers):
    reading = read(drawn(f"@title|{TITLE}\n|总结|{TEXT}|\n{row}\n|单位意见|同意。¶（盖章）|"), tmp_path)
    assert reading.report.signature.issuers == issuers
    assert [chapter.heading for chapter in reading.report.chapters] == ["工作情况", "工作打算"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("|主管单位意见|同意。¶（盖章）|", "“主管单位意见：同意。 （盖章）”"),
        ("|考核等次|优秀|", "“考核等次：优秀”"),
        ("|领导签字||", ""),
        ("|（盖章）|←|", "“（盖章）”"),
        ("|上级部门评语|该街道工作扎实，成效明显，居民满意度高，予以肯定。|", "“上级部门评语：该街道工作扎实，成效明显，居民满意度高，予以肯定。”"),
    ],
)  # fmt: skip
def test_what_others_write_on_a_form_is_told(tmp_path, row, told):
    reading = read(drawn(f"@title|{TITLE}\n|工作总结|{TEXT}|\n{row}"), tmp_path)
    assert [chapter.heading for chapter in reading.report.chapters] == ["工作情况", "工作打算"]
    assert left(reading) == ["“工作总结”", *([told] if told else [])]


def test_a_text_longer_than_all_others_is_the_report_whatever_its_label_says(tmp_path):
    reading = read(drawn(f"@title|{TITLE}\n|工作总结（单位盖章）|{TEXT}|\n|群众意见|无|"), tmp_path)
    assert len(reading.report.chapters) == 2


def test_a_form_on_two_pages_is_read_on(tmp_path):
    first, second = TEXT.split("¶二、")
    reading = read(drawn(f"@title|{TITLE}\n|工作总结|{first}|\n\n|工作总结（续）|二、{second.replace('。', '，让居民得实惠。')}|"), tmp_path)  # fmt: skip
    assert [chapter.heading for chapter in reading.report.chapters] == ["工作情况", "工作打算"]


def test_labels_that_look_like_no_chapters_are_headings_one_below_the_other(tmp_path):
    text = "新建驿站4个，培训党员260人次，走访居民2600户。"
    rows = [f"|{quarter}|党建引领|{text}|\n|↑|民生服务|{text}|" for quarter in ("第一季度", "第二季度")]
    report = read(drawn("\n".join((f"@title|{TITLE}", *rows))), tmp_path).report
    assert [chapter.heading for chapter in report.chapters] == ["第一季度", "第二季度"]
    assert all([each.heading for each in chapter.body] == ["党建引领", "民生服务"] for chapter in report.chapters)


def test_rows_of_numbers_words_and_texts_stay_a_table(tmp_path):
    rows = "\n".join(f"|{at}|事项{at}|完成改造任务{at}项，惠及居民{at}00户，群众反映良好。|" for at in range(1, 5))
    reading = read(drawn(f"@title|{TITLE}\n|序号|事项|进展|\n{rows}"), tmp_path)
    (found,) = reading.report.achievements[0].body
    assert len(found.rows) == 4


def test_a_text_before_the_report_s_is_told_behind_its_label(tmp_path):
    drawing = f"@title|{TITLE}\n|基本情况|街道面积12平方公里，辖9个社区。|\n|工作总结|{TEXT}|"
    report = read(drawn(drawing), tmp_path).report
    assert "".join(report.introduction).startswith("基本情况：")
    assert [chapter.heading for chapter in report.chapters] == ["工作情况", "工作打算"]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("注：本表一式三份。", True),
        ("填表人：某某 审核人（签字）：某某", True),
        ("各科室压实经办人责任，基本表册齐全。", False),
        ("清风街道办事处", False),
    ],
)
def test_lines_beside_a_form_that_say_how_it_is_filled_in_are_told(tmp_path, line, is_told):
    reading = read(drawn(f"@title|{TITLE}\n|工作总结|{TEXT}|\n{line}"), tmp_path)
    assert (f"“{line}”" in left(reading)) == is_told
    assert (line in str(reading.report)) != is_told


def test_all_of_a_cover_is_quoted(tmp_path):
    cover = "@center 30|2023年工作总结\n|单位名称：|清风街道党政综合办公室（行政审批办公室）暨便民服务中心|"
    text = TEXT.replace("¶", "\n")
    reading = read(drawn(f"{cover}\n@center 22 break|{TITLE}\n{text}"), tmp_path)
    (note,) = (note for note in reading.notes if note.rule == "document_cover")
    assert "暨便民服务中心" in note.found
    assert reading.report.title == TITLE
