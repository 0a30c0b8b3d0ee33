"""Help pages: examples that are understood, whole sentences, and columns that line up; and completion in shells."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import click
import pytest

from renmin_docs.cli.commands import command_line
from renmin_docs.cli.help_pages import cells
from tests.waiting import HANG


def _commands(group, ctx, path=()):
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, ctx, (*path, name))


def _all(language):
    group = command_line(language)
    return dict(_commands(group, click.Context(group)))


def examples(command):
    """The examples at the end of a command's help page."""
    return [line.strip() for line in (command.epilog or "").splitlines() if line.startswith("  ")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_two_examples_which_it_understands(language):
    group = command_line(language)
    for path, command in _all(language).items():
        lines = examples(command)
        assert len(lines) == len(set(lines)) == 2
        for line in lines:
            program, *words = shlex.split(line.partition(" > ")[0])
            assert program == "renmin-docs"
            assert tuple(words[: len(path)]) == path
            named = group
            while isinstance(named, click.Group):
                name, named, words = named.resolve_command(click.Context(named), words)
            named.make_context(name, words)  # raises where an option or argument is wrong


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_shows_the_examples_and_every_sentence_whole(run, language):
    shown = run("--help", "--lang", language)[1]
    for path, command in _all(language).items():
        page = run(*path, "--help", "--lang", language)[1]
        assert all(f"    {line}\n" in page for line in examples(command))
        if len(path) == 1:
            assert "".join(command.help.split()) in "".join(shown.split())
    assert "..." not in shown


@pytest.mark.parametrize("columns", ["52", "80", "200"])
def test_the_columns_of_chinese_pages_line_up_and_no_line_is_too_wide(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    for path in _all("zh"):
        head, _, rest = run(*path, "--help")[1].partition("选项：\n")
        rows = rest.partition("\n\n")[0].splitlines()
        starts = {cells(row) - cells(row[2:].partition("  ")[2].lstrip()) for row in rows if row.startswith("  -")}
        assert len(starts - {cells(row) for row in rows}) == 1
        assert all(cells(line) <= 80 and line[:1] not in "，。；、）" for line in [*head.splitlines(), *rows] if line)
        assert "default" not in head + rest


@pytest.mark.parametrize(("shell", "place"), [("bash", "2"), ("zsh", "2"), ("fish", "--te")])
def test_a_shell_can_complete_commands_and_options(shell, place):
    variables = {"COMP_WORDS": "renmin-docs render --te", "COMP_CWORD": place}
    program = [sys.executable, "-c", "from renmin_docs.cli import main; main()"]
    environment = {**os.environ, **variables, "_RENMIN_DOCS_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(program, env=environment, capture_output=True, check=False, timeout=HANG)
    assert done.stderr == b""
    assert b"--template" in done.stdout
