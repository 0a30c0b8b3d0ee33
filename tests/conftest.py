"""Settings of every test: templates are kept in a folder of the run, not in the user's."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("busy", deadline=None)  # a busy machine makes no case wrong; what must be fast is timed
settings.load_profile("busy")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    before = os.environ.get("RENMIN_DOCS_CACHE")
    os.environ["RENMIN_DOCS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["RENMIN_DOCS_CACHE"]
    else:
        os.environ["RENMIN_DOCS_CACHE"] = before
