"""Names that figures get from the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import Chapter, Point
from renmin_docs.report.figure_names import Names, name_before
from renmin_docs.report.name_words import BEGINNINGS, CHANGES, VERBS
from renmin_docs.report.typed_figures import typed_figures
from tests.figures.corpus import corpus
from tests.samples import report
from tests.timing import LINEAR, growth


def names(*paragraphs, **parts) -> list[str]:
    sample = report(**{"achievements": Chapter(body=list(paragraphs)), **parts})
    return [*typed_figures(sample).figures]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("成立了平安守护志愿者大队共89人。", "成立平安守护志愿者大队"),
        ("帮助辖区中小微企业申报金融需求1.22亿元。", "申报金融需求"),
        ("通过不定期召开恳谈会等形式收集意见建议近20条。", "收集意见建议"),
        ("辖区安装了32个摄像头，实现全覆盖。", "辖区安装摄像头"),
        ("限上服务业完成营业额9.75亿元。", "限上服务业营业额"),
        ("开展志愿服务312场次。", "开展志愿服务"),
        ("查处违法建设32处。", "查处违法建设"),
        ("下达整改通知书27份。", "下达整改通知书"),
        ("共排查隐患1286处。", "排查隐患"),
        ("对照年初确定的8件民生实事，逐项推进。", "民生实事"),
        ("各村共有家庭医生签约1.9万人。", "家庭医生签约"),
        ("亩均税收18.5万元。", "亩均税收"),
        ("每栋楼设1名楼栋长。", "设楼栋长"),
        ("均100%化解。", "化解率"),
        ("财政总收入同比增长10.67%。", "财政总收入增幅"),
        ("工业用电量下降3.4%。", "工业用电量降幅"),
        ("比重较上年提高0.8个百分点。", "比重增幅"),
        ("特困人员供养标准提高到每人1380元。", "特困人员供养标准"),
        ("5年来，建成中小学校12所。", "建成中小学校"),
        ("三季度末存量房2.1万套。", "存量房"),
        ("居民占21.4%。", "居民占比"),
        ("下辖12个社区。", "社区"),
        ("每10万人口拥有图书馆12个。", "拥有图书馆"),
        ("降幅比上半年收窄2.8个百分点。", "降幅"),
        ("建设5G基站46座。", "基站"),
        ("综合考评在全区14个镇街中位居第二。", "镇街"),
        ("签约3个5亿元以上项目。", "签约项目"),
        ("旅游收入是疫情前的1.2倍。", "旅游收入"),
        ("320名街巷长累计走村入户。", "街巷长"),
        ("村级集体经济收入全部突破30万元。", "村级集体经济收入"),
        ("和平街道辖9个社区。", "和平街道社区"),
        ("惠及640户居民。", "惠及居民"),
        ("参与320名志愿者。", "参与志愿者"),
        ("收到12封来信。", "收到来信"),
        ("在建项目8个。", "在建项目"),
        ("推动10个亿元以上重点项目落地。", "推动重点项目落地"),
    ],
)
def test_a_name_is_a_noun_with_its_verb_and_no_part_of_a_word(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "开展28次。",
        "每季度至少3次。",
        "60岁以上老人全部建档。",
        "引进5000万元以上项目。",
        "平均2.6人。",
        "历时15分钟车程。",
        "旅游收入、接待人次分别增长18.2%和21.5%。",
        "7家。",
    ],
)
def test_what_words_do_not_name_stays_a_number(text):
    assert names(text) in ([], ["历时"])


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["营业额9.75亿元。", "2021年营业额8.81亿元。"], ["营业额", "营业额_2021年"]),
        (["营业额9.75亿元。", "上半年营业额4.1亿元。"], ["营业额", "营业额_上半年"]),
        (["1—6月营业额4.1亿元。", "1—9月营业额7.3亿元。"], ["营业额", "营业额_1至9月"]),
        (["惠及居民640户。", "累计惠及居民1100户。"], ["惠及居民", "惠及居民_累计"]),
        (["企业120家，其中企业32家。"], ["企业", "企业_其中"]),
        (["5000万以下投资项目10个，5000万以上投资项目8个。"], ["投资项目", "投资项目_5000万以上"]),
        (["营业额9.75亿元，去年同期为8.81亿元，同比增长10.67%。"], ["营业额", "营业额_去年同期", "营业额增幅"]),
        (["发放慰问金15.6万元，户均500元。"], ["发放慰问金", "发放慰问金_户均"]),
        (["老人9800人，占比20.2%。"], ["老人", "老人占比"]),
        (["受理工单60件，满意率98.2%。受理诉求77件，满意率97.3%。"],
         ["受理工单", "满意率", "受理诉求", "满意率_受理诉求"]),
        (["新增4个亿元企业和6个亿元楼宇。"], ["新增企业", "楼宇"]),
        (["走访居民860户。", "走访居民900户。"], ["走访居民", "走访居民_2"]),
    ],
)  # fmt: skip
def test_figures_of_one_noun_are_distinguished_by_what_differs(paragraphs, expected):
    assert names(*paragraphs) == expected


def test_figures_of_the_plans_are_called_so_and_equal_ones_are_no_figure_of_the_year():
    plans = Chapter(body=["走访居民900户，修路860米。"])
    made = names("走访居民860户，修路860米。", plans=plans)
    assert made == ["走访居民", "修路", "走访居民_打算", "修路_打算"]


def test_figures_of_another_point_are_distinguished_by_its_heading():
    body = [Point(heading="信访维稳", body="满意率98%。"), Point(heading="便民服务，再上台阶", body="满意率96%。")]
    assert names(achievements=Chapter(body=body)) == ["满意率", "满意率_便民服务"]


def test_a_name_is_a_number_only_where_nothing_else_differs():
    taken = Names(["营业额", "营业额_2021年"])
    assert taken.unique("营业额", ("2021年",)) == "营业额_2"
    assert taken.unique("税收", ("2021年",)) == "税收"


def test_the_texts_of_the_corpus_get_names_that_are_identifiers_and_end_in_no_verb_of_change():
    made = names(*(line.text for line in corpus()))
    assert len(made) > 250
    assert all(name.isidentifier() and len(name) > 1 for name in made)
    assert not [name for name in made if name.endswith(tuple(each for each in CHANGES if len(each) > 1))]
    assert sum(name.rpartition("_")[2].isdigit() for name in made) <= len(made) // 50


WORDS = st.lists(
    st.sampled_from([*VERBS[:12], *CHANGES[:4], *"的占，。共A", "居民", "营业额", "同比", "全年", "每人"]), max_size=12
).map("".join)


@given(WORDS, WORDS)
def test_any_words_give_an_identifier_or_nothing(before, behind):
    name = name_before(f"{before}5家{behind}", len(before), len(before) + 2)
    assert name == "" or (name.isidentifier() and len(name) <= 24)


@pytest.mark.parametrize("unit", ["居民", "新增", "全年", "的", "A", "占", "同比增长", BEGINNINGS[0]])
def test_a_long_text_takes_time_in_proportion(unit):
    text = f"{unit * 12}5家，"
    assert growth(lambda size: [name_before(text * size, at, at + 2) for at in range(0, 40 * size, 40)], 100) < LINEAR
