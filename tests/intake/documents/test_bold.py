"""Bold lines and bold beginnings are headings where no number shows it, and emphasis where they are none."""

from __future__ import annotations

import pytest

from tests.intake.documents.saved import differences, read, written
from tests.intake.documents.test_asides import notes, of_style, paragraph, run, styles
from tests.intake.documents.test_asides import read as read_xml

CASES = {
    "bold chapters and bold points": (
        (
            "西苑街道2023年工作总结",
            "*2023年工作回顾*",
            "*党建引领更有力*",
            "学习24次。",
            "*城市管理更精细*",
            "整治小巷11条。",
            "*2024年工作打算*",
            "改造小区3个。",
        ),
        """
标题 西苑街道2023年工作总结
年度 2023 西苑街道
一、 achievements 2023年工作回顾
（一） 标题 党建引领更有力
段落 学习24次。
（二） 标题 城市管理更精细
段落 整治小巷11条。
二、 plans 2024年工作打算
段落 改造小区3个。
""",
    ),
    "bold title, bold points under typed chapters": (
        (
            "*东桥镇2023年工作总结*",
            "2023年，全镇稳中有进。",
            "*一、主要工作*",
            "*抓项目，稳增长*",
            "签约项目12个。",
            "*抓治理，保平安*",
            "调解纠纷86件。",
            "*二、存在不足*",
            "人手偏紧。",
            "*三、下步打算*",
            "*项目建设*",
            "新签项目15个。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
段落 2023年，全镇稳中有进。
一、 achievements 主要工作
（一） 标题 抓项目，稳增长
段落 签约项目12个。
（二） 标题 抓治理，保平安
段落 调解纠纷86件。
二、 difficulties 存在不足
段落 人手偏紧。
三、 plans 下步打算
（一） 标题 项目建设
段落 新签项目15个。
""",
    ),
    "bold between typed levels": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "（一）抓党建",
            "*支部建设*",
            "新建支部3个。",
            "*队伍建设*",
            "培训干部2批。",
            "（二）抓民生",
            "*托育服务*",
            "新增托位60个。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 标题 抓党建
1. 标题 支部建设
段落 新建支部3个。
2. 标题 队伍建设
段落 培训干部2批。
（二） 标题 抓民生
1. 标题 托育服务
段落 新增托位60个。
二、 plans 下步打算
段落 再接再厉。
""",
    ),
    "bold above points that begin anew": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "*经济发展*",
            "（一）抓项目。签约项目12个。",
            "（二）抓招商。引资3亿元。",
            "*社会治理*",
            "（一）抓平安。调解纠纷86件。",
            "（二）抓服务。新建驿站4个。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 标题 经济发展
1. 引题 抓项目
2. 引题 抓招商
（二） 标题 社会治理
1. 引题 抓平安
2. 引题 抓服务
二、 plans 下步打算
段落 再接再厉。
提示 mark_rewritten
""",
    ),
    "bold run-ins": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "*强化党建引领。*全年集中学习12次，发展党员8名。",
            "*优化营商环境。*走访企业86家。",
            "*提升治理水平。*调解纠纷86件。",
            "二、存在问题",
            "*人手不足。*缺编3个。",
            "*资金紧张。*缺口0.8亿元。",
            "三、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 引题 强化党建引领
（二） 引题 优化营商环境
（三） 引题 提升治理水平
二、 difficulties 存在问题
（一） 引题 人手不足
（二） 引题 资金紧张
三、 plans 下步打算
段落 再接再厉。
""",
    ),
    "bold run-ins whose stop is not bold, or is missing": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "*强化党建引领*。全年集中学习12次。",
            "*优化营商环境*：走访企业86家。",
            "*提升治理水平* 调解纠纷86件，群众满意。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 引题 强化党建引领
（二） 引题 优化营商环境：
（三） 引题 提升治理水平
二、 plans 下步打算
段落 再接再厉。
""",
    ),
    "all bold chapters, flat": (
        (
            "东桥镇2023年工作总结",
            "*党建工作情况*",
            "学习24次。",
            "*城管工作情况*",
            "整治小巷11条。",
            "*存在的问题*",
            "经费不足。",
            "*下一步打算*",
            "改造小区3个。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 党建工作情况
段落 学习24次。
二、 achievements 城管工作情况
段落 整治小巷11条。
三、 difficulties 存在的问题
段落 经费不足。
四、 plans 下一步打算
段落 改造小区3个。
""",
    ),
    "bold words are emphasis": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "*2023年，*街道走访居民860户。",
            "*我街道*新建驿站4个。",
            "全年引资*3亿元*，增长*10%*。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
