"""Many reports in one run: each on its own, none stopped by a bad one."""

from __future__ import annotations

import gc
import json
import os
import tracemalloc
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event

import pytest

from renmin_docs import DataFileError, OutputError, ReportError, Template, TemplateError, WorkReport, output_faults
from renmin_docs.batch.api import render_all
from renmin_docs.batch.outcomes import BatchError
from renmin_docs.builtin_templates import find
from renmin_docs.writing import Output
from tests.batch.districts import ROOT, data_files, documents, manifest, report, states
from tests.samples import numbered_report
from tests.timing import TRACED
from tests.waiting import HANG


def test_reports_and_files_become_what_save_makes_of_them(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    named = report("东湖街道")
    result = render_all([path, report(), ("东湖", named)], tmp_path / "out")
    assert states(result) == ["written"] * 3
    assert [outcome.input for outcome in result] == [str(path), "reports[1]", "东湖"]
    names = [outcome.output.name for outcome in result]
    assert names == ["第0街道2022年工作总结.docx", "人民街道2022年工作总结.docx", "东湖街道2022年工作总结.docx"]
    assert result.outcomes[2].output.read_bytes() == named.to_bytes()
    assert len(result) == len(result.written) == 3
    result.raise_if_failed()


def test_a_bad_report_fails_alone_with_file_line_and_path(tmp_path):
    paths = data_files(tmp_path / "data", 4)
    paths[1].write_text(paths[1].read_text(encoding="utf-8").replace("year", "yaer"), encoding="utf-8")
    paths[2].write_bytes(b"\xff\xfe")
    missing = tmp_path / "no.yaml"
    result = render_all([*paths, missing], tmp_path / "out")
    assert states(result) == ["written", "failed", "failed", "written", "failed"]
    assert f"{paths[1]}：第 2 行：不认识的键 yaer" in result.outcomes[1].message("zh")
    assert result.outcomes[4].message("zh") == f"{missing}：文件不存在；请核对路径"
    with pytest.raises(BatchError) as caught:
        result.raise_if_failed()
    assert caught.value.failed == result.failed
    assert len(caught.value.message("zh").splitlines()) == sum(len(outcome.findings) for outcome in result.failed)
    assert str(caught.value) == caught.value.message("en")


def test_what_a_report_says_against_itself_is_reported_with_its_line(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    path.write_text(path.read_text(encoding="utf-8") + "conclusion: 共{shops}。\n", encoding="utf-8")
    outcome = next(iter(render_all([path], tmp_path / "out")))
    assert [(finding.rule, finding.line) for finding in outcome.findings] == [("unknown_figure", 5)]


def test_warnings_come_with_the_document_and_strict_keeps_it_back(tmp_path):
    odd = report(body="汉 字。")
    mild, strict = (render_all([odd], tmp_path / name, strict=name == "strict") for name in ("mild", "strict"))
    assert states(mild) == ["written"]
    assert mild.outcomes[0].findings == ()
    assert [finding.rule for finding in mild.outcomes[0].warnings] == [
        finding.rule for finding in strict.outcomes[0].findings
    ]
    assert states(strict) == ["failed"]
    assert mild.outcomes[0].warning_message("zh").startswith("reports[0]：achievements")


def test_an_error_may_stand_where_a_report_could_not_be_made(tmp_path):
    error = ReportError(*(finding for finding in render_all([report(body="{x}")], tmp_path / "a").failed[0].findings))
    result = render_all([("甲", error), report()], tmp_path / "out")
    assert states(result) == ["failed", "written"]
    assert result.failed[0].findings == error.findings


def test_progress_gets_every_outcome(tmp_path):
    seen = []
    result = render_all([report("甲街道"), report("乙街道", "{x}")], tmp_path / "out", progress=seen.append)
    assert tuple(seen) == result.outcomes


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_reports_with_one_name_all_fail_and_the_rest_goes_on(tmp_path, order):
    offices = {"甲": "A街道", "乙": "a街道", "丙": "A街道", "丁": "丁街道"}
    said = [(name, report(office, f"{name}。")) for name, office in offices.items()]
    seen = []
    result = render_all([said[index] for index in order], tmp_path / "out", progress=seen.append)
    found = {outcome.input: outcome for outcome in result}
    assert [found[name].state for name in "甲乙丙丁"] == ["failed", "failed", "failed", "written"]
    assert all("丙、乙、甲" in found[name].message("zh") for name in "甲乙丙")
    assert list(documents(tmp_path / "out")) == ["丁街道2022年工作总结.docx"]
    assert {outcome.input: outcome.state for outcome in seen} == {name: found[name].state for name in found}


def test_of_many_with_one_name_a_message_names_a_few(tmp_path):
    result = render_all([(f"{index:02}", report()) for index in range(12)], tmp_path / "out")
    assert len(result.failed) == 12
    assert {outcome.findings[0].expected for outcome in result} == {"00、01、02、03、04、…"}
    assert documents(tmp_path / "out") == {}


def test_a_report_that_fails_takes_no_name(tmp_path):
    assert states(render_all([report(body="{x}"), report()], tmp_path / "out")) == ["failed", "written"]


def test_no_name_leads_out_of_the_folder(tmp_path):
    out = tmp_path / "a" / "out"
    result = render_all([report("../../x"), report("/etc/x"), report("C:\\x")], out)
    assert states(result) == ["written"] * 3
    assert {*tmp_path.rglob("*.docx")} == {*out.glob("*.docx")}
    assert len({*out.glob("*.docx")}) == 3


def test_the_template_is_not_written_over(tmp_path):
    ours = tmp_path / "out" / "人民街道2022年工作总结.docx"
    ours.parent.mkdir()
    ours.write_bytes(find("work_report").read_bytes())
    result = render_all([report(), report("乙街道")], tmp_path / "out", template=ours)
    assert states(result) == ["failed", "written"]
    assert result.failed[0].findings[0].rule == "output_is_input"
    assert ours.read_bytes() == find("work_report").read_bytes()


def test_a_template_or_picture_of_a_report_is_not_written_over(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    ours = path.parent / "第0街道2022年工作总结.docx"
    ours.write_bytes(find("work_report").read_bytes())
    path.write_text(path.read_text(encoding="utf-8") + f"template: {ours.name}\n", encoding="utf-8")
    (outcome,) = render_all([path], path.parent)
    assert outcome.findings[0].rule == "output_is_input"
    assert ours.read_bytes() == find("work_report").read_bytes()


# --- template, numbering, folder --------------------------------------------------------------


@pytest.mark.parametrize("numbering", ["typed", "native"])
@pytest.mark.parametrize("way", ["name", "path", "opened"])
def test_template_and_numbering_are_those_of_save(tmp_path, way, numbering):
    ours = tmp_path / "ours.docx"
    ours.write_bytes(find("work_report").read_bytes())
    template = {"name": "work_report", "path": ours, "opened": Template.open(ours)}[way]
    said = numbered_report(2)
    (outcome,) = render_all([said], tmp_path / "out", template=template, numbering=numbering)
    assert outcome.output.read_bytes() == said.to_bytes(numbering=numbering)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"template": "no"}, TemplateError),
        ({"template": "no/ours.docx"}, TemplateError),
        ({"numbering": "roman"}, ReportError),
        ({"names": "{x}"}, OutputError),
    ],
)
def test_wrong_options_are_said_before_anything_is_made(tmp_path, options, error):
    with pytest.raises(error):
        render_all([report()], tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_folders_are_made_and_a_file_in_their_place_is_named(tmp_path):
    assert states(render_all([report()], tmp_path / "a" / "b" / "c")) == ["written"]
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError) as caught:
        render_all([report()], tmp_path / "file")
    assert caught.value.findings[0].rule == "batch_folder_file"


