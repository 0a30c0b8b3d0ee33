"""The fonts of a theme, as runs name them."""

from __future__ import annotations

import pytest
from lxml import etree

from renmin_docs.ooxml.names import DRAWING
from renmin_docs.ooxml.theme import theme_fonts
from tests.templates import W


def theme(east_asian: str):
    fonts = f'<a:latin typeface="Cambria"/><a:ea typeface="{east_asian}"/><a:font script="Hans" typeface="宋体"/>'
    return etree.fromstring(f'<a:theme xmlns:a="{DRAWING}"><a:minorFont>{fonts}</a:minorFont></a:theme>')


@pytest.mark.parametrize(
    ("east_asian", "language", "family"),
    [("黑体", "zh-CN", "黑体"), ("", "zh-CN", "宋体"), ("", "ja-JP", ""), ("", "", "")],
)
def test_a_theme_without_an_east_asian_font_takes_that_of_the_language(east_asian, language, family):
    settings = etree.fromstring(f'<w:settings {W}><w:themeFontLang w:eastAsia="{language}"/></w:settings>')
    assert theme_fonts(theme(east_asian), settings)["minorEastAsia"] == family


def test_a_document_without_a_theme_has_no_fonts_of_it():
    assert theme_fonts(None, None) == {}
    assert theme_fonts(theme(""), None)["minorHAnsi"] == "Cambria"
