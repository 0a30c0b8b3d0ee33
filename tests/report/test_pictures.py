from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from renmin_docs.report.pictures import Picture


def refused(**fields) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        Picture(**fields)
    return [error["msg"].partition(", ")[2] or error["msg"] for error in caught.value.errors()]


@pytest.mark.parametrize("path", ["大楼.png", "照片/一.JPG", "/a b/c.jpeg", "C:\\图\\{1}.Png", "a.tar.jpg"])
def test_a_path_that_ends_like_a_png_or_jpeg_is_taken_as_it_is_and_not_looked_for(path):
    assert Picture(path=path).path == path


@pytest.mark.parametrize("path", ["大楼.gif", "大楼", "图.png.txt", "png", ".png", "图.heic", "照片.jpg/"])
def test_another_ending_is_refused_with_those_that_would_be_right(path):
    (message,) = refused(path=path)
    assert path in message
    assert ".png, .jpg, .jpeg" in message


@pytest.mark.parametrize("path", ["", "  ", "\t"])
def test_a_blank_path_is_refused(path):
    assert "blank" in refused(path=path)[0]


def test_a_path_with_a_line_break_or_a_control_character_is_refused():
    assert "line" in refused(path="a\nb.png")[0]
    assert "U+0007" in refused(path="a\x07.png")[0]


def test_caption_and_alternative_text_are_lines_with_placeholders():
    picture = Picture(path="a.png", caption="图1　网点{shops}", alternative_text="一条街")
    assert (picture.caption, picture.description) == ("图1　网点{shops}", "一条街")
    assert refused(path="a.png", caption="一\n二")
    assert refused(path="a.png", alternative_text="{")


def test_the_caption_stands_in_for_a_missing_alternative_text():
    assert Picture(path="a.png", caption="大楼").description == "大楼"
    assert Picture(path="a.png").description == ""


@pytest.mark.parametrize("width", [80, "80.5", Decimal(297), 1])
def test_a_width_is_millimetres_that_a_page_can_have(width):
    assert Picture(path="a.png", width=width).width == Decimal(width)


@pytest.mark.parametrize("width", [0, -3, "0.5", 298, "1e400", "NaN", "Infinity", "八厘米"])
def test_other_widths_are_refused(width):
    assert refused(path="a.png", width=width)


def test_a_picture_is_frozen_and_takes_no_other_keys():
    assert refused(path="a.png", height=80)
    with pytest.raises(ValidationError):
        Picture(path="a.png").path = "b.png"


def test_every_field_is_described_in_the_schema():
    properties = Picture.model_json_schema()["properties"]
    assert all(len(properties[name]["description"]) > (20 if name.isascii() else 6) for name in properties)
