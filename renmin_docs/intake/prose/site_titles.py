"""Titles to which a site has glued its own words: the number in a collection, 范文, its name and address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from renmin_docs.intake.prose.paragraphs import Paragraph

_MOST_LINES = 12
_GENRE = "(?:总结|报告|汇报|小结|计划|要点|思路|材料)"
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_ADDED = (
    "开头结尾|模板|范文|范例|范本|样本|例文|精选|通用|最新|优选|优秀|推荐|热门|实用|锦集|集锦|合集|集合|汇总|汇编|大全"
)
"""What sites call papers, or many of them."""
_PART_OF_SITE = lazy(
    rf"(?:[【\[（(](?:{_ADDED})[】\])）]|(?:[【\[]?(?:第\s?)?(?:篇\s?{_NUMBER}|{_NUMBER}\s?篇)[】\]]?\s*[:：、.]?\s*))?"
    rf"《?(?P<title>[^，。；：>＞》\s][^，。；：>＞》]{{3,60}}?{_GENRE})》?"
    rf"(?P<added>(?:\s|{_ADDED}|[【（(\[】）)\]]|[第共全]|{_NUMBER}|篇|字)*)(?:\.(?:docx?|wps|pdf)|\s*-\s*页[0-9]+/[0-9]+)?\s*"
)
"""A title with what a site adds to it."""
_BANNER = lazy(
    r"[^，。；\s]{0,24}(?:网|站|库|宝典|大全|文档)[:：]?\s*(?:https?://|www\.)[!-~]+\s*(?P<rest>[^\x00-\x7f].*)"
)
"""The name and the address of a site with what they are glued to."""
_OF_SITE = lazy(rf"篇|页[0-9]+/[0-9]+\Z|{_ADDED}|\.(?:docx?|wps|pdf)\Z")
TITLE_ALONE = lazy(rf"[^，。；]{{4,60}}{_GENRE}")
"""A line that may be a title."""
_NUMBERED = lazy(rf"([^，。；：]{{3,60}}{_GENRE})[0-9]{{1,2}}")
_SAME, _SHORT = 12, 5


def site_titles(lines: list[Paragraph]) -> dict[int, str]:
    """The first lines to which a site has glued its own words, by place: what is left without them."""
    found: dict[int, str] = {}
    for place, line in enumerate(lines[:_MOST_LINES]):
        text = line.text.strip()
        if _OF_SITE().search(text) and (match := _PART_OF_SITE().fullmatch(text)) and match["title"] != text:
            below = (other.text.strip() for other in lines[place + 1 : place + _SHORT])
            if all(other == match["title"] or not TITLE_ALONE().fullmatch(other) for other in below):
                found[place] = match["title"]  # else the report's own title stands below
        elif (
            text[-1:].isdecimal() and (match := _NUMBERED().fullmatch(text)) and _is_collected(match[1], lines[:place])
        ):
            found[place] = match[1]
        elif "www." in text or "://" in text:
            match = _BANNER().fullmatch(text)
            rest = match["rest"] if match else ""
            is_again = any(rest[:_SAME] in other.text for other in lines[place + 1 : place + _MOST_LINES])
            found |= {place: "" if is_again else rest} if rest else {}
    return found


def _is_collected(title: str, above: list[Paragraph]) -> bool:
    """Whether lines above name a collection of papers with a title."""
    return any(line.text.strip().startswith(title) and "篇" in line.text for line in above)
