"""Ranks typed into texts, held against the declared ones: 考核居全区第3位 in `figures`, 考核列全区第5位 in a text.

A report has many ranks, of different things and in different areas. So the words before a rank are compared as
well: two ranks disagree if nothing in these words says that they are of two areas (全区, 全省), of two things (总量,
增速) or of two times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.report.text import TOKENS, mentions

if TYPE_CHECKING:
    from renmin_docs.figures import Figure, Rank
    from renmin_docs.report.texts import PlacedText
    from renmin_docs.report.typed_numbers import TypedNumber

_MOST = 3
"""How many declared ranks are named beside a typed one."""
_MOST_ALIKE, _MOST_MENTIONS = 64, 16
"""How many declared ranks, and how many mentions of one, are looked at."""
_LOOK_BACK = 40
_PHRASE_END = re.compile(r"[，。；：、！？\n（）]")
_AREA = re.compile("全([国省市区县州盟旗镇乡街村校系])|([国省市区县镇街])[内级]|(百强|十强)")
_PLACING = re.compile(
    "(?:位居|位列|位于|名列|跻身|进入|跃居|稳居|升至|升到|上升到|提升到|降至|降到|保持|蝉联|取得|获得|获|排名|位次|名次|"
    "排在|排|列|居|第|连续[0-9一二两三四五六七八九十]+年|[0-9]{4}年|街道|社区|乡镇|我|本|在|中|均|都|分别|继续|再次|全年)+"
)
_CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
_FORMER = re.compile("[上去前](?:一?年|半年|期|月|季)|同期|此前|原(?:来|先|第)|曾")
_AIM = re.compile("力争|争取|争创|争|确保|目标|冲刺|努力|计划|预计|明年")
_FROM = re.compile("[由从]")
_MOVE = re.compile(" ?(?:位|名)?(?:上升|提升|跃升|攀升|晋升|上移|前移|后移|前进|下降|下滑|回落|提高|升|降|退|进|跃|变)")
_YEAR = re.compile("([0-9]{4})年")
_LIST = "、和与及"
_FULL = range(_MOST_MENTIONS)
_ALIKE = ("", "位", "名")
"""Units of ranks that say the same."""


class _Words(NamedTuple):
    """What the words before a rank say: its areas, if any, and the pairs of characters that name what is ranked."""

    areas: frozenset[str]
    things: frozenset[str]

    def may_be(self, other: _Words) -> bool:
        """Whether both may rank the same thing in the same area."""
        pairs = ((self.areas, other.areas), (self.things, other.things))
        return all(not one or not two or not one.isdisjoint(two) for one, two in pairs)


class DeclaredRanks:
    """The declared ranks, with what the words before their mentions say."""

    def __init__(self, figures: Mapping[str, Figure], texts: Iterable[PlacedText], year: int) -> None:
        self._year = year
        self._names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._known: defaultdict[tuple[str, str, Decimal | None], list[str]] = defaultdict(list)
        for name, figure in figures.items():
            if figure.kind == "rank":
                rank = figure.rank  # type: ignore[attr-defined] # the kind is imported with the first rank
                self._names[_order(rank)].append(name)
                for value in (rank.value, rank.previous):
                    self._known[*_order(rank), value].append(name)
        self._said = _said(texts, chain.from_iterable(self._names.values())) if self._names else {}

    def beside(self, typed: TypedNumber) -> tuple[str, ...]:
        """The declared ranks that a typed rank may be meant for, where none of them has its number."""
        if typed.figure.kind != "rank" or not self._names or not self._is_of_now(typed):
            return ()
        rank: Any = typed.figure
        words = _words(_phrase(typed.plain, typed.start))
        if any(self._may_be(words, self._known.get((*_order(rank), rank.value), ()))):
            return ()
        return tuple(islice(self._may_be(words, self._names.get(_order(rank), ())), _MOST))

    def _may_be(self, words: _Words, names: Sequence[str]) -> Iterator[str]:
        """Those of the declared ranks of which the words may speak."""
        return (name for name in names[:_MOST_ALIKE] if any(words.may_be(other) for other in self._said[name]))

    def _is_of_now(self, typed: TypedNumber) -> bool:
        """Whether it is this year's: not last year's, none that is aimed at, none in a list whose words stand away."""
        text, start = typed.plain, typed.start
        phrase = _phrase(text, start)
        years = {int(found) for found in _YEAR.findall(phrase)}
        is_former = bool(_FORMER.search(phrase)) or bool(years - {self._year})
        is_left = _FROM.search(phrase) is not None and _MOVE.match(text, typed.end) is not None
        is_listed = not phrase and text[start - 1 : start] in tuple(_LIST)
        is_aim = typed.text.path.startswith("plans") or _AIM.search(phrase) is not None
        return not (is_former or is_left or is_listed or is_aim)


def _order(rank: Rank) -> tuple[str, str]:
    """In what order a rank counts: only ranks of one order are compared."""
    return rank.form, "" if rank.unit in _ALIKE else rank.unit


def _said(texts: Iterable[PlacedText], declared: Iterable[str]) -> dict[str, list[_Words]]:
    """For each declared rank what its name and the words before each of its mentions say."""
    found: dict[str, list[_Words]] = {name: [] for name in declared}
    for text in texts:
        pieces = TOKENS.split(text.text) if "{" in text.text else ()
        for at in range(1, len(pieces), 2):
            for mention in mentions(pieces[at]):
                if len(found.get(mention.name, _FULL)) < _MOST_MENTIONS:
                    found[mention.name].append(_words(_phrase(pieces[at - 1], len(pieces[at - 1]))))
    return {name: _completed(_words(name), words) for name, words in found.items()}


def _completed(named: _Words, words: list[_Words]) -> list[_Words]:
    """What the mentions say; what none of their words says, the name does."""
    return [_Words(each.areas or named.areas, each.things or named.things) for each in words] or [named]


def _phrase(text: str, end: int) -> str:
    """The words before a place, back to a mark or another number."""
    before = text[max(0, end - _LOOK_BACK) : end]
    return _PHRASE_END.split(before)[-1]


def _words(phrase: str) -> _Words:
    areas = frozenset(next(filter(None, match.groups())) for match in _AREA.finditer(phrase))
    things = _CHINESE.findall(_PLACING.sub(" ", _AREA.sub(" ", phrase)))
    return _Words(areas, frozenset(word[at : at + 2] for word in things for at in range(len(word) - 1)))
