"""Dates and years: as they are written, never made of another number."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from renmin_docs import Chapter, DataFileError, Imprint, Organization, WorkReport

REST = {"organization": {"name": "人民街道"}, "achievements": {"body": "。"}, "plans": {"body": "。"}}
NO_DAYS = [
    *(0, 1_671_494_400, 1_671_494_400.0, Decimal(1_671_494_400), 20221220, 44915, True, b"2022-12-20"),
    *(
        "1671494400",
        "20221220",
        "0",
        "2022-12-20T00:00:00",
        "2022-12-20 00:00",
        "2022-1-5",
        "２０２２-12-20",
        "2022年12月20日",
    ),
    *(datetime.fromisoformat("2022-12-20T08:00"), datetime(2022, 12, 20, tzinfo=UTC), "2022-02-30", ""),
]
NO_YEARS = [
    2022.0,
    Decimal(2022),
    True,
    b"2022",
    "2022.0",
    " 2022",
    "2_022",
    "2022年",
    "0x7E6",
    "２０２２",
    22,
    0,
    99999,
    "",
]


def report(**fields):
    chapters = {"achievements": Chapter(body="。"), "plans": Chapter(body="。")}
    return WorkReport(**{"organization": Organization(name="人民街道"), "year": 2022, **chapters, **fields})


@pytest.mark.parametrize("day", [date(2022, 12, 20), "2022-12-20", datetime.fromisoformat("2022-12-20")])
def test_a_day_is_a_date_or_written_as_one(day):
    assert report(issue_date=day).issue_date == date(2022, 12, 20)
    assert Imprint(copied_to="甲", print_date=day).print_date == date(2022, 12, 20)


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_number_is_no_day_and_neither_is_a_moment(day):
    for make in (lambda: report(issue_date=day), lambda: Imprint(copied_to="甲", print_date=day)):
        with pytest.raises(ValidationError) as caught:
            make()
        assert "date" in str(caught.value)


@pytest.mark.parametrize("year", [2022, "2022"])
def test_a_year_is_a_whole_number_or_four_digits(year):
    assert report(year=year).year == 2022


@pytest.mark.parametrize("year", NO_YEARS)
def test_any_other_number_is_no_year(year):
    with pytest.raises(ValidationError, match="year"):
        report(year=year)


YAML = "organization: {{name: 人民街道}}\nyear: {}\nissue_date: {}\nachievements: {{body: 。}}\nplans: {{body: 。}}\n"
TOML = (
    'year = {}\nissue_date = {}\norganization = {{name = "人民街道"}}\n'
    'achievements = {{body = "。"}}\nplans = {{body = "。"}}\n'
)
JSON = (
    '{{"year": {}, "issue_date": {}, '
    + json.dumps(REST, ensure_ascii=False)[1:-1].replace("{", "{{").replace("}", "}}")
    + "}}"
)
FILES = {"a.yaml": YAML, "a.toml": TOML, "a.json": JSON}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        *(
            ("a.yaml", day)
            for day in ("0", "0x0", "1671494400", '"1671494400"', "1671494400.0", "20221220", "true", "[]")
        ),
        *(("a.yaml", day) for day in ("2022-12-20 00:00:00", "2022-12-20T00:00:00Z", "2022/12/20", "2022-13-40")),
        *(("a.toml", day) for day in ("0", "1671494400.0", "2022-12-20T08:00:00", "2022-12-20T00:00:00Z", "08:00:00")),
        *(("a.json", day) for day in ("0", '"1671494400"', "1671494400.0", "true", "[]")),
    ],
)
def test_files_say_where_no_day_stands(tmp_path, name, day):
    (tmp_path / name).write_text(FILES[name].format(2022, day), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / name)
    assert [(finding.rule, finding.place, finding.expected) for finding in caught.value.findings] == [
        ("wrong_type", "issue_date", "@date")
    ]


@pytest.mark.parametrize(
    ("name", "year", "found"),
    [
        ("a.yaml", "2.022e3", "2.022e+3"),
        ("a.yaml", "0x7E6", "0x7E6"),
        ("a.yaml", "0o3746", "0o3746"),
        ("a.yaml", "02022", "02022"),
        ("a.yaml", "2022.0", "2022.0"),
        ("a.yaml", "true", "true"),
        ("a.yaml", "2_022", "“2_022”"),
        ("a.toml", "2.022e3", "2.022e+3"),
        ("a.toml", "2022.0", "2022.0"),
        ("a.json", "2.022e3", "2.022e+3"),
        ("a.json", "true", "true"),
    ],
)
def test_files_say_where_no_year_stands_and_how_it_is_written(tmp_path, name, year, found):
    day = "2022-12-20" if name == "a.yaml" else '"2022-12-20"'
    (tmp_path / name).write_text(FILES[name].format(year, day), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / name)
    assert [(finding.rule, finding.place, finding.found) for finding in caught.value.findings] == [
        ("wrong_type", "year", found)
    ]
