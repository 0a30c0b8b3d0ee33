"""Chinese keys in data files: read as the English ones, in every format, with places and lines as the file has them."""

import json

import pytest

from renmin_docs import DataFileError, WorkReport
from renmin_docs.intake.datafiles.loading import figure_index_of, located, report_of
from renmin_docs.intake.datafiles.reading import read_source
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.datafiles.spelling import in_english

ENGLISH = """\
organization: {name: 清河街道, issuer: 清河街道办事处}
year: 2024
period: 2024年上半年
issue_date: 2024-07-01
marks: [一、, 1.]
numbering: native
header: {number: 清办报〔2024〕12号, classification: 秘密, classification_period: 1年, copy_number: 1, preprinted: true}
addressee: 区人民政府
figures:
  value: {value: 312, unit: 次, hedge: 余, step: 100}
  税收: {value: 1.36亿元, previous: {value: 1.28, unit: 亿元}}
  电梯: {total: 12部, parts: {其中: 7部, total: {value: 5, unit: 部}}, partial: false}
  时段: {low: 1月, high: 10月}
  占比: {part: 3家, of: 12家}
introduction: 走访{value}，税收{税收}，{税收:同比}，电梯{电梯:其中}，{时段}，{占比}。
achievements:
  series: ordinal
  inline: true
  body: [{lead: 甲, body: 文}]
difficulties: {heading: 难处, body: [{heading: 乙, series: plain, body: [{lead: 丙}]}]}
plans:
  - heading: 打算
    body:
      - caption: 表
        columns: [甲, {heading: 乙, unit: 元, alignment: right, kind: number}]
        rows: [[一, 2]]
        orientation: portrait
      - {caption: 指标, figures: [税收, {name: 电梯, label: 电梯数}]}
others: [{heading: 建议, after: plans, body: 文}]
conclusion: 完。
note: 联系人：某某
signature: {kind: sealed, issuers: [清河街道办事处]}
attachments: [{title: 名单, body: 文}]
imprint: {copied_to: 区委办, printed_by: 党政办, print_date: 2024-07-02, even_page: true}
page: {grid: B, fonts: plain, page_number: centred}
title_pattern: "{name}{period}总结"
headings: {achievements: "{period}工作"}
"""
CHINESE = """\
单位: {名称: 清河街道, 署名: 清河街道办事处}
年度: 2024
时段: 2024年上半年
成文日期: 2024-07-01
序号: [一、, 1.]
编号方式: 自动
版头: {发文字号: 清办报〔2024〕12号, 密级: 秘密, 保密期限: 1年, 份号: 1, 预印版头: 是}
主送: 区人民政府
数据:
  value: {数值: 312, 单位: 次, 约数: 余, 取整: 100}
  税收: {数值: 1.36亿元, 上期: {数值: 1.28, 单位: 亿元}}
  电梯: {总数: 12部, 其中: {其中: 7部, total: {数值: 5, 单位: 部}}, 部分列出: 否}
  时段: {起: 1月, 止: 10月}
  占比: {部分: 3家, 总体: 12家}
导语: 走访{value}，税收{税收}，{税收:同比}，电梯{电梯:其中}，{时段}，{占比}。
主要工作:
  序列: 并列
  同段: 是
  正文: [{引题: 甲, 正文: 文}]
问题: {标题: 难处, 正文: [{标题: 乙, 序列: 不编号, 正文: [{引题: 丙}]}]}
打算:
  - 标题: 打算
    正文:
      - 表题: 表
        列: [甲, {列名: 乙, 单位: 元, 对齐: 靠右, 类型: 数字}]
        行: [[一, 2]]
        纸张方向: 竖排
      - {表题: 指标, 数据: [税收, {名称: 电梯, 指标: 电梯数}]}
其他: [{标题: 建议, 位于: 打算, 正文: 文}]
结束语: 完。
附注: 联系人：某某
落款: {方式: 加盖印章, 署名机关: [清河街道办事处]}
附件: [{标题: 名单, 正文: 文}]
版记: {抄送: 区委办, 印发机关: 党政办, 印发日期: 2024-07-02, 双页结束: 是}
页面: {版式: B, 字体: 普通, 页码: 居中}
题目格式: "{name}{period}总结"
章标题: {主要工作: "{period}工作"}
"""
LEAST = "单位: {名称: 人民街道}\n年度: 2022\n打算: {正文: 文}\n"


