"""The keys of data files in their two spellings, English and Chinese, and the words that stand as values.

One table for all: the reading of files, the JSON Schema and the messages take the words from here. A key that
several models have may be called otherwise in each; within one mapping no word stands for two keys.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

Spelling: TypeAlias = Literal["en", "zh"]

_KINDS = {"achievements": "主要工作", "difficulties": "问题", "plans": "打算"}
_SECTION = {"series": "序列", "inline": "同段", "body": "正文"}
_ORGANIZATION = {"name": "名称", "issuer": "署名"}
_SIGNATURE = {"kind": "方式", "issuers": "署名机关"}
_IMPRINT = {"copied_to": "抄送", "printed_by": "印发机关", "even_page": "双页结束"}
_HEADER = {"issuers": "发文机关", "suffix": "标志后缀", "signatories": "签发人", "preprinted": "预印版头"}
_SAVING = {"template": "模板", "numbering": "编号方式"}
_DEFAULTS = {"title_pattern": "题目格式", "headings": "章标题"}

KEYS: dict[str, dict[str, str]] = {
    "WorkReport": {
        "organization": "单位",
        "year": "年度",
        "period": "时段",
        "title": "题目",
        "header": "版头",
        "addressee": "主送",
        "introduction": "导语",
        "figures": "数据",
        **_KINDS,
        "others": "其他",
        "conclusion": "结束语",
        "issue_date": "成文日期",
        "signature": "落款",
        "note": "附注",
        "attachments": "附件",
        "imprint": "版记",
        "page": "页面",
        "marks": "序号",
        **_DEFAULTS,
        **_SAVING,
        "figures_from": "数据来源",
        "profile": "配置",
    },
    "Organization": _ORGANIZATION,
    "Headings": _KINDS,
    "Chapter": {**_SECTION, "heading": "标题", "after": "位于"},
    "Point": {**_SECTION, "heading": "标题", "lead": "引题"},
    "Attachment": {**_SECTION, "title": "标题"},
    "Table": {
        "caption": "表题",
        "columns": "列",
        "rows": "行",
        "unit": "单位",
        "figures": "数据",
        "orientation": "纸张方向",
    },
    "Column": {"heading": "列名", "unit": "单位", "alignment": "对齐", "kind": "类型"},
    "FigureRow": {"name": "名称", "label": "指标"},
    "Picture": {"path": "图片", "caption": "图题", "alternative_text": "替代文字", "width": "宽度"},
    "Header": {
        "number": "发文字号",
        **_HEADER,
        "copy_number": "份号",
        "classification": "密级",
        "classification_period": "保密期限",
        "urgency": "紧急程度",
    },
    "Signature": {**_SIGNATURE, "positions": "签发人职务"},
    "Imprint": {**_IMPRINT, "print_date": "印发日期"},
    "PageProfile": {"grid": "版式", "fonts": "字体", "page_number": "页码"},
    "FiguresFrom": {"workbook": "工作簿", "sheet": "工作表", "columns": "列"},
    "FiguresFrom.columns": {"name": "名称", "value": "数值", "unit": "单位", "previous": "上期"},
    "Figure": {
        "value": "数值",
        "unit": "单位",
        "hedge": "约数",
        "step": "取整",
        "scale": "数量级",
        "places": "小数位",
        "previous": "上期",
        "total": "总数",
        "parts": "其中",
        "partial": "部分列出",
        "low": "起",
        "high": "止",
        "part": "部分",
        "of": "总体",
        "current": "本期",
        "rate": "比率",
    },
    "Profile": {
        "organization": "单位",
        **_DEFAULTS,
        **_SAVING,
        "header": "版头",
        "addressee": "主送",
        "signature": "落款",
        "imprint": "版记",
        "page": "页面",
        "marks": "序号",
    },
    "ProfileOrganization": _ORGANIZATION,
    "ProfileHeader": _HEADER,
    "ProfileSignature": {**_SIGNATURE, "positions": "签发人职务"},
    "ProfileImprint": _IMPRINT,
}
"""Model → its keys, each with the Chinese spelling. `Figure` is the mapping that stands for a figure."""

_TRUTH: dict[str, str | bool] = {"是": True, "否": False}

VALUES: dict[str, dict[str, str | bool]] = {
    "series": {"编号": "numbered", "并列": "ordinal", "不编号": "plain"},
    "after": {"导语": "introduction", **{word: key for key, word in _KINDS.items()}},
    "Signature.kind": {"不加盖印章": "unsealed", "加盖印章": "sealed", "加盖签名章": "stamped"},
    "ProfileSignature.kind": {"不加盖印章": "unsealed", "加盖印章": "sealed", "加盖签名章": "stamped"},
    "Column.kind": {"文字": "text", "数字": "number"},
    "alignment": {"靠左": "left", "居中": "center", "靠右": "right"},
    "orientation": {"自动": "auto", "竖排": "portrait", "横排": "landscape"},
    "fonts": {"国标": "gb2312", "普通": "plain", "方正": "fangzheng"},
    "page_number": {"外侧": "mirrored", "居中": "centred"},
    "numbering": {"文字": "typed", "自动": "native"},
    **dict.fromkeys(("inline", "preprinted", "even_page", "partial"), _TRUTH),
}
"""Key, or key of one model → the Chinese words for its values; not what is Chinese already, or a name (A, B)."""


@cache
def english_keys(model: str) -> dict[str, str]:
    """Chinese key → English key of a model; empty for what is none."""
    return {word: key for key, word in KEYS.get(model, {}).items()}


def words_for(model: str, key: str) -> dict[str, str | bool]:
    """Chinese word → value, for the values of a key; empty where they are not words of ours."""
    return VALUES.get(f"{model}.{key}", VALUES.get(key, {}))


def spelled(key: str, spelling: Spelling, model: str = "") -> str:
    """A key, or a value, in one of the two spellings; itself where it has no other.

    Args:
        key: The English spelling; `Model.key` for one that this model alone calls so.
        spelling: Which one.
        model: The model whose word goes before.

    >>> spelled("body", "zh"), spelled("Table.caption", "zh"), spelled("ordinal", "zh"), spelled("body", "en")
    ('正文', '表题', '并列', 'body')
    """
    owner, _, name = key.rpartition(".")
    if spelling == "en":
        return name
    return KEYS.get(owner or model, {}).get(name) or _any_word().get(name, name)


@cache
def _any_word() -> dict[str, str]:
    """English key or value → the first word of the tables for it."""
    words = {str(value): word for row in reversed(VALUES.values()) for word, value in row.items()}
    for row in reversed(KEYS.values()):
        words.update(row)
    return words
