"""The numbers of the red head and of the imprint, against GB/T 9704-2012, 7.2 and 7.4."""

from __future__ import annotations

import pytest

from renmin_docs.standard.header import HEAD_ROWS, MARK_ASCENT, MARK_LARGEST, MARK_SMALLEST, MARK_TOP, mark_space_before
from renmin_docs.standard.page import GRIDS, TYPE_AREA_TOP
from renmin_docs.units import Length, Mm, Pt


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
@pytest.mark.parametrize("size", [MARK_SMALLEST, Pt(30), MARK_LARGEST])
def test_the_mark_of_any_size_begins_35_mm_below_the_top_of_the_type_area(size, grid):
    above = Length(grid.top - TYPE_AREA_TOP + HEAD_ROWS * grid.pitch)
    space = mark_space_before(size, above)
    assert space > 0
    assert abs(above + space + MARK_ASCENT * size - MARK_TOP) <= 1


def test_rows_that_take_too_much_leave_no_space():
    assert mark_space_before(MARK_LARGEST, Mm(40)) == 0
