"""Paragraphs divided at the marks within them: text without line breaks, headings glued to what stands around.

A mark within a paragraph counts only where its number is the next one of its form, and where a sentence ends before it
(or a space stands there, or a heading has just begun), or where it is glued to words that it can't belong to. So dates,
decimals, and numerals that are quoted or spoken of stay text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.frame_lines import is_name, is_speaker
from renmin_docs.intake.prose.kinds import KINDS, kind_said
from renmin_docs.intake.prose.ladder import form_of_level
from renmin_docs.intake.prose.marks import (
    DECIMALS,
    LETTER,
    NUMERALS,
    ORDINAL,
    PART,
    ROMAN,
    SPACE,
    SUBPART,
    TOPIC,
    Mark,
    begins_with_mark,
    mark_at,
    mark_made,
)
from renmin_docs.intake.prose.spacing import LONG, NO_LINE, is_of_lines
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_Begun: TypeAlias = "tuple[Mark | None, int]"
"""The mark at a place of a text, and where it ends."""
_FORMS = (PART, SUBPART, ROMAN, LETTER, TOPIC, "一、", "（一）", "1.", "（1）", "1）", "①")
_DEPTHS = {form: depth for depth, form in enumerate(_FORMS)}
_DEEPER = {form: tuple(_DEPTHS)[depth + 1 :] for form, depth in _DEPTHS.items()}
_GLUED = ("一、", "（一）", "1.", "（1）")
_UNSURE, _NO_HEADS = frozenset((LETTER, *DECIMALS)), frozenset((ORDINAL, *DECIMALS))
_LONGEST_HEADING = 40
_LONGEST_QUOTATION = 60
_STOPS = lazy("[。！？；]")
_DIGITS = frozenset(NUMERALS[:10])
_BARE = lazy(
    "[一二三四五六七八九十](?![年月日是个项类种届次级位条大中小方要季度层步来分等一二三四五六七八九十])[\u4e00-\u9fff][^。；：！？0-9]{3,36}。?"
)
"""A line that may be a heading behind a numeral without 、."""
_TEXT_ROLES = ("paragraph", *LINES["above_chapters"], *LINES["below_chapters"])


class Unit(NamedTuple):
    """A paragraph, or a part of one, with the mark that it begins with.

    Attributes:
        mark: The mark; None for text.
        text: What follows the mark.
        source: The paragraph that it comes from.
        kind: The kind of the chapter that it opens, where a sentence does so and no heading.
    """

    mark: Mark | None
    text: str
    source: Paragraph
    kind: str = ""

    @property
    def form(self) -> str:
        """The form of its mark; empty for text."""
        return self.mark.form if self.mark else ""

    @property
    def number(self) -> int:
        """What its mark counts; 0 for text."""
        return self.mark.number if self.mark else 0

    @property
    def whole(self) -> str:
        """The text with its mark as it was written, for a unit that is no point after all."""
        return (self.mark.text if self.mark else "") + self.source.lead + self.text


class _Place(NamedTuple):
    """A mark within the text: where it begins, and whether a sentence or a space ends before it."""

    paragraph: int
    start: int
    end: int
    mark: Mark
    is_apart: bool


def divide(paragraphs: list[Paragraph]) -> tuple[list[Unit], list[Finding]]:
    """The units that the paragraphs hold, and a note on each paragraph that was divided."""
    units: list[Unit] = []
    notes: list[Finding] = []
    begun = _with_bare_numerals(paragraphs, [mark_at(paragraph.text) for paragraph in paragraphs])
    inner = _admitted(paragraphs, begun)
    forms = _forms_of_levels(paragraphs, begun)
    no_marks = _numbers_of_text(begun)
    for index, (paragraph, begin) in enumerate(zip(paragraphs, begun, strict=True)):
        cuts = inner.get(index)
        if first := paragraph.text[: cuts[0].start if cuts else None].rstrip():
            unit = _first_unit(paragraph, first, mark_at(first) if cuts else begin, forms)
            is_text = index in no_marks and not paragraph.mark and unit.form in _UNSURE
            units.append(Unit(None, first, paragraph) if is_text else unit)
        if cuts:
            units += _inner_units(paragraph, cuts)
            marks = "、".join(place.mark.text for place in cuts)
            notes.append(Finding("paragraph_divided", line=paragraph.line, found=quote(marks, 60)))
    return units, notes


def _with_bare_numerals(paragraphs: list[Paragraph], begun: list[_Begun]) -> list[_Begun]:
    """The marks that the paragraphs begin with, numerals that lack their 、 among them.

    四以改善民生为落脚点 has one next to 五、 or 三、, and so has the next such line in turn.
    """
    bare = {
        place: Mark("一、", NUMERALS.index(paragraph.text[0]) + 1, paragraph.text[0])
        for place, (paragraph, (mark, _)) in enumerate(zip(paragraphs, begun, strict=True))
        if mark is None and paragraph.text[0] in _DIGITS and _BARE().fullmatch(paragraph.text)
    }
    if not bare:  # as in nearly all texts
        return begun
    marks = {place: mark for place, (mark, _) in enumerate(begun) if mark and mark.form == "一、"}
    pairs = pairwise(sorted((marks | bare).items()))
    in_turn = {at for one, other in pairs if one[1].number + 1 == other[1].number for at in (one[0], other[0])}
    return [(bare[at], 1) if at in bare and at in in_turn else each for at, each in enumerate(begun)]


def _numbers_of_text(begun: list[_Begun]) -> frozenset[int]:
    """The places of 1.1, 1.2 … that are numbers of the text: all, where none follows another of the same part.

    So are A., B. … where they stand below other marks.
    """
    forms = [mark.form for mark, _ in begun if mark]
    if _UNSURE.isdisjoint(forms):  # as in most texts
        return frozenset()
    first = forms[0]
    letters = frozenset(at for at, (mark, _) in enumerate(begun) if mark and mark.form == LETTER != first)
    decimals = {place: mark for place, (mark, _) in enumerate(begun) if mark and mark.form in DECIMALS}
    if not decimals:
        return letters
    parts = [(mark.text.rstrip(".．、")[: -len(str(mark.number))], mark.number) for mark in decimals.values()]
    are_counting = any(one[0] == other[0] and one[1] + 1 == other[1] for one, other in pairwise(parts))
    return letters if are_counting else letters.union(decimals)


def _inner_units(paragraph: Paragraph, cuts: list[_Place]) -> Iterator[Unit]:
    """The units that begin within a paragraph."""
    source = paragraph._replace(lead="")
    ends = [*(place.start for place in cuts[1:]), len(paragraph.text)]
    for place, end in zip(cuts, ends, strict=True):
        yield Unit(place.mark, paragraph.text[place.end : end].strip(), source)


def _forms_of_levels(paragraphs: list[Paragraph], begun: list[_Begun]) -> dict[int, str]:
    """The form of headings of each level: that of their marks, where some have one and others not."""
    headings = [(each, mark) for each, (mark, _) in zip(paragraphs, begun, strict=True) if each.outline or each.role]
    if not headings:
        return {}
    marked = ((heading.level, mark_made(heading.mark) or mark) for heading, mark in headings)
    forms = {level: mark.form for level, mark in marked if mark and level}
    return {heading.level: form_of_level(heading.level, forms) for heading, _ in headings}


def _first_unit(paragraph: Paragraph, text: str, begun: _Begun, forms: dict[int, str]) -> Unit:
    """The unit that a paragraph begins with; a mark that a program wrote counts before a typed one."""
    if paragraph.mark and (made := mark_made(paragraph.mark)):
        return Unit(made, text, paragraph)
    mark, end = (None, 0) if paragraph.lead or paragraph.role in _TEXT_ROLES else begun
    rest = text[end:].lstrip(SPACE) if mark else text
    if mark is None and (paragraph.outline or paragraph.role) and paragraph.level:
        mark = Mark(forms[paragraph.level], text=paragraph.mark)
    return Unit(mark, rest, paragraph)


_GLUED_BEGIN = f"（(〔【［㈠-㈩{NUMERALS}"
_INNER = lazy(
    f"[{_GLUED_BEGIN}第⑴-⒇⒈-⒛①-⑳0-9０-９]"
    rf"(?:(?:(?<=[。！？；：\s].)|(?<=[。！？；：][”）].))()|(?<=[{_GLUED_BEGIN}])(?<![{NUMERALS}].)"
    r"|(?<=[\u4e00-\u9fff][0-9])(?=[0-9]?[.．、][\u4e00-\u9fff“]))"
)
"""Where a mark may begin within a paragraph: with a group behind a sentence or a space, without one glued to text."""


def _inner_places(paragraphs: list[Paragraph], begun: list[_Begun]) -> dict[int, list[_Place]]:
    """All marks within paragraphs that may count, by paragraph."""
    found: dict[int, list[_Place]] = {}
    begins = _INNER().finditer
    for index, (paragraph, (_, first_end)) in enumerate(zip(paragraphs, begun, strict=True)):
        text = paragraph.text
        for begin in begins(text, first_end or 1):
            place = _place(index, text, begin.start(), mark_at(text, begin.start()))
            if place and (begin.lastindex or place.mark.form in _GLUED) and not _is_quoted(text, place):
                found.setdefault(index, []).append(place)
    return found


def _place(index: int, text: str, at: int, begun: _Begun) -> _Place | None:
    """The mark that begins at a place of a paragraph; None where there is none that is a heading's."""
    mark, end = begun
    if mark is None or mark.form in _NO_HEADS:
        return None
    return _Place(index, at, end, mark, at == 0 or text[at - 1] in "。！？；：”） \u3000\t")


