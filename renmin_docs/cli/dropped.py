"""A file name in the place of a command: what Windows passes when a file is dropped on the icon of the program."""

from __future__ import annotations

import os
from collections.abc import Sequence

_OUTPUT = ("-o", "--output")


def completed(words: Sequence[str]) -> list[str]:
    """The words of a command line that begins with a file, behind the command that suits the file.

    A data file is rendered; a workbook is a batch, into a folder of its name; all else is imported.
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
