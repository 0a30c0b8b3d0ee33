"""Profiles under reports: what goes before what, whose paths count from where, and which file a fault is in."""

import shutil

import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.intake.datafiles.loading import located, report_of
from renmin_docs.intake.datafiles.reading import read_source
from tests.pictures import saved

LEAST = "year: 2022\nachievements: {body: 文}\nplans: {body: 文}\n"
OFFICE = "organization: {name: 人民街道}\n"


@pytest.fixture
def workspace(tmp_path):
    """Writes a report over a profile and loads it."""

    def load(report, profile=OFFICE, **files):
        (tmp_path / "ours.yaml").write_text(profile, encoding="utf-8")
        (tmp_path / "report.yaml").write_text(f"profile: ours.yaml\n{LEAST}{report}", encoding="utf-8")
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return WorkReport.load(tmp_path / "report.yaml")

    load.folder = tmp_path
    return load


def _error(call, *arguments):
    with pytest.raises(DataFileError) as caught:
        call(*arguments)
    return caught.value


def test_the_report_goes_before_the_profile_and_the_profile_before_the_library(workspace):
    profile = OFFICE + "page: {grid: B, fonts: plain}\nmarks: [一、, 1.]\nnumbering: native\n"
    report = workspace("page: {fonts: fangzheng}\n", profile)
    assert (report.page.grid, report.page.fonts, report.page.page_number) == ("B", "fangzheng", "mirrored")
    assert (report.marks, report.numbering) == (("一、", "1."), "native")


def test_mappings_are_merged_and_lists_are_replaced(workspace):
    profile = OFFICE + "headings: {achievements: 甲, plans: 乙}\naddressee: [区委, 区政府]\n"
    report = workspace("headings: {plans: 丙}\naddressee: [市政府]\n", profile)
    assert (report.achievements[0].heading, report.plans[0].heading) == ("甲", "丙")
    assert report.addressee == ("市政府",)


def test_the_report_may_complete_or_change_the_name_of_the_profile(workspace):
    assert workspace("organization: {name: 青山街道}\n").organization.name == "青山街道"
    report = workspace("organization: {name: 青山街道}\n", "organization: {issuer: 区政府}\n")
    assert (report.organization.name, report.organization.issuer) == ("青山街道", "区政府")


def test_the_head_of_a_profile_needs_a_head_in_the_report(workspace):
    profile = OFFICE + "header: {signatories: 张某某, suffix: ''}\n"
    assert workspace("", profile).header is None
    header = workspace("header: {number: 人办〔2022〕1号, suffix: 文件}\n", profile).header
    assert (header.signatories, header.suffix) == (("张某某",), "文件")


def test_nothing_in_the_report_takes_away_what_the_profile_brings(workspace):
    profile = OFFICE + "imprint: {copied_to: 区委}\n"
    assert workspace("issue_date: 2022-12-20\n", profile).imprint.copied_to == ("区委",)
    assert workspace("imprint:\n", profile).imprint is None


def test_a_profile_that_is_given_goes_in_the_place_of_the_one_that_is_named(workspace):
    workspace("")
    (workspace.folder / "other.json").write_text('{"单位": {"名称": "青山街道"}}', encoding="utf-8")
    assert (
        WorkReport.load(workspace.folder / "report.yaml", workspace.folder / "other.json").organization.name
        == "青山街道"
    )


def test_a_given_profile_serves_a_report_that_names_none_also_one_that_is_missing(workspace):
    workspace("")
    report = workspace.folder / "b.yaml"
    report.write_text("profile: 没有.yaml\n" + LEAST, encoding="utf-8")
    assert WorkReport.load(report, workspace.folder / "ours.yaml").organization.name == "人民街道"


def test_the_profile_counts_from_the_report_and_the_template_from_whoever_names_it(tmp_path, monkeypatch):
    (tmp_path / "office").mkdir()
    (tmp_path / "years" / "2022").mkdir(parents=True)
    shutil.copy(find("work_report"), tmp_path / "office" / "ours.docx")
    shutil.copy(find("work_report"), tmp_path / "years" / "2022" / "own.docx")
    (tmp_path / "office" / "ours.yaml").write_text(OFFICE + "template: ours.docx\n", encoding="utf-8")
    report = tmp_path / "years" / "2022" / "a.yaml"
    report.write_text("profile: ../../office/ours.yaml\n" + LEAST, encoding="utf-8")
    loaded = WorkReport.load(report)
    assert (tmp_path / "office" / "ours.docx").samefile(loaded.template)
    monkeypatch.chdir(tmp_path / "years")
    assert WorkReport.load("2022/a.yaml").to_bytes() == loaded.to_bytes(template="work_report")
    report.write_text("profile: ../../office/ours.yaml\ntemplate: own.docx\n" + LEAST, encoding="utf-8")
    assert (report.parent / "own.docx").samefile(WorkReport.load("2022/a.yaml").template)


