"""Where signature and date of a finished document stand. Source: GB/T 9704-2012, 7.3.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renmin_docs.check.finished import FinishedDocument
from renmin_docs.check.line_places import right_halves
from renmin_docs.check.rules import PageFinding, checks
from renmin_docs.check.subject import Printed
from renmin_docs.errors import Finding
from renmin_docs.standard.signature import half_indents, seal_rows
from renmin_docs.standard.text_width import LINE, half_widths

_SIGNERS = ("issuer", "issuers", "position")
_TOLERANCE = 1
"""Halves of a 字 that a place may be off."""
_UNDER_SEAL = 8
"""Halves of a 字 between the right edge and a date under a seal or beside a stamp."""


@checks("signature_place", "signature_gap", "place_unknown", of="document")
def signature(subject: FinishedDocument) -> Iterator[PageFinding]:
    """Organ and date by the formula, or under a seal, and an empty line above them."""
    dates = subject.with_role("issue_date")
    if not dates:
        return
    date = dates[-1]
    signers = [each for each in subject.with_role(*_SIGNERS) if each < date]
    printed = [subject.printed_at(each) for each in (*signers, date)]
    numbers, place = tuple(each.number for each in printed), f"{printed[0].element.term} {printed[0].place}"
    places = [right_halves(subject, each) for each in printed]
    if places[-1] is None:
        yield PageFinding(Finding("place_unknown", place, "@signature_by_tabs"), numbers)
        return
    if _is_sealed(subject, signers, printed, places):
        return
    if signers and None not in places:
        yield from _unsealed(printed, [each for each in places if each is not None], place, numbers)
    if signers and not subject.empty_lines_above(signers[0]):
        yield PageFinding(Finding("signature_gap", place, "0", "1"), numbers)


def _unsealed(
    printed: Sequence[Printed], places: Sequence[float], place: str, numbers: tuple[int, ...]
) -> Iterator[PageFinding]:
    *issuers, date = ("".join(each.text.split()) for each in printed)
    wanted, wanted_date = half_indents(issuers, date)
    expected = [*wanted, wanted_date]
    if any(abs(each - right) > _TOLERANCE for each, right in zip(places, expected, strict=True)):
        yield PageFinding(Finding("signature_place", place, _in_characters(places), _in_characters(expected)), numbers)


def _is_sealed(
    subject: FinishedDocument, signers: Sequence[int], printed: Sequence[Printed], places: Sequence[float | None]
) -> bool:
    """Whether date and organ stand as under a seal: the date four characters in, the organ in the middle above it."""
    *above, date = printed
    names = [name for at in signers for name in subject.placed[at].paragraph.text.split()]
    wanted = {_UNDER_SEAL, seal_rows(names, date.text.strip()).date_right} if names else {_UNDER_SEAL}
    date_place, issuer_place = places[-1], places[-2] if above else None
    if date_place is None or all(abs(date_place - each) > _TOLERANCE for each in wanted):
        return False
    if issuer_place is None or subject.placed[signers[-1]].role == "position":
        return True
    middles = (issuer_place + half_widths(above[-1].text.strip()) / 2, date_place + half_widths(date.text.strip()) / 2)
    return abs(middles[0] - middles[1]) <= 2 * _TOLERANCE


def _in_characters(halves: Sequence[float]) -> str:
    """Places as messages show them, in 字: 2、1."""
    return "、".join(f"{min(max(round(each), 0), LINE) / 2:g}" for each in halves)
