from __future__ import annotations

import itertools
import re

import pytest
from lxml import etree

from renmin_docs import Chapter, Point, Template
from renmin_docs.errors import PackageError
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.page import paged
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.page import (
    CHARACTERS_PER_LINE,
    GRIDS,
    LINES_PER_PAGE,
    PAGE_NUMBER_BELOW_TYPE_AREA,
    TYPE_AREA_HEIGHT,
    TYPE_AREA_TOP,
    TYPE_AREA_WIDTH,
)
from renmin_docs.standard.type import ALTERNATIVES, FONT_SETS
from tests.effort import some
from tests.printing import OFFICES, Printed, sdk_errors
from tests.render.test_printed import top_of_dash
from tests.samples import numbered_report, report
from tests.templates import MAIN, W, packed, parts, parts_of

PROFILES = {
    "-".join(chosen): PageProfile(grid=chosen[0], fonts=chosen[1], page_number=chosen[2])
    for chosen in itertools.product(GRIDS, FONT_SETS, ("mirrored", "centred"))
}
EVERY = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
CENTRED = PageProfile(page_number="centred")


def rendered(tmp_path, profile: PageProfile, sample) -> bytes:
    path = tmp_path / f"{profile.grid}-{profile.fonts}-{profile.page_number}.docx"
    path.write_bytes(packed(paged(parts(), profile)))
    return Template.open(path).render(sample)


# --- the parts --------------------------------------------------------------------------------


def test_the_default_profile_touches_nothing():
    assert paged(parts(), PageProfile()) is parts()


@EVERY
def test_a_part_without_a_change_keeps_its_bytes(profile):
    changed = {name for name, content in paged(parts(), profile).items() if content != parts()[name]}
    expected = {MAIN, "word/styles.xml"} if profile.grid == "B" else set()
    expected |= {"word/styles.xml", "word/fontTable.xml"} if profile.fonts != "gb2312" else set()
    expected |= {"word/footer1.xml", "word/footer2.xml"} if profile.page_number == "centred" else set()
    assert changed == expected


def numbers_of(content: bytes) -> set[tuple[str, str]]:
    """Every number of a page's grid in a part, with the attribute it stands in."""
    found = re.findall(rb'w:(top|bottom|left|right|linePitch|line)="(\d+)"', content)
    return {(name.decode(), value.decode()) for name, value in found}


def test_grid_b_leaves_no_number_of_grid_a():
    new = paged(parts(), PageProfile(grid="B"))
    assert numbers_of(new[MAIN]) == {
        *((side, str(getattr(GRIDS["B"], side).twips)) for side in ("top", "bottom", "left", "right")),
        ("linePitch", "592"),
        ("line", "20"),  # of the end of the contents page, which is no line of the grid
    }
    lines = {value for name, value in numbers_of(new["word/styles.xml"]) if name == "line"}
    assert "592" in lines
    assert "579" not in lines


@pytest.mark.parametrize("fonts", ["plain", "fangzheng"])
def test_a_font_set_leaves_no_family_of_another(fonts):
    content = b"".join(paged(parts(), PageProfile(fonts=fonts)).values()).decode(errors="ignore")
    named = set(re.findall(r'w:(?:ascii|hAnsi|eastAsia|cs|name)="([^"]*[\u4e00-\u9fff][^"]*)"', content))
    assert named == set(FONT_SETS[fonts].values())


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_the_font_table_names_each_family_with_its_stand_in(fonts):
    table = etree.fromstring(paged(parts(), PageProfile(fonts=fonts))["word/fontTable.xml"])
    found = {font.get(w("name")): font.find(w("altName")).get(w("val")) for font in table}
    assert found == {family: ALTERNATIVES[family] for family in FONT_SETS[fonts].values()}


def body(xml: str, name: str = MAIN, root: str = "document") -> dict[str, bytes]:
    return {name: f"<w:{root} {W}>{xml}</w:{root}>".encode()}


def test_what_a_clerk_chose_himself_stays():
    own = body(
        '<w:spacing w:line="560" w:lineRule="exact"/><w:spacing w:line="579" w:lineRule="auto"/>'
        '<w:spacing w:line="579"/><w:spacing w:before="579"/>'
        '<w:rFonts w:eastAsia="华文中宋" w:ascii="Times New Roman"/><w:pgMar w:top="1440" w:left="1588"/>'
        '<w:docGrid w:linePitch="312"/><w:spacing w:val="-20"/>'
    )
    assert paged(own, PageProfile(grid="B", fonts="fangzheng", page_number="centred")) == own


