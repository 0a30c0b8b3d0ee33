"""Word documents drawn in plain text, as offices set them: one line for each paragraph, with its look before it.

`@center 22 heading_1 list2 outline2 break| ` before a text: in the middle, 22 pt, the style Heading 1, Word's own numbers
of the second level, the second outline level, on a new page. Within a text `*bold*`, `~struck out~`, `‖hidden‖`, `^raised^`, `_lowered_` and `⏎` for a
line break; rows of a table between `|`, in its cells `¶` between paragraphs, `←` for a cell that the one before it
goes over, `↑` for one that the one above does.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_NUMBERS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
_SIDES = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_LOOKS: dict[str, Callable[[Run], None]] = {
    "*": lambda run: setattr(run.font, "bold", True),
    "~": lambda run: setattr(run.font, "strike", True),
    "‖": lambda run: setattr(run.font, "hidden", True),
    "^": lambda run: setattr(run.font, "superscript", True),
    "_": lambda run: setattr(run.font, "subscript", True),
}
_BEFORE = {"←": (0, 1), "↑": (1, 0)}
"""Sign of a cell that another goes over → how many rows above and columns before it that one stands."""
_WITHIN = re.compile(r"([*~‖^_])([^*~‖^_]*)\1")


def drawn(text: str) -> Document:
    """The document of a drawing; `@header|` and `@footer|` are above and below each page."""
    document = docx.Document()
    _add_numbers(document)
    for is_table, lines in groupby(text.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            _add_table(document, [line[1:].removesuffix("|").split("|") for line in lines])
            continue
        for line in lines:
            _add_line(document, line)
    return document


def _add_table(document: Document, rows: list[list[str]]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for at, texts in enumerate(rows):
        for place, text in enumerate(texts):
            if text in _BEFORE:
                down, right = _BEFORE[text]
                made.cell(at - down, place - right).merge(made.cell(at, place))
                continue
            cell = made.cell(at, place)
            for number, part in enumerate(text.split("¶")):
                _runs(cell.add_paragraph() if number else cell.paragraphs[0], part)


def _add_line(document: Document, line: str) -> None:
    looks, text = line[1:].split("|", 1) if line.startswith("@") else ("", line)
    words = looks.split()
    if words in (["header"], ["footer"]):
        getattr(document.sections[0], words[0]).paragraphs[0].text = text
        return
    paragraph = document.add_paragraph()
    size = next((Pt(int(word)) for word in words if word.isdecimal()), None)
    for word in words:
        _set_look(document, paragraph, word)
    for run in _runs(paragraph, text):
        run.font.size = size


def _set_look(document: Document, paragraph: Paragraph, word: str) -> None:
    if word in _SIDES:
        paragraph.alignment = _SIDES[word]
    elif word == "break":
        paragraph.paragraph_format.page_break_before = True
    elif re.fullmatch("list[1-9]", word):
        level = f'<w:ilvl w:val="{int(word[4:]) - 1}"/><w:numId w:val="900"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{level}</w:numPr>"))
    elif re.fullmatch("outline[1-9]", word):
        level = f'<w:outlineLvl {nsdecls("w")} w:val="{int(word[7:]) - 1}"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(level))
    elif not word.isdecimal():
        name = word.replace("_", " ")
        if not any(style.name.lower() == name for style in document.styles):
            document.styles.add_style(name, 1)
        paragraph.style = next(style for style in document.styles if style.name.lower() == name)


def _runs(paragraph: Paragraph, text: str) -> list[Run]:
    made: list[Run] = []
    at = 0
    for match in _WITHIN.finditer(text):
        made.append(paragraph.add_run(text[at : match.start()].replace("⏎", "\n")))
        made.append(paragraph.add_run(match[2].replace("⏎", "\n")))
        _LOOKS[match[1]](made[-1])
        at = match.end()
    return [*made, paragraph.add_run(text[at:].replace("⏎", "\n"))]


def _add_numbers(document: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(_NUMBERS)
    )
    numbering = document.part.numbering_part.element
    first = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(first))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
