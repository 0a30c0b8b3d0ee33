"""Lines near a title that say the same: in two lines, with the name of a site behind it, without the year."""

from __future__ import annotations

from renmin_docs.intake.prose.frame_lines import is_office
from renmin_docs.intake.prose.identity import names_office
from renmin_docs.intake.prose.site_titles import without_year
from renmin_docs.intake.prose.years import years_in
from renmin_docs.patterns import lazy

GENRES = ("政府工作报告", "工作总结", "工作报告", "工作汇报", "述职报告")
"""Titles of a page's catalogue, as long as the report has one of its own."""
_BEGINNING = 2
"""Characters that a half of a title begins with as the whole does."""
_LONGEST = 120
"""Characters of a line that may be a title, at most."""
_SITE = lazy(r"(?<=[^-_|—–－\s])\s*[-_|—–－]+\s*[^-_|—–－\s]{2,40}\Z")
"""What a web page puts behind its title; a sign of a list before one is none."""
_BEFORE_SITE = frozenset("-_|—–－")


def repetitions(text: str, lines: list[str]) -> tuple[str, list[int]]:
    """The title as the lines below repeat it, in two lines or with the office above it, and the places of them."""
    title = text.replace("\n", "")
    whole = plain(title)
    places = [place for place, line in enumerate(lines) if len(line) <= _LONGEST and repeats(line, whole)]
    begun = [at for at, line in enumerate(lines[:-1]) if whole.startswith(line[:_BEGINNING])]
    if not (places or begun):  # as in most texts
        return text, places
    same = without_year(whole)
    halves = next((at for at in begun if without_year(plain(lines[at]) + plain(lines[at + 1])) == same), None)
    if halves is not None:
        return "\n".join(lines[halves : halves + 2]), sorted({*places, halves, halves + 1})
    if not places:
        return text, places
    organ = next((place - 1 for place in places if place and is_office(lines[place - 1])), None)
    if organ is not None and not names_office(title):
        return f"{lines[organ]}\n{text}", sorted({*places, organ})
    return text, places


def best_of(titles: list[str]) -> str:
    """Of titles that say the same, the shortest that names the year."""
    dated = [title for title in titles if title != without_year(title)]
    return min(dated or [title for title in titles if years_in(title)] or titles, key=len)


def repeats(text: str, title: str) -> bool:
    """Whether a line says what the title says, or all but the year of it."""
    if text[-1] != title[-1] and _BEFORE_SITE.isdisjoint(text):
        return False
    line = plain(text)
    same = line.replace("年", "") == title.replace("年", "") or without_year(title) == without_year(line)
    return same or (title.endswith(line) and line in GENRES)


def plain(text: str) -> str:
    """A line without spaces, and without what names a site behind it."""
    if len(text) > _LONGEST:
        return text
    return (text if _BEFORE_SITE.isdisjoint(text) else _SITE().sub("", text)).replace(" ", "")
