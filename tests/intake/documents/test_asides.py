"""What a document holds beside its text: nothing hidden is read, nothing in a margin is lost in silence."""

from __future__ import annotations

import pytest

from renmin_docs.intake.reports import read_report
from renmin_docs.ooxml.names import COMPATIBILITY, DRAWING, RELATIONSHIPS, VML, WORD_2010, WORD_2012, WORD_DRAWING, W
from renmin_docs.report.cells import Cell
from tests.intake.documents.hostile import minimal

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "mc": COMPATIBILITY,
        "a": DRAWING,
        "r": RELATIONSHIPS,
        "v": VML,
        "wp": WORD_DRAWING,
        "w14": WORD_2010,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
VANISH = "<w:vanish/>"


def styles(*rows, defaults=""):
    """A styles part: kind, id, properties of runs, and further elements."""
    made = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}<w:rPr>{properties}</w:rPr></w:style>'
        for kind, name, properties, more in rows
    )
    part = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>{made}"
    return {"word/styles.xml": f'<w:styles xmlns:w="{W}">{part}</w:styles>'.encode()}


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner, properties=""):
    return f"<w:p {SPACES}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def style(name):
    return f'<w:rStyle w:val="{name}"/>'


def of_style(name):
    return f'<w:pStyle w:val="{name}"/>'


def read(tmp_path, body, more=None):
    path = tmp_path / "去年.docx"
    path.write_bytes(minimal(body, more=more))
    return read_report(path)


def texts(reading):
    """The paragraphs behind the first one of `minimal`."""
    return [item for item in reading.report.achievements[0].body if isinstance(item, str)][1:]


def notes(reading, *rules):
    return [(note.rule, note.line, note.found) for note in reading.notes if note.rule in rules]


CHARACTER, PARAGRAPH, TABLE = ("character", "paragraph", "table")
HIDING = styles(
    (CHARACTER, "secret", VANISH, ""),
    (CHARACTER, "secret2", "", '<w:basedOn w:val="secret"/>'),
    (CHARACTER, "open", '<w:vanish w:val="0"/>', '<w:basedOn w:val="secret"/>'),
    (PARAGRAPH, "draft", VANISH, ""),
    (PARAGRAPH, "draft2", "", '<w:basedOn w:val="draft"/>'),
    (PARAGRAPH, "plain", '<w:vanish w:val="false"/>', '<w:basedOn w:val="draft"/>'),
    (TABLE, "covered", VANISH, ""),
)
SHOWN, BEHIND = run("可见"), run("文字。")


@pytest.mark.parametrize(
    "properties",
    [
        VANISH,
        '<w:vanish w:val="1"/>',
        '<w:vanish w:val="true"/>',
        '<w:vanish w:val="on"/>',
        "<w:specVanish/>",
        "<w:vanish/><w:specVanish/>",
        style("secret"),
        style("secret2"),
        style("open") + VANISH,
    ],
)
def test_hidden_words_are_left_out_and_quoted_with_their_place(tmp_path, properties):
    hidden = run("隐藏的", properties) + run("内部意见", properties)
    reading = read(tmp_path, paragraph(SHOWN + hidden + BEHIND), HIDING)
    assert texts(reading) == ["可见文字。"]
    assert notes(reading, "document_hidden") == [("document_hidden", 3, "“隐藏的内部意见”")]
    assert "内部意见" not in str(reading.report)


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/>',
        '<w:vanish w:val="off"/>',
        '<w:specVanish w:val="0"/>',
        "<w:webHidden/>",
        style("open"),
        style("secret") + '<w:vanish w:val="0"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ],
)
def test_what_is_switched_off_or_hidden_on_the_web_alone_is_text(tmp_path, properties):
    reading = read(tmp_path, paragraph(SHOWN + run("公开的", properties) + BEHIND), HIDING)
    assert texts(reading) == ["可见公开的文字。"]
    assert not notes(reading, "document_hidden")


