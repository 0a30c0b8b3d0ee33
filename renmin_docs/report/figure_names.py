"""Names for the figures of a text, made from the words around the numbers: 营业额 for 营业额达到9.75亿元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from renmin_docs.figures.tables import POINTS, RATES
from renmin_docs.patterns import lazy
from renmin_docs.report.name_words import (
    AND,
    AVERAGES,
    BEGIN_NOUNS,
    BEGINNINGS,
    EARLIER,
    ENDINGS,
    FALLS,
    LIGHT_VERBS,
    NO_VERB,
    NOT_COUNTED,
    NOUNS,
    RESTS,
    RISES,
    SHORT_VERBS,
    STOP_WORDS,
    STOPS,
    TELLING,
    VERBS,
)

LONGEST = 12
_SHORT = 10
"""A name with its subject is no longer: 老旧小区加装电梯."""
_FAR = 2 * LONGEST

_WORD = "[\u4e00-\u9fffA-Za-z“”]"
_BEFORE = re.compile(f"{_WORD}+$")
_SCALED = "[0-9.]*[一二两三四五六七八九十百千万亿]+(?:[元亩吨人级]|平方米)?(?:以[上下])?"
_BEHIND = re.compile(f"(?:{_SCALED}|左右)?的?([\u4e00-\u9fff“”]{{2,12}})")
_DATE = re.compile("(?<=[0-9])(?:世纪|年代?|月|日|号)(?:[份底初末起]|[上中下]旬|上半年|下半年|度)?[年月日份]*")
"""What belongs to the date before a name."""
_CODE_SIGNS = tuple("0123456789&-/.")
_LETTERS = re.compile("^[A-Za-z]+")
_NO_NAME = re.compile("[^\u4e00-\u9fffA-Za-z]")
_CHANGES = ("增幅", "降幅")

_LIGHT = f"(?:{'|'.join(LIGHT_VERBS)})了?"
_BEGINNING = lazy(f"(?:{'|'.join(BEGINNINGS)})")
_ENDING = lazy(f"(?:{'|'.join(ENDINGS)})$")
_VERB = lazy(rf"(?:(?P<light>{_LIGHT})|(?:{'|'.join(VERBS)})了?)(?![{NO_VERB}]|{'|'.join(NOUNS)})")
_AND = lazy(f"(?:{'|'.join(AND)})$")
_ALONE = lazy(f"(?:每.{{1,4}})?(?P<verb>[{SHORT_VERBS}])|.")
_PARTS = lazy("[的和与及对在将把为]")
"""Where a name that is too long may begin anew."""
_NOUN = lazy("|".join(BEGIN_NOUNS))
_GROWTH = lazy(
    r"(?P<before>[，,、；]?)(?:同比|环比|[较比](?:上年|去年|上月)?(?:同期|年初)?)?(?:分别)?"
    rf"(?:(?P<rise>{'|'.join(RISES)})|(?:{'|'.join(FALLS)}))了?$"
)
_SHARE = lazy("(?P<before>[，,、；]?)占(?:比(?:为|达|达到)?|[\u4e00-\u9fffA-Za-z]{2,10}的)?$")
_STOPPED = lazy(f"{'|'.join(STOP_WORDS)}|[{STOPS}]|中(?![小心央学国医等])")


def name_before(text: str, start: int, end: int, floor: int = 0, unit: str = "") -> str:
    """A name for the number at a place of a text; empty where the words around it give none.

    Args:
        text: The text.
        start: Where the number begins.
        end: Where it ends.
        floor: Where the number before it ends; words beyond that belong to that one.
        unit: The unit of the number: what stands behind a time or an age is not what it counts.

    >>> name_before("限上服务业营业额达到9.75亿元", 10, 16), name_before("全年新增7家企业", 4, 6)
    ('限上服务业营业额', '新增企业')
    """
    words = _trimmed(_run_before(text, start, floor))
    behind = "" if unit in NOT_COUNTED else _noun_behind(text, end)
    if not words:
        return _rate_of_verb(text, end) if unit == "%" else behind
    if behind and text[start - 1] == "的":
        return behind
    if alone := _ALONE().fullmatch(words):
        return (alone["verb"] or "") + behind if behind else ""
    verbs = list(_VERB().finditer(words))
    return _beside_verbs(words, verbs, behind) if verbs else _cut(words)


def growth_before(text: str, start: int, unit: str) -> tuple[str, bool]:
    """增幅 or 降幅 where words before a rate make it a growth; and whether that of the figure before it."""
    if unit not in (*RATES, POINTS):
        return "", False
    match = _GROWTH().search(text, max(0, start - _FAR), start)
    return (_CHANGES[match["rise"] is None], bool(match["before"])) if match else ("", False)


def share_before(text: str, start: int, unit: str) -> tuple[str, bool]:
    """占比 where words before a rate make it a share; and whether that of the figure before it."""
    match = _SHARE().search(text, max(0, start - _FAR), start) if unit in RATES else None
    return ("占比", bool(match["before"])) if match else ("", False)


def belongs_to_earlier(name: str) -> bool:
    """Whether a name says something of the figure before it alone: 去年同期, 户均."""
    return name in AVERAGES or name in EARLIER


def _run_before(text: str, start: int, floor: int) -> str:
    """The words right before a number, without a date before them; not the rest of a word at the far end."""
    first = max(floor, start - _FAR)
    match = _BEFORE.search(text, first, start)
    if match is None:
        return ""
    date = _DATE.match(text, match.start())
    run = text[date.end() if date else match.start() : start]
    if match.start() == floor and text[floor - 1 : floor + 1] in RESTS:
        run = run[1:]
    if text[match.start() - 1 : match.start()] in _CODE_SIGNS:  # 5G基站, R&D投入
        run = _LETTERS.sub("", run)
    if _AND().search(run):  # 企业和6个楼宇: what stands before it belongs to the number before
        return ""
    is_whole = match.start() > first or first == floor or not re.match(_WORD, text[first - 1])
    return run if is_whole else _from_boundary(run)


def _from_boundary(run: str) -> str:
    """The words behind the first place at which a word must begin."""
    part, verb = _PARTS().search(run), _VERB().search(run)
    places = [*([part.end()] if part else []), *([verb.start()] if verb else [])]
    return run[min(places) :] if places else ""


def _trimmed(words: str) -> str:
    """The words without those that only lead to a number."""
    words = _NO_NAME.sub("", words)
    while found := _ENDING().search(words):
        words = words[: found.start()]
    while found := _BEGINNING().match(words):
        words = words[found.end() :]
    return words


def _beside_verbs(words: str, verbs: list[re.Match[str]], behind: str) -> str:
    """The name with a verb among the words: with what is behind it, or behind the number, or before it."""
    verb = verbs[-1]
    if verb.end() < len(words) - 1 or behind:
        return _with_object(words, _first_of_adjacent(verbs), "" if verb.end() < len(words) - 1 else behind)
    if verb.start() == 0:
        return words if words in TELLING else ""
    earlier = [each for each in verbs[:-1] if each.end() < verb.start()]
    return _with_object(words, earlier[-1]) if earlier else _cut(words)  # 整治 is a noun in 开展专项整治


def _first_of_adjacent(verbs: list[re.Match[str]]) -> re.Match[str]:
    """The last verb, or the one right before it (下达整改通知书)."""
    is_adjacent = len(verbs) > 1 and verbs[-2].end() == verbs[-1].start() and not verbs[-2]["light"]
    return verbs[-2 if is_adjacent else -1]


def _with_object(words: str, verb: re.Match[str], behind: str = "") -> str:
    """Subject, verb and what is counted, as much of it as a name can hold; a light verb is left out."""
    subject, counted = _trimmed(words[: verb.start()]), words[verb.end() :] + behind
    name = counted if verb["light"] else verb[0].removesuffix("了") + counted
    if len(subject + name) <= (LONGEST if verb["light"] else _SHORT):
        return subject + name
    return name if len(name) <= LONGEST else _cut(counted)


def _noun_behind(text: str, end: int) -> str:
    """The noun behind a number, up to the next verb or function word."""
    match = _BEHIND.match(text, end)
    if match is None or text[end - 1 : end + 1] in RESTS:
        return ""
    words = _NO_NAME.sub("", match[1])
    first = _NOUN().match(words)
    stop, verb = _STOPPED().search(words, first.end() if first else 0), _VERB().search(words)
    noun = words[: min([len(words), *(found.start() for found in (stop, verb) if found)])]
    return noun if len(noun) > 1 else ""


def _rate_of_verb(text: str, end: int) -> str:
    """化解率 for 100%化解."""
    verb = _VERB().match(text, end)
    return f"{verb[0]}率" if verb else ""


def _cut(words: str) -> str:
    """The end of words that are too long for a name, from where a word begins; empty where that is not known."""
    if len(words) <= LONGEST:
        return words
    starts = [match.end() for match in _PARTS().finditer(words) if 2 <= len(words) - match.end() <= LONGEST]
    return words[starts[0] :] if starts else ""


class Names:
    """The names that are taken, and new ones beside them."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}
        self._seen: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)

    def take(self, name: str, base: str = "", facets: tuple[str, ...] = ()) -> None:
        """Mark a name as taken, with what distinguishes its figure from others of the same noun."""
        self._taken.add(name)
        self._seen[base or name].update(enumerate(facets))

    def unique(self, base: str, facets: tuple[str, ...] = ()) -> str:
        """The noun itself, or where it is taken with the first facet that no figure of it has, or with a number.

        >>> names = Names(())
        >>> names.take("营业额", facets=("2022年", ""))
        >>> names.unique("营业额", ("2021年", "")), names.unique("营业额", ("2022年", ""))
        ('营业额_2021年', '营业额_2')
        """
        if base not in self._taken:
            return base
        for at, facet in enumerate(facets):
            name = f"{base}_{facet}"
            if facet and (at, facet) not in self._seen[base] and name not in self._taken and name.isidentifier():
                return name
        return self._numbered(base)

    def _numbered(self, base: str) -> str:
        made, number = base, self._next.get(base, 2)
        while made in self._taken:
            made, number = f"{base}_{number}", number + 1
        self._next[base] = max(2, number - 1)
        return made
