"""Merge fields, content controls and contents pages: what offices have in forms that they made for Word."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.contents import PLACEHOLDER, renew_contents
from renmin_docs.render.preparing.old_forms import controls, fill_forms, merge_fields
from tests.templates import W


def root_of(body: str):
    return etree.fromstring(f"<w:body {W}>{body}</w:body>")


def run(content: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr>{content}</w:r>"


def complex_field(code: str, shown: str) -> str:
    marks = {kind: run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
    return marks["begin"] + run(f"<w:instrText>{code}</w:instrText>") + marks["separate"] + shown + marks["end"]


def simple_field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run("<w:t>«x»</w:t>")}</w:fldSimple>'


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (simple_field("MERGEFIELD organization"), "{{ organization }}"),
        (simple_field(r"MERGEFIELD  &quot;Issue Date&quot; \* MERGEFORMAT"), "{{ issue_date }}"),
        (complex_field(" MERGEFIELD 题目 ", run("<w:t>«题</w:t>") + run("<w:t>目»</w:t>")), "{{ title }}"),
        (complex_field(" MERGEFIELD 发文字号 ", ""), "{{ header.number }}"),
        (simple_field("MERGEFIELD 书记"), "«x»"),
        (simple_field("PAGE"), "«x»"),
        (complex_field(" IF ", complex_field(" MERGEFIELD title ", run("<w:t>x</w:t>"))), "x"),
    ],
)
def test_a_merge_field_with_a_known_name_is_its_tag_in_the_look_of_its_result(field, text):
    root = root_of(f"<w:p>{run('<w:t>甲</w:t>')}{field}</w:p>")
    fill_forms(root)
    assert "".join(each.text for each in root.iter(w("t"))) == f"甲{text}"
    if text.startswith("{"):
        assert next(root.iter(w("fldChar"), w("fldSimple"), w("instrText")), None) is None
        assert all(each.find(f"{w('rPr')}/{w('b')}") is not None for each in root.iter(w("r")))


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


TYPED = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r>'
NAMED = '<w:alias w:val="{}"/><w:showingPlcHdr/><w:text/>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{control(NAMED.format('单位'), TYPED)}</w:p>", "{{ organization }}"),
        (control(NAMED.format("title"), f"<w:p>{TYPED}</w:p><w:p>{TYPED}</w:p>"), "{{ title }}"),
        (control(NAMED.format("title"), "<w:p/>"), "{{ title }}"),
        (control('<w:alias w:val="第一栏"/><w:tag w:val="year"/>', f"<w:p>{TYPED}</w:p>"), "{{ year }}"),
        (control('<w:alias w:val="year"/><w:dropDownList/>', f"<w:p>{TYPED}</w:p>"), "单击此处输入文字。"),
        (control(NAMED.format("书记"), f"<w:p>{TYPED}</w:p>"), "单击此处输入文字。"),
        (control(NAMED.format("title"), "<w:p><w:r><w:t>{{ issuer }}</w:t></w:r></w:p>"), "{{ issuer }}"),
    ],
)
def test_a_control_for_text_with_a_known_name_holds_its_tag(body, text):
    root = root_of(body)
    fill_forms(root)
    assert "".join(each.text or "" for each in root.iter(w("t"))) == text


def test_forms_whose_names_are_not_known_are_named():
    root = root_of(
        f"<w:p>{simple_field('MERGEFIELD 书记')}</w:p>" + control(NAMED.format("电话"), f"<w:p>{TYPED}</w:p>")
    )
    assert [(each.name, each.tag) for each in merge_fields(root)] == [("书记", "")]
    assert [(each.name, each.tag, each.is_empty) for each in controls(root)] == [("电话", "", True)]


ENTRIES = (
    ("<w:t>{{ block.text }}</w:t>", "<w:t>旧条目</w:t>", ""),
    ("<w:t>一、旧条目</w:t>",),
)


@pytest.mark.parametrize("entries", ENTRIES)
def test_the_entries_of_a_contents_page_give_way_to_a_mark_for_renewal(entries):
    first, *others = entries
    begin, end = complex_field(' TOC \\o "1-3" ', "\0").split("\0")
    paragraphs = "</w:p><w:p>".join((begin + run(first), *map(run, others)))
    root = root_of(
        f"<w:p>{run('<w:t>目录</w:t>')}</w:p><w:p>{paragraphs}{end}</w:p><w:p>{run('<w:t>正文</w:t>')}</w:p>"
    )
    renew_contents(root)
    assert "".join(each.text or "" for each in root.iter(w("t"))) == f"目录{PLACEHOLDER}正文"
    kinds = [(each.get(w("fldCharType")), each.get(w("dirty"))) for each in root.iter(w("fldChar"))]
    assert kinds == [("begin", "true"), ("separate", None), ("end", None)]
    assert len(root) == 3


def test_a_contents_field_that_is_torn_stays():
    begin, _ = complex_field(" TOC ", "\0").split("\0")
    root = root_of(f"<w:p>{begin}{run('<w:t>旧条目</w:t>')}</w:p>")
    renew_contents(root)
    assert "旧条目" in "".join(root.itertext())
