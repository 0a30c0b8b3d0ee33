"""The JSON Schema of data files: what an editor completes and refuses."""

import copy
import functools
import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator as Validator

from renmin_docs import RenminDocsError, ReportError, WorkReport
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.datafiles.spelling import in_english
from renmin_docs.report.profile import Profile
from renmin_docs.skeleton import skeleton
from renmin_docs.vocabulary import MAPPINGS

SCHEMA = WorkReport.model_json_schema()
EXAMPLES = Path(__file__).parents[2] / "examples"


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


def test_it_is_a_json_schema_whose_references_lead_somewhere():
    Validator.check_schema(SCHEMA)
    references = {node["$ref"].removeprefix("#/$defs/") for _, node in _nodes(SCHEMA) if "$ref" in node}
    assert references
    assert references <= set(SCHEMA["$defs"])


def _takes(schema, value):
    return Validator(schema).is_valid(value)


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
    data = read_source(EXAMPLES / name).data
    assert _takes(SCHEMA, json.loads(json.dumps(data, default=float)))


@pytest.mark.parametrize("missing", LEAST)
def test_what_must_be_there_is_reported_in_either_spelling(missing):
    rest = {key: value for key, value in LEAST.items() if key != missing}
    assert not _takes(SCHEMA, rest)
    assert _takes(SCHEMA, {**rest, MAPPINGS["WorkReport"][missing].zh: LEAST[missing]})
    assert not _takes(SCHEMA, {**LEAST, MAPPINGS["WorkReport"][missing].zh: LEAST[missing]})


def test_the_office_or_its_name_may_come_from_the_profile_and_nothing_else_may():
    rest = {key: value for key, value in LEAST.items() if key != "organization"}
    assert _takes(SCHEMA, {**rest, "profile": "ours.yaml"})
    assert _takes(SCHEMA, {**rest, "配置": "ours.yaml"})
    assert not _takes(SCHEMA, {"profile": "ours.yaml"})
    for key, office in (("单位", {"署名": "甲街道办事处"}), ("organization", {"issuer": "甲街道办事处"}), ("单位", {})):
        assert _takes(SCHEMA, {**rest, "配置": "ours.yaml", key: office})
        assert not _takes(SCHEMA, {**rest, key: office})
    for slip in (
        {"单位": {"名称": "甲", "name": "甲"}},
        {"organization": {"nmae": "甲"}},
        {"版头": {"签发人": "张某某"}},
    ):
        assert not _takes(SCHEMA, {**rest, "配置": "ours.yaml", **slip})


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
    assert _takes(schema, {"版头": {"签发人": "张某某"}})


def test_a_report_that_is_written_out_has_the_english_keys_alone():
    assert "年度" not in WorkReport.model_json_schema(mode="serialization")["properties"]


def test_every_key_is_described():
    undescribed = [
        path
        for path, node in _nodes(SCHEMA)
        if re.search(r"/properties/\w+$", path) and "description" not in node and "$ref" not in node
    ]
    assert undescribed == []


def test_every_key_is_described_in_chinese_in_its_chinese_spelling():
    for path, node in _nodes(SCHEMA):
        if re.search(r"/properties/[\u4e00-\u9fff]+$", path):
            assert re.search("[\u4e00-\u9fff]", node["title"]), path
            assert re.search("[\u4e00-\u9fff].*[。）]", node["description"]), path


def test_every_example_and_default_is_valid_where_it_stands():
    for path, node in _nodes(SCHEMA):
        given = [*node.get("examples", ()), *([node["default"]] if "default" in node else [])]
        for value in given:
            assert _takes({**node, "$defs": SCHEMA["$defs"]}, value), (path, value)


def test_words_and_defaults_are_those_of_the_spelling():
    chapter = SCHEMA["$defs"]["Chapter"]["properties"]
    assert chapter["series"]["enum"][:3] == ["numbered", "ordinal", "plain"]
    assert chapter["序列"]["enum"][:3] == ["编号", "并列", "不编号"]
    assert (chapter["series"]["default"], chapter["序列"]["default"]) == ("numbered", "编号")
    assert (chapter["inline"]["default"], chapter["同段"]["default"]) == (False, "否")


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"title": "甲", "题目": "乙"}, True),
        ({"plans": {"body": [{"lead": "甲", "引题": "乙"}]}}, True),
        ({"figures": {"税收": {"value": 1, "unit": "元", "单位": "元"}}}, True),
        ({"title": "甲", "plans": {"body": [{"引题": "乙"}]}}, False),
    ],
)
def test_no_key_stands_in_both_spellings(more, refused):
    data = {**LEAST, **more}
    source = DataSource(data)
    in_english(source)
    assert (not _takes(SCHEMA, data)) == bool(source.findings) == refused


# --- what the schema refuses, the reader refuses: documents with one value changed -------------

_SKELETONS = [skeleton("青山街道", 2023, keys=keys) for keys in ("zh", "en")]
DOCUMENTS: list = [
    json.loads(json.dumps(data, default=str))
    for data in (
        *(read_source(EXAMPLES / name).data for name in ("renmin_2022.yaml", "upward_report.yaml")),
        *(yaml.safe_load(made.report) for made in _SKELETONS),
    )
]
VALUES = [{}, [], "某", 3, 2.5, True, None, "", ["某"], [3], [[]], {"某": "某"}, [{}], [{"正文": "文"}], {"name": "某"}]


def _places(node, place=()):
    yield place
    for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield from _places(node[key], (*place, key))


@st.composite
def changed(draw):
    """A document of either spelling in which a value is another, a key is missing, or one is added."""
    document = copy.deepcopy(draw(st.sampled_from(DOCUMENTS)))
    *above, last = draw(st.sampled_from([place for place in _places(document) if place]))
    node = functools.reduce(lambda node, key: node[key], above, document)
    change = draw(st.sampled_from(["value", "missing", "added"]))
    if change == "value":
        node[last] = draw(st.sampled_from(VALUES))
    elif change == "missing":
        del node[last]
    elif isinstance(node, dict):
        node[draw(st.sampled_from(["多余", "title", "标题", "单位"]))] = draw(st.sampled_from(VALUES))
    return document


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schema")
    (folder / _SKELETONS[0].profile_name).write_text(_SKELETONS[0].profile, encoding="utf-8")

    def load(data):
        path = folder / "report.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return WorkReport.load(path)

    return load


@given(document=changed())
def test_what_the_schema_refuses_the_reader_refuses(load, document):
    if not _takes(SCHEMA, document):
        with pytest.raises(RenminDocsError):
            load(document)


STRUCTURAL = {"unknown_key", "missing_key", "wrong_type", "wrong_choice", "key_in_both"}


@given(document=changed())
def test_a_wrong_key_or_kind_that_the_reader_names_the_schema_refuses(load, document):
    try:
        load(document)
    except RenminDocsError as error:
        below_figures = re.compile(r"(?:figures|数据)\.\w+\.")  # a figure within a figure is any mapping to the schema
        named = [each for each in error.findings if each.rule in STRUCTURAL and not below_figures.match(each.place)]
        named = [each for each in named if not each.place.endswith(("date", "日期"))]  # their form is a format
        assert not named or not _takes(SCHEMA, document), named
