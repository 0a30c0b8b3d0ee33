"""What was changed in a printed line, brought back to the texts of the data that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.report.text import literal
from renmin_docs.revise.comparing import edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.revise.printed_lines import PrintedLine, Token


class Retyped(NamedTuple):
    """A token and what stands in its place now."""

    token: Token
    printed: str

    @property
    def raw(self) -> str:
        """How the data would have it: a figure whose words are others is still mentioned."""
        if self.printed == self.token.printed:
            return self.token.raw
        if self.token.kind == "figure":
            return self.token.raw if self.printed else ""
        return literal(self.printed)


def retyped(line: PrintedLine, text: str) -> list[Retyped]:
    """The tokens of a line whose compared text is another one now."""
    owners = [number for number, token in enumerate(line.tokens) for _ in token.printed]
    old = "".join(token.printed for token in line.tokens)
    new = [""] * len(line.tokens)
    for at in range(line.skip):
        new[owners[at]] += old[at]
    at, home = line.skip, -1
    for kind, length, piece in _pieces(line.text, text):
        if kind == "in":
            number = home if home >= 0 else _home(line, owners, at)
            new[number] += piece
            continue
        for character in piece:
            if kind == "same":
                new[owners[at]] += character
            at += 1
        home = owners[at - length] if kind == "out" else -1
    return [Retyped(token, printed) for token, printed in zip(line.tokens, new, strict=True)]


def _pieces(old: str, new: str) -> Iterator[tuple[str, int, str]]:
    """The pieces of an edit with their characters."""
    at_old = at_new = 0
    for kind, length in edits(old, new):
        yield kind, length, new[at_new : at_new + length] if kind == "in" else old[at_old : at_old + length]
        at_old += length if kind != "in" else 0
        at_new += length if kind != "out" else 0


def _home(line: PrintedLine, owners: list[int], at: int) -> int:
    """The token that takes what is put in at a place: a text before or behind it, not a figure."""
    beside = [owners[each] for each in (at - 1, at) if 0 <= each < len(owners)]
    if not beside:
        return 0
    return next((number for number in beside if line.tokens[number].kind == "text"), beside[0])