def _is_quoted(text: str, place: _Place) -> bool:
    """Whether a place stands within quotation marks or brackets that were opened a little before it.

    What is closed nowhere near ends with its sentence.
    """
    start, near = max(0, place.start - _LONGEST_QUOTATION), place.end + _LONGEST_QUOTATION
    for opening, closing in ("“”", "（）"):
        opened = text.rfind(opening, start, place.start)
        if opened > text.rfind(closing, start, place.start):
            closed, again = text.find(closing, place.end, near), text.find(opening, place.end, near)
            if 0 <= closed < (again if again >= 0 else near) or not _STOPS().search(text, opened, place.start):
                return True
    return False


def _admitted(paragraphs: list[Paragraph], begun: list[_Begun]) -> dict[int, list[_Place]]:
    """The marks within paragraphs that count, by paragraph."""
    inner = _inner_places(paragraphs, begun)
    if not inner:  # as in most texts
        return inner
    starts = (_place(at, each.text, 0, first) for at, (each, first) in enumerate(zip(paragraphs, begun, strict=True)))
    places = [place for at, start in enumerate(starts) for place in (start, *inner.get(at, ())) if place]
    last_second = {place.mark.form: number for number, place in enumerate(places) if place.mark.number == 2}
    admitted: dict[int, list[_Place]] = {}
    expected: dict[str, int] = {}
    counted: set[str] = set()
    before: _Place | None = None
    for number, place in enumerate(places):
        mark = place.mark
        text = paragraphs[place.paragraph].text
        in_turn = mark.number == expected.get(mark.form, 1) or _begins_anew(place, text, expected)
        opens = mark.number > 1 or mark.form in counted or last_second.get(mark.form, -1) > number
        if place.start and not (in_turn and opens and _is_free(place, before, text)):
            continue
        for form in _DEEPER[mark.form]:
            expected.pop(form, None)
        expected[mark.form] = mark.number + 1
        if mark.number > 1:
            counted.add(mark.form)
        before = place
        if place.start:
            admitted.setdefault(place.paragraph, []).append(place)
    return admitted


