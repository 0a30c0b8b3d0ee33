"""Reports that tests share: small ones, and any that hypothesis can think of."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, Point, WorkReport, literal
from renmin_docs.check import sample
from renmin_docs.numerals import MARKS
from tests.figures.figure_strategies import canonical_texts

ORGANIZATION = Organization(name="人民街道")
SENTENCE = "街道坚持以人民为中心的发展思想统筹推进各项重点工作持续提升治理效能和服务水平"


def report(**parts) -> WorkReport:
    """A report with one small chapter, and whatever parts are given."""
    defaults = {"organization": ORGANIZATION, "year": 2022, "achievements": Chapter(body="已完成。")}
    return WorkReport(**{**defaults, **parts})


def whole_report(folder: Path) -> WorkReport:
    """A report that has everything at once, of the samples that templates are tried with."""
    items = [item for items in sample._items(folder).values() for item in items]
    return sample.text_report(
        addressee=["样例主送机关"],
        issue_date=date(2022, 12, 20),
        header=sample._headers()[0],
        attachments=sample._attachments(),
        **sample._values("below_title"),
        **sample._values("behind_signature"),
        imprint=sample._imprint(),
        others=[Chapter(heading="样例图表", after="plans", body=items)],
    )


def numbered_report(points: int, *, signed: bool = True) -> WorkReport:
    """A report with so many points on each of two levels below a chapter."""
    body = [Point(heading=f"第{n}项", body=[Point(lead="做法", body="已落实。")]) for n in range(1, points + 1)]
    return report(achievements=Chapter(body=body), issue_date=date(2022, 12, 5) if signed else None)


# What a Word document can carry, in one line: no control characters but the tab, no lone surrogates.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t")
ANY_TEXT = st.text(st.one_of(_CHARACTERS, st.sampled_from(list("&<>\"'“”—…　 {}%#_𠮷①\t"))), min_size=1, max_size=30)
PRINTABLE = ANY_TEXT.map(literal)


def _within(sign: str, text: str) -> str:
    """An emphasised text."""
    return f"{{{sign}{text}{sign}}}"


# Every report has these figures, so that any text may mention them.
_AMOUNTS = st.integers(1, 10**10)
_FIGURES = st.fixed_dictionaries(
    {
        "shops": canonical_texts,
        "营业额": st.fixed_dictionaries({"value": _AMOUNTS, "previous": _AMOUNTS, "unit": st.just("元")}),
        "firms": st.just({"total": "7家", "parts": {"商贸业": "4家", "服务业": "3家"}}),
    }
)
_MENTIONS = st.sampled_from(("{shops}", "{ shops }", "{营业额}", "{营业额:同比}", "{firms}", "{firms:其中}"))
_WORDS = st.one_of(PRINTABLE, _MENTIONS)
_ONE_KIND = st.builds(_within, st.sampled_from("*+^~"), _WORDS)
_TWO_KINDS = st.builds(
    lambda signs, text: f"{{{signs[0]}{{{signs[1]}{text}{signs[1]}}}{signs[0]}}}", st.permutations("*+^"), _WORDS
)
TEXTS = st.one_of(
    PRINTABLE, st.lists(st.one_of(_WORDS, _WORDS, _ONE_KIND, _TWO_KINDS), min_size=1, max_size=4).map("".join)
)
PARAGRAPHS = st.lists(TEXTS, max_size=3)
_DEEPEST = 4
_LADDERS = st.builds(
    lambda marks, rungs: tuple(marks[:rungs]), st.permutations(MARKS), st.sampled_from((4, 4, 3, 2, 1))
)
_PARTS = ("", "上半年", "下半年", "第二季度", "第四季度", "1月", "12月")


@cache
def _sections(rungs: int, depth: int) -> st.SearchStrategy[dict]:
    """Series and body of a section below which the ladder has so many rungs left."""
    marked = ("numbered", "ordinal", "plain") if rungs else ("ordinal", "plain")
    flat = st.builds(Point, lead=TEXTS, body=st.lists(TEXTS, max_size=1))
    inline = st.fixed_dictionaries(
        {
            "series": st.sampled_from(("ordinal", "plain")),
            "inline": st.just(True),
            "body": st.lists(st.one_of(TEXTS, flat), max_size=4),
        }
    )
    bodies = {
        series: st.lists(st.one_of(_points(rungs - (series == "numbered"), depth - 1), TEXTS), max_size=3)
        for series in marked
    }
    apart = [st.fixed_dictionaries({"series": st.just(series), "body": body}) for series, body in bodies.items()]
    return st.one_of(apart[0], *apart, apart[0], inline)  # numbered ones more often: only they go deep


@cache
def _points(rungs: int, depth: int) -> st.SearchStrategy[Point]:
    bare = st.builds(Point, body=st.tuples(TEXTS))
    if not depth:
        return bare
    drawn = st.tuples(st.sampled_from(("heading", "lead")), TEXTS, _sections(rungs, depth))
    whole = drawn.map(lambda it: Point(**{it[0]: it[1]}, **it[2]))
    return st.one_of(whole, bare, whole, whole)


def _chapters(rungs: int, **parts: st.SearchStrategy) -> st.SearchStrategy[Chapter]:
    drawn = st.tuples(TEXTS, _sections(rungs, _DEEPEST), st.fixed_dictionaries(parts))
    return drawn.map(lambda it: Chapter(heading=it[0], **it[1], **it[2]))


def _alone(chapters: st.SearchStrategy[list[Chapter]]) -> st.SearchStrategy[list[Chapter]]:
    """The chapters; one that is alone may have no heading, for its report to derive one."""
    bare = chapters.map(lambda drawn: [each.replace(heading="") for each in drawn] if len(drawn) == 1 else drawn)
    return st.one_of(chapters, bare)


@st.composite
def _arguments(draw: st.DrawFn) -> dict[str, object]:
    """What makes a report with a ladder of one to four marks, and any chapters that it has rungs for."""
    marks, year = draw(_LADDERS), draw(st.integers(1900, 2100))
    rungs = len(marks) - 1
    after = st.sampled_from(("introduction", "achievements", "difficulties", "plans"))
    part = draw(st.sampled_from(_PARTS))
    return {
        "organization": Organization(name=draw(ANY_TEXT.filter(str.strip)), issuer=draw(st.sampled_from(("", "街道")))),
        "year": year,
        "period": f"{year}年{part}" if part else "",
        "figures": draw(_FIGURES),
        "introduction": draw(PARAGRAPHS),
        "conclusion": draw(PARAGRAPHS),
        "issue_date": draw(st.none() | st.dates(date(1950, 1, 1))),
        "marks": marks,
        "title": draw(st.one_of(st.just(""), TEXTS, st.tuples(TEXTS, TEXTS).map("\n".join))),
        "achievements": draw(_alone(st.lists(_chapters(rungs), min_size=1, max_size=2))),
        "difficulties": draw(_alone(st.lists(_chapters(rungs), max_size=1))),
        "plans": draw(_alone(st.lists(_chapters(rungs), max_size=1))),
        "others": draw(st.lists(_chapters(rungs, after=after), max_size=2)),
    }


ARGUMENTS = _arguments()
REPORTS = ARGUMENTS.map(lambda arguments: WorkReport(**arguments))


def some_reports(number: int) -> list[WorkReport]:
    """So many of them, the same in every run."""
    found: list[WorkReport] = []

    @settings(
        derandomize=True,
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(REPORTS)
    def collect(sample: WorkReport) -> None:
        found.append(sample)

    collect()
    return found
