"""The red head and the imprint of a finished document. Source: GB/T 9704-2012, 7.2, 7.3.1, 7.3.2, 7.4."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.line_places import left_halves
from renmin_docs.check.rules import Deviation, PageFinding, checks
from renmin_docs.errors import Finding
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import whole
from renmin_docs.standard.header import LINES_BELOW_MARK, LINES_BELOW_RULE, RED
from renmin_docs.standard.imprint import INNER_RULE, OUTER_RULE
from renmin_docs.units import Length, Mm, Pt
from renmin_docs.vocabulary import LINES

_NUMBERS = ("document_number", "signatory_row")
_REDS = (RED, "C00000", "FF0100", "E60012")
_WEIGHT_TOLERANCE = Mm(0.06)
_LABELS = [(row.line.label, row.line.closing) for row in LINES["imprint"].values() if row.line.label]
_INDENT, _TOLERANCE = 2, 0.7
"""One 字 from both sides, in halves of a 字."""
_DRAWN = tuple(map(w, ("drawing", "pict", "object")))


@checks("red_rule", "head_gap", of="document")
def head(subject: FinishedDocument) -> Iterator[Deviation]:
    """The red rule below the number; two empty lines below the issuer's mark, and below the rule."""
    marks, titles = subject.with_role("issuer_mark"), subject.with_role("title")
    numbers = [each for each in subject.with_role(*_NUMBERS) if titles and each < titles[0]]
    if not marks or not numbers:
        return
    rules = [each for each in range(numbers[-1], titles[0] + 1) if _rules(subject, each)]
    drawn = any(_has_drawing(subject, each) for each in range(marks[0], titles[0] + 1))
    colors = [rule.get(w("color"), "auto").upper() for each in rules for rule in _rules(subject, each)]
    if not drawn and not any(color in _REDS for color in colors):
        yield Finding("red_rule", found=colors[0] if colors else "@none", expected=RED), subject.printed_at(numbers[-1])
    below_mark = subject.empty_lines_above(numbers[0])
    if subject.next_text(marks[-1]) == numbers[0] and below_mark != LINES_BELOW_MARK:
        expected = str(LINES_BELOW_MARK)
        finding = Finding("head_gap", found=str(below_mark), expected=expected, clause="7.2.5", strength="G")
        yield finding, subject.printed_at(numbers[0])
    below_rule = subject.empty_lines_above(titles[0])
    if rules and not drawn and below_rule != LINES_BELOW_RULE:
        finding = Finding("head_gap", found=str(below_rule), expected=str(LINES_BELOW_RULE))
        yield finding, subject.printed_at(titles[0])


@checks("addressee_gap", of="document")
def addressee(subject: FinishedDocument) -> Iterator[PageFinding]:
    """One empty line between title and addressee."""
    for each in subject.with_role("addressee")[:1]:
        if (lines := subject.empty_lines_above(each)) != 1:
            yield subject.printed_at(each).finding("addressee_gap", str(lines), "1")


@checks("imprint_rules", "imprint_weight", "imprint_indent", "imprint_end", "imprint_order", of="document")
def imprint(subject: FinishedDocument) -> Iterator[Deviation]:
    """Its rules and their weights, one character in, a full stop behind the organs, nothing behind it."""
    lines = subject.with_role(*LINES["imprint"], "printed_by")
    if not lines:
        return
    first = subject.printed_at(lines[0])
    is_free = all(subject.placed[each].cell is None for each in lines)
    around = range(max(0, lines[0] - 1), min(lines[-1] + 2, len(subject.placed)))
    rules = [rule for each in around for rule in _rules(subject, each)]
    if is_free and not rules and not any(_has_drawing(subject, each) for each in around):
        yield Finding("imprint_rules"), first
    for weight in _wrong_weights(rules):
        shown = f"{weight.mm:.2f} mm"
        yield Finding("imprint_weight", found=shown, expected=f"{OUTER_RULE.mm:g}、{INNER_RULE.mm:g} mm"), first
    for each in map(subject.printed_at, lines if is_free else ()):
        place = left_halves(subject, each)
        if place is not None and abs(place - _INDENT) > _TOLERANCE:
            yield Finding("imprint_indent", found=f"{place / 2:.1f}", expected="1"), each
        if any(each.text.startswith(label) and not each.text.rstrip().endswith(end) for label, end in _LABELS):
            yield Finding("imprint_end"), each
    if any(each > lines[0] for each in subject.with_role("attachment_label", "issue_date")):
        yield Finding("imprint_order"), subject.printed_at(lines[-1])


def _rules(subject: FinishedDocument, number: int) -> list[_Element]:
    """The rules above and below a paragraph."""
    element = subject.placed[number].paragraph.element
    sides = () if element is None else (subject.formatting.border(element, side) for side in ("top", "bottom"))
    return [side for side in sides if side is not None]


def _has_drawing(subject: FinishedDocument, number: int) -> bool:
    """Whether something is drawn at a paragraph, which may be a rule."""
    element = subject.placed[number].paragraph.element
    return element is not None and next(element.iter(*_DRAWN), None) is not None


def _wrong_weights(rules: list[_Element]) -> list[Length]:
    """The weights of the first and last rule that are not the outer one's, of others that are not the inner one's."""
    weights = [Length(Pt(1) * whole(rule.get(w("sz"))) // 8) for rule in rules]
    wanted = [OUTER_RULE if number in (0, len(weights) - 1) else INNER_RULE for number in range(len(weights))]
    pairs = zip(weights, wanted, strict=True)
    return [*dict.fromkeys(weight for weight, right in pairs if abs(weight - right) > _WEIGHT_TOLERANCE)]
