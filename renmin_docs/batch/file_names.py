"""Output file names: if two reports map to one name, both fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from renmin_docs.batch.names import same_name
from renmin_docs.batch.outcomes import Outcome
from renmin_docs.errors import Finding

_MOST_NAMED = 5


class Claim(NamedTuple):
    """A report that wants a name: its place among the reports, its path or name, the file that it wants."""

    place: int
    input: str
    path: Path


class Claims:
    """Output names, each with the reports that map to it."""

    def __init__(self) -> None:
        self._claims: dict[str, list[Claim]] = {}

    def claim(self, place: int, given: str, path: Path) -> Claim | None:
        """Claim a name for a report; gives the first claim on it, if there is one."""
        claims = self._claims.setdefault(same_name(path.name), [])
        claims.append(Claim(place, given, path))
        return claims[0] if len(claims) > 1 else None

    def new_failures(self, path: Path) -> Iterator[tuple[int, Outcome]]:
        """The failures that the last claim on a name has caused: its own, and the first one's if it is the second."""
        claims = self._claims[same_name(path.name)]
        for claim in claims if len(claims) == 2 else claims[-1:]:
            yield claim.place, _refused(claim, [claims[0], claims[-1]])

    def failures(self) -> Iterator[tuple[int, Outcome]]:
        """All failures of a run, worded alike whichever report came first."""
        for claims in self._claims.values():
            if len(claims) > 1:
                ordered = sorted(claims, key=lambda claim: (claim.input, claim.place))
                for claim in claims:
                    yield claim.place, _refused(claim, ordered)


def _refused(claim: Claim, claims: list[Claim]) -> Outcome:
    inputs = [each.input for each in claims[:_MOST_NAMED]] + ["…"] * (len(claims) > _MOST_NAMED)
    finding = Finding("batch_name_taken", found=claim.path.name, expected="、".join(inputs))
    return Outcome(claim.input, "failed", findings=(finding,))
