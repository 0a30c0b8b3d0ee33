"""Every code block of the README and of the guides runs as it stands there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import docx
import pytest

from renmin_docs import WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.cli import main
from tests.pages import DOCS, PAGES, ROOT, blocks, runs


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An empty folder with the page's data file as report.yaml and a template of one's own."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(find("work_report"), "ours.docx")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_python_blocks_run_one_after_another_and_print_what_stands_behind_them(page, desk, capsys):
    Path("report.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")
    names: dict[str, object] = {}
    for code, printed in runs(page):
        capsys.readouterr()
        exec(compile(code, page, "exec"), names)
        assert not printed or capsys.readouterr().out == printed
    made = [path for path in desk.glob("*.docx") if path.name != "ours.docx"]
    assert made
    assert all(docx.Document(str(path)).paragraphs for path in made)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", PAGES)
def test_the_yaml_blocks_are_reports_without_findings(page):
    for code in blocks(page, "yaml"):
        Path("block.yaml").write_text(code, encoding="utf-8")
        assert WorkReport.load("block.yaml").check() == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", PAGES)
def test_the_commands_run(page, capsys):
    Path("report.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")
    commands = [line for code in blocks(page, "sh") for line in code.splitlines() if line.startswith("renmin-docs ")]
    assert commands
    for command in commands:
        words = shlex.split(command.partition(" > ")[0])[1:]
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0, command
        output = capsys.readouterr().out
        if words[0] == "schema":
            assert json.loads(output)["title"] == "WorkReport"


def test_the_readme_names_the_two_commands():
    (first, second), *_ = (block.splitlines() for block in blocks("README", "sh"))
    assert first == "pip install . && python examples/renmin_2022.py"
    assert second == 'pip install ".[test]" && pytest'


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *DOCS.rglob("*.md")]), ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_page_of_the_guides_is_read_by_these_tests():
    assert set(DOCS.glob("zh/*.md")) == set(PAGES["zh"])
    assert set(DOCS.glob("en/*.md")) == set(PAGES["en"])
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
    for page in (*PAGES["zh"], *PAGES["en"]):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 200, page