def _file(folder, text, name="a.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _findings(path):
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(path)
    return [(finding.line, finding.place, finding.rule) for finding in caught.value.findings]


def test_a_file_in_chinese_is_the_report_that_the_english_one_is(tmp_path):
    english = WorkReport.load(_file(tmp_path, ENGLISH, "en.yaml"))
    assert WorkReport.load(_file(tmp_path, CHINESE, "zh.yaml")) == english
    assert english.numbering == "native"


def test_json_and_toml_have_chinese_keys_too(tmp_path):
    data = {"单位": {"名称": "人民街道"}, "年度": 2022, "主要工作": {"序列": "并列", "正文": [{"引题": "甲"}]}}
    toml = '"年度" = 2022\n"单位" = {"名称" = "人民街道"}\n["主要工作"]\n"序列" = "并列"\n"正文" = [{"引题" = "甲"}]\n'
    by_json = WorkReport.load(_file(tmp_path, json.dumps(data), "a.json"))
    assert by_json == WorkReport.load(_file(tmp_path, toml, "a.toml"))
    assert by_json.achievements[0].series == "ordinal"


def test_names_of_figures_are_never_translated(tmp_path):
    text = (
        LEAST
        + "数据: {数值: 3家, 单位: {总数: 5家, 其中: {正文: 2家, unit: 3家}}}\n主要工作: {正文: '{数值}{单位:其中}'}\n"
    )
    report = WorkReport.load(_file(tmp_path, text))
    assert [*report.figures] == ["数值", "单位"]
    assert format(report.figures["单位"], "其中") == "5家，其中正文2家、unit3家"


def test_a_figure_named_like_a_key_with_words_keeps_its_text(tmp_path):
    report = WorkReport.load(_file(tmp_path, LEAST + "数据: {series: 3家}\n主要工作: {标题: 编号, 正文: '{series}'}\n"))
    assert str(report.figures["series"]) == "3家"
    assert report.achievements[0].heading == "编号"


def test_one_key_in_both_spellings_is_refused_wherever_it_stands(tmp_path):
    text = (
        LEAST
        + "year: 2023\n主要工作:\n  正文:\n    - 引题: 甲\n      lead: 乙\n    - {列: [甲], 行: [[一]], rows: [[二]]}\n"
    )
    text += "数据:\n  甲: {数值: 3, value: 4}\n"
    rules = [rule for rule in _findings(_file(tmp_path, text)) if rule[2] == "key_in_both"]
    assert [(line, place) for line, place, _ in rules] == [
        (4, ""),
        (8, "主要工作.正文[0]"),
        (9, "主要工作.正文[1]"),
        (11, "数据.甲"),
    ]


def test_two_keys_of_one_mapping_may_be_in_two_languages(tmp_path):
    report = WorkReport.load(_file(tmp_path, LEAST + "achievements: {正文: [{lead: 甲, 正文: 乙}]}\n"))
    assert report.achievements[0].points[0].lead == "甲"


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ({"year": 2022, "organization": {}}, "en"),
        ({"年度": 2022, "单位": {}}, "zh"),
        ({"年度": 2022, "organization": {}}, "zh"),
        ({"年度": 2022, "organization": {}, "title": ""}, "en"),
        ({"foo": 1, "哈": 2}, "en"),
        ({}, "en"),
    ],
)
def test_a_file_is_in_the_spelling_of_most_of_its_keys(data, keys):
    source = DataSource(data)
    in_english(source)
    assert source.keys == keys


def test_faults_stand_at_the_line_and_path_of_the_file(tmp_path):
    text = (
        LEAST
        + "主要工作:\n  正文:\n    - 引题: 甲\n    - 标题: 乙\n      引题: 丙\n    - 正文: '{没有}'\n数据: {a: 很多}\n"
    )
    assert _findings(_file(tmp_path, text)) == [
        (7, "主要工作.正文[1]", "heading_and_lead"),
        (9, "主要工作.正文[2].正文", "unknown_figure"),
        (10, "数据.a", "figure_unreadable"),
    ]


def test_what_the_report_says_against_itself_is_placed_as_the_file_writes_it(tmp_path):
    text = LEAST + "主要工作:\n  正文:\n    - 走访3200余户。\n    - 共{户}，约3200户。\n数据: {户: 3家}\n"
    source = read_source(_file(tmp_path, text))
    found = [located(finding, source) for finding in report_of(source).check()]
    assert [(finding.line, finding.place) for finding in found] == [(7, "主要工作.正文[1]")]
    assert "主要工作.正文[0]" in found[0].message("zh")


def test_the_figure_index_names_places_as_the_file_writes_them(tmp_path):
    source = read_source(_file(tmp_path, LEAST + "数据: {户: 3家}\n主要工作: {正文: [文, '共{户}。']}\n"))
    places = [place.path for entry in figure_index_of(report_of(source), source) for place in entry.places]
    assert {"主要工作.正文[1]", "主要工作.标题", "题目"} <= set(places)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_messages_about_a_chinese_file_name_no_english_key(tmp_path, language):
    text = (
        LEAST + "主要工作: {同段: 是, 正文: [{标题: 甲, 引题: 乙}, {}]}\n其他: [{标题: 丙}]\n落款: {方式: 加盖签名章}\n"
    )
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(_file(tmp_path, text))
    message = caught.value.message(language)
    assert len(caught.value.findings) == 6
    for word in ("heading,", "series", "inline:", "others", "after", "issue_date", "positions；", "ordinal"):
        assert word not in message
    assert "序列" in message
    assert "成文日期" in message


def test_an_unknown_key_is_compared_with_the_keys_in_its_own_spelling(tmp_path):
    path = _file(tmp_path, "organization: {name: 人民街道}\nyear: 2022\n主要工做: {body: 文}\n")
    with pytest.raises(DataFileError) as caught:
        WorkReport.load(path)
    assert "是否应为：主要工作" in caught.value.message("zh")


def test_what_is_shared_by_an_alias_is_read_in_both_places(tmp_path):
    text = LEAST.replace("打算: {正文: 文}", "打算: &a {正文: [{引题: 甲}]}") + "主要工作: *a\n"
    report = WorkReport.load(_file(tmp_path, text))
    assert report.achievements[0].points == report.plans[0].points
