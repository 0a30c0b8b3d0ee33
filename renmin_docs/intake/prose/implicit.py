"""Headings without a number that their look shows: bold lines, bold run-ins, items that hold a list, lines behind ——.

They get an outline level, by what stands above them and what begins anew below them; the rest is done as for headings
that a style shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, groupby, islice, pairwise, takewhile
from typing import TYPE_CHECKING, TypeVar

from renmin_docs.intake.prose.headings import announces, is_known_heading, is_statement
from renmin_docs.intake.prose.kinds import KINDS, kind_of
from renmin_docs.intake.prose.marks import DECIMALS, ORDINAL, Mark, mark_made, read_mark
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_LONGEST, _SHORTEST, _SHORTEST_LEAD = 36, 3, 2
_LEAST_LEADS = 2
"""Run-in headings come in series; one bold beginning is emphasis."""
_MOST_BOLD = 0.5
"""Of the letters of a text: where more are bold, it says nothing."""
_SENTENCES = ("。", "；", "！", "？")
_STOPS, _CLOSERS = "。：", "”’》）。："
_NO_HEADING = lazy(r".*(?:[；！？、，]\Z|[。；！？].|\d{1,2}月\d{1,2}日|\s{2,}|\u3000)|[（(].*[)）]|.{0,8}：")
_LABEL = lazy("[图表] ?[0-9一二三四五六七八九]|注[：:]|附件|抄送|主送|联系|报送|来源|作者|编者|时间|地点|签发")
_Value = TypeVar("_Value")
_LEVELS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 6, "1）": 7, "①": 8}
"""Form of marks → the outline level that stands just above it; one lower is just below. Others are above all."""
_DEEPEST = 9
_DASHES, _SIGNS = "—–", "◆◇●■□▲★☆◎"
_ADORNS = frozenset(_DASHES + _SIGNS)
_LINE = r"(?=(?:[^。；：！？…]{3,36}|[^。；：！？…0-9]{3,36}。)\Z)"
_DASH, _ITEM = lazy(rf"(?:[—–]{{1,2}}|[{_SIGNS}])\s*{_LINE}"), lazy(_LINE)
"""What stands before a line that is a heading without a number."""
_LEAST_DASHED = 2


def with_implicit(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that only look like headings with the level and the lead that their look gives them."""
    if not any(map(_may_be_head, paragraphs)):
        return paragraphs
    marks = [_mark_of(paragraph) for paragraph in paragraphs]
    levels = _levels(paragraphs, marks)
    found = list(paragraphs)
    heads = _bold_lines(paragraphs, marks)
    level = _level(heads, marks, levels)
    for place, begins_chapter in heads.items():
        found[place] = _as_heading(found[place], 1 if begins_chapter else level)
        marks[place], levels[place] = Mark(f"outline {found[place].outline}"), found[place].outline
    before = _last(levels)
    for place, (begin, end) in _leads(paragraphs, marks).items():
        whole = paragraphs[place].text
        mark, lead, text = (part.strip() for part in (whole[:begin], whole[begin:end], whole[end:]))
        level = 0 if mark else _level_below(before[place])
        bare = lead if mark else lead.lstrip(f"{_DASHES}{_SIGNS} ")
        mark = mark or lead[: len(lead) - len(bare)] or found[place].mark
        found[place] = found[place]._replace(mark=mark, lead=bare.strip(), text=text, outline=level)
    for place, has_inner in _nested(paragraphs, marks):
        level = min(_level_below(before[place]) + paragraphs[place].item - 1, _DEEPEST)
        found[place] = found[place]._replace(outline=level, role="" if has_inner else "point")
    for place, sign in [] if any(marks) else _above_signs(paragraphs):
        found[place] = found[place]._replace(outline=1, mark=sign[0].strip(), text=sign.string[sign.end() :])
        marks[place], levels[place] = Mark("outline 1"), 1
    for place, (dash, heading, level) in _dashed(found, levels):
        found[place] = found[place]._replace(outline=level, mark=dash, text=heading)
    return found


