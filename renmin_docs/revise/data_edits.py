"""Edits of printed lines as edits of the data file: where a text of the report stands in it, and where new items go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from renmin_docs.intake.datafiles.edits import CannotEditError, DataEdit, Insert, Remove, Replace, SetKey
from renmin_docs.intake.datafiles.yaml_edits import edited_file
from renmin_docs.proofread.marks import mark_at
from renmin_docs.report.text import literal
from renmin_docs.report.validation.key_paths import show_path
from renmin_docs.revise.comparing import edits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from renmin_docs.intake.datafiles.edits import Piece
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.proofread import Passage
    from renmin_docs.report.validation.key_paths import KeyPath
    from renmin_docs.revise.printed_lines import PrintedLine, Token

_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ITEM = re.compile(r"\.body\[(\d+)\]")


class DataEditor:
    """Gathers the edits of one data file.

    Attributes:
        failed: What could not be edited: place, old and new text.
    """

    def __init__(self, data: DataSource, text: str) -> None:
        self._last: PrintedLine | None = None
        self._kept: list[str] = []
        self.failed: list[tuple[str, str, str]] = []
        self._data, self._text = data, text
        self._edits: list[tuple[str, str, str, DataEdit]] = []
        self._removed: list[PrintedLine] = []
        self._new: tuple[int, dict[str, Any], str] | None = None  # level, item and place of a new heading

    def keep(self, line: PrintedLine) -> None:
        """Note that a line is still there; new ones stand behind it."""
        self._last = line
        self._kept.append(line.path)

    def shown(self, place: str) -> str:
        """A key path as the file has it, in its own spelling."""
        return show_path(self._written(self._path(place)[0])) or place

    # --- texts ------------------------------------------------------------------------------------

    def replace(self, place: str, before: str, after: str) -> None:
        """Put another text in the place of one."""
        self._new = None
        path, is_there = self._path(place)
        if not is_there:
            holder = path[:-1]
            if path and self._data.has(holder) and isinstance(self._data.at(holder), dict):
                self._add(place, before, after, SetKey(self._written(path), after))
            else:
                self.failed.append((place, before, after))
            return
        self.replace_at(path, before, after, place)

    def replace_at(self, path: KeyPath, before: str, after: str, place: str = "") -> None:
        """The same at a key path of the data."""
        value = self._data.at(path)
        whole = str(value)
        at = whole.find(before)
        if at < 0 or (whole.count(before) > 1 and whole != before):
            self.failed.append((place or ".".join(map(str, path)), before, after))
            return
        new = whole[:at] + after + whole[at + len(before) :]
        edit = Replace(self._written(path), new, _pieces(whole, new))
        self._add(place or ".".join(map(str, path)), before, after, edit)

    def _path(self, place: str) -> tuple[KeyPath, bool]:
        """The path in the data of a report's key path, and whether it is there.

        A text that stands alone may be a list of one; a single chapter too; a text with line breaks is several.
        """
        parts = [int(number) if number else name for name, number in _PART.findall(place)]
        path: KeyPath = ()
        here: Any = self._data.data
        while parts:
            part = parts[0]
            if isinstance(here, list) and isinstance(part, str) and len(here) == 1:
                path, here = (*path, 0), here[0]
            elif isinstance(here, list) and isinstance(part, int):
                index = _index_of(here, part)
                if index is None:
                    return path, False
                path, here = (*path, index), here[index]
                parts.pop(0)
            elif isinstance(here, dict) and part in here:
                path, here = (*path, part), here[part]
                parts.pop(0)
            elif isinstance(part, int) and not isinstance(here, list):
                parts.pop(0)  # a text or mapping that stands alone
            else:
                return (*path, part), False
        if isinstance(here, list) and len(here) == 1 and not isinstance(here[0], dict):
            return (*path, 0), True
        return path, True

    def _written(self, path: KeyPath) -> KeyPath:
        return self._data.as_written(path)

    def _add(self, place: str, before: str, after: str, edit: DataEdit) -> None:
        self._edits.append((place, before, after, edit))

    # --- items ------------------------------------------------------------------------------------

    def remove(self, line: PrintedLine) -> None:
        """Take out what a line prints; a point goes when all of its lines do."""
        self._removed.append(line)

    def insert(self, passage: Passage, marks: Sequence[str], moved: PrintedLine | None = None) -> str:
        """Put in a new paragraph or point behind the last line; one that was moved keeps its figures.

        Returns:
            Its place; empty where there is none for it.
        """
        if self._last is None:
            return ""
        item, level = _item_of(passage, marks, moved)
        if self._new is not None and (level == 0 or level > self._new[0]):
            _append(self._new[1], item)
            return self._new[2]
        place = _place_for(self._last, level)
        if place is None:
            return ""
        self._put(place, passage.text, item)
        self._new = (level, item, place) if isinstance(item, dict) and "heading" in item else None
        return place

    def _put(self, place: str, text: str, item: Any) -> None:
        holder, _, number = place.rpartition("[")
        index = int(number.removesuffix("]"))
        path, is_there = self._path(holder)
        if not is_there:
            self._add(place, "", text, SetKey(self._written(path), item if isinstance(item, str) else [item]))
            return
        value = self._data.at(path)
        if not isinstance(value, list) and path and isinstance(path[-1], int):  # a list of one
            path, value = path[:-1], self._data.at(path[:-1])
        at = index if not isinstance(value, list) else _insert_at(value, index)
        self._add(place, "", text, Insert((*self._written(path), at), item))

    # --- the text ---------------------------------------------------------------------------------

    def text(self, is_sound: Callable[[str], bool]) -> str:
        """The data file with all edits that can be made, and after which it is sound."""
        self._add_removals()
        if not self._edits:
            return self._text
        text = self._edited([edit for *_, edit in self._edits])
        return text if text is not None and is_sound(text) else self._one_by_one(is_sound)

    def _one_by_one(self, is_sound: Callable[[str], bool]) -> str:
        kept: list[DataEdit] = []
        text = self._text
        for place, before, after, edit in self._edits:
            made = self._edited([*kept, edit])
            if made is None or not is_sound(made):
                self.failed.append((place, before, after))
            else:
                text = made
                kept.append(edit)
        return text

    def _edited(self, edits: Sequence[DataEdit]) -> str | None:
        """The text with edits; None where one of them can't be made."""
        try:
            return edited_file(self._text, edits, self._data.keys)
        except CannotEditError:
            return None

    def _is_removed_whole(self, line: PrintedLine) -> bool:
        """Whether a point goes with all that is in it: the document shows none of its lines."""
        is_point = line.kind in (*_HEADINGS, "point")
        return is_point and not any(path.startswith(f"{line.path}.") for path in self._kept)

    def _add_removals(self) -> None:
        whole = [line.path for line in self._removed if self._is_removed_whole(line)]
        for line in self._removed:
            if any(line.path.startswith(f"{path}.") for path in whole):
                continue
            path, is_there = self._path(line.path)
            if is_there and (line.kind in _PARAGRAPHS or line.path in whole):
                self._add(line.path, line.text, "", Remove(self._written(path)))
            else:
                self.failed.append((line.path, line.text, ""))


