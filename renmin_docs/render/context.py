"""What a template sees: its variables, described once, and made from a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.render.lines import balanced
from renmin_docs.report.periods import next_period
from renmin_docs.standard.page import GRID_A
from renmin_docs.standard.signature import half_indents

if TYPE_CHECKING:
    from datetime import date

    from renmin_docs.render.blocks import Printer
    from renmin_docs.report.models import WorkReport

Shape: TypeAlias = "str | dict[str, Shape] | list[Shape]"
"""A variable's description (text), or the shapes of what it holds."""

POINT: dict[str, Shape] = {
    "mark": "序号: the point's mark, e.g. 一是",
    "lead": "引题: its run-in heading with its mark, e.g. 资金缺口较大。",
    "text": "正文: the text behind it",
}

VARIABLES: dict[str, Shape] = {
    "title": "标题: the title, broken over its lines",
    "organization": "单位: the organisation's name",
    "issuer": "发文机关署名: the name that signs",
    "issue_date": "成文日期: the date, e.g. 2022年12月20日; empty in a report that is not signed",
    "year": "年度: the year, e.g. 2022",
    "period": "时段: the period, e.g. 2022年上半年",
    "next_period": "下一时段: the period after it",
    "blocks": [
        {
            "kind": "种类: heading_1 … heading_4, point, inline, paragraph, introduction, conclusion",
            "mark": "序号: the mark, e.g. （一）; empty where there is none or Word makes it",
            "lead": "引题: of a point: its run-in heading, with its 。",
            "text": "正文: the text of the block",
            "level": "层次: of headings and numbered points, from 1; 0 for others",
            "points": [POINT],
        }
    ],
}
"""Every variable of a template. `{{ name }}` prints it; lists are looped over."""
# Beside these, `prepare` puts tags of the engine's own into paragraphs' properties: `signature` (right
# indents in twips) and `list_num`, `list_level`, `keep_next` of a block. They are not for templates.


_HALF_CHARACTER = GRID_A.character.twips // 2


def context_of(report: WorkReport, printer: Printer) -> dict[str, Any]:
    """The values of `VARIABLES` for a report."""
    issue_date = "" if report.issue_date is None else write_date(report.issue_date)
    return {
        "title": balanced(printer.text(report.title)),
        "organization": report.organization.name,
        "issuer": report.organization.issuer,
        "issue_date": issue_date,
        "year": str(report.year),
        "period": report.period,
        "next_period": next_period(report.period),
        "blocks": printer.blocks,
        "signature": _signature(report.organization.issuer, issue_date),
    }


def _signature(issuer: str, issue_date: str) -> dict[str, int]:
    issuer_indent, date_indent = half_indents(issuer, issue_date)
    return {"issuer": issuer_indent * _HALF_CHARACTER, "issue_date": date_indent * _HALF_CHARACTER}


def write_date(day: date) -> str:
    """A date in full, without zero padding. Source: GB/T 9704-2012, 7.3.5.4.

    >>> from datetime import date
    >>> write_date(date(2022, 12, 5))
    '2022年12月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