@pytest.mark.parametrize(
    ("of_paragraph", "of_run", "defaults", "is_shown"),
    [
        ("draft", "", "", False),
        ("draft2", "", "", False),
        ("plain", "", "", True),
        ("draft", style("secret"), "", True),  # toggles of two levels cancel each other
        ("draft", style("open"), "", False),
        ("draft", style("secret") + VANISH, "", False),
        ("draft", '<w:vanish w:val="0"/>', "", True),
        ("", "", VANISH, False),
        ("", style("secret"), VANISH, False),  # what the defaults hide, no style shows
        ("", '<w:vanish w:val="0"/>', VANISH, True),
    ],
)
def test_styles_and_defaults_hide_as_word_combines_them(tmp_path, of_paragraph, of_run, defaults, is_shown):
    rows = [
        (CHARACTER, "secret", VANISH, ""),
        (CHARACTER, "open", '<w:vanish w:val="0"/>', '<w:basedOn w:val="secret"/>'),
    ]
    rows += [(PARAGRAPH, "draft", VANISH, ""), (PARAGRAPH, "draft2", "", '<w:basedOn w:val="draft"/>')]
    rows += [(PARAGRAPH, "plain", '<w:vanish w:val="0"/>', '<w:basedOn w:val="draft"/>')]
    shown = run("一、工作情况", '<w:vanish w:val="0"/>')
    body = paragraph(shown) + paragraph(run("看得见吗？", of_run), of_style(of_paragraph) if of_paragraph else "")
    main = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    path = tmp_path / "去年.docx"
    path.write_bytes(minimal(main=main, more=styles(*rows, defaults=defaults)))
    reading = read_report(path)
    assert ("看得见吗" in str(reading.report)) is is_shown
    assert bool(notes(reading, "document_hidden")) is not is_shown


def test_a_default_style_and_a_table_style_hide_as_well(tmp_path):
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="covered"/></w:tblPr>{}</w:tbl>'.format
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>".format
    shown = '<w:vanish w:val="0"/>'
    body = table(row(paragraph(run("甲", shown)), paragraph(run("乙", shown))) + row(paragraph(run("丙")), "<w:p/>"))
    reading = read(tmp_path, body, HIDING)
    (found,) = [item for item in reading.report.achievements[0].body if not isinstance(item, str)]
    assert ([column.heading for column in found.columns], found.rows) == (["甲", "乙"], (("", ""),))
    assert notes(reading, "document_hidden") == [("document_hidden", 5, "“丙”")]


# --- paragraphs whose mark is not shown -------------------------------------------------------


@pytest.mark.parametrize("mark", ["<w:del/>", VANISH, "<w:vanish/><w:specVanish/>", "<w:moveFrom/>"])
def test_a_paragraph_whose_mark_is_not_shown_runs_on_in_the_next(tmp_path, mark):
    body = (
        paragraph(run("前半句，"), f"<w:rPr>{mark}</w:rPr>") + paragraph(run("后半句。")) + paragraph(run("下一段。"))
    )
    assert texts(read(tmp_path, body)) == ["前半句，后半句。", "下一段。"]


def test_a_paragraph_that_is_deleted_or_hidden_as_a_whole_takes_no_number(tmp_path):
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
        "</w:num></w:numbering>"
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph(run("抓党建。"), number)
        + paragraph("<w:del><w:r><w:delText>抓杂事。</w:delText></w:r></w:del>", f"{number}<w:rPr><w:del/></w:rPr>")
        + paragraph(run("抓内部。", VANISH), f"{number}<w:rPr>{VANISH}</w:rPr>")
        + paragraph(run("抓民生。"), number)
    )
    reading = read(tmp_path, body, {"word/numbering.xml": numbering.encode()})
    points = reading.report.achievements[0].points
    assert [point.body for point in points] == [("抓党建。",), ("抓民生。",)]
    assert notes(reading, "document_deleted", "document_hidden") == [
        ("document_deleted", 4, "“抓杂事。”"),
        ("document_hidden", 5, "“抓内部。”"),
    ]
    assert not notes(reading, "number_gap")


def test_the_last_paragraph_of_a_cell_stays_also_without_its_mark(tmp_path):
    hidden = paragraph(run("甲。"), f"<w:rPr>{VANISH}</w:rPr>")
    body = f"<w:tbl><w:tr><w:tc>{hidden}</w:tc></w:tr></w:tbl>" + paragraph(run("乙。"))
    assert texts(read(tmp_path, body)) == ["甲。", "乙。"]


# --- tables -----------------------------------------------------------------------------------


