"""The reports that are measured, and what other libraries get of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from renmin_docs import Chapter, Organization, Point, WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.render.values.context import context_of

SEED = Path(__file__).parents[2] / "examples" / "renmin_2022.yaml"
TEMPLATE = find("work_report")

_SENTENCE = "街道坚持以人民为中心的发展思想，统筹推进各项重点工作，持续提升治理效能和服务水平，"
_UNDER_A_HEADING = 9


def seed() -> WorkReport:
    """The example report: 27 blocks, its figures in its texts."""
    return WorkReport.load(SEED)


def different(count: int) -> list[WorkReport]:
    """Reports like the example's, no two with the same texts, so that nothing is gained by remembering one."""
    text = seed().model_dump_json()
    return [WorkReport.model_validate_json(text.replace("街道", f"街道{number}号")) for number in range(count)]


def sized(paragraphs: int) -> WorkReport:
    """A report with so many paragraphs of about 130 characters; one in ten is a heading, two have a figure."""
    points = []
    for first in range(0, paragraphs, _UNDER_A_HEADING + 1):
        under = min(_UNDER_A_HEADING, paragraphs - first - 1)
        points.append(Point(heading=f"做好第{first}项工作", body=[_paragraph(first + n) for n in range(under)]))
    return WorkReport(
        organization=Organization(name="人民街道"),
        year=2022,
        figures={"shops": "600余家", "visits": "近1.5万人次"},
        achievements=Chapter(body=points),
        issue_date=date(2022, 12, 20),
    )


def _paragraph(number: int) -> str:
    figure = ("走访{shops}。", "服务{visits}。", "全部办结。", "成效明显。", "群众满意。")[number % 5]
    return f"第{number}段：{_SENTENCE * 3}{figure}"


def context(report: WorkReport) -> dict[str, Any]:
    """The values of the template's variables, ready: what the other ways start from."""
    printer = Printer(report)
    printer.blocks += closing_blocks(report, printer)
    engine_s = {"signed_in_loop": True, "sections": {}, "last_section": "", "native_numbers": False}
    return {**context_of(report, printer), **engine_s}
