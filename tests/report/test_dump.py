"""`report.dump` beside `WorkReport.load`, and what other functions refuse with a sentence."""

from __future__ import annotations

import pytest

from renmin_docs import (
    DataFileError,
    OutputError,
    Picture,
    Point,
    WorkReport,
    literal,
    parse_report,
    render_all,
    typed_figures,
)
from tests.pictures import saved
from tests.samples import report

WHOLE = report(
    figures={"shops": "600余家", "growth": {"value": 120, "previous": 100, "unit": "件"}},
    introduction=["走访{shops}。", "办结{growth:同比}。"],
    attachments=[{"title": "名单", "body": ["文", {"columns": ["甲"], "rows": [["1"]]}]}],
    issue_date="2022-12-20",
)


@pytest.mark.parametrize("name", ["甲.yaml", "甲.YML", "甲.json"])
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_what_is_dumped_is_loaded_as_the_same_report(tmp_path, name, keys):
    WHOLE.dump(tmp_path / name, keys=keys)
    again = WorkReport.load(tmp_path / name)
    assert again == WHOLE
    assert again.to_bytes() == WHOLE.to_bytes()


def test_pictures_are_named_from_the_folder_of_the_file(tmp_path):
    (tmp_path / "图.png").write_bytes(saved())
    made = report(plans={"body": [Picture(path=str(tmp_path / "图.png"))]})
    made.dump(tmp_path / "甲.yaml")
    assert WorkReport.load(tmp_path / "甲.yaml").to_bytes() == made.to_bytes()


@pytest.mark.parametrize("name", ["甲.toml", "甲.docx", "甲"])
def test_other_endings_are_refused_before_anything_is_written(tmp_path, name):
    with pytest.raises(OutputError, match=r"甲\.yaml"):
        WHOLE.dump(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".pdf", ".doc", ".YAML"])
def test_a_document_is_saved_under_no_other_ending(tmp_path, ending):
    with pytest.raises(OutputError, match=r"甲\.docx"):
        WHOLE.save(tmp_path / f"甲{ending}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["去年.docx", " ./草稿/去年的.WPS\n", "a.txt"])
def test_a_path_is_no_text_of_a_report(name):
    with pytest.raises(DataFileError, match="read_report"):
        parse_report(name)


@pytest.mark.parametrize(
    "call",
    [
        lambda folder: render_all("report.yaml", folder),
        lambda folder: render_all(folder / "report.yaml", folder),
        lambda folder: render_all(WHOLE, folder),
        lambda folder: render_all(None, folder),
        lambda _: typed_figures("全年走访860户。"),
        lambda _: typed_figures(Point(lead="甲")),
        lambda _: literal(3),
    ],
)
def test_what_a_function_does_not_take_is_refused_with_a_sentence(tmp_path, call):
    with pytest.raises(TypeError, match="takes"):
        call(tmp_path)
    assert list(tmp_path.iterdir()) == []
