"""Where a heading ends: at the end of its line, or, run in, at 。 or ： or a space, or at nothing at all."""

from __future__ import annotations

from typing import NamedTuple

from renmin_docs.patterns import lazy
from renmin_docs.report.offices import PLACES, endings, own_words

LONGEST_ALONE = 50
_LONGEST_SHOWN = 60
_LONGEST_ENDED = 36
"""A heading that stands alone and ends in a mark of its own is shorter than a sentence."""
_LONGEST_LEAD = 32
_STOPS = frozenset("，。；：！？、")
_LONGEST_LABEL = 20
_MOST_PHRASES = 2
"""Commas of a heading of three phrases: 坚持加快发展，量质并举，经济稳步攀升。"""

_CLAUSE = lazy(r"(?:“[^”]{0,40}”|《[^》]{0,40}》|（[^）]{0,40}）|[^。！？；：\s])*")
"""A text up to its first stop; what is quoted or bracketed has no stop that counts."""
_STATEMENT = lazy(
    r"(?:20|19)\d\d年|今年|去年|全年|截至|目前|近年|[上下]半年|本年|年内|一年来|获得(?!的)|荣获"
    rf"|我(?:{own_words()})|街道(?!党建)|我们|累计|全[街镇乡村]"
)
"""How a sentence begins that tells something, and is no heading."""
_DONE = lazy("(?:进行|开展|组织|完成|召开|取得|实施|建立)了")
"""What a long sentence says that was done."""
_WAYS = (
    "高度重视|始终坚持|始终把|坚持把|牢固树立|充分利用|充分发挥"
    "|严格按照|积极开展|积极组织|认真贯彻|认真落实|及时成立|成立了|召开了"
)
"""What an office does at the beginning of a sentence."""
_DOES = lazy(_WAYS)
_ACTING = lazy(
    f"(?:[*×xXＸ某]{{1,3}}|[\u4e00-\u9fff]{{2,3}})?(?:{endings(PLACES)})(?:党(?:工委|委|总支|支部))?"
    f"(?:、?(?:办事处|(?:人民)?政府|居委会))?(?:{_WAYS})"
)
"""An office with what it does, where a sentence begins."""
_OPENER = lazy(
    "自?(?:20|19)\\d\\d年(?:[，,]|以?来|初|底|是|\\d|我|全|街|[\u4e00-\u9fff]{2,6}街道)|今年(?:以?来|是)|一年来|(?:刚刚)?过去的?一年|近年来|截至|[一首]是"
    f"|首先|(?:结合|利用|通过|依托|按照|根据)(?<=工作..)|工作中，|本学[期年](?!工作|计划|目标|任务)|我们|我(?:{own_words()})|全年(?!目标|任务|工作|各项|指标|计划|经济|收入|预算)|街道(?:成立|召开|先后|累计)|为(?:了|加强|进一步|切实|深入|确保|全面|促使|保证)|年初|坚持把"
    f"|[*×xXＸ]{{1,3}}\\s?(?:{endings(PLACES)}|[市县区])|[镇乡街]道?党(?:工委|委)、(?:政府|办事处)"
)
"""How the text behind a heading begins where nothing ends the heading."""
_COUNTED = lazy("(?!(?:19|20)[0-9]{2}年)[0-9][0-9.,]*[%‰]?(?:\\s|[\u4e00-\u9fff]{0,3}[，。；、：）])")
"""A number that counts what stands before the gap: 新建驿站 4个，."""
_OPEN_ENDED = tuple("在自从到于至对与和及的以把为将让向由是，、年月第全各本“（《")
"""Characters that no heading ends in."""
_OWN_MARKS = tuple("。！？…；：，、—～.!?;:,")
_CLOSERS = "”’」』）)》〉〕】"
"""With one of these marks at its end, also inside such closing ones, a lead gets no further 。 in print."""
_CHAPTER_WORDS = lazy("情况|成效|成绩|问题|困难|不足|打算|计划|安排|思路|建议|措施|经验|做法|亮点|举措|要点|任务")
_ANNOUNCES = lazy("(?:以下|如下|下列|这[几些])[^，。；：]{0,8}：$")
_NO_HEADING = lazy(r"\A[-–—*·•●○■◆➢A-Za-z（(《“]|[0-9]+[^0-9年]|[0-9]\Z|\d月|[）)]\Z|(?:办事处|委员会|人民政府)\Z")
_GOES_ON = tuple("，。；：、和与及的等 ")
"""Characters behind such a word that show that the heading goes on."""


