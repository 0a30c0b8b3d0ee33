"""Names for the figures of a text, made from the words around the numbers: 营业额 for 营业额达到9.75亿元."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.report.offices import own_words

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 12
_VERBS = frozenset(
    (
        *("新增", "开展", "组建", "举办", "组织", "安排", "发放", "排查", "化解", "处置", "整改", "受理"),
        *("办结", "完成", "建设", "改造", "新建", "打造", "引进", "落实", "争取", "招引", "走访", "检查"),
        *("清理", "拆除", "修建", "收集", "登记", "服务", "惠及", "覆盖", "涉及", "推进", "实施", "成立"),
        *("召开", "处理", "调处", "培育", "帮扶", "救助", "解决", "建成", "加装", "采纳", "征集"),
    )
)
"""Verbs that name nothing by themselves: what is counted stands behind the number then."""
_BEFORE = re.compile("[\u4e00-\u9fffA-Za-z“”]+$")
_BEHIND = re.compile("(?:的|以[上下]的?)?([\u4e00-\u9fff“”]{2,10})")
_DATE = re.compile("(?<=[0-9])[年月日份]+")
"""What belongs to the date before a name."""
_NO_NAME = re.compile("[^\u4e00-\u9fffA-Za-z]")
_BEGINNINGS = (
    *(
        "全年",
        "今年",
        "本年",
        "年内",
        "截至目前",
        "目前",
        "其中",
        "同时",
        "先后",
        "累计",
        "共计",
        "合计",
        "共",
        "一年来",
    ),
    *("年来", "来", "已经", "已", "并", "也", "还", "均", "街道", "全镇", "全乡", "全村", "我们", "了", "的", "和"),
    *("及", "对", "由", "以", "全面", "圆满", "预计", "力争", "完成", "实现"),
    *(f"我{word}" for word in own_words().split("|")),
)
_ENDINGS = (
    *(
        "达到",
        "超过",
        "突破",
        "增至",
        "降至",
        "提高到",
        "提升到",
        "提高",
        "提升",
        "增长",
        "增加",
        "下降",
        "减少",
        "减至",
    ),
    *("累计达", "累计", "共计", "合计", "总计", "分别", "以来", "达", "共", "为", "约", "有", "是", "计"),
    *("仅", "了", "已", "各", "全年", "至", "到", "超", "的", "在", "每", "近", "完成", "实现", "从", "由", "自"),
)
_GROWTH = re.compile(
    "[，,、](?:同比|环比|[较比](?:上年|去年|上月)?(?:同期|年初)?)?(?:增长|下降|上升|增加|减少|提高)了?$"
)


def name_before(text: str, start: int, end: int, floor: int = 0) -> str:
    """A name for the number at a place of a text; empty where the words around it give none.

    Args:
        text: The text.
        start: Where the number begins.
        end: Where it ends.
        floor: Where the number before it ends; words beyond that belong to that one.

    >>> name_before("限上服务业营业额达到9.75亿元", 10, 16), name_before("全年新增7家企业", 4, 6)
    ('限上服务业营业额', '新增企业')
    """
    match = _BEFORE.search(text, max(floor, start - 2 * LONGEST), start)
    date = _DATE.match(text, match.start()) if match else None
    before = _trimmed(text[date.end() if date else match.start() : start]) if match else ""
    if len(before) > 1 and before not in _VERBS:
        return before[-LONGEST:]
    behind = _BEHIND.match(text, end)
    counted = _NO_NAME.sub("", behind[1]) if behind else ""
    return (before + counted)[:LONGEST] if counted else ""


def is_growth(text: str, start: int) -> bool:
    """Whether words before a rate tell that it is the growth of what was told before: 同比增长."""
    return _GROWTH.search(text, max(0, start - 8), start) is not None


class Names:
    """The names that are taken, and new ones beside them.

    Args:
        taken: The names that there are.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def take(self, name: str) -> None:
        """Mark a name as taken."""
        self._taken.add(name)

    def unique(self, name: str) -> str:
        """The name, with a number behind it where it is taken."""
        made, number = name, self._next.get(name, 2)
        while made in self._taken:
            made, number = f"{name}_{number}", number + 1
        self._next[name] = max(2, number - 1)
        return made


def _trimmed(words: str) -> str:
    """The words without those that only lead to a number."""
    words = _NO_NAME.sub("", words)
    before = None
    while words != before:
        before = words
        words = next((words[: -len(end)] for end in _ENDINGS if words.endswith(end)), words)
        words = next((words[len(start) :] for start in _BEGINNINGS if words.startswith(start)), words)
    return words