def _begins_anew(place: _Place, text: str, expected: Iterable[str]) -> bool:
    """Whether the highest marks begin anew behind a sentence that opens a chapter: 下一步，要抓好以下工作：（一）."""
    if place.mark.number != 1 or text[place.start - 1 : place.start] != "：":
        return False
    sentence = text[max(place.start - _LONGEST_QUOTATION, 0) : place.start - 1].rpartition("。")[2]
    is_highest = all(_DEPTHS[form] >= _DEPTHS[place.mark.form] for form in expected)
    return is_highest and kind_said(sentence) in KINDS[1:]


def _is_free(place: _Place, before: _Place | None, text: str) -> bool:
    """Whether a mark within a paragraph stands where one may: apart, or glued to a heading or to what it can't end."""
    if place.is_apart or _is_no_word(place, text):
        return True
    begun = before is not None and before.paragraph == place.paragraph
    if begun and before is not None and _DEPTHS[before.mark.form] >= _DEPTHS[place.mark.form]:
        return False
    start = before.end if begun and before is not None else 0
    heading = text[start : place.start]
    at_top = before is None and place.paragraph == 0
    return (begun or at_top) and len(heading) <= _LONGEST_HEADING and not _STOPS().search(heading)


_ENDS_IN_ONE = "统唯专之其第单同逐周期拜初进归合如万任不"
"""Characters before a numeral that is a part of their word, or of a name: 统一、 周二、."""
_GOES_ON = tuple("和与及或至到项款条的点中，。；、）”")
_TELLS = lazy("情况|成效|成绩|总结|回顾|问题|困难|不足|短板|打算|计划|安排|思路|措施|经验|做法|亮点|举措|重点|方向")


