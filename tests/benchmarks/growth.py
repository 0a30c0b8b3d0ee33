"""By the size of a document, and by the number of documents in one process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import ways
from data import TEMPLATE, context, different, sized
from timing import interleaved, median, milliseconds, ratio, table, way

from renmin_docs import Template

SIZES = (10, 100, 1_000, 10_000)
COUNTS = (1, 100, 1_000)
DIFFERENT = 100
WARM = 5


def by_size(rounds: int, *, most: int = SIZES[-1]) -> str:
    """The table of documents of ever more paragraphs."""
    rows = []
    for size in (each for each in SIZES if each <= most):
        report, template = sized(size), Template.open(TEMPLATE)
        makers = {"ours": ways.ours([report], template), "naive": ways.naive([context(report)])}
        texts = [ways.text_of(make()) for make in makers.values()]
        assert texts[0] == texts[1]
        turns = min(rounds, max(7, 6_000 // size))
        costs = interleaved([way(name, make) for name, make in makers.items()], turns)
        ours, naive = costs["ours"], costs["naive"]
        faster = (f"{ratio(naive, ours, clock):.1f}" for clock in ("wall", "cpu"))
        each = f"{median(ours, 'cpu') / size * 1_000_000:.1f}"
        rows.append((f"{size:,}", milliseconds(median(ours)), milliseconds(median(naive)), *faster, each))
    return table(
        ("paragraphs", "ours, ms", "docxtpl, ms", "docxtpl ÷ ours", "the same, CPU", "ours, CPU µs a paragraph"), rows
    )


# --- many documents, one process --------------------------------------------------------------


def by_count(counts: tuple[int, ...] = COUNTS) -> str:
    """The table of ever more documents, each row a process of its own."""
    rows = []
    for count in counts:
        cases = {name: _in_child(name, count) for name in ("ours", "naive")}
        row = [f"{count:,}"]
        for case in cases.values():
            row += [f"{case['seconds'] / count * 1000:.2f}", f"{case['peak']:.1f}", f"{case['grown']:.1f}"]
        rows.append(row)
    heads = [f"{name}, {what}" for name in ("ours", "docxtpl") for what in ("CPU ms each", "peak MB", "grown MB")]
    return table(("documents", *heads), rows)


def _in_child(name: str, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, name, str(count)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def _many(name: str, count: int) -> dict[str, float]:
    """Make so many documents and look at the process's peak before (a few are made to warm up) and after."""
    reports = different(DIFFERENT)
    if name == "ours":
        make = ways.ours(reports, Template.open(TEMPLATE))
    else:
        make = ways.naive([context(report) for report in reports])
    for _ in range(WARM):
        make()
    before, start = _peak(), time.process_time()
    for _ in range(count):
        make()
    seconds = time.process_time() - start
    return {"seconds": seconds, "peak": _peak(), "grown": _peak() - before}


def _peak() -> float:
    """Peak of the resident memory in MB: Linux's own line, since its ru_maxrss begins with the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_many(sys.argv[1], int(sys.argv[2]))))
