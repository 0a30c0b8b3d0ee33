"""Measure: documents, sizes, counts, processes, levels, cold start, files, a plain loop, reading.

    python tests/benchmarks/run.py [--quick] [--only NAME …] [--documents 10000]

Prints Markdown. What is compared in one table was timed in turn in one run, and its texts were found equal
before. See docs/performance.md.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cold_start import cold_start
from documents import levels, one_document
from from_file import many_files, plain_loop
from growth import by_count, by_size
from processes import processes
from reading import reading
from timing import machine

if TYPE_CHECKING:
    from collections.abc import Callable


def cases(arguments: argparse.Namespace) -> dict[str, tuple[str, Callable[[], str]]]:
    """Name → heading and case."""
    quick = arguments.quick
    documents = arguments.documents or (600 if quick else 2_000)
    return {
        "document": ("One document, by every way", lambda: one_document(5 if quick else 31)),
        "size": ("By size", lambda: by_size(3 if quick else 31, most=1_000 if quick else 10_000)),
        "count": ("By number, one process", lambda: by_count((1, 100) if quick else (1, 100, 1_000))),
        "processes": (f"One process and two, {documents:,} documents each", lambda: processes(documents)),
        "level": ("Levels of deflation", lambda: levels(5 if quick else 31)),
        "cold": ("Cold start, the whole process", lambda: cold_start(3 if quick else 15)),
        "files": ("Many YAML files", lambda: many_files(100 if quick else 1_000)),
        "loop": ("A newcomer's template", lambda: plain_loop(5 if quick else 31)),
        "reading": ("Reading last year's report", lambda: reading((1,) if quick else (1, 10))),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few rounds, for a look; not for quoting")
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="document size count processes level cold files loop reading"
    )
    parser.add_argument("--documents", type=int, help="documents for each way of `processes`")
    arguments = parser.parse_args()
    known = cases(arguments)
    if unknown := set(arguments.only or ()) - set(known):
        parser.error(f"no such case: {' '.join(sorted(unknown))}")
    print(machine(), flush=True)
    for name in arguments.only or known:
        heading, case = known[name]
        print(f"\n### {heading}\n\n{case()}", flush=True)


if __name__ == "__main__":
    main()
