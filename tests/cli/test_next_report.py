"""renmin-docs next, as a user types it."""

from __future__ import annotations

import pytest

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
