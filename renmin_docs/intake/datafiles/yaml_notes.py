"""What is noted of a YAML text while it is read: faults that do not stop the reading, and what may be one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from itertools import compress, count, repeat
from operator import contains
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding
from renmin_docs.intake.datafiles.likely_slips import Doubt, doubtful_rules
from renmin_docs.intake.datafiles.yaml_slips import Scalar, is_suspect, slip_of
from renmin_docs.messages.shown import quote
from renmin_docs.report.validation.key_paths import KeyPath, show_path

if TYPE_CHECKING:
    Path = Callable[[], KeyPath]

_COMMENT = re.compile(r"[ \t]+(#.*)")
_ONLY_COMMENT = re.compile(r"(?<=[:-])[ \t]+(#.*)")
_STUCK_COMMENT = re.compile(r"#[^\s#]")
_SENTENCE = re.compile(r"# *[0-9].*[。！？]\s*\Z")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ODD_BREAKS = "\r\x85\u2028\u2029"


class Notes:
    """Findings and doubts on a text, each with its line.

    Attributes:
        findings: Faults that did not stop the reading.
        doubts: What may be a fault.
        last_line: The line in which the last fault ends.
        comment_lines: The lines, from 0, in which a comment may begin behind a value.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.findings: list[Finding] = []
        self.doubts: list[Doubt] = []
        self.last_line = -1
        self.comment_lines = (
            frozenset(compress(count(), map(contains, self.lines, repeat("#"))))
            if " #" in text or "\t#" in text
            else frozenset()
        )

    def fault(self, rule: str, path: KeyPath, line: int, found: str = "") -> None:
        """Note a fault; it shows its line where nothing else was found."""
        self._note(Finding(rule, show_path(path), found or self.shown(line), line=line), line)

    def shown(self, line: int) -> str:
        """A line, from 1, as messages show it."""
        return quote(self.lines[line - 1].strip()) if line <= len(self.lines) else ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, as the parser counts them."""
        is_odd = any(sign in self._text for sign in _ODD_BREAKS)
        return _BREAK.split(self._text) if is_odd else self._text.split("\n")

    def take_key(self, event: Any, path: Path, above: dict[str, Any], in_flow: bool) -> bool:
        """Note the slip in a key; whether it is one."""
        finding = self._slip(event, is_key=True, in_flow=in_flow)
        if finding is None:
            return False
        owner, last = path()[:-1], next(reversed(above), None)
        if last is not None and above[last] is None:
            owner = (*owner, last)  # whose value the slip keeps it from being
        self._note(finding.at(show_path(owner)), event.end_mark.line + 1)
        return True

    def take_text(self, event: Any, value: object, path: Path, in_flow: bool) -> None:
        """Note the slip in a text, or what may be one; what reads as a number has no slips, and may be one itself."""
        start = event.start_mark
        finding = self._slip(event, is_key=False, in_flow=in_flow) if isinstance(value, str) else None
        if finding is not None:
            self._note(finding.at(show_path(path())), event.end_mark.line + 1)
        elif not event.style and event.tag is None:
            text = event.value if start.line == event.end_mark.line else self.lines[start.line][start.column :].strip()
            self.doubts += [
                Doubt(rule, path(), start.line + 1, text)
                for rule in doubtful_rules(text, is_number=not isinstance(value, str), in_flow=in_flow)
            ]

    def _note(self, finding: Finding, last_line: int) -> None:
        self.findings.append(finding)
        self.last_line = last_line

    def _slip(self, event: Any, *, is_key: bool, in_flow: bool) -> Finding | None:
        start, end = event.start_mark, event.end_mark
        if start.line == end.line and (event.style or not is_suspect(event.value)):
            return None
        source = self.lines[start.line : end.line + 1]
        lines = [*source]
        lines[-1] = lines[-1][: end.column]
        before, lines[0] = lines[0][: start.column], lines[0][start.column :]
        return slip_of(Scalar(event.style or "", lines, source, before, start.line + 1, is_key, in_flow))

    def take_end(self, event: Any, path: Path, key_line: int) -> None:
        """Note what YAML drops in silence: a text goes on with “ #3 …”, and that begins a comment.

        Args:
            event: The text; where it is empty, the parsers differ in where it stands.
            path: Gives its key path.
            key_line: The line of its key.
        """
        end = event.end_mark
        line = end.line + 1 if event.value or not key_line else key_line
        rest = self.lines[line - 1][end.column if event.value else 0 :] if line <= len(self.lines) else ""
        match = (_COMMENT.match(rest) if event.value else _ONLY_COMMENT.search(rest)) if "#" in rest else None
        if match and _STUCK_COMMENT.match(match[1]):
            self.fault("yaml_comment", path(), line, match[1])
        elif match and _SENTENCE.match(match[1]):
            self.doubts.append(Doubt("yaml_comment", path(), line, match[1]))
