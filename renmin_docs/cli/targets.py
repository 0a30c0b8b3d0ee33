"""Paths on the command line, and what speaks against writing to one though the system would let us."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renmin_docs.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is said by who reads it


def output_faults(
    target: Path, inputs: Sequence[Path], endings: Sequence[str] = (".docx",), rule: str = "output_kind"
) -> Iterator[Finding]:
    """Why a file should not be written there: its ending is another one, or it is what was read."""
    if os.path.isdir(target):  # Path.is_dir raises on names that are too long
        return  # whoever writes says so
    if target.suffix.lower() not in endings:
        yield Finding(rule, found=target.name, expected=target.with_suffix(endings[0]).name)
    elif any(_is_same(target, given) for given in inputs):
        yield Finding("output_is_input")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
