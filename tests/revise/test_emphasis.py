"""Emphasis that was edited in Word is brought back into the data: within it, around it, and the look of words alone."""

import copy

import docx
import pytest
from docx.text.run import Run

from renmin_docs import WorkReport, read_report, redline, update_report

DATA = """\
单位: {名称: 清河街道}
年度: 2025
数据: {税收: {数值: 1.36亿元, 上期: 1.28亿元}}
主要工作:
  正文:
    - "街道{*走访*}居民，税收{+{*{税收}*}增长+}。"   # 书记审过
    - 引题: 绿地500m{^2^}
      正文: "减排CO{~2~}三百吨，平常的话。"
    - {列: ["面积", 备注], 行: [["{*合计*}", "甲"], ["一类", "乙"]]}
打算: {正文: 继续努力。}
"""


@pytest.fixture
def printed(tmp_path):
    """A data file and the document that it prints."""
    data, document = tmp_path / "report.yaml", tmp_path / "edited.docx"
    data.write_text(DATA, encoding="utf-8", newline="\n")
    WorkReport.load(data).save(document)
    return data, document


def runs(opened):
    cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]
    for holder in (opened, *cells):
        for paragraph in holder.paragraphs:
            yield from paragraph.runs


def edit(document, old, new):
    """Type other words in a run that has some."""
    opened = docx.Document(document)
    found = [run for run in runs(opened) if old in run.text]
    run = next((run for run in found if run.text == old), found[0])
    run.text = run.text.replace(old, new)
    opened.save(document)


def emphasise(document, words, **look):
    """Give words a look, in a run of their own as Word does."""
    opened = docx.Document(document)
    run = next(each for each in runs(opened) if words in each.text)
    before, after = run.text.split(words, 1)
    middle, last = copy.deepcopy(run._r), copy.deepcopy(run._r)
    run._r.addnext(middle)
    middle.addnext(last)
    run.text = before
    made = Run(middle, run._parent)
    made.text, Run(last, run._parent).text = words, after
    for name, value in look.items():
        setattr(made.font, name, value)
    opened.save(document)


def test_a_document_as_it_was_printed_changes_no_byte(printed):
    found = update_report(*printed)
    assert (found.text, found.edits, found.unplaced) == (DATA, (), ())


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("走访", "走访慰问", "{*走访*}居民", "{*走访慰问*}居民"),
        ("居民，税收", "居民和商户，税收", "{*走访*}居民，", "{*走访*}居民和商户，"),
        ("街道", "本街道", '"街道{*', '"本街道{*'),
        ("2", "3", "500m{^2^}", "500m{^3^}"),
        ("三百吨", "四百吨", "CO{~2~}三百吨", "CO{~2~}四百吨"),
        ("合计", "总计", "{*合计*}", "{*总计*}"),
    ],
)
def test_words_within_and_around_emphasis_come_home(printed, old, new, was, now):
    edit(printed[1], old, new)
    found = update_report(*printed)
    assert found.text == DATA.replace(was, now)
    assert found.unplaced == ()


def test_a_figure_in_emphasis_is_still_the_figure(printed):
    edit(printed[1], "1.36亿元", "1.40亿元")
    assert update_report(*printed).text == DATA.replace("1.36亿元", "1.40亿元")


@pytest.mark.parametrize(
    ("words", "look", "was", "now"),
    [
        ("平常", {"bold": True}, "，平常的话", "，{*平常*}的话"),
        ("三百", {"underline": True}, "三百吨", "{+三百+}吨"),
        ("走访", {"bold": False}, "{*走访*}", "走访"),
        ("走", {"bold": False}, "{*走访*}", "走{*访*}"),
        ("走访", {"underline": True}, "{*走访*}", "{*{+走访+}*}"),
        ("乙", {"bold": True}, '"乙"', '"{*乙*}"'),
        ("合计", {"bold": False}, "{*合计*}", "合计"),
    ],
)
def test_the_look_of_words_comes_home(printed, words, look, was, now):
    emphasise(printed[1], words, **look)
    found = update_report(*printed)
    printed[0].write_text(found.text, encoding="utf-8")
    assert (found.text, found.unplaced) == (DATA.replace(was, now), ())
    WorkReport.load(printed[0]).save(printed[1])
    assert update_report(*printed).edits == ()


def test_a_figure_that_is_emphasised_as_a_whole_is_mentioned_so_and_a_part_of_one_is_listed(printed):
    data, document = printed
    data.write_text(DATA.replace("{+{*{税收}*}增长+}", "{税收}"), encoding="utf-8")
    WorkReport.load(data).save(document)
    emphasise(document, "1.36亿元", bold=True)
    assert "税收{*{税收}*}。" in update_report(data, document).text
    WorkReport.load(data).save(document)
    emphasise(document, "1.36亿", bold=True)
    found = update_report(data, document)
    assert "{税收}" in found.text
    assert [each.new for each in found.unplaced if "{*1.36亿" in each.new] != []


def test_a_new_paragraph_brings_its_emphasis(printed):
    opened = docx.Document(printed[1])
    paragraph = next(each for each in opened.paragraphs if "走访" in each.text)
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    for number, run in enumerate(docx.text.paragraph.Paragraph(new, paragraph._parent).runs):
        run.text = ("新增{", "两项", "}制度。", "", "", "")[number]
    opened.save(printed[1])
    found = update_report(*printed)
    assert "新增{{{*两项*}}}制度。" in found.text
    assert found.unplaced == ()


def test_a_template_that_makes_leads_bold_keeps_its_update(printed, tmp_path):
    data, document = printed
    from renmin_docs.builtin_templates import find

    template = docx.Document(find("work_report"))
    for paragraph in template.paragraphs:
        for run in paragraph.runs:
            if "block.lead" in run.text or "block.mark" in run.text:
                run.font.bold = True
    template.save(tmp_path / "ours.docx")
    data.write_text(DATA + f"模板: {tmp_path / 'ours.docx'}\n", encoding="utf-8", newline="\n")
    WorkReport.load(data).save(document)
    before = data.read_text(encoding="utf-8")
    assert update_report(data, document).text == before
    edit(document, "三百吨", "四百吨")
    assert update_report(data, document).text == before.replace("三百吨", "四百吨")


def test_redline_keeps_the_look_of_what_stays_and_of_what_went(printed, tmp_path):
    data, _ = printed
    new = tmp_path / "new.yaml"
    new.write_text(DATA.replace("{*走访*}", "{*走访{+慰问+}*}").replace("CO{~2~}", "CO{~3~}"), encoding="utf-8")
    result = tmp_path / "redline.docx"
    result.write_bytes(redline(data, new).document)
    xml = docx.Document(result).element.xml
    assert "w:del" in xml
    assert [each.text for each in runs(docx.Document(result)) if each.font.bold][:1] == ["走访"]
    assert read_report(result).report.achievements[0].body[0].startswith("街道{*走访{+慰问+}*}居民")
