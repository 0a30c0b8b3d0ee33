"""Paths on the command line, and how all commands write their files: by one policy, with `--force` against it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from renmin_docs.cli.console import complain, say_written
from renmin_docs.errors import Finding, OutputError
from renmin_docs.messages import Language
from renmin_docs.vocabulary import Spelling

PATH = click.Path(path_type=Path, readable=False)  # the reader reports whether it can be read

_ENDINGS: dict[str, tuple[tuple[str, ...], str]] = {
    "document": ((".docx",), "output_kind"),
    "template": ((".docx",), "output_kind"),
    "check": ((".docx",), "output_kind"),
    "import": ((".yaml", ".yml", ".json"), "output_kind_yaml"),
    "next": ((".yaml", ".yml"), "output_kind_yaml"),
    "figures": ((".xlsx",), "output_kind_xlsx"),
    "compare": ((".xlsx",), "output_kind_xlsx"),
    "update": ((".yaml", ".yml"), "output_kind_yaml"),
    "update JSON": ((".json",), "output_kind_json"),
    "redline": ((".docx",), "output_kind"),
    "preview": ((".pdf", ".png"), "output_kind_preview"),
    "preview sheet": ((".png",), "output_kind_picture"),
}
"""Maker → the endings of its files, and the rule that says so."""
_OPENERS = {"darwin": "open", "win32": "start"}
"""System → its program that opens files."""


def expanded(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The paths, with the files of patterns in their places: Windows' shells put none there.

    Word's marks beside open documents (`~$…`) are left out; a pattern of no file stays, and is reported as missing.
    """
    return tuple(file for path in paths for file in _files(path) or [path])


def _files(path: Path) -> list[Path]:
    import glob

    if not glob.has_magic(str(path)) or os.path.exists(path):
        return []
    found = map(Path, sorted(glob.glob(str(path), recursive=True)))
    return [file for file in found if not file.name.startswith("~$") and file.is_file()]


def open_result(path: Path, language: Language) -> None:
    """Open a file that was written in the program that the system has for it."""
    whole = str(path.resolve())  # never begins with a dash
    try:
        if sys.platform == "win32":
            os.startfile(whole)  # noqa: S606 - a document that this command has written
            return
        is_opened = click.launch(whole) == 0
    except OSError:
        is_opened = False
    if not is_opened:
        finding = Finding("nothing_opens", found=_OPENERS.get(sys.platform, "xdg-open"), expected=str(path))
        complain(finding.message(language), finding.severity, language)


def keys_option(text: str, default: Spelling | None = None) -> click.Option:
    """`--keys`, of the commands that write data files: the spelling of their keys."""
    return click.Option(["--keys"], type=click.Choice(["zh", "en"]), default=default, help=text)


class Output(NamedTuple):
    """How a command writes.

    Attributes:
        maker: The command, as the fingerprints of its files name it.
        inputs: All files that it has read.
        force: Whether files that a person made or changed are replaced.
        language: Of the messages.
    """

    maker: str
    inputs: Sequence[Path]
    force: bool
    language: Language

    def require(self, target: Path) -> None:
        """Refuse a target before the work that makes its content.

        Raises:
            OutputError: Its ending is another one, or it can't be written to.
        """
        from renmin_docs.writing import require_outputs

        self.require_kind(target)
        require_outputs({target: None}, self.maker, inputs=self.inputs, force=self.force)

    def require_kind(self, target: Path) -> None:
        """Refuse a target whose ending is another one.

        Raises:
            OutputError: It is.
        """
        endings, rule = _ENDINGS[self.maker]
        if target.suffix.lower() not in endings and not os.path.isdir(target):
            name = target.name.rstrip(". ") or "report"  # Windows drops such an end of a name
            expected = str(Path(name).with_suffix(endings[0]))
            raise OutputError(Finding(rule, found=target.name, expected=expected), subject=str(target))

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write files, all of them or none, and say so.

        Raises:
            OutputError: One of them can't be written to.
        """
        from renmin_docs.writing import write_outputs

        write_outputs(files, self.maker, inputs=self.inputs, force=self.force)
        for target in files:
            say_written(target, self.language)

    def stamped(self, target: Path, data: bytes) -> bytes:
        """A file with the fingerprint by which this command knows it again."""
        from renmin_docs.fingerprint import stamped

        return stamped(data, self.maker, target.suffix)