def _may_be_head(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item of a list, or its bold beginning may be a heading that no stop ends."""
    if not paragraph.bold[1] or paragraph.role or paragraph.level:
        return paragraph.item > 0 or paragraph.text[:1] in _ADORNS
    has_mark = paragraph.mark or read_mark(paragraph.text)[0] is not None
    return not has_mark or _bold_beginning(paragraph) is not None


def _as_heading(paragraph: Paragraph, level: int) -> Paragraph:
    """A bold line with its level, and the signs that adorn it as its mark."""
    text = paragraph.text.lstrip(f"{_SIGNS} ")
    return paragraph._replace(outline=level, mark=paragraph.text[: -len(text)].strip(), text=text)


def _levels(paragraphs: list[Paragraph], marks: list[Mark | None]) -> list[int | None]:
    """The outline level of each mark; those that no style shows are as much lower as the others with the same marks."""
    shown = ((read_mark(each.text)[0], each.level) for each in paragraphs if each.level)
    lower = max((level - _LEVELS[mark.form] for mark, level in shown if mark and mark.form in _LEVELS), default=0)
    usual = (_LEVELS.get(mark.form, 0) if mark else None for mark in marks)
    pairs = zip(paragraphs, usual, strict=True)
    return [each.level or (None if level is None else level + max(lower, 0)) for each, level in pairs]


def _last(values: list[_Value | None]) -> list[_Value | None]:
    """For each place, the value that stands nearest before it."""
    before: list[_Value | None] = [None]
    for value in values[:-1]:
        before.append(before[-1] if value is None else value)
    return before


def _level_below(level: int | None) -> int:
    """The outline level just below one; below none that of points."""
    return 2 if level is None else min(level, _DEEPEST - 1) + 1


def _mark_of(paragraph: Paragraph) -> Mark | None:
    """The mark or the level that a paragraph has without its look; a number within a series is none."""
    if paragraph.level:
        return Mark(f"outline {paragraph.level}")
    mark = mark_made(paragraph.mark) if paragraph.mark else read_mark(paragraph.text)[0]
    return None if mark is None or mark.form in (ORDINAL, *DECIMALS) else mark


# --- bold lines -------------------------------------------------------------------------------


def _bold_lines(paragraphs: list[Paragraph], marks: list[Mark | None]) -> dict[int, bool]:
    """The places of lines that are bold as a whole and look like headings, and whether each begins a chapter.

    All do where none stands right above another, if each says a kind of chapter, or only problems and plans are said:
    what was done has a chapter for each field then.
    """
    if _is_bold(paragraphs):
        return {}
    unmarked = [place for place in range(len(paragraphs) - 1) if marks[place] is None]
    places = sorted({*(at for at in unmarked if _is_bold_heading(paragraphs[at])), *_bold_labels(paragraphs, unmarked)})
    has_marks = any(mark and mark.form in ("一、", "outline 1") for mark in marks)
    kinds = ["" if has_marks else kind_of(paragraphs[place].text).name for place in places]
    are_apart = not any(one + 1 == other for one, other in pairwise(places))
    is_late = {"difficulties", "plans"} >= {*kinds} - {""} != set()
    is_flat = are_apart and (all(kinds) or is_late)
    heads: dict[int, bool] = {}
    open_kind = ""
    for place, kind in zip(places, kinds, strict=True):
        heads[place] = is_flat or bool(kind and kind != open_kind)
        open_kind = kind or open_kind
    return heads


def _is_bold(paragraphs: list[Paragraph]) -> bool:
    """Whether so much of the running text is bold that it says nothing."""
    texts = [each for each in paragraphs if each.text.endswith(_SENTENCES) or len(each.text) > _LONGEST]
    bold = sum(text.bold[1] for text in texts)
    return bold > 0 and bold > _MOST_BOLD * sum(letters_in(text.text) for text in texts)


def _is_bold_heading(paragraph: Paragraph) -> bool:
    if not paragraph.bold[1] or paragraph.role or len(paragraph.text) > _LONGEST:
        return False
    return paragraph.bold[1] >= letters_in(paragraph.text) > 0 and _is_like_heading(paragraph.text)


def _bold_labels(paragraphs: list[Paragraph], places: list[int]) -> list[int]:
    """The places of bold lines that end in ：, where some are no known headings: those stand beside spoken chapters."""
    texts = {place: paragraphs[place].text[:-1] for place in places if paragraphs[place].text[-1:] == "："}
    labels = {at: text for at, text in texts.items() if _is_bold_heading(paragraphs[at]._replace(text=text))}
    others = sum(not (is_known_heading(text) or kind_of(text).name in KINDS[1:]) for text in labels.values())
    return [*labels] if others >= _LEAST_LEADS else []


def _is_like_heading(text: str, shortest: int = _SHORTEST) -> bool:
    is_sentence = text.endswith("。") and (is_statement(text) or any(map(str.isdecimal, text)))
    is_sentence = is_sentence or announces(text)
    is_short = shortest <= len(text) <= _LONGEST and not is_sentence
    return is_short and not _NO_HEADING().match(text) and not _LABEL().match(text)


def _level(heads: dict[int, bool], marks: list[Mark | None], levels: list[int | None]) -> int:
    """The level of bold lines that begin no chapter: above marks that begin anew behind them, or below others."""
    before, votes = _last(levels), Counter[int]()
    pairs = zip(marks, levels, strict=True)
    begun = (max(level or 0, 1) if mark and mark.number == 1 else mark and 0 for mark, level in pairs)
    behind = _last([*begun][::-1])[::-1]
    for place in (place for place, begins_chapter in heads.items() if not begins_chapter):
        votes[behind[place] or _level_below(before[place])] += 1
    return votes.most_common(1)[0][0] if votes else 2


# --- run-ins ----------------------------------------------------------------------------------


def _leads(paragraphs: list[Paragraph], marks: list[Mark | None]) -> dict[int, tuple[int, int]]:
    """The places of paragraphs that begin with bold words and go on in plain ones, and where the words begin and end.

    Those with a mark only count where no stop ends the words, which would end them anyway.
    """
    found: dict[int, tuple[int, int]] = {}
    forms: dict[int, str] = {}
    for place, paragraph in enumerate(paragraphs):
        span = _bold_beginning(paragraph)
        if span is not None:
            mark = marks[place]
            found[place], forms[place] = span, "" if mark is None else mark.form
    counts = Counter(forms.values())
    return {place: span for place, span in found.items() if counts[forms[place]] >= _LEAST_LEADS}


def _bold_beginning(paragraph: Paragraph) -> tuple[int, int] | None:
    """Where the bold beginning of a paragraph begins, behind its mark, and where it ends with the stop behind it."""
    (before, count), text = paragraph.bold, paragraph.text
    if not count or paragraph.role or paragraph.lead or paragraph.level:
        return None
    mark, rest = (None, text) if paragraph.mark else read_mark(text)
    of_mark = 0 if mark is None else letters_in(mark.text)
    if before not in (0, of_mark) or (before == 0 and count <= of_mark):
        return None
    letters = (at for at, character in enumerate(text, 1) if character.isalnum())
    begin, end = len(text) - len(rest), next(islice(letters, before + count - 1, None), len(text))
    end += len(text[end:]) - len(text[end:].lstrip(_CLOSERS))
    words = text[begin:end]
    is_marked = mark is not None or bool(paragraph.mark)
    is_lead = _is_like_heading(words.rstrip(_STOPS), _SHORTEST_LEAD) and not is_statement(words)
    if not text[end:].strip() or not is_lead or (is_marked and words.endswith(tuple(_STOPS))):
        return None
    return begin, end


# --- lists ------------------------------------------------------------------------------------


def _nested(paragraphs: list[Paragraph], marks: list[Mark | None]) -> Iterator[tuple[int, bool]]:
    """The items beside which, in one list, any has a list in it; and whether each has."""
    for is_list, places in groupby(range(len(paragraphs)), key=lambda place: paragraphs[place].item > 0):
        if not is_list:
            continue
        items = [(place, paragraphs[place].item) for place in places]
        inner = [after > depth for (_, depth), (_, after) in pairwise([*items, (0, 0)])]
        deep = {depth for (_, depth), has_inner in zip(items, inner, strict=True) if has_inner}
        found = zip(items, inner, strict=True)
        yield from ((place, has) for (place, depth), has in found if depth in deep and marks[place] is None)


# --- lines behind a dash ----------------------------------------------------------------------


def _dashed(paragraphs: list[Paragraph], levels: list[int | None]) -> Iterator[tuple[int, tuple[str, str, int]]]:
    """The lines above text that a dash begins: dash, heading, level; by sections, none beside numbers on that level."""
    texts = enumerate(pairwise(paragraphs))
    above_text = (
        place for place, (_, below) in texts if below.text.endswith(_SENTENCES) and below.text[0] not in _ADORNS
    )
    lines = {place: _dash(paragraphs[place]) for place in above_text if levels[place] is None}
    dashes = {place: dash for place, dash in lines.items() if dash}
    sections = [*accumulate((-1 if level is None else place for place, level in enumerate(levels)), max)]
    before = _last(levels)
    for begin, group in groupby(dashes, key=sections.__getitem__):
        places = list(group)
        sign = dashes[places[0]][0][:1] or _SIGNS[0]
        level = _level_dashed(paragraphs[: places[0]], before[places[0]], sign, has_marks=max(sections) >= 0)
        if level and len(places) >= _LEAST_DASHED and not _has_level(levels[begin + 1 :], level):
            for place in places:
                yield place, (dashes[place][0].strip(), paragraphs[place].text[dashes[place].end() :], level)


def _dash(line: Paragraph) -> re.Match[str] | None:
    """What stands before a heading: a sign, or nothing where a program or a picture made it an item."""
    if line.outline or line.role:  # a list shows what it is
        return None
    return _DASH().match(line.text) or (_ITEM().match(line.text) if line.item else None)


def _level_dashed(above: list[Paragraph], level: int | None, sign: str, *, has_marks: bool) -> int:
    """The level of lines behind a sign: below the mark above them, or below a line that heads a chapter without one.

    Args:
        above: The paragraphs above the first of them.
        level: That of the last mark among these.
        sign: What stands before the lines.
        has_marks: Whether the text has marks at all.
    """
    if level is not None:
        return _level_below(level)
    if sign in _SIGNS and not has_marks:  # which stands before chapters where nothing else does
        return 1 + above[-1].text.endswith("：") if above else 1  # of points, which a sentence announces
    return 2 * (sign in _DASHES and any(is_known_heading(each.text) for each in above))


def _has_level(levels: list[int | None], level: int) -> bool:
    """Whether one of the marks up to the end of a section is on its level just below the heading."""
    return level in takewhile(lambda own: own >= level, (own for own in levels if own is not None))


def _above_signs(paragraphs: list[Paragraph]) -> list[tuple[int, re.Match[str]]]:
    """The lines with the sign that stands above lines with another: ■ 主要工作 above ● 公共卫生."""
    texts = enumerate(each.text for each in paragraphs)
    lines = {at: dash for at, text in texts if text[:1] in _SIGNS and (dash := _DASH().match(text))}
    signs = {at: dash[0][0] for at, dash in lines.items()}
    outer = next((sign for at, sign in signs.items() if signs.get(at + 1, sign) != sign), "")
    found = [(at, dash) for at, dash in lines.items() if signs[at] == outer]
    return found if len(found) >= _LEAST_DASHED else []


def letters_in(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))
