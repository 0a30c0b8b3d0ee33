"""Laws of `update`: what was printed changes nothing, what was edited comes home or is listed, the file stays sound."""

from __future__ import annotations

import copy
import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from renmin_docs import WorkReport
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.intake.datafiles.write_yaml import report_to_yaml
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import parse_package
from renmin_docs.proofread.marks import mark_at
from tests.effort import examples
from tests.revise.edited import packed, updated
from tests.samples import REPORTS

WHOLE = """\
单位: {名称: 清河街道, 署名: 清河街道办事处}
年度: 2025
版头: {发文字号: 清办发〔2025〕8号}
版记: {抄送: [区委办公室], 印发机关: 清河街道办公室}
主送: [区政府]
数据:
  走访: 860户
  企业: {总数: 9家, 其中: {工业: 6家, 服务业: 3家}}
  税收: {数值: 1.36亿元, 上期: 1.28亿元}
导语: |
  2025年，街道走访居民{走访}。

  各项工作有新进展。
主要工作:
- 标题: 党建工作      # 请书记审
  正文: >
    一是新增党支部3个，
    成效明显。
- 标题: 经济工作
  正文:
    - |
      新增{企业:其中}。
      税收{税收}，{税收:同比}。
    - 引题: 只有引题
    - 标题: 民生
      同段: 是
      序列: 并列
      正文:
        - {引题: 抓就业, 正文: 新增就业5人。}
        - 引题: 抓养老
          正文: 办实事8件。
        - 同段之后的一段。
    - 表题: 主要指标
      列: [指标, 数值, {列名: 增幅, 单位: "%"}]
      行:
        - [走访, "{走访}", 5]
        - [实事, 8件, 3]
    - {数据: [税收, 企业]}
打算:
  正文: 继续努力。
结束语:
- 以上报告。
- 请审阅。
附件:
- 标题: 名单
  正文: [张某某等3人。, 另有2人。]
附注: 联系人：王某某
成文日期: 2025-12-20
"""
SPELLINGS = st.sampled_from(("en", "zh"))
NUMBERINGS = st.sampled_from(("typed", "native"))
KINDS = ("replace", "insert", "delete", "out", "in", "swap", "digits", "all_digits")
_EDITS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 999), st.integers(0, 999)), min_size=1, max_size=4)
_SIGN = re.compile(r"\{[*+^~]|[*+^~]\}")
"""Where emphasis begins and ends."""
_BEFORE_DIGIT = re.compile(r"\A[0-9]{1,2}\.(?=[0-9])")
"""A mark that looks like a part of a number, before a heading that begins with a digit."""
_LAWS = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(_LAWS, max_examples=examples(60))
@given(REPORTS, SPELLINGS, NUMBERINGS)
def test_a_document_as_it_was_printed_changes_no_byte(sample, spelling, numbering):
    text = report_to_yaml(sample, keys=spelling)
    found = updated(text, lambda report: report.to_bytes(numbering=numbering))
    assert (found.text, found.edits, found.unplaced, found.findings, found.notes) == (text, (), (), (), ())


@settings(_LAWS, max_examples=examples(160))
@given(REPORTS, SPELLINGS, NUMBERINGS, _EDITS)
def test_what_was_edited_is_printed_or_listed(sample, spelling, numbering, edits):
    documents = []

    def edited(report):
        documents.append(with_edits(report.to_bytes(numbering=numbering), edits))
        return documents[-1]

    require_home(updated(report_to_yaml(sample, keys=spelling), edited), documents[-1], numbering)


@settings(_LAWS, max_examples=examples(80))
@given(NUMBERINGS, _EDITS)
def test_the_same_of_a_report_with_all_parts(numbering, edits):
    documents = []

    def edited(report):
        documents.append(with_edits(report.to_bytes(numbering=numbering), edits))
        return documents[-1]

    require_home(updated(WHOLE, edited), documents[-1], numbering)


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_a_report_with_all_parts_as_it_was_printed_changes_no_byte(numbering):
    found = updated(WHOLE, lambda report: report.to_bytes(numbering=numbering))
    assert (found.text, found.edits, found.unplaced, found.findings, found.notes) == (WHOLE, (), (), (), ())


def test_a_heading_that_was_taken_out_alone_takes_nothing_with_it():
    def edited(report):
        package = parse_package(report.to_bytes())
        root = etree.fromstring(package.parts[package.main_part])
        heading = next(each for each in root.iter(w("p")) if "".join(each.itertext()).endswith("民生"))
        heading.getparent().remove(heading)
        return packed(package, root)

    found = updated(WHOLE, edited)
    assert found.text == WHOLE
    assert [edit.old for edit in found.unplaced] == ["民生"]


