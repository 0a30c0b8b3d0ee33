"""Traditional characters made simplified by OpenCC, the optional extra `traditional`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from itertools import islice

from renmin_docs.patterns import lazy

EXTRA = "renmin-docs[traditional]"

_TELLING = lazy(
    "[們個來國時會對發經業動產實將無關應開現當總務員學習導黨領區統計設員議題環鎮鄉農戶點單標準劃參與組織進"
    "過這還達運選連邊讓說話論證調該語課請護譽變責費資質負財貢買賣貿賓賞賴購贈轉輪較輛輔輝輸遠適遷遺鄰醫釋"
    "銀銷錢錯鋼錄鎖長門閉問間閱隊階隨險隱難雜雙靈靜頂項順須預領頭題額願類顧風飛飯館馬駐駕驗驚體魚鳥麗齊齡龍]"
)
"""Some characters that every traditional text has and no simplified one."""
_LEAST = 3
"""How many of them a text must hold: a name or a quotation may have one."""


def is_traditional(text: str) -> bool:
    """Whether a text holds several characters that only traditional writing has."""
    telling = _TELLING().finditer(text)
    return len([*islice(telling, _LEAST)]) == _LEAST


def is_installed() -> bool:
    """Whether OpenCC can be imported."""
    return find_spec("opencc") is not None


@cache
def _convert() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


CHINESE = lazy("[\u3400-\u9fff]+")
"""Runs of Chinese characters, all that the converter is shown."""


def simplified(match: re.Match[str]) -> str:
    """The run in simplified characters."""
    return _convert()(match[0])
