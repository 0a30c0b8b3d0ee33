"""Years in texts, moved on by one: the year reported on, the next, and the last one where something is held against it.

The year of a date can be known, its month and day can't: they are still to be written.
"""

from __future__ import annotations

import re

from renmin_docs.figures import UNFILLED

_CHINESE = "〇一二三四五六七八九"
_YEAR = re.compile(rf"(?<![0-9])[0-9]{{4}}(?![0-9])|[{_CHINESE}零○]{{4}}")
_DATE = re.compile(
    rf"(?P<beside>[较比与同])?(?P<years>(?:{_YEAR.pattern})(?:[—–～~至-](?:{_YEAR.pattern}))?)年"
    r"(?:(?P<month>[0-9]{1,2}月)(?P<day>[0-9]{1,2}日)?)?"
)
_DIGITS = 4
_DAY = re.compile(r"(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日")


def is_called_ahead(title: str) -> bool:
    """Whether a report may be called after the year that it plans for: a 政府工作报告 reviews the year before.

    >>> is_called_ahead("青山镇2025年政府工作报告"), is_called_ahead("青山镇2025年工作总结")
    (True, False)
    """
    return "工作报告" in title and "总结" not in title


def moved_on(text: str, year: int, period: str = "", *, also_last: bool = False) -> str:
    """A text of a year's report for the next year's.

    Args:
        text: The text.
        year: The year reported on.
        period: The period reported on; its month stays the same.
        also_last: Whether the year before moves, too, wherever it stands: in the heads of a table.

    >>> moved_on("2022年投资比2021年多，2023年再增。", 2022), moved_on("2022年5月3日开工，2019年完工。", 2022)
    ('2023年投资比2022年多，2024年再增。', '2023年（待填写）开工，2019年完工。')
    """

    def later(match: re.Match[str]) -> str:
        first = year - bool(match["beside"] or also_last)
        if not all(first <= _number(written) <= year + 1 for written in _YEAR.findall(match["years"])):
            return match[0]
        moved = (match["beside"] or "") + _YEAR.sub(_one_later, match["years"]) + "年"
        if match["day"]:
            return moved + UNFILLED
        is_period = bool(period) and match[0].endswith(period)
        return moved + ((match["month"] if is_period else f"{UNFILLED}月") if match["month"] else "")

    return _DAY.sub(UNFILLED, _DATE.sub(later, text))


def first_year(text: str) -> int | None:
    """The first year that a text names; None where it names none."""
    match = _DATE.search(text)
    return _number(match["years"][:_DIGITS]) if match else None


def _number(written: str) -> int:
    if written.isascii():
        return int(written)
    return int("".join(str(_CHINESE.find("〇" if c in "零○" else c)) for c in written))


def _one_later(match: re.Match[str]) -> str:
    """A year a year later, as it is written."""
    later = str(_number(match[0]) + 1)
    return later if match[0].isascii() else "".join(_CHINESE[int(c)] for c in later)
