"""Edits of a YAML file: what is edited reads as wanted, everything else is byte for byte there."""

import pytest

from renmin_docs.intake.datafiles.edits import CannotEditError, Insert, Move, Remove, Replace, SetKey
from renmin_docs.intake.datafiles.yaml_edits import edited_yaml

TEXT = """\
# 表头
title: 甲乙  # 旁注
achievements:
  body:
    # 第一
    - heading: 党建
      body: 新增3家，
        很好。
    - "双引"
    - 'it''s'
    - |
      一行
      二行
    - >-
      折叠
      文字
plans: {body: [甲, "乙"]}
"""
BODY = ("achievements", "body")


def lines(edits, spelling="en"):
    """The lines that are others after some edits: those that went, those that came."""
    before, after = TEXT.splitlines(), edited_yaml(TEXT, edits, spelling).splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Replace(("title",), "甲丙", [(1, 2, "丙")]), ["title: 甲乙  # 旁注"], ["title: 甲丙  # 旁注"]),
        (
            Replace((*BODY, 0, "body"), "新增5家， 很好。", [(2, 3, "5")]),
            ["      body: 新增3家，"],
            ["      body: 新增5家，"],
        ),
        (Replace((*BODY, 1), "双引号", [(2, 2, "号")]), ['    - "双引"'], ['    - "双引号"']),
        (Replace((*BODY, 2), "it's o'k", [(4, 4, " o'k")]), ["    - 'it''s'"], ["    - 'it''s o''k'"]),
        (Replace((*BODY, 3), "一行\n二三行\n", [(4, 4, "三")]), ["      二行"], ["      二三行"]),
        (Replace((*BODY, 4), "折叠 长文字", [(3, 3, "长")]), ["      文字"], ["      长文字"]),
        (
            Replace(("plans", "body", 1), "乙: 丙", [(1, 1, ": 丙")]),
            ['plans: {body: [甲, "乙"]}'],
            ['plans: {body: [甲, "乙: 丙"]}'],
        ),
        (Replace(("title",), "甲: 乙 #", [(1, 2, ": 乙 #")]), ["title: 甲乙  # 旁注"], ["title: '甲: 乙 #'  # 旁注"]),
        (Remove((*BODY, 1)), ['    - "双引"'], []),
        (Remove((*BODY, 0)), ["    - heading: 党建", "      body: 新增3家，", "        很好。"], []),
        (Remove(("plans", "body", 0)), ['plans: {body: [甲, "乙"]}'], ['plans: {body: ["乙"]}']),
        (Insert((*BODY, 1), "丁"), [], ["    - 丁"]),
        (Insert((*BODY, 0), {"heading": "新", "body": "丙"}), [], ["    - heading: 新", "      body: 丙"]),
        (Insert((*BODY, 5), "末"), [], ["    - 末"]),
        (Insert(("plans", "body", 2), "丙"), ['plans: {body: [甲, "乙"]}'], ['plans: {body: [甲, "乙", "丙"]}']),
        (
            Insert((*BODY, 0, "body", 1), "又"),
            ["      body: 新增3家，", "        很好。"],
            ["      body:", "        - 新增3家，", "          很好。", "        - 又"],
        ),
        (SetKey(("conclusion",), "完"), [], ["conclusion: 完"]),
        (
            SetKey(("plans", "heading"), "打算"),
            ['plans: {body: [甲, "乙"]}'],
            ['plans: {body: [甲, "乙"], "heading": "打算"}'],
        ),
    ],
)
def test_an_edit_changes_its_own_place_alone(edit, gone, come):
    assert lines([edit]) == (gone, come)


def test_new_keys_are_spelled_as_the_file_spells_its_own():
    assert lines([Insert((*BODY, 1), {"heading": "新", "body": "丙"})], "zh")[1] == ["    - 标题: 新", "      正文: 丙"]


def test_several_edits_are_made_at_once_and_new_items_keep_their_order():
    come = lines([Insert((*BODY, 1), "丁"), Insert((*BODY, 1), "戊"), Remove((*BODY, 2))])[1]
    assert come == ["    - 丁", "    - 戊"]


@pytest.mark.parametrize(
    "edit",
    [
        Remove(("title",))._replace(path=("nothing",)),
        Replace(BODY, "x"),
        Insert(("title", "x"), "y"),
        Replace(("b",), "x"),
    ],
)
def test_what_has_no_place_is_refused(edit):
    with pytest.raises(CannotEditError):
        edited_yaml("a: &anchor 甲\nb: *anchor\ntitle: x\nachievements: {body: [甲]}\n", [edit], "en")


MOVES = """\
a:
  # 甲注
  - k: 甲   # 旁

    # 里
    body: |
      一
    # 深
  - 乙   # 乙旁

  - "丙
    丙二"
b:
    - k: 丁
    -
      k: 戊
      body: 文  # 文旁
c: [一, {k: 1}]
"""
FIRST = MOVES[MOVES.index("  # 甲注") : MOVES.index("  - 乙")]


@pytest.mark.parametrize(
    ("move", "gone", "come"),
    [
        (Move(("a", 0), ("a", 2)), f"{FIRST}  - 乙   # 乙旁\n", f"  - 乙   # 乙旁\n{FIRST}"),
        (Move(("a", 2), ("a", 0)), '# 乙旁\n\n  - "丙\n', 'a:\n  - "丙\n    丙二"\n\n  # 甲注\n'),
        (Move(("b", 1), ("a", 1)), "    -\n      k: 戊\n      body: 文  # 文旁\n", ""),
        (Move(("b", 1, "body"), ("a", 1)), "      body: 文  # 文旁\n", ""),
        (Move(("c", 0), ("c", 2)), "[一, {k: 1}]", "[{k: 1}, 一]"),
    ],
)
def test_an_item_is_moved_with_its_comments(move, gone, come):
    text = edited_yaml(MOVES, [move], "en")
    words = [line.strip() for line in gone.splitlines() if line.strip()]
    assert gone not in text
    assert come in text
    assert all(
        text.count(word.removeprefix("body: ")) == MOVES.count(word.removeprefix("body: ")) for word in words[1:]
    )


def test_an_item_goes_where_there_is_no_list_yet():
    text = edited_yaml(MOVES, [Move(("a", 1), ("b", 0, "body", 0)), Move(("a", 0), ("b", 1, "body", 1))], "en")
    assert "    - k: 丁\n      body:\n        - 乙   # 乙旁\n" in text
    assert "      body:\n        - 文  # 文旁\n        # 甲注\n        - k: 甲   # 旁\n\n          # 里\n" in text


def test_new_items_within_brackets_stand_in_lines_where_the_others_do():
    text = '{\n  "a": [\n    "甲"\n  ],\n  "b": ["乙"]\n}\n'
    edits = [Insert(("a", 1), {"k": ["丙"]}), Insert(("b", 0), "丁"), SetKey(("c",), "戊")]
    assert edited_yaml(text, edits, "en") == (
        '{\n  "a": [\n    "甲",\n    {\n      "k": [\n        "丙"\n      ]\n    }\n  ],\n'
        '  "b": ["丁", "乙"],\n  "c": "戊"\n}\n'
    )
