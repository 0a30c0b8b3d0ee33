"""A key that is printed in paragraphs of its own costs four files, wherever on the page they stand.

They are done: in a copy of the package a key is added for each place. The copy builds its templates, prints a
report that has them, and reads it back.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import get_args

from renmin_docs.vocabulary import LINES
from renmin_docs.vocabulary.key import Place
from tests.test_architecture import ROOT, named_for

NAMED = named_for("a key that is printed in a paragraph of its own")

ROWS, OFFICIAL = "renmin_docs/vocabulary/report.py", "renmin_docs/vocabulary/official.py"
DESCRIPTIONS, ELEMENTS = "renmin_docs/vocabulary/descriptions.py", "renmin_docs/standard/elements.py"
ADDED: dict[str, dict[str, tuple[str, str]]] = {
    "header": {
        "renmin_docs/report/header.py": ("    signatories: Names", '    distribution: PlainLine = ""'),
        OFFICIAL: ('        "signatories"', '        "distribution": Key("发送范围", line=Line("header", "readers")),'),
        DESCRIPTIONS: ('    "signatories"', '    "distribution": "发送范围。",'),
        ELEMENTS: ('    _flush("mark_space"', '    _flush("distribution", "发送范围", "Distribution", "7.2"),'),
    },
    "below_title": {
        "renmin_docs/report/models.py": ("    header: Header", '    epigraph: Text = ""'),
        ROWS: ('    "header"', '    "epigraph": Key("题记", "text", line=Line("below_title", "the epigraph")),'),
        DESCRIPTIONS: ('    "header"', '    "epigraph": "题记。",'),
        ELEMENTS: ('    _flush("addressee"', '    _flush("epigraph", "题记", "Epigraph", ""),'),
    },
    "above_chapters": {
        "renmin_docs/report/models.py": ("    figures: Figures", "    preface: Paragraphs = NOTHING"),
        ROWS: ('    "figures"', '    "preface": Key("按语", "paragraphs", line=Line("above_chapters", "a preface")),'),
        DESCRIPTIONS: ('    "WorkReport.figures"', '    "preface": "按语。",'),
        ELEMENTS: ('    Element("heading_1"', '    Element("preface", "按语", "Preface", "Preface"),'),
    },
    "below_chapters": {
        "renmin_docs/report/models.py": ("    issue_date: OptionalDay", "    farewell: Paragraphs = NOTHING"),
        ROWS: (
            '    "issue_date"',
            '    "farewell": Key("尾语", "paragraphs", line=Line("below_chapters", "…")),',
        ),
        DESCRIPTIONS: ('    "issue_date"', '    "farewell": "尾语。",'),
        ELEMENTS: ('    _flush("table_caption"', '    Element("farewell", "尾语", "Farewell", "Farewell"),'),
    },
    "behind_signature": {
        "renmin_docs/report/models.py": ("    attachments: Attachments", '    contact: Text = ""'),
        ROWS: (
            '    "attachments"',
            '    "contact": Key("联系人", "text", line=Line("behind_signature", "…", opening="〔", closing="〕")),',
        ),
        DESCRIPTIONS: ('    "attachments"', '    "contact": "联系人。",'),
        ELEMENTS: ('    _flush(\n        "attachment_label"', '    _flush("contact", "联系人", "Contact", ""),'),
    },
    "imprint": {
        "renmin_docs/report/closing.py": ("    printed_by: Name", "    reported_to: Names = NOTHING"),
        OFFICIAL: (
            '        "printed_by"',
            '        "reported_to": Key("抄报", "names", line=Line("imprint", "…", label="抄报：", closing="。")),',
        ),
        DESCRIPTIONS: ('    "printed_by"', '    "reported_to": "抄报机关。",'),
        ELEMENTS: (
            '    _flush("printed_by"',
            '    _flush("reported_to", "抄报", "Reported To", "7.4", size=IMPRINT_SIZE, pitch=IMPRINT_PITCH),',
        ),
    },
}
"""Place → file → what the line behind the new one begins with, and the new line."""
CHILD = """
import sys
sys.path.insert(0, "templates")
import build
from pathlib import Path
from renmin_docs import Chapter, Header, Imprint, Organization, WorkReport, read_report
from renmin_docs.check.sample import PICTURE, samples
build.build()
report = WorkReport(
    organization=Organization(name="青山街道"), year=2022, figures={"数": "8家"}, achievements=Chapter(body="已完成。"),
    header=Header(number="青办发〔2022〕8号", distribution="{数}"), epigraph="有{数}", contact="甲{数}", note="附注",
    introduction="导语", preface=["按{数}", "又按"], conclusion="结束", farewell="尾{数}",
    issue_date="2022-12-20", imprint=Imprint(copied_to="县委", reported_to=["市委", "市政府"]),
)
report.save("new.docx")
Path("picture.png").write_bytes(PICTURE)
for sample in samples(Path()):
    sample.report.to_bytes()
read = read_report("new.docx").report
print(read.header.distribution, read.epigraph, read.contact, read.note)
print(*read.introduction, *read.preface, *read.conclusion, *read.farewell)
print(*read.imprint.reported_to, *read.imprint.copied_to)
"""


def in_a_copy(folder, left_out=()):
    """What a copy of the package with the new keys says, but for those of some files."""
    for part in ("renmin_docs", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for files in ADDED.values():
        for file, (behind, new) in files.items():
            if file not in left_out:
                path = folder / file
                before, found, after = path.read_text(encoding="utf-8").partition(f"\n{behind}")
                assert found, (file, behind)
                path.write_text(f"{before}\n{new}{found}{after}", encoding="utf-8")
    child = [sys.executable, "-X", "utf8", "-c", CHILD]
    return subprocess.run(child, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_a_key_is_added_by_four_files_at_each_place(tmp_path):
    assert set(ADDED) == set(LINES) == {*get_args(Place)} - {""}
    assert all(len(files) == 4 for files in ADDED.values())
    assert {file for files in ADDED.values() for file in files} == NAMED
    made = in_a_copy(tmp_path)
    said = ["{数}", "有8家", "甲8家", "附注", "导语", "按8家", "又按", "结束", "尾8家", "市委", "市政府", "县委"]
    assert made.stdout.split() == said, made.stderr
