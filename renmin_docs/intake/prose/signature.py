"""What stands below the report: its signature and date, attachments, closing words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, NumeralError
from renmin_docs.messages.shown import quote
from renmin_docs.numerals import from_chinese
from renmin_docs.patterns import lazy
from renmin_docs.report.offices import LOOSE, endings

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_DATE = lazy(
    r"(?P<before>.*?)[\s，（(]*(?:(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
    r"|(?P<cyear>[一二三四五六七八九〇零○O０]{4})年(?P<cmonth>[一二三四五六七八九十]{1,2})月(?P<cday>[一二三四五六七八九十]{1,3})日)[）)]?"
)
_ISSUER = lazy(
    r"[\u4e00-\u9fff（）]{4,30}"
    rf"|(?:[A-Za-z\u4e00-\u9fff（）·]|第[0-9]{{1,4}}|[0-9]{{5}}){{1,30}}(?:{endings()}|[{''.join(LOOSE)}])"
)
"""A line of Chinese, or one with numbers and letters that ends as an office does: 第19中学."""
_LONGEST = 60
_MOST_BELOW = 40
"""How many paragraphs from the end attachments are looked for."""
_CLOSING = lazy("特此(?:总结|报告|汇报)|以上(?:报告|汇报|总结)?(?:[，。]|是|如有|请)|专此|妥否|当否")
_ATTACHED = lazy(r"附\s?件?\s?[：:\d一二三]|附件\Z|抄\s?[送报][：:]|主题词[：:]|[（(]?联系人[：:]|此件")


class Signature(NamedTuple):
    """The signature, and what stands above it.

    Attributes:
        issuer: Who signs; empty where only a date stands.
        issued: The date; None where the text is not signed.
        rest: The paragraphs above.
        notes: What was written otherwise than it will be printed.
    """

    issuer: str
    issued: date | None
    rest: list[Paragraph]
    notes: list[Finding]


def take_signature(paragraphs: list[Paragraph], signer: str = "") -> Signature:
    """Find date and issuer at the end of the text and take them off.

    Args:
        paragraphs: All that stands below the title.
        signer: Who is known to sign; the signature of another office stays as paragraphs.
    """
    found = _signature(paragraphs)
    if signer and found.issuer not in ("", signer):
        note = Finding("signature_kept", line=paragraphs[-1].line, found=quote(found.issuer), expected=signer)
        return Signature("", None, paragraphs, [note])
    return found


def _signature(paragraphs: list[Paragraph]) -> Signature:
    none = Signature("", None, paragraphs, [])
    last = paragraphs[-1] if len(paragraphs) > 1 else None
    match = _DATE().fullmatch(last.text) if last and len(last.text) <= _LONGEST else None
    issued = _date_of(match.groupdict()) if match else None
    if last is None or match is None or issued is None:
        return none
    rest, issuer = paragraphs[:-1], match["before"].strip()
    if issuer and not _ISSUER().fullmatch(issuer):
        return none
    if not issuer and rest and _ISSUER().fullmatch(rest[-1].text) and len(rest) > 1:
        issuer, rest = rest[-1].text, rest[:-1]
    written = last.text[match.end("before") :].strip(" ，")
    printed = f"{issued.year}年{issued.month}月{issued.day}日"
    notes = [Finding("date_rewritten", line=last.line, found=quote(written), expected=printed)]
    return Signature(issuer, issued, rest, notes if written != printed else [])


def _date_of(parts: dict[str, str | None]) -> date | None:
    """The date that the parts write; None for a day that the calendar does not have."""
    try:
        if parts["cyear"]:
            year = int("".join(str("〇一二三四五六七八九".find(c)) for c in _zeros(parts["cyear"])))
            return date(year, from_chinese(parts["cmonth"] or ""), from_chinese(parts["cday"] or ""))
        return date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    except (ValueError, NumeralError):
        return None


def _zeros(year: str) -> str:
    return "".join("〇" if c in "零○O０" else c for c in year)


def is_dated(text: str) -> bool:
    """Whether a line is a date, with who signs before it or not."""
    return len(text) <= _LONGEST and _DATE().fullmatch(text) is not None


def take_closing(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph], list[Finding]]:
    """The paragraphs of the report, those behind it (closing words, attachments), and a note on the latter."""
    end = len(paragraphs)
    near = range(max(end - _MOST_BELOW, 0), end)
    attached = next((place for place in near if _ATTACHED().match(paragraphs[place].text)), end)
    above = range(max(attached - 2, 0), attached)
    closing = next((place for place in above if _CLOSING().match(paragraphs[place].text)), attached)
    notes = [Finding("attachments_kept", line=paragraphs[attached].line)] if attached < end else []
    return paragraphs[:closing], paragraphs[closing:], notes
