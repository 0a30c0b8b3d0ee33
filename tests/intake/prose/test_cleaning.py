"""Cleaning: each kind by its name, with its changes, and what it never touches."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmin_docs import DataFileError
from renmin_docs.intake.prose import furniture, page_lines, traditional
from renmin_docs.intake.prose.cleaning import CLEANING, clean
from renmin_docs.intake.prose.cleaning_steps import STEPS
from renmin_docs.intake.prose.paragraphs import Lines, Paragraph, lines_of
from renmin_docs.intake.prose.reading import parse_report


def cleaned(text, *names):
    """The text after the steps of these names, and their notes."""
    lines, notes = clean(lines_of(text), names)
    return "\n".join(line.text for line in lines), notes


@pytest.mark.parametrize(
    ("name", "mangled", "right"),
    [
        ("invisible", "人\u200b民\u00ad街道\ufeff", "人民街道"),
        ("invisible", "2022\u00a0年\u2003工作", "2022 年 工作"),
        ("radicals", "⼯作为⼈⺠，⻅实效", "工作为人民，见实效"),
        ("radicals", "\uf9b4导", "領导"),
        ("pinyin", "区(qū)委、政府(fǔ)", "区委、政府"),
        ("pinyin", "群众（zhòng）们(men)", "群众们"),
        ("punctuation", "认真学习,,扎实推进,。", "认真学习，扎实推进。"),
        ("punctuation", "一,、工作", "一、工作"),
        ("punctuation", "推进,；落实，，完成。。", "推进；落实，完成。"),
        ("punctuation", "目标:稳住;见效!好吗?", "目标：稳住；见效！好吗？"),
        ("punctuation", "2022年,完成9.75亿元,增长10%,居前列", "2022年，完成9.75亿元，增长10%，居前列"),
        ("punctuation", "“四上”(规模)企业(2家)", "“四上”（规模）企业（2家）"),
        ("punctuation", "工作完成.下一步", "工作完成。下一步"),
        ("quotes", '建成"红色驿站"4个', "建成“红色驿站”4个"),
        ("markdown", "# 总结\n**甲**办成*乙*", "总结\n甲办成乙"),
        ("markdown", "## 情况\n- 修路3条\n---\n> 再接再厉", "情况\n修路3条\n再接再厉"),
        ("spaces", "召开会议 32 场，占 10.5% 以上", "召开会议32场，占10.5%以上"),
        ("spaces", "工 作 总 结", "工作总结"),
        ("spaces", "2025 年，提前2 个月", "2025年，提前2个月"),
        ("page_numbers", "这项工\n— 12 —\n作", "这项工\n作"),
        ("page_numbers", "这项工- 3 -作", "这项工作"),
        ("page_numbers", "开头\n第 2 页 共 9 页\n结尾", "开头\n结尾"),
        ("page_numbers", f"开头\n1\n{'中间' * 40}\n2\n结尾", f"开头\n{'中间' * 40}\n结尾"),
    ],
)
def test_a_step_puts_right_what_it_is_named_for(name, mangled, right):
    text, notes = cleaned(mangled, name)
    assert text == right
    assert {note.rule for note in notes} == {next(step.rule for step in STEPS if step.name == name)}
    others = [other for other in CLEANING if other not in (name, "traditional", "invisible")]
    if name != "invisible":
        assert cleaned(mangled, *[other for other in others if other != name])[0] != right


@pytest.mark.parametrize(
    "text",
    [
        "投资1,234.5万元，占比10.67%，比值3:2",
        "网址http://www.example.org/a,b?c=d(e)，邮箱a.b@example.org",
        "文件号〔2022〕8号，标准GB/T 9704-2012，版本v2.1",
        "平台(APP)上线，Wi-Fi覆盖",
        "二十大、“三重一大”、3、4号楼",
        "省略……没有。。。完",
        "1.抓党建",
        "一.抓党建",
        "全年1—10月，9:30至17:30",
        "发布时间是群众最关心的，浏览次数也是。",
        "24小时\n不间断",
        "****年，街道办成****件实事，****户受益",
        "- 修路3条\n- 建房2栋",
        "#1楼、#2楼改造",
        "面积5*3*2米",
        "1\n党建\n2\n民生",
        "规章\n0\n行政许可\n12\n13",
        "一、抓党建 2022年集中学习",
        "1 抓党建\n（1） 12个支部",
        "大 中 小",
        "街道于 2018-06-15",
    ],
)
def test_what_is_right_stays_as_it_is(text):
    names = [name for name in CLEANING if name != "traditional"]
    assert cleaned(text, *names)[0] == text.replace("(APP)", "（APP）")


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2022-12-20 15:30　来源：人民街道　浏览次数：123",
        "【打印】 【关闭】",
        "字号：大 中 小",
        "打印本页 | 关闭窗口",
        "您现在的位置：首页 > 政务公开 > 工作总结",
        "首页 > 政务公开",
        "上一篇：某某街道召开会议",
        "索引号：12345/2022-00012",
        "版权所有：某某街道办事处",
        "某ICP备12345678号-1",
        "分享到：",
        "2022-12-20 09:30:00",
        "人民区政府网",
        "责任编辑：办公室",
    ],
)
def test_a_line_of_the_page_around_the_text_is_taken_out(line):
    body = "街道全年办成实事二十件，群众满意。"
    for mangled in (f"{line}\n{body}", f"{body}\n{line}"):
        text, (note,) = cleaned(mangled, "furniture")
        assert (text, note.rule) == (body, "clean_furniture")
    assert line in cleaned(f"{body}\n{line}\n{body}", "furniture")[0]


@pytest.mark.parametrize(
    "line",
    [
        *("人民街道办事处", "2022年12月20日", "特此报告。", "附件：实事清单", "一、工作情况", "工作中"),
        *(
            "希望大家再接再厉，再创佳绩！",
            "欢迎各位代表提出意见。",
            "完成任务。（注：见附件。）",
            "各社区上报的数据仅供参考。",
        ),
        *("查处侵权案件12起，全部处理完毕。", "为用户提供上门服务。", "群众登录平台即可查看进度。", "会员大会召开"),
        *("居民扫码即可点餐", "免费开放书房12处", "相关资料：", "街道网站下载量3万次", "更多群众得到实惠"),
        *(
            "持续关注困难群体，建立完整台账，让居民需求有回应。",
            "公开的内容不全面，资料来自各科室。",
            "为文化资源用户提供服务。",
        ),
        *("本文化站全年接待居民3万人次。", "开通热线", "名称变更12件", "点击率上升", "下一步继续努力"),
    ],
)
def test_what_stands_at_the_ends_of_a_report_stays(line):
    body = "街道全年办成实事二十件，群众满意。"
    assert cleaned(f"{line}\n{body}\n{line}", "furniture")[0] == f"{line}\n{body}\n{line}"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "（阅读全文需要登录）",
            "本文仅供参考，如有侵权请联系删除。",
            "微信扫一扫分享本文",
            "版权声明：本站文章来自网络",
        ),
        *(
            "下面是小编为大家整理的总结，供大家参考。",
            "点击下载文档",
            "该文档为doc格式",
            "首页>总结>街道",
            "分享到微信 微博",
        ),
        *(
            "索引号：1 发布机构：街道 发布日期：2024-01-08 有效性：有效",
            "上传人：某** 格式：DOC 页数：6",
            "[字体：] [阅读：]",
        ),
    ],
)
def test_a_line_of_a_copy_site_is_taken_out_at_both_ends(line):
    body = "街道全年办成实事二十件，群众满意。"
    text, notes = cleaned(f"{line}\n{body}\n{line}", "furniture")
    assert (text, [note.rule for note in notes]) == (body, ["clean_furniture"] * 2)


def test_other_papers_of_a_site_go_unless_a_signature_stands_below_them():
    body, others = "街道全年办成实事二十件，群众满意。", "相关文章：\n街道计划\n社区总结"
    assert cleaned(f"{body}\n{others}", "furniture")[0] == body
    signed = f"{body}\n{others}\n人民街道办事处\n2022年12月20日"
    assert cleaned(signed, "furniture")[0] == signed.replace("相关文章：\n", "")


LONG = "街道坚持为民办事，逐项回应居民关心的停车、养老、托育、就医等问题，年初承诺的实事全部兑现，街道面貌焕然一新，居民满意度上升"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (f"{LONG}，街1道有为。{LONG}，街2道有力。", True),
        (f"{LONG}，聚力增效1一是甲。{LONG}，做强做优2二是乙。", True),
        (f"{LONG}，打造1核。{LONG}，形成2翼。{LONG}，建设3带。", False),
        (f"{LONG}，专栏1甲。{LONG}，专栏2乙。", False),
        (f"{LONG}，街1道。街2道。", False),
        (f"{LONG}，新建1座，{LONG}，新建2座。", False),
    ],
)
def test_numbers_within_words_are_pages_where_they_count_on_from_page_to_page(text, taken):
    expected = "".join(character for character in text if not character.isdecimal()) if taken else text
    assert cleaned(text, "page_numbers")[0] == expected


def test_a_watermark_stands_behind_headings_and_behind_sentences():
    text = "总结某某网\n甲。某某网\n一、情况某某网\n乙。某某网\n丙。"
    assert cleaned(text, "watermarks")[0] == "总结\n甲。\n一、情况\n乙。\n丙。"
    same = "一、党建工作情况\n二、民生工作情况\n三、治安工作情况\n四、环保工作情况"
    assert cleaned(same, "watermarks")[0] == same


def test_a_note_lists_the_changes_of_a_line():
    _, (note,) = cleaned("甲\n区(qū)委区(qū)政府(fǔ)", "pinyin")
    assert note.line == 2
    assert note.message("zh") == "第 2 行：括号里的拼音已删去：“(qū)”→“”、“(fǔ)”→“”；本行 3 处"
    assert note.message("en") == "line 2: pinyin in brackets was taken out: “(qū)”→“”、“(fǔ)”→“”; 3 in this line"


def test_many_changes_are_counted_and_not_all_listed():
    _, (note,) = cleaned("".join(f"字{chr(0x2F00 + n)}" for n in range(40)), "radicals")
    assert note.expected == "40"
    assert note.found.endswith("…")


def test_a_step_that_is_not_named_is_not_done():
    text = "区(qū)委,,政府"
    assert cleaned(text)[0] == text
    assert cleaned(text, "pinyin")[0] == "区委,,政府"
    report = parse_report("一、甲\n" + text, cleaning=("pinyin",)).report
    assert report.achievements[0].body == ("区委,,政府",)


def test_a_step_with_a_minus_is_left_out_of_all():
    text = "区(qū)委,,政府"
    assert cleaned(text, "-pinyin")[0] == "区（qū）委，政府"
    assert cleaned(text, "-pinyin", "-punctuation")[0] == text


def test_an_unknown_step_is_named_with_those_that_there_are():
    with pytest.raises(DataFileError, match=r"no step of cleaning named pinyn; the steps are invisible, .*furniture"):
        parse_report("甲。", cleaning=("pinyn",))


def test_control_characters_always_go_and_are_counted():
    lines, (note,) = clean(lines_of("人\x07民\x1f街\ud800道"), ())
    assert lines[0].text == "人民街道"
    assert (note.rule, note.found) == ("unprintable_removed", "3")


TRADITIONAL = "街道認真學習,團結黨員群眾,APP與網址www.example.org不變,電話12345。"


def test_traditional_text_is_made_simplified_where_it_is_found():
    text = "\n".join(line.text for line in clean(lines_of(TRADITIONAL))[0])
    assert text == "街道认真学习，团结党员群众，APP与网址www.example.org不变，电话12345。"


def test_a_single_traditional_character_is_left_alone():
    lines, notes = clean(lines_of("甲骨文“龍”字展出。"))
    assert lines[0].text == "甲骨文“龍”字展出。"
    assert notes == []


def test_without_opencc_traditional_text_stays_and_the_note_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(traditional, "find_spec", lambda _: None)
    lines, notes = clean(lines_of(TRADITIONAL))
    assert "認真學習" in lines[0].text
    (note,) = [note for note in notes if note.rule == "traditional_kept"]
    assert "renmin-docs[traditional]" in note.message("zh")


def test_asking_for_opencc_where_it_is_missing_is_refused(monkeypatch):
    monkeypatch.setattr(traditional, "find_spec", lambda _: None)
    with pytest.raises(
        DataFileError, match=r"OpenCC is not installed; run: pip install \"renmin-docs\[traditional\]\""
    ):
        parse_report(TRADITIONAL, cleaning=("traditional",))


@given(st.text(alphabet="0123456789.,:-/%()~ \nabcABC@_?=&", min_size=1))
def test_text_without_chinese_is_never_changed(text):
    names = [name for name in CLEANING if name not in ("page_numbers", "furniture")]
    lines = lines_of(text)
    assert clean(lines, names)[0] == lines


def test_markdown_that_is_left_as_it_is_has_no_tables():
    text = "# 街道2022年工作总结\n一、情况\n| 指标 | 本年 |\n|---|---|\n| 税收 | 1.36亿元 |\n"
    assert len(parse_report(text).report.achievements[0].body) == 1
    assert parse_report(text, cleaning=["-markdown"]).report.achievements[0].body[0] == "| 指标 | 本年 |"


def test_a_list_of_contents_that_was_typed_is_printed_as_a_contents_page():
    text = "人民街道2022年工作总结\n{}一、工作情况\n走访居民860户。\n二、工作打算\n继续努力。\n"
    contents = "目录\n一、工作情况……1\n二、工作打算……2\n"
    assert parse_report(text.format(contents)).report.contents
    assert not parse_report(text.format("")).report.contents


SUBSTITUTIONS = [each for step in STEPS for each in step.substitutions]
PIECES = [
    "工",
    "作",
    "，",
    "。",
    "、",
    "；",
    "：",
    "“",
    "”",
    "（",
    "(",
    "）",
    ")",
    ",",
    ".",
    ":",
    "?",
    "!",
    "-",
    "—",
    "－",
]
PIECES += [" ", "\u3000", "\n", "1", "12", "2022", "98.5%", "年", "工作总结", "qū", "de", "x", "/", "02", "https://"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_match_of_a_step_holds_its_signs_and_its_hint(text):
    for each in SUBSTITUTIONS:
        if match := each.pattern().search(text):
            assert not each.signs or not each.signs.isdisjoint(Lines.of([Paragraph(match[0])]).signs), match
            assert each.hint is None or each.hint().search(text), match


ROWS = [pattern() for pattern in page_lines.ROWS]


def test_no_sign_of_a_row_begins_with_another():
    assert [pair for pair in permutations(page_lines.ROWS.signs, 2) if pair[0].startswith(pair[1])] == []


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
@settings(max_examples=5)
@given(data=st.data())
def test_every_line_of_a_row_holds_one_of_its_signs(row, data):
    assert row in page_lines.ROWS.likely(data.draw(st.from_regex(row, fullmatch=True)))


def test_a_plain_text_needs_none_of_the_long_patterns():
    plain = [
        "人民街道2022年工作总结",
        "2022年，街道新增企业3家，营业额增长98.5%。",
        "一、工作情况",
        "人民街道办事处",
        "2022年12月30日",
    ]
    lines = lines_of("\n".join(plain))
    assert not any(map(page_lines.ROWS.likely, plain))
    assert not any(each.hint().search(line) for each in SUBSTITUTIONS if each.hint for line in plain)
    assert furniture.furniture(Lines.of(lines)) == {}
    assert clean(lines) == (lines, [])
