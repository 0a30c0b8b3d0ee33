"""What a report's file says itself over its profile: what comes out is the report, and no path of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import WorkReport
from renmin_docs.intake.datafiles.loading import report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.write_yaml import report_data, report_to_yaml
from renmin_docs.report.page import PageProfile
from tests.effort import examples
from tests.pictures import saved

LEAST = "profile: ours.yaml\nyear: 2022\nachievements: {body: 文}\nplans: {body: 文}\n"
PROFILE = """\
organization: {name: 人民街道, issuer: 人民街道党工委}
title_pattern: "{name}{period}总结"
headings: {plans: "{next_period}思路"}
page: {grid: B, fonts: plain}
marks: [一、, 1.]
numbering: native
addressee: 区政府
signature: {kind: sealed, seal: hall.png}
imprint: {copied_to: 区委办}
template: ours.docx
header: {signatories: 张某某}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A folder with a profile, its template and a picture; writes a report over the profile and reads it."""
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "ours.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "ours.docx").write_bytes(b"")
    (folder / "hall.png").write_bytes(saved())

    def source(report=""):
        (folder / "report.yaml").write_text(LEAST + "issue_date: 2022-12-05\n" + report, encoding="utf-8")
        return read_source(folder / "report.yaml")

    source.folder = folder
    return source


def _written(report, source, folder):
    folder.mkdir(exist_ok=True)
    path = folder / "next.yaml"
    path.write_text(report_to_yaml(report, source=source, folder=folder, keys="zh"), encoding="utf-8")
    return path


def test_what_the_profile_says_is_not_said_again(workspace):
    source = workspace()
    assert report_data(report_of(source), source, workspace.folder) == {
        "profile": "ours.yaml", "year": 2022, "issue_date": report_of(source).issue_date,
        "achievements": {"body": "文"}, "plans": {"body": "文"},
    }  # fmt: skip


def test_what_is_a_default_and_differs_from_the_profile_is_said(workspace):
    source = workspace()
    other = report_of(source).replace(
        page=PageProfile(), numbering="typed", addressee=(), title_pattern="{name}{period}"
    )
    data = report_data(other, source, workspace.folder)
    assert (data["page"], data["numbering"], data["addressee"]) == ({"grid": "A", "fonts": "gb2312"}, "typed", [])
    assert WorkReport.load(_written(other, source, workspace.folder)) == other


@pytest.mark.parametrize("folder", [".", "out"])
def test_paths_count_from_where_the_file_will_stand(workspace, folder):
    body = "others: {heading: 图, after: plans, body: [{path: hall.png}]}\n"
    for template in ("", f"template: {workspace.folder}/ours.docx\n", "template: red_head\n"):
        source = workspace(body + template)
        report = report_of(source)
        path = _written(report, source, workspace.folder / folder)
        assert str(workspace.folder) not in path.read_text(encoding="utf-8")
        found = WorkReport.load(path)
        assert found.template == report.template or Path(found.template).samefile(report.template)
        assert (workspace.folder / "hall.png").samefile(found.signature.seal[0])
        without = {"template": None, "others": (), "signature": {}}
        assert found.replace(**without) == report.replace(**without)
        assert "seal" not in path.read_text(encoding="utf-8")
        assert found.others[0].body[0].path.endswith("hall.png")


_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "numbering": st.sampled_from(("typed", "native")),
        "marks": st.sampled_from((("一、", "1."), ("一、", "（一）", "1.", "（1）"))),
        "page": st.builds(PageProfile, grid=st.sampled_from("AB"), fonts=st.sampled_from(("gb2312", "plain"))),
        "addressee": st.sampled_from(((), ("区政府",), ("区委", "区政府"))),
        "signature": st.sampled_from(
            (
                {},
                {"kind": "sealed"},
                {"kind": "sealed", "seal_width": 45},
                {"kind": "stamped", "positions": "主任"},
            )
        ),
        "imprint": st.sampled_from((None, {"copied_to": "区委办"}, {"copied_to": ["甲", "乙"], "even_page": True}, {})),
        "header": st.sampled_from(
            (
                None,
                {"number": "人发〔2022〕1号"},
                {"number": "人发〔2022〕1号", "signatories": "张某某", "copy_number": 1},
            )
        ),
        "title_pattern": st.sampled_from(("{name}{period}总结", "{period}{name}")),
        "headings": st.sampled_from(({}, {"plans": "{next_period}思路"}, {"difficulties": "困难"})),
        "title": st.sampled_from(("", "总结", "人民街道2022年总结")),
        "organization": st.sampled_from(({"name": "甲街道"}, {"name": "人民街道", "issuer": "人民街道党工委"})),
        "template": st.sampled_from((None, "red_head")),
        "year": st.just(2023),
    },
)


@given(changes=_CHANGES)
@settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_over_a_profile_comes_out_again(workspace, changes):
    source = workspace()
    report = report_of(source).replace(**changes)
    assert WorkReport.load(_written(report, source, workspace.folder)) == report
