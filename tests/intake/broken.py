"""Broken data files: what people, editors and programs really make of a report's file.

`python -m tests.intake.broken` writes the messages of them all anew to tests/golden; read the diff.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from renmin_docs import DataFileError, WorkReport
from tests.intake.broken_official import OFFICIAL
from tests.intake.broken_profiles import BESIDE, PROFILES

GOLDEN = Path(__file__).parent.parent / "golden"
HEAD = "organization: {name: 人民街道}\nyear: 2022\n"
JSON_HEAD = '{"organization": {"name": "人民街道"},\n "year": 2022,\n '
TOML_HEAD = 'year = 2022\norganization = {name = "人民街道"}\n'

BROKEN: dict[str, tuple[str, str | bytes]] = {
    # The keys and values of a report
    "nothing that must be there": ("a.yaml", "title: 总结\n"),
    "several faults at once": (
        "a.yaml",
        (
            "organization:\n  nmae: 人民街道\nyear: 二零二二\nperiod: [1]\nfigures: {a: 七家}\n"
            "achievements:\n  body:\n    - heading: 甲\n      lead: 乙\n      body: 数{b}\n    - {heading: 3, series: roman}\n"
            "plans:\n  - heading: 打算\n  - body: [1]\nothers: {heading: 建议}\n"
        ),
    ),
    "unknown keys, near and far": (
        "a.yaml",
        HEAD + "achievements:\n  body:\n    - haeding: 甲\n      body: 文\n    - zzz: 1\nintroducton: 文\nfoo: 1\n",
    ),
    "a key of others in another chapter": ("a.yaml", HEAD + "achievements: {body: 文, aftr: plans}\n"),
    "wrong types": (
        "a.yaml",
        (
            "organization: 人民街道\nyear: 22\nissue_date: 2022年12月20日\nmarks: 一、\nintroduction: {a: b}\n"
            "achievements:\n  inline: maybe\n  heading: 2022\n  body: 3.5\ndifficulties: 无\nfigures: [1]\n"
        ),
    ),
    "empty values": ("a.yaml", "organization:\nyear:\nachievements:\n  body:\n    - heading:\n    -\n"),
    "a date that is a number": ("a.yaml", HEAD + "issue_date: 20221220\nachievements: {body: 文}\n"),
    "a date that does not exist": ("a.yaml", HEAD + "issue_date: 2022-02-30\nachievements: {body: 文}\n"),
    "periods": ("a.yaml", HEAD + "period: 2021年上半年\nachievements: {body: 文}\n"),
    "a period that is none": ("a.yaml", HEAD + "period: 2022年第五季度\nachievements: {body: 文}\n"),
    "points": (
        "a.yaml",
        (
            HEAD + "achievements:\n  body:\n    - {}\n    - {heading: 甲, lead: 乙}\n    - {heading: 一, body: ''}\n"
            "    - {body: [], series: plain}\n"
        ),
    ),
    "inline": (
        "a.yaml",
        (
            HEAD + "achievements:\n  inline: true\n  body: 文\n"
            "plans:\n  inline: true\n  series: plain\n  body:\n    - {heading: 甲}\n    - {lead: 乙, body: [文, 文]}\n"
        ),
    ),
    "deeper than the ladder": (
        "a.yaml",
        (
            HEAD + "achievements:\n  body:\n    - heading: 甲\n      body:\n        - heading: 乙\n          body:\n"
            "            - heading: 丙\n              body:\n                - lead: 丁\n"
        ),
    ),
    "a ladder of one rung": ("a.yaml", HEAD + "marks: [一、]\nachievements:\n  body: [{lead: 甲}]\n"),
    "a ladder that is none": ("a.yaml", HEAD + "marks: [一、, 甲、]\nachievements: {body: 文}\n"),
    "chapters without a heading": ("a.yaml", HEAD + "achievements: [{body: 文}, {body: 文}]\n"),
    "others without a place": ("a.yaml", HEAD + "achievements: {body: 文, after: plans}\nothers: {heading: 建议}\n"),
    "others in a wrong place": ("a.yaml", HEAD + "achievements: {body: 文}\nothers: [{heading: 建议, after: plan}]\n"),
    "depth behind a wrong type": (
        "a.yaml",
        HEAD + "marks: [一、]\nachievements:\n  body: [{lead: 甲}]\nplans:\n  heading: [1]\n  body: [{lead: 甲}]\n",
    ),
    # Texts and figures
    "an unclosed brace": ("a.yaml", HEAD + "achievements: {heading: '甲{', body: '共{shops家'}\n"),
    "placeholders that are none": ("a.yaml", HEAD + "achievements: {body: ['{a b}', '{}', '{a:}', '}']}\n"),
    "control characters": (
        "a.yaml",
        HEAD + 'achievements: {body: ["一\\u0007二", 文, "\\0\\x85"], heading: "\\uFFFE"}\n',
    ),
    "a line break in a heading": ("a.yaml", HEAD + "achievements:\n  heading: |\n    甲\n    乙\n"),
    "a figure's name that is none": ("a.yaml", HEAD + "figures: {'a-b': 7家, '1': 3}\nachievements: {body: 文}\n"),
    "figures that are none": (
        "a.yaml",
        (
            HEAD
            + "figures:\n  a: 很多\n  b: true\n  c: {vlaue: 3}\n  d:\n  e: {total: 7家}\n  f: [1]\n  g: 1e999999999\n"
            "achievements: {body: 文}\n"
        ),
    ),
    "figures and mentions of a broken report": (
        "a.yaml",
        (
            "year: 2022\nfigures:\n  firms: {total: 7家, parts: {甲: 3家, 乙: 5家}}\n  bad: x\n"
            "achievements:\n  body: ['{firm}', '{firms:总计}', '{bad}', '{firms}']\n"
        ),
    ),
    # Files that are none
    "empty": ("a.yaml", ""),
    "blank": ("a.json", " \n\n"),
    "comments only": ("a.yaml", "# 工作总结\n# 待填\n"),
    "an empty mapping": ("a.json", "{}"),
    "an empty TOML": ("a.toml", "# 待填\n"),
    "a list": ("a.yaml", "- 一\n- 二\n"),
    "a list in JSON": ("a.json", "[1]"),
    "a text": ("a.yaml", "人民街道2022年工作总结\n"),
    "a number": ("a.json", "2022"),
    "null": ("a.json", "null"),
    "GBK": ("a.yaml", (HEAD + "achievements: {body: 街道坚持以人民为中心。}\n").encode("gbk")),
    "UTF-16": ("a.yaml", HEAD.encode("utf-16")),
    "UTF-16 without a mark": ("a.yaml", "organization: Renmin\n".encode("utf-16-le")),
    "a stray byte": ("a.yaml", HEAD.encode() + b"title: \xff\n"),
    "a Word document": ("a.yaml", b"PK\x03\x04\x14\x00"),
    "an old Word document": ("a.yaml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "a PDF": ("a.yaml", b"%PDF-1.7\n%\xe2"),
    "another ending": ("a.txt", HEAD),
    "no ending": ("report", HEAD),
    # YAML
    "YAML: a key twice": (
        "a.yaml",
        HEAD + "achievements:\n  body:\n    - lead: 甲\n      lead: 乙\n  heading: 一\n  heading: 二\nyear: 2023\n",
    ),
    "YAML: a colon in a text": ("a.yaml", HEAD + "achievements:\n  heading: 成绩: 很多\n"),
    "YAML: an unclosed quotation mark": ("a.yaml", HEAD + 'title: "总结\nachievements: {body: 文}\n'),
    "YAML: an unclosed single quotation mark": ("a.yaml", HEAD + "title: '总结\nachievements: {body: 文}\n"),
    "YAML: text behind a quotation": ("a.yaml", HEAD + 'title: "人民街道"工作总结\n'),
    "YAML: a tab": ("a.yaml", HEAD + "achievements:\n\tbody: 文\n"),
    "YAML: indentation": ("a.yaml", HEAD + "achievements:\n    heading: 甲\n  body: 文\n"),
    "YAML: a key without a colon": ("a.yaml", HEAD + "achievements\nplans: {body: 文}\n"),
    "YAML: a full-width colon before a text": ("a.yaml", HEAD + "title：总结\nachievements: {body: 文}\n"),
    "YAML: a list item beside its key": ("a.yaml", HEAD + "achievements:\n  body: - 甲\n"),
    "YAML: an unclosed bracket": ("a.yaml", HEAD + "achievements:\n  body: [甲, 乙\nplans: {body: 文}\n"),
    "YAML: an unclosed brace": ("a.yaml", HEAD + "achievements: {body: 文\n"),
    "YAML: a text that begins with a figure": ("a.yaml", HEAD + "achievements:\n  body: {shops}已整治\n"),
    "YAML: a list item that begins with a figure": ("a.yaml", HEAD + "achievements:\n  body:\n    - {shops}已整治\n"),
    "YAML: a text that begins with @": ("a.yaml", HEAD + "title: @总结\n"),
    "YAML: a text that begins with %": ("a.yaml", HEAD + "title: %5\n"),
    "YAML: a text in bold": ("a.yaml", HEAD + "achievements:\n  body:\n    - **重点**工作\n"),
    "YAML: a backslash": ("a.yaml", HEAD + 'title: "C:\\总结"\n'),
    "YAML: text behind |": ("a.yaml", HEAD + "title: |总结\n"),
    "YAML: an unknown alias": ("a.yaml", HEAD + "achievements: {body: *文}\n"),
    "YAML: an alias in itself": ("a.yaml", HEAD + "achievements: &a {body: [*a]}\n"),
    "YAML: text behind a hash": ("a.yaml", HEAD + "achievements:\n  body: 走访 #3 楼栋。\n"),
    "YAML: text behind a bracket": ("a.yaml", HEAD + "achievements:\n  body: [走访]完成。\n"),
    "YAML: a full-width comma": ("a.yaml", HEAD + "achievements:\n  body:\n    - {lead: 甲， body: 文}\n"),
    "YAML: a full-width colon": ("a.yaml", HEAD + "achievements：\n  body: 文\n"),
    "YAML: a text with a colon": ("a.yaml", HEAD + "achievements:\n  body:\n    - 街道提出: 多走访。\n    - {户数}\n"),
    "YAML: full-width spaces": ("a.yaml", HEAD + "achievements:\n　　body: 文\n"),
    "no chapter": ("a.yaml", HEAD + "achievements: []\n"),
    "YAML: a Python object": (
        "a.yaml",
        HEAD + 'title: !!python/object/apply:os.system ["ls"]\nachievements: {body: 文}\n',
    ),
    "YAML: tags": ("a.yaml", HEAD + "title: !重要 总结\nachievements: !!omap [a: 1]\n"),
    "YAML: an undefined tag handle": ("a.yaml", HEAD + "title: !x!y 总结\n"),
    "YAML: two documents": ("a.yaml", HEAD + "achievements: {body: 文}\n---\n" + HEAD),
    "YAML: a list as a key": ("a.yaml", HEAD + "achievements: {body: 文, [1, 2]: 3}\n"),
    "YAML: a raw control character": ("a.yaml", HEAD + "title: 总\x07结\n"),
    "YAML: keys of numbers and nothing": ("a.yaml", HEAD + "achievements: {body: 文}\n2022: 一\n~: 二\ntrue: 三\n"),
    "YAML: an escape in a key": ("a.yaml", HEAD + 'achievements: {body: 文}\n"a\\e[31m\\n": 1\n'),
    "YAML: a directive": ("a.yaml", "%FOO bar\n%YAML 1.x\n---\n" + HEAD),
    "YAML: a year of many digits": (
        "a.yaml",
        "organization: {name: 街道}\nyear: " + "9" * 5000 + "\nachievements: {}\n",
    ),
    # JSON
    "JSON: a key twice": ("a.json", JSON_HEAD + '"achievements": {"body": "文",\n  "body": "字"}, "year": 2023}'),
    "JSON: a missing comma": ("a.json", '{"organization": {"name": "人民街道"}\n "year": 2022}'),
    "JSON: a missing colon": ("a.json", '{"year" 2022}'),
    "JSON: a trailing comma": ("a.json", '{"year": 2022,\n}'),
    "JSON: a trailing comma in a list": ("a.json", '{"introduction": ["一",\n]}'),
    "JSON: a comma before nothing": ("a.json", '{"introduction": ["一", , "二"]}'),
    "JSON: a comma and no end": ("a.json", '{"year": 2022,'),
    "JSON: a key without quotation marks": ("a.json", "{year: 2022}"),
    "JSON: Chinese quotation marks": ("a.json", "{“year”: 2022}"),
    "JSON: a value without quotation marks": ("a.json", '{"title": 总结}'),
    "JSON: an unclosed quotation mark": ("a.json", '{"year": 2022,\n "title": "总结}'),
    "JSON: a line break in a text": ("a.json", '{"title": "总\n结"}'),
    "JSON: a backslash": ("a.json", '{"title": "C:\\总结"}'),
    "JSON: a broken escape": ("a.json", '{"title": "\\u12"}'),
    "JSON: two documents": ("a.json", "{}\n{}"),
    "JSON: cut off": ("a.json", '{"organization": {"name": "人民街道"'),
    "JSON: no numbers": ("a.json", JSON_HEAD + '"figures": {"a": NaN,\n "b": -Infinity}, "introduction": NaN}'),
    "JSON: control characters": ("a.json", JSON_HEAD + '"achievements":\n {"body": ["一", "二\\u0000", "\\ufffe"]}}'),
    "JSON: lone surrogates": (
        "a.json",
        JSON_HEAD + '"achievements":\n {"body": ["一", {"lead": "二\\ud800"}], "heading": "\\udc00"}, "\\ud801": 1}',
    ),
    "JSON: figures of all kinds": (
        "a.json",
        JSON_HEAD + '"figures": {"a": 1e99999999999999999999, "b": {}, "c": "\\ud800", "\\ud800": 1},\n'
        ' "achievements": {"body": "{a}"}}',
    ),
    "JSON: a year of many digits": ("a.json", '{"year": ' + "9" * 5000 + "}"),
    "JSON: a year of some digits": ("a.json", '{"year": ' + "9" * 500 + "}"),
    # TOML
    "TOML: a key twice": ("a.toml", "year = 2022\nyear = 2023\n"),
    "TOML: a table twice": ("a.toml", "[organization]\nname = '甲'\n[organization]\nname = '乙'\n"),
    "TOML: a Chinese key": ("a.toml", TOML_HEAD + "[figures]\n网点 = '7家'\n"),
    "TOML: a Chinese key in a table": ("a.toml", TOML_HEAD + "figures = {网点 = '7家'}\n"),
    "TOML: a value without quotation marks": ("a.toml", "title = 总结\n"),
    "TOML: no equals sign": ("a.toml", "title\n"),
    "TOML: a colon": ("a.toml", "title: '总结'\n"),
    "TOML: no value": ("a.toml", "title = \nyear = 2022\n"),
    "TOML: text behind the value": ("a.toml", "title = '总结' 2022\n"),
    "TOML: an unclosed quotation mark": ("a.toml", 'year = 2022\ntitle = "总结\n'),
    "TOML: an unclosed long text": ("a.toml", 'title = """总结\n'),
    "TOML: an unclosed list": ("a.toml", "introduction = ['一', '二'\nyear = 2022\n"),
    "TOML: a backslash": ("a.toml", 'title = "C:\\总结"\n'),
    "TOML: a surrogate": ("a.toml", 'title = "\\ud800"\n'),
    "TOML: a date that does not exist": ("a.toml", "issue_date = 2022-02-30\n"),
    "TOML: dates and times": (
        "a.toml",
        TOML_HEAD + "issue_date = 2022-12-20T10:00:00\nperiod = 10:00:00\ntitle = 2022-12-20\n",
    ),
    "TOML: no numbers": ("a.toml", TOML_HEAD + "title = nan\n[achievements]\nbody = inf\n[figures]\na = nan\n"),
    "TOML: a number of many digits": ("a.toml", "title = '总结'\nyear = " + "9" * 5000 + "\n"),
    "TOML: keys and values": ("a.toml", TOML_HEAD + "[achievements]\nbdy = '文'\nheading = 3\n"),
    **OFFICIAL,
    **PROFILES,
}


def messages(folder: Path, name: str) -> tuple[str, str]:
    """All that is said about a broken file, in Chinese and English, as if it lay in the working directory."""
    file, content = BROKEN[name]
    if name in BESIDE:
        beside, text = BESIDE[name]
        (folder / beside).write_text(text, encoding="utf-8")
    (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        WorkReport.load(folder / file)
    except DataFileError as error:
        prefix = f"{folder}{os.sep}"
        return error.message("zh").replace(prefix, ""), error.message("en").replace(prefix, "")
    raise AssertionError(f"{name}: nothing was found")


def golden(language: str) -> dict[str, str]:
    """The messages about each broken file, as they are kept."""
    text = (GOLDEN / f"broken_files.{language}.txt").read_text(encoding="utf-8")
    blocks = (block.partition("\n") for block in text.removeprefix("# ").removesuffix("\n").split("\n\n# "))
    return {name: messages for name, _, messages in blocks}


def _write(language: str) -> None:
    blocks = []
    for name in BROKEN:
        with tempfile.TemporaryDirectory() as folder:
            blocks.append(f"# {name}\n{messages(Path(folder), name)[language == 'en']}\n")
    (GOLDEN / f"broken_files.{language}.txt").write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    for language in ("zh", "en"):
        _write(language)