def test_a_seal_counts_from_whoever_names_it_and_one_that_is_not_there_is_found_there(tmp_path):
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "ours.yaml").write_text(OFFICE + "signature: {kind: sealed, seal: 印章.png}\n", "utf-8")
    report = tmp_path / "a.yaml"
    report.write_text("profile: office/ours.yaml\nissue_date: 2022-12-05\n" + LEAST, encoding="utf-8")
    (missing,) = _error(WorkReport.load, report).findings
    assert (missing.rule, missing.place, missing.line) == ("picture_missing", "signature.seal", 2)
    assert missing.file.endswith("ours.yaml")
    (tmp_path / "office" / "印章.png").write_bytes(saved())
    (seal,) = WorkReport.load(report).signature.seal
    assert (tmp_path / "office" / "印章.png").samefile(seal)
    report.write_text(report.read_text("utf-8") + "signature: {seal: [没有.png]}\n", encoding="utf-8")
    (missing,) = _error(WorkReport.load, report).findings
    assert (missing.rule, missing.place) == ("picture_missing", "signature.seal[0]")


def test_a_template_of_the_library_stays_a_name(workspace):
    assert workspace("template: red_head\n").template == "red_head"


def test_arguments_of_saving_go_before_the_report(workspace):
    report = workspace("numbering: native\ntemplate: red_head\n")
    assert report.to_bytes(template="work_report", numbering="typed") != report.to_bytes()
    assert report.to_bytes() == report.to_bytes(template="red_head", numbering="native")
    plain = workspace("")
    assert report.to_bytes(template="work_report", numbering="typed") == plain.to_bytes()


def test_faults_of_both_files_are_reported_at_once_each_with_its_file(workspace):
    error = _error(workspace, "foo: 1\n", OFFICE + "page: {grid: C}\nyear: 2022\n")
    found = [(finding.file, finding.line, finding.rule) for finding in error.findings]
    profile = str(workspace.folder / "ours.yaml")
    assert found == [("", 5, "strange_key"), (profile, 2, "wrong_type"), (profile, 3, "key_of_report")]
    lines = error.message("zh").splitlines()
    assert lines[0].startswith(f"{workspace.folder / 'report.yaml'}：第 5 行")
    assert lines[1].startswith(f"{profile}：第 2 行，page.grid：")


def test_a_wrong_profile_makes_no_further_faults_in_the_report(workspace):
    error = _error(workspace, "", "organisation: {name: 甲}\nheadings: {plans: [1]}\nmarks: 一、\n")
    assert {finding.rule for finding in error.findings} == {"unknown_key", "wrong_type"}
    assert all(finding.file for finding in error.findings)


def test_a_key_that_both_files_must_not_leave_out_is_missing_in_the_report(workspace):
    (finding,) = _error(workspace, "", "numbering: typed\n").findings
    assert (finding.rule, finding.found, finding.file) == ("missing_key", "organization", "")


def test_a_fault_between_the_two_is_in_the_file_that_has_the_part(workspace):
    ladder = OFFICE + "marks: [一、]\n"
    (finding,) = _error(workspace, "others: {heading: 甲, after: plans, body: [{lead: 乙}]}\n", ladder).findings
    assert (finding.rule, finding.file, finding.line) == ("too_deep", "", 5)
    (finding,) = _error(workspace, "", OFFICE + "signature: {kind: sealed}\n").findings
    assert (finding.rule, finding.file) == ("date_missing", "")


def test_hints_on_a_setting_are_placed_in_the_profile_that_makes_it(workspace):
    workspace("", OFFICE + "页面: {页码: 居中}\n")
    source = read_source(workspace.folder / "report.yaml")
    (finding,) = [located(finding, source) for finding in report_of(source).check()]
    assert (finding.file, finding.line, finding.place) == (str(workspace.folder / "ours.yaml"), 2, "页面.页码")


def test_syntax_faults_of_a_profile_are_its_own(workspace):
    error = _error(workspace, "", OFFICE + "page: {grid: A}\npage: {grid: B}\n")
    assert [(finding.file, finding.rule) for finding in error.findings] == [
        (str(workspace.folder / "ours.yaml"), "duplicate_key")
    ]
    assert _error(workspace, "", "organization: {name: 甲\n").subject == str(workspace.folder / "ours.yaml")


def test_a_missing_profile_is_reported_with_the_line_that_names_it(workspace):
    workspace("")
    (workspace.folder / "ours.yaml").unlink()
    error = _error(WorkReport.load, workspace.folder / "report.yaml")
    assert [(finding.rule, finding.line, finding.place) for finding in error.findings] == [
        ("profile_missing", 1, "profile")
    ]
    error = _error(WorkReport.load, workspace.folder / "report.yaml", workspace.folder / "no.yaml")
    assert (error.subject, error.findings[0].rule) == (str(workspace.folder / "no.yaml"), "file_missing")


def test_a_profile_can_be_no_folder_and_no_list(workspace):
    workspace("")
    report = workspace.folder / "report.yaml"
    for named, rule in ((".", "file_directory"), ("[a]", "wrong_type"), ("", "wrong_type"), ("{a: b}", "wrong_type")):
        report.write_text(f"profile: {named}\n{LEAST}", encoding="utf-8")
        assert [finding.rule for finding in _error(WorkReport.load, report).findings] == [rule]
