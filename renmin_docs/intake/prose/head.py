"""版头 above the title, and the lines between title and addressee: date, occasion, speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.frame_lines import LONGEST, dated, is_name, is_office, is_speaker
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.report.document_number import corrected
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

MOST_LINES = 12
"""How many lines from the top head and title are looked for."""
_MOST_BELOW = 4
BELOW = tuple(LINES["below_title"])
"""The roles of lines that a style puts below the title."""
_ROW = lazy(
    r"(?:份\s?号\s?[：:]\s?|No\.?\s?)?(?P<copy_number>[0-9]{6})(?![0-9])"
    r"|(?:密\s?级\s?[：:]\s?)?(?P<classification>绝密|机密|秘密)(?:\s?[★☆]\s?(?P<classification_period>\S{0,12}))?"
    r"|(?:紧急程度\s?[：:]\s?)?(?P<urgency>特急|加急)"
    r"|(?:发?文\s{0,4}[字编]?号\s?[：:]\s?)?(?P<number>[\u4e00-\u9fff]{1,20}\s?[〔\[［【(（]\s?[0-9]{4}\s?年?\s?[〕\]］】)）]\s?第?\s?[0-9]{1,5}\s?号)"
    r"|签\s?发\s?人\s?[：:]\s?(?P<signatories>\S.{0,40})"
)
"""What stands in the lines of a head, several in one line too."""
_GAP = lazy(r"\s*")
_MARK = lazy(r"(?P<name>\S.{1,60}?)\s?文\s?件|文\s?件")
_NAMES = lazy(r"[\s、，]+")
_OCCASION = lazy(
    r"[（(]?[—－-]*\s?.{0,30}(?:(?:在|[0-9]日).{2,60}(?:上(?:的\S{0,8})?|会议)"
    r"|[0-9xX×*〇零○一二三四五六七八九]\s?年\s?[0-9xX×*元一二三四五六七八九十]{0,2}\s?月(?:\s?[xX×*]{0,2}\s?日)?)[）)]?"
)
"""When and where a speech was held; a month alone; a date that is left open."""
_BRACKETED = lazy("（[^（）]{2,30}）")
"""What a line in brackets below a title says of it: （2022—2023学年）, （讨论稿）."""


@dataclass
class Head:
    """What stands above the red rule.

    Attributes:
        marks: The organs in the mark.
        fields: The fields of `Header` but for `issuers`.
    """

    marks: list[str] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)


class Headed(NamedTuple):
    """The head, if there is a whole one.

    Attributes:
        head: The head; None where there is none.
        rest: The other paragraphs.
        kept: The lines of a head that lacks its number.
        notes: What was written otherwise than it will be printed.
    """

    head: Head | None
    rest: list[Paragraph]
    kept: list[Paragraph]
    notes: list[Finding]


def take_head(paragraphs: list[Paragraph]) -> Headed:
    """Find the lines of a head among the first ones and take them off, also those that stand below the title."""
    head, taken = Head(), dict[int, str]()
    for place, line in enumerate(paragraphs[:MOST_LINES]):
        if _is_text(line):
            break
        if kind := _read_line(line.text, head):
            taken[place] = kind
    if not taken:
        return Headed(None, paragraphs, [], [])
    notes: list[Finding] = []
    number = next((place for place, kind in taken.items() if kind == "number"), None)
    if number is not None:
        _read_mark(paragraphs, number, head, taken)
        written = head.fields["number"]
        head.fields["number"] = corrected(written)
        if head.fields["number"] != written:
            expected = head.fields["number"]
            notes.append(
                Finding("number_rewritten", line=paragraphs[number].line, found=quote(written), expected=expected)
            )
    lines = [paragraphs[place] for place in taken]
    rest = [line for place, line in enumerate(paragraphs) if place not in taken]
    if not rest or set(taken.values()) <= {"copy_number"}:
        return Headed(None, paragraphs, [], [])
    if number is None:
        return Headed(None, rest, lines, [Finding("head_kept", line=lines[0].line)] if lines else [])
    return Headed(head, rest, [], notes)


def _is_text(line: Paragraph) -> bool:
    """Whether the text has begun: a sentence, or a line with a mark."""
    ends = line.text.endswith(("。", "；", "：", "，", ":"))
    return len(line.text) > 2 * LONGEST or ends or bool(line.mark or line.lead) or begins_with_mark(line.text)


def _read_line(text: str, head: Head) -> str:
    """Read a line of a head; its kind, empty for any other line."""
    mark = _MARK().fullmatch(text) if text.endswith("件") else None
    if mark is not None:
        head.fields["suffix"] = "文件"
        names = mark["name"] or ""
        head.marks += names.split() if _are_offices(names) else ["".join(names.split())]
        return "mark"
    found = _parts(text)
    if not found:
        return ""
    kinds = {kind for each in found for kind, value in each.groupdict().items() if value}
    for each in found:
        head.fields.update({kind: value for kind, value in each.groupdict().items() if value})
    if "signatories" in kinds:
        head.fields["signatories"] = tuple(filter(None, _NAMES().split(head.fields["signatories"])))
    return next((kind for kind in ("number", *sorted(kinds)) if kind in kinds), "")


def _parts(text: str) -> list[re.Match[str]]:
    """The parts of a line that is made of those of a head alone."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        match = _ROW().match(text, at)
        if match is None:
            return []
        found.append(match)
        gap = _GAP().match(text, match.end())
        at = gap.end() if gap else match.end()
    return found


