"""Any report: saved, found valid, and read back by python-docx with every text, style and number."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import cycle, product
from typing import TYPE_CHECKING, NamedTuple

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from renmin_docs import Chapter, Point
from renmin_docs.emphasis import ANY_MARK
from renmin_docs.numerals import MARK_FORMS
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.context import write_date
from renmin_docs.standard.elements import BY_IDENTIFIER
from tests.effort import some
from tests.printing import OFFICES, sdk_errors
from tests.proof import setting
from tests.render.test_sdk import DEEP
from tests.samples import REPORTS, report, some_reports
from tests.templates import parts_of

if TYPE_CHECKING:
    from docx.document import Document

    from renmin_docs import WorkReport

BATCH = 20
ANY = settings(
    max_examples=setting("REPORTS", 40), deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)


class Line(NamedTuple):
    """A paragraph as a reader has it: the id of its style, and its text with its number."""

    style: str
    text: str


class Counter:
    """Numbers paragraphs as Word does, from the numbering part alone.

    Source: ECMA-376, 17.9.11 (lvlText), 17.9.26 (startOverride): nums of one list count together; a num with
    an override starts its level anew where it is first used; a counted level starts those below it anew.
    """

    def __init__(self, document: Document) -> None:
        root = document.part.numbering_part.element
        self._lists = {
            num.get(qn("w:numId")): (num.find(qn("w:abstractNumId")).get(qn("w:val")), num)
            for num in root.iter(qn("w:num"))
        }
        self._levels = {
            (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl")))): level
            for abstract in root.iter(qn("w:abstractNum"))
            for level in abstract.iter(qn("w:lvl"))
        }
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def mark(self, num_id: str, level: int) -> str:
        """The number before the next paragraph of this list and level."""
        if num_id == "0":
            return ""
        abstract, num = self._lists[num_id]
        counts = self._counts.setdefault(abstract, [0] * 9)
        if num_id not in self._begun:
            self._begun.add(num_id)
            for override in num.iter(qn("w:lvlOverride")):
                assert override.find(qn("w:startOverride")).get(qn("w:val")) == "1"
                counts[int(override.get(qn("w:ilvl")))] = 0
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        definition = self._levels[abstract, level]
        text = definition.find(qn("w:lvlText")).get(qn("w:val"))
        written = definition.find(qn("w:numFmt")).get(qn("w:val")), text.replace(f"%{level + 1}", "{}")
        (form,) = [f for f in MARK_FORMS.values() if (f.number_format, f"{f.before}{{}}{f.after}") == written]
        return form.write(counts[level])


def read_back(data: bytes) -> list[Line]:
    """What a document says, with the numbers that Word would print."""
    document = docx.Document(io.BytesIO(data))
    counter = Counter(document)
    lines = []
    for paragraph in document.paragraphs:
        properties = paragraph._p.pPr
        number = None if properties is None else properties.numPr
        mark = "" if number is None else counter.mark(str(number.numId.val), number.ilvl.val)
        lines.append(Line(paragraph.style.style_id, mark + paragraph.text))
    return lines


def words(text: str) -> str:
    """A text as its runs hold it: a raised digit is an ordinary one in a raised run."""
    return re.sub(ANY_MARK, "", str(text))


def expected(sample: WorkReport) -> list[Line]:
    """What a document must say; the title in one line."""
    printer = Printer(sample)
    style = {name: element.style_id for name, element in BY_IDENTIFIER.items()}
    lines = [Line(style["title"], printer.text(sample.title).replace("\n", "")), Line(style["paragraph"], "")]
    for block in printer.blocks:
        parts = block["points"] or (block,)
        text = "".join(part["mark"] + words(part["lead"]) + words(part["text"]) for part in parts)
        lines.append(Line(style[block["kind"]], text))
    if sample.issue_date:
        lines += [Line(style["issuer"], ""), Line(style["issuer"], sample.organization.issuer)]
        lines.append(Line(style["issue_date"], write_date(sample.issue_date)))
    return lines


@cache
def batch() -> list[WorkReport]:
    """Reports with many kinds of blocks, no two of the same shape, the same in every run."""
    wanted = max(BATCH, setting("REPORTS", BATCH))  # fewer have not every kind of block
    shapes = {tuple(line.style for line in expected(sample)): sample for sample in some_reports(4 * wanted)}
    richest = sorted(shapes, key=lambda shape: -len(set(shape)))[: wanted - 1]
    return [DEEP, *(shapes[shape] for shape in richest)]


@pytest.mark.parametrize("numbering", ["typed", "native"])
@given(sample=REPORTS)
@ANY
def test_any_report_comes_back_with_every_text_style_and_number(tmp_path_factory, numbering, sample):
    path = tmp_path_factory.getbasetemp() / f"any_{numbering}.docx"
    sample.save(path, numbering=numbering)
    title, *rest = read_back(path.read_bytes())
    assert [Line(title.style, title.text.replace("\n", "")), *rest] == expected(sample)


def test_the_batch_has_every_kind_of_block_and_every_ladder():
    blocks = [block for sample in batch() for block in Printer(sample).blocks]
    kinds = {block["kind"] for block in blocks}
    headings = {f"heading_{level}" for level in (1, 2, 3, 4)}
    assert kinds == {*headings, "introduction", "paragraph", "point", "inline", "conclusion"}
    assert {len(sample.marks) for sample in batch()} == {1, 2, 3, 4}


@pytest.mark.sdk
def test_the_sdk_finds_nothing_in_a_batch_of_any_reports(tmp_path):
    ways = list(product(("typed", "native"), OFFICES))
    jobs = []
    for index, (sample, way) in enumerate(some(zip(batch(), cycle(ways), strict=False), one_in=8)):
        path = tmp_path / f"{index}.docx"
        sample.save(path, numbering=way[0])
        jobs.append((path, way[1]))
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda job: sdk_errors(*job), jobs))
    assert found == [[]] * len(jobs)


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_none_of_the_faults_that_the_sdk_misses_in_a_batch(numbering):
    for sample in batch():
        assert structural_faults(parts_of(sample.to_bytes(numbering=numbering))) == []


def test_the_reader_of_numbers_counts_as_word_does():
    under = [Point(lead="甲"), Point(lead="乙")]
    sample = report(
        achievements=Chapter(series="ordinal", body=[Point(lead="子", body=under), Point(lead="丑", body=under)]),
        plans=Chapter(body=under),
    )
    texts = [line.text for line in read_back(sample.to_bytes(numbering="native"))[2:]]
    marks = ["一、", "一是", "（一）", "（二）", "二是", "（一）", "（二）", "二、", "（一）", "（二）"]
    assert [text[: len(mark)] for text, mark in zip(texts, marks, strict=True)] == marks
