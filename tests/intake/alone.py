"""A report read in a process of its own: its time and memory, which coverage and a parent's memory don't count in."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from renmin_docs import RenminDocsError, read_report

_ROOT = Path(__file__).parents[2]
_STATUS = Path("/proc/self/status")
TELLS_PEAK = _STATUS.exists()
"""Whether the system tells the peak of a process alone; `ru_maxrss` begins with the parent's."""


def read_alone(path: Path) -> tuple[float, float]:
    """CPU seconds for the reading of a file, or for its refusal, and the peak memory of the process in MB."""
    command = [sys.executable, "-m", "tests.intake.alone", str(path)]
    done = subprocess.run(
        command, cwd=_ROOT, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(_ROOT)}
    )
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def _measured(path: str) -> tuple[float, float]:
    start = time.process_time()
    with suppress(RenminDocsError):
        read_report(path)
    seconds = time.process_time() - start
    status = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines()) if TELLS_PEAK else {"VmHWM": "0 kB"}
    return seconds, int(status["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(sys.argv[1])))
