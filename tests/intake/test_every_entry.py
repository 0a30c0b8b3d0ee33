"""Every way by which a figure is read: the same value, unit, places and previous value print the same."""

import json
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, WorkReport
from renmin_docs.figures import from_data
from renmin_docs.figures.tables import MONEY, RATES
from renmin_docs.intake.workbooks.report_rows import ReportRows
from renmin_docs.intake.workbooks.workbook import read_figures
from renmin_docs.report.file_keys import FiguresFrom
from tests.effort import examples
from tests.workbooks import package, sheet, styles

NAME = "甲"
UNITS = ("", "家", "公里", "%", "‰", "成", "个百分点", "元", "万元", "亿元", "万户", "㎡")
PERCENT_STYLE = "1"


@st.composite
def numbers(draw):
    """A number as it is written, without final zeros: 98.5, 12.3456, 975000000."""
    places = draw(st.integers(0, 4))
    return f"{Decimal(draw(st.integers(1, 10**9))).scaleb(-places).normalize():f}"


@st.composite
def written(draw):
    """Value, unit, previous value or none."""
    return draw(numbers()), draw(st.sampled_from(UNITS)), draw(st.one_of(st.none(), numbers()))


def places(number):
    return len(number.partition(".")[2])


def is_scaled_by_itself(number, unit):
    """Whether the library chooses the scale, and so rounds: money from 1万 up."""
    return unit in MONEY and Decimal(number) >= 10_000


def told(figure):
    return str(figure), format(figure, "同比") if "同比" in figure.styles else ""


# --- the doors --------------------------------------------------------------------------------


def mapping(value, unit, previous):
    """The mapping of a data file, its numbers as such."""
    data = {"value": Decimal(value)} | ({"unit": unit} if unit else {})
    data |= {} if previous is None else {"previous": Decimal(previous)}
    return data if is_scaled_by_itself(value, unit) else data | {"places": places(value)}


def report(figures):
    chapters = {key: Chapter(body="。") for key in ("achievements", "plans")}
    return WorkReport(organization=Organization(name="街道"), year=2022, figures=figures, **chapters)


def in_python(_, *case):
    return report({NAME: mapping(*case)}).figures[NAME]


def in_json_of_the_model(_, *case):
    made = report({NAME: mapping(*case)})
    return WorkReport.model_validate_json(made.model_dump_json()).figures[NAME]


