"""The JSON Schema of data files: what an editor is told."""

import json
import re
from pathlib import Path

import pytest

from renmin_docs import ReportError, WorkReport
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.datafiles.spelling import in_english
from renmin_docs.report.profile import Profile
from renmin_docs.vocabulary import MAPPINGS

SCHEMA = WorkReport.model_json_schema()
KEYWORDS = {
    *(
        "$defs",
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "default",
        "description",
        "discriminator",
        "enum",
    ),
    *("examples", "exclusiveMinimum", "format", "items", "maximum", "maxItems", "maxLength", "minimum", "minItems"),
    *("minLength", "oneOf", "pattern", "properties", "propertyNames", "required", "title", "type", "uniqueItems"),
}
TYPES = {"string", "number", "integer", "boolean", "object", "array", "null"}


def _nodes(node, path="#"):
    """Every schema within a schema, with its place."""
    yield path, node
    for key in ("properties", "$defs"):
        for name, child in node.get(key, {}).items():
            yield from _nodes(child, f"{path}/{key}/{name}")
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(key), dict):
            yield from _nodes(node[key], f"{path}/{key}")
    for key in ("anyOf", "oneOf"):
        for index, child in enumerate(node.get(key, [])):
            yield from _nodes(child, f"{path}/{key}/{index}")


def test_every_keyword_is_one_of_json_schema():
    for path, node in _nodes(SCHEMA):
        assert set(node) <= KEYWORDS, path
        kinds = node.get("type", "string")
        assert set([kinds] if isinstance(kinds, str) else kinds) <= TYPES, path
        assert set(node.get("required", ())) <= set(node.get("properties", ())), path


def test_every_reference_leads_somewhere():
    references = [node["$ref"] for _, node in _nodes(SCHEMA) if "$ref" in node]
    assert references
    assert {reference.removeprefix("#/$defs/") for reference in references} <= set(SCHEMA["$defs"])


def _takes(node, value):
    """Whether a schema takes a value: as much of JSON Schema as ours uses."""
    if "$ref" in node:
        return _takes(SCHEMA["$defs"][node["$ref"].rpartition("/")[2]], value)
    if not all(_takes(child, value) for child in node.get("allOf", ())):
        return False
    if "anyOf" in node:
        return any(_takes(child, value) for child in node["anyOf"])
    if "oneOf" in node:
        return sum(_takes(child, value) for child in node["oneOf"]) == 1
    return _has_type(node, value) and _fits(node, value)


def _has_type(node, value):
    kinds = node.get("type", sorted(TYPES))
    of = {
        str: "string",
        bool: "boolean",
        int: "integer",
        float: "number",
        dict: "object",
        list: "array",
        type(None): "null",
    }
    kind = of[type(value)]
    return kind in kinds or (kind == "integer" and "number" in kinds)


def _fits(node, value):
    if isinstance(value, dict):
        known, rest = node.get("properties", {}), node.get("additionalProperties", True)
        names = node.get("propertyNames", {}).get("enum", value)
        return (
            set(node.get("required", ())) <= set(value)
            and set(value) <= set(names)
            and all(
                _takes(known[key], item)
                if key in known
                else rest is True or (isinstance(rest, dict) and _takes(rest, item))
                for key, item in value.items()
            )
        )
    if isinstance(value, list):
        return all(_takes(node.get("items", {}), item) for item in value)
    allowed = node.get("enum", [node["const"]] if "const" in node else None)
    bounds = isinstance(value, str) or node.get("minimum", -9e99) <= (value or 0) <= node.get("maximum", 9e99)
    return (
        (allowed is None or value in allowed) and bounds and re.search(node.get("pattern", ""), str(value)) is not None
    )


