"""The table of settings: each with its value and the place that says it."""

import json

import pytest

from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.report.profile import Profile
from renmin_docs.sheets.settings import as_data, as_lines, settings_of

REPORT = """\
profile: ours.yaml
year: 2022
page: {fonts: plain}
achievements: {body: 文}
plans: {body: 文}
"""
PROFILE = """\
organization: {name: 人民街道}
title_pattern: "{name}{period}总结"
page:
  grid: B
numbering: native
"""


@pytest.fixture
def settings(tmp_path):
    """The settings of a report over a profile, by key."""

    def of(report=REPORT, beneath=PROFILE, name="report.yaml", **given):
        (tmp_path / "ours.yaml").write_text(beneath, encoding="utf-8")
        (tmp_path / name).write_text(report, encoding="utf-8")
        source = read_source(tmp_path / name, given.get("profile"))
        return settings_of(report_of(source), source, given)

    return of


def _by_key(settings):
    return {each["key"]: each for each in as_data(settings)}


def test_a_setting_names_the_file_and_line_that_say_it(settings, tmp_path):
    found = _by_key(settings())
    assert (found["page.fonts"]["source"], found["page.fonts"]["line"]) == ("report", 3)
    assert (found["page.grid"]["source"], found["page.grid"]["line"]) == ("profile", 4)
    assert found["page.grid"]["file"] == str(tmp_path / "ours.yaml")
    assert found["page.page_number"] == {
        "key": "page.page_number",
        "value": "mirrored",
        "source": "default",
        "file": None,
        "line": None,
    }


def test_the_values_are_those_that_the_report_is_printed_with(settings):
    values = {key: each["value"] for key, each in _by_key(settings()).items()}
    assert values["title"] == "人民街道2022年总结"
    assert values["organization.issuer"] == "人民街道办事处"
    assert values["headings.plans"] == "{next_period}工作打算"
    assert (values["template"], values["numbering"]) == ("work_report", "native")
    assert "imprint.copied_to" not in values


def test_every_key_of_profiles_is_there_where_the_report_has_its_part(settings):
    report = REPORT + "issue_date: 2022-12-20\nheader: {number: 人办〔2022〕1号}\nimprint: {printed_by: 党政办}\n"
    keys = {key.partition(".")[0] for key in _by_key(settings(report))}
    assert keys == {"profile", "title", *Profile.model_fields} - {"title_pattern"}


def test_a_title_comes_from_whoever_writes_it(settings):
    assert _by_key(settings())["title"]["line"] == 2
    found = _by_key(settings(REPORT + "title: 我的总结\n"))["title"]
    assert (found["value"], found["source"], found["line"]) == ("我的总结", "report", 6)
    assert _by_key(settings(beneath="organization: {name: 甲}\n"))["title"]["source"] == "default"


def test_the_command_line_goes_before_all(settings, tmp_path):
    found = _by_key(settings(template="red_head", numbering="typed", profile=tmp_path / "ours.yaml"))
    assert (found["template"]["value"], found["template"]["source"]) == ("red_head", "command_line")
    assert (found["numbering"]["value"], found["numbering"]["source"]) == ("typed", "command_line")
    assert found["profile"]["source"] == "command_line"
    assert _by_key(settings())["profile"]["source"] == "report"


def test_without_a_profile_there_is_no_row_for_it(settings):
    report = REPORT.replace("profile: ours.yaml\n", "organization: {name: 甲}\n")
    found = _by_key(settings(report))
    assert "profile" not in found
    assert (found["organization.name"]["source"], found["organization.name"]["line"]) == ("report", 1)


def test_a_format_without_lines_names_the_file_alone(settings):
    report = (
        'profile = "ours.yaml"\nyear = 2022\nnumbering = "typed"\nachievements = {body = "文"}\nplans = {body = "文"}\n'
    )
    made = settings(report, name="report.toml")
    assert _by_key(made)["numbering"]["line"] is None
    assert any(line.startswith("numbering ") and line.endswith("  report.toml") for line in as_lines(made, "en", "en"))


def test_the_lines_stand_in_columns_and_speak_the_language(settings):
    english, chinese = (as_lines(settings(), language, "en") for language in ("en", "zh"))
    assert english[0].split() == ["setting", "value", "from"]
    assert chinese[0].split() == ["设置", "取值", "来源"]
    (grid,) = (line for line in english if line.startswith("page.grid"))
    assert grid.index("B") == english[0].index("value")
    assert any(line.startswith("page.grid ") and line.endswith("ours.yaml, line 4") for line in english)
    assert any(line.startswith("page.grid ") and line.endswith("ours.yaml 第 4 行") for line in chinese)


def test_keys_and_values_are_spelled_as_the_report_spells_them(settings):
    lines = as_lines(settings(), "zh", "zh")
    assert any(line.split()[:2] == ["页面.字体", "普通"] for line in lines)
    assert any(line.split()[:2] == ["编号方式", "自动"] for line in lines)
    assert any(line.split()[:2] == ["落款.方式", "不加盖印章"] for line in lines)


def test_the_data_are_json(settings):
    assert json.loads(json.dumps(as_data(settings())))[0]["key"] == "profile"