def loaded(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return WorkReport.load(folder / name).figures[NAME]


def in_yaml(folder, *case):
    lines = "".join(f"    {key}: {json.dumps(v) if key == 'unit' else v}\n" for key, v in mapping(*case).items())
    return loaded(
        folder,
        "a.yaml",
        "organization: {name: 街道}\nyear: 2022\nachievements: {body: 。}\nplans: {body: 。}\n"
        f"figures:\n  {NAME}:\n{lines}",
    )


def in_json(folder, *case):
    pairs = ", ".join(f'"{key}": {json.dumps(v) if key == "unit" else v}' for key, v in mapping(*case).items())
    return loaded(
        folder,
        "a.json",
        '{"organization": {"name": "街道"}, "year": 2022, "achievements": {"body": "。"}, "plans": {"body": "。"}, '
        f'"figures": {{"{NAME}": {{{pairs}}}}}}}',
    )


def in_toml(folder, *case):
    pairs = ", ".join(f"{key} = {json.dumps(v) if key == 'unit' else v}" for key, v in mapping(*case).items())
    return loaded(
        folder,
        "a.toml",
        'organization = {name = "街道"}\nyear = 2022\nachievements = {body = "。"}\nplans = {body = "。"}\n'
        f'[figures]\n"{NAME}" = {{{pairs}}}\n',
    )


def number_cell(text):
    return "" if text is None else f"<c><v>{float(text)!r}</v></c>"


def text_cell(text):
    return "" if text is None else f'<c t="str"><v>{escape(text)}</v></c>'


def percent_cell(text):
    return "" if text is None else f'<c s="{PERCENT_STYLE}"><v>{float(Decimal(text).scaleb(-2))!r}</v></c>'


def row(*cells):
    return f"<row>{''.join(cells)}</row>"


def from_rows(folder, value_cell, unit, previous_cell):
    """The workbook of `figures_from`."""
    head = row(*map(text_cell, ("指标", "单位", "本年", "上年")))
    rows = head + row(text_cell(NAME), text_cell(unit) if unit else "<c/>", value_cell, previous_cell)
    (folder / "a.xlsx").write_bytes(package(sheet1=sheet(rows), styles=styles(0, 10)))
    return read_figures(FiguresFrom(workbook="a.xlsx"), folder)[NAME].figure


def from_sheet_of_reports(folder, value_cell, unit, previous_cell, *, in_heading=True):
    """The workbook with a row a report; the unit stands in the headings, or below them."""
    names = [f"{NAME}（{unit}）" if unit and in_heading else NAME, f"{NAME}（上年）"]
    units = row("<c/>", *map(text_cell, (unit, unit))) if unit and not in_heading else ""
    rows = row(*map(text_cell, ("单位", *names))) + units + row(text_cell("街道"), value_cell, previous_cell)
    (folder / "a.xlsx").write_bytes(package(sheet1=sheet(rows), styles=styles(0, 10)))
    (folder / "t.yaml").write_text("year: 2022\nachievements: {body: 。}\nplans: {body: 。}\n", encoding="utf-8")
    (made,) = ReportRows(folder / "a.xlsx", folder / "t.yaml")
    return made.report.figures[NAME]


DATA_DOORS = (in_python, in_json_of_the_model, in_yaml, in_json, in_toml)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return Path(tmp_path_factory.mktemp("doors"))


@given(written())
@settings(deadline=None, max_examples=examples(60, one_in=1))
def test_numbers_print_the_same_through_every_door(folder, case):
    value, unit, previous = case
    expected = told(from_data(mapping(*case)))
    assert {told(door(folder, *case)) for door in DATA_DOORS} == {expected}
    for cell in (number_cell, text_cell):
        cells = cell(value), unit, cell(previous)
        assert told(from_rows(folder, *cells)) == expected
        assert told(from_sheet_of_reports(folder, *cells)) == expected
        assert told(from_sheet_of_reports(folder, *cells, in_heading=False)) == expected


@given(written())
@settings(deadline=None, max_examples=examples(40, one_in=1))
def test_notation_prints_the_same_through_every_door_and_as_the_number_does(folder, case):
    value, unit, previous = case
    if is_scaled_by_itself(value, unit) or not unit:  # a number alone is no notation
        unit = "家"
    case = value, unit, previous
    now, before = value + unit, None if previous is None else previous + unit
    data = now if before is None else {"value": now, "previous": before}
    expected = told(from_data(data))
    assert told(from_data(mapping(*case))) == expected
    assert expected[0] == now
    for named in {unit, ""}:
        assert told(from_rows(folder, text_cell(now), named, text_cell(before))) == expected
        assert told(from_sheet_of_reports(folder, text_cell(now), named, text_cell(before))) == expected


@given(numbers(), st.sampled_from(("", "%", "个百分点")), st.one_of(st.none(), numbers()))
@settings(deadline=None, max_examples=examples(40, one_in=1))
def test_a_cell_shown_as_a_percentage_is_one_whatever_its_heading_says(folder, value, unit, previous):
    expected = told(from_data(mapping(value, unit or "%", previous)))
    cells = percent_cell(value), unit, percent_cell(previous)
    assert told(from_rows(folder, *cells)) == expected
    assert told(from_sheet_of_reports(folder, *cells)) == expected


@given(numbers(), st.sampled_from(("‰", "成")))
@settings(deadline=None, max_examples=examples(20, one_in=1))
def test_a_percentage_under_another_unit_of_rates_is_the_same_rate(folder, value, unit):
    same = f"{(Decimal(value) * RATES['%'] / RATES[unit]).normalize():f}"
    expected = told(from_data({"value": same + unit}))
    assert told(from_rows(folder, percent_cell(value), unit, "")) == expected
    assert told(from_sheet_of_reports(folder, percent_cell(value), unit, "")) == expected
