"""renmin-docs compare, as a user types it."""

from __future__ import annotations

import json

import openpyxl
import pytest

from tests.cli.texts import LAST_YEAR, write

pytestmark = pytest.mark.usefixtures("place")


def test_compare_sets_two_years_side_by_side(run, place):
    write(place / "last.txt", LAST_YEAR)
    write(place / "this.txt", LAST_YEAR.replace("2022", "2023").replace("4个", "6个").replace("抓民生", "办好十件实事"))
    code, out, _ = run("compare", "last.txt", "this.txt")
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["名称", "上年", "本年", "同比"]
    assert any(line[1:] == ["4个", "6个", "同比增长50%"] for line in lines)
    data = json.loads(run("compare", "last.txt", "this.txt", "--json")[1])
    assert {row["growth"] for row in data["figures"]} == {"同比增长50%", "同比持平"}
    assert data["plans"] == []
    assert run("compare", "last.txt", "this.txt", "--xlsx", "years.xlsx")[1] == "已生成：years.xlsx\n"
    assert openpyxl.load_workbook(place / "years.xlsx").sheetnames == ["数据", "打算"]