LEAST = {"organization": {"name": "人民街道"}, "year": 2022, "achievements": {"body": "文"}}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {
            "achievements": {
                "body": ["文", {"lead": "甲", "body": "文"}, {"heading": "乙", "body": ["文", {"body": "丙"}]}]
            }
        },
        {"achievements": [{"heading": "甲"}, {"heading": "乙", "series": "ordinal", "inline": True}]},
        {"plans": [], "introduction": "文", "conclusion": ["文", "文"]},
        {"others": {"heading": "甲", "after": "plans"}, "marks": ["一、", "1."], "issue_date": "2022-12-20"},
        {"figures": {"shops": "600余家", "turnover": 9.75, "visits": {"value": 312, "unit": "次"}}},
        {"figures": {"firms": {"total": "7家", "parts": {"甲": "4家", "乙": "3家"}, "partial": False}}},
        {"period": "2022年上半年", "title": "总结"},
        {"header": {"number": "人办发〔2022〕8号"}, "addressee": "区政府", "note": "联系人：张某某"},
        {
            "header": {
                "number": "人办发〔2022〕8号",
                "issuers": ["甲街道", "乙街道"],
                "suffix": "",
                "copy_number": 12,
                "classification": "秘密",
                "classification_period": "1年",
                "urgency": "加急",
                "signatories": "张某某",
                "preprinted": True,
            },
            "addressee": ["区委", "区政府"],
        },
        {
            "issue_date": "2022-12-20",
            "signature": {"kind": "stamped", "issuers": "甲街道", "positions": ["主任"]},
            "imprint": {
                "copied_to": "区委",
                "printed_by": "办公室",
                "print_date": "2022-12-21",
                "even_page": True,
            },
            "page": {"grid": "B", "fonts": "plain", "page_number": "centred"},
        },
        {
            "attachments": [
                {"title": "名单", "body": "文"},
                {"title": "清单", "series": "plain", "body": [{"lead": "甲"}]},
            ]
        },
        {
            "plans": {
                "body": [
                    {"columns": ["街道", {"heading": "额", "unit": "元", "alignment": "right"}], "rows": [["甲", 3]]},
                    {"figures": ["shops", {"name": "turnover", "label": "营业额"}], "caption": "表1"},
                    {"path": "广场.png", "caption": "广场", "alternative_text": "草坪", "width": 80},
                ]
            }
        },
    ],
)
def test_the_schema_and_the_model_take_what_is_right(more):
    data = {**LEAST, **more}
    assert _takes(SCHEMA, data)
    WorkReport.model_validate(data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"foo": 1},
        {"year": "二零二二"},
        {"year": 22},
        {"achievements": "文"},
        {"achievements": {"bdy": "文"}},
        {"achievements": {"body": [1]}},
        {"achievements": {"body": [{"laed": "甲"}]}},
        {"achievements": {"series": "roman"}},
        {"others": {"heading": "甲", "after": "conclusion"}},
        {"introduction": {"a": "b"}},
        {"figures": {"a": ["7家"]}},
        {"organization": {}},
        {"header": {}},
        {"header": {"number": 8}},
        {"header": {"number": "人办发〔2022〕8号", "urgency": "急"}},
        {"header": {"number": "人办发〔2022〕8号", "foo": 1}},
        {"addressee": {"name": "区政府"}},
        {"signature": {"kind": "stampd"}},
        {"imprint": {"copied_to": [1]}},
        {"page": {"grid": "C"}},
        {"attachments": {"title": "名单", "body": "文"}},
        {"attachments": [{"title": 3, "body": "文"}]},
        {"plans": {"body": [{"columns": ["甲"], "rows": [["乙"]], "foo": 1}]}},
        {"plans": {"body": [{"columns": ["甲"], "rows": [[True]]}]}},
        {"plans": {"body": [{"columns": ["甲"], "rows": "乙"}]}},
        {"plans": {"body": [{"columns": [3], "rows": [["乙"]]}]}},
        {"plans": {"body": [{"figures": "shops"}]}},
        {"plans": {"body": [{"path": "广场.png", "width": "120mm"}]}},
    ],
)
def test_the_schema_refuses_what_the_model_refuses(wrong):
    data = {**LEAST, **wrong}
    assert not _takes(SCHEMA, data)
    with pytest.raises(ReportError):
        WorkReport.model_validate(data)


@pytest.mark.parametrize("name", ["renmin_2022.yaml", "upward_report.yaml"])
def test_the_schema_takes_the_examples(name):
    data = read_source(Path(__file__).parents[2] / "examples" / name).data
    assert _takes(SCHEMA, json.loads(json.dumps(data, default=float)))


@pytest.mark.parametrize("missing", LEAST)
def test_what_must_be_there_is_said_in_either_spelling(missing):
    rest = {key: value for key, value in LEAST.items() if key != missing}
    assert not _takes(SCHEMA, rest)
    assert _takes(SCHEMA, {**rest, MAPPINGS["WorkReport"][missing].zh: LEAST[missing]})
    assert not _takes(SCHEMA, {**LEAST, MAPPINGS["WorkReport"][missing].zh: LEAST[missing]})


def test_the_office_may_come_from_the_profile_and_nothing_else_may():
    rest = {key: value for key, value in LEAST.items() if key != "organization"}
    assert _takes(SCHEMA, {**rest, "profile": "ours.yaml"})
    assert _takes(SCHEMA, {**rest, "配置": "ours.yaml"})
    assert not _takes(SCHEMA, {"profile": "ours.yaml"})


def test_chinese_keys_and_words_are_taken_by_the_schema_as_by_the_reader():
    data = {
        "单位": {"名称": "人民街道"},
        "年度": 2022,
        "数据": {"甲": {"数值": 3, "单位": "家"}, "乙": {"总数": "2家", "其中": {"丙": "2家"}, "部分列出": "否"}},
        "主要工作": {"序列": "并列", "同段": "是", "正文": [{"引题": "甲", "正文": "文{甲}{乙}"}]},
        "打算": {"正文": ["文", {"表题": "表", "列": [{"列名": "甲", "对齐": "靠右"}], "行": [["1"]]}]},
        "其他": [{"标题": "建议", "位于": "打算"}],
        "落款": {"方式": "不加盖印章"},
        "页面": {"字体": "国标", "页码": "外侧"},
        "编号方式": "自动",
    }
    assert _takes(SCHEMA, data)
    source = DataSource(data)
    in_english(source)
    assert not source.findings
    WorkReport.model_validate(source.data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"主要工作": {"序列": "罗马"}},
        {"页面": {"字形": "国标"}},
        {"数据来源": {"工作簿": "a.xlsx", "列": {"名字": "指标"}}},
        {"数据": {"甲": {"数直": 3}}},
        {"版头": {"签发人": "张某某"}},
    ],
)
def test_wrong_chinese_keys_and_words_are_refused_by_the_schema(wrong):
    data = {**LEAST, **wrong}
    if "主要工作" in wrong:
        del data["achievements"]
    assert not _takes(SCHEMA, data)


def test_the_schema_of_profiles_takes_a_part_of_a_report_and_nothing_of_one_year():
    schema = Profile.model_json_schema()
    assert "required" not in schema
    assert {"organization", "单位", "headings", "章标题", "template", "模板"} <= set(schema["properties"])
    assert not {"year", "年度", "figures", "achievements", "profile"} & set(schema["properties"])
    assert "allOf" not in schema["$defs"]["ProfileHeader"]


def test_a_report_that_is_written_out_has_the_english_keys_alone():
    assert "年度" not in WorkReport.model_json_schema(mode="serialization")["properties"]


def test_every_key_is_described():
    undescribed = [
        path
        for path, node in _nodes(SCHEMA)
        if re.search(r"/properties/\w+$", path) and "description" not in node and "$ref" not in node
    ]
    assert undescribed == []
