"""Applying the rules: which of them, to what, and one remark a place."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import localcontext
from operator import attrgetter
from typing import NamedTuple

from renmin_docs.errors import Finding
from renmin_docs.figures.arithmetic import CONTEXT
from renmin_docs.figures.scan import touches
from renmin_docs.messages.shown import quote
from renmin_docs.proofread import (  # noqa: F401 - they register their rules
    announced,
    attachments,
    dates,
    endings,
    estimates,
    growth,
    impossible_dates,
    last_year,
    measures,
    numbering,
    numbers,
    office_and_year,
    pairs,
    personal,
    placeholders,
    punctuation,
    ranks,
    repeats,
    shares,
    stale_years,
    sums,
    tables,
    twice,
    wording,
)
from renmin_docs.proofread.manuscript import Manuscript, OwnWord
from renmin_docs.proofread.passages import Passage
from renmin_docs.proofread.rules import RULES_ON_TEXT, Slip, TextRule

_BLANKS, _DIGITS = re.compile(r"\s+"), re.compile("[0-9]")
_NEAR = 300
"""Characters of its sentence on each side of the words that a fingerprint is made of."""
_BESIDE = 30
"""Characters of its sentence that a remark shows on each side of its words."""
_BEGINNING = 40
"""Characters of a passage that a remark shows which is on no words of it."""


@dataclass(frozen=True)
class Options:
    """What of the rules is applied.

    Attributes:
        select: The only rules to apply, by their identifiers or the letters of groups; none for the usual ones.
        ignore: The rules to leave out.
        last: The passages of last year's report, for rules that hold this year's against it.
        words: Words that the office itself wants to be looked for.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    last: Sequence[Passage] = ()
    words: Sequence[OwnWord] = ()

    def rules(self) -> list[TextRule]:
        """The rules that are applied."""
        return [rule for rule in RULES_ON_TEXT.values() if self.applies(rule.id, rule.id[0], is_on=rule.is_on)]

    def applies(self, rule: str, group: str, *, is_on: bool = True) -> bool:
        """Whether a rule is applied: its own identifier goes before that of its group.

        >>> options = Options(select=frozenset({"C1", "N"}), ignore=frozenset({"C", "N5"}))
        >>> [options.applies(rule, rule[0]) for rule in ("C1", "C2", "N1", "N5", "P1")]
        [True, False, True, False, False]
        """
        if rule in self.ignore or rule in self.select:
            return rule not in self.ignore
        if group in self.ignore or not self.select:
            return group not in self.ignore and is_on
        return group in self.select


class Remark(NamedTuple):
    """A finding at its place in the text.

    Attributes:
        finding: Rule, place, what was found and what would be right.
        passage: Number of the passage, from 0.
        start, end: The words, as positions in the passage's text.
        context: The sentence around the words, cut where it is long; 【 】 mark them.
        fingerprint: Stays the same while its sentence does, whatever is changed elsewhere.
    """

    finding: Finding
    passage: int
    start: int
    end: int
    context: str
    fingerprint: str


def proofread(passages: Sequence[Passage], options: Options | None = None) -> list[Remark]:
    """What the rules find in a document, in the order of the text.

    >>> from renmin_docs.proofread import read_lines
    >>> [remark.finding.rule for remark in proofread(read_lines("党员326名，其中男201名、女124名。"))]
    ['C1']
    """
    options = options or Options()
    manuscript = Manuscript(passages, options.last, options.words)
    with localcontext(CONTEXT):  # rules compute alike, whatever the context of the caller is
        found = [(rule, slip) for rule in options.rules() for slip in _slips(rule, manuscript)]
    kept = _most_specific(found)
    kept.sort(key=lambda each: (each[1].passage, each[1].start, each[1].end))
    return [_remark(rule, slip, manuscript) for rule, slip in kept]


def remark_on(finding: Finding, passage: int = -1, beginning: str = "") -> Remark:
    """A finding on no words: on a passage, which begins so, or on the whole."""
    fingerprint = _fingerprint(finding.rule, finding.found, finding.expected, beginning)
    shown = beginning if len(beginning) <= _BEGINNING else beginning[:_BEGINNING] + "…"
    return Remark(finding, passage, 0, 0, shown, fingerprint)


def _slips(rule: TextRule, manuscript: Manuscript) -> Iterator[Slip]:
    """What one rule finds, each with its passage and its place in it."""
    for slip in _looked(rule, manuscript):
        exempt = () if rule.is_quoted else manuscript.exempt[slip.passage]
        before = bisect_right(exempt, (slip.start, len(manuscript.passages[slip.passage].text))) - 1
        if before < 0 or slip.end > exempt[before][1]:
            yield slip


def _looked(rule: TextRule, manuscript: Manuscript) -> Iterator[Slip]:
    if rule.subject == "manuscript":
        yield from rule.looks(manuscript)
    elif rule.subject == "sentence":
        for sentence in manuscript.sentences:
            yield from (slip.within(sentence) for slip in rule.looks(sentence))
    else:
        for number, passage in enumerate(manuscript.passages):
            if passage.role in rule.roles:
                yield from (slip._replace(passage=number) for slip in rule.looks(passage))


def _most_specific(found: list[tuple[TextRule, Slip]]) -> list[tuple[TextRule, Slip]]:
    """One remark a place: a rule is silent where a rule that is over it speaks of the same characters."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for rule, slip in found:
        for name in rule.over:
            spans.setdefault((name, slip.passage), []).append((slip.start, slip.end))
    joined = {place: _joined(each) for place, each in spans.items()}
    return [
        (rule, slip)
        for rule, slip in found
        if not touches(joined.get((rule.id, slip.passage), []), slip.start, slip.end)
    ]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _remark(rule: TextRule, slip: Slip, manuscript: Manuscript) -> Remark:
    text = manuscript.passages[slip.passage].text
    words = text[slip.start : slip.end]
    finding = Finding(rule.id, manuscript.places[slip.passage], slip.found or quote(words), slip.expected)
    if slip.severity is not None:
        finding = replace(finding, level=slip.severity)
    start, end = _sentence_around(text, slip, manuscript)
    near = text[max(start, slip.start - _NEAR) : min(end, slip.end + _NEAR)]  # a sentence may go on without end
    fingerprint = _fingerprint(rule.id, words, near)
    return Remark(finding, slip.passage, slip.start, slip.end, _context(text, slip, start, end), fingerprint)


def _context(text: str, slip: Slip, start: int, end: int) -> str:
    """The words in their sentence, which is cut where it is long."""
    begin, stop = max(start, slip.start - _BESIDE), min(max(end, slip.end), slip.end + _BESIDE)
    before, behind = text[begin : slip.start].lstrip(), text[slip.end : stop].rstrip()
    cut = "…" if begin > start else "", "…" if stop < end else ""
    if slip.masked:
        before, behind = _DIGITS.sub("*", before), _DIGITS.sub("*", behind)
    return f"{cut[0]}{before}【{slip.masked or text[slip.start : slip.end]}】{behind}{cut[1]}"


def _sentence_around(text: str, slip: Slip, manuscript: Manuscript) -> tuple[int, int]:
    """Begin and end of the sentence that the words stand in; of the whole passage where it has no sentences."""
    sentences = manuscript.of_passage.get(slip.passage, [])
    at = bisect_right(sentences, slip.start, key=attrgetter("start")) - 1
    return (sentences[at].start, sentences[at].start + len(sentences[at].text)) if at >= 0 else (0, len(text))


def _fingerprint(*parts: str) -> str:
    joined = "\n".join(_BLANKS.sub("", part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]
