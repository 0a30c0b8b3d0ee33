"""Footnotes and endnotes on their way through text: a character stands for each until its place is known."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from renmin_docs.emphasis import NOTE
from renmin_docs.intake.documents.tables import printable
from renmin_docs.ooxml.content import Content, Run
from renmin_docs.report.text import literal
from renmin_docs.vocabulary import keys_with

_FIRST, _LAST = 0xF0000, 0xF7FFF  # for private use, by Unicode
_NOTE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_PARAGRAPHS = frozenset(keys_with("paragraphs"))


class NotesAtFoot:
    """The notes of a document, each with the run that refers to it."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def marked(self, content: Content) -> str:
        """The text of a paragraph with a character for each of its notes."""
        return "".join([run.text + self._character(run) if run.note else run.text for run in content.runs])

    def _character(self, run: Run) -> str:
        self._runs.append(run)
        return chr(_FIRST + len(self._runs) - 1) if _FIRST + len(self._runs) <= _LAST else ""

    def set_in(self, data: dict[str, Any]) -> None:
        """Set the notes in the data of a report: behind their words in paragraphs, in brackets everywhere else."""
        if self._runs:
            data.update(self._with(data, ""))

    def _with(self, value: Any, key: str) -> Any:
        if isinstance(value, BaseModel):
            return type(value)(**self._with(value.model_dump(exclude_defaults=True), key))
        if isinstance(value, dict):
            return {name: self._with(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._with(inner, key) for inner in value]
        if not isinstance(value, str):
            return value
        return _NOTE.sub(lambda match: self._written(match, is_paragraph=key in _PARAGRAPHS), value)

    def _written(self, match: re.Match[str], *, is_paragraph: bool) -> str:
        if (number := ord(match[0]) - _FIRST) >= len(self._runs):
            return match[0]  # the document's own
        run = self._runs[number]
        note = literal(printable(run.note))
        if is_paragraph and match.string[: match.start()].rpartition("\n")[2].strip():
            return f"{NOTE.opening}{note}{NOTE.closing}"
        run.note = ""  # it is listed as one that was put into the text
        return f"（注：{note}）"
