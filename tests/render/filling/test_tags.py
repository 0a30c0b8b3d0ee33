"""Tags of every kind, by kind: each is refused with its paragraph, or fills; none ends in an error of another kind."""

from __future__ import annotations

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.check import check_template
from renmin_docs.render.filling.parts import Part, fill_parts
from tests.effort import THOROUGH
from tests.samples import report
from tests.templates import LOOP, with_body
from tests.timing import LINEAR, growth_on

SAMPLE = report()
DEEP = 400
DIGITS = "9" * 5_000
VERY_MANY = 900_000 if THOROUGH else 30_000
OURS = ("template_", "tag_", "text_", "markup_")


def outcome(tag: str) -> set[str]:
    """The rules that a template with this tag in a paragraph breaks when it is opened or filled."""
    try:
        template = Template.from_bytes(with_body("{{ title }}", f"甲{tag}", *LOOP))
        assert template.render(SAMPLE)
    except TemplateError as error:
        for finding in error.findings:
            assert all(0 < len(finding.message(language)) < 2_000 for language in ("zh", "en"))
        return {finding.rule for finding in error.findings}
    return set()


def loop(variable: str) -> str:
    return f"{{% for {variable} in blocks %}}{{{{ {variable}.text }}}}{{% endfor %}}"


def inner_loop(variable: str) -> str:
    inner = f"{{% for {variable} in b.points %}}{{{{ {variable}.text }}}}{{% endfor %}}"
    return f"{{% for b in blocks %}}{inner}{{% endfor %}}"


SPECIAL = ["loop", "self", "super", "caller", "varargs", "kwargs"]
ORDINARY = [
    *("block", "b", "title", "blocks", "context", "environment", "namespace", "missing", "undefined", "resolve"),
    *("cycler", "range", "class", "def", "_", "__class__", "l_0_title", "t_1", "é", "段", "ﬁ", "else", "x" * 500),
]
NO_NAMES = ["true", "True", "none", "None", "not", "loop.x", "a.b", "1", "'x'", "", "a, b", "a=b", "@", "😀"]


@pytest.mark.parametrize("variable", SPECIAL)
@pytest.mark.parametrize("tag", [loop, inner_loop])
def test_a_loop_s_variable_is_not_named_like_jinja_s_own(tag, variable):
    assert "template_language" in outcome(tag(variable))


@pytest.mark.parametrize("variable", ORDINARY)
@pytest.mark.parametrize("tag", [loop, inner_loop])
def test_any_other_name_is_a_loop_s_variable(tag, variable):
    assert outcome(tag(variable)) == set()


@pytest.mark.parametrize("variable", NO_NAMES)
def test_what_is_no_name_is_refused(variable):
    assert outcome(loop(variable)) & {"template_language", "template_syntax"}


NUMBERS = ["1", "0", "2022", "999999999"]
TEXTS = [
    "'x'",
    '"x"',
    "''",
    "'工作'",
    r"'\n'",
    r"'\t'",
    r"'\u4e00'",
    r"'\N{BULLET}'",
    "'a' 'b'",
    "'&<>'",
    f"'{'x' * 200}'",
]
NO_NUMBERS = [
    *("1_000", "0x10", "0o17", "0b11", "1.5", "1e5", "1E5", "1e999", "1e-999", "1_0.0_1", "9999999999", DIGITS),
    *("9" * 4_300, "9" * VERY_MANY, "0x" + "f" * 5_000, "0b" + "1" * 50_000, "0o" + "7" * 9_000, f"1.{DIGITS}"),
    *(f"1e{DIGITS}", f"{DIGITS}.0", "-1", "+1"),
]
NO_TEXTS = [
    *(r"'\ud800'", r"'\udfff'", r"'\x00'", r"'\x01'", r"'\x1f'", r"'\x7f'", r"'\x9f'", r"'\uffff'", r"'\ufffe'"),
    *(r"'\x0b'", r"'\r'", r"'\N{NO SUCH}'", r"'\u12'", r"'\xzz'", r"'\U00110000'", "'", "'\\'", f"'{'x' * 201}'"),
    *(f"'{'x' * 300_000}'", "'a' " * 201, r"'\ud83d\ude00'", "b'x'", "f'x'", "...", "1j", "[1]", "(1, 2)", "{}"),
]
USES = ["{{ %s }}", "{%% if title == %s %%}甲{%% endif %%}", "{%% if not %s %%}甲{%% endif %%}"]


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("constant", [*NUMBERS, *TEXTS, "true", "False", "none"], ids=lambda text: text[:20])
def test_short_whole_numbers_and_printable_texts_are_constants(constant, use):
    assert outcome(use % constant) == set()


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("constant", [*NO_NUMBERS, *NO_TEXTS], ids=lambda text: text[:20])
def test_no_other_constants_are_taken(constant, use):
    assert outcome(use % constant) & {
        "template_language",
        "template_syntax",
        "template_nesting",
        "tag_unclosed",
        "tag_long",
    }


