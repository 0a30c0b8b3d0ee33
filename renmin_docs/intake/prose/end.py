"""The end of a document, read from the last line upwards: 版记, attachments, 附注, date, who signs, closing words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.attachments import LIST, Attached, apart, listed_at_end, take_attachments
from renmin_docs.intake.prose.frame_lines import LONGEST, Dated, dated, is_office, is_signed_by, may_sign, signers_in
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.messages.shown import quote
from renmin_docs.numerals import YEAR_DIGITS
from renmin_docs.patterns import Shape, lazy
from renmin_docs.vocabulary.official import CLOSING_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable


_MOST_ROWS = 12
"""How many lines below a date are read."""
_MOST_LISTED = 12
_MOST_WRAPPED = 4
"""Lines of 抄送 at most."""
_MOST_SIGNERS = 6
_MOST_BELOW = 40
"""How many paragraphs from the end attachments are looked for."""
_PRINTED = lazy(
    rf"(?P<by>[^，。；：]{{0,40}}?)[\s，]*(?P<day>(?:[0-9]{{4}}|[{YEAR_DIGITS}]{{4}})\s?[年./-].{{3,12}}?)\s?印发?"
)
_COPIED = lazy(r"(?P<label>抄\s?[送报]|分\s?送|报\s?送?|送|发送?)\s?[：:]\s?(?P<names>.*\S)")
_COPIED_TO = "抄送"
_COPIES, _IMPRINT = frozenset("抄分报送发"), "印送发"
"""What a row of 抄送 begins with, and what one of the last lines holds where there is 版记."""
_ABOUT = r"此件|联系(?:人|电话)|公开|附注"
_NOTE = lazy(rf"[（(][^（）()]{{2,200}}[）)]|(?:{_ABOUT})[^。]{{0,100}}")
_MISLAID = lazy(
    r"[（(]?共\s?印\s?\d{1,5}\s?份[）)]?[。]?|主\s?题\s?词\s?[：:].{0,60}|(?:打\s?印|打\s?字|校\s?对|印\s?数)\s?[：:].{0,40}"
)
"""Lines that only older documents have, and for which a report has no key."""
_PRINTED_IN_COPIES = lazy(r"(.*\S)\s+([（(]?共\s?印\s?\d{1,5}\s?份[）)]?。?)")
_ROWS = (
    ("printed", Shape(_PRINTED, frozenset("印"))),
    ("copied", Shape(_COPIED, frozenset("：:"))),
    ("kept", Shape(_MISLAID, frozenset("印打校主"))),
    ("note", Shape(_NOTE)),
    ("kept", Shape(LIST, frozenset("附"))),
)
"""What may stand below a date, in any order."""
_OPEN_DATE = lazy(r"(?:[0-9]{4}|[×xX*]{2,4})?\s?年\s*[0-9×xX*]{0,2}\s*月\s*[×xX*]{0,2}\s*日")
_CLOSING = lazy(f"{CLOSING_WORDS}|谢谢|[恳敬]请|请予")
_ATTACHED = lazy(r"附\s?件?\s?[：:\d一二三]|附件\Z|抄\s?[送报][：:]|主题词[：:]|[（(]?联系人[：:]|此件")
_ATTACHED_BEGINS = tuple("附抄主（(联此")


@dataclass
class End:
    """What stands below the chapters.

    Attributes:
        body: The paragraphs above.
        conclusion: Closing words, lines that no key of a report takes.
        signers: Who signs; none where only a date stands, or nothing.
        issued: The date of the signature; None where the text is not signed.
        note: 附注, without its brackets.
        attachments: The data of the attachments.
        imprint: The fields of `Imprint`.
        notes: What was guessed, or written otherwise than it will be printed.
    """

    body: list[Paragraph]
    conclusion: list[Paragraph] = field(default_factory=list)
    signers: list[str] = field(default_factory=list)
    issued: date | None = None
    note: str = ""
    attachments: list[dict[str, Any]] = field(default_factory=list)
    imprint: dict[str, Any] = field(default_factory=dict)
    notes: list[Finding] = field(default_factory=list)


class _Row(NamedTuple):
    """Lines below the date that belong together: 抄送 may be wrapped, 附件： has a list below it."""

    kind: str
    begin: int
    end: int


def read_end(paragraphs: list[Paragraph], signer: str = "") -> End:
    """Read all that stands below the chapters.

    Args:
        paragraphs: All that stands below title and addressee.
        signer: Who is known to sign; the signature of another office stays as paragraphs.
    """
    paragraphs = _with_copies_apart(_with_signature_apart(paragraphs))
    imprint = _rows_of_imprint(paragraphs)
    printed = imprint[-1].begin if imprint else len(paragraphs)
    attached = take_attachments(
        paragraphs[:printed], lambda place: _signed(paragraphs[max(place - _MOST_BELOW, 0) : place]) is not None
    )
    found = _signed(attached.above + paragraphs[printed:] if attached.attachments else paragraphs)
    if found is None:  # a report that a notice above it sends out is not signed
        is_printed = any(row.kind == "printed" for row in imprint)
        end = _with_rows(End(paragraphs[:printed]), paragraphs, imprint) if is_printed else End(paragraphs)
    elif signer and found.signers and signer not in found.signers and not is_signed_by(found.signers[0]):
        expected, last = signer, paragraphs[-1].line
        note = Finding("signature_kept", line=last, found=quote("、".join(found.signers)), expected=expected)
        end = End(paragraphs, notes=[note])
    else:
        end = _with_attachments(found, attached)
    _take_closing(end)
    return end


def _with_attachments(end: End, attached: Attached) -> End:
    end.attachments = attached.attachments or end.attachments
    end.notes += attached.notes
    return end


def _with_signature_apart(lines: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, the last one without the organ and the date that are glued to its last sentence."""
    text, stop, tail = lines[-1].text.rpartition("。") if lines else ("", "", "")
    day = dated(tail) if text else None
    if day is None or not is_office(day.before):
        return lines
    return [*lines[:-1], lines[-1]._replace(text=text + stop), Paragraph(tail.strip(), lines[-1].line)]


