"""Expressions of work reports with what `scan` has to find in them, and how much of it `scan` finds.

`corpus.tsv` was written by hand before `scan` saw it. A line is a text and a column for each number in it, in their
order: `近3亿元=3e8 元 近` is what is written, then value in base units, unit, and any hedge. Signs of values:

- `13..17` a range or an estimate, `6.0:46.9:47.1` a ratio, `1/3` a fraction, `#3` a rank, `^10` 前10位
- `?` a number that is not known (几十), `!` one that is written wrong (约1200余)

The unit is `-` where there is none and `*` where any will do; `?` before the column allows the hit and does not ask for
it. `python -m tests.figures.corpus` prints the measures and every miss.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.figures import Estimate, Faulty, Rank, Ratio, Span, Unknown, scan
from renmin_docs.figures.tables import HEDGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renmin_docs.figures import Figure, Hit

CORPUS = Path(__file__).with_name("corpus.tsv")

_BOUNDS = {
    "about": "约 大约 左右 上下 来",
    "above": "超 超过 逾 突破 余 多 来 高于 多于 >",
    "below": "近 将近 接近 不足 不到 低于 少于 <",
    "at_least": "至少 不少于 不低于 以上 及以上 上 ≥",
    "at_most": "至多 不超过 不超 不高于 以下 以内 内 之内 ≤",
    "reached": "达 达到 高达 -",
}
"""What a hedge says of the value → the words that say it; a hedge is right where it says the same."""

_KINDS = {Faulty: "fault", Rank: "rank", Ratio: "ratio", Span: "range", Estimate: "range", Unknown: "unknown"}


class Truth(NamedTuple):
    """A number of a text, as a person reads it."""

    start: int
    end: int
    value: str
    unit: str
    hedge: str
    required: bool


class Line(NamedTuple):
    """A text with its numbers."""

    kind: str
    text: str
    truths: list[Truth]


class Verdict(NamedTuple):
    """What became of one number: the hit for it and which of its parts are wrong."""

    line: Line
    truth: Truth | None
    hit: Hit | None
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        truth = self.truth and f"{self.line.text[self.truth.start : self.truth.end]} = {' '.join(self.truth[2:5])}"
        hit = self.hit and shown(self.hit.figure, self.line.text[self.hit.start : self.hit.end])
        return f"{','.join(self.wrong):12} {truth or '-':40} {hit or '-':40} {self.line.text}"


class Measures(NamedTuple):
    """The shares of what is found and right."""

    must: int
    hits: int
    missed: list[Verdict]
    false: list[Verdict]
    incomplete: list[Verdict]

    @property
    def recall(self) -> float:
        """The share of required numbers that are found."""
        return 1 - len(self.missed) / self.must

    @property
    def precision(self) -> float:
        """The share of hits that stand on a number."""
        return 1 - len(self.false) / self.hits

    @property
    def all_right(self) -> float:
        """The share of required numbers whose kind, value, unit and hedge are right."""
        wrong = [verdict for verdict in self.incomplete if verdict.truth and verdict.truth.required]
        return 1 - (len(self.missed) + len(wrong)) / self.must

    @property
    def wrong_values(self) -> list[Verdict]:
        """The hits that have another value than the text; a fault and an unknown number have none to be wrong."""
        return [v for v in self.incomplete if "value" in v.wrong and v.hit and v.hit.figure.values]

    def __str__(self) -> str:
        return (
            f"{self.must} numbers, {self.hits} hits: recall {self.recall:.1%}, precision {self.precision:.1%}, "
            f"all right {self.all_right:.1%}, wrong values {len(self.wrong_values)}"
        )


def corpus() -> Iterator[Line]:
    """The lines of the file; a line that begins with # names the kind of those below it."""
    kind = ""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line.removeprefix("#").strip()
        else:
            text, *columns = line.split("\t")
            yield Line(kind, text, _truths(text, columns))


