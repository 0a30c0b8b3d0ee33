"""Units: those that are known without a look at the pattern are the pattern's."""

import pytest

from renmin_docs.figures import parse
from renmin_docs.figures.units import _COMMON, _WHOLE, is_unit


@pytest.mark.parametrize("unit", sorted(_COMMON))
def test_a_common_unit_is_one_by_the_pattern_too(unit):
    match = _WHOLE().fullmatch(unit)
    assert match
    assert match["unit"] == unit


@pytest.mark.parametrize("unit", ["百分点", "余家", "人左右", "万户", "3", "家，"])
def test_what_does_not_read_back_is_no_unit(unit):
    assert not is_unit(unit)


def test_a_unit_of_no_list_is_one():
    assert is_unit("网格")
    assert str(parse("3网格")) == "3网格"
