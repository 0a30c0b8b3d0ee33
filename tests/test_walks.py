"""The walks of the lessons: what a page tells a reader to type does what the page says, in as many commands."""

from __future__ import annotations

import shlex

import docx
import pytest

from renmin_docs.cli import main
from tests.pages import DOCS, blocks


def _run(line: str) -> None:
    words = shlex.split(line)
    assert words[0] == "renmin-docs"
    with pytest.raises(SystemExit) as ended:
        main([*words[1:], "--lang", "zh"])
    assert ended.value.code == 0, line


def test_a_first_report_of_one_s_own_takes_three_commands():
    """The page itself is worked through in tests/test_pages.py."""
    lesson = [block.code.splitlines() for block in blocks(DOCS / "zh" / "first-report.md") if block.language == "sh"]
    (commands,) = [lines for lines in lesson if " new " in lines[0]]
    assert [line.split()[1] for line in commands] == ["new", "render", "preview"]


def test_another_sub_district_takes_three_commands_at_most(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _run("renmin-docs new 清河街道 --year 2024")
    _run("renmin-docs new 青山镇 --year 2024")
    _run("renmin-docs render 青山镇2024年工作总结.yaml")
    texts = [paragraph.text for paragraph in docx.Document("青山镇2024年工作总结.docx").paragraphs]
    assert "青山镇人民政府" in texts
    assert not any("清河" in text for text in texts)


def test_a_changed_template_takes_three_commands_at_most(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _run("renmin-docs new 清河街道 --year 2024")
    _run("renmin-docs template export work_report 我们的.docx")
    template = docx.Document("我们的.docx")
    template.sections[0].header.paragraphs[0].text = "内部资料"
    template.save("我们的.docx")
    _run("renmin-docs template check 我们的.docx")
    _run("renmin-docs render 清河街道2024年工作总结.yaml --template 我们的.docx")
    made = docx.Document("清河街道2024年工作总结.docx")
    assert "内部资料" in [paragraph.text for paragraph in made.sections[0].header.paragraphs]