def _truths(text: str, columns: list[str]) -> list[Truth]:
    truths, at = [], 0
    for column in columns:
        written, _, meaning = column.removeprefix("?").partition("=")
        value, unit, hedge, *_ = *meaning.split(" "), "*" if meaning == "!" else "-", "-"
        start = text.index(written, at)
        at = start + len(written)
        truths.append(Truth(start, at, value, unit, hedge, required=not column.startswith("?")))
    return truths


def measured() -> Measures:
    """What `scan` finds in the corpus."""
    verdicts = [verdict for line in corpus() for verdict in judged(line)]
    return Measures(
        must=sum(verdict.truth is not None and verdict.truth.required for verdict in verdicts),
        hits=sum(verdict.hit is not None for verdict in verdicts),
        missed=[verdict for verdict in verdicts if verdict.wrong == ("missed",)],
        false=[verdict for verdict in verdicts if verdict.wrong == ("false",)],
        incomplete=[verdict for verdict in verdicts if verdict.wrong and verdict.hit and verdict.truth],
    )


def judged(line: Line) -> Iterator[Verdict]:
    """A verdict for each number of a line and each hit on none; of two hits on one number the second is false."""
    free = scan(line.text)
    for truth in line.truths:
        hit = next((hit for hit in free if hit.start < truth.end and truth.start < hit.end), None)
        if hit is not None:
            free.remove(hit)
            yield Verdict(line, truth, hit, tuple(wrong_parts(truth, hit.figure)))
        elif truth.required:
            yield Verdict(line, truth, None, ("missed",))
    for hit in free:
        yield Verdict(line, None, hit, ("false",))


def wrong_parts(truth: Truth, figure: Figure) -> Iterator[str]:
    """Which parts of a figure are not as the text has them."""
    is_top = truth.value.startswith("^")
    if not is_top and kind_of(figure) != _kind_of(truth):
        yield "kind"
    if not _is_equal(figure, truth):
        yield "value"
    if truth.unit not in ("*", figure.unit or "-"):
        yield "unit"
    if not is_top and not _is_same_hedge(figure.hedge, truth.hedge):
        yield "hedge"


def kind_of(figure: Figure) -> str:
    """The kind of a figure, in the words of the corpus."""
    return next((kind for each, kind in _KINDS.items() if isinstance(figure, each)), "number")


def _kind_of(truth: Truth) -> str:
    signs = {"!": "fault", "?": "unknown", "#": "rank", "..": "range", ":": "ratio"}
    return next((kind for sign, kind in signs.items() if sign in truth.value), "number")


def _is_equal(figure: Figure, truth: Truth) -> bool:
    wanted = _values(truth.value)
    found = [Fraction(value) for value in figure.values]
    return len(wanted) == len(found) and all(
        abs(one - other) <= abs(one) * Fraction(1, 10**9) for one, other in zip(wanted, found, strict=True)
    )


def _values(value: str) -> list[Fraction]:
    numbers = value.lstrip("#^").replace("..", ":").split(":")
    return [] if value in ("!", "?") else [_number(number) for number in numbers]


def _number(text: str) -> Fraction:
    return Fraction(text) if "/" in text else Fraction(Decimal(text))


def _is_same_hedge(found: str, wanted: str) -> bool:
    bound = HEDGES[found].bound if found in HEDGES else "reached"
    return wanted in _BOUNDS[bound].split()


def shown(figure: Figure, written: str) -> str:
    """A figure in the notation of the corpus."""
    value = ":".join(f"{each:f}" for each in figure.values) or "?"
    return f"{written} = {value} {figure.unit or '-'} {figure.hedge or '-'} ({type(figure).__name__})"


def main() -> None:
    """Print every miss and then the measures."""
    found = measured()
    for title in ("missed", "false", "incomplete"):
        sys.stdout.writelines(f"{line}\n" for line in (f"{title}:", *getattr(found, title), ""))
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main()
