"""A file appears whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from renmin_docs import OutputError, opening, output_faults, writing
from renmin_docs.fingerprint import stamped
from renmin_docs.writing import Output, write_file, write_outputs
from tests.samples import report
from tests.systems import needs_links, not_wine, posix


def test_writing_replaces_a_file_and_leaves_nothing_else(tmp_path):
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@posix
def test_a_new_file_gets_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path):
    old_mask = os.umask(0o022)
    try:
        target = tmp_path / "a.docx"
        write_file(target, b"x")
        assert stat.S_IMODE(target.stat().st_mode) == 0o644
        target.chmod(0o600)
        write_file(target, b"y")
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    finally:
        os.umask(old_mask)


def test_a_folder_in_the_way_is_named(tmp_path):
    with pytest.raises(OutputError) as caught:
        report().save(tmp_path)
    assert caught.value.findings[0].rule == "output_directory"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError) as caught:
        report().save(tmp_path / "no" / "a.docx")
    assert caught.value.findings[0].rule == "output_folder_missing"


def test_a_failed_write_leaves_the_old_file_and_no_temporary_one(tmp_path, monkeypatch):
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_file(target, b"new")
    assert caught.value.findings[0].rule == "output_failed"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


# --- a program writes as open() would ---------------------------------------------------------


@needs_links
def test_saving_follows_a_link_as_opening_does(tmp_path):
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "a.docx").symlink_to("real.docx")
    (tmp_path / "b.docx").symlink_to(tmp_path / "new.docx")
    for name in ("a.docx", "b.docx"):
        report().save(tmp_path / name)
        assert (tmp_path / name).is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == (tmp_path / "new.docx").read_bytes() == report().to_bytes()


def test_saving_replaces_what_a_person_has_changed(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"mine")
    report().save(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == report().to_bytes()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_saving_waits_for_no_pipe_and_ends_in_no_circle(tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    (tmp_path / "b.docx").symlink_to("b.docx")
    for name, rule in (("a.docx", "output_not_regular"), ("b.docx", "output_link")):
        with pytest.raises(OutputError) as caught:
            report().save(tmp_path / name)
        assert [finding.rule for finding in caught.value.findings] == [rule]
    assert stat.S_ISFIFO((tmp_path / "a.docx").stat().st_mode)


# --- the policy -------------------------------------------------------------------------------


def test_where_one_of_several_files_can_not_be_written_none_is_and_all_are_named(tmp_path):
    files = {tmp_path / name: b"new" for name in ("a", "b", "c")}
    (tmp_path / "b").write_bytes(b"mine")
    (tmp_path / "c").mkdir()
    with pytest.raises(OutputError) as caught:
        write_outputs(files, "made")
    assert [finding.rule for finding in caught.value.findings] == ["output_in_the_way", "output_directory"]
    assert caught.value.message("zh").splitlines()[1].startswith(f"{tmp_path / 'c'}：输出位置是一个文件夹")
    assert sorted(os.listdir(tmp_path)) == ["b", "c"]


def test_what_would_be_written_anew_byte_for_byte_is_in_nobodys_way(tmp_path):
    (tmp_path / "a").write_bytes(b"same")
    write_outputs({tmp_path / "a": b"same"}, "made")
    with pytest.raises(OutputError):
        write_outputs({tmp_path / "a": b"other"}, "made")


def _seize(monkeypatch, change):
    """Changes the folder in the moment in which the new file is on the disk and not yet in its place."""
    fsync = os.fsync

    def seized(handle):
        fsync(handle)
        change()

    monkeypatch.setattr(os, "fsync", seized)


def test_a_file_that_appears_in_the_last_moment_is_kept(tmp_path, monkeypatch):
    target = tmp_path / "a.yaml"
    _seize(monkeypatch, lambda: target.write_bytes(b"mine"))
    with pytest.raises(OutputError) as caught:
        write_outputs({target: b"new"}, "made")
    assert [finding.rule for finding in caught.value.findings] == ["output_in_the_way"]
    assert (target.read_bytes(), os.listdir(tmp_path)) == (b"mine", ["a.yaml"])


def test_a_file_that_is_saved_in_the_last_moment_is_kept(tmp_path, monkeypatch):
    target = tmp_path / "a.yaml"
    target.write_bytes(stamped(b"a: 1\n", "made", ".yaml"))
    _seize(monkeypatch, lambda: target.write_bytes(b"mine"))
    with pytest.raises(OutputError):
        write_outputs({target: b"new"}, "made")
    assert (target.read_bytes(), os.listdir(tmp_path)) == (b"mine", ["a.yaml"])


@pytest.mark.parametrize("taken", [False, True])
def test_a_file_system_without_links_takes_new_files_too(tmp_path, monkeypatch, taken):
    target = tmp_path / "a.yaml"

    def refuse(*_):
        if taken:
            target.write_bytes(b"mine")
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    if taken:
        with pytest.raises(OutputError):
            write_outputs({target: b"new"}, "made")
    else:
        write_outputs({target: b"new"}, "made")
    assert (target.read_bytes(), os.listdir(tmp_path)) == (b"mine" if taken else b"new", ["a.yaml"])


def test_a_file_that_a_program_has_open_is_reported_with_the_remedy(tmp_path, monkeypatch):
    target = tmp_path / "a.yaml"
    target.write_bytes(stamped(b"a: 1\n", "made", ".yaml"))
    before = target.read_bytes()

    def refuse(*_):
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write_outputs({target: b"new"}, "made")
    assert "请先关闭" in caught.value.message("zh")
    assert (target.read_bytes(), os.listdir(tmp_path)) == (before, ["a.yaml"])


@pytest.mark.parametrize("name", ["a\0.yaml", pytest.param("长" * 300 + ".yaml", marks=not_wine), "a.yaml/b.yaml"])
def test_a_name_that_no_file_can_have_is_reported(tmp_path, name):
    (tmp_path / "a.yaml").write_bytes(b"mine")
    for write in (write_file, lambda path, data: write_outputs({path: data}, "made", force=True)):
        with pytest.raises(OutputError) as caught:
            write(tmp_path / name, b"new")
        assert caught.value.findings[0].rule in ("output_failed", "output_folder_missing", "path_too_long")


# --- Windows ----------------------------------------------------------------------------------


@pytest.fixture
def windows(monkeypatch):
    """Windows' rules, on any system."""
    for module in (opening, output_faults, writing):
        monkeypatch.setattr(module, "WINDOWS", True)
    monkeypatch.setattr(opening.time, "sleep", lambda _: None)