@pytest.mark.parametrize("constant", [*NUMBERS, *TEXTS, *NO_NUMBERS, *NO_TEXTS], ids=lambda text: text[:20])
@pytest.mark.parametrize(
    "use", ["{{ %s|length }}", "{%% for b in %s %%}x{%% endfor %%}", "{{ title[%s] }}", "{{ title.%s }}"]
)
def test_constants_stand_nowhere_else(constant, use):
    assert outcome(use % constant)


NESTED = {
    "parentheses": "{{ " + "(" * DEEP + "title" + ")" * DEEP + " }}",
    "brackets": "{{ " + "[" * DEEP + "title" + "]" * DEEP + " }}",
    "negations": "{% if " + "not " * DEEP + "title %}x{% endif %}",
    "disjunctions": "{% if " + "title or " * DEEP + "title %}x{% endif %}",
    "comparisons": "{% if title" + " == year" * DEEP + " %}x{% endif %}",
    "filters": "{{ title" + "|first" * DEEP + " }}",
    "tests": "{{ title" + " is defined" * DEEP + " }}",
    "attributes": "{{ title" + ".a" * DEEP + " }}",
    "calls": "{{ title" + "()" * DEEP + " }}",
    "sums": "{{ " + "1 + " * DEEP + "1 }}",
    "signs": "{{ " + "-" * DEEP + "1 }}",
    "choices": "{{ " + "title if title else " * DEEP + "title }}",
    "commas": "{{ " + "title, " * DEEP + "title }}",
    "conditions": "{% if title %}" * 1_000 + "{% endif %}" * 1_000,
    "loops": "{% for b in blocks %}" * 1_000 + "{% endfor %}" * 1_000,
    "loops over points": "{% for b in blocks %}{% for p in b.points %}" * 500 + "{% endfor %}{% endfor %}" * 500,
}


@pytest.mark.parametrize("tag", NESTED.values(), ids=NESTED)
def test_what_is_nested_without_end_is_refused(tag):
    assert outcome(tag) & {"template_nesting", "template_syntax", "template_nested_loop", "tag_long"}


LONG = {
    "thirty conditions": "{% if " + " or ".join(f"title == '{n}'" for n in range(30)) + " %}x{% endif %}",
    "alternatives": "{% if title %}x" + "{% elif year %}y" * 300 + "{% endif %}",
    "filters": "{{ title" + "|first" * 100 + " }}",
    "parentheses": "{{ " + "(" * 30 + "title" + ")" * 30 + " }}",
    "negations": "{% if " + "not " * 50 + "title %}x{% endif %}",
    "conditions in one another": "{% if title %}" * 30 + "{% endif %}" * 30,
    "loops behind one another": "{% for b in blocks %}{{ b.text }}{% endfor %}" * 200,
}


@pytest.mark.parametrize("tag", LONG.values(), ids=LONG)
def test_what_is_only_long_fills(tag):
    assert outcome(tag) == set()


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "{{ title" + "|first" * n + " }}",
        lambda n: "{% if " + "not " * n + "title %}x{% endif %}",
        lambda n: "{% if " + "title or " * n + "title %}x{% endif %}",
    ],
)
def test_what_is_nested_takes_time_in_proportion(make):
    assert growth_on(make, outcome, 24) < LINEAR


