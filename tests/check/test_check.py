"""The check as a whole: what is reported, in which order, how grave; and the register of its rules."""

from __future__ import annotations

import json

import pytest

from renmin_docs import TemplateError, check_template
from renmin_docs.builtin_templates import find, names
from renmin_docs.check.printed import printed_findings
from renmin_docs.check.rules import CHECKS, checks
from renmin_docs.errors import Finding
from renmin_docs.messages import rules
from renmin_docs.messages.checks import CHECKS as TEMPLATE_ROWS
from renmin_docs.messages.page_checks import PAGE_CHECKS
from tests.check.made import ALLOWED, FOOTER, SETTINGS, STYLES, found, in_main, replaced
from tests.proof.hostile_files import bomb, links, says
from tests.templates import MAIN, changed, parts_of

ROWS = TEMPLATE_ROWS | PAGE_CHECKS


@pytest.mark.parametrize(("name", "allowed"), [("work_report", ALLOWED), ("red_head", set())])
def test_our_own_templates_have_no_fault(name, allowed):
    findings = check_template(name)
    assert {(finding.rule, finding.found) for finding in findings} == allowed
    assert all(finding.severity == "notice" for finding in findings)


def test_the_cases_stand_for_all_the_librarys_templates():
    assert names() == ["red_head", "work_report"]


MANY = (
    in_main("{{ title }}", "{{ titel }}"),
    in_main('block.kind == "heading_2"', 'block.kind == "headng_2"'),
    in_main("{{ block.lead }}", "{{ block.led }}"),
    in_main("{%p endfor %}", "{%p endfor %}旧文字"),
    in_main('w:top="2098"', 'w:top="1440"'),
    (STYLES, 'w:val="Table Head"', 'w:val="TableHeader"'),
    (STYLES, "方正小标宋简体", "微软雅黑"),
    (SETTINGS, 'w:val="15"', 'w:val="12"'),
    (FOOTER, " PAGE ", " DATE "),
)


def test_everything_is_reported_at_once_the_grave_things_first():
    findings = found(replaced(*MANY))
    told = {(finding.rule, finding.found) for finding in findings}
    assert {
        ("template_variable", "titel"),
        ("template_variable", "block.led"),
        ("text_beside_tag", "旧文字"),
        ("kind_unknown", "headng_2"),
        ("margin_top", "25.4 mm"),
        ("style_missing", "Table Head"),
        ("element_face", "微软雅黑"),
        ("compatibility_mode", "12"),
        ("page_number_place", "@one_sided"),
    } <= told
    gravity = [("error", "warning", "notice").index(finding.severity) for finding in findings]
    assert gravity == sorted(gravity)
    assert len(findings) == len(set(findings))


def test_tags_are_reported_with_their_paragraph_and_the_nearest_name():
    first = next(finding for finding in found(replaced(*MANY)) if finding.rule == "template_variable")
    assert (first.place, first.expected) == ("“{{ titel }}”", "title、subtitle")


def test_each_finding_has_a_sentence_in_both_languages():
    for finding in found(replaced(*MANY)):
        for language in ("zh", "en"):
            assert "@" not in finding.message(language)
            json.dumps(finding.message(language))


def test_tags_are_reported_where_a_pair_is_broken_as_well():
    body = parts_of(find("work_report").read_bytes())[MAIN].decode()
    cut = body.replace("{%p endfor %}", "").replace("{{ title }}", "{{ titel }}").replace("block.text", "block.txt")
    told = {(finding.rule, finding.found) for finding in found(changed(document=cut))}
    assert ("template_unclosed", "") in told
    assert {("template_variable", "titel"), ("template_variable", "block.txt")} <= told
    assert not any(rule == "tag_missing" for rule, _ in told)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (bomb, "package_limit"),
        (lambda: b"text", "not_a_docx"),
        (lambda: links("image", "http://x/y"), "reaches_outside"),
    ],
)
def test_a_strangers_template_is_reported_not_opened(data, rule):
    assert rule in {finding.rule for finding in found(data())}


def test_what_reaches_outside_is_reported_beside_wrong_tags():
    data = says("{{ titel }}", '<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>')
    assert {"field_reaches", "template_variable"} <= {finding.rule for finding in found(data)}


@pytest.mark.parametrize("missing", ["no.docx", "folder"])
def test_a_file_that_is_not_there_is_an_error(missing, tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(TemplateError):
        check_template(tmp_path / missing)


# --- the register -----------------------------------------------------------------------------


def test_every_row_of_the_checks_is_taken():
    assert callable(printed_findings)  # the checks register when their modules are imported
    assert check_template("work_report") is not None
    by_trial = {"place_missing", "place_absent", "native_missing"}
    elsewhere = {"page_number_place"}
    assert set(CHECKS) == (ROWS.keys() - by_trial) | elsewhere


def test_a_rule_is_known_and_taken_once():
    with pytest.raises(AssertionError, match="no rule has the id nowhere"):
        checks("nowhere")(lambda _: iter(()))
    with pytest.raises(AssertionError, match="paper_size is checked twice"):
        checks("paper_size")(lambda _: iter(()))


def test_severity_follows_strength():
    for name in ROWS:
        row = rules()[name]
        if row.clause and row.severity != "error":
            assert row.severity == ("warning" if row.strength == "R" else "notice")


@pytest.mark.parametrize(
    ("strength", "severity"), [("R", "warning"), ("G", "notice"), ("T", "notice"), ("K", "notice")]
)
def test_a_finding_under_a_weaker_clause_is_a_notice(strength, severity):
    finding = Finding("element_size", found="18", expected="22", clause="7.3.1", strength=strength)
    assert (finding.severity, finding.clause, finding.strength) == (severity, "7.3.1", strength)
    assert Finding("template_fill", strength=strength).severity == "error"