def test_a_file_that_cannot_be_written_fails_its_report_only(tmp_path):
    (tmp_path / "out" / "人民街道2022年工作总结.docx").mkdir(parents=True)
    result = render_all([report(), report("乙街道")], tmp_path / "out")
    assert states(result) == ["failed", "written"]
    assert result.failed[0].findings[0].rule == "output_directory"


def test_on_windows_a_document_that_is_open_in_word_fails_alone_and_stays(tmp_path, monkeypatch):
    reports = [report(), report("乙街道")]
    held, _ = [outcome.output for outcome in render_all(reports, tmp_path)]
    opened, before = os.open, held.read_bytes()

    def refuse(path, flags, *more):
        if path == held and flags & (os.O_RDWR | os.O_WRONLY):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)

    monkeypatch.setattr(output_faults, "WINDOWS", True)
    monkeypatch.setattr(os, "open", refuse)
    result = render_all([each.replace(introduction="新导语。") for each in reports], tmp_path)
    assert states(result) == ["failed", "written"]
    assert [finding.rule for finding in result.failed[0].findings] == ["output_locked"]
    assert held.read_bytes() == before


def test_a_fault_of_ours_fails_its_report_only(tmp_path, monkeypatch):
    from renmin_docs.report.models import WorkReport

    def broken(self, **_):
        if self.organization.name == "甲街道":
            raise ZeroDivisionError("x")
        return b"made"

    monkeypatch.setattr(WorkReport, "to_bytes", broken)
    result = render_all([report("甲街道"), report("乙街道")], tmp_path / "out")
    assert states(result) == ["failed", "written"]
    assert "ZeroDivisionError: x" in result.failed[0].message("zh")


