"""renmin-docs check: what is found in files of every kind, as a user sees it."""

from __future__ import annotations

import json

import docx
import pytest

from renmin_docs import WorkReport
from tests.check.finished import edited
from tests.check.sources.texts import REPORT
from tests.printing import require
from tests.templates import MAIN

SUM = "全年新增企业9家，其中工业4家、服务业3家、建筑业1家。"
WRONG = REPORT.replace("新增{shops}。", "新增{shops}，其中工业4家、服务业3家、建筑业1家。")


@pytest.fixture
def write(workspace):
    """Writes a text into the working folder."""

    def write(name, text):
        (workspace / name).write_text(text, encoding="utf-8")
        return name

    return write


def test_a_finding_has_place_reason_arithmetic_rule_and_sentence(write, run):
    write("总结.txt", f"工作总结\n\n一、党建\n{SUM}\n")
    code, output, error = run("check", "总结.txt")
    assert (code, error) == (1, "")
    assert output.splitlines() == [
        "总结.txt",
        "  错误：第 4 行，一、：“其中”各项之和不等于总数 “9家”；按文中数字计算：4家＋3家＋1家＝8家，文中为9家（C1）",
        "      全年新增企业【9家】，其中工业4家、服务业3家、建筑业1家。",
        "总结.txt：错误 1 项，警告 0 项",
    ]


def test_a_finding_in_a_data_file_has_its_line_and_key(write, run):
    code, output, _ = run("check", write("报告.yaml", WRONG), "--lang", "en")
    assert code == 1
    assert "line 9, achievements.body[0]: the parts behind 其中" in output
    assert "报告.yaml: 1 errors, 0 warnings" in output


def test_what_a_report_says_against_itself_is_found_too_and_no_slip_twice(write, run):
    text = (
        REPORT.replace("新增{shops}。", "（待填写）").replace("单位: 户", "").replace("lead: 稳增长", "lead: 稳 增长")
    )
    code, output, _ = run("check", write("报告.yaml", text), "--json", "--all")
    rules = [each["rule"] for each in json.loads(output)[0]["findings"]]
    assert code == 1
    assert "figure_unmentioned" in rules
    assert "S6" in rules
    assert "text_unfilled" not in rules


def test_a_finding_in_a_document_has_the_headings_above_it(write, run, workspace):
    WorkReport.load(workspace / write("报告.yaml", WRONG)).save(workspace / "报告.docx")
    code, output, _ = run("check", "报告.docx")
    assert code == 1
    assert "  错误：一、（一）：“其中”各项之和" in output


def test_a_pattern_that_the_shell_left_stands_for_its_files(write, run):
    for name in ("甲.txt", "乙 [1].txt", "~$甲.txt", "丙.md"):
        write(name, "工作总结\n\n一、党建\n全年新增企业8家。\n")
    _, output, error = run("check", "*.txt", "乙 [1].txt")
    assert (output.count("txt：错误 0 项"), error) == (3, "")
    assert run("check", "*.docx")[::2] == (2, "错误：*.docx：文件不存在；请核对路径\n")


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


# --- which rules ------------------------------------------------------------------------------

BOTH = f"增加，，很多。{SUM}"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["P4", "C1"]),
        (["--ignore", "p4"], ["C1"]),
        (["--ignore", "W8，p", "--ignore", "C2"], ["C1"]),
        (["--select", "P"], ["P4"]),
        (["--select", "C1,P4", "--ignore", "P4"], ["C1"]),
        (["--select", "C1,P", "--ignore", "C"], ["P4", "C1"]),
        (["--select", "page"], []),
    ],
)
def test_rules_are_selected_and_ignored_by_identifier_and_group(words, found, write, run):
    _, output, _ = run("check", write("a.txt", BOTH), *words, "--json")
    assert [each["rule"] for each in json.loads(output)[0]["findings"]] == found


@pytest.mark.parametrize(
    ("name", "near"), [("P99", "P4"), ("title_promises_plan", "title_promises_plans"), ("X", "C1")]
)
def test_an_unknown_rule_is_wrong_use_with_a_suggestion(name, near, write, run):
    code, output, error = run("check", write("a.txt", BOTH), "--ignore", name)
    assert (code, output) == (2, "")
    assert f"用法有误：没有规则 {name}" in error
    assert near in error


