"""What texts may mention by name: figures, the report's own fields, and the names that every report has."""

import pytest

from renmin_docs import Chapter
from renmin_docs.render.values.blocks import Printer
from renmin_docs.report.names import KNOWN
from tests.samples import report


def _printed(text, **parts):
    return Printer(report(introduction=text, **parts)).blocks[0]["text"]


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (("organization", "单位"), "人民街道"),
        (("issuer", "署名", "发文机关署名"), "人民街道办事处"),
        (("year", "年度"), "2022"),
        (("period", "时段"), "2022年上半年"),
        (("next_period", "下期", "下一时段"), "2022年下半年"),
    ],
)
def test_every_text_may_name_the_office_and_its_periods_in_both_spellings(names, printed):
    for name in names:
        made = report(period="2022年上半年", introduction=f"{{{name}}}报告", title=f"{{{name}}}总结")
        assert Printer(made).blocks[0]["text"] == f"{printed}报告"
        assert Printer(made).text(made.title) == f"{printed}总结"
        assert made.check() == []
    assert set(names) <= set(KNOWN)


def test_patterns_of_titles_and_headings_know_them_too():
    made = report(
        title_pattern="{署名}{时段}总结", headings={"plans": "{单位}{下期}打算"}, plans=Chapter(body="将完成。")
    )
    assert (made.title, made.plans[0].heading) == ("人民街道办事处2022年总结", "人民街道2023年打算")


def test_a_name_of_the_office_prints_its_braces_as_they_are():
    made = report(organization={"name": "{甲}街道"}, introduction="{单位}报告")
    assert Printer(made).blocks[0]["text"] == "{甲}街道报告"


def test_a_figure_goes_before_a_name_of_every_report_and_a_field_too():
    assert _printed("{年度}", figures={"年度": "3个"}) == "3个"
    assert _printed("{单位}", fields={"单位": "本街道（{年度}）"}) == "本街道（2022）"


def test_a_field_that_is_a_text_is_mentioned_and_may_mention_figures_and_names():
    fields = {"联系人": "张某某（{单位}，税收{税收}）"}
    assert _printed("{联系人}。", fields=fields, figures={"税收": "1亿元"}) == "张某某（人民街道，税收1亿元）。"


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        ("{联糸人}", {"联系人": "甲"}, ("unknown_figure", "introduction", "联糸人", "联系人")),
        ("{单为}", {}, ("unknown_figure", "introduction", "单为", "单位")),
        ("{项目}", {"项目": ["甲"]}, ("unknown_figure", "introduction", "项目", "")),
        ("{单位:同比}", {}, ("word_style", "introduction", "同比", "")),
        ("{甲}", {"甲": ""}, ("field_empty", "introduction", "甲", "")),
        ("好。", {"甲": "{乙}", "乙": "丙"}, ("unknown_figure", "fields.甲", "乙", "")),
        ("好。", {"表": [{"名": "{数}"}]}, ("unknown_figure", "fields.表[0].名", "数", "")),
    ],
)
def test_what_a_text_mentions_wrongly_is_found_at_its_place(text, fields, found):
    (finding,) = report(title="总结", introduction=text, fields=fields).check()
    assert (finding.rule, finding.place, finding.found, finding.expected) == found


def test_numbers_in_fields_are_held_against_the_figures_like_any_text():
    made = report(
        title="总结", figures={"税收": "1.36亿元"}, introduction="税收{税收}。", fields={"封面": "税收1.37亿元"}
    )
    assert [(each.rule, each.place) for each in made.check()] == [("figure_beside", "fields.封面")]
