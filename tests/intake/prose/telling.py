"""What a report that was read says of itself, line by line, and what may not be lost of a text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.numerals import MARK_FORMS, ordinal
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.context import write_date
from renmin_docs.report.sections import Point
from renmin_docs.report.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs import WorkReport
    from renmin_docs.intake.prose.reading import Reading
    from renmin_docs.report.sections import Section
    from renmin_docs.report.tables import Column

LAYOUTS = Path(__file__).parent / "layouts"
_PART = "=== 读作 ===\n"


class Layout(NamedTuple):
    """A text and the truth about it."""

    text: str
    truth: list[str]


def layout(name: str) -> Layout:
    """The layout of a file: a text, and below the line the outline that it has."""
    text, truth = (LAYOUTS / f"{name}.txt").read_text(encoding="utf-8").split(_PART)
    return Layout(text, truth.splitlines())


def told(reading: Reading) -> list[str]:
    """A reading as the files of layouts write it."""
    report = reading.report
    lines = [
        *_head(report),
        f"标题 {report.title.replace(chr(10), '/')}",
        f"年度 {report.year} {report.organization.name}",
    ]
    if report.period != f"{report.year}年":
        lines[-1] += f" {report.period}"
    lines[-1:-1] = [f"副题 {line}" for line in filter(None, report.subtitle.split(chr(10)))]
    lines += [f"主送 {'，'.join(report.addressee)}"] if report.addressee else []
    lines += [f"段落 {_short(text)}" for text in report.introduction]
    for number, (path, chapter) in enumerate(report.placed_chapters(), 1):
        kind = f"others/{chapter.after}" if chapter.after else path.partition("[")[0]
        lines.append(f"{MARK_FORMS[report.marks[0]].write(number)} {kind} {chapter.heading}")
        lines += _section(report, chapter, 1)
    lines += [f"段落 {_short(text)}" for text in report.conclusion]
    if report.issue_date:
        issuers = report.signature.issuers or (report.organization.issuer,)
        lines.append(f"署名 {' '.join(issuers)} {report.issue_date}")
    lines += [f"附注 {report.note}"] if report.note else []
    for attachment in report.attachments:
        lines += [f"附件 {attachment.title}", *_section(report, attachment, 1)]
    lines += _imprint(report)
    rules = dict.fromkeys(note.rule for note in reading.notes)
    return [*lines, *([f"提示 {' '.join(rules)}"] if rules else [])]


def _head(report: WorkReport) -> Iterator[str]:
    head = report.header
    if head is not None:
        mark = "、".join(head.issuers or (report.organization.issuer,)) + head.suffix
        secret = "★".join(filter(None, (head.classification, head.classification_period)))
        signed = f"签发人：{'、'.join(head.signatories)}" if head.signatories else ""
        yield " ".join(filter(None, ("版头", head.number, mark, head.copy_number, secret, head.urgency, signed)))


def _imprint(report: WorkReport) -> Iterator[str]:
    imprint = report.imprint
    if imprint is not None:
        yield from [f"抄送 {'，'.join(imprint.copied_to)}"] if imprint.copied_to else []
        yield f"印发 {imprint.printed_by or report.organization.issuer} {imprint.print_date or report.issue_date}"


def _section(report: WorkReport, section: Section, rung: int) -> Iterator[str]:
    number = 0
    for item in section.body:
        if isinstance(item, Table):
            yield f"表 {' '.join(map(heading_told, item.columns))} {len(item.rows)}"
            continue
        if not isinstance(item, Point):
            yield f"段落 {_short(item)}"
            continue
        number += 1
        yield f"{_mark(report, section, rung, number)} {_point(section, item)}"
        start = 0 if item.heading or not item.body or isinstance(item.body[0], Point) else 1
        rest = item.altered(body=item.body[start:])
        yield from () if section.inline else _section(report, rest, rung + (section.series == "numbered"))


def heading_told(column: Column) -> str:
    """A heading, with those below it in brackets."""
    return column.heading + (f"（{'、'.join(map(heading_told, column.columns))}）" if column.columns else "")


def _mark(report: WorkReport, section: Section, rung: int, number: int) -> str:
    if section.series == "numbered":
        return MARK_FORMS[report.marks[rung]].write(number)
    return ordinal(number) if section.series == "ordinal" else "-"


def _point(section: Section, point: Point) -> str:
    first = str(point.body[0]) if point.body else ""
    if section.inline:
        return f"并列 {point.lead + '。' if point.lead else _short(first)}"
    if point.heading:
        return f"标题 {point.heading}"
    return f"引题 {point.lead}" if point.lead else f"段落 {_short(first)}"


def agree(line: str, truth: str) -> bool:
    """Whether a line says what the truth says; of running text the truth has only the beginning."""
    return line.startswith(truth) if re.match(r"(?:\S+ )?(?:段落|并列) ", truth) else line == truth


def _short(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")


def printed_text(report: WorkReport) -> str:
    """All that the document shows, a line for each paragraph, the title first."""
    printer = Printer(report)
    lines = [printer.text(report.title), *([f"{'，'.join(report.addressee)}："] if report.addressee else [])]
    for block in printer.blocks:
        parts = block["points"] or (block,)
        lines += ["".join(part["mark"] + part["lead"] + part["text"] for part in parts)]
    if report.issue_date:
        lines += [report.organization.issuer, write_date(report.issue_date)]
    return "\n".join(lines)


def body_text(report: WorkReport) -> str:
    """The printed paragraphs between title and signature."""
    signature = 2 if report.issue_date else 0
    lines = printed_text(report).split("\n")[report.title.count("\n") + 1 :]
    return "\n".join(lines[: len(lines) - signature])


def plain(text: str) -> str:
    """The characters of a text, without spaces."""
    return re.sub(r"\s+", "", text)
