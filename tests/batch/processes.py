"""Processes that tests start or kill, and whether they are gone."""

from __future__ import annotations

import os

import psutil

from tests.batch.districts import ROOT
from tests.waiting import wait_until


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that has the package from here."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def workers_of(parent: int, number: int) -> list[psutil.Process]:
    """The newest processes of a parent's pool; the one that tracks resources for them is none."""

    def all_of_them() -> list[psutil.Process]:
        children = psutil.Process(parent).children()
        workers = [child for child in children if any("spawn_main" in word for word in child.cmdline())]
        return workers[-number:] if len(workers) >= number else []

    return wait_until(all_of_them, "workers to start")


def all_end(processes: list[psutil.Process]) -> bool:
    """Whether they end. Not by waiting for them: that takes the news from their own parent."""
    return wait_until(lambda: not any(map(_runs, processes)), "processes to end")


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
