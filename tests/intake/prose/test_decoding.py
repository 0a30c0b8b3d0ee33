"""Text files: their encoding is found out, and what is no text is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import DataFileError
from renmin_docs.intake.prose.decoding import decode
from renmin_docs.intake.reports import read_report

TEXT = "人民街道2022年工作总结\r\n一、工作情况\r\n街道全年办成实事20件，投资1.2亿元。\r\n二、工作打算\r\n继续努力。\r\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("gb18030", "@gbk"),
        ("gbk", "@gbk"),
        ("utf-16", "@utf16"),
        ("utf-16-le", "@utf16"),
        ("utf-16-be", "@utf16"),
        ("utf-32", "utf-32"),
    ],
)
def test_the_encoding_of_a_file_is_found_out(tmp_path, encoding, said):
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(encoding))
    reading = read_report(path)
    assert reading.report.achievements[0].body == ("街道全年办成实事20件，投资1.2亿元。",)
    assert [note.found for note in reading.notes if note.rule == "text_encoding"] == ([said] if said else [])


def test_big5_is_read_too():
    text = "街道辦事處認真學習，團結群眾，推動各項工作落實。" * 5
    assert decode(text.encode("big5")).text == text


def test_a_few_broken_bytes_are_shown_and_noted():
    data = TEXT.encode() * 20
    broken = data[:300].replace("街道全".encode(), "街道全".encode()[:-1], 1) + data[300:]
    text, notes = decode(broken)
    assert "街道\ufffd年办成" in text
    assert [(note.rule, note.found, note.line) for note in notes] == [("text_bytes", "1", 3)]


def test_a_replacement_character_of_the_text_itself_is_no_broken_byte():
    assert decode("街道\ufffd办成实事。".encode()) == ("街道\ufffd办成实事。", [])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "Word document or another zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97–2003"),
        (b"%PDF-1.7", "a PDF"),
        (bytes(range(256)) * 40, "no text at all"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(tmp_path, data, said):
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(DataFileError, match=said) as caught:
        read_report(path)
    assert caught.value.subject == str(path)


def test_a_missing_file_and_an_empty_one_are_refused(tmp_path):
    with pytest.raises(DataFileError, match="no such file"):
        read_report(tmp_path / "none.txt")
    path = tmp_path / "empty.txt"
    path.write_bytes(b"\r\n")
    with pytest.raises(DataFileError, match="no text to read"):
        read_report(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    with suppress(DataFileError):
        assert isinstance(decode(data).text, str)
