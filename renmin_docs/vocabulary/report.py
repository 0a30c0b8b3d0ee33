"""The keys of a report and of what stands in it: chapters, points, tables, pictures, attachments."""

from __future__ import annotations

from renmin_docs.vocabulary.key import STAND_IN, TRUTH, Key, Line, Mapped, Part

BODY_ITEMS: dict[str, tuple[Part, ...]] = {
    "Table": (
        Part("table_caption", "表题", "caption of a table", "caption"),
        Part("table_unit", "表格单位", "unit of a table", "unit", "单位："),
        Part("table", "表格", "table"),
    ),
    "Picture": (Part("picture", "图片", "picture"), Part("picture_caption", "图题", "caption of a picture", "caption")),
}
"""What may stand in a body beside texts and points → what it prints, in printed order."""
CALLED = {item: next((part for part in parts if not part.key), parts[0]) for item, parts in BODY_ITEMS.items()}
"""Item of a body → the part that it is called after."""
ITEM_TEXTS = {part.kind: part for parts in BODY_ITEMS.values() for part in parts if part.key}
"""Kind of a block → the part of an item that prints a text of its own in it."""

_REPORT: Mapped = {
    "organization": Key(
        "单位", of=("Organization",), example="{`name`: 人民街道}", stand_in={"name": STAND_IN}, profile="part"
    ),
    "year": Key("年度", expects="@year", example="2022", stand_in=2000),
    "period": Key("时段", expects="@period"),
    "title_pattern": Key("题目格式", profile="whole"),
    "title": Key("题目", "text", meant=("heading", "name")),
    "subtitle": Key("副题", "text", line=Line("below_title", "the lines below the title")),
    "header": Key("版头", of=("Header",), example="{`number`: 人办发〔2022〕8号}", profile="part"),
    "addressee": Key("主送", "names", profile="whole"),
    "introduction": Key("导语", "paragraphs", line=Line("above_chapters", "a paragraph before the first chapter")),
    "figures": Key("数据", of=("*",), expects="@figures"),
    "fields": Key("字段", "fields", expects="@fields", example="{联系人: 张某某}", stand_in={}, profile="whole"),
    "headings": Key("章标题", of=("Headings",), example="{`plans`: 下一步工作}", profile="whole"),
    "achievements": Key("主要工作", "chapters", ("Chapter",), example="{`body`: …}"),
    "difficulties": Key("问题", "chapters", ("Chapter",)),
    "plans": Key("打算", "chapters", ("Chapter",)),
    "others": Key("其他", "chapters", ("Chapter",), stand_in={"heading": STAND_IN, "after": "introduction"}),
    "conclusion": Key("结束语", "paragraphs", line=Line("below_chapters", "a paragraph after the last chapter")),
    "issue_date": Key("成文日期", "date", meant=("date",)),
    "signature": Key("落款", of=("Signature",), example="{`Signature.kind`: `sealed`}", profile="part"),
    "note": Key("附注", "text", line=Line("behind_signature", "a note", opening="（", closing="）")),
    "attachments": Key(
        *("附件", "list", ("Attachment",), {}, "@attachment_list", "@attachment"),
        stand_in={"title": STAND_IN, "body": STAND_IN},
    ),
    "imprint": Key("版记", of=("Imprint",), example="{`copied_to`: 区委办公室}", profile="part"),
    "contents": Key("目录", words=TRUTH, profile="whole"),
    "page": Key("页面", of=("PageProfile",), example="{`grid`: A}", profile="whole"),
    "marks": Key("序号", profile="whole"),
    "template": Key("模板", profile="whole"),
    "numbering": Key("编号方式", words={"文字": "typed", "自动": "native"}, profile="whole"),
    "figures_from": Key("数据来源", of=("FiguresFrom",)),
    "check": Key("校对", of=("CheckSettings",), example="{`ignore`: [P9]}", profile="whole"),
    "profile": Key("配置"),
}

