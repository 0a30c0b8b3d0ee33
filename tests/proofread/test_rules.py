"""Each rule on its vectors: what it finds and where, and where it is silent."""

from collections import Counter

import pytest

from renmin_docs.proofread import Options, proofread, read_lines
from renmin_docs.proofread.rules import RULES_ON_TEXT
from tests.proofread.vectors import vectors

VECTORS = vectors()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector.rule}: {vector.text[:30]}")
def test_a_rule_finds_its_words_and_nothing_else(vector):
    passages = read_lines(vector.text)
    remarks = proofread(passages, Options(select=frozenset({vector.rule})))
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
