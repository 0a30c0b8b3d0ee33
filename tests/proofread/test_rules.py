"""Each rule on its vectors: what it finds and where, and where it is silent."""

from collections import Counter

import pytest

from renmin_docs.proofread import Options, OwnWord, proofread, read_lines
from renmin_docs.proofread.rules import RULES_ON_TEXT
from tests.proofread.vectors import vectors

VECTORS = vectors()
OWN_WORDS = (
    OwnWord("街道办", "街道办事处"),
    OwnWord("一窗通办", "", "notice"),
    OwnWord("街道办公", "街道办公室", "error"),
)
"""What W8 is tried with; the other rules don't look at it."""


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector.rule}: {vector.text[:30]}")
def test_a_rule_finds_its_words_and_nothing_else(vector):
    passages = read_lines(vector.text)
    options = Options(frozenset({vector.rule}), last=read_lines(vector.last), words=OWN_WORDS)
    remarks = proofread(passages, options)
    assert tuple(passages[each.passage].text[each.start : each.end] for each in remarks) == vector.words


@pytest.mark.parametrize("name", RULES_ON_TEXT)
def test_a_rule_has_three_vectors_of_each_kind(name):
    many = Counter(bool(vector.words) for vector in VECTORS if vector.rule == name)
    assert many[True] >= 3
    assert many[False] >= 3


@pytest.mark.parametrize("vector", [each for each in VECTORS if not each.words], ids=lambda vector: vector.text[:30])
def test_a_text_in_which_one_rule_is_silent_has_no_error_of_another(vector):
    errors = [each.finding for each in proofread(read_lines(vector.text)) if each.finding.severity == "error"]
    assert errors == []


def test_a_context_is_the_sentence_around_the_words_cut_where_it_is_long():
    (short,) = proofread(read_lines("全年新增9家。党员326名，其中男201名、女124名。下一句。"))
    assert short.context == "党员【326名】，其中男201名、女124名。"
    (long,) = proofread(read_lines(f"{'甲' * 90}，，{'乙' * 90}。"))
    assert long.context == f"…{'甲' * 30}【，，】{'乙' * 30}…"


def test_a_word_of_the_own_list_has_its_level_and_what_would_be_right():
    remarks = proofread(read_lines("街道办牵头。街道办公开会，一窗通办。"), Options(words=OWN_WORDS))
    assert [(each.finding.rule, each.finding.severity, each.finding.expected) for each in remarks] == [
        ("W8", "warning", "街道办事处"),
        ("W8", "error", "街道办公室"),
        ("W8", "notice", ""),
    ]
