"""Blocks of a report: each knows the key path of what it prints."""

from __future__ import annotations

from hypothesis import given

from renmin_docs.render.values.blocks import Printer
from renmin_docs.report.texts import items, texts
from tests.samples import REPORTS


@given(REPORTS)
def test_every_block_has_the_key_path_of_a_text_or_an_item(report):
    known = {text.path for text in texts(report)} | {path for path, _ in items(report)}
    for block in Printer(report).blocks:
        assert any(path == block["path"] or path.startswith(f"{block['path']}.") for path in known)
