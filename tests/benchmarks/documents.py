"""One document the size of the example report, by every way; and what each level of deflation costs."""

from __future__ import annotations

import io
import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import ways
from data import TEMPLATE, context, different, seed
from lxml import etree
from node_ways import node_ways
from timing import Cost, Way, interleaved, median, milliseconds, ratio, table, way

from renmin_docs import Template
from renmin_docs.ooxml.names import w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renmin_docs import WorkReport

CLOCKS = ("wall", "cpu")
DIFFERENT = 100
LEVELS = (1, 3, 6, 9)
OURS, NAIVE = "**renmin-docs, checks included**", "docxtpl, naive: open, render, save"
FLOOR = "floor: our compiled part rendered, expat, deflate"


def one_document(rounds: int) -> str:
    """The table of one document by every way."""
    reports, template = different(DIFFERENT), Template.open(TEMPLATE)
    values = [context(report) for report in reports]
    makers = {
        OURS: ways.ours(reports, template),
        NAIVE: ways.naive(values),
        "docxtpl, one object, cached environment": ways.cached(values),
        "python-docx, paragraph by paragraph": ways.python_docx(values),
    }
    floors = {
        FLOOR: ways.floor(ways.our_filling(template, values)),
        "the same in a Jinja environment of its defaults": ways.floor(ways.plain_filling(template, values)),
    }
    with tempfile.TemporaryDirectory() as folder, ExitStack() as processes:
        in_node, missing = node_ways(values[0], Path(folder), processes)
        documents = {**{name: make() for name, make in makers.items()}, **{w.name: d for w, d in in_node.items()}}
        require_equal(documents, reports[0])
        timed = [way(name, make) for name, make in (makers | floors).items()]
        all_costs = interleaved([*timed, *in_node], rounds)
    rows = [_row(name, costs, all_costs) for name, costs in all_costs.items()]
    skipped = "".join(f"\n\nNot measured: {reason}." for reason in missing)
    return table(("one document", "ms", "CPU ms", *_RATIOS), rows) + skipped


_RATIOS = ("naive docxtpl ÷ this", "the same, CPU", "this ÷ floor", "the same, CPU")


def _row(name: str, costs: list[Cost], all_costs: dict[str, list[Cost]]) -> Sequence[object]:
    faster = (f"{ratio(all_costs[NAIVE], costs, clock):.2f}" for clock in CLOCKS)
    above = (f"{ratio(costs, all_costs[FLOOR], clock):.2f}" for clock in CLOCKS)
    return name, *(milliseconds(median(costs, clock)) for clock in CLOCKS), *faster, *above


# --- what is equal ----------------------------------------------------------------------------


def require_equal(documents: dict[str, bytes], report: WorkReport) -> None:
    """Stop unless all documents have the text of ours, and docxtpl's has our template parts."""
    expected = ways.text_of(documents[OURS])
    assert any("".join(report.title.split()) in line for line in expected)
    for name, document in documents.items():
        assert ways.text_of(document) == expected, name
    our_parts, other = (ways.parts_of(documents[name]) for name in (OURS, NAIVE))
    for name in set(our_parts) - {"word/document.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels"}:
        assert _canonical(our_parts[name], name) == _canonical(other[name], name), name


def _canonical(xml: bytes, name: str) -> bytes:
    """A part in canonical XML: relationships in the order of their ids, no heading linked to the list."""
    root = etree.fromstring(xml)
    for link in [*root.iter(w("numPr"), w("pStyle"))]:
        link.getparent().remove(link)
    if name.endswith(".rels"):
        root[:] = sorted(root, key=lambda relationship: relationship.get("Id"))
    return etree.tostring(root, method="c14n")


# --- deflation --------------------------------------------------------------------------------


def levels(rounds: int) -> str:
    """The table of the levels of deflation."""
    report, template = seed(), Template.open(TEMPLATE)

    def at(level: int) -> Way:
        return way(str(level), lambda: template.render(report, level=level))

    all_costs = interleaved([at(level) for level in LEVELS], rounds)
    rows = []
    for level in LEVELS:
        document = template.render(report, level=level)
        main = zipfile.ZipFile(io.BytesIO(document)).getinfo("word/document.xml").compress_size
        faster = ratio(all_costs["6"], all_costs[str(level)], "cpu")
        cost = milliseconds(median(all_costs[str(level)], "cpu"))
        rows.append((level, cost, f"{faster:.2f}", f"{len(document):,}", f"{main:,}"))
    return table(("level", "CPU ms", "level 6 ÷ this", "bytes", "of these document.xml"), rows)