ODD = [
    *("{{ }}", "{% %}", "{{ ; }}", "{{ @ }}", "{{ $x }}", "{{ \\ }}", "{{ 😀 }}", "{ { title } }", "{{ \x7f }}"),
    *("{{ ｔｉｔｌｅ }}", "{{ a\u0301 }}", "{{ \u202etitle }}", "{{ title title }}", "{{ title | }}", "{{ | first }}"),
    *("{{ title", "{{ title }", "{% if title }", "}}", "{{ {{ title }} }}", "{{ '}}' }}", "{{ '{{' }}", "{#", "#}"),
    *("{% raw x %}{% endraw %}", "{% set x = 1 %}", "{% set x.y = 1 %}", "{% break %}", "{% debug %}", "{% for %}"),
    *("{% macro loop() %}{% endmacro %}", "{% block self %}{% endblock %}", "{% with loop = 1 %}{% endwith %}"),
    *("{{ title(**a, **b) }}", "{{ title(a=1, a=2) }}", "{{ title|first(a=1) }}", "{{ title|nothing }}"),
    *("{{ title is nothing }}", "{{ 1/0 }}", "{{ 9**9**9 }}", "{{ 'x' * 99999999 }}", "{% autoescape 1/0 %}"),
    *("{{ blocks or title }}", "{{ title and blocks }}", "{{ loop }}", "{{ loop.index }}", "{{ sections['x'] }}"),
    *("{% if title %}{% for b in blocks %}{% endif %}{% endfor %}", "{% else %}", "{% elif x %}", "{% endfor %}"),
    *("{% for b in blocks %}{{ loop }}{% endfor %}", "{% for b in blocks %}{{ loop.changed }}{% endfor %}"),
    *("{% for b in blocks %}{% for c in loop %}{% endfor %}{% endfor %}", f"{{% {'x' * 200_000} %}}"),
    *(f"{{{{ {'x' * 200_000} }}}}", f"{{{{ title.{'x' * 200_000} }}}}", f"{{{{ title|{'x' * 200_000} }}}}"),
]
PLAIN = [
    *(
        "{{ title }}",
        "{{title}}",
        "{{\ttitle\n}}",
        "{{\u00a0title\u3000}}",
        "{{+ title }}",
        "{{ (title) }}",
        "{{ \u200btitle }}",
    ),
    *("{# x #}", "{# {{ x }} #}", "{% raw %}{{ x }}{% endraw %}", "{_{ title }_}", "{_% if %_}", "# for b in blocks"),
    *("% for b in blocks", "## x", "{% if title %}x{% else %}y{% endif %}", "{% if title != none %}x{% endif %}"),
    *("{{ blocks == title }}", "{{ blocks|length }}", "{{ issuer or organization }}", "{{ title and year }}"),
    *("{% for b in blocks %}x{% else %}y{% endfor %}", "{% for b in blocks %}{{ b.text }}{% endfor %}"),
    *("{% for  block  in blocks %}{{ block.mark }}{{ block.text }}{% endfor %}", "{{" + " " * 1_000 + "title }}"),
]


@pytest.mark.parametrize("tag", ODD, ids=lambda text: text[:30])
def test_odd_tags_are_refused_with_a_sentence(tag):
    assert outcome(tag)


@pytest.mark.parametrize("tag", PLAIN, ids=lambda text: text[:30])
def test_plain_tags_fill(tag):
    assert outcome(tag) == set()


@pytest.mark.parametrize("tag", [loop("self"), loop("loop"), r"{{ '\ud800' }}", "{{ 99999999999 }}", "{{ 0xff }}"])
def test_the_check_names_the_paragraph(tag, tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ title }}", f"甲{tag}", *LOOP))
    (finding,) = [each for each in check_template(path) if each.rule == "template_language"]
    assert finding.place.startswith("“甲{")


@pytest.mark.parametrize("error", [ValueError, ZeroDivisionError, NameError, KeyError, TypeError, RecursionError])
def test_whatever_filling_raises_names_the_part(error):
    part = Part(compile("def root(context):\n    yield context['fail']()\n", "x", "exec"), "word/document.xml")

    def fail():
        raise error("reason")

    with pytest.raises(TemplateError, match="reason") as caught:
        fill_parts({"word/document.xml": part}, {"fail": fail})
    assert caught.value.findings[0].place == "word/document.xml"
