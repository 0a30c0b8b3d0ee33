"""Our engine against docxtpl's own rendering: the same XML, for every feature of a template.

docxtpl gets the same values and escapes them. What ours does on purpose stands in `ON_PURPOSE` and in the
tests at the end.
"""

from __future__ import annotations

import io
import re
import tempfile
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from renmin_docs import Chapter, Point, Template, WorkReport, literal
from renmin_docs.builtin_templates import find
from renmin_docs.emphasis import MARKS
from renmin_docs.ooxml.names import w
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.render.values.context import context_of
from renmin_docs.render.values.numbering import assign
from renmin_docs.report.text import TOKENS
from tests.proof import setting
from tests.render.test_sdk import DEEP
from tests.samples import REPORTS, numbered_report, report
from tests.templates import LOOP, MAIN, packed, parts, parts_of, with_body

ON_PURPOSE = ("keepNext", "numPr", "ind")
"""What our engine writes into the properties of paragraphs by itself: kept lines, list, signature's indent."""

NO_SHRINKING = (Phase.explicit, Phase.generate)
EXAMPLE = WorkReport.load("examples/renmin_2022.yaml")
SIGNED = report(
    introduction=["导语", "第二段"],
    achievements=Chapter(
        body=[
            "正文",
            Point(heading="二", body=[Point(heading="三", body=[Point(lead="四", body="文")]), Point(body="乙")]),
        ]
    ),
    difficulties=Chapter(series="ordinal", inline=True, body=[Point(lead="甲", body="一"), Point(lead="乙")]),
    plans=Chapter(series="plain", body=[Point(heading="无号"), Point(lead="引题")]),
    conclusion="结束",
    issue_date=date(2022, 12, 5),
)
SPECIAL = report(
    title=literal("& < > \" ' {} {% if %} {{ x }} {# # ]]> &amp; <w:t/>"),
    introduction=["  前后  ", literal("{{ title }} {% for %} & < > \" ' “”—…… 𠮷①")],
)


def ours(data: bytes, sample: WorkReport, numbering: str = "typed") -> dict[str, bytes]:
    """The parts that our engine makes."""
    return parts_of(sample.to_bytes(template=opened(data), numbering=numbering))


@lru_cache
def opened(data: bytes) -> Template:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.docx"
        path.write_bytes(data)
        return Template.open(path)


