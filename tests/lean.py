"""What makes a run shorter also where the package's own examples run: hooks of a conftest are not asked for those."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from pathlib import Path


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path):
    """Look for examples only in files that have some, which one in six has."""
    found = yield
    return [each for each in found if type(each) is pytest.Module or b">>> " in file_path.read_bytes()]


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Send of a test that passed, to the process that prints, the report of its call alone, where no more is shown.

    Those of its set-up and tear-down, and writing and reading them, take a third of a millisecond.
    """
    option = item.config.getoption
    shows_more = option("durations") is not None or option("verbose") > 0 or option("xmlpath", None)
    if shows_more or not hasattr(item.config, "workerinput"):
        return None
    named = {"nodeid": item.nodeid, "location": item.location}
    item.ihook.pytest_runtest_logstart(**named)
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(**named)
    return True
