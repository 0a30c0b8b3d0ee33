"""Sums (C): what a text says of a whole and its parts, of halves and quarters, of named balances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from renmin_docs.figures.arithmetic import CONTEXT, total
from renmin_docs.figures.sums import Reach, written_like
from renmin_docs.figures.tables import SCALES
from renmin_docs.messages import Severity
from renmin_docs.proofread.amounts import Amount, amounts_in
from renmin_docs.proofread.identities import (
    addition,
    bare,
    considered,
    labelled,
    meets,
    quotient,
    slip_on,
    sum_severity,
)
from renmin_docs.proofread.manuscript import Manuscript, Sentence
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.scope import BUDGETED

_AMONG = re.compile("其中|包括|分别是")
_OPEN_LIST = re.compile("等|余|约|近|以上|以下|以内|其余|另有?|超|还有|多[个家户人名件]|主要有|重点")
"""Where one of these stands in a list of parts, it need not be whole."""
_SHARED = re.compile("增长|下降|提高|降低|上升|同比|平均|人均|户均|每|总投资|金额|占|比")
"""Before a number that is no part: growth, a mean, a share."""
_NEAR = (Decimal("0.85"), Decimal("1.15"))
"""How far a sum may be from its total, as a part of it, before the list is taken for a selection."""
_OVER = re.compile(f"超额|超出|为[^，。；]{{0,6}}的|任务|目标|计划|{BUDGETED}")
_BOUND = re.compile("[上下内超过逾破于少]")
"""Hedges that make a bound: 其中50万元以上的村8个 has no part of a sum."""
_FACTORS = tuple(Decimal(10) ** power for power in (1, 2, 3, 4))


class _Listed(NamedTuple):
    """A whole, in its sentence, and the parts behind 其中, in theirs."""

    home: Sentence
    whole: Amount
    sentence: Sentence
    parts: list[Amount]
    start: int

    @property
    def is_far(self) -> bool:
        """Whether the whole stands in the sentence before."""
        return self.home is not self.sentence


def _lists(manuscript: Manuscript) -> Iterator[_Listed]:
    """Each whole with its parts; a sentence that begins with 其中 has its whole in the one before."""
    for sentences in manuscript.of_passage.values():
        for before, sentence in pairwise((None, *sentences)):
            found = [*_AMONG.finditer(sentence.text)] if sentence else []
            if sentence is None or len(found) != 1:
                continue
            begins = not sentence.text[: found[0].start()].strip() and before is not None
            home = before if begins and before is not None else sentence
            at = len(home.text) if begins else found[0].start()
            whole = _before(considered(home), at)
            if whole is not None and not _is_change(home.text, whole):
                parts = _parts(sentence, found[0].end(), whole)
                yield _Listed(home, whole, sentence, parts, found[0].start())


@rule("C1", "manuscript")
def parts_of_a_total(manuscript: Manuscript) -> Iterator[Slip]:
    """A total and its parts behind 其中 that don't add up, where they are near enough to be all of them."""
    for listed in _lists(manuscript):
        home, whole, sentence, parts, at = listed
        if not parts[1:] or whole.figure.hedge or _goes_on(listed):
            continue
        severity = _severity(whole, parts)
        if severity and not _OPEN_LIST.search(sentence.text, at, _end_of(sentence.text, parts)):
            severity = "warning" if listed.is_far else severity
            yield slip_on(whole, addition(parts, whole), severity).within(home)


def _goes_on(listed: _Listed) -> bool:
    """Whether a list goes on behind its comma, and gives the whole with that: 工业4家、服务业3家，另有建筑业2家."""
    parts = _parts(listed.sentence, listed.start, listed.whole, ends_at_comma=False)
    return len(parts) > len(listed.parts) and sum_severity(parts, listed.whole) is None


def _before(amounts: Sequence[Amount], at: int) -> Amount | None:
    """The quantity right before a place; rates and points are none of a whole."""
    whole = next((each for each in reversed(amounts) if each.end <= at and not (each.is_rate or each.is_points)), None)
    return whole if whole is not None and at - whole.end <= _FARTHEST else None


