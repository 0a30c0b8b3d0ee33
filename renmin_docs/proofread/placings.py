"""Ranks of a text with what is ranked, among whom and when: 考核居全区第3位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.proofread.period import number
from renmin_docs.proofread.scope import PERIOD, area_before, period_before

if TYPE_CHECKING:
    from renmin_docs.proofread.manuscript import Manuscript, Sentence

RANK_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
"""Pattern of the number of a rank."""
_BODIES = "街道|乡镇|镇街|社区|单位"
_AREA = f"全[国省市区县旗镇乡街]|全街道|全系统|本?[省市区县州]内?|[0-9一二三四五六七八九十]{{1,3}}个?(?:{_BODIES})"
_VERB = (
    "稳居|位居|位列|名列|位于|排名|排在|排|居|列|获得|荣获|获|取得|升至|上升至|跃升至|提升至|前移至|进至|降至|下降至|退至"
    "|保持|继续|均|分别"
)
_RANK = re.compile(
    r"(?P<head>[\u4e00-\u9fffA-Za-z0-9“”·（）]{0,24}?)"
    rf"(?P<verb>(?:{_VERB})?(?:在|于)?)(?P<area>{_AREA})?的?(?:{_VERB})?"
    rf"(?P<rank>第(?P<n>{RANK_NUMBER})(?:[位名]|$|(?=[\W的和及与并且较比升降进退跃上下前后])))"
)
BEFORE = r"(?:上年|去年|上年度|上季度|上月|同期|上一年)(?:同期)?[^，。；第]{0,6}?"
"""Pattern of the words before a rank of an earlier period."""
FROM_TO = re.compile(
    rf"[由从](?:{BEFORE}|全[国省市区县]|[^，。；第]{{0,4}})?(?<!倒数)第(?P<a>{RANK_NUMBER})[位名]?"
    r"(?P<way>[^，。；第0-9]{0,8}?)(?:至|到|为)(?:全[国省市区县]|[^，。；第]{0,4})?"
    rf"(?<!倒数)第(?P<b>{RANK_NUMBER})[位名]?"
)
"""A rank and the one after it: 由第8位升至第4位."""
_CONNECTORS = re.compile(
    "^(?:其中|并|且|也|还|均|街道|我街道|在|的|和|及|较|比|全年|今年|目前|连续|综合)+"
    "|(?:在|的|为|均|已|又|再|继续|成绩|中|累计|稳定|连续[两三四五]年)+$"
)
_LISTED = re.compile("[和及与]")
"""What joins the ranks of a list: 分别居第2位和第5位."""
_HEAD_AREA = re.compile("全[国省市区县旗]|全街道")


class Placing(NamedTuple):
    """A rank: what is ranked, among whom, when, and where it stands in its passage."""

    head: str
    area: str
    period: str
    rank: int
    passage: int
    start: int
    end: int


def placings_of(manuscript: Manuscript) -> list[Placing]:
    """The ranks of the running text, each with what is ranked; of a list (总量第3、增速第1) each with its own words."""
    found: list[Placing] = []
    for place, sentences in manuscript.of_passage.items():
        heading = manuscript.headings[place]
        scope = period_before(heading, manuscript.year) or ""
        if manuscript.passages[place].cell is None and place not in manuscript.plans:
            for sentence in sentences:
                found += _in_sentence(sentence, scope, manuscript.year, area_before(heading))
    return found


def _in_sentence(sentence: Sentence, period: str, year: int, body: str) -> Iterator[Placing]:
    if "第" not in sentence.text:
        return
    head = area = ""
    floor = 0
    moves = [match.span() for match in FROM_TO.finditer(sentence.text)]
    for match in _RANK.finditer(sentence.text):
        is_listed = _LISTED.fullmatch(match["head"]) is not None and match.start() == floor
        if is_listed or "分别" in match[0] or any(start <= match.start("rank") < end for start, end in moves):
            floor = match.end()
            continue
        before = period_before(sentence.text[floor : match.start("rank")], year)
        period, floor = period if before is None else before, match.end()
        named = match["head"]
        inner = _HEAD_AREA.search(named)
        area = match["area"] or (inner[0] if inner else area)
        head = ranked_in(PERIOD.sub("", _HEAD_AREA.sub("", named))) or head
        ranked, where = number(match["n"]), (match.start("rank"), match.end("rank"))
        if head and ranked:
            start, end = (sentence.start + each for each in where)
            yield Placing(body + head, area, period, ranked, sentence.passage, start, end)


def ranked_in(head: str) -> str:
    """What is ranked, without the words that only lead to it."""
    before = None
    while head != before:
        before, head = head, _CONNECTORS.sub("", head)
    return head if len(head) > 1 else ""