def require_home(found, document, numbering):
    """The new data file can be read, and prints what the document shows, or what it does not print is listed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.yaml")
        path.write_bytes(found.text.encode())
        report = WorkReport.load(path)
        if found.findings:
            return
        shown, printed = Counter(said(document)), Counter(said(report.to_bytes(numbering=numbering)))
    for text in shown - printed:
        assert any(_is_part(edit.new, text) for edit in found.unplaced), (text, found)
    for text in printed - shown:
        assert any(_is_part(edit.old, text) for edit in found.unplaced), (text, found)


def _in_line(text):
    """A text whose raised and lowered characters are those of the line."""
    return "".join(
        unicodedata.normalize("NFKC", each)
        if unicodedata.decomposition(each).startswith(("<super>", "<sub>"))
        else each
        for each in text
    )


def _is_part(listed, text):
    """Whether a text is listed: a mention alone, or with what looks like a mark; raised digits count as plain ones."""
    listed, text = (_in_line(_SIGN.sub("", each.replace("\n", ""))) for each in (listed, text))
    return bool(listed) and (listed in text or text in listed)


def said(document):
    """What the passages of a document say, without the marks of their points."""
    for passage in FinishedDocument(parse_package(document)).passages:
        text = passage.text.replace("\n", "")
        mark = None if passage.mark or passage.cell is not None else mark_at(text)
        words = text[mark.end :] if mark else text
        if words := _BEFORE_DIGIT.sub("", words) if passage.role == "heading" else words:
            yield words


def with_edits(document, edits):
    """The document with edits as Word leaves them."""
    package = parse_package(document)
    root = etree.fromstring(package.parts[package.main_part])
    for kind, where, what in edits:
        paragraphs = [each for each in root.iter(w("p")) if "".join(each.itertext()).strip()]
        _EDIT[kind](paragraphs, where, what)
    return packed(package, root)


_WORDS = ("新增", "一是", "{x}", "：", "“好”", " #", "'", "\\", "5个", "- ", "办")


def _word(paragraphs, where, what, change):
    texts = [each for each in paragraphs[where % len(paragraphs)].iter(w("t")) if each.text]
    if texts:
        text = texts[what % len(texts)]
        at = what % (len(text.text) + 1)
        text.text = change(text.text, at, _WORDS[(where + what) % len(_WORDS)])
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _replace(paragraphs, where, what):
    _word(paragraphs, where, what, lambda text, at, word: text[:at] + word + text[at + 2 :])


def _insert(paragraphs, where, what):
    _word(paragraphs, where, what, lambda text, at, word: text[:at] + word + text[at:])


def _delete(paragraphs, where, what):
    _word(paragraphs, where, what, lambda text, at, _: text[:at] + text[at + 2 :])


def _of_body(paragraphs):
    return [each for each in paragraphs if each.getparent().tag == w("body") and each.find(f".//{w('sectPr')}") is None]


def _out(paragraphs, where, _):
    if found := _of_body(paragraphs):
        chosen = found[where % len(found)]
        chosen.getparent().remove(chosen)


def _in(paragraphs, where, what):
    if found := _of_body(paragraphs):
        chosen = found[where % len(found)]
        new = copy.deepcopy(chosen)
        texts = [*new.iter(w("t"))]
        for text in texts[1:]:
            text.text = ""
        if texts:
            texts[0].text = f"新的{_WORDS[what % len(_WORDS)]}一段{what}。"
        chosen.addnext(new)


def _swap(paragraphs, where, what):
    found = _of_body(paragraphs)
    if len(found) > 1:
        one, other = found[where % len(found)], found[what % len(found)]
        if one is not other:
            place = etree.Element("place")
            one.addprevious(place)
            other.addprevious(one)
            place.addprevious(other)
            place.getparent().remove(place)


def _digits(paragraphs, where, what, times=1):
    texts = [text for each in paragraphs for text in each.iter(w("t")) if text.text]
    found = [text.text for text in texts for each in text.text if each.isdecimal()]
    if not found:
        return
    digit = next(each for each in found[where % len(found)] if each.isdecimal())
    for text in texts:
        if digit in text.text and times:
            times -= 1
            text.text = text.text.replace(digit, str(what % 10))


def _all_digits(paragraphs, where, what):
    _digits(paragraphs, where, what, 999)


_EDIT = {
    "replace": _replace,
    "insert": _insert,
    "delete": _delete,
    "out": _out,
    "in": _in,
    "swap": _swap,
    "digits": _digits,
    "all_digits": _all_digits,
}


DATA = """\
# 街道
单位: {名称: 清河街道}
年度: 2025
数据:
  走访: 860户
主要工作:
- 标题: 党建   # 书记审
  正文:
    - 引题: 支部
      正文: 一是走访{走访}，办成实事。
    - >
      折叠的一段，
      再访{走访}。
- 标题: 经济
  正文:
    - 新增企业很多。
打算: {}
"""


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(mark, end):
    text = mark + DATA.replace("\n", end)
    found = updated(text, lambda report: with_words(report, {"860户": "87户", "新增企业": "新企业"}, insert=True))
    wanted = text.replace("860户", "87户").replace("新增企业", "新企业")
    at = wanted.index("打算")
    assert found.text == f"{wanted[:at]}    - 新的一段。{end}{wanted[at:]}"
    assert found.unplaced == ()


def test_a_paragraph_that_was_moved_keeps_its_figures_and_its_lines():
    def edited(report):
        package = parse_package(report.to_bytes())
        root = etree.fromstring(package.parts[package.main_part])
        paragraphs = {"".join(each.itertext()): each for each in root.iter(w("p"))}
        moved, last = (paragraphs[next(text for text in paragraphs if part in text)] for part in ("再访", "新增企业"))
        last.addnext(moved)
        return packed(package, root)

    found = updated(DATA, edited)
    assert "    - 新增企业很多。\n    - >\n      折叠的一段，\n      再访{走访}。\n" in found.text
    assert found.unplaced == ()


def test_a_new_key_is_spelled_as_the_others():
    found = updated(DATA, lambda report: with_words(report, {"工作打算": "工作安排"}))
    assert "标题" not in DATA[DATA.index("打算") :]
    assert "heading" not in found.text


def with_words(report, words, *, insert=False):
    """The document of a report with other words in its runs, and a new last paragraph of its chapters."""
    package = parse_package(report.to_bytes())
    root = etree.fromstring(package.parts[package.main_part])
    for text in root.iter(w("t")):
        for old, new in words.items():
            text.text = (text.text or "").replace(old, new)
    if insert:
        last = next(each for each in root.iter(w("p")) if "企业很多" in "".join(each.itertext()))
        new = copy.deepcopy(last)
        next(new.iter(w("t"))).text = "新的一段。"
        last.addnext(new)
    return packed(package, root)
