"""Remarks as comments: at the very words, wherever they stand, and nothing else is changed."""

from __future__ import annotations

import io
from itertools import product

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from renmin_docs import DataFileError, check_document, comment_document
from renmin_docs.check.comments.anchors import Range, anchor
from renmin_docs.ooxml.content import Content
from renmin_docs.ooxml.inline import content_of
from renmin_docs.ooxml.names import COMPATIBILITY, DOCUMENT_TYPE, RELATIONSHIPS, WORD_2010, WORD_2012, W, w
from renmin_docs.render.extra_parts import with_relationships, with_types
from tests.check.finished import TEXT, whole_report
from tests.printing import OFFICES, require, sdk_errors
from tests.samples import report
from tests.templates import MAIN, packed, parts_of

LINKS = "word/_rels/document.xml.rels"
BOLD = "<w:rPr><w:b/></w:rPr>"
MARKS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner):
    return f"<w:p>{''.join(inner)}</w:p>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


TABLE = (
    "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>"
    "<w:tr><w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{}</w:tc></w:tr></w:tbl><w:p/>"
)
BODIES = {
    "one run": (paragraph(run("甲。增加，，很多。")), "，，"),
    "several runs": (
        paragraph(run("增"), run("加，", BOLD), run("，很", "<w:rPr><w:i/></w:rPr>"), run("多。")),
        "，，",
    ),
    "a run with tabs and breaks": (
        paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙，，</w:t><w:br/><w:t>丙。</w:t></w:r>"),
        "，，",
    ),
    "a text whose blanks don't count": (paragraph("<w:r><w:t>  甲，，乙。 </w:t></w:r>"), "，，"),
    "a hyperlink": (
        paragraph(run("甲"), f'<w:hyperlink w:anchor="a">{run("乙，，丙")}</w:hyperlink>', run("丁。")),
        "，，",
    ),
    "an insertion": (
        paragraph(
            run("甲"),
            f'<w:ins w:id="900" w:author="a" w:date="2022-01-01T00:00:00Z">{run("乙，，丙")}</w:ins>',
            run("丁。"),
        ),
        "，，",
    ),
    "beside a deletion": (
        paragraph(
            run("甲，"),
            '<w:del w:id="901" w:author="a" w:date="2022-01-01T00:00:00Z"><w:r><w:delText>乙</w:delText></w:r></w:del>',
            run("，丁。"),
        ),
        "，，",
    ),
    "the result of a field": (
        paragraph(
            run("共"),
            field("begin"),
            "<w:r><w:instrText> PAGE </w:instrText></w:r>",
            field("separate"),
            run("1，，2"),
            field("end"),
            run("页。"),
        ),
        "1，，2",
    ),
    "a simple field": (
        paragraph(run("共"), f'<w:fldSimple w:instr=" PAGE ">{run("1，，2")}</w:fldSimple>', run("页。")),
        "1，，2",
    ),
    "a content control": (
        paragraph(
            run("甲"),
            f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('乙，，丙')}</w:sdtContent></w:sdt>",
            run("丁。"),
        ),
        "乙，，丙",
    ),
    "a cell": (TABLE.format(paragraph(run("名称")) + paragraph(run("增加，，很多"))), "，，"),
    "two in one paragraph": (paragraph(run("甲，，乙，，丙，，丁。")), "，，|，，|，，"),
    "bookmarks and proofing": (
        paragraph(
            '<w:proofErr w:type="spellStart"/>',
            run("甲，"),
            '<w:bookmarkStart w:id="0" w:name="a"/>',
            run("，乙。"),
            '<w:bookmarkEnd w:id="0"/>',
        ),
        "，，",
    ),
}


