"""Edits that come home: nothing but them is changed in the data file, and nothing of them is lost in silence."""

import copy
import shutil
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from renmin_docs import DataFileError, WorkReport, redline, update_report
from tests.revise.edited import with_changes

EXAMPLES = Path(__file__).parents[2] / "examples"
DATA = """\
单位: {名称: 清河街道}
年度: 2025
# 数据在这里
数据:
  走访: 860户
  企业: {总数: 9家, 其中: {工业: 6家, 服务业: 3家}}
  税收: {数值: 1.36亿元, 上期: 1.28亿元}
副题: 街道办事处主任　某某
导语: |
  2025年，街道走访居民{走访}。
  各项工作有新进展。
主要工作:
  正文:
    - 标题: 党建工作      # 请书记审
      正文: 新增党支部3个。
    - 标题: 经济工作
      正文:
        - 新增{企业:其中}。税收{税收}，{税收:同比}。
        - 再次走访{走访}。
    - 引题: 民生工作
      正文: 办成实事{{十}}件。
打算:
  正文: 继续努力。
成文日期: 2025-12-20
附件:
  - {标题: 表, 正文: 文。}
  - 标题: 任务分解表
"""


@pytest.fixture
def printed(tmp_path):
    """A data file and the document that it prints."""
    data, document = tmp_path / "report.yaml", tmp_path / "edited.docx"
    data.write_text(DATA, encoding="utf-8", newline="\n")
    WorkReport.load(data).save(document)
    return data, document


def edit(document, old, new, times=99):
    """Replace words in a document, each place in runs as Word leaves them."""
    opened = docx.Document(document)
    for paragraph in opened.paragraphs:
        for run in paragraph.runs:
            if old in run.text and times:
                times -= 1
                before, _, after = run.text.partition(old)
                beside = copy.deepcopy(run._r)
                run.text = before + new[:1]
                run._r.addnext(beside)
                docx.text.run.Run(beside, paragraph).text = new[1:] + after
                break
    opened.save(document)


def changed_lines(text):
    """The lines that went, and those that came."""
    before, after = DATA.splitlines(), text.splitlines()
    return [each for each in before if each not in after], [each for each in after if each not in before]


def test_a_document_as_it_was_printed_changes_no_byte(printed):
    found = update_report(*printed)
    assert (found.text, found.is_changed, found.edits, found.unplaced) == (DATA, False, (), ())


@pytest.mark.parametrize("name", ["renmin_2022", "upward_report"])
@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_the_examples_as_they_were_printed_change_no_byte(tmp_path, name, numbering):
    data = shutil.copy(EXAMPLES / f"{name}.yaml", tmp_path)
    WorkReport.load(data).save(tmp_path / "a.docx", numbering=numbering)
    found = update_report(data, tmp_path / "a.docx")
    assert (found.is_changed, found.unplaced) == (False, ())


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("新增党支部3个", "新建党支部4个", ["      正文: 新增党支部3个。"], ["      正文: 新建党支部4个。"]),
        ("党建工作", "基层党建", ["    - 标题: 党建工作      # 请书记审"], ["    - 标题: 基层党建      # 请书记审"]),
        ("各项工作有新进展", "各项工作都有进展", ["  各项工作有新进展。"], ["  各项工作都有进展。"]),
        ("办成实事{十}件", "办成{十}件实事", ["      正文: 办成实事{{十}}件。"], ["      正文: 办成{{十}}件实事。"]),
        ("主任　某某", "主任　某某某", ["副题: 街道办事处主任　某某"], ["副题: 街道办事处主任　某某某"]),
        ("民生工作", "民生保障", ["    - 引题: 民生工作"], ["    - 引题: 民生保障"]),
        ("2025年12月20日", "2025年12月28日", ["成文日期: 2025-12-20"], ["成文日期: 2025-12-28"]),
        ("任务分解表", "任务分工表", ["  - 标题: 任务分解表"], ["  - 标题: 任务分工表"]),
        ("860户", "870户", ["  走访: 860户"], ["  走访: 870户"]),
        ("继续努力。", "全面推进城市更新！", ["  正文: 继续努力。"], ["  正文: 全面推进城市更新！"]),
        ("党建工作", "强基铸魂", ["    - 标题: 党建工作      # 请书记审"], ["    - 标题: 强基铸魂      # 请书记审"]),
    ],
)
def test_an_edit_changes_its_own_line_alone(printed, old, new, gone, come):
    edit(printed[1], old, new)
    found = update_report(*printed)
    assert changed_lines(found.text) == (gone, come)
    assert found.unplaced == ()


