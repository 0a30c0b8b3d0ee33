"""What stands in a paragraph for a reader of the page."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.inline import content_of
from renmin_docs.ooxml.names import COMPATIBILITY, DRAWING, RELATIONSHIPS, VML, WORD_DRAWING, WORD_SHAPE, W

SPACES = {
    "w": W,
    "mc": COMPATIBILITY,
    "a": DRAWING,
    "r": RELATIONSHIPS,
    "v": VML,
    "wp": WORD_DRAWING,
    "wps": WORD_SHAPE,
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def read(inner):
    return content_of(etree.fromstring(f"<w:p {NAMESPACES}>{inner}</w:p>"))


def run(inner):
    return f"<w:r>{inner}</w:r>"


T = "<w:t>{}</w:t>".format
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run(T("一") + "<w:tab/>" + T("二") + "<w:br/>" + T("三") + "<w:cr/>"), "一\t二\n三\n"),
        (run("<w:noBreakHyphen/><w:softHyphen/>" + T("x")), "-x"),
        (run('<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="x" w:char="4E00"/><w:sym w:char="zz"/>'), "√一"),
        (f"<w:hyperlink>{run(T('链接'))}</w:hyperlink><w:smartTag>{run(T('标记'))}</w:smartTag>", "链接标记"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run(T('控件'))}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:ins>{run(T('加'))}</w:ins><w:del>{run('<w:delText>减</w:delText>')}</w:del>", "加"),
        (f"<w:moveFrom>{run(T('旧处'))}</w:moveFrom><w:moveTo>{run(T('新处'))}</w:moveTo>", "新处"),
        (f'<w:fldSimple w:instr="DATE">{run(T("2022年"))}</w:fldSimple>', "2022年"),
        (
            FIELD("begin") + run("<w:instrText>DATE</w:instrText>") + FIELD("separate") + run(T("果")) + FIELD("end"),
            "果",
        ),
        (FIELD("begin") + run(T("代码里的字")) + FIELD("end") + run(T("后")), "后"),
        (FIELD("begin") + run(T("没有结束的域")), "没有结束的域"),
        (FIELD("end") + run(T("没有开始的域")), "没有开始的域"),
        (run(f"<w:ruby><w:rt>{run(T('qū'))}</w:rt><w:rubyBase>{run(T('区'))}</w:rubyBase></w:ruby>"), "区"),
        (f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>a+b</m:t></m:r></m:oMath>', "a+b"),
        (
            run(
                f"<mc:AlternateContent><mc:Choice>{T('新')}</mc:Choice><mc:Fallback>{T('旧')}</mc:Fallback>"
                "</mc:AlternateContent>"
            ),
            "新",
        ),
        (f"<mc:AlternateContent><mc:Fallback>{run(T('旧'))}</mc:Fallback></mc:AlternateContent>", "旧"),
    ],
)
def test_a_reader_of_the_page_sees_this_text(inner, text):
    assert read(inner).text == text


def test_a_page_break_is_no_text_and_a_deletion_is_remembered():
    content = read(run('<w:br w:type="page"/>') + f"<w:del>{run(T('减'))}</w:del>")
    assert (content.text, content.page_break, [each.text for each in content.left]) == ("", 0, ["减"])


@pytest.mark.parametrize(
    ("before", "behind", "ends"),
    [("甲", "", True), ("甲", " ", True), ("", "乙", False), ("甲", "乙", False), ("", "", False)],
)
def test_a_page_ends_behind_a_text_that_nothing_follows(before, behind, ends):
    content = read(run(T(before) + '<w:br w:type="page"/>') + run(T(behind)))
    assert content.ends_page == ends
    assert not read(run(T(before + behind))).ends_page


BOX = "<wps:txbx><w:txbxContent><w:p/>{}</w:txbxContent></wps:txbx>".format


def test_a_text_box_is_read_once_also_where_it_is_stored_twice():
    old = "<w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX('')}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert [len(box) for box in read(run(both)).boxes] == [1]
    assert len(read(run(old)).boxes) == 1
    assert len(read(run(f"<w:drawing>{BOX(BOX(''))}</w:drawing>")).boxes) == 1


def test_pictures_and_notes_are_kept_beside_the_text():
    picture = (
        '<w:drawing><wp:inline><wp:extent cx="360000"/><wp:docPr descr="大厅"/><a:blip r:embed="rId5"/></wp:inline>'
        '</w:drawing><w:pict><v:imagedata r:id="rId6"/></w:pict><w:footnoteReference w:id="2"/>'
    )
    content = read(run(picture))
    assert [each[:3] for each in content.drawings] == [("rId5", 360_000, "大厅"), ("rId6", 0, "")]
    assert [each[:2] for each in content.notes] == [("footnotes", "2")]
