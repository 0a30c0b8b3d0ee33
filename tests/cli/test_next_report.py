"""renmin-docs next, as a user types it."""

from __future__ import annotations

import pytest

from renmin_docs import WorkReport
from tests.cli.texts import GOOD, LAST_YEAR, write

pytestmark = pytest.mark.usefixtures("place")


def test_next_writes_a_skeleton_that_renders_at_once(run, place):
    write(place / "last.txt", LAST_YEAR.replace("（三）", "（二）"))
    code, out, _ = run("next", "last.txt")
    assert (code, out) == (0, "已生成：人民街道2023年工作总结.yaml\n")
    text = (place / "人民街道2023年工作总结.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 由 last.txt 生成，请在有提示处填写\n")
    assert "# 去年的打算，请填写完成情况：" in text
    assert "# 上年为 4个，请改为本年数" in text
    code, _, err = run("render", "人民街道2023年工作总结.yaml")
    assert code == 0
    assert "此处尚待填写" in err


def test_next_does_not_write_over_its_report(run, place):
    write(place / "2022年.yaml", GOOD)
    assert run("next", "2022年.yaml", "-o", "2022年.yaml")[0] == 2
    assert run("next", "2022年.yaml", "-o", "next.docx")[0] == 2


def test_next_keeps_what_the_report_says_to_check(run, place):
    write(place / "2022年.yaml", GOOD + "check: {ignore: [P9], words: [{wrong: 街道办}]}\n")
    assert run("next", "2022年.yaml", "-o", "next.yaml", "--keys", "zh")[0] == 0
    text = (place / "next.yaml").read_text(encoding="utf-8")
    assert "校对:\n  不查:\n    - P9\n  词表:\n    - 误: 街道办\n" in text


def test_next_keeps_keys_profile_and_paths_as_the_report_has_them(run, place):
    run("new", "清河街道", "--year", "2025")
    run("template", "export", "work_report", "ours.docx")
    with (place / "清河街道.profile.yaml").open("a", encoding="utf-8") as profile:
        profile.write("模板: ours.docx\n主送: 区政府\n")
    assert run("next", "清河街道2025年工作总结.yaml")[0] == 0
    text = (place / "清河街道2026年工作总结.yaml").read_text(encoding="utf-8")
    assert "\n配置: 清河街道.profile.yaml\n年度: 2026\n" in text
    assert str(place) not in text
    assert not any(word in text for word in ("organization", "单位:", "题目", "章标题", "模板", "主送", "页面"))
    assert "  序列: 并列\n" in text
    assert run("render", "清河街道2026年工作总结.yaml")[0] == 0
    (place / "out").mkdir()
    assert run("next", "清河街道2025年工作总结.yaml", "-o", "out/next.yaml", "--keys", "en")[0] == 0
    english = (place / "out/next.yaml").read_text(encoding="utf-8")
    assert "\nprofile: ../清河街道.profile.yaml\nyear: 2026\n" in english
    assert str(place) not in english
    one, other = (WorkReport.load(place / name) for name in ("out/next.yaml", "清河街道2026年工作总结.yaml"))
    assert one.replace(template=None) == other.replace(template=None)


@pytest.mark.parametrize(("keys", "first"), [((), "单位:"), (("--keys", "en"), "organization:")])
def test_next_writes_the_skeleton_of_a_text_in_the_language_of_messages(run, place, keys, first):
    write(place / "last.txt", LAST_YEAR)
    run("next", "last.txt", *keys)
    assert (place / "人民街道2023年工作总结.yaml").read_text(encoding="utf-8").splitlines()[1] == first


def test_next_of_a_report_with_growth_and_a_red_head_invents_nothing(run, place):
    source = GOOD.replace("year: 2022\n", "year: 2022\nheader: {number: 清办报〔2022〕3号, copy_number: 1}\n")
    write(place / "2022.yaml", source)
    assert run("next", "2022.yaml", "-o", "2023.yaml")[0] == 0
    text = (place / "2023.yaml").read_text(encoding="utf-8")
    assert "number: 清办报〔2023〕（待填写）号" in text
    assert "copy_number: （待填写）" in text
    assert "issue_date: （待填写）" in text
    code, _, err = run("render", "2023.yaml", "-o", "2023.docx")
    assert code == 0
    assert err.count("此处尚待填写") >= 4
    assert run("render", "2023.yaml", "-o", "2023.docx", "--strict", "--force")[0] == 2