def _with_copies_apart(lines: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, the last one without the number of copies that stands behind who printed them."""
    text = lines[-1].text if lines else ""
    match = _PRINTED_IN_COPIES().fullmatch(text) if text.rstrip("。）)").endswith("份") else None
    return [*lines[:-1], *(lines[-1]._replace(text=part) for part in match.groups())] if match else lines


# --- below the date ---------------------------------------------------------------------------


def _rows_of_imprint(lines: list[Paragraph]) -> list[_Row]:
    """The rows of 版记 that ends the document, from the last one upwards."""
    rows: list[_Row] = []
    tail = "".join([line.text for line in lines[-_MOST_WRAPPED:]])
    if not any(map(tail.__contains__, _IMPRINT)):
        return rows
    while (row := _row_before(lines, rows[-1].begin if rows else len(lines))) and row.kind in ("printed", "copied"):
        rows.append(row)
    return rows


def is_imprint(texts: Iterable[str]) -> bool:
    """Whether some lines are those of 版记, one of which says who printed it and when."""
    lines = [Paragraph("", 0), *(Paragraph(text, 0) for text in texts)]
    kinds, at = set[str](), len(lines)
    while row := _row_before(lines, at):
        kinds.add(row.kind)
        at = row.begin
    return at == 1 and "printed" in kinds


def _row_before(lines: list[Paragraph], end: int) -> _Row | None:
    """The row that ends before a place: one line of `_ROWS`, or several that belong together."""
    if end <= 1 or len(lines) - end > _MOST_ROWS:  # something is above it
        return None
    return _row_of_one(lines, end) or _row_of_several(lines, end)


def _row_of_one(lines: list[Paragraph], end: int) -> _Row | None:
    text = lines[end - 1].text
    for kind, pattern in _ROWS if len(text) <= 4 * LONGEST else ():
        if (match := pattern.fullmatch(text)) is None or (kind == "note" and dated(text)):
            continue
        if kind != "printed":
            return _Row(kind, end - 1, end)
        if dated(match["day"]) and (match["by"] or is_office(lines[end - 2].text)):
            return _Row(kind, end - 1 - (not match["by"]), end)
    return None


def _row_of_several(lines: list[Paragraph], end: int) -> _Row | None:
    """抄送 that is wrapped, or 附件： with its list."""
    for begin in range(end - 2, max(end - _MOST_WRAPPED, 1) - 1, -1):
        text = lines[begin].text
        if text[:1] in _COPIES and not text.endswith("。") and _COPIED().fullmatch(text):
            return _Row("copied", begin, end)
    for begin in range(end - 1, max(end - _MOST_LISTED, 1) - 1, -1):
        if lines[begin].text.startswith("附") and LIST().fullmatch(lines[begin].text):
            return _Row("kept", begin, end)
        if lines[begin].text.endswith("。") or dated(lines[begin].text):
            break
    return None


def _signed(lines: list[Paragraph]) -> End | None:
    """The end of lines that a date ends, with rows below it or not; None for any others."""
    at, rows = len(lines), list[_Row]()
    while at > 1:
        day = None if _is_numbered(lines[at - 1]) else dated(lines[at - 1].text)
        signature = _signature(lines[: at - 1], day) if day else None
        if signature is not None:
            return _made(lines, at, signature, rows)
        row = _row_before(lines, at)
        if row is None:
            break
        rows.append(row)
        at = row.begin
    return None


def _signature(above: list[Paragraph], day: Dated) -> End | None:
    """Who signs above a date or before it in its line; None where something else stands before it."""
    end = End(above, issued=day.day)
    if day.before:
        end.signers = signers_in(day.before) or [day.before] * may_sign(day.before)
        return end if end.signers else None
    most = max(len(above) - _MOST_SIGNERS, 1)
    while len(end.body) > most and (signers := _signing(end.body[-1], is_last=not end.signers)):
        if is_office(end.signers[0]) != is_office(signers[0]) if end.signers else False:
            break
        end.signers[:0] = signers
        end.body = end.body[:-1]
    return end if end.signers or not day.is_bare else None


def _signing(line: Paragraph, *, is_last: bool) -> list[str]:
    """Who signs in a line; in the last one, any short line of Chinese signs."""
    if _is_numbered(line):
        return []
    return signers_in(line.text) or ([line.text] if is_last and may_sign(line.text) else [])


def _is_numbered(line: Paragraph) -> bool:
    """Whether a line is a heading or a point: neither signs."""
    return bool(line.mark or line.lead or line.level) or begins_with_mark(line.text)


def _made(lines: list[Paragraph], at: int, end: End, rows: list[_Row]) -> End:
    """The end with a note on its date, and with what stands in the rows below it."""
    day = dated(lines[at - 1].text)
    assert day is not None  # noqa: S101 - the caller has read it
    printed = f"{day.day.year}年{day.day.month}月{day.day.day}日"
    if day.written != printed:
        end.notes.append(Finding("date_rewritten", line=lines[at - 1].line, found=quote(day.written), expected=printed))
    return _with_rows(end, lines, rows)


def _with_rows(end: End, lines: list[Paragraph], rows: list[_Row]) -> End:
    """The end with what stands in some rows, which are in the order of reading: upwards."""
    notes: list[str] = []
    for row in reversed(rows):
        part = lines[row.begin : row.end]
        text = "".join(line.text for line in part)
        if row.kind == "note":
            notes.append(text)
        elif row.kind == "kept" and (listed := listed_at_end(part)[1]) and not end.attachments:
            end.attachments = listed
            end.notes.append(apart(part[0].line, len(listed)))
        elif row.kind == "kept":
            end.conclusion += part
            end.notes += _notes_on(part)
        elif row.kind == "printed":
            _read_printed(text, end.imprint)
        else:
            _read_copied(text, part[0].line, end)
    end.note = notes[0].strip("（()）") if len(notes) == 1 else "".join(f"（{note.strip('（()）')}）" for note in notes)
    return end


def _notes_on(part: list[Paragraph]) -> list[Finding]:
    if part[0].text.startswith("附"):
        return [Finding("attachments_kept", line=part[0].line)]
    return [Finding("line_kept", line=line.line, found=quote(line.text)) for line in part]


def _read_printed(text: str, imprint: dict[str, Any]) -> None:
    match = _PRINTED().fullmatch(text)
    day = dated(match["day"]) if match else None
    if match and day:
        imprint |= {"printed_by": match["by"].strip(), "print_date": day.day}


def _read_copied(text: str, line: int, end: End) -> None:
    match = _COPIED().fullmatch(text)
    label, names = ("".join(match["label"].split()), match["names"].rstrip("。")) if match else ("", text)
    end.imprint["copied_to"] = (*end.imprint.get("copied_to", ()), *filter(str.strip, names.split("，")))
    if label != _COPIED_TO:
        end.notes.append(Finding("copies_rewritten", line=line, found=quote(label), expected=_COPIED_TO))


# --- above the signature ----------------------------------------------------------------------


def _take_closing(end: End) -> None:
    """Take off closing words, 附件说明 and a signature without a date, which stand behind the chapters."""
    unsigned = _beginning_of_open_date(end.body)
    end.body, end.conclusion = end.body[:unsigned], end.body[unsigned:] + end.conclusion
    is_alone = len(end.body) < 2  # a list of attachments stands below a text
    begin, listed = (len(end.body), []) if end.attachments or is_alone else listed_at_end(end.body)
    if listed:
        end.attachments = listed
        end.notes.append(apart(end.body[begin].line, len(listed)))
    lines = end.body[:begin]
    stop = len(lines)
    near = range(max(stop - _MOST_BELOW, 1), stop)  # what is attached stands below a text
    likely = [place for place in near if lines[place].text.startswith(_ATTACHED_BEGINS)]
    attached = next((place for place in likely if _ATTACHED().match(lines[place].text)), stop) if likely else stop
    begin = attached - (attached > 1 and is_signed_by(lines[attached - 1].text))
    above = range(max(begin - 2, 0), begin)
    closing = next((place for place in above if _CLOSING().match(lines[place].text)), begin)
    if attached < stop:
        end.notes += _notes_on(lines[attached : attached + 1])
    end.body, end.conclusion = lines[:closing], lines[closing:] + end.conclusion


def _beginning_of_open_date(lines: list[Paragraph]) -> int:
    """Where the lines begin that are to be signed: a date whose day is left open, and the organs above it."""
    begin = len(lines)
    if begin > 1 and lines[-1].text.endswith("日") and _OPEN_DATE().fullmatch(lines[-1].text):
        begin -= 1
        while begin > 1 and signers_in(lines[begin - 1].text):
            begin -= 1
    return begin
