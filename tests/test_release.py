"""The check of a release finds what is missing, what does not belong, and what has grown."""

from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from renmin_docs.version import __version__
from tests import check_release
from tests.check_release import ROOT, WITH_SOURCES, archive_faults, version_faults


@pytest.fixture
def archives(tmp_path):
    """A wheel and sources with all names that they should hold."""
    modules = [path.relative_to(ROOT).as_posix() for path in (ROOT / "renmin_docs").rglob("*.py")]
    templates = [f"renmin_docs/templates/{path.name}" for path in (ROOT / "templates").glob("*.docx")]
    wheel, sources = tmp_path / "a.whl", tmp_path / "a.tar.gz"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in (*modules, *templates, f"renmin_docs-{__version__}.dist-info/METADATA"):
            archive.writestr(name, "")
    with tarfile.open(sources, "w:gz") as archive:
        for name in WITH_SOURCES:
            archive.addfile(tarfile.TarInfo(f"renmin_docs-{__version__}/{name}"), io.BytesIO())
    return wheel, sources


def test_the_version_heads_the_changelog_with_its_day(monkeypatch):
    assert version_faults(tagged=False) == []
    monkeypatch.setattr(check_release, "__version__", "9.9.9")
    assert len(version_faults(tagged=True)) == 2


def test_whole_archives_have_no_faults(archives):
    assert archive_faults(*archives, None) == []


def test_what_is_missing_does_not_belong_or_has_grown_is_named(archives, tmp_path):
    wheel, sources = archives
    (tmp_path / "old.whl").write_bytes(b"")
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tests/a.py", "")
    faults = archive_faults(wheel, sources, tmp_path / "old.whl")
    assert "the wheel lacks renmin_docs/version.py" in faults
    assert "the wheel lacks renmin_docs/templates/work_report.docx" in faults
    assert "the wheel holds tests/a.py" in faults
    assert faults[-1] == f"the wheel has {wheel.stat().st_size} bytes, old.whl had 0"