def test_a_landscape_page_keeps_its_margins_on_the_sides_where_they_stand():
    own = body('<w:sectPr><w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"/></w:sectPr>')
    assert b'w:top="1588" w:right="1960" w:bottom="1474" w:left="1847"' in paged(own, PageProfile(grid="B"))[MAIN]


def test_tags_and_other_parts_of_a_template_stay_as_they_are():
    tagged = {
        **body('<w:t>{{ a }}{%p if b &lt; "c" %}</w:t><w:rFonts w:cs="黑体"/>'),
        "customXml/item1.xml": b"<broken",
    }
    new = paged(tagged, PageProfile(fonts="fangzheng"))
    assert '<w:t>{{ a }}{%p if b &lt; "c" %}</w:t><w:rFonts w:cs="方正黑体_GBK"/>' in new[MAIN].decode()
    assert new["customXml/item1.xml"] == b"<broken"


def test_a_part_in_utf_16_is_read_too():
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document {W}><w:rFonts w:cs="黑体"/></w:document>'
    assert "方正黑体_GBK" in paged({MAIN: xml.encode("utf-16")}, PageProfile(fonts="fangzheng"))[MAIN].decode()


def test_a_broken_part_is_our_error():
    with pytest.raises(PackageError, match=MAIN):
        paged({MAIN: f"<w:document {W}>".encode()}, CENTRED)


def test_a_font_table_holds_no_family_twice_and_nothing_of_the_one_before():
    fonts = '<w:font w:name="仿宋"/><w:font w:name="仿宋_GB2312"><w:panose1 w:val="02010609030101010101"/></w:font>'
    new = paged(body(fonts, "word/fontTable.xml", "fonts"), PageProfile(fonts="plain"))["word/fontTable.xml"].decode()
    assert new.count("<w:font ") == 1
    assert "panose" not in new
    assert '<w:altName w:val="FangSong"/>' in new


