"""A rule's row, and how one sentence about one case is composed of it."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import partial
from typing import Literal, NamedTuple

from renmin_docs.messages.elements import in_english
from renmin_docs.messages.terms import TERMS
from renmin_docs.patterns import lazy
from renmin_docs.vocabulary import Spelling, spelled

Language = Literal["en", "zh"]
Severity = Literal["error", "warning", "notice"]

_KEY = re.compile("`([A-Za-z_.]+)`")
"""A key, or a value of ours, in a sentence: it is printed as the file spells it."""
_TOLD_TWICE = lazy(r"([\u4e00-\u9fff]+)（\1）")
_ENUMERATION = re.compile(r"(?<=\S)、(?=\S)")
_EDGE = lazy("(?<=[\u4e00-\u9fff])\0(?=-*[A-Za-z0-9])|(?<=[A-Za-z0-9])\0(?=[\u4e00-\u9fff])")
_LONGEST, _LONGEST_LIST, _TAIL = 300, 1_000, 60
"""How many characters of a foreign text a sentence shows, and how many of them are its end."""
_INVISIBLE = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp", "Zs")


def language_of_locale() -> Language | None:
    """The language that the locale of this process asks for; None where it names none (Windows sets no LANG)."""
    locales = [os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)]
    if not locales:
        return None
    return "zh" if locales[0].lower().startswith("zh") else "en"


class Rule(NamedTuple):
    """One rule: its sentence in both languages, how grave a break is, and the clause behind it.

    `standard` names the standard where it is another than GB/T 9704-2012.
    """

    en: str
    zh: str
    en_remedy: str = ""
    zh_remedy: str = ""
    severity: Severity = "error"
    clause: str = ""
    strength: str = ""
    standard: str = ""


warning = partial(Rule, severity="warning")
notice = partial(Rule, severity="notice")

# remedies that several rows have
CHECK = ("check it", "请核对")
COMPARE = ("compare: {expected}", "核对：{expected}")
DELETE = ("delete it", "请删去")
DID_YOU_MEAN = ("did you mean {expected}?", "是否应为：{expected}")
ELSEWHERE = ("elsewhere: {expected}", "另一处为：{expected}")
INSTALL = ('run: pip install "{expected}"', '请运行：pip install "{expected}"')
IN_THIS_LINE = ("{expected} in this line", "本行 {expected} 处")
LIMIT = ("the limit is {expected}", "上限为 {expected}")
STANDARD_HAS = ("the standard has {expected}", "标准为 {expected}")
STANDARD_SAYS = ("the standard says {expected}", "标准为 {expected}")
USE = ("use {expected}", "可用：{expected}")
WRITE = ("write {expected}", "应为：{expected}")
WRITE_THIS = ("write {expected}", "请写：{expected}")
WRITE_LIKE = ("write it like {expected}", "请写成：{expected}")


class Case(NamedTuple):
    """One case of a rule: the fields of a finding."""

    place: str
    line: int | None
    found: str
    expected: str
    keys: Spelling = "en"


def sentence(row: Rule, language: Language, case: Case) -> str:
    """One sentence about one case of a rule: where, what is wrong, and the remedy.

    >>> row = Rule("the key {found} is missing", "缺少键 {found}", "write {expected}", "请写：{expected}")
    >>> sentence(row, "en", Case("plans[1]", 3, "body", ""))
    'line 3, plans[1]: the key body is missing'
    """
    statement, remedy = (row.zh, row.zh_remedy) if language == "zh" else (row.en, row.en_remedy)
    words = {
        "found": _word(_short(case.found), language, case.keys),
        "expected": _listed(_short(case.expected, _LONGEST_LIST), language, case.keys),
    }
    place = visible(_short(case.place))
    if language == "en" and case.keys == "en":  # a key in Chinese is a key, and no element
        place = in_english(place)
    stated = _place(place, case.line, language) + _filled(_keyed(statement, case.keys), words)
    if not remedy or ("{expected}" in remedy and not case.expected):
        return stated
    return stated + ("；" if language == "zh" else "; ") + _filled(_keyed(remedy, case.keys), words)


def _keyed(text: str, keys: Spelling) -> str:
    """Our own text with its keys as the file spells them: 标题（heading）, or 标题 alone."""
    if "`" not in text:
        return text
    named = _KEY.sub(lambda match: spelled(match[1], keys), text)
    return _TOLD_TWICE().sub(r"\1", named) if keys == "zh" else named


def _filled(template: str, words: dict[str, str]) -> str:
    """The template with its fields filled; between Chinese characters and Latin letters or digits stands a space."""
    edged = template.format(**{field: f"\0{word}\0" for field, word in words.items()})
    return _EDGE().sub(" ", edged).replace("\0", "")


def visible(text: str) -> str:
    r"""A text in one line, in which no character is hidden or moves others: such characters are spelled out.

    >>> visible("街道\x1b[31m\n")
    '街道\\x1b[31m\\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in _INVISIBLE and c != " " else c for c in text)


def _short(text: str, longest: int = _LONGEST) -> str:
    """A text that may come from elsewhere, without its middle where it is very long."""
    return text if len(text) <= longest else f"{text[: longest - _TAIL]}…{text[-_TAIL:]}"


def _word(value: str, language: Language, keys: Spelling) -> str:
    """The value itself, or the word that its token stands for."""
    return _keyed(TERMS[value][language == "zh"], keys) if value in TERMS else visible(value)


def _listed(value: str, language: Language, keys: Spelling) -> str:
    """What would be right: findings list names with the Chinese enumeration comma, quoted text keeps its own."""
    word = _word(value, language, keys)
    return _ENUMERATION.sub(", ", word) if language == "en" and "“" not in word else word


def _place(place: str, line: int | None, language: Language) -> str:
    """The part before the sentence: line and key path, as far as there are any."""
    at = "" if line is None else (f"第 {line} 行" if language == "zh" else f"line {line}")
    parts = [part for part in (at, place) if part]
    if not parts:
        return ""
    return ("，".join(parts) + "：") if language == "zh" else (", ".join(parts) + ": ")