def test_a_figure_that_was_changed_in_one_of_its_places_is_listed_and_stays(printed):
    edit(printed[1], "860户", "870户", times=1)
    found = update_report(*printed)
    assert found.text == DATA
    assert [(each.place, each.old, each.new) for each in found.unplaced] == [("导语", "860户", "870户")]


def test_the_places_of_a_figure_that_were_left_are_named_with_the_one_that_was_changed(printed):
    edit(printed[1], "860户", "870户", times=1)
    (listed,) = update_report(*printed).unplaced
    assert (listed.figure, [text for _, text in listed.others]) == ("数据.走访", ["860户"])


def test_words_in_place_of_a_figure_take_the_place_of_its_mention(printed):
    edit(printed[1], "860户", "困难群众", times=1)
    found = update_report(*printed)
    assert found.text == DATA.replace("{走访}", "困难群众", 1)
    assert found.unplaced == ()


@pytest.mark.parametrize(
    ("new", "growth", "data"),
    [
        ("320.5家", "增长6.83%", "{数值: 320.5, 单位: 家, 上期: 300}"),
        ("300家", "与上年持平", "{数值: 300, 单位: 家, 上期: 300}"),
        ("9000户", "增长2900%", "{数值: 9000, 单位: 户, 上期: 300}"),
    ],
)
def test_a_number_of_a_mapping_may_get_decimals_no_growth_and_another_unit(tmp_path, new, growth, data):
    figure = "{数值: 320, 单位: 家, 上期: 300}"
    text = (
        f"单位: {{名称: 清河街道}}\n年度: 2025\n数据:\n  企业: {figure}\n"
        "主要工作:\n  正文: 引进{企业}，{企业:增长}。\n打算:\n  正文: 好。\n"
    )
    file, made = _written(tmp_path / "a.yaml", text), tmp_path / "a.docx"
    WorkReport.load(file).save(made)
    edit(made, "引进320家，增长6.67%", f"引进{new}，{growth}")
    found = update_report(file, made)
    assert (found.text, found.unplaced) == (text.replace(figure, data), ())


def test_a_growth_without_its_value_is_listed(printed):
    edit(printed[1], "6.25%", "7%")
    found = update_report(*printed)
    assert (found.text, [each.new for each in found.unplaced]) == (DATA, ["同比增长7%"])


def test_a_figure_whose_growth_no_longer_follows_is_listed(printed):
    edit(printed[1], "1.36亿元", "1.46亿元")
    found = update_report(*printed)
    assert found.text == DATA
    assert [each.new for each in found.unplaced] == ["1.46亿元"]


def test_a_value_and_its_growth_changed_together_are_a_new_value(printed):
    edit(printed[1], "1.36亿元", "1.46亿元")
    edit(printed[1], "6.25%", "14.06%")
    found = update_report(*printed)
    assert "税收: {数值: 1.46亿元, 上期: 1.28亿元}" in found.text
    assert found.unplaced == ()


def test_the_parts_of_a_total_are_changed_one_by_one(printed):
    edit(printed[1], "工业6家、服务业3家", "工业5家、服务业4家")
    found = update_report(*printed)
    assert "企业: {总数: 9家, 其中: {工业: 5家, 服务业: 4家}}" in found.text
    assert found.unplaced == ()


def test_figures_that_contradict_one_another_now_are_reported(printed):
    edit(printed[1], "工业6家", "工业5家")
    found = update_report(*printed)
    assert [finding.rule for finding in found.findings] == ["parts_disagree"]


def test_paragraphs_come_and_go(printed):
    opened = docx.Document(printed[1])
    again = next(each for each in opened.paragraphs if each.text.startswith("再次走访"))
    new = again.insert_paragraph_before("新招引项目2个。", style=again.style)
    assert new.text
    again._p.getparent().remove(again._p)
    opened.save(printed[1])
    found = update_report(*printed)
    assert changed_lines(found.text) == (["        - 再次走访{走访}。"], ["        - 新招引项目2个。"])
    assert found.unplaced == ()


