"""What `scan` finds in short texts, kind by kind: the text, then each figure as it is written with what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.figures import Faulty, parse, scan
from renmin_docs.figures.measures import MEASURES, UNITS
from tests.timing import LINEAR, growth

VECTORS = """
# a scale is none of the next word's
新引进5个亿元以上项目 5个=5,个 亿元以上=1e8,元,以上
新引进2个亿元项目 2个=2,个
建成2个万亩示范片 2个=2,个
落户3个千万元项目 3个=3,个
培育3个百亿级产业 3个=3,个
十个亿元项目 十个=10,个
引资4.2个亿 4.2个亿=4.2e8,
引资5个亿。 5个亿=5e8,
筹集3个亿的资金 3个亿=3e8,
筹集3个亿元。 3个亿元=3e8,元
筹集两个亿，超出预期 两个亿=2e8,
融资2个多亿，投资10多个亿元 2个多亿=2e8,,多 10多个亿元=1e9,元,多
突破1万人大关 突破1万人=10000,人,突破
投资3千万，融资3亿4500万，三百多万 3千万=3e7, 3亿4500万=3.45e8, 三百多万=3e6,,多
# digits in groups are one number or a fault
收入12_345元 12_345元=12345,元
收入1_234.5万元 1_234.5万元=12345000,元
人口1_234_567人 1_234_567人=1234567,人
参加10，235人 10，235人=10235,人
参加1,203人 1,203人=1203,人
共12_34元 12_34元=!digits_parted
共1,23万元 1,23万元=!digits_parted
表1_12个项目 12个=12,个
# a sign in words is a sign
气温零下10℃ 零下10℃=-10,℃
气温零下十五摄氏度 零下十五摄氏度=-15,摄氏度
在零下5℃～零下2℃之间 零下5℃～零下2℃=-5..-2,℃
零下10℃至5℃ 零下10℃至5℃=-10..5,℃
同比负3.2% 负3.2%=-0.032,%
减负3.2亿元 3.2亿元=3.2e8,元
# both ends of a range
历时三到五天 三到五天=3..5,天
18周岁至60周岁 18周岁至60周岁=18..60,周岁
85-89周岁老人 85-89周岁=85..89,周岁
需要三至五年 三至五年=3..5,年
1月至10月 1月至10月=1..10,月
2021年至2025年 2021年至2025年=2021..2025,年
从1月到10月 1月到10月=1..10,月
由5家到8家 5家=5,家 8家=8,家
历时2、3天 2、3天=!estimate_form
种植七、八十种 七、八十种=!estimate_form
花了五到三天，50%～30% 五到三天=!span_order 50%～30%=!span_order
花了约3～5天 约3～5天=!span_hedged
由532起降至418起 532起=532,起 418起=418,起
由1.93缩小到1.86 1.93=1.93, 1.86=1.86,
人户比2.87 2.87=2.87,
# a hit is not the beginning of a longer word
80周岁以上老人 80周岁以上=80,周岁,以上
3分公司，98分 98分=98,分
3年级、3部门、3方面、3路公交
连续3天气温超过35℃ 3天=3,天 超过35℃=35,℃,超过
3支队伍、3所学校、5名医生、12台风力发电机 3支=3,支 3所=3,所 5名=5,名 12台=12,台
5起诉讼案件、3起重大事故 5起=5,起 3起=3,起
3家具有资质的企业，12位数学老师 3家=3,家 12位=12,位
新增3家A级企业、5个AAA级景区 3家=3,家 5个=5,个
# a unit is never cut short
出动500辆次、30天次 500辆次=500,辆次 30天次=30,天次
人均108737元/人，100元/月·人 108737元/人=108737,元/人 100元/月·人=100,元/月·人
补助200元/（人·月） 200元/（人·月）=200,元/（人·月）
储能100兆瓦/200兆瓦时，密度2.3g/cm³ 100兆瓦=100,兆瓦 200兆瓦时=200,兆瓦时 2.3g/cm³=2.3,g/cm³
29微克/立方米、45μg/m³ 29微克/立方米=29,微克/立方米 45μg/m³=45,μg/m³
亩产500公斤/亩，处理5万立方米/日 500公斤/亩=500,公斤/亩 5万立方米/日=50000,立方米/日
检测1.5万管/日 1.5万管/日=15000,管/日
浓度29微克每立方米 29微克每立方米=29,微克每立方米
节约3万吨标准煤 3万吨标准煤=30000,吨标准煤
捐赠300件套，接种2万剂次 300件套=300,件套 2万剂次=20000,剂次
开挖3万方，放流5万尾，出栏2万羽 3万方=30000,方 5万尾=50000,尾 2万羽=20000,羽
上升3个千分点、5个基点、2个位次、3个名次 3个千分点=3,个千分点 5个基点=5,个基点 2个位次=2,个位次 3个名次=3,个名次
52.4分贝，35兆瓦，3.2TB，1000Mbps，500M2 52.4分贝=52.4,分贝 35兆瓦=35,兆瓦 3.2TB=3.2,TB 1000Mbps=1000,Mbps 500M2=500,M2
120皮长公里，1860路，900具，12大项 120皮长公里=120,皮长公里 1860路=1860,路 900具=900,具 12大项=12,大项
发病率5例/未知
# a list with one unit
拉动1.3个、0.9个、1.8个百分点 1.3个=1.3,个百分点 0.9个=0.9,个百分点 1.8个百分点=1.8,个百分点
分别回落2.16和1.66个百分点 2.16=2.16,个百分点 1.66个百分点=1.66,个百分点
变动0.15、-5.64、1.34个百分点 0.15=0.15,个百分点 -5.64=-5.64,个百分点 1.34个百分点=1.34,个百分点
分别为12.5、13.6和15.8万元 12.5=125000,元 13.6=136000,元 15.8万元=158000,元
分别为3、4个 3=3,个 4个=4,个
有1.3个、0.9个、1.8个 1.3个=1.3,个 0.9个=0.9,个 1.8个=1.8,个
如下：1、3家企业签约 3家=3,家
约2.16和1.66个百分点 约2.16=2.16,个百分点,约 1.66个百分点=1.66,个百分点
# a hedge is never dropped
65周岁及以上 65周岁及以上=65,周岁,以上
人均GDP突破5万元 突破5万元=50000,元,突破
R&D投入近3亿元 近3亿元=3e8,元,近
AQI超过100天 超过100天=100,天,超过
AQI超过100的天数 超过100=100,,超过
3个工作日内办结，14天之内，5日内 3个工作日内=3,个工作日,内 14天之内=14,天,之内 5日内=5,日,内
3家内部机构 3家=3,家
低于5%，高于2.1个百分点 低于5%=0.05,%,低于 高于2.1个百分点=2.1,个百分点,高于
多于3家，少于5次 多于3家=3,家,多于 少于5次=5,次,少于
≥90%，≤35微克/立方米，＞5%，<3家 ≥90%=0.9,%,≥ ≤35微克/立方米=35,微克/立方米,≤ ＞5%=0.05,%,> <3家=3,家,<
不高于5%，不超过3家，不多于2次 不高于5%=0.05,%,不高于 不超过3家=3,家,不超过 不多于2次=2,次,不多于
10人（含）以上，大于等于3项，不超500元 10人（含）以上=10,人,以上 大于等于3项=3,项,大于等于 不超500元=500,元,不超
近乎100%，几近500家 近乎100%=1,%,近乎 几近500家=500,家,几近
六成多，三成左右 六成多=0.6,成,多 三成左右=0.3,成,左右
满意率达98.5%以上 98.5%以上=0.985,%,以上
参与者达300余人 300余人=300,人,余
增长2倍多，历时3个多月，2年多 2倍多=2,倍,多 3个多月=3,个月,多 2年多=2,年,多
走访5家多次 5家=5,家
惠及约1200余人次 约1200余人次=!hedges_stacked
走访近300余户 近300余户=!hedges_stacked
大约近3家 大约近3家=!hedges_stacked
改造13.5万余平方米 13.5万余平方米=!hedge_on_decimal
超过60岁以上老人的一半 60岁以上=60,岁,以上 一半=0.5,
# loose estimates
惠及上万户、上百条 上万户=10000,户,上 上百条=100,条,上
投入上千万元，过亿元，超百亿元 上千万元=1e7,元,上 过亿元=1e8,元,过 超百亿元=1e10,元,超
十来个、二十来户 十来个=10,个,来 二十来户=20,户,来
百十来户、成百上千个、若干项 百十来户=?,户,来 成百上千个=?,个 若干项=?,项
# one blank between number and unit
新建_12_个，投资_3.5_亿元 12_个=12,个 3.5_亿元=3.5e8,元
用时12_个_工作日 12_个_工作日=12,个工作日
占比36.2_%，1.2_万_人次 36.2_%=0.362,% 1.2_万_人次=12000,人次
# a number and a half
历时两个半月，用时3个半小时，近3年半 两个半月=2.5,个月 3个半小时=3.5,个小时 近3年半=3.5,年,近
3家半导体企业，2年半成品 3家=3,家 2年=2,年
# durations in Chinese numerals
连续三年，三年以上，近八年 三年=3,年 三年以上=3,年,以上 近八年=8,年,近
历时一年零三个月 一年=1,年 三个月=3,个月
两三年，一两年 两三年=2..3,年 一两年=1..2,年
十余年，两年多，三十日内 十余年=10,年,余 两年多=2,年,多 三十日内=30,日,内
三年行动计划、二〇二二年、五月三日、一年来、近一年
# no regular numeral
廿五户、壹佰元、1万2
投资三点五亿元 三点五亿元=!numeral_form
涉及一百五户 一百五户=!numeral_form
# no figure
十九届六中全会、八项规定、国十条、九届四次全会
十四届全国人大三次会议、市政协四次会议
召开三次会议，连续五届 三次=3,次 五届=5,届
先后召开十二次会议，召开二十余次会议 十二次=12,次 二十余次=20,次,余
两位数增长、后四位、十里铺、三元里、五家渠、七台河
三家村集体、五家村镇银行 三家=3,家 五家=5,家
两张皮、四面出击、1对1、五人制、“省四十条”
阳光小区3栋2单元、12号楼3层、3层302室
15分钟生活圈、一刻钟便民生活圈、“15分钟”社区生活圈
7×24小时、3×5米、24小时×7天、K12+300处
24小时服务 24小时=24,小时
12345热线、PM2.5、5G基站、A4纸、4A级景区、2.0版、2022届、95后
第3、4名网格员、表3_人口
2025年1月8日至12日、25年底、8时30分
“稳增长20条”、惠企30条
"""


def _vectors():
    for line in VECTORS.strip().splitlines():
        if not line.startswith("#"):
            text, *found = line.split(" ")
            yield pytest.param(text.replace("_", " "), [_blank_in_text(each) for each in found], id=text)


def _blank_in_text(found: str) -> str:
    written, _, meaning = found.rpartition("=")
    return f"{written.replace('_', ' ')}={meaning}"


def _shown(figure) -> str:
    """A figure as a vector has it, but for its hedge."""
    if isinstance(figure, Faulty):
        return "!" + figure.findings()[0].rule
    return f"{'..'.join(f'{float(value):g}' for value in figure.values) or '?'},{figure.unit}"


@pytest.mark.parametrize(("text", "wanted"), [*_vectors()])
def test_figures_of_a_short_text(text, wanted):
    found = []
    for hit in scan(text):
        hedge = f",{hit.figure.hedge}" if hit.figure.hedge else ""
        found.append(f"{text[hit.start : hit.end]}={_shown(hit.figure)}{hedge}")
    expected = []
    for each in wanted:
        written, _, meaning = each.rpartition("=")
        value, *rest = meaning.split(",")
        numbers = "..".join(f"{float(end):g}" for end in value.split("..")) if value[0] not in "?!" else value
        expected.append(f"{written}={','.join((numbers, *rest))}")
    assert found == expected


def test_signs_of_comparison_in_ascii_are_hedges():
    assert [(str(hit.figure), hit.figure.hedge) for hit in scan(">=3次，<=5%")] == [(">=3次", ">="), ("<=5%", "<=")]


@given(
    st.integers(1, 999_999),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(("", "共", "达到", "。", "GDP", "（")),
    st.sampled_from(("。", "，", "；", "", "）")),
)
def test_any_number_of_any_unit_is_found_whole(number, unit, before, after):
    hits = scan(f"{before}{number}{unit}{after}")
    for hit in hits:
        assert hit.figure == parse(f"{'达到' if before == '达到' else ''}{number}{unit}")
        assert hit.end == len(before) + len(f"{number}{unit}")
    assert hits or before == "GDP" or (unit in ("年", "届") and number > 999)


@given(st.integers(2, 99), st.sampled_from(sorted(MEASURES - {"年", "日", "里", "届", "件套"})))
def test_any_chinese_numeral_before_a_measure_word_is_found_whole(number, unit):
    from renmin_docs.figures.chinese import chinese

    text = chinese(number) + unit
    (hit,) = scan(f"共有{text}，")
    assert (hit.figure, hit.start, hit.end) == (parse(text), 2, 2 + len(text))


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.integers(1, 999))
def test_a_compound_unit_is_found_whole_or_not_at_all(unit, per, number):
    text = f"{number}{unit}/{per}"
    hits = scan(f"共{text}。")
    assert all(hit.end == 1 + len(text) for hit in hits)


@pytest.mark.parametrize(
    "unit", ["1 ", "123 ", "1，", "123，", "1、", "1.5、", "3个", "第", "近", "三到", "2年", "“", "1×", "负"]
)
def test_long_runs_of_what_may_begin_a_figure_take_time_in_proportion(unit):
    assert growth(lambda size: scan(unit * size), 1_500) < LINEAR
