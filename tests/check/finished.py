"""Finished documents for the checks of the page: one of ours with everything in it, and what is found in it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from renmin_docs import Chapter, Organization, Point, WorkReport
from renmin_docs.check import page_findings
from renmin_docs.ooxml.package import parse_package
from renmin_docs.report.closing import Imprint
from renmin_docs.report.header import Header
from renmin_docs.report.sections import Attachment
from renmin_docs.report.tables import Table
from tests.templates import packed, parts_of

if TYPE_CHECKING:
    from renmin_docs.check.rules import PageFinding

TEXT = "街道坚持以人民为中心的发展思想，统筹推进“两新”各项重点工作，持续提升治理效能和服务水平。"
LONG = 40
"""Rows of a table that no page holds."""


def whole_report(**parts) -> WorkReport:
    """A report with every element that the standard knows; parts may be replaced, or left out with None."""
    table = Table(
        columns=["名称", "数量"], rows=[[f"项目{row}", "3"] for row in range(LONG)], caption="项目", unit="个"
    )
    inner = [
        TEXT,
        Point(heading="投资", body=[TEXT, Point(heading="入库", body=TEXT * 3), Point(lead="开工", body=TEXT)]),
    ]
    body = [
        Point(heading="底线工作", body=[*inner, Point(lead="产业", body=TEXT)]),
        Point(lead="民生", body=TEXT),
        table,
    ]
    given = {
        "organization": Organization(name="人民街道", issuer="人民街道办事处"),
        "year": 2022,
        "addressee": "各社区，各科室",
        "introduction": [TEXT, TEXT],
        "achievements": Chapter(heading="工作情况", body=body),
        "difficulties": Chapter(series="ordinal", body=[Point(lead="缺口", body=TEXT), Point(lead="缺编", body=TEXT)]),
        "plans": Chapter(body=[TEXT, TEXT]),
        "conclusion": TEXT,
        "issue_date": date(2022, 12, 20),
        "note": "此件公开发布",
        "attachments": [Attachment(title="重点项目清单", body=[TEXT]), Attachment(title="名单", body=[TEXT])],
        "header": Header(number="人办发〔2022〕8号", classification="秘密", urgency="特急", copy_number="1"),
        "imprint": Imprint(copied_to=["县委办公室", "县政府办公室"], printed_by="人民街道党政办公室"),
    }
    return WorkReport(**{key: value for key, value in {**given, **parts}.items() if value is not None})


@cache
def whole_document() -> dict[str, bytes]:
    """The parts of that report, printed."""
    return parts_of(whole_report().to_bytes())


def edited(*edits: tuple[str, str, str]) -> bytes:
    """That document with texts of its parts replaced: (part, old, new), each everywhere."""
    new = {name: content.decode() for name, content in whole_document().items()}
    for part, old, text in edits:
        assert old in new[part], old
        new[part] = new[part].replace(old, text)
    return packed({name: content.encode() for name, content in new.items()})


def found(data: bytes) -> list[PageFinding]:
    return page_findings(parse_package(data))


def rules(data: bytes) -> list[str]:
    return [each.finding.rule for each in found(data)]