_FARTHEST = 12
"""Characters between a total and 其中."""
_CHANGED = re.compile("(?:[比较][^，。；]{0,6}|净)(?:增加|增长|减少|下降|提高|增收|减收|多|少)了?$")


def _is_change(text: str, whole: Amount) -> bool:
    """Whether a quantity is by how much another changed; what stands behind it is rather part of that one."""
    return _CHANGED.search(text, max(0, whole.start - 12), whole.start) is not None


def _parts(sentence: Sentence, start: int, whole: Amount | None, *, ends_at_comma: bool = True) -> list[Amount]:
    """The quantities of the whole's unit that are listed behind a place; with 、 up to a comma."""
    parts: list[Amount] = []
    before, mark = start, ""
    for each in considered(sentence):
        if whole is None or each.start < start:
            continue
        between = sentence.text[before : each.start]
        has_comma = "，" in between
        if parts and ("；" in between or (ends_at_comma and has_comma and mark == "、")):
            break
        if each.unit == whole.unit and not _SHARED.search(between):
            mark = mark or ("" if not parts else "，" if has_comma else "、")
            parts.append(each)
        before = each.end
    return parts


def _end_of(text: str, parts: Sequence[Amount]) -> int:
    """Where a list ends: with its last part, and what stands between it and the next mark."""
    end = parts[-1].end
    stops = [place for place in (text.find(mark, end) for mark in "，；。") if place >= 0]
    return min(stops, default=len(text))


def _severity(whole: Amount, parts: Sequence[Amount]) -> Severity | None:
    """How grave it is that parts don't add up to a whole; None where they do, or need not be all of it.

    Where they are far off, one digit that would mend the sum still makes a warning.
    """
    sums = total(each.value for each in parts)
    least, most = (CONTEXT.multiply(whole.value, factor) for factor in _NEAR)
    if any(sum_severity(parts[:many], whole) is None for many in range(2, len(parts))):
        return None
    if least <= sums <= most:
        return sum_severity(parts, whole)
    off = sums - whole.value
    is_slip = _is_of_one_digit(whole, off) or any(_is_of_one_digit(part, -off) for part in parts)
    return "warning" if is_slip and sum_severity(parts, whole) == "error" else None


def _is_of_one_digit(amount: Amount, change: Decimal) -> bool:
    """Whether a number that is as much larger differs in one of its digits; any other number does from a lone one."""
    shown = amount.figure.as_printed()
    written = f"{CONTEXT.divide(amount.value, SCALES[shown.scale or '']):f}"
    other = f"{CONTEXT.divide(amount.value + change, SCALES[shown.scale or '']):f}"
    if amount.value + change <= 0 or not 1 < len(written) == len(other) or amount.figure.hedge:
        return False
    return sum(a != b for a, b in zip(written, other, strict=True)) == 1


# --- a part larger than its whole -------------------------------------------------------------


@rule("C17", "manuscript", over=("C1", "C3"))
def order_of_magnitude(manuscript: Manuscript) -> Iterator[Slip]:
    """A part that is larger than its whole, or whose stated share is true with 元 and 万元 exchanged."""
    for listed in _lists(manuscript):
        _, whole, sentence, parts, _ = listed
        if not parts or _OVER.search(sentence.text):
            continue
        shown = slip_of_scale(sentence, parts[0], whole)
        if parts[0].low > whole.high and not _BOUND.search(f"{parts[0].figure.hedge} {whole.figure.hedge}"):
            shown = f"{bare(parts[0])}＞{bare(whole)}"
        if shown:
            yield slip_on(parts[0], shown, "warning" if listed.is_far else None).within(sentence)


