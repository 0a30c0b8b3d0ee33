"""Hypothesis strategies: canonical texts of every shape, and figures of every kind."""

import re
from decimal import Decimal

from hypothesis import strategies as st

from renmin_docs.figures import (
    Estimate,
    Figure,
    Quantity,
    Unknown,
    breakdown,
    change,
    count,
    doubling,
    fraction,
    money,
    parse,
    percentage_points,
    rank,
    rate,
    ratio,
    share,
    span,
    times,
)
from renmin_docs.figures.chinese import chinese
from renmin_docs.figures.measures import MEASURES
from renmin_docs.figures.tables import HEDGES
from renmin_docs.numerals import to_chinese

PLAIN_UNITS = (
    "",
    "人次",
    "家",
    "平方米",
    "公里",
    "㎡",
    "亩",
    "吨",
    "户",
    "票",
    "场次",
    "元",
    "美元",
    "千瓦时",
    "元/人",
    "至尊卡",
)
BEFORE, BETWEEN, AFTER = (
    tuple(word for word, row in HEDGES.items() if row.side == side and not row.round_only)
    for side in ("before", "between", "after")
)

units = st.sampled_from(PLAIN_UNITS)
counted = st.sampled_from(sorted(MEASURES - {"成", "个百分点"}))
measures = st.sampled_from(sorted(MEASURES))
scales = st.sampled_from(("", "万", "亿", "万亿"))
whole = st.integers(1, 10**9)


@st.composite
def written_numbers(draw, *, most_places=4):
    """A number as it is written: 12, 0.46, 9.750."""
    places = draw(st.integers(0, most_places))
    return str(draw(whole)) + ("." + f"{draw(st.integers(0, 10**places - 1)):0{places}d}" if places else "")


@st.composite
def quantity_texts(draw):
    """A number with scale, unit and at most one hedge."""
    number, scale, unit = draw(written_numbers()), draw(scales), draw(units)
    side = draw(st.sampled_from(("", "before", "inner", "outer", "after")))
    if side in ("inner", "outer"):
        number = number.partition(".")[0]
    middle = draw(st.sampled_from(BETWEEN)) if side in ("inner", "outer") else ""
    counted = number + (middle + scale if side == "inner" else scale + middle) + unit
    return (
        (draw(st.sampled_from(BEFORE)) if side == "before" else "")
        + counted
        + (draw(st.sampled_from(AFTER)) if side == "after" else "")
    )


@st.composite
def rate_texts(draw):
    """A rate, percentage points or 倍, signed where it can be."""
    unit = draw(st.sampled_from(("%", "‰", "个百分点", "成", "倍", "番")))
    sign = draw(st.sampled_from(("", "-"))) if unit not in ("倍", "番") else ""
    return draw(st.sampled_from(("", *BEFORE))) + sign + draw(written_numbers()) + unit


@st.composite
def chinese_texts(draw):
    """A count in Chinese numerals, or one with 余 behind it."""
    number = draw(st.one_of(st.integers(0, 120), st.integers(1, 10**6)))
    hedge = draw(st.sampled_from(("", "余", "多", "近", "左右"))) if number else ""
    numeral, unit = chinese(number, bare=bool(hedge)), draw(measures)
    if draw(st.booleans()):
        numeral = re.sub("(?<![十百千])二(?=[百千万])|二(?=[百千])", "两", numeral)
    if hedge in BEFORE:
        return hedge + numeral + unit
    return numeral + hedge + unit if hedge in BETWEEN else numeral + unit + hedge


@st.composite
def inner_texts(draw):
    """十余万元: Chinese numerals with 余 before the scale."""
    numeral = chinese(draw(st.integers(3, 9999)), bare=True)
    return numeral + "余" + draw(st.sampled_from(("万", "亿"))) + draw(counted)


@st.composite
def estimate_texts(draw):
    """两三个, 七八十种, 十七八岁."""
    first = draw(st.integers(1, 8))
    pair = to_chinese(first) + to_chinese(first + 1)
    tens = draw(st.sampled_from(("", "十", "二十", "九十")))
    tail = "" if tens else draw(st.sampled_from(("", "十", "百", "千")))
    pair = pair if tens else pair.replace("二", "两")
    return tens + pair + tail + draw(st.sampled_from(("", "万", "亿"))) + draw(counted)


