"""Whole passages with one contradiction each: its rule marks it, and the passage without it is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from renmin_docs.proofread import Options, proofread, read_lines

ROWS = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8"))
FOUND = [row for row in ROWS if "reach" not in row]
OUT_OF_REACH = [row for row in ROWS if "reach" in row]
MARK = re.compile("【([^】]*)】")
GRAVE = ("error", "warning")
NOTHING_RIGHT = ("S5", "S6")
"""Rules on what is too much or missing, which can't tell what would be right."""


def name_of(row):
    return row["name"]


def found_in(text, last=""):
    passages = read_lines(MARK.sub(r"\1", text))
    remarks = proofread(passages, Options(last=read_lines(last)))
    return [(each, passages[each.passage].text[each.start : each.end]) for each in remarks]


def grave(text, last=""):
    return [(each.finding.rule, words) for each, words in found_in(text, last) if each.finding.severity in GRAVE]


@pytest.mark.parametrize("row", FOUND, ids=name_of)
def test_a_contradiction_is_found_at_its_words(row):
    (words,) = row.get("words") or MARK.findall(row["text"])
    levels = {row["level"]} if "level" in row else set(GRAVE)
    found = [(each, at) for each, at in found_in(row["text"], row.get("last", "")) if each.finding.severity in levels]
    assert [(each.finding.rule, at) for each, at in found] == [(row["rule"], words)]
    assert found[0][0].finding.expected or row["rule"] in NOTHING_RIGHT


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_the_passage_without_it_is_silent(row):
    assert grave(row["twin"], row.get("last", "")) == []


@pytest.mark.parametrize("row", OUT_OF_REACH, ids=name_of)
def test_what_is_out_of_reach_is_still_so_and_has_a_reason(row):
    assert grave(row["text"], row.get("last", "")) == []
    assert row["reach"]


def test_the_twenty_kinds_and_twenty_more_are_there():
    letters = {row["name"].split(" ")[0] for row in ROWS}
    assert set("ABCDEFGHIJKLMNOPQRST") <= letters
    assert len(letters) >= 40
