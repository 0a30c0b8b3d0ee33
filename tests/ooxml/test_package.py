"""Opening a .docx from anybody: other files are reported by their kind, what is dangerous is never unpacked."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmin_docs import Template, TemplateError
from renmin_docs.builtin_templates import find
from renmin_docs.errors import PackageError
from renmin_docs.ooxml.package import MAX_PARTS, MAX_TOTAL, MAX_XML, parse_package, read_package
from tests.effort import examples
from tests.templates import MAIN, parts
from tests.timing import SOON, cost, peak_memory

RELATIONSHIPS, TYPES = "_rels/.rels", "[Content_Types].xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(entries, method=zipfile.ZIP_DEFLATED):
    """An archive of (name, content) pairs; names may repeat."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.filename = name  # Windows' zipfile turns backslashes
            archive.writestr(info, content, method)
    return buffer.getvalue()


def _docx(**changes):
    """The library's template with parts replaced, added, or left out (None)."""
    new = {**parts(), **changes}
    return _zip((name, content) for name, content in new.items() if content is not None)


def _refusal(data):
    with pytest.raises(PackageError) as caught:
        parse_package(data, subject="a.docx")
    assert caught.value.subject == "a.docx"
    return caught.value


def _rules(data):
    return [finding.rule for finding in _refusal(data).findings]


def _found(data):
    (finding,) = _refusal(data).findings
    return finding.rule, finding.found


def test_the_librarys_template_opens():
    package = read_package(find("work_report"))
    assert package.main_part == MAIN
    assert package.parts == parts()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "@nothing"),
        ("人民街道".encode(), "@other_file"),
        (b"%PDF-1.7", "@pdf"),
        (OLE + b"\0" * 600, "@old_word"),
        (b"{\\rtf1}", "@other_file"),
        (_zip([("a.txt", "文")]), "@other_zip"),
        (_zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]), "@opendocument"),
    ],
)
def test_a_file_of_another_kind_is_reported_by_its_kind(data, what):
    assert _found(data) == ("not_a_docx", what)


@pytest.mark.parametrize(
    ("content_type", "what"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "@word_template"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "@word_macros"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "@workbook"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "@slides"),
        ("text/plain", "@other_zip"),
    ],
)
def test_an_office_file_of_another_kind_is_reported_by_its_kind(content_type, what):
    types = parts()[TYPES].replace(DOCUMENT.encode(), content_type.encode())
    assert _found(_docx(**{TYPES: types})) == ("not_a_docx", what)


def test_strict_open_xml_is_reported():
    strict = parts()[RELATIONSHIPS].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
    assert _found(_docx(**{RELATIONSHIPS: strict})) == ("not_a_docx", "@word_strict")


def test_a_document_with_a_password_says_what_to_do():
    encrypted = OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    assert _rules(encrypted) == ["package_encrypted"]
    assert "密码" in _refusal(encrypted).message("zh")


