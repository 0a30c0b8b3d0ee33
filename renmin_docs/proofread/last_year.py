"""Last year (C): last year's figures in the text, compared with last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.identities import ONE, falls, less_one, meets, percent, quotient, slip_on
from renmin_docs.proofread.manuscript import Manuscript, Sentence
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.report.figure_names import name_before

_BEFORE = re.compile(
    "(?:去年|上年|上一年|上年度|(?P<year>[12][0-9]{3})年)(?:同期|全年)?(?:的|为|是|仅|只有|达|实现|完成)?$"
)
_GROWTH = re.compile(
    r"^[，,、（(]*(?:同比|比上年|较上年|比去年|较去年)(?:同期)?(?P<way>增长|增加|上升|提高|增|升|下降|减少|降低|回落|降|减)了?$"
)
_OTHER_BASE = re.compile("可比|口径|不变价|年均|剔除|扣除|两年平均|复合|调整|修订|核定|月")


@rule("C13", "manuscript")
def figures_of_last_year(manuscript: Manuscript) -> Iterator[Slip]:
    """A figure of last year, or a growth, that last year's report does not give."""
    last = _values_of(manuscript.last) if manuscript.last and _is_the_year_before(manuscript, manuscript.last) else {}
    for sentence in manuscript.sentences if last else ():
        if sentence.role != "cell" and not _OTHER_BASE.search(sentence.text):
            yield from (slip.within(sentence) for slip in _slips(sentence, last, manuscript.year))


def _is_the_year_before(manuscript: Manuscript, last: Manuscript) -> bool:
    """Whether the other report is of the same months of the year before, as far as their titles name them."""
    this, other = manuscript.period, last.period
    return this is None or other is None or this == other._replace(year=other.year + 1)


def _values_of(last: Manuscript) -> Mapping[tuple[str, str], Amount]:
    """Noun and unit → the one value that a report gives for its own period."""
    values: dict[tuple[str, str], Amount | None] = {}
    for fact in last.facts:
        if not (any(fact.scope) or fact.is_plan):
            key = fact.noun, fact.amount.unit
            known = values.setdefault(key, fact.amount)
            if known is None or not meets(known, fact.amount):
                values[key] = None
    return {key: amount for key, amount in values.items() if amount is not None}


def _slips(sentence: Sentence, last: Mapping[tuple[str, str], Amount], year: int) -> Iterator[Slip]:
    floor, noun = 0, ""
    amounts = sentence.amounts
    for at, amount in enumerate(amounts):
        between = sentence.text[floor : amount.start]
        of_year = _BEFORE.search(between)
        own = name_before(sentence.text, amount.start, amount.end, floor)
        if of_year and (not of_year["year"] or int(of_year["year"]) == year - 1):
            known = last.get((noun, amount.unit)) if at and amounts[at - 1].unit == amount.unit else None
            if known is not None and not meets(amount, known):
                yield slip_on(amount, f"上年报告为{known}", "warning")
        elif amount.is_rate and at and (way := _GROWTH.search(between)):
            before = last.get((noun, amounts[at - 1].unit))
            if before is not None and not amounts[at - 1].is_rate:
                yield from _growth(amounts[at - 1], before, amount, is_fall=falls(way["way"]))
        else:
            noun = own or noun
        floor = amount.end


def _growth(now: Amount, before: Amount, rate: Amount, *, is_fall: bool) -> Iterator[Slip]:
    """A growth that this year's value and last year's report don't give."""
    known = quotient(now, before)
    if known is not None and not rate.figure.hedge and not meets(rate, less_one(known, is_fall=is_fall)):
        growth = CONTEXT.divide(now.value, before.value) - ONE
        right = percent(-growth if is_fall else growth, rate)
        yield slip_on(rate, f"上年报告为{before}，按此为{right}", "warning")
