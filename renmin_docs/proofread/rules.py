"""The registry of rules on text: a row for each, and the function that looks for it.

To add a rule, write a function with `@rule("N40", "passage")`, its message in the table of its group (level,
standard, clause, strength), and its vectors in tests/proofread/vectors/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from renmin_docs.messages import Severity, rules
from renmin_docs.proofread.manuscript import Sentence
from renmin_docs.proofread.passages import BODY, Role

Subject = Literal["sentence", "passage", "manuscript"]
"""What a rule looks at: each `Sentence` of the running text, each passage of some roles, or the whole
`Manuscript`."""


class Slip(NamedTuple):
    """What a rule found.

    Attributes:
        start, end: Where in the sentence or passage that the rule was given; for the manuscript, in `passage`.
        found: What stands there; empty for the words themselves.
        expected: What would be right, with the arithmetic.
        passage: Number of the passage, for a rule that looks at the manuscript.
        severity: Where it is another than the rule's: a warning where the other side stands far away.
        masked: What is shown in place of the words, where they are personal data.
    """

    start: int
    end: int
    found: str = ""
    expected: str = ""
    passage: int = -1
    severity: Severity | None = None
    masked: str = ""

    @classmethod
    def at(cls, match: re.Match[str], expected: str = "", group: str | int = 0, **more: Any) -> Slip:
        """What a pattern found, or one group of it."""
        return cls(match.start(group), match.end(group), expected=expected, **more)

    def within(self, sentence: Sentence) -> Slip:
        """A slip in a sentence at its place in the passage."""
        start, end = self.start + sentence.start, self.end + sentence.start
        return self._replace(passage=sentence.passage, start=start, end=end)


Looks: TypeAlias = "Callable[[Any], Iterable[Slip]]"
LooksT = TypeVar("LooksT", bound=Looks)


class TextRule(NamedTuple):
    """One rule on text.

    Attributes:
        id: Its identifier; its first letter names its group (C consistency, N numbers, P punctuation, S structure,
            W words), and its message is the row of that key.
        subject: What it looks at.
        looks: Yields what it finds.
        is_on: Whether it is applied unless it is selected.
        is_quoted: Whether it also looks into quoted words, names of documents and addresses.
        over: Rules that say less of the same place, and are silent where this one speaks.
        roles: The passages that a rule on passages looks at.
    """

    id: str
    subject: Subject
    looks: Looks
    is_on: bool = True
    is_quoted: bool = False
    over: tuple[str, ...] = ()
    roles: frozenset[Role] = BODY


RULES_ON_TEXT: dict[str, TextRule] = {}
"""Identifier → rule, in the order in which they are applied."""


def rule(
    name: str,
    subject: Subject,
    *,
    is_on: bool = True,
    is_quoted: bool = False,
    over: tuple[str, ...] = (),
    roles: frozenset[Role] = BODY,
) -> Callable[[LooksT], LooksT]:
    """Register the function that looks for a rule.

    Raises:
        ValueError: The rule has no message, or is registered twice.
    """
    if name not in rules() or name in RULES_ON_TEXT:
        raise ValueError(f"no message, or registered twice: {name}")

    def register(looks: LooksT) -> LooksT:
        RULES_ON_TEXT[name] = TextRule(name, subject, looks, is_on, is_quoted, over, roles)
        return looks

    return register