def test_an_archive_with_a_password_says_the_same():
    data = bytearray(_docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        data[place + offset] |= 1
    assert "package_encrypted" in _rules(bytes(data))


@pytest.mark.parametrize("keep", [4, 30, 1_000, -1, -30, -300])
def test_a_truncated_docx_is_damaged(keep):
    assert _rules(_docx()[:keep]) == ["package_damaged"]


def test_a_flipped_byte_is_damage():
    data = bytearray(_docx())
    data[data.find(b"PK\x03\x04") + 60] ^= 0xFF
    assert _rules(bytes(data)) == ["package_damaged"]


def test_a_main_part_may_stand_anywhere():
    here = parts()
    moved = {name: content for name, content in here.items() if name != MAIN}
    moved["content/main.xml"] = here[MAIN]
    moved[RELATIONSHIPS] = b"<!-- moved -->" + here[RELATIONSHIPS].split(b"?>")[-1].replace(
        MAIN.encode(), b"/content/../content/./main.xml"
    )
    moved[TYPES] = here[TYPES].replace(b"/word/document.xml", b"/Content/main.xml")
    assert parse_package(_zip(moved.items())).main_part == "content/main.xml"


def test_a_main_part_may_be_declared_by_its_ending():
    relationship = parts()[RELATIONSHIPS].replace(b"document.xml", b"document.main")
    types = parts()[TYPES].replace(
        b"</Types>", b'<Default Extension="MAIN" ContentType="' + DOCUMENT.encode() + b'"/></Types>'
    )
    data = _docx(**{RELATIONSHIPS: relationship, TYPES: types, "word/document.main": parts()[MAIN]})
    assert parse_package(data).main_part == "word/document.main"


@pytest.mark.parametrize("target", ["word/nowhere.xml", "", "../../etc/passwd", "http://example.org/a.xml"])
def test_a_main_part_that_is_not_there_is_damage(target):
    relationships = parts()[RELATIONSHIPS].replace(b"word/document.xml", target.encode())
    assert _found(_docx(**{RELATIONSHIPS: relationships})) == ("package_damaged", "@no_main_part")


def test_an_external_main_part_is_none():
    relationships = parts()[RELATIONSHIPS].replace(b'Target="word', b'TargetMode="External" Target="word')
    assert _found(_docx(**{RELATIONSHIPS: relationships})) == ("package_damaged", "@no_main_part")


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../up.xml", "word/../../up.xml", "word\\up.xml", "C:/up.xml", "word/a\x07.xml", "word/STYLES.xml"],
)
def test_names_that_no_program_writes_are_refused(name):
    assert _rules(_docx(**{name: b"<a/>"})) == ["package_name"]


def test_a_part_that_stands_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = _zip([*parts().items(), (MAIN, b"<other/>")])
    assert _found(data) == ("package_name", MAIN)


def test_every_fault_of_the_directory_is_named_at_once():
    data = _docx(**{"../a": b"", "/b": b"", "c.xml": b" " * (MAX_XML + 1)})
    assert _rules(data) == ["package_name", "package_name", "package_limit"]


def test_a_part_over_its_limit_is_named_once_and_not_again_as_the_sum():
    data = _docx(**{"word/c.xml": b" " * (MAX_TOTAL + 1)})
    error = _refusal(data)
    assert [(finding.rule, finding.found.partition(":")[0]) for finding in error.findings] == [
        ("package_limit", "word/c.xml")
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_no_office_program_packs_with_are_refused(method):
    assert _rules(_zip(parts().items(), method)) == ["package_damaged"]


# --- bombs ------------------------------------------------------------------------------------


def _measured(data):
    error, units = cost(lambda: _refusal(data), SOON)
    return error, units, peak_memory(lambda: _refusal(data))


@pytest.fixture(scope="module")
def large():
    return b"\0" * (200 * 2**20)


def test_a_zip_bomb_is_refused_by_its_directory(large):
    error, units, peak = _measured(_docx(**{"word/media/a.png": large}))
    assert [finding.rule for finding in error.findings] == ["package_limit"]
    assert units < SOON
    assert peak < 8 * 2**20


def test_a_directory_that_lies_about_sizes_is_no_help_to_a_bomb(large):
    data = bytearray(_docx(**{"word/media/a.png": large}))
    true_size = struct.pack("<I", len(large))
    while (place := data.find(true_size)) >= 0:
        data[place : place + 4] = struct.pack("<I", 1_000)
    error, units, peak = _measured(bytes(data))
    assert [finding.rule for finding in error.findings] == ["package_damaged"]
    assert units < SOON
    assert peak < 8 * 2**20


def test_too_many_parts_are_refused():
    error, units, peak = _measured(_zip((f"a{n}", b"") for n in range(MAX_PARTS + 1)))
    assert [finding.rule for finding in error.findings] == ["package_limit"]
    assert units < SOON
    assert peak < 16 * 2**20


def test_a_directory_of_a_million_entries_is_not_read():
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    data = b"PK\3\4" + entry * 1_000_000
    data += struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, len(entry) * 1_000_000, 4, 0)
    error, units, peak = _measured(data)
    assert [finding.rule for finding in error.findings] == ["package_limit"]
    assert units < SOON
    assert peak < 8 * 2**20


