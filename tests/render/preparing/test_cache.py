"""Prepared templates in the cache folder: the same documents, without docxtpl, and never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from renmin_docs import Template, TemplateError
from renmin_docs.builtin_templates import find
from renmin_docs.render.preparing import private_folder
from renmin_docs.render.preparing.cache import _from_data, _to_data
from tests.samples import numbered_report
from tests.templates import LOOP, with_body

SAMPLE = numbered_report(3)
SMALL = with_body("{{ title }}", *LOOP, "{{ issuer }}{{ issue_date }}")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(folder))
    return folder


def documents() -> list[bytes]:
    template = Template.open("work_report")
    return [template.render(SAMPLE, numbering=numbering) for numbering in ("typed", "native")]


def document() -> bytes:
    """What a template prints that is compiled in a tenth of the time."""
    return Template.from_bytes(SMALL).render(SAMPLE)


def test_a_kept_template_makes_the_same_documents(cache, monkeypatch):
    fresh = documents()
    assert len(list(cache.glob("*.template"))) == 1
    monkeypatch.setattr(
        "renmin_docs.render.preparing.compiler.prepare_template", lambda *_: pytest.fail("prepared again")
    )
    assert documents() == fresh


def test_what_is_kept_is_all_of_it():
    prepared = Template.open("work_report")._prepared
    assert _from_data(_to_data(prepared)) == prepared


@pytest.mark.usefixtures("cache")
def test_a_template_without_a_list_is_kept_with_its_reason(tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(SMALL)
    for _ in range(2):
        with pytest.raises(TemplateError) as caught:
            Template.open(path).render(SAMPLE, numbering="native")
        assert caught.value.findings[0].rule == "list_missing"


def test_a_second_run_imports_neither_docxtpl_nor_lxml_nor_jinja(cache):
    code = (
        "import sys; from renmin_docs.cli import main\n"
        "try: main(['render', 'examples/renmin_2022.yaml', '-o', sys.argv[1]])\n"
        "except SystemExit: print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & set(sys.modules)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(cache.parent / "out.docx")], capture_output=True, text=True, check=True
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]
    assert runs == ["['docx', 'docxtpl', 'jinja2', 'lxml']", "[]"]
    assert cache.exists()


def test_code_that_is_not_whole_is_not_run(cache):
    fresh = document()
    (file,) = cache.glob("*.template")
    seal, _, body = file.read_bytes().partition(b"\n")
    prepared = _from_data(body)
    codes = {name: code[:400] + code[404:] for name, code in prepared.codes.items()}
    broken = seal + b"\n" + _to_data(prepared._replace(codes=codes))
    file.write_bytes(broken)
    assert document() == fresh
    assert file.read_bytes() != broken


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o770])
def test_a_folder_that_others_may_write_to_is_not_used(cache, mode):
    cache.mkdir()
    cache.chmod(mode)
    assert document()
    assert list(cache.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"core": 1}'])
def test_a_damaged_cache_is_as_good_as_none(cache, content):
    fresh = document()
    (file,) = cache.glob("*.template")
    file.write_bytes(content)
    assert document() == fresh
    assert len(file.read_bytes()) > 1000


def test_one_changed_byte_is_damage(cache):
    fresh = document()
    (file,) = cache.glob("*.template")
    good = file.read_bytes()
    changed = good.replace(b"{{ title }}", b"{{ issuer}}")
    assert changed != good
    file.write_bytes(changed)
    assert document() == fresh
    assert file.read_bytes() == good


def test_what_was_kept_of_another_template_is_not_believed(cache, tmp_path):
    fresh = document()
    (file,) = cache.glob("*.template")
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ title }}", *LOOP))
    Template.open(path)
    (other,) = set(cache.glob("*.template")) - {file}
    shutil.copy(other, file)
    assert document() == fresh


def test_a_cache_that_can_t_be_written_is_as_good_as_none(cache):
    cache.write_text("a file in the way")
    assert document()


def test_nothing_is_kept_where_none_is_wanted(monkeypatch, tmp_path):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert document()
    assert list(tmp_path.iterdir()) == []


def test_the_system_s_folder_is_the_default(monkeypatch, tmp_path):
    monkeypatch.delenv("RENMIN_DOCS_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert document()
        assert len(list((tmp_path / "renmin-docs").glob("*.template"))) == 1


def test_a_refused_template_is_not_kept(cache, tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ titel }}"))
    with pytest.raises(TemplateError):
        Template.open(path)
    assert not cache.exists()


def test_old_ones_go_first(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(private_folder, "_MOST", 2)
    for number in range(4):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(with_body("{{ title }}", f"第{number}", *LOOP))
        Template.open(path)
        newest = max(cache.glob("*.template"), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, ns=(number, number))
    assert len(list(cache.glob("*.template"))) == 2


def test_another_template_under_the_same_name_is_another_entry(cache, tmp_path):
    path = tmp_path / "ours.docx"
    shutil.copy(find("work_report"), path)
    Template.open(path)
    path.write_bytes(with_body("{{ title }}", *LOOP))
    Template.open(path)
    assert len(list(cache.glob("*.template"))) == 2
