"""Marks of one form on two levels, and headings without marks: what is evidence of them, and what is a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.intake.prose.dividing import divide
from renmin_docs.intake.prose.ladder import OUTER
from renmin_docs.intake.prose.levels import levelled
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.numerals import to_chinese


def _levels(lines):
    """For each line with a mark whether it stands on the outer level."""
    units = levelled(divide([Paragraph(line, number) for number, line in enumerate(lines, 1)])[0]).units
    return [unit.form.startswith(OUTER) for unit in units if unit.mark]


@pytest.mark.parametrize(
    ("lines", "outer"),
    [
        ("一、工作回顾 做了以下工作： 一、甲 二、乙 二、工作打算 三、存在问题", "1__11"),
        ("一、工作回顾 一、甲 二、乙 三、丙 二、工作打算 一、丁 二、戊", "1___1__"),
        ("一、工作回顾 街道各项工作稳步推进。 一、甲 二、乙 二、工作打算 明年任务很重。 一、丙 二、丁", "1__1__"),
        ("一、工作回顾 一、重点工作 二、存在问题 三、工作打算", ""),  # a number that was typed twice
        ("一、甲 二、乙 二、丙 三、丁", ""),
        ("一、甲 三、乙 四、丙", ""),
        ("一、甲 二、乙 三、丙 一、丁 二、戊", ""),  # no heading, and no sentence, under which they could stand
        ("一、工作回顾 （一）甲 （二）乙 二、工作打算 （一）丙", ""),
    ],
)
def test_numbers_that_begin_anew_make_a_second_level_where_they_run_on_so(lines, outer):
    marked = [character == "1" for character in outer.replace(" ", "")]
    found = _levels(lines.split())
    assert found == (marked or [False] * len(found))


@given(st.lists(st.integers(1, 4), max_size=12))
def test_any_numbers_keep_their_order_and_marks(numbers):
    lines = [f"{to_chinese(number)}、甲乙" for number in numbers]
    units = levelled(divide([Paragraph(line, place) for place, line in enumerate(lines, 1)])[0]).units
    assert [unit.whole for unit in units] == lines