behind_texts = st.builds(
    "{}{}".format,
    st.one_of(st.integers(1, 9999).map(str), st.integers(1, 99).map(chinese)),
    st.sampled_from(("倍多", "年多", "个多月", "个多小时", "天余", "周岁及以上", "户及以下", "里多")),
)
"""2倍多, 三个多月, 18户及以下: 多 behind the unit, and a hedge in another form."""

round_texts = st.builds(
    "{}{}{}".format,
    st.sampled_from(("上", "过", "破", "近", "超", "约")),
    st.sampled_from(("百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿")),
    st.sampled_from(("元", "人次", "条")),
)
"""上百条, 过亿元: a hedge before a round number."""


@st.composite
def unknown_texts(draw):
    """X家, **亿元, 几十次, 数万元."""
    if draw(st.booleans()):
        return draw(st.sampled_from(("X", "××", "**", "X.X", "20XX"))) + draw(scales) + draw(units)
    return (
        draw(st.sampled_from(("几", "几十", "数十", "数百", "十几", "若干")))
        + draw(st.sampled_from(("", "万")))
        + draw(counted)
    )


rank_texts = st.one_of(
    st.builds("第{}{}".format, st.integers(1, 999).map(to_chinese), st.one_of(st.just(""), measures)),
    st.builds("第{}{}".format, st.integers(1, 999), st.sampled_from(("", "名", "位", "季度"))),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(("前", "倒数第")),
        st.one_of(st.integers(1, 999), st.integers(1, 999).map(to_chinese)),
        st.sampled_from(("", "名", "位")),
    ),
)
_OUTER = (("before", BEFORE), ("after", AFTER))


@st.composite
def outer_hedges(draw):
    """A hedge before, one behind, or none."""
    side = draw(st.sampled_from(("", "before", "after")))
    return [draw(st.sampled_from(words)) if side == name else "" for name, words in _OUTER]


move_texts = st.builds(
    "{}{}{}{}".format,
    st.sampled_from("由从"),
    st.builds("第{}{}".format, st.integers(1, 99), st.sampled_from(("", "名", "位"))),
    st.sampled_from(("升至", "上升到", "下降到", "变为")),
    st.builds("第{}{}".format, st.integers(1, 99).map(to_chinese), st.sampled_from(("", "名", "位"))),
)


@st.composite
def ratio_texts(draw):
    """1.86:1, 约6.0∶46.9∶47.1."""
    (before, after), sign = draw(outer_hedges()), draw(st.sampled_from(":∶︰：比"))
    return before + sign.join(draw(st.lists(written_numbers(), min_size=2, max_size=4))) + after


@st.composite
def fraction_texts(draw):
    """三分之一, 百分之四十点六, 过半."""
    before, after = draw(outer_hedges())
    if draw(st.booleans()):
        return before + draw(st.sampled_from(("一半", "半数", *(("半",) if before else ())))) + after
    whole = draw(
        st.sampled_from(
            ["二", "三", "四", "五", "十", "十二", "百", "千", "万", "十万", "百万", "一百二十", "一千五百"]
        )
    )
    places = draw(st.text("零一二三四五六七八九", max_size=3))
    part = to_chinese(draw(st.integers(1, 99)))
    return f"{before}{whole}分之{part}{'点' if places else ''}{places}{after}"


@st.composite
def doubling_texts(draw):
    """翻一番, 翻了近两番, 翻番."""
    before, after = draw(outer_hedges())
    number = draw(st.one_of(st.just(""), st.integers(1, 9).map(chinese), st.integers(1, 9), st.just("2.5")))
    return f"翻{draw(st.sampled_from(('', '了')))}{before}{number}番{after}"


@st.composite
def span_texts(draw):
    """A range of any unit, both ends ordered."""
    low, high = sorted(draw(st.tuples(st.integers(1, 9998), st.integers(1, 9999))))
    unit = draw(st.sampled_from(("%", "‰", "万元", "亿元", "万", "人", "个百分点", "千米", "至尊卡", "万至尊卡", "")))
    first_unit = unit if unit[:1] in ("%", "‰", "万", "亿") else ""
    return f"{low}{first_unit}～{high}{unit}"


@st.composite
def calendar_texts(draw):
    """2021—2025年, 1—10月."""
    unit, first, last = draw(st.sampled_from((("年", 1000, 9999), ("月", 1, 12), ("日", 1, 31), ("时", 0, 24))))
    low, high = sorted((draw(st.integers(first, last)), draw(st.integers(first, last))))
    return f"{low}—{high}{unit}"


