"""Many saves in one process take no more memory than few."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.proof import setting

WARM_UP = 300
SAVES = setting("SAVES", 1_500)
MEGABYTES = 4

_SAVING = """
import json, os, resource, sys
from tests.proof.test_naive import DEEP, SIGNED
from tests.samples import report

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

folder, warm_up, saves = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for number in range(warm_up + saves):
    if number == warm_up:
        before = resident()
    new = report(introduction=f"第{number}份报告", year=1900 + number % 200)
    sample = (new, SIGNED, DEEP)[number % 3]
    sample.save(f"{folder}/{number % 10}.docx", numbering=("typed", "native")[number % 4 == 0])
print(json.dumps([before, resident(), len(os.listdir("/proc/self/fd"))]))
"""


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_memory_stays_flat_over_many_saves(tmp_path):
    command = [sys.executable, "-c", _SAVING, str(tmp_path), str(WARM_UP), str(SAVES)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    before, after, files = json.loads(run.stdout)
    print(f"{SAVES} saves: {before / 2**20:.1f} → {after / 2**20:.1f} MB")  # noqa: T201 - shown by pytest -rP
    assert after - before < MEGABYTES * 2**20
    assert files < 20
    assert len(list(tmp_path.iterdir())) == 10
