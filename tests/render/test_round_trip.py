"""Whatever is typed into a report comes back from python-docx, character for character."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from renmin_docs import Chapter, Point, literal
from renmin_docs.emphasis import pieces_of, without_notes
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.context import write_date
from tests.effort import examples
from tests.samples import ANY_TEXT, REPORTS, report

SPECIAL = "& < > \" ' “ ” 𠮷 ① \t — …… {} {% if %} {{ name }} {# # {_{ }_} {_% %_} &amp; <w:t> ]]>"


def texts_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def in_runs(text: str) -> str:
    """The characters of a text's runs: those that are raised or lowered are plain ones there."""
    return "".join(piece for piece, _ in pieces_of(without_notes(str(text))))


def expected_of(sample) -> list[str]:
    """What a typed document prints, paragraph by paragraph, but for title and empty lines."""
    expected = []
    for block in Printer(sample).blocks:
        parts = block["points"] or (block,)
        expected.append("".join(part["mark"] + in_runs(part["lead"]) + in_runs(part["text"]) for part in parts))
    if sample.issue_date:
        expected += ["", sample.organization.issuer, write_date(sample.issue_date)]
    return expected


@given(REPORTS)
@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_comes_back_whole(sample):
    title, empty, *rest = texts_of(sample.to_bytes())
    assert title.replace("\n", "") == in_runs(Printer(sample).text(sample.title)).replace("\n", "")
    assert empty == ""
    assert rest == expected_of(sample)


def test_raised_and_lowered_characters_come_back_as_plain_ones_in_runs_of_their_own():
    test_any_report_comes_back_whole.hypothesis.inner_test(
        report(introduction="占地500m{^2^}", achievements=Chapter(heading="{^0^}", body=["CO{~2~}"]))
    )


@given(ANY_TEXT)
@settings(max_examples=examples(60), deadline=None)
def test_any_text_comes_back_from_every_place(text):
    typed = literal(text)
    body = [Point(heading=typed, body=typed), Point(lead=typed + "。", body=[typed, typed])]
    sample = report(title=typed, introduction=typed, conclusion=typed, achievements=Chapter(heading=typed, body=body))
    title, _, *rest = texts_of(sample.to_bytes())
    assert title.replace("\n", "") == text
    heading = [text, "一、" + text, "（一）" + text, text]
    assert rest == [*heading, f"（二）{text}。{text}", text, text]


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_special_characters_come_back(numbering):
    sample = report(introduction=literal(SPECIAL), achievements=Chapter(heading=literal(SPECIAL)))
    heading = "一、" + SPECIAL if numbering == "typed" else SPECIAL
    assert texts_of(sample.to_bytes(numbering=numbering))[2:] == [SPECIAL, heading]


def test_spaces_at_the_edges_stay():
    assert texts_of(report(introduction="  前后  ").to_bytes())[2] == "  前后  "


def test_a_line_break_in_the_title_is_a_break_in_word():
    title = texts_of(report(title="第一行\n第二行").to_bytes())[0]
    assert title == "第一行\n第二行"


def test_newlines_begin_paragraphs_and_a_final_one_does_not():
    assert texts_of(report(introduction="一\n二\n").to_bytes())[2:4] == ["一", "二"]
