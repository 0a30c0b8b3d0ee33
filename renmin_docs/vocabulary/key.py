"""One row: all that the package knows of a key of data files, beside the type that its model gives it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["text", "paragraphs", "chapters", "list", "fields", "names", "date", "value"]
_PRINTED = ("text", "paragraphs", "chapters", "list", "fields")


class Key(NamedTuple):
    """A key of a mapping.

    Attributes:
        zh: Its Chinese spelling.
        form: What its value holds. The first five are printed, and figures may be mentioned in them: a `text`;
            `paragraphs` (one text or a list, a newline begins a new one); `chapters` (one or a list); any other `list`;
            `fields`, which the file names itself: texts, lists, and fields below fields.
            The others are `names` (one or a list), a `date`, and any other `value`.
        of: The mappings that may stand as its value, or in the list that is its value.
        words: The Chinese words for values that are words; not for those that are Chinese already, or names (A, B).
        expects: The word of messages for what would be right, where the form does not tell.
        item: The same for an item of its list.
        example: How a value is written; keys in it stand in backquotes.
        stand_in: A value that is valid wherever the key may stand, for one that is not; the form may tell it.
        meant: Wrong words that come to mind first.
        decides: In a body only this mapping has it.
        profile: Whether a profile may hold it: the `whole` of it, or the `part` of its mapping that it may hold.
    """

    zh: str
    form: Form = "value"
    of: tuple[str, ...] = ()
    words: Mapping[str, str | bool] = MappingProxyType({})
    expects: str = ""
    item: str = ""
    example: str = ""
    stand_in: Any = None
    meant: tuple[str, ...] = ()
    decides: bool = False
    profile: Literal["", "whole", "part"] = ""

    @property
    def is_printed(self) -> bool:
        """Whether its texts are printed, and may mention figures."""
        return self.form in _PRINTED


class Part(NamedTuple):
    """A paragraph that an item of a body prints; it stays on the page of the next part.

    Attributes:
        kind: Kind of its block, which is the name of its element too.
        zh: What that is called in Chinese.
        en: What that is called in English.
        key: The key of the item whose text it prints; empty for what is set for the page: a table, a picture.
        before: What stands before that text.
    """

    kind: str
    zh: str
    en: str
    key: str = ""
    before: str = ""


Mapped: TypeAlias = dict[str, Key]
"""The keys of a mapping, in the order of its model."""

TRUTH: dict[str, str | bool] = {"是": True, "否": False}
STAND_IN = "某"
"""A text that is valid wherever one may stand."""
