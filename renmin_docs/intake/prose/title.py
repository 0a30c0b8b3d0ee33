"""The title: on lines of its own, glued to the text, repeated, or missing."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.addressee import names_somebody
from renmin_docs.intake.prose.attachments import LABEL
from renmin_docs.intake.prose.frame_lines import dated, is_office, is_person, is_speaker
from renmin_docs.intake.prose.head import is_occasion
from renmin_docs.intake.prose.headings import is_like_heading
from renmin_docs.intake.prose.identity import names_office
from renmin_docs.intake.prose.kinds import PAPERS, PLANS
from renmin_docs.intake.prose.marks import begins_with_mark
from renmin_docs.intake.prose.repeated_titles import GENRES, best_of, plain, repeats, repetitions
from renmin_docs.intake.prose.site_titles import without_year
from renmin_docs.intake.prose.title_apart import begins_again, title_apart, without_title
from renmin_docs.intake.prose.years import years_in
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy
from renmin_docs.report.offices import BODIES, PLACES, endings

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_MOST_LINES = 12
"""How many lines from the top a title is looked for."""
_LONGEST = 60
_LONGEST_PART = 30
_MOST_COUPLET = 2
_LEAST_MOTTO = 2
_MOST_TITLE = 4
_GENRE_END = 4
_NOTICES = ("通知", "函")
_NOTICE = lazy(f"[^，。；：]{{0,40}}关于(?:印发|转发|公布|报送|上报|呈报)[^，。；：]{{2,60}}的(?:{'|'.join(_NOTICES)})")
"""The title of a notice by which a report is sent out."""
_OF_MEETING = lazy(
    r"内部(?:资料|材料|文件).{0,10}|\S{0,16}(?:会议|交流|汇报|发言|参阅|典型|评审|审议|学习)(?:材料|文件)\S{0,6}|\S{0,6}(?:送审|征求意见|讨论|审议)稿"
)
"""What stands above the title of a paper that is laid out at a meeting."""
_ENDS = tuple("。！？；：，、")
_PLANS = f"(?:{PLANS}|方案|设想|部署|情况|回顾)"
_WORDS = lazy(rf"{PAPERS}|综述|述职|(?:发言(?:稿|材料|提纲)?|回眸)\Z")
_PLANNED = lazy(_PLANS)
_YEAR_WITHIN = lazy(r"(?<=\S)(?:19|20)\d\d(?:[-—–~至]|学?年)")
_OF_YEAR_AND_OFFICE = lazy(
    rf"(?:(?:19|20)\d\d年度?\S{{0,12}}?(?:{endings(PLACES)})|\S{{1,12}}(?:{endings(PLACES)})(?:19|20)\d\d年度?)\S{{2,16}}工作"
)
"""A title that ends in its topic: 2022年花桥街道平安建设工作."""
_PLAN_OF_YEAR = lazy(r"\S{0,16}(?:19|20)\d\d(?:[-—–~至]{1,2}(?:20)?\d\d)?学?年\S{0,16}(?:要点|计划|思路|方案)")
"""A first line that is a title, though a chapter further down could be called so: 2024年工作计划."""
_OF_OFFICE = lazy(
    rf"(?:{endings(PLACES)}|[局院校]).*{_PLANS}|(?:{endings(BODIES)})(?:19|20)\d\d(?:[-—–~至]{{1,2}}(?:20)?\d\d学)?年.*{_PLANS}"
)
_GOES_ON = lazy(r"(?:[和及暨与]|—(?!—?(?:19|20)\d\d年\d)|(?:19|20)\d\d年(?!，|.*(?:回顾|总结|情况|成绩|成效))).{2,}")
_UNFINISHED = lazy(rf"(?:(?<=工作)|(?<=[的年与和及、]))\n[^\n]{{0,14}}(?:{_PLANS}|总结|报告|汇报)\Z")
"""Where a title breaks off, and the line that ends it."""
_STOPPED = lazy(rf"[^，。；：！？]{{0,30}}(?:19|20)\d\d年[^，。；：！？]{{0,20}}(?:{PAPERS}|{PLANS})。")
_COLLECTION = lazy(
    r"^篇[0-9一二三四五六七八九十]+[:：]|[0-9一二三四五六七八九十几多]{1,3}篇|范文|模板|大全|精选|合集|（全文）|（通用"
)
"""What sites call the pages on which they gather reports."""
_BLURB = lazy(r"小编|供(?:大家|您|参考)|仅供|欢迎(?:阅读|参考|下载)|希望.{0,12}(?:帮助|参考)")
_BUTTON = lazy(r"\D{2,6}")
_SITE_NAME = lazy(r"[网站库]$|文[秘档库]|范文|之家|天地$|大全")


class Title(NamedTuple):
    """A title, and what is below it.

    Attributes:
        text: The title, a newline between its lines; empty where none was found.
        above: The paragraphs above it.
        rest: The paragraphs that do not belong to it, in order.
        notes: What was taken out or apart.
    """

    text: str
    above: list[Paragraph]
    rest: list[Paragraph]
    notes: list[Finding]


def take_title(paragraphs: list[Paragraph]) -> Title:
    """Find the title among the first paragraphs and take it off, with its repetitions."""
    if end := _end_of_notice(paragraphs):
        found = take_title(paragraphs[end:])
        note = Finding("lines_above_title", line=paragraphs[0].line, found=str(end))
        return found._replace(above=[*paragraphs[:end], *found.above], notes=[note, *found.notes])
    if styled := [place for place, paragraph in enumerate(paragraphs) if paragraph.role == "title"]:
        end = styled[-1] + 1
        while end < len(paragraphs) and _stands_alone(paragraphs[end]) and _goes_on(paragraphs[end].text):
            end += 1
        styled += range(styled[-1] + 1, end)
        above = paragraphs[: styled[0]]
        rest = [each for place, each in enumerate(paragraphs) if place > styled[0] and place not in styled]
        notes = [Finding("lines_above_title", line=above[0].line, found=str(len(above)))] if above else []
        return Title("\n".join(paragraphs[place].text for place in styled), above, rest, notes)
    span = _span(paragraphs)
    if span is None:
        return _glued(paragraphs)
    start, end = span
    text = _untorn("\n".join(paragraph.text for paragraph in paragraphs[start:end]))
    return _without_repetitions(text, paragraphs[:start], paragraphs[end:])


def _untorn(title: str) -> str:
    """A title in one line where its lines break off within the name of the office that it begins with."""
    first, _, rest = title.partition("\n")
    year = _YEAR_WITHIN().search(rest) if rest else None
    is_torn = year is not None and not is_office(first) and is_office(first + rest[: year.start()])
    return first + rest if is_torn else title


def _end_of_notice(paragraphs: list[Paragraph]) -> int:
    """Where the notice ends by which a report is sent out, with its date and what stands below it; 0 without one."""
    top = paragraphs[:_MOST_LINES]
    ended = [at for at, line in enumerate(top) if line.text.endswith(_NOTICES)]
    if not ended:
        return 0
    start = next((at for at in ended if _NOTICE().fullmatch(top[at].text)), None)
    halved = next((at for at in ended if at and _NOTICE().fullmatch(top[at - 1].text + top[at].text)), None)
    start = halved if start is None else start
    if start is None:
        return 0
    ends = (at for at, line in enumerate(paragraphs[: start + _MOST_LINES]) if at > start and dated(line.text))
    end = next(ends, 0) + 1
    while end < len(paragraphs) and paragraphs[end].text.startswith(("（", "附件")):
        end += 1
    has_title = any(has_title_words(line.text) and _stands_alone(line) for line in paragraphs[end : end + _MOST_TITLE])
    return end if end > 1 and has_title and not any(begins_with_mark(line.text) for line in paragraphs[:end]) else 0


def _span(paragraphs: list[Paragraph]) -> tuple[int, int] | None:
    """The lines of the title: one with a word of titles, and the parts of it before and behind."""
    levels = [paragraph.level for paragraph in paragraphs if paragraph.outline or paragraph.role]
    top, alone = paragraphs[:_MOST_LINES], list[bool]()
    if levels:  # a page's heading of the first level that has no other beside it heads no chapter
        of_level = Counter(levels)
        alone = [line.level > 0 and of_level[line.level] == 1 for line in top]
        alone[:1] = [alone[0] or _heads_others(paragraphs)] if top else []
        top = [line._replace(outline=0) if is_alone else line for line, is_alone in zip(top, alone, strict=True)]
    text = next((place for place, line in enumerate(top) if place and not _is_no_text(line)), len(top))
    found = [place for place, line in enumerate(top[:text]) if _is_title(line, is_first=not place)]
    first = _last_alike(_of_reports(found, top) if len(found) > 1 else found, top)
    if (first or first is None) and not _is_no_text(top[0]):
        first = next((at for at, is_alone in enumerate(alone) if is_alone and has_title_words(top[at].text)), None)
        first = _below_words(top, found) if first is None else first
    if first is None:
        return _couplet(top)
    start = first
    while start and _is_part(top[start - 1], top[first]):
        start -= 1
    end = first + 1
    while end < len(top) and _stands_alone(top[end]) and without_year(top[end].text) not in top[first].text:
        if not (_goes_on(top[end].text) or _UNFINISHED().search(f"{top[end - 1].text}\n{top[end].text}")):
            break
        end += 1
    return start, end


def _below_words(top: list[Paragraph], found: list[int]) -> int | None:
    """The title below the words of a mail or a message: above an addressee, or with an office and a year."""
    pairs = ((place, line) for place, (line, below) in enumerate(pairwise(top)) if names_somebody(below.text))
    addressed = (at for at, line in pairs if _is_title(line, is_first=False) and not line.text.startswith("（"))
    named = (at for at in found if names_office(top[at].text) and years_in(top[at].text))
    return next(addressed, None) or next(named, None)


def _of_reports(places: list[int], top: list[Paragraph]) -> list[int]:
    """The titles without the names of collections on a site and what stands above those."""
    spoken = [at for at in places if at + 1 < len(top) and is_occasion(top[at + 1].text)]
    if spoken and not any(repeats(top[spoken[-1]].text, plain(top[at].text)) for at in places if at < spoken[-1]):
        return spoken[-1:]  # of two titles the one that was held
    of_sites = [place for place, line in enumerate(top[: places[-1]]) if _COLLECTION().search(line.text)]
    of_reports = [place for place in places if place not in of_sites and top[place].text not in GENRES] or places[:1]
    return [place for place in of_reports if place > max(of_sites, default=-1)] or of_reports


def _heads_others(paragraphs: list[Paragraph]) -> bool:
    """Whether the first heading is no chapter of its level: it names the report, and has no mark where others do."""
    first, *others = [each for each in paragraphs if each.level == paragraphs[0].level > 0] or [paragraphs[0]]
    marked = [bool(each.mark) or begins_with_mark(each.text) for each in others]
    return has_title_words(first.text) and not begins_with_mark(first.text) and any(marked) and not first.mark


def _last_alike(places: list[int], top: list[Paragraph]) -> int | None:
    """The first title, or the last of those below it that is the report's own.

    That is one right below it that ends alike and names an office, or one of the same year below an office.
    """
    own = next(iter(places), None)
    for place, next_place in pairwise(places):
        above, below = top[place].text, top[next_place].text
        between = top[place + 1 : next_place]
        if own is None or not all(is_office(line.text) for line in between):
            break
        if not between and repeats(below, plain(above)):
            continue
        behind = "".join(line.text for line in top[next_place + 1 : next_place + 2])
        is_half = above == behind + below and is_office(behind)  # a page has the office before the title
        is_same = below not in above and years_in(above)[:1] == years_in(below)[:1] != []
        is_alike = names_office(below) and (is_same or _end_alike(above, below))
        is_alike |= is_half or below.endswith(above) or above.partition("（")[0] == below
        if not (is_same if between else is_alike):
            break
        own = next_place
    return own


def _end_alike(one: str, other: str) -> bool:
    return one[-_GENRE_END:] == other[-_GENRE_END:]


def _couplet(top: list[Paragraph]) -> tuple[int, int] | None:
    """The lines of a title without a word of titles: all that stand above the addressee; None where others do."""
    end = next((place for place, line in enumerate(top) if names_somebody(line.text)), 0)
    is_whole = 0 < end <= _MOST_COUPLET and all(
        is_like_heading(line.text) and _stands_alone(line) for line in top[:end]
    )
    return (
        (0, end)
        if is_whole
        and not any(is_office(line.text) or is_speaker(line.text) or is_occasion(line.text) for line in top[:end])
        else None
    )


def _is_title(line: Paragraph, *, is_first: bool) -> bool:
    """Whether a line has a word of titles and stands alone; a stop behind it makes the first line no sentence."""
    is_line = _stands_alone(line) or (is_first and _STOPPED().fullmatch(line.text) is not None)
    if not is_line or has_title_words(line.text):
        return is_line
    return is_first and (line.text.endswith("上的讲话") or _PLAN_OF_YEAR().fullmatch(line.text) is not None)


def has_title_words(text: str) -> bool:
    """Whether a line has a word of titles, or words of plans behind the name of an office."""
    if text.endswith("表") and not text.endswith("代表"):  # of a form
        return False
    words = _WORDS().search(text) or (_PLANNED().search(text) and _OF_OFFICE().search(text))
    return words is not None or (text.endswith("工作") and _OF_YEAR_AND_OFFICE().fullmatch(text) is not None)


def _stands_alone(line: Paragraph) -> bool:
    text = line.text
    is_line = len(text) <= _LONGEST and not text.endswith(_ENDS) and "。" not in text
    return is_line and not begins_with_mark(text) and not line.level


def _is_no_text(line: Paragraph) -> bool:
    """Whether a line stands alone, or is a site's."""
    return _stands_alone(line) or (_BLURB().search(line.text) or _COLLECTION().search(line.text)) is not None


