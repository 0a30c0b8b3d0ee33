"""附件 behind the signature, and 附件说明 above it: taken off, since a report prints the latter anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import NUMERALS
from renmin_docs.patterns import lazy
from renmin_docs.report.sections import Attachment
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from renmin_docs.intake.prose.paragraphs import Paragraph

LABEL = lazy(rf"附\s?件\s?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})?[：:]?")
"""A line of its own above each attachment."""
LIST = lazy(r"附\s?件\s?[：:]\s*(.*)")
"""The first line of 附件说明."""
_NUMBER = lazy(rf"(?:[0-9]{{1,2}}[.．、]|[{NUMERALS}]{{1,2}}、)\s*")
_LONGEST_TITLE = 60
_MOST_BETWEEN = 12
"""How many paragraphs above the attachments their list is looked for."""


class Attached(NamedTuple):
    """What stands behind the signature.

    Attributes:
        above: The paragraphs up to the signature and with it, without the list of the attachments.
        attachments: The attachments.
        notes: That they were found.
    """

    above: list[Paragraph]
    attachments: list[Attachment]
    notes: list[Finding]


class _Listed(NamedTuple):
    """The names in 附件说明, and where it stands."""

    begin: int
    end: int
    names: list[str]


def take_attachments(paragraphs: list[Paragraph], is_signed: Callable[[int], bool]) -> Attached:
    """Find attachments behind a signature and take them off; none where one has no title.

    Args:
        paragraphs: The paragraphs.
        is_signed: Whether those before a place end in a signature.
    """
    begun = (place for place, paragraph in enumerate(paragraphs) if paragraph.text.startswith("附"))
    labels = [place for place in begun if _is_label(paragraphs, place)]
    start = next((place for place in labels if is_signed(place)), None)
    if start is None:
        return Attached(paragraphs, [], [])
    ends = [*(place for place in labels if place > start), len(paragraphs)]
    parts = [paragraphs[begin + 1 : end] for begin, end in zip([start, *ends], ends, strict=False)]
    above = paragraphs[:start]
    listed = _list_in(above, len(parts))
    names = listed.names if listed else [part[0].text if len(part) > 1 else "" for part in parts]
    if not all(part and _is_title(name) for part, name in zip(parts, names, strict=True)):
        return Attached(paragraphs, [], [])
    found = Finding("attachments_found", line=paragraphs[start].line, found=str(len(parts)))
    if listed:
        above = above[: listed.begin] + above[listed.end :]
    return Attached(above, [*map(_made, names, parts)], [found])


def _is_label(paragraphs: list[Paragraph], place: int) -> bool:
    """Whether a line is a label, and no 附件： above a list."""
    behind = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
    text = paragraphs[place].text
    return LABEL().fullmatch(text) is not None and not (text[-1] in "：:" and _NUMBER().match(behind))


def _is_title(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_TITLE and not any(stop in text for stop in "。；")


def _list_in(above: list[Paragraph], count: int) -> _Listed | None:
    """附件说明 of as many attachments; None where there is none, or it names more or fewer."""
    places = range(max(len(above) - _MOST_BETWEEN, 0), len(above))
    begin = next((place for place in places if LIST().fullmatch(above[place].text)), None)
    if begin is None:
        return None
    end = begin + 1
    lines = [LIST().sub(r"\1", above[begin].text)]
    while end < len(above) and _NUMBER().match(above[end].text):
        lines.append(above[end].text)
        end += 1
    names = [_NUMBER().sub("", line, count=1).rstrip("；。") for line in lines if line]
    return _Listed(begin, end, names) if len(names) == count else None


def _made(name: str, part: list[Paragraph]) -> Attachment:
    """An attachment of a name: its own title is a part of its text where it is another."""
    texts = [paragraph.text for paragraph in part]
    return Attachment(title=literal(name), body=[*map(literal, texts[texts[0] == name :])])
