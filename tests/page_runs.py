"""A page of the docs as its reader works through it: files are written, commands and Python run, outputs compared.

| block | what is done with it |
|---|---|
| `yaml` | written as the file of its title, else as report.yaml; a part of a report is completed; no findings |
| `text` with a title | written as that file; if it is a .docx, what that document reads as |
| `text` without one | what the block above prints |
| `jinja` with a title | the paragraphs of that template, with which report.yaml is printed |
| `sh`, `python` | run |

A line `…` stands for lines left out.
"""

from __future__ import annotations

import doctest
import io
import re
import shlex
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import docx
import openpyxl
import pytest
import yaml

import renmin_docs
from renmin_docs import WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.cli import main
from renmin_docs.vocabulary import MAPPINGS
from tests.pages import DOCS, Block, blocks
from tests.pictures import saved

_NOT_OURS = ("pip ", "python", ". ", "dask ", "pytest", "CI=", "ruff ", "PYTHONPATH=", "mkdocs ")
"""How commands begin that install something, or are for those who work on the package."""
_ELSEWHERE = {"--cluster": "tests/batch/test_cluster.py"}
SHARED = "reports.yaml"
"""The text that the rows of reports.xlsx share; it is none by itself."""
_LEAST = {"organization": "{name: 清河街道}", "year": "2024", "issue_date": "2024-12-25"}
_LEAST |= {"achievements": "{body: 办成实事。}", "plans": "{body: 继续努力。}"}
"""What a part of a report is completed with."""
_EDITS = (("860户", "870户"), ("办成实事", "办成民生实事"), ("1.36亿元", "1.46亿元"))
"""What the page on edits says a person has changed in Word."""


def prepare(folder: Path) -> None:
    """Lay into a folder what readers of the pages have: a report, documents, a template, a district's data."""
    report = next(block.code for block in blocks(DOCS / "zh" / "first-report.md") if block.language == "yaml")
    shared = next(block.code for block in blocks(DOCS / "batch.md") if block.title == SHARED)
    for name in ("report.yaml", "总结.yaml"):
        (folder / name).write_text(report, encoding="utf-8")
    (folder / SHARED).write_text(shared, encoding="utf-8")
    (folder / "data").mkdir()
    for name in ("清河街道", "石桥镇"):
        (folder / "data" / f"{name}.yaml").write_text(report.replace("清河街道", name), encoding="utf-8")
    (folder / "单位.profile.yaml").write_text("单位: {名称: 清河街道}\n", encoding="utf-8")
    WorkReport.load(folder / "report.yaml").save(folder / "总结.docx")
    for name in ("去年.docx", "last.docx", "去年总结.docx", "修改稿.docx"):
        shutil.copy(folder / "总结.docx", folder / name)
    shutil.copy(find("work_report"), folder / "ours.docx")
    (folder / "各科草稿").mkdir()
    draft = docx.Document()
    for paragraph in docx.Document(str(folder / "总结.docx")).paragraphs:
        draft.add_paragraph(paragraph.text)
    draft.save(str(folder / "草稿.docx"))
    shutil.copy(folder / "草稿.docx", folder / "各科草稿")
    (folder / "照片").mkdir()
    (folder / "照片" / "口袋公园.jpg").write_bytes(saved(kind="JPEG"))
    _workbook(folder / "指标.xlsx", "2024年", [["指标", "全年", "单位"], ["走访户数", 3268, "户"]])
    row = ["清河街道", "2022-12-20", 9.75, 8.81, "600余家", "建成“一刻钟”便民圈"]
    _workbook(
        folder / "reports.xlsx",
        "各街道",
        [["单位", "成文日期", "营业额（亿元）", "营业额（上年，亿元）", "网点", "亮点"], row],
    )


def _workbook(path: Path, sheet: str, rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)


