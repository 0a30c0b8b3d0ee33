"""What a data file says, and where: plain values, the line of each key path, and the limits of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.vocabulary import Shape, Spelling, spelled

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.likely_slips import Doubt
    from renmin_docs.report.file_keys import CheckSettings
    from renmin_docs.report.validation.key_paths import KeyPath

MAX_BYTES = 4 * 2**20
MAX_VALUES = 50_000
MAX_DEPTH = 60
_MAX_DIGITS = 1_000


@dataclass(slots=True)
class Mark:
    """Where a value stands: its line, from 1, and the marks of what is in it."""

    line: int
    children: dict[str | int, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class DataSource:
    """A data file that was read.

    Attributes:
        data: Its content as plain values; numbers with a point are `Decimal`.
        findings: Faults that did not stop the reading.
        find_marks: Finds the lines; asked only when there is something to say. None where the format has none.
        content: The bytes of the file.
        subject: The file's path as it was given.
        written: Key path → its last key as the file writes it, where that is Chinese; `data` has it in English.
        keys: The spelling of most of its keys.
        root: What the data are.
        beneath: The profile that lies under the report.
        doubts: What may be a slip, as its place tells.
        cells: Figure of a workbook → where it stands there: `指标.xlsx 2022年!B2`.
        check: What the file, or its profile, says to `check`.
    """

    data: Any
    findings: list[Finding] = field(default_factory=list)
    find_marks: Callable[[], Mark | None] | None = None
    content: bytes = b""
    subject: str = ""
    written: dict[KeyPath, str] = field(default_factory=dict)
    keys: Spelling = "en"
    root: Shape = "WorkReport"
    beneath: DataSource | None = None
    doubts: list[Doubt] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    check: CheckSettings | None = None

    @property
    def has_escapes(self) -> bool:
        """Whether its file, or the profile's, may write characters by their numbers, which need be none of text."""
        return b"\\" in self.content or (self.beneath is not None and self.beneath.has_escapes)

    def holder(self, path: KeyPath) -> DataSource:
        """The source in which a key path stands: the profile beneath where the report has nothing there itself."""
        if self.beneath is None or self.has(path) or not self.beneath.has(path):
            return self
        return self.beneath

    def at(self, path: KeyPath) -> Any:
        """The value at a key path that the file has."""
        here = self.data
        for part in path:
            here = here[part]
        return here

    def has(self, path: KeyPath) -> bool:
        """Whether the file itself has something at a key path."""
        here = self.data
        for part in path:
            within = range(len(here)) if isinstance(here, list) else here if isinstance(here, dict) else ()
            if part not in within:
                return False
            here = here[part]
        return True

    def as_written(self, path: KeyPath) -> KeyPath:
        """A key path as the file writes it, or would: a key that it has not is spelled as most of its keys are."""
        if not self.written:
            return path
        return tuple(self._written_part(path[: end + 1]) for end in range(len(path)))

    def _written_part(self, path: KeyPath) -> str | int:
        *above, part = path
        if path in self.written or not isinstance(part, str) or self.has(path):
            return self.written.get(path, part)
        return spelled(part, self.keys, "" if above else self.root)

    def in_english(self, written: KeyPath) -> KeyPath:
        """A key path as the file writes it, as far as the data have it, in English."""
        path: KeyPath = ()
        here = self.data
        for part in written:
            if isinstance(here, dict):
                part = next((key for key in here if self.written.get((*path, key), key) == part), part)  # noqa: PLW2901
            within = range(len(here)) if isinstance(here, list) else here if isinstance(here, dict) else ()
            if part not in within:
                break
            path, here = (*path, part), here[part]
        return path

    def line_of(self, path: KeyPath) -> int | None:
        """The line of a key path, or of the nearest thing above it."""
        return self.line_written(self.as_written(path))

    def line_written(self, path: KeyPath) -> int | None:
        """The line of a key path in the file's own spelling, or of the nearest thing above it."""
        mark = self.find_marks() if self.find_marks else None
        if mark is None:
            return None
        for part in path:
            if part not in mark.children:
                break
            mark = mark.children[part]
        return mark.line


class OutOfRange(Decimal):
    """A number that no report has. It computes as NaN, and prints as the file has it.

    Kept as a number it would be written out somewhere: pydantic does so to see that `2e999999999` is whole.
    """

    text: str

    def __new__(cls, text: str) -> Self:
        """The number that this text writes."""
        number = super().__new__(cls, "NaN")
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text


def whole_number(text: str) -> int | Decimal:
    """The integer that a file's digits write."""
    return int(text) if len(text) <= _MAX_DIGITS else OutOfRange(text)


def exact_number(text: str) -> Decimal:
    """The decimal that a file writes."""
    try:
        number = Decimal(text)
    except DecimalException:  # an exponent of many digits
        return OutOfRange(text)
    within = len(text) <= _MAX_DIGITS and abs(number.adjusted()) <= _MAX_DIGITS
    return number if within else OutOfRange(text)


def require_shallow(data: Any) -> None:
    """Refuse data that is nested deeper than any report, before anything walks it by recursion.

    Raises:
        DataFileError: It is.
    """
    level, depth = [data], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise too_deep()
        level = [child for item in level for child in _children(item)]


def _children(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield from item.values()
    elif isinstance(item, list):
        yield from item


def too_deep(line: int | None = None) -> DataFileError:
    """The error of data that is nested too deep."""
    return DataFileError(Finding("file_too_deep", found=str(MAX_DEPTH), line=line))


def line_at(text: str, position: int) -> int:
    """The line, from 1, of a position in a text."""
    return text.count("\n", 0, position) + 1


def line_text(text: str, line: int) -> str:
    """The content of a line, from 1; of the last one that is not blank where the line is blank or behind the end."""
    lines = text.split("\n")[:line]
    return next((content.strip() for content in reversed(lines) if content.strip()), "")


class SyntaxRule(NamedTuple):
    """What a parser's complaint means to the writer of the file.

    Attributes:
        pattern: Found in the parser's own words; its group, if it has one, is what the message names, else
            the message names the line.
        rule: The row in `messages.rules()`.
        at_start: The place is where the broken thing begins, not where the parser noticed.
    """

    pattern: str
    rule: str
    at_start: bool = False

    def match(self, complaint: str) -> re.Match[str] | None:
        """The match of the pattern, if this is the rule."""
        return re.search(self.pattern, complaint)