def _cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def _table(tmp_path, *rows):
    """The rows of a table that is read; each row its properties, then its cells."""
    inner = "".join(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>" for properties, *cells in rows)
    reading = read(tmp_path, f"<w:tbl>{inner}</w:tbl>")
    (table,) = [item for item in reading.report.achievements[0].body if not isinstance(item, str)]
    return [tuple(column.heading for column in table.columns), *table.rows], reading


HEADS, LAST = ("", _cell("指标"), _cell("数量")), ("", _cell("税收"), _cell("3"))


@pytest.mark.parametrize(
    ("properties", "rule"),
    [
        ("<w:del/>", "document_deleted_cells"),
        ("<w:hidden/>", "document_hidden"),
        ('<w:hidden w:val="0"/>', ""),
        ("<w:ins/>", ""),
    ],
)
def test_deleted_and_hidden_rows_are_left_out_and_inserted_ones_are_not(tmp_path, properties, rule):
    rows, reading = _table(tmp_path, HEADS, (properties, _cell("内部"), _cell("9")), LAST)
    assert rows == [("指标", "数量"), *([] if rule else [("内部", "9")]), ("税收", "3")]
    assert notes(reading, "document_deleted_cells", "document_hidden") == ([(rule, 5, "“内部 9”")] if rule else [])


def test_a_deleted_cell_is_left_out_and_an_inserted_one_is_not(tmp_path):
    row = ("", _cell("税收"), _cell("旧数", "<w:cellDel/>"), _cell("新数", "<w:cellIns/>"))
    rows, reading = _table(tmp_path, HEADS, row)
    assert rows[1] == ("税收", "新数")
    assert notes(reading, "document_deleted_cells") == [("document_deleted_cells", 6, "“旧数”")]


@pytest.mark.parametrize("first", ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"])
def test_the_text_of_a_cell_that_another_covers_is_not_shown(tmp_path, first):
    rows, reading = _table(
        tmp_path, HEADS, ("", _cell("合计", first), _cell("1")), ("", _cell("内部", "<w:vMerge/>"), _cell("2"))
    )
    assert rows[1:] == [(Cell(text="合计", row_span=2), "1"), ("2",)]
    assert notes(reading, "document_hidden") == [("document_hidden", 7, "“内部”")]


# --- fields, controls, drawings ---------------------------------------------------------------

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>".format


def test_the_code_of_a_field_is_hidden_over_several_paragraphs_too(tmp_path):
    body = (
        paragraph(run("前。") + FIELD("begin") + CODE("IF 1 = 2 ") + run("内部甲"))
        + paragraph(run("内部乙") + FIELD("separate") + run("结果。") + FIELD("end"))
        + paragraph(run("后。"))
    )
    reading = read(tmp_path, body)
    assert texts(reading) == ["前。", "结果。", "后。"]
    assert notes(reading, "document_hidden") == [("document_hidden", 3, "“内部甲”"), ("document_hidden", 4, "“内部乙”")]


@pytest.mark.parametrize(
    "field",
    [
        FIELD("begin") + CODE(r"eq \o\ac(○,1)") + FIELD("end"),
        FIELD("begin") + CODE(r"eq \o") + CODE(r"\ac(○,1)") + FIELD("separate") + FIELD("end"),
        r'<w:fldSimple w:instr=" eq \o\ac(○,1) "/>',
    ],
)
def test_what_word_draws_for_a_field_is_reported_by_its_code(tmp_path, field):
    reading = read(tmp_path, paragraph(run("第") + field + run("项。")))
    assert notes(reading, "document_field") == [("document_field", 3, "“eq \\\\o\\\\ac(○,1)”".replace("\\\\", "\\"))]


def test_a_placeholder_is_no_content_and_is_quoted(tmp_path):
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    body = (
        paragraph(run("截至") + control("<w:showingPlcHdr/>", run("单击此处输入日期")) + control("", run("2022年。")))
        + control("<w:showingPlcHdr/>", paragraph(run("单击此处输入文字。")))
        + control('<w:showingPlcHdr w:val="0"/>', paragraph(run("已填。")))
    )
    reading = read(tmp_path, body)
    assert texts(reading) == ["截至2022年。", "已填。"]
    assert [found for _, _, found in notes(reading, "document_placeholder")] == [
        "“单击此处输入日期”",
        "“单击此处输入文字。”",
    ]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "√"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "√"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "□"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/></w:ddList>', "良"),
        ('<w:ddList><w:listEntry w:val="优"/></w:ddList>', "优"),
        ('<w:ddList><w:result w:val="7"/><w:listEntry w:val="优"/></w:ddList>', ""),
    ],
)
def test_boxes_and_lists_of_forms_show_what_is_chosen(tmp_path, data, shown):
    field = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>' + FIELD("end")
    assert texts(read(tmp_path, paragraph(run("完成") + field + run("情况。")))) == [f"完成{shown}情况。"]