def work_through(page: Path, *, has_libreoffice: bool) -> None:
    """Do in this folder what a page says, block by block.

    Raises:
        AssertionError: a command fails, a report has findings, or something else is printed than stands there.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    printed: str | None = None
    for block, behind in pairwise([*blocks(page), Block("", "", "", 0)]):
        where = f"{page.name}:{block.line}"
        is_shown = (behind.language, behind.title) == ("text", "")
        match block.language, block.title:
            case "sh", "":
                printed = _commands(block, is_shown, has_libreoffice)
            case "python", "":
                printed = _python(block, names, where)
            case "text", "":
                assert printed is not None, f"{where}: no run stands above this output"
                assert_shown(block.code, printed, where)
            case "text", title if title.endswith(".docx"):
                assert_shown(_bare(block.code), _bare(_text_of(title)), where)
            case "text" | "yaml", title:
                _write(block.language, title, block.code, where)
            case "jinja", title:
                _template(title, block.code)
            case _:
                raise AssertionError(f"{where}: nothing is done with a block of {block.language or 'no language'}")
        printed = printed if block.language in ("sh", "python") else None


def assert_shown(shown: str, printed: str, where: str) -> None:
    """Raise unless what a page shows is what was printed, but for the lines that `…` stands for."""
    left_out = [line.strip() == "…" for line in shown.splitlines()]
    lines = (
        "(?:.*\n)*?" if out else re.escape(line.rstrip()) + " *\n"
        for line, out in zip(shown.splitlines(), left_out, strict=True)
    )
    if not re.fullmatch("".join(lines), printed):
        raise AssertionError(f"{where} shows\n{shown}\nbut this is printed:\n{printed}")


def _commands(block: Block, is_shown: bool, has_libreoffice: bool) -> str | None:
    """What the commands print, on both streams; None where one of them can't run here."""
    printed, is_complete = io.StringIO(), True
    for line in block.code.splitlines():
        command, _, target = line.partition(" > ")
        words = shlex.split(command, comments=True)
        if words[:1] != ["renmin-docs"]:
            assert not words or line.startswith(_NOT_OURS), line
            is_complete = False
        elif any(word in line for word in _ELSEWHERE) or (words[1] == "preview" and not has_libreoffice):
            is_complete = False
        else:
            output = _run(words[1:], is_shown, io.StringIO() if target else printed)
            if target:
                Path(target).write_text(output, encoding="utf-8")
    return printed.getvalue() if is_complete else None


def _run(words: list[str], may_find: bool, printed: io.StringIO) -> str:
    """Run a command in this process, with one job where it asks for several."""
    words = ["1" if before == "--jobs" else word for before, word in pairwise(["", *words])]
    if "update" in words:
        _edit(Path("总结.docx"), Path("修改稿.docx"))
    with redirect_stdout(printed), redirect_stderr(printed), pytest.raises(SystemExit) as ended:
        main(words)
    assert may_find or ended.value.code == 0, f"{words}: {printed.getvalue()}"
    return printed.getvalue()


def _edit(document: Path, edited: Path) -> None:
    """Change words in Word, as a person does."""
    changed = docx.Document(str(document))
    for run in [run for paragraph in changed.paragraphs for run in paragraph.runs]:
        for old, new in _EDITS:
            run.text = run.text.replace(old, new) if old in run.text else run.text
    changed.save(str(edited))


def _python(block: Block, names: dict[str, object], where: str) -> str:
    """What the code prints; that of a session at Python's prompt is compared with what stands there."""
    if block.code.startswith(">>>"):
        session = doctest.DocTestParser().get_doctest(block.code, names, where, None, block.line)
        assert doctest.DocTestRunner().run(session, clear_globs=False).failed == 0, where
        names.update(session.globs)
        return ""
    with ExitStack() as stack:
        stack.enter_context(patch.object(renmin_docs, "WorkerPool", ThreadPoolExecutor))
        printed = stack.enter_context(redirect_stdout(io.StringIO()))
        exec(compile(block.code, block.title or "page", "exec"), names)
    return printed.getvalue()


def _write(language: str, title: str, code: str, where: str) -> None:
    """Write a file of the page; YAML is a report, a part of one or a profile, without errors and warnings."""
    if title:
        Path(title).write_text(code, encoding="utf-8")
    if language == "text" or title == SHARED:
        return
    text = f"profile: {title}\n" if title.endswith(".profile.yaml") else code
    given = {key for key in _LEAST if yaml.safe_load(text).keys() & {key, MAPPINGS["WorkReport"][key].zh}}
    path = Path((title or "report.yaml") if "year" in given else "part.yaml")
    if "year" not in given:
        text += "".join(f"{key}: {value}\n" for key, value in _LEAST.items() if key not in given)
    path.write_text(text, encoding="utf-8")
    findings = [finding.message("zh") for finding in WorkReport.load(path).check() if finding.severity != "notice"]
    assert findings == [], where


def _template(name: str, code: str) -> None:
    template = docx.Document()
    for line in code.splitlines():
        template.add_paragraph(line)
    template.save(name)
    WorkReport.load("report.yaml").to_bytes(template=name)


def _text_of(name: str) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(name).paragraphs)


def _bare(text: str) -> str:
    """The lines of a document, without blanks and indents."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
