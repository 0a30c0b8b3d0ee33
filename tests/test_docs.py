"""The pages of the docs say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renmin_docs.batch.names import DEFAULT_NAMES, fields
from renmin_docs.cli.batch import batch_command
from renmin_docs.cli.check import check_command
from renmin_docs.intake.prose.cleaning import CLEANING
from renmin_docs.intake.workbooks import row_headings
from renmin_docs.intake.workbooks.report_rows import TOTALS
from renmin_docs.messages import all_tables
from renmin_docs.messages.terms import TERMS
from renmin_docs.render.filling import engine
from renmin_docs.render.preparing.opening import MAX_TAGS
from renmin_docs.vocabulary import MAPPINGS
from tests.pages import guide_page, text_of

DOCS = Path(__file__).parent.parent / "docs"
_SLOT = re.compile(r"\{(?:found|expected)\}")
_DIFFERS = ("……", "…", "“[^”]*”", "`[^`]*`", r"\{[{%].*?[}%]\}", "｛｛.*?｝｝", "[；：，。]", "[ -~]+")
"""What of a message is the case's own."""


def test_the_page_of_batches_names_every_field_and_heading():
    page = (DOCS / "batch.md").read_text(encoding="utf-8")
    assert all(f"`{{{field}}}`" in page for field in fields())
    assert all(heading in page for heading in (*row_headings.KEYS, *TOTALS))
    assert DEFAULT_NAMES in page


def test_the_commands_on_the_page_of_batches_are_understood():
    page = (DOCS / "batch.md").read_text(encoding="utf-8")
    named = set(re.findall("--[a-z]+", page))
    assert "--resume" in named
    assert named <= _options()


def _options() -> set[str]:
    command = batch_command("en")
    return {option for parameter in command.params for option in parameter.opts}


def test_no_page_is_longer_than_a_reader_needs_at_once_but_what_is_made_from_the_package():
    pages = {path: path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    written = {path: text for path, text in pages.items() if "tests.write_docs" not in text[:2000]}
    assert len(written) > 30
    assert [path.name for path, text in written.items() if text.count("\n") > 200] == []


def test_the_page_of_reading_names_every_step_of_cleaning():
    page = (DOCS / "import.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)[-len(CLEANING) :] == list(CLEANING)


def test_the_guide_names_the_english_key_beside_the_chinese_one():
    rows = re.findall(r"^\| (`[^|]+`) \| (`[^|]+`) \| (?:必写|可省)", guide_page("data-file"), re.MULTILINE)
    pairs = [pair for row in rows for pair in zip(*(re.findall("`(.+?)`", cell) for cell in row), strict=True)]
    assert len(pairs) > 15
    assert pairs == [(MAPPINGS["WorkReport"][key].zh, key) for _, key in pairs]


def test_the_guide_names_the_bounds_of_a_template_as_they_are():
    guide = text_of("zh")
    bounds = f"一个标签最多 {engine._LONGEST_TAG} 个字符、{engine._MOST_TOKENS} 个词和符号"
    assert bounds in guide
    assert f"一个模板最多 {MAX_TAGS} 个标签" in guide


def test_the_guide_names_every_option_of_check():
    chapter = guide_page("check").split("## 写成批注")[0]
    options = {option for parameter in check_command("zh").params for option in parameter.opts if option[:2] == "--"}
    assert set(re.findall("--[a-z][a-z-]*", chapter)) == options - {"--force"}


@pytest.mark.parametrize(("page", "column"), [("faq", 1), ("template", 0)])
def test_the_guide_quotes_messages_as_they_are(page, column):
    rows = [row for table in all_tables() for row in table.values()]
    said = (
        _SLOT.sub("\0", "\n".join(f"{row.zh}；{row.zh_remedy}" for row in rows)).replace("{{", "{").replace("}}", "}")
    )
    tables = re.findall(r"^\|[^\n]*提示[^\n]*\|\n\|[-|]+\|\n((?:\|.*\n)+)", guide_page(page), re.MULTILINE)
    quoted = [re.split(r" \| ", row.strip("| "))[column] for table in tables for row in table.splitlines()]
    assert len(quoted) > 12
    differs = "|".join([*_DIFFERS, *sorted((re.escape(zh) for _, zh in TERMS.values()), key=len, reverse=True)])
    pieces = [piece for quote in quoted for piece in re.split(differs, quote) if len(piece) > 4]
    assert [piece for piece in pieces if piece not in said] == []
