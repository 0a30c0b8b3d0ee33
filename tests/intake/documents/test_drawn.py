"""Word documents as offices set them, drawn in `layouts/`, each with its truth below it."""

from pathlib import Path

import pytest

from tests.intake.documents.drawn import drawn
from tests.intake.documents.saved import differences, read

_LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in _LAYOUTS.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_a_drawn_document_is_read_as_it_is_meant(name, tmp_path):
    text, truth = (_LAYOUTS / f"{name}.txt").read_text(encoding="utf-8").split("=== 读作 ===\n")
    assert not differences(read(drawn(text), tmp_path), truth)


def test_there_are_documents_enough():
    assert len(NAMES) >= 10
