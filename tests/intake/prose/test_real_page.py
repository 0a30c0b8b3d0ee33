"""The real page, as it was scraped and as it was restored by hand; both lie in the folder shared/ beside ours."""

import pytest

from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.intake.reports import read_report
from tests.intake.prose.telling import body_text
from tests.seed import SEED, needs_seed

pytestmark = needs_seed

MANGLED = {
    "著力解决": "着力解决",
    "疫情日?qǐng)?bào)告": "疫情日报告",
    "监控?zé)o死角": "监控无死角",
    "因?yàn)槊总€(gè)社区": "因为每个社区",
    "聚焦?fàn)庂Y跑项": "聚焦争资跑项",
}
"""What the scrape lost a character of, → what stood there; OpenCC leaves 著 as it is."""


def _restored():
    return (SEED / "renmin_2022.restored.txt").read_text(encoding="utf-8")


def _scraped():
    return read_report(SEED / "renmin_2022.scraped.txt")


def test_the_restored_text_is_printed_as_it_stands():
    assert body_text(parse_report(_restored()).report) == _restored()


def test_the_scraped_page_is_printed_as_restored_but_for_the_lost_characters():
    text = body_text(_scraped().report)
    for mangled, right in MANGLED.items():
        assert text.count(mangled) == 1
        text = text.replace(mangled, right)
    assert text == _restored()


@pytest.mark.parametrize("name", ["scraped", "restored"])
def test_its_structure_is_its_own(name):
    report = read_report(SEED / f"renmin_2022.{name}.txt").report
    kinds = [len(getattr(report, kind)) for kind in ("achievements", "difficulties", "plans", "others")]
    assert kinds == [1, 1, 1, 0]
    achievements, difficulties, plans = report.chapters
    assert [len(chapter.points) for chapter in report.chapters] == [3, 3, 3]
    assert [chapter.series for chapter in report.chapters] == ["numbered", "ordinal", "numbered"]
    assert all(point.heading for chapter in (achievements, plans) for point in chapter.points)
    assert [point.lead for point in difficulties.points] == ["资金缺口较大", "社区缺编较大", "全面发展不够"]
    third = achievements.points[2]
    assert (third.series, third.inline, len(third.points)) == ("ordinal", True, 3)
    assert third.points[0].lead == "强化法治权威，带动自觉守法"
    assert len(report.introduction) == 1
    assert (report.organization.name, report.year) == ("人民街道", 2022)


def test_what_was_guessed_and_cleaned_is_noted():
    rules = {note.rule for note in _scraped().notes}
    assert rules == {
        *("title_missing", "organization_guessed"),
        *("clean_pinyin", "clean_traditional", "clean_punctuation"),
    }
    assert not [note for note in parse_report(_restored()).notes if note.rule.startswith("clean_")]
