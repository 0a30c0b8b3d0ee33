"""The law that no text is lost: a cleaned text and what its report prints, held side by side."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.intake.prose.cleaning import clean
from renmin_docs.intake.prose.dividing import parted
from renmin_docs.intake.prose.marks import mark_at
from renmin_docs.intake.prose.paragraphs import lines_of
from renmin_docs.intake.prose.wrapping import joined
from renmin_docs.render.values.blocks import Printer
from renmin_docs.report.sections import Section
from renmin_docs.report.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renmin_docs import WorkReport
    from renmin_docs.intake.prose.reading import Reading

_DATE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])(?:成文)?(?:日\s?期|时\s?间)[：:]\s?)?"
    r"(?:\d{4}[年./．-]\s?(?:\d{1,2}|元)\s?[月./．-]\s?\d{1,2}[日号]?"
    r"|[一二三四五六七八九〇零○O０0]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日)"
)
_SITE = re.compile(r"\s*[-_|—–－]+\s*[^-_|—–－\s]{2,40}\Z")


class Part(NamedTuple):
    """A piece of what is printed: a text, whether it has a mark before it, and the kind of its block."""

    text: str
    is_marked: bool
    kind: str = ""


def lost(text: str, reading: Reading, cleaning: tuple[str, ...] | None = None) -> str:
    """Where the first character of the cleaned text that the report does not print stands; nothing if none is lost.

    Marks, repeated titles and dates are written anew, and so are no loss; a run-in heading may get its 。, a row of
    a table the | before it.
    """
    reading = reading._replace(report=_with_rows(reading.report))
    left = _without_ends(text, reading, cleaning)
    at = 0
    rules = [note.rule for note in reading.notes]
    parts = _parts(reading)
    for number, part in enumerate(parts):
        if (
            "chapter_implied" in rules
            and part.kind == "heading_1"
            and not _stand_at(left, at, parts[number : number + 2])
        ):
            continue
        at = _behind_mark(left, _behind_spaces(left, at), part.text) if part.is_marked else at
        for character in re.sub(r"\s+", "", part.text):
            at = _behind_spaces(left, at)
            if left[at : at + 1] == character:
                at += 1
            elif character not in "。|":
                return f"{left[at : at + 20]!r} is not printed; instead {part.text[:40]!r}"
        if "line_numbered" in rules and part.kind.startswith("heading") and left[at : at + 1] == "：":
            at += 1
    return left[at:].strip()


def _with_rows(report: WorkReport) -> WorkReport:
    """The report with the rows of its tables as paragraphs, as Markdown writes them."""

    def told(section: Section) -> Section:
        body: list[object] = []
        for item in section.body:
            if isinstance(item, Table):
                lines = filter(None, (item.caption, f"单位：{item.unit}" if item.unit else ""))
                above = [[line, *[""] * (len(item.columns) - 1)] for line in lines]
                rows = (*above, [column.heading for column in item.columns], *item.rows)
                body += [f"|{'|'.join(map(str, row))}|" for row in rows]
            else:
                body.append(told(item) if isinstance(item, Section) else item)
        return section.model_copy(update={"body": tuple(body)})

    keys = ("achievements", "difficulties", "plans", "others", "attachments")
    return report.model_copy(update={key: tuple(map(told, getattr(report, key))) for key in keys})


def _without_ends(text: str, reading: Reading, cleaning: tuple[str, ...] | None) -> str:
    """The cleaned text without its title, its head, and what stands around the signature."""
    cleaned = clean(lines_of(text), cleaning)[0]
    made = parted(joined(cleaned)[0])[0]  # a title may be put together, too
    lines = [f"{each.mark} {each.text}".strip() for each in made]
    assert _characters(lines) == _characters(line.mark + line.text for line in cleaned)
    lines = _without_frame(lines, reading.report)
    report, rules = reading.report, [note.rule for note in reading.notes]
    if "title_missing" not in rules:
        title = Printer(report).text(report.title).split("\n")
        if "title_apart" in rules:  # —— may stand before it
            lines[0] = lines[0].removeprefix("——")
            if "title_repeated" in rules:  # a site's title before the report's
                lines[0] = lines[0][lines[0].find("".join(title)) :]
        torn = next((at for at, pair in enumerate(pairwise(lines)) if ["".join(pair)] == title), None)
        if torn is not None:  # within the name of the office
            lines[torn : torn + 2] = title
        places = [at for at in range(len(lines)) if _is_title(lines[at : at + len(title)], title)]
        first = next((at for at in places if lines[at : at + len(title)] == title), places[0])
        for at, part in enumerate(title, first):
            lines[at] = lines[at].removeprefix(part)
            lines[at] = lines[at].removeprefix("：") if "title_apart" in rules else lines[at]
        whole = "".join(title).replace(" ", "")
        if "lines_above_title" in rules and report.addressee:  # they are printed behind the addressee
            end = next(at for at in range(first, len(lines)) if lines[at].endswith(f"{report.addressee[-1]}：")) + 1
            lines = [*lines[first:end], *lines[:first], *lines[end:]]
        if "title_repeated" in rules:
            lines = [line for at, line in enumerate(lines) if at >= first or line[-4:] != whole[-4:]]  # a site's titles
            alike = (
                whole,
                title[-1].replace(" ", ""),  # repeated below the office that stands above it once
                "政府工作报告" if whole.endswith("政府工作报告") else whole,
                re.sub(r"\A(?:19|20)\d\d年?度?", "", whole),
            )
            lines = [
                ""
                if _plain(_SITE.sub("", line)) in map(_plain, alike)
                else re.sub(rf"\A(?:\s*{re.escape(whole)})+", "", line)
                for line in lines
            ]
            lines = [line for line in lines if not re.fullmatch(r"[-_|—–－]+\s*\S{1,20}", line)]
    return "\n".join(filter(None, lines))


def _plain(line: str) -> str:
    """A title without spaces, and without 年, which a page leaves out of one of two."""
    return line.replace(" ", "").replace("年", "")


def _without_frame(lines: list[str], report: WorkReport) -> list[str]:
    """The lines without those at both ends that say no more than the keys of a report which aren't paragraphs."""
    texts = [text for text in _said(report) if text]
    said = sorted(map(_bare, texts), key=len)
    dates = 1 + (report.imprint is not None) + sum(len(_DATE.findall(text)) for text in texts)
    kept = [text for text in report.conclusion if len(lines) > 1]
    text, stop, tail = lines[-1].rpartition("。")
    if report.issue_date and text and _DATE.search(tail):  # a signature that is glued to the text
        lines = [*lines[:-1], text + stop, tail]
    while (report.issue_date or report.attachments or report.imprint) and len(lines) > 1:
        others = [at for at in range(len(lines)) if lines.count(lines[at]) > kept.count(lines[at])]
        last = others[-1] if others else 0
        dates -= _DATE.search(lines[last]) is not None
        if not others or dates < 0 or _unsaid(lines[last], said):
            break
        del lines[last]
    if report.header:
        number = _bare(report.header.number)
        end = 1 + next((at for at, line in enumerate(lines[:12]) if number in _bare(line)), 11)  # organs are above it
        title = report.title.split("\n")
        first = next((at for at in range(end) if lines[at : at + len(title)] == title), end)  # may be the mark's words
        own = range(first, first + len(title))
        lines = [line for at, line in enumerate(lines) if at >= end or at in own or _unsaid(line, said)]
    return lines


