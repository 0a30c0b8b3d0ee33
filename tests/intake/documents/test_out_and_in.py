"""Out and in again: a document that the library wrote is read as the report that it was printed from.

What the page does not show (docs/import.md) is the same in all reports here, or is set to what is read.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import (
    Attachment,
    Chapter,
    Header,
    Imprint,
    Organization,
    PageProfile,
    Picture,
    Point,
    Signature,
    Table,
)
from renmin_docs.emphasis import written
from renmin_docs.intake.documents import reading as reading_room
from renmin_docs.intake.reports import read_report
from renmin_docs.numerals import MARKS
from renmin_docs.render.values.blocks import Printer
from renmin_docs.report.cells import text_in
from renmin_docs.report.merged_cells import first_columns, head_rows
from tests.intake.prose.test_out_and_in import PHRASES, SENTENCES, _reports, _section
from tests.merged import merged_tables
from tests.official import DAY, NUMBER, ORGANS
from tests.pictures import quarters, saved
from tests.proof import setting
from tests.samples import REPORTS, report

WAYS = [*product(("typed", "native"), ("work_report", "red_head"))]
KEYS = ("kind", "mark", "lead", "text", "level", "points", "rung", "number")
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
POSITIONS = ("主任", "副主任", "书记")


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    """Saves a report and reads it; by its roles, or the test fails."""
    path = tmp_path_factory.mktemp("out") / "report.docx"

    def read(sample, numbering="typed", template="red_head"):
        sample.save(path, numbering=numbering, template=template)
        return read_report(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_room, "read_foreign", None)  # calling it would fail
        yield read


def printed(sample):
    """What a reader of the page sees of the text."""
    printer = Printer(sample)
    blocks = [{key: _looks(block[key]) for key in KEYS} for block in printer.blocks]
    return [printer.text(sample.title).replace("\n", ""), sample.issue_date, *blocks]


def _looks(value):
    """A text with its emphasis, as a reader sees it."""
    if isinstance(value, tuple):
        return [{key: _looks(each) for key, each in point.items()} for point in value]
    return written(str(value)) if isinstance(value, str) else value


@pytest.mark.parametrize(("numbering", "template"), WAYS)
@given(sample=REPORTS)
@settings(max_examples=setting("REPORTS", 12), **QUIET)
def test_any_report_is_read_with_the_same_page(again, numbering, template, sample):
    reading = again(sample, numbering, template)
    assert printed(reading.report) == printed(sample)
    assert again(reading.report, numbering, template).report == reading.report


# --- equal reports ----------------------------------------------------------------------------


@st.composite
def _tables(draw):
    columns = draw(st.lists(st.sampled_from(["指标", "单位", "数量", "责任单位", "备注", ""]), min_size=2, max_size=4))
    cells = st.sampled_from(["12", "9.75亿元", "", "—", "老旧小区\n改造", "社区食堂", "“一站式”"])
    row = st.lists(cells, min_size=len(columns), max_size=len(columns))
    return Table(
        caption=draw(st.sampled_from(["", "重点任务完成情况"])),
        unit=draw(st.sampled_from(["", "万元"])),
        columns=columns,
        rows=draw(st.lists(row, min_size=1, max_size=3)),
    )


def _filled(table):
    """At least one cell of every row has text: a table of nothing is no table."""
    return all(any(map(text_in, row)) for row in table.rows)


def _shown(table):
    """Every column and every row begins somewhere: what Word does not show is not read."""
    width, heads = len(table.leaf_columns), [cell for row in head_rows(table.columns) for cell in row]
    begun = {column for row in first_columns(table.rows, width) for column in row} | {cell.first for cell in heads}
    return begun == {*range(width)}


@given(tables=st.lists(merged_tables().filter(_shown), min_size=1, max_size=3))
@settings(max_examples=setting("REPORTS", 12), **QUIET)
def test_any_merged_table_is_read_as_itself(again, tables):
    body = [item for table in tables for item in (table, "如表。")]
    sample = report(achievements=Chapter(heading="工作情况", body=["见表。", *body]))
    assert again(sample).report.achievements == sample.achievements


@st.composite
def _attachments(draw):
    if draw(st.integers(0, 3)) == 0:
        return Attachment(title=draw(PHRASES))
    body = [*draw(st.lists(st.one_of(SENTENCES, _tables().filter(_filled)), min_size=1, max_size=2))]
    if draw(st.booleans()):
        return Attachment(title=draw(PHRASES), body=body)
    return Attachment(title=draw(PHRASES), **draw(_section(3, [SENTENCE])))


SENTENCE = "任务分工如下。"


@st.composite
def _headers(draw):
    joint = draw(st.booleans())
    classification = draw(st.sampled_from(["", "秘密", "机密"]))
    return Header(
        number=NUMBER,
        issuers=draw(st.lists(st.sampled_from(ORGANS), min_size=2, max_size=3, unique=True)) if joint else (),
        suffix=draw(st.sampled_from(["文件", ""])),
        copy_number=draw(st.sampled_from(["", 6])),
        classification=classification,
        classification_period=draw(st.sampled_from(["", "1年"])) if classification else "",
        urgency=draw(st.sampled_from(["", "特急"])),
        signatories=draw(st.lists(st.sampled_from(["张某某", "李某", "欧阳某某"]), max_size=3, unique=True)),
    )


@st.composite
def _signatures(draw):
    organs = draw(st.lists(st.sampled_from(ORGANS[1:]), min_size=2, max_size=4, unique=True))
    issuers = draw(st.sampled_from([(), ("人民街道办事处", *organs)]))
    kind = draw(st.sampled_from(["unsealed", "sealed", "stamped"]))
    if kind == "stamped":
        return Signature(kind=kind, positions=[draw(st.sampled_from(POSITIONS))])
    return Signature(kind=kind, issuers=issuers)


@st.composite
def _official(draw):
    """Any readable report with what makes it official."""
    sample = draw(_reports())
    header = draw(st.none() | _headers())
    signature = draw(_signatures()) if sample.issue_date else Signature()
    if not header or header.issuers:  # the page must name the issuer once
        signature = Signature(kind="sealed") if sample.issue_date else Signature()
    imprint = Imprint(
        copied_to=draw(st.lists(st.sampled_from(ORGANS[1:]), max_size=3, unique=True)),
        printed_by=draw(st.sampled_from([None, "县政府办公室"])),
        print_date=date(2022, 12, 21),
        even_page=draw(st.booleans()),
    )
    body = (*sample.achievements[-1].body, *draw(st.lists(_tables().filter(_filled), max_size=1)))
    last = sample.achievements[-1].model_copy(update={"body": body})
    is_flat = not any(isinstance(item, Point) for item in sample.achievements[-1].body)
    return sample.model_copy(
        update={
            "achievements": (*sample.achievements[:-1], last) if is_flat else sample.achievements,
            "header": header,
            "addressee": tuple(draw(st.lists(st.sampled_from(["县人民政府", "县委办公室"]), max_size=2, unique=True))),
            "signature": signature,
            "note": draw(st.sampled_from(["", "联系人：李某某"])),
            "attachments": tuple(draw(st.lists(_attachments(), max_size=2))),
            "imprint": imprint if sample.issue_date else None,
            "contents": draw(st.booleans()),
        }
    )


@pytest.mark.parametrize(("numbering", "template"), [("typed", "red_head"), ("native", "red_head")])
@given(sample=_official())
@settings(max_examples=setting("REPORTS", 25), **QUIET)
def test_a_report_as_offices_write_them_is_read_as_itself(again, numbering, template, sample):
    read = again(sample, numbering, template).report
    assert read.marks in (sample.marks, MARKS)
    assert sorted(map(str, read.others)) == sorted(map(str, sample.others))
    alike = {"marks": sample.marks, "others": sample.others}
    assert read.model_copy(update=alike) == sample


@pytest.mark.parametrize(("numbering", "template"), WAYS)
@given(sample=_reports())
@settings(max_examples=setting("REPORTS", 8), **QUIET)
def test_a_plain_report_is_read_as_itself_in_both_templates(again, numbering, template, sample):
    read = again(sample, numbering, template).report
    alike = {"marks": sample.marks, "others": sample.others}
    assert read.model_copy(update=alike) == sample


# --- what generated reports don't have --------------------------------------------------------


def test_a_table_whose_head_no_longer_repeats_keeps_its_head(tmp_path):
    table = Table(columns=("社区", "户数"), rows=[["南苑", "12"], ["北苑", "8"]])
    report(achievements=Chapter(body=("如下。", table))).save(tmp_path / "a.docx")
    document = docx.Document(tmp_path / "a.docx")
    for mark in [*document.element.body.iter(qn("w:tblHeader"))]:
        mark.getparent().remove(mark)
    document.save(tmp_path / "a.docx")
    assert read_report(tmp_path / "a.docx").report.achievements[0].body[1] == table


def test_a_caption_whose_picture_went_is_a_paragraph_above_a_table(tmp_path):
    table = Table(caption="表一", columns=("社区", "户数"), rows=[["南苑", "12"], ["北苑", "8"]])
    report(achievements=Chapter(body=("如下。", table))).save(tmp_path / "a.docx")
    document = docx.Document(tmp_path / "a.docx")
    (caption,) = [each for each in document.paragraphs if each.text == "表一"]
    caption.insert_paragraph_before("图一", style="Picture Caption")
    document.save(tmp_path / "a.docx")
    assert read_report(tmp_path / "a.docx").report.achievements[0].body == ("如下。", "图一", table)


def test_figures_are_read_as_what_they_print(again):
    body = ["营业额{turnover}，{turnover:同比}。", "{{原文}}"]
    turnover = {"value": "9.75亿元", "previous": "8.81亿元"}
    read = again(report(figures={"turnover": turnover}, achievements=Chapter(body=body))).report
    assert read.figures == {}
    assert read.achievements[0].body == ("营业额9.75亿元，同比增长10.67%。", "{{原文}}")


@pytest.mark.parametrize(
    "title", ["第一行\n第二行工作总结", "人民街道2022年工作总结", "人民街道办事处关于2022年工作情况的报告"]
)
def test_a_title_keeps_the_breaks_that_it_was_given_and_no_others(again, title):
    assert again(report(title=title)).report.title == title


def test_an_office_is_read_by_its_shorter_name(again):
    read = again(report(title="人民街道办事处关于2022年工作情况的报告", issue_date=DAY)).report
    assert read.organization == Organization(name="人民街道")


def test_a_half_year_is_read_as_one(again):
    sample = report(year=2022, period="2022年上半年", plans=Chapter(body="继续。"))
    assert again(sample).report == sample


@pytest.mark.parametrize("count", [2, 3])
def test_organs_under_several_stamps_are_those_of_the_head(again, count):
    signature = Signature(kind="stamped", issuers=ORGANS[:count], positions=POSITIONS[:count])
    sample = report(issue_date=DAY, header=Header(number=NUMBER, issuers=ORGANS[:count]), signature=signature)
    read = again(sample).report
    assert (read.signature, read.header) == (sample.signature, sample.header)


def test_organs_that_no_part_of_the_page_names_are_noted(again):
    signature = Signature(kind="stamped", issuers=ORGANS[:2], positions=POSITIONS[:2])
    reading = again(report(issue_date=DAY, signature=signature))
    assert reading.report.signature.positions == POSITIONS[:2]
    assert "organs_unknown" in {note.rule for note in reading.notes}


@pytest.mark.parametrize("numbering", ["typed", "native"])
def test_notes_are_read_in_their_places(again, numbering):
    body = ["甲{[注 A<b>]}，{*粗{[粗的注]}体*}{[一]}{[二]}。", Point(lead="要点", body="文{[注]}字。")]
    row = Chapter(
        series="ordinal", inline=True, body=[Point(lead="引题", body="文{[注]}"), Point(lead="引题", body="文。")]
    )
    sample = report(
        introduction="导语{[注{{}}]}。", achievements=Chapter(body=body), difficulties=row, conclusion="完{[末]}"
    )
    reading = again(sample, numbering)
    assert reading.report == sample
    assert "document_footnote" not in {note.rule for note in reading.notes}


def test_preprinted_paper_is_read_as_such(again):
    header = Header(number=NUMBER, preprinted=True)
    assert again(report(header=header, issue_date=DAY)).report.header == header


def test_pictures_come_with_their_bytes_caption_and_width(again, tmp_path):
    data = saved()
    (tmp_path / "hall.png").write_bytes(data)
    picture = Picture(path=str(tmp_path / "hall.png"), caption="图1 便民大厅", alternative_text="大厅", width=80)
    reading = again(report(achievements=Chapter(body=["见图。", picture, "如图。"])))
    read = reading.report.achievements[0].body[1]
    assert read == picture.model_copy(update={"path": "report_1.png"})
    assert dict(reading.pictures) == {"report_1.png": data}
    assert [note.rule for note in reading.notes] == ["picture_saved"]


@pytest.mark.parametrize(
    "parts",
    [
        {"kind": "sealed", "seal": ["a.png"]},
        {"kind": "sealed", "issuers": ORGANS[:4], "seal": ["a.png", "b.png", "a.png", "b.png"], "seal_width": 45},
    ],
)
@pytest.mark.parametrize("body", ["已完成。", ["见表。", Table(columns=["甲"], rows=[["1"]], orientation="landscape")]])
def test_seals_are_read_with_the_signature(again, tmp_path, monkeypatch, parts, body):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.png").write_bytes(saved(quarters(60, 40 + 20 * (name == "a"))))
    sample = report(issue_date=DAY, achievements=Chapter(body=body), signature=Signature(**parts))
    reading = again(sample)
    names = {"a.png": "report_1.png", "b.png": "report_2.png"}
    assert reading.report.signature == sample.signature.replace(seal=[names[seal] for seal in sample.signature.seal])
    assert {note.rule for note in reading.notes} == {"picture_saved"}


def test_a_landscape_table_is_read_as_one(again):
    table = Table(columns=["甲", "乙"], rows=[["1", "2"]], orientation="landscape")
    sample = report(achievements=Chapter(body=["见表。", table, "如表。"]))
    assert again(sample).report == sample


@pytest.mark.parametrize("profile", [*product("AB", ("gb2312", "plain", "fangzheng"), ("mirrored", "centred"))])
def test_the_page_is_read_with_its_profile(again, profile):
    grid, fonts, page_number = profile
    sample = report(page=PageProfile(grid=grid, fonts=fonts, page_number=page_number))
    assert again(sample, template="work_report").report == sample