段落 {*2023年，*}街道走访居民860户。
段落 {*我街道*}新建驿站4个。
段落 全年引资{*3亿元*}，增长{*10%*}。
二、 plans 下步打算
段落 再接再厉。
""",
    ),
    "everything bold": (
        (
            "*东桥镇2023年工作总结*",
            "*一、主要工作*",
            "*街道走访居民860户，办成实事。*",
            "*群众满意*",
            "*新建驿站4个。*",
            "*二、下步打算*",
            "*再接再厉。*",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
段落 街道走访居民860户，办成实事。
段落 群众满意
段落 新建驿站4个。
二、 plans 下步打算
段落 再接再厉。
提示 line_unmarked
""",
    ),
    "marked run-ins that nothing but bold ends": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "（一）*强化党建引领*全年集中学习12次，发展党员8名。",
            "（二）*优化营商环境*全镇走访企业86家。",
            "1.*提升*治理水平，调解纠纷86件。",
            "*（三）守好安全底线*　排查隐患45处，整改到位。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 引题 强化党建引领
（二） 引题 优化营商环境
1. 段落 {*提升*}治理水平，调解纠纷86件。
（三） 引题 守好安全底线
二、 plans 下步打算
段落 再接再厉。
""",
    ),
    "run-ins below points": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "（一）抓党建",
            "*强化教育。*集中学习12次。",
            "*建强队伍。*发展党员8名。",
            "（二）抓民生",
            "*办好实事。*新建驿站4个。",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
（一） 标题 抓党建
1. 引题 强化教育
2. 引题 建强队伍
（二） 标题 抓民生
1. 引题 办好实事
二、 plans 下步打算
段落 再接再厉。
""",
    ),
    "captions and labels": (
        (
            "东桥镇2023年工作总结",
            "一、主要工作",
            "新建驿站4个。",
            "*图1 驿站外景*",
            "*注：数据截至年底*",
            "*（资料图片）*",
            "二、下步打算",
            "再接再厉。",
        ),
        """
标题 东桥镇2023年工作总结
年度 2023 东桥镇
一、 achievements 主要工作
段落 新建驿站4个。
段落 图1 驿站外景
段落 注：数据截至年底
段落 （资料图片）
二、 plans 下步打算
段落 再接再厉。
""",
    ),
}
_FACE = '<w:rFonts w:eastAsia="{}"/>'.format


@pytest.mark.parametrize("name", CASES)
def test_bold_words_are_headings_where_they_look_like_some(name, tmp_path):
    texts, truth = CASES[name]
    assert not differences(read(written(*texts), tmp_path), truth)


@pytest.mark.parametrize(
    ("of_run", "of_paragraph", "is_heading"),
    [
        (_FACE("黑体"), "", True),
        (_FACE("SimHei"), "", True),
        ("", "heavy", True),
        (_FACE("仿宋_GB2312"), "heavy", False),
        ('<w:b w:val="0"/>', "strong", False),
        ("", "strong", True),
        (_FACE("楷体_GB2312"), "", False),
    ],
)
def test_the_face_of_headings_counts_as_bold_also_by_a_style(tmp_path, of_run, of_paragraph, is_heading):
    rows = (("paragraph", "heavy", _FACE("黑体"), ""), ("paragraph", "strong", "<w:b/>", ""))
    line = paragraph(run("党建引领更有力", of_run), of_style(of_paragraph) if of_paragraph else "")
    reading = read_xml(tmp_path, line + paragraph(run("学习24次。")), styles(*rows))
    headings = [point.heading for point in reading.report.achievements[0].points]
    assert headings == (["党建引领更有力"] if is_heading else [])
    assert bool(notes(reading, "line_unmarked")) is not is_heading