def _goes_on(text: str) -> bool:
    return _GOES_ON().fullmatch(text) is not None and not (is_occasion(text) or is_speaker(text.lstrip("—")))


def _is_part(line: Paragraph, title: Paragraph) -> bool:
    """Whether a line above is the beginning of the title: a name, or a year that the line below lacks.

    A title that names an office has neither another above it nor a few words, which are of the page.
    """
    text = line.text
    return (
        len(text) <= _LONGEST_PART
        and text not in title.text
        and _stands_alone(line)
        and not _SITE_NAME().search(text)
        and not has_title_words(text)
        and not any(mark in text for mark in "：:（）()[]【】>|《》★↑↓→")
        and not LABEL().fullmatch(text)  # the report is an attachment of another document
        and not (is_of_meeting(text) or is_person(text))
        and text.count("、") < _LEAST_MOTTO
        and not (names_office(title.text) and (is_office(text) or _BUTTON().fullmatch(text)))
    )


def is_of_meeting(text: str) -> bool:
    """Whether a line says above a title for what meeting a paper is, or that it is no public one."""
    return _OF_MEETING().fullmatch(text) is not None


def _glued(paragraphs: list[Paragraph]) -> Title:
    """A title at the beginning of the first paragraph, with nothing but a space behind it, or nothing."""
    apart = title_apart(paragraphs[0].text) if paragraphs else None
    if apart is None:
        return Title("", [], paragraphs, [])
    rest = paragraphs[0]._replace(text=apart.text)
    rules = ["title_apart", *(["title_repeated"] if apart.is_second else [])]
    notes = [Finding(rule, line=rest.line, found=quote(apart.title)) for rule in rules]
    return Title(apart.title, [], [rest, *paragraphs[1:]], notes)


