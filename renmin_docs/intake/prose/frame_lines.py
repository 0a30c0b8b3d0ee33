"""What a single line of the frame says: a date, who signs, an office or a person."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from renmin_docs.errors import NumeralError
from renmin_docs.numerals import IN_DIGITS, YEAR_DIGITS, from_chinese
from renmin_docs.patterns import lazy
from renmin_docs.report.offices import endings, endings_of
from renmin_docs.vocabulary.official import CLOSING_WORDS

LONGEST = 60
"""Characters of a line of the frame, lists of organs and attachments aside."""
_HAN = "[\u4e00-\u9fff]"
_DATE = lazy(
    r"(?P<before>.*?)[\s，（(]*(?:(?<![\u4e00-\u9fff])(?:成文)?(?:日\s?期|时\s?间)[：:]\s?)?"
    r"(?:(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2}|元)\s?月\s?(?P<day>\d{1,2})\s?[日号]"
    rf"|(?P<cyear>[{YEAR_DIGITS}]{{4}})年(?P<cmonth>[一二三四五六七八九十]{{1,2}}|元)月(?P<cday>[一二三四五六七八九十]{{1,3}})日"
    r"|(?P<nyear>\d{4})(?P<sign>[-./．])(?P<nmonth>\d{1,2})(?P=sign)(?P<nday>\d{1,2}))[）)]?"
)
_NAME_OF_OFFICE = lazy(r"(?:[A-Za-zＡ-Ｚ\u4e00-\u9fff（）·]|第[0-9]{1,4}|[0-9]{5}){1,30}")
"""What stands before the ending of an office: Chinese, numbers and letters (第19 of 第19中学)."""
_SEALED = lazy("（.{0,2}章）\\Z")
"""A remark that the seal is there."""
_CHINESE = lazy(r"[\u4e00-\u9fff（）](?:[\u4e00-\u9fff（）]|（[0-9]{1,2}）|[ \u3000：](?=[\u4e00-\u9fff])){3,29}")
_NO_SIGNER = lazy(f"{CLOSING_WORDS}|此致|敬礼|以上|谢谢|感谢|[恳敬]?请|[祝让]|新[年春]|[各诸]位")
"""Closing words, which stand above a date too, and sign nothing."""
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文某"
)
_NO_SECOND = "言录述建效度况程质"
"""What makes a word of a surname: 江苏 aside, 高效, 方言, 文件 and the like head no person."""
_PERSON = rf"(?:[{_SURNAMES}][ ]?(?![{_NO_SECOND}]){_HAN}{{1,2}}|(?:{_HAN}[ ]?)?[某×xX*○]{{1,3}}|{_HAN}某{_HAN})"
_POSITION = (
    "书记|副?主任|[河湖林察镇乡区县市省州局部院校园科股站所队会社处事场厂行组书]长|主席|委员|支书|经理|干部|专干"
)
_LAST_OF_POSITIONS = frozenset(position[-1] for position in _POSITION.split("|"))
_LONGEST_PERSON = 4
_NAME = lazy(_PERSON)
_SIGNED_BY = lazy(
    r"(?:(?:述职|述廉|述学|述德|汇报|报告|总结|负责)(?:者|人)(?:（?签[名字]）?)?|(?:本人)?签\s?[名字]|署\s?名)\s?[：:]\s?.{0,21}"
    rf"|{_HAN}{{2,20}}\s*(?:{_POSITION})[：:]\s?{_PERSON}"
)
_SIGNATURE = lazy(r"\A(?:本人)?(?:签\s?[名字]|署\s?名)\s?[：:]\s?")
"""A label that says of a name no more than that it signs."""
_SPEAKER = lazy(
    rf"[^，。；：！？（）]{{0,40}}(?:{_POSITION})(?:候选人|（代）|（候选人）)?(?:\s+{_PERSON}|\s?{_HAN}?[某×*○]{{2}})?|{_PERSON}"
)
_OFFICE_WITHIN = lazy(
    rf"(?P<office>{_HAN}{{1,16}}?(?:{endings()})"
    rf"(?:{_HAN}{{1,12}}?(?:局|委员会|中心|法院|检察院)(?=(?:党[组委])?(?:书记|副?(?:局长|主任|院长|检察长))))?)"
)


class Dated(NamedTuple):
    """A line that ends in a date.

    Attributes:
        before: What stands before it.
        day: The date.
        written: How it is written.
        is_bare: It is written in digits and signs alone, as a page's date of publishing is.
    """

    before: str
    day: date
    written: str
    is_bare: bool


def dated(text: str) -> Dated | None:
    """The date at the end of a line; None for any other line, and for a day that the calendar does not have.

    >>> dated("人民街道办事处 2026.1.5").day, dated("2022年2月30日")
    (datetime.date(2026, 1, 5), None)
    """
    is_likely = len(text) <= LONGEST and (text.endswith(("日", "号", "）", ")")) or text[-1:].isdecimal())
    match = _DATE().fullmatch(text) if is_likely else None
    day = _day(match.groupdict()) if match else None
    if match is None or day is None:
        return None
    written = text[match.end("before") :].strip(" \u3000\t，")
    return Dated(match["before"].strip(), day, written, bool(match["sign"]))


def _day(parts: dict[str, str | None]) -> date | None:
    try:
        if parts["cyear"]:
            month, day = (parts["cmonth"] or "").replace("元", "一"), parts["cday"] or ""
            return date(int(parts["cyear"].translate(IN_DIGITS)), from_chinese(month), from_chinese(day))
        return date(
            *(int((parts[key] or parts["n" + key] or "0").replace("元", "1")) for key in ("year", "month", "day"))
        )
    except (ValueError, NumeralError):
        return None


@lru_cache(maxsize=1024)  # title, head, end and identity ask for the same lines
def is_office(text: str) -> bool:
    """Whether a line ends as an office does, and has nothing else in it."""
    name = _SEALED().sub("", text) if text.endswith("章）") else text
    names = (name[: -len(end)] for end in endings_of(name)) if len(text) <= LONGEST else ()
    return any(_NAME_OF_OFFICE().fullmatch(before) for before in names)


def is_speaker(text: str) -> bool:
    """Whether a line names a person, with a position or an office or without.

    >>> [text for text in ("镇长 某某某", "王某", "清水街道 主任", "人事科 刘某", "工作情况") if is_speaker(text)]
    ['镇长 某某某', '王某', '清水街道 主任', '人事科 刘某']
    """
    if len(text) > LONGEST:
        return False
    office, _, name = text.replace("\u3000", " ").partition(" ")
    if name and is_name(name.strip()) and is_office(office):
        return True
    may_speak = len(text) <= _LONGEST_PERSON or not _LAST_OF_POSITIONS.isdisjoint(text)
    return (may_speak and _SPEAKER().fullmatch(text) is not None) or is_signed_by(text)


def is_person(text: str) -> bool:
    """Whether who signs is a person, and no office."""
    return not is_office(text) and is_speaker(text)


def is_signed_by(text: str) -> bool:
    """Whether a line names who signs as such: 述职人：某某."""
    return len(text) <= LONGEST and ("：" in text or ":" in text) and _SIGNED_BY().fullmatch(text) is not None


def signers_in(text: str) -> list[str]:
    """Who signs in a line: one or several organs, or a person, as the line writes them; none for any other line.

    >>> signers_in("青山镇党委 青山镇人民政府"), signers_in("述职人： 某某"), signers_in("青山镇镇长 王某")
    (['青山镇党委', '青山镇人民政府'], ['述职人： 某某'], ['青山镇镇长 王某'])
    >>> signers_in("本人签名：王某某")
    ['王某某']
    """
    parts = text.split()
    if parts and all(map(is_office, parts)):
        return parts
    if not is_speaker(text):
        return []
    name = _SIGNATURE().sub("", text)
    return [name if is_name(name) else " ".join(parts)]


def may_sign(text: str) -> bool:
    """Whether a line directly above a date may be who signs: an office whose kind isn't known, too."""
    return bool(signers_in(text)) or bool(_CHINESE().fullmatch(text) and not _NO_SIGNER().match(text))


def office_in(text: str) -> str:
    """The office that a line with a position begins with: 清水街道 of 清水街道 主任; empty where it names none."""
    match = _OFFICE_WITHIN().match(text)
    return match["office"] if match else ""


def is_name(text: str) -> bool:
    """Whether a line is the name of a person."""
    return _NAME().fullmatch(text) is not None
