"""Progress is shown on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
from contextlib import suppress

import pytest

from renmin_docs.cli.progress import bar, counted, waiting

TERMINAL = pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "file"])


def _screen(monkeypatch, terminal):
    """What stands for the errors' output from here on."""
    made = io.StringIO()
    made.isatty = lambda: terminal
    monkeypatch.setattr(sys, "stderr", made)
    return made


@TERMINAL
def test_several_files_are_counted_on_a_terminal(monkeypatch, terminal):
    screen = _screen(monkeypatch, terminal)
    assert list(counted(["a", "b", "c"])) == ["a", "b", "c"]
    assert ("3/3" in screen.getvalue()) == terminal


@TERMINAL
def test_a_single_file_has_no_bar(monkeypatch, terminal):
    screen = _screen(monkeypatch, terminal)
    assert list(counted(["a"])) == ["a"]
    assert screen.getvalue() == ""


@TERMINAL
def test_a_line_stands_while_libreoffice_prints_and_is_erased_also_after_an_error(monkeypatch, terminal):
    screen = _screen(monkeypatch, terminal)
    with suppress(ValueError), waiting("zh"):
        assert ("LibreOffice 正在排版" in screen.getvalue()) == terminal
        raise ValueError
    assert screen.getvalue().endswith("\r\x1b[K") == terminal


def test_nothing_is_shown_where_there_is_no_output_for_errors_at_all(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)  # pythonw on Windows
    assert bar(3) is None
    assert list(counted([1, 2])) == [1, 2]
