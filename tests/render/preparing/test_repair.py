"""What a template's loops may repeat: the document is valid all the same, and other templates pay nothing."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from renmin_docs import Chapter, Point, Template, TemplateError
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.names import WORD_DRAWING, w
from tests.printing import OFFICES, sdk_errors
from tests.proof.test_naive import FEATURES, cell, in_paragraph, run, table, text_box
from tests.samples import numbered_report, report
from tests.templates import LOOP, MAIN, parts_of, with_body

TITLE, FOR, TEXT, END = "{{ title }}", *LOOP
PLAIN = report(introduction="导语", achievements=Chapter(heading="甲", body=["文", Point(lead="乙", body="丙")]))
INLINE = report(achievements=Chapter(heading="甲", series="plain", inline=True, body=[Point(lead=x) for x in "乙丙丁"]))
BLOCKS = 4
GRAPHIC = (
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/></a:graphic>'
)
PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{WORD_DRAWING}"><wp:extent cx="9525" cy="9525"/>'
    f'<wp:docPr id="7" name="图"/>{GRAPHIC}</wp:inline></w:drawing></w:r>'
)
SHAPE = (
    '<w:r><w:pict><v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="t75" coordsize="21600,21600"/>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1" type="#t75" style="width:1pt;height:1pt"/></w:pict></w:r>'
)
BOOKMARK = '<w:bookmarkStart w:id="0" w:name="书签"/>{}<w:bookmarkEnd w:id="0"/>'
IDENTITIES = {
    "a picture": PICTURE + run(TEXT),
    "a shape": SHAPE + run(TEXT),
    "a bookmark": BOOKMARK.format(run(TEXT)),
    "an inserted run": f'<w:ins w:id="3" w:author="甲">{run(TEXT)}</w:ins>',
    "a permission": f'<w:permStart w:id="9" w:edGrp="everyone"/>{run(TEXT)}<w:permEnd w:id="9"/>',
}


def opened(tmp_path, *body: str) -> Template:
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body(*body))
    return Template.open(path)


def printed(tmp_path, *body: str, sample=PLAIN) -> bytes:
    return opened(tmp_path, *body).render(sample)


def root_of(data: bytes) -> etree._Element:
    return etree.fromstring(parts_of(data)[MAIN])


# --- identities -------------------------------------------------------------------------------


@pytest.mark.sdk
@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing_in_a_loop_that_repeats_all_of_them(office, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(printed(tmp_path, TITLE, FOR, *map(in_paragraph, IDENTITIES.values()), END))
    assert sdk_errors(path, office) == []


def test_drawings_are_numbered_through(tmp_path):
    root = root_of(printed(tmp_path, TITLE, in_paragraph(PICTURE), FOR, in_paragraph(PICTURE, run(TEXT)), END))
    ids = [item.get("id") for item in root.iter(f"{{{WORD_DRAWING}}}docPr")]
    assert ids == [str(number) for number in range(1, BLOCKS + 2)]


def test_shapes_take_another_id_with_all_that_names_it(tmp_path):
    xml = parts_of(printed(tmp_path, TITLE, FOR, in_paragraph(SHAPE, run(TEXT)), END))[MAIN].decode()
    assert re.findall('type="#([^"]*)"', xml) == re.findall('shapetype [^>]*id="([^"]*)"', xml)
    assert re.findall(' id="(s1[^"]*)"', xml) == ["s1", "s1_2", "s1_3", "s1_4"]


def test_tracked_changes_are_numbered_anew_beyond_those_that_are_there(tmp_path):
    other = '<w:ins w:id="12" w:author="甲"><w:r><w:t>前</w:t></w:r></w:ins>'
    root = root_of(printed(tmp_path, TITLE, in_paragraph(other), FOR, in_paragraph(IDENTITIES["an inserted run"]), END))
    assert [item.get(w("id")) for item in root.iter(w("ins"))] == ["12", "3", "13", "14", "15"]


START, STOP = '<w:bookmarkStart w:id="0" w:name="a"/>', '<w:bookmarkEnd w:id="0"/>'
COMMENT = '<w:r><w:commentReference w:id="1"/></w:r>'
MARKED = {
    "a range": (FOR, in_paragraph(START, run(TEXT), STOP), END),
    "its end": (in_paragraph(START), FOR, in_paragraph(run(TEXT), STOP), END),
    "its start": (FOR, in_paragraph(run(TEXT), START), END, in_paragraph(STOP)),
    "a comment": (FOR, in_paragraph(run(TEXT), COMMENT), END),
}


@pytest.mark.parametrize("name", MARKED)
def test_of_a_mark_that_is_repeated_the_first_is_kept(name, tmp_path):
    root = root_of(printed(tmp_path, TITLE, *MARKED[name]))
    kept = [item.tag for item in root.iter(*map(w, ("bookmarkStart", "bookmarkEnd", "commentReference")))]
    assert kept == ([w("commentReference")] if name == "a comment" else [w("bookmarkStart"), w("bookmarkEnd")])
    assert len([*root.iter(w("p"))]) >= 1 + BLOCKS


def test_where_the_cursor_stood_is_forgotten(tmp_path):
    cursor = BOOKMARK.format(run(TEXT)).replace("书签", "_GoBack")
    template = opened(tmp_path, TITLE, FOR, in_paragraph(cursor), END)
    assert template._prepared.unsettled == ()
    assert b"bookmark" not in parts_of(template.render(PLAIN))[MAIN]


# --- tables -----------------------------------------------------------------------------------


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


CELLS = row(cell("甲"), cell("{%tc for block in blocks %}"), cell(TEXT), cell("{%tc endfor %}"))


def grid(root: etree._Element) -> list[int]:
    return [int(column.get(w("w"))) for column in root.iter(w("gridCol"))]


def widths(row: etree._Element) -> list[int]:
    return [int(width.get(w("w"))) for width in row.iter(w("tcW"))]


def test_the_grid_holds_every_cell_within_the_table_s_width(tmp_path):
    root = root_of(printed(tmp_path, TITLE, table(CELLS, columns=4)))
    assert len(grid(root)) == 1 + BLOCKS
    assert sum(grid(root)) == 16_000
    assert [widths(row) for row in root.iter(w("tr"))] == [grid(root)]


def test_a_grid_may_become_narrower_and_rows_may_differ(tmp_path):
    rows = (
        row(cell("甲"), cell("乙")),
        row(cell("丙"), cell("{%tc if issue_date %}"), cell("丁"), cell("{%tc endif %}")),
    )
    root = root_of(printed(tmp_path, TITLE, table(*rows, columns=4), *LOOP))
    assert grid(root) == [8_000, 8_000]
    assert [widths(row) for row in root.iter(w("tr"))] == [[8_000, 8_000], [8_000]]


def test_cells_over_several_columns_count_as_many(tmp_path):
    wide = cell("宽").replace("</w:tcPr>", '<w:gridSpan w:val="3"/></w:tcPr>')
    late = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("后") + "</w:tr>"
    root = root_of(printed(tmp_path, TITLE, table(CELLS, row(wide), late, columns=4)))
    columns = grid(root)
    assert [widths(row) for row in root.iter(w("tr"))][1:] == [[sum(columns[:3])], [columns[2]]]


def test_a_loop_over_points_in_rows_of_blocks_takes_the_longest_row(tmp_path):
    loop = (cell("{%tc for point in block.points %}"), cell("{{ point.lead }}"), cell("{%tc endfor %}"))
    rows = (row(cell("{%tr for block in blocks %}")), row(cell(TEXT), *loop), row(cell("{%tr endfor %}")))
    data = printed(tmp_path, TITLE, table(*rows), sample=INLINE)
    assert [len(widths(row)) for row in root_of(data).iter(w("tr"))] == [1, 4]
    assert len(grid(root_of(data))) == 4


def test_more_columns_than_word_takes_are_refused_with_the_template_s_name(tmp_path):
    template = opened(tmp_path, TITLE, table(CELLS, columns=4))
    with pytest.raises(TemplateError) as caught:
        template.render(numbered_report(80, signed=False))
    (finding,) = caught.value.findings
    assert finding.rule == "table_columns"
    assert int(finding.found) > 63
    assert caught.value.subject == str(tmp_path / "ours.docx")


IF, ENDIF = "if issue_date %}", "endif %}"
EMPTIED = {
    "rows without cells": table(row(cell("甲")), row(cell("{%tc " + IF), cell("乙"), cell("{%tc " + ENDIF))),
    "a table without rows": table(row(cell("{%tr " + IF)), row(cell("乙")), row(cell("{%tr " + ENDIF))),
    "a table without cells": table(row(cell("{%tc " + IF), cell("乙"), cell("{%tc " + ENDIF))),
    "a cell without paragraphs": table(
        row(f"<w:tc>{''.join(in_paragraph(run(text)) for text in ('{%p ' + IF, '乙', '{%p ' + ENDIF))}</w:tc>")
    ),
    "a text box without paragraphs": text_box("{%p " + IF, "乙", "{%p " + ENDIF),
    "a cell that ends in a table without rows": table(
        row(f"<w:tc>{table(row(cell('{%tr ' + IF)), row(cell('乙')), row(cell('{%tr ' + ENDIF)))}</w:tc>")
    ),
}


@pytest.mark.parametrize("name", EMPTIED)
def test_what_has_lost_all_that_it_must_hold_is_mended(name, tmp_path):
    template = opened(tmp_path, TITLE, EMPTIED[name], *LOOP)
    assert template._prepared.unsettled == (MAIN,)
    data = template.render(PLAIN)
    root = root_of(data)
    assert structural_faults(parts_of(data)) == []
    assert all(table.find(w("tr")) is not None for table in root.iter(w("tbl")))
    assert all(box.find(w("p")) is not None for box in root.iter(w("txbxContent")))


# --- who pays ---------------------------------------------------------------------------------


def test_the_library_s_template_needs_no_last_step():
    assert Template.open("work_report")._prepared.unsettled == ()


@pytest.mark.parametrize("name", FEATURES)
def test_no_template_pays_that_repeats_text_only(name, tmp_path):
    assert opened(tmp_path, *FEATURES[name])._prepared.unsettled == ()


@pytest.mark.parametrize("name", IDENTITIES)
def test_what_stands_outside_of_loops_is_left_as_it_is(name, tmp_path):
    template = opened(tmp_path, TITLE, FOR, TEXT, END, in_paragraph(IDENTITIES[name].replace(TEXT, "文")))
    assert template._prepared.unsettled == ()
