"""The journal, and going on from it: what is done is not made again, and nothing else is taken for done."""

from __future__ import annotations

import json
import os
import shutil

import openpyxl
import pytest

from renmin_docs import Chapter, OutputError, Picture
from renmin_docs.batch import api, work
from renmin_docs.batch.api import render_all
from renmin_docs.batch.journal import Journal
from renmin_docs.batch.names import DEFAULT_NAMES
from renmin_docs.builtin_templates import find
from tests.batch.districts import data_files, documents, manifest, report, states
from tests.pictures import quarters, saved

SAID = [("甲", report("甲街道")), ("乙", report("乙街道", "{x}")), ("丙", report("丙街道", "汉 字。"))]


@pytest.fixture
def out(tmp_path):
    """A folder in which a run has ended."""
    render_all(SAID, tmp_path / "out", language="zh")
    return tmp_path / "out"


def resumed(out, said=SAID, **options):
    return render_all(said, out, resume=True, **options)


def lines(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_line_tells_input_output_checksum_state_and_message(out):
    first, second, third = lines(out)
    assert (first["input"], first["output"], first["state"]) == ("甲", "甲街道2022年工作总结.docx", "written")
    assert first["sha256"] == work.checksum((out / first["output"]).read_bytes())
    assert (second["input"], second["output"], second["state"]) == ("乙", None, "failed")
    assert second["message"].startswith("achievements.body：没有名为“x”的数据")
    assert (third["state"], third["message"], len(third["warnings"])) == ("written", None, 1)


def test_the_manifest_has_every_report_once_sorted(out):
    rows = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert [(row["input"], row["state"], row["warnings"]) for row in rows] == [
        ("丙", "written", 1),
        ("乙", "failed", 0),
        ("甲", "written", 0),
    ]


def test_what_is_done_is_not_made_again_and_keeps_its_warnings(out):
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.docx")}
    result = resumed(out)
    assert states(result) == ["unchanged", "failed", "unchanged"]
    assert [len(outcome.warnings) for outcome in result] == [0, 0, 1]
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.docx")} == before
    assert states(resumed(out)) == ["unchanged", "failed", "unchanged"]


def test_without_being_asked_to_go_on_a_run_begins_anew(out):
    assert states(render_all(SAID, out)) == ["written", "failed", "written"]
    assert len(lines(out)) == 3


@pytest.mark.parametrize(
    "options",
    [
        {"numbering": "native"},
        {"strict": True},
        {"names": DEFAULT_NAMES + " "},
        {"template": "work_report"},
    ],
)
def test_other_options_make_everything_again(out, options):
    assert "unchanged" not in states(resumed(out, **options))


def test_another_version_makes_everything_again(out, monkeypatch):
    for module in (api, work):
        monkeypatch.setattr(module, "__version__", "9.9.9")
    assert states(resumed(out)) == ["written", "failed", "written"]


def test_a_changed_template_makes_everything_again(tmp_path):
    ours = tmp_path / "ours.docx"
    shutil.copy(find("work_report"), ours)
    assert states(resumed(tmp_path / "out", template=ours)) == ["written", "failed", "written"]
    assert states(resumed(tmp_path / "out", template=ours)) == ["unchanged", "failed", "unchanged"]
    shutil.copy(find("red_head"), ours)
    assert "unchanged" not in states(resumed(tmp_path / "out", template=ours))


def test_a_changed_report_is_made_again(out):
    said = [("甲", report("甲街道", "另有。")), *SAID[1:]]
    assert states(resumed(out, said)) == ["written", "failed", "unchanged"]
    assert (out / "甲街道2022年工作总结.docx").read_bytes() == said[0][1].to_bytes()


def test_a_document_that_is_gone_is_made_again(out):
    path = out / "甲街道2022年工作总结.docx"
    whole = path.read_bytes()
    path.unlink()
    assert states(resumed(out)) == ["written", "failed", "unchanged"]
    assert path.read_bytes() == whole


@pytest.mark.parametrize("change", [lambda whole: whole + b"x", lambda whole: whole[:-1], lambda _: b"mine"])
@pytest.mark.parametrize("resume", [True, False])
def test_a_document_that_a_person_has_changed_is_kept_unless_it_is_forced(out, change, resume):
    path = out / "甲街道2022年工作总结.docx"
    whole = path.read_bytes()
    path.write_bytes(change(whole))
    result = render_all(SAID, out, resume=resume)
    assert states(result) == ["failed", "failed", "unchanged" if resume else "written"]
    assert result.outcomes[0].message("zh").startswith(f"甲：{path}：已有同名文件")
    assert path.read_bytes() == change(whole)
    assert states(resumed(out)) == ["failed", "failed", "unchanged"]
    assert states(render_all(SAID, out, resume=resume, force=True))[0] == "written"
    assert path.read_bytes() == whole
    assert states(resumed(out)) == ["unchanged", "failed", "unchanged"]


def test_a_changed_document_survives_that_two_reports_want_its_name(out):
    path = out / "甲街道2022年工作总结.docx"
    path.write_bytes(b"mine")
    assert states(render_all([SAID[0], ("丙", SAID[0][1])], out)) == ["failed", "failed"]
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["manifest.json", "manifest.jsonl"])
def test_a_file_that_only_has_the_name_of_the_manifest_is_kept_unless_it_is_forced(tmp_path, name):
    own = tmp_path / name
    own.write_bytes(b'{"name": "an app"}')
    with pytest.raises(OutputError) as caught:
        render_all(SAID, tmp_path)
    assert [finding.rule for finding in caught.value.findings] == ["output_in_the_way"]
    assert (own.read_bytes(), os.listdir(tmp_path)) == (b'{"name": "an app"}', [name])
    assert states(render_all(SAID, tmp_path, force=True)) == ["written", "failed", "written"]
    assert states(render_all(SAID, tmp_path)) == ["written", "failed", "written"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_the_place_of_the_journal_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "manifest.jsonl")
    with pytest.raises(OutputError) as caught:
        render_all(SAID, tmp_path, force=True)
    assert [finding.rule for finding in caught.value.findings] == ["output_not_regular"]


