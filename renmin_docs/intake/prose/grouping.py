"""Series in a tree that is made: the paragraphs of a body that are points of one, or hold them."""

from __future__ import annotations

from collections.abc import Iterator

from renmin_docs.errors import Finding
from renmin_docs.intake.prose.outline import Draft, points_of
from renmin_docs.intake.prose.series import inline_series, leading_series
from renmin_docs.messages.shown import quote


def group_series(root: Draft) -> Iterator[Finding]:
    """Make points of the series in all bodies that have no points yet, and say which paragraphs were divided."""
    waiting = root.points
    while waiting:
        draft = waiting.pop()
        texts = [item for item in draft.body if isinstance(item, str)]
        if len(texts) < len(draft.body):
            waiting += draft.points
        elif texts:
            yield from _group(draft, texts)


def _group(draft: Draft, texts: list[str]) -> Iterator[Finding]:
    """The points in a body that is texts alone: of one paragraph each, or of the only paragraph that holds any."""
    if span := leading_series(texts):
        start, end = span
        draft.series = "plain"
        draft.body[start:end] = [Draft(body=[text], rung=draft.rung) for text in texts[start:end]]
        return
    found = [(place, series) for place, text in enumerate(texts) if (series := inline_series(text))]
    if len(found) != 1:
        if found:
            yield Finding("series_kept", line=draft.line, found=quote(texts[found[0][0]]))
        return
    place, (words, pieces) = found[0]
    runs_in = place == 0 and draft.rung > 0 and not draft.heading
    if runs_in and pieces[0].is_point and not draft.lead:
        return  # a mere number before the series: the paragraph is its text
    draft.series, draft.inline = ("ordinal" if words.is_mark else "plain"), True
    draft.body[place : place + 1] = points_of(pieces, draft)
