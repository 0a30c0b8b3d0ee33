"""What the tests of the command line share: an empty working folder, and the command line as a user types it."""

from __future__ import annotations

import os

import pytest

from renmin_docs import cli
from tests.cli.texts import GOOD


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """An empty working folder, under a Chinese locale."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return tmp_path


@pytest.fixture
def place(workspace):
    """The working folder, with a good report in it."""
    (workspace / "report.yaml").write_text(GOOD, encoding="utf-8")
    return workspace


@pytest.fixture
def run(workspace, capsys):
    """Runs the command line: exit code, standard output, standard error."""
    del workspace

    def run(*words):
        with pytest.raises(SystemExit) as ended:
            cli.main([*map(str, words)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code, _with_slashes(captured.out), _with_slashes(captured.err)

    return run


def _with_slashes(text):
    """Output with paths as the tests write them; JSON has other backslashes, too."""
    return text if os.sep == "/" or text.startswith(("{", "[")) else text.replace(os.sep, "/")
