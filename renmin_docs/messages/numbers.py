"""Messages about numbers (N) in a text that is proofread."""

from __future__ import annotations

from functools import partial

from renmin_docs.messages.composing import WRITE, Rule, notice, warning

_NUMBERS = "GB/T 15835-2011"
_UNITS = "GB 3100-1993"

_required = partial(Rule, strength="R", standard=_NUMBERS)
_usual = partial(Rule, severity="notice", strength="G", standard=_NUMBERS)

NUMBERS: dict[str, Rule] = {
    "N1": _required("the year is shortened: {found}", "年份简写：{found}", *WRITE),
    "N2": _required(
        "the first end of a range lacks its percent sign: {found}", "范围的前一个数缺百分号：{found}", *WRITE
    ),
    "N3": _required(
        "the first end of a range lacks its 万 or 亿: {found}", "范围的前一个数缺“万”或“亿”：{found}", *WRITE
    ),
    "N4": _required("the zero before the decimal point is missing: {found}", "小数点前缺“0”：{found}", *WRITE),
    "N5": Rule(
        "a month or day is padded with a zero: {found}",
        "月、日前编了虚位：{found}",
        *WRITE,
        clause="7.3.5.4",
        strength="R",
    ),
    "N6": warning(
        "one date mixes digits and Chinese numerals: {found}",
        "同一日期混用阿拉伯数字和汉字：{found}",
        *WRITE,
        strength="G",
        standard=_NUMBERS,
    ),
    "N7": warning("digits or a sign are full-width: {found}", "数字或符号为全角：{found}", *WRITE),
    "N8": warning("a day is written with 号: {found}", "日期写作“号”：{found}", *WRITE),
    "N9": _usual(
        "a year stands in Chinese numerals: {found}",
        "年份用汉字：{found}",
        "digits are usual: {expected}",
        "一般用阿拉伯数字：{expected}",
    ),
    "N10": Rule(
        "a span of dates lacks the long dash: {found}",
        "起止日期未用一字线：{found}",
        *WRITE,
        strength="R",
        standard="GB/T 15834-2011",
    ),
    "N11": _usual("a range of quantities is written with another mark: {found}", "数值范围未用浪纹线：{found}", *WRITE),
    "N12": _required("only 万 and 亿 may stand behind digits: {found}", "阿拉伯数字后只能用“万”“亿”：{found}", *WRITE),
    "N13": warning(
        "neighbouring numbers as an estimate: {found}",
        "相邻两数表示概数：{found}",
        "write Chinese numerals without a mark between: {expected}",
        "用汉字，中间不加顿号：{expected}",
        strength="R",
        standard=_NUMBERS,
    ),
    "N14": _required(
        "an estimate mixes digits with 几 or 数: {found}", "带“几”“数”的概数混用阿拉伯数字：{found}", *WRITE
    ),
    "N15": warning("two hedges at one number: {found}", "一个数上叠用两个概数词：{found}", *WRITE),
    "N16": warning("two words for one bound: {found}", "界限词重复：{found}", *WRITE),
    "N17": warning("余 or 多 behind a number that is not round: {found}", "非整数后不用“余”“多”：{found}", *WRITE),
    "N18": notice("a hedge at a number that is given exactly: {found}", "概数词与精确数并用：{found}", *WRITE),
    "N19": warning(
        "nothing falls by a multiple: {found}",
        "减少、下降不用“倍”：{found}",
        "give a percentage or a fraction",
        "改用百分数或几分之几",
    ),
    "N20": warning(
        "a difference of rates is counted in percentage points: {found}", "比率之差应以百分点计：{found}", *WRITE
    ),
    "N21": notice("a quantity can't grow to a rate: {found}", "数量不能增长到百分之几：{found}", *WRITE),
    "N22": _required("the number is parted by a comma or a blank: {found}", "数中夹有逗号或空格：{found}", *WRITE),
    "N23": notice("one number has two scales: {found}", "一个数用了两级单位：{found}", *WRITE, standard=_NUMBERS),
    "N24": notice("二 stands before a measure word: {found}", "量词前用“二”：{found}", *WRITE),
    "N25": _required("〇 numbers, 零 counts: {found}", "编号用“〇”，计数用“零”：{found}", *WRITE),
    "N26": warning(
        "the unit is not legal, or not spelled so: {found}",
        "非法定计量单位或写法不规范：{found}",
        *WRITE,
        strength="R",
        standard=_UNITS,
    ),
    "N27": warning("a fall with a minus sign: {found}", "下降又带负号：{found}", *WRITE),
    "N28": _usual("two numbers side by side have unequal decimal places: {found}", "并列两数小数位数不同：{found}"),
    "N29": Rule(
        "the document number is written wrong: {found}",
        "发文字号写法有误：{found}",
        *WRITE,
        clause="7.2.5",
        strength="R",
    ),
    "N30": warning(
        "the time of day is given by two ways of counting: {found}", "十二小时制与二十四小时制混用：{found}", *WRITE
    ),
    "N31": notice(
        "a blank stands between digits and Chinese characters: {found}", "数字与汉字之间有空格：{found}", *WRITE
    ),
    "N32": notice(
        "the name of a day lacks its dot or its quotes: {found}",
        "含月日的专名缺间隔号或引号：{found}",
        *WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
}
