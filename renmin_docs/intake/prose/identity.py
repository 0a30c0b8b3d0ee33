"""Whose report it is: from the title, the lines below it, who signs, or guessed from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, takewhile
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.frame_lines import is_office, is_person, office_in
from renmin_docs.intake.prose.kinds import PAPERS
from renmin_docs.intake.prose.site_titles import without_year
from renmin_docs.intake.prose.years import FIRST, REPORT_NAMED, SEARCHED, half_width, period_of, year_of
from renmin_docs.numerals import YEAR_DIGITS
from renmin_docs.patterns import lazy
from renmin_docs.report.headings import DEFAULT_TITLE, from_pattern
from renmin_docs.report.models import Organization
from renmin_docs.report.offices import BODIES, OTHER, PLACES, endings, kind_called, kind_of, name_of, own_words
from renmin_docs.report.periods import next_period

_UNKNOWN = "××"
"""What stands for the name of an office that a text does not name, before the ending of its kind."""

_WITHIN = rf"(?:(?!中心工作)(?:{endings(BODIES)})){{1,3}}(?=(?:年度|年终|全年)?工作|年度|总结)"
"""An office within a place, with nothing between it and the word for the report."""
_OFFICE = rf"(?:{endings()})(?:{_WITHIN})?"
_CAMPAIGN = "建设|创建(?!全国|国家|文明|卫生|省)|改造|整治|治理|试点|示范|转型|振兴|信息公开|采购|购买服务|网站"
"""What makes a cause of an office: 法治政府建设, 平安社区创建, 政府信息公开."""
_NAMES_IN_TITLE = (
    lazy(
        r"(?:关于)?(?!关于)(?P<name>(?:[^\s0-9〇]|(?<![0-9])(?:[0-9]{1,3}|[0-9]{5})(?![0-9年])){2,30}?)"
        rf"(?:关于[^0-9，。]{{0,12}}?)?(?:(?:19|20)\d\d(?:[-—–~至]{{1,2}}(?:20)?\d\d)?学?|[二一][{YEAR_DIGITS}]{{3}})年"
    ),
    lazy(
        r"(?:关于)?(?:19|20)\d\d年(?:度|[上下]半年|第[一二三四]季度)?(?![上下]半年|第.季度|度(?!假))"
        rf"(?P<name>[^\s0-9]{{1,20}}?{_OFFICE})(?!{_CAMPAIGN})(?=(?:(?!街道|[^城乡]镇)[^处]){{0,4}}工作"
        rf"|(?:(?!街道|[^城乡]镇|(?<!法治)(?:{endings(BODIES)}))[^处]){{0,12}}(?:工作|情况|年度|总结))"
    ),
    lazy(rf"(?P<name>[^\s0-9]{{1,20}}?{_OFFICE})(?:年度|年终|全年|换届)?工作"),
    lazy(rf"(?:19|20)\d\d年度?(?P<name>[^\s0-9]{{1,16}}[部处科室办队厂])(?:年度|年终)?工作(?:{PAPERS}|综述|情况)"),
    lazy(r"(?P<name>(?!乡镇|学校)[^\s0-9]{2,20}?)(?:年度|年终|全年|半年)?(?:工作)?(?:总结|综述|小结)\Z"),
)
"""How a title names the office: before the year, behind it, or without one."""
_PRONOUNS = "本我各全"
_NO_ONES_NAME = lazy(
    rf"(?:[{_PRONOUNS}]|农村|乡村|乡镇|民族|基层|智慧|美丽|示范|特色|老旧|行政|自然|平安(?=社区|村)|城市|城镇|城乡|{endings()})+|[{_PRONOUNS}](?:{own_words()})"
    rf"|[驻包联挂帮扶下](?:{endings(PLACES)})|[在对].*|.*学期.*|人民代表大会.*|.*(?:文明|卫生|园林|森林|双拥|模范|示范)(?:城市|城区|县城|乡镇|村镇|社区|街道)|(?:[乡镇]委|乡镇|法治|数字|服务型?|智慧|阳光|廉洁|效能|责任|[上下]半年)政府"
)
"""What says of which kind an office is, and not which it is."""
_OWN = lazy(rf"[我本全×xX*](?:(?<=[我本])|(?<=\A全)|(?<=[×xX*])(?!场))(?P<own>{own_words()})")
"""How an office speaks of itself: 我镇. A pattern that begins with a character passes over other text fast."""
_ALONE = lazy("(?:^|[，。；]|[进加]入|来到)[学全]?(?P<own>公司|校|社区)(?!长|[\u4e00-\u9fff]{0,2}[室部])")
"""How one speaks of itself that never says 我 before it: 公司上下."""
_KIND_IN_TITLE = lazy(f"(?:^|(?:19|20)\\d\\d年度?)(?:乡(?=镇))?(?P<own>{endings(PLACES)})")
"""The kind of office that a title names without its name: 2022年区法治政府建设工作报告, 乡镇镇长述职报告."""
_COMES_TO, _ACTS = (
    lazy("[到任自]$|代表$|青团$|我们$|汇报$|现将$"),
    lazy(
        "(?:任职|工作|担任|在|党委|党工委|党总支|党组织|支部|办事处|成立|组建|上下|党员干部|(?:19|20)[0-9]{2}年|开展|真抓实干|团结|对|坚决|严格|全力|锐意|根据|按照|立足|牢记|大力|狠抓|统筹|始终|高度重视|切实|扎实|着力|制定|坚持|认真|始终|围绕|紧紧|紧扣|全面|深入|以|总?面积|[下现]?辖|位于|地处|[现共]有)"
    ),
)
"""What stands before and behind a name by which a text names its own office: 到青山镇任职, 清泉社区在镇党委领导下."""
_NO_NAME = lazy(
    "[的了在各我们本全及与为让把将对从到向于该每个条一两这那是有年月日今区县市省级]|和$|^自(?!贡)|共青团"
    "|影响|围绕|紧[紧扣]|促进|推[动进]|带[动领]|提[升高]|加强|改善|完善|维护|走进|深入|召开|组织|参加|举办|开展"
)
"""Characters that the name of a sub-district does not begin with, or hold."""
_PARTY_BEFORE = lazy(
    rf"^中共\S{{2,16}}?(?:委员会|党组|党工?委)、?(?=\S{{2,20}}?(?:{endings(PLACES)}|办事处|政府)(?:关于)?(?:19|20)\d\d年)"
)
"""The party's organ of a joint document, before that of the government."""
_PERSONAL = lazy("[^在对向于全各我本].*述[职廉学德]")
"""A title that may begin with the office of a person."""
_TOPIC = lazy(
    rf"(?:关于)?(?!关于)(?P<office>(?:(?!工作|安全|建设|治理|服务|推进|开展|加强|做好|党建|先进)[\u4e00-\u9fff]){{2,8}}?(?:{endings(PLACES)}))"
    rf"(?!{_CAMPAIGN})(?=[^，。；]{{2,30}}(?:{PAPERS}|综述|要点|计划))"
)
"""A title without a year that begins with the name of a place: 翠湖镇党建工作总结."""
_PLACE_OF_MEETING = lazy(r"在(?=[^，。；]{4,40}上的)")
_OF_CONGRESS = lazy(
    rf"在(?P<name>[\u4e00-\u9fff]{{1,12}}?(?:{endings(PLACES)}))第[0-9一二三四五六七八九十]{{1,4}}届人民代表大会"
)
"""The place before whose congress a speech is held, in the line below the title."""
_SUBTITLE = lazy(r"^\S*\s*(?<![0-9])[—–－-]{1,2}(?=\S*(?:19|20)\d\d年)")
"""What stands above the line that names the office: 真抓实干 ——翠湖镇2023年工作汇报."""
_STATIONED = lazy(r"\A驻(?!马店)(?=\S{2,12}第一书记)")
"""Before the village that a secretary is sent to."""
_BOTH = lazy("(村|镇|乡|街道|社区)党(?:支部|总支|工?委)、?(?=村委会|村民委员会|居委会|办事处|(?:人民)?政府)")
"""The party's organ between a place and its own: 大庙村党支部村委会."""
_TERM = lazy("(?:（[^（）]{2,8}会）)?第[一二三四五六七八九十]{1,3}届[\u4e00-\u9fff]{1,4}会(?=工作|(?:19|20)[0-9]{2}年)")
"""The body that is elected for some years, behind the name of whose it is: 协会第二届理事会."""
_SCHOOL_TERM = lazy("(?<=[校学园])(?:学年度?)?(?:第?[一二上下]|[春秋]季)学期(?:学校)?(?=工作|总结|教学|教育)")
"""The term without a year behind the name of a school: 岚山中学下学期工作总结."""
_SEALED = lazy("（.{0,2}章）$")
_UNIT = lazy("(?:\\S{2}单位|单位|\\S{0,6}名称)：(?P<name>\\S+)")
"""A line that names the office behind a label: 述职单位：…, 单位名称：…."""
_DEPARTMENTS = ("部", "处", "科", "室", "办")
"""How parts of an office end, which sign a report of the whole, too: 镇党政办, 总经理办公室."""
_LONGEST_KIND = 3
"""The longest name that only says what kind an office is: 项目部."""


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


