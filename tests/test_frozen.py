"""Models are changed by validation alone: what was given stays, what was derived is derived anew."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from renmin_docs import Chapter, Column, Header, Organization, Point, Table, WorkReport
from renmin_docs.figures import breakdown, change, count, parse
from tests.effort import examples
from tests.samples import ARGUMENTS, ORGANIZATION, report

SHIQIAO = Organization(name="石桥镇", issuer="石桥镇人民政府")
WHOLE = report(
    introduction="全年有序。",
    figures={"税": {"value": "1.36亿元", "previous": "1.28亿元"}},
    achievements=Chapter(body=["税{税}，{税:同比}。", Point(lead="甲", body="文")]),
    difficulties=Chapter(body="缺人手。"),
    plans=Chapter(body="抓好。"),
    issue_date=date(2022, 12, 5),
)
NUMBER = "人办发〔2022〕8号"
PARTS = {"甲": "4家", "乙": "3家"}
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


def _by_dump(model, **changes):
    return WorkReport(**{**model.model_dump(), **changes})


def _by_json(model, **changes):
    return WorkReport(**{**model.model_dump(mode="json"), **changes})


def _by_dict(model, **changes):
    return WorkReport(**{**dict(model), **changes})


def _by_copied_dict(model, **changes):
    copied = copy.copy(model)
    copied.__dict__.update(changes)
    return copied.checked()


def _by_deep_dict(model, **changes):
    copied = copy.deepcopy(model)
    copied.__dict__.update(changes)
    return copied.checked()


def _by_pickle(model, **changes):
    return pickle.loads(pickle.dumps(model)).replace(**changes)


WAYS = [
    lambda model, **changes: model.replace(**changes),
    lambda model, **changes: model.model_copy(update=changes),
    lambda model, **changes: model.model_copy(update=changes, deep=True),
    lambda model, **changes: model.copy(update=changes),
    lambda model, **changes: model.__replace__(**changes),
    lambda model, **changes: type(model).model_construct(**{**dict(model), **changes}),
    lambda model, **changes: type(model).model_construct({"year"}, **{**dict(model), **changes}),
    _by_dump,
    _by_json,
    _by_dict,
    _by_copied_dict,
    _by_deep_dict,
    _by_pickle,
]


@pytest.mark.parametrize("change", WAYS)
def test_another_office_and_year_print_none_of_the_old_ones(change):
    made = change(WHOLE, organization=SHIQIAO, year=2024, issue_date=date(2024, 12, 5))
    assert made == report(
        **{**WHOLE.given(), "organization": SHIQIAO, "year": 2024, "issue_date": date(2024, 12, 5)},
    )
    assert made.title == "石桥镇2024年工作总结和2025年工作打算"
    assert [chapter.heading for chapter in made.chapters] == [
        "2024年工作开展情况", "存在的困难和问题", "2025年工作打算",
    ]  # fmt: skip
    assert "2022" not in made.model_dump_json()


@pytest.mark.parametrize("change", WAYS)
def test_a_text_is_a_paragraph_and_no_letters(change):
    assert change(WHOLE, introduction="一段文字").introduction == ("一段文字",)


@pytest.mark.parametrize("change", WAYS)
@pytest.mark.parametrize(
    "wrong",
    [
        {"year": 22},
        {"introduction": "{"},
        {"figures": {"a b": "7家"}},
        {"achievements": [], "difficulties": [], "plans": []},
    ],
)
def test_what_is_not_valid_is_refused(change, wrong):
    with pytest.raises(ValidationError):
        change(WHOLE, **wrong)


@pytest.mark.parametrize("change", [way for way in WAYS if way not in (_by_copied_dict, _by_deep_dict)])
def test_an_unknown_field_is_refused(change):
    with pytest.raises(ValidationError, match="yaer"):
        change(WHOLE, yaer=2024)


def test_copies_that_were_changed_behind_validation_are_validated_where_they_are_used():
    chapter, figure = copy.copy(WHOLE.plans[0]), copy.deepcopy(WHOLE.figures["税"])
    chapter.__dict__["body"] = "一段文字"
    figure.__dict__["previous"] = None
    made = WHOLE.replace(plans=chapter, figures={"税": figure, "同": "7家"}, achievements=Chapter(body="{税}{同}"))
    assert made.plans[0].body == ("一段文字",)
    assert made.figures["税"].styles == ("中文",)
    for copied in (copy.deepcopy(WHOLE), pickle.loads(pickle.dumps(WHOLE))):
        copied.plans[0].__dict__["body"] = "一段文字"
        copied.__dict__["year"] = 2024
        assert copied.to_bytes() == WHOLE.replace(plans=Chapter(body="一段文字"), year=2024).to_bytes()
        assert all("2024年" in entry.title for entry in (copied.checked(), copied.next_year().replace(year=2024)))


def test_an_instance_that_was_not_validated_is_refused_where_it_is_used():
    loose = BaseModel.model_construct.__func__(Point, heading="甲", lead="乙", body="一段文字")
    with pytest.raises(ValidationError):
        Chapter(body=[loose])
    raw = BaseModel.model_construct.__func__(WorkReport, **{**dict(WHOLE), "introduction": "一\0"})
    for use in (raw.to_bytes, raw.check, raw.figure_index, raw.next_year):
        with pytest.raises(ValidationError):
            use()


# --- given and derived ------------------------------------------------------------------------


def test_what_was_given_stays_and_what_was_derived_is_derived_anew():
    given_title = report(title="工作总结", period="2022年上半年")
    assert given_title.replace(organization=SHIQIAO).title == "工作总结"
    assert given_title.replace(year=2023, period="2023年上半年").achievements[0].heading == "2023年上半年工作开展情况"
    with pytest.raises(ValidationError, match="2022年上半年"):
        given_title.replace(year=2023)


def test_a_blank_value_makes_a_field_a_derived_one_again():
    made = report(title="工作总结", organization=Organization(name="甲街道", issuer="党工委"))
    assert made.replace(title="").title == "人民街道2022年工作总结和2023年工作打算".replace("人民", "甲")
    assert made.organization.replace(issuer="").issuer == "甲街道办事处"


def test_the_issuer_follows_the_name():
    assert ORGANIZATION.replace(name="青山街道").issuer == "青山街道办事处"
    assert Organization(name="甲街道", issuer="党工委").replace(name="乙街道").issuer == "党工委"


def test_a_pattern_that_is_replaced_makes_title_and_headings_anew():
    made = WHOLE.replace(title_pattern="{name}{period}总结", headings={"plans": "{next_period}思路"})
    assert (made.title, made.plans[0].heading) == ("人民街道2022年总结", "2023年思路")


def test_a_chapter_of_another_report_brings_no_derived_heading_with_it():
    assert report(year=2024, plans=WHOLE.plans).plans[0].heading == "2025年工作打算"
    assert report(plans=WHOLE.difficulties).plans[0].heading == "2023年工作打算"
    for parts in (
        {"plans": [WHOLE.plans[0], Chapter(heading="乙")]},
        {"others": WHOLE.plans[0].replace(after="plans")},
    ):
        with pytest.raises(ValidationError, match=r"heading|标题"):
            report(**parts)


def test_derived_values_are_in_no_dump_and_are_there_all_the_same():
    assert not WHOLE.model_dump().keys() & {"title", "period"}
    assert WHOLE.organization.model_dump() == {"name": "人民街道"}
    assert "heading" not in WHOLE.plans[0].model_dump()
    assert Chapter(heading="甲").model_dump()["heading"] == "甲"
    assert "title" in report(title="总结").model_dump()


# --- every model ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "changes", "scratch"),
    [
        (Point(lead="甲", body="文"), {"body": ["一", "二\n三"]}, Point(lead="甲", body=["一", "二\n三"])),
        (Point(lead="甲"), {"lead": "", "heading": "乙"}, Point(heading="乙")),
        (Chapter(heading="甲"), {"series": "ordinal"}, Chapter(heading="甲", series="ordinal")),
        (Header(number=NUMBER, copy_number=3), {"copy_number": 12}, Header(number=NUMBER, copy_number=12)),
        (Table(columns=["甲"], rows=[["1\n\n"]]), {"caption": "表"}, Table(columns=["甲"], rows=[["1"]], caption="表")),
        (Table(columns=["甲"], rows=[[1]]), {"columns": [Column(heading="乙")]}, Table(columns=["乙"], rows=[["1"]])),
        (count(312, "次"), {"value": "312.5"}, count("312.5", "次")),
        (parse("9.75亿元"), {"value": 1_036_000_000}, parse("10.36亿元")),
        (change("3万元", "2万元"), {"current": parse("4万元")}, change("4万元", "2万元")),
        (breakdown("7家", PARTS), {"total": parse("8家")}, breakdown("8家", PARTS)),
        (parse("第3位"), {"value": 5}, parse("第5位")),
        (parse("1.86:1"), {"terms": ["1.93", 1]}, parse("1.93:1")),
        (parse("三分之一"), {"part": 2}, parse("三分之二")),
        (parse("翻两番"), {"done": True}, parse("翻了两番")),
    ],
)  # fmt: skip
def test_every_model_is_replaced_alike(model, changes, scratch):
    for way in WAYS[:5]:
        made = way(model, **changes)
        assert made == scratch
        assert str(made) == str(scratch)


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (Point(lead="甲"), {"lead": ""}),
        (Point(lead="甲"), {"heading": "乙"}),
        (Table(columns=["甲"], rows=[[1]]), {"columns": ["甲", "乙"]}),
        (count(312, "次"), {"unit": "{"}),
        (parse("300余次"), {"value": 0}),
        (parse("第3位"), {"value": 0}),
        (parse("1.86:1"), {"terms": ["1.86"]}),
    ],
)
def test_every_model_refuses_alike(model, wrong):
    for way in WAYS[:5]:
        with pytest.raises(ValidationError):
            way(model, **wrong)


# --- the law ----------------------------------------------------------------------------------


def _outcome(build):
    """The report and which fields of its derivable ones were given, or where and how it is refused."""
    try:
        made = build()
    except ValidationError as error:
        return [(detail["loc"], detail["type"]) for detail in error.errors()]
    return made, made.DERIVED & made.model_fields_set


@settings(SLOW, max_examples=examples(40))
@given(arguments=ARGUMENTS, others=ARGUMENTS, data=st.data())
def test_a_replaced_report_is_one_built_from_scratch_with_the_changed_arguments(arguments, others, data):
    change = {key: others[key] for key in data.draw(st.sets(st.sampled_from(sorted(others))))}
    made = WorkReport(**arguments)
    scratch = _outcome(lambda: WorkReport(**{**arguments, **change}))
    for way in (WAYS[0], WAYS[2], _by_pickle, _by_dump, _by_json, _by_dict):
        assert _outcome(lambda way=way: way(made, **change)) == scratch


@settings(SLOW, max_examples=examples(40))
@given(arguments=ARGUMENTS)
def test_a_report_of_another_office_and_year_names_its_own(arguments):
    chapters = {kind: Chapter(body="文") for kind in WorkReport.KINDS}
    first = WorkReport(**{**arguments, "period": "", "title": "", **chapters})
    made = first.replace(organization=SHIQIAO, year=2150)
    assert made.title == "石桥镇2150年工作总结和2151年工作打算"
    assert [made.achievements[0].heading, made.plans[0].heading] == ["2150年工作开展情况", "2151年工作打算"]
