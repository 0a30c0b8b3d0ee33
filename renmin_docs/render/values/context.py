"""What a template sees: its variables, described once, and made from a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.errors import Finding, ReportError
from renmin_docs.render.values.dates import write_date
from renmin_docs.render.values.first_page import lines_of, require_text
from renmin_docs.render.values.header import header_of
from renmin_docs.render.values.imprint import imprint_of
from renmin_docs.report.periods import next_period
from renmin_docs.standard.page import GRID_A
from renmin_docs.standard.signature import half_indents
from renmin_docs.standard.title_lines import balanced
from renmin_docs.vocabulary import VALUES
from renmin_docs.vocabulary.report import BODY_ITEMS

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Printer
    from renmin_docs.render.values.own_names import Own
    from renmin_docs.report.models import WorkReport
    from renmin_docs.vocabulary.key import Line, Place

Shape: TypeAlias = "str | dict[str, Shape] | list[Shape] | Own"
"""A variable's description (text), or the shapes of what it holds; of an office's own names only a report tells."""

POINT: dict[str, Shape] = {
    "mark": "序号: the point's mark, e.g. 一是",
    "lead": "引题: its run-in heading with its mark, e.g. 资金缺口较大。",
    "text": "正文: the text behind it",
}


def _described(place: Place) -> dict[str, str]:
    """What the values at a place of the page are."""
    return {key: f"{row.term}: {row.line.en}{_signs(row.line)}" for key, row in VALUES[place].items()}


def _signs(line: Line) -> str:
    signs = line.opening + line.closing
    is_variable = line.place in ("header", "below_title", "imprint") and not line.is_shared
    return (f", with {signs}" if signs else "") + ("; empty where the report has none" if is_variable else "")


VARIABLES: dict[str, Shape] = {
    "title": "题目: the title, broken over its lines",
    **_described("below_title"),
    "organization": "单位: the organisation's name, e.g. 人民街道",
    "issuer": "发文机关署名: the name that signs, e.g. 人民街道办事处",
    "issue_date": "成文日期: the date, e.g. 2022年12月20日; empty in a report that is not signed",
    "year": "年度: the year, e.g. 2022",
    "period": "时段: the period, e.g. 2022年上半年",
    "next_period": "下一时段: the period after it",
    "addressee": "主送机关: the organs with their colon; empty where there are none",
    "contents": "是否要目录: whether the report has a contents page, which is a field of Word's",
    "header": {
        **_described("header"),
        "blank_rows": ["空行: the rows up to three that these leave free; each is empty"],
        "issuers": [{"name": "发文机关标志: the organ's name; empty on pre-printed paper"}],
        "joint": "是否联合行文: whether there are several organs",
        "signatory_rows": [
            {
                "number": "发文字号: the document number on the last row, empty on the others",
                "label": "“签发人：”字样: the label on the first row, as much space on the others",
                "names": "签发人姓名: one or two names",
            }
        ],
        "preprinted": "是否用预印红头纸: whether the paper brings mark and red rule",
    },
    "imprint": {
        **_described("imprint"),
        "print_date": "印发日期: the print date, e.g. 2022年12月21日印发",
    },
    "blocks": [
        {
            "kind": "种类: the kind of block, one of those below",
            "mark": "序号: the mark, e.g. （一）; empty where there is none or Word makes it",
            "lead": "引题: of a point: its run-in heading, with its 。",
            "text": "正文: the text of the block",
            "level": "层次: of headings and numbered points, from 1; 0 for others",
            "points": [POINT],
            "table": "表格: a table, in the place of its paragraph",
            "picture": "图片: a picture, in the place of its run",
        }
    ],
}
"""Every variable of a template, each with its Chinese term and what it is. `{{ name }}` prints it; lists are
looped over. The page docs/template-variables.md is made of it."""
# Beside these, `preparing.engine_tags` and `layout_tags` put tags of the engine's own into paragraphs' properties:
# `signature` (right indents in twips), sizes of `header` and `imprint`, `sections`, `native_numbers`, and the keys of a
# block that `blocks.Block` names. They are not for templates.

ITEMS = {"blocks": "block", "points": "point", "issuers": "issuer", "signatory_rows": "row", "blank_rows": "row"}
"""List → what the library's templates call an item of it."""