def test_a_text_that_stands_alone_is_changed_and_gets_company(printed):
    opened = docx.Document(printed[1])
    last = next(each for each in opened.paragraphs if each.text == "继续努力。")
    last.insert_paragraph_before("先做两件事。", style=last.style)
    last.runs[0].text = "再继续努力。"
    opened.save(printed[1])
    found = update_report(*printed)
    assert changed_lines(found.text)[1] == ["    - 先做两件事。", "    - 再继续努力。"]
    assert found.unplaced == ()
    assert [edit.new for edit in found.edits] == ["先做两件事。", "再继续努力。"]


def test_a_new_point_comes_with_what_is_under_it(printed):
    opened = docx.Document(printed[1])
    economy = next(each for each in opened.paragraphs if each.text.endswith("经济工作"))
    economy.insert_paragraph_before("（二）安全工作", style=economy.style)
    economy.insert_paragraph_before("没有发生事故。", style="Body Text")
    opened.save(printed[1])
    found = update_report(*printed)
    report = WorkReport.load(_written(printed[0], found.text))
    assert [point.heading for point in report.achievements[0].points][:3] == ["党建工作", "安全工作", "经济工作"]
    assert report.achievements[0].points[1].body == ("没有发生事故。",)
    assert found.unplaced == ()


def test_a_new_chapter_goes_among_the_others_behind_the_chapter_above_it(printed):
    opened = docx.Document(printed[1])
    plans = next(each for each in opened.paragraphs if each.text.startswith("二、"))
    for text, style in (("二、特色亮点", "Heading 1"), ("（一）新点", "Heading 2"), ("亮点是好。", "Body Text")):
        plans.insert_paragraph_before(text, style=style)
    opened.save(printed[1])
    found = update_report(*printed)
    report = WorkReport.load(_written(printed[0], found.text))
    assert [chapter.heading for chapter in report.chapters] == ["2025年工作开展情况", "特色亮点", "2026年工作打算"]
    assert report.others[0].points[0].body == ("亮点是好。",)
    assert "    位于: 主要工作" in found.text.splitlines()
    assert found.unplaced == ()


def test_a_new_chapter_goes_into_a_list_of_chapters(tmp_path):
    text = "organization: {name: 清河街道}\nyear: 2025\ntitle: 总结\nachievements:\n"
    text += "- {heading: 党建, body: 好。}\n- {heading: 民生, body: 也好。}\n"
    data, document = _written(tmp_path / "report.yaml", text), tmp_path / "edited.docx"
    WorkReport.load(data).save(document)
    opened = docx.Document(document)
    last = next(each for each in opened.paragraphs if each.text == "二、民生")
    last.insert_paragraph_before("二、经济", style=last.style)
    last.insert_paragraph_before("增长。", style="Body Text")
    opened.save(document)
    report = WorkReport.load(_written(data, update_report(data, document).text))
    assert [(chapter.heading, chapter.body) for chapter in report.achievements][1] == ("经济", ("增长。",))


def take_out(document, *starts):
    """Take the paragraphs that begin so out of a document."""
    opened = docx.Document(document)
    for each in opened.paragraphs:
        if each.text.startswith(starts) and each.style.name != "Attachment Item":
            each._p.getparent().remove(each._p)
    opened.save(document)


def test_a_chapter_of_which_nothing_is_left_goes(printed):
    take_out(printed[1], "二、", "继续努力。")
    found = update_report(*printed)
    assert changed_lines(found.text) == (["打算:", "  正文: 继续努力。"], [])
    assert found.unplaced == ()


def test_the_achievements_stay_and_are_listed(printed):
    take_out(printed[1], "一、", "（一）", "新增", "（二）", "再次走访", "（三）")
    found = update_report(*printed)
    assert (found.text, found.edits) == (DATA, ())
    assert [edit.old for edit in found.unplaced][:2] == ["2025年工作开展情况", "党建工作"]