def test_the_profile_of_an_office_says_what_is_ignored_and_which_words_it_has(write, run):
    write("ours.yaml", "校对: {不查: [P4], 词表: [{误: 街道办, 正: 街道办事处, 级别: 错误}]}\n")
    write("a.txt", f"街道办牵头。{BOTH}")
    _, output, _ = run("check", "a.txt", "--profile", "ours.yaml", "--json")
    assert [each["rule"] for each in json.loads(output)[0]["findings"]] == ["W8", "C1"]
    _, output, _ = run("check", "a.txt", "--profile", "ours.yaml", "--select", "P4", "--json")
    assert [each["rule"] for each in json.loads(output)[0]["findings"]] == ["P4"]
    write("报告.yaml", WRONG + "profile: ours.yaml\ncheck: {ignore: C}\n")
    assert run("check", "报告.yaml")[0] == 0
    code, _, error = run("check", "a.txt", "--profile", write("bad.yaml", "check: {ignor: [P4]}"))
    assert code == 2
    assert "bad.yaml：第 1 行，check：不认识的键 ignor；是否应为：ignore" in error


def test_a_rule_that_a_profile_does_not_know_is_named(write, run):
    write("ours.yaml", "校对: {不查: [Q1]}\n")
    code, _, error = run("check", write("a.txt", BOTH), "--profile", "ours.yaml")
    assert code == 2
    assert "没有规则 Q1" in error


def test_the_office_has_a_list_of_words(write, run):
    write("words.tsv", "误\t正\t级别\n# 说明\n街道办\t街道办事处\t错误\n一窗通办\n")
    code, output, _ = run("check", write("a.txt", "街道办推行一窗通办。"), "--words", "words.tsv")
    assert code == 1
    assert "  错误：第 1 行：本单位词表列有 “街道办”；应为：街道办事处（W8）" in output
    assert "  警告：第 1 行：本单位词表列有 “一窗通办”（W8）" in output
    write("words.tsv", "街道办\t街道办事处\t很严重\n\t正\na\tb\tc\td\n")
    code, _, error = run("check", "a.txt", "--words", "words.tsv")
    assert code == 2
    assert [line.split("：")[2] for line in error.splitlines()] == ["第 1 行", "第 2 行", "第 3 行"]


def test_warnings_count_with_strict_and_notices_are_shown_with_all(write, run):
    write("words.tsv", "甲\t\t警告\n乙\t\t提示\n")
    given = ("check", write("a.txt", "甲和乙。"), "--words", "words.tsv")
    code, output, _ = run(*given)
    assert code == 0
    assert "“乙”" not in output
    assert output.splitlines()[-1] == "a.txt：错误 0 项，警告 1 项，提示 1 项（用 --all 列出）"
    code, output, _ = run(*given, "--strict", "--all")
    assert code == 1
    assert "  提示：第 1 行：本单位词表列有 “乙”（W8）" in output


# --- for programs, and what was accepted -------------------------------------------------------


def test_accepted_findings_stay_quiet_while_their_sentence_does(write, run, workspace):
    write("a.txt", f"工作总结\n{BOTH}\n")
    code, _, error = run("check", "a.txt", "--accept", "ok.txt")
    assert code == 2
    assert "ok.txt：文件不存在" in error
    code, output, _ = run("check", "a.txt", "--accept", "ok.txt", "--update-accepted", "--ignore", "P")
    assert code == 0
    assert output.endswith("已生成：ok.txt\n")
    write("a.txt", f"工作总结\n新的一句。\n另一段，，在前。{BOTH}\n")
    code, output, _ = run("check", "a.txt", "--accept", "ok.txt")
    assert code == 1
    assert "（C1）" not in output
    assert output.endswith("a.txt：错误 2 项，警告 0 项；已接受 1 项\n")
    run("check", "a.txt", "--accept", "ok.txt", "--update-accepted")
    assert run("check", "a.txt", "--accept", "ok.txt")[0] == 0
    assert len((workspace / "ok.txt").read_text(encoding="utf-8").splitlines()) == 2 + 3


def test_a_list_of_accepted_findings_is_no_other_file(write, run, workspace):
    write("mine.txt", "我的文章。\n")
    code, _, error = run("check", write("a.txt", BOTH), "--accept", "mine.txt", "--update-accepted")
    assert code == 2
    assert "mine.txt：第 1 行：“我的文章。”不是接受清单里的一行" in error
    assert (workspace / "mine.txt").read_text(encoding="utf-8") == "我的文章。\n"
    assert run("check", "a.txt", "--update-accepted")[0] == 2


def test_json_has_everything_that_is_known_of_a_finding(write, run):
    code, output, _ = run("check", write("a.txt", f"工作总结\n{SUM}"), "--json", "--lang", "en")
    (file,) = json.loads(output)
    (finding,) = file.pop("findings")
    assert (code, file) == (1, {"file": "a.txt", "error": 1, "warning": 0, "notice": 0, "accepted": 0})
    assert finding["context"] == "全年新增企业【9家】，其中工业4家、服务业3家、建筑业1家。"
    assert (finding["line"], finding["start"], finding["end"]) == (2, 6, 8)
    assert (finding["severity"], finding["rule"], finding["found"]) == ("error", "C1", "“9家”")
    assert len(finding["fingerprint"]) == 12


