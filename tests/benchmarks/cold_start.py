"""One report on the command line, the whole process: the library's command and a plain script.

Every module's bytecode, and what the command keeps for its next run, is kept in a folder of the run's own, as an
installed package has its own; first runs of each way fill it. So it does not matter what the environment says of
bytecode, nor what other versions left in a cache.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from data import SEED
from timing import Way, interleaved, median, milliseconds, ratio, table, way
from ways import text_of

CLOCKS = ("wall", "cpu")
PLAIN_SCRIPT = Path(__file__).parent / "plain_script.py"
OURS, PLAIN, BARE = "**renmin-docs render**", "plain script: CSafeLoader, pydantic, docxtpl", "python -c pass"


def cold_start(rounds: int) -> str:
    """The table of whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = (Path(folder) / name for name in ("ours.docx", "plain.docx"))
        command = Path(sys.executable).parent / "renmin-docs"
        ways = [
            _process(OURS, folder, command, "render", SEED, "-o", ours),
            _process(PLAIN, folder, sys.executable, PLAIN_SCRIPT, SEED, plain),
            _process(BARE, folder, sys.executable, "-c", "pass"),
        ]
        for each in ways[:2]:
            each.run(1)
        assert text_of(ours.read_bytes()) == text_of(plain.read_bytes())
        all_costs = interleaved(ways, rounds, turn=0)
    rows = [
        (
            name,
            *(milliseconds(median(costs, clock)) for clock in CLOCKS),
            *(f"{ratio(costs, all_costs[PLAIN], clock):.2f}" for clock in CLOCKS),
        )
        for name, costs in all_costs.items()
    ]
    return table(("a process", "ms", "CPU ms", "this ÷ plain script", "the same, CPU"), rows)


def _process(name: str, folder: str, *command: str | Path) -> Way:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "RENMIN_DOCS_CACHE": f"{folder}/cache"}
    return way(name, lambda: subprocess.run(command, check=True, capture_output=True, env=environment))
