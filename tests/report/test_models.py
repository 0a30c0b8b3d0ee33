"""The typed report: defaults, shapes, refusals, and that it is pure data."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError

from renmin_docs import Chapter, Organization, Point, ReportError, WorkReport, literal
from tests.effort import examples
from tests.samples import ORGANIZATION, REPORTS, report


def _refusals(build):
    """Rules and places of what a model refuses; pydantic's own type where the rule is pydantic's."""
    with pytest.raises(ValidationError) as caught:
        build()
    found = []
    for detail in caught.value.errors():
        ours = detail.get("ctx", {}).get("error")
        found += [(finding.rule, finding.place) for finding in ours.findings] if ours else [(detail["type"], "")]
    return found


# --- defaults ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "issuer"),
    [("人民街道", "人民街道办事处"), ("人民街道办事处", "人民街道办事处"), ("沿江镇人民政府", "沿江镇人民政府")],
)
def test_the_issuer_is_made_from_the_name(name, issuer):
    assert Organization(name=name).issuer == issuer


def test_an_issuer_that_is_given_stays():
    assert Organization(name="人民街道", issuer="中共人民街道工委").issuer == "中共人民街道工委"


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("", "2023年"),
        ("2022年", "2023年"),
        ("2022年上半年", "2022年下半年"),
        ("2022年下半年", "2023年上半年"),
        ("2022年第一季度", "2022年第二季度"),
        ("2022年第四季度", "2023年第一季度"),
        ("2022年5月", "2022年6月"),
        ("2022年12月", "2023年1月"),
    ],
)
def test_title_and_headings_are_made_from_the_period(period, following):
    made = report(period=period, difficulties=Chapter(body="文"), plans=Chapter(body="文"))
    now = period or "2022年"
    assert made.period == now
    assert made.title == f"人民街道{now}工作总结和{following}工作打算"
    headings = [chapter.heading for chapter in made.chapters]
    assert headings == [f"{now}工作开展情况", "存在的困难和问题", f"{following}工作打算"]


def test_what_is_given_is_kept():
    made = report(title="总结", achievements=Chapter(heading="成绩"), issue_date=date(2022, 12, 5))
    assert (made.title, made.chapters[0].heading, made.issue_date) == ("总结", "成绩", date(2022, 12, 5))


def test_braces_in_a_name_stay_braces_in_the_title():
    assert report(organization=Organization(name="甲{乙}")).title.startswith("甲{{乙}}2022年")


def test_a_report_is_not_signed_unless_it_has_a_date():
    assert report().issue_date is None


# --- shapes -----------------------------------------------------------------------------------


def test_each_part_is_one_chapter_or_several():
    one, two = Chapter(heading="甲"), Chapter(heading="乙")
    assert report(achievements=one).achievements == (one,)
    assert report(achievements=[one, two]).achievements == (one, two)
    assert report(plans=(one,)).plans == report(plans=one).plans


def test_chapters_come_in_printed_order():
    def chapter(name, after=None):
        return Chapter(heading=name, after=after)

    made = report(
        achievements=[chapter("成绩一"), chapter("成绩二")],
        difficulties=chapter("困难"),
        plans=[chapter("打算")],
        others=[
            chapter("末", "plans"),
            chapter("首", "introduction"),
            chapter("经验", "achievements"),
            chapter("体会", "achievements"),
            chapter("建议", "difficulties"),
        ],
    )
    printed = [chapter.heading for chapter in made.chapters]
    assert printed == ["首", "成绩一", "成绩二", "经验", "体会", "困难", "建议", "打算", "末"]
    assert [path for path, _ in made.placed_chapters()] == [
        *("others[1]", "achievements[0]", "achievements[1]", "others[2]", "others[3]"),
        *("difficulties", "others[4]", "plans", "others[0]"),
    ]


def test_a_chapter_may_follow_a_part_that_is_missing():
    made = report(others=Chapter(heading="建议", after="plans"))
    assert [chapter.heading for chapter in made.chapters] == ["2022年工作开展情况", "建议"]


def test_text_and_points_stand_in_any_order():
    first, second = Point(lead="甲"), Point(heading="乙", body="文")
    chapter = Chapter(body=["一", first, "二\n三", second, "四"])
    assert chapter.body == ("一", first, "二", "三", second, "四")
    assert chapter.points == (first, second)
    assert Point(lead="甲", body=second).points == (second,)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("一", ("一",)),
        ("一\n", ("一",)),
        ("一\n二", ("一", "二")),
        ("一\n二\n", ("一", "二")),
        ("一\n\n二", ("一", "", "二")),
        ("一\n\n", ("一", "")),
        ("\n一", ("", "一")),
        ("一\t二 三", ("一\t二 三",)),
        ("一\u2028二", ("一\u2028二",)),
    ],
)
def test_a_newline_begins_a_paragraph_and_a_final_one_does_not(text, paragraphs):
    assert Chapter(body=text).body == paragraphs
    assert Chapter(body=[text]).body == paragraphs
    assert report(introduction=text).introduction == paragraphs
    assert report(conclusion=[text, "末"]).conclusion == (*paragraphs, "末")


def test_a_title_may_have_line_breaks():
    assert report(title="人民街道\n总结").title == "人民街道\n总结"


# --- refusals ---------------------------------------------------------------------------------

CONTROLS = [*range(9), *range(11, 32), *range(0x7F, 0xA0), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("code", CONTROLS)
def test_what_a_document_can_not_carry_is_refused(code):
    text = f"一{chr(code)}二"
    for build in (
        lambda: Chapter(body=text),
        lambda: Point(lead=text),
        lambda: Organization(name=text),
        lambda: report(title=text),
        lambda: report(introduction=["文", text]),
    ):
        with pytest.raises(ValidationError, match=f"U\\+{code:04X}|string_unicode"):
            build()


def test_every_bad_character_is_named_with_its_surroundings():
    assert _refusals(lambda: Chapter(body="一\0二\x1b三")) == [("control_character", "")] * 2
    with pytest.raises(ValidationError, match=r"全年完成\\x00全部任务"):
        Chapter(body="全年完成\0全部任务")


@pytest.mark.parametrize("braces", ["{", "}", "{a", "a}", "{{{", "{a}}"])
def test_a_brace_without_its_fellow_is_refused(braces):
    assert ("brace_unclosed", "") in _refusals(lambda: Chapter(body=braces))


@pytest.mark.parametrize("placeholder", ["{}", "{ }", "{a b}", "{1}", "{a:}", "{:x}", "{a-b}", "{%}"])
def test_a_placeholder_that_is_none_is_refused(placeholder):
    assert _refusals(lambda: Chapter(body=placeholder)) == [("placeholder_malformed", "")]


@pytest.mark.parametrize(
    "text",
    ["{a}", "{网点:其中}", "{{a}}", "{{{a}}}", "{{", "}}", "{{}}", "{% raw %}".replace("{", "{{").replace("}", "}}")],
)
def test_placeholders_and_doubled_braces_are_fine(text):
    assert Chapter(body=text).body == (text,)


def test_literal_text_is_always_fine():
    for text in ("{", "}", "{{ title }}", "{% for %}", "{_{", "#{a}#", "无"):
        assert Chapter(body=literal(text), heading=literal(text)).heading == literal(text)


def test_a_name_may_hold_any_brace():
    assert Organization(name="{甲").name == "{甲"


def test_a_heading_and_a_lead_are_one_line():
    assert _refusals(lambda: Point(heading="甲\n乙")) == [("line_break", "")]
    assert _refusals(lambda: Point(lead="甲\n")) == [("line_break", "")]
    assert _refusals(lambda: Organization(name="甲\n乙")) == [("line_break", "")]


def test_a_point_has_a_heading_or_a_lead_or_a_body():
    assert _refusals(lambda: Point(heading="甲", lead="乙")) == [("heading_and_lead", "")]
    for build in (Point, lambda: Point(body=""), lambda: Point(body=[]), lambda: Point(body=["", ""])):
        assert _refusals(build) == [("empty_point", "")]
    assert Point(body="文").body == ("文",)
    assert Point(body=Point(lead="甲")).points


@pytest.mark.parametrize("name", ["", " ", "\u3000"])
def test_a_name_is_not_blank(name):
    assert _refusals(lambda: Organization(name=name)) == [("blank_name", "")]


def test_an_inline_series_is_ordinal_or_plain():
    assert _refusals(lambda: Chapter(inline=True)) == [("inline_numbered", "")]
    for series in ("ordinal", "plain"):
        body = [Point(lead="甲", body="文"), "文", Point(lead="乙"), Point(body="丙")]
        assert Chapter(inline=True, series=series, body=body).inline


def test_what_does_not_fit_inline_is_named():
    points = [
        Point(heading="甲"),
        Point(lead="乙", body="一\n二"),
        Point(lead="丙"),
        Point(lead="丁", body=Point(lead="戊")),
    ]
    assert _refusals(lambda: Point(lead="甲", inline=True, series="plain", body=points)) == [
        ("inline_shape", "body[0]"),
        ("inline_shape", "body[1]"),
        ("inline_shape", "body[3]"),
    ]


def _nested(levels, **outer):
    inner = Point(lead="底")
    for _ in range(levels - 1):
        inner = Point(heading="层", body=inner)
    return report(achievements=Chapter(body=inner), **outer)


@pytest.mark.parametrize(
    "marks", [("一、",), ("一、", "1."), ("一、", "（一）", "1.", "（1）"), ("一、", "1.", "（1）")]
)
def test_a_ladder_bears_as_many_levels_as_it_has_marks(marks):
    rungs = len(marks)
    if rungs > 1:
        assert _nested(rungs - 1, marks=marks).marks == marks
    place = "achievements" + ".body[0]" * rungs
    assert _refusals(lambda: _nested(rungs, marks=marks)) == [("too_deep", place)]


def test_points_without_numbers_take_no_rung():
    deep = Point(lead="底")
    for series in ("ordinal", "plain") * 5:
        deep = Point(lead="层", series=series, body=deep)
    numbered = Point(lead="层", body=Point(lead="甲"))
    made = report(
        marks=["一、", "1."],
        achievements=Chapter(series="ordinal", body=[deep, Point(lead="乙", body=Point(lead="丙"))]),
    )
    assert made.chapters[0].points[0] == deep
    place = "achievements.body[0].body[0]"
    assert _refusals(lambda: report(marks=["一、", "1."], achievements=Chapter(body=numbered))) == [("too_deep", place)]


@pytest.mark.parametrize("marks", [(), ("甲、",), ("一、", "一、"), ("一、", "（一）", "1.", "（1）", "一、")])
def test_a_ladder_is_one_to_four_marks_each_once(marks):
    assert _refusals(lambda: report(marks=marks)) == [("ladder", "")]


def test_several_chapters_of_a_kind_need_headings():
    found = _refusals(lambda: report(plans=[Chapter(), Chapter(heading="甲"), Chapter(body="文")]))
    assert found == [("heading_missing", "plans[0]"), ("heading_missing", "plans[2]")]


def test_other_chapters_say_where_they_stand_and_what_they_are_called():
    found = _refusals(lambda: report(others=[Chapter(heading="甲"), Chapter(after="plans")]))
    assert sorted(found) == [("after_missing", "others[0]"), ("heading_missing", "others[1]")]
    assert _refusals(lambda: report(plans=Chapter(after="plans"))) == [("after_misplaced", "plans")]
    assert _refusals(lambda: Chapter(after="conclusion")) == [("literal_error", "")]


@pytest.mark.parametrize(
    "period", ["2022", "2022年第五季度", "2022年13月", "2022年0月", "22年", "2022年上半年 ", "全年"]
)
def test_a_period_is_one_that_is_known(period):
    assert _refusals(lambda: report(period=period)) == [("period_unknown", "")]


def test_a_period_is_of_the_reports_year():
    assert _refusals(lambda: report(period="2021年上半年")) == [("period_year", "")]


@pytest.mark.parametrize("year", [22, 999, 9999, 20222, "二零二二", 2022.5, None])
def test_a_year_has_four_digits(year):
    assert _refusals(lambda: report(year=year))


def test_extra_keys_are_refused_everywhere():
    for model, data in (
        (WorkReport, {"organization": ORGANIZATION, "year": 2022, "achievements": {}, "plan": 1}),
        (Organization, {"name": "甲", "names": 1}),
        (Chapter, {"after_": 1}),
        (Point, {"lead": "甲", "after": "plans"}),
    ):
        assert _refusals(lambda model=model, data=data: model.model_validate(data)) == [("extra_forbidden", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"organization": {"name": "甲"}, "yaer": 2022}', [("missing_key", "year"), ("unknown_key", "yaer")]),
        ('{"year": 2022,', [("wrong_type", '“{"year": 2022,”')]),
    ],
)
def test_json_is_refused_as_values_are(text, told):
    with pytest.raises(ReportError) as caught:
        WorkReport.model_validate_json(text)
    assert [each for each in told if each not in {(one.rule, one.found) for one in caught.value.findings}] == []


def test_names_of_figures_are_identifiers():
    assert report(figures={"网点数": "7家", "shops_2": "3家"}).figures.keys() == {"网点数", "shops_2"}
    for name in ("", "a-b", "1a", "a b", "{a}"):
        assert _refusals(lambda name=name: report(figures={name: "7家"})) == [("figure_name", "")]


# --- pure data --------------------------------------------------------------------------------

RICH = {
    "figures": {"firms": {"total": "7家", "parts": {"甲": "4家", "乙": "3家"}}, "growth": "10.67%"},
    "plans": {"body": ["文", {"lead": "甲", "body": [{"lead": "乙"}]}]},
    "issue_date": date(2022, 12, 5),
}


@pytest.mark.parametrize("model", [report(**RICH), report(**RICH).plans[0], ORGANIZATION])
def test_models_are_frozen(model):
    for name in type(model).model_fields:
        with pytest.raises(ValidationError):
            setattr(model, name, getattr(model, name))


def test_equal_data_make_equal_models():
    assert report(**RICH) == report(**RICH)
    assert report(**RICH) != report()
    chapters = {Chapter(heading="甲", body=[Point(lead="乙")]), Chapter(heading="甲", body=[Point(lead="乙")])}
    assert len({*chapters, Chapter(heading="甲")}) == 2


@pytest.mark.parametrize(
    "again",
    [
        lambda model: pickle.loads(pickle.dumps(model)),
        copy.copy,
        copy.deepcopy,
        WorkReport.model_validate,
        lambda model: WorkReport.model_validate(model.model_dump()),
        lambda model: WorkReport.model_validate(model.model_dump(mode="json")),
        lambda model: WorkReport.model_validate_json(model.model_dump_json()),
    ],
)
def test_a_report_comes_back_from_every_copy(again):
    model = report(**RICH)
    assert again(model) == model


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(model=REPORTS)
def test_any_report_comes_back_from_its_dump(model):
    assert WorkReport.model_validate(model.model_dump(mode="json")) == model
    assert WorkReport.model_validate_json(model.model_dump_json()) == model


def test_building_a_report_does_not_check_it():
    made = report(conclusion="共{shops}。")
    assert made.check()[0].rule == "unknown_figure"
