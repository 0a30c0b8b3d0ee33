"""What a template may say, and that nothing else is compiled."""

from __future__ import annotations

import re

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.context import VARIABLES, context_of
from tests.samples import numbered_report, report
from tests.templates import LOOP, with_body
from tests.timing import SOON, cost


def opened(tmp_path, *paragraphs: str) -> Template:
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body(*paragraphs))
    return Template.open(path)


def refused(tmp_path, *paragraphs: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        opened(tmp_path, *paragraphs)
    return caught.value


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("{{ title }}", *LOOP),
        (
            "{{ title }}",
            "{{ organization }} {{ issuer }} {{ issue_date }} {{ year }} {{ period }} {{ next_period }}",
            *LOOP,
        ),
        (
            "{{ title }}",
            "{% if issue_date and not (year == '2022') or period != 'x' %}是{% else %}否{% endif %}",
            *LOOP,
        ),
        ("{{ title }}", "{{ blocks|length }}{{ title|first }}", *LOOP),
        ("{{ title }}", *LOOP, "{% for b in blocks %}{% if loop.first %}{{ loop.index }}{% endif %}{% endfor %}"),
        ("{# a comment #}", "{{ title }}", *LOOP),
    ],
)
def test_the_language_compiles_and_fills(tmp_path, paragraphs):
    assert opened(tmp_path, *paragraphs).render(report())


HOSTILE = {
    "call": "{{ title.upper() }}",
    "attribute of python": "{{ title.__class__.__mro__ }}",
    "globals through a call": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "lipsum": "{{ lipsum(n=100000) }}",
    "range": "{% for i in range(1000000000) %}x{% endfor %}",
    "nested loops": "{% for a in blocks %}{% for b in blocks %}x{% endfor %}{% endfor %}",
    "multiplied string": "{{ 'x' * 1000000000 }}",
    "power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "ljust": "{{ 'x'.ljust(1000000000) }}",
    "center filter": "{{ 'x'|center(1000000000) }}",
    "format filter": "{{ '%1000000000d'|format(1) }}",
    "attr filter": "{{ title|attr('__class__') }}",
    "map filter": "{{ blocks|map(attribute='text')|join }}",
    "filter of nothing": "{{ none|length }}",
    "filter of a number": "{{ blocks|length|first }}",
    "filter of a condition": "{% if (title == year)|last %}{% endif %}",
    "subscript": "{{ blocks[0] }}",
    "slice": "{{ title[::-1] }}",
    "set": "{% set x = 1 %}{{ x }}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import '/etc/passwd' as p %}",
    "extends": "{% extends 'x' %}",
    "block": "{% block x %}{% endblock %}",
    "call block": "{% call title() %}{% endcall %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "with": "{% with a = title %}{{ a }}{% endwith %}",
    "autoescape off": "{% autoescape false %}{{ title }}{% endautoescape %}",
    "raw is no tag": "{{ self }}",
    "recursive loop": "{% for b in blocks recursive %}{{ loop(blocks) }}{% endfor %}",
    "filtered loop": "{% for b in blocks if b.text %}{{ b.text }}{% endfor %}",
    "unpacking": "{% for a, b in blocks %}{% endfor %}",
    "list literal": "{% for a in [1, 2] %}{% endfor %}",
    "dict literal": "{{ {'a': 1} }}",
    "comparison": "{% if year > '2000' %}{% endif %}",
    "membership": "{% if 'x' in title %}{% endif %}",
    "test": "{% if title is defined %}{% endif %}",
    "ternary": "{{ title if title else issuer }}",
    "concatenation": "{{ title ~ title }}",
    "loop internals": "{% for b in blocks %}{{ loop.cycle('a') }}{% endfor %}",
    "loop iterator": "{% for b in blocks %}{{ loop._iterable }}{% endfor %}",
    "a list as text": "{{ blocks }}",
    "a block as text": "{% for b in blocks %}{{ b }}{% endfor %}",
    "a text as list": "{% for c in title %}{{ c }}{% endfor %}",
    "do": "{% do title %}",
    "unknown statement": "{% frobnicate %}",
    "unclosed tag": "{{ title",
    "unclosed loop": "{% for b in blocks %}",
    "closed twice": "{% endif %}",
}


