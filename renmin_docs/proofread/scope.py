"""What a number of a text is of: its period and its area, by the words before it."""

from __future__ import annotations

import re
from typing import NamedTuple

PERIOD = re.compile(
    "(?P<whole>全年|今年|本年度?|年内|一年来|目前)"
    "|(?P<before>去年|上年度?|上一年|前年|上年同期|同期|上季度|上月|年初|年前|此前|原来?|历年)"
    "|(?P<part>[上下]半年|前?[一二三四1-4]季度|前[一二三四五六七八九十0-9]{1,2}个月"
    "|(?:[0-9]{1,2}月?[—–至～-])?[0-9]{1,2}月(?:份|底|末|初|中旬|上旬|下旬)?"
    "|每[天日周月年季]|当[天日月年]|本[周月季]|近?[两三四五六七八九十0-9]{1,2}年来?|“?十[二三四五六]五”?|单日|单月|期间)"
    "|(?P<year>[12][0-9]{3})年"
)
"""Words that name a period: that of the report, one before it, a part of it, a year."""
_AREA = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Za-z0-9“”]{1,6}?"
    "(?:社区|小区|街道|网格|支部|中队|片区|公司|学校|小学|中学|医院|企业|单位|[村镇乡区县市省路街巷]))"
)
_NO_AREA = re.compile(
    "^(?:全|各|该|本|我|辖|老旧|每|两|多|示范|创建|社|小|进|入|到|在|向|对|为|由|区[级直]|市[级直场]|省级|重点|规上|规模)"
    "|全[国省市区县镇乡村街]|辖|有|的|了|新[增建]|引进|培育|招引|走访|检查|惠及|涉及|覆盖|组织|开展|推进|改造|打造|服务|完成"
    "|(?:城市|门市|超市|夜市|集市|上市|农村|乡村|城乡|返乡|道路|公路|线路|马路|思路|出路|街巷|背街|园区|景区|校区|灾区|企业|单位)$"
)
"""What is no name of one place."""


BUDGETED = "(?:年初|调整)预算|预算(?![内外]?(?:总)?(?:收入|支出))"
"""Pattern of a budget as a target; 一般公共预算收入 names what came in."""


class Scope(NamedTuple):
    """A number's period (empty: that of its report; `before`: one before), and the place or body named with it."""

    period: str
    area: str


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """A text with blanks in place of what a pattern finds, so that places stay."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def period_before(words: str, year: int) -> str | None:
    """The last period that the words name; empty for that of the report, None where they name none.

    >>> period_before("2022年，街道", 2022), period_before("上半年", 2022), period_before("街道", 2022)
    ('', '上半年', None)
    """
    found = None
    for match in PERIOD.finditer(words):
        found = match
    if found is None:
        return None
    if found["whole"] or (found["year"] and int(found["year"]) == year):
        return ""
    if found["before"] or (found["year"] and int(found["year"]) == year - 1):
        return "before"
    return found[0]


def area_before(words: str) -> str:
    """The last area that the words name; empty where they name none, or all of them.

    >>> area_before("甲社区走访"), area_before("全区走访")
    ('甲社区', '')
    """
    named = [match["name"] for match in _AREA.finditer(words)]
    areas = [name for name in named if not _NO_AREA.search(name)]
    return areas[-1][-5:] if areas else ""
