"""What `renmin-docs new` writes: files that render at once, teach by example, and overwrite nothing."""

import json
import os
import re

import pytest

from renmin_docs import OutputError, WorkReport
from renmin_docs.errors import TextError
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.messages.skeletons import COMMENTS
from renmin_docs.report.profile import Profile
from renmin_docs.report.tables import Table
from renmin_docs.report.texts import items
from renmin_docs.skeleton import skeleton, write_skeleton

BOTH = [(keys, language) for keys in ("zh", "en") for language in ("zh", "en")]


def _written(folder, name="青山街道", year=2023, **options):
    return write_skeleton(skeleton(name, year, **options), folder)


@pytest.mark.parametrize(("keys", "language"), BOTH)
def test_the_report_renders_without_findings(tmp_path, keys, language):
    report = WorkReport.load(_written(tmp_path, keys=keys, language=language).report)
    assert report.check() == []
    assert report.title == "青山街道2023年工作总结和2024年工作打算"
    assert report.organization.issuer == "青山街道办事处"
    report.to_bytes()


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_both_files_are_in_the_wanted_spelling_throughout(tmp_path, keys):
    source = read_source(_written(tmp_path, keys=keys).report)
    assert (source.keys, source.beneath.keys) == (keys, keys)
    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml"))
    other = re.compile("^[ -]*[a-z_]+:" if keys == "zh" else "^[ -]*(?:正文|标题|引题|单位|数据):", re.MULTILINE)
    assert not other.search(text)


@pytest.mark.parametrize(
    ("name", "issuer", "superior"),
    [
        ("青山街道", "青山街道办事处", "区人民政府"),
        ("青山镇", "青山镇人民政府", "县人民政府"),
        ("李家村", "李家村村民委员会", "镇人民政府"),
        ("区教育局", "区教育局", "区人民政府"),
        ("第一中学", "第一中学", "区教育局"),
        ("青山有限公司", "青山有限公司", "上级主管部门"),
    ],
)
def test_the_files_are_right_for_any_kind_of_office(tmp_path, name, issuer, superior):
    written = _written(tmp_path, name)
    profile = written.profile.read_text(encoding="utf-8")
    assert f"  # 署名: {issuer} " in profile
    assert f"# 主送: {superior}\n" in profile
    assert WorkReport.load(written.report).organization.issuer == issuer
    sentences = written.report.read_text(encoding="utf-8").replace(name, "")
    assert not re.search("街道|社区|居民|辖区|小区|镇|村", sentences)


def test_the_two_spellings_and_languages_make_the_same_report(tmp_path):
    reports = [
        WorkReport.load(_written(tmp_path / keys / language, keys=keys, language=language).report)
        for keys, language in BOTH
    ]
    assert all(report == reports[0] for report in reports)


def test_it_teaches_figures_growth_parts_headings_leads_a_series_and_a_table(tmp_path):
    report = WorkReport.load(_written(tmp_path).report)
    text = " ".join(str(item) for chapter in report.chapters for item in chapter.body)
    assert "{投入资金:同比}" in text
    assert "{维修改造:其中}" in text
    assert any(point.heading for point in report.achievements[0].points)
    assert any(inner.lead for point in report.achievements[0].points for inner in point.points)
    assert report.difficulties[0].series == "ordinal"
    assert [item.figures for _, item in items(report) if isinstance(item, Table)]


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_every_setting_that_a_comment_offers_can_be_taken(tmp_path, keys):
    written = _written(tmp_path, keys=keys)
    lines = written.profile.read_text(encoding="utf-8").splitlines()
    offered = [line for line in lines if re.match(r"\s*# (?:\w+): ", line) and "ours.docx" not in line]
    assert len(offered) == 4
    taken = "\n".join(line.replace("# ", "", 1) if line in offered else line for line in lines)
    written.profile.write_text(taken, encoding="utf-8")
    report = WorkReport.load(written.report)
    assert (report.signature.kind, report.imprint.copied_to) == ("sealed", ("有关单位",))
    assert (report.addressee, report.organization.issuer) == (("区人民政府",), "青山街道办事处")
    assert report.check() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_comment_is_used_and_none_is_left_open(language):
    made = skeleton("甲", 2023, language=language)
    text = made.profile + made.report
    for comment in COMMENTS.values():
        assert comment[language == "zh"].partition("%")[0] in text
    assert not re.search(r"%\w+%|<\w|#\w+#", text)


@pytest.mark.parametrize(
    "name", ["{甲}街道", "a: b", "true", "2023", 'x"y', "#甲", "甲/乙\\丙?", "-", "、、", "ＡＢ", "o'x"]
)
def test_any_name_makes_files_that_load(tmp_path, name):
    written = _written(tmp_path, name)
    report = WorkReport.load(written.report)
    assert report.organization.name == name
    assert report.check() == []
    assert {path.parent for path in tmp_path.rglob("*.yaml")} == {tmp_path}
    assert not re.search(r'[<>:"/\\|?*]', written.report.name)


@pytest.mark.parametrize("name", ["", "  ", "甲\n乙", "甲\x07"])
def test_a_name_that_can_not_be_printed_is_refused(name):
    with pytest.raises(TextError):
        skeleton(name, 2023)


def test_a_report_that_a_person_has_changed_is_not_overwritten(tmp_path):
    written = _written(tmp_path)
    written.report.write_text("我的", encoding="utf-8")
    written.profile.unlink()
    with pytest.raises(OutputError) as caught:
        _written(tmp_path)
    assert [finding.rule for finding in caught.value.findings] == ["output_in_the_way"]
    assert caught.value.subject == str(written.report)
    assert written.report.read_text(encoding="utf-8") == "我的"
    assert sorted(os.listdir(tmp_path)) == [".schema", written.report.name]


def test_a_profile_that_is_there_serves_the_next_year_too(tmp_path):
    first = _written(tmp_path)
    profile = first.profile.read_text(encoding="utf-8").replace("工作总结和", "总结和")
    first.profile.write_text(profile, encoding="utf-8")
    second = _written(tmp_path, year=2024)
    assert (first.kept, second.kept) == (False, True)
    assert first.profile.read_text(encoding="utf-8") == profile
    assert WorkReport.load(second.report).title == "青山街道2024年总结和2025年工作打算"


def test_the_folder_is_made_and_a_file_in_its_place_is_reported(tmp_path):
    assert _written(tmp_path / "a" / "b").report.exists()
    (tmp_path / "c").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        _written(tmp_path / "c")


def test_a_long_name_makes_short_names_of_files(tmp_path):
    written = _written(tmp_path, "长" * 300)
    assert WorkReport.load(written.report).organization.name == "长" * 300


def test_the_schemas_beside_the_files_are_those_of_this_version_and_other_files_of_their_name_stay(tmp_path):
    written = _written(tmp_path)
    for path, model in ((written.report, WorkReport), (written.profile, Profile)):
        line = path.read_text(encoding="utf-8").partition("\n")[0]
        schema = tmp_path / line.removeprefix("# yaml-language-server: $schema=")
        made = json.loads(schema.read_text(encoding="utf-8"))
        assert made == {"$comment": "renmin-docs new", **model.model_json_schema()}
    ours, theirs = sorted(schema.parent.iterdir())
    ours.write_text('{"$comment": "renmin-docs new"}', encoding="utf-8")
    theirs.write_text("{}", encoding="utf-8")
    _written(tmp_path)
    assert json.loads(ours.read_text(encoding="utf-8"))["title"] == "Profile"
    assert theirs.read_text(encoding="utf-8") == "{}"
