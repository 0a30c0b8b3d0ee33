"""Notes at the foot of a page: their part, their numbers, and what a template has of its own."""

from __future__ import annotations

import re

import docx
import pytest
from lxml import etree

from renmin_docs import Chapter, Point, ReportError, Table
from renmin_docs.ooxml.names import w
from renmin_docs.render.template import Template
from tests.samples import report
from tests.templates import LOOP, W, packed, parts_of, with_body

NOTED = {
    "figures": {"shops": "600余家"},
    "introduction": "导语{[A&B <c>]}。",
    "achievements": Chapter(
        heading="章",
        body=[
            "店{shops}{[含个体户，{shops}。]}，{*粗{[粗]}体*}{[甲]}{[乙]}",
            Point(lead="要点", body="文{[丙]}字。"),
        ],
    ),
}
NOTES = ["A&B <c>", "含个体户，600余家。", "粗", "甲", "乙", "丙"]
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def notes_of(made) -> dict[str, str]:
    """Id → text of the notes of a document, in the order of their part."""
    root = etree.fromstring(made["word/footnotes.xml"])
    return {each.get(w("id")): "".join(each.itertext()).strip() for each in root if not each.get(w("type"))}


def references_in(made) -> list[str]:
    return re.findall(r'<w:footnoteReference w:id="(\d+)"/>', made["word/document.xml"].decode())


@pytest.mark.parametrize("template", ["work_report", "red_head"])
@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_every_note_stands_in_the_part_of_notes_under_the_number_of_its_reference(template, numbering):
    made = parts_of(report(**NOTED).to_bytes(template=template, numbering=numbering))
    assert [*notes_of(made).values()] == NOTES
    assert references_in(made) == [*notes_of(made)] == ["1", "2", "3", "4", "5", "6"]
    assert TYPE.encode() in made["[Content_Types].xml"]
    assert b"/footnotes" in made["word/_rels/document.xml.rels"]
    sections = made["word/document.xml"].count(b"<w:sectPr")
    assert made["word/document.xml"].count(b"<w:footnotePr><w:numFmt") == sections
    assert b"decimalEnclosedCircleChinese" in made["word/settings.xml"]
    for style in (b"FootnoteText", b"FootnoteReference"):
        assert b'w:styleId="' + style in made["word/styles.xml"]


def test_the_text_is_that_without_its_notes():
    def plain(data):
        xml = parts_of(data)["word/document.xml"].decode()
        return re.sub("<[^>]*>", "", xml)

    without = {**NOTED, "introduction": "导语。"}
    without["achievements"] = Chapter(heading="章", body=["店{shops}，{*粗体*}", Point(lead="要点", body="文字。")])
    assert plain(report(**NOTED).to_bytes()) == plain(report(**without).to_bytes())


def test_a_report_without_notes_gets_no_part_of_them():
    made = parts_of(report(introduction="{*导语*}。").to_bytes())
    assert "word/footnotes.xml" not in made
    assert made["word/styles.xml"] == parts_of(report(introduction="导语。").to_bytes())["word/styles.xml"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="a8"><w:name w:val="Footnote Reference"/></w:style></w:styles>'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
ADDED = {
    "word/styles.xml": ("</w:styles>", STYLES),
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="rIdOwn" Type="{KIND}" Target="footnotes.xml"/></Relationships>',
    ),
    "[Content_Types].xml": (
        "</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}"/></Types>',
    ),
}


def own_template(note: str) -> Template:
    """A template with a note of its own, and with Word's styles of notes under ids of its own."""
    reference = '<w:p><w:r><w:t>{{ title }}</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    made = parts_of(with_body(reference, *LOOP))
    for name, (before, after) in ADDED.items():
        made[name] = made[name].decode().replace(before, after).encode()
    own = f'<w:footnotes {W}><w:footnote w:id="7"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return Template.from_bytes(packed({**made, "word/footnotes.xml": own.encode()}))


@pytest.mark.parametrize(
    ("note", "printed"), [("本模板的注", "本模板的注"), ("{{ issuer }}的注", "人民街道办事处的注")]
)
def test_a_templates_own_note_stays_before_those_of_the_report(note, printed):
    made = parts_of(own_template(note).render(report(**NOTED)))
    assert [*notes_of(made).values()] == [printed, *NOTES]
    assert references_in(made) == [*notes_of(made)] == ["7", "8", "9", "10", "11", "12", "13"]
    assert b'w:pStyle w:val="a7"' in made["word/footnotes.xml"]
    assert b'w:rStyle w:val="a8"' in made["word/document.xml"]
    assert b"FootnoteText" not in made["word/styles.xml"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ({"title": "总结{[注]}"}, "title"),
        ({"achievements": Chapter(heading="章{[注]}", body="文")}, "achievements.heading"),
        ({"achievements": Chapter(body=[Point(lead="引题{[注]}")])}, "achievements.body[0].lead"),
        (
            {"achievements": Chapter(body=[Table(columns=["列"], rows=[["格{[注]}"]])])},
            "achievements.body[0].rows[0][0]",
        ),
    ],
)
def test_a_note_that_is_in_no_paragraph_is_refused(where, place):
    with pytest.raises(ReportError) as caught:
        report(**where).to_bytes()
    assert [(each.rule, each.place) for each in caught.value.findings] == [("note_here", place)]
    assert ("note_here", place) in {(each.rule, each.place) for each in report(**where).check()}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{[注]}文", "note_first"),
        ("文\n{[注]}", "note_first"),
        ("文{[注{*粗*}]}", "note_holds"),
        ("文{[注{[注]}]}", "note_holds"),
        ("文{[]}", "emphasis_empty"),
        ("文{[注", "emphasis_unclosed"),
        ("文注]}", "emphasis_unopened"),
        ("文{*粗{[注*}]}", "emphasis_crossed"),
    ],
)
def test_a_note_that_is_none_is_refused(text, rule):
    with pytest.raises(ReportError) as caught:
        report(introduction=text)
    assert rule in {each.rule for each in caught.value.findings}


def test_braces_of_a_text_begin_no_note():
    assert docx_text(report(introduction="甲{{[乙]}}").to_bytes()) == "甲{[乙]}"


def docx_text(data) -> str:
    from io import BytesIO

    return next(each.text for each in docx.Document(BytesIO(data)).paragraphs if "甲" in each.text)
