"""renmin-docs template: export, list, check, variables, as a user types them."""

from __future__ import annotations

import json
import os
from xml.etree import ElementTree as ET

import pytest

from renmin_docs.builtin_templates import names
from renmin_docs.render.variables import variables_page
from renmin_docs.templating.export import exported_template
from tests.check.made import in_main, replaced
from tests.templates import MAIN, parts, parts_of, with_body


@pytest.fixture
def run(run):
    """Runs the command."""
    return lambda *words: run("template", *words)


def test_export_copies_and_never_overwrites_without_force(tmp_path, run):
    target = tmp_path / "我们的.docx"
    assert run("export", "work_report", str(target), "--lang", "zh") == (0, f"已生成：{target.as_posix()}\n", "")
    assert target.read_bytes() == exported_template("work_report", "zh")
    target.write_bytes(b"changed")
    code, _, error = run("export", "work_report", str(target), "--lang", "zh")
    assert (code, target.read_bytes()) == (2, b"changed")
    assert "--force" in error
    assert run("export", "red_head", str(target), "--force")[0] == 0
    assert target.read_bytes() == exported_template("red_head", "zh")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["work_reprot", "a.docx"], "work_report"),
        (["work_report", "a.doc"], "a.docx"),
        (["work_report", "no/a.docx"], "文件夹"),
        (["work_report"], "缺少"),
    ],
)
def test_export_says_what_is_wrong(words, said, tmp_path, run):
    code, _, error = run("export", *words, "--lang", "zh")
    assert code == 2
    assert said in error
    assert list(tmp_path.iterdir()) == []


def test_a_path_is_not_exported(tmp_path, run):
    (tmp_path / "x.docx").write_bytes(b"x")
    assert run("export", "x.docx", "y.docx")[0] == 2


@pytest.mark.parametrize(("language", "word"), [("zh", "公文"), ("en", "official")])
def test_list_names_each_with_what_it_is(language, word, run):
    code, output, _ = run("list", "--lang", language)
    assert code == 0
    assert [line.split()[0] for line in output.splitlines()] == names()
    assert all(len(line.split()) > 1 for line in output.splitlines())
    assert word in output


def test_check_ends_with_1_for_errors_alone(tmp_path, run):
    code, output, _ = run("check", "work_report", "--lang", "zh")
    assert code == 0
    assert output.splitlines()[-1] == "work_report：错误 0 项，警告 0 项，提示 2 项"
    (tmp_path / "a.docx").write_bytes(replaced(in_main('w:top="2098"', 'w:top="1440"')))
    code, output, _ = run("check", "a.docx", "--lang", "zh")
    assert code == 0
    assert "警告：a.docx：上边距（天头）为 25.4 mm；标准为 37 mm ± 1 mm（GB/T 9704-2012，5.2.1，规定）" in output
    (tmp_path / "a.docx").write_bytes(replaced(in_main("{{ title }}", "{{ titel }}")))
    code, output, _ = run("check", "a.docx", "--lang", "en")
    assert code == 1
    assert "error: a.docx: “{{ titel }}”: no variable is named titel; did you mean title" in output


def test_check_knows_the_names_of_a_report(tmp_path, run):
    body = ("{{ 题目 }}", "{{ fields.联系人 }}", "{%p for 段 in 段落 %}", "{{ 段.正文 }}", "{%p endfor %}")
    (tmp_path / "ours.docx").write_bytes(with_body(*body))
    text = "单位: {名称: 甲街道}\n年度: 2022\n字段: {联糸人: 张某某}\n主要工作: {正文: 好。}\n"
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    for more in ((), ("--json",)):
        code, output, _ = run("check", "ours.docx", "--with", "report.yaml", "--lang", "zh", *more)
        assert code == 1
        assert "没有名为 fields.联系人 的变量；是否应为：fields.联糸人" in output


