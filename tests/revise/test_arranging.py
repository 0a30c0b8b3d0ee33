"""What was moved in Word is moved in the data as it is written there; rows and columns of tables come and go."""

import copy

import pytest

from renmin_docs.ooxml.names import w
from tests.revise.edited import updated, with_changes

DATA = """\
单位: {名称: 清河街道}
年度: 2025
数据: {走访: 860户}
主要工作:
- 标题: 党建
  正文:
    # 书记审
    - 标题: 支部   # 三科

      正文: |
        新增支部3个。
        走访{走访}。
      # 待补
    - 标题: 队伍
      正文:
        - 'it''s ok。'   # 单引
        # 双引的一段
        - "培训党员
          五期。"
    - 引题: 阵地   # 只有引题
- 标题: 经济
  正文:
    - 招商成效明显。   # 招商
打算:
  正文:
    - 一段打算。
    - 表题: 指标
      列: [指标, 数值, 增幅]
      行:
        # 第一行
        - [走访, "{走访}", 5]   # 走访
        - [实事, 8件, 3]
        - [就业, 90人, 2]
成文日期: 2025-12-20
"""
BRANCH = """\
    # 书记审
    - 标题: 支部   # 三科

      正文: |
        新增支部3个。
        走访{走访}。
      # 待补
"""
TEAM = """\
    - 标题: 队伍
      正文:
        - 'it''s ok。'   # 单引
        # 双引的一段
        - "培训党员
          五期。"
"""
LEAD = "    - 引题: 阵地   # 只有引题\n"
LINES = ["支部", "新增支部", "走访860户。"]


def swapped(body):
    body.move(LINES, "培训党员")


def to_another_chapter(body):
    body.move(LINES, "招商成效")


def with_other_words(body):
    body.move(LINES, "培训党员")
    body.retype("新增支部", "新建党支部")


def one_paragraph(body):
    body.move("培训党员", "招商成效")


def under_another_point(body):
    body.move("招商成效", "ok。")


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (swapped, DATA.replace(BRANCH + TEAM, TEAM + BRANCH)),
        (
            to_another_chapter,
            DATA.replace(BRANCH, "").replace(
                "    - 招商成效明显。   # 招商\n", f"    - 招商成效明显。   # 招商\n{BRANCH}"
            ),
        ),
        (with_other_words, DATA.replace(BRANCH + TEAM, TEAM + BRANCH).replace("新增支部", "新建党支部")),
        (
            one_paragraph,
            DATA.replace('        # 双引的一段\n        - "培训党员\n          五期。"\n', "").replace(
                "   # 招商\n", '   # 招商\n    # 双引的一段\n    - "培训党员\n      五期。"\n'
            ),
        ),
    ],
)
def test_what_was_moved_keeps_its_comments_and_its_lines(change, wanted):
    found = updated(DATA, with_changes(change))
    assert found.text == wanted
    assert found.unplaced == ()
    assert any(edit.old == edit.new for edit in found.edits)


def test_a_move_out_of_a_body_takes_the_key_of_the_body_with_it():
    found = updated(DATA, with_changes(under_another_point))
    assert "- 标题: 经济\n打算:\n" in found.text
    assert "        - 'it''s ok。'   # 单引\n        - 招商成效明显。   # 招商\n        # 双引的一段\n" in found.text
    assert found.unplaced == ()


def test_a_paragraph_under_a_point_that_was_moved_too_is_moved_behind_it():
    def change(body):
        body.move([*LINES, "培训党员"], "招商成效")

    found = updated(DATA, with_changes(change))
    assert found.text.count("    # 书记审\n    - 标题: 支部   # 三科\n") == 1
    assert '        # 双引的一段\n        - "培训党员\n          五期。"\n      # 待补\n打算:\n' in found.text
    assert found.unplaced == ()


def test_rows_come_go_and_move_with_their_comments():
    def change(body):
        body.row("实事", ["信访", "6件, 全办结", "1"])
        body.row("就业").addnext(body.row("走访"))
        gone = body.row("实事")
        gone.getparent().remove(gone)

    found = updated(DATA, with_changes(change))
    rows = found.text[found.text.index("      行:\n") : found.text.index("成文日期")]
    assert rows == (
        "      行:\n"
        '        - [信访, "6件, 全办结", 1]\n'
        "        - [就业, 90人, 2]\n"
        "        # 第一行\n"
        '        - [走访, "{走访}", 5]   # 走访\n'
    )
    assert found.unplaced == ()


