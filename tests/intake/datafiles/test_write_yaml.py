"""A report as a YAML file: the same report when it is loaded, short, and with comments where they belong."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import Attachment, Chapter, Column, Header, Organization, PageProfile, Point, Table, WorkReport
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
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


@given(sample=REPORTS)
@MANY
def test_any_report_is_the_same_when_its_keys_are_chinese(load, sample):
    assert load(report_to_yaml(sample, keys="zh")) == sample


TABLE = Table(
    columns=["社区", Column(heading="网点", unit="家", alignment="right", kind="number")],
    rows=[["甲", 3]],
    orientation="landscape",
)


def test_chinese_keys_come_with_chinese_words_in_every_part(load):
    sample = report(
        figures={
            "税": {"value": "1.36亿元", "previous": "1.28亿元"},
            "数值": {"total": "7家", "parts": {"单位": "4家", "乙": "2家"}, "partial": True},
            "占比": {"part": "3家", "of": "7家"},
        },
        introduction="{税}{数值}{占比}",
        difficulties=Chapter(series="ordinal", inline=True, body=[Point(lead="甲", body="乙")]),
        others=Chapter(heading="丙", after="difficulties", body=[TABLE, Table(figures=["税"])]),
        signature={"kind": "stamped", "positions": "主任"},
        issue_date=date(2022, 12, 5),
        page=PageProfile(fonts="fangzheng", page_number="centred"),
        numbering="native",
        attachments=[Attachment(title="单", body="文")],
        header=Header(number="人发〔2022〕1号", preprinted=True),
        imprint={"copied_to": "甲", "even_page": True},
    )
    text = report_to_yaml(sample, {"others.body[0]": "注", "figures.税": "数"}, keys="zh")
    assert not re.search("[a-z_]{2,}:", text)
    lines = [line.strip("- ") for line in text.splitlines()]
    for line in (
        "序列: 并列",
        "同段: 是",
        "位于: 问题",
        "字体: 方正",
        "页码: 居中",
        "编号方式: 自动",
        "方式: 加盖签名章",
    ):
        assert line in lines
    for line in ("类型: 数字", "对齐: 靠右", "纸张方向: 横排", "部分列出: 是", "# 注", "# 数", "双页结束: 是"):
        assert line in lines
    assert load(text) == sample


def _paths(value, path=""):
    yield path
    for key, item in value.items() if isinstance(value, dict) else ():
        yield from _paths(item, f"{path}.{key}" if path else key)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from _paths(item, f"{path}[{index}]")


@given(sample=REPORTS, data=st.data())
@MANY
def test_comments_change_nothing(load, sample, data):
    from renmin_docs.intake.datafiles.write_yaml import report_data

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
