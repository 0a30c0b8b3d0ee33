"""Units in a tree: each point under the one that it belongs to, with a note on every number out of turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.dividing import Unit
from renmin_docs.intake.prose.headings import (
    Head,
    chapter_head_of,
    head_of,
    head_shown,
    is_known_heading,
    is_like_heading,
    lead_of,
    sentence_head_of,
)
from renmin_docs.intake.prose.ladder import BARE, LABEL, LINE, SPOKEN, Ladder
from renmin_docs.intake.prose.marks import ORDINAL, Mark, number_in
from renmin_docs.intake.prose.paragraphs import Paragraph
from renmin_docs.intake.prose.series import Piece, runs_on_inline, series_up_to
from renmin_docs.messages.shown import quote

if TYPE_CHECKING:
    from renmin_docs.report.sections import Series


@dataclass(slots=True)
class Draft:
    """A chapter or a point in the making.

    Attributes:
        unit: What it is made from; None for the whole text, and for a chapter that no heading begins.
        heading: Its heading on a line of its own.
        lead: Its run-in heading.
        body: Texts and points.
        series: How the points in the body are marked.
        inline: They stand in one paragraph.
        own: How many texts of the body are of the paragraph that it begins with.
        rung: The rung that it stands on, from 0; that of what is above it for a 一是, and -1 for the whole.
        kind: The kind of a chapter that a sentence opens, and no heading.
    """

    unit: Unit | None = None
    heading: str = ""
    lead: str = ""
    body: list[str | Draft] = field(default_factory=list)
    series: Series = "numbered"
    inline: bool = False
    own: int = 0
    rung: int = -1
    kind: str = ""

    @property
    def number(self) -> int:
        """The number that it has in the text; 0 where it has none."""
        return self.unit.mark.number if self.unit and self.unit.mark else 0

    @property
    def points(self) -> list[Draft]:
        """The points in the body."""
        return [item for item in self.body if isinstance(item, Draft)]

    @property
    def last_point(self) -> Draft | None:
        """The last of them; None where there is none."""
        for item in reversed(self.body):
            if isinstance(item, Draft):
                return item
        return None

    @property
    def beginning(self) -> str:
        """The first words of it; empty where it has none."""
        return self.heading or self.lead or self.opening

    @property
    def opening(self) -> str:
        """The first words below its heading; empty where there are none."""
        first = next(iter(self.body), "")
        return first if isinstance(first, str) else first.beginning

    @property
    def is_ordinal(self) -> bool:
        """Whether it is a point of a 一是 series."""
        return self.unit is not None and self.unit.form == ORDINAL

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, which goes on behind ；."""
        first = self.body[0] if self.own and not self.lead else ""
        return isinstance(first, str) and first.endswith("；")

    @property
    def takes_text(self) -> bool:
        """Whether the text that follows belongs to it: not to a mere numbered paragraph, or to one of a series."""
        return bool(self.heading) or (not self.is_ordinal and (bool(self.lead) or self.rung < 1))

    @property
    def line(self) -> int | None:
        """Where it begins."""
        return self.unit.source.line if self.unit else None