def _without_repetitions(text: str, above: list[Paragraph], below: list[Paragraph]) -> Title:
    """The title, without the lines near it that say the same, the name of a site behind it or not."""
    lines = [line.text for line in below[:_MOST_LINES]]
    text, places = repetitions(text, lines)
    title = text.replace("\n", "")
    begun = [at for at, line in enumerate(lines) if line.startswith(title) and at not in places]
    ended = [Finding("heading_ended", found=quote(title))] if title.endswith("。") else []
    if not (above or places or begun):  # as in most texts
        return Title(text, above, below, ended)
    notes = [Finding("title_repeated", line=below[at].line, found=quote(below[at].text, 60)) for at in places]
    below = list(below)
    for at in [at for at in begun if begins_again(lines[at], title)]:
        below[at] = below[at]._replace(text=without_title(title, below[at].text))
        notes.append(Finding("title_repeated", line=below[at].line, found=quote(title, 60)))
    rest = [paragraph for place, paragraph in enumerate(below) if place not in places]
    of_site = [line for line in above if _stands_alone(line) and _end_alike(line.text, title)]
    notes += [Finding("title_repeated", line=line.line, found=quote(line.text, 60)) for line in of_site]
    if above := [line for line in above if line not in of_site]:
        notes.append(Finding("lines_above_title", line=above[0].line, found=str(len(above))))
    whole = plain(title)
    alike = (below[at].text for at in places if below[at].text not in GENRES)
    same = [line for line in alike if repeats(line, whole)]
    best = best_of([title, *same]) if same else title
    return Title(text if best == title else best, above, rest, [*notes, *ended])