class Head(NamedTuple):
    """A marked text, taken apart.

    Attributes:
        heading: A heading on a line of its own.
        lead: A run-in heading.
        text: What follows it, or all of it where there is no heading.
        rule: The row in `messages.rules()` of what had to be guessed; empty where nothing was.
    """

    heading: str = ""
    lead: str = ""
    text: str = ""
    rule: str = ""


def head_of(text: str, *, has_more: bool) -> Head:
    """The heading of a marked text.

    Args:
        text: The text behind the mark.
        has_more: Text or deeper marks follow it, so that a sentence alone on its line may be a heading.

    >>> head_of("抓学习。全年集中学习12次。", has_more=False)
    Head(heading='', lead='抓学习', text='全年集中学习12次。', rule='')
    """
    clause, stop, rest = _first_clause(text)
    if not stop:
        return _alone(text)
    if "一是" in clause and "二是" in text and (head := _unended(text)):
        return head
    if not rest:
        return _ended(text, stop, has_more=has_more)
    if stop.isspace():
        return _spaced(text, clause, rest)
    longest = {"。": _LONGEST_LEAD, "：": _LONGEST_LABEL}.get(stop, 0)
    is_done = len(clause) > _LONGEST_LABEL and _DONE().search(clause)
    tells = _STATEMENT().match(clause) or is_done or ("我们" in clause and _opening(clause))
    if 1 < len(clause) <= longest and not tells:
        return Head(lead=lead_of(clause + stop), text=rest)
    return _unended(text) or Head(text=text)


def sentence_head_of(text: str) -> Head:
    """The heading of a marked text behind which a deeper mark stands in the same paragraph: its only sentence."""
    clause, stop, rest = _first_clause(text)
    if stop in ("。", "：") and not rest and 0 < len(clause) <= _LONGEST_LEAD:
        return Head(lead=lead_of(text))
    return head_of(text, has_more=True)


def chapter_head_of(text: str, *, has_more: bool = True) -> Head:
    """The heading of a chapter, which always has one: at least its first sentence.

    Args:
        text: The text behind the mark.
        has_more: Something follows it, so that it need not hold the chapter's text.
    """
    clause, stop, rest = _first_clause(text)
    if stop.isspace() and "，" in rest and is_known_heading(clause):  # what stands behind a gap is no part of it
        return Head(heading=clause, text=rest)
    end = _glued_end(text, clause, has_more=has_more) if stop else 0
    if not end:
        if len(text) <= LONGEST_ALONE and (not rest or (stop.isspace() and not _is_running(rest))):
            return Head(heading=text, rule="heading_ended" if stop and not rest else "")
        if stop.isspace() and _is_running(rest):
            return Head(heading=clause, text=rest)
        if (
            stop == "："
            and has_more
            and len(text) <= LONGEST_ALONE
            and text[-1] not in _STOPS
            and not _is_running(rest)
        ):
            return Head(heading=text)
        if stop in ("。", "：") and len(clause) <= _LONGEST_LEAD:
            return Head(heading=clause + stop, text=rest, rule="heading_ended")
        end = _chapter_end(text) or len(clause + stop)
    return Head(heading=text[:end].strip(), text=text[end:].strip(), rule="heading_guessed")


def head_shown(text: str) -> Head:
    """The heading of a text that its look or level shows to be one; none where it is a sentence all the same.

    >>> head_shown("抓好党建工作"), head_shown("2023年，全镇完成投资3.6亿元，增长12%。").heading
    (Head(heading='抓好党建工作', lead='', text='', rule=''), '')
    """
    if "；" in text or "。" in text[:-1]:
        head = head_of(text, has_more=False)
        return head if head.lead and not any(map(str.isdecimal, head.lead)) else Head(text=text)
    is_long = len(text) > (_LONGEST_LEAD if text.endswith("。") else _LONGEST_SHOWN)
    tells = text.endswith("。") and len(text) > _LONGEST_LABEL and (is_statement(text) or any(map(str.isdecimal, text)))
    return Head(text=text) if is_long or tells or announces(text) else Head(heading=text)


def announces(text: str) -> bool:
    """Whether a text is a sentence that announces what follows (一年来，主要做了以下工作：)."""
    return text.endswith("：") and (_ANNOUNCES().search(text) is not None or ("，" in text and is_statement(text)))


def lead_of(written: str) -> str:
    """A run-in heading without the 。 that it is printed with; any other mark at its end is its own."""
    bare = written.removesuffix("。")
    return written if bare.rstrip(_CLOSERS).endswith(_OWN_MARKS) else bare