def naive(data: bytes, sample: WorkReport, numbering: str = "typed") -> dict[str, bytes]:
    """The parts that docxtpl makes by itself."""
    printer = Printer(sample)
    if b"block.kind == &quot;issuer&quot;" in parts_of(data)[MAIN] or b'block.kind == "issuer"' in parts_of(data)[MAIN]:
        printer.blocks += closing_blocks(sample, printer)
    if numbering == "native":
        assign(printer.blocks, 1, 2)  # empties the marks
    template = DocxTemplate(io.BytesIO(data))
    template.render(context_of(sample, printer), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return parts_of(out.getvalue())


def canonical(xml: bytes, *without: str) -> bytes:
    """Canonical XML without these elements, unused namespaces, and the properties they have left empty."""
    root = etree.fromstring(xml)
    for name in without:
        for element in list(root.iter(w(name))):
            element.getparent().remove(element)
    for properties in list(root.iter(w("pPr"))) if without else ():
        if not len(properties):
            properties.getparent().remove(properties)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n2")


def in_one_run(xml: bytes) -> bytes:
    """Runs of one format that follow one another joined, and texts in them: tabs are written in two ways."""
    root = etree.fromstring(xml)
    for run in list(root.iter(w("r"))):
        _join(run)
    for text in list(root.iter(w("t"))):
        if not text.text:
            text.getparent().remove(text)
    return etree.tostring(root)


def _join(run) -> None:
    before = run.getprevious()
    if before is None or before.tag != w("r") or _format(before) != _format(run):
        return
    for child in [child for child in run if child.tag != w("rPr")]:
        before.append(child)
    run.getparent().remove(run)
    # Word reads runs that follow one another as one: what is left is to join their texts.
    texts = [child for child in before if child.tag == w("t")]
    for first, second in pairwise(texts):
        if first.getnext() is second:
            second.text = (first.text or "") + (second.text or "")
            before.remove(first)


def _format(run) -> bytes:
    properties = run.find(w("rPr"))
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def assert_equal(data: bytes, sample: WorkReport, *without: str, part: str = MAIN, numbering: str = "typed") -> None:
    first, second = (way(data, sample, numbering)[part] for way in (ours, naive))
    if b"<w:tab/>" in first:
        first, second = in_one_run(first), in_one_run(second)
    assert difference(canonical(first, *without).decode(), canonical(second, *without).decode()) == ""


def difference(first: str, second: str) -> str:
    """Where two texts part; empty if they are equal. (A diff of long lines takes pytest minutes.)"""
    if first == second:
        return ""
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    around = slice(max(0, at - 80), at + 80)
    return f"ours: {first[around]}\nnaive: {second[around]}"


# --- the library's template -------------------------------------------------------------------

WAYS = ["typed", "native"]
SAMPLES = {
    "example": EXAMPLE,
    "signed": SIGNED,
    "deep": DEEP,
    "special": SPECIAL,
    "many": numbered_report(40),
    "ladder": report(
        marks=("一、", "1.", "（1）"), achievements=Chapter(body=[Point(heading="甲", body=[Point(lead="乙")])])
    ),
    "lines": report(title="第一行\n第二行\n第三行"),
    "tabs": report(title="甲\t乙", introduction=["\t前", "后\t", "中\t\t间"]),
}


@pytest.mark.parametrize("numbering", WAYS)
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_the_library_s_template(sample, numbering):
    assert_equal(find("work_report").read_bytes(), sample, *ON_PURPOSE, numbering=numbering)


def plain(sample: WorkReport) -> WorkReport:
    """A report without emphasis, which docxtpl prints by values of another kind alone."""

    def words(value):
        if isinstance(value, str):
            return "".join(piece for piece in TOKENS.split(value) if piece not in MARKS)
        if isinstance(value, dict):
            return {key: words(inner) for key, inner in value.items()}
        return [words(inner) for inner in value] if isinstance(value, list) else value

    return WorkReport.model_validate(words(sample.model_dump(mode="json", exclude_defaults=True)))


def lossless(sample: WorkReport) -> bool:
    """Whether docxtpl prints all of a report: it turns its escaped tags into tags in values too."""
    return not re.search(r"\{_\{|\}_\}|\{_%|%_\}", "".join(str(block) for block in Printer(sample).blocks))


@pytest.mark.parametrize("numbering", WAYS)
@given(sample=REPORTS.map(plain).filter(lossless))
@settings(
    max_examples=setting("REPORTS", 15), deadline=None, suppress_health_check=list(HealthCheck), phases=NO_SHRINKING
)
def test_any_report(numbering, sample):
    assert_equal(find("work_report").read_bytes(), sample, *ON_PURPOSE, numbering=numbering)


# --- features of templates --------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def in_paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p>{run(text)}</w:p></w:tc>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(cell(text) for text in texts)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="4000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    content = f"<w:txbxContent>{''.join(f'<w:p>{run(text)}</w:p>' for text in paragraphs)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
        f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


TITLE = "{{ title }}"
SIGNATURE = ("{%p if issue_date %}", "{{ issuer }}", "{{ issue_date }}", "{%p endif %}")
BOLD = "<w:rPr><w:b/></w:rPr>"
FEATURES: dict[str, tuple[str, ...]] = {
    "every variable": (
        "{{ title }} {{ organization }} {{ issuer }} {{ issue_date }} {{ year }} {{ period }} {{ next_period }}",
        *LOOP,
    ),
    "fixed text around tags": (
        "关于{{ title }}的报告 ",
        *LOOP[:1],
        "第{{ block.level }}级：" + LOOP[1] + "。",
        LOOP[2],
    ),
    "fixed paragraphs": ("前文", TITLE, "", "中文 & < >", *LOOP, "后文"),
    "conditionals in a paragraph": (
        TITLE,
        '{% if year == "2022" %}是{% elif year != "x" or not title %}或{% else %}否{% endif %}',
        *LOOP,
    ),
    "conditionals over paragraphs": (
        *("{%p if issue_date %}", "有日期", "{%p elif year %}", "无日期", "{%p else %}", "无", "{%p endif %}"),
        *(TITLE, *LOOP),
    ),
    "a sample for each kind": (
        *(TITLE, "{%p for block in blocks %}", '{%p if block.kind == "heading_1" %}', "标题" + LOOP[1]),
        '{%p elif block.kind == "inline" %}',
        "{% for point in block.points %}{{ point.mark }}{{ point.lead }}{{ point.text }}{% endfor %}",
        *("{%p else %}", LOOP[1], "{%p endif %}", "{%p endfor %}"),
    ),
    "loop variables": (
        *(TITLE, "{%p for block in blocks %}"),
        "{{ loop.index }}{% if loop.first %}首{% endif %}{% if not loop.last %}、{% endif %}" + LOOP[1],
        "{%p endfor %}",
    ),
    "filters": (TITLE, "{{ blocks|length }}{{ title|first }}{{ title|last }}", *LOOP),
    "comments": ("{# a comment #}" + TITLE, "{#p a paragraph #}", "前{# 注 #}后", *LOOP),
    "escaped tags": (TITLE, "{_{ 原样 }_} {_% 原样 %_}", *LOOP),
    "quotes of the keyboard and of Word": (TITLE, "{% if year == “2022” or year == ‘2021’ %}是{% endif %}", *LOOP),
    "a table with a loop over rows": (
        TITLE,
        table(
            *(row("序号", "内容"), row("{%tr for block in blocks %}", "")),
            *(row("{{ block.mark }}", "{{ block.lead }}{{ block.text }}"), row("{%tr endfor %}", "")),
        ),
    ),
    "a table with conditional rows": (
        *(TITLE, table(row("{%tr if issue_date %}", ""), row("甲", TITLE), row("{%tr endif %}", ""), row("乙", ""))),
        *LOOP,
    ),
    "a loop over runs": (
        *(TITLE, "{%p for block in blocks %}"),
        in_paragraph(
            *(run(LOOP[1]), run("{%r for point in block.points %}"), run("{{ point.mark }}{{ point.lead }}", BOLD)),
            *(run("{{ point.text }}"), run("{%r endfor %}")),
        ),
        "{%p endfor %}",
    ),
    "conditional runs": (
        f"<w:p>{run(TITLE)}{run('{%r if year %}')}{run('有', BOLD)}{run('{%r endif %}')}{run(' 尾')}</w:p>",
        *LOOP,
    ),
    "tags split over runs": (
        f"<w:p>{run('{')}{run('{ ti', BOLD)}<w:proofErr w:type='spellStart'/>{run('tle')}{run(' }')}{run('}')}</w:p>",
        *LOOP,
    ),
    "a paragraph tag split over runs": (
        TITLE,
        f"<w:p>{run('{%')}{run('p for block in ')}{run('blocks %}')}</w:p>",
        *LOOP[1:],
    ),
    "text boxes": (text_box("框内" + TITLE, "{{ year }}"), TITLE, *LOOP),
    "hyphens that join paragraphs": (TITLE, "甲", "{%- if year %}乙{% endif -%}", "丙", *LOOP),
    "paragraphs with attributes": ('<w:p w:rsidR="00A">' + run(TITLE) + "</w:p>", *LOOP),
    "empty paragraphs": (TITLE, "<w:p/>", '<w:p w:rsidR="00A"/>', *LOOP, "<w:p/>"),
    "content controls": (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run(TITLE)}</w:p></w:sdtContent></w:sdt>", *LOOP),
    "hyperlinks, fields and bookmarks": (
        in_paragraph(
            f'<w:bookmarkStart w:id="0" w:name="a"/><w:hyperlink w:anchor="a">{run(TITLE)}</w:hyperlink>',
            f'<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple><w:bookmarkEnd w:id="0"/>',
        ),
        *LOOP,
    ),
    "tabs and breaks of the template": (
        f"<w:p>{run(TITLE)}<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
        *LOOP,
    ),
}
PLAIN = report(introduction="导语", achievements=Chapter(heading="甲", body=["文", Point(lead="乙", body="丙")]))
INLINE = report(achievements=Chapter(heading="甲", series="ordinal", inline=True, body=[Point(lead="乙", body="丙")]))
PRINTS_INLINE = ("a sample for each kind", "a loop over runs")


@pytest.mark.parametrize("name", FEATURES)
def test_features_of_a_template(name):
    data = with_body(*FEATURES[name])
    for sample in (PLAIN, SPECIAL, *([INLINE] if name in PRINTS_INLINE else [])):
        assert_equal(data, sample, "keepNext")


@pytest.mark.parametrize("sample", [PLAIN, SPECIAL], ids=["plain", "special"])
def test_a_loop_in_a_text_box_and_a_text_box_in_a_loop(sample):
    in_loop = text_box("框内{{ block.mark }}", "{% if block.lead %}{{ block.lead }}{% endif %}")
    assert_equal(with_body(TITLE, text_box(*LOOP), LOOP[0], in_loop, *LOOP[1:]), sample, "keepNext")


def test_text_and_line_breaks_in_every_place_of_a_table():
    data = with_body(*FEATURES["a table with a loop over rows"])
    assert_equal(data, SAMPLES["lines"], "keepNext")
    assert_equal(data, SAMPLES["tabs"], "keepNext")


# --- the other parts --------------------------------------------------------------------------

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIPS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


def with_part(kind: str, name: str, xml: str) -> bytes:
    """The library's template with a further part in its package."""
    new = parts()
    root = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdNew" Type="{root}/{kind}" Target="{name}"/></Relationships>'
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    override = f'<Override PartName="/word/{name}" ContentType="{content}"/></Types>'
    return packed(
        {
            **new,
            RELATIONSHIPS: new[RELATIONSHIPS].replace(b"</Relationships>", relation.encode()),
            TYPES: new[TYPES].replace(b"</Types>", override.encode()),
            f"word/{name}": xml.encode(),
        }
    )


NOTE = '<w:footnotes {}><w:footnote w:id="1"><w:p>{}</w:p></w:footnote></w:footnotes>'
OTHER_PARTS = {
    "a header": ("header", "header1.xml", "<w:hdr {}><w:p>{}</w:p></w:hdr>"),
    "a footer": ("footer", "footer9.xml", "<w:ftr {}><w:p>{}</w:p></w:ftr>"),
    "footnotes": ("footnotes", "footnotes.xml", NOTE),
}


@pytest.mark.parametrize("name", OTHER_PARTS)
@pytest.mark.parametrize("sample", [PLAIN, SPECIAL, SIGNED], ids=["plain", "special", "signed"])
def test_tags_in_other_parts(name, sample):
    kind, part, xml = OTHER_PARTS[name]
    text = "{{ title }}{% if issue_date %}，{{ issue_date }}{% endif %} {_{ 原样 }_}{# 注 #}"
    assert_equal(with_part(kind, part, xml.format(NAMESPACES, run(text))), sample, part=f"word/{part}")


def test_a_part_without_tags_is_left_as_it_is():
    kind, part, xml = OTHER_PARTS["a header"]
    data = with_part(kind, part, xml.format(NAMESPACES, run("固定")))
    assert ours(data, PLAIN)[f"word/{part}"] == parts_of(data)[f"word/{part}"]
    assert_equal(data, PLAIN, part=f"word/{part}")


@pytest.mark.parametrize("part", ["header_first.xml", "kopf.xml"])
def test_a_header_of_any_name_is_filled(part):
    assert_equal(
        with_part("header", part, OTHER_PARTS["a header"][2].format(NAMESPACES, run(TITLE))), PLAIN, part=f"word/{part}"
    )


def test_a_part_that_nothing_points_to_is_left_as_it_is():
    kind, part, xml = OTHER_PARTS["a header"]
    content = parts_of(with_part(kind, part, xml.format(NAMESPACES, run(TITLE))))
    data = packed({**content, RELATIONSHIPS: parts()[RELATIONSHIPS]})
    assert ours(data, PLAIN)[f"word/{part}"] == content[f"word/{part}"]


# --- where ours differs -----------------------------------------------------------------------


def test_endnotes_are_filled_which_docxtpl_leaves_as_they_are():
    data = with_part("endnotes", "endnotes.xml", NOTE.replace("footnote", "endnote").format(NAMESPACES, run(TITLE)))
    assert "工作总结" in ours(data, PLAIN)["word/endnotes.xml"].decode()
    assert TITLE in naive(data, PLAIN)["word/endnotes.xml"].decode()


def test_an_escaped_tag_in_a_value_stays_as_it_was_typed():
    sample = report(introduction=literal("{_{ x }_} {_% y %_}"))
    data = find("work_report").read_bytes()
    assert "{_{ x }_} {_% y %_}" in ours(data, sample)[MAIN].decode()
    assert "{{ x }} {% y %}" in naive(data, sample)[MAIN].decode()


DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'
)


def test_drawings_in_a_loop_have_ids_of_their_own():
    data = with_body(TITLE, LOOP[0], in_paragraph(DRAWING, run(LOOP[1])), LOOP[2])
    ids = re.findall(r'<wp:docPr id="(\d+)"', ours(data, PLAIN)[MAIN].decode())
    assert len(set(ids)) == len(ids) > 1


def test_a_loop_over_cells_widens_the_grid():
    cells = f"<w:tr>{cell('{%tc for block in blocks %}')}{cell(LOOP[1])}{cell('{%tc endfor %}')}</w:tr>"
    xml = ours(with_body(TITLE, table(cells, columns=1)), PLAIN)[MAIN].decode()
    assert xml.count("<w:gridCol") == xml.count("<w:tc>") > 1
