"""Facts: quantities of the running text with what they count, in which period and area, and in what part of the report.

Rules that hold two places against each other look facts up by noun and unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.proofread.amounts import Amount
from renmin_docs.proofread.scope import BUDGETED, Scope, area_before, period_before
from renmin_docs.report.figure_names import name_before

if TYPE_CHECKING:
    from renmin_docs.proofread.manuscript import Manuscript, Sentence

_CLAUSE = re.compile("[，。；：！？,;:]")
_PART = re.compile(
    "其中|分别|平均|人均|户均|日均|月均|每|单个|首批|第[一二三四五六七八九十]批|另有?|还有|依次|各[0-9]|剩余|其余"
)
"""Where one of these stands before a number, it is not the whole of what it counts."""
_CHANGE = re.compile("增长|增加|减少|下降|提高|上升|增收|回落|压减|提升|降低|增幅|降幅|比|较|由|从|超出|高于|低于")
_TARGET = re.compile(f"目标|计划|任务|预计|力争|拟|将|确保|{BUDGETED}|不少于|不低于|要")
_CUMULATIVE = re.compile("累计|总计|合计|历年|截至|至今")
_NO_NOUN = re.compile(
    "^(?:比|较|同比|环比|增[长加]|减少|下降|总|新增|数量|总数|分别|人数|户数|面积|数|规模|金额|资金|投资)$"
)
_RATE_NOUN = re.compile("率|比重|占比|满意度|覆盖面|指数")
_BARE = re.compile("^(?:累计|合计|总计|共计|共|已|全年|实现|完成)+")


class Fact(NamedTuple):
    """A quantity and what it is of.

    Attributes:
        noun: What is counted, by the words around it.
        amount: The quantity, placed in its sentence.
        sentence: The sentence.
        scope: Its period and area.
        is_plan: Whether it is a target.
        is_cumulative: Whether it is counted up from further back (累计).
    """

    noun: str
    amount: Amount
    sentence: Sentence
    scope: Scope
    is_plan: bool
    is_cumulative: bool

    @property
    def start(self) -> int:
        """Where it stands in its passage."""
        return self.sentence.start + self.amount.start

    @property
    def end(self) -> int:
        """Where it ends in its passage."""
        return self.sentence.start + self.amount.end

    @property
    def key(self) -> tuple[str, str, Scope, bool]:
        """What two places that give the same figure have in common."""
        return self.noun, self.amount.unit, self.scope, self.is_plan


def facts_of(manuscript: Manuscript) -> list[Fact]:
    """The facts of a document, in order; cells of tables are none."""
    passages = (place for place in manuscript.of_passage if manuscript.passages[place].cell is None)
    return [fact for place in passages for fact in _in_passage(manuscript, place)]


def _in_passage(manuscript: Manuscript, place: int) -> Iterator[Fact]:
    """The facts of a passage; a sentence without period or area has that of the one before, the first its heading's."""
    heading, year = manuscript.headings[place], manuscript.year
    scope = Scope(period_before(heading, year) or "", area_before(heading))
    for sentence in manuscript.of_passage[place]:
        floor = 0
        for amount in sentence.amounts:
            between = sentence.text[floor : amount.start]
            period, area = period_before(between, year), area_before(between)
            scope = Scope(scope.period if period is None else period, area or scope.area)
            noun = name_before(sentence.text, amount.start, amount.end, floor)
            floor = amount.end
            clause = _CLAUSE.split(between)[-1]
            if _is_whole(noun, amount, between, clause):
                is_plan = place in manuscript.plans or _TARGET.search(clause) is not None
                is_cumulative = _CUMULATIVE.search(between) is not None
                yield Fact(_BARE.sub("", noun), amount, sentence, scope, is_plan, is_cumulative)


def _is_whole(noun: str, amount: Amount, between: str, clause: str) -> bool:
    """Whether a quantity is the whole of what it counts: no part, no change, no points, a rate only with its name."""
    if (
        len(noun) < 2
        or _NO_NOUN.fullmatch(noun)
        or amount.is_points
        or (amount.is_rate and not _RATE_NOUN.search(noun))
    ):
        return False
    return not (_PART.search(between) or _CHANGE.search(clause))
