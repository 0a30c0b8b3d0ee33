"""What every report would print or keep of a template, and the forms of other programs in it."""

from __future__ import annotations

import pytest

from renmin_docs.check import leftovers
from renmin_docs.check.subject import TemplateSubject
from renmin_docs.render.preparing.compiler import examine_template
from tests.render.preparing.test_old_forms import NAMED, TYPED, complex_field, control, run, simple_field
from tests.templates import LOOP, changed, parts, with_body

CHECKS = ("foreign_tags", "old_forms", "contents", "tracked", "protected", "signed_twice")


def left(data: bytes) -> list[tuple[str, str, str, str]]:
    """Rule, severity, what was found and what would be right."""
    subject = TemplateSubject(examine_template(data))
    found = [each for name in CHECKS for each in getattr(leftovers, name)(subject)]
    return [(each.rule, each.severity, each.found, each.expected) for each in found]


@pytest.mark.parametrize(
    ("text", "found", "severity", "expected"),
    [
        ("«题目»", "«题目»", "warning", "{{ title }}"),
        ("${organization}", "${organization}", "warning", "{{ organization }}"),
        ("${orgnization}", "${orgnization}", "warning", "{{ organization }}"),
        ("<<成文日期>>", "<<成文日期>>", "warning", "{{ issue_date }}"),
        ("｛period｝", "｛period｝", "warning", "{{ period }}"),
        ("{ period }", "{ period }", "notice", "{{ period }}"),
        ("[Issue Date]", "[Issue Date]", "notice", "{{ issue_date }}"),
        ("【发文字号】", "【发文字号】", "notice", "{{ header.number }}"),
        ("#year#", "#year#", "notice", "{{ year }}"),
    ],
)
def test_a_tag_of_another_program_is_named_with_ours(text, found, severity, expected):
    template = with_body("{{ title }}", f"甲{text}乙", *LOOP)
    assert left(template) == [("foreign_tag", severity, found, expected)]


def test_braces_and_brackets_around_other_words_are_text():
    assert left(with_body("{{ title }}", "{甲}、［乙］【注意】[1] 50%、60% {{ year }}｛丙｝《丁》", *LOOP)) == []


def test_a_title_as_another_program_has_it_is_the_one_error():
    (finding,) = left(with_body("{title}", *LOOP))
    assert finding == ("foreign_tag", "error", "{title}", "{{ title }}")


@pytest.mark.parametrize(
    ("xml", "finding"),
    [
        (
            f"<w:p>{simple_field('MERGEFIELD organisatoin')}</w:p>",
            ("merge_field", "warning", "organisatoin", "{{ organization }}"),
        ),
        (
            control(NAMED.format("organisatoin"), f"<w:p>{TYPED}</w:p>"),
            ("content_control", "warning", "organisatoin", "{{ organization }}"),
        ),
        (
            f"<w:p>{complex_field(' TOC ', run('<w:t>{{ block.text }}</w:t>'))}</w:p>",
            ("contents_renewed", "notice", "TOC", ""),
        ),
        (
            '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>（初稿）</w:t></w:r></w:ins></w:p>',
            ("template_tracked", "warning", "“（初稿）”", ""),
        ),
        ("{{ issuer }}", ("signed_twice", "warning", "{{ issuer }}", 'block.kind == "issuer"')),
    ],
)
def test_what_every_report_would_print_is_named(xml, finding):
    sample = ('{%p if block.kind == "issuer" %}', "{{ block.text }}", "{%p endif %}")
    assert left(with_body("{{ title }}", LOOP[0], *sample, *LOOP[1:], xml)) == [finding]


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        ('<w:documentProtection w:edit="forms" w:enforcement="1"/>', "@protection"),
        ('<w:writeProtection w:recommended="1"/>', "@write_protection"),
        ("<w:trackRevisions/>", "@tracking"),
        ('<w:documentProtection w:edit="forms" w:enforcement="0"/>', ""),
        ('<w:trackRevisions w:val="0"/>', ""),
    ],
)
def test_protection_that_every_report_would_have_is_named(setting, word):
    settings = parts()["word/settings.xml"].decode().replace("</w:settings>", f"{setting}</w:settings>")
    assert [found for *_, found, _ in left(changed(settings=settings))] == ([word] if word else [])
