"""The top of a web page: lines that only the lines around them show to be the page's, and none of the report.

A page with a card or buttons above the text has lines of its own there that no table of words can hold: labels that
this site alone has, the name of its column, what stands between a title and its repetition.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from renmin_docs.intake.prose.addressee import names_somebody
from renmin_docs.intake.prose.frame_lines import dated, is_office, is_speaker
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.site_titles import is_title
from renmin_docs.patterns import lazy

_LABELLED = lazy(
    r"[•·●\s]*(?!签\s?发|密\s?级|份\s?号|紧急|主送|抄送|标题|信息名称|名称)[\u4e00-\u9fff]{1,6}\s?[:：][^，。；]{0,80}"
)
"""A label with what it names, or several; none of those that a head of paper has, or that name a title."""
_TAGGED = lazy(r"[\[【][\u4e00-\u9fff]{2,8}[\]】]\s*(?P<title>.*)")
"""A title behind the kind of paper that a page shows before it."""
_COLUMN = lazy(r"[\[【]?[\u4e00-\u9fff]{2,8}[\]】]?")
"""What a page calls the column in which it shows a paper."""
_FIRST_GLUED, _ITEM_SIGNS = "索引号", "-•·● \t"
_GLUED = lazy(
    r"(?:索引号|公开目录|(?:主题|组配)分类|(?:发文字|文)号|发[布文](?:机构|机关|日期|时间)|(?:成文|生成|公开)日期|[时有]效性)"
    r"(?!\s*[:：])[^，。；]{0,60}"
)
"""A label with what it names and no sign between them, as a browser copies a card."""
_LEAST_FIELDS, _LEAST_GLUED = 2, 3
_LONGEST = 24


def tops(lines: dict[int, str], frame: set[int]) -> dict[int, str]:
    """The further lines of a page's frame, by place: nothing is left of them but a title.

    Args:
        lines: Place → line, of all above the running text.
        frame: The places of those that are known to be of the frame.
    """
    tagged = {place: title for place, text in lines.items() if (title := _untagged(text)) != text}
    frame = frame.union(card := _glued(lines))
    plain = {place: "".join(text.split()) for place, text in lines.items()} | tagged
    titles = [place for place, text in plain.items() if is_title(text)]
    found = dict.fromkeys(card, "") | dict.fromkeys(_labels(lines, plain, frame), "")
    found |= dict.fromkeys(_columns(plain, frame | found.keys(), titles), "")
    found |= dict.fromkeys(_between(plain, frame | found.keys(), titles), "")
    return tagged | found


def _untagged(text: str) -> str:
    """A line without the kind of paper that stands before a title."""
    match = _TAGGED().fullmatch(text) if text[:1] in {"[", "【"} else None
    return match["title"] if match and is_title(match["title"]) else text


def _glued(lines: dict[int, str]) -> list[int]:
    """The places of a card whose labels are glued to what they name, and of the list that it ends; none without one."""
    first = next((place for place, text in lines.items() if text.lstrip(_ITEM_SIGNS).startswith(_FIRST_GLUED)), None)
    if first is None:
        return []
    items = {place: text.lstrip(_ITEM_SIGNS) for place, text in lines.items()}
    card = [*takewhile(lambda place: not items[place] or _GLUED().fullmatch(items[place]), range(first, len(lines)))]
    above = takewhile(lambda place: items[place] != lines[place], range(first - 1, -1, -1))
    return [*above, *card] if sum(bool(items[place]) for place in card) >= _LEAST_GLUED else []


def _labels(lines: dict[int, str], plain: dict[int, str], frame: set[int]) -> Iterator[int]:
    """The places of labels that stand in one block with those of a card; not of one that alone names the title."""
    labelled = {at for at, text in lines.items() if _LABELLED().fullmatch(text) and not names_somebody(text)}
    page, of_block = "\n".join(plain.values()), labelled | frame
    for is_block, places in groupby(lines, key=of_block.__contains__):
        block = set(places) if is_block else set()
        if len(labelled & block & frame) >= _LEAST_FIELDS:
            for place in block - frame:
                named = _untagged(plain[place].replace("：", ":").rpartition(":")[2])
                if not is_title(named) or page.find(named, page.find(named) + 1) >= 0:
                    yield place


def _columns(plain: dict[int, str], frame: set[int], titles: list[int]) -> Iterator[int]:
    """The places of short lines between those of the frame, above the title: the site's owner, or its column."""
    first = next((place for place in titles if not _COLUMN().fullmatch(plain[place])), 0)
    for place in range(min(plain, default=0), first):
        if place in frame:
            continue
        text = plain.get(place, "")
        is_within = place + 1 in frame or (text[:1] in {"[", "【"} and place + 1 == first)
        if not is_within or not (_COLUMN().fullmatch(text) or (is_office(text) and len(text) <= _LONGEST)):
            return
        yield place


def _between(plain: dict[int, str], frame: set[int], titles: list[int]) -> Iterator[int]:
    """The places of short lines between a title and its repetition, who reports aside."""
    first = next((place for place in titles if place not in frame), None)
    if first is None:
        return
    later = [place for place in plain if place > first]
    again = {at for at in later if plain[first] in (plain[at], plain[at] + plain.get(at + 1, ""))}
    for place in range(first + 1, max(again, default=0)):
        text = plain.get(place, "")
        is_organ = place + 1 in again and is_office(text)
        if place in frame or place in again or is_organ or len(text) > _LONGEST or begins_with_mark(text):
            continue
        day = dated(text)
        if not ((day and not day.is_bare) or is_speaker(text) or text.startswith(("—", "-", "（"))):
            yield place
