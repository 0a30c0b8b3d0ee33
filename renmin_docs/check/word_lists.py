"""An office's own list of words: a line for each, with tabs between wrong, right and level."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.prose.decoding import read_prose
from renmin_docs.messages import Severity
from renmin_docs.proofread import OwnWord
from renmin_docs.vocabulary import words_for

_LEVELS: dict[str, Severity] = {"error": "error", "warning": "warning", "notice": "notice"}
_HEADS = ("wrong", "误", "错", "错误", "错误写法")
_COMMENT = "#"
_CELLS = 3


def read_words(file: Path) -> tuple[OwnWord, ...]:
    """The words of a list; blank lines, lines behind `#` and a line of headings are passed over.

    Raises:
        DataFileError: The file can't be read, or lines of it are no words; all of them.
    """
    rows = [*_rows(read_prose(file).text)]
    if findings := [finding for line, cells in rows for finding in _faults(line, cells)]:
        raise DataFileError(*findings, subject=str(file))
    return tuple(_word(cells) for _, cells in rows)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.rstrip().split("\t")]
        if any(cells) and not cells[0].startswith(_COMMENT) and not (number == 1 and cells[0].lower() in _HEADS):
            yield number, cells


def _faults(line: int, cells: list[str]) -> Iterator[Finding]:
    if not cells[0]:
        yield Finding("word_missing", line=line)
    if len(cells) > _CELLS:
        yield Finding("word_cells", line=line, found=str(len(cells)), expected=str(_CELLS))
    elif len(cells) == _CELLS and cells[2] and _level(cells[2]) is None:
        yield Finding("word_level", line=line, found=cells[2], expected="@levels")


def _word(cells: list[str]) -> OwnWord:
    wrong, right, level = (*cells, "", "")[:_CELLS]
    return OwnWord(wrong, right, _level(level) or "warning")


def _level(word: str) -> Severity | None:
    return _LEVELS.get(str(words_for("CheckWord", "level").get(word, word.lower())))