def test_entries_that_share_their_bytes_are_counted_each_and_refused():
    data = _docx(**{"word/media/a.png": b"\0" * 2**20})
    start, end = data.rindex(b"PK\1\2"), data.rindex(b"PK\5\6")
    more = b"".join(data[start:end].replace(b"a.png", f"{n:05}".encode()) for n in range(200))
    signature, *counts, size, offset, comment = struct.unpack("<4s4H2LH", data[end:])
    ending = struct.pack(
        "<4s4H2LH", signature, 0, 0, counts[2] + 200, counts[3] + 200, size + len(more), offset, comment
    )
    assert _rules(data[:end] + more + ending) == ["package_limit"]
    few = data[start:end].replace(b"a.png", b"b.png")
    ending = struct.pack("<4s4H2LH", signature, 0, 0, counts[2] + 1, counts[3] + 1, size + len(few), offset, comment)
    assert _rules(data[:end] + few + ending) == ["package_damaged"]


def test_a_name_as_long_as_a_book_is_reported_in_short():
    (finding,) = _refusal(_docx(**{"/" + "a" * 60_000: b""})).findings
    assert len(finding.found) == 200


def test_a_part_of_xml_is_bounded():
    (finding,) = _refusal(_docx(**{"word/styles.xml": b" " * (MAX_XML + 1)})).findings
    assert finding.rule == "package_limit"
    assert finding.found == "word/styles.xml: 16 MB"


def test_a_file_over_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("renmin_docs.opening.MAX_OFFICE_FILE", 1_000)
    (tmp_path / "a.docx").write_bytes(_docx())
    with pytest.raises(PackageError) as caught:
        read_package(tmp_path / "a.docx")
    assert caught.value.findings[0].rule == "file_over_limit"


def test_a_missing_file_and_a_folder_are_reported(tmp_path):
    for path, rule in ((tmp_path / "no.docx", "file_missing"), (tmp_path, "file_directory")):
        with pytest.raises(PackageError) as caught:
            read_package(path)
        assert [finding.rule for finding in caught.value.findings] == [rule]


# --- the messages, and any bytes --------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"text", OLE, _zip([("a", b"")]), _docx()[:500], _docx(**{"../a": b""})])
def test_each_refusal_says_what_the_file_is_and_what_to_do(data):
    error = _refusal(data)
    for language, semicolon in (("zh", "；"), ("en", "; ")):
        message = error.message(language)
        assert message.startswith("a.docx")
        assert semicolon in message
        assert "@" not in message


def _template(data, folder):
    path = folder / "any.docx"
    path.write_bytes(data)
    error = None
    try:
        Template.open(path)
    except TemplateError as caught:
        error = caught
    assert error is None or (error.findings and error.message("zh"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@settings(max_examples=examples(60), deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail)))
def test_bytes_of_any_kind_are_a_template_or_a_template_error(folder, data):
    _template(data, folder)


@settings(max_examples=examples(60), deadline=None)
@given(place=st.floats(0, 0.999), change=st.binary(min_size=1, max_size=6))
def test_a_damaged_docx_is_a_template_or_a_template_error(folder, place, change):
    data = bytearray(_docx())
    start = int(place * len(data))
    data[start : start + len(change)] = change
    _template(bytes(data), folder)


@settings(max_examples=examples(60), deadline=None)
@given(
    name=st.sampled_from([MAIN, TYPES, RELATIONSHIPS, "word/styles.xml", "word/numbering.xml", "word/footer1.xml"]),
    xml=st.data(),
)
def test_parts_of_any_xml_are_a_template_or_a_template_error(folder, name, xml):
    whole = parts()[name]
    cut = xml.draw(st.integers(0, len(whole)))
    new = xml.draw(
        st.sampled_from(
            [whole[:cut], whole[cut:], b"", b"<a/>", b"\xff\xfe", whole[:cut] + b"<!-- -->" + whole[cut:], None]
        )
    )
    _template(_docx(**{name: new}), folder)
