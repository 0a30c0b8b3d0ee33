"""Hooks of the documentation site: the examples are part of it, and its search knows the words of the field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
from mkdocs.structure.files import File

from renmin_docs.vocabulary import MAPPINGS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
GENERATED = (
    "all-keys.md",
    "api.md",
    "changelog.md",
    "changelog-0.1.md",
    "for-programs.md",
    "options.md",
    "performance.md",
)
GENERATED += ("proofreading-rules.md", "rules.md")
EXAMPLES = re.compile(r"(\]\((?:\.\./)*)\.\./(examples/[^)]*)\)")
"""A link from docs/ to the examples beside it; in the site they lie within."""


STYLES, CSS = (
    "site.css",
    """\
/* columns of Chinese and Latin characters stand below one another */
.md-typeset pre > code { font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", NSimSun, var(--md-code-font-family); }
/* a column is as wide as what stands in it */
.md-typeset table:not([class]) th { min-width: 0; word-break: keep-all; }
.md-typeset table:not([class]) td code { word-break: keep-all; overflow-wrap: normal; }
/* white pages on a white page */
.md-typeset img { border: .05rem solid var(--md-default-fg-color--lightest); }
""",
)
_WIDE = "[\u2014\u2018-\u201d\u2026\u3000-\u9fff\uff00-\uffef]"
BROKEN_LINE = re.compile(rf"(?<={_WIDE})\n *(?=\[?{_WIDE})|(?<={_WIDE}\*\*)\n *(?=\[?{_WIDE})")
"""A line that ends and goes on in Chinese: a browser would put a space there."""
PICTURE_IN_CELL = re.compile(r'(?<=<td>)(<img [^>]*src="([^"]+)"[^>]*>)(?=</td>)')
FENCE = re.compile(r"(^ *```.*?^ *```$)", re.DOTALL | re.MULTILINE)
WORDS = ("同比", "环比", "百分点", "占比", "花脸稿", "占位符", "批注", "发文字号", "附件说明", "成文日期")
"""What readers look for and jieba takes apart, beside the keys of data files."""


def on_startup(**_: object) -> None:
    """Teach the search the words that are one word here."""
    for word in (*WORDS, *(row.zh for rows in MAPPINGS.values() for row in rows.values())):
        jieba.add_word(word)


def on_config(config: MkDocsConfig) -> None:
    """Let the pages have a stylesheet of their own."""
    config.extra_css.append(STYLES)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the stylesheet, and the examples, each as it is; a folder is shown by its first data file."""
    files.append(File.generated(config, STYLES, content=CSS))
    for path in sorted(ROOT.glob("examples/**/*")):
        if path.suffix in (".yaml", ".py", ".docx"):
            name = path.relative_to(ROOT).as_posix()
            files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links to the examples stay within the site, and long generated pages stand behind the others in a search."""
    del config
    if page.file.src_uri in GENERATED:
        page.meta["search"] = {"boost": 0.2}
    first = {name.rpartition("/")[0] + "/": name for name in sorted(files.src_uris, reverse=True)}

    def inside(match: re.Match[str]) -> str:
        return f"{match[1]}{first.get(match[2], match[2])})"

    parts = FENCE.split(EXAMPLES.sub(inside, markdown))
    return "".join(part if part.lstrip().startswith("```") else BROKEN_LINE.sub("", part) for part in parts)


def on_page_content(html: str, **_: object) -> str:
    """A picture in a table is a link to itself in its full size."""
    return PICTURE_IN_CELL.sub(r'<a href="\2">\1</a>', html)
