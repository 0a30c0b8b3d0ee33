"""A report as a YAML file: the same report when it is loaded, short, and with comments where they belong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, Point, WorkReport
from renmin_docs.intake.write_yaml import report_to_yaml
from tests.effort import examples
from tests.samples import REPORTS, report

MANY = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Load a report from the text of a YAML file."""
    path = tmp_path_factory.mktemp("yaml") / "report.yaml"

    def load(text):
        path.write_text(text, encoding="utf-8", newline="")
        return WorkReport.load(path)

    return load


@given(sample=REPORTS)
@MANY
def test_any_report_is_the_same_when_it_is_loaded(load, sample):
    assert load(report_to_yaml(sample)) == sample


def _paths(value, path=""):
    yield path
    for key, item in value.items() if isinstance(value, dict) else ():
        yield from _paths(item, f"{path}.{key}" if path else key)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from _paths(item, f"{path}[{index}]")


@given(sample=REPORTS, data=st.data())
@MANY
def test_comments_change_nothing(load, sample, data):
    from renmin_docs.intake.write_yaml import report_data

    paths = st.sampled_from(list(_paths(report_data(sample))))
    comments = data.draw(st.dictionaries(paths, st.text(max_size=20), max_size=6))
    text = report_to_yaml(sample, comments)
    assert load(text) == sample
    for comment in comments.values():
        assert all(line in text for line in (line.strip() for line in comment.splitlines()) if line.isalnum())


def test_what_is_default_is_not_written():
    sample = report(plans=Chapter(body=["甲。", Point(heading="乙", body="丙。")]))
    assert report_to_yaml(sample) == (
        "organization:\n"
        "  name: 人民街道\n"
        "year: 2022\n"
        "\n"
        "achievements:\n"
        "  body: 已完成。\n"
        "\n"
        "plans:\n"
        "  body:\n"
        "    - 甲。\n"
        "    - heading: 乙\n"
        "      body: 丙。\n"
    )


def test_what_differs_is_written():
    sample = report(
        organization=Organization(name="人民街道", issuer="人民街道党工委"),
        period="2022年上半年",
        title="总结",
        achievements=[Chapter(heading="甲"), Chapter(heading="乙")],
        marks=("一、", "1."),
    )
    text = report_to_yaml(sample)
    for line in ("  issuer: 人民街道党工委", "period: 2022年上半年", "title: 总结", "  - heading: 甲", "marks:"):
        assert line in text.splitlines()


def test_a_long_text_stays_in_one_line():
    body = "街道坚持问题导向，" * 200
    assert f"  body: {body}\n" in report_to_yaml(report(achievements=Chapter(body=body)))


def test_a_comment_stands_before_its_key():
    sample = report(achievements=Chapter(body=["甲。", Point(heading="乙", body="丙。")]))
    comments = {"": "第一行\n第二行", "year": "年度", "achievements": "成绩", "achievements.body[1]": "要点"}
    assert report_to_yaml(sample, comments) == (
        "# 第一行\n"
        "# 第二行\n"
        "organization:\n"
        "  name: 人民街道\n"
        "# 年度\n"
        "year: 2022\n"
        "\n"
        "# 成绩\n"
        "achievements:\n"
        "  body:\n"
        "    - 甲。\n"
        "    # 要点\n"
        "    - heading: 乙\n"
        "      body: 丙。\n"
    )