class Outline:
    """The tree of a text.

    Args:
        ladder: The forms of its marks.
        in_one_chapter: It has no chapters and nothing that could begin one.

    Attributes:
        root: The whole: the introduction's texts, then the chapters.
        notes: What was guessed or out of turn.
    """

    def __init__(self, ladder: Ladder, *, in_one_chapter: bool = False) -> None:
        self.root = Draft()
        self.notes: list[Finding] = []
        self._ladder = ladder
        self._open = [self.root]
        if in_one_chapter:
            self._place(Draft(rung=0))

    def add(self, unit: Unit, following: Unit | None) -> None:
        """Put a unit in its place; whether it is a heading depends on what follows it."""
        mark = unit.mark
        if mark is None:
            if is_like_heading(unit.text) and not unit.source.role:
                self.notes.append(Finding("line_unmarked", line=unit.source.line, found=quote(unit.text)))
            self._add_text(unit.whole)
        elif unit.kind:
            self._open = [self.root]
            label, _, rest = unit.text.partition("：")
            if is_known_heading(label):
                self._place(self._draft(unit, Head(heading=label, text=rest, rule="line_numbered"), 0))
            else:
                self._place(Draft(unit, body=[unit.whole], own=1, rung=0, kind=unit.kind))
        elif mark.form == ORDINAL:
            self._add_ordinal(unit, following)
        elif (rung := self._rung(mark.form)) is None or not (unit.text or unit.source.lead):
            self._note("mark_too_deep" if rung is None else "mark_alone", unit)
            self._add_text(unit.whole)
        elif rung == 0:
            self._add_chapter(unit, following)
        else:
            self._add_numbered(unit, following, rung)

    def _rung(self, form: str) -> int | None:
        """The rung that a form stands on; one for which the ladder has none takes the next below what is open."""
        rung = self._ladder.rung(form)
        if rung is not None:
            return rung
        alike = (draft.rung for draft in self._open if draft.unit and draft.unit.form == form)
        below = next(alike, self._open[-1].rung + 1)
        return max(below, 1) if below < len(self._ladder.marks) else None

    def _add_text(self, text: str) -> None:
        while not self._open[-1].takes_text:
            self._open.pop()
        self._open[-1].body.append(text)

    def _add_chapter(self, unit: Unit, following: Unit | None) -> None:
        has_more = following is not None and _is_under(following, unit)
        head = self._label_of(unit) or chapter_head_of(unit.source.lead + unit.text, has_more=has_more)
        self._open = [self.root]
        self._place(self._draft(unit, head, 0))

    def _add_numbered(self, unit: Unit, following: Unit | None, rung: int) -> None:
        self._close(rung)
        if self._open == [self.root]:
            self._place(Draft(rung=0))
        if self._open[-1].series != "numbered" and self._open[-1].points and not self._make_room(self._open[-1]):
            self._note("series_mixed", unit)
            self._add_text(unit.whole)
            return
        self._open[-1].series = "numbered"
        self._place(self._draft(unit, self._label_of(unit) or self._head(unit, following), rung))

    def _close(self, rung: int) -> None:
        """Close the points that stand on this rung or below it, and what is in them."""
        for place, draft in enumerate(self._open):
            if draft.rung >= rung and not draft.is_ordinal:
                del self._open[place:]
                return

    def _make_room(self, draft: Draft) -> bool:
        """Make the 一是 points of a body plain texts again, if nothing is in them."""
        if any(point.points for point in draft.points):
            return False
        draft.body = [text for item in draft.body for text in _as_texts(item)]
        return True

    def _add_ordinal(self, unit: Unit, following: Unit | None) -> None:
        number = unit.mark.number if unit.mark else 0
        if number == 1 and not self.root.body and not runs_on_inline(unit.whole):
            self._place(Draft(rung=0))
        place = None if runs_on_inline(unit.whole) else self._series_of(number)
        if number > 1 and not self._runs_on(place, number) and self._begun_in_text(number):
            place = len(self._open) - 1
        if place is None:
            if number > 1 or self._open[-1].is_ordinal:
                self._note("series_kept", unit)
            self._add_text(unit.whole)
            return
        del self._open[place + 1 :]
        above = self._open[-1]
        above.series = "ordinal"
        self._place(self._draft(unit, self._head(unit, following), above.rung))

    def _runs_on(self, place: int | None, number: int) -> bool:
        """Whether a number is the next one of the series in the body at a place."""
        last = None if place is None else self._open[place].last_point
        return last is not None and last.number == number - 1

    def _begun_in_text(self, number: int) -> bool:
        """Make points of the 一是 … in the last paragraph, where a number goes on with them; whether it does."""
        draft = self._open[-1]
        text = draft.body[-1] if draft.body else None
        pieces = series_up_to(text, number - 1) if isinstance(text, str) and not draft.is_ordinal else []
        if not pieces or draft is self.root or draft.points or (pieces[0].is_point and len(draft.body) <= draft.own):
            return False
        draft.body[-1:] = points_of(pieces, draft)
        return True

    def _series_of(self, number: int) -> int | None:
        """The place, among what is open, of the body that a 一是 point of this number goes on with, or begins.

        A second 一是 straight after the first is a slip; later, another series begins, which a body cannot hold.
        """
        places = range(len(self._open) - 1, 0, -1)
        last = {at: point for at in places if (point := self._open[at].last_point)}
        ongoing = [at for at in last if self._open[at].series == "ordinal"]
        if number == 1:
            repeated = [at for at in ongoing if last[at].number == 1]
            free = [
                at for at in places if at not in last and self._open[at].takes_text and not self._open[at].is_ordinal
            ]
            return next(iter([*repeated, *free]), None)
        exact = [at for at in ongoing if last[at].number == number - 1]
        return next(iter([*exact, *ongoing]), None)

    def _label_of(self, unit: Unit) -> Head | None:
        """The heading that a line without a mark is, alone or with ： above a series; None for any other."""
        form = unit.form
        is_label = form == LINE or (form.startswith((LABEL, BARE, "outline")) and unit.text.endswith("："))
        return Head(heading=unit.text.removesuffix("："), rule="line_numbered") if is_label else None

    def _head(self, unit: Unit, following: Unit | None) -> Head:
        if unit.source.lead:
            return Head(lead=lead_of(unit.source.lead), text=unit.text)
        if unit.source.role == "point":
            return Head(text=unit.text)
        if unit.source.level:
            head = head_shown(unit.text)
            return head if head.lead else Head(heading=unit.text)
        before = self._open[-1].last_point
        is_item = before is not None and before.is_item
        has_more = following is not None and _is_under(following, unit) and not is_item
        if unit.form == ORDINAL:
            heads = unit.number == 1 or (before is not None and bool(before.heading))  # the last may have text behind
            head = head_of(unit.text, has_more=heads and following is not None and following.mark is None)
            is_headed = _heads_item(head) if is_item else bool(has_more or head.lead or head.text)
            return head if is_headed else Head(text=unit.text)
        if has_more and following is not None and following.mark and following.source.line == unit.source.line:
            return sentence_head_of(unit.text)
        return head_of(unit.text, has_more=has_more)

    def _draft(self, unit: Unit, head: Head, rung: int) -> Draft:
        if head.rule:
            self.notes.append(Finding(head.rule, line=unit.source.line, found=quote(head.heading or head.lead)))
        texts: list[str | Draft] = [head.text] if head.text else []
        return Draft(unit, head.heading, head.lead, texts, own=len(texts), rung=rung)

    def _place(self, draft: Draft) -> None:
        self._open[-1].body.append(draft)
        self._open.append(draft)

    def _note(self, rule: str, unit: Unit) -> None:
        found = unit.mark.text if unit.mark else ""
        self.notes.append(Finding(rule, line=unit.source.line, found=found))


