"""The keys of figures, and of the workbook that figures come from."""

from __future__ import annotations

from renmin_docs.vocabulary.key import TRUTH, Key, Mapped

_FIGURE = ("Figure",)

MAPPINGS: dict[str, Mapped] = {
    "FiguresFrom": {
        "workbook": Key("工作簿", example="指标.xlsx"),
        "sheet": Key("工作表"),
        "columns": Key("列", of=("FiguresFrom.columns",), expects="@mapping"),
    },
    "FiguresFrom.columns": {
        "name": Key("名称"),
        "value": Key("数值"),
        "unit": Key("单位"),
        "previous": Key("上期"),
    },
    "Figure": {
        "value": Key("数值"),
        "unit": Key("单位"),
        "hedge": Key("约数"),
        "step": Key("取整"),
        "scale": Key("数量级"),
        "places": Key("小数位"),
        "previous": Key("上期", of=_FIGURE),
        "total": Key("总数", of=_FIGURE),
        "parts": Key("其中", of=("*",)),
        "partial": Key("部分列出", words=TRUTH),
        "low": Key("起", of=_FIGURE),
        "high": Key("止", of=_FIGURE),
        "part": Key("部分", of=_FIGURE),
        "of": Key("总体", of=_FIGURE),
        "current": Key("本期", of=_FIGURE),
        "rate": Key("比率", of=_FIGURE),
    },
}
