"""The sentences: each rule has both languages, fills what it is given, and nobody's words leak into another's."""

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import renmin_docs
from renmin_docs.errors import Finding
from renmin_docs.messages import all_tables, merged, rules, visible
from renmin_docs.messages.elements import ELEMENT_NAMES
from renmin_docs.messages.terms import TERMS
from renmin_docs.standard.elements import ELEMENTS
from renmin_docs.vocabulary import MAPPINGS, spelled

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z']{2,}")
NAMES = ("renmin-docs", "Word 97", "Open XML", "GB/T", "pip install", "sudo apt install", "winget install")
WRITTEN = {path: path.read_text(encoding="utf-8") for path in Path(renmin_docs.__file__).parent.rglob("*.py")}
ROWS = "".join(text for path, text in WRITTEN.items() if path.parent.name == "messages")
SOURCES = "".join(text for path, text in WRITTEN.items() if path.parent.name != "messages")


def compose(rule, language, **case):
    return Finding(rule, **case).message(language)


def _fields(template):
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("name", rules())
def test_a_rule_says_the_same_in_both_languages(name):
    rule = rules()[name]
    assert _fields(rule.en) == _fields(rule.zh)
    assert _fields(rule.en_remedy) == _fields(rule.zh_remedy)
    assert bool(rule.en_remedy) == bool(rule.zh_remedy)
    assert _fields(rule.en + rule.en_remedy) <= {"found", "expected"}


@pytest.mark.parametrize("name", rules())
def test_a_chinese_sentence_is_chinese_and_an_english_one_english(name):
    rule = rules()[name]
    chinese = rule.zh + rule.zh_remedy
    for known in NAMES:
        chinese = chinese.replace(known, "")
    assert not ENGLISH.search(chinese)
    if rule.zh != "{found}":
        assert CHINESE.search(rule.zh)
        assert not re.search("[\u4e00-\u9fff]{3}", rule.en)


@pytest.mark.parametrize("name", rules())
def test_a_sentence_has_no_full_stop_of_its_own(name):
    for text in rules()[name][:4]:
        assert not text.endswith((".", "。", " ", "；", ";"))


@pytest.mark.parametrize("name", rules())
def test_a_rule_of_the_standard_names_its_strength_by_one_letter(name):
    assert rules()[name].strength in ("", "R", "G", "T", "K")
    assert rules()[name].severity in ("error", "warning", "notice")


def test_no_rule_stands_in_two_tables():
    assert len(rules()) == sum(map(len, all_tables()))
    with pytest.raises(ValueError, match="in two tables: file_empty"):
        merged(*all_tables(), {"file_empty": rules()["file_empty"]})


def test_no_rule_stands_twice_in_one_table():
    written = re.findall(r'^    "([A-Za-z_0-9]+)": (?:Rule|_?[a-z]+)\(', ROWS, re.MULTILINE)
    assert sorted(written) == sorted(rules())


@pytest.mark.parametrize("name", rules())
def test_no_rule_is_left_over(name):
    assert f'"{name}"' in SOURCES


@pytest.mark.parametrize("token", [token for token in TERMS if token.startswith("@")])
def test_a_token_has_both_languages_and_is_used(token):
    english, chinese = TERMS[token]
    assert english
    assert CHINESE.search(chinese)
    assert f'"{token}"' in SOURCES or token.removeprefix("@").removesuffix("_keys") in MAPPINGS["WorkReport"]


def test_every_token_in_the_sources_is_known():
    used = set(re.findall(r'"(@[a-z_0-9]+)"', SOURCES))
    assert used - {"@"} <= set(TERMS)


ANY = st.text(max_size=12)


@pytest.mark.parametrize("language", ["zh", "en"])
@given(name=st.sampled_from(sorted(rules())), found=ANY, expected=ANY, place=ANY)
def test_a_sentence_is_one_printable_line_whatever_it_is_about(language, name, found, expected, place):
    sentence = compose(name, language, place=place, line=3, found=found, expected=expected)
    assert len(sentence.splitlines()) == 1
    assert visible(sentence) == sentence
    sentence.encode()


def _said(found, expected="", language="zh", rule="wrong_type"):
    return compose(rule, language, place="", line=None, found=found, expected=expected)


def test_between_chinese_and_latin_stands_a_space_and_nowhere_else():
    assert _said("3", "true") == "这里是 3；应为 true"
    assert _said("“三”", "@list") == "这里是“三”；应为列表"
    assert _said("render", rule="usage_missing") == "缺少 render"


def test_braces_and_fields_in_values_are_only_text():
    assert _said("{expected}", "{found} {0} {") == "这里是{expected}；应为{found} {0} {"


def test_lists_of_names_have_the_commas_of_the_language():
    assert _said("a", "b、c", "en", "unknown_figure") == "no figure is named a; did you mean b, c?"
    assert _said("a", "b、c", "zh", "unknown_figure").endswith("是否应为：b、c")


def test_marks_and_quoted_text_keep_their_commas():
    assert _said("3、4个月", "", "en", "unknown_figure") == "no figure is named 3、4个月"
    assert "一、 （一） 1." in _said("x", "一、 （一） 1.", "en", "ladder")
    assert "“甲、乙”" in _said("U+0007", "“甲、乙”", "en", "control_character")


def test_line_and_place_stand_first():
    assert compose("file_empty", "zh", place="a", line=3, found="", expected="") == "第 3 行，a：文件是空的"
    assert compose("file_empty", "en", place="", line=3, found="", expected="") == "line 3: the file is empty"


def _keys_in(*texts):
    return sorted(set(re.findall("`([A-Za-z_.]+)`", "".join(texts))))


@pytest.mark.parametrize("name", [name for name, row in rules().items() if "`" in "".join(row[:4])])
def test_both_languages_name_the_same_keys_and_each_key_has_two_spellings(name):
    rule = rules()[name]
    assert _keys_in(rule.en, rule.en_remedy) == _keys_in(rule.zh, rule.zh_remedy)
    for key in _keys_in(rule.en, rule.en_remedy):
        assert CHINESE.search(spelled(key, "zh")), key


@pytest.mark.parametrize("token", [token for token, words in TERMS.items() if "`" in "".join(words)])
def test_the_keys_in_a_word_have_two_spellings(token):
    english, chinese = TERMS[token]
    assert _keys_in(english) == _keys_in(chinese)
    assert all(CHINESE.search(spelled(key, "zh")) for key in _keys_in(english))


def test_a_sentence_names_keys_as_the_file_spells_them():
    case = {"place": "", "line": None, "found": "", "expected": ""}
    assert compose("empty_point", "zh", **case).endswith("请填写标题（heading）、引题（lead）或正文（body）")
    assert compose("empty_point", "zh", **case, keys="zh").endswith("请填写标题、引题或正文")
    assert compose("empty_point", "en", **case, keys="zh").endswith("give it a 标题, a 引题 or a 正文")


def test_backquotes_of_other_origin_are_only_text():
    said = compose("wrong_type", "zh", place="`body`", line=None, found="“`body`”", expected="`x`", keys="zh")
    assert said == "`body`：这里是“`body`”；应为`x`"


def test_every_element_has_an_english_name():
    names = [ELEMENT_NAMES[element.term] for element in ELEMENTS]
    assert len(set(names)) == len(names)


def test_an_english_message_names_the_element_in_both_languages():
    finding = Finding("element_face", place="附件标题 “{{ block.text }}”", found="隶书", expected="小标宋")
    assert finding.message("en").startswith("title of an attachment (附件标题) “{{ block.text }}”: ")
    assert finding.message("zh").startswith("附件标题 “{{ block.text }}”：")