def slip_of_scale(sentence: Sentence, part: Amount, whole: Amount) -> str:
    """A share behind a part that is right for ten, a hundred … ten thousand times the part, or a fraction of it."""
    share = next((each for each in considered(sentence) if each.start >= part.end), None)
    if share is None or not share.is_rate or not sentence.text[part.end : share.start].lstrip("，").startswith("占"):
        return ""
    known = quotient(part, whole)
    if known is None or meets(known, share):
        return ""
    for factor in _FACTORS:
        for times in (factor, CONTEXT.divide(Decimal(1), factor)):
            if meets(Reach(known.low * times, known.high * times), share):
                right = written_like(part.figure, CONTEXT.multiply(part.value, times))
                return f"{right}÷{bare(whole)}≈{bare(share)}，文中为{bare(part)}"
    return ""


# --- halves and quarters ----------------------------------------------------------------------

_PERIODS: tuple[tuple[str, str], ...] = (
    ("1", r"(?:第?一|1)季度"),
    ("2", r"(?:第?二|2)季度"),
    ("3", r"(?:第?三|3)季度"),
    ("4", r"(?:第?四|4)季度"),
    ("123", "前三季度|前3季度|1[—-]3季度"),
    ("12", "上半年"),
    ("34", "下半年"),
    ("1234", "全年"),
    *((f"m{month}", rf"(?<![0-9—至到～-]){month}月份?(?![0-9—至到～末底初-])") for month in range(1, 13)),
)
_PERIOD = re.compile("|".join(f"(?P<p{name}>{pattern})" for name, pattern in _PERIODS))
_BALANCES: tuple[tuple[str, ...], ...] = (
    ("1234", "1", "2", "3", "4"),
    ("1234", "12", "34"),
    ("1234", "12", "3", "4"),
    ("1234", "123", "4"),
    ("123", "1", "2", "3"),
    ("123", "12", "3"),
    ("12", "1", "2"),
    ("34", "3", "4"),
    *((str(quarter + 1), *(f"m{3 * quarter + month}" for month in (1, 2, 3))) for quarter in range(4)),
)
"""A period, and those that make it."""
_FOUR = re.compile("(?:四个|一至四|1至4|1[—-]4)(?:个)?季度[^，。；]{0,6}(?:分别|依次)[^，。；]{0,6}$")


@rule("C15", "sentence")
def quarters_and_the_year(sentence: Sentence) -> Iterator[Slip]:
    """Quarters or halves that don't add up to the period that they make."""
    by_unit: dict[str, dict[str, Amount]] = {}
    nouns: dict[str, set[str]] = {}
    amounts = _with_bare(sentence)
    for number, (between, each) in enumerate(labelled(sentence, amounts)):
        if each.is_rate or each.is_points or each.figure.hedge or _SHARED.search(between):
            continue
        periods = by_unit.setdefault(each.unit, {})
        if _FOUR.search(between):
            four = amounts[number : number + 4]
            periods.update((str(place), part) for place, part in enumerate(four, 1) if part.unit == each.unit)
        elif named := [*_PERIOD.finditer(between)]:
            periods.setdefault(str(named[-1].lastgroup)[1:], each)
            nouns.setdefault(each.unit, set()).add(_NO_NOUN.sub("", between[named[-1].end() :]))
    for unit, periods in by_unit.items():
        if len(nouns.get(unit, set()) - {""}) < _NOUNS:
            yield from _unbalanced(periods)


_NOUNS = 2
"""As many nouns behind the names of periods are of different things."""
_NO_NOUN = re.compile(
    "分别|依次|共计|合计|总计|累计|完成|实现|达到|新增|受理|办结|收到|投资|税收|收入|[的了共为是达计，、：]"
)


_BARE = re.compile(rf"(?:{'|'.join(pattern for _, pattern in _PERIODS[:8])})(?P<number>[0-9]+(?:\.[0-9]+)?)(?=[、，])")