SARIF = {
    "": {"$schema", "version", "runs"},
    "runs": {"tool", "columnKind", "results"},
    "tool": {"driver"},
    "driver": {"name", "semanticVersion", "rules"},
    "rules": {"id", "shortDescription", "defaultConfiguration", "help"},
    "shortDescription": {"text"},
    "help": {"text"},
    "defaultConfiguration": {"level"},
    "results": {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"},
    "message": {"text"},
    "locations": {"physicalLocation", "logicalLocations"},
    "physicalLocation": {"artifactLocation", "region"},
    "artifactLocation": {"uri"},
    "region": {"startLine", "snippet"},
    "snippet": {"text"},
    "logicalLocations": {"fullyQualifiedName"},
}
"""Object of SARIF 2.1.0 → those of its properties that are written; no object may have others than the schema's."""


def _objects(value, name=""):
    """Every object of a log, behind the name of the property that holds it."""
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, name)
    elif isinstance(value, dict) and name != "partialFingerprints":
        yield name, value
        for key, inner in value.items():
            yield from _objects(inner, key)


def test_sarif_has_the_form_that_the_standard_wants(write, run):
    write("报 告.yaml", WRONG)
    code, output, _ = run("check", write("a.txt", f"{BOTH}党员，，先进。"), "报 告.yaml", "--sarif")
    log = json.loads(output)
    for name, each in _objects(log):
        assert set(each) <= SARIF[name], name
    assert log["version"] == "2.1.0"
    (run_,) = log["runs"]
    assert code == 1
    assert [rule["id"] for rule in run_["tool"]["driver"]["rules"]] == ["P4", "C1"]
    assert all(run_["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run_["results"])
    last = run_["results"][-1]
    assert last["level"] == "error"
    (location,) = last["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "%E6%8A%A5%20%E5%91%8A.yaml"
    assert location["physicalLocation"]["region"]["startLine"] == 9
    assert location["logicalLocations"] == [{"fullyQualifiedName": "achievements.body[0]"}]


def test_one_form_for_programs_at_a_time(write, run):
    code, _, error = run("check", write("a.txt", BOTH), "--json", "--sarif")
    assert code == 2
    assert "--json 与 --sarif 不能同时使用" in error


# --- comments ---------------------------------------------------------------------------------


@pytest.fixture
def report(write, workspace):
    """A document with one fault, beside its data file."""
    WorkReport.load(workspace / write("报告.yaml", WRONG)).save(workspace / "报告.docx")
    return workspace / "报告.docx"


def test_a_copy_has_what_was_found_as_comments(report, run, workspace):
    before = report.read_bytes()
    code, output, _ = run("check", "报告.docx", "--comments", "批注.docx", "--author", "校对员")
    assert code == 1
    assert output.endswith("已生成：批注.docx\n")
    (comment,) = docx.Document(str(workspace / "批注.docx")).comments
    assert (comment.author, comment.text.splitlines()[1]) == ("校对员", "C1")
    assert report.read_bytes() == before


def test_a_copy_that_is_unchanged_is_written_anew_and_no_other_file_is_replaced(report, run, workspace):
    assert run("check", report, "--comments", "批注.docx")[0] == 1
    first = (workspace / "批注.docx").read_bytes()
    assert run("check", "报告.docx", "--comments", "批注.docx", "--lang", "en")[0] == 1
    assert (workspace / "批注.docx").read_bytes() != first
    changed = docx.Document(str(workspace / "批注.docx"))
    changed.save(str(workspace / "批注.docx"))
    code, _, error = run("check", "报告.docx", "--comments", "批注.docx")
    assert code == 2
    assert "--force" in error
    code, _, error = run("check", "报告.docx", "--comments", "报告.docx", "--force")
    assert code == 2
    assert "输出文件就是读入的文件" in error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["报告.yaml"], "批注只能写入 .docx 文档，报告.yaml 不是"),
        (["报告.docx", "报告.yaml"], "只为一个文档写副本，这里给了 2 个"),
    ],
)
def test_comments_need_one_docx(words, said, report, run, workspace):
    del report
    code, output, error = run("check", *words, "--comments", "批注.docx")
    assert (code, output) == (2, "")
    assert said in error
    assert not (workspace / "批注.docx").exists()


def test_the_printed_page_is_measured_where_it_is_asked_for(run, workspace):
    require("soffice")
    edits = ((MAIN, "<wp:posOffset>8712290<", "<wp:posOffset>7712290<"),)
    (workspace / "报告.docx").write_bytes(edited(*edits))
    given = ("check", "报告.docx", "--select", "page", "--lang", "zh")
    assert "版记" not in run(*given)[1]
    _, output, _ = run(*given, "--printed")
    assert "版记没有排在最后一面的版心底部" in output
