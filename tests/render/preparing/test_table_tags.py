"""What stands beside a row's or a cell's tag is named before it is lost."""

from __future__ import annotations

import pytest

from renmin_docs import Template, TemplateError
from tests.proof.test_naive import cell, row, table
from tests.templates import LOOP, with_body

FOR, END = "{%tr for block in blocks %}", "{%tr endfor %}"
INNER = table(row(FOR, ""), row("{{ block.text }}", ""), row(END, ""))


def findings(tmp_path, *rows: str) -> list[tuple[str, str, str]]:
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ title }}", table(*rows), *LOOP))
    try:
        Template.open(path)
    except TemplateError as error:
        return [(finding.rule, finding.found, finding.expected) for finding in error.findings]
    return []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((row(FOR, "重要"), row("文", ""), row(END, "")), ("text_beside_row_tag", "重要", FOR)),
        ((row(FOR + "重要", ""), row("文", ""), row(END, "")), ("text_beside_row_tag", "重要", FOR)),
        ((row(FOR, "文"), row(END + END, "")), ("text_beside_row_tag", "文", FOR)),
        (
            (row("甲", "重要{%tc if year %}", "乙", "{%tc endif %}"),),
            ("text_beside_cell_tag", "重要", "{%tc if year %}"),
        ),
    ],
)
def test_text_beside_the_tag_is_refused(tmp_path, rows, found):
    assert found in findings(tmp_path, *rows)


def test_a_tag_that_is_alone_and_text_in_other_cells_are_fine(tmp_path):
    assert findings(tmp_path, row(FOR, " "), row("甲", "{{ block.text }}"), row(END, "")) == []
    assert findings(tmp_path, row("甲", "{%tc if year %}", "乙", "{%tc endif %}")) == []


def test_the_tags_of_a_table_in_a_cell_are_its_own(tmp_path):
    nested = cell("外").replace("</w:tc>", f"{INNER}<w:p/></w:tc>")
    assert findings(tmp_path, f"<w:tr>{cell('甲')}{nested}</w:tr>") == []