OPTIONAL = frozenset(("organization", "year", "period", "next_period", "label"))
"""Texts that a template need not print: they stand in others, or say nothing of the report's own."""

TEXT_KINDS: dict[str, str] = {
    "heading_1": "一级标题: a chapter's heading",
    "heading_2": "二级标题: a heading of the second level",
    "heading_3": "三级标题: a heading of the third level",
    "heading_4": "四级标题: a heading of the fourth level",
    **_described("above_chapters"),
    "paragraph": "正文: a paragraph",
    "point": "要点: a point behind its mark and lead",
    "inline": "同段要点: several points in one paragraph",
    **_described("below_chapters"),
}
"""Kinds of blocks of the text."""

OFFICIAL_KINDS: dict[str, str] = {
    **{part.kind: f"{part.zh}: {part.en}" for parts in BODY_ITEMS.values() for part in parts},
    "attachment_item": "附件说明: an attachment's name, behind its `lead` (附件：1.)",
    "issuer": "发文机关署名: the organ that signs without a seal",
    "issuers": "加盖印章的发文机关署名: a row of organs under seals",
    "position": "签发人职务: the position beside a signature stamp",
    "issue_date": "成文日期: the date of the document",
    **_described("behind_signature"),
    "attachment_label": "附件序号: an attachment's label, on a new page",
    "attachment_title": "附件标题: an attachment's title",
}
"""Kinds of blocks beside those of the text. One that a report needs must be asked for in the template:
`{%p if block.kind == "table" %}`. The signature's come only to a template that asks for `issuer`."""

KIND_NAMES = {text.partition(":")[0]: kind for kind, text in {**TEXT_KINDS, **OFFICIAL_KINDS}.items()}
"""Chinese name of a kind → the kind; a condition may have either."""

_HALF_CHARACTER = GRID_A.character.twips // 2


def context_of(report: WorkReport, printer: Printer) -> dict[str, Any]:
    """The values of `VARIABLES` for a report."""
    issue_date = "" if report.issue_date is None else write_date(report.issue_date)
    title, addressee = balanced(printer.text(report.title)), _addressee(report.addressee)
    below = printer.values("below_title", report)
    lines = lines_of("\n".join(filter(None, (title, *below.values()))), addressee, printer.blocks)
    (issuer_indent,), date_indent = half_indents((report.organization.issuer,), issue_date)
    _, header, imprint = all_of(
        lambda: require_text(lines) if report.addressee else None,
        lambda: header_of(report, printer, lines),
        lambda: imprint_of(report, printer),
    )
    return {
        "title": title,
        **below,
        "organization": report.organization.name,
        "issuer": report.organization.issuer,
        "issue_date": issue_date,
        "year": str(report.year),
        "period": report.period,
        "next_period": next_period(report.period),
        "addressee": addressee,
        "contents": report.contents,
        "header": header,
        "imprint": imprint,
        "blocks": printer.blocks,
        "signature": {"issuer": issuer_indent * _HALF_CHARACTER, "issue_date": date_indent * _HALF_CHARACTER},
    }


def all_of(*parts: Callable[[], Any]) -> list[Any]:
    """What each part gives.

    Raises:
        ReportError: Some are at fault; the findings of all of them.
    """
    made: list[Any] = []
    findings: list[Finding] = []
    for part in parts:
        try:
            made.append(part())
        except ReportError as error:
            findings += error.findings
    if findings:
        raise ReportError(*findings)
    return made


def _addressee(names: tuple[str, ...]) -> str:
    """The organs with their full-width colon (7.3.2); one that is typed is not doubled."""
    text = "，".join(names)
    return text if not text or text.endswith(("：", ":")) else text + "："