def test_a_column_comes():
    def change(body):
        for row, text in (("指标", "备注"), ("走访860", "甲"), ("实事", "乙"), ("就业", "丙")):
            cells = [*body.row(row).iter(w("tc"))]
            new = copy.deepcopy(cells[0])
            next(new.iter(w("t"))).text = text
            cells[-1].addnext(new)

    found = updated(DATA, with_changes(change))
    assert '      列: [指标, 数值, 增幅, "备注"]\n' in found.text
    assert '        - [走访, "{走访}", 5, "甲"]   # 走访\n' in found.text
    assert (found.unplaced, len(found.edits)) == ((), 1)


def test_a_column_goes():
    def change(body):
        for row in ("指标", "走访860", "实事", "就业"):
            cells = [*body.row(row).iter(w("tc"))]
            cells[1].getparent().remove(cells[1])

    found = updated(DATA, with_changes(change))
    assert "      列: [指标, 增幅]\n" in found.text
    assert "        - [走访, 5]   # 走访\n" in found.text
    assert found.unplaced == ()


JSON = """\
{
  "organization": {"name": "清河街道"},
  "year": 2025,
  "achievements": {
    "body": [
      "甲段。",
      {
        "heading": "党建",
        "body": ["新增3家。"]
      }
    ]
  }
}
"""


def test_new_items_of_json_stand_in_lines_as_the_others_do():
    def change(body):
        body.add("甲段", "乙段。")
        body.add("新增", "（二）经济", before=False)

    found = updated(JSON, with_changes(change), "report.json")
    point = '      {\n        "body": "经济"\n      }\n'
    assert found.text == JSON.replace('"甲段。",\n', '"甲段。",\n      "乙段。",\n').replace(
        "      }\n", f"      }},\n{point}"
    )


def test_what_has_no_place_where_it_was_put_stays_where_it_was():
    points = "同段: 是, 正文: [{引题: 招商, 正文: 有成效。}, {引题: 稳岗, 正文: 也有成效。}]"
    text = (
        "单位: {名称: 清河街道}\n年度: 2025\n主要工作:\n  正文:\n"
        "    - {标题: 党建, 正文: [{引题: 支部, 正文: 新增3个。}]}\n"
        f"    - {{标题: 经济, 序列: 并列, {points}}}\n打算: {{正文: 努力。}}\n"
    )
    found = updated(text, with_changes(lambda body: body.move("支部", "招商")))
    assert found.text == text
    assert [(each.old, each.new) for each in found.unplaced] == [("支部。新增3个。", ""), ("", "1.支部。新增3个。")]


MERGED = """\
单位: {名称: 清河街道}
年度: 2025
主要工作:
- 正文:
  - 列: [指标, {列名: 数值, 下级列: [上年, 本年]}]
    行:
    - [走访, 8, 9]
    - [{文字: 实事, 跨列: 2}, 3]   # 三科
成文日期: 2025-12-20
"""


def test_an_edited_cell_goes_home_to_the_merged_one():
    def change(body):
        body.retype("实事", "办实事")
        body.retype("数值", "户数")

    found = updated(MERGED, with_changes(change))
    assert found.text == MERGED.replace("文字: 实事", "文字: 办实事").replace("列名: 数值", "列名: 户数")
    assert not found.unplaced


def test_a_row_that_comes_below_a_head_of_two_rows_is_put_in():
    plain = MERGED.replace("    - [{文字: 实事, 跨列: 2}, 3]   # 三科\n", "    - [实事, 7, 3]   # 三科\n")

    def change(body):
        body.row("走访", ["就业", "90", "95"])

    found = updated(plain, with_changes(change))
    assert found.text == plain.replace("    - [走访, 8, 9]\n", "    - [走访, 8, 9]\n    - [就业, 90, 95]\n")


SUMMED = """\
单位: {名称: 清河街道}
年度: 2025
主要工作:
- 正文:
  - 列: [社区, {列名: 投入, 合计: 求和}]
    行:
    - [东苑, 8]
    - [西苑, 9]   # 三科
成文日期: 2025-12-20
"""


def test_a_row_that_comes_above_a_total_is_put_in_and_counted():
    def change(body):
        body.row("西苑", ["南苑", "3"])
        body.retype("17", "20")

    found = updated(SUMMED, with_changes(change))
    assert found.text == SUMMED.replace("# 三科\n", "# 三科\n    - [南苑, 3]\n")
    assert not found.unplaced


@pytest.mark.parametrize("change", [lambda body: body.retype("17", "18"), lambda body: body.row("合计").clear()])
def test_a_total_that_was_changed_by_hand_is_listed(change):
    found = updated(SUMMED, with_changes(change))
    assert found.text == SUMMED
    assert "17" in [each.old for each in found.unplaced]
