"""Placeholders (S): what was to be filled in and was not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renmin_docs.proofread.passages import ALL_ROLES, Passage
from renmin_docs.proofread.rules import Slip, rule
from renmin_docs.proofread.scope import blanked

_COUNTED = (
    "(?:万|亿|[美港]?元|[个家户名人件条起次场项处座栋套台辆位亩吨宗批份期类篇例年月日时%％]"
    "|平方米|公里|公顷|百分点|小时|余[家次人户件])"
)
_NAMED = "[新老高]区|[省市县区乡镇村州盟旗组某]|街道|社区|小区|路|街|同志|公司|局|学校|中心|书记|主任|先生|女士|案"
"""Behind ×× these make the name of a place or a person, which is hidden on purpose."""
_SURNAMES = (
    "李王张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋杜叶程魏苏吕丁卢姚沈钟姜崔谭陆范汪廖"
)
_NO_PERSON = rf"(?<![{_SURNAMES}][×XＸx]{{2}}(?!{_COUNTED}))"
"""Behind a surname ×× is a name, which is hidden on purpose."""
_SIGNS = (
    rf"(?<![A-Za-z0-9*×＊\-])[X×xＸ](?={_COUNTED})(?!X光)",  # X万元, X月
    rf"(?<![A-Za-z0-9×*])(?:X{{2,}}|×{{2,}}|x{{2,}}|Ｘ{{2,}})(?![A-Za-z0-9×-])(?!{_NAMED}){_NO_PERSON}",  # XX万元
    r"(?<=20)(?:[XＸ]{2}|×{1,2}|xx|[*＊]{1,2})(?=年)",
    rf"(?<=[0-9])(?:[X×]{{1,4}}|[*＊]{{1,4}})(?={_COUNTED})(?![^\w]?[0-9])",
    r"(?<![A-Za-z0-9*＊/\\])[*＊]{2,}(?![A-Za-z0-9*＊/\\])",  # not 138****1234
    "(?<![一二三四五六七八九〇])[〇○□]{2,}(?![一二三四五六七八九年])",
    r"_{2,}|＿{2,}|【\s*】|[（(]\s*待填写?\s*[）)]|？{3,}|\?{3,}",
)
_WORDS = (
    "(?<![有亟尚急仍等还正])(?:待(?:补充|补填|录入)(?![完力人队])|待填写?)",
    "(?:此处|数据|数字|名单|内容|金额|日期)待(?:核实|核定|补(?!充)|定|确认|更新)",
    "[（(【\\[](?:此处|数据|数字|内容)?待[\u4e00-\u9fff]{1,6}[）)】\\]]",
    "【(?:请|此处|单位|姓名|名称|日期|数字|数据|金额|年份|填|插入)[^【】]{0,12}】",
    "此处(?:填写|插入|补充)|(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])",
)
_SIGN, _WORD = re.compile("|".join(_SIGNS)), re.compile("|".join(_WORDS))
_INNER = r"\*\*(?=\S)[^*\n]+?(?<=\S)\*\*"
_NO_PLACEHOLDER = re.compile(
    rf"(?<![\u4e00-\u9fff]){_INNER}|{_INNER}(?!{_COUNTED})"
    r"|https?://\S+|(?<![\w.-])[\w.-]+@[\w.*-]+|(?<!\w)[A-Za-z0-9_]{0,60}_{2,}[A-Za-z]\w*"
)
"""Bold type in Markdown, addresses, names in code."""


@rule("S6", "passage", is_quoted=True, roles=ALL_ROLES)
def placeholders(passage: Passage) -> Iterator[Slip]:
    """Signs for a number or a name that was still to be written (an error), and words that say so (a warning)."""
    text = blanked(_NO_PLACEHOLDER, passage.text)
    yield from map(Slip.at, _SIGN.finditer(text))
    yield from (Slip.at(match, severity="warning") for match in _WORD.finditer(blanked(_SIGN, text)))
