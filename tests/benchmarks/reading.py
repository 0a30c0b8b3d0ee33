"""Text and documents read into reports: whole files of so many megabytes of text, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from timing import table

from renmin_docs import read_report
from tests.intake.documents.hostile import minimal
from tests.intake.own_process import peak
from tests.intake.prose.test_growth import PROSE, REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TURNS = 3


def reading(sizes: Iterable[int]) -> str:
    """The table of files of so many megabytes of text (UTF-8)."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for what, (ending, make) in _FILES.items():
            for size in sizes:
                path = Path(folder) / f"last{ending}"
                path.write_bytes(make(size * 2**20))
                costs = [_alone(path) for _ in range(_TURNS)]
                seconds, most = min(seconds for seconds, _ in costs), max(most for _, most in costs)
                rows.append((what, size, f"{seconds:.1f}", f"{most:.0f}"))
    return table(("text", "of it, MB", f"CPU s, best of {_TURNS}", "peak MB of the process"), rows)


def _alone(path: Path) -> tuple[float, float]:
    """The processor's seconds and the peak memory in MB of a process that reads a file."""
    done = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _repeated(unit: str) -> Callable[[int], bytes]:
    data = unit.encode()
    return lambda size: data * (size // len(data) + 1)


def _document(size: int) -> bytes:
    """A document of others, with a paragraph for each line."""
    lines = PROSE.splitlines() * (size // len(PROSE.encode()) + 1)
    return minimal("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))


_FILES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "running text": (".txt", _repeated(PROSE)),
    "short lines, nearly each with a mark": (".txt", _repeated(REPORT)),
    "a document of running text": (".docx", _document),
}


if __name__ == "__main__":
    began = time.process_time()
    read_report(sys.argv[1])
    sys.stdout.write(f"{time.process_time() - began} {peak()}")
