"""Whose report it is and of which year: from the title, or guessed from the text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, ReportError
from renmin_docs.patterns import lazy
from renmin_docs.report.headings import DEFAULT_TITLE, from_pattern
from renmin_docs.report.models import Organization
from renmin_docs.report.offices import BODIES, OTHER, endings, kind_called, kind_of, name_of, own_words
from renmin_docs.report.periods import FIRST_YEAR, LAST_YEAR, next_period, require_period

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNKNOWN = "××"
"""What stands for the name of an office that a text does not name, before the ending of its kind."""

_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)\s?年")
_CHINESE_YEAR = lazy("(?<![一二三四五六七八九])([一二][一二三四五六七八九〇零○]{3})年")
_PART = lazy(r"(?:19|20)\d\d年度?(上半年|下半年|第[一二三四]季度|(?:1[0-2]|[1-9])月)")
_WITHIN = rf"(?:(?!中心工作)(?:{endings(BODIES)})){{1,3}}(?=(?:年度|年终|全年)?工作|年度|总结)"
"""An office within a place, with nothing between it and the word for the report."""
_OFFICE = rf"(?:{endings()})(?:{_WITHIN})?"
_NAME_IN_TITLE = lazy(
    r"(?:关于)?(?P<before>(?:[^\s0-9〇]|(?<![0-9])(?:[0-9]{1,3}|[0-9]{5})(?![0-9年])){2,30}?)"
    r"(?:关于)?(?:(?:19|20)\d\d|[二一][〇零○一二三四五六七八九]{3})年"
    r"|(?:关于)?(?:19|20)\d\d年(?:度|[上下]半年|第[一二三四]季度)?"
    rf"(?P<behind>[^\s0-9]{{1,20}}?{_OFFICE})(?=(?:(?!街道|[^城乡]镇)[^处]){{0,4}}工作|年度|总结)"
    rf"|(?P<alone>[^\s0-9]{{1,20}}?{_OFFICE})(?:年度|年终|全年)?工作"
)
_PRONOUNS = "本我各全"
_NO_ONES_NAME = lazy(rf"(?:[{_PRONOUNS}]|农村|乡村|城市|城镇|城乡|{endings()})+|[{_PRONOUNS}](?:{own_words()})")
"""What says of which kind an office is, and not which it is."""
_OWN = lazy(f"(?:[我本]|^全)(?P<own>{own_words()})")
"""How an office speaks of itself: 我镇."""
_NO_NAME = lazy("[的了在各我本全及与为让把将对从到向于该每个条一两这那是有年月日今区县市省级]|和$")
"""Characters that the name of a sub-district does not begin with, or hold."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_SEARCHED = 400
"""How many paragraphs are searched for a name or a year."""


class Identity(NamedTuple):
    """Who reports, and of when.

    Attributes:
        organization: The office.
        year: The year.
        period: The period; empty for the whole year.
        notes: What was guessed.
    """

    organization: Organization
    year: int
    period: str
    notes: list[Finding]


class Given(NamedTuple):
    """What the caller knows and the text need not say."""

    year: int | None = None
    organization: Organization | None = None


def identify(title: str, texts: list[str], *, issuer: str, issued: date | None, given: Given) -> Identity:
    """Who reports and of when.

    Args:
        title: The title, in one line.
        texts: The paragraphs, in order.
        issuer: Who signs.
        issued: The date of the signature.
        given: What the caller says, which counts first.
    """
    title = title.replace("\n", "").translate(_HALF_WIDTH)
    year, notes = _year(title, texts, issued) if given.year is None else (given.year, [])
    period = _period(title, year)
    organization, more = _organization(title, texts[:_SEARCHED], issuer, period or f"{year}年")
    if given.organization is not None:
        organization, more = given.organization, []
    if issued is not None and not issuer:
        more.append(Finding("issuer_guessed", found=organization.issuer))
    return Identity(organization, year, period, [*notes, *more])


def _year(title: str, texts: list[str], issued: date | None) -> tuple[int, list[Finding]]:
    if named := years_in(title):
        return named[0], []
    met = Counter(year for text in texts[:_SEARCHED] for year in years_in(text.translate(_HALF_WIDTH)))
    if met:
        first = min(met, key=lambda year: (-met[year], year))
    else:
        written = max(issued or datetime.now(tz=UTC).date(), date(FIRST_YEAR, 12, 31))
        first = min((written - timedelta(days=180)).year, LAST_YEAR)  # a report is written around the year's end
    return first, [Finding("year_guessed", found=str(first))]


def years_in(text: str) -> list[int]:
    """The years that a text names, in order of their writing.

    >>> years_in("2022年工作总结和2023年工作打算"), years_in("二〇二二年工作总结")
    ([2022, 2023], [2022])
    """
    found = [int(match[1]) for match in islice(_YEAR().finditer(text), 50)]
    if found:
        return found
    digits = str.maketrans("〇零○一二三四五六七八九", "000123456789")
    return [int(match[1].translate(digits)) for match in islice(_CHINESE_YEAR().finditer(text), 50)]


def _period(title: str, year: int) -> str:
    match = _PART().search(title)
    if match is None:
        return ""
    try:
        return require_period(f"{year}年{match[1]}", year)
    except ReportError:
        return ""


def names_office(title: str) -> bool:
    """Whether a title in one line names the office that reports."""
    match = _NAME_IN_TITLE().match(title.translate(_HALF_WIDTH))
    return match is not None and any(match.groups())


def _organization(title: str, texts: list[str], issuer: str, period: str) -> tuple[Organization, list[Finding]]:
    """The office, as the title names it, or else who signs, or else the text."""
    match = _NAME_IN_TITLE().match(title)
    named = next(filter(None, match.groups()), "") if match else ""
    if named and not _NO_ONES_NAME().fullmatch(named):
        words = {"organization": named, "period": period, "next_period": next_period(period)}
        is_derived = title == from_pattern(DEFAULT_TITLE, words)
        # a title of its own may call the office as it signs: 人民街道办事处 is 人民街道
        return Organization(name=named if is_derived else name_of(named), issuer=issuer), []
    own = _own_word([title, *texts])
    is_called = kind_of(named) is not OTHER and not kind_of(named).signs and named[0] not in _PRONOUNS
    if name := name_of(issuer) or _name_in(texts, own) or (named if is_called else ""):
        return Organization(name=name, issuer=issuer), [Finding("organization_guessed", found=name)]
    name = _UNKNOWN + next((end for end in kind_called(own).endings[:1] if own in end), "单位")
    return Organization(name=name), [Finding("organization_unknown", found=name)]


def _own_word(texts: Iterable[str]) -> str:
    """The word that the texts call their office by (我镇); 街道 where they have none."""
    met = Counter(match["own"] for text in texts for match in islice(_OWN().finditer(text), 50))
    return max(met, key=lambda own: met[own], default="街道")


def _name_in(texts: Iterable[str], own: str) -> str:
    """The office of a kind that the texts name most often; the longer of two names that are met as often."""
    pattern = re.compile(f"([\u4e00-\u9fff]{{2,6}})({'|'.join(kind_called(own).endings)})")
    found = (match.groups() for text in texts for match in islice(pattern.finditer(text), 50))
    met = Counter(name for before, ending in found for name in _names_before(before, ending))
    best = max(met, key=lambda name: (met[name], len(name)), default="")
    return best if met[best] > 1 else ""


def _names_before(text: str, ending: str) -> list[str]:
    """The names that a run of characters before the ending of a kind may end in."""
    names = (text[-length:] for length in range(2, len(text) + 1))
    return [name + ending for name in names if not _NO_NAME().search(name)]