def _with_bare(sentence: Sentence) -> list[Amount]:
    """The quantities, and numbers of a list of periods whose unit stands only behind the last: 一季度30、二季度40件."""
    amounts = considered(sentence)
    found = []
    for match in islice(_BARE.finditer(sentence.text), 8):
        later = next((each for each in amounts if each.start >= match.end()), None)
        if later is None or any(each.start == match.start("number") for each in amounts):
            continue
        read = amounts_in(f"{match['number']}{later.figure.as_printed().scale or ''}{later.unit}")
        found += [each._replace(start=match.start("number"), end=match.end()) for each in read[:1]]
    return sorted([*amounts, *found], key=attrgetter("start"))


def _unbalanced(periods: dict[str, Amount]) -> Iterator[Slip]:
    for name, *parts in _BALANCES:
        if name in periods and all(part in periods for part in parts):
            whole, made = periods[name], [periods[part] for part in parts]
            if severity := sum_severity(made, whole):
                yield slip_on(whole, addition(made, whole), severity)
                return


# --- named balances ---------------------------------------------------------------------------


class _Balance(NamedTuple):
    """A balance by name: what stands before the whole, before what is added, before what is taken off."""

    whole: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


_ADDED = re.compile("新增|新发展|新吸收|增加|(?<!自然)增长|减少|新招|新进")
"""Before a quantity it is only what was added to the whole."""
_NAMED = (
    _Balance("自然增长|自然增加|净增", ("出生",), ("死亡",)),
    _Balance("人口|总人数|党员|代表|共有|总数|职工|会员|学生", ("男性|男", "女性|女")),
    _Balance("人口|总户数|户籍|总人数|居民", ("城镇|城市", "农村|乡村")),
    _Balance("受理|接收|办理|收到|接到|登记", ("直接办理|直办", "转办|转交")),
    _Balance("办结|办理", ("按期|按时", "逾期|超期")),
    _Balance("收入", ("税收收入|税收", "非税收入|非税")),
)


@rule("C19", "sentence")
def named_balances(sentence: Sentence) -> Iterator[Slip]:
    """Births less deaths, men and women, town and country: what is balanced by its names."""
    if "其中" in sentence.text or len(considered(sentence)) < 3:
        return
    for balance in _NAMED:
        yield from _off_balance(balance, labelled(sentence))


def _off_balance(balance: _Balance, counts: Sequence[tuple[str, Amount]]) -> Iterator[Slip]:
    plus = [each for names in balance.plus if (each := _named(names, counts))]
    minus = [each for names in balance.minus if (each := _named(names, counts))]
    found = [*plus, *minus]
    if len(found) != len(balance.plus + balance.minus) or len({each.unit for each in found}) != 1:
        return
    unit = found[0].unit
    pattern = re.compile(f"(?:{balance.whole})[^，。；、]{{0,8}}$")
    alike = [
        (words, each) for words, each in counts if each.unit == unit and each not in found and not _ADDED.search(words)
    ]
    wholes = [each for words, each in alike if pattern.search(words)]
    if len(wholes) != 1 or any(each.figure.hedge for each in (*found, *wholes)):
        return
    whole = wholes[0]
    low = total(each.low for each in plus) - total(each.high for each in minus)
    high = total(each.high for each in plus) - total(each.low for each in minus)
    if low > whole.high or high < whole.low:
        yield slip_on(whole, _balanced(plus, minus, whole))


def _named(names: str, counts: Sequence[tuple[str, Amount]]) -> Amount | None:
    """The one quantity that such a word stands before."""
    pattern = re.compile(f"(?:^|[，；、])[^，；、]{{0,8}}?(?:{names})[^，；、]{{0,6}}$")
    found = [each for words, each in counts if pattern.search(words) and not _SHARED.search(words)]
    return found[0] if len(found) == 1 else None


def _balanced(plus: Sequence[Amount], minus: Sequence[Amount], whole: Amount) -> str:
    value = total(each.value for each in plus) - total(each.value for each in minus)
    formula = "＋".join(map(bare, plus)) + "".join(f"－{bare(each)}" for each in minus)
    return f"{formula}＝{written_like(whole.figure, value)}，文中为{bare(whole)}"
