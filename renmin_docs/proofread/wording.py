"""Words (W): wrong characters, words taken for one another or doubled, empty phrases, an office's own list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from renmin_docs.proofread.forms import DIGITS, HAN, form, register
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY, Passage
from renmin_docs.proofread.rules import Slip, rule


class WrongWord(NamedTuple):
    """A word with a wrong character, the right one, and longer words in which the characters are right."""

    wrong: str
    right: str
    within: tuple[str, ...]


@cache
def wrong_words() -> tuple[WrongWord, ...]:
    """The rows of wrong_words.tsv."""
    text = Path(__file__).with_name("wrong_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(WrongWord(row[0], row[1], tuple(" ".join(row[2:]).split())) for row in rows)


@rule("W1", "passage")
def wrong_characters(passage: Passage) -> Iterator[Slip]:
    """Words of the list, but within the longer words that the list names."""
    text = passage.text
    for word in wrong_words():
        at = text.find(word.wrong)
        while at >= 0:
            if not _is_within(text, at, word):
                yield Slip(at, at + len(word.wrong), expected=word.right)
            at = text.find(word.wrong, at + len(word.wrong))


def _is_within(text: str, at: int, word: WrongWord) -> bool:
    """Whether an occurrence is part of a longer word: 答辩认真 has no 辩认."""
    starts = ((longer, at - longer.index(word.wrong)) for longer in word.within)
    return any(start >= 0 and text.startswith(longer, start) for longer, start in starts)


_PAST = rf"(?=到?(?:[0-9{DIGITS}]|目前|今年|去年|年底|月底|上月|本月|发稿|日前))"
_TAKEN = "决定|决议|决策|部署|批示|安排|承诺|裁决|判决|规定|指示"
register(
    "W2",
    form(rf"(?<!报名)(?<!申报)(?<!投标)(?<!征集)截止{_PAST}", "截至"),
    form(f"做出(?={_TAKEN})", "作出"),
    form("法制(?=社会|政府|国家|中国|思维|化营商环境|轨道)", "法治"),
    form("依法制(?=[国省市县区街镇村理])", "依法治"),
    form("反应(?=(?:了|的)?(?:情况|问题|诉求|意见|民意|强烈问题))", "反映"),
    form("化学反映", "化学反应"),
    form("合法权力", "合法权利"),
    form("公权利", "公权力"),
    form("既使(?=[^，。；]{1,20}，也)", "即使"),
    form("(?<![存现实所内潜])在次(?=[召强提组开部])", "再次"),
    form("必需(?=做到|坚持|加强|抓|严格|要|认真)", "必须"),
    form("其它(?=人员|同志|单位|部门|社区|街道|居民)", "其他"),
)
_VERBS = "进行|开展|加强|我们|同时|以及|对于|关于|根据|按照|为了|推进|完善|建立|提高|提升|实施|深入|不断|切实|全面"
register(
    "W3",
    form(f"(?<![目有标])的的(?![确士])(?=[{HAN}])", "的"),
    form("(?<![不没时])了了(?![解结却之断无])", "了"),
    form("(?<![总饱缓调温平柔共人祥中义随])和和(?![平谐睦气美解善煦])", "和"),
    form("(?<![普涉提波累危顾触])及及(?!时)", "及"),
    form(
        "(?P<w>把把(?![关脉])|被被(?!子|褥)|从从(?!容|来|前|事|严|重)|由由|并并(?!购|列|行|网|轨|入|联|案)|将将(?!来|近|军|领|士))",
        lambda match: match[0][0],
    ),
    form("(?<![于但就只还总要可若凡都算正既便])是是(?![否非])", "是"),
    form("(?<![存现实所内潜正自外旨不好])在在(?![职建校编岗线场册读案逃押野位乎意手])", "在"),
    form(f"(?P<w>(?P<n>{_VERBS})(?P=n)+)", r"\g<n>"),
    form(f"(?P<w>(?P<n>[{HAN}]{{3,6}})(?P=n)+)", lambda match: match["n"] if len(set(match["n"])) > 2 else None),
)
register(
    "W4",
    form("(?:^|(?<=[。；]))(?P<w>通过)[^，。；]{2,40}，使(?![用得命者馆馆])", ""),
    is_on=False,
)
register("W6", form("今年|去年|明年|近日|近期|日前|昨天|上周|下周|前不久|不久前", ""), is_on=False)
register(
    "W7",
    form("众所周知|一定程度上|取得了?一定的?成[绩效]|不断创新思路|再上新台阶|迈上新台阶|收到了?良好的?效果", ""),
    is_on=False,
)


@rule("W8", "manuscript", is_quoted=True)
def own_words(manuscript: Manuscript) -> Iterator[Slip]:
    """A word of the list; of two that begin at one place the longer."""
    words = {word.wrong: word for word in manuscript.words if word.wrong}
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    for number, passage in enumerate(manuscript.passages):
        for match in pattern.finditer(passage.text) if passage.role in BODY else ():
            word = words[match[0]]
            yield Slip.at(match, word.right, passage=number, severity=word.level)
