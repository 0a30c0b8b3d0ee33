"""The pages that people read, in their order: the README, the Chinese guide and the English pages."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_CHINESE = (
    *("first-report", "first-script", "first-template", "data-file", "numbers", "figures", "keys", "official"),
    *("python", "commands", "template", "layout", "next-year", "check", "word", "faq", "reasons"),
)
_ENGLISH = ("report", "official", "template", "work", "reasons", "first-steps")
PAGES: dict[str, tuple[Path, ...]] = {
    "README": (ROOT / "README.md",),
    "zh": tuple(DOCS / "zh" / f"{name}.md" for name in _CHINESE),
    "en": tuple(DOCS / "en" / f"{name}.md" for name in _ENGLISH),
}
"""Pages whose code blocks run one after another, as somebody reads them."""
_RUN = re.compile(r"^```python\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def text_of(pages: str) -> str:
    """What stands on the pages, one behind the other."""
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES[pages])


def guide_page(name: str) -> str:
    """A page of the Chinese guide."""
    return (DOCS / "zh" / f"{name}.md").read_text(encoding="utf-8")


def blocks(pages: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return [code for found, code in _BLOCK.findall(text_of(pages)) if found == language]


def runs(pages: str) -> list[tuple[str, str]]:
    """The blocks of Python, each with what stands right behind it as printed; empty where nothing does."""
    return _RUN.findall(text_of(pages))