canonical_texts = st.one_of(
    quantity_texts(),
    rate_texts(),
    chinese_texts(),
    inner_texts(),
    estimate_texts(),
    behind_texts,
    round_texts,
    unknown_texts(),
    rank_texts,
    move_texts,
    ratio_texts(),
    fraction_texts(),
    doubling_texts(),
    st.sampled_from(("过半", "过半数", "成倍", "2/3以上", "约1/3")),
    span_texts(),
    calendar_texts(),
)

raw_values = st.decimals(min_value=0, max_value=10**13, allow_nan=False, allow_infinity=False, places=3)
signed_values = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=5)
some_places = st.one_of(st.none(), st.integers(0, 6))
some_scale = st.one_of(st.none(), scales)


@st.composite
def hedged_figures(draw):
    """A raw value with a step, and a hedge that is true of it."""
    make = draw(st.sampled_from((count, money)))
    step = draw(st.sampled_from((10, 100, 1000, 10_000, 500_000, 10**8)))
    value = draw(st.integers(1, 10**10))
    named = draw(st.sampled_from(("约", "至少", "左右", "auto")))
    if named == "至少" and value < step:
        named = "auto"
    if named in ("约", "左右") and value * 2 < step:
        named = "auto"
    return make(value, hedge=named, step=step, **({"unit": "人"} if make is count else {}))


@st.composite
def sorted_spans(draw):
    """A range between two raw amounts."""
    low, high = sorted(draw(st.tuples(raw_values, raw_values)))
    return draw(
        st.sampled_from(
            (
                lambda: span(money(low), money(high)),
                lambda: span(count(low, "吨"), count(high, "吨")),
                lambda: span(rate(low), rate(high)),
                lambda: span(count(low, scale="万"), count(high, scale="亿")),
            )
        )
    )()


@st.composite
def estimates(draw):
    """An estimate from its two numbers."""
    low = draw(st.integers(1, 8))
    power = 10 ** draw(st.integers(0, 3))
    scale, worth = draw(st.sampled_from((("", 1), ("万", 10**4), ("亿", 10**8))))
    return Estimate(
        low=low * power * worth, high=(low + 1) * power * worth, unit=draw(st.sampled_from(("个", "种"))), scale=scale
    )


previous_values = st.decimals(min_value=Decimal("0.001"), max_value=10**12, places=3)

figures: st.SearchStrategy[Figure] = st.one_of(
    canonical_texts.map(parse),
    st.builds(count, raw_values, units, scale=some_scale, places=some_places),
    st.builds(count, signed_values, st.just("吨"), places=some_places),
    st.builds(money, raw_values, places=some_places),
    st.builds(money, raw_values, previous=st.one_of(st.none(), previous_values)),
    st.builds(rate, signed_values, st.sampled_from(("%", "‰", "成")), places=some_places),
    st.builds(percentage_points, signed_values, places=some_places),
    st.builds(times, raw_values, places=some_places),
    st.builds(change, st.builds(money, raw_values), st.builds(money, previous_values), places=some_places),
    st.builds(change, st.builds(rate, signed_values), st.builds(rate, signed_values), places=some_places),
    st.builds(share, st.builds(count, raw_values), st.builds(count, previous_values), places=some_places),
    hedged_figures(),
    sorted_spans(),
    estimates(),
    st.builds(
        rank,
        st.integers(1, 10**6),
        st.sampled_from(("", "名")),
        form=st.sampled_from(("第", "前", "倒数第")),
        chinese=st.booleans(),
        previous=st.one_of(st.none(), st.integers(1, 99)),
    ),
    st.builds(ratio, raw_values, raw_values, places=some_places),
    st.builds(fraction, st.decimals(min_value=0, max_value=10**6, places=2), st.integers(2, 10**6)),
    st.builds(doubling, st.integers(1, 9), done=st.booleans(), hedge=st.sampled_from(("", "近", "多"))),
    st.builds(
        breakdown,
        st.builds(money, raw_values),
        st.dictionaries(st.sampled_from("甲乙丙丁"), st.builds(money, raw_values), min_size=1),
    ),
    st.builds(
        Unknown,
        mask=st.sampled_from(("X", "几十", "**")),
        unit=st.just("家"),
        scale=scales,
        hedge=st.sampled_from(("", "近")),
    ),
    st.builds(
        Quantity, value=raw_values, unit=units, places=some_places, previous=st.one_of(st.none(), previous_values)
    ),
)
