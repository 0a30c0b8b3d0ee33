"""What a web page or a printer puts around a report: buttons, dates of publishing, site names, page numbers.

Rows of the tables are what a whole line looks like. Lines of a page's frame are looked for only before the
first and behind the last paragraph of the report; page numbers and the like stand anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from renmin_docs.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.intake.prose.paragraphs import Paragraph

_MOMENT = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)"
_FIELDS = (
    "发布(?:时间|日期|机构|单位)|发文(?:时间|日期|机关|机构|单位|字号)|成文日期|生成日期|公开(?:日期|方式|时限|形式|范围)|更新时间|时间|日期"
    "|(?:信息|文章|稿件)?来源|作者|责任编辑|编辑|审核人?|责编|校对|初审|终审|供稿|撰稿"
    "|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|次数)?|访问量|字[体号](?:大小)?|字体显示|视力保护色|保护视力色"
    "|索引号|主题分类|信息分类|信息名称|文号|名称|有效性|时效性?|分享到?|关键[词字]|标签|主题词|栏目|公开方式|组配分类|公文种类|内容概述"
)
_BUTTONS = (
    "打印(?:本[页文])?|关闭(?:本页|窗口)?|收藏(?:本页)?|分享到?|复制链接|返回(?:首页|顶部|列表)?|字体|字号|大中小|[大中小]|默认"
    "|加大|减小|下载(?:全文|文档)?|(?:我要)?纠错|(?:网站)?首页|网站地图|站点地图|联系我们|关于我们|无障碍(?:浏览|阅读)?|长者模式"
    "|登录|注册|[一全]网搜|(?:站内|高级)?搜索|我要投稿|投诉举报?|相关推荐|下载本文"
    "|[繁简][體体](?:中文)?|English|手机版|扫一扫.{0,16}|微信|微博|QQ空间|导航切换|上一页|下一页|尾页|更多>*|A[+-]?"
)
_BETWEEN = r"[\s|｜/·•>＞»\[\]【】()（）]"

_ANYWHERE: tuple[str, ...] = (
    r"[-—–－―_~\s]*[-—–－―~]\s*\d{1,4}\s*[-—–－―~][-—–－―_~\s]*",
    r"[-—–－]?\s*第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*[(（]?共\s*\d{1,4}\s*页[)）]?)?\s*[-—–－]?",
    r"\d{1,4}\s*/\s*\d{1,4}|Page\s+\d+(?:\s+of\s+\d+)?",
    r"[-=_*—─━·.]{6,}",
)
"""Lines that a printer or a file puts between pages."""
_ANYWHERE_BEGINS = frozenset("-—–－―_~=*─━·.第P0123456789")
"""How those lines begin, so that others need not be tried."""

_AROUND: tuple[str, ...] = (
    rf"[•·●\s]*[\[【(（]?(?:{_FIELDS})\s*[:：].{{0,80}}",
    r"(?=.*[0-9])[0-9A-Za-z]+(?:[_-][0-9A-Za-z]+)*/[0-9A-Za-z/_-]+",
    r"标题\s*[:：]\s*[|｜].{0,80}",
    r"[|｜\s]{3,}",
    r"[\u4e00-\u9fff]{0,20}\s*\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天].{0,20}",
    r"欢迎(?:您?访问|光临|来到).{2,30}(?:网站?|平台|门户)[!！。]?",
    rf"{_BETWEEN}*(?:{_BUTTONS})(?:{_BETWEEN}+(?:{_BUTTONS}))*{_BETWEEN}*",
    rf"{_MOMENT}(?:\s+\S.{{0,40}})?(?<!日)",
    r"(?:您|你)?(?:现在|当前|所在)的?(?:位置|栏目).{0,80}|首页\s*[>＞»→/].{0,80}",
    r"(?:上|下)一?(?:篇|条|页)\s*[:：].{0,60}|相关(?:阅读|链接|文章|信息|文件|附件)\s*[:：]?.{0,60}",
    r"(?:版权所有|Copyright|©|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持|网站标识码|.{0,10}ICP[备证]|.{0,6}公网安备).{0,100}",
    r"(?:地址|电话|邮编|传真|联系电话|邮箱)\s*[:：].{0,80}",
    r"[\u4e00-\u9fff]{1,16}(?:政府网站?|门户网站|信息网|政务网)(?:\s*(?:欢迎您|首页))?",
    r"(?:https?://|www\.)\S+",
)
"""Lines of a page's frame."""


