"""renmin-docs figures, as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("place")
EXAMPLE = Path("examples/renmin_2022.yaml").absolute()


def test_the_figures_of_a_report_are_listed_as_lines_json_or_a_workbook(place, run):
    for arguments, expected in (
        (["--lang", "zh"], "营业额        9.75亿元"),
        (["--lang", "en"], "as printed"),
        (["--json"], '"printed": "9.75亿元"'),
        (["--xlsx", "数据.xlsx", "--lang", "zh"], "已生成：数据.xlsx"),
    ):
        code, out, _ = run("figures", EXAMPLE, *arguments)
        assert code == 0
        assert expected in out
    assert (place / "数据.xlsx").read_bytes().startswith(b"PK")