def points_of(pieces: list[Piece], above: Draft) -> list[Draft | str]:
    """The points of a 一是 series within a paragraph, behind the text before the first.

    Args:
        pieces: The pieces of the paragraph.
        above: What holds the series.
    """
    made: list[Draft | str] = []
    for piece in pieces:
        made.append(_made_of(piece, above, made[-1] if made else ""))
    return made


def _made_of(piece: Piece, above: Draft, before: Draft | str) -> Draft | str:
    """A point of a 一是 series within a paragraph, or the text before the first."""
    if not piece.is_point:
        return piece.text
    head = head_of(piece.text, has_more=False)
    is_item = isinstance(before, Draft) and before.is_item
    is_lead = bool(piece.mark) and (_heads_item(head) if is_item else bool(head.lead))
    unit = Unit(Mark(ORDINAL, number_in(piece.mark), piece.mark), piece.text, Paragraph("", above.line or 0))
    return Draft(
        unit if piece.mark else None,
        lead=head.lead if is_lead else "",
        body=[head.text if is_lead else piece.text],
        own=1,
        rung=above.rung,
    )


def _heads_item(head: Head) -> bool:
    """Whether an item behind ； has a heading of its own, and not a sentence of parts as the others are."""
    return bool(head.lead) and "，" not in head.lead


def _as_texts(item: str | Draft) -> list[str | Draft]:
    """A point without points as the texts that it was made from: its own paragraph, and those that followed."""
    if isinstance(item, Draft) and item.unit is not None:
        return [item.unit.whole, *item.body[item.own :]]
    return [item]


def _is_under(following: Unit, unit: Unit) -> bool:
    """Whether what follows belongs to a unit: text, or a mark of another form."""
    mark, other = unit.mark, following.mark
    if mark is None or other is None:
        return other is None
    begins = other.number < 2 and not other.form.startswith((BARE, LABEL, SPOKEN))
    return other.form != mark.form and begins
