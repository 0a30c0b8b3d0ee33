"""What the page decides: tables and pictures set, pages turned, sections divided."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from renmin_docs import Chapter
from renmin_docs.errors import ReportError, TemplateError
from renmin_docs.render.layout import Layout, needs_layout
from renmin_docs.render.preparing.compiler import prepare_template
from renmin_docs.render.template import Template
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.pictures import Picture
from renmin_docs.standard.page import GRID_A
from tests.official import ORGANS, attachment, columns, official, wide
from tests.templates import parts_of, with_body


@pytest.fixture(scope="module")
def page():
    from renmin_docs.builtin_templates import find

    return prepare_template(find("red_head").read_bytes()).sections


def chapter(*body) -> Chapter:
    return Chapter(heading="章", body=list(body))


def laid_out(page, **parts):
    """The layout of a report, and its blocks."""
    sample = official(**{"header": None, "introduction": (), **parts})
    printer = Printer(sample)
    printer.blocks += closing_blocks(sample, printer)
    return Layout(sample, printer, page), printer.blocks


def divided(blocks) -> list[tuple[str, str]]:
    return [(block["kind"], block["section"]) for block in blocks if block["section"]]


def test_only_what_the_page_decides_needs_it():
    plain, tabled = official(), official(achievements=chapter(columns(2)))
    assert not needs_layout(plain, Printer(plain).blocks)
    assert needs_layout(tabled, Printer(tabled).blocks)
    even = official(imprint=Imprint(even_page=True))
    assert needs_layout(even, Printer(even).blocks)


def test_a_table_that_fits_stands_on_the_templates_own_page(page):
    layout, blocks = laid_out(page, achievements=chapter("前", columns(3)))
    (table,) = [block for block in blocks if block["kind"] == "table"]
    assert 'w:w="8845" w:type="dxa"' in table["table"]
    assert divided(blocks) == []
    assert layout.last_section == ""
    assert not layout.additions


def test_a_wide_table_has_a_section_of_its_own(page):
    layout, blocks = laid_out(page, achievements=chapter("前", wide(caption="表", unit="万元"), "后"))
    assert divided(blocks) == [("paragraph", "portrait"), ("table", "landscape")]
    assert [block["kind"] for block in blocks if block.get("landscape")] == ["table_caption", "table_unit", "table"]
    assert layout.last_section == "portrait"
    assert list(layout.additions.relationships) == ["rIdTurned1", "rIdTurned2"]


@pytest.mark.parametrize(
    ("orientation", "table", "turned"), [("landscape", columns(2), True), ("portrait", columns(5), False)]
)
def test_an_orientation_that_is_asked_for_is_had(page, orientation, table, turned):
    _, blocks = laid_out(page, achievements=chapter("前", table.model_copy(update={"orientation": orientation}), "后"))
    assert any(block.get("landscape") for block in blocks) is turned


def test_the_first_section_alone_begins_at_the_templates_page_number(page):
    begun = page._replace(begun=dict.fromkeys(("portrait", "even", "landscape"), "<w:sectPr/>"))
    for body, named in (
        (["前", wide(), "后"], ["begun", "landscape", "portrait"]),
        ([wide()], ["begun", "landscape"]),
        (["前"], [""]),
    ):
        layout, blocks = laid_out(begun, achievements=chapter(*body), issue_date=None)
        assert [section for _, section in divided(blocks)] + [layout.last_section] == named


def test_a_wide_table_that_begins_an_attachment_takes_label_and_title_along(page):
    layout, blocks = laid_out(page, attachments=[attachment(wide(caption="表")), attachment()])
    turned = [block["kind"] for block in blocks if block.get("landscape")]
    assert turned[0] == "attachment_label"
    assert turned[-2:] == ["table_caption", "table"]
    assert divided(blocks) == [("issue_date", "portrait"), ("table", "landscape")]
    assert layout.last_section == "portrait"


def test_a_wide_table_behind_text_leaves_them_where_they_are(page):
    _, blocks = laid_out(page, attachments=[attachment("前文", wide())])
    assert [block["kind"] for block in blocks if block.get("landscape")] == ["table"]


@pytest.mark.parametrize(
    ("imprint", "ending", "last"),
    [
        (None, [], "landscape"),
        (Imprint(), [("table", "landscape")], "portrait"),
        (Imprint(even_page=True), [("table", "landscape")], "even"),
    ],
)
def test_an_imprint_stands_on_an_upright_page(page, imprint, ending, last):
    layout, blocks = laid_out(page, attachments=[attachment(wide())], imprint=imprint)
    assert divided(blocks)[1:] == ending
    assert layout.last_section == last


def test_an_imprint_that_is_to_stand_on_an_even_page_has_a_section(page):
    layout, blocks = laid_out(page, imprint=Imprint(even_page=True))
    assert divided(blocks) == [("issue_date", "portrait")]
    assert layout.last_section == "even"
    assert 'w:val="evenPage"' in layout.sections["even"]


def test_a_text_that_ends_in_a_wide_table_is_signed_on_its_page(page):
    parts = {"signature": Signature(kind="sealed", issuers=ORGANS[:2]), "attachments": [attachment()]}
    _, upright = laid_out(page, achievements=chapter("前"), **parts)
    _, blocks = laid_out(page, achievements=chapter("前", wide()), **parts)
    assert divided(blocks) == [("paragraph", "portrait"), ("issue_date", "landscape")]
    centers = [next(block["centers"] for block in each if "centers" in block) for each in (upright, blocks)]
    assert [turned - own for own, turned in zip(*centers, strict=True)] == [12756 - 8845] * 2


def test_a_template_that_says_nothing_of_its_page_turns_none():
    sample = official(achievements=chapter("前", columns(5)))
    printer = Printer(sample)
    assert Layout(sample, printer, None).last_section == ""
    wider = official(achievements=chapter("前", wide()))
    with pytest.raises(ReportError, match=r"achievements\.body\[1\]"):
        Layout(wider, Printer(wider), None)


def test_pictures_are_added_with_ids_of_their_own(page, tmp_path):
    for name, color in (("a", "red"), ("b", "blue")):
        Image.new("RGB", (20, 10), color).save(tmp_path / f"{name}.png")
    a, b = (Picture(path=str(tmp_path / f"{name}.png"), caption="图{{一}}") for name in "ab")
    layout, blocks = laid_out(page, achievements=chapter(a, b, a))
    assert len(layout.additions.parts) == 2
    assert list(layout.additions.relationships) == ["rIdPicture1", "rIdPicture2", "rIdPicture3"]
    drawn = [block["picture"] for block in blocks if block["kind"] == "picture"]
    assert [f'<wp:docPr id="{1000 + number}"' in xml for number, xml in enumerate(drawn, 1)] == [True] * 3
    assert 'descr="图{一}"' in drawn[0]


def test_all_that_can_not_be_set_is_named_at_once(page, tmp_path):
    missing, broken = (Picture(path=str(tmp_path / name)) for name in ("missing.png", "broken.png"))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with pytest.raises(ReportError) as caught:
        laid_out(page, achievements=chapter(missing), attachments=[attachment("前", broken, columns(60))])
    assert [(each.rule, each.place) for each in caught.value.findings] == [
        ("picture_missing", "achievements.body[0]"),
        ("picture_kind", "attachments[0].body[1]"),
        ("table_too_wide", "attachments[0].body[2]"),
    ]


def test_each_seal_lies_behind_its_organ_with_its_centre_in_the_middle(page, tmp_path):
    Image.new("RGB", (400, 400), "red").save(tmp_path / "seal.png")
    Image.new("RGB", (400, 200), "red").save(tmp_path / "oval.png")
    seals = [str(tmp_path / name) for name in ("seal.png", "oval.png", "seal.png")]
    layout, blocks = laid_out(page, signature=Signature(kind="sealed", issuers=ORGANS[:3], seal=seals, seal_width=45))
    rows = [block for block in blocks if block["kind"] == "issuers"]
    assert [row["picture"].count('behindDoc="1"') for row in rows] == [2, 1]
    drawn = "".join(row["picture"] for row in rows)
    sizes = [(int(x), int(y)) for x, y in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', drawn)]
    assert sizes == [(1_620_000, 1_620_000), (1_620_000, 810_000), (1_620_000, 1_620_000)]
    offsets = [int(offset) for offset in re.findall(r"<wp:posOffset>(-?\d+)<", drawn)]
    centers = [center * 635 for row in rows for center in row["centers"]]
    assert [x + width // 2 for x, (width, _) in zip(offsets[::2], sizes, strict=True)] == centers
    middles = {y + height // 2 for y, (_, height) in zip(offsets[1::2], sizes, strict=True)}
    assert middles == {GRID_A.pitch * 3 // 4}
    assert len(layout.additions.parts) == 2


def test_a_seal_that_is_no_picture_is_named_by_its_place(page, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with pytest.raises(ReportError) as caught:
        laid_out(page, signature=Signature(kind="stamped", positions="主任", seal=str(tmp_path / "broken.png")))
    assert [(each.rule, each.place) for each in caught.value.findings] == [("picture_kind", "signature.seal")]


def test_a_template_with_a_tag_for_the_seal_prints_it_once_and_one_without_a_place_is_refused(tmp_path):
    Image.new("RGB", (40, 40), "red").save(tmp_path / "seal.png")
    sample = official(header=None, signature=Signature(kind="sealed", seal=str(tmp_path / "seal.png")))
    loop = ("{{ title }}", "{%p for block in blocks %}")
    tags = ('{%p if block.kind == "issuers" %}', "SEAL", '{%p elif block.kind == "issuer" %}', "{{ block.text }}")
    tags += ("{%p else %}", "{{ block.mark }}{{ block.lead }}{{ block.text }}", "{%p endif %}", "{%p endfor %}")

    def template(*row):
        return Template.from_bytes(
            with_body(*loop, *(each for tag in tags for each in (row if tag == "SEAL" else (tag,))))
        )

    for style, text in (("IssuerRow", ""), ("IssuerRow", "{{r block.picture }}"), ("BodyText", "{{r block.picture }}")):
        runs = "".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in filter(None, (text, "{{ block.text }}")))
        row = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
        assert parts_of(template(row).render(sample))["word/document.xml"].count(b"<wp:anchor") == 1
    with pytest.raises(TemplateError) as caught:
        template("{{ block.text }}").render(sample)
    assert [(each.rule, each.expected) for each in caught.value.findings] == [("text_lost", "{{r block.picture }}")]