def test_hidden_drawings_are_left_out(tmp_path):
    box = "<w:txbxContent>{}</w:txbxContent>".format(paragraph(run("框内意见")))
    drawings = (
        f'<w:r><w:drawing><wp:anchor><wp:docPr hidden="1"/>{box}</wp:anchor></w:drawing></w:r>',
        f'<w:r><w:pict><v:shape style="position:absolute;visibility:hidden">{box}</v:shape></w:pict></w:r>',
        f"<w:r><w:rPr>{VANISH}</w:rPr><w:pict><v:shape>{box}</v:shape></w:pict></w:r>",
    )
    for drawing in drawings:
        reading = read(tmp_path, paragraph(run("可见。") + drawing))
        assert texts(reading) == ["可见。"]
        assert [found for _, _, found in notes(reading, "document_hidden")] == ["“框内意见”"]
    picture = f'<w:r><w:rPr>{VANISH}</w:rPr><w:drawing><wp:docPr descr="现场"/><a:blip r:embed="x"/></w:drawing></w:r>'
    reading = read(tmp_path, paragraph(run("可见。") + picture))
    assert notes(reading, "picture_hidden", "picture_left") == [("picture_hidden", 3, "“现场”")]


def test_word_art_of_old_documents_is_text_and_a_chart_is_reported(tmp_path):
    art = '<w:r><w:pict><v:shape><v:textpath string="再创佳绩"/></v:shape></w:pict></w:r>'
    chart = f'<w:r><w:drawing><a:graphic><a:graphicData uri="{DRAWING[:-5]}/chart"/></a:graphic></w:drawing></w:r>'
    reading = read(tmp_path, paragraph(run("可见。") + art + chart))
    assert texts(reading) == ["可见。", "再创佳绩"]
    assert notes(reading, "document_drawing") == [("document_drawing", 3, "“chart”")]


def test_a_formula_of_more_than_a_line_is_to_be_checked(tmp_path):
    half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    reading = read(
        tmp_path, paragraph(run("完成") + half + run("。")) + paragraph("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>")
    )
    assert texts(reading) == ["完成12。", "a"]
    assert notes(reading, "document_formula") == [("document_formula", 3, "“12”")]


def test_pronunciation_above_characters_is_reported(tmp_path):
    ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>".format
    reading = read(
        tmp_path, paragraph(run("埇桥") + ruby(run("yǒng"), run("埇")) + ruby(run("qiáo"), run("桥")) + run("。"))
    )
    assert texts(reading) == ["埇桥埇桥。"]
    assert [found for _, _, found in notes(reading, "document_pronunciation")] == ["“埇（yǒng）”", "“桥（qiáo）”"]


# --- comments, headers, notes -----------------------------------------------------------------


def _comments(*rows):
    """Parts of comments: id, text, paragraph id, and the paragraph id that it answers."""
    made = "".join(
        f'<w:comment w:id="{number}" w:author="某某" w:initials="某"><w:p w14:paraId="{own}"><w:r><w:annotationRef/></w:r>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        for number, text, own, _ in rows
    )
    entries = "".join(
        f'<w15:commentEx w15:paraId="{own}"' + (f' w15:paraIdParent="{parent}"' if parent else "") + "/>"
        for _, _, own, parent in rows
    )
    return {
        "word/comments.xml": f'<w:comments xmlns:w="{W}" xmlns:w14="{WORD_2010}">{made}</w:comments>'.encode(),
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{WORD_2012}">{entries}</w15:commentsEx>'.encode(),
    }


