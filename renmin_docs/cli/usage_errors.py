"""Wrong use of the command line, in our words: click's own are English, and differ from version to version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import click

from renmin_docs.errors import Finding
from renmin_docs.messages.suggestions import alike

_IN_BRACKETS = re.compile(r"\(([^()]*)\)\.?$")


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
        parameters = error.ctx.command.get_params(error.ctx) if error.ctx else []
        options = [name for parameter in parameters for name in parameter.opts if name.startswith("--")]
        return Finding("usage_option", found=error.option_name, expected=near(error.option_name, options))
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take a value" in error.message
        return Finding("usage_flag" if takes_none else "usage_value_missing", found=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        choices: Sequence[Any] = getattr(error.param.type, "choices", ())
        expected = "、".join(str(choice) for choice in choices)
        return Finding("usage_value", found=_name(error.param), expected=expected)
    return _other(error)


def near(word: str, known: Iterable[str]) -> str:
    """The known word that is most like another, or all of them."""
    names = list(known)
    return "、".join(alike(word, names, most=1, like=0.6) or names)


def _other(error: click.ClickException) -> Finding:
    message = error.format_message()
    match = _IN_BRACKETS.search(message)
    if "unexpected extra argument" in message and match:
        ctx = getattr(error, "ctx", None)
        return Finding("usage_many" if ctx and ctx.command.name == "render" else "usage_extra", found=match[1])
    return Finding("usage_other", found=message)


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return parameter.human_readable_name if isinstance(parameter, click.Argument) else max(parameter.opts, key=len)
