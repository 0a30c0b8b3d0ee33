from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile

import pytest

from renmin_docs.render.package import deflated, stored, write_package


def test_the_same_parts_give_the_same_bytes_and_content_types_come_first():
    parts = {"b.xml": b"b" * 999, "[Content_Types].xml": b"t", "_rels/.rels": b"", "图/甲.xml": b"x"}
    entries = {name: deflated(content) for name, content in parts.items()}
    data = write_package(entries)
    assert data == write_package(dict(entries))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "b.xml", "图/甲.xml"]
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert archive.testzip() is None


def test_the_same_report_gives_the_same_bytes_in_another_process():
    code = (
        "from tests.samples import numbered_report; import sys\n"
        "for numbering in ('typed', 'native'):\n"
        "    sys.stdout.buffer.write(numbered_report(3).to_bytes(numbering=numbering))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd(), "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]
    assert runs[0] == runs[1] != b""


@pytest.mark.parametrize("size", [0, 1, 999, 0xFFFF, 0x10000, 200_000])
def test_a_part_that_is_only_stored_reads_back(size):
    content = os.urandom(size)
    with zipfile.ZipFile(io.BytesIO(write_package({"core.xml": stored(content)}))) as archive:
        assert archive.read("core.xml") == content
        assert archive.testzip() is None
