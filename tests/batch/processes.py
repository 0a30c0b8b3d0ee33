"""Processes that tests start or kill, and whether they are gone."""

from __future__ import annotations

import os
import time

import psutil

from tests.batch.districts import ROOT


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that has the package from here."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def workers_of(parent: int, number: int) -> list[psutil.Process]:
    """The newest processes of a parent's pool; the one that tracks resources for them is none."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        children = psutil.Process(parent).children()
        workers = [child for child in children if any("spawn_main" in word for word in child.cmdline())]
        if len(workers) >= number:
            return workers[-number:]
        time.sleep(0.05)
    raise AssertionError("the workers did not start")


def all_end(processes: list[psutil.Process]) -> bool:
    """Whether they end within a minute. Not by waiting for them: that takes the news from their own parent."""
    until = time.monotonic() + 60
    while any(map(_runs, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(_runs, processes))


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
