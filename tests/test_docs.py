"""The pages of the docs say what is so."""

from __future__ import annotations

import doctest
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_every_example_on_the_page_of_figures_holds():
    failed, tried = doctest.testfile(str(DOCS / "figures.md"), module_relative=False)
    assert failed == 0
    assert tried > 50