def test_no_reports_make_an_empty_manifest(tmp_path):
    assert states(render_all([], tmp_path / "out")) == []
    assert manifest(tmp_path / "out") == []


DISTRICT = sorted((ROOT / "examples" / "district").glob("*.yaml"))


def test_the_district_of_the_examples_is_made_with_its_profile_and_its_own_template(tmp_path):
    assert len(DISTRICT) == 6
    result = render_all(DISTRICT, tmp_path / "out")
    result.raise_if_failed()
    for path, outcome in zip(DISTRICT, result, strict=True):
        assert outcome.output.read_bytes() == WorkReport.load(path).to_bytes()


def test_a_profile_given_for_all_lies_under_each(tmp_path):
    (path,) = data_files(tmp_path / "data", 1)
    profile = tmp_path / "ours.profile.yaml"
    profile.write_text("numbering: native\n", encoding="utf-8")
    (outcome,) = render_all([path], tmp_path / "out", profile=profile)
    assert outcome.output.read_bytes() == WorkReport.load(path).to_bytes(numbering="native")


def test_a_fault_of_a_profile_names_it_as_it_lies_from_where_the_data_file_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (path,) = data_files(tmp_path / "data", 1)
    path.write_text(path.read_text(encoding="utf-8") + "profile: ../ours.profile.yaml\n", encoding="utf-8")
    (tmp_path / "ours.profile.yaml").write_text("foo: 1\n", encoding="utf-8")
    (outcome,) = render_all(["data/0000.yaml"], "out")
    assert outcome.message("zh").startswith("data/0000.yaml：ours.profile.yaml：第 1 行：不认识的键 foo")


# --- executors --------------------------------------------------------------------------------


def test_threads_make_the_same(tmp_path):
    said = [report(f"第{index}街道", "{x}" if index == 3 else "完成。") for index in range(24)]
    alone = render_all(said, tmp_path / "alone")
    with ThreadPoolExecutor(8) as pool:
        together = render_all(said, tmp_path / "together", executor=pool)
    assert documents(tmp_path / "together") == documents(tmp_path / "alone")
    assert manifest(tmp_path / "together") == manifest(tmp_path / "alone")
    assert states(together) == states(alone)


class Counting(Executor):
    """Threads, with a count of how many reports are with them."""

    def __init__(self):
        self._pool, self.now, self.most = ThreadPoolExecutor(2), 0, 0

    def submit(self, fn, /, *args, **kwargs):
        self.now += 1
        self.most = max(self.most, self.now)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._pool.shutdown(wait, cancel_futures=cancel_futures)