FIELDS = {
    "by style": '<w:p><w:pPr><w:pStyle w:val="PageNumber"/><w:ind w:right="320"/><w:jc w:val="right"/></w:pPr></w:p>',
    "by field": "<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r></w:p>",
    "simple field": '<w:p><w:pPr><w:rPr/></w:pPr><w:fldSimple w:instr="page"/></w:p>',
    "framed": '<w:p><w:pPr><w:framePr w:xAlign="right"/></w:pPr><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_page_number_is_centred_however_it_was_made(kind):
    new = etree.fromstring(paged(body(FIELDS[kind], "word/footer9.xml", "ftr"), CENTRED)["word/footer9.xml"])
    (properties,) = new.iter(w("pPr"))
    assert [jc.get(w("val")) for jc in properties.iter(w("jc"))] == ["center"]
    assert [set(ind.values()) for ind in properties.iter(w("ind"))] == [{"0"}]
    assert {frame.get(w("xAlign")) for frame in properties.iter(w("framePr"))} <= {"center"}
    order = ("pStyle", "framePr", "ind", "jc", "rPr")
    assert [child.tag for child in properties] == [w(name) for name in order if properties.find(w(name)) is not None]


def test_other_lines_of_a_footer_and_numbers_in_the_text_stay_where_they_are():
    line = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:instrText> PAGEREF x </w:instrText></w:r></w:p>'
    for own in (body(line, "word/footer9.xml", "ftr"), body(FIELDS["by field"])):
        assert paged(own, CENTRED) == own


# --- the document -----------------------------------------------------------------------------

SAMPLE = report(
    introduction="导语",
    achievements=Chapter(body=[Point(heading="二级", body=["正文", Point(lead="引题", body="“引号”—文")])]),
)


@EVERY
def test_a_report_is_rendered_on_every_page_and_has_none_of_the_faults_that_the_sdk_misses(tmp_path, profile):
    assert structural_faults(parts_of(rendered(tmp_path, profile, SAMPLE))) == []


@pytest.mark.sdk
@pytest.mark.parametrize(("name", "office"), some(itertools.product(PROFILES, OFFICES), one_in=4))
def test_the_sdk_finds_nothing(tmp_path, name, office):
    path = tmp_path / "report.docx"
    path.write_bytes(rendered(tmp_path, PROFILES[name], numbered_report(3)))
    assert sdk_errors(path, office) == []


# --- the printed page -------------------------------------------------------------------------

FULL = report(introduction="国" * CHARACTERS_PER_LINE * LINES_PER_PAGE * 3, achievements=SAMPLE.achievements)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of each profile."""
    folder = tmp_path_factory.mktemp("pages")
    documents = {name: rendered(folder, profile, FULL) for name, profile in PROFILES.items()}
    documents["signed"] = rendered(folder, PROFILES["B-gb2312-mirrored"], numbered_report(2))
    return Printed(documents, folder)


@pytest.mark.printed
@pytest.mark.parametrize("name", PROFILES)
def test_every_page_has_22_lines_of_28_characters(pages, name):
    second = pages[name][1]
    assert [len(line.text) for line in second.body] == [CHARACTERS_PER_LINE] * LINES_PER_PAGE
    assert all(abs(line.left - 28) < 1 for line in second.body)


@pytest.mark.printed
@pytest.mark.parametrize("name", GRIDS)
def test_the_first_ink_and_the_last_stand_where_the_grid_says(pages, name):
    grid, (top, bottom) = GRIDS[name], ink(pages.pdf(f"{name}-gb2312-mirrored"))
    assert 0 < top - grid.characters_top.mm < 0.5  # 国 does not fill its body
    assert 0 < grid.characters_bottom.mm - bottom < 0.5


@pytest.mark.printed
def test_the_ink_of_grid_b_fills_the_type_area(pages):
    top, bottom = ink(pages.pdf("B-gb2312-mirrored"))
    assert abs(bottom - top - TYPE_AREA_HEIGHT.mm) < 1


def ink(path) -> tuple[float, float]:
    """Where the ink of the second page's lines begins and ends, in mm; the page number is left out."""
    import pypdfium2

    page = pypdfium2.PdfDocument(path)[1].render(scale=300 / 72).to_pil().convert("L")
    _, top, _, bottom = (
        page.crop((0, 0, page.width, round(265 / 25.4 * 300))).point(lambda v: 255 * (v < 128)).getbbox()
    )
    return top / 300 * 25.4, bottom / 300 * 25.4


@pytest.mark.printed
@pytest.mark.parametrize("name", PROFILES)
def test_the_dash_of_the_page_number_lies_7_mm_below_the_type_area(pages, name):
    wanted = TYPE_AREA_TOP.mm + TYPE_AREA_HEIGHT.mm + PAGE_NUMBER_BELOW_TYPE_AREA.mm
    assert abs(top_of_dash(pages.pdf(f"{name}")) - wanted) < 0.5


@pytest.mark.printed
@pytest.mark.parametrize("name", PROFILES)
def test_page_numbers_stand_where_the_profile_says(pages, name):
    for number, page in enumerate(pages[name], 1):
        line = page.number
        assert (line.text, line.size) == (f"—{number}—", 14)
        if PROFILES[name].page_number == "centred":
            assert abs((line.left + line.right) / 2 - (28 + TYPE_AREA_WIDTH.mm / 2)) < 0.6
        else:
            off = line.right - (210 - 26 - 5.6) if number % 2 else line.left - (28 + 5.6)
            assert abs(off) < 0.6


@pytest.mark.printed
@pytest.mark.parametrize("name", PROFILES)
def test_each_kind_of_type_prints_in_the_family_of_its_set(pages, name):
    lines = [line for page in pages[name] for line in page.body]
    for beginning, font in {"一、2": "Sans", "（一）二": "Kai", "1.引": "Serif", "国国": "Serif"}.items():
        line = next(line for line in lines if line.text.startswith(beginning))
        assert all(font in each for each in line.fonts)


@pytest.mark.printed
def test_in_grid_b_the_signature_keeps_its_place(pages):
    issuer, day = pages["signed"][-1].body[-2:]
    character, right = GRIDS["B"].character.mm, 210 - 26
    assert abs(issuer.right - (right - 2 * character)) < 0.6
    assert abs(day.right - (right - character / 2)) < 0.6  # 7 字 of 2 + 7 - 2 - 6½