def _is_no_word(place: _Place, text: str) -> bool:
    """Whether a mark that text runs into is no part of it: what follows is a heading, by its stop or by its words."""
    before, behind = text[place.start - 1], text[place.end : place.end + _LONGEST_HEADING]
    if before in _ENDS_IN_ONE or behind.startswith(_GOES_ON) or before.isdecimal() or behind[:1] in NUMERALS:
        return False  # 完成四、七两个组的改造
    stop = _STOP().search(behind)
    heading = behind[: stop.start()] if stop else behind
    if place.mark.form == "一、" and place.mark.number == 1:
        return _TELLS().search(heading, 0, _LONGEST_OF_CHAPTERS) is not None
    return len(heading) > 1 and (stop is None or stop[0] in "。：（" or _TELLS().search(heading) is not None)


_STOP = lazy("[。！？；：，（]")
_LONGEST_OF_CHAPTERS = 16


_FOLD = lazy("[\u3400-\u9fff，、；][\u3400-\u9fff]")
"""What stands around a space within a sentence, where a line of the page ended."""
_LONGEST_MARK, _ENDS = 8, ("。", "！", "？", "：")


def parted(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Finding]]:
    """The lines, long ones parted at the spaces that stand for line ends, behind sentences and around what stood alone.

    Who speaks stays with his name, and 二是 with 一是.
    """
    long = {place for place, line in enumerate(lines) if len(line.text) > LONG and is_of_lines(line.text)}
    if not long:  # as in most texts
        return lines, []
    texts = [
        _lines_in([*filter(None, line.text.split(" "))]) if place in long else [line.text]
        for place, line in enumerate(lines)
    ]
    made = [line._replace(text=text) for line, parts in zip(lines, texts, strict=True) for text in parts]
    return made, [Finding("paragraph_divided", line=lines[place].line, found=quote("。 ")) for place in sorted(long)]


def _lines_in(pieces: list[str]) -> Iterator[str]:
    text = pieces[0]
    for piece in pieces[1:]:
        is_mark = len(text) <= _LONGEST_MARK and mark_at(f"{text}一")[1] >= len(text)
        is_inner = piece[1:2] == "是" or is_mark or (is_name(piece) and is_speaker(text))
        if (text.endswith(_ENDS) or NO_LINE.isdisjoint(text)) and not is_inner:
            yield text
            text = piece
        else:
            is_fold = _FOLD().fullmatch(text[-1] + piece[0]) and not (is_inner or begins_with_mark(piece))
            in_sentence = is_fold and ("。" in text or not (begins_with_mark(text) or NO_LINE.isdisjoint(text)))
            text += piece if in_sentence else f" {piece}"
    yield text