class Signed(NamedTuple):
    """What the lines around the text say of who reports.

    Attributes:
        issuer: The organ that signs; empty where none does, or a person.
        issued: The date of the signature.
        persons: Who signs, where it is a person: 某某街道主任 某某.
        below: The lines below the title.
    """

    issuer: str = ""
    issued: date | None = None
    persons: Sequence[str] = ()
    below: Sequence[str] = ()

    @classmethod
    def by(cls, signers: list[str], issued: date | None, title: str, below: Sequence[str]) -> Signed:
        """What signers say: of several organs, the issuer is that of the office that the title names."""
        organs = organs_among(signers) if signers else []
        return cls(issuer_among(organs, title), issued, () if organs else signers, below)


def organs_among(signers: Iterable[str]) -> list[str]:
    """Those who sign and are no persons, without the remark that their seal is there."""
    return [_SEALED().sub("", each) for each in signers if not (is_person(each) or "：" in each)]


def issuer_among(organs: Sequence[str], title: str) -> str:
    """The organ whose report it is: that of the place which the title names, or any that it names, or the first."""
    if len(organs) < 2:
        return "".join(organs)
    named = [organ for organ in organs if name_of(organ) in title.replace("\n", "")]
    governing = [organ for organ in named if name_of(organ) != organ]
    return next(iter((*governing, *named, *organs)), "")


