"""Verifying a filled document: the quick look takes nothing that the whole search would miss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import TemplateError
from renmin_docs.render.filling import verify
from renmin_docs.render.filling.escaping import run_content
from renmin_docs.render.filling.verify import require_text
from renmin_docs.render.values.blocks import block

CONTEXT = {
    "title": "总结\n和打算",
    "issue_date": "2022年12月20日",
    "issuer": "办事处",
    "signed_in_loop": False,
    "addressee": "",
    "header": {},
    "imprint": {},
}


def run(text):
    return f'<w:r><w:t xml:space="preserve">{run_content(text)}</w:t></w:r>'


def paragraph(*texts):
    return f'<w:p><w:pPr><w:pStyle w:val="一是"/></w:pPr>{"".join(map(run, texts))}</w:p>'


def document(*paragraphs):
    return f'<w:document xmlns:w="x"><w:body>{"".join(paragraphs)}</w:body></w:document>'


def findings(blocks, xml):
    try:
        require_text({**CONTEXT, "blocks": blocks}, [("word/document.xml", xml)])
    except TemplateError as error:
        return [finding.found for finding in error.findings]
    return []


def signed(*paragraphs):
    return document(paragraph(CONTEXT["title"]), *paragraphs, paragraph("办事处"), paragraph("2022年12月20日"))


def test_what_stands_in_its_place_is_found():
    texts = ("甲\t乙", "A&B")
    blocks = [block("point", "", "一是", "引题。", "正文"), *(block("paragraph", text=text) for text in texts)]
    xml = signed(paragraph("一是", "引题。", "正文"), *map(paragraph, texts))
    assert findings(blocks, xml) == []


@pytest.mark.parametrize("lost", ["一是", "引题。", "正文"])
def test_each_lost_text_is_named(lost):
    texts = ["一是", "引题。", "正文"]
    blocks = [block("point", "", *texts)]
    xml = signed(paragraph(*(text for text in texts if text != lost)))
    assert findings(blocks, xml) == [f"“{lost}”"]


def test_a_text_in_an_attribute_is_no_text():
    assert findings([block("point", "", "一是")], signed(paragraph("正文"))) == ["“一是”"]


def test_a_lost_signature_is_named():
    assert findings([block("paragraph", text="正文")], document(paragraph(CONTEXT["title"]), paragraph("正文"))) == [
        "“办事处”",
        "“2022年12月20日”",
    ]


def test_a_text_behind_another_in_one_run_is_found():
    assert findings([block("point", "", "一是", "引题。", "正文")], signed(paragraph("一是引题。正文"))) == []


def test_two_texts_in_the_wrong_order_are_not():
    blocks = [block("paragraph", text="甲"), block("paragraph", text="乙")]
    assert findings(blocks, signed(paragraph("乙"), paragraph("甲"))) == ["“乙”"]


def test_far_from_one_another_they_are_found_too():
    far = [paragraph("空") for _ in range(100)]
    blocks = [block("paragraph", text="甲"), block("paragraph", text="乙")]
    assert findings(blocks, signed(paragraph("甲"), *far, paragraph("乙"))) == []


TEXTS = st.text("甲乙一是<&>'\" \t", min_size=1, max_size=4)


@given(st.lists(TEXTS, max_size=5), st.lists(st.lists(TEXTS, max_size=3), max_size=5))
def test_a_glance_finds_nothing_that_a_search_would_miss(pieces, paragraphs):
    context = {**CONTEXT, "blocks": [block("paragraph", text=piece) for piece in pieces]}
    xml = signed(*(paragraph(*texts) for texts in paragraphs))
    if verify._is_plainly_there(context, [xml]):
        text = verify.printed_text(xml)
        assert [*verify._missing_values(context, text), *verify._missing_blocks(context["blocks"], text)] == []


@given(st.lists(TEXTS, max_size=5))
def test_what_was_printed_is_found(pieces):
    assert findings([block("paragraph", text=piece) for piece in pieces], signed(*map(paragraph, pieces))) == []