_HEADINGS: Mapped = {kind: Key(_REPORT[kind].zh) for kind in ("achievements", "difficulties", "plans")}
_AFTER = {row.zh: key for key, row in {"introduction": _REPORT["introduction"], **_HEADINGS}.items()}

_SECTION: Mapped = {
    "series": Key("序列", words={"编号": "numbered", "并列": "ordinal", "不编号": "plain"}, stand_in="plain"),
    "inline": Key("同段", words=TRUTH),
    "body": Key("正文", "paragraphs", ("Point", *BODY_ITEMS), expects="@body", meant=("text",)),
}
_HEADING = Key("标题", "text", meant=("title", "name"))

_TABLE, _CAPTION = ("table", "表格"), ("heading", "name", "title")

MAPPINGS: dict[str, Mapped] = {
    "WorkReport": _REPORT,
    "CheckSettings": {
        "select": Key("只查", "names"),
        "ignore": Key("不查", "names"),
        "words": Key("词表", of=("CheckWord",)),
    },
    "CheckWord": {
        "wrong": Key("误", example="街道办", stand_in=STAND_IN),
        "right": Key("正"),
        "level": Key("级别", words={"错误": "error", "警告": "warning", "提示": "notice"}, stand_in="warning"),
    },
    "Organization": {
        "name": Key("名称", example="人民街道", stand_in=STAND_IN, profile="whole"),
        "issuer": Key("署名", profile="whole"),
    },
    "Headings": _HEADINGS,
    "Chapter": {**_SECTION, "heading": _HEADING, "after": Key("位于", words=_AFTER, stand_in="introduction")},
    "Point": {**_SECTION, "heading": _HEADING, "lead": Key("引题", "text")},
    "Attachment": {**_SECTION, "title": Key("标题", "text", meant=("heading", "name"))},
    "Table": {
        "caption": Key("表题", "text", meant=_CAPTION),
        "columns": Key(
            *("列", "list", ("Column",), {}, "@columns", "@column"),
            stand_in=STAND_IN,
            meant=(*_TABLE, "header", "headers", "head"),
            decides=True,
        ),
        "rows": Key("行", "list", ("Cell",), meant=(*_TABLE, "data", "cells", "values"), decides=True),
        "unit": Key("单位", "text"),
        "figures": Key(
            *("数据", "list", ("FigureRow",), {}, "@figure_names", "@figure_row"), stand_in=STAND_IN, decides=True
        ),
        "orientation": Key("纸张方向", words={"自动": "auto", "竖排": "portrait", "横排": "landscape"}),
    },
    "Column": {
        "heading": Key("列名", "text", example="街道", meant=("title", "name")),
        "unit": Key("单位", "text"),
        "alignment": Key("对齐", words={"靠左": "left", "居中": "center", "靠右": "right"}, meant=("align",)),
        "kind": Key("类型", words={"文字": "text", "数字": "number"}),
        "total": Key("合计", words={"求和": "sum"}, meant=("sum", "totals", "求和")),
        "columns": Key(
            *("下级列", "list", ("Column",), {}, "@columns", "@column"),
            stand_in=STAND_IN,
            meant=("列",),
        ),
    },
    "Cell": {
        "text": Key("文字", "text", meant=("value", "content")),
        "column_span": Key("跨列", expects="@span", stand_in=1, meant=("colspan", "columns", "gridSpan", "span", "列")),
        "row_span": Key("跨行", expects="@span", stand_in=1, meant=("rowspan", "rows", "行")),
    },
    "FigureRow": {"name": Key("名称", example="shops", stand_in=STAND_IN), "label": Key("指标", "text")},
    "Picture": {
        "path": Key(
            *("图片", "value", (), {}, "@picture_path", "", "照片/广场.jpg", f"{STAND_IN}.png"),
            meant=("picture", "image", "photo", "file", "src", "图片"),
            decides=True,
        ),
        "caption": Key("图题", "text", meant=_CAPTION),
        "alternative_text": Key("替代文字", "text", meant=("alt", "description")),
        "width": Key("宽度", expects="@millimetres"),
    },
}