def _are_offices(names: str) -> bool:
    """Whether a line names one organ, or several side by side."""
    return all(map(is_office, names.split()))


def _read_mark(paragraphs: list[Paragraph], number: int, head: Head, taken: dict[int, str]) -> None:
    """The organs on lines of their own: above 文件, or above the number where that word is missing."""
    below = next((place for place, kind in taken.items() if kind == "mark"), number)
    above = below
    while above and above - 1 not in taken and _are_offices(paragraphs[above - 1].text):
        above -= 1
    for place in range(above, below):
        taken[place] = "organ"
    organs = [organ for place in range(above, below) for organ in paragraphs[place].text.split()]
    behind = range(below + 1, number)  # organs below the line with 文件, which stands in the middle
    if all(is_office(paragraphs[place].text) for place in behind):
        taken |= dict.fromkeys(behind, "organ")
        head.marks += [paragraphs[place].text for place in behind]
    if organs and not head.marks and "suffix" not in head.fields:
        head.fields["suffix"] = ""
    head.marks[:0] = organs


def take_below(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The lines directly below the title with date, occasion or speaker, and the paragraphs behind them."""
    end = 0
    most = min(_MOST_BELOW, len(paragraphs) - 1)
    first = paragraphs[0].text if most > 1 else "。"
    if not (first.endswith("。") or is_occasion(first)) and is_occasion(first + paragraphs[1].text):
        end = 2  # the line broke off
    while end < most and _is_below(paragraphs[end], paragraphs[end + 1], is_first=not end):
        end += 1
    end += sum(1 for _ in takewhile(lambda line: line.role in BELOW, paragraphs[end:]))
    return paragraphs[:end], paragraphs[end:]


def is_occasion(text: str) -> bool:
    """Whether a line says when, or on what occasion, something was said."""
    day = dated(text)
    if day is not None and not day.before.strip("—－-（( "):
        return True
    return ("在" in text or "月" in text) and _OCCASION().fullmatch(text) is not None


_LABELLED = lazy(
    r"(?:(?:述\S|汇报|报告|填报|编制|撰写|总结)?(?:单位|部门|人|者|时间|日期|姓名|职务)\s?[：:]\s?\S{2,24}(?:\s+|\Z)){1,3}"
)
"""Who reports and when, behind labels: 述职单位：青山小学　述职人：某某."""


def _is_below(line: Paragraph, behind: Paragraph, *, is_first: bool) -> bool:
    text = line.text
    if line.mark or line.lead or line.level or len(text) > LONGEST or text.endswith(("。", "：")):
        return False
    day = dated(text)
    if is_occasion(text) or is_office(day.before if day else text) or (text == "讲话" and not is_first):
        return True
    if day and is_speaker(day.before):
        return True
    if is_name(text) and is_first:  # a word of a heading may look like a name
        return behind.text.endswith("：") or dated(behind.text) is not None
    return (
        _BRACKETED().fullmatch(text) is not None
        or _LABELLED().fullmatch(text) is not None
        or is_speaker(text.lstrip("—"))
    )
