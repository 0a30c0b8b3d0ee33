"""What follows the text: 附件说明, signature, note, and the attachments. Source: GB/T 9704-2012, 7.3.4–7.3.7."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding, ReportError
from renmin_docs.messages.shown import quote
from renmin_docs.render.values.blocks import Block, Printer, Seals, block, printed_lines
from renmin_docs.render.values.dates import write_date
from renmin_docs.standard.page import GRID_A, TYPE_AREA_WIDTH
from renmin_docs.standard.signature import (
    BLANK_LINES,
    SEAL_MIDDLE,
    half_indents,
    in_even_lines,
    seal_lines,
    seal_rows,
    stamped_half_indents,
)
from renmin_docs.standard.text_width import LINE, half_widths
from renmin_docs.units import Length

if TYPE_CHECKING:
    from renmin_docs.report.closing import Signature
    from renmin_docs.report.models import WorkReport

SIGNATURE_KIND = "issuer"
"""A template that asks for blocks of this kind has the signature in its loop; another prints it by itself."""

_LABEL = "附件"
_MOST_KEPT_LISTED = 8
"""Lines of a last paragraph with the 附件说明 that keeps with it: more would leave too much of a page empty."""
_HALF_CHARACTER = GRID_A.character.twips // 2
_INDENT = 4
"""Halves of a 字 before 附件： (7.3.4)."""


def closing_blocks(report: WorkReport, printer: Printer) -> list[Block]:
    """All blocks behind the text, in printed order.

    What is signed keeps with the signature: the text's last paragraph; or the last line of 附件说明, and all of it
    with the paragraph where that is little (7.3.5).
    """
    titles = [printer.text(attachment.title) for attachment in report.attachments]
    listed = [*_attachment_items(report, titles)]
    behind = printer.values("behind_signature", report).items()
    notes = [block(key, key, text=text) for key, text in behind if text]
    signed = [*signature_blocks(report), *(notes or _foot(report))] if report.issue_date else notes
    text = printer.blocks[-1]
    if listed:
        text["keep_next"] = sum(map(printed_lines, (text, *listed))) <= _MOST_KEPT_LISTED
    kept = listed[:-1] if text["keep_next"] else listed[:1]
    for each in (*kept, *(listed[-1:] if report.issue_date else ()), *signed[:-1]):
        each["keep_next"] = True
    return [*listed, *signed, *_attachment_pages(report, printer, titles)]


def _foot(report: WorkReport) -> Iterator[Block]:
    """An empty line below the date where the seal reaches down to it; a note takes its place."""
    if report.signature.kind == "sealed":
        yield from _blank("issue_date", seal_lines(report.signature.seal_size).below)


def _blank(kind: str, lines: int = 1) -> Iterator[Block]:
    """Empty lines, of the kind that follows them."""
    for _ in range(lines):
        yield _at(kind, "")


def _at(kind: str, text: str, *, left: int = 0, right: int = 0, hanging: int = 0) -> Block:
    """A block with indents, in halves of a 字."""
    twips = _HALF_CHARACTER
    return {**block(kind, text=text), "left": left * twips, "right": right * twips, "hanging": hanging * twips}


# --- attachments ------------------------------------------------------------------------------


def _attachment_items(report: WorkReport, titles: list[str]) -> Iterator[Block]:
    """附件说明: one empty line, then each name; several are numbered, and a wrapped one aligns with its beginning.

    The title of an attachment that is bound elsewhere stands here alone.
    """
    if titles:
        yield from _blank("attachment_item")
    for number, (attachment, title) in enumerate(zip(report.attachments, titles, strict=True), 1):
        label = f"{_LABEL}：" if number == 1 else ""
        mark = f"{number}." if len(titles) > 1 else ""
        hanging = half_widths(label + mark)
        left = _INDENT + half_widths(f"{_LABEL}：" + mark)
        path = f"attachments[{number - 1}].title" if attachment.is_apart else ""
        item = _at("attachment_item", title, left=left, hanging=hanging)
        yield {**item, "lead": label + mark, "path": path}


def _attachment_pages(report: WorkReport, printer: Printer, titles: list[str]) -> Iterator[Block]:
    """Each attachment that is bound with the text: its label on line 1, its title on line 3, its body."""
    for number, (attachment, title) in enumerate(zip(report.attachments, titles, strict=True), 1):
        if attachment.is_apart:
            continue
        path = f"attachments[{number - 1}]"
        body = printer.attachment(attachment, path)
        label = _LABEL if len(titles) == 1 else f"{_LABEL}{number}"
        yield block("attachment_label", text=label)
        yield from _blank("attachment_title")
        yield block("attachment_title", f"{path}.title", text=title)
        yield from _blank("attachment_title")
        yield from body


# --- signature --------------------------------------------------------------------------------


def signature_blocks(report: WorkReport) -> Iterator[Block]:
    """Empty lines, organs and date, as the kind of the signature wants them.

    Raises:
        ReportError: A name is longer than its line.
    """
    assert report.issue_date is not None  # noqa: S101 - the caller has looked
    signature, day = report.signature, write_date(report.issue_date)
    issuers = list(signature.issuers or (report.organization.issuer,))
    if signature.kind == "sealed":
        place = "signature.issuers" if signature.issuers else "organization.issuer"
        yield from _sealed(issuers, day, place, signature)
        return
    yield from _blank(SIGNATURE_KIND, BLANK_LINES[signature.kind])
    yield from _stamped(signature, day) if signature.kind == "stamped" else _unsealed(issuers, day)


def _unsealed(issuers: list[str], day: str) -> Iterator[Block]:
    lines = list(map(in_even_lines, issuers))
    indents, date_indent = half_indents(lines, day)
    for issuer, indent in zip(lines, indents, strict=True):
        yield _at("issuer", issuer, right=indent)
    yield _at("issue_date", day, right=date_indent)


def _sealed(issuers: list[str], day: str, place: str, signature: Signature) -> Iterator[Block]:
    _require_lines(issuers, LINE, place)
    lines = seal_lines(signature.seal_size)
    rows, centers, date_right = seal_rows(issuers, day, signature.seal_size)
    start = 0
    for row in rows:
        yield from _blank(SIGNATURE_KIND, lines.between if start else lines.above)
        names = "".join("\t" + name for name in issuers[start : start + row])
        made: Block = {**block("issuers", text=names), "centers": list(map(_from_left, centers[-row:]))}
        yield _under_seals(made, signature, start, start + row, SEAL_MIDDLE)
        start += row
    yield _at("issue_date", day, right=date_right)


def _from_left(center: int) -> int:
    """A tab stop in twips; halves of a 字 count from the right edge, as those of the date do."""
    return TYPE_AREA_WIDTH.twips - (LINE - center) * _HALF_CHARACTER


def _under_seals(made: Block, signature: Signature, start: int, stop: int, middle: Length) -> Block:
    """A block with the pictures of the seals that `layout` sets upon it, if there are any."""
    seals = signature.seal[start:stop]
    if not seals:
        return made
    path = f"signature.seal[{start}]" if len(signature.seal) > 1 else "signature.seal"
    return {**made, "path": path, "content": Seals(seals, signature.seal_size, middle)}


def _stamped(signature: Signature, day: str) -> Iterator[Block]:
    stamp, positions = signature.seal_size, signature.positions
    center = _from_left(LINE - stamped_half_indents("", stamp)[1]) - stamp.twips // 2
    _require_lines(list(positions), LINE - stamped_half_indents("", stamp)[0], "signature.positions")
    for number, position in enumerate(positions):
        yield from _blank(SIGNATURE_KIND, int(number > 0))
        right, date_right = stamped_half_indents(position, stamp)
        made: Block = {**_at("position", position, right=right), "centers": [center]}
        yield _under_seals(made, signature, number, number + 1, Length(GRID_A.pitch // 2))
    yield from _blank(SIGNATURE_KIND)
    yield _at("issue_date", day, right=date_right)


def _require_lines(names: list[str], halves: int, place: str) -> None:
    findings = [
        Finding("issuer_long", f"{place}[{index}]" if len(names) > 1 else place, quote(name), str(halves // 2))
        for index, name in enumerate(names)
        if half_widths(name) > halves
    ]
    if findings:
        raise ReportError(*findings)
