"""Layouts of reports as offices write and pages show them, each with its truth beside it."""

from itertools import zip_longest

import pytest

from renmin_docs.intake.prose.reading import parse_report
from tests.intake.prose.keeping import lost
from tests.intake.prose.telling import LAYOUTS, agree, layout, told

NAMES = sorted(path.stem for path in LAYOUTS.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_is_read_as_it_is_meant(name):
    text, truth = layout(name)
    pairs = zip_longest(told(parse_report(text)), truth, fillvalue="")
    assert [pair for pair in pairs if not agree(*pair)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_character_of_a_layout_is_lost(name):
    text = layout(name).text
    assert lost(text, parse_report(text)) == ""


def test_there_are_layouts_enough():
    assert len(NAMES) >= 30
