"""Edits of printed lines as edits of the data file: where a text of the report stands in it, and where new items go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from renmin_docs.intake.datafiles.edits import CannotEditError, DataEdit, Insert, Move, Piece, Remove, Replace, SetKey
from renmin_docs.intake.datafiles.source import DataSource
from renmin_docs.intake.datafiles.yaml_edits import edited_file
from renmin_docs.proofread import Passage
from renmin_docs.report.validation.key_paths import KeyPath, item_of_paragraph, show_path
from renmin_docs.revise.comparing import edits
from renmin_docs.revise.new_items import HEADINGS, PARAGRAPHS, is_ordinal, item_of, level_of, place_for
from renmin_docs.revise.printed_lines import PrintedLine

_CHAPTER = re.compile(r"(introduction|achievements|difficulties|plans|others)(?:\[(\d+)\])?")
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class DataEditor:
    """Gathers the edits of one data file.

    Attributes:
        made: What was edited: place, old and new text.
        failed: What could not be edited.
        staying: Lines that were taken out, and have no place where they were put.
    """

    def __init__(self, data: DataSource, text: str) -> None:
        self._last: PrintedLine | None = None
        self._kept: list[str] = []
        self.made: list[list[str]] = []
        self.failed: list[tuple[str, str, str]] = []
        self._data, self._text = data, text
        self._edits: list[tuple[str, str, str, DataEdit]] = []
        self._texts: dict[KeyPath, str] = {}
        self._removed: list[PrintedLine] = []
        self.staying: list[PrintedLine] = []
        self._open: list[tuple[int, dict[str, Any]]] = []  # levels and items of new headings, each within the last
        self._place = ""  # of the outermost of these

    def keep(self, line: PrintedLine) -> None:
        """Note that a line is still there; new ones stand behind it."""
        self._last = line
        self._open.clear()
        self._kept.append(line.path)

    def shown(self, place: str) -> str:
        """A key path as the file has it, in its own spelling."""
        return show_path(self._written(self._path(place)[0])) or place

    # --- texts ------------------------------------------------------------------------------------

    def replace(self, place: str, before: str, after: str) -> None:
        """Put another text in the place of one."""
        path, is_there = self._path(place)
        if not is_there:
            holder, profile = path[:-1], self._data.beneath
            is_here = path and self._data.has(holder) and isinstance(self._data.at(holder), dict)
            if is_here and not (profile is not None and profile.has(path)):
                self._add(place, before, after, SetKey(self._written(path), after))
            else:
                self.failed.append((place, before, after))
            return
        self.replace_at(path, before, after, place)

    def replace_at(self, path: KeyPath, before: str, after: str, place: str = "") -> None:
        """Replace words of the text at a key path of the data; `place` is its name in messages."""
        whole = self._texts.get(path, str(self._data.at(path)))
        at = whole.find(before)
        if at < 0 or (whole.count(before) > 1 and whole != before):
            self.failed.append((place or ".".join(map(str, path)), before, after))
            return
        new = whole[:at] + after + whole[at + len(before) :]
        self._rewrite(path, new, (place or ".".join(map(str, path)), before, after))

    def _rewrite(self, path: KeyPath, new: str, entry: tuple[str, str, str]) -> None:
        """Give a text its new words; the last edit of a text is the whole of what was changed in it."""
        self._texts[path] = new
        self._add(*entry, Replace(self._written(path), new, _pieces(str(self._data.at(path)), new)))

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
                index = item_of_paragraph(here, part)
                if index == len(here):
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

    def stay(self, line: PrintedLine) -> None:
        """Leave a line in the data that was taken out: there is no place for it where it was put."""
        self.staying.append(line)
        self._kept.append(line.path)

    def insert(self, passage: Passage, marks: Sequence[str], moved: PrintedLine | None = None) -> str:
        """Put in a new paragraph, point or chapter behind the last line; one that was moved keeps its figures.

        Returns:
            Its place; empty where there is none for it, nor for what stands under it.
        """
        if self._last is None:
            return ""
        item, level = item_of(passage, marks, moved), level_of(passage, marks)
        while level and self._open and self._open[-1][0] >= level:
            self._open.pop()
        is_heading = isinstance(item, dict) and "heading" in item
        if self._open:
            self._open[-1][1].setdefault("body", []).append(item)
        else:
            is_chapter = is_heading and level == 1 and moved is None
            place = place_for(self._last, level, is_point=is_ordinal(passage))
            self._place = (self._place_for_chapter(item) if is_chapter else place) or ""
            if self._place:
                self._add(self._place, "", passage.text, Insert(self._target(self._place), item))
        if is_heading:
            self._open.append((level, item))
        return self._place

    def _place_for_chapter(self, item: dict[str, Any]) -> str | None:
        """Where a new chapter goes behind the last line: beside others of a list, or among those of another kind."""
        last = _CHAPTER.match(self._last.path if self._last else "")
        if last is None:
            return None
        group, index = last[1], int(last[2] or 0)
        chapters = self._data.data.get(group)
        if group == "others":
            item["after"] = self._data.at(self._path(last[0])[0])["after"]
        elif not isinstance(chapters, list):
            item["after"], group, index = group, "others", -1
        return f"{group}[{index + 1}]"

    def move(self, source: str, place: str, text: str) -> bool:
        """Move an item to another place; not where it is a line of a text of several."""
        path, is_there = self._path(source)
        if not is_there or _is_many(self._data.at(path)):
            return False
        self._add(place, text, text, Move(self._written(path), self._target(place)))
        return True

    def _target(self, place: str) -> KeyPath:
        """Where a new item goes, so that it stands at a place of the report."""
        holder, _, number = place.rpartition("[")
        path, is_there = self._path(holder)
        if not is_there:
            return (*self._written(path), 0)
        value = self._data.at(path)
        if not isinstance(value, list) and path and isinstance(path[-1], int):  # a list of one
            path, value = path[:-1], self._data.at(path[:-1])
        index = int(number.removesuffix("]"))
        return (*self._written(path), item_of_paragraph(value, index) if isinstance(value, list) else index)

    # --- tables -----------------------------------------------------------------------------------

    def rows(self, table: str) -> tuple[KeyPath, list[Any]] | None:
        """The rows of a table in the file, and their path; None where the table has none of texts."""
        path = (*self._path(table)[0], "rows")
        found = self._data.at(path) if self._data.has(path) else None
        return (path, found) if isinstance(found, list) and all(isinstance(row, list) for row in found) else None

    def edit_item(self, edit: DataEdit, text: tuple[str, str]) -> None:
        """Add an edit at a path of the data; `text` is what stood there, and what stands there now."""
        path = edit.to if isinstance(edit, Move) else edit.path
        written = self._written(path)
        made = edit._replace(path=self._written(edit.path))
        self._add(show_path(written), *text, made._replace(to=written) if isinstance(made, Move) else made)

    # --- the text ---------------------------------------------------------------------------------

    def text(self, is_sound: Callable[[str], bool]) -> str:
        """The data file with all edits that can be made, and after which it is sound."""
        self._add_removals()
        if not self._edits:
            return self._text
        text = self._edited([edit for *_, edit in self._edits])
        if text is None or not is_sound(text):
            return self._one_by_one(is_sound)
        self.made += (said for *said, _ in self._edits)
        return text

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
                self.made.append([place, before, after])
        return text

    def _edited(self, edits: Sequence[DataEdit]) -> str | None:
        """The text with edits; None where one of them can't be made."""
        last = {(type(edit), edit.path): edit for edit in edits if isinstance(edit, Replace | Remove)}
        rest = [edit for edit in edits if not isinstance(edit, Replace | Remove)]
        try:
            return edited_file(self._text, [*last.values(), *rest], self._data.keys)
        except CannotEditError:
            return None

    def _is_removed_whole(self, line: PrintedLine) -> bool:
        """Whether a chapter or point goes with all that is in it: the document shows none of its lines."""
        has_more = line.kind in ("heading_1", *HEADINGS, "point")
        return has_more and not any(f"{path}.".startswith(f"{line.path}.") for path in self._kept)

    def _add_removals(self) -> None:
        gone_lines = [line for line in self._removed if line not in self.staying]
        whole = [line.path for line in gone_lines if self._is_removed_whole(line)]
        gone: dict[KeyPath, PrintedLine] = {}
        for line in gone_lines:
            if any(line.path.startswith(f"{path}.") for path in whole):
                continue
            path, is_there = self._path(line.path)
            if not is_there or not (line.kind in PARAGRAPHS or line.path in whole):
                self.failed.append((line.path, line.text, ""))
            elif line.kind in PARAGRAPHS and _is_many(self._texts.get(path, self._data.at(path))):
                self._remove_paragraph(path, line)
            else:
                gone[path] = line
        for path, line in gone.items():
            self._add(line.path, line.text, "", Remove(self._written(self._emptied(path, gone))))

    def _remove_paragraph(self, path: KeyPath, line: PrintedLine) -> None:
        """Take a line out of a text of several."""
        lines = self._texts.get(path, self._data.at(path)).split("\n")
        raw = "".join(token.raw for token in line.tokens)
        if raw not in lines:
            self.failed.append((line.path, line.text, ""))
            return
        lines.remove(raw)
        self._rewrite(path, "\n".join(lines), (line.path, line.text, ""))

    def _emptied(self, path: KeyPath, gone: Mapping[KeyPath, PrintedLine]) -> KeyPath:
        """The path of an item that is taken out, or that of its list, when nothing stays in it."""
        holder = path[:-1]
        items = self._data.at(holder)
        if not isinstance(items, list) or any((*holder, index) not in gone for index in range(len(items))):
            return path
        written = self._written(holder)
        is_filled = any(isinstance(edit, Insert) and edit.path[:-1] == written for *_, edit in self._edits)
        return path if is_filled else holder


def _is_many(value: Any) -> bool:
    """Whether a value is a text of several paragraphs."""
    return isinstance(value, str) and "\n" in value.rstrip("\n")


def _pieces(old: str, new: str) -> list[Piece]:
    """The pieces by which one text becomes another."""
    pieces: list[Piece] = []
    for kind, length, at, at_new in edits(old, new):
        if kind == "out":
            pieces.append((at, at + length, ""))
        elif kind == "in":
            piece = new[at_new : at_new + length]
            if pieces and pieces[-1][1] == at and not pieces[-1][2]:
                pieces[-1] = (pieces[-1][0], at, piece)
            else:
                pieces.append((at, at, piece))
    return pieces
