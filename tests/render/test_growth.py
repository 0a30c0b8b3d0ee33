"""A template is opened in time in proportion to its size, and checked so, whatever there is much of in it."""

from __future__ import annotations

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.check import check_template
from tests.effort import some
from tests.templates import LOOP, MAIN, changed, paragraph, parts, with_body
from tests.timing import LINEAR, growth_on

STYLES = parts()["word/styles.xml"].decode()
BODY = parts()[MAIN].decode()
BOX, END_OF_BOX = "<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>"
DELETED = '<w:del w:id="1"><w:r><w:t>{{ title }}</w:t></w:r></w:del>'
BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
KIND = '甲{{% for b in blocks %}}{{% if b.kind == "k{}" %}}{{% endif %}}{{% endfor %}}'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'


def runs(*texts: str) -> str:
    return "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)


def table(*rows: str) -> str:
    cells = "".join(f"<w:tr><w:tc>{paragraph(text)}</w:tc></w:tr>" for text in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"


def says(*paragraphs: str) -> bytes:
    return with_body("{{ title }}", *paragraphs, *LOOP)


def styled(styles: str, *paragraphs: str) -> bytes:
    """The library's template with further styles, and further paragraphs in its loop's place."""
    loop = [paragraph(LOOP[0]), *paragraphs, paragraph(LOOP[2])]
    return changed(
        styles=STYLES.replace("</w:styles>", styles + "</w:styles>"),
        document=BODY.replace("<w:sectPr", "".join(loop) + "<w:sectPr", 1),
    )


def style(number: int, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="s{number}"/>{more}</w:style>'


def formatted(number: int) -> str:
    size = f'<w:r><w:rPr><w:sz w:val="{number + 1}"/></w:rPr><w:t>{{{{ block.text }}}}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{size}</w:p>'


FAMILIES = {
    "blanks in a tag": (lambda n: says("{{" + " " * n + "title }}"), 40_000),
    "a long name": (lambda n: says("{{ " + "a" * n + " }}"), 40_000),
    "a long attribute in a cell": (lambda n: says(table("{{ title." + "a" * n + " }}")), 40_000),
    "a long number": (lambda n: says("{{ " + "9" * n + " }}"), 40_000),
    "a long tag in two runs": (lambda n: says(f"<w:p>{runs('{{ ' + 't' * n, 't' * n + ' }}')}</w:p>"), 20_000),
    "a long comment": (lambda n: says("甲{#" + "x" * n + "#}"), 40_000),
    "a long attribute of XML": (lambda n: says(f'<w:p w:rsidR="{"a" * n}"/>'), 40_000),
    "attributes of XML": (lambda n: says("<w:p " + " ".join(f'w:a{i}="1"' for i in range(n)) + "/>"), 4000),
    "tags": (lambda n: says("甲{{ title }}" * n), 60),
    "paragraphs with tags": (lambda n: says(*["甲{{ title }}"] * n), 40),
    "unknown names": (lambda n: says("".join(f"{{{{ x{i} }}}}" for i in range(n))), 150),
    "tags that are wrong": (lambda n: says(*["甲{{ title title }}"] * n), 60),
    "loops": (lambda n: says("甲{% for b in blocks %}{% endfor %}" * n), 50),
    "loops without an end": (lambda n: says(*[f"甲{{% for b{i} in blocks %}}{{{{ x }}}}" for i in range(n)]), 100),
    "alternatives": (lambda n: says("甲{% if title %}" + "{% elif year %}" * n + "{% endif %}"), 60),
    "split tags": (lambda n: says(f"<w:p>{runs('{', '{ title }', '}') * n}</w:p>"), 60),
    "a tag in many runs": (lambda n: says(f"<w:p>{runs('{{ ', *'t' * n, ' }}')}</w:p>"), 300),
    "halves of tags": (lambda n: says(f"<w:p>{runs('{') * n}</w:p>"), 500),
    "unclosed tags": (lambda n: says("{{ " * n), 400),
    "braces": (lambda n: says("{}" * n), 5000),
    "runs": (lambda n: says(f"<w:p>{runs('甲') * n}</w:p>"), 300),
    "paragraphs": (lambda n: says(*["甲"] * n), 120),
    "empty paragraphs": (lambda n: says("<w:p/>" * n), 600),
    "a long text": (lambda n: says("文" * n), 20_000),
    "tables": (lambda n: says(*[table("{{ title }}")] * n), 30),
    "rows": (lambda n: says(table(*["甲"] * n)), 80),
    "row loops": (lambda n: says(table(*["{%tr for b in blocks %}", "{{ b.text }}", "{%tr endfor %}"] * n)), 15),
    "runs in boxes in boxes": (lambda n: says(f"<w:p>{BOX * 40}{runs('甲') * n}{END_OF_BOX * 40}</w:p>"), 150),
    "deleted tags": (lambda n: says(f"<w:p>{DELETED * n}</w:p>"), 80),
    "bookmarks": (lambda n: says(f"<w:p>{''.join(map(BOOKMARK.format, range(n)))}</w:p>"), 300),
    "fields": (lambda n: says(f"<w:p>{FIELD * n}</w:p>"), 200),
    "kinds": (
        lambda n: says(
            *(f'甲{{% for b in blocks %}}{{% if b.kind == "k{i}" %}}{{% endif %}}{{% endfor %}}' for i in range(n))
        ),
        30,
    ),
    "unknown styles": (
        lambda n: styled("".join(map(style, range(n))), *(paragraph("甲", f"t{i}") for i in range(n))),
        60,
    ),
    "marks in many styles": (
        lambda n: styled("".join(map(style, range(n))), *(paragraph("{{ block.mark }}", f"s{i}") for i in range(n))),
        12,
    ),
    "styles on one another": (
        lambda n: styled("".join(style(i, f'<w:basedOn w:val="s{i + 1}"/>') for i in range(n))),
        150,
    ),
    "styles with fonts of a theme": (
        lambda n: styled("".join(style(i, '<w:rPr><w:rFonts w:asciiTheme="x"/></w:rPr>') for i in range(n))),
        150,
    ),
    "formats": (lambda n: styled("", *map(formatted, range(n))), 10),
}


CHECKED = [
    *("blanks in a tag", "a long attribute in a cell", "paragraphs with tags", "unknown names", "split tags", "tables"),
    *("kinds", "unknown styles", "marks in many styles", "styles on one another", "styles with fonts of a theme"),
    *("paragraphs", "formats"),
]
"""Families that the rules of the check look at, besides what opening does."""


def opened(data: bytes) -> None:
    try:
        Template.from_bytes(data)
    except TemplateError as error:
        str(error)


@pytest.fixture
def no_cache(monkeypatch):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", "off")


@pytest.mark.usefixtures("no_cache")
@pytest.mark.parametrize("family", some(FAMILIES))
def test_templates_are_opened_in_linear_time(family):
    make, size = FAMILIES[family]
    assert growth_on(make, opened, size) < LINEAR


@pytest.mark.usefixtures("no_cache")
@pytest.mark.parametrize("family", some(CHECKED))
def test_templates_are_checked_in_linear_time(family, tmp_path):
    make, size = FAMILIES[family]

    def written(n):
        path = tmp_path / f"{n}.docx"
        path.write_bytes(make(n))
        return path

    assert growth_on(written, lambda path: [str(finding) for finding in check_template(path)], size) < LINEAR
