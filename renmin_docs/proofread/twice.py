"""One figure in two places (C): the same noun, unit, period and area, and another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.messages import Severity
from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.facts import Fact
from renmin_docs.proofread.identities import meets
from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY
from renmin_docs.proofread.period import number
from renmin_docs.proofread.rules import Slip, rule

_MOST = 3
"""With more values than these a noun is no name of one figure."""
_GENERIC = re.compile(
    "(?:新增|开展|组织|举办|召开|参加|检查|巡查|排查|整治|走访|受理|办理|处置|化解|整改|完成|落实|投入|争取|发放|建设|改造|新建|服务"
    "|各类|各级|各种|相关|专项|集中|入户|发现|消除|拆除|清理|清运|宣传|培训|活动|会议|资金|投资|隐患|问题|项目|工程|事项|案件|线索"
    "|群众|居民|企业|场所|点位|车辆|材料|资料|人员|志愿者|党员|干部|商户|农户|纠纷|矛盾|面积|总|共|安全|行动|执法|垃圾|违建|物资|资料|次数)+"
)
_DIGIT = re.compile("[0-9]")
_COUNTED = re.compile(
    "(?<![第0-9.一二三四五六七八九十百])(?P<number>[0-9]{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?"
    "|[二两三四五六七八九])(?P<measure>[件项个大])"
    "(?P<noun>(?:[\u4e00-\u9fff]{0,4}?)(?:实事|任务|工程|行动|项目|工作|目标|清单|举措|措施))"
)
_ALL_OF = re.compile("全部|均|全面|如期|圆满|这|上述|逐项")
_PARTIAL = re.compile("其中|已|另|剩余|其余|正在|新增")


@rule("C12", "manuscript")
def one_figure_in_two_places(manuscript: Manuscript) -> Iterator[Slip]:
    """A figure with another number elsewhere: a warning if it is like a slip of the fingers, else a notice."""
    known: dict[object, list[Fact]] = {}
    for fact in manuscript.facts:
        before = known.setdefault(fact.key, [])
        if len(before) <= _MOST and not any(_agrees(fact, each) for each in before):
            yield from _differing(manuscript, before, fact)
            before.append(fact)
    yield from _headed(manuscript)


def _agrees(fact: Fact, other: Fact) -> bool:
    """Whether two can be one: their intervals touch, or the one that is counted up further is the larger."""
    if meets(fact.amount, other.amount):
        return True
    if fact.is_cumulative == other.is_cumulative:
        return False
    larger, smaller = (fact, other) if fact.is_cumulative else (other, fact)
    return larger.amount.value > smaller.amount.value


def _differing(manuscript: Manuscript, before: list[Fact], fact: Fact) -> Iterator[Slip]:
    """The fact against the one before it that it is likest to."""
    if not before:
        return
    like = [each for each in before if is_slip(each.amount, fact.amount)]
    other = (like or before)[-1]
    is_sure = other.is_cumulative != fact.is_cumulative
    if (other.sentence is fact.sentence and not is_sure) or not _is_one_thing(manuscript, other, fact):
        return
    level: Severity = "warning" if like else "notice"
    place = manuscript.places[other.sentence.passage]
    shown = f"{place}{'：' if place else ''}{other.noun}{other.amount}"
    yield Slip(fact.start, fact.end, "", shown, fact.sentence.passage, level)


def _is_one_thing(manuscript: Manuscript, one: Fact, two: Fact) -> bool:
    """Whether a noun names one figure; a general one (检查, 投入资金) only within one point, or before all of them."""
    if not _GENERIC.fullmatch(one.noun):
        return len(one.noun) > 2
    points = {manuscript.headings[each.sentence.passage] for each in (one, two)}
    is_summed = one.is_cumulative or two.is_cumulative
    return is_summed and (len(points) == 1 or "" in points)


def is_slip(one: Amount, two: Amount) -> bool:
    """Whether two numbers differ as by a slip of the fingers: two digits changed, one digit wrong, the point moved."""
    texts = str(one), str(two)
    shapes = [_DIGIT.sub("0", text) for text in texts]
    digits = ["".join(_DIGIT.findall(text)) for text in texts]
    if digits[0] == digits[1]:
        return len(digits[0]) > 1
    if shapes[0] != shapes[1] or len(digits[0]) < 3:
        return False
    wrong = [at for at, (left, right) in enumerate(zip(*digits, strict=True)) if left != right]
    if len(wrong) == 1:
        return max(len(each.rstrip("0")) for each in digits) > 2
    return len(wrong) == 2 and digits[0][wrong[0]] == digits[1][wrong[1]] and digits[0][wrong[1]] == digits[1][wrong[0]]


def _headed(manuscript: Manuscript) -> Iterator[Slip]:
    """A heading that counts what its text counts otherwise: 7件实事 over 8件实事."""
    headed: dict[str, tuple[int, str]] = {}
    for place, passage in enumerate(manuscript.passages):
        if passage.role not in BODY or passage.cell is not None:
            continue
        for match in _COUNTED.finditer(passage.text):
            noun = match["measure"] + match["noun"][-2:]
            count = number(match["number"])
            if passage.role in ("title", "heading"):
                headed[noun] = (count, match[0])
            elif noun in headed and _contradicts(count, headed[noun][0], passage.text, match):
                yield Slip.at(match, headed[noun][1], passage=place, severity="warning")


def _contradicts(count: int, announced: int, text: str, match: re.Match[str]) -> bool:
    """Whether the text counts more than the heading has, or other ones as all of them."""
    around = text[max(0, match.start() - 6) : match.end() + 6]
    if _PARTIAL.search(text[max(0, match.start() - 6) : match.start()]):
        return False
    return count > announced or (count != announced and _ALL_OF.search(around) is not None)