def identify(title: str, texts: list[str], signed: Signed, given: Given) -> Identity:
    """Who reports and of when.

    Args:
        title: The title, in one line.
        texts: The paragraphs, in order.
        signed: What the lines around the text say.
        given: What the caller says, which counts first.
    """
    broken = half_width(title)
    title, issued = broken.replace("\n", ""), signed.issued
    year, notes = (given.year, []) if given.year else year_of(title, texts, signed.below, issued)
    period = period_of(title, year)
    organization, more = _organization(broken, texts[:SEARCHED], signed, period or f"{year}年")
    if given.organization is not None:
        organization, more = given.organization, []
    if issued is not None and not (signed.issuer or signed.persons):
        more.append(Finding("issuer_guessed", found=organization.issuer))
    return Identity(organization, year, period, [*notes, *more])


def names_office(title: str) -> bool:
    """Whether a title in one line names the office that reports."""
    return bool(_named_in(half_width(title)))


def _named_in(broken: str) -> str:
    """The office that a title names: what stands where its name does, if it ends as an office.

    A line above that is no office is no part of the name: a motto.
    """
    first, _, rest = broken.partition("\n")
    if rest and not is_office(first) and (named := _named_in(rest)) and not _NO_ONES_NAME().fullmatch(named):
        return named
    organs = [*takewhile(is_office, broken.split())]
    if len(organs) > 1:
        governing = (organ for organ in organs if name_of(organ) != organ)
        apart_from_party = (organ for organ in organs if not organ.startswith("中共"))
        return next(chain(governing, apart_from_party, organs))
    title = _SUBTITLE().sub("", "".join(broken.split()))
    title = _PARTY_BEFORE().sub("", title) if title.startswith("中共") else title
    if place := _PLACE_OF_MEETING().match(title):
        return office_in(title[place.end() :])
    title = _STATIONED().sub("", title) if title.startswith("驻") else title
    title = _BOTH().sub(r"\1", title) if "党" in title else title
    title = _TERM().sub("", title) if "届" in title else title
    title = _SCHOOL_TERM().sub("", title) if "学期" in title else title
    if match := next(filter(None, (pattern().match(title) for pattern in _NAMES_IN_TITLE)), None):
        return match["name"] if is_office(match["name"]) else office_in(match["name"])
    topic = _TOPIC().match(title)
    return topic["office"] if topic else office_in(without_year(title)) if _PERSONAL().match(title) else ""


