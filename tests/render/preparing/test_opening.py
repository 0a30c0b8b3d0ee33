"""The limits of a template, and its styles under our ids."""

from __future__ import annotations

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.builtin_templates import find
from renmin_docs.errors import PackageError
from renmin_docs.render.filling import parts as filling
from renmin_docs.render.preparing.opening import MAX_ELEMENTS, MAX_FILLED, MAX_TAGS, MAX_TOTAL, opened, require_size
from renmin_docs.render.preparing.style_ids import STYLES, with_our_ids
from tests.samples import numbered_report, report
from tests.templates import LOOP, MAIN, changed, packed, parts, parts_of, with_body
from tests.word_habits import renumbered


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"x" * (MAX_FILLED + 1024), "template_large"),
        (b"<a>" * (MAX_ELEMENTS + 1), "template_elements"),
        (b"{{ a }}" * (MAX_TAGS + 1), "template_tags"),
        ("{{ a }}".encode("utf-16") * (MAX_TAGS + 1), "template_tags"),
        (b"&#123;" * (MAX_TAGS + 1), "template_tags"),
    ],
)
def test_parts_with_tags_are_bounded_together(content, rule):
    with pytest.raises(PackageError) as caught:
        require_size([content[: len(content) // 2 // 8 * 8], content[len(content) // 2 // 8 * 8 :]])
    assert [finding.rule for finding in caught.value.findings] == [rule]
    require_size([content[: len(content) // 2]])


def test_the_librarys_templates_are_far_below_the_limits():
    for name in ("work_report", "red_head"):
        main = parts_of(find(name).read_bytes())[MAIN]
        assert len(main) * 10 < MAX_FILLED
        assert main.count(b"<") * 10 < MAX_ELEMENTS
        assert main.count(b"{") * 10 < MAX_TAGS


def test_a_package_of_pictures_is_bounded():
    with pytest.raises(PackageError) as caught:
        opened(packed({**parts(), "word/media/a.png": b"\0" * (MAX_TOTAL + 1)}))
    assert caught.value.findings[0].rule == "package_limit"


def test_a_filled_document_is_bounded(tmp_path, monkeypatch):
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ title }}", *LOOP))
    template = Template.open(path)
    assert template.render(numbered_report(50, signed=False))
    monkeypatch.setattr(filling, "MAX_FILLED", 8_000)
    assert template.render(report())
    with pytest.raises(TemplateError) as caught:
        template.render(numbered_report(50, signed=False))
    assert [finding.rule for finding in caught.value.findings] == ["filled_large"]


# --- styles under our ids ---------------------------------------------------------------------


def test_our_own_parts_are_returned_as_they_are():
    assert with_our_ids(parts()) is parts()


def test_ids_of_another_program_become_ours_everywhere():
    theirs = renumbered(parts())
    assert theirs[STYLES] != parts()[STYLES]
    ours = with_our_ids(theirs)
    for name in (STYLES, MAIN, "word/numbering.xml", "word/footer1.xml"):
        assert ours[name].count(b'"Heading1"') == parts()[name].count(b'"Heading1"')
        assert ours[name].count(b'"IssueDate"') == parts()[name].count(b'"IssueDate"')


def test_an_id_that_another_style_has_is_left_to_it():
    styles = parts()[STYLES].decode().replace('w:styleId="Note"', 'w:styleId="x9"')
    other = '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Anmerkung"/></w:style></w:styles>'
    theirs = parts_of(changed(styles=styles.replace("</w:styles>", other)))
    assert with_our_ids(theirs) is theirs


def test_a_package_without_styles_is_left_alone():
    bare = {name: content for name, content in parts().items() if name != STYLES}
    assert with_our_ids(bare) is bare
