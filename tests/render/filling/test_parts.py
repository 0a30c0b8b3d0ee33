"""Parts are filled as Jinja itself fills them, and Jinja's own refusals come out as ours."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from renmin_docs import TemplateError
from renmin_docs.render.filling.engine import compile_part
from renmin_docs.render.filling.parts import Part

VALUES = {"title": "R&D <总结>", "blocks": [{"text": "甲", "kind": "point"}, {"text": "乙\t丙", "kind": "inline"}]}


def filled(source):
    return Part(compile_part(source, "word/document.xml"), "word/document.xml").fill(VALUES)


@pytest.mark.parametrize(
    "source",
    [
        "{{ title }}",
        "{{ 'a&b' }}{{ 3 }}",
        "{% for block in blocks %}{{ loop.index }}.{{ block.text }}{% if not loop.last %};{% endif %}{% endfor %}",
        "{% for block in blocks %}{% if block.kind == 'point' and loop.first %}{{ block.text }}{% endif %}{% endfor %}",
        "{{ blocks|length }}{{ (blocks|first).text }}{{ (blocks|last).kind }}",
    ],
)
def test_jinja_s_own_rendering_is_the_same(source):
    own = Environment(autoescape=True).from_string(source).render(VALUES)
    assert filled(source) == own.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ titel }}", "'titel' is undefined"),
        ("{{ blocks[0] }}{{ (blocks|first).lead }}", "lead"),
        ("{% for block in block %}{% endfor %}", "'block' is undefined"),
    ],
)
def test_a_missing_value_is_named(source, found):
    with pytest.raises(TemplateError) as caught:
        filled(source)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.place) == ("template_fill", "word/document.xml")
    assert found in finding.found


def test_code_is_the_same_each_time():
    source = "{% for block in blocks %}{{ block.text }}{% endfor %}"
    assert compile_part(source, "a") == compile_part(source, "a")
