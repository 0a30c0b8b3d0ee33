"""renmin-docs import, as a user types it."""

from __future__ import annotations

import json

import pytest

from renmin_docs import Chapter, Picture, WorkReport
from tests.cli.texts import LAST_YEAR, write
from tests.pictures import saved
from tests.samples import report

pytestmark = pytest.mark.usefixtures("place")


def test_import_writes_a_data_file_that_is_the_report(run, place):
    write(place / "last.txt", LAST_YEAR)
    code, out, err = run("import", "last.txt", "-o", "read.yaml")
    assert (code, out) == (0, "已生成：read.yaml\n")
    assert err.splitlines() == [
        "警告：last.txt：第 5 行：序号“（三）”前有缺号，将印作“（二）”；请核对前面是否有遗漏",
        "提示：last.txt：第 4 行：标点已改正：“,,”→“，”；本行 1 处",
    ]
    report = WorkReport.load(place / "read.yaml")
    assert (report.organization.name, report.year) == ("人民街道", 2022)
    assert [point.heading for point in report.achievements[0].points] == ["抓党建", "抓民生"]
    head = (place / "read.yaml").read_text(encoding="utf-8").splitlines()[:3]
    assert head[0] == "# 由 last.txt 读入，请核对以下各处："
    assert head[1].startswith("# 第 5 行")
    assert head[2] == "单位:"
    assert run("render", "read.yaml")[0] == 0


def test_import_names_its_output_after_the_text_and_has_no_head_without_doubts(run, place):
    write(place / "last.txt", LAST_YEAR.replace("（三）", "（二）"))
    code, out, _ = run("import", "last.txt", "--lang", "en")
    assert (code, out) == (0, "written: last.yaml\n")
    assert (place / "last.yaml").read_text(encoding="utf-8").startswith("organization:")


def test_import_takes_year_and_office_and_leaves_out_steps(run, place):
    write(place / "last.txt", "一、工作\n区(qū)委,,街道。\n")
    run("import", "last.txt", "--year", "2021", "--organization", "东风街道", "--without", "pinyin")
    report = WorkReport.load(place / "last.yaml")
    assert (report.year, report.organization.issuer) == (2021, "东风街道办事处")
    assert report.achievements[0].body == ("区（qū）委，街道。",)


def test_import_writes_json_too(run, place):
    write(place / "last.txt", LAST_YEAR)
    assert run("import", "last.txt", "-o", "last.json")[0] == 0
    assert json.loads((place / "last.json").read_text(encoding="utf-8"))["year"]
    run("import", "last.txt")
    assert WorkReport.load(place / "last.json") == WorkReport.load(place / "last.yaml")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.txt",), "文件不存在"),
        (("last.txt", "-o", "last.docx"), "last.docx 不是 YAML 文件；请写：last.yaml"),
        (("last.txt", "--without", "pinyn"), "没有名为 -pinyn 的清理步骤"),
        (("last.txt", "--year", "22"), "--year 的值有误"),
        (("word.txt",), "不是文本文件，看上去是Word 文档或其他压缩文件"),
    ],
)
def test_import_says_what_it_can_not_read_orwrite(run, place, arguments, said):
    write(place / "last.txt", LAST_YEAR)
    (place / "word.txt").write_bytes(b"PK\x03\x04")
    code, out, err = run("import", *arguments)
    assert (code, out) == (2, "")
    assert said.replace("是Word", "是 Word") in err


@pytest.mark.thorough
def test_import_says_that_a_data_file_is_too_large_to_be_read_again(run, place):
    (place / "last.txt").write_text(
        "人民街道2022年工作总结\n" + "街道坚持问题导向，办成实事20件。\n" * 90_000, encoding="utf-8"
    )
    code, _, err = run("import", "last.txt", "--lang", "en")
    assert code == 0
    assert "last.yaml: the data file has 5 MB, more than can be read again; divide the report; the limit is 4 MB" in err
    assert run("render", "last.yaml")[0] == 2


def test_import_does_not_write_over_what_it_reads(run, place):
    write(place / "last.yaml", LAST_YEAR)
    code, _, err = run("import", "last.yaml")
    assert code == 2
    assert "last.yaml 已经是数据文件，不必读入；生成文档请用 renmin-docs render last.yaml" in err
    assert (place / "last.yaml").read_text(encoding="utf-8") == LAST_YEAR


def test_import_reads_a_document_keeps_its_pictures_and_types_its_figures(run, place):
    (place / "hall.png").write_bytes(saved())
    body = ["走访居民860户。", Picture(path=str(place / "hall.png"))]
    report(achievements=Chapter(heading="工作情况", body=body)).save(place / "last.docx")
    code, out, err = run("import", "last.docx", "--figures")
    assert (code, out) == (0, "已生成：last_1.png\n已生成：last.yaml\n")
    assert err == "提示：last.docx：第 5 行：图片存为 last_1.png\n"
    found = WorkReport.load(place / "last.yaml")
    assert str(found.figures["走访居民"]) == "860户"
    assert run("render", "last.yaml", "-o", "again.docx")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "first"),
    [((), "单位:"), (("--lang", "en"), "organization:"), (("--lang", "en", "--keys", "zh"), "单位:")],
)
def test_import_writes_the_keys_of_the_language_or_those_that_are_asked_for(run, place, arguments, first):
    write(place / "last.txt", LAST_YEAR.replace("（三）", "（二）"))
    run("import", "last.txt", "-o", "read.yaml", *arguments)
    assert (place / "read.yaml").read_text(encoding="utf-8").splitlines()[0] == first
