"""Messages about numbers (N) in a text that is proofread."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

_NUMBERS = "GB/T 15835-2011"
_UNITS = "GB 3100-1993"
_WRITE = "write {expected}", "应为：{expected}"

NUMBERS: dict[str, Rule] = {
    "N1": Rule("the year is shortened: {found}", "年份简写：{found}", *_WRITE, strength="R", standard=_NUMBERS),
    "N2": Rule(
        "the first end of a range lacks its percent sign: {found}",
        "范围的前一个数缺百分号：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N3": Rule(
        "the first end of a range lacks its 万 or 亿: {found}",
        "范围的前一个数缺“万”或“亿”：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N4": Rule(
        "the zero before the decimal point is missing: {found}",
        "小数点前缺“0”：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N5": Rule(
        "a month or day is padded with a zero: {found}",
        "月、日前编了虚位：{found}",
        *_WRITE,
        clause="7.3.5.4",
        strength="R",
    ),
    "N6": Rule(
        "one date mixes digits and Chinese numerals: {found}",
        "同一日期混用阿拉伯数字和汉字：{found}",
        *_WRITE,
        severity="warning",
        strength="G",
        standard=_NUMBERS,
    ),
    "N7": Rule("digits or a sign are full-width: {found}", "数字或符号为全角：{found}", *_WRITE, severity="warning"),
    "N8": Rule("a day is written with 号: {found}", "日期写作“号”：{found}", *_WRITE, severity="warning"),
    "N9": Rule(
        "a year stands in Chinese numerals: {found}",
        "正文年份用汉字：{found}",
        "digits are usual: {expected}",
        "一般用阿拉伯数字：{expected}",
        severity="notice",
        strength="G",
        standard=_NUMBERS,
    ),
    "N10": Rule(
        "a span of dates lacks the long dash: {found}",
        "起止日期未用一字线：{found}",
        *_WRITE,
        strength="R",
        standard="GB/T 15834-2011",
    ),
    "N11": Rule(
        "a range of quantities is written with another mark: {found}",
        "数值范围未用浪纹线：{found}",
        *_WRITE,
        severity="notice",
        strength="G",
        standard=_NUMBERS,
    ),
    "N12": Rule(
        "only 万 and 亿 may stand behind digits: {found}",
        "阿拉伯数字后只能用“万”“亿”：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N13": Rule(
        "neighbouring numbers as an estimate: {found}",
        "相邻两数表示概数：{found}",
        "write Chinese numerals without a mark between: {expected}",
        "用汉字，中间不加顿号：{expected}",
        severity="warning",
        strength="R",
        standard=_NUMBERS,
    ),
    "N14": Rule(
        "an estimate mixes digits with 几 or 数: {found}",
        "带“几”“数”的概数混用阿拉伯数字：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N15": Rule("two hedges at one number: {found}", "一个数上叠用两个概数词：{found}", *_WRITE, severity="warning"),
    "N16": Rule("two words for one bound: {found}", "界限词重复：{found}", *_WRITE, severity="warning"),
    "N17": Rule(
        "余 or 多 behind a number that is not round: {found}",
        "非整数后不用“余”“多”：{found}",
        *_WRITE,
        severity="warning",
    ),
    "N18": Rule(
        "a hedge at a number that is given exactly: {found}", "概数词与精确数并用：{found}", *_WRITE, severity="notice"
    ),
    "N19": Rule(
        "nothing falls by a multiple: {found}",
        "减少、下降不用“倍”：{found}",
        "give a percentage or a fraction",
        "改用百分数或几分之几",
        severity="warning",
    ),
    "N20": Rule(
        "a difference of rates is counted in percentage points: {found}",
        "比率之差应以百分点计：{found}",
        *_WRITE,
        severity="warning",
    ),
    "N21": Rule(
        "a quantity can't grow to a rate: {found}", "数量不能增长到百分之几：{found}", *_WRITE, severity="notice"
    ),
    "N22": Rule(
        "the number is parted by a comma or a blank: {found}",
        "数中夹有逗号或空格：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N23": Rule(
        "one number has two scales: {found}",
        "一个数用了两级单位：{found}",
        *_WRITE,
        severity="notice",
        standard=_NUMBERS,
    ),
    "N24": Rule("二 stands before a measure word: {found}", "量词前用“二”：{found}", *_WRITE, severity="notice"),
    "N25": Rule(
        "〇 numbers, 零 counts: {found}",
        "编号用“〇”，计数用“零”：{found}",
        *_WRITE,
        strength="R",
        standard=_NUMBERS,
    ),
    "N26": Rule(
        "the unit is not legal, or not spelled so: {found}",
        "非法定计量单位或写法不规范：{found}",
        *_WRITE,
        severity="warning",
        strength="R",
        standard=_UNITS,
    ),
    "N27": Rule("a fall with a minus sign: {found}", "下降又带负号：{found}", *_WRITE, severity="warning"),
    "N28": Rule(
        "two numbers side by side have unequal decimal places: {found}",
        "并列两数小数位数不同：{found}",
        severity="notice",
        strength="G",
        standard=_NUMBERS,
    ),
    "N29": Rule(
        "the document number is written wrong: {found}",
        "发文字号写法有误：{found}",
        *_WRITE,
        clause="7.2.5",
        strength="R",
    ),
    "N30": Rule(
        "the time of day is given by two ways of counting: {found}",
        "十二小时制与二十四小时制混用：{found}",
        *_WRITE,
        severity="warning",
    ),
    "N31": Rule(
        "a blank stands between digits and Chinese characters: {found}",
        "数字与汉字之间有空格：{found}",
        *_WRITE,
        severity="notice",
    ),
    "N32": Rule(
        "the name of a day lacks its dot or its quotes: {found}",
        "含月日的专名缺间隔号或引号：{found}",
        *_WRITE,
        severity="notice",
        strength="R",
        standard=_NUMBERS,
    ),
}
