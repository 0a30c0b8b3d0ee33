"""Documents that are checked: limits, hostile files, the time that it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import DataFileError, Organization, RuleError, WorkReport, check_document
from renmin_docs.check.documents import passages_of
from renmin_docs.proofread import Options, proofread, read_lines
from renmin_docs.proofread.rules import RULES_ON_TEXT
from renmin_docs.report.sections import Chapter, Point
from tests.effort import some
from tests.intake.documents.hostile import READ, REFUSED
from tests.timing import LINEAR, SOON, cost, growth

CHECKED = 4 * SOON
"""Of a hostile document: it is read, its page judged, and 80 rules look at its text."""
PARAGRAPH = (
    "街道全年完成投资{0}.5亿元，新增企业{0}家，其中工业{1}家、服务业3家。走访居民{0}户，解决问题{1}个，办结率98.5%。"
)


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_as_import_refuses_it(what, tmp_path):
    rule, make = REFUSED[what]
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    with pytest.raises(DataFileError) as caught:
        check_document(path)
    assert rule in {finding.rule for finding in caught.value.findings}
    assert caught.value.subject == str(path)


@pytest.mark.parametrize("what", some([what for what in READ if not what.startswith(("as many", "a million"))][::2]))
def test_an_odd_file_is_checked_in_time(what, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(READ[what]())
    _, units = cost(lambda: check_document(path), CHECKED)
    assert units < CHECKED


def _report(points):
    body = [Point(heading=f"第{at}类工作", body=PARAGRAPH.format(at + 20, at + 17)) for at in range(points)]
    return WorkReport(organization=Organization(name="人民街道"), year=2022, achievements=Chapter(body=body))


@pytest.mark.parametrize("ending", [".docx", ".txt"])
def test_four_times_the_document_takes_about_four_times_as_long(ending, tmp_path):
    def check(size):
        path = tmp_path / f"{size}{ending}"
        if not path.exists() and ending == ".docx":
            _report(size).save(path)
        elif not path.exists():
            lines = (f"（{at}）第{at}类工作\n{PARAGRAPH.format(at + 20, at + 17)}" for at in range(size))
            path.write_text("\n".join(lines), encoding="utf-8")
        return check_document(path)

    assert growth(check, 60) < LINEAR


def test_a_report_is_proofread_as_its_document_is(tmp_path):
    report = _report(3)
    wrong = report.replace(introduction="全年，，新增9家，其中工业4家、服务业4家。")
    wrong.save(tmp_path / "a.docx")
    of_report = wrong.proofread(select=["P4", "C1"])
    of_document = check_document(tmp_path / "a.docx", select=["P4,C1"]).remarks
    assert [(each.finding.rule, each.context, each.fingerprint) for each in of_report] == [
        (each.finding.rule, each.context, each.fingerprint) for each in of_document
    ]
    assert [each.finding.place for each in of_report] == ["introduction"] * len(of_report)
    assert {"P4", "C1"} <= {each.finding.rule for each in of_report}


def test_to_bytes_does_not_proofread():
    assert _report(1).replace(introduction="全年，，新增9家，其中工业4家、服务业4家。").to_bytes()


def test_a_rule_that_is_not_known_is_an_error_with_a_suggestion(tmp_path):
    (tmp_path / "a.txt").write_text("甲。", encoding="utf-8")
    with pytest.raises(RuleError, match="there is no rule C99"):
        check_document(tmp_path / "a.txt", select=["C99"])
    with pytest.raises(RuleError):
        _report(1).proofread(ignore=["c99"])


def test_last_years_report_is_read_once_for_several_documents(tmp_path):
    (tmp_path / "last.txt").write_text("2021年工作总结\n全年新增3家。", encoding="utf-8")
    (tmp_path / "a.txt").write_text("2022年工作总结\n全年新增4家。", encoding="utf-8")
    by_path = check_document(tmp_path / "a.txt", last=tmp_path / "last.txt")
    assert by_path == check_document(tmp_path / "a.txt", last=passages_of(tmp_path / "last.txt"))


TOKENS = (
    *(
        "其中",
        "增长",
        "由",
        "到",
        "翻一番",
        "倍",
        "占",
        "人均",
        "完成",
        "三项工作：",
        "一是",
        "三四个重点项目",
        "工作",
        "附件：",
    ),
    *(
        "0",
        "12",
        "99999999999999999999",
        "9.75",
        "亿元",
        "万",
        "个",
        "%",
        "％",
        "百分点",
        "6.0:46.9:47.1",
        "〇",
        "二〇二二年",
    ),
    *(
        "2022年13月45日",
        "25年",
        "1-13月",
        "（一）",
        "一、",
        "1.",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "，",
        "。",
        "；",
        "、",
        "…",
        "—",
    ),
    *("\n", "\t", "\u3000", "|", "\u200b", "𠮷", "第3位", "零下", "约", "余", "GDP", "〔2022〕8号", "11010119900307"),
)


@given(st.lists(st.sampled_from(TOKENS), max_size=60), st.lists(st.sampled_from(TOKENS), max_size=20))
def test_no_rule_fails_on_any_text(pieces, last):
    options = Options(select=frozenset(RULES_ON_TEXT), last=read_lines("".join(last)))
    passages = read_lines("".join(pieces))
    for remark in proofread(passages, options):
        assert 0 <= remark.start <= remark.end <= len(passages[remark.passage].text)
        assert remark.finding.message("zh")
