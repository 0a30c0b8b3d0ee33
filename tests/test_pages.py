"""What stands on the pages holds: files are as they should be, commands and code run, outputs are what is printed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.page_runs import assert_shown, prepare, work_through
from tests.pages import DOCS, PAGES, ROOT, blocks, written_pages
from tests.printing import require

_WITH_BLOCKS = [page for page in written_pages() if any(blocks(page))]


@pytest.fixture(scope="module")
def stocked(tmp_path_factory):
    """A folder with what readers have."""
    folder = tmp_path_factory.mktemp("workspace")
    prepare(folder)
    return folder


@pytest.fixture
def workspace(stocked, tmp_path, monkeypatch):
    """A copy of it, in which a page is worked through."""
    monkeypatch.chdir(shutil.copytree(stocked, tmp_path / "workspace"))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("page", _WITH_BLOCKS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_its_files_commands_and_code_give(page, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8" if page.parent.name == "zh" else "en_US.UTF-8")
    has_libreoffice = page.name == "first-report.md" and bool(require("soffice"))  # the one page that shows its output
    work_through(page, has_libreoffice=has_libreoffice)


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    "text",
    [
        "```text\n已生成：report.docx\n```\n",
        "```yaml\nnote: 甲\n```\n\n```text\n已生成：report.docx\n```\n",
        "```sh\nrenmin-docs render report.yaml\n```\n\n```text\n已生成：另一份.docx\n```\n",
        "```sh\nrenmin-docs render none.yaml\n```\n",
        "```sh\npip install .\n```\n\n```text\nok\n```\n",
        "```sh\nrm report.yaml\n```\n",
        "```console\n$ renmin-docs render report.yaml\n```\n",
        "```\nrenmin-docs render report.yaml\n```\n",
        '```text title="总结.docx"\n另一份\n```\n',
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```python\n>>> 1\n2\n```\n",
        '```yaml\nfigures: {"税收": 1亿元}\n```\n',
    ],
)
def test_a_page_that_shows_something_else_is_found(text, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    Path("page.md").write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError):
        work_through(Path("page.md"), has_libreoffice=False)


def test_dots_on_a_line_stand_for_lines_left_out():
    assert_shown("甲\n…\n丁\n", "甲\n乙\n丙\n丁\n", "")
    assert_shown("甲\n…\n", "甲\n", "")
    with pytest.raises(AssertionError):
        assert_shown("甲\n…\n丁\n", "甲\n丁\n戊\n", "")


@pytest.mark.parametrize("page", written_pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_block_of_a_page_is_passed_over(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    assert sum(line.lstrip().startswith(("```", "~~~")) for line in lines) == 2 * len(list(blocks(page)))
    inside = {number for block in blocks(page) for number in range(block.line, block.line + block.code.count("\n") + 2)}
    outside = [line for number, line in enumerate(lines, 1) if number not in inside]
    assert [
        line for above, line in zip(["", *outside], outside, strict=False) if line[:4] == "    " and not above
    ] == []
    loose = [line for line in lines if re.match(r" {1,3}(```|\||!\[)", line)]
    assert loose == [], "the site takes them out of their list"


def test_the_readme_names_the_two_commands():
    (first, second), *_ = (block.code.splitlines() for block in blocks(ROOT / "README.md") if block.language == "sh")
    assert first == "pip install . && python examples/renmin_2022.py"
    assert second == 'pip install ".[test]" && pytest'


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *DOCS.rglob("*.md")]), ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page):
    for target in re.findall(r'(?:\]\(|(?:src|href)=")(?!https?:)([^)#"]+)', page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_page_of_the_guides_is_read_by_these_tests():
    assert set(DOCS.glob("zh/*.md")) == set(PAGES["zh"])
    assert set(DOCS.glob("en/*.md")) == set(PAGES["en"])
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
    for page in (*PAGES["zh"], *PAGES["en"]):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 200, page
