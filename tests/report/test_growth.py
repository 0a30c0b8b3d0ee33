"""Checks, the figure index and documents take time in proportion to the report, whatever there is much of in it."""

from __future__ import annotations

import json

import pytest

from renmin_docs import (
    Attachment,
    Chapter,
    Point,
    RenminDocsError,
    Table,
    WorkReport,
    literal,
)
from renmin_docs.report import text as texts_of_reports
from renmin_docs.report.index import figure_index
from renmin_docs.report.typed_figures import typed_figures
from renmin_docs.report.years.compare import compare
from renmin_docs.report.years.next_year import next_year
from tests.effort import scaled, some
from tests.samples import report
from tests.timing import LINEAR, growth_on


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    """Texts up to some length are taken apart once and kept: small ones would cost less for their size than others."""
    monkeypatch.setattr(texts_of_reports, "_LONGEST_KEPT", 0)


def text(repeated: str):
    """A report with a paragraph that repeats something."""
    return lambda n: report(introduction=literal(repeated) * n)


def counted(pattern: str):
    """A report with a paragraph of n different pieces."""
    return lambda n: report(introduction="".join(pattern.format(i) for i in range(n)))


def body(*items):
    return lambda n: report(achievements=Chapter(body=[*items] * n))


def figures(write, introduction):
    """A report of n figures, and a paragraph with a piece for each."""
    return lambda n: report(
        figures={f"a{i}": write(i) for i in range(n)}, introduction="".join(introduction(i) for i in range(n))
    )


def parts(n):
    return {"f": {"total": f"{n}家", "parts": {f"类{i}": "1家" for i in range(n)}}}


def raw(i):
    return {"value": 103_450_000 + i, "unit": "元"}


TEXTS = {
    "equal numbers": (text("1万元、"), 150),
    "different numbers": (counted("{}家、"), 150),
    "hedged numbers": (counted("{0}余家、近{0}家、"), 80),
    "spans": (text("3～5家、"), 60),
    "dates": (text("2022年1月3日、"), 60),
    "numbers that are no figures": (text("2022-08、"), 150),
    "digits": (text("9"), 1000),
    "digits and signs": (text("1.2-"), 300),
    "numerals": (text("三"), 1000),
    "hedges": (text("近"), 1000),
    "signs": (text("×"), 4000),
    "braces": (text("{}"), 2000),
    "quotation marks": (text("“甲”"), 4000),
    "blanks": (text(" "), 8000),
    "blanks between": (text("甲 "), 4000),
    "full-width braces": (text("｛"), 8000),
    "indents": (text("　"), 8000),
    "one long word": (text("x"), 10_000),
    "sentences": (text("完成任务。"), 4000),
    "marks": (lambda n: report(achievements=Chapter(body=[Point(heading="一" * n)])), 1000),
    "paragraphs": (body("完成3家、5%、2次。"), 50),
    "unfilled paragraphs": (body("（待填写）"), 300),
    "points": (body(Point(lead="甲", body="乙")), 150),
    "points in points": (
        lambda n: report(
            achievements=Chapter(body=[Point(lead="甲", body=[Point(lead="乙", body=["丙"] * 4)] * 4)] * n)
        ),
        15,
    ),
    "chapters": (lambda n: report(others=[Chapter(heading="其他", after="introduction", body="甲")] * n), 150),
    "attachments": (lambda n: report(attachments=[Attachment(title=f"附{i}", body="甲") for i in range(n)]), 100),
    "tables": (body(Table(columns=["项", "数"], rows=[["甲", "3"]])), 40),
    "rows": (lambda n: report(achievements=Chapter(body=[Table(columns=["项"], rows=[["3家"]] * n)])), 100),
    "tables of figures": (
        lambda n: report(
            figures={f"a{i}": f"{i + 1}家" for i in range(n)},
            achievements=Chapter(body=[Table(figures=[f"a{i}" for i in range(n)])]),
        ),
        60,
    ),
}
FIGURES = {
    "figures that nothing mentions": (figures(lambda i: f"{i + 1}家", lambda _: "甲"), 200),
    "one figure mentioned often": (lambda n: report(figures={"a": "3家"}, introduction="{a}、" * n), 500),
    "figures": (figures(lambda i: f"{i + 1}家", lambda i: f"{{a{i}}}、"), 200),
    # Each number is held against those with like digits, of which there are more until there are some hundreds.
    "figures and equal numbers": (figures(lambda i: f"{i + 1}家", lambda i: f"{i + 1}家、"), 240),
    "figures and numbers near them": (figures(lambda i: f"3.{i % 90 + 10}亿元", lambda _: "3.2亿元、"), 60),
    "figures and another hedge": (figures(lambda _: "300余家", lambda _: "近300家、"), 60),
    "raw values and numbers near them": (figures(raw, lambda i: f"{103_450_000 + i}元、"), 60),
    "raw values and what they print": (figures(raw, lambda _: "1.03亿元、"), 60),
    "parts": (lambda n: report(figures=parts(n), introduction="{f:其中}"), 80),
    "parts and equal numbers": (lambda n: report(figures=parts(n), introduction="{f:其中}" + "1家、" * n), 60),
}
UNKNOWN = {
    "unknown figures": (figures(lambda i: f"{i + 1}家", lambda i: f"{{b{i}}}、"), 200),
    "one unknown figure": (figures(lambda i: f"{i + 1}家", lambda _: "{营业额}、"), 200),
    "long unknown names": (lambda n: report(figures={"营" * n: "3家"}, introduction=f"{{{'营业' * n}}}"), 400),
    "wrong styles": (lambda n: report(figures=parts(n), introduction="{f:差}" * n), 100),
    "unknown figures of a table": (
        lambda n: report(
            figures={f"a{i}": f"{i + 1}家" for i in range(n)},
            achievements=Chapter(body=[Table(figures=[f"b{i}" for i in range(n)])]),
        ),
        200,
    ),
}


