"""The templates that ship with the library, by name; any other template by its path."""

from __future__ import annotations

import os
from functools import cache
from os import PathLike
from pathlib import Path

from renmin_docs.errors import Finding, TemplateError

_PACKED = Path(__file__).parent / "templates"
# In a checkout and in an editable install the folder stands beside the package.
SHELF = _PACKED if _PACKED.is_dir() else Path(__file__).parent.parent / "templates"
_ENDING = ".docx"
_HIDDEN = ("~", ".")  # Word's lock files (~$work_report.docx), and hidden ones


def names() -> list[str]:
    """The names of the library's templates.

    >>> names()
    ['red_head', 'work_report']
    """
    return [*_names_in(SHELF)]


@cache  # every report of a batch asks, and what ships with the library stays as it is
def _names_in(shelf: Path) -> tuple[str, ...]:
    stems = (name.removesuffix(_ENDING) for name in os.listdir(shelf) if name.endswith(_ENDING))
    return tuple(sorted(stem for stem in stems if not stem.startswith(_HIDDEN)))


def find(template: str | PathLike[str]) -> Path:
    """The file of a template: one of the library's by its name, any other by its path.

    Raises:
        TemplateError: Neither a known name nor an existing file.
    """
    text = os.fspath(template)
    if text in names():
        return _on_shelf(text)
    path = Path(text)
    if _exists(path):
        return path
    if path.suffix or len(path.parts) > 1:
        raise TemplateError(Finding("file_missing"), subject=text)
    raise TemplateError(Finding("template_unknown", found=text, expected="、".join(names())))


def find_own(name: str) -> Path:
    """The file of one of the library's templates.

    Raises:
        TemplateError: The library has none of this name.
    """
    if name not in names():
        raise TemplateError(Finding("template_unknown", found=name, expected="、".join(names())))
    return _on_shelf(name)


@cache
def _on_shelf(name: str) -> Path:
    return SHELF / f"{name}{_ENDING}"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, or a folder that may not be entered
        return False
