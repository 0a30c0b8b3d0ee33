"""What click says to people, in our words: the frame of help pages, and wrong use as findings."""

from __future__ import annotations

import difflib
import re
import sys
from typing import TYPE_CHECKING, Any

import click

from renmin_docs.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from renmin_docs.messages import Language

WRONG_USE = 2
"""Exit code of wrong use and bad input."""
_CHINESE_FRAME = {"Usage: ": "用法：", "Options": "选项", "Commands": "命令"}
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\.?$")


class ChineseFormatter(click.HelpFormatter):
    """Help pages whose headings are Chinese; click has them in English only."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is written."""
        super().write_usage(prog, args, _CHINESE_FRAME["Usage: "] if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        self.write(f"{'':>{self.current_indent}}{_CHINESE_FRAME.get(heading, heading)}：\n")


class ChineseContext(click.Context):
    """The context of a command whose help is Chinese."""

    formatter_class = ChineseFormatter


class Group(click.Group):
    """A group that tells an unknown command with the nearest ones, in every version of click.

    Commands with code of their own to import are made when somebody asks for them.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._makers: dict[str, Callable[[], click.Command]] = {}

    def add_later(self, name: str, make: Callable[[], click.Command]) -> None:
        """Add a command that is made at its first use."""
        self._makers[name] = make

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self._makers})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in self._makers:
            self.add_command(self._makers.pop(cmd_name)(), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise Misuse(Finding("usage_command", found=args[0], expected=_near(args[0], self.list_commands(ctx))))
        return super().resolve_command(ctx, args)


class Misuse(click.UsageError):
    """Wrong use of the command line, as a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message())
        self.finding = finding


def misuse_of(error: click.ClickException) -> Finding:
    """What is wrong with a command line, by the kind of click's error."""
    if isinstance(error, Misuse):
        return error.finding
    if isinstance(error, click.MissingParameter):
        command = error.ctx.command_path if error.ctx else ""
        return Finding("usage_missing", found=_name(error.param), expected=command)
    if isinstance(error, click.NoSuchOption):
        options = [name for parameter in _parameters(error.ctx) for name in parameter.opts if name.startswith("--")]
        return Finding("usage_option", found=error.option_name, expected=_near(error.option_name, options))
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take a value" in error.message
        return Finding("usage_flag" if takes_none else "usage_value_missing", found=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        choices: Sequence[Any] = getattr(error.param.type, "choices", ())
        expected = "、".join(str(choice) for choice in choices)
        return Finding("usage_value", found=_name(error.param), expected=expected)
    return _other(error.format_message())


def no_command(ctx: click.Context) -> None:
    """Where a group's command is missing: its help, and wrong use."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(WRONG_USE)


def print_json(data: Any) -> None:
    """Data for programs, on the output."""
    import json

    # Windows redirects in its code page, and programs read UTF-8: ASCII is both.
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(data, ensure_ascii=ascii_only, indent=2))


def colon(language: Language) -> str:
    """The colon of a language, with what stands behind it."""
    return "：" if language == "zh" else ": "


def _other(message: str) -> Finding:
    match = _IN_BRACKETS.search(message)
    if "unexpected extra argument" in message and match:
        return Finding("usage_extra", found=match[1])
    return Finding("usage_other", found=message)


def _parameters(ctx: click.Context | None) -> list[click.Parameter]:
    return [] if ctx is None else ctx.command.get_params(ctx)


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return parameter.human_readable_name if isinstance(parameter, click.Argument) else max(parameter.opts, key=len)


def _near(word: str, known: Iterable[str]) -> str:
    names = list(known)
    return "、".join(difflib.get_close_matches(word, names, n=1, cutoff=0.6) or names)
