"""Reading large XML from anybody in one pass and constant memory: handlers by local name, no tree, no DTD.

For parts that hold a million elements of which few matter, as sheets of workbooks do. Other parts are read by
`ooxml.xml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from renmin_docs.errors import Finding, PackageError

if TYPE_CHECKING:
    Opening = Callable[[dict[str, str]], None]
    Closing = Callable[[str], None]

MAX_DEPTH, MAX_ELEMENTS = 100, 5_000_000
MAX_TEXT = 32_767
"""Characters in a cell. Source: Excel's specifications and limits."""
_LONG_RUN = re.compile(rb"<[^<]{262144}")
"""A tag with the text behind it that is longer than a cell needs; expat's time grows with the square of a tag."""


def read_events(
    data: bytes,
    part: str,
    namespaces: Iterable[str],
    opening: Mapping[str, Opening],
    closing: Mapping[str, Closing],
) -> None:
    """Walk through a part.

    Args:
        data: Its bytes.
        part: Its name, for messages.
        namespaces: Those of the elements that the handlers are for.
        opening: Local name → what is called with the attributes when such an element begins.
        closing: Local name → what is called with the text directly in such an element when it ends.

    Raises:
        PackageError: The part is not well-formed, brings a DTD, or holds too many elements, too deep ones, or a text
            that is too long.
    """
    _Walk(part, tuple(namespaces), opening, closing).through(data)


class _Walk:
    """One pass through a part."""

    def __init__(
        self, part: str, namespaces: tuple[str, ...], opening: Mapping[str, Opening], closing: Mapping[str, Closing]
    ) -> None:
        from xml.parsers import expat

        self._part = part
        self._opening = {f"{space} {name}": call for space in namespaces for name, call in opening.items()}
        self._closing = {f"{space} {name}": call for space in namespaces for name, call in closing.items()}
        self._depth = self._count = self._size = 0
        self._pieces: list[str] = []
        self._errors = (expat.ExpatError, LookupError, ValueError)  # of the markup, and of its encoding
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype

    def through(self, data: bytes) -> None:
        """Read all of it."""
        if _LONG_RUN.search(data):
            raise self._long_text()
        try:
            self._parser.Parse(data, True)
        except PackageError:
            raise
        except self._errors as error:
            raise PackageError(Finding("part_damaged", found=self._part, expected=str(error))) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise PackageError(Finding("part_damaged", found=self._part))
        if self._count > MAX_ELEMENTS:
            raise PackageError(Finding("workbook_elements", found=self._part, expected=f"{MAX_ELEMENTS}"))
        if call := self._opening.get(name):
            call(attributes)
        if name in self._closing:
            self._pieces, self._size = [], 0
            self._parser.CharacterDataHandler = self._characters

    def _characters(self, text: str) -> None:
        self._size += len(text)
        if self._size > MAX_TEXT:
            raise self._long_text()
        self._pieces.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if call := self._closing.get(name):
            self._parser.CharacterDataHandler = None
            call("".join(self._pieces))
            self._pieces = []

    def _long_text(self) -> PackageError:
        return PackageError(Finding("workbook_text", found=self._part, expected=str(MAX_TEXT)))

    def _doctype(self, *_: Any) -> None:
        raise PackageError(Finding("package_doctype", found=self._part))
