"""Ranks, ratios, fractions in words and doublings: in running text, with the ones before, and loaded late."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest

from renmin_docs.errors import FigureError
from renmin_docs.figures import doubling, fraction, from_data, parse, rank, ratio, scan, to_data
from tests.timing import LINEAR, growth

FOUND = """
    综合考核居全区第3位。 第3位
    获全市第一名 第一名
    进入前10名 前10名
    跻身全区前三位 前三位
    跻身全市前三甲 前三甲
    进入全国前100强 前100强
    居全区第3，增速居第1。 第3 第1
    排名由第8升至第4 第8 第4
    由第8位上升到第4位 第8位 第4位
    位次由第5降到第7 第5 第7
    列全国百强第8 第8
    总量第3位、增速第1位 第3位 第1位
    全市第3、全省第12 第3 第12
    连续三年居第2位 三年 第2位
    分别居全区第3、第5位 第3 第5位
    位列全市前10。 前10
    排名前三的社区 前三
    评比前5名 前5名
    位居全省第一 第一
    获第3名好成绩 第3名
    考核位列倒数第二 倒数第二
    排第12位 第12位
    增速全市第1 第1
    前3位分别是 前3位
    男女比1.86:1 1.86:1
    配比1∶2.5 1∶2.5
    产业结构由6.5:47.2:46.3调整为6.0:46.9:47.1 6.5:47.2:46.3 6.0:46.9:47.1
    师生比1︰15 1︰15
    按1：3配备 1：3
    比例为10:30 10:30
    按1:10的比例配备 1:10
    师生比达到1:15 1:15
    占比达百分之九十以上 百分之九十以上
    按照1:12调整 1:12
    比例约3比1 约3比1
    占三分之一 三分之一
    三分之二以上业主 三分之二以上
    附近三分之一的商户 三分之一
    完成百分之八十五 百分之八十五
    约占百分之四十点六 百分之四十点六
    控制在万分之三以内 万分之三以内
    党员过半 过半
    半数以上代表 半数以上
    近一半商铺 近一半
    经2/3以上业主同意 2/3以上
    占全部商铺的1/3。 1/3
    约1/4的楼栋 约1/4
    完成1/3 1/3
    前1/3的社区 1/3
    居第3、4、5名 第3 4 5名
    获全市第二、三名 第二 三名
    分别位居第一和第二 第一 第二
    列全省第一百零五名 第一百零五名
    第1名至第3名 第1名 第3名
    一半多的商户 一半多
    翻了一番还多 翻了一番还多
    近百分之八十余 近百分之八十余
    挺进前十 前十
    五年翻一番 一番
    翻了近两番 近两番
    翻了一番多 翻了一番多
    产值翻番 翻番
    成倍增长 成倍
"""

NOT_FOUND = """
    第3条 第一书记 第一时间 第二季度 第十四届 第3网格 走访第3、第4网格 进入第3、第4网格 进入第一方阵 全国第一批 第五代
    全国第三次国土调查 放在第一位 把安全摆在第一位 第一位居民 第10名志愿者 坚持居民第一 前三季度 第一大产业
    前十大 列第一等次 第3名单位 第一名称 第3期 上午10:30开会 8:30—17:30 2022-05-01 2022:01 127.0.0.1:8080 比去年增长
    质量第一、效益第一 是第一位的 把民生排在第一位 例会10:30召开 比赛8:30开始 比8:30提前 按时8:30到岗
    12/20前完成 24/7值守 5/1劳动节
    2022比2021增长 决赛3比1 四分之一决赛 双过半 年过半百 近半年 完成倍增计划 一番心血 另一半 前进村 附件1：图纸
