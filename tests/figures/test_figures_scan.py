"""Finding figures in running text."""

import re
from decimal import Decimal
from importlib import import_module
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs.errors import FigureError
from renmin_docs.figures import Faulty, Hit, parse, scan
from renmin_docs.figures.beginnings import START
from renmin_docs.figures.tables import HEDGES
from tests.figures.figure_strategies import canonical_texts
from tests.timing import LINEAR, growth

FOUND = [
    ("全年检查300余次", "300余次", 300),
    ("走访商户600余家", "600余家", 600),
    ("劝导占道经营800余起", "800余起", 800),
    ("办结积案5件，全部归档", "5件", 5),
    ("调解纠纷40起", "40起", 40),
    ("整改率100%，无遗留", "100%", 1),
    ("处置舆情28件", "28件", 28),
    ("答复来信17件", "17件", 17),
    ("志愿队共89人", "89人", 89),
    ("推送信息15000余人次", "15000余人次", 15_000),
    ("发送短信35000余人次", "35000余人次", 35_000),
    ("登记2147人，其中", "2147人", 2147),
    ("其中自查1100余人", "1100余人", 1100),
    ("每栋楼安排2人", "2人", 2),
    ("新增7家“四上”企业", "7家", 7),
    ("商贸业4家、其余待定", "4家", 4),
    ("共申报3家企业", "3家", 3),
    ("1-10月完成任务", "1-10月", (1, 10)),
    ("营业额9.75亿元", "9.75亿元", 975_000_000),
    ("同比增长10.67%", "10.67%", Decimal("0.1067")),
    ("新增5000万以下项目", "5000万以下", 50_000_000),
    ("另有项目10个", "10个", 10),
    ("引进5000万以上项目", "5000万以上", 50_000_000),
    ("开工项目8个", "8个", 8),
    ("总投资16亿元", "16亿元", 1_600_000_000),
    ("融资需求1.22亿元", "1.22亿元", 122_000_000),
    ("化解矛盾5起", "5起", 5),
    ("采纳建议近20条", "近20条", 20),
    ("加装32个摄像头", "32个", 32),
    ("值守24小时不断档", "24小时", 24),
    ("辖四个社区", "四个", 4),
    ("投入４.２个亿", "４.２个亿", 420_000_000),
    ("投入3亿4500万元", "3亿4500万元", 345_000_000),
    ("还有4千余人", "4千余人", 4000),
    ("历时三四个月", "三四个月", (3, 4)),
    ("走访几十次", "几十次", None),
    ("涉及X家单位", "X家", None),
    ("惠及数万人", "数万人", None),
    ("面积为2万平方米", "2万平方米", 20_000),
    ("规划于2021—2025年", "2021—2025年", (2021, 2025)),
    ("利润下滑-4.8%", "-4.8%", Decimal("-0.048")),
    ("装机50万千瓦", "50万千瓦", 500_000),
    ("翻两番", "两番", 2),
    ("提高2.1个百分点", "2.1个百分点", Decimal("2.1")),
    ("参与率在15～30%之间", "15～30%", (Decimal("0.15"), Decimal("0.3"))),
]

NOT_FOUND = """
    “五社联动” “三个一” “四上” “五民主三公开” “三高四新” “五全一常态” “三强一化” 五社联动 三个一 四上 五民主三公开
    三高四新 五全一常态 三强一化 二十大 十家村 最后一公里 一路一小区 一社区一亮点 三跨案件 一级站 每天一调度 一是 第一
    第3次 第三次 0票务 0赴省 2022年12月20日 5月20日 A4纸 大家一起干 一个 十四五 五位一体 两个维护 家
""".split()  # noqa: SIM905 - a list of terms reads better as text


