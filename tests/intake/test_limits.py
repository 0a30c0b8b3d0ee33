"""Files that are made to break a reader: refused quickly, in little memory, in one sentence."""

import pytest

from renmin_docs import DataFileError
from renmin_docs.intake.datafile import load_report
from renmin_docs.intake.source import MAX_BYTES, MAX_DEPTH
from tests.intake.broken import HEAD
from tests.timing import peak_memory, timed

DEEP = 10_000
SECONDS = (
    5  # of CPU time: ten times what the slowest takes (0.5 s in the scanner of ruamel.yaml), no bomb that went off
)
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
    "large.yaml": ("#" * (MAX_BYTES + 1), "file_too_large"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_time_and_memory(tmp_path, name):
    content, rule = BOMBS[name]
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    error, seconds = timed(lambda: _refusal(path))
    assert rule in [finding.rule for finding in error.findings]
    assert seconds < SECONDS
    assert peak_memory(lambda: _refusal(path)) < MEGABYTES * 2**20


def _refusal(path):
    with pytest.raises(DataFileError) as caught:
        load_report(path)
    return caught.value


def test_a_report_may_be_as_deep_as_its_ladder_and_series_allow(tmp_path):
    body = "文"
    for _ in range(15):
        body = f"[{{lead: 甲, series: plain, body: {body}}}]"
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + f"achievements: {{series: plain, body: {body}}}\n", encoding="utf-8")
    point = load_report(path).achievements[0].points[0]
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
            load_report(path)
        assert ("file_too_deep" in [finding.rule for finding in caught.value.findings]) is refused
