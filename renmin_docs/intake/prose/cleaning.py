"""Cleaning: named steps, each of which can be left out and says what it changed.

Digits, codes, addresses and Latin words stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from renmin_docs.errors import DataFileError, Finding
from renmin_docs.intake.prose import characters, traditional
from renmin_docs.intake.prose.cleaning_steps import STEPS, Step, Substitution
from renmin_docs.intake.prose.paragraphs import Lines, Paragraph
from renmin_docs.messages.shown import quote

_MOST_SHOWN = 12
"""How many different changes of one line a note shows."""
_SHOWN = 12
"""How many characters of each."""
CLEANING: tuple[str, ...] = tuple(step.name for step in STEPS)
"""The names of the steps."""


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


def _listed(changes: Counter[tuple[str, str]]) -> str:
    """The different changes, as far as a note has room for them: what was written → what it was made."""
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
