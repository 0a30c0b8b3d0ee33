"""The frame of commands: groups whose commands are made when they are asked for, and help pages in two languages."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import click

from renmin_docs.cli.codes import WRONG_USE
from renmin_docs.cli.console import echo
from renmin_docs.cli.help_pages import ChineseFormatter, end_of_page
from renmin_docs.cli.startup import quickly_started
from renmin_docs.cli.usage_errors import Misuse, near
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding
from renmin_docs.messages import Language

_OUTPUT = ("-o", "--output")


class _ChineseContext(click.Context):
    """The context of a command whose help is Chinese."""

    formatter_class = ChineseFormatter


class Group(click.Group):
    """A group that makes its commands when they are asked for, since each has code of its own to import.

    It tells an unknown command with the nearest ones, in every version of click.

    Args:
        name: Its name.
        text: Its help.
        takes_files: Whether a file may stand in the place of a command.
        first_steps: What is shown where no command is given; else its help.
    """

    def __init__(self, name: str, text: str, *, takes_files: bool = False, first_steps: str = "") -> None:
        super().__init__(name, help=text, callback=click.pass_context(_no_command), invoke_without_command=True)
        self.takes_files, self.first_steps = takes_files, first_steps
        self._makers: dict[str, Callable[[], click.Command]] = {}

    def add_later(self, name: str, make: Callable[[], click.Command]) -> None:
        """Add a command that is made at its first use."""
        self._makers[name] = make

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self._makers})

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with its whole sentence; click cuts it."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(name, (command and command.help) or "") for name, command in commands])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in self._makers:
            self.add_command(self._makers.pop(cmd_name)(), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or that suits the file which they begin with."""
        if self.get_command(ctx, args[0]) is None and self.takes_files and _is_file_name(args[0]):
            args = _completed(args)
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise Misuse(Finding("usage_command", found=args[0], expected=near(args[0], self.list_commands(ctx))))
        return super().resolve_command(ctx, args)


def _no_command(ctx: click.Context) -> None:
    """Where a group's command is missing: what to do first, or its help; and wrong use."""
    if ctx.invoked_subcommand is None:
        echo(getattr(ctx.command, "first_steps", "") or ctx.get_help(), err=True)
        ctx.exit(WRONG_USE)


def _is_file_name(word: str) -> bool:
    """Whether a word names a file; one with an ending may be missing, which its command says."""
    return os.path.isfile(word) or bool(os.path.splitext(word)[1])


def _completed(words: Sequence[str]) -> list[str]:
    """The words of a command line that begins with a file, behind the command that suits the file.

    Windows passes them when a file is dropped on the program's icon. A data file is rendered; a workbook is a
    batch, into a folder of its name; all else is imported.
    """
    from renmin_docs.batch.inputs import WORKBOOK
    from renmin_docs.file_kinds import DATA_FILES

    stem, ending = os.path.splitext(words[0])
    if ending.lower() in DATA_FILES:
        return ["render", *words]
    if ending.lower() != WORKBOOK:
        return ["import", *words]
    has_output = any(word.partition("=")[0] in _OUTPUT for word in words)
    return ["batch", *words] if has_output else ["batch", *words, "--output", stem]


def command(name: str, callback: Callable[..., object], parameters: list[click.Parameter], say: Words) -> click.Command:
    """A command whose words are its help, under its name, and its examples, under `…_examples`."""
    return click.Command(name, callback=callback, params=parameters, help=say(name), epilog=say(f"{name}_examples"))


def finished(command: click.Command, language: Language) -> click.Command:
    """A command with what all have: `--lang`, `--help`, and a help page in the language.

    Args:
        command: The command; its `epilog` holds its examples, a line each, without the program's name.
        language: Of its help.
    """
    say = Words(language)
    command.epilog = end_of_page(command.epilog or "", language)
    lang = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("lang"))
    if command.callback is not None and not isinstance(command, click.Group):
        command.callback = quickly_started(command.callback)
    command.options_metavar = say("options")
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("command")
    if language == "zh":
        command.context_class = _ChineseContext
    return click.help_option("-h", "--help", help=say("help"))(lang(command))
