"""Slips in how tags are written: each is found once, with the tag as it is right, and put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from renmin_docs.render.preparing.paragraphs import with_texts
from renmin_docs.render.preparing.spelling import RIGHT, respell, respelled, slips_in
from tests.templates import W
from tests.timing import LINEAR, growth_on


@pytest.mark.parametrize(
    ("tag", "expected", "rule"),
    [
        ("｛｛ period ｝｝", "{{ period }}", "tag_full_width"),
        ("{{ title ｝｝", "{{ title }}", "tag_full_width"),
        ("｛% if addressee %｝", "{% if addressee %}", "tag_full_width"),
        ("{％p for b in blocks ％}", "{%p for b in blocks %}", "tag_full_width"),
        ("｛＃ 说明 ＃｝", "{# 说明 #}", "tag_full_width"),
        ("{{ block。text }}", "{{ block.text }}", "tag_full_width"),
        ("{% if a ＝＝ ＂甲＂ %}", '{% if a == "甲" %}', "tag_full_width"),
        ("{%p- for b in blocks %}", "{%p for b in blocks %}", "tag_prefix"),
        ("{%-p for b in blocks %}", "{%p for b in blocks %}", "tag_prefix"),
        ("{%P for b in blocks %}", "{%p for b in blocks %}", "tag_prefix"),
        ("{% p for b in blocks %}", "{%p for b in blocks %}", "tag_prefix"),
        ("{%pendif%}", "{%p endif%}", "tag_prefix"),
        ("{% tr for row in header.issuers %}", "{%tr for row in header.issuers %}", "tag_prefix"),
        ("{{R block.picture }}", "{{r block.picture }}", "tag_prefix"),
        ("{{{ title }}}", "{{ title }}", "tag_braces"),
        ("{ { title } }", "{{ title }}", "tag_braces"),
        ("{{ title }", "{{ title }}", "tag_braces"),
        ("{% if title }", "{% if title %}", "tag_braces"),
        ("{% title %}", "{{ title }}", "tag_braces"),
        ("{{ endfor }}", "{% endfor %}", "tag_braces"),
        ("{% end if %}", "{% endif %}", "tag_words"),
        ("{%p ELSE IF a = “x” %}", "{%p elif a == “x” %}", "tag_words"),
        ("{{ Title }}", "{{ title }}", "tag_words"),
        ("{%P IF BLOCK.KIND == “note” %}", "{%p if block.kind == “note” %}", "tag_prefix"),
        ("{%p if title %-}", "{%p if title %}", "tag_braces"),
        ("{%p endfor block %}", "{%p endfor %}", "tag_words"),
        ("{% if a && b || not c %}", "{% if a and b or not c %}", "tag_words"),
        ("{%p\u3000for b in blocks %}", "{%p for b in blocks %}", ""),
        ("{%p\xa0for b in blocks %}", "{%p for b in blocks %}", ""),
        ("{{ ti\u200btle }}", "{{ title }}", ""),
    ],
)
def test_a_slip_is_found_with_the_tag_as_it_is_right(tag, expected, rule):
    (slip,) = slips_in(f"甲{tag}乙")
    assert (slip.start, slip.end, slip.expected, slip.rule) == (1, 1 + len(tag), expected, rule)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{{ title }}",
            "{%p for b in blocks %}",
            "{%- if a -%}",
            "{{r block.picture }}",
            "{{ r or s }}",
            "{# 说明 #}",
        ),
        *("{%p if block.kind == 'note' %}", "{% if a == “％” %}", "{_{ title }_}", "｛注｝", "{period}", "{{ a }} }"),
        *("{{ nothing }", "集合{1，2}", "{%p elif a %}", "{{ Block.text }}", "{% for Title in blocks }x %}"),
    ],
)
def test_tags_that_are_right_and_other_text_are_left_alone(text):
    assert [*slips_in(text)] == []


@given(st.text(st.sampled_from("{}｛｝%％#＃ ptr　ifend=“”\"'。a"), max_size=40))
def test_what_was_put_right_is_right(text):
    once = respelled(text)
    assert respelled(respelled(once)) == respelled(once)


def test_a_slip_over_several_runs_is_put_right_and_keeps_what_stands_beside_it():
    pieces = ("甲｛", "｛ ti", "tle ｝｝乙 {", "％ if a ％} 丙")
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces)
    root = etree.fromstring(f"<w:body {W}><w:p>{runs}</w:p></w:body>")
    found = [each.found for each in respell(root)]
    ((_, text),) = with_texts(root)
    assert found == ["｛｛ title ｝｝", "{％ if a ％}"]
    assert text == "甲{{ title }}乙 {% if a %} 丙"


@pytest.mark.parametrize("piece", ["{", "{a", "{{ a }", "{％", "｛｛“", "{% p", "}"])
def test_slips_are_looked_for_in_time_in_proportion(piece):
    assert growth_on(lambda size: piece * size, respelled, 500) < LINEAR


@given(st.from_regex(RIGHT, fullmatch=True))
def test_a_text_that_is_passed_over_has_no_slip(text):
    assert [*slips_in(text)] == []
