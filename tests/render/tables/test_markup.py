"""Tables as WordprocessingML, and as they print: widths, points below one another, heads on every page."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from renmin_docs.errors import ReportError
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.names import w
from renmin_docs.render.tables.columns import printed_columns
from renmin_docs.render.tables.markup import PrintedTable
from renmin_docs.report.tables import Column, Table
from renmin_docs.report.text import Tokens, fill
from renmin_docs.standard.page import TYPE_AREA_WIDTH as PORTRAIT_WIDTH
from renmin_docs.standard.tables import LANDSCAPE_WIDTH
from renmin_docs.units import Mm, Twips
from tests.effort import THOROUGH
from tests.printing import OFFICES, Printed, sdk_errors
from tests.tables import characters, document, rules
from tests.templates import W, parts_of
from tests.timing import cost

MANY = 1_000 if THOROUGH else 300
"""Rows of a table that goes on over many pages."""
HALF_WIDTH_DIGITS = "楷体_GB2312"
"""A font whose stand-in has digits of half a 字, as the fonts of official documents do."""


def write(text: str) -> str:
    return fill(text, Tokens(lambda mention: f"〔{mention.name}〕"))


def table(*rows, columns=None, **parts) -> Table:
    return Table(columns=columns or [f"第{n}列" for n, _ in enumerate(rows[0], 1)], rows=rows, **parts)


def xml(made: Table, width=PORTRAIT_WIDTH, *, keep_next=False) -> str:
    return PrintedTable(made, write).xml(width, keep_next=keep_next)


def tree(made: Table, **options) -> etree._Element:
    return etree.fromstring(f"<w:body {W}>{xml(made, **options)}</w:body>")[0]


def texts(element) -> str:
    """What stands in an element: texts, line breaks and tabs."""
    marks = {w("br"): "\n", w("tab"): "\t"}
    return "".join(each.text or "" if each.tag == w("t") else marks.get(each.tag, "") for each in element.iter())


def cells(root) -> list[list[str]]:
    return [[texts(cell) for cell in row.iter(w("tc"))] for row in root.iter(w("tr"))]


def alignments(root, column: int) -> list[str | None]:
    """How the cells of a column are aligned, from the first row of cells; None where the style says it."""
    found = [row.findall(w("tc"))[column].find(f".//{w('jc')}") for row in root.findall(w("tr"))[1:]]
    return [None if each is None else each.get(w("val")) for each in found]


# --- what is written --------------------------------------------------------------------------


def test_every_text_stands_in_its_cell_in_order():
    made = table(["甲{shops}", "<&>"], ["一\n二\t三", ""], ["{{原文}}", "]]>"], columns=["左{a}", "右"])
    assert cells(tree(made)) == [["左〔a〕", "右"], ["甲〔shops〕", "<&>"], ["一\n二\t三", ""], ["{原文}", "]]>"]]


def test_no_namespace_is_declared_and_no_prefix_but_w_is_used():
    written = xml(table(["a:b", "xmlns"]))
    assert set(re.findall(r"</?(\w+):", written)) == {"w"}
    assert "xmlns=" not in written
    assert "xmlns:" not in written


def test_the_head_repeats_and_no_row_breaks():
    head, *rows = tree(table(["1"], ["2"])).findall(w("tr"))
    assert head.find(f"{w('trPr')}/{w('tblHeader')}") is not None
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in (head, *rows))
    assert not any(row.findall(f".//{w('tblHeader')}") for row in rows)


def test_the_head_keeps_with_the_first_row_the_last_with_the_one_above_and_with_what_follows_where_asked():
    def kept(root):
        return [len(row.findall(f".//{w('keepNext')}")) for row in root.findall(w("tr"))]

    made = table(["1", "", "甲"], ["1", "", "甲"], ["2", "乙", "甲"])
    assert kept(tree(made)) == [3, 0, 3, 0]
    assert kept(tree(made, keep_next=True)) == [3, 0, 3, 3]


def test_a_table_in_larger_type_is_that_of_a_narrower_page_enlarged():
    made = table(["甲", "12345.67"], ["乙", "1.5"])
    small, large = PrintedTable(made, write), PrintedTable(made, write, 32)
    narrow = Twips(PORTRAIT_WIDTH.twips * 24 // 32)
    numbers = [re.findall(r'w:(?:w|right)="([0-9]+)"', each) for each in
               (small.xml(narrow, keep_next=False), large.xml(PORTRAIT_WIDTH, keep_next=False))]  # fmt: skip
    margins = {"28", "85"}  # those of the table, which stay
    assert [int(each) if each in margins else int(each) * 32 // 24 for each in numbers[0]] == [*map(int, numbers[1])]
    assert large.least_width.twips == -(-small.least_width.twips * 32 // 24)
    with pytest.raises(ReportError):
        large.xml(small.least_width, keep_next=False)


def test_head_and_text_have_styles_of_their_own():
    head, row = tree(table(["1"])).findall(w("tr"))
    assert [each.find(f".//{w('pStyle')}").get(w("val")) for each in (head, row)] == ["TableHead", "TableText"]


def test_the_layout_is_fixed_and_every_edge_is_ruled():
    properties = tree(table(["1"])).find(w("tblPr"))
    assert properties.find(w("tblLayout")).get(w("type")) == "fixed"
    edges = {etree.QName(each).localname: each.get(w("val")) for each in properties.find(w("tblBorders"))}
    assert edges == dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), "single")


@pytest.mark.parametrize(
    ("cell_texts", "is_number"),
    [
        (["1", "2.5", "-3"], True),
        (["10.67%", "", "—"], True),
        (["1,234.5", "7‰", "+2"], True),
        (["600余", "7"], False),
        (["近20"], False),
        (["1", "甲"], False),
        (["", "—"], False),
        (["2022年"], False),
        (["1.2.3"], False),
        (["１２"], False),
    ],
)
def test_a_column_holds_numbers_if_every_filled_cell_is_one(cell_texts, is_number):
    (column,) = printed_columns(table(*([text] for text in cell_texts)), write)
    assert column.is_number is is_number


def test_numbers_are_distinguished_as_they_print():
    (column,) = printed_columns(table(["{a}"], ["7"]), lambda text: text.replace("{a}", "9.75"))
    assert column.is_number


def test_texts_stand_as_the_style_says_unless_they_need_several_lines():
    made = table(
        ["短", "长文" * 60, "短"], ["短的", "短", "短"], columns=["一", "二", Column(heading="三", alignment="right")]
    )
    root = tree(made)
    assert [alignments(root, column) for column in range(3)] == [[None, None], ["left", "left"], ["right", "right"]]


def test_numbers_stand_right_and_what_is_none_as_the_style_says():
    root = tree(table(["1.5"], ["—"], ["近3"], columns=[Column(heading="数", kind="number")]))
    assert alignments(root, 0) == ["right", None, "right"]


@pytest.mark.parametrize("asked", ["left", "center"])
def test_an_alignment_that_is_asked_for_holds_for_numbers_too(asked):
    root = tree(table(["1.5"], ["12"], columns=[Column(heading="数", alignment=asked)]))
    assert alignments(root, 0) == [asked, asked]
    assert not root.findall(f".//{w('ind')}")


def indents(root) -> list[int]:
    found = [row.find(f".//{w('ind')}") for row in root.findall(w("tr"))[1:]]
    return [0 if each is None else int(each.get(w("right"))) for each in found]


def test_a_number_moves_left_by_what_it_lacks_to_the_longest_decimals():
    rows = (["1234.567"], ["12"], ["3.4"], ["0.25%"])
    halves = [max(4, 3) - tail for tail in (4, 0, 2, 4)]
    to_the_right = indents(tree(table(*rows, columns=[Column(heading="数", alignment="right")])))
    assert to_the_right == [120 * half for half in halves]
    in_the_middle = indents(tree(table(*rows)))
    assert [indent - in_the_middle[0] for indent in in_the_middle] == to_the_right
    assert in_the_middle[0] > 3000  # a column as wide as the page: its numbers stand below the heading


def test_the_unit_stands_behind_the_heading_where_there_is_room():
    columns = [Column(heading="营业额", unit="万元"), "备注"]
    assert cells(tree(table(["1", "无"], columns=columns)))[0] == ["营业额（万元）", "备注"]


def test_a_table_with_room_for_it_keeps_every_unit_behind_its_heading():
    years = [Column(heading=f"{year}年完成", unit="万元") for year in (2020, 2021)]
    columns = ["主要指标名称", "单位", *years, Column(heading="同比", unit="%")]
    made = table(["全口径税收", "万元", "123.4", "118.2", "8.26"], columns=columns)
    assert cells(tree(made))[0][2:] == ["2020年完成（万元）", "2021年完成（万元）", "同比（%）"]


def test_all_units_take_a_line_of_their_own_where_one_has_no_room():
    columns = [
        "街道",
        *(Column(heading=f"营业额{n}", unit="万元") for n in "一二三四五"),
        Column(heading="率", unit="%"),
    ]
    head = cells(tree(table(["人民街道", *["1234.56"] * 5, "7"], columns=columns)))[0]
    assert head[1] == "营业额一\n（万元）"
    assert head[6] == "率\n（%）"


def test_a_unit_without_a_heading_begins_no_line():
    columns = [Column(heading="", unit="万元"), *(Column(heading=f"营业额{n}", unit="万元") for n in "一二三四五六")]
    assert cells(tree(table(["1"] * 7, columns=columns)))[0][0] == "（万元）"


# --- widths -----------------------------------------------------------------------------------

CELLS = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**6), 10**6, places=2),
    st.text(st.sampled_from("人民街道办事处，。abc 12.%—\n\t<&>"), max_size=40),
    st.sampled_from(["", "—", "600余", "10.67%", "社区" * 60, "x" * 60]),
)


@st.composite
def any_table(draw) -> Table:
    size = draw(st.integers(1, 12))
    headings = st.text(st.sampled_from("营业额度a1 "), max_size=12)
    columns = st.builds(
        Column,
        heading=headings,
        unit=st.sampled_from(["", "", "%", "万元"]),
        alignment=st.sampled_from([None, None, "left", "center", "right"]),
        kind=st.sampled_from([None, None, "text", "number"]),
    )
    rows = st.lists(st.lists(CELLS, min_size=size, max_size=size), min_size=1, max_size=6)
    return Table(columns=draw(st.lists(columns, min_size=size, max_size=size)), rows=draw(rows))


@given(made=any_table(), width=st.sampled_from([PORTRAIT_WIDTH, LANDSCAPE_WIDTH, Mm(80)]))
def test_widths_fill_the_page_to_the_twip_or_the_table_is_refused(made, width):
    least = PrintedTable(made, str).least_width
    if least > width:
        with pytest.raises(ReportError, match="mm wide at least"):
            PrintedTable(made, str).widths(width)
        return
    widths = PrintedTable(made, str).widths(width)
    assert sum(widths) == width // 635 * 635 <= width
    columns = printed_columns(made, str)
    assert all(each.twips >= column.least for each, column in zip(widths, columns, strict=True))
    assert least.twips == sum(column.least for column in columns)
    root = etree.fromstring(f"<w:body {W}>{PrintedTable(made, str).xml(width, keep_next=False)}</w:body>")[0]
    grid = [int(each.get(w("w"))) for each in root.find(w("tblGrid"))]
    assert grid == [each.twips for each in widths]
    assert int(root.find(f"{w('tblPr')}/{w('tblW')}").get(w("w"))) == sum(grid)
    for row in root.findall(w("tr")):
        assert [int(cell.find(f".//{w('tcW')}").get(w("w"))) for cell in row.findall(w("tc"))] == grid
        assert all(cell[-1].tag == w("p") for cell in row.findall(w("tc")))
    assert cells(root)[1:] == [list(row) for row in made.rows]


def test_a_long_text_leaves_short_ones_their_line():
    made = table(["1", "人民路社区", "改造老旧小区，" * 30, "已完成"], columns=["序号", "社区", "内容", "进度"])
    columns = printed_columns(made, write)
    widths = [each.twips for each in PrintedTable(made, write).widths(PORTRAIT_WIDTH)]
    assert all(widths[index] >= columns[index].unbroken for index in (0, 1, 3))
    assert widths[2] > sum(widths) / 2


def test_headings_break_before_cells_do():
    columns = ["街道", *(f"限上服务业营业额合计{n}" for n in range(6))]
    made = table(["人民街道办", *["1234.5"] * 6], columns=columns)
    widths = PrintedTable(made, write).widths(PORTRAIT_WIDTH)
    assert all(each.twips >= column.unbroken for each, column in zip(widths, printed_columns(made, write), strict=True))


def least(made: Table):
    return PrintedTable(made, write).least_width


def test_a_number_is_never_narrower_than_it_prints():
    number = "12345678901234567890.123456"
    assert least(table([number])) > Mm(len(number) * 6 * 25.4 / 72)


def test_a_text_is_at_least_three_characters_wide_or_its_content():
    narrow, wide = least(table(["甲"], columns=[""])), least(table(["甲" * 9], columns=[""]))
    assert narrow.mm == pytest.approx(1 * 12 * 25.4 / 72 + 3, abs=1)
    assert wide.mm == pytest.approx(3 * 12 * 25.4 / 72 + 3, abs=1)
    assert least(table(["abcdefghij"], columns=[""])) > Mm(5 * 12 * 25.4 / 72)


def test_what_a_page_cannot_hold_is_refused_with_width_and_limit():
    made = table(["1234567890.12"] * 9)
    for width, rule in ((PORTRAIT_WIDTH, "table_too_wide_portrait"), (LANDSCAPE_WIDTH, "table_too_wide")):
        with pytest.raises(ReportError) as caught:
            xml(made, width)
        (finding,) = caught.value.findings
        assert finding.rule == rule
        assert finding.expected == f"{width.mm:.0f} mm"
        assert int(finding.found.removesuffix(" mm")) > width.mm


@pytest.mark.parametrize(("columns", "landscape"), [(6, False), (7, True), (10, True)])
def test_the_least_width_says_which_page_a_table_needs(columns, landscape):
    width = least(table(["123456.78"] * columns))
    assert (width > PORTRAIT_WIDTH) is landscape
    assert width < LANDSCAPE_WIDTH


def test_a_table_of_twelve_months_has_room_on_a_landscape_page():
    columns = ["指标", *(f"{month}月" for month in range(1, 13)), "合计"]
    made = table(["营业额", *["1234.5"] * 12, "14814"], columns=columns)
    assert PORTRAIT_WIDTH < PrintedTable(made, write).least_width < LANDSCAPE_WIDTH


def test_numbers_that_leave_no_room_take_the_margins_of_their_cells():
    roomy, tight = (tree(table(["1234.5"] * columns)) for columns in (8, 9))
    assert not roomy.findall(f".//{w('tcMar')}")
    assert len(tight.findall(f".//{w('tcMar')}")) == 9


# --- many rows --------------------------------------------------------------------------------


def many_rows(count=2000) -> Table:
    rows = [
        [n, f"第{n}社区居民委员会", f"{n / 7:.2f}", n * 3, f"{n / 13:.1f}%", "人民路\n沿线", "已完成整改", f"备注{n}"]
        for n in range(1, count + 1)
    ]
    return table(*rows, columns=["序号", "社区", "金额", "件数", "同比", "地点", "进度", "备注"])


def test_two_thousand_rows_are_written_without_looking_at_each_again_and_again():
    made, most = many_rows(), 120
    assert cost(lambda: xml(made), most).units < most


def test_two_thousand_rows_are_all_there_in_order():
    read = cells(tree(many_rows()))
    assert [row[0] for row in read[1:]] == [str(n) for n in range(1, 2001)]


# --- the printed page -------------------------------------------------------------------------

NUMBERS = ("1234.5", "98", "0.125", "-7.25", "123456", "3.5")
FIGURES = {
    "营业额": {"value": 975_000_000, "unit": "元", "previous": 881_000_000},
    "网点": "600余家",
    "企业": {"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}},
    "纠纷": {"value": 312, "unit": "件", "previous": 400},
}
SAMPLES: dict[str, Table] = {
    "points": table(
        *([number, number, "甲"] for number in NUMBERS), columns=["中", Column(heading="右", alignment="right"), "丙"]
    ),
    "rates": table(["10.67%"], ["7%"], ["-3.2%"], ["—"]),
    "figures": Table.of_figures(FIGURES),
    "mixed": table(["1", "改造老旧小区，" * 40, Decimal("2.50"), ""], ["2", "短\n文", "", "—"]),
    "one": table(["甲"]),
    "tight": table(*(["1234.5", "10.67%", "12345678"] * 3 for _ in range(2))),
}
HEADS = table(
    ["全口径税收", "亿元", "2.36", "2.18", "8.26", "10.14"],
    ["受理居民诉求", "件", "4386", "3948", "11.09", "8.46"],
    columns=[
        "指标",
        "单位",
        "2022年",
        Column(heading="2021年", unit="GWh"),
        Column(heading="同比", unit="%"),
        "增速（%）",
    ],
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    documents = {name: document(xml(made), "后文。", family=HALF_WIDTH_DIGITS) for name, made in SAMPLES.items()}
    documents["faces"] = document(xml(SAMPLES["mixed"]), "后文。")
    documents["heads"] = document(xml(HEADS), "后文。")
    two_lines = table(
        *([n, f"第{n}社区", "人民路\n沿线"] for n in range(1, MANY + 1)), columns=["序号", "社区", "地点"]
    )
    documents["many"] = document(xml(two_lines), "后文。")
    documents["kept"] = document(*["前文。"] * 10, xml(table(*([str(n)] for n in range(13))), keep_next=True), "后文。")
    documents["three_lines"] = document(xml(table(*([n, "上行\n中行\n下行"] for n in range(40)))), "后文。")
    documents["low"] = document(*["前文。"] * 21, xml(SAMPLES["points"]), "后文。")
    return Printed(documents, tmp_path_factory.mktemp("tables"))


def rows_of(chars) -> list[list]:
    """Characters by page and baseline."""
    rows: dict[tuple[int, int], list] = {}
    for each in chars:
        rows.setdefault((each.page, round(each.top)), []).append(each)
    return [sorted(rows[key], key=lambda each: each.left) for key in sorted(rows)]


@pytest.mark.printed
def test_the_points_of_a_column_stand_below_one_another(printed):
    chars = [each for each in characters(printed.pdf("points")) if each.text in "0123456789.-" and each.top < 100]
    for middle in (False, True):
        column = [each for each in chars if (each.left < 28 + 52) is middle]
        rows = rows_of(column)
        assert ["".join(each.text for each in row) for row in rows] == list(NUMBERS)
        points = [next((each.left for each in row if each.text == "."), row[-1].right) for row in rows]
        assert max(points) - min(points) < 0.1, points


@pytest.mark.printed
def test_numbers_of_rates_stand_below_one_another_too(printed):
    chars = [each for each in characters(printed.pdf("rates")) if each.text in "0123456789.-%" and each.top < 90]
    rows = rows_of(chars)[1:]
    assert ["".join(each.text for each in row) for row in rows] == ["10.67%", "7%", "-3.2%"]
    ends = [next(each.left for each in row if each.text in ".%") for row in rows]
    assert max(ends) - min(ends) < 0.1


@pytest.mark.printed
@pytest.mark.parametrize("name", SAMPLES)
def test_a_table_fills_the_type_area_between_its_rules(printed, name):
    found = rules(printed.pdf(name))
    assert min(left for left, *_ in found) == pytest.approx(28, abs=0.5)
    assert max(right for *_, right, _ in found) == pytest.approx(28 + 156, abs=0.5)


@pytest.mark.printed
@pytest.mark.parametrize("name", SAMPLES)
def test_numbers_and_units_print_unbroken(printed, name):
    text = "\n".join("".join(each.text for each in row) for row in rows_of(characters(printed.pdf(name))))
    for cell in {cell for row in SAMPLES[name].rows for cell in row if re.fullmatch(r"[-0-9.%]+", cell)}:
        assert cell in text


@pytest.mark.printed
def test_the_table_of_figures_prints_what_the_text_says(printed):
    from renmin_docs.figures import from_data

    text = "\n".join("".join(each.text for each in row) for row in rows_of(characters(printed.pdf("figures"))))
    assert "营业额亿元9.758.8110.67" in text
    for name, data in FIGURES.items():
        figure = from_data(data)
        number = str(figure).removesuffix(figure.unit).removesuffix("亿")
        assert re.search(f"^{name}.*{re.escape(number)}", text, re.MULTILINE)


@pytest.mark.printed
def test_head_and_text_print_in_their_faces_at_12_points(printed):
    import pdfplumber

    with pdfplumber.open(printed.pdf("faces")) as pdf:
        faces = {(char["fontname"].split("+")[-1], round(char["size"])) for char in pdf.pages[0].chars}
    assert {size for font, size in faces if "Sans" in font} == {12}
    assert {size for font, size in faces if "Serif" in font} >= {12, 16}


@pytest.mark.printed
def test_headings_print_on_one_line_where_there_is_room_also_in_wider_letters(printed):
    row = "".join(each.text for each in rows_of(characters(printed.pdf("heads")))[0])
    assert row == "指标单位2022年2021年（GWh）同比（%）增速（%）"


@pytest.mark.printed
def test_lines_stand_20_points_apart(printed):
    chars = [each for each in characters(printed.pdf("mixed")) if each.text in "改造老旧小区，"]
    tops = [row[0].top for row in rows_of(chars)]
    assert {round((after - before) / 25.4 * 72, 1) for before, after in pairwise(tops)} == {20.0}


@pytest.mark.printed
def test_many_rows_print_in_order_with_the_head_on_every_page(printed):
    chars = [each for each in characters(printed.pdf("many")) if each.top < 262]
    rows = rows_of(chars)
    pages = max(each.page for each in chars) + 1
    heads = [row[0].page for row in rows if row[0].text == "序"]
    numbers = [
        int(match[1]) for row in rows if (match := re.match(r"(\d+)第\1社区$", "".join(each.text for each in row)))
    ]
    assert numbers == list(range(1, MANY + 1))
    assert heads == list(range(pages))
    assert pages > MANY // 33


@pytest.mark.printed
def test_no_row_is_broken_across_pages(printed):
    chars = [each for each in characters(printed.pdf("three_lines")) if each.top < 262]
    pages = max(each.page for each in chars) + 1
    assert pages > 3
    for page in range(pages):
        lines = [sum(each.text == mark for each in chars if each.page == page) for mark in "上中下"]
        assert len(set(lines)) == 1, (page, lines)


@pytest.mark.printed
def test_the_last_two_rows_stand_on_the_page_of_what_follows(printed):
    rows = [("".join(each.text for each in row), row[0].page) for row in rows_of(characters(printed.pdf("kept")))]
    assert ("后文。", 1) in rows
    assert ("11", 1) in rows
    assert ("10", 0) in rows


@pytest.mark.printed
def test_the_head_never_stands_alone_at_the_foot_of_a_page(printed):
    rows = [("".join(each.text for each in row), row[0].page) for row in rows_of(characters(printed.pdf("low")))]
    assert [page for text, page in rows if text == "中右丙"] == [1]


# --- Microsoft's validator --------------------------------------------------------------------

CHECKED = {name: xml(made) for name, made in SAMPLES.items()} | {
    "kept": xml(SAMPLES["points"], keep_next=True),
    "landscape": xml(table(["123456.78"] * 10), LANDSCAPE_WIDTH),
    "units": xml(table(["1"] * 7, columns=[Column(heading="营业额", unit="万元")] * 7)),
    "odd": xml(table(["a\tb\nc", "<&>\"'", "—"], ["", " 前后 ", "{a}"])),
    "many": xml(many_rows(300)),
}


@pytest.mark.sdk
@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing(tmp_path, office):
    path = tmp_path / "tables.docx"
    path.write_bytes(document(*(part for written in CHECKED.values() for part in (written, "后文。"))))
    assert sdk_errors(path, office) == []


@pytest.mark.sdk
def test_the_sdk_does_see_what_stands_in_a_table(tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(
        document(CHECKED["one"].replace("<w:vAlign", "<w:tcBorders/><w:vAlign", 1).replace("fixed", "loose"))
    )
    assert sdk_errors(path, OFFICES[0])


@pytest.mark.parametrize("name", CHECKED)
def test_none_of_the_faults_that_the_sdk_misses(name):
    assert structural_faults(parts_of(document(CHECKED[name], "后文。"))) == []


def test_a_table_is_measured_once_for_its_page_and_its_xml():
    made = PrintedTable(SAMPLES["mixed"], write)
    assert made.least_width == PrintedTable(SAMPLES["mixed"], write).least_width
    assert made.widths(PORTRAIT_WIDTH) == PrintedTable(SAMPLES["mixed"], write).widths(PORTRAIT_WIDTH)
    assert made.xml(PORTRAIT_WIDTH, keep_next=False) == xml(SAMPLES["mixed"])
