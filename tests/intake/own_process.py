"""A report read in a process of its own: its time and memory, which coverage and a parent's memory don't count in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

from renmin_docs import RenminDocsError, read_report
from tests.timing import cost

_ROOT = Path(__file__).parents[2]
_STATUS = Path("/proc/self/status")
TELLS_PEAK = sys.platform in ("linux", "win32")
"""Whether the system tells the peak of a process alone; `ru_maxrss` begins with the parent's."""


def read_alone(path: Path, within: float) -> tuple[float, float]:
    """The cost of reading a file, or of its refusal, in units of `timing.reference`, and the process's peak in MB.

    Args:
        path: The file.
        within: The limit of the cost; above it the file is read again.
    """
    command = [sys.executable, "-m", "tests.intake.own_process", str(path), str(within)]
    environment = {"PYTHONPATH": str(_ROOT), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}  # Windows asks for it
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True, env=environment)
    units, megabytes = json.loads(done.stdout)
    return units, megabytes


def _read(path: str) -> None:
    with suppress(RenminDocsError):
        read_report(path)


def _measured(path: str, within: str) -> tuple[float, float]:
    return cost(partial(_read, path), float(within)).units, peak()


def peak() -> float:
    """The peak memory of this process in MB, where the system tells it."""
    if sys.platform == "win32":
        return psutil.Process().memory_info().peak_wset / 2**20
    status = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines()) if TELLS_PEAK else {"VmHWM": "0 kB"}
    return int(status["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(*sys.argv[1:])))
