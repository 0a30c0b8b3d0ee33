from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.standard.text_width import half_widths
from renmin_docs.standard.title_lines import LINE, balanced


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("人民街道2022年工作总结", ["人民街道2022年工作总结"]),
        ("人民街道2022年工作总结和2023年工作打算", ["人民街道2022年工作总结和", "2023年工作打算"]),
        (
            "人民街道办事处关于报送2022年上半年工作总结和下半年工作打算的报告",
            ["人民街道办事处关于报送2022年上半年", "工作总结和下半年工作打算的报告"],
        ),
    ],
)
def test_titles_are_broken_by_meaning(title, lines):
    assert balanced(title).split("\n") == lines


def test_given_lines_stay_and_one_that_is_too_long_is_broken_by_meaning():
    assert balanced("一二三\n" + "长" * 20) == "一二三\n" + "长" * 20
    long = "关于2022年上半年工作总结和下半年工作打算的报告"
    assert balanced("青山街道\n" + long) == "青山街道\n关于2022年上半年工作总结和\n下半年工作打算的报告"


@given(st.text(st.sampled_from("工作总结和的，。“”（）2022年A%—"), max_size=90))
def test_breaking_loses_nothing_and_fills_no_line_over(title):
    lines = balanced(title).split("\n")
    assert "".join(lines) == title
    assert all(half_widths(line) <= LINE for line in lines)


@given(st.integers(1000, 9999), st.text(st.sampled_from("街道办事处工作总结"), min_size=15, max_size=25))
def test_years_are_never_torn(year, words):
    title = f"{words[:12]}{year}年{words[12:]}"
    assert f"{year}年" in balanced(title)
