"""Cleaning: named steps, each of which can be left out and says what it changed.

Digits, codes, addresses and Latin words stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from renmin_docs.errors import DataFileError, Finding
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
from renmin_docs.messages.shown import quote
from renmin_docs.patterns import lazy

Changes: TypeAlias = Counter[tuple[str, str]]
"""What was written and what it was made → how often."""
_MOST_SHOWN = 12
"""How many different changes of one line a note shows."""
_SHOWN = 12
"""How many characters of each."""


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
            Substitution(punctuation.DOUBLED, punctuation.once),
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
                lazy("[ \u3000](?:[^ \u3000][ \u3000]|(?<=[总报汇小计].)[ \u3000]*[结告报划](?![^\n]))"),
            ),
            Substitution(spacing.STRAY, _nothing, _SPACES, lazy(" (?:[，。；：！？、”）]|(?<=[，、；（“] ))")),
            Substitution(spacing.GAPS_BEFORE, spacing.without_spaces, _SPACES, lazy(" [0-9]")),
            Substitution(spacing.GAPS_BEHIND, spacing.without_spaces, _SPACES, lazy("[0-9%‰] ")),
        ),
    ),
    Step(
        "page_numbers",
        "clean_page_numbers",
        (
            Substitution(page_numbers.INNER_PAGE, _nothing, _DASHES, lazy(r"[-—–－]\s?[0-9]{1,3}\s?[-—–－]")),
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

CLEANING: tuple[str, ...] = tuple(step.name for step in STEPS)
"""Their names."""


def clean(lines: list[Paragraph], names: Collection[str] | None = None) -> tuple[list[Paragraph], list[Finding]]:
    """The lines after cleaning, and a note on what each step changed in each line.

    Args:
        lines: Lines or paragraphs.
        names: The steps to do, of `CLEANING`, in any order; or the steps to leave out of all, each with a minus
            before it (`-pinyin`). None is for all. `traditional` is left out by itself where the text is not
            written so, or OpenCC is missing, unless it is named.

    Raises:
        DataFileError: A name is unknown, or OpenCC is asked for and missing.
    """
    wanted, asked = _wanted(names)
    whole, notes = _printable(lines)
    for step in wanted:
        if step.name == "traditional" and step.name not in asked:
            if not traditional.is_traditional(whole.text):
                continue
            if not traditional.is_installed():
                notes.append(Finding("traditional_kept", expected=traditional.EXTRA))
                continue
        if step.applies and not step.applies(whole):
            continue
        if step.prepared:
            whole = whole.made(step.prepared(whole))
        if step.substitutions:
            whole = _substituted(whole, step, notes)
        if step.edits and (edits := step.edits(whole)):
            whole = whole.made([*_edited(whole.each, edits, step, notes)])
    return whole.each, notes


def _wanted(names: Collection[str] | None) -> tuple[Sequence[Step], set[str]]:
    """The steps to do, and the names of those that were named."""
    if names is None:
        return STEPS, set()
    given = set(names)
    findings = [
        Finding("cleaning_unknown", found=name, expected="、".join(CLEANING))
        for name in sorted(given)
        if name.removeprefix("-") not in CLEANING
    ]
    asked = given & set(CLEANING)
    if "traditional" in asked and not traditional.is_installed():
        findings.append(Finding("traditional_missing", expected=traditional.EXTRA))
    if findings:
        raise DataFileError(*findings)
    left_out = {name.removeprefix("-") for name in given - asked}
    wanted = asked if not left_out else set(CLEANING) - left_out | asked
    return [step for step in STEPS if step.name in wanted], asked


def _printable(lines: list[Paragraph]) -> tuple[Lines, list[Finding]]:
    """The lines without the characters that no document can carry."""
    whole, notes = Lines.of(lines), list[Finding]()
    is_printable = not any(map(characters.UNPRINTABLE.match, whole.signs))
    if is_printable and all(whole.bare) and len(whole.bare) == len(lines):  # as in most texts
        return whole, notes
    kept = list(lines)
    for place in [place for place, line in enumerate(lines) if not line.text.isprintable()]:
        text, removed = characters.UNPRINTABLE.subn("", lines[place].text)
        if removed:
            kept[place] = lines[place]._replace(text=text)
            notes.append(Finding("unprintable_removed", line=lines[place].line, found=str(removed)))
    return Lines.of([line for line in kept if line.text.strip()]), notes


def _substituted(whole: Lines, step: Step, notes: list[Finding]) -> Lines:
    """The lines after the substitutions of a step, without those of which nothing is left.

    Args:
        whole: The lines.
        step: The step.
        notes: Takes what was changed.
    """
    touched = [
        (each, _touched(whole.text, each.pattern()))
        for each in step.substitutions
        if not (each.signs and each.signs.isdisjoint(whole.signs))
        and (each.hint is None or each.hint().search(whole.text))
    ]
    places = {place for _, places in touched for place in places}
    if not places:
        return whole
    substituted, written = list(whole.each), list[str]()
    for place in sorted(places):
        line = whole.each[place]
        text, pairs = line.text, list[tuple[str, str]]()
        for each, held in touched:
            if pairs or place in held:  # what one has changed may be another's
                text = _replaced(text, each, pairs)
        if pairs:
            changes = Counter(pairs)
            notes.append(Finding(step.rule, line=line.line, found=_listed(changes), expected=str(changes.total())))
            substituted[place] = line._replace(text=text)
            written.append(text)
    return whole.made([line for line in substituted if line.text.strip()], "".join(written))


def _touched(text: str, pattern: re.Pattern[str]) -> set[int]:
    """The places of the lines that hold a match: one search in all of them, since few lines hold any."""
    places: set[int] = set()
    place = counted = 0
    match = pattern.search(text)
    while match:
        place += text.count("\n", counted, match.start())
        counted = match.start()
        places.update(range(place, place + match[0].count("\n") + 1))
        behind = text.find("\n", match.end())  # one match tells all of a line
        match = pattern.search(text, behind) if behind >= 0 else None
    return places


def _replaced(text: str, substitution: Substitution, pairs: list[tuple[str, str]]) -> str:
    def counted(match: re.Match[str]) -> str:
        new = substitution.replace(match)
        if new != match[0]:
            pairs.extend(_differences(match[0], new))
        return new

    return substitution.pattern().sub(counted, text)


def _differences(old: str, new: str) -> list[tuple[str, str]]:
    """The change, or the changes of single characters where each stands for one."""
    if len(old) != len(new):
        pairs = enumerate(zip(old, new, strict=False))
        same = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
        return [(old[same:], new[same:])] if same > _SHOWN else [(old, new)]
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def _listed(changes: Changes) -> str:
    """The different changes, as far as a note has room for them."""
    shown = "、".join(f"{quote(old, _SHOWN)}→{quote(new, _SHOWN)}" for old, new in list(changes)[:_MOST_SHOWN])
    return shown + ("…" if len(changes) > _MOST_SHOWN else "")


def _edited(lines: list[Paragraph], edits: dict[int, str], step: Step, notes: list[Finding]) -> Iterator[Paragraph]:
    """The lines that stay, all of them if none would; what stands behind a page's number begins a page."""
    edits = edits if any(edits.values()) or len(edits) < len(lines) else {}
    of_pages = step.name == "page_numbers"
    new_page = False
    for place, line in enumerate(lines):
        if place in edits:
            text = edits[place]
            notes.append(Finding(step.rule, line=line.line, found=quote(_taken_out(line.text.strip(), text), 60)))
            begins = new_page or (of_pages and line.text[:1] != text[:1])
            if text:
                yield line._replace(text=text, new_page=line.new_page or begins)
            new_page = of_pages and not text and any(map(str.isdecimal, line.text))  # a line of strokes ends no page
        else:
            yield line._replace(new_page=True) if new_page else line
            new_page = False


def _taken_out(old: str, new: str) -> str:
    """What a line has lost: all that stands between its first and its last difference."""
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(new))
    behind = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    end = next((at for at, (one, other) in enumerate(behind) if one != other), len(new) - start)
    return old[start : len(old) - end].strip()
