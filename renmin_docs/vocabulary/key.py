"""One row: all that the package knows of a key of data files, beside the type that its model gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["text", "paragraphs", "chapters", "list", "fields", "names", "date", "value"]
_PRINTED = ("text", "paragraphs", "chapters", "list", "fields")
Place: TypeAlias = Literal[
    "", "header", "below_title", "above_chapters", "below_chapters", "behind_signature", "imprint"
]
_BETWEEN = "，"
STAND_IN = "某"
"""A text that is valid wherever one may stand."""


class Line(NamedTuple):
    """How a key is printed: in paragraphs of its own, whose element has the key's name, or among other words.

    Attributes:
        place: Where it stands: in a row at the top of 版头, below the title, above or below the chapters, behind the
            signature, in a line of 版记 above the printer's; nowhere for the keys that are printed otherwise.
        en: What it is in English.
        term: The standard's term for it, where the key has a shorter name.
        label: What the template prints before it.
        opening: What its text begins with, unless it brings it and the closing too.
        closing: And what it ends in.
        is_shared: Whether the template prints it among other words of that place.
    """

    place: Place = ""
    en: str = ""
    term: str = ""
    label: str = ""
    opening: str = ""
    closing: str = ""
    is_shared: bool = False

    def around(self, text: str) -> str:
        """A text between opening and closing."""
        has_both = text.startswith(self.opening) and text.endswith(self.closing)
        return text if has_both else self.opening + text + self.closing

    def within(self, printed: str) -> str:
        """The text that is printed as a line; with its opening and closing where others stand between them."""
        line = printed.removeprefix(self.label)
        if not (line.startswith(self.opening) and line.endswith(self.closing)):
            return line
        inner = line.removeprefix(self.opening).removesuffix(self.closing)
        return inner if inner and self.around(inner) == line and not self._are_two(inner) else line

    def _are_two(self, inner: str) -> bool:
        """Whether what stands within closes before it opens, as in （一）和（二）."""
        return bool(self.opening) and self.closing in inner.partition(self.opening)[0]


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
        line: How it is printed, where nothing but its place is particular.
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
    line: Line = Line()

    @property
    def is_printed(self) -> bool:
        """Whether its texts are printed, and may mention figures."""
        return self.form in _PRINTED

    @property
    def term(self) -> str:
        """The standard's term."""
        return self.line.term or self.zh

    @property
    def sample(self) -> Any:
        """A value to try templates with, which says what it is where any text will do."""
        return self.stand_in or f"样例{self.term}"

    def line_of(self, value: str | Sequence[str]) -> str:
        """What is printed of a value: a text, or names with commas between them.

        >>> Key("抄送", "names", line=Line(closing="。")).line_of(("县委", "县政府"))
        '县委，县政府。'
        """
        return self.line.around(value if isinstance(value, str) else _BETWEEN.join(value))

    def value_of(self, line: str) -> Any:
        """The value of which a line is printed: `names` as a list, anything else as text.

        >>> Key("抄送", "names", line=Line(label="抄送：", closing="。")).value_of("抄送：县委，县政府。")
        ['县委', '县政府']
        """
        text = self.line.within(line)
        return [name for name in text.split(_BETWEEN) if name.strip()] if self.form == "names" else text


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
