"""Values as YAML: what is written reads back, plain where a person would write it so, and no text as a slip."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs.intake.datafiles.read_yaml import read_yaml
from renmin_docs.intake.datafiles.yaml_text import scalar, to_yaml
from tests.effort import examples
from tests.intake.slips import SLIPS
from tests.timing import LINEAR, growth, peak_memory

_SIGNS = "-:#,[]{}&*!|>'\"%@`?=~<.\\ \t\n\r\x00\x85\u2028\u3000\u00a0\ufeff·—一、：甲a0"
_ODD = [*_SIGNS, "- ", ": ", " #", "标题：", "正文:"]
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.lists(st.sampled_from(_ODD), max_size=5).map("".join),
    st.sampled_from(
        ["true", "Null", "~", "1e3", "0x1F", "0o7", ".inf", "1.", "2022", "2022-12-20", "---", "<<", "yes"]
    ),
)
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=10,
)


@settings(max_examples=examples(400), deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3))
def test_any_values_read_back(data):
    source = read_yaml(to_yaml(data, {}))
    assert source.findings == []
    assert source.data == data


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("全年走访居民3200余户，办结率98.5%。", "全年走访居民3200余户，办结率98.5%。"),
        ("有关要求：做好。", "有关要求：做好。"),
        ("——做了甲。", "——做了甲。"),
        ("-5%", "-5%"),
        ("12:30", "12:30"),
        ("甲, [乙] {丙}#1", "甲, [乙] {丙}#1"),
        ("他说'好'", "他说'好'"),
        ('他说"好"', '他说"好"'),
        ("C:\\总结", "C:\\总结"),
        ("", "''"),
        ("2022", "'2022'"),
        ("1.0", "'1.0'"),
        ("true", "'true'"),
        ("2022-12-20", "'2022-12-20'"),
        ("甲: 乙", "'甲: 乙'"),
        ("走访 #3", "'走访 #3'"),
        ("{走访}户", "'{走访}户'"),
        ("'三个一'全面落实", "\"'三个一'全面落实\""),
        ("'三'\"个\"", "'''三''\"个\"'"),
        ("-做了甲。", "'-做了甲。'"),
        ("·甲", "'·甲'"),
        ("标题：甲", "'标题：甲'"),
        (" 甲", "' 甲'"),
        ("甲\n乙", '"甲\\n乙"'),
        ("甲\t“乙”", '"甲\\t“乙”"'),
        ("\ufeff甲\\", '"\\ufeff甲\\\\"'),
        (True, "true"),
        (None, "null"),
        (312, "312"),
        (80.5, "80.5"),
        (Decimal("80.50"), "80.50"),
        (Decimal("1E+2"), "100"),
        (date(2022, 12, 20), "2022-12-20"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_a_value_is_written_as_a_person_would(value, written):
    assert scalar(value) == written


def test_mappings_and_lists_are_laid_out_in_blocks():
    data = {"a": {"b": 1, "c": ["甲", {"d": "乙", "e": [[1, 2], []]}]}, "f": []}
    assert to_yaml(data, {}, apart=("a", "f")) == (
        "a:\n  b: 1\n  c:\n    - 甲\n    - d: 乙\n      e:\n        - - 1\n          - 2\n        - []\n\nf: []\n"
    )


def test_comments_stand_before_what_they_speak_of():
    comments = {"": "头\n\n尾", "a": "一", "a.b[0]": "二", "a.b[1]": "三", "a.b[1].d": "四", "a.b[1].e": "\x1b"}
    assert to_yaml({"a": {"b": ["甲", {"d": "乙", "e": "丙"}]}}, comments, apart=("a",)) == (
        "# 头\n\n# 尾\n\n# 一\na:\n  b:\n"
        "    # 二\n    - 甲\n    # 三\n    # 四\n    - d: 乙\n      # \\x1b\n      e: 丙\n"
    )


def test_a_long_key_is_written_so_that_it_reads_back():
    data = {"键" * 2000: {"a": 1}, "b" * 500: "甲"}
    assert read_yaml(to_yaml(data, {})).data == data


@pytest.mark.parametrize("name", SLIPS)
def test_the_lines_of_a_slip_are_texts_when_they_are_written(name):
    lines = SLIPS[name][0].split("\n")
    source = read_yaml(to_yaml({"introduction": lines, **dict.fromkeys(lines, "甲")}, {}))
    assert (source.data["introduction"], source.findings) == (lines, [])


def _report(paragraphs):
    return {"plans": {"body": [{"heading": f"第{n}项", "body": ["街道坚持问题导向。"] * 4} for n in range(paragraphs)]}}


def test_writing_grows_with_the_text():
    assert growth(lambda size: to_yaml(_report(size), {"": "头"}), 500) < LINEAR


def test_writing_takes_some_times_the_memory_of_the_text():
    data = _report(2000)
    size = len(to_yaml(data, {}).encode())
    assert peak_memory(lambda: to_yaml(data, {})) < 8 * size
