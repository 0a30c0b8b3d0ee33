"""A small report that all is well with, and what English looks like in a Chinese message."""

from __future__ import annotations

import re

GOOD = """\
organization: {name: 人民街道}
year: 2022
issue_date: 2022-12-20
figures: {shops: 600余家}
achievements: {body: "规范{shops}。"}
plans: {body: 继续规范。}
"""
ENGLISH = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z']{2,}")


def write(path, text):
    """The path, with a text in its file."""
    path.write_text(text, encoding="utf-8")
    return path


LAST_YEAR = """\
人民街道2022年工作总结
一、工作开展情况
（一）抓党建
新建红色驿站4个,,居民满意。
（三）抓民生
新增托位60个。
二、工作打算
办好十件实事。
"""