def tried(action):
    """The action; reports with errors are refused."""

    def run(subject):
        try:
            action(subject)
        except RenminDocsError as error:
            str(error)

    return run


@pytest.mark.parametrize("family", some([*TEXTS, *FIGURES, *UNKNOWN]))
def test_the_checks_are_linear(family):
    make, size = {**TEXTS, **FIGURES, **UNKNOWN}[family]
    assert growth_on(make, WorkReport.check, scaled(size)) < LINEAR


@pytest.mark.parametrize("family", some([*TEXTS, *FIGURES]))
def test_the_figure_index_is_linear(family):
    make, size = {**TEXTS, **FIGURES}[family]
    assert growth_on(make, figure_index, scaled(size)) < LINEAR


@pytest.mark.parametrize("family", ["equal numbers", "paragraphs", "points", "attachments", "rows", "figures", "parts"])
def test_documents_are_linear(family):
    make, size = {**TEXTS, **FIGURES}[family]
    assert growth_on(make, WorkReport.to_bytes, 4 * size) < LINEAR


def plans(*, told: str):
    """A report with n plans, and a later one with n texts about them."""

    def made(n):
        promises = [Point(lead=f"完成{i}号任务并推进", body="甲") for i in range(n)]
        later = [Point(lead=told.format(i), body="乙") for i in range(n)]
        return report(plans=Chapter(body=promises)), report(achievements=Chapter(body=later))

    return made


@pytest.mark.parametrize("told", ["完成{}号任务并推进", "完成任务", "甲"])
def test_two_years_are_compared_in_linear_time(told):
    assert growth_on(plans(told=told), lambda pair: compare(*pair), scaled(250)) < LINEAR


def test_texts_to_be_filled_in_are_left_out_in_linear_time():
    def made(n):
        return report(), report(achievements=Chapter(body=[Point(lead="甲", body="（待填写）")] * n))

    assert growth_on(made, lambda pair: compare(*pair), scaled(200)) < LINEAR


@pytest.mark.parametrize("family", ["paragraphs", "points", "figures", "parts", "unfilled paragraphs"])
def test_next_year_s_skeleton_is_linear(family):
    make, size = {**TEXTS, **FIGURES}[family]
    assert growth_on(make, next_year, scaled(2 * size)) < LINEAR


@pytest.mark.parametrize(
    ("make", "size"),
    [
        (text("新增1万元、"), 80),
        (counted("新增{}万元，"), 60),
        (text("企业7家，其中商业4家、服务业3家，"), 30),
        (body("企业达到7家，营业额3万元。"), 30),
    ],
)
def test_numbers_become_figures_in_linear_time(make, size):
    assert growth_on(make, typed_figures, scaled(size)) < LINEAR


def written(folder, n, **parts):
    """A data file with some parts."""
    path = folder / f"{n}.json"
    data = {"organization": {"name": "人民街道"}, "year": 2022, "achievements": {"body": ["甲"]}, **parts}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


DATA = {
    "paragraphs": (lambda n: {"introduction": ["甲"] * n}, 500),
    "figures": (lambda n: {"figures": {f"a{i}": f"{i + 1}家" for i in range(n)}}, 80),
    "figures that are none": (lambda n: {"figures": {f"a{i}": "三三三家家" for i in range(n)}}, 80),
    "unknown keys": (lambda n: {f"k{i}": 1 for i in range(n)}, 80),
    "points with unknown keys": (lambda n: {"achievements": {"body": [{"led": "甲"}] * n}}, 50),
    "unknown figures": (
        lambda n: {
            "figures": {f"a{i}": f"{i + 1}家" for i in range(n)},
            "introduction": [f"{{b{i}}}" for i in range(n)],
            "wrong": 1,
        },
        200,
    ),
    "braces": (lambda n: {"introduction": "{" * n}, 500),
    "control characters": (lambda n: {"introduction": "\x01" * n}, 200),
    "rows of another length": (
        lambda n: {"achievements": {"body": [{"columns": ["a", "b"], "rows": [["1"]] * n}]}},
        80,
    ),
}


@pytest.mark.parametrize("family", DATA)
def test_data_files_are_read_in_linear_time(family, tmp_path):
    parts, size = DATA[family]
    assert growth_on(lambda n: written(tmp_path, n, **parts(n)), tried(WorkReport.load), scaled(size)) < LINEAR


def test_one_wrong_number_in_one_paragraph_is_named_once():
    found = report(figures={"a": "9.75亿元"}, introduction="{a}，9.7亿元、9.7亿元、9.7亿元").check()
    assert [finding.rule for finding in found if finding.place == "introduction"] == ["figure_beside"]
