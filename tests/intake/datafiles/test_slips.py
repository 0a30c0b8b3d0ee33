"""Slips of YAML that change what a report says: each found with its line, one message each; nothing else is."""

from pathlib import Path

import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.datafiles.likely_slips import is_slip_when_plain
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.messages.syntax import SYNTAX
from tests.intake.slips import NO_SLIPS, REST, SLIPS

ROOT = Path(__file__).parents[3]


def _loaded(folder, text):
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    return WorkReport.load(path)


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_found_once_with_its_line(tmp_path, name):
    text, rule, line = SLIPS[name]
    with pytest.raises(DataFileError) as caught:
        _loaded(tmp_path, text)
    assert [(finding.rule, finding.line) for finding in caught.value.findings] == [(rule, line)]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_the_same_with_the_line_ends_of_windows(tmp_path, name):
    text, rule, line = SLIPS[name]
    with pytest.raises(DataFileError) as caught:
        _loaded(tmp_path, text.replace("\n", "\r\n"))
    assert [(finding.rule, finding.line) for finding in caught.value.findings] == [(rule, line)]


@pytest.mark.parametrize("name", SLIPS)
def test_the_message_on_a_slip_shows_what_stands_there(tmp_path, name):
    text, _, line = SLIPS[name]
    with pytest.raises(DataFileError) as caught:
        _loaded(tmp_path, text)
    (finding,) = caught.value.findings
    if finding.rule in SYNTAX:
        shown = finding.found.strip("“”").replace("\\u3000", "\u3000").replace("\\xa0", "\u00a0")
        assert shown.replace("\\u200b", "\u200b") in text.split("\n")[line - 1]


PROFILES = [
    ("单位:\n  名称：人民街道\n", "yaml_wide_colon", 2),
    ("单位:\n　　名称: 人民街道\n", "yaml_wide_blank", 2),
    ("单位：\n  名称: 人民街道\n", "yaml_wide_colon", 1),
    ("单位: {名称: 甲}\n主送:\n  -区委\n  -区政府\n", "yaml_list_sign", 3),
    ("单位: {名称: 甲}\n页面: |\n  版式: A\n", "yaml_block_swallows", 3),
]


@pytest.mark.parametrize(("profile", "rule", "line"), PROFILES)
def test_a_slip_in_a_profile_is_found_once_too(tmp_path, profile, rule, line):
    (tmp_path / "p.yaml").write_text(profile, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        _loaded(tmp_path, "配置: p.yaml\n年度: 2022\n" + REST)
    assert [(finding.rule, finding.line) for finding in caught.value.findings] == [(rule, line)]


@pytest.mark.parametrize("name", NO_SLIPS)
def test_what_is_no_slip_is_read(tmp_path, name):
    assert _loaded(tmp_path, NO_SLIPS[name]).year == 2022


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/**/*.yaml")), ids=lambda path: path.name)
def test_no_slip_is_found_in_an_example(path):
    assert read_source(path).findings == []


@pytest.mark.parametrize("text", ["-做了甲。", "·甲", "标题：甲", "标题:甲", "正文 甲", "- "])
def test_a_text_that_reads_as_a_slip_has_to_be_quoted(text):
    assert is_slip_when_plain(text) == (text != "- ")


@pytest.mark.parametrize("text", ["-5%", "——甲", "有关要求：做好。", "甲", ""])
def test_other_texts_need_no_quotation_marks(text):
    assert not is_slip_when_plain(text)
