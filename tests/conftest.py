"""Settings of every test: templates are kept in a folder of the run, not in the user's."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    before = os.environ.get("RENMIN_DOCS_CACHE")
    os.environ["RENMIN_DOCS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["RENMIN_DOCS_CACHE"]
    else:
        os.environ["RENMIN_DOCS_CACHE"] = before
