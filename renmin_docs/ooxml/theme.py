"""The fonts of a document's theme. Source: ECMA-376-1, 20.1.4.1.18 (fontScheme), 17.15.1.88 (themeFontLang)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.ooxml.names import DRAWING
from renmin_docs.ooxml.values import value

_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
"""Language of the East Asian text → the script under which a theme lists a family for it."""
_SLOTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def theme_fonts(theme: _Element | None, settings: _Element | None) -> dict[str, str]:
    """Name of a font of the theme (`minorEastAsia`) → family.

    Args:
        theme: Root of the theme part; None where the package has none.
        settings: That of the settings, which name the language that East Asian text is in.
    """
    return dict(_fonts(theme, settings)) if theme is not None else {}


def _fonts(theme: _Element, settings: _Element | None) -> Iterator[tuple[str, str]]:
    script = _SCRIPTS.get(value(settings, "themeFontLang", "eastAsia"), "")
    for kind in ("major", "minor"):
        fonts = next(theme.iter(f"{{{DRAWING}}}{kind}Font"), None)
        if fonts is None:
            continue
        for slot, name in _SLOTS.items():
            family = fonts.find(f"{{{DRAWING}}}{name}")
            typeface = "" if family is None else family.get("typeface", "")
            if slot == "EastAsia" and not typeface:
                typeface = _of_script(fonts, script)
            yield f"{kind}{slot}", typeface


def _of_script(fonts: _Element, script: str) -> str:
    families = fonts.iterfind(f"{{{DRAWING}}}font")
    return next((each.get("typeface", "") for each in families if script and each.get("script") == script), "")
