"""Data files that are right: the same report from YAML, JSON and TOML, and nothing lost on the way."""

import io
import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from renmin_docs import DataFileError, WorkReport
from renmin_docs.errors import Finding
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.intake.datafiles.loading import located
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.report.pictures import Picture
from renmin_docs.report.texts import items
from tests.effort import examples
from tests.pictures import saved
from tests.samples import REPORTS

YAML_TEXT = """\
# 一份报告
organization: {name: 人民街道, issuer: 人民街道办事处}
year: 2022
period: 2022年上半年
issue_date: 2022-07-05
introduction: |
  第一段。
  第二段。
figures:
  turnover: 9.75亿元
  visits: {value: 312, unit: 次, hedge: 余, step: 100}
  growth: 1.50
  firms: {total: 7家, parts: {商贸业: 4家, 服务业: 3家}}
achievements:
  - heading: 工作
    body:
      - 开头。
      - {heading: 甲, body: "营业额{turnover}。"}
      - lead: 乙
        series: ordinal
        inline: true
        body: [{lead: 丙, body: 丁。}]
others: {heading: 其他, after: achievements, body: 文。}
marks: [一、, 1.]
"""
JSON_TEXT = """{
  "organization": {"name": "人民街道", "issuer": "人民街道办事处"},
  "year": 2022, "period": "2022年上半年", "issue_date": "2022-07-05",
  "introduction": "第一段。\\n第二段。\\n",
  "figures": {
    "turnover": "9.75亿元", "visits": {"value": 312, "unit": "次", "hedge": "余", "step": 100},
    "growth": 1.50, "firms": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}}
  },
  "achievements": [{"heading": "工作", "body": [
    "开头。", {"heading": "甲", "body": "营业额{turnover}。"},
    {"lead": "乙", "series": "ordinal", "inline": true, "body": [{"lead": "丙", "body": "丁。"}]}
  ]}],
  "others": {"heading": "其他", "after": "achievements", "body": "文。"},
  "marks": ["一、", "1."]
}"""
TOML_TEXT = '''
year = 2022
period = "2022年上半年"
issue_date = 2022-07-05
introduction = """
第一段。
第二段。
"""
marks = ["一、", "1."]
organization = {name = "人民街道", issuer = "人民街道办事处"}
others = {heading = "其他", after = "achievements", body = "文。"}
[figures]
turnover = "9.75亿元"
visits = {value = 312, unit = "次", hedge = "余", step = 100}
growth = 1.50
firms = {total = "7家", parts = {"商贸业" = "4家", "服务业" = "3家"}}
[[achievements]]
heading = "工作"
body = [
  "开头。", {heading = "甲", body = "营业额{turnover}。"},
  {lead = "乙", series = "ordinal", inline = true, body = [{lead = "丙", body = "丁。"}]},
]
'''
TEXTS = {"yaml": YAML_TEXT, "yml": YAML_TEXT, "json": JSON_TEXT, "toml": TOML_TEXT}


def _load(tmp_path, text, ending="yaml"):
    path = tmp_path / f"report.{ending}"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return WorkReport.load(path)


@pytest.mark.parametrize("ending", TEXTS)
def test_every_format_gives_the_same_report(tmp_path, ending):
    report = _load(tmp_path, TEXTS[ending], ending)
    assert report == _load(tmp_path, YAML_TEXT)
    assert report.issue_date == date(2022, 7, 5)
    assert report.introduction == ("第一段。", "第二段。")
    assert report.achievements[0].points[1].inline
    assert [chapter.heading for chapter in report.chapters] == ["工作", "其他"]
    assert format(report.figures["firms"], "其中") == "7家，其中商贸业4家、服务业3家"