def test_a_data_file_counts_by_its_content(tmp_path):
    paths = data_files(tmp_path / "data", 2)
    resumed(tmp_path / "out", paths)
    paths[0].write_text(paths[0].read_text(encoding="utf-8"), encoding="utf-8")
    paths[1].write_text(paths[1].read_text(encoding="utf-8") + "\n# ", encoding="utf-8")
    assert states(resumed(tmp_path / "out", paths)) == ["unchanged", "written"]
    paths[0].unlink()
    assert states(resumed(tmp_path / "out", paths)) == ["failed", "unchanged"]


def test_a_workbook_of_figures_belongs_to_the_report(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "figures_from: {workbook: 指标.xlsx}\nconclusion: 共{网点}。\n", encoding="utf-8")
    for shops, state in ((3, "written"), (3, "unchanged"), (4, "written")):
        book = openpyxl.Workbook()
        for row in (("指标", "本年", "单位"), ("网点", shops, "家")):
            book.active.append(row)
        if state != "unchanged":
            book.save(path.parent / "指标.xlsx")
        assert states(resumed(tmp_path / "out", [path])) == [state]


def test_a_picture_belongs_to_the_report(tmp_path):
    picture = tmp_path / "图.png"
    picture.write_bytes(saved(quarters(40, 30)))
    said = [report().model_copy(update={"plans": (Chapter(heading="图", body=[Picture(path=str(picture))]),)})]
    assert states(resumed(tmp_path / "out", said)) == ["written"]
    assert states(resumed(tmp_path / "out", said)) == ["unchanged"]
    picture.write_bytes(saved(quarters(41, 30)))
    assert states(resumed(tmp_path / "out", said)) == ["written"]


