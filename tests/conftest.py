"""Settings of every test: templates are kept in a folder of the run, not in the user's."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.effort import examples

# a busy machine makes no case wrong; what must be fast is timed
settings.register_profile("busy", max_examples=examples(100), deadline=None)
settings.load_profile("busy")


def pytest_xdist_auto_num_workers() -> int:
    """As many processes as this one may use cores: fewer where it is pinned to some."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    before = os.environ.get("RENMIN_DOCS_CACHE")
    os.environ["RENMIN_DOCS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["RENMIN_DOCS_CACHE"]
    else:
        os.environ["RENMIN_DOCS_CACHE"] = before
