"""The pages of the docs say what is so."""

from __future__ import annotations

import doctest
from pathlib import Path

from renmin_docs.keys import KEYS, VALUES

DOCS = Path(__file__).parent.parent / "docs"


def test_every_example_on_the_page_of_figures_holds():
    failed, tried = doctest.testfile(str(DOCS / "figures.md"), module_relative=False)
    assert failed == 0
    assert tried > 50


def test_the_guide_names_every_key_and_every_word_in_both_spellings():
    guide = (DOCS / "guide.zh-CN.md").read_text(encoding="utf-8")
    models = [
        name for name in KEYS if not name.startswith("Profile") and name not in ("Headings", "FiguresFrom.columns")
    ]
    for model in models:
        row = "、".join(f"`{word}`（{key}）" for key, word in KEYS[model].items())
        assert f"| {row} |" in guide, model
    for words in VALUES.values():
        row = "、".join(f"`{word}`（{str(value).lower()}）" for word, value in words.items())
        assert f"| {row} |" in guide