def test_a_profile_and_the_template_that_it_names_belong_to_the_report(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    profile, template = path.parent / "ours.profile.yaml", path.parent / "ours.docx"
    path.write_text(path.read_text(encoding="utf-8") + "profile: ours.profile.yaml\n", encoding="utf-8")
    shutil.copy(find("work_report"), template)
    for text in ("addressee: 区政府\ntemplate: ours.docx\n", "addressee: 区委\ntemplate: ours.docx\n"):
        profile.write_text(text, encoding="utf-8")
        assert states(resumed(tmp_path / "out", [path])) == ["written"]
        assert states(resumed(tmp_path / "out", [path])) == ["unchanged"]
    shutil.copy(find("red_head"), template)
    assert states(resumed(tmp_path / "out", [path])) == ["written"]


def test_another_profile_makes_everything_again(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    for name in ("a", "b"):
        profile = tmp_path / f"{name}.profile.yaml"
        profile.write_text("addressee: 区政府\n", encoding="utf-8")
        assert states(resumed(tmp_path / "out", [path], profile=profile)) == ["written"]
        assert states(resumed(tmp_path / "out", [path], profile=profile)) == ["unchanged"]


def test_a_name_that_a_new_report_wants_is_taken_back(out):
    result = resumed(out, [*SAID, ("丁", report("甲街道", "别的。"))])
    assert states(result) == ["failed", "failed", "unchanged", "failed"]
    assert list(documents(out)) == ["丙街道2022年工作总结.docx"]
    assert states(resumed(out)) == ["written", "failed", "unchanged"]


# --- what a kill, or somebody, left in the journal --------------------------------------------


def test_a_journal_cut_off_anywhere_is_gone_on_from(out):
    whole, wanted = (out / "manifest.jsonl").read_bytes(), documents(out)
    rows = manifest(out)
    ends = {0, 1, *range(3, len(whole), 97)}
    line_ends = [place for place, byte in enumerate(whole) if byte == ord("\n")]
    ends |= {place + offset for place in line_ends for offset in (-1, 0, 1, 2)}
    for end in sorted(ends):
        (out / "manifest.jsonl").write_bytes(whole[:end])
        result = resumed(out, language="zh")
        kept = sum(end >= line_end for line_end in line_ends)
        assert len(result.unchanged) == (kept > 0) + (kept > 2)
        assert (documents(out), manifest(out)) == (wanted, rows)
        assert [row for row in map(_parsed, (out / "manifest.jsonl").read_bytes().splitlines()) if row][-1]["input"]


def _parsed(line):
    try:
        return json.loads(line)
    except ValueError:
        return None


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"input": "x"}',
        b'{"input": ["x"], "state": "failed"}',
        b'{"input": "x", "state": "written", "output": 3, "source": [1, 2, 3], "sha256": "", "warnings": []}',
        b'{"input": "x", "state": "written", "output": "a.docx", "source": ["", "", {}, ""], "sha256": "0"}',
    ],
)
def test_lines_that_are_none_of_ours_are_passed_over(out, line):
    (out / "manifest.jsonl").write_bytes(line + b"\n" + (out / "manifest.jsonl").read_bytes() + line)
    assert states(resumed(out)) == ["unchanged", "failed", "unchanged"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("output", "../secret.docx"),
        ("output", ".."),
        ("output", None),
        ("sha256", ""),
        ("sha256", None),
        ("source", None),
        ("source", ["", "", []]),
        ("warnings", [["no_such_rule"]]),
        ("warnings", 3),
    ],
)
def test_a_line_that_somebody_changed_is_not_believed(out, tmp_path, field, value):
    (tmp_path / "secret.docx").write_bytes((out / "甲街道2022年工作总结.docx").read_bytes())
    rows = lines(out)
    rows[0][field] = value
    (out / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = resumed(out, [*SAID, ("丁", report("丁街道"))])
    assert states(result) == ["written", "failed", "unchanged", "written"]
    assert (tmp_path / "secret.docx").exists()


def test_files_that_a_killed_run_left_half_written_are_cleaned_up(out):
    for name in (".renmin-0123456789abcdef.tmp", ".renmin-notes.tmp", "x.tmp"):
        (out / name).write_bytes(b"x")
    resumed(out)
    assert {path.name for path in out.glob("*.tmp")} == {"x.tmp", ".renmin-notes.tmp"}


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_an_input_whose_name_is_no_text_has_a_line_too(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    odd = os.fsdecode(os.fsencode(path.parent) + b"/\xff.yaml")
    try:
        path.rename(odd)
    except OSError:
        pytest.skip("this file system has only names that are text")
    assert states(resumed(tmp_path / "out", [odd])) == ["written"]
    assert states(resumed(tmp_path / "out", [odd])) == ["unchanged"]


# --- one run at a time ------------------------------------------------------------------------


def test_two_runs_do_not_write_to_one_folder_at_once(out):
    with Journal(out, resume=True, language="zh"), pytest.raises(OutputError) as caught:
        resumed(out)
    assert caught.value.findings[0].rule == "batch_folder_busy"
    assert states(resumed(out)) == ["unchanged", "failed", "unchanged"]


def test_a_journal_that_cannot_be_written_is_an_error_of_ours(tmp_path):
    (tmp_path / "out" / "manifest.jsonl").mkdir(parents=True)
    with pytest.raises(OutputError) as caught:
        render_all(SAID, tmp_path / "out")
    assert caught.value.findings[0].rule == "output_failed"