def document(body, **more):
    """A .docx with this body, and with parts that people's comments have, by their names in `word/`."""
    parts = parts_of(report().to_bytes())
    parts[MAIN] = f'<w:document xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}</w:body></w:document>'.encode()
    types = {f"word/{name}.xml": f"{DOCUMENT_TYPE}.{name}+xml" for name in more}
    parts["[Content_Types].xml"] = with_types(parts["[Content_Types].xml"], types)
    related = {f"rId{name}": (name, f"word/{name}.xml") for name in more}
    parts[LINKS] = with_relationships(parts[LINKS], related, "word")
    return packed({**parts, **{f"word/{name}.xml": content for name, content in more.items()}})


@pytest.fixture
def commented(tmp_path):
    """Checks a document and writes comments into a copy: its bytes before and after."""

    def commented(data, select=("P4",)):
        path = tmp_path / "a.docx"
        path.write_bytes(data)
        remarks = check_document(path, select=select).remarks
        return comment_document(path, remarks)

    return commented


def main_of(data):
    return etree.fromstring(parts_of(data)[MAIN])


def characters(root):
    """Every printed character with the formatting of its run, also of deleted ones."""
    found = []
    for each in root.iter(w("t"), w("delText"), w("tab"), w("br"), w("instrText")):
        properties = each.getparent().find(w("rPr"))
        look = b"" if properties is None else etree.tostring(properties, method="c14n")
        around = tuple(up.tag for up in each.iterancestors())
        text = each.text or each.tag
        text = text if each.get("{http://www.w3.org/XML/1998/namespace}space") else text.strip()
        found += [(character, look, around) for character in text]
    return found


def words(root):
    """What each range of a comment is on, in the order of their ids."""
    texts, opened = {}, set()
    for each in root.iter(*MARKS[:2], w("t")):
        if each.tag == MARKS[0]:
            opened.add(each.get(w("id")))
            texts[each.get(w("id"))] = ""
        elif each.tag == MARKS[1]:
            opened.remove(each.get(w("id")))
        else:
            for name in opened:
                texts[name] += each.text or ""
    assert not opened
    assert {each.get(w("id")) for each in root.iter(MARKS[2])} == set(texts)
    return [text for _, text in sorted(texts.items(), key=lambda each: int(each[0]))]


@pytest.mark.parametrize("what", BODIES)
def test_a_comment_is_on_the_very_words_and_nothing_else_is_changed(what, commented):
    body, expected = BODIES[what]
    before = document(body)
    after = commented(before)
    assert "|".join(words(main_of(after))) == expected
    assert characters(main_of(after)) == characters(main_of(before))
    parts = parts_of(after)
    for name, content in parts_of(before).items():
        assert name in (MAIN, "[Content_Types].xml", LINKS) or parts[name] == content
    comments = list(docx.Document(io.BytesIO(after)).comments)
    assert len(comments) == expected.count("|") + 1
    assert comments[0].author == "renmin-docs"
    assert "标点重复" in comments[0].text
    assert commented(before) == after


@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing_wrong_with_any_of_them(office, commented, tmp_path):
    require("ooxml-validator")
    after = commented(document("".join(body for body, _ in BODIES.values())))
    expected = "|".join(expected for _, expected in BODIES.values())
    assert sorted(words(main_of(after))) == sorted(expected.split("|"))
    (tmp_path / "out.docx").write_bytes(after)
    assert sdk_errors(tmp_path / "out.docx", office) == []


COMMENTS = (
    f'<w:comments xmlns:w="{W}" xmlns:w14="{WORD_2010}" xmlns:mc="{COMPATIBILITY}"'
    ' mc:Ignorable="w14"><w:comment w:id="7" w:author="张某" w:initials="张"><w:p w14:paraId="00000001">'
    "<w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>"
).encode()
EXTENDED = (
    f'<w15:commentsEx xmlns:w15="{WORD_2012}"><w15:commentEx w15:paraId="00000001" w15:done="0"/></w15:commentsEx>'
).encode()


