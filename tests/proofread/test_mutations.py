"""One digit changed in a sentence whose numbers prove one another: it is found, in that sentence."""

import re
from pathlib import Path

import pytest

from renmin_docs.proofread import Options, Passage, proofread, read_lines

SENTENCES = Path(__file__).with_name("identities.txt").read_text(encoding="utf-8").splitlines()
CONSISTENCY = Options(select=frozenset({"C"}))
_DIGITS = re.compile("[0-9]+(?:[.][0-9]+)?")
SHARE = 0.95
ACROSS = frozenset({"C10", "C11", "C12", "C13"})
"""Rules between sentences: those of the corpus are of many reports."""


def mutants(sentence):
    """The sentence with one digit of a number replaced, each digit in turn; the first one is never made a zero."""
    for number in _DIGITS.finditer(sentence):
        for at in range(number.start(), number.end()):
            if sentence[at].isdigit():
                shift = 3 if at == number.start() else 5
                digit = (int(sentence[at]) + shift) % 10 or 4
                yield f"{sentence[:at]}{digit}{sentence[at + 1 :]}"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_whose_numbers_agree_is_silent(sentence):
    assert proofread(read_lines(sentence), CONSISTENCY) == []


def test_a_changed_digit_is_found():
    missed = [each for each in _all() if not proofread(read_lines(each), CONSISTENCY)]
    assert len(missed) <= (1 - SHARE) * len(_all()), "\n".join(missed)


def _all():
    return [mutant for sentence in SENTENCES for mutant in mutants(sentence)]


def test_the_finding_is_on_the_sentence_that_was_changed():
    for number in range(0, len(SENTENCES), 9):
        mutant = next(each for each in mutants(SENTENCES[number]) if proofread(read_lines(each), CONSISTENCY))
        before, after = SENTENCES[max(0, number - 2) : number], SENTENCES[number + 1 : number + 3]
        text = [Passage(each) for each in (*before, mutant, *after)]
        identities = proofread(text, Options(select=CONSISTENCY.select, ignore=ACROSS))
        assert {each.passage for each in identities} == {len(before)}


def _all():
    return [mutant for sentence in SENTENCES for mutant in mutants(sentence)]