@pytest.mark.parametrize("tag", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_lies_outside_is_refused_at_once(tmp_path, tag):
    error, units = cost(lambda: refused(tmp_path, "第一段", tag), SOON)
    assert units < SOON
    assert str(tmp_path / "ours.docx") in str(error)
    for finding in error.findings:
        assert finding.rule.startswith(("template_", "tag_"))
        assert not re.search("[Ee]ncounter|expect|unknown|[Uu]ndefined", finding.message("zh"))


def test_deep_nesting_is_refused(tmp_path):
    depth = 3_000
    refused(tmp_path, "{% if title %}" * depth + "{% endif %}" * depth)
    refused(tmp_path, "{{ " + "not " * depth * 10 + "title }}")


@pytest.mark.parametrize("tag", ["{{ ", "{% if ", "{%- ", "{%p ", "{#", "{#p ", "}}", "{%tr ", "{%tc ", "{{ {# "])
def test_thousands_of_unclosed_tags_are_refused_at_once(tmp_path, tag):
    cells = f"<w:tr><w:tc><w:p><w:r><w:t>{tag * 1_400}</w:t></w:r></w:p></w:tc></w:tr>"
    grid = "<w:tbl><w:tblPr/><w:tblGrid/>"
    error, units = cost(lambda: refused(tmp_path, "{{ title }}", f"{grid}{cells}</w:tbl>"), SOON)
    assert error.findings[0].rule == "tag_unclosed"
    assert units < SOON


def test_a_comment_may_hold_tags(tmp_path):
    comment = "{# {{ titel }} {% if #}"
    assert opened(tmp_path, "{{ title }}" + comment, "{#p " + comment[2:], *LOOP).render(report())


def test_every_unknown_variable_is_named_with_its_paragraph_and_the_nearest_name(tmp_path):
    error = refused(tmp_path, "标题：{{ titel }}", "{%p for block in blocks %}", "{{ block.txt }}", "{%p endfor %}")
    first, second = error.findings
    assert (first.rule, first.found, first.expected) == ("template_variable", "titel", "title、subtitle")
    assert "标题：{{ titel }}" in first.place
    assert (second.found, second.expected) == ("block.txt", "text")


@pytest.mark.parametrize(
    ("paragraphs", "rule", "place"),
    [
        (["{{ title", "{{ issuer }}"], "tag_unclosed", "“{{ title”"),
        (["{{ title }}", "{%p for block in blocks %}", "{{ block.text }}"], "template_unclosed", ""),
        (["{{ title }}", "{%p endfor %}", "后文"], "template_unpaired", ""),
        (
            ["{{ title }}", "{% for b in blocks %}", "{{ b.text }}", "{% endfor %}"],
            "tag_without_p",
            "“{% for b in blocks %}”",
        ),
        (
            ["甲 {% for b in blocks %}{% for c in blocks %}{% endfor %}{% endfor %}"],
            "template_nested_loop",
            "“{% for c",
        ),
        (["甲 {{ blocks }}", "乙"], "template_whole", "“甲 {{ blocks }}”"),
        (["甲 {% for c in title %}{{ c }}{% endfor %}"], "template_no_list", "“甲 "),
    ],
)
def test_each_slip_has_its_sentence_and_its_paragraph(tmp_path, paragraphs, rule, place):
    finding = refused(tmp_path, *paragraphs).findings[0]
    assert finding.rule == rule
    assert finding.place.startswith(place)
    assert "后文" not in finding.place
    assert "signature" not in finding.message()


def test_text_beside_a_paragraph_tag_is_refused(tmp_path):
    error = refused(tmp_path, "{{ title }}", "序言 {%p for block in blocks %}", "{{ block.text }}", "{%p endfor %}")
    (finding,) = error.findings
    assert (finding.rule, finding.found) == ("text_beside_tag", "序言")
    error = refused(tmp_path, "{%p if title %}{%p endif %}")
    assert error.findings[0].rule == "text_beside_tag"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<w:r><w:drawing/></w:r>{tag}", "@picture"),
        ("{tag}<w:r><w:pict/></w:r>", "@picture"),
        ("{tag}<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>", "@text_box"),
        ("<w:pPr><w:sectPr/></w:pPr>{tag}", "@section_break"),
    ],
)
def test_what_a_paragraph_tag_would_take_with_it_is_named(tmp_path, content, found):
    content = content.format(tag="<w:r><w:t>{%p if year %}</w:t></w:r>")
    error = refused(tmp_path, "{{ title }}", f"<w:p>{content}</w:p>", "文", "{%p endif %}", *LOOP)
    (finding,) = error.findings
    assert (finding.rule, finding.found, finding.place) == ("object_beside_tag", found, "“{%p if year %}”")


def test_a_tag_alone_beside_a_picture_leaves_no_empty_paragraph(tmp_path):
    tags = [f"<w:p><w:r><w:t>{tag}</w:t><w:drawing/></w:r></w:p>" for tag in ("{% if year %}", "{% endif %}")]
    assert opened(tmp_path, "{{ title }}", *tags, *LOOP).render(report())


def test_text_of_a_text_box_is_not_beside_the_tag_of_another_paragraph(tmp_path):
    box = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("{%p if year %}", "文", "{%p endif %}"))
    assert opened(tmp_path, "{{ title }}", box.format(inner), *LOOP).render(report())
    (finding,) = refused(tmp_path, "{{ title }}", box.format(inner * 2).replace("文", "{{ titel }}"), *LOOP).findings
    assert finding.rule == "template_variable"


def test_a_filter_that_does_not_take_its_value_names_the_template(tmp_path):
    template = opened(tmp_path, "{{ title }}", LOOP[0], "{{ block.level|length }}", *LOOP[1:])
    with pytest.raises(TemplateError) as caught:
        template.render(report())
    assert caught.value.findings[0].rule == "template_fill"
    assert caught.value.subject == str(tmp_path / "ours.docx")


def test_the_documented_variables_are_those_that_a_template_gets():
    sample = numbered_report(1)
    printer = Printer(sample)
    context = context_of(sample, printer)
    assert set(context) - {"signature"} == set(VARIABLES)
    (block_shape,) = VARIABLES["blocks"]
    engine = {"path", "rung", "number", "keep_next", "section"}
    assert all(set(block) - engine == set(block_shape) for block in printer.blocks)