@pytest.mark.parametrize(("text", "found", "value"), FOUND)
def test_a_figure_is_found_with_its_value(text, found, value):
    (hit,) = scan(text)
    assert isinstance(hit, Hit)
    assert text[hit.start : hit.end] == found
    assert hit.figure.value == value
    assert hit.figure == parse(found)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_figure_is_left_alone(text):
    assert scan(text) == []
    assert scan(f"推进{text}建设") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("附近20家，节约20吨，下达16亿元", ["20家", "20吨", "16亿元"]),
        ("约300余次", ["约300余次"]),
        ("300余人左右", ["300余人左右"]),
        ("110.53万余元", ["110.53万余元"]),
        ("达100%，超3家", ["达100%", "超3家"]),
        ("2022年1-10月，3月5日，近5年", ["1-10月", "近5年"]),
        ("2022年度，3年级，5年规划", ["5年"]),
        ("3家、4家和5—6家", ["3家", "4家", "5—6家"]),
        ("10个人，2.3万人口", ["10个", "2.3万人"]),
        ("共3，400人", ["3，400人"]),
        ("电话0734-1234567", []),
        ("", []),
    ],
)
def test_hits_in_a_row(text, found):
    assert [text[hit.start : hit.end] for hit in scan(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("提高达到3家", "达到3家"),
        ("附近3家", "3家"),
        ("将近3家", "将近3家"),
        ("大约近3家", "大约近3家"),
        ("近3家", "近3家"),
        ("3家近3", "3家"),
    ],
)
def test_the_hedge_before_a_number_belongs_to_it_where_it_is_one(text, found):
    (hit,) = scan(text)
    assert text[hit.start : hit.end] == found


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("惠及约1200余人次", "约1200余人次", "hedges_stacked"),
        ("走访近300余户", "近300余户", "hedges_stacked"),
        ("参加300余人左右", "300余人左右", "hedges_stacked"),
        ("改造13.5万余平方米", "13.5万余平方米", "hedge_on_decimal"),
    ],
)
def test_a_number_that_is_written_wrong_is_yielded_with_its_fault_and_no_value(text, found, rule):
    (hit,) = scan(text)
    assert text[hit.start : hit.end] == str(hit.figure) == found
    assert isinstance(hit.figure, Faulty)
    assert (hit.figure.value, hit.figure.values, hit.figure.unit, hit.figure.hedge) == (None, (), "", "")
    assert [finding.rule for finding in hit.figure.findings()] == [rule]
    with pytest.raises(FigureError) as caught:
        parse(found)
    assert caught.value.findings == hit.fault.findings


def test_a_figure_that_is_right_has_no_fault():
    assert [hit.fault for hit in scan("惠及1200余人次，达300余人")] == [None, None]


@pytest.mark.parametrize("unit", ["9", "X", "十", "1万", "1,", "几", "约", "“", "1-", "一二"])
def test_a_long_text_takes_time_in_proportion(unit):
    assert growth(lambda size: scan(unit * size), 1_000) < LINEAR


SCANNING = import_module("renmin_docs.figures.scan")  # the function has the name of its module
_LOOKS_AHEAD = r"\(\?=(?:\[[^]]*\](?:\?|\{0,20\}))?\[[^]]*\]\)"
EVERY_START = re.compile(re.sub(_LOOKS_AHEAD, "", START().pattern.replace("(?<=数)(?=[", "(?<=数)(?=(?:)[")))
"""Every sign that can begin a number, and every hedge, without a look at the classes of signs behind it."""
PIECES = (
    *"0123456789.,-+—～至到、。第年月日个万亿千百十一二两三几数好若多余X×*第aA节附约近达，。",
    *"家人次名元%％．年岁内上过下零负:： \u2009",
    *HEDGES,
    *["个百分点", "两个维护", "一个", "十几", "好几", "数十", "人次", "万元", "亿元", "千米", "上半年", "人民"],
)


@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
        st.lists(canonical_texts, max_size=3).map("，".join),
    )
)
def test_no_place_is_left_out_at_which_a_figure_may_begin(text):
    found = scan(text)
    with patch.object(SCANNING, "START", lambda: EVERY_START):
        assert scan(text) == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("惠及居民3万2000户", ["3.2万户"]),
        ("走访居民3百20户", ["320户"]),
        ("改造面积1万2000平方米", ["1.2万平方米"]),
        ("修路1千200米", ["1200米"]),
        ("覆盖3万2000～4万户", ["3.2万户～4万户"]),
        ("投资3万2022年完成", []),
        ("走访3百户20次", ["300户", "20次"]),
    ],
)
def test_ones_behind_a_step_belong_to_the_number(text, read):
    assert [str(hit.figure) for hit in scan(text)] == read


@pytest.mark.parametrize("text", ["共2万3户", "覆盖3万20户", "拨付1亿200元", "走访3万余2000户", "3万2000.5户"])
def test_no_number_is_cut_out_of_one_that_can_mean_two(text):
    assert list(scan(text)) == []
