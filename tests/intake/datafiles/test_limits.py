"""Files that are made to break a reader: refused quickly, in little memory, in one sentence."""

import subprocess
import sys

import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.datafiles.source import MAX_BYTES, MAX_DEPTH
from tests.intake.broken import HEAD
from tests.timing import SOON, cost, peak_memory
from tests.waiting import HANG

DEEP = 10_000
MOST = 2 * SOON
"""Ten times what the slowest takes, in the scanner of ruamel.yaml; a bomb that goes off takes hours."""
MEGABYTES = 60


def _aliases(levels: int, width: int) -> str:
    lines = ["a0: &a0 [" + ",".join(["大笑"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines)


BOMBS = {
    "flow sequences.yaml": ("a: " + "[" * DEEP, "file_too_deep"),
    "flow mappings.yaml": ("{a: " * DEEP + "1" + "}" * DEEP, "file_too_deep"),
    "block sequences.yaml": ("- " * DEEP + "a", "file_too_deep"),
    "block keys.yaml": ("? " * DEEP + "a", "file_too_deep"),
    "billion laughs.yaml": (_aliases(12, 10), "file_too_large"),
    "deep laughs.yaml": (_aliases(1_000, 1), "file_too_deep"),
    "a long text again and again.yaml": (
        "a: &a " + "笑" * 100_000 + "\nb: [" + "*a," * 10_000 + "]",
        "file_too_large",
    ),
    "arrays.json": ('{"a": ' + "[" * DEEP + "]" * DEEP + "}", "file_too_deep"),
    "objects.json": ('{"a":' * DEEP + "1" + "}" * DEEP, "file_too_deep"),
    "open arrays.json": ("[" * DEEP * 10, "file_too_deep"),
    "arrays.toml": ("a = " + "[" * DEEP + "]" * DEEP, "file_too_deep"),
    "tables.toml": ("a = " + "{a = " * DEEP + "1" + "}" * DEEP, "file_too_deep"),
    "dotted keys.toml": (".".join("a" * DEEP) + " = 1", "file_too_deep"),
    "quoted keys.toml": (" . ".join(['"a"'] * DEEP) + " = 1", "file_too_deep"),
    "a table of dotted keys.toml": ("[" + ".".join("a" * DEEP) + "]", "file_too_deep"),
    "a long word.toml": ("a" * 1_000_000, "toml_line"),
    "many quotes.toml": ('"' * 300_001, "toml_line"),
    "large.yaml": ("#" * (MAX_BYTES + 1), "file_over_limit"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_time_and_memory(tmp_path, name):
    content, rule = BOMBS[name]
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    error, units = cost(lambda: _refusal(path), MOST)
    assert rule in [finding.rule for finding in error.findings]
    assert units < MOST
    assert peak_memory(lambda: _refusal(path)) < MEGABYTES * 2**20


def _refusal(path):
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(path)
    return caught.value


def test_a_report_may_be_as_deep_as_its_ladder_and_series_allow(tmp_path):
    body = "文"
    for _ in range(15):
        body = f"[{{lead: 甲, series: plain, body: {body}}}]"
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + f"achievements: {{series: plain, body: {body}}}\n", encoding="utf-8")
    point = WorkReport.load(path).achievements[0].points[0]
    for _ in range(14):
        point = point.points[0]
    assert point.body == ("文",)


@pytest.mark.parametrize(("ending", "opening", "closing"), [("yaml", "[", "]"), ("json", "[", "]"), ("toml", "[", "]")])
def test_the_limit_of_depth_is_the_same_in_every_format(tmp_path, ending, opening, closing):
    key = {"yaml": "a: ", "json": '{"a": ', "toml": "a = "}[ending]
    end = "}" if ending == "json" else ""
    for levels, refused in ((MAX_DEPTH - 2, False), (MAX_DEPTH + 1, True)):
        path = tmp_path / f"{levels}.{ending}"
        path.write_text(key + opening * levels + closing * levels + end, encoding="utf-8")
        with pytest.raises(DataFileError) as caught:
            WorkReport.load(path)
        assert ("file_too_deep" in [finding.rule for finding in caught.value.findings]) is refused


HUGE = ("2e999999999", "-2E+999999999", "2e-999999999", "0e999999999", "2e99999999999999999999")
YEARS = {
    "yaml": "organization: {{name: 甲}}\nyear: {}\nachievements: {{body: 文}}\n",
    "json": '{{"organization": {{"name": "甲"}}, "year": {}, "achievements": {{"body": "文"}}}}',
    "toml": 'year = {}\norganization = {{name = "甲"}}\nachievements = {{body = "文"}}\n',
}
LOAD = """
import sys
from renmin_docs import DataFileError, WorkReport
for path in sys.argv[1:]:
    try:
        WorkReport.load(path)
    except DataFileError as error:
        print(error.findings[0].place, error.findings[0].found)
"""


@pytest.mark.parametrize("ending", YEARS)
def test_a_year_with_a_huge_exponent_is_refused_as_it_stands(ending, tmp_path):
    """In a process of its own, since what it would take is not time that a signal can end."""
    paths = [tmp_path / f"{number}.{ending}" for number in range(len(HUGE))]
    for path, year in zip(paths, HUGE, strict=True):
        path.write_text(YEARS[ending].format(year), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOAD, *paths], capture_output=True, text=True, timeout=HANG, check=True
    ).stdout
    assert said.splitlines() == [f"year {year}" for year in HUGE]


NUMBERS = {
    "figures.a": "{a: 2e999999999}",
    "figures.a.value": "{a: {value: 2e999999999, unit: 元}}",
    "figures.a.previous": "{a: {value: 5, unit: 元, previous: 2e999999999}}",
    "figures.a.step": "{a: {value: 5, unit: 元, hedge: 余, step: 2e999999999}}",
    "figures.a.places": "{a: {value: 5, places: 2e999999999}}",
    "figures.a.unit": "{a: {value: 5, unit: 2e999999999}}",
    "figures.a.partial": "{a: {total: 7家, parts: {甲: 7家}, partial: 2e999999999}}",
    "figures.a.total": "{a: {total: 2e999999999, parts: {甲: 7家}}}",
    "figures.a.parts.甲": "{a: {total: 7家, parts: {甲: 2e999999999}}}",
    "figures.a.low": "{a: {low: 2e999999999, high: 5}}",
    "figures.a.of": "{a: {part: 5, of: 2e999999999}}",
    "figures.a.rate": "{a: {current: 5, previous: 4, rate: 2e999999999}}",
    "introduction": "{}\nintroduction: 2e999999999",
    "period": "{}\nperiod: 2e999999999",
    "issue_date": "{}\nissue_date: 2e999999999",
    "marks[0]": "{}\nmarks: [2e999999999]",
}


@pytest.mark.parametrize("place", NUMBERS)
def test_a_huge_exponent_anywhere_is_refused_where_it_stands(place, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + f"achievements: {{body: 文}}\nfigures: {NUMBERS[place]}\n", encoding="utf-8")
    error, units = cost(lambda: _refusal(path), MOST)
    assert [(finding.place, finding.found) for finding in error.findings] == [(place, "2e999999999")]
    assert units < MOST


@pytest.mark.parametrize("place", ["figures.a", "body"])
def test_a_long_key_or_value_does_not_fill_the_screen(place, tmp_path):
    path = tmp_path / "a.yaml"
    long = "很长" * 3_000
    text = {"figures.a": f"figures: {{a: {long}}}", "body": f"{long}: 1"}[place]
    path.write_text(HEAD + f"achievements: {{body: 文}}\n{text}\n", encoding="utf-8")
    message = _refusal(path).message("zh")
    assert "很长很长" in message
    assert "…" in message
    assert len(message) < 600