def is_like_heading(text: str) -> bool:
    """Whether a line without a mark looks like a heading: short, no sentence, no item of a list, date or count."""
    is_short = 2 < len(text) <= _LONGEST_LEAD and _STOPS.isdisjoint(text)
    return is_short and _NO_HEADING().search(text) is None


def holds_heading(text: str) -> bool:
    """Whether a text begins with a heading of chapters that nothing ends."""
    return _glued_end(text, _first_clause(text)[0], has_more=True) > 0


def is_statement(text: str) -> bool:
    """Whether a text begins like a statement, as no heading does."""
    return _STATEMENT().match(text) is not None


def _first_clause(text: str) -> tuple[str, str, str]:
    """The text up to its first stop, the stop, and what follows."""
    match = _CLAUSE().match(text)
    end = match.end() if match else 0
    stop = text[end : end + 1]
    return text[:end], stop, text[end + 1 :].strip()


def _is_running(text: str) -> bool:
    """Whether a text is one of sentences."""
    return any(stop in text for stop in "。；")


def _alone(text: str) -> Head:
    counts = text.count("，") > 1 and any(map(str.isdecimal, text))  # a sentence that nothing ends
    is_heading = len(text) <= LONGEST_ALONE and not (counts or text.endswith(("，", "、")))
    return Head(heading=text) if is_heading else Head(text=text)


def _ended(text: str, stop: str, *, has_more: bool) -> Head:
    """One sentence, alone on its line: a heading if something follows it."""
    tells = _STATEMENT().match(text) or text.count("，") > _MOST_PHRASES or any(map(str.isdecimal, text))
    if has_more and len(text) <= _LONGEST_ENDED and (stop == "：" or (stop == "。" and not tells)):
        return Head(heading=text, rule="heading_ended")
    return _unended(text) or Head(text=text)


def _spaced(text: str, clause: str, rest: str) -> Head:
    """A text whose first stop is a space: two parts of one heading, a heading and its text, or a number's space."""
    if not _is_running(text) and len(text) <= LONGEST_ALONE and not text.endswith(("，", "、", "：")):
        return Head(heading=text)
    is_number = (clause[-1:] + rest[:1]).isascii() or clause[-1:].isdigit() or _COUNTED().match(rest) is not None
    if 3 < len(clause) <= _LONGEST_LEAD and not is_number and not clause.endswith(_OPEN_ENDED):
        return Head(heading=clause, text=rest, rule="heading_guessed")
    return _unended(text) or Head(text=text)


_KNOWN = lazy(
    "(?:街道|社区|[乡镇村]|工作)?基本情况|(?:工作|活动)?背景|(?:(?:(?:20|19)\\d\\d)?年度?|半年|主要|重点|全年|当前|目前|今年|上半年)*(?:工作)?(?:开展|完成|落实|推进|进展)?情况"
    "|(?:工作中)?(?:当前|目前)?(?:(?:存在|面临)的?(?:主要|突出)?|主要|突出)(?:困难|问题|不足|短板)(?:[和与及、]?(?:困难|问题|不足|短板|挑战))?"
    "|(?:存在的?)?不足之处|(?:问题|困难)[和与及](?:问题|不足|短板)|(?:改进|整改)(?:措施|方案|方向)|努力方向"
    "|(?:下一?步|下半年|下阶段|今后|明年|来年|下一?年度?|(?:(?:20|19)\\d\\d)?年度?)的?(?:主要|重点)?(?:工作|努力)?(?:打算|计划|安排|思路|措施|重点|方向|任务)"
    "|(?:已经?)?取得的?(?:主要)?(?:成效|成绩|成果)|主要(?:做法|成效|工作|措施|成绩)(?:[和与及](?:成效|做法|成绩))?"
    "|(?:(?:(?:20|19)\\d\\d)?年度?|全年|今年|上半年)?(?:主要|重点|政府)?工作的?(?:成效|回[顾忆]|总结|亮点|打算|计划|思路|安排|任务)"
)
"""Headings that chapters have."""
_ADDS = (
    *("汇报", "报告", "总结", "整改", "分析", "说明", "如下", "建议", "措施", "方面", "解决", "清单", "原因"),
    *"和与及的等、，。；：后下时是",
)
"""What goes on behind such a heading, which then is no whole one."""
_COUPLET = lazy("([^，。；：！？\\s0-9]{4,16})，([^，。；：！？\\s]+)")
_AGAIN = lazy("([\u4e00-\u9fff]{2,4})[^，。；：！？、\\s0-9]{2,12}(?=\\1[^，。；：]{6})")
"""A heading whose first words begin its text: 学校管理工作学校管理的思路是."""
_DOUBLED = lazy("(?<=[\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2,3})(?=\\1)")
"""A word with which a heading ends and its text begins: 开展隐患排查排查企业."""
_LEAST_GLUED = 6
_LEAST_MORE = 4
"""Characters by which the second half of a couplet is too long to be a heading's."""


