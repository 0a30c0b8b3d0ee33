"""The pages that people read, in their order, and the blocks that stand on them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_CHINESE = (
    *("first-report", "first-script", "first-template", "data-file", "numbers", "figures", "keys", "official"),
    "emphasis",
    *("python", "commands", "template", "layout", "next-year", "check", "word", "faq", "reasons"),
)
_ENGLISH = ("report", "official", "template", "work", "reasons", "first-steps")
PAGES: dict[str, tuple[Path, ...]] = {
    "README": (ROOT / "README.md",),
    "zh": tuple(DOCS / "zh" / f"{name}.md" for name in _CHINESE),
    "en": tuple(DOCS / "en" / f"{name}.md" for name in _ENGLISH),
}
_GENERATED = ("tests.write_docs", "renmin-docs template variables")
"""What a page says at its head that is made from the package."""
_BLOCK = re.compile(r'^( *)```(\w*)(?: title="([^"]+)")?[^\n]*\n(.*?)^\1```$', re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page; `title` is the name of a file, empty where none stands there."""

    language: str
    title: str
    code: str
    line: int


def written_pages() -> tuple[Path, ...]:
    """The pages that people have written: all but those made from the package."""
    texts = {path: path.read_text(encoding="utf-8")[:2000] for path in sorted(DOCS.rglob("*.md"))}
    return (ROOT / "README.md", *(path for path, text in texts.items() if not any(by in text for by in _GENERATED)))


def text_of(pages: str) -> str:
    """What stands on the pages, one behind the other."""
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES[pages])


def guide_page(name: str) -> str:
    """A page of the Chinese guide."""
    return (DOCS / "zh" / f"{name}.md").read_text(encoding="utf-8")


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in their order; those of a list without its indent."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        indent, language, title, code = found.groups()
        code = re.sub(f"^{indent}", "", code, flags=re.MULTILINE)
        yield Block(language, title or "", code, text.count("\n", 0, found.start()) + 1)
