"""Files of every kind as passages."""

from __future__ import annotations

import pytest

from renmin_docs import DataFileError, WorkReport, check_document
from renmin_docs.check.sources.source import read_source_of
from tests.check.sources.texts import REPORT
from tests.printing import saved_by_office


@pytest.fixture
def report(tmp_path):
    """A report with a table, a point, a series and a figure, and its file."""
    path = tmp_path / "报告.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return path


def _shown(passages):
    return [(each.role, each.mark, each.text) for each in passages]


def test_a_text_has_a_passage_for_each_paragraph_with_its_line(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("工作总结\n\n一、党建\n　　全年新增3家。\n", encoding="gb18030")
    source = read_source_of(path)
    assert [each.role for each in source.passages] == ["title", "heading", "paragraph"]
    assert source.lines == [1, 3, 4]


def test_the_lines_of_a_text_have_the_roles_that_those_of_a_document_have(tmp_path):
    lines = {
        "人民街道2022年工作总结": "title",
        "区人民政府：": "addressee",
        "一、工作情况": "heading",
        "街道抓好各项工作。": "paragraph",
        "附件：1.名单": "attachment_item",
        "2.清单": "attachment_item",
        "人民街道办事处": "issuer",
        "2022年12月20日": "issue_date",
        "（此件公开发布）": "note",
        "附件1": "attachment_label",
        "名单": "attachment_title",
        "张某某、李某某。": "paragraph",
    }
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    source = read_source_of(tmp_path / "a.txt")
    assert {each.text: each.role for each in source.passages} == lines
    assert list(source.lines) == [2 * number + 1 for number in range(len(lines))]


def test_lines_that_break_off_at_the_edge_are_one_passage(tmp_path):
    text = "街道全年推进各项工作，坚持党建引领基层治理，持续优化营商环境，不断增进民生福祉，" * 6
    path = tmp_path / "a.txt"
    path.write_text("\n".join(text[at : at + 30] for at in range(0, len(text), 30)) + "。", encoding="utf-8")
    (passage,) = read_source_of(path).passages
    assert passage.text == text + "。"


def test_the_signs_of_markdown_are_no_text(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "# 工作总结\n\n## 一、党建\n\n- **新增**3家。\n\n| 街道 | 数 |\n|---|---|\n| 甲 | 3 |\n", encoding="utf-8"
    )
    source = read_source_of(path)
    assert [each.text for each in source.passages] == ["工作总结", "一、党建", "新增3家。", "街道", "数", "甲", "3"]
    assert [each.role for each in source.passages[:3]] == ["title", "heading", "paragraph"]
    assert source.lines == [1, 3, 5, 7, 7, 9, 9]
    assert source.passages[3].cell.is_head


def test_a_report_is_read_as_it_is_printed(report):
    passages = read_source_of(report).passages
    assert _shown(passages) == [
        ("title", "", "人民街道2022年工作总结"),
        ("addressee", "", "区人民政府："),
        ("heading", "一、", "2022年工作开展情况"),
        ("paragraph", "（一）", "稳增长。新增9家。"),
        ("caption", "", "各社区情况"),
        ("cell", "", "社区"),
        ("cell", "", "户数（户）"),
        ("cell", "", "甲社区"),
        ("cell", "", "30"),
        ("issuer", "", "人民街道办事处"),
        ("issue_date", "", "2022年12月20日"),
    ]
    assert [each.place for each in passages[3:6]] == [
        "achievements.body[0]",
        "achievements.body[1]",
        "achievements.body[1].columns[0]",
    ]
    assert passages[7].cell[:3] == (0, 1, 0)


def test_a_document_gives_the_passages_of_the_report_that_it_was_printed_from(report, tmp_path):
    loaded = WorkReport.load(report)
    for numbering in ("typed", "native"):
        loaded.save(tmp_path / "a.docx", numbering=numbering)
        of_document = read_source_of(tmp_path / "a.docx").passages
        joined = [each.mark + each.text for each in of_document if each.text.strip()]
        assert joined == [each.mark + each.text for each in read_source_of(report).passages]
        assert [each.cell for each in of_document if each.cell] == [
            each.cell for each in read_source_of(report).passages if each.cell
        ]


@pytest.mark.parametrize("name", ["fehlt.txt", "fehlt.docx", "fehlt.yaml", "fehlt"])
def test_a_file_that_is_missing_is_named(name, tmp_path):
    with pytest.raises(DataFileError) as caught:
        read_source_of(tmp_path / name)
    assert caught.value.subject == str(tmp_path / name)


@pytest.mark.printed
@pytest.mark.parametrize("ending", [".odt", ".rtf", ".docx", ".wps"])
def test_a_document_of_another_format_has_the_same_texts_and_no_page_that_is_judged(ending, report, tmp_path):
    data = WorkReport.load(report).to_bytes()
    path = tmp_path / f"a{ending}"
    path.write_bytes(saved_by_office(data, ".doc" if ending == ".wps" else ending, tmp_path))
    source = read_source_of(path)
    (tmp_path / "b.docx").write_bytes(data)
    of_document = read_source_of(tmp_path / "b.docx").passages
    assert [each.text for each in source.passages if each.text.strip()] == [
        each.text for each in of_document if each.text.strip()
    ]
    assert ending == ".docx" or not source.notes()


def test_a_rank_that_both_the_data_and_the_text_before_contradict_is_one_remark(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "organization: {name: 人民街道}\nyear: 2022\nintroduction: 考核居全区{rank}。\nfigures: {rank: 第3位}\n"
        "achievements: {body: 全年考核列全区第5位。}\n",
        encoding="utf-8",
    )
    rules = [remark.finding.rule for remark in check_document(path).remarks]
    assert [rule for rule in rules if rule in ("C11", "rank_differs")] == ["C11"]
