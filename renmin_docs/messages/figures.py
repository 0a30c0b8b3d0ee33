"""Messages about figures: how they are written, hedged, compared and added up; and about Chinese numerals."""

from __future__ import annotations

from renmin_docs.messages.composing import USE, WRITE_LIKE, WRITE_THIS, Rule, warning

FIGURES: dict[str, Rule] = {
    "figure_unreadable": Rule("{found} is not a figure that is understood", "看不懂数据“{found}”", *WRITE_LIKE),
    "number_unreadable": Rule("{found} is not a number", "“{found}”不是数值", *WRITE_LIKE),
    "not_one_number": Rule(
        "{found} is not one number with a unit",
        "“{found}”不是带单位的单个数值",
        "give one like {expected}",
        "请写成：{expected}",
    ),
    "unit_unreadable": Rule(
        "{found} can't stand as a unit here", "“{found}”不能作单位", "write one like {expected}", "单位例如：{expected}"
    ),
    "units_differ": Rule(
        "{found} is not in the unit that is named beside it",
        "“{found}”与另写的单位不一致",
        "that unit is {expected}",
        "另写的单位是：{expected}",
    ),
    "scale_unknown": Rule("{found} is not a scale", "没有“{found}”这种数量级", *USE),
    "scale_of_rate": Rule(
        "a rate takes no scale ({found})", "比率不加数量级（{found}）", "write it in {expected}", "请只用 {expected}"
    ),
    "hedge_unknown": Rule("{found} is not a hedge that is known", "不认识概数词“{found}”", *USE),
    "hedge_untrue": Rule(
        "the hedge of {found} is not true of its value",
        "“{found}”中的概数词与实际数值不符",
        "write {expected}, or give a `step` to round to",
        "请写 {expected}，或给出取整的单位 `step`",
        clause="GB/T 15835",
    ),
    "hedge_round_only": Rule(
        "the hedge of {found} stands only before 十, 百, 千, 万 and 亿",
        "“{found}”中的概数词只能用在十、百、千、万、亿前",
        *WRITE_LIKE,
    ),
    "hedges_stacked": Rule(
        "{found} hedges a number that is hedged already",
        "“{found}”重复使用概数词",
        "keep one: {expected}",
        "请保留其一：{expected}",
        clause="GB/T 15835",
    ),
    "hedge_on_decimal": Rule(
        "余 and 多 stand behind whole numbers, not in {found}",
        "“余”“多”只能跟在整数后，不能写“{found}”",
        "write {expected}, or another hedge",
        "请写 {expected}，或换用其他概数词",
        clause="GB/T 15835",
    ),
    "estimate_form": Rule(
        "{found} is not how an estimate in two numbers is written",
        "相邻两数的概数不能写作“{found}”",
        *WRITE_LIKE,
        clause="GB/T 15835",
    ),
    "digits_parted": Rule(
        "the digits of {found} are parted otherwise than in groups of three",
        "“{found}”的数字中间断开，又不是三位一节",
        "if it is one number, write {expected}",
        "如是一个数，请写成：{expected}",
        clause="GB/T 15835",
    ),
    "places_range": Rule(
        "{found} decimal places can't be printed", "不能保留 {found} 位小数", "name {expected}", "请写 {expected}"
    ),
    "step_not_positive": Rule(
        "a step of {found} rounds to nothing", "取整单位不能是 {found}", "name one like {expected}", "例如 {expected}"
    ),
    "step_missing": Rule(
        "hedge={found} needs a `step` to round to",
        "hedge={found} 需要取整单位 `step`",
        "add one, say step={expected}",
        "例如 step={expected}",
    ),
    "numeral_form": Rule("{found} is not how the number is written", "“{found}”的数字写法不规范", *WRITE_THIS),
    "numerals_whole": Rule(
        "{found} can't be written in Chinese numerals",
        "“{found}”不能写成汉字数字",
        "only whole numbers can, from {expected}",
        "只有整数才能这样写，从 {expected} 起",
    ),
    "ordinal_range": Rule(
        "{found} is no place in an order",
        "{found} 不能作序数",
        "count in whole numbers from {expected}",
        "序数是从 {expected} 起的整数",
    ),
    "ratio_terms": Rule(
        "{found} is no ratio of two to eight numbers, none of them negative",
        "“{found}”不是两个至八个非负数之比",
        *WRITE_LIKE,
    ),
    "fraction_form": Rule(
        "{found} is no fraction that can be said in Chinese numerals", "“{found}”不能写成汉字分数", *WRITE_LIKE
    ),
    "doubling_form": Rule("{found} is no number of doublings", "“{found}”不能表示翻几番", *WRITE_LIKE),
    "times_negative": Rule(
        "{found}: nothing falls by 倍",
        "“{found}”：下降不能用倍数",
        "tell a fall as a rate, like {expected}",
        "下降请用百分比，例如 {expected}",
        clause="GB/T 15835",
    ),
    "stated_only": Rule(
        "{found} belongs to a figure whose scale and places are stated", "只有写明数量级和小数位的数据才能设 {found}"
    ),
    "span_units": Rule(
        "the ends of {found} have different units",
        "“{found}”两端的单位不同",
        "write both in {expected}",
        "请都用“{expected}”",
    ),
    "span_order": Rule("the range {found} runs backwards", "“{found}”前大后小", *WRITE_THIS),
    "span_hedged": Rule(
        "the range {found} is hedged", "“{found}”是范围，不再加概数词", *WRITE_THIS, clause="GB/T 15835"
    ),
    "previous_not_positive": Rule(
        "there is no rate against {found}: it is not above 0",
        "上期数为 {found}，不大于 0，不能计算增长率",
        "give both values without a rate",
        "请只列出两个数值",
    ),
    "change_units": Rule(
        "{found} have different units", "{found}的单位不同", "give both in {expected}", "请都用“{expected}”"
    ),
    "rate_unit": Rule(
        "the rate {found} is in another unit than its two values give",
        "“{found}”的单位与两个数值算出的不同",
        "write it in {expected}",
        "请用 {expected}",
    ),
    "rate_below_one": warning(
        "the number {found} under % means less than one per cent",
        "数值 {found} 的单位是 %，不到百分之一",
        "write which of the two is meant, with its sign: {expected}",
        "请连同百分号写明是哪一个：{expected}",
    ),
    "rate_disagrees": Rule(
        "the rate {found} is not what its two values give",
        "增长率或占比 {found} 与两个数值不符",
        "they give {expected}",
        "按数值计算为 {expected}",
    ),
    "shares_over": Rule(
        "the share is {found}", "占比为 {found}", "a share is at most {expected}", "占比不超过 {expected}"
    ),
    "parts_missing": Rule(
        "the breakdown of {found} has no parts, or one without a name",
        "“{found}”没有列出各部分，或有的部分没有名称",
        "write them like {expected}",
        "请写成：{expected}",
    ),
    "part_unit": Rule(
        "the part {found} is not in the unit of its total",
        "“{found}”与总数的单位不同",
        "the total is {expected}",
        "总数是 {expected}",
    ),
    "parts_disagree": Rule(
        "the parts add up to {found}",
        "各部分之和为 {found}",
        "the total says {expected}",
        "总数却是 {expected}",
        clause="GB/T 15835",
    ),
    "numeral_range": Rule(
        "{found} has no Chinese numeral here", "{found} 写不成汉字数字", "give {expected}", "请给出{expected}"
    ),
    "numeral_unreadable": Rule("{found} is not a Chinese numeral", "“{found}”不是汉字数字", *WRITE_LIKE),
}