_CALLED = lazy("(?:^|[，。])(?P<name>[\u4e00-\u9fff（）]{4,30}?)（以下(?:简|统)?称")
_MOST_CALLED = 3


def _called_in(text: str) -> str:
    """The office that a text calls by its whole name and then by a shorter one: 平安促进会（以下简称“平促会”）."""
    match = _CALLED().search(text) if "（以下" in text else None
    return match["name"] if match and is_office(match["name"]) else ""


def _organization(title: str, texts: list[str], signed: Signed, period: str) -> tuple[Organization, list[Finding]]:
    """The office, as the title or a line below it names it, or else who signs, or else the text."""
    issuer, named = signed.issuer, _named_in(title)
    title = title.replace("\n", "")
    if shown := _shown(named, signed):
        return Organization(name=_called(shown, title, period), issuer=issuer), []
    in_title = _KIND_IN_TITLE().search(title)
    own = _own_word([title, *texts]) or (in_title["own"] if in_title else "")
    is_called = kind_of(named) is not OTHER and not kind_of(named).signs and named[0] not in _PRONOUNS
    signing = issuer or next(filter(None, map(office_in, signed.persons)), "")
    said = (  # by who signs, or by the text itself
        name_of(signing)
        or _told_in(texts[:FIRST])
        or name_of(next(filter(None, map(_called_in, texts[:_MOST_CALLED])), ""))
    )
    is_kind = named.startswith(("乡镇", "镇委", "乡委", "人民代表", "镇政府", "乡政府"))
    if name := said or _name_in([title, title, *texts], own) or (named if is_called and not is_kind else ""):
        is_sure = said and name.endswith(own) and not name.endswith(_DEPARTMENTS)
        return Organization(name=name, issuer=issuer), [] if is_sure else [Finding("organization_guessed", found=name)]
    own = own or _own_word([*signed.below, *texts], _ALONE()) or "街道"
    name = _UNKNOWN + next((end for end in kind_called(own).endings[:1] if own in end), "单位")
    return Organization(name=name), [Finding("organization_unknown", found=name)]


def _called(shown: str, title: str, period: str) -> str:
    """The name of an office; a title of its own may call it as it signs: 人民街道办事处 is 人民街道."""
    if (name := name_of(shown)) == shown:
        return name
    words = {"organization": shown, "period": period, "next_period": next_period(period)}
    return shown if title == from_pattern(DEFAULT_TITLE, words) else name


