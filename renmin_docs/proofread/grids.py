"""Tables as grids: each cell as text and as number, what its row and its column are called and counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from renmin_docs.figures.tables import SCALES
from renmin_docs.proofread.passages import Passage
from renmin_docs.report.totals import is_total

_NUMBER = re.compile(r"(?P<sign>[-－]?)(?P<number>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)(?P<unit>\s*[^0-9\s]{0,4})")
_NOTHING = re.compile(r"[-—–－/／\s]*")
_UNIT = re.compile(r"[（(]\s*(?:单位[：:])?\s*(?P<unit>[^（）()\d]{1,6})\s*[）)]\s*$|[/／](?P<slash>[^/／\d]{1,4})$")
_UNITS = re.compile(r"(?:计量)?单\s*位")
_NO_SUM = re.compile(
    "率|占比|比重|比例|增幅|增速|同比|环比|增长|下降|名次|排名|排位|位次|单价|均价|均$|人均|户均|平均|序号|编号|年[度份]?$|得分|分数"
    "|评分|标准|面积比|日期|时间|电话|备注|%|％|系数|指数|权重|累计"
)
_SCALED = re.compile("^(万亿|[万亿])(.*)")


class Number(NamedTuple):
    """The number of a cell: its value, how exactly it is known, its unit; 0 without unit for a cell without number."""

    value: Decimal
    half: Decimal
    unit: str
    text: str


class Grid:
    """A table, of the passages in its cells by row and column."""

    def __init__(self, passages: Sequence[Passage], cells: dict[tuple[int, int], int]) -> None:
        self.cells = cells
        self.rows = sorted({row for row, _ in cells})
        self.columns = sorted({column for _, column in cells})
        self._text = {at: passages[place].text.strip() for at, place in cells.items()}
        self._heads = {at for at, place in cells.items() if (cell := passages[place].cell) and cell.is_head}

    def text(self, row: int, column: int) -> str:
        """The text of a cell; empty where there is none."""
        return self._text.get((row, column), "")

    @cached_property
    def numbers(self) -> dict[tuple[int, int], Number | None]:
        """The number of each cell below the head; None where the cell holds other words."""
        body, units = set(self.body), {column: self.unit(column) for column in self.columns}
        named = next((column for column in self.columns if _UNITS.fullmatch(self.head(column))), -1)
        return {
            (row, column): number_in(text, units[column] or self.text(row, named))
            for (row, column), text in self._text.items()
            if row in body
        }

    @cached_property
    def body(self) -> list[int]:
        """The rows below the head."""
        marked = {row for row, _ in self._heads}
        return [row for row in self.rows if row not in marked and (marked or row != self.rows[0])]

    @cached_property
    def labels(self) -> dict[int, str]:
        """What each row of the body is called: its first text that is no number."""
        found = {}
        for row in self.body:
            texts = (self.text(row, column) for column in self.columns)
            found[row] = next((text for text in texts if text and number_in(text, "") is None), "")
        return found

    def head(self, column: int) -> str:
        """What a column is called, without its unit."""
        return _UNIT.sub("", self._head[column])

    def unit(self, column: int) -> str:
        """What a column is counted in, by its head."""
        match = _UNIT.search(self._head[column])
        return (match["unit"] or match["slash"] or "").strip() if match else ""

    @cached_property
    def _head(self) -> dict[int, str]:
        """Column → all that stands in its head."""
        rows = sorted(set(self.rows) - set(self.body))
        return {column: "".join(dict.fromkeys(self.text(row, column) for row in rows)) for column in self.columns}

    def is_summable(self, column: int) -> bool:
        """Whether the numbers of a column can be added: no rates, prices, ranks or serial numbers."""
        return not (_NO_SUM.search(self._head[column]) or is_total(self.head(column)))

    @cached_property
    def total_rows(self) -> dict[int, str]:
        """The rows of totals, and what each is called: 合计, 总计, 小计."""
        return {row: label for row, label in self.labels.items() if is_total(label)}

    @cached_property
    def total_columns(self) -> list[int]:
        """The columns of totals."""
        return [column for column in self.columns if is_total(self.head(column))]


def number_in(text: str, unit: str) -> Number | None:
    """The number of a cell, in its own unit or that of its column; None for other words.

    >>> number_in("1,234", "户"), number_in("9.75亿元", "").value, number_in("甲社区", "")
    (Number(value=Decimal('1234'), half=Decimal('0'), unit='户', text='1,234'), Decimal('975000000.00'), None)
    """
    if _NOTHING.fullmatch(text):
        return Number(Decimal(0), Decimal(0), "", "")
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    written = match["unit"].strip() or unit
    scaled = _SCALED.match(written)
    worth = SCALES[scaled[1]] if scaled else Decimal(1)
    number = Decimal(match["number"].replace(",", "").replace("，", ""))
    places = -int(number.as_tuple().exponent)
    half = Decimal(0) if not places and worth == 1 else worth.scaleb(-places) / 2
    value = number * worth * (-1 if match["sign"] else 1)
    return Number(value, half, scaled[2] if scaled else written, text.strip())
