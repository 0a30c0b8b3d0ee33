"""Structure (S): the attachments that a text refers to, its list of them, and those that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY
from renmin_docs.proofread.period import number
from renmin_docs.proofread.rules import Slip, rule

_NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_REFERENCE = re.compile(rf"(?<![》〉”号])附件\s*(?P<number>{_NUMERAL})(?![0-9]|[项份个条类张])")
_BARE_REFERENCE = re.compile("(?:详?见|附后的?|参见)附件(?![0-9一二三四五六七八九十\\s])")
_LABEL = re.compile(rf"\s*附件\s*(?P<number>{_NUMERAL})?\s*[：:]?\s*")
_HEAD = re.compile(r"\s*附件\s*[：:]\s*")
_MARK = r"[0-9]{1,2}(?:[.．、](?![0-9])|[.．](?=[12][0-9]{3}年))"
_ITEM = re.compile(rf"(?:(?P<number>{_MARK}))?\s*(?P<name>.+?)\s*(?=(?<![0-9]){_MARK}|$)")
_END_MARK = re.compile("[。；，、;,.]+$")
_BLANKS = re.compile(r"\s+|[《》]")


class _Item(NamedTuple):
    """One attachment of the list: its number (0 for none) and name, where they stand, and if it is bound elsewhere."""

    number: int
    name: str
    passage: int
    start: int
    end: int
    is_apart: bool


@rule("S3", "manuscript")
def attachments(manuscript: Manuscript) -> Iterator[Slip]:
    """A reference without its attachment, a list with wrong numbers or marks, labels that are no such list."""
    items = [*_items(manuscript)]
    labels = [*_labels(manuscript)]
    yield from _list_slips(items)
    yield from _label_slips(manuscript, items, labels)
    yield from _reference_slips(manuscript, max(len(items), len(labels)), has_list=bool(items or labels))


def _items(manuscript: Manuscript) -> Iterator[_Item]:
    for place in sorted(manuscript.listed):
        text = manuscript.passages[place].text
        head = _HEAD.match(text)
        for match in _ITEM.finditer(text, head.end() if head else 0):
            if match["name"].strip():
                yield _Item(
                    int((match["number"] or "0").rstrip(".．、")),
                    match["name"],
                    place,
                    match.start(),
                    match.end("name"),
                    manuscript.passages[place].place.startswith("attachments"),
                )


def _labels(manuscript: Manuscript) -> Iterator[tuple[int, int]]:
    """Passage and number of each label 附件1 on a line of its own; 0 where it has none."""
    for place, passage in enumerate(manuscript.passages):
        match = _LABEL.fullmatch(passage.text) if passage.cell is None else None
        if match:
            yield place, number(match["number"] or "")


def _list_slips(items: list[_Item]) -> Iterator[Slip]:
    for at, item in enumerate(items, 1):
        if len(items) == 1 and item.number:
            yield Slip(item.start, item.end, "", f"附件：{item.name}", item.passage)
        elif len(items) > 1 and item.number and item.number != at:
            yield Slip(item.start, item.end, "", f"{at}.{item.name}", item.passage)
        elif mark := _END_MARK.search(item.name):
            right = item.name[: mark.start()]
            yield Slip(item.end - len(mark[0]), item.end, f"{item.name}", right, item.passage)


def _label_slips(manuscript: Manuscript, items: list[_Item], labels: list[tuple[int, int]]) -> Iterator[Slip]:
    """Labels with wrong numbers, fewer or more than the items that are bound with the text, other titles."""
    bound = [(at, item) for at, item in enumerate(items, 1) if not item.is_apart]
    numbers = [written for _, written in labels]
    are_some = len(labels) < len(items) and numbers == sorted({*numbers} & {*range(1, len(items) + 1)})
    for at, (place, written) in enumerate(labels, 1):
        expected = bound[at - 1][0] if at <= len(bound) else at
        if written and written != expected and len(labels) > 1 and not are_some:
            yield Slip(0, len(manuscript.passages[place].text), "", f"附件{expected}", place)
    if items and labels and len(bound) != len(labels):
        last = items[-1]
        shown = f"所列{len(items)}个，所附{len(labels)}个"
        yield Slip(last.start, last.end, "", shown, last.passage, "notice" if are_some else "warning")
    elif labels:
        yield from _title_slips(manuscript, [item for _, item in bound], labels)


def _title_slips(manuscript: Manuscript, items: list[_Item], labels: list[tuple[int, int]]) -> Iterator[Slip]:
    """A name in the list that is not the title of the attachment."""
    for item, (place, _) in zip(items, labels, strict=False):
        behind = (each.text for each in manuscript.passages[place + 1 : place + 4] if each.text.strip())
        title, name = _BLANKS.sub("", next(behind, "")), _BLANKS.sub("", _END_MARK.sub("", item.name))
        if title and not (name.startswith(title) or title.startswith(name)) and len(title) <= 2 * len(name):
            yield Slip(item.start, item.end, "", title, item.passage, "warning")


def _reference_slips(manuscript: Manuscript, many: int, *, has_list: bool) -> Iterator[Slip]:
    for place, passage in enumerate(manuscript.passages):
        if passage.role not in BODY or place in manuscript.listed or _LABEL.fullmatch(passage.text):
            continue
        for match in _REFERENCE.finditer(passage.text):
            if number(match["number"]) > many:
                shown = f"附件共{many}个" if has_list else "文后未附"
                yield Slip.at(match, shown, passage=place, severity=None if has_list else "warning")
        if not has_list:
            for match in _BARE_REFERENCE.finditer(passage.text):
                yield Slip.at(match, "文后未附", passage=place, severity="warning")
