"""From nothing to a finished report in three commands, and the settings explained: as a new user does it."""

import json
import re
from pathlib import Path

import docx
import pytest

from tests.cli.texts import ENGLISH, write


def test_new_edit_render(run):
    said = "已生成：青山街道.profile.yaml\n已生成：青山街道2023年工作总结.yaml\n"
    assert run("new", "青山街道", "--year", "2023") == (0, said, "")
    report = Path("青山街道2023年工作总结.yaml")
    report.write_text(report.read_text(encoding="utf-8").replace("挖潜增位", "修一座桥"), encoding="utf-8")
    assert run("render", str(report), "--strict") == (0, "已生成：青山街道2023年工作总结.docx\n", "")
    text = "\n".join(paragraph.text for paragraph in docx.Document("青山街道2023年工作总结.docx").paragraphs)
    assert "（一）修一座桥。" in text
    assert "青山街道办事处" in text
    assert "投入资金136万元，同比增长6.25%" in text


def test_the_folder_the_keys_and_the_language_can_be_chosen(run):
    code, out, _ = run("new", "青山街道", "--year", "2023", "--keys", "en", "-o", "ours", "--lang", "en")
    assert code == 0
    assert out.splitlines()[0] == "written: ours/青山街道.profile.yaml"
    text = (Path("ours") / "青山街道2023年工作总结.yaml").read_text(encoding="utf-8")
    assert "achievements:" in text
    assert "# What is planned." in text


def test_what_is_there_is_kept_with_a_clear_word(run):
    run("new", "青山街道", "--year", "2023")
    assert run("new", "青山街道", "--year", "2023")[0] == 0  # nothing was written into it yet
    report = write(Path("青山街道2023年工作总结.yaml"), "我的")
    code, out, err = run("new", "青山街道", "--year", "2023")
    assert (code, out) == (2, "")
    assert err.startswith("错误：青山街道2023年工作总结.yaml：已有同名文件，且不是本命令生成时的原样")
    assert report.read_text(encoding="utf-8") == "我的"
    assert run("new", "青山街道", "--year", "2023", "--force")[0] == 0
    code, out, err = run("new", "青山街道", "--year", "2024")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "沿用已有的：青山街道.profile.yaml"


@pytest.mark.parametrize("year", [(), ("--year", "23"), ("--year", "二零"), ("--year", "9999"), ("--year", "0999")])
def test_a_year_that_is_missing_or_none_is_reported_in_chinese(run, year):
    code, out, err = run("new", "青山街道", *year)
    assert (code, out) == (2, "")
    assert "--year" in err
    assert not ENGLISH.search(err)
    assert not list(Path().iterdir())


def test_a_blank_name_is_refused(run):
    assert run("new", " ", "--year", "2023")[0] == 2


def test_the_help_is_in_chinese(run):
    code, out, _ = run("new", "-h")
    assert code == 0
    assert not ENGLISH.search(out)


def test_explain_writes_nothing_and_shows_where_settings_come_from(run):
    run("new", "青山街道", "--year", "2023")
    code, out, err = run("render", "青山街道2023年工作总结.yaml", "--explain", "--template", "red_head")
    assert (code, err) == (0, "")
    assert re.search(r"^单位\.名称 +青山街道 +青山街道\.profile\.yaml 第 7 行$", out, re.MULTILINE)
    assert re.search(r"^模板 +red_head +命令行$", out, re.MULTILINE)
    assert not list(Path().glob("*.docx"))
    code, out, _ = run("render", "青山街道2023年工作总结.yaml", "--explain", "--json", "--numbering", "native")
    found = {each["key"]: each for each in json.loads(out)}
    assert found["numbering"]["source"] == "command_line"
    assert found["organization.issuer"]["source"] == "default"


def test_a_profile_on_the_command_line_goes_under_the_report(run):
    run("new", "青山街道", "--year", "2023")
    Path("other.yaml").write_text("单位: {名称: 白水街道}\n", encoding="utf-8")
    assert run("render", "青山街道2023年工作总结.yaml", "--profile", "other.yaml", "-o", "out.docx")[0] == 0
    assert docx.Document("out.docx").paragraphs[0].text.startswith("白水街道2023年")
    code, _, err = run("render", "青山街道2023年工作总结.yaml", "--profile", "no.yaml")
    assert (code, err.split("；")[0]) == (2, "错误：no.yaml：文件不存在")


def test_faults_and_hints_name_the_file_that_they_are_in(run):
    run("new", "青山街道", "--year", "2023")
    profile = Path("青山街道.profile.yaml")
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("页码: 外侧", "页码: 居中"), encoding="utf-8")
    code, _, err = run("render", "青山街道2023年工作总结.yaml")
    assert code == 0
    assert err.startswith("提示：青山街道.profile.yaml：第 26 行，页面.页码：")
    profile.write_text(text + "年度: 2023\n", encoding="utf-8")
    code, _, err = run("render", "青山街道2023年工作总结.yaml")
    assert code == 2
    assert err.startswith("错误：青山街道.profile.yaml：第 32 行：年度 要写在报告里")


def test_the_schema_of_profiles_is_printed(run):
    code, out, _ = run("schema", "--profile")
    assert code == 0
    schema = json.loads(out)
    assert (schema["title"], "year" in schema["properties"]) == ("Profile", False)
    assert json.loads(run("schema")[1])["title"] == "WorkReport"