@pytest.mark.parametrize("ending", ["yaml", "json", "toml"])
def test_numbers_are_exact(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    path.write_text({"yaml": "a: 0.1", "json": '{"a": 0.1}', "toml": "a = 0.1"}[ending])
    assert read_source(path).data == {"a": Decimal("0.1")}
    growth = _load(tmp_path, TEXTS[ending], ending).figures["growth"]
    assert growth.value == Decimal("1.50")


@pytest.mark.parametrize("ending", TEXTS)
def test_a_byte_order_mark_windows_lines_and_a_big_ending_do_no_harm(tmp_path, ending):
    path = tmp_path / f"report.{ending.upper()}"
    path.write_bytes(b"\xef\xbb\xbf" + TEXTS[ending].replace("\n", "\r\n").encode())
    assert WorkReport.load(path) == _load(tmp_path, TEXTS[ending], ending)


def test_a_path_may_be_a_string_or_a_path(tmp_path):
    report = _load(tmp_path, YAML_TEXT)
    assert WorkReport.load(tmp_path / "report.yaml") == WorkReport.load(str(tmp_path / "report.yaml")) == report


def test_honest_aliases_work(tmp_path):
    text = (
        "organization: {name: &name 人民街道}\nyear: 2022\nintroduction: *name\n"
        "achievements: &chapter\n  heading: 工作\n  body: &body [文, {lead: 甲}]\n"
        "plans: *chapter\nconclusion: [*name]\nothers: {heading: *name, after: plans, body: *body}\n"
    )
    report = _load(tmp_path, text)
    assert report.plans == report.achievements
    assert report.others[0].body == report.plans[0].body
    assert report.introduction == report.conclusion == ("人民街道",)


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("yes", "yes"),
        ("off", "off"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("2022-12-20", "2022-12-20"),
        ("'3'", "3"),
        ("!!str 3", "3"),
        ("! 3", "3"),
        ("!!int '3'", 3),
        ("!!null ''", None),
        ("!!float 1.5", Decimal("1.5")),
        ("!!bool x", "x"),
        ("!!timestamp 2022-12-20", "2022-12-20"),
        ("True", True),
        ("~", None),
        ("", None),
        ("+07", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("-.5", Decimal("-0.5")),
        ("1e3", Decimal(1000)),
        ("٣", "٣"),
        ("1.", "1."),
        ("1.2.3", "1.2.3"),
        ("２０２２", "２０２２"),
    ],
)
@pytest.mark.parametrize("version", ["", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n"])
def test_plain_scalars_follow_the_core_schema_whatever_the_file_says(tmp_path, plain, value, version):
    path = tmp_path / "a.yaml"
    path.write_text(f"{version}a: {plain}\n", encoding="utf-8")
    found = read_source(path).data["a"]
    assert (found, type(found)) == (value, type(value))


def test_dates_may_be_quoted(tmp_path):
    text = YAML_TEXT.replace("issue_date: 2022-07-05", 'issue_date: "2022-07-05"')
    assert _load(tmp_path, text).issue_date == date(2022, 7, 5)


def test_quoted_text_keeps_what_looks_like_yaml(tmp_path):
    text = "organization: {name: 街道}\nyear: 2022\ntitle: '# 甲: [乙]'\nachievements: {body: \"- 丙\\t丁\"}\n"
    report = _load(tmp_path, text)
    assert (report.title, report.achievements[0].body) == ("# 甲: [乙]", ("- 丙\t丁",))


def test_a_finding_on_the_report_gets_the_key_path_and_line_of_the_file(tmp_path):
    text = (
        "organization: {name: 街道}\nyear: 2022\nplans: {body: 文}\nintroduction: |\n  一\n\n  三\n"
        "achievements:\n  - heading: 甲\n    body:\n      - |\n        一\n\n      - {lead: 乙, body: 汉 字}\n"
    )
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    source = read_source(path)
    found = [located(finding, source) for finding in WorkReport.load(path).check()]
    assert {(finding.rule, finding.place, finding.line) for finding in found} == {
        ("empty_paragraph", "introduction", 4),
        ("space_between_chinese", "achievements[0].body[1].body", 14),
    }


OFFICIAL = """\
organization: {name: 人民街道}
year: 2022
issue_date: 2022-12-20
header: {number: 人办发〔2022〕8号, copy_number: 12, classification: 秘密, signatories: 张某某}
addressee: [区委, 区政府]
figures: {营业额: {value: 9.75亿元, previous: 8.81亿元}}
achievements:
  body:
    - columns: [街道, {heading: 营业额, unit: 亿元}]
      rows: [[人民街道, 9.75], [青山街道, 10], ["", "{营业额}"]]
    - figures: [营业额]
    - {lead: 甲, body: {path: 图/广场.png, width: 80.5}}
signature: {kind: stamped, positions: 主任}
note: 联系人：张某某
plans: {body: {path: 图/广场.png}}
attachments:
  - {title: 照片, body: [{path: 图/广场.png, caption: 广场}, {heading: 乙, body: {path: 街.JPG}}]}
imprint: {copied_to: 区委办公室, print_date: 2022-12-21}
page: {grid: B}
"""


@pytest.fixture
def pictured(tmp_path):
    """A folder with the official document's data file and its pictures."""
    (tmp_path / "图").mkdir()
    (tmp_path / "图" / "广场.png").write_bytes(saved())
    (tmp_path / "街.JPG").write_bytes(saved(kind="JPEG"))
    _written(tmp_path, OFFICIAL)
    return tmp_path


def _written(folder, text):
    path = folder / "report.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_official_document_is_read_with_all_its_parts(pictured):
    report = WorkReport.load(pictured / "report.yaml")
    assert report.header.copy_number == "000012"
    assert report.header.signatories == ("张某某",)
    assert report.addressee == ("区委", "区政府")
    assert report.achievements[0].body[0].rows == (("人民街道", "9.75"), ("青山街道", "10"), ("", "{营业额}"))
    assert report.achievements[0].body[1].figure_names == ("营业额",)
    assert report.achievements[0].points[0].body[0].width == Decimal("80.5")
    assert report.signature.positions == ("主任",)
    assert report.imprint.print_date == date(2022, 12, 21)
    assert report.page.grid == "B"
    assert [finding.rule for finding in report.check() if finding.severity != "notice"] == []


def test_the_pictures_of_a_file_lie_in_its_folder_wherever_one_works(pictured, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(pictured.parent)
    report = WorkReport.load(Path(pictured.name) / "report.yaml")
    paths = [item.path for _, item in items(report) if isinstance(item, Picture)]
    assert paths == [str(pictured / name) for name in ("图/广场.png", "图/广场.png", "图/广场.png", "街.JPG")]
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert report.to_bytes().startswith(b"PK")
    assert WorkReport.load(pictured / "report.yaml") == report


def test_an_absolute_path_of_a_picture_stays(pictured, tmp_path_factory):
    text = OFFICIAL.replace("图/广场.png", str(pictured / "图" / "广场.png")).replace(
        "街.JPG", str(pictured / "街.JPG")
    )
    other = _written(tmp_path_factory.mktemp("elsewhere"), text)
    assert WorkReport.load(other) == WorkReport.load(pictured / "report.yaml")


def test_a_missing_picture_and_a_folder_are_reported_with_their_line_when_the_file_is_read(pictured):
    (pictured / "街.JPG").unlink()
    (pictured / "图" / "广场.png").unlink()
    (pictured / "图" / "广场.png").mkdir()
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(pictured / "report.yaml")
    assert [(finding.rule, finding.place, finding.line) for finding in caught.value.findings] == [
        ("picture_folder", "achievements.body[2].body.path", 12),
        ("picture_folder", "plans.body.path", 15),
        ("picture_folder", "attachments[0].body[0].path", 17),
        ("picture_missing", "attachments[0].body[1].body.path", 17),
    ]


def test_findings_on_tables_and_pictures_get_the_key_paths_of_the_file(pictured):
    text = OFFICIAL.replace("[街道, {", "['{甲}', {").replace("unit: 亿元", "unit: '{乙}'")
    text = text.replace("[[人民街道,", "[['{丙}',").replace("caption: 广场", "caption: '{庚}'")
    text = text.replace("figures: [营业额]", "figures: [营业额, 丁, {name: 戊, label: '{己}'}]")
    source = read_source(_written(pictured, text))
    found = [located(finding, source) for finding in WorkReport.load(pictured / "report.yaml").check()]
    assert {(finding.found, finding.place, finding.line) for finding in found if finding.severity == "error"} == {
        ("甲", "achievements.body[0].columns[0]", 9),
        ("乙", "achievements.body[0].columns[1].unit", 9),
        ("丙", "achievements.body[0].rows[0][0]", 10),
        ("丁", "achievements.body[1].figures[1]", 11),
        ("戊", "achievements.body[1].figures[2]", 11),
        ("己", "achievements.body[1].figures[2].label", 11),
        ("庚", "attachments[0].body[0].caption", 17),
    }


def test_a_finding_without_a_place_gets_no_line(tmp_path):
    finding = Finding("numbering_unknown", found="roman", expected="typed")
    assert located(finding, read_source(_written(tmp_path, YAML_TEXT))) == finding


def test_broken_text_of_any_encoding_is_a_data_file_error(tmp_path):
    for encoding in ("gbk", "big5", "utf-16", "utf-32", "shift_jis"):
        with pytest.raises(DataFileError) as caught:
            _load(tmp_path, "organization: {name: 中山路}\n".encode(encoding))
        assert caught.value.findings[0].rule in ("file_encoding", "file_bytes")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    _load(tmp_path, YAML_TEXT)
    (tmp_path / "report.yaml").chmod(0)
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(tmp_path / "report.yaml")
    assert caught.value.findings[0].rule == "file_forbidden"


# --- any report, any bytes --------------------------------------------------------------------


def _yaml(data):
    """Every value quoted: ruamel.yaml itself can't read what it writes of a plain `?0` in brackets (0.19)."""
    stream = io.StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_style, writer.default_flow_style = '"', False
    writer.dump(data, stream)
    return stream.getvalue()


def _toml(data):
    """JSON's texts, numbers and lists are TOML's; mappings are written inline, empty values left out."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in data.items() if v is not None) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(_toml, data)) + "]"
    return json.dumps(data, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_file(data):
    return "\n".join(f"{key} = {_toml(value)}" for key, value in data.items() if value is not None)


DUMPERS = {"yaml": _yaml, "json": json.dumps, "toml": _toml_file}


# Shrinking a whole report takes minutes, and the first failing one says enough.
_NO_SHRINK = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@pytest.mark.parametrize("ending", DUMPERS)
@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow], deadline=None, phases=_NO_SHRINK)
@given(report=REPORTS)
def test_what_a_report_dumps_loads_as_the_same_report(folder, ending, report):
    assert _load(folder, DUMPERS[ending](report.model_dump(mode="json")), ending) == report


def test_figures_survive_the_dump_as_well(tmp_path):
    report = _load(tmp_path, YAML_TEXT)
    for ending, dump in DUMPERS.items():
        assert _load(tmp_path, dump(report.model_dump(mode="json")), ending) == report


PIECES = st.lists(
    st.one_of(
        st.binary(max_size=8),
        st.sampled_from(
            [
                piece.encode()
                for piece in (
                    "{",
                    "}",
                    "[",
                    "]",
                    ": ",
                    "- ",
                    "\n",
                    "  ",
                    "&a ",
                    "*a",
                    "!!x ",
                    '"',
                    "'",
                    "|",
                    ">",
                    "%",
                    "? ",
                )
            ]
            + [
                piece.encode()
                for piece in (
                    "organization",
                    "year: 2022",
                    "name: 甲",
                    "achievements:",
                    "body: ",
                    "{x}",
                    "= ",
                    "[[",
                    "#",
                    "---",
                )
            ]
        ),
    ),
    max_size=30,
).map(b"".join)


@pytest.mark.parametrize("ending", DATA_FILES)
@settings(max_examples=examples(120), deadline=None)
@given(data=PIECES)
def test_bytes_of_any_kind_give_a_report_or_a_data_file_error(folder, ending, data):
    path = Path(folder) / f"bytes{ending}"
    path.write_bytes(data)
    _report_or_error(path)


JSON_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["文", "{a}", "2022年"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["name", "heading", "lead", "body", "series", "inline", "after", "a", "value"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)
ALMOST_REPORTS = st.dictionaries(st.sampled_from([*WorkReport.model_fields, "plan"]), JSON_VALUES)


@settings(max_examples=examples(120), deadline=None)
@given(data=ALMOST_REPORTS)
def test_data_of_any_shape_gives_a_report_or_a_data_file_error(folder, data):
    path = Path(folder) / "shape.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    _report_or_error(path)


def _report_or_error(path):
    error = None
    try:
        WorkReport.load(path)
    except DataFileError as caught:
        error = caught
    if error is not None:
        assert (bool(error.findings), error.subject) == (True, str(path))
        for language in ("zh", "en"):
            assert all(line.startswith(str(path)) for line in error.message(language).split("\n"))
