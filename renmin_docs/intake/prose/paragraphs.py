"""The middle form: paragraphs as plain text, whether they come from a text file or from a .docx.

All that finds structure works on these alone. A reader of another format makes them with whatever it knows
beside the text, and hands them to `reading.read_paragraphs`.
"""

from __future__ import annotations

from typing import NamedTuple

from renmin_docs.patterns import lazy


class Paragraph(NamedTuple):
    """A paragraph, or a line that may be a part of one.

    Attributes:
        text: What it says, in one line, without `mark` and `lead`.
        line: Where it stands, from 1: the line of a text file, the paragraph of a document.
        mark: The number that a program puts before it, as it is shown: `（一）`.
        lead: The run-in heading before the text, where a style tells it from the text.
        role: What its style says that it is, by the identifiers of `standard.elements`; empty where none does.
        outline: Its outline level, from 1; 0 for text.
        new_page: It begins a page.
        bold: How many letters and digits stand before its first bold words, and how many these have.
        item: How deep it stands in lists without numbers, from 1; 0 where it is no item of one.
    """

    text: str
    line: int = 0
    mark: str = ""
    lead: str = ""
    role: str = ""
    outline: int = 0
    new_page: bool = False
    bold: tuple[int, int] = (0, 0)
    item: int = 0

    @property
    def level(self) -> int:
        """The level of heading that style or outline gives it, from 1; 0 where they give none."""
        if not self.role.startswith("heading_"):
            return self.outline
        return int(self.role.removeprefix("heading_"))


def without_indent(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the spaces around its text, by which people indent it."""
    text = paragraph.text.strip()
    return paragraph if text == paragraph.text else paragraph._replace(text=text)


_SIGN = lazy("[^\n0-9、。，；：（）\u4e00-\u4e35\u4e37-\u9fff]")
_USUAL = frozenset("\u3000“”‘’《》【】〔〕—…·！？％～－").union(map(chr, range(32, 127)))
UNUSUAL = "unusual"
"""Stands among the signs of a text for any that few texts have."""


class Lines(NamedTuple):
    """Lines, and what is asked of all of them at once: most texts have nothing of what most rules look for.

    Attributes:
        each: The lines.
        text: All in one text, a newline between them.
        bare: The text of each without the spaces around it.
        signs: The characters that they may hold, numbers, Chinese ones and their commonest marks aside; 丶 is one.
    """

    each: list[Paragraph]
    text: str
    bare: list[str]
    signs: frozenset[str]

    @classmethod
    def of(cls, lines: list[Paragraph], signs: frozenset[str] | None = None) -> Lines:
        """The lines, with the signs that they hold at most, where these are known."""
        text = "\n".join([line.text for line in lines])
        bare = [*map(str.strip, text.split("\n"))] if lines else []
        return cls(lines, text, bare, signs_in(text) if signs is None else signs)

    def made(self, lines: list[Paragraph], written: str = "") -> Lines:
        """What these lines were made, with all that was written in them anew."""
        return self if lines is self.each else Lines.of(lines, self.signs | signs_in(written))


def signs_in(text: str) -> frozenset[str]:
    """The signs of a text, and `UNUSUAL` where few texts have them."""
    signs = frozenset(_SIGN().findall(text))
    return signs if signs <= _USUAL else signs | {UNUSUAL}


def lines_of(text: str) -> list[Paragraph]:
    r"""The lines of a text that are not blank; their indents are kept, since they tell where a paragraph begins.

    >>> [(line.text, line.line) for line in lines_of("一\r\n\r\n  二 ")]
    [('一', 1), ('  二', 3)]
    """
    lines: list[Paragraph] = []
    new_page = False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        written = line.rstrip()
        if written:
            lines.append(Paragraph(written, number, new_page=new_page))
        new_page = line.endswith("\f") or (new_page and not written)
    return lines
