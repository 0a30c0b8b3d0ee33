"""LibreOffice is cut off from the network and from other files, by more than one means, and has limits."""

from __future__ import annotations

import io
import ntpath
import os
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from urllib.request import url2pathname

import pytest

from renmin_docs import libreoffice
from renmin_docs.errors import OfficeError
from renmin_docs.libreoffice import converted
from tests import standing_office
from tests.effort import some
from tests.listening import listening
from tests.odt import odt, picture
from tests.pictures import quarters, saved
from tests.printing import require

pytestmark = pytest.mark.printed


def test_a_start_does_not_try_whether_it_can_draw():
    profile = Path(url2pathname(standing_office.start_once(require("soffice")).partition("file://")[2]))
    assert (profile / "user" / "registrymodifications.xcu").exists()
    assert not (profile / "user" / "GraphicsRenderTests.log").exists()


@pytest.fixture(params=some(["all", "no namespace", "the proxy alone"]))
def means(request, monkeypatch):
    """Which of the means there are; the last is what a user has on a system without namespaces, if a setting fails."""
    require("soffice")
    if request.param != "all":
        monkeypatch.setattr(libreoffice, "_isolating", lambda: ())
    if request.param == "the proxy alone":
        inet = [row for row in libreoffice._SETTINGS if "Inet" in row[0]]
        monkeypatch.setattr(libreoffice, "_SETTINGS", inet)


@pytest.mark.usefixtures("means")
def test_a_linked_picture_is_not_fetched():
    with listening() as server:
        assert converted(odt(picture(server.address)), ".odt", ".docx")
        assert server.connections == 0


@pytest.fixture(scope="module")
def old_document():
    """A document of the old format with a linked picture, and the server that has it."""
    require("soffice")
    with listening() as server:
        old = converted(odt(picture(server.address)), ".odt", ".doc")
        assert server.address.encode("utf-16-le") in old, "the link is kept"
        yield old, server


@pytest.mark.usefixtures("means")
def test_a_linked_picture_in_an_old_document_is_not_fetched(old_document):
    old, server = old_document
    assert converted(old, ".doc", ".docx")
    assert server.connections == 0


def test_the_server_would_see_a_connection(monkeypatch):
    require("soffice")
    monkeypatch.setattr(libreoffice, "_isolating", lambda: ())
    monkeypatch.setattr(libreoffice, "_SETTINGS", ())
    with listening() as server:
        converted(odt(picture(server.address)), ".odt", ".docx")
        assert server.connections


def test_a_linked_picture_of_this_machine_is_not_read(tmp_path):
    require("soffice")
    (tmp_path / "a.png").write_bytes(saved(quarters(212, 300)))
    linked = picture((tmp_path / "a.png").as_uri())
    with zipfile.ZipFile(io.BytesIO(converted(odt(linked), ".odt", ".docx"))) as archive:
        assert not [name for name in archive.namelist() if name.startswith("word/media/")]


def test_a_web_page_under_another_ending_fetches_nothing(monkeypatch):
    require("soffice")
    monkeypatch.setattr(libreoffice, "_isolating", lambda: ())
    with listening() as server:
        page = f'<html><link rel="stylesheet" href="{server.address}"><img src="{server.address}"></html>'
        for ending in some((".doc", ".rtf")):
            with suppress(OfficeError):
                converted(page.encode(), ending, ".docx")
        assert server.connections == 0


@pytest.mark.parametrize("limit", ["MEMORY", "LARGEST"])
def test_what_it_needs_beyond_a_limit_it_does_not_get(limit, monkeypatch):
    require("soffice")
    monkeypatch.setattr(libreoffice, limit, {"MEMORY": 100 * 2**20, "LARGEST": 512}[limit])
    with pytest.raises(OfficeError) as refused:
        converted(odt(), ".odt", ".docx")
    assert [finding.rule for finding in refused.value.findings] == ["office_failed"]


def test_no_program_of_the_working_folder_is_taken_for_it(tmp_path, monkeypatch):
    program = tmp_path / ("soffice.bat" if os.name == "nt" else "soffice")
    program.touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.curdir)  # where Windows looks first in any case
    monkeypatch.setattr(libreoffice, "_WHERE_INSTALLED", (program.name,))
    assert libreoffice._program() is None
    monkeypatch.setenv("PATH", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(libreoffice, "_WHERE_INSTALLED", (str(program),))
    assert libreoffice._program() == str(program)


def test_on_windows_its_helpers_are_none_of_the_working_folder(monkeypatch):
    started = []
    process = subprocess.Popen([sys.executable, "-c", ""])
    monkeypatch.setattr(libreoffice.sys, "platform", "win32")
    monkeypatch.setattr(libreoffice.subprocess, "run", lambda command, **_: started.append(command[0]))
    libreoffice._isolating.__wrapped__()
    libreoffice._end(process)
    assert [ntpath.basename(program) for program in started if ntpath.isabs(program)] == ["taskkill.exe"]
    assert len(started) == 1


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_it_gets_little_of_the_environment_and_leaves_nothing(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\nenv > "{tmp_path}/env"\nulimit -a > "{tmp_path}/limits"\necho x > "$TMPDIR/left"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("OFFICE_PASSWORD", "x")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))  # the common one is other tests', too
    with pytest.raises(OfficeError):
        converted(b"", ".doc", ".docx")
    given = (tmp_path / "env").read_text(encoding="utf-8")
    assert "PATH=" in given
    assert "OFFICE_PASSWORD" not in given
    assert str(libreoffice.MEMORY // 1024) in (tmp_path / "limits").read_text(encoding="utf-8")
    assert f"TMPDIR={temporary}{os.sep}renmin-docs-" in given
    assert list(temporary.iterdir()) == []
