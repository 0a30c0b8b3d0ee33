"""Reading a document is linear: megabytes of text in time and memory."""

from __future__ import annotations

import pytest

from renmin_docs.intake.reports import read_report
from tests.effort import scaled
from tests.intake.documents.hostile import minimal
from tests.intake.own_process import read_alone
from tests.samples import SENTENCE
from tests.timing import LINEAR, SOON, growth

MEGABYTES = scaled(3)


def document(points):
    """A document of others with so many points of text."""
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    body = "".join(
        paragraph(f"（{at}）抓落实。") + paragraph(f"{SENTENCE}，全年完成{at}件，{SENTENCE}。")
        for at in range(1, points + 1)
    )
    return minimal(body)


def test_four_times_the_document_takes_about_four_times_as_long(tmp_path):
    def read(size):
        path = tmp_path / f"{size}.docx"
        path.write_bytes(document(size))
        return read_report(path)

    assert growth(read, 300) < LINEAR


@pytest.mark.thorough
def test_megabytes_of_text_are_read_in_time_and_memory(tmp_path):
    path = tmp_path / "long.docx"
    path.write_bytes(document(MEGABYTES * 2**20 // len((SENTENCE * 2).encode())))
    most = 2 * SOON * MEGABYTES
    units, megabytes = read_alone(path, most)
    assert units < most
    assert megabytes < 60 + 44 * MEGABYTES
