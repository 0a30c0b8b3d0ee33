"""Messages about broken data files: one error, all faults, in the reader's own language."""

import re

import pytest

from renmin_docs import DataFileError, WorkReport
from tests.intake.broken import BROKEN, HEAD, golden, messages

QUOTED = re.compile("“[^”]*”")
ENGLISH = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z']{2,}")
CHINESE = re.compile("[\u4e00-\u9fff]")


GOLDEN = golden("zh"), golden("en")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_the_messages_of_its_golden_block(tmp_path, name):
    assert messages(tmp_path, name) == tuple(kept[name] for kept in GOLDEN)


def test_every_golden_block_has_its_broken_file():
    assert [[*kept] for kept in GOLDEN] == [[*BROKEN]] * 2


@pytest.mark.parametrize("name", BROKEN)
def test_no_english_sentence_stands_in_a_chinese_message(tmp_path, name):
    chinese, _ = messages(tmp_path, name)
    assert not ENGLISH.search(QUOTED.sub("", chinese))
    assert all(CHINESE.search(line) for line in chinese.splitlines())


@pytest.mark.parametrize("name", BROKEN)
def test_no_template_field_or_token_is_left_in_a_message(tmp_path, name):
    for message in messages(tmp_path, name):
        assert "{found}" not in message
        assert "{expected}" not in message
        assert not re.search(r"@[a-z]+", message)


def _file(tmp_path, content, name="a.yaml"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _findings(tmp_path, content, name="a.yaml"):
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(_file(tmp_path, content, name))
    return caught.value.findings


def test_the_error_carries_the_file_and_every_finding(tmp_path):
    path = _file(tmp_path, HEAD + "achievements:\n  body:\n    - {heading: 甲, laed: 乙}\nfoo: 1\n")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(path)
    assert caught.value.subject == str(path)
    rules = [(finding.rule, finding.place, finding.line) for finding in caught.value.findings]
    assert rules == [("unknown_key", "achievements.body[0]", 5), ("strange_key", "", 6)]


def test_a_fault_behind_another_fault_is_found_as_well(tmp_path):
    content = HEAD + (
        "achievements:\n  heading: [1]\n  inline: true\n  body:\n    - {heading: 甲, lead: 乙, body: [1, {}]}\n"
    )
    rules = {finding.rule for finding in _findings(tmp_path, content)}
    assert rules == {"wrong_type", "empty_point", "heading_and_lead", "inline_numbered"}


def test_a_consequence_of_a_named_fault_is_not_named(tmp_path):
    content = (
        "organization: {nam: 街道}\nyear: x\n"
        "achievements: [{haeding: 甲}, {heading: 乙}]\nothers: [{heading: 丙, aftr: x}]\n"
    )
    rules = sorted(finding.rule for finding in _findings(tmp_path, content))
    assert rules == ["missing_key", "unknown_key", "unknown_key", "unknown_key", "wrong_type"]


def test_one_bad_paragraph_is_named_by_its_item_of_the_file(tmp_path):
    content = HEAD + 'achievements:\n  body:\n    - "一\\n二\\n三"\n    - "四\\u0007"\n'
    (finding,) = _findings(tmp_path, content)
    assert (finding.place, finding.line) == ("achievements.body[1]", 6)


def test_a_list_of_one_chapter_is_named_as_the_file_has_it(tmp_path):
    content = HEAD + "achievements:\n  - marks: 1\n    body:\n      - {heading: 甲, lead: 乙}\n"
    places = [finding.place for finding in _findings(tmp_path, content)]
    assert places == ["achievements[0]", "achievements[0].body[0]"]


def test_keys_named_like_the_tags_of_bodies_are_distinguished_from_them(tmp_path):
    content = HEAD + "achievements:\n  body:\n    - {point: {heading: 甲}, text: 乙, lead: 丙}\n"
    places = {(finding.place, finding.found) for finding in _findings(tmp_path, content)}
    assert places == {("achievements.body[0]", "point"), ("achievements.body[0]", "text")}


def test_a_fault_in_an_alias_is_named_where_it_was_written(tmp_path):
    content = HEAD + "achievements:\n  body: &文\n    - {lead: 3}\nplans:\n  body: *文\n"
    findings = _findings(tmp_path, content)
    assert [(finding.place, finding.line) for finding in findings] == [
        ("achievements.body[0].lead", 5),
        ("plans.body[0].lead", 5),
    ]


def test_json_tells_lines_also_where_yaml_would_not_read_it(tmp_path):
    content = (
        '{\n\t"organization": {"name": "甲"},\n\t"year": "x",\n'
        '\t"title": "\\ud83d\\ude00 {a",\n\t"achievements": {"body": "文"}}'
    )
    found = [(finding.place, finding.line) for finding in _findings(tmp_path, content, "a.json")]
    assert found == [("year", 3), ("title", 4)]


def test_a_key_that_stands_twice_does_not_hide_other_faults(tmp_path):
    rules = [finding.rule for finding in _findings(tmp_path, '{"year": 1,\n"year": 2,\n"foo": 3}', "a.json")]
    assert rules.count("duplicate_key") == 1
    assert {"strange_key", "wrong_type", "missing_key"} <= set(rules)


def test_a_missing_file_a_folder_and_a_long_name_are_distinguished(tmp_path):
    for path, rule in ((tmp_path / "no.yaml", "file_missing"), (tmp_path, "file_directory")):
        with pytest.raises(DataFileError) as caught:
            WorkReport.load(path)
        assert [finding.rule for finding in caught.value.findings] == [rule]
    with pytest.raises(DataFileError):
        WorkReport.load(tmp_path / ("长" * 300 + ".yaml"))
    with pytest.raises(DataFileError):
        WorkReport.load("a\0b.yaml")


def test_a_file_below_a_file_is_missing(tmp_path):
    below = _file(tmp_path, HEAD) / "b.yaml"
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(below)
    assert caught.value.findings[0].rule == "file_missing"