def test_only_so_many_reports_are_under_way_and_none_is_made_before_its_turn(tmp_path):
    ahead = [0, 0]

    def some():
        for index in range(60):
            ahead[0] += 1
            ahead[1] = max(ahead)
            yield report(f"第{index}街道")

    def ended(_):
        ahead[0] -= 1
        pool.now -= 1

    with Counting() as pool:
        render_all(some(), tmp_path / "out", executor=pool, in_flight=5, progress=ended)
    assert pool.most == 5
    assert ahead[1] == 5


@pytest.mark.thorough
@pytest.mark.skipif(TRACED, reason="coverage keeps objects of its own")
def test_memory_does_not_grow_with_the_documents(tmp_path):
    def run(number):
        return render_all((report(f"第{index}街道") for index in range(number)), tmp_path / "out")

    run(10)
    tracemalloc.start()
    try:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        result = run(200)
        gc.collect()
        kept = (tracemalloc.get_traced_memory()[0] - before) / len(result)
    finally:
        tracemalloc.stop()
    assert kept < 2_500  # a document has 9,000 bytes; its outcome and its name are kept


def test_an_executor_that_takes_no_work_fails_what_it_does_not_take(tmp_path):
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    result = render_all([report("甲街道"), report("乙街道")], tmp_path / "out", executor=pool)
    assert [outcome.findings[0].rule for outcome in result] == ["batch_worker_lost"] * 2


def test_a_document_that_the_disk_refuses_fails_alone_and_in_its_turn(tmp_path, monkeypatch):
    sync, seen = Output.sync, []

    def full(output):
        if "乙" in output._target.name:
            raise OSError(28, "No space left on device")
        sync(output)

    monkeypatch.setattr(Output, "sync", full)
    said = [report(name) for name in ("甲街道", "乙街道", "丙街道")]
    render_all(said, tmp_path / "out", progress=seen.append)
    assert [outcome.state for outcome in seen] == ["written", "failed", "written"]
    assert [finding.rule for finding in seen[1].findings] == ["output_failed"]
    assert len(documents(tmp_path / "out")) == 2


def test_a_caller_that_stops_leaves_whole_files_and_a_journal(tmp_path):
    def stop(outcome):
        if outcome.input == "reports[2]":
            raise KeyboardInterrupt

    said = [report(f"第{index}街道") for index in range(5)]
    with pytest.raises(KeyboardInterrupt):
        render_all(said, tmp_path / "out", progress=stop)
    assert len(documents(tmp_path / "out")) == 3
    assert not (tmp_path / "out" / "manifest.json").exists()
    lines = (tmp_path / "out" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["state"] for line in lines] == ["written"] * 3
    assert states(render_all(said, tmp_path / "out", resume=True)) == ["unchanged"] * 3 + ["written"] * 2


def test_the_reader_of_a_report_may_be_the_one_who_fails(tmp_path):
    def some():
        yield report("甲街道")
        raise DataFileError

    with pytest.raises(DataFileError):
        render_all(some(), tmp_path / "out")
    assert len(documents(tmp_path / "out")) == 1


def test_few_documents_wait_for_a_slow_disk_at_a_time(tmp_path, monkeypatch):
    released, most = Event(), []

    class Slow(Output):
        """Is on the disk as soon as one is waited for."""

        waiting = 0

        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            Slow.waiting += 1
            most.append(Slow.waiting)

        def sync(self):
            released.wait(HANG)
            super().sync()

        def finish(self, synced):
            released.set()
            super().finish(synced)
            Slow.waiting -= 1

    monkeypatch.setattr("renmin_docs.batch.run.Output", Slow)
    reports = [(f"{number}", report()) for number in range(100)]
    with ThreadPoolExecutor(1) as executor:
        result = render_all(reports, tmp_path / "out", names="{input}", executor=executor, in_flight=1_000)
    assert len(result.written) == len(most) == 100
    assert max(most) == 64