def refused(target):
    """The rules by which a path is refused, by both ways of writing."""
    for write in (write_file, lambda path, data: write_outputs({path: data}, "made")):
        with pytest.raises(OutputError) as caught:
            write(target, b"new")
    return [finding.rule for finding in caught.value.findings]


@pytest.mark.parametrize("name", ["ab:c.docx", "a.docx.", "a.docx ", "a?.docx", 'a".docx', "甲|乙.docx", "...docx."])
@pytest.mark.usefixtures("windows")
def test_windows_gets_no_name_that_it_would_alter(tmp_path, name):
    assert refused(tmp_path / name) == ["output_name_altered"]
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["CON.docx", "aux.yaml", "NUL", "com1.docx", "LPT³.docx", "con .docx"])
@pytest.mark.usefixtures("windows")
def test_windows_gets_no_name_of_a_device(tmp_path, name):
    assert refused(tmp_path / name) == ["output_not_regular"]


@pytest.mark.parametrize("name", ["a b.docx", "a.b.docx", "人民街道 2022年.docx", "contents.docx", "com10.docx"])
@pytest.mark.usefixtures("windows")
def test_other_names_are_free_on_windows(tmp_path, name):
    write_file(tmp_path / name, b"new")
    assert os.listdir(tmp_path) == [name]


@pytest.mark.usefixtures("windows")
def test_a_path_that_windows_does_not_find_for_its_length_is_reported_as_such(tmp_path):
    folder = tmp_path.joinpath(*["长" * 60] * 5)
    assert refused(folder / "a.docx") == ["path_too_long"]
    assert refused(tmp_path / "missing" / "a.docx") == ["output_folder_missing"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("ways", [(os.O_RDONLY, os.O_RDWR), (os.O_RDWR,)], ids=["for itself", "as Word does"])
@pytest.mark.usefixtures("windows")
def test_a_file_that_a_program_has_open_is_not_called_changed_and_no_other_is_written(
    tmp_path, monkeypatch, ways, force
):
    target = tmp_path / "a.yaml"
    target.write_bytes(stamped(b"a: 1\n", "made", ".yaml"))
    opened = os.open

    def refuse(path, flags, *more):
        if path == target and flags & (os.O_RDWR | os.O_WRONLY) in ways:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(OutputError) as caught:
        write_outputs({tmp_path / "a.yaml.bak": b"old", target: b"new"}, "made", force=force)
    assert [finding.rule for finding in caught.value.findings] == ["output_locked"]
    assert "请先关闭" in caught.value.message("zh")
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.parametrize("refusals", [1, 6])
@pytest.mark.usefixtures("windows")
def test_a_file_that_a_scanner_reads_for_a_moment_is_waited_for(tmp_path, monkeypatch, refusals):
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    replace, waited = os.replace, []

    def refuse(*paths):
        if len(waited) < refusals:
            raise PermissionError(13, "Permission denied")
        replace(*paths)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(opening.time, "sleep", waited.append)
    write_file(target, b"new")
    assert (target.read_bytes(), len(waited)) == (b"new", refusals)
    assert waited == sorted(waited)
    assert sum(waited) < 1


# --- in two steps -----------------------------------------------------------------------------


def _begun(target, data=b"new"):
    return Output(target, data, "made", inputs=[], force=False)


def test_a_file_written_in_two_steps_has_its_name_when_it_is_finished(tmp_path):
    output = _begun(tmp_path / "a.yaml")
    output.sync()
    assert not (tmp_path / "a.yaml").exists()
    output.finish(lambda: None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.yaml", b"new")]


def test_a_file_that_is_abandoned_leaves_nothing(tmp_path):
    _begun(tmp_path / "a.yaml").abandon()
    assert not [*tmp_path.iterdir()]


def test_what_the_disk_refuses_is_an_error_and_leaves_nothing(tmp_path):
    def full():
        raise OSError(28, "No space left on device")

    output = _begun(tmp_path / "a.yaml")
    with pytest.raises(OutputError) as caught:
        output.finish(full)
    assert [finding.rule for finding in caught.value.findings] == ["output_failed"]
    assert not [*tmp_path.iterdir()]


def test_a_file_that_appears_between_the_two_steps_is_kept(tmp_path):
    output = _begun(tmp_path / "a.yaml")
    (tmp_path / "a.yaml").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        output.finish(output.sync)
    assert [finding.rule for finding in caught.value.findings] == ["output_in_the_way"]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]
