"""What is cleaned: a row for each kind of step, in the order in which they are done."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase
from typing import NamedTuple

from renmin_docs.intake.prose import (
    characters,
    chat,
    contents,
    furniture,
    markdown,
    page_numbers,
    punctuation,
    site_titles,
    spacing,
    traditional,
    watermarks,
)
from renmin_docs.intake.prose.paragraphs import UNUSUAL, Lines, Paragraph
from renmin_docs.patterns import lazy


class Substitution(NamedTuple):
    """What is found and what is put in its place.

    Attributes:
        pattern: Finds the same in a line whether it stands alone or between line breaks.
        replace: Gives the text in place of a match.
        signs: One of these stands in each match; no matter which where there are none.
        hint: A simple pattern that each match holds: few texts do, and only for those the other is compiled.
    """

    pattern: Callable[[], re.Pattern[str]]
    replace: Callable[[re.Match[str]], str]
    signs: frozenset[str] = frozenset()
    hint: Callable[[], re.Pattern[str]] | None = None


class Step(NamedTuple):
    """One kind of cleaning.

    Attributes:
        name: What it is called by who switches it off.
        rule: The row in `messages.rules()` that tells its changes.
        substitutions: Tried one after another.
        edits: For a step that looks at all lines together: place → what stays of a line, nothing where it goes.
        applies: For a step that is done only to some texts: what tells.
        prepared: For a step whose signs say more than a text can: the lines with what they say.
    """

    name: str
    rule: str
    substitutions: tuple[Substitution, ...] = ()
    edits: Callable[[Lines], dict[int, str]] | None = None
    applies: Callable[[Lines], bool] | None = None
    prepared: Callable[[Lines], list[Paragraph]] | None = None


def _nothing(_: re.Match[str]) -> str:
    """What stands in place of a sign or number that is taken out."""
    return ""


_UNUSUAL, _DASHES, _SPACES = frozenset({UNUSUAL}), frozenset("-—–－―_ー"), frozenset(" \u3000")
STEPS: tuple[Step, ...] = (
    Step(
        "invisible",
        "clean_invisible",
        (
            Substitution(characters.INVISIBLE, characters.plain_space, _UNUSUAL),
            Substitution(characters.LOST_INDENTS, _nothing, frozenset("?")),
        ),
    ),
    Step("watermarks", "clean_watermark", edits=watermarks.watermarks),
    Step("contents", "document_contents", edits=contents.contents),
    Step(
        "markdown",
        markdown.RULE,
        (Substitution(markdown.SIGNS, _nothing), Substitution(markdown.EMPHASIS, markdown.plain)),
        edits=markdown.rules,
        applies=markdown.is_markdown,
        prepared=markdown.with_levels,
    ),
    Step("radicals", "clean_radicals", (Substitution(characters.RADICALS, characters.character_for, _UNUSUAL),)),
    Step(
        "pinyin",
        "clean_pinyin",
        (Substitution(characters.PINYIN, characters.without_pinyin, _UNUSUAL.union(ascii_lowercase)),),
    ),
    Step("traditional", "clean_traditional", (Substitution(traditional.CHINESE, traditional.simplified),)),
    Step(
        "quotes",
        "clean_quotes",
        (
            Substitution(punctuation.PRIME_QUOTES, punctuation.curved_quote, frozenset("〝〞")),
            Substitution(punctuation.STRAIGHT_QUOTES, punctuation.curved_quotes, frozenset('"')),
        ),
    ),
    Step(
        "punctuation",
        "clean_punctuation",
        (
            Substitution(punctuation.DOUBLED, punctuation.once, hint=lazy("[,，、；：;:。][,，、；：;:。？！]")),
            Substitution(characters.KEYCAPS, lambda key: f"{key[0][0]}、", frozenset("\u20e3")),
            Substitution(characters.EMOJI, _nothing, _UNUSUAL, characters.PICTURE),
            Substitution(punctuation.DOTS_FOR_COMMAS, lambda _: "、", frozenset("丶﹑､")),
            Substitution(punctuation.DASHES_FOR_ONE, lambda _: "一", _DASHES),
            Substitution(punctuation.LETTER_FOR_ONE, lambda _: "1", frozenset("l")),
            Substitution(punctuation.DECORATED, _nothing, frozenset("◆◇●•■▲★☆◎")),
            Substitution(punctuation.SPACED, _nothing, _SPACES, lazy(" [,;:!?.](?: |(?![^\n]))")),
            Substitution(punctuation.HALF_WIDTH_BRACKETS, punctuation.full_width_brackets, frozenset("(")),
            Substitution(
                punctuation.HALF_WIDTH,
                punctuation.full_width,
                frozenset("!,.:;?"),
                lazy("[!,.:;?](?:(?<=[^\x00-\x7f].)|(?<=[!,:;])(?:(?<![0-9].)|(?![0-9])))"),
            ),
        ),
        prepared=characters.with_items,
    ),
    Step(
        "spaces",
        "clean_spaces",
        (
            Substitution(
                spacing.SPREAD,
                spacing.gathered,
                _SPACES,
                lazy("[ \u3000](?:[\u3400-\u9fff][ \u3000]|(?<=[总报汇小计].)[ \u3000]*[结告报划](?![^\n]))"),
            ),
            Substitution(spacing.STRAY, _nothing, _SPACES, lazy(" (?:[，。；：！？、”）]|(?<=[，、；（“] ))")),
            Substitution(spacing.GAPS_BEFORE, spacing.without_spaces, _SPACES, lazy(" [0-9]")),
            Substitution(spacing.GAPS_BEHIND, spacing.without_spaces, _SPACES, lazy(" (?<=[0-9%‰] ) *[\u3400-\u9fff]")),
        ),
    ),
    Step(
        "page_numbers",
        "clean_page_numbers",
        (
            Substitution(
                page_numbers.INNER_PAGE, _nothing, _DASHES, lazy(r"[-—–－](?<![0-9].)\s?[0-9]{1,3}\s?[-—–－]")
            ),
            Substitution(page_numbers.OF_PAGES, _nothing, hint=lazy("页")),
        ),
        edits=page_numbers.page_numbers,
    ),
    Step(
        "furniture",
        "clean_furniture",
        (
            Substitution(
                site_titles.DATED, lambda match: str(match[1]), frozenset("-/"), lazy(" (?:19|20)[0-9]{2}[-/]")
            ),
            Substitution(chat.PLACEHOLDERS, _nothing, hint=lazy("图片|视频|动图|\\[[文链语表位]")),
            Substitution(furniture.SHARED, _nothing, frozenset("【"), lazy("该【")),
            Substitution(
                site_titles.IN_BRACKETS,
                lambda match: str(match[1]),
                frozenset("】]"),
                lazy("[】\\]](?:(?![^\\n])|(?=[12今一]))"),
            ),
        ),
        edits=furniture.furniture,
    ),
)
"""All kinds, in the order in which they are done: brackets are whole before pinyin is looked for in them."""