def is_known_heading(text: str) -> bool:
    """Whether a text is a heading that chapters have, without a mark."""
    return len(text) <= LONGEST_ALONE and _KNOWN().fullmatch(text) is not None


def _glued_end(text: str, clause: str, *, has_more: bool) -> int:
    """Where a heading ends that text is glued to; else 0.

    Found by the words of known headings, by how texts begin, by the halves of a couplet, a word said twice or a deed.
    """
    tells = any(map(str.isdecimal, clause.lstrip("0123456789年"))) or "，" in clause
    match = _KNOWN().match(text)
    is_long = match is not None and len(clause) > match.end() + _LEAST_GLUED
    if (
        match
        and (tells or not has_more or is_long)
        and not text.startswith(_ADDS, match.end())
        and len(clause) > match.end() + 2
    ):
        return match.end()
    doubled = _DOUBLED().search(clause, 0, _LONGEST_LEAD) if tells else None
    found = _opening(text) or (doubled.end() if doubled else 0) or _couplet_end(text, clause)
    named = _chapter_end(clause) if tells and not found else 0
    return found or (named if "，" not in clause[:named] else 0) or (_deed_end(clause) if tells else 0)


def _couplet_end(text: str, clause: str) -> int:
    """Where the second half of a couplet is as long as the first, and a sentence that counts runs on; else 0."""
    match = _COUPLET().match(text)
    if match is None or _STATEMENT().match(text) or len(match[2]) < len(match[1]) + _LEAST_MORE:
        return 0
    tells = clause.count("，") > 1 or any(map(str.isdecimal, clause))
    return match.start(2) + len(match[1]) if tells else 0


def _unended(text: str) -> Head | None:
    """A heading that nothing ends; None where there is none."""
    again = _AGAIN().match(text)
    end = 0 if _STATEMENT().match(text) else _opening(text) or (again.end() if again else 0)
    return Head(heading=text[:end].rstrip(), text=text[end:], rule="heading_guessed") if end else None


_MOST_COMMAS = 1


def _opening(text: str) -> int:
    """Where running text begins behind a heading that nothing ends; 0 where it does not show."""
    end = _LONGEST_LEAD + 8
    match = _OPENER().search(text, 4, end) or (_ACTING().search(text, 4, end) if _DOES().search(text, 4, end) else None)
    before = text[: match.start()] if match else ""
    before = "" if before.rstrip(" 年度").isdecimal() else before  # 2024年 我们这样干
    most = _MOST_COMMAS + (match is not None and match[0] == "一是")
    is_heading = before and not before.endswith(_OPEN_ENDED) and before.count("，") <= most
    return len(before) if is_heading and not any(stop in before for stop in "。；：！？") else 0


def _chapter_end(text: str) -> int:
    """Where the words of a chapter's heading end; 0 where it has none."""
    tails = _CHAPTER_WORDS().pattern.split("|")
    ends = (match.end() for match in _CHAPTER_WORDS().finditer(text, 2, LONGEST_ALONE))
    return next((end for end in ends if not text[end : end + 2].startswith((*_GOES_ON, *tails))), 0)


_DEED = lazy(
    "(?P<verb>招引|引进|引育|新增|新建|新设|改造|完成|建成|建设|办理|办结|受理|排查|整治|清理|清运|清除|发放|开展|组织|举办|召开|签订|走访"
    "|慰问|安装|硬化|修缮|修复|拆除|化解|调解|处置|处理|发展|培训|救助|帮扶|移送|检查|巡查|投入|争取|实施|设立|成立|实现|设置|张贴|悬挂)"
    "(?!工作|情况|机制|体系|能力|水平|力度|任务)[^，。；、]{1,10}?[0-9]"
)
"""What was done and is counted: 招引项目12个."""


_LONGEST_DEED = 20


def _deed_end(clause: str) -> int:
    """Where a counted deed begins behind a heading that nothing ends, which tells neither numbers nor pairs; else 0."""
    match = _DEED().search(clause, 4, LONGEST_ALONE)
    before = clause[: match.start()] if match else ""
    first, comma, second = before.partition("，")
    is_whole = before and len(first) <= _LONGEST_DEED and (not comma or len(second) <= len(first) + _LEAST_MORE)
    is_heading = is_whole and not before.endswith(_OPEN_ENDED) and not _STATEMENT().match(before)
    return len(before) if is_heading and not any(map(str.isdecimal, before)) else 0