def _shown(named: str, signed: Signed) -> str:
    """The name that the title says, or a line below it; empty where neither says more than a kind."""
    if not signed.below and len(named) > _LONGEST_KIND and not _NO_ONES_NAME().fullmatch(named):  # as in most texts
        return named
    parts = [part for line in signed.below for part in line.split()]
    below = [part.rpartition("：")[2].strip("（）") for part in parts]
    labelled = (match["name"] for part in parts if (match := _UNIT().fullmatch(part)) and is_office(match["name"]))
    meetings = (match["name"] for part in below if (match := _OF_CONGRESS().search(part)))
    names = chain(labelled, (named,), (part if is_office(part) else office_in(part) for part in below), meetings)
    shown = next((each for each in names if each and not _NO_ONES_NAME().fullmatch(each)), "")
    is_part = 0 < len(shown) <= _LONGEST_KIND and signed.issuer.endswith(shown)  # 项目部 of 城东项目部
    return signed.issuer if is_part else shown


def _told_in(texts: list[str]) -> str:
    """The office of the report that a sentence names: 现公布青山市农业局2021年度工作报告; empty without one."""
    named = (_named_in(match["title"]) for text in texts for match in islice(REPORT_NAMED().finditer(text), 5))
    return next((name_of(each) for each in named if each and not _NO_ONES_NAME().fullmatch(each)), "")


def _own_word(texts: Iterable[str], called: re.Pattern[str] | None = None) -> str:
    """The word that the texts call their office by (我镇); empty where they have none."""
    called = called or _OWN()
    met = Counter(match["own"] for text in texts for match in islice(called.finditer(text), 50))
    return max(met, key=lambda own: met[own], default="")


_OWN_WEIGHT = 2
_LONGEST_NAME = 6
"""Characters of a place's name, at most."""
_BREAKS = "，。；：、！？“”（）《》 \n"
"""What stands before many an ending that names no office: 。街道坚持…"""


def _name_in(texts: Iterable[str], own: str) -> str:
    """The office of a kind that the texts name most often; the longer of two names that are met as often.

    Once is enough where a text names its own office so, and needed where it has no word for its kind.
    """
    ends = "|".join(kind_called(own).endings) if own else endings(PLACES)
    ending, named = re.compile(ends), re.compile(f"([\u4e00-\u9fff]{{2,{_LONGEST_NAME}}})({ends})")
    found = (match for text in texts for match in islice(_named_with(ending, named, text), 50))
    met = Counter[str]()
    for match in found:
        for name in _names_before(*match.groups()):
            met[name] += bool(own or name.endswith("街道")) + _OWN_WEIGHT * _is_own(match, name)
    best = max(met, key=lambda name: (met[name], len(name)), default="")
    return best if met[best] > 1 else ""


def _named_with(ending: re.Pattern[str], named: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What stands before endings of offices, with these: looked for around endings, of which a text has few."""
    at = 0
    place = ending.search(text)
    while place:
        end = place.start()
        begins = range(max(at, end - _LONGEST_NAME), end - 1) if text[end - 1 : end] not in _BREAKS else ()
        match = next(filter(None, (named.match(text, begin) for begin in begins)), None)
        if match:
            yield match
        at = match.end() if match else at
        place = ending.search(text, match.end() if match else end + 1)


def _is_own(match: re.Match[str], name: str) -> bool:
    """Whether a name that a match ends in is one by which a text names its own office."""
    before = match.string[: match.end() - len(name)]
    leads_to = not before or before.endswith("，") or _COMES_TO().search(before[-2:])
    acts = before.endswith("代表") or _ACTS().match(match.string, match.end())
    return bool(leads_to and acts)


def _names_before(text: str, ending: str) -> list[str]:
    """The names that a run of characters before the ending of a kind may end in."""
    names = (text[-length:] for length in range(2, len(text) + 1))
    ended = (name + ending for name in names if not _NO_NAME().search(name))
    return [name for name in ended if not _NO_ONES_NAME().fullmatch(name)]
