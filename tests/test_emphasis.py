"""Emphasis in texts: its signs, what is wrong with them, and the words that a reader has of it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import Chapter, Point
from renmin_docs.emphasis import characters
from renmin_docs.errors import TextError
from renmin_docs.report.tables import Table
from renmin_docs.report.text import Tokens, fill, fill_marked, mentions, require_printable
from tests.samples import report

FIGURES = {"税收": {"value": "1.50亿元", "previous": "1.36亿元"}}


def words(text):
    return fill(require_printable(text), Tokens(lambda mention: f"<{mention.name}>"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("{*增长{税收:同比}*}。", "增长<税收>。"),
        ("{+{*又粗*}又有线+}", "又粗又有线"),
        ("绿地500m{^2^}，CO{~2~}", "绿地500m²，CO₂"),
        ("第n{^th^}个，x{^{*2*}^}", "第nth个，x²"),
        ("{*{{a}}*}{{*b*}}{{{*c*}}}", "{a}{*b*}{c}"),
        ("{*a**}{*}}{{*}", "a*}{"),
        ("5*}}、6^}}}}", "5*}、6^}}"),
        ("{*一*}\n{*二*}", "一\n二"),
    ],
)
def test_a_reader_has_the_words_without_the_signs(text, plain):
    assert words(text) == plain


@pytest.mark.parametrize("name", ["_a", "_下划线_", "a"])
def test_no_name_of_a_figure_is_a_sign(name):
    assert [mention.name for mention in mentions(f"{{{name}}}")] == [name]
    assert words(f"{{{name}}}") == f"<{name}>"


@pytest.mark.parametrize(
    ("text", "rule", "found", "expected"),
    [
        ("甲{*乙", "emphasis_unclosed", "“{*乙”", "*}"),
        ("甲{*乙\n丙*}", "emphasis_unclosed", "“{*乙\\n丙*}”", "*}"),
        ("甲*}乙", "emphasis_unopened", "“甲*}”", "{*"),
        ("{*甲{+乙*}丙+}", "emphasis_crossed", "“{+乙*}”", "+} … *}"),
        ("{*甲{*乙*}*}", "emphasis_nested", "“{*乙*}*}”", ""),
        ("{^甲{~乙~}^}", "emphasis_nested", "“{~乙~}^}”", ""),
        ("甲{**}乙", "emphasis_empty", "{**}", ""),
    ],
)
def test_one_slip_is_one_finding_with_its_place(text, rule, found, expected):
    with pytest.raises(TextError) as caught:
        require_printable(text)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.found, finding.expected) == (rule, found, expected)


PIECES = ("{*", "*}", "{+", "+}", "{^", "^}", "{~", "~}", "{{", "}}", "{a}", "字", "2", "\n")
PRINTED = {**dict.fromkeys(PIECES[:8], ""), "{{": "{", "}}": "}", "{a}": "数"}


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_signs_are_refused_or_leave_all_other_characters(pieces):
    text = "".join(pieces)
    with suppress(TextError):
        marked = fill_marked(require_printable(text), Tokens(lambda _: "数"))
        assert characters(marked) == "".join(PRINTED.get(piece, piece) for piece in pieces)


def test_emphasis_outside_paragraphs_and_tables_is_warned_of_and_prints_as_words():
    body = [
        Point(heading="{*粗*}的标题m{^2^}", body="{*粗*}的正文"),
        Point(lead="{+线+}的引题x{^th^}"),
        Table(caption="{*表题*}", columns=["{*列*}"], rows=[["{*格*}"]], unit="m{^2^}"),
    ]
    sample = report(
        title="题{*目*}",
        subtitle="副题x{^th^}",
        note="m{^2^}",
        introduction="{*导语*}",
        achievements=Chapter(body=body),
    )
    found = [(each.place, each.found) for each in sample.check() if each.rule == "emphasis_here"]
    assert found == [
        ("title", "“题{*目*}”"),
        ("subtitle", "“副题x{^th^}”"),
        ("achievements.body[0].heading", "“{*粗*}的标题”"),
        ("achievements.body[1].lead", "“{+线+}的引题”"),
        ("achievements.body[2].caption", "“{*表题*}”"),
        ("achievements.body[2].columns[0].heading", "“{*列*}”"),
    ]


def test_numbers_in_emphasis_are_read_as_those_without():
    """`check` and the naming of figures see the sentence, not the signs in it."""
    plain, marked = (
        report(figures=FIGURES, introduction="税收{税收}。", achievements=Chapter(body=text)).check()
        for text in ("全年税收1.51亿元。", "全年{*税收1.51*}亿{+元+}。")
    )
    assert plain == marked
    assert "figure_beside" in [each.rule for each in plain]
