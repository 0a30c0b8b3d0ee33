"""A file appears whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from renmin_docs import OutputError
from renmin_docs.writing import write_file
from tests.samples import report


def test_writing_replaces_a_file_and_leaves_nothing_else(tmp_path):
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_gets_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path):
    old_mask = os.umask(0o022)
    try:
        target = tmp_path / "a.docx"
        write_file(target, b"x")
        assert stat.S_IMODE(target.stat().st_mode) == 0o644
        target.chmod(0o600)
        write_file(target, b"y")
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    finally:
        os.umask(old_mask)


def test_a_folder_in_the_way_is_named(tmp_path):
    with pytest.raises(OutputError) as caught:
        report().save(tmp_path)
    assert caught.value.findings[0].rule == "output_directory"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError) as caught:
        report().save(tmp_path / "no" / "a.docx")
    assert caught.value.findings[0].rule == "output_folder_missing"


def test_a_failed_write_leaves_the_old_file_and_no_temporary_one(tmp_path, monkeypatch):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_file(target, b"new")
    assert caught.value.findings[0].rule == "output_failed"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
