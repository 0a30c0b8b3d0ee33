"""附件 behind the signature, and 附件说明 above it: taken off, since a report prints the latter anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.marks import NUMERALS, number_in
from renmin_docs.patterns import lazy
from renmin_docs.report.text import literal

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

LABEL = lazy(rf"附\s?件\s?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})?[：:]?")
"""A line of its own above each attachment."""
LIST = lazy(r"附\s?(?:[件表]\s?)?(?:（[^（）]{1,8}）)?[：:]\s*(.*)")
"""The first line of 附件说明."""
_LABELLED = lazy(rf"附\s?[件表]\s?([0-9]{{1,2}}|[{NUMERALS}]{{1,2}})[：:.．、\s]\s*([^。；]{{2,60}}[。；]?)")
"""A line of 附件说明 that has a label of its own."""
_STOP = "[.．、](?![0-9]{1,3}(?![0-9]))"
"""What stands behind a number, also before a year (1.2023年项目清单), and not within 1.5."""
_NUMBER = lazy(rf"(?:([0-9]{{1,2}}){_STOP}|([{NUMERALS}]{{1,2}})、|([①-⑳]))\s*")
_WITHIN = lazy(rf"(?<=\S)[；\s]+(?=[0-9]{{1,2}}{_STOP})")
"""Between two names in one line."""
_LONGEST_TITLE, _LONGEST_LINE = 60, 600
_MOST_BETWEEN = 12
"""How many paragraphs above the attachments their list is looked for."""


class Attached(NamedTuple):
    """What stands behind the signature.

    Attributes:
        above: The paragraphs up to the signature and with it, without the list of the attachments.
        attachments: Their data.
        notes: That they were found.
    """

    above: list[Paragraph]
    attachments: list[dict[str, Any]]
    notes: list[Finding]


class Listed(NamedTuple):
    """The names in 附件说明, and where it stands."""

    begin: int
    end: int
    names: list[str]


def take_attachments(paragraphs: list[Paragraph], is_signed: Callable[[int], bool]) -> Attached:
    """Find attachments behind a signature and take them off; none where one has no title.

    Those of 附件说明 that do not follow are bound elsewhere.

    Args:
        paragraphs: The paragraphs.
        is_signed: Whether those before a place end in a signature.
    """
    begun = [place for place, paragraph in enumerate(paragraphs) if paragraph.text.startswith("附")]
    labels = [place for place in begun if _is_label(paragraphs, place)] if begun else begun
    start = next(filter(is_signed, labels), None)
    if start is None:
        return Attached(paragraphs, [], [])
    ends = [*(place for place in labels if place > start), len(paragraphs)]
    begins = [start, *ends[:-1]]
    parts = [_part(paragraphs[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    above = paragraphs[:start]
    listed = _list_in(above)
    numbers = _numbers(listed.names, [paragraphs[begin].text for begin in begins], parts) if listed else []
    names = [part[0].text if len(part) > 1 else "" for part in parts]
    if listed and numbers:
        names, above = listed.names, above[: listed.begin] + above[listed.end :]
    bodies = dict(zip(numbers or range(len(parts)), parts, strict=True))
    if not all(parts) or not all(map(_is_title, names)):
        return Attached(paragraphs, [], [])
    notes = [Finding("attachments_found", line=paragraphs[start].line, found=str(len(parts)))]
    if len(names) > len(parts):
        notes.append(apart(paragraphs[start].line, len(names) - len(parts)))
    return Attached(above, [_made(name, bodies.get(number, [])) for number, name in enumerate(names)], notes)


def apart(line: int, count: int) -> Finding:
    """That so many attachments are named and do not follow."""
    return Finding("attachments_apart", line=line, found=str(count))


def listed_at_end(paragraphs: list[Paragraph]) -> tuple[int, list[dict[str, Any]]]:
    """Where 附件说明 begins that ends some paragraphs, and what it names; the end and nothing without one."""
    listed = _list_in(paragraphs)
    if listed is None or listed.end < len(paragraphs) or not (listed.names and all(map(_is_title, listed.names))):
        return len(paragraphs), []
    return listed.begin, [_made(name, []) for name in listed.names]


def _numbers(names: list[str], labels: list[str], parts: list[list[Paragraph]]) -> list[int]:
    """The place in a list of each attachment that follows: of all, by its label, or by its title; none if unknown."""
    if len(names) == len(parts):
        return [*range(len(names))]
    titles = [part[0].text if part else "" for part in parts]
    by_title = {name: at for at, name in enumerate(names, 1)}
    found = [number_in(label) or by_title.get(title, 0) for label, title in zip(labels, titles, strict=True)]
    return [number - 1 for number in found] if found == sorted({*found} & {*range(1, len(names) + 1)}) else []


def _is_label(paragraphs: list[Paragraph], place: int) -> bool:
    """Whether a line is a label, and no 附件： above a list."""
    behind = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
    text = paragraphs[place].text
    if LABEL().fullmatch(text) is None:
        return _LABELLED().fullmatch(text) is not None
    return not (text[-1] in "：:" and _NUMBER().match(behind))


def _part(lines: list[Paragraph]) -> list[Paragraph]:
    """What stands below a label, with the title first that the label's line may hold."""
    labelled = _LABELLED().fullmatch(lines[0].text)
    return [lines[0]._replace(text=labelled[2]), *lines[1:]] if labelled else lines[1:]


def _is_title(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_TITLE and not any(stop in text for stop in "。；")


def _list_in(above: list[Paragraph]) -> Listed | None:
    """The last 附件说明 in some paragraphs; None where there is none, or its numbers do not run on."""
    near = range(len(above) - 1, max(len(above) - _MOST_BETWEEN, 0) - 1, -1)
    places = [place for place in near if above[place].text.startswith("附")]
    if not places:
        return None
    begin = next((place for place in places if LIST().fullmatch(above[place].text)), None)
    if begin is None:
        return _labelled_in(above, places)
    end = begin + 1
    while end < len(above) and _NUMBER().match(above[end].text):
        end += 1
    lines = [LIST().sub(r"\1", above[begin].text), *(line.text for line in above[begin + 1 : end])]
    if any(len(line) > _LONGEST_LINE for line in lines):
        return None
    items = [item for line in lines for item in _WITHIN().split(line) if item]
    marks = [match[0].strip() if (match := _NUMBER().match(item)) else "" for item in items]
    is_run = [*map(number_in, marks)] == [*range(1, len(items) + 1)]
    if len(items) > 1 and not (is_run and len({mark[:1].isdecimal() for mark in marks}) == 1):
        return None
    return Listed(begin, end, [_NUMBER().sub("", item, count=1).rstrip("；。") for item in items])


def _labelled_in(above: list[Paragraph], places: list[int]) -> Listed | None:
    """The list whose lines have a label each: 附件1：名单, 附件2：清单; None where their numbers do not run on."""
    found = {place: match for place in places[::-1] if (match := _LABELLED().fullmatch(above[place].text))}
    runs_on = [number_in(match[1]) for match in found.values()] == [*range(1, len(found) + 1)]
    if not found or not runs_on or [*found] != [*range(min(found), max(found) + 1)]:
        return None
    return Listed(min(found), max(found) + 1, [match[2].rstrip("；。") for match in found.values()])


def _made(name: str, part: list[Paragraph]) -> dict[str, Any]:
    """The data of an attachment of a name: its own title is a part of its text where it is another."""
    texts = [paragraph.text for paragraph in part]
    return {"title": literal(name), "body": [*map(literal, texts[texts[:1] == [name] :])]}