_PARAGRAPHS = ("paragraph", "introduction", "conclusion")
_HEADINGS = ("heading_2", "heading_3", "heading_4")


def _index_of(items: list[Any], wanted: int) -> int | None:
    """The item of a list that a body's item stands in: a text with line breaks is several paragraphs."""
    at = 0
    for index, item in enumerate(items):
        at += item.rstrip("\n").count("\n") + 1 if isinstance(item, str) else 1
        if wanted < at:
            return index
    return None


def _insert_at(items: list[Any], wanted: int) -> int:
    found = _index_of(items, wanted)
    return len(items) if found is None else found


def _pieces(old: str, new: str) -> list[Piece]:
    """The pieces by which one text becomes another."""
    pieces: list[Piece] = []
    at = at_new = 0
    for kind, length in edits(old, new):
        if kind == "out":
            pieces.append((at, at + length, ""))
            at += length
        elif kind == "in":
            piece = new[at_new : at_new + length]
            if pieces and pieces[-1][1] == at and not pieces[-1][2]:
                pieces[-1] = (pieces[-1][0], at, piece)
            else:
                pieces.append((at, at, piece))
            at_new += length
        else:
            at, at_new = at + length, at_new + length
    return pieces


def _item_of(passage: Passage, marks: Sequence[str], moved: PrintedLine | None) -> tuple[Any, int]:
    """A new passage as an item of a body, and the level of its heading or point; 0 for a paragraph."""
    mark = mark_at(passage.mark or passage.text)
    text = passage.text if passage.mark or mark is None else passage.text[mark.end :]
    level = passage.level or (marks.index(mark.form) + 1 if mark and mark.form in marks else 0)
    if moved is not None and any(token.place.endswith(".lead") for token in moved.tokens):
        return _point_of(moved), level
    raw = literal(text) if moved is None else _raw_of(moved.tokens)
    if passage.role == "heading":
        return {"heading": raw}, level
    return ({"body": raw}, level) if level else (raw if moved is not None else literal(passage.text), 0)


def _point_of(line: PrintedLine) -> dict[str, Any]:
    """A point with a lead as the data have it."""
    lead = [token for token in line.tokens if token.place.endswith(".lead")]
    body = [token for token in line.tokens if token.place and token not in lead]
    return {"lead": _raw_of(lead), **({"body": _raw_of(body)} if body else {})}


def _raw_of(tokens: Sequence[Token]) -> str:
    """The text of tokens as the data have it, figures and all."""
    return "".join(token.raw if token.place else literal(token.printed) for token in tokens)


def _append(holder: dict[str, Any], item: Any) -> None:
    body = holder.setdefault("body", [])
    body.append(item)


def _place_for(last: PrintedLine, level: int) -> str | None:
    """Where an item of a level goes behind a line; level 0 is a paragraph, 1 a chapter, for which there is no place."""
    return _place_for_paragraph(last) if level == 0 else _place_for_point(last, level - 2)


def _place_for_paragraph(last: PrintedLine) -> str | None:
    path = last.path
    if last.kind.startswith("heading"):
        return f"{path}.body[0]"
    if last.kind == "point":
        has_text = any(token.place.startswith(f"{path}.body") for token in last.tokens)
        return f"{path}.body[{int(has_text)}]"
    if last.kind == "inline":
        inner = [int(match[1]) for token in last.tokens if (match := _ITEM.match(token.place, len(path)))]
        return f"{path}.body[{max(inner) + 1}]" if inner else None
    if match := re.fullmatch(r"(.*)\[(\d+)\]", path):
        return f"{match[1]}[{int(match[2]) + 1}]"
    return f"{path}[1]" if last.kind in _PARAGRAPHS else None


def _place_for_point(last: PrintedLine, depth: int) -> str | None:
    """The same for a point in a body that is within so many others."""
    items = [*_ITEM.finditer(last.path)]
    if depth < 0 or last.kind not in (*_PARAGRAPHS, *_HEADINGS, "heading_1", "point", "inline"):
        return None
    if len(items) > depth:
        home = items[depth]
        return f"{last.path[: home.start()]}.body[{int(home[1]) + 1}]"
    return f"{last.path}.body[0]" if len(items) == depth and last.kind.startswith("heading") else None
