"""The page of a template's variables says what the compiler knows."""

from __future__ import annotations

import re

import pytest

from renmin_docs import Template
from renmin_docs.render.filling.language import FILTERS, LOOP
from renmin_docs.render.values.context import OFFICIAL_KINDS, TEXT_KINDS, VARIABLES
from renmin_docs.render.variables import variables_page
from tests.templates import with_body

CHINESE, ENGLISH = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{2,}")


def leaves(shape, path=""):
    """Every description in the table, behind its path; `[]` for an item of a list."""
    if isinstance(shape, str):
        yield path, shape
    elif isinstance(shape, list):
        yield from leaves(shape[0], path + "[]")
    else:
        for name, inner in shape.items():
            yield from leaves(inner, f"{path}.{name}" if path else name)


@pytest.mark.parametrize(("path", "description"), [*leaves(VARIABLES)])
def test_every_variable_is_on_the_page(path, description):
    name = "row" if path.endswith("rows[]") else path.rpartition(".")[2]
    term, _, english = description.partition(": ")
    line = rf"\| `\{{\{{[pr]? (?:\w+\.)*{name} \}}\}}`(?: `[^`]*`)? \| {re.escape(term)} \| {re.escape(english)} \|"
    assert re.search(line, variables_page())


@pytest.mark.parametrize(
    "description",
    [text for _, text in (*leaves(VARIABLES), *leaves(LOOP))] + [*TEXT_KINDS.values(), *OFFICIAL_KINDS.values()],
)
def test_every_description_has_a_chinese_term_and_an_english_sentence(description):
    term, _, english = description.partition(": ")
    assert CHINESE.search(term)
    assert ENGLISH.search(english)


def test_kinds_loops_and_filters_are_on_the_page():
    page = variables_page()
    assert all(f'block.kind == "{kind}"' in page for kind in (*TEXT_KINDS, *OFFICIAL_KINDS))
    assert all(f"loop.{name}" in page for name in LOOP)
    assert all(rf"\|{name}" in page for name in FILTERS)


@pytest.mark.parametrize("spelling", [0, -1])
def test_the_tags_of_the_page_compile(tmp_path, spelling):
    table = variables_page().partition("## 段落")[0]
    rows = [
        [*filter(None, tags)][spelling]
        for tags in re.findall(r"^\| `(\{[^`]*)`(?: `([^`]*)`)? \|", table, re.MULTILINE)
    ]
    body, opened = [], []
    for tag in rows:
        if tag.startswith("{%"):
            indent = 2 if re.search(r"block\.(points|要点)", tag) else 1
            while len(opened) >= indent:
                body.append(opened.pop())
            opened.append("{%p endfor %}")
            body.append(tag.replace("{%r", "{%p"))
        else:
            body.append(tag)
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body(*body, *reversed(opened)))
    assert len(rows) > 35
    assert Template.open(path)
