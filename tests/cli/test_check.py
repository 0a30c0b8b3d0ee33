"""renmin-docs check: what is found in files of every kind, as a user sees it."""

from __future__ import annotations

import pytest

from renmin_docs import WorkReport
from tests.check.sources.texts import REPORT

SUM = "全年新增企业9家，其中工业4家、服务业3家、建筑业1家。"
WRONG = REPORT.replace("新增{shops}。", "新增{shops}，其中工业4家、服务业3家、建筑业1家。")


@pytest.fixture
def write(desk):
    """Writes a text into the working folder."""

    def write(name, text):
        (desk / name).write_text(text, encoding="utf-8")
        return name

    return write


def test_a_finding_has_place_reason_arithmetic_rule_and_sentence(write, run):
    write("总结.txt", f"工作总结\n\n一、党建\n{SUM}\n")
    code, output, error = run("check", "总结.txt")
    assert (code, error) == (1, "")
    assert output.splitlines() == [
        "总结.txt",
        "  错误：第 4 行，一、：“其中”各项之和不等于总数 “9家”；各项相加：4家＋3家＋1家＝8家，文中为9家（C1）",
        "      全年新增企业【9家】，其中工业4家、服务业3家、建筑业1家。",
        "总结.txt：错误 1 项，警告 0 项",
    ]


def test_a_finding_in_a_data_file_has_its_line_and_key(write, run):
    code, output, _ = run("check", write("报告.yaml", WRONG), "--lang", "en")
    assert code == 1
    assert "line 9, achievements.body[0]: the parts behind 其中" in output
    assert "报告.yaml: 1 errors, 0 warnings" in output


def test_a_finding_in_a_document_has_the_headings_above_it(write, run, desk):
    WorkReport.load(desk / write("报告.yaml", WRONG)).save(desk / "报告.docx")
    code, output, _ = run("check", "报告.docx")
    assert code == 1
    assert "  错误：一、（一）：“其中”各项之和" in output


def test_nothing_found_is_0_and_what_can_not_be_read_2(write, run):
    write("good.txt", "工作总结\n\n一、党建\n全年新增企业8家。\n")
    assert run("check", "good.txt")[0] == 0
    code, output, error = run("check", "good.txt", "none.docx")
    assert code == 2
    assert "good.txt：错误 0 项，警告 0 项" in output
    assert "错误：none.docx：文件不存在" in error


def test_several_files_have_their_sum(write, run):
    code, output, _ = run("check", write("a.txt", SUM), write("b.md", f"- {SUM}"))
    assert code == 1
    assert output.splitlines()[-1] == "共 2 个文件：错误 2 项，警告 0 项"


def test_many_findings_of_one_rule_are_counted(write, run):
    _, output, _ = run("check", write("a.txt", "\n".join("增加，，很多。" for _ in range(150))))
    assert output.count("标点重复") == 100
    assert "另有 50 处同类问题（P4）没有列出" in output
