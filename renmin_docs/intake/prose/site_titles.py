"""Titles to which a site has glued its own words: the number in a collection, 范文, its name and address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.intake.prose.marks import mark_at
from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Lines

_MOST_LINES = 12
_BUTTONS = ("公告", "原文", "全文", "附件")
_ENDS = frozenset("0123456789").union(button[-1] for button in _BUTTONS)
"""How all lines end that end in a number or a button."""
_TITLE_BUTTON = lazy(rf"\S{{2,12}}[:：](?P<title>\S{{4,60}})\s+(?:下载|查看)(?:{'|'.join(_BUTTONS)})")
_TAGGED = lazy(r"-[\u4e00-\u9fff]{2,10}-\s+(?P<title>\S.*)")
"""A first line that begins with a word of the site: -精品资料推荐-."""
_GENRES = ("总结", "报告", "汇报", "小结", "计划", "要点", "思路", "材料")
_HAS_GENRE = lazy("|".join(_GENRES))
_GENRE = f"(?:{'|'.join(_GENRES)})"
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_ADDED = (
    "开头结尾|模板|范文|范例|范本|样本|例文|精选|通用|最新|优选|优秀|推荐|热门|实用|完整版?"
    "|锦集|集锦|合集|集合|汇总|汇编|大全|全文"
)
"""What sites call papers, or many of them."""
_PART_OF_SITE = lazy(
    rf"(?:[【\[（(](?:{_ADDED})[】\])）]|(?:[【\[]?(?:第\s?)?(?:篇\s?{_NUMBER}|{_NUMBER}\s?篇)[】\]]?\s*[:：、.]?\s*))?"
    rf"《?(?P<title>[^，。；：>＞》\s][^，。；：>＞》]{{3,60}}?{_GENRE}(?:（(?!{_ADDED})[\u4e00-\u9fff]{{2,6}}）)?)》?"
    rf"(?P<added>(?:\s|{_ADDED}|[【（(\[】）)\]]|[第共全]|{_NUMBER}|篇|字)*)(?:\.(?:docx?|wps|pdf)(?:VIP)?|\s*-\s*页[0-9]+/[0-9]+)?\s*"
)
"""A title with what a site adds to it."""
_BANNER = lazy(
    r"[^，。；\s]{0,24}(?:网|站|库|宝典|大全|文档)[:：]?\s*(?:https?://|www\.)[!-~]+(?:[。；，][^。；，]{2,12}(?=[。；，]))*[\s。；]*(?P<rest>(?:[xX*]{1,3}(?=[\u4e00-\u9fff])|[^\x00-\x7f。；]).*)"
)
"""The name and the address of a site with what they are glued to."""
_OF_SITE = lazy(rf"篇|页[0-9]+/[0-9]+\Z|[（(][0-9]{{1,2}}[）)]\Z|{_ADDED}|\.(?:docx?|wps|pdf)(?:VIP)?\Z")
TITLE_BEGUN = lazy(rf"[^，。；]{{4,60}}{_GENRE}")
"""What a line begins with that a title may be glued to, or is."""
_NO_TITLE, _SHORTEST_TITLE, _LONGEST_TITLE = frozenset("，。；"), 6, 62
_GLUED = lazy(rf"(?:[【（(]?(?:{_ADDED}|{_NUMBER}篇)[】）)]?|篇[0-9]{{1,2}}?(?=\D|(?:19|20)[0-9]{{2}}年)|[】》\s])*")
"""The same before the text that the title is glued to."""
_NUMBERED = lazy(rf"([^，。；：]{{3,60}}{_GENRE})[0-9]{{1,2}}")
_OF_YEAR = lazy(r"(?:19|20)[0-9]{2}年?度?")
_SAME, _SHORT, _LONGEST = 12, 5, 100


def site_titles(lines: Lines) -> dict[int, str]:
    """The first lines that a site has joined to its own words: place of a line → its text without them."""
    texts = lines.bare[:_MOST_LINES]
    owns = {place: own for place, text in enumerate(texts) if (own := _own_of(text))}
    titles = tuple(dict.fromkeys(owns.values()))
    has_address = _has_address(lines.text)
    found = {
        place: _left_of(place, lines.bare, owns.get(place, ""), titles)
        for place, text in enumerate(texts)
        if text not in titles
        and (place in owns or text[-1] in _ENDS or text[0] == "-" or has_address or text.startswith(titles))
    }
    return {place: text for place, text in found.items() if text is not None}


def _left_of(place: int, texts: list[str], own: str, titles: tuple[str, ...]) -> str | None:
    """What is left of a line without the words of a site; None where it has none.

    Args:
        place: The place of the line.
        texts: The lines.
        own: The title that it is, without what a site adds.
        titles: Those of the lines around it.
    """
    text = texts[place]
    if own and own != text and _OF_SITE().search(text):
        below = _titles_among(texts[place + 1 : place + _SHORT])
        others = {without_year(other) for other in below if other} - {without_year(own)}
        if not others:
            return own
        return "" if own.removeprefix("关于") in others | set(below) else None  # the report's own title stands below
    if text[-1] == "。" and text[:-1] in titles:
        return ""
    glued = _begun_again(text, titles) or _without_number(text, texts[:place]) or _beside_words_of_site(text)
    return glued or (_without_banner(place, texts) if _has_address(text) else None)


def _has_address(text: str) -> bool:
    return "www." in text or "://" in text


def _without_number(text: str, above: list[str]) -> str:
    """A title without its number in a collection, where a line above names one with this title, or the title alone."""
    match = _NUMBERED().fullmatch(text)
    own = match[1] if match else "\n"
    return own if any(line == own or (own in line and _OF_SITE().search(line)) for line in above) else ""


def _without_banner(place: int, texts: list[str]) -> str | None:
    """What stands behind the name and address of a site in a line; nothing where it stands again below."""
    match = _BANNER().fullmatch(texts[place])
    rest = match["rest"] if match else None
    return "" if rest and any(rest[:_SAME] in text for text in texts[place + 1 : place + _MOST_LINES]) else rest


def _beside_words_of_site(text: str) -> str:
    """The title that stands before a button, or behind a word of the site; empty for any other line."""
    match = _TITLE_BUTTON().fullmatch(text) or _TAGGED().fullmatch(text)
    return match["title"] if match else ""


def _own_of(text: str) -> str:
    """The title that a line is, without what a site adds to it; empty for any other line."""
    may_be = len(text) <= _LONGEST and "。" not in text and "，" not in text and _HAS_GENRE().search(text)
    match = _PART_OF_SITE().fullmatch(text) if may_be else None
    return match["title"] if match else ""


def without_year(title: str) -> str:
    """A title without the year that it begins with."""
    year = _OF_YEAR().match(title)
    return title[year.end() :] if year else title


def is_title(text: str) -> bool:
    """Whether a line may be a title."""
    return text.endswith(_GENRES) and _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE and _NO_TITLE.isdisjoint(text)


def title_named(text: str) -> str:
    """The title with a year in a line of a page: behind who gathered it, or at the end of a path; empty without one."""
    parts = _PARTS().split(text) if _HAS_GENRE().search(text) else []
    return next((own for part in parts if (own := _own_of(part.strip())) and _YEAR().search(own)), "")


_PARTS = lazy(r"[，。>＞»]|(?:整理|收集|搜集|分享|带来)了?的?(?:关于)?|(?:附件[0-9]{0,2}|标题|名称|正在阅读)\s?[:：]")
_YEAR = lazy("(?:19|20)[0-9]{2}")


def _titles_among(texts: list[str]) -> list[str]:
    """The titles that lines are, or nothing for any other; 一、 heads a chapter of the report."""
    marks = ((text, mark_at(text)[0]) for text in texts)
    return [_own_of(text) for text, mark in marks if mark is None or mark.form != "一、"]


def _begun_again(text: str, titles: tuple[str, ...]) -> str:
    """One of the titles with the text that is glued to it, without what a site adds; empty where it adds nothing."""
    for title in titles:
        end = 0
        while (
            len(text) > len(title) and text.startswith(title, end) and (added := _GLUED().match(text, end + len(title)))
        ):
            end = added.end()
        if len(title) < end and text[end : end + 1].isalnum():
            return title + text[end:]
    return ""


DATED = lazy(
    r"(?<![^\n])(?=[^\n]* (?:19|20)[0-9]{2}[-/])"
    r"([^，。；：\n]{4,60}(?:总结|报告|汇报|小结|打算|计划|安排|要点|思路|设想|情况)) +"
    r"(?:19|20)[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}(?: +[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![^\n])"
)
"""A title behind which a page shows its date of publishing."""
IN_BRACKETS = lazy(
    r"(?<![^\n])[【\[]([^，。；：.\n【】\[\]]{2,60}"
    r"(?:总结|报告|汇报|小结|计划|要点|情况|成效|做法|问题|困难|不足|打算|安排|思路|措施))[】\]]"
    r"(?:(?![^\n])|(?<=[结报告]】)(?=(?:19|20)[0-9]{2}年|今年|一年来))"
)
"""A title, or the heading of a chapter, in brackets that stand alone; behind those of a title the text may begin."""
