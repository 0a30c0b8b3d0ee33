"""The command line: parses arguments and prints results; the packages below do the work."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from renmin_docs.cli.codes import INTERRUPTED
from renmin_docs.cli.startup import collect_seldom, leave

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(given)
    except KeyboardInterrupt:  # in the first moments; later the command itself listens to it
        code = INTERRUPTED
    if arguments is None:  # as a program
        leave(code)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    collect_seldom()
    from renmin_docs.cli.kept_code import kept_code

    with kept_code(_command(arguments)):
        from renmin_docs.cli.running import run  # what is compiled for click's modules is kept, too

        return run(arguments)


def _command(arguments: Sequence[str]) -> str:
    """The first word, under which code is kept, if it may be a command; files and options are none."""
    word = "".join(arguments[:1])
    return word if word.isascii() and word.isalpha() else ""
