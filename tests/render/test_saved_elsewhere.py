"""A template that Word, WPS or LibreOffice has saved fills to the same text as before."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from lxml import etree

from renmin_docs import Template, TemplateError
from renmin_docs.builtin_templates import find, names
from renmin_docs.check.sample import PICTURE, samples
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.names import W, w
from renmin_docs.render.filling.verify import printed_text
from renmin_docs.render.values.requirements import require_places
from tests.printing import save_as
from tests.samples import whole_report
from tests.templates import MAIN, packed, parts_of
from tests.word_habits import HABITS, renumbered, with_habits

ALL = tuple(habit for name, habit in HABITS.items() if name not in ("deleted", "tabbed"))


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("picture")
    (folder / "picture.png").write_bytes(PICTURE)
    return [*(sample.report for sample in samples(folder)), whole_report(folder)]


@pytest.fixture(scope="module")
def open_bytes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")

    def opened(data: bytes) -> Template:
        path = folder / f"{len(list(folder.iterdir()))}.docx"
        path.write_bytes(data)
        return Template.open(path)

    return opened


def text_of(data: bytes) -> str:
    """The text of a document, without passages that are deleted and the codes of fields."""
    return printed_text(re.sub("<w:instrText[^>]*>[^<]*<", "<", parts_of(data)[MAIN].decode()))


def fitting(template: Template, reports):
    """The reports that a template has places for."""
    for report in reports:
        with suppress(TemplateError):
            require_places(report, template._prepared.asked)
            yield report


def assert_same_text(theirs: Template, name: str, reports) -> None:
    ours, tried = Template.open(name), 0
    for report in fitting(ours, reports):
        for numbering in ("typed", "native"):
            made = theirs.render(report, numbering=numbering)
            assert text_of(made) == text_of(ours.render(report, numbering=numbering))
            assert structural_faults(parts_of(made)) == []
            tried += 1
    assert tried >= 16


# --- Word and WPS -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_of_word_changes_nothing_in_the_text(name, habit, reports, open_bytes):
    changed = with_habits(parts_of(find(name).read_bytes()), HABITS[habit])
    expected = changed if habit == "doubled" and name == "work_report" else None  # it has no text box
    assert (changed[MAIN] != parts_of(find(name).read_bytes())[MAIN]) or expected
    template = open_bytes(packed(changed))
    ours = Template.open(name)
    for report in [*fitting(ours, reports)][-2:]:
        made = template.render(report)
        assert text_of(made).replace("旧", "") == text_of(ours.render(report))
        assert structural_faults(parts_of(made)) == []


@pytest.mark.parametrize("name", names())
def test_all_habits_at_once_change_nothing_in_the_text(name, reports, open_bytes):
    parts = with_habits(renumbered(parts_of(find(name).read_bytes())), *ALL)
    assert_same_text(open_bytes(packed(parts)), name, reports)


@pytest.mark.parametrize("name", names())
def test_styles_under_other_ids_are_known_by_their_names(name, reports, open_bytes):
    parts = renumbered(parts_of(find(name).read_bytes()))
    assert b"IssueDate" not in parts[MAIN]
    report = reports[-1] if name == "red_head" else reports[1]
    made = parts_of(open_bytes(packed(parts)).render(report))
    expected = parts_of(Template.open(name).render(report))
    assert styled(made) == styled(expected)
    assert re.findall(rb"<w:ind [^>]*>", made[MAIN]) == re.findall(rb"<w:ind [^>]*>", expected[MAIN])


def styled(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    root = etree.fromstring(parts[MAIN])
    return [(element.tag, element.get(w("val"))) for element in root.iter(w("pStyle"), w("rStyle"))]


def test_a_bound_control_keeps_the_filled_text(reports, open_bytes):
    parts = with_habits(parts_of(find("work_report").read_bytes()), HABITS["controlled"])
    assert b"dataBinding" in parts[MAIN]
    made = parts_of(open_bytes(packed(parts)).render(reports[1]))[MAIN]
    assert b"<w:sdt>" in made
    assert not any(name in made for name in (b"dataBinding", b"showingPlcHdr", b"<w:id "))


def test_ids_of_paragraphs_are_not_repeated(reports, open_bytes):
    parts = with_habits(parts_of(find("work_report").read_bytes()), HABITS["revised"])
    assert b"paraId" in parts[MAIN]
    assert b"paraId" not in parts_of(open_bytes(packed(parts)).render(reports[0]))[MAIN]


def test_a_tag_in_pieces_of_several_formats_takes_the_first(open_bytes, reports):
    body = parts_of(find("work_report").read_bytes())
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ ti</w:t></w:r><w:r><w:t>tle }}尾</w:t></w:r>"
    changed = re.sub(rb"<w:r>(?:(?!</w:r>).)*\{\{ title \}\}</w:t></w:r>", bold.encode(), body[MAIN])
    made = parts_of(open_bytes(packed({**body, MAIN: changed})).render(reports[0]))[MAIN].decode()
    first, second = re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", made)[:2]
    assert "<w:b/>" in first
    assert "样例街道" in first
    assert second == "<w:r><w:t>尾</w:t></w:r>"


# --- LibreOffice ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory):
    """The library's templates as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("libreoffice")
    save_as("docx", folder, map(find, names()))
    return folder


@pytest.mark.printed
@pytest.mark.parametrize("name", names())
def test_a_template_saved_by_libreoffice_fills_to_the_same_text(name, by_libreoffice, reports):
    path = by_libreoffice / f"{name}.docx"
    assert f'xmlns:w="{W}"'.encode() in parts_of(path.read_bytes())[MAIN]
    assert b"TextBody" in parts_of(path.read_bytes())[MAIN]  # it did rewrite the styles
    assert_same_text(Template.open(path), name, reports)
