"""附件 behind the signature, with 附注 before them and 附件说明 above: taken off, since a report prints them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import NUMERALS
from renmin_docs.intake.prose.signature import is_dated
from renmin_docs.patterns import lazy
from renmin_docs.report.sections import Attachment
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_LABEL = lazy(rf"附\s?件\s?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})?[：:]?")
"""A line of its own above each attachment."""
_NOTE = lazy("（([^（）]{2,60})）")
_LIST = lazy(r"附\s?件[：:]\s*(.+)")
_NUMBER = lazy(rf"(?:[0-9]{{1,2}}[.．、]|[{NUMERALS}]{{1,2}}、)\s*")
_LONGEST_TITLE = 60
_MOST_SIGNED = 3
"""Paragraphs that a signature and 附注 are read from, with one above them."""
_MOST_BETWEEN = 12
"""How many paragraphs above the attachments their list is looked for."""


class Attached(NamedTuple):
    """What stands behind the signature.

    Attributes:
        above: The paragraphs up to the signature and with it, without the list of the attachments.
        attachments: The attachments.
        note: 附注, without its brackets.
        notes: That they were found.
    """

    above: list[Paragraph]
    attachments: list[Attachment]
    note: str
    notes: list[Finding]


def take_attachments(paragraphs: list[Paragraph]) -> Attached:
    """Find attachments behind a signature and take them off; none where one has no title, or the list names others."""
    begun = (place for place, paragraph in enumerate(paragraphs) if paragraph.text.startswith("附"))
    labels = [place for place in begun if _LABEL().fullmatch(paragraphs[place].text)]
    start = next((place for place in labels if _is_signed(paragraphs, place)), None)
    none = Attached(paragraphs, [], "", [])
    if start is None:
        return none
    above, note = _without_note(paragraphs[:start])
    ends = [*(place for place in labels if place > start), len(paragraphs)]
    parts = [paragraphs[begin + 1 : end] for begin, end in zip([start, *ends], ends, strict=False)]
    if not all(len(part) > 1 and _is_title(part[0].text) for part in parts):
        return none
    unlisted = _without_list(above, [part[0].text for part in parts])
    if unlisted is None:
        return none
    found = Finding("attachments_found", line=paragraphs[start].line, found=str(len(parts)))
    return Attached(unlisted, [*map(_made, parts)], note, [found])


def _is_signed(paragraphs: list[Paragraph], end: int) -> bool:
    """Whether the paragraphs before a place end in a date, with 附注 below it or not."""
    above, _ = _without_note(paragraphs[max(end - _MOST_SIGNED, 0) : end])  # asked for each label of a text
    return len(above) > 1 and is_dated(above[-1].text)


def _without_note(above: list[Paragraph]) -> tuple[list[Paragraph], str]:
    match = _NOTE().fullmatch(above[-1].text) if above else None
    return (above[:-1], match[1]) if match and not is_dated(match[1]) else (above, "")


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not any(stop in text for stop in "。；")


def _without_list(above: list[Paragraph], titles: list[str]) -> list[Paragraph] | None:
    """The paragraphs without the list of these attachments; None where it names others."""
    places = range(max(len(above) - _MOST_BETWEEN, 0), len(above))
    begin = next((place for place in places if _LIST().fullmatch(above[place].text)), None)
    if begin is None:
        return above
    end = begin + len(titles)
    lines = [_LIST().sub(r"\1", above[begin].text), *(paragraph.text for paragraph in above[begin + 1 : end])]
    names = [_NUMBER().sub("", line, count=1).rstrip("；。") for line in lines]
    return above[:begin] + above[end:] if names == titles else None


def _made(part: list[Paragraph]) -> Attachment:
    title, *body = (literal(paragraph.text) for paragraph in part)
    return Attachment(title=title, body=body)
