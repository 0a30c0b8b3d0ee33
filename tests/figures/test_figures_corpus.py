"""What `scan` finds in a corpus of expressions whose numbers a person read first."""

import pytest

from renmin_docs.figures import parse
from tests.figures.corpus import Truth, corpus, main, measured, wrong_parts


def test_figures_of_the_corpus_are_found_and_read_right():
    found = measured()
    assert not found.wrong_values, "\n".join(map(str, found.wrong_values))
    assert (found.recall >= 0.97, found.precision >= 0.99, found.all_right >= 0.95) == (True, True, True), str(found)


def test_the_corpus_has_many_numbers_and_many_texts_without_one():
    lines = [*corpus()]
    assert sum(truth.required for line in lines for truth in line.truths) >= 450
    assert sum(not line.truths for line in lines) >= 80
    assert len({line.text for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("printed", "truth", "wrong"),
    [
        ("近3亿元", "3e8 元 近", []),
        ("超3亿元", "3e8 元 近", ["hedge"]),
        ("3亿元", "3e8 万元 -", ["unit"]),
        ("3万元", "3e8 元 -", ["value"]),
        ("3～5天", "3..5 天 -", []),
        ("3天", "3..5 天 -", ["kind", "value"]),
        ("第3位", "#3 位 -", []),
        ("10.67%", "0.1067 % -", []),
        ("几十家", "? 家 -", []),
        ("达3家", "3 家 -", []),
        ("3位", "^3 位 -", []),
    ],
)
def test_a_figure_is_held_against_the_truth(printed, truth, wrong):
    value, unit, hedge = truth.split(" ")
    assert [*wrong_parts(Truth(0, 1, value, unit, hedge, required=True), parse(printed))] == wrong


def test_the_report_lists_misses_and_measures(capsys):
    main()
    printed = capsys.readouterr().out
    assert "missed:" in printed
    assert "recall" in printed.splitlines()[-1]
