"""Structure (S): title, text, signature and date name one office and one year; a report requests nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.proofread.manuscript import Manuscript
from renmin_docs.proofread.passages import BODY, may_sign
from renmin_docs.proofread.period import YEAR, number
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.report.offices import OTHER, kind_of, name_of

_REQUEST = re.compile(
    "(?:妥否|当否|可否|是否妥当)[^。；]{0,8}请[^。；]{0,8}(?:批示|批复|审批|批准|核准|指示|审定)"
    "|(?<![报提申呈邀聘])请(?:予以?|尽快|及时|给予)?(?:批示|批复|审批|批准|核准|核批)(?=[。；！]|$)"
    "|(?<![报提申呈邀聘])请(?:区|市|县|省|镇|上级|党委|局|街道|领导)[^。；，]{0,10}?予以?(?:批准|批复|批示|审批|解决)"
    "|特此(?:请示|申请)|(?:恳请|请求|特请)[^。；，]{0,16}(?:批准|批复|批示|审批|拨付|拨款)"
)
_REQUESTING = re.compile("请示|函|申请|批复|意见")
_REPORTED = re.compile(
    rf"(?:现[将就]|兹将)[\u4e00-\u9fff]{{0,12}}?(?P<when>{YEAR})[^。；]{{0,24}}?(?:如下|报告)|"
    rf"(?P<date>{YEAR.replace('year', 'year2')})"
    r"(?:全年|上半年|下半年|第.季度)?(?:主要|重点)?工作(?:总结|情况|报告|汇报)[^。；，]{0,10}如下"
)
_REPORTING = re.compile(
    "(?:现[将就]|兹将)(?P<office>[\u4e00-\u9fff]{1,8}?(?:街道|社区|[镇乡村县区市]))(?![\u4e00-\u9fff]{0,2}级)"
)
_OWN = re.compile("^(?:我|本|关于|中共|街道|全)+")
_PARTY = re.compile("^中共(.+?)(工作)?委员会$")
_SPELLINGS = (
    ("街道办事处", "街道办(?![事公理案结学成好实了过])"),
    ("镇人民政府", "(?<![城乡小])镇政府"),
    ("乡人民政府", "(?<!城)乡政府"),
    ("社区居民委员会", "社区居委会"),
    ("村民委员会", "(?<!居)村委会"),
    ("管理委员会", "管委会"),
)
"""The whole name of a kind of office, and the short one."""


@rule("S7", "manuscript")
def request_in_report(manuscript: Manuscript) -> Iterator[Slip]:
    """A report that asks for a decision, which a 请示 does."""
    if any(_REQUESTING.search(passage.text) for passage in manuscript.passages if passage.role == "title"):
        return
    for sentence in manuscript.sentences:
        for match in _REQUEST.finditer(sentence.text) if sentence.role != "cell" else ():
            yield Slip.at(match).within(sentence)


@rule("S8", "manuscript")
def one_office_one_year(manuscript: Manuscript) -> Iterator[Slip]:
    """Another year or office in the text, the signature or the date than in the title."""
    titles = [passage.text for passage in manuscript.passages if passage.role == "title"]
    is_about_more = manuscript.period is None and bool(titles) and titles[0].startswith("关于")  # 关于召开街道…的通知
    office = _office(titles[0]) if titles and not is_about_more else ""
    years = {number(match["year"]) for title in titles for match in re.finditer(YEAR, title)}
    for place, passage in enumerate(manuscript.passages):
        if passage.role == "paragraph" and years:
            yield from (slip._replace(passage=place) for slip in _reported(passage.text, years, office, titles[0]))
    yield from _signed(manuscript, office, titles)


def _reported(text: str, years: set[int], office: str, title: str) -> Iterator[Slip]:
    """What the text calls itself: 现将2021年工作总结报告如下."""
    match, named = _REPORTED.search(text), _REPORTING.search(text)
    when = match and ("when" if match["when"] else "date")
    if match and when and number(match["year"] or match["year2"]) not in years:
        yield Slip.at(match, "、".join(f"{each}年" for each in sorted(years)), when)
    own = _OWN.sub("", named["office"]) if named else ""
    if named and office and _differs(own, office, title):
        yield Slip(named.end("office") - len(own), named.end("office"), "", office)


def _signed(manuscript: Manuscript, office: str, titles: list[str]) -> Iterator[Slip]:
    signed, period = manuscript.signed, manuscript.period
    if signed and period and signed[1].year not in (period.year, period.year + 1):
        text = manuscript.passages[signed[0]].text
        yield Slip(0, len(text), "", f"{period.year}年、{period.year + 1}年", signed[0])
    for place, passage in enumerate(manuscript.passages):
        issuer = passage.text.strip()
        is_before = signed is not None and place == signed[0] - 1 and passage.role == "paragraph"
        is_issuer = passage.role == "issuer" or (is_before and may_sign(issuer))
        if office and is_issuer and _differs(issuer, office, titles[0]):
            yield Slip(0, len(passage.text), "", office, place)


def _office(title: str) -> str:
    """The office that a title begins with, by its plain name; empty where it begins with none."""
    year = re.search(YEAR, title)
    head = _OWN.sub("", _short(title[: year.start()].strip()) if year else "")
    return name_of(head) if kind_of(head) is not OTHER else ""


def _short(name: str) -> str:
    """The name of a committee of the party as people write it: 中共西山街道工作委员会 is 西山街道党工委."""
    return _PARTY.sub(lambda match: match[1] + ("党工委" if match[2] else "党委"), name)


def _differs(named: str, office: str, title: str) -> bool:
    """Whether a name is that of another office: neither holds the other."""
    named = _short(named)
    name = name_of(named)
    if kind_of(named) is OTHER or not name:
        return False
    return not (name in title or office in named or office.endswith(name) or name.endswith(office))


@rule("S9", "manuscript")
def one_spelling(manuscript: Manuscript) -> Iterator[Slip]:
    """The office by its whole and its short name in one text: the first of the rarer ones is shown."""
    for forms in _SPELLINGS:
        whole, short = (_spelled(form, manuscript) for form in forms)
        if whole and short:
            rare, usual = (short, whole) if len(short) <= len(whole) else (whole, short)
            yield rare[0]._replace(expected=usual[0].found, found="")


def _spelled(form: str, manuscript: Manuscript) -> list[Slip]:
    """Where a name of an office is spelled so; names of documents and quoted words aside."""
    pattern = re.compile(form)
    return [
        Slip.at(match, found=match[0], passage=place)
        for place, passage in enumerate(manuscript.passages)
        for match in pattern.finditer(passage.text if passage.role in BODY else "")
        if not any(start <= match.start() < end for start, end in manuscript.exempt[place])
    ]