def test_comments_that_are_there_stay(commented):
    own = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    before = document(paragraph(run("甲"), own[0], run("乙，，丙"), own[1], run("丁。")), comments=COMMENTS)
    after = commented(before)
    assert words(main_of(after)) == ["乙，，丙", "，，"]
    comments = list(docx.Document(io.BytesIO(after)).comments)
    assert [(each.comment_id, each.author) for each in comments] == [(7, "张某"), (8, "renmin-docs")]
    assert comments[0].text == "请核对"
    assert b'paraId="00000001"' in parts_of(after)["word/comments.xml"]
    assert parts_of(after)["[Content_Types].xml"] == parts_of(before)["[Content_Types].xml"]


def test_comments_beside_those_of_people_are_valid(commented, tmp_path):
    require("ooxml-validator")
    data = commented(document(paragraph(run("甲，，乙。")), comments=COMMENTS))
    (tmp_path / "out.docx").write_bytes(data)
    assert [error for office in OFFICES for error in sdk_errors(tmp_path / "out.docx", office)] == []


def test_the_part_that_says_which_comment_answers_which_stays_as_it_is(commented):
    before = document(paragraph(run("甲，，乙。")), comments=COMMENTS, commentsExtended=EXTENDED)
    assert parts_of(commented(before))["word/commentsExtended.xml"] == EXTENDED


def test_a_remark_in_a_text_box_is_a_comment_on_the_paragraph_that_holds_it(commented):
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:50pt"><v:textbox>'
        f"<w:txbxContent>{paragraph(run('盒内，，字。'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    after = commented(document(paragraph(run("甲"), box, run("乙。"))))
    (start,) = main_of(after).iter(MARKS[0])
    assert start.getparent().getparent().tag == w("body")
    assert words(main_of(after)) == ["甲盒内，，字。乙。"]


def test_remarks_on_the_page_are_on_their_paragraph_or_the_first(commented):
    after = commented(document(paragraph(run("甲。")) + paragraph(run("乙。"))), select=("page",))
    assert set(words(main_of(after))) <= {"甲。", "乙。"}
    assert "甲。" in words(main_of(after))


def test_a_document_without_remarks_has_the_parts_that_it_had_and_an_empty_one_for_comments(commented):
    before = document(paragraph(run("甲。")))
    after = parts_of(commented(before))
    added = {"word/comments.xml", "[Content_Types].xml", LINKS}
    assert {name: content for name, content in after.items() if name not in added} == {
        name: content for name, content in parts_of(before).items() if name not in added
    }
    assert b"<w:comment " not in after["word/comments.xml"]


def test_a_whole_report_keeps_its_text(commented, tmp_path):
    require("ooxml-validator")
    whole = whole_report(introduction=[TEXT, "全年，，新增9家，其中工业4家、农业4家。"])
    for numbering in ("typed", "native"):
        before = whole.to_bytes(numbering=numbering)
        after = commented(before, select=("P4", "C1", "page"))
        assert characters(main_of(after)) == characters(main_of(before))
        assert {"，，", "9家"} <= set(words(main_of(after)))
        (tmp_path / "out.docx").write_bytes(after)
        assert sdk_errors(tmp_path / "out.docx", "Office2013") == []


@pytest.mark.parametrize("name", ["a.txt", "a.yaml", "a.odt", "a.doc"])
def test_other_files_can_not_have_comments(name, tmp_path):
    (tmp_path / name).write_text("甲，，乙。", encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        comment_document(tmp_path / name, [])
    assert caught.value.findings[0].rule == "comments_need_docx"


@given(st.lists(st.text("甲乙 ，", min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_any_range_of_any_runs_is_enclosed_exactly(texts, data):
    element = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr/>{"".join(map(run, texts))}</w:p>')
    whole = "".join(texts)
    places = [place for place in product(range(len(whole)), range(1, len(whole) + 1)) if place[0] < place[1]]
    ranges = [
        Range(str(at), *place) for at, place in enumerate(data.draw(st.lists(st.sampled_from(places), max_size=4)))
    ]
    runs = content_of(element, content=Content(keeps_elements=True)).runs
    anchor(element, runs, ranges)
    assert words(element) == [whole[each.start : each.end] for each in ranges]
    assert "".join(element.itertext()) == whole