""".split()  # noqa: SIM905 - a list of terms reads better as text


@pytest.mark.parametrize("line", [line.split() for line in FOUND.strip().splitlines()])
def test_rare_kinds_are_found_by_the_words_around_them(line):
    text, *written = line
    assert [text[hit.start : hit.end] for hit in scan(text)] == written


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_rare_kind_is_none(text):
    assert [hit.figure for hit in scan(text) if hit.figure.kind != "figure"] == []


def test_a_list_of_ranks_says_once_that_they_are():
    assert [hit.figure for hit in scan("获全市第二、三名")] == [parse("第二"), parse("第三名")]


def test_a_top_is_a_rank_and_a_number_behind_another_word_is_not():
    assert [hit.figure.kind for hit in scan("评比前10名，目前10名社工到岗")] == ["rank", "figure"]


def test_a_rank_with_the_one_before_tells_the_move():
    up, down, level = (from_data({"value": "第3位", "previous": before}) for before in ("第5位", 2, "第3位"))
    assert [format(each, "升降") for each in (up, down, level)] == ["上升2位", "下降1位", "位次不变"]
    assert [format(each, "升至") for each in (up, down, level)] == ["由第5位升至第3位", "由第2位降至第3位", "保持第3位"]
    assert format(rank(3, form="倒数第", previous=1), "升降") == "上升2位"
    assert to_data(up) == {"value": "第3位", "previous": "第5位"}
    assert parse("第3位").styles == ("中文",)
    assert from_data({"value": "第3位", "unit": "位", "previous": 5}) == up


@pytest.mark.parametrize(
    "data",
    [
        {"value": "第3位", "previous": "第5名"},
        {"value": "第3位", "previous": "前5位"},
        {"value": "第3位", "previous": "5家"},
        {"value": "第3位", "unit": "名"},
        {"value": "第3位", "hedge": "近"},
        {"value": "第3位", "previous": "0"},
        {"value": "1.86:1", "previous": "1.93:1"},
    ],
)
def test_a_rank_takes_only_a_rank_of_its_kind_beside_it(data):
    with pytest.raises(FigureError):
        from_data(data)


def test_a_fraction_is_exact_and_its_decimal_is_where_it_ends():
    assert parse("三分之一").exact + parse("三分之二").exact == 1
    assert parse("百分之四十点六").value == Decimal("0.406")
    assert (parse("百分之四十点六").exact, parse("三分之一").plain, parse("万分之三").plain) == (
        Fraction(203, 500),
        "1/3",
        "0.0003",
    )


def test_a_fraction_of_a_hundred_is_a_rate_too():
    assert parse("约百分之四十点六").rate == parse("约40.6%")
    assert parse("千分之五").rate == parse("5‰")
    assert parse("三分之一").rate is None


def test_a_ratio_has_its_terms_at_their_places():
    figure = ratio(6, "46.94", "47.1", places=1)
    assert (str(figure), figure.terms, figure.total) == ("6.0:46.9:47.1", (6, Decimal("46.9"), Decimal("47.1")), 100)
    assert ratio(1, 2) != ratio(1, 2, sign="∶")
    assert ratio(1, 2).value == ratio(1, 2, sign="∶").value


def test_doublings_are_powers_of_two():
    assert [doubling(number).factor for number in (1, 2, 3)] == [2, 4, 8]


@pytest.mark.parametrize(
    "text", ["约三分之一左右", "近1:2左右", "翻了近一番多", "约过半", "第三分之一", "前3个月", "百分之三五", "一分之二"]
)
def test_what_is_written_wrong_is_refused(text):
    with pytest.raises(FigureError):
        parse(text)


def test_hedges_before_and_behind_one_fraction_are_a_fault_of_the_text():
    (hit,) = scan("占约三分之一左右")
    assert hit.fault is not None
    assert hit.fault.findings[0].rule == "hedges_stacked"


def test_other_figures_do_not_load_the_rare_kinds():
    code = (
        "import sys; from renmin_docs.figures import parse, scan; parse('300余次'); scan('新增3家，同比增长10.67%')\n"
        "print([name for name in sys.modules if name.endswith(('kinds.rank', 'kinds.ratio', 'kinds.fraction'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "piece",
    ["居全区第3位，", "第", "前", "1:", "1:2，", "三分之", "一半", "翻番", "居" * 9, "第一、", "1" * 9, "十", "约"],
)
def test_looking_for_rare_kinds_takes_time_in_proportion(piece):
    assert growth(lambda size: scan(piece * size), 500) < LINEAR


def test_constructors_and_texts_agree():
    assert fraction(2, 3, hedge="以上") == parse("三分之二以上")
    assert rank(10, "名", form="前") == parse("前10名")
    assert ratio("1.86", 1) == parse("1.86:1")
    assert doubling(2, hedge="近", done=True) == parse("翻了近两番")


def test_a_move_prints_as_written_and_is_a_rank_with_the_one_before():
    move = parse("由第8升至第4位")
    assert (str(move), move.kind, move.value) == ("由第8升至第4位", "rank", (8, 4))
    assert move.rank == rank(4, previous=8)
    assert (format(move, "升降"), to_data(move)) == ("上升4位", "由第8升至第4位")
    assert str(parse("从倒数第二提升到倒数第五名")) == "从倒数第二提升到倒数第五名"


@pytest.mark.parametrize("text", ["由第8升至前4", "由8升至4", "由第8至第4", "第8升至第4", "由前8名升至前4名"])
def test_what_is_no_move_between_two_places_is_refused(text):
    with pytest.raises(FigureError):
        parse(text)


@pytest.mark.parametrize("text", ["3/1", "1/1", "0/3", "01/3", "1/0", "1/1000"])
def test_a_stroke_between_other_numbers_makes_no_fraction(text):
    with pytest.raises(FigureError):
        parse(text)


def test_a_range_of_fractions_is_not_cut():
    assert scan("控制在百分之三十至四十之间") == []
    assert [str(hit.figure) for hit in scan("由三分之一提高到二分之一")] == ["三分之一", "二分之一"]


def test_a_fraction_that_rates_can_not_write_is_no_rate():
    assert [parse(text).rate for text in ("约百分之零", "三分之一")] == [None, None]
    assert str(parse("百分之四十点六多").rate) == "40.6%"