@cache
def _whole(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows))


def _is_line_of(rows: tuple[str, ...], text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    is_row = _whole(rows).fullmatch
    return is_row(text) is not None or (" " in text and is_row(_SPREAD_LABEL().sub("", text)) is not None)


_LONGEST = 120
_TITLE_LABEL = lazy(r"标\s*题\s*[:：]\s*(.{4,80})")
_SPREAD_LABEL = lazy("(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
"""Spaces within the words of a label: 索 引 号."""
_BARE = lazy("[0-9]{1,3}")
_LEAST_PAGE = 60
"""Characters of a page, at least."""
_STOPS = "。！？；"


def _is_running(text: str) -> bool:
    """Whether a line is of running text: long, a sentence, or of several parts."""
    ended = text.rstrip(" ”’）")
    return len(text) > _LONGEST or (len(text) > 12 and ended[-1:] in _STOPS) or sum(map(text.count, "，。")) > 1


def _is_of_text(text: str) -> bool:
    """Whether a line is of running text, and no sentence of a page's frame."""
    return _is_running(text) and not _is_line_of(_AROUND, text.strip())


def _frame(lines: list[Paragraph]) -> Iterator[int]:
    """The places of the lines that may belong to the frame: before and behind all running text."""
    first = next((place for place, line in enumerate(lines) if _is_of_text(line.text)), len(lines))
    after = next((place for place in range(len(lines), first, -1) if _is_of_text(lines[place - 1].text)), len(lines))
    yield from range(first)
    yield from range(after, len(lines))


def furniture(lines: list[Paragraph]) -> set[int]:
    """The places of the lines that belong to the frame of a page."""
    frame = [(place, lines[place].text.strip()) for place in _frame(lines)]
    texts = {text for _, text in frame}
    return {place for place, text in frame if _is_line_of(_AROUND, text) or _label_of_title(text) in texts}


def _label_of_title(text: str) -> str:
    """The title that a card of a page names, where the line does so; it stands below as well."""
    match = _TITLE_LABEL().fullmatch(text)
    return match[1] if match else "\0"


def page_furniture(lines: list[Paragraph]) -> set[int]:
    """The places of the lines that number or part pages.

    A bare number is one where the next one counts on from it and a page's text is between them: those of a list or a
    table stand closer.
    """
    texts = ((place, line.text.strip()) for place, line in enumerate(lines))
    likely = [(place, text) for place, text in texts if text[:1] in _ANYWHERE_BEGINS]
    found = {place for place, text in likely if _is_line_of(_ANYWHERE, text)}
    bare = [(place, int(text)) for place, text in likely if _BARE().fullmatch(text)]
    for (place, number), (next_place, next_number) in pairwise(bare):
        between = sum(len(line.text) for line in lines[place + 1 : next_place]) if next_number == number + 1 else 0
        if between >= _LEAST_PAGE:
            found |= {place, next_place}
    return found


INNER_PAGE = lazy(r"(?<=[\u4e00-\u9fff，、])\s{0,3}[-—–－]\s?[0-9]{1,3}\s?[-—–－]\s{0,3}(?=[\u4e00-\u9fff])")
"""A page number that copying has put inside a sentence."""


DATED = lazy(
    r"(?<![^\n])([^，。；：\n]{4,60}(?:总结|报告|汇报|小结|打算|计划|安排|要点|思路|设想|情况)) +"
    r"(?:19|20)[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}(?: +[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![^\n])"
)
"""A title behind which a page shows its date of publishing."""


def undated(match: re.Match[str]) -> str:
    """The title alone."""
    return str(match[1])
