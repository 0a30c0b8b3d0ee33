"""What an office would write without the library: YAML, a pydantic model of the same shape, docxtpl.

python plain_script.py report.yaml out.docx
"""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import yaml
from docxtpl import DocxTemplate
from pydantic import BaseModel, ConfigDict, Field

TEMPLATE = Path(__file__).parents[2] / "templates" / "work_report.docx"
DIGITS = "〇一二三四五六七八九十"


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Organization(Model):
    name: str
    issuer: str


class Total(Model):
    total: str
    parts: dict[str, str]


class Growth(Model):
    value: str
    previous: str


class Section(Model):
    heading: str = ""
    series: Literal["numbered", "ordinal", "plain"] = "numbered"
    inline: bool = False
    body: str | list[str | Point] = Field(default_factory=list)

    @property
    def items(self) -> list[str | Point]:
        return [self.body] if isinstance(self.body, str) else self.body


class Point(Section):
    lead: str = ""


class Report(Model):
    organization: Organization
    year: int
    issue_date: date
    figures: dict[str, str | Total | Growth]
    introduction: str
    achievements: Section
    difficulties: Section
    plans: Section


Section.model_rebuild()


# --- figures ----------------------------------------------------------------------------------


def written(report: Report, text: str) -> str:
    """The text with its figures."""
    return re.sub(r"\{(\w+)(?::(\w+))?\}", lambda match: figure(report.figures[match[1]], match[2] or ""), text)


def figure(value: str | Total | Growth, style: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Total):
        parts = "、".join(name + part for name, part in value.parts.items())
        return f"{value.total}，其中{parts}" if style == "其中" else value.total
    return growth(value) if style == "同比" else value.value


def growth(value: Growth) -> str:
    new, old = (Decimal(re.sub(r"[^\d.]", "", text)) for text in (value.value, value.previous))
    rate = round((new / old - 1) * 100, 2)
    return f"同比{'增长' if rate >= 0 else '下降'}{abs(rate).normalize():f}%"


# --- blocks -----------------------------------------------------------------------------------


def mark(rung: int, number: int) -> str:
    chinese = DIGITS[number]
    return (f"{chinese}、", f"（{chinese}）", f"{number}.", f"（{number}）")[rung]


def blocks(report: Report) -> list[dict[str, Any]]:
    found = [block("introduction", text=written(report, report.introduction))]
    for number, chapter in enumerate((report.achievements, report.difficulties, report.plans), 1):
        found.append(block("heading_1", mark=mark(0, number), text=chapter.heading, level=1))
        found += body(report, chapter, 1)
    return [
        *found,
        block("issuer"),
        block("issuer", text=report.organization.issuer),
        block("issue_date", text=day(report)),
    ]


def day(report: Report) -> str:
    return f"{report.issue_date.year}年{report.issue_date.month}月{report.issue_date.day}日"


def body(report: Report, section: Section, rung: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    number = 0
    for item in section.items:
        if isinstance(item, str):
            found.append(block("paragraph", text=written(report, item)))
            continue
        number += 1
        found += point(report, section, item, rung, number)
    return [block("inline", points=found)] if section.inline else found


def point(report: Report, section: Section, item: Point, rung: int, number: int) -> list[dict[str, Any]]:
    numbered = section.series == "numbered"
    given = {"mark": mark(rung, number) if numbered else DIGITS[number] + "是", "level": rung + 1 if numbered else 0}
    if item.heading:
        return [block(f"heading_{rung + 1}", text=item.heading, **given), *body(report, item, rung + 1)]
    return [block("point", lead=item.lead + "。", text=written(report, str(item.body)), **given)]


def block(kind: str, **content: Any) -> dict[str, Any]:
    return {"kind": kind, "mark": "", "lead": "", "text": "", "level": 0, "points": [], **content}


def main(source: str, target: str) -> None:
    with Path(source).open("rb") as file:
        report = Report.model_validate(yaml.load(file, yaml.CSafeLoader))
    name, year = report.organization.name, report.year
    template = DocxTemplate(TEMPLATE)
    values = {
        "title": f"{name}{year}年工作总结和{year + 1}年工作打算",
        "issuer": report.organization.issuer,
        "issue_date": day(report),
        "blocks": blocks(report),
    }
    template.render(values, autoescape=True)
    template.save(target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
