"""Words of the command line as files: paths, patterns, folders."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from renmin_docs import DataFileError
from renmin_docs.batch.inputs import expanded
from tests.samples import report


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A working folder with files of many kinds."""
    monkeypatch.chdir(tmp_path)
    for name in (
        *("data/b.yaml", "data/a.yml", "data/c.JSON", "data/d.toml", "data/notes.txt", "data/r.xlsx", "data/~$r.xlsx"),
        *(
            "data/.hidden.yaml",
            "data/deep/e.yaml",
            "data/x[1].yaml",
            "data/manifest.json",
            "data/f.yaml.bak",
            "data/ours.profile.yaml",
        ),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "data" / "folder.yaml").mkdir()
    return tmp_path


def files(*words, output="out"):
    return [Path(file).as_posix() for file in expanded(words, Path(output))]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["data/b.yaml"], ["data/b.yaml"]),
        (["data/*.yaml"], ["data/b.yaml", "data/x[1].yaml"]),
        (["data/*.y*ml", "data/b.yaml"], ["data/a.yml", "data/b.yaml", "data/x[1].yaml"]),
        (["data/b.yaml", "./data/*.yaml"], ["data/b.yaml", "data/x[1].yaml"]),
        (["data/x[1].yaml"], ["data/x[1].yaml"]),
        (["data/**/*.yaml"], ["data/b.yaml", "data/deep/e.yaml", "data/x[1].yaml"]),
        (["data/deep"], ["data/deep/e.yaml"]),
        (["data/*.xlsx"], ["data/r.xlsx"]),
        (["data/notes.txt"], ["data/notes.txt"]),
        (["data/ours.profile.yaml"], ["data/ours.profile.yaml"]),
    ],
)
def test_words_name_files_each_once(words, found):
    assert files(*words) == found


@pytest.mark.usefixtures("workspace")
def test_a_folder_means_its_data_files_but_not_the_manifest_of_the_run():
    found = ["data/a.yml", "data/b.yaml", "data/c.JSON", "data/d.toml", "data/x[1].yaml"]
    assert files("data", output="data") == found
    assert files("data") == sorted([*found, "data/manifest.json"])


@pytest.mark.usefixtures("workspace")
def test_all_words_that_name_nothing_are_said_at_once():
    with pytest.raises(DataFileError) as caught:
        expanded(["no.yaml", "data/*.docx", "data/b.yaml", "data/folder.yaml"], Path("out"))
    assert [(finding.rule, finding.place or finding.found) for finding in caught.value.findings] == [
        ("file_missing", "no.yaml"),
        ("batch_nothing", "data/*.docx"),
        ("batch_nothing", "data/folder.yaml"),
    ]


def test_a_document_that_was_made_of_a_draft_beside_it_is_no_draft(tmp_path):
    draft, printed = tmp_path / "a.docx", tmp_path / "b.docx"
    docx.Document().save(draft)
    report().save(printed)
    assert expanded([str(tmp_path)], tmp_path) == expanded([str(draft), str(printed)], tmp_path) == [str(draft)]
    assert expanded([str(tmp_path)], tmp_path / "out") == [str(draft), str(printed)]
    assert expanded([str(printed)], tmp_path) == [str(printed)]