def _said(report: WorkReport) -> Iterator[str]:
    """What the keys around the text say, each as often as it may stand in a text."""
    yield from report.signature.issuers or [report.organization.issuer] * bool(report.issue_date)
    yield from (*report.note.split("）（"), *(f"附件{n}" for n in "12345678一二三四五六七八"), "附件", "附件", "附")
    for each in report.attachments:
        yield from (each.title, each.title, *map(str, each.body))
    if imprint := report.imprint:
        yield from ("抄送", "报", "印发", *imprint.copied_to, imprint.printed_by or report.organization.issuer)
    if header := report.header:
        yield from (*header.number.split("〕"), header.copy_number, header.classification, header.classification_period)
        yield from (*header.signatories, "签发人", header.urgency, "文件")
        yield from ("文号", "份号", "密级", "紧急程度", "第")
        yield from header.issuers or [report.organization.issuer]


def _unsaid(line: str, said: list[str]) -> str:
    """What of a line none of the texts says; those that do are taken off, a date is written anew."""
    rest, used = _bare(_DATE.sub("", line)), list[str]()
    for text in reversed(said):
        if text in rest:
            rest = rest.replace(text, "", 1)
            used.append(text)
    if not rest:
        for text in used:
            said.remove(text)
    return re.sub(r"\d{1,2}", "", rest) if used and rest.isdecimal() else rest


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _characters(texts: Iterable[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def _is_title(lines: list[str], title: list[str]) -> bool:
    pairs = zip(lines, title, strict=False)
    return len(lines) == len(title) and all(
        line.startswith(part) or _SITE.sub("", line) == part for line, part in pairs
    )


def _parts(reading: Reading) -> list[Part]:
    """All that is printed, but for a chapter's heading that the library made up where no text begins the chapter."""
    blocks = Printer(reading.report).blocks
    if any(note.rule == "chapter_implied" and note.line is None for note in reading.notes):
        blocks.remove(next(block for block in blocks if block["kind"] == "heading_1"))
    pieces = [(piece, block["kind"]) for block in blocks for piece in block["points"] or (block,)]
    addressee = [Part("，".join(reading.report.addressee) + "：", is_marked=False)] if reading.report.addressee else []
    below = [Part(line, is_marked=False) for line in Printer(reading.report).text(reading.report.subtitle).split("\n")]
    return [
        *below,
        *addressee,
        *(Part(piece["lead"] + piece["text"], bool(piece["mark"]), kind) for piece, kind in pieces),
    ]


def _stand_at(left: str, at: int, parts: list[Part]) -> bool:
    """Whether a chapter's heading stands in the text, and what follows it; one that the library made up does not."""
    for part in parts:
        at = _behind_stops(left, at)
        at = _behind_mark(left, at, part.text) if part.is_marked else at
        for character in re.sub(r"\s+|[。：]", "", part.text):
            at = _behind_stops(left, at)
            if left[at : at + 1] != character:
                return False
            at += 1
    return True


def _behind_stops(left: str, at: int) -> int:
    while left[at : at + 1].isspace() or left[at : at + 1] in ("。", "："):
        at += 1
    return at


def _behind_mark(left: str, at: int, text: str) -> int:
    """Behind the mark of a text, which may be a numeral without 、."""
    end = left.find("\n", at)
    if dash := re.compile("——|[◆●■◎]|0?[1-9] (?=[\u4e00-\u9fff])").match(left, at):
        return dash.end()
    behind = mark_at(left[: end if end > 0 else len(left)], at)[1]
    return (
        at + 1
        if behind == at and left[at : at + 1] in tuple("一二三四五六七八九十") and left[at] != text[0]
        else behind
    )


def _behind_spaces(left: str, at: int) -> int:
    while left[at : at + 1].isspace():
        at += 1
    return at
