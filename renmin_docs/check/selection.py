"""Which rules are applied: identifiers and letters of groups, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from renmin_docs.errors import Finding, RuleError
from renmin_docs.messages import rules
from renmin_docs.messages.checks import CHECKS
from renmin_docs.messages.page_checks import PAGE_CHECKS
from renmin_docs.messages.pages import PAGES
from renmin_docs.messages.suggestions import alike

_BETWEEN = re.compile(r"[\s,，、;；]+")
_OF_TEXT = re.compile(r"[A-Z][0-9]{1,3}")
_PAGE = "page"
"""The group of all rules on the page."""


class Selection(NamedTuple):
    """The rules that are applied: those that alone are, none for the usual ones, and those that are not."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def over(self, beneath: Selection) -> Selection:
        """This selection over that of a file: what is selected here is not ignored there."""
        return Selection(self.select or beneath.select, self.ignore | (beneath.ignore - self.select))


def group_of(rule: str) -> str:
    """The group of a rule: the letter of those on text, `page`, or none."""
    return (
        rule[0] if _OF_TEXT.fullmatch(rule) else _PAGE if rule in CHECKS or rule in PAGE_CHECKS or rule in PAGES else ""
    )


def selection(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
    """The selection that people write: each text may name several, with commas between them.

    Raises:
        RuleError: An identifier is not known; all of them.

    >>> sorted(selection(ignore=["c1,p4", "N"]).ignore)
    ['C1', 'N', 'P4']
    """
    chosen, left = [*_names(select)], [*_names(ignore)]
    if unknown := [name for name in (*chosen, *left) if name not in _known()]:
        raise RuleError(*(Finding("rule_unknown", found=name, expected=_near(name)) for name in dict.fromkeys(unknown)))
    return Selection(frozenset(chosen), frozenset(left))


def _names(texts: Iterable[str]) -> Iterator[str]:
    for text in (texts,) if isinstance(texts, str) else texts:
        for name in filter(None, _BETWEEN.split(text)):
            yield name.upper() if name not in _known() and name.upper() in _known() else name


@cache
def _known() -> frozenset[str]:
    """All rules, and the letters of the groups of those on text."""
    return frozenset(rules()) | frozenset(filter(None, map(group_of, rules())))


def _near(name: str) -> str:
    of_text = sorted((rule for rule in rules() if _OF_TEXT.fullmatch(rule)), key=lambda rule: (rule[0], int(rule[1:])))
    near = alike(name.lower(), [rule for rule in rules() if not _OF_TEXT.fullmatch(rule)], most=1, like=0.6)
    group = [rule for rule in of_text if rule[0] == name[0].upper()]
    return "、".join(near or group or [*of_text, _PAGE])
