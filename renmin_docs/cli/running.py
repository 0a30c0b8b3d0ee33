"""The command line from its call to its exit code: language, consoles, errors."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Sequence

import click

from renmin_docs.cli.codes import FOUND, INTERRUPTED, WRONG_USE
from renmin_docs.cli.commands import command_line
from renmin_docs.cli.console import complain, echo, limited
from renmin_docs.cli.usage_errors import misuse_of
from renmin_docs.errors import Finding, RenminDocsError
from renmin_docs.messages import Language, language_of_locale


def run(arguments: list[str]) -> int:
    """Run the command line; its exit code."""
    _let_any_text_out()
    language = _language(arguments)
    try:
        code = command_line(language).main(arguments, prog_name="renmin-docs", standalone_mode=False)
    except RenminDocsError as error:
        shown = RenminDocsError(*limited(error.findings), subject=error.subject)
        complain(shown.message(language), "error", language)
        return WRONG_USE
    except click.ClickException as error:
        complain(misuse_of(error).message(language), "usage", language)
        return WRONG_USE
    except OSError as error:  # a full disk, also under our own output
        if error.errno == errno.EINVAL and _is_unread():
            return FOUND
        finding = Finding("system_refused", place=str(error.filename or ""), found=error.strerror or str(error))
        complain(finding.message(language), "error", language)
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):  # click makes one of the other while it works
        complain("Ctrl-C", "aborted", language)
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _is_unread() -> bool:
    """Whether the output is a closed pipe of Windows, by an error that click does not take for one: end as click does.

    What is left is dropped, since Python would tell of it at the end.
    """
    try:
        echo("")
    except OSError:
        sys.stdout = io.StringIO()
        return True
    return False


def _let_any_text_out() -> None:
    """A console that has no Chinese shows escapes instead of stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _language(arguments: Sequence[str]) -> Language:
    """`--lang`, else the locale; Chinese where neither says anything (Windows sets no LANG)."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            if value in ("zh", "en"):
                return "zh" if value == "zh" else "en"
    return language_of_locale() or "zh"
