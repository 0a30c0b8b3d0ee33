"""Time and memory: they grow with the text, whatever it is made of."""

import pytest

from renmin_docs.intake.prose.reading import parse_report
from tests.effort import scaled
from tests.intake.own_process import read_alone
from tests.intake.prose.telling import LAYOUTS, layout
from tests.timing import LINEAR, SOON, growth

REPORT = "\n".join(layout(path.stem).text for path in sorted(LAYOUTS.glob("*.txt"))[:20])
MEGABYTES = scaled(3)
PROSE = "街道坚持问题导向，办成实事20件，投资1.2亿元；群众满意。" * 20 + "\n"
HOSTILE = [
    *(
        "一、工作\n",
        "（一）工作。全年\n",
        "1.",
        "（",
        "(",
        "“",
        "一是甲。",
        "一是甲。\n",
        "一是甲；二是乙。\n",
        ",",
        "，",
        '"',
        "大 中 小 ",
    ),
    *(
        "甲。一、乙",
        "—3—",
        "甲 - 3 - ",
        "1\n",
        "- 3 -\n",
        "首先甲。其次乙。",
        "情况",
        "人民街道2022年工作总结\n",
        "第一部分 甲\n",
    ),
    *(
        " 　",
        "\x0c",
        "甲" * 40 + "\n",
        "区(qū)",
        "2022年",
        "街道",
        "一、甲\n（一）乙\n1.丙\n（1）丁\n一是戊。己\n",
        "附件：1.甲\n",
        "①甲\n",
    ),
    *(
        "甲 ",
        "甲甲甲甲甲甲甲甲甲甲甲甲， ",
        "甲 1 甲",
        "1.1甲\n",
        "1.1.1.1",
        "工作总结 2022-01-01",
        "委",
        "各委：\n",
        "索 引 号： | 甲\n",
        "工作回顾\n一、甲\n",
        "一、甲\n做了以下工作：\n一、乙\n",
        "还存在问题：一是甲。\n下一步，要做好以下工作：\n（一）乙\n",
        "党建方面：\n1.甲\n",
        "# 甲\n",
        "**甲**",
        "*",
        "|-",
        "- - -",
    ),
    *(
        "甲1甲2甲3",
        "目录\n甲\n",
        "甲……1\n甲。\n丙丁……2，\n",
        "索引号\n甲\n",
        "索引号 | 甲\n",
        "甲，\n",
        "甲\n1个\n，",
        "1、甲，乙。丙\n丁",
    ),
    *("登录阅读全文\n", "“甲。（一）", "甲一、情况二、", "1.甲乙，丙", "甲 1甲 ", "网甲。网\n甲网\n"),
]


def _read(unit, size):
    """Read whole units: one that is cut short may change what kind of text both sizes are."""
    return parse_report("街" + unit * (size // len(unit)), year=2022, organization="人民街道")


@pytest.mark.parametrize("unit", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(unit):
    assert growth(lambda size: _read(unit, size), scaled(6_000)) < LINEAR


@pytest.mark.thorough
@pytest.mark.parametrize("unit", [REPORT, PROSE], ids=["layouts", "prose"])
def test_megabytes_are_read_in_time_and_memory(unit, tmp_path):
    """Layouts have a mark in nearly each line, and take several times as long as prose does."""
    path = tmp_path / "long.txt"
    path.write_text(unit * (MEGABYTES * 2**20 // len(unit.encode()) + 1), encoding="utf-8")
    most = 2 * SOON * MEGABYTES
    units, megabytes = read_alone(path, most)
    assert units < most
    assert megabytes < 60 + 40 * MEGABYTES
