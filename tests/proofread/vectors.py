"""The vectors of the rules on text: data that the tests and the page of the rules are made of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

FOLDER = Path(__file__).parent / "vectors"
_MARKS = re.compile("[【】]")


class Vector(NamedTuple):
    """One text for one rule.

    Attributes:
        rule: The rule.
        text: The text, without the marks.
        words: What is found, in order; empty for a text in which the rule is silent.
        last: Last year's report, for a rule that looks at it.
    """

    rule: str
    text: str
    words: tuple[str, ...]
    last: str = ""


def vectors() -> list[Vector]:
    """All of them, rule by rule."""
    made = []
    for file in sorted(FOLDER.glob("*.yaml")):
        for rule, rows in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for key in ("found", "silent"):
                made += [_vector(rule, text, is_found=key == "found") for text in rows[key]]
    return made


def _vector(rule: str, row: str | dict[str, str], *, is_found: bool) -> Vector:
    text, last = (row["text"], row["last"]) if isinstance(row, dict) else (row, "")
    words = tuple(re.findall("【([^【】]*)】", text)) if is_found else ()
    return Vector(rule, _MARKS.sub("", text) if words else text, words, last)
