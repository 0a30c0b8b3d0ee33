"""Reports that tests share: small ones, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, Point, WorkReport, literal

ORGANIZATION = Organization(name="人民街道")
SENTENCE = "街道坚持以人民为中心的发展思想统筹推进各项重点工作持续提升治理效能和服务水平"


def report(**parts) -> WorkReport:
    """A report with one small chapter, and whatever parts are given."""
    defaults = {"organization": ORGANIZATION, "year": 2022, "achievements": Chapter(body="已完成。")}
    return WorkReport(**{**defaults, **parts})


def numbered_report(points: int, *, signed: bool = True) -> WorkReport:
    """A report with so many points on each of two levels below a chapter."""
    body = [Point(heading=f"第{n}项", body=[Point(lead="做法", body="已落实。")]) for n in range(1, points + 1)]
    return report(achievements=Chapter(body=body), issue_date=date(2022, 12, 5) if signed else None)


# What a Word document can carry, in one line: no control characters but the tab, no lone surrogates.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t")
ANY_TEXT = st.text(st.one_of(_CHARACTERS, st.sampled_from(list("&<>\"'“”—…　 {}%#_𠮷①\t"))), min_size=1, max_size=30)
PRINTABLE = ANY_TEXT.map(literal)
PARAGRAPHS = st.lists(PRINTABLE, max_size=3)


def _points(children):
    bodies = st.lists(st.one_of(PRINTABLE, children), max_size=3)
    series = st.sampled_from(["numbered", "ordinal", "plain"])
    return st.one_of(
        st.builds(Point, heading=PRINTABLE, body=bodies, series=series),
        st.builds(Point, lead=PRINTABLE, body=bodies, series=series),
        st.builds(Point, body=st.tuples(PRINTABLE)),
    )


_FLAT = st.builds(Point, lead=PRINTABLE, body=st.tuples(PRINTABLE))
_INLINE = st.builds(
    Chapter,
    heading=PRINTABLE,
    series=st.sampled_from(["ordinal", "plain"]),
    inline=st.just(True),
    body=st.lists(st.one_of(PRINTABLE, _FLAT), max_size=4),
)
_CHAPTER = st.builds(
    Chapter,
    heading=PRINTABLE,
    series=st.sampled_from(["numbered", "ordinal", "plain"]),
    body=st.lists(st.one_of(PRINTABLE, _points(_points(_FLAT))), max_size=4),
)
REPORTS = st.builds(
    WorkReport,
    organization=st.builds(Organization, name=ANY_TEXT.filter(str.strip)),
    year=st.integers(1900, 2100),
    title=PRINTABLE,
    introduction=PARAGRAPHS,
    achievements=st.lists(st.one_of(_CHAPTER, _INLINE), min_size=1, max_size=2),
    difficulties=st.lists(st.one_of(_CHAPTER, _INLINE), max_size=1),
    plans=st.lists(_CHAPTER, max_size=1),
    conclusion=PARAGRAPHS,
    issue_date=st.none() | st.dates(date(1950, 1, 1)),
)
