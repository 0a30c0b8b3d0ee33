"""Announced numbers (C): 三项工作 and the points that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.messages import Severity
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY
from renmin_docs.proofread.period import number
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.series import Run

_NUMBER = r"(?<![第0-9.一二三四五六七八九十百千几数〇零])(?P<number>[两二三四五六七八九十]|10|[2-9])"
_LISTED = (
    "方面|问题|不足|困难|短板|工作|任务|重点|环节|坚持|到位|转变|提升|强化|结合|确保|突出|关系|机制|平台|体系|行动|举措|措施"
    "|建议|意见|打算|做法|特点|经验|原因|体会|项目|目标|要求|原则|关键|抓手|阶段|步骤|层面|维度|着力点|落实|注重|聚焦|推进"
    "|加强|统一|不变|专项|品牌|服务|活动|实事|工程|计划|制度|内容|情况|成效|亮点|启示|思路|想法|安排|对策|职责|文章|硬仗|难题"
)
_MEASURE = r"(?P<measure>方面|大?[项点条件类种招步块个]|大(?![量批小家力型街道]))"
_ANNOUNCED = re.compile(
    rf"{_NUMBER}{_MEASURE}(?P<noun>[^，。；：、,;:（）()0-9二三四五六七八九十]{{0,8}})(?P<stop>\s*[：:。，,；]\s*|\s*$)"
)
_ANY = re.compile(_NUMBER + _MEASURE)
_ENDS_LISTED = re.compile(f"(?:{_LISTED})$")
_CONCRETE = re.compile("[村区家户人名组队站厅部局所次会场处批岁]$")
_LEADS = re.compile(
    "以下|如下|主要|重点|着力|做好|抓好|抓实|存在|还有|仍有|表现|体现|突出|突破|概括|归纳|从|在|围绕|聚焦|坚持"
)
_LONGEST_CLAUSE = 80
_QUOTED = re.compile("“[^“”]*”")
_CLAUSE = re.compile("[。；：！？]")


@rule("C9", "manuscript")
def announced_points(manuscript: Manuscript) -> Iterator[Slip]:
    """A number of points that is announced, and another number of points behind it."""
    starts = {(run.members[0].passage, run.members[0].start): run for run in manuscript.runs}
    first_of = {run.members[0].passage: run for run in manuscript.runs if not _begins_within(run, manuscript)}
    for place, passage in enumerate(manuscript.passages):
        for match in _ANNOUNCED.finditer(passage.text) if passage.role in BODY and passage.cell is None else ():
            if match.end() < len(passage.text):
                run = starts.get((place, match.end())) if _announces(match, passage.text) else None
            elif manuscript.marks[place] and passage.role == "heading":
                run = _below(manuscript, place, first_of) if _heads(match) else None
            else:
                run = first_of.get(place + 1) if _announces(match, passage.text) else None
            if run is not None and _differs(match, passage.text, run):
                is_near = run.members[0].passage == place
                yield _slip(match, place, run, severity=None if is_near else "warning")


def _begins_within(run: Run, manuscript: Manuscript) -> bool:
    """Whether a series begins behind other words of its passage."""
    first = run.members[0]
    return bool(manuscript.passages[first.passage].text[: first.start].strip())


def _counted(match: re.Match[str]) -> str:
    """What is counted: 方面 of 三方面, 工作 of 三项工作."""
    return match["noun"].strip() or match["measure"]


def _heads(match: re.Match[str]) -> bool:
    """Whether a heading counts the points below it: 存在的三个问题, but not 三大攻坚战取得成效."""
    is_short = len(match["noun"].strip()) <= 6 and "大" not in match["measure"]
    return is_short and _ENDS_LISTED.search(_counted(match)) is not None


def _announces(match: re.Match[str], text: str) -> bool:
    """Whether the words lead to a list: behind a colon nearly always, behind another mark only if they say so."""
    noun, is_listed = match["noun"].strip(), _ENDS_LISTED.search(_counted(match)) is not None
    is_loose = match["measure"] == "个" or (match["number"].isdecimal() and not noun)
    if match["stop"].strip() in ("：", ":"):
        return is_listed or not is_loose or (0 < len(noun) <= 3 and not _CONCRETE.search(noun))
    return is_listed and not match["number"].isdecimal() and _LEADS.search(_clause(match, text)) is not None


def _clause(match: re.Match[str], text: str) -> str:
    """The words before the announcement, from the last full stop on, and the announcement itself."""
    return _CLAUSE.split(text[max(0, match.start() - _LONGEST_CLAUSE) : match.start()])[-1] + match[0]


def _differs(match: re.Match[str], text: str, run: Run) -> bool:
    """Whether no number that the clause announces is that of the points."""
    counted = {len(run.members), run.members[-1].number}
    clause = _QUOTED.sub("", _clause(match, text))
    announced = {number(each["number"]) for each in _ANY.finditer(clause)}
    return len(run.members) > 1 and not counted & announced


def _below(manuscript: Manuscript, heading: int, first_of: dict[int, Run]) -> Run | None:
    """The points right below a heading."""
    mark = manuscript.marks[heading]
    for place in range(heading + 1, len(manuscript.passages)):
        other = manuscript.marks[place]
        if other is not None and other.level and mark is not None:
            run = first_of.get(place)
            return run if run is not None and run.level > mark.level else None
    return None


def _slip(match: re.Match[str], place: int, run: Run, *, severity: Severity | None) -> Slip:
    start, end = match.start(), match.start("noun") + len(match["noun"].rstrip())
    last = run.members[-1]
    shown = f"{run.members[0].written(1)}至{last.written(last.number)}，共{len(run.members)}"
    return Slip(start, end, expected=shown, passage=place, severity=severity)
