"""What was changed in a printed line, brought back to the texts of the data that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from renmin_docs.emphasis import signed
from renmin_docs.report.text import literal
from renmin_docs.revise.coded import in_place, is_code, looks_in, words
from renmin_docs.revise.comparing import edits
from renmin_docs.revise.figure_edits import names_a_number
from renmin_docs.revise.printed_lines import PrintedLine, Token


class Retyped(NamedTuple):
    """A token and what stands in its place now, in the look in which it begins."""

    token: Token
    printed: str
    look: int = 0

    @property
    def is_mention(self) -> bool:
        """Whether a figure is mentioned still, be it with another number; what names none is words."""
        return self.token.kind == "figure" and (
            self.printed == self.token.printed or names_a_number(words(self.printed))
        )

    @property
    def raw(self) -> str:
        """How the data would have it without emphasis."""
        if self.printed == self.token.printed or self.is_mention:
            return self.token.raw
        return literal(self.printed)

    @property
    def looks(self) -> Iterator[tuple[str, int]]:
        """How the data would have it, in pieces, each with its emphasis."""
        if self.is_mention:
            yield self.token.raw, in_place(self.look, self.token.place)
            return
        for piece, look in looks_in(self.printed, self.look):
            yield literal(piece), in_place(look, self.token.place)


def rewritten(pieces: Sequence[Retyped]) -> tuple[str, str]:
    """A text of the data before and after, by its pieces; the same twice where nothing was changed in it."""
    before = "".join(each.token.raw for each in pieces)
    has_emphasis = any(each.look or is_code(each.token.printed + each.printed) for each in pieces)
    if not has_emphasis:
        return before, "".join(each.raw for each in pieces)
    after = signed(part for each in pieces for part in each.looks)
    old = [*_running([each._replace(printed=each.token.printed) for each in pieces], 0)]
    return before, before if after == signed(part for each in old for part in each.looks) else after


def _running(pieces: Iterable[Retyped], look: int) -> Iterator[Retyped]:
    """The pieces of a line, each with the look in which it begins."""
    for each in pieces:
        yield each._replace(look=look)
        *_, (_, look) = looks_in(each.printed, look)


def retyped(line: PrintedLine, text: str) -> list[Retyped]:
    """The tokens of a line whose compared text is another one now."""
    owners = [number for number, token in enumerate(line.tokens) for _ in token.printed]
    old = "".join(token.printed for token in line.tokens)
    new = [""] * len(line.tokens)
    for at in range(line.skip):
        new[owners[at]] += old[at]
    home = -1
    for kind, length, at_old, at_new in edits(line.text, text):
        at = line.skip + at_old
        if kind == "in":
            new[home if home >= 0 else _home(line, owners, at)] += text[at_new : at_new + length]
            continue
        for place in range(at, at + length) if kind == "same" else ():
            new[owners[place]] += old[place]
        home = owners[at] if kind == "out" else -1
    return [*_running((Retyped(token, printed) for token, printed in zip(line.tokens, new, strict=True)), 0)]


def _home(line: PrintedLine, owners: list[int], at: int) -> int:
    """The token that takes what is put in at a place: a text before or behind it, not a figure."""
    beside = [owners[each] for each in (at - 1, at) if 0 <= each < len(owners)]
    if not beside:
        return 0
    return next((number for number in beside if line.tokens[number].kind == "text"), beside[0])
