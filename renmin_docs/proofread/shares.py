"""Shares (C): parts in per cent of a whole, targets, rates of two counts, means per head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from renmin_docs.figures import scan
from renmin_docs.figures.arithmetic import CONTEXT, total
from renmin_docs.figures.sums import Reach, written_like
from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.identities import (
    HALF,
    HUNDRED,
    ONE,
    Known,
    bare,
    considered,
    differs,
    labelled,
    meets,
    number,
    percent,
    quotient,
)
from renmin_docs.proofread.manuscript import Sentence
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.scope import BUDGETED
from renmin_docs.proofread.sums import slip_of_scale

_SHARE = re.compile("^[，（]?(?:约|分别)?占(?:比|[^，。；、]{0,12}?的?(?:比重|比例)?)?(?:为|达到?|了)?$")
_OF_OTHERS = re.compile(f"全[国省市县区州镇乡]|同期|任务|目标|计划|{BUDGETED}|GDP|生产总值")
_AMONG = "其中"


class _Share(NamedTuple):
    """A quantity and its share of a whole."""

    part: Amount
    rate: Amount

    @property
    def whole(self) -> Reach | None:
        """What the whole can be."""
        return quotient(self.part, self.rate)


@rule("C3", "sentence")
def share_of_a_whole(sentence: Sentence) -> Iterator[Slip]:
    """A part with its per cent that does not fit the whole that is given, or that two other parts agree on."""
    shares = _shares(sentence)
    if not shares:
        return
    parts = {share.part for share in shares}
    wholes = [
        each
        for each in considered(sentence)
        if each.end <= shares[0].part.start
        and each not in parts
        and each.unit == shares[0].part.unit
        and each.value >= max(share.part.value for share in shares)
    ]
    for share in shares:
        whole = _whole_of(sentence, share, shares, wholes)
        is_scale = isinstance(whole, Amount) and slip_of_scale(sentence, share.part, whole)
        if whole is not None and not is_scale:
            yield from _off_share(share, whole)


def _shares(sentence: Sentence) -> list[_Share]:
    """The quantities with their shares; those of a target or of another whole are not among them."""
    found = []
    for part, rate in pairwise(considered(sentence)):
        between = sentence.text[part.end : rate.start]
        if part.is_rate or part.is_points or not rate.is_rate or part.value <= 0:
            continue
        if _SHARE.search(between) and not _OF_OTHERS.search(between) and not sentence.text[rate.end :].startswith("以"):
            found.append(_Share(part, rate))
    return found if len({share.part.unit for share in found}) == 1 else []


def _whole_of(
    sentence: Sentence, share: _Share, shares: Sequence[_Share], wholes: Sequence[Amount]
) -> Amount | _Share | None:
    """The whole that a share is not of, though it should: one that its siblings agree on, or the only one there is."""
    if any(_fits(share, each) for each in wholes):
        return None
    siblings = [each for each in shares if each is not share]
    for whole in reversed(wholes):
        agreeing = sum(_fits(each, whole) for each in siblings)
        if agreeing and agreeing >= len(siblings) / 2:
            return whole
    if len(siblings) >= 2 and (known := _common(siblings)) is not None and not _fits(share, known):
        return siblings[0]
    is_named = len(wholes) == 1 and _AMONG in sentence.text[wholes[0].end : share.part.start]
    return wholes[0] if is_named and not siblings else None


def _common(shares: Sequence[_Share]) -> Reach | None:
    """What the whole can be by all of these shares; None where they agree on none."""
    known = [share.whole for share in shares]
    if any(each is None for each in known):
        return None
    low, high = max(each.low for each in known if each), min(each.high for each in known if each)
    return Reach(low, high) if low <= high else None


def _fits(share: _Share, whole: Known) -> bool:
    """Whether the part can be as much of the whole."""
    known = quotient(share.part, whole)
    return known is None or meets(share.rate, known)


def _off_share(share: _Share, whole: Amount | _Share) -> Iterator[Slip]:
    part, rate = share
    if isinstance(whole, _Share):
        value = CONTEXT.divide(whole.part.value, whole.rate.value)
        other = written_like(whole.part.figure, value.quantize(1) if value > HUNDRED else value)
        formula = f"{bare(part)}÷{other}（按{bare(whole.part)}占{bare(whole.rate)}）"
    else:
        value, formula = whole.value, f"{bare(part)}÷{bare(whole)}"
    yield differs(rate, formula, percent(CONTEXT.divide(part.value, value), rate))


@rule("C18", "sentence")
def shares_over_a_hundred(sentence: Sentence) -> Iterator[Slip]:
    """Three or more shares of one whole that are a little more than all of it."""
    if re.search("多选|其中|分别占|同比|增长|下降|提高|完成|率", sentence.text):
        return
    rates: list[Amount] = []
    for between, each in labelled(sentence):
        if each.unit == "%" and ("占" in between or (rates and re.fullmatch("[、，和及与][^，。；]{0,10}", between))):
            rates.append(each)
    sums = total(each.value for each in rates) * HUNDRED
    if len(rates) >= 3 and _LEAST_OVER <= sums <= _MOST_OVER:
        formula = "＋".join(map(bare, rates))
        yield Slip(rates[0].start, rates[-1].end, "", f"{formula}＝{number(sums)}%")


_LEAST_OVER, _MOST_OVER = Decimal("100.5"), Decimal(110)


@rule("C8", "sentence")
def structure_of_three(sentence: Sentence) -> Iterator[Slip]:
    """A structure a:b:c in per cent that is not a hundred together."""
    if not any(sign in sentence.text for sign in ":∶：︰"):
        return
    for hit in scan(sentence.text):
        terms = getattr(hit.figure, "terms", ())
        if len(terms) < 3:
            continue
        off = abs(sum(terms) - HUNDRED)
        near = _NEAR_HUNDRED if _INDUSTRIES.search(sentence.text) is None else HUNDRED
        if _TENTH < off <= near:
            formula = "＋".join(f"{term:f}" for term in terms)
            yield Slip(hit.start, hit.end, "", f"{formula}＝{number(total(terms))}")


_INDUSTRIES = re.compile("产业结构|三次产业|三产结构|一二三产")
_TENTH, _NEAR_HUNDRED = Decimal("0.15"), Decimal(5)

# --- targets ----------------------------------------------------------------------------------

_TARGET = re.compile(
    "^[，（]?(?:已|共)?(?:完成|占|为|达到?|相当于)(?:了)?(?:全年|年度|年初|区级|市级|上级)?(?:下达)?(?:的)?"
    "(?:总投资|总额|总数|目标|计划|任务|预算|任务数)(?:任务|数|值|总额)?(?:的)?$"
)
_OF_TARGET = re.compile("^[，]?(?:的|完成率(?:为|达)?|为)$")


@rule("C5", "sentence")
def share_of_a_target(sentence: Sentence) -> Iterator[Slip]:
    """A value, its target, and the per cent of the target that it does not make."""
    text, amounts = sentence.text, considered(sentence)
    for place, (target, rate) in enumerate(pairwise(amounts[1:]), 1):
        before = text[amounts[place - 1].end : target.start]
        if not rate.is_rate or target.is_rate or not _OF_TARGET.search(text[target.end : rate.start]):
            continue
        if not _TARGET.search(before):
            continue
        earlier = [each for each in amounts[:place] if each.unit == target.unit]
        if earlier and not any(_fits(_Share(each, rate), target) for each in earlier):
            made = earlier[-1]
            result = percent(CONTEXT.divide(made.value, target.value), rate)
            yield differs(rate, f"{bare(made)}÷{bare(target)}", result)


# --- rates of two counts ----------------------------------------------------------------------


class _Verbs(NamedTuple):
    """A rate by its verb: the words before all of it, and those before what was done."""

    rate: str
    all: str
    done: str


_RATES = (
    _Verbs("办结率", "投诉|举报|投诉举报|受理|登记|接收|收到|接到|交办|承接|转办", "办结"),
    _Verbs("接通率", "来电|呼入|接入|总量", "接通|接听"),
    _Verbs("开工率", "计划|安排|实施|列入", "开工"),
    _Verbs("竣工率", "计划|安排|实施|列入|开工", "竣工|完工"),
    _Verbs("整改率", "排查|发现|查出|检查|整治|排查出", "整改|完成整改|已整改"),
    _Verbs("解决率", "收集|征集|收到|梳理|反映", "解决|已解决"),
    _Verbs("合格率", "抽检|检测|抽查|检验|参检", "合格"),
    _Verbs("满意率", "回访|访问|测评|评价", "满意"),
    _Verbs("化解率", "排查|受理|调处|发现", "化解|成功化解|调解成功"),
    _Verbs("调解成功率|调处成功率|成功率", "调解|调处|受理", "调解成功|调处成功|成功|成功调解|成功调处"),
    _Verbs("破案率", "立案|立", "破案|破获"),
    _Verbs("按期办结率|按时办结率", "投诉|举报|投诉举报|登记|办结|受理", "按期办结|按时办结"),
    _Verbs("采纳率", "收集|征集|收到|意见|建议|提出", "采纳|已采纳"),
    _Verbs("答复率|回复率|办复率", "收到|受理|接收|建议|提案|留言", "答复|回复|办复"),
    _Verbs("回访率", "办结|受理", "回访"),
    _Verbs("上门率|入户率", "应走访|计划", "走访|入户"),
    _Verbs("就业率", "毕业|毕业生", "就业"),
    _Verbs("签约率", "应签|应签约|涉及", "签约|完成签约"),
    _Verbs("到会率|出席率", "应到|应出席|应参会|应参加", "实到|出席|到会"),
)
_LABEL = "(?<!当日|当天|当场|当月|按期|按时|限时)(?:{})[^，。；、0-9]{{0,6}}$"


@rule("C7", "sentence")
def rate_of_two_counts(sentence: Sentence) -> Iterator[Slip]:
    """Two counts by their verbs and the rate of the second verb."""
    counts = labelled(sentence)
    for words, rate in counts:
        if rate.is_rate:
            yield from _off_rate(words, rate, counts)


def _off_rate(words: str, rate: Amount, counts: Sequence[tuple[str, Amount]]) -> Iterator[Slip]:
    for verbs in _RATES:
        if re.search(f"(?:^|[，、（])(?:，)?(?:{verbs.rate})(?:为|达|达到|高达|保持在)?$", words):
            done = _labelled(verbs.done, rate, counts)
            whole = _labelled(verbs.all, rate, counts, done)
            yield from _off_count(whole, done, rate)
            return
    verb = re.search("(?:^|[，、])[^，、]{0,2}(?P<verb>[检种缴到收修报签参查训])[^，、]{0,1}率(?:为|达|达到)?$", words)
    if verb:
        name = verb["verb"]
        done, whole = _labelled(f"实{name}", rate, counts), _labelled(f"应{name}", rate, counts)
        yield from _off_count(whole, done, rate)


def _labelled(
    verbs: str, rate: Amount, counts: Sequence[tuple[str, Amount]], done: Amount | None = None
) -> Amount | None:
    """The one count before the rate that such a verb stands before."""
    pattern = re.compile(_LABEL.format(verbs))
    before = ((words, each) for words, each in counts if each.end <= rate.start)
    found = [
        each for words, each in before if not (each is done or each.is_rate or each.is_points) and pattern.search(words)
    ]
    return found[-1] if len(found) == 1 else None


def _off_count(whole: Amount | None, done: Amount | None, rate: Amount) -> Iterator[Slip]:
    if whole is None or done is None or whole.unit != done.unit:
        return
    known = quotient(done, whole)
    if known is None:
        return
    computed = CONTEXT.divide(done.value, whole.value)
    if not (meets(rate, known) or _is_cut_off(rate, computed)):
        yield differs(rate, f"{bare(done)}÷{bare(whole)}", percent(computed, rate))


def _is_cut_off(rate: Amount, computed: Decimal) -> bool:
    """Whether the rate is the computed one with its last places cut off and not rounded."""
    return rate.value <= computed < rate.value + rate.high - rate.low


# --- means ------------------------------------------------------------------------------------

_MEANS: dict[str, tuple[str, ...]] = {
    "人均": ("人", "名"),
    "社区均": ("个社区", "个"),
    "户均": ("户",),
    "日均": ("天", "日"),
    "亩均": ("亩",),
    "月均": ("个月", "月"),
    "村均": ("个村", "村"),
    "家均": ("家",),
    "企均": ("家",),
    "次均": ("次",),
    "每人": ("人", "名"),
    "每户": ("户",),
}
_OF_INCOME = "(?![^，。；、0-9]{0,4}(?:收入|GDP|寿命|住房|生产总值|工资))"
_MEAN = re.compile(f"(?<![年月日周季每])(?P<mean>{'|'.join(_MEANS)}){_OF_INCOME}[^，。；、0-9]{{0,8}}$")


def _rounded(mean: Amount) -> Reach:
    """What a mean can be: it is rounded, also where it is a whole number."""
    half = HALF if mean.low == mean.high else 0
    return Reach(mean.low - half, mean.high + half)


@rule("C14", "sentence")
def means_per_head(sentence: Sentence) -> Iterator[Slip]:
    """A sum, a number of heads, and the mean that they don't give."""
    for place, (words, each) in enumerate(labelled(sentence)):
        found = _MEAN.search(words)
        if found is None:
            continue
        earlier = considered(sentence)[:place]
        heads = [amount for amount in earlier if amount.unit in _MEANS[found["mean"]]]
        sums = [amount for amount in earlier if amount.unit == each.unit and amount not in heads]
        if len(heads) != 1 or len(sums) != 1 or heads[0].value <= 0:
            continue
        known = quotient(sums[0], heads[0])
        if known is not None and not meets(_rounded(each), known):
            mean = CONTEXT.divide(sums[0].value, heads[0].value)
            rounded_mean = mean.quantize(ONE) if mean >= HUNDRED else mean
            result = written_like(each.figure, Decimal(number(rounded_mean)))
            yield differs(each, f"{bare(sums[0])}÷{bare(heads[0])}", result)
