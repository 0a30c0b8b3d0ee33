"""隔壁街道、另一年度：同一个模板，换的只是数据。

    python examples/next_door.py [输出文件.docx]

青山街道是虚构的。与 renmin_2022.py 相比，没有一行代码不同，只有单位、年度、数据和文字不同。
"""

import sys
from datetime import date
from pathlib import Path

from renmin_docs import Chapter, Organization, Point, WorkReport

REPORT = WorkReport(
    organization=Organization(name="青山街道"),
    year=2023,
    issue_date=date(2024, 1, 5),
    figures={
        "加装电梯": "26部",
        "新增车位": "近400个",
        "网点": {"total": "12家", "parts": {"便民超市": "7家", "社区食堂": "5家"}},
        "服务人次": "32000余人次",
        "税收": "3.45亿元",
        "税收增幅": "8.2%",
        "老旧小区": "3个",
    },
    introduction="2023年，青山街道坚持党建引领，紧盯民生实事，各项工作稳中有进。",
    achievements=Chapter(
        body=[
            Point(
                heading="办好民生实事，让居民住得更舒心",
                body=[
                    Point(
                        lead="补齐设施短板",
                        body="全年加装电梯{加装电梯}，新增车位{新增车位}，完成老旧小区改造{老旧小区}。",
                    ),
                    Point(lead="织密服务网络", body="新建便民网点{网点:其中}，累计服务居民{服务人次}。"),
                ],
            ),
            Point(
                heading="服务市场主体，让经济更有活力",
                body="常态走访企业，及时协调诉求，全口径税收{税收}，{税收增幅:同比}。",
            ),
        ]
    ),
    difficulties=Chapter(
        series="ordinal",
        body=[
            Point(lead="停车难仍未根本缓解", body="老城区可用空间有限，高峰时段供需矛盾突出。"),
            Point(lead="基层力量不足", body="社区工作者流动较快，专业能力有待提升。"),
        ],
    ),
    plans=Chapter(
        series="ordinal",
        inline=True,
        body=[
            "2024年，街道将重点抓好三件事。",
            Point(lead="挖潜增位", body="推动机关单位错时开放停车场。"),
            Point(lead="强基育人", body="完善社区工作者培养和激励机制。"),
            Point(lead="提质惠民", body="再建一批家门口的服务网点。"),
        ],
    ),
)


def main() -> None:
    output = Path(sys.argv[1] if len(sys.argv) > 1 else "青山街道2023年工作总结.docx")
    REPORT.save(output)
    if reconfigure := getattr(sys.stdout, "reconfigure", None):  # Windows 的代码页可能没有汉字
        reconfigure(errors="backslashreplace")
    print(f"已生成：{output.resolve()}")


if __name__ == "__main__":
    main()