def _written(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def test_tracked_changes_count_as_accepted(printed):
    new = printed[0].with_name("new.yaml")
    new.write_text(DATA.replace("新增党支部3个", "新增党支部5个"), encoding="utf-8")
    printed[1].write_bytes(redline(printed[0], new).document)
    assert changed_lines(update_report(*printed).text)[1] == ["      正文: 新增党支部5个。"]


def test_comments_and_texts_in_headers_are_listed(printed):
    opened = docx.Document(printed[1])
    opened.add_comment(opened.paragraphs[-1].runs, text="请核对日期", author="办公室")
    opened.sections[0].header.is_linked_to_previous = False
    opened.sections[0].header.paragraphs[0].text = "征求意见稿"
    opened.save(printed[1])
    found = update_report(*printed)
    assert [(each.rule, each.found) for each in found.notes] == [
        ("document_header", "“征求意见稿”"),
        ("document_comment", "“请核对日期”"),
    ]
    assert (found.is_changed, found.unplaced) == (False, ())


def test_json_is_edited_too(tmp_path):
    data = tmp_path / "report.json"
    text = (
        '{"organization": {"name": "清河街道"}, "year": 2025,\n  "achievements": {"body": ["新增3家。", "很好。"]}}\n'
    )
    data.write_text(text, encoding="utf-8", newline="\n")
    WorkReport.load(data).save(tmp_path / "a.docx")
    edit(tmp_path / "a.docx", "新增3家", "新增5家")
    assert update_report(data, tmp_path / "a.docx").text == text.replace("3家", "5家")


def test_toml_is_refused_with_the_remedy(tmp_path):
    (tmp_path / "a.toml").write_text("year = 2025", encoding="utf-8")
    with pytest.raises(DataFileError, match="YAML"):
        update_report(tmp_path / "a.toml", tmp_path / "a.docx")


def test_what_a_profile_says_is_listed_with_the_file_and_the_key_of_the_profile(tmp_path):
    data, profile = tmp_path / "report.yaml", tmp_path / "office.profile.yaml"
    profile.write_text(
        "单位: {名称: 清河街道, 署名: 清河街道办事处}\n版记: {印发机关: 清河街道党政办公室}\n", encoding="utf-8"
    )
    text = (
        "配置: office.profile.yaml\n年度: 2025\n版头: {发文字号: 清办发〔2025〕8号}\n主送: [区政府]\n"
        "主要工作: {正文: 新增3家。}\n打算: {正文: 继续。}\n成文日期: 2025-12-20\n"
    )
    data.write_text(text, encoding="utf-8", newline="\n")

    def change(body):
        words = {"街道办事处": "街道办", "党政办公室": "综合办公室", "区政府": "市政府", "8号": "9号"}
        for old, new in words.items():
            body.retype(old, new)

    document = tmp_path / "edited.docx"
    document.write_bytes(with_changes(change)(WorkReport.load(data)))
    found = update_report(data, document)
    assert found.text == text.replace("区政府", "市政府").replace("8号", "9号")
    assert [(each.place, each.file) for each in found.unplaced] == [
        ("单位.署名", str(profile)),
        ("版记.印发机关", str(profile)),
    ]


def test_braces_in_a_name_that_mentions_nothing_stay_as_they_are(tmp_path):
    text = "单位: {名称: 清河街道}\n年度: 2025\n版头: {发文字号: 清办发〔2025〕8号}\n版记: {印发机关: 区委办公室}\n"
    text += "主要工作: {正文: 好。}\n成文日期: 2025-12-20\n"
    data, document = _written(tmp_path / "report.yaml", text), tmp_path / "edited.docx"
    document.write_bytes(with_changes(lambda body: body.retype("区委", "{区}委"))(WorkReport.load(data)))
    report = WorkReport.load(_written(data, update_report(data, document).text))
    assert report.imprint.printed_by == "{区}委办公室"


def test_a_figure_of_a_workbook_is_listed_with_its_cell(tmp_path):
    book = Workbook()
    book.active.append(["指标", "本年", "单位"])
    book.active.append(["走访", 860, "户"])
    book.save(tmp_path / "a.xlsx")
    data, document = tmp_path / "report.yaml", tmp_path / "edited.docx"
    head = "单位: {名称: 清河街道}\n年度: 2025\n数据来源: {工作簿: a.xlsx}\n"
    data.write_text(f"{head}主要工作:\n  正文: 走访{{走访}}。\n打算:\n  正文: 好。\n", encoding="utf-8")
    document.write_bytes(with_changes(lambda body: body.retype("860户", "870户"))(WorkReport.load(data)))
    found = update_report(data, document)
    assert [(each.place, each.new, each.file) for each in found.unplaced] == [("走访", "870户", "a.xlsx Sheet!B2")]


def test_the_entries_of_a_contents_page_are_no_edits_whatever_pages_word_wrote_behind_them(printed):
    data, made = printed
    document = docx.Document(made)
    for text, style in (("目　录", "TOC Heading"), ("一、工作开展情况\t3", "toc 1")):
        document.paragraphs[0].insert_paragraph_before(text, style=document.styles[style])
    document.save(made)
    assert update_report(data, made).unplaced == ()
