"""Documents of anybody: from other programs, typed by hand, hostile. There are findings or a clear error, in time."""

from __future__ import annotations

import io
import re
from itertools import cycle

import docx
import pytest

from renmin_docs.errors import PackageError
from tests.check.finished import TEXT, edited, found, rules, whole_document
from tests.check.made import SETTINGS, STYLES
from tests.check.test_untrusted import NO_NUMBERS
from tests.effort import some
from tests.intake.documents.hostile import READ, REFUSED, minimal
from tests.printing import saved_by_office
from tests.templates import MAIN, packed
from tests.timing import LINEAR, SOON, cost, growth


def python_docx(*paragraphs: tuple[str, str | None]) -> bytes:
    """A document in python-docx's default template, of paragraphs with their styles."""
    document, made = docx.Document(), io.BytesIO()
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    document.add_table(3, 2).cell(0, 0).text = "名称"
    document.save(made)
    return made.getvalue()


SIMPLE = python_docx(
    *(("工作总结", "Title"), ("各科室：", None), (TEXT, None), ("一、党建", "Heading 1"), ("第一项", "List Number")),
    *(("街道办事处", None), ("2022年12月20日", None)),
)


def test_a_document_of_python_docx_has_findings_on_everything_that_it_leaves_open():
    expected = {
        *("paper_size", "margin_top", "margin_left", "type_area", "lines_per_page", "element_space", "auto_space"),
        *("element_face", "element_size", "element_color", "element_indent", "element_alignment", "quote_face"),
        *("page_number_missing", "addressee_gap", "signature_place", "signature_gap"),
    }
    assert expected <= set(rules(SIMPLE))


def test_its_fonts_are_those_of_its_theme():
    faces = {each.finding.found for each in found(SIMPLE) if each.finding.rule == "element_face"}
    assert faces == {"ＭＳ ゴシック", "ＭＳ 明朝"}


def test_a_document_saved_by_libreoffice_has_the_roles_and_few_findings(tmp_path):
    assert set(rules(saved_by_office(edited(), ".docx", tmp_path))) <= {"auto_space"}
    assert "paper_size" in rules(saved_by_office(SIMPLE, ".docx", tmp_path))


@pytest.mark.parametrize("what", some((*READ, *REFUSED), 3))
def test_a_hostile_document_has_findings_or_is_refused_in_time(what):
    data = READ[what]() if what in READ else REFUSED[what][1]()

    def checked() -> bool:
        try:
            return all(each.finding.message("zh") for each in found(data))
        except PackageError as error:
            return bool(error.message("zh"))

    done, units = cost(checked, 2 * SOON)  # it is read, and forty rules look at its page
    assert done
    assert units < 2 * SOON


@pytest.mark.parametrize("part", [MAIN, STYLES, SETTINGS, "word/footer1.xml", "word/numbering.xml"])
def test_no_attribute_of_a_document_is_a_traceback(part):
    values, parts = cycle(NO_NUMBERS), whole_document()
    odd = re.sub(r'( (?:w|r|wp):\w+=)"[^"]*"', lambda match: f'{match[1]}"{next(values)}"', parts[part].decode())
    assert all(each.finding.message("en") for each in found(packed({**parts, part: odd.encode()})))


@pytest.mark.parametrize("name", [STYLES, SETTINGS, "word/numbering.xml", "word/footer1.xml"])
def test_a_document_without_a_part_is_checked(name):
    parts = {key: content for key, content in whole_document().items() if key != name}
    assert all(each.finding.message("zh") for each in found(packed(parts)))


@pytest.mark.parametrize(
    "paragraph",
    [
        "<w:p><w:r><w:t>{text}</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>总结</w:t></w:r></w:p>',
        "<w:p/><w:p><w:r><w:t>附件1</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>附件：1.清单</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>2022年12月20日</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>',
        "<w:p/>",
    ],
)
def test_four_times_the_document_takes_about_four_times_as_long(paragraph):
    text = paragraph.replace("{text}", TEXT)
    assert growth(lambda size: found(minimal(text * size)), 150) < LINEAR