def test_check_prints_json(tmp_path, run):
    (tmp_path / "a.docx").write_bytes(replaced(in_main('w:w="11906"', 'w:w="12240"')))
    code, output, _ = run("check", "a.docx", "--json", "--lang", "en")
    data = json.loads(output)
    paper = next(each for each in data if each["rule"] == "paper_size")
    assert code == 0
    assert (paper["severity"], paper["clause"], paper["strength"]) == ("warning", "5.1", "R")
    said = {"severity", "rule", "place", "found", "expected", "clause", "strength", "message"}
    assert set(paper) == {*said, "passage", "start", "end", "context", "fingerprint"}
    assert not any(each[name].startswith("@") for each in data for name in said)


def test_check_of_a_missing_file_is_wrong_use(run):
    code, _, error = run("check", "no.docx", "--lang", "zh")
    assert code == 2
    assert "no.docx" in error


def test_variables_prints_the_page(run):
    assert run("variables") == (0, variables_page().replace(os.sep, "/"), "")


def test_no_command_and_a_wrong_one_are_wrong_use(run):
    code, _, error = run("--lang", "zh")
    assert code == 2
    assert "export" in error
    code, _, error = run("chek", "--lang", "zh")
    assert code == 2
    assert "check" in error


# --- put right, and for programs --------------------------------------------------------------

SLIPS = (in_main("{{ title }}", "｛｛ title ｝｝"), in_main("{%p endfor %}", "{%P end for %}"))


def test_fix_writes_a_copy_that_is_right_and_leaves_the_template_alone(tmp_path, run):
    (tmp_path / "a.docx").write_bytes(replaced(*SLIPS))
    before = (tmp_path / "a.docx").read_bytes()
    code, output, _ = run("check", "a.docx", "--fix", "--lang", "zh")
    assert code == 0
    assert "已改正：｛｛ title ｝｝ → {{ title }}\n已改正：{%P end for %} → {%p endfor %}" in output
    assert output.splitlines()[-1] == "a.fixed.docx：错误 0 项，警告 0 项，提示 2 项"
    assert (tmp_path / "a.docx").read_bytes() == before
    fixed, whole = (each[MAIN].decode() for each in (parts_of((tmp_path / "a.fixed.docx").read_bytes()), parts()))
    spaces = ' xml:space="preserve"'
    assert ET.canonicalize(fixed.replace(spaces, "")) == ET.canonicalize(whole.replace(spaces, ""))


def test_fix_overwrites_no_other_file_and_writes_none_where_nothing_is_wrong(tmp_path, run):
    (tmp_path / "a.docx").write_bytes(replaced(*SLIPS))
    (tmp_path / "b.docx").write_bytes(b"mine")
    code, _, error = run("check", "a.docx", "--fix", "-o", "b.docx", "--lang", "zh")
    assert (code, (tmp_path / "b.docx").read_bytes()) == (2, b"mine")
    assert "--force" in error
    code, output, _ = run("check", "work_report", "--fix", "-o", "c.docx", "--lang", "zh")
    assert (code, (tmp_path / "c.docx").exists()) == (0, False)
    assert "没有可以直接改正的" in output
    assert run("check", "a.docx", "-o", "c.docx")[0] == 2


def test_findings_are_comments_at_the_tags_and_results_of_sarif(tmp_path, run):
    (tmp_path / "a.docx").write_bytes(replaced(*SLIPS))
    assert run("check", "a.docx", "--comments", "c.docx", "--lang", "zh")[0] == 1
    commented = parts_of((tmp_path / "c.docx").read_bytes())
    assert commented["word/comments.xml"].decode().count("用了全角符号") == 1
    assert '<w:commentRangeStart w:id="0"/><w:r' in commented[MAIN].decode()
    _, output, _ = run("check", "a.docx", "--sarif", "--lang", "en")
    (log,) = json.loads(output)["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["tag_full_width", "tag_prefix"]
    assert log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "a.docx"}


def test_a_document_without_tags_is_one_message(tmp_path, run):
    (tmp_path / "a.docx").write_bytes(with_body("清溪镇2024年工作总结", "一、工作", "二、打算"))
    code, output, _ = run("check", "a.docx", "--lang", "zh")
    assert (code, len(output.splitlines())) == (1, 2)
    assert "没有任何标签" in output
