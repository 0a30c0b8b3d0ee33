"""Broken profiles, reports that don't fit theirs, and Chinese keys as clerks get them wrong."""

from __future__ import annotations

REPORT = "profile: ours.yaml\nyear: 2022\nissue_date: 2022-12-20\nachievements: {body: 文}\nplans: {body: 文}\n"
CHINESE = "单位: {名称: 人民街道}\n年度: 2022\n成文日期: 2022-12-20\n"

PROFILES: dict[str, tuple[str, str | bytes]] = {
    # Chinese keys
    "中文: nothing that must be there": ("a.yaml", "题目: 总结\n"),
    "中文: unknown keys, near and far": (
        "a.yaml",
        CHINESE + "主要工作:\n  正问: 文\n  正文:\n    - {小标题: 甲, 正文: 文}\n    - {某某: [1]}\n导言: 文\nfoo: 1\n",
    ),
    "中文: one key in both spellings": (
        "a.yaml",
        CHINESE + "year: 2023\n主要工作:\n  正文:\n    - {引题: 甲, lead: 乙, body: 文, 正文: 文}\n",
    ),
    "中文: a key twice": ("a.yaml", CHINESE + "年度: 2023\n主要工作: {正文: 文}\n"),
    "中文: values": (
        "a.yaml",
        CHINESE + "主要工作: {序列: 顺序, 正文: 文}\n落款: {方式: 盖章}\n页面: {版式: 甲, 字体: 宋体, 页码: 右}\n"
        "编号方式: 手打\n其他: [{标题: 建议, 位于: 末尾}, {标题: 意见}]\n",
    ),
    "中文: points and chapters": (
        "a.yaml",
        CHINESE
        + "主要工作:\n  同段: 是\n  正文:\n    - {标题: 甲, 引题: 乙}\n    - {}\n打算: [{正文: 文}, {正文: 文}]\n",
    ),
    "中文: tables and pictures": (
        "a.yaml",
        CHINESE + "打算:\n  正文:\n    - {表题: 表, 列: [甲], 数据: [乙]}\n    - {表题: 表, 行: [[一]]}\n"
        "    - {图片: 没有.png, 图题: 图}\n    - {图片: 广场.gif}\n    - {列: [{列明: 甲}], 行: [[一, 二]]}\n",
    ),
    "中文: figures": (
        "a.yaml",
        CHINESE
        + "数据:\n  网点: {数直: 3}\n  企业: {总数: 7家, 其中: {甲: 3家, 乙: 5家}}\n  税收: {数值: 很多, 上期: 3}\n"
        "主要工作: {正文: '{网店}{企业:其中}'}\n",
    ),
    "中文: an official document": (
        "a.yaml",
        (
            "单位: {名称: 人民街道}\n年度: 2022\n主要工作: {正文: 文}\n版头: {文号: 1, 保密期限: 1年}\n"
            "落款: {方式: 加盖签名章}\n版记: {抄送机关: 区委}\n附件: [{名称: 名单}]\n"
        ),
    ),
    "中文: a full-width colon": ("a.yaml", "单位: {名称: 人民街道}\n年度：2022\n"),
    "中文: JSON": (
        "a.json",
        '{"单位": {"名称": "人民街道"},\n "年度": "二零", "year": 2022,\n "主要工作": {"正问": "文"}}',
    ),
    "中文: TOML": ("a.toml", '"年度" = 2022\n"单位" = {"名字" = "人民街道"}\n["主要工作"]\n"正文" = 3\n'),
    "中文: two languages": ("a.yaml", "单位: {名称: 人民街道}\nyear: 2022\nachievements: {正文: 文, haeding: 甲}\n"),
    # Profiles
    "a profile that is not there": ("a.yaml", "year: 2022\nprofile: 没有.yaml\n"),
    "a profile that is no path": ("a.yaml", REPORT.replace("ours.yaml", "[ours.yaml]")),
    "a profile that is empty": ("a.yaml", REPORT),
    "a profile of broken YAML": ("a.yaml", REPORT),
    "a profile of another ending": ("a.yaml", REPORT.replace("ours.yaml", "ours.docx")),
    "a profile with keys of a report": ("a.yaml", REPORT),
    "a profile that names a profile": ("a.yaml", REPORT),
    "a profile of unknown keys": ("a.yaml", REPORT),
    "a profile of wrong values": ("a.yaml", REPORT),
    "a profile and a report, both wrong": ("a.yaml", REPORT + "foo: 1\nplan: {body: 文}\n"),
    "a Chinese profile under an English report": ("a.yaml", REPORT + "bar: 1\n"),
    "a profile without the name": ("a.yaml", REPORT),
    "a signature of the profile without a date": ("a.yaml", REPORT.replace("issue_date: 2022-12-20\n", "")),
    "a signature of the profile that does not fit": ("a.yaml", REPORT + "signature: {issuers: [甲, 乙]}\n"),
    "a template of the profile that is not there": ("a.yaml", REPORT),
    "a template that is not there": ("a.yaml", REPORT + "template: ours.docx\n"),
    "a ladder of the profile that is too short": (
        "a.yaml",
        REPORT.replace("achievements: {body: 文}", "achievements: {body: [{lead: 甲, body: 文}]}"),
    ),
}

OFFICE = "organization: {name: 人民街道}\n"
BESIDE: dict[str, tuple[str, str]] = {
    "a profile that is empty": ("ours.yaml", "\n"),
    "a profile of broken YAML": ("ours.yaml", "organization: {name: 人民街道\n"),
    "a profile of another ending": ("ours.docx", OFFICE),
    "a profile with keys of a report": (
        "ours.yaml",
        OFFICE + "year: 2022\nfigures: {a: 3家}\nheader: {number: 人办〔2022〕1号}\n",
    ),
    "a profile that names a profile": ("ours.yaml", OFFICE + "profile: more.yaml\n"),
    "a profile of unknown keys": (
        "ours.yaml",
        "organisation: {name: 人民街道}\norganization: {nmae: 甲}\nheadings: {plan: 甲}\nfoo: 1\n",
    ),
    "a profile of wrong values": (
        "ours.yaml",
        (
            "organization: 人民街道\ntitle_pattern: '{nam}{period}{'\nheadings: {plans: '{name}打算'}\nmarks: 一、\nnumbering: typd\n"
            "page: {grid: C}\ntemplate: 3\naddressee: {a: b}\n"
        ),
    ),
    "a profile and a report, both wrong": ("ours.yaml", OFFICE + "page: {font: plain}\n"),
    "a Chinese profile under an English report": (
        "ours.yaml",
        "单位: {名称: 人民街道}\n页面: {字形: 普通}\n落款: {方式: 签名}\n",
    ),
    "a profile without the name": ("ours.yaml", "organization: {issuer: 人民街道办事处}\n"),
    "a signature of the profile without a date": ("ours.yaml", OFFICE + "signature: {kind: sealed}\n"),
    "a signature of the profile that does not fit": (
        "ours.yaml",
        OFFICE + "signature: {kind: stamped, positions: [主任]}\n",
    ),
    "a template of the profile that is not there": ("ours.yaml", OFFICE + "template: work_reprot\n"),
    "a template that is not there": ("ours.yaml", OFFICE),
    "a ladder of the profile that is too short": ("ours.yaml", OFFICE + "marks: [一、]\n"),
}
"""Broken report → the profile beside it: name and content."""
