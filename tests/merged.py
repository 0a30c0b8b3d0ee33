"""Tables with merged cells and heads of several rows, for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from renmin_docs import Cell, Column, Table

REVENUE = Table(
    caption="税收收入完成情况",
    columns=["项目", "单位", {"heading": "税收", "unit": "万元", "columns": ["上年", "本年", "同比（%）"]}, "备注"],
    rows=[
        [Cell(text="街道本级", row_span=2), "一办", 100, "120.5", "20.5", ""],
        ["二办", Cell(text="未分开核算", column_span=2), "—", "新设"],
        [Cell(text="合计", column_span=2), 191, "221.5", "16.0", ""],
    ],
)
"""A table with all that may be merged."""
HEADINGS = st.sampled_from(["指标", "上年", "本年", "责任单位", "备注", "税收（万元）"])
ABOVE = st.sampled_from(["收入", "2022年", "完成情况"])
TEXTS = st.sampled_from(["12", "9.75亿元", "", "—", "老旧小区\n改造", "“一站式”"])


@st.composite
def columns_over(draw, width: int, depth: int = 2):
    """Columns over so many columns of cells, in a head of so many rows at the most."""
    made = []
    while width:
        over = draw(st.integers(1, width))
        width -= over
        if over == 1 and (depth == 1 or draw(st.booleans())):
            made.append(Column(heading=draw(HEADINGS)))
        elif depth == 1:
            made.append(Column(heading=draw(HEADINGS), columns=[""] * over))
        else:
            made.append(Column(heading=draw(ABOVE), columns=draw(columns_over(over, depth - 1))))
    return made


@st.composite
def rows_over(draw, width: int):
    """Rows of cells over so many columns, any of them merged."""
    count = draw(st.integers(1, 4))
    free = [[True] * width for _ in range(count)]
    rows = []
    for number in range(count):
        row = []
        for column in range(width):
            if not free[number][column]:
                continue
            room = next((end for end in range(column, width) if not free[number][end]), width) - column
            across, down = draw(st.integers(1, room)), draw(st.integers(1, count - number))
            for line in free[number : number + down]:
                line[column : column + across] = [False] * across
            row.append(Cell(text=draw(TEXTS), column_span=across, row_span=down))
        rows.append(row)
    return rows


@st.composite
def merged_tables(draw):
    """Tables of which any cell may be merged, with a head of one to three rows."""
    width = draw(st.integers(2, 5))
    return Table(columns=draw(columns_over(width)), rows=draw(rows_over(width)))