def test_comments_and_replies_are_reported_with_their_paragraph_and_without_names(tmp_path):
    more = _comments((1, "这个数请核实", "A1", ""), (2, "已核实", "A2", "A1"), (3, "没有位置", "A3", ""))
    body = paragraph(
        '<w:commentRangeStart w:id="1"/>' + run("新增托位60个。") + '<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    reading = read(tmp_path, body, more)
    told = [(note.line, note.found, note.expected) for note in reading.notes if note.rule == "document_comment"]
    assert told == [
        (None, "“没有位置”", ""),
        (3, "“这个数请核实”", "“新增托位60个。”"),
        (3, "“已核实”", "“新增托位60个。”"),
    ]
    assert texts(reading) == ["新增托位60个。"]
    assert not any("某" in note.message(language) for note in reading.notes for language in ("zh", "en"))


def test_a_comment_in_a_cell_or_a_hidden_run_has_its_place_too(tmp_path):
    anchor = '<w:r><w:rPr><w:vanish/></w:rPr><w:commentReference w:id="{}"/></w:r>'.format
    cell = "<w:tc>{}</w:tc>".format
    rows = [
        (cell(paragraph(run(text))) + cell(paragraph(run("3") + more)))
        for text, more in (("甲", ""), ("乙", anchor(1)))
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    reading = read(tmp_path, body, _comments((1, "查", "A1", "")))
    (note,) = [note for note in reading.notes if note.rule == "document_comment"]
    assert (note.line, note.expected) == (6, "“3”")


def _margin(kind, number, inner):
    return {f"word/{kind}{number}.xml": f'<w:hdr xmlns:w="{W}" {SPACES}>{inner}</w:hdr>'.encode()}


def _with_margins(tmp_path, *rows):
    """Reads a document with headers and footers: kind, and what stands in it."""
    parts = {}
    for number, (kind, inner) in enumerate(rows):
        parts |= _margin(kind, number, inner)
    data = minimal(paragraph(run("完成。")), more=parts)
    for number, (kind, _) in enumerate(rows):
        data = _renamed(data, f"{RELATIONSHIPS}/{kind}{number}", f"{RELATIONSHIPS}/{kind}")
    path = tmp_path / "去年.docx"
    path.write_bytes(data)
    return read_report(path)


def _renamed(data, old, new):
    """A package in which a type of relationships has another name."""
    from tests.intake.documents.hostile import packed
    from tests.templates import parts_of

    name = "word/_rels/document.xml.rels"
    parts = parts_of(data)
    return packed({**parts, name: parts[name].replace(f'"{old}"'.encode(), f'"{new}"'.encode())})


PAGE = FIELD("begin") + CODE(" PAGE ") + FIELD("separate") + run("3") + FIELD("end")


def test_headers_and_footers_with_text_of_their_own_are_reported_once(tmp_path):
    watermark = '<w:r><w:pict><v:shape><v:textpath string="送审稿"/></v:shape></w:pict></w:r>'
    reading = _with_margins(
        tmp_path,
        ("header", paragraph(run("内部资料 注意保存"))),
        ("header", paragraph(run("内部资料 注意保存"))),
        ("header", paragraph(watermark)),
        ("footer", paragraph(run("— ") + PAGE + run(" —"))),
        ("footer", paragraph(run("第") + PAGE + run("页 共") + PAGE + run("页"))),
        ("footer", paragraph(run("联系电话见附件 ") + PAGE)),
        ("footer", paragraph("")),
    )
    assert notes(reading, "document_header", "document_footer") == [
        ("document_header", None, "“内部资料 注意保存”"),
        ("document_header", None, "“送审稿”"),
        ("document_footer", None, "“联系电话见附件 3”"),
    ]


def _footnotes(*texts):
    made = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>' for number, text in enumerate(texts, 1)
    )
    return {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{made}</w:footnotes>'.encode()}


REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format


def test_a_footnote_stands_where_it_is_referred_to_first_also_in_a_cell(tmp_path):
    more = _footnotes(run("来源甲") + run("内部", VANISH), run("来源乙"))
    cell = "<w:tc>{}</w:tc>".format
    row = cell(paragraph(run("税收") + REFERENCE(2))) + cell(paragraph(run("3")))
    body = (
        paragraph(run("完成") + REFERENCE(1) + run("任务。")) + paragraph(run("再次") + REFERENCE(1) + run("提到。"))
        + f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>"
    )  # fmt: skip
    reading = read(tmp_path, body, more)
    assert texts(reading) == ["完成{[来源甲]}任务。", "再次提到。"]
    (table,) = [item for item in reading.report.achievements[0].body if not isinstance(item, str)]
    assert [column.heading for column in table.columns] == ["税收（注：来源乙）", "3"]
    assert notes(reading, "document_hidden") == [("document_hidden", 3, "“内部”")]


def test_a_picture_in_a_table_is_reported(tmp_path):
    cell = "<w:tc>{}</w:tc>".format
    picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    row = cell(paragraph(run("甲"))) + cell(paragraph(run("乙") + picture))
    reading = read(tmp_path, f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>")
    assert [rule for rule, _, _ in notes(reading, "picture_within")] == ["picture_within"] * 2
