"""Families of small inputs that grow: each a name, and what makes a text or a document of any size.

A reader that looks back over what it has read, or repeats what it is told to repeat, is slow on one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.ooxml.names import COMPATIBILITY, DRAWING, VML, W
from tests.intake.documents.hostile import minimal

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = {
    "labels of attachments": "附件\n",
    "numbered labels": "附件1\n",
    "attachments with titles": "附件1\n名单\n",
    "signed labels": "2022年1月1日\n附件\n",
    "notes above labels": "（联系人：某某）\n附件\n",
    "lists of attachments": "附件：1.甲\n",
    "signatures": "人民街道办事处\n2022年1月1日\n",
    "dates": "2022年1月1日\n",
    "addressees": "各委、各办：\n",
    "one line of addressees": "各委、",
    "colons": "甲：\n",
    "contents": "目录\n一、甲……1\n",
    "page headers": "2022年1月1日 星期一\n",
    "pages": "— 1 —\n",
    "blank lines": "\n",
    "tabs": "\t甲",
    "a line again and again": "完成任务。\n",
    "lines without a stop": "完成任务\n",
    "headings alone": "（一）甲\n",
    "levels down and up": "一、甲\n（一）乙\n1.丙\n（1）丁\n",
    "levels out of order": "（1）甲\n1.乙\n（一）丙\n",
    "numbers that go back": "三、甲\n一、乙\n",
    "captions and units": "表1 甲\n单位：万元\n",
    "open book titles": "《",
    "closed brackets": "）",
    "braces": "{",
    "digits": "1",
    "quotation": "“甲",
    "numerals": "一百二十三、",
    "first, second": "第一，甲。",
    "titles": "工作总结\n",
    "spread labels": "标 题：甲\n",
    "romans": "Ⅰ.甲\n",
    "full-width stops behind numerals": "一．甲\n",
}
_MARKDOWN = {
    "tables": "|a|b|\n|---|---|\n",
    "a table": "|a|b|\n",
    "wide rows": f"|{'a|' * 100}\n",
    "headings": "## 甲\n",
    "quotations": "> 甲\n",
    "rules": "---\n",
    "bullets": "- 甲\n",
    "bold": "**甲**",
}

TEXTS: dict[str, Callable[[int], str]] = {
    **{name: lambda size, unit=unit: _filled("街", unit, size) for name, unit in _UNITS.items()},
    **{f"Markdown: {name}": lambda size, unit=unit: _filled("# 街\n", unit, size) for name, unit in _MARKDOWN.items()},
}
"""Name → a text of so many characters."""


def _filled(beginning: str, unit: str, size: int) -> str:
    """Whole units alone: one that is cut short may change what kind of text it is, and two sizes are not compared."""
    return beginning + unit * (size // len(unit))


def paragraph(inner: str, properties: str = "") -> str:
    return (
        f'<w:p xmlns:mc="{COMPATIBILITY}" xmlns:v="{VML}" xmlns:a="{DRAWING}"><w:pPr>{properties}</w:pPr>{inner}</w:p>'
    )


def _part(name: str, inner: str) -> dict[str, bytes]:
    return {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>'.encode()}


def numbering(text: str, start: int = 1, number_format: str = "decimal") -> dict[str, bytes]:
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{text}"/></w:lvl>'
    levels = "".join(f'<w:lvl w:ilvl="{at}">{level}' for at in range(9))
    num = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return _part("numbering", f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{num}')


_RUN = "<w:r><w:t>甲</w:t></w:r>"
_TEXT = f"<w:p>{_RUN}</w:p>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
_NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format
_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>".format
_HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
_LIST = '<w:ffData><w:ddList><w:listEntry w:val="甲"/></w:ddList></w:ffData>'


def item(level: int) -> str:
    return paragraph(_RUN, _NUMBERED(level))


def cell(properties: str = "", inner: str = _TEXT) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(row: str, rows: int) -> str:
    return f"<w:tbl>{f'<w:tr>{row}</w:tr>' * rows}</w:tbl>"


def notes(name: str, count: int, text: str = "注") -> dict[str, bytes]:
    kind = name.removesuffix("s")
    return _part(
        name,
        "".join(f'<w:{kind} w:id="{at}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>' for at in range(count)),
    )


def _references(kind: str, count: int) -> str:
    return "".join(f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>' for at in range(count))


def _nested(wrap: Callable[[str], str], deep: int = 20) -> str:
    inner = _TEXT
    for _ in range(deep):
        inner = wrap(inner)
    return inner


def _based(count: int) -> dict[str, bytes]:
    """Styles each of which is based on the next one, the last of which hides its text."""
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/>{1}</w:style>'.format
    chain = "".join(style(at, f'<w:basedOn w:val="s{at + 1}"/>') for at in range(count))
    return _part("styles", chain + style(count, "<w:rPr><w:vanish/></w:rPr>"))


DOCUMENTS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "long list texts": (
        300,
        lambda n: minimal(item(0) * n, more=numbering("%1" * 20_000, 999_999_999, "japaneseCounting")),
    ),
    "all levels in a number": (
        300,
        lambda n: minimal(
            item(8) * n, more=numbering("%1%2%3%4%5%6%7%8%9" * 9, 999_999_999, "chineseCountingThousand")
        ),
    ),
    "list levels down and up": (
        100,
        lambda n: minimal((item(0) + item(8) + item(3) + item(1)) * n, more=numbering("%1.")),
    ),
    "a note referred to": (
        2000,
        lambda n: minimal(
            paragraph('<w:r><w:footnoteReference w:id="0"/></w:r>' * n), more=notes("footnotes", 1, "注" * 5_000)
        ),
    ),
    "notes": (750, lambda n: minimal(paragraph(_references("footnote", n)), more=notes("footnotes", n))),
    "comments on a paragraph": (
        750,
        lambda n: minimal(paragraph(_RUN * n + _references("comment", n)), more=notes("comments", n)),
    ),
    "cells over all columns": (30, lambda n: minimal(table(cell('<w:gridSpan w:val="63"/>', "<w:p/>") * 20, n))),
    "rows of one wide cell": (350, lambda n: minimal(table(cell('<w:gridSpan w:val="63"/>'), n))),
    "one row of cells": (1000, lambda n: minimal(table(cell() * n, 1) + table(cell(), 2))),
    "merged cells": (350, lambda n: minimal(table(cell("<w:vMerge/>") * 3, n))),
    "tables": (150, lambda n: minimal(table(cell() * 2, 2) * n)),
    "tables within one another": (
        10,
        lambda n: minimal(_nested(lambda inner: table(cell("", f"{inner}<w:p/>"), 1)) * n),
    ),
    "boxes within one another": (10, lambda n: minimal(_nested(lambda inner: paragraph(_BOX(inner))) * n)),
    "boxes": (300, lambda n: minimal(paragraph(_BOX(_TEXT) * n))),
    "pictures": (750, lambda n: minimal(paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>" * n))),
    "fields within one another": (1000, lambda n: minimal(paragraph((_FIELD("begin") + _RUN) * n + _FIELD("end") * n))),
    "results within one another": (
        1000,
        lambda n: minimal(paragraph((_FIELD("begin") + _RUN + _FIELD("separate")) * n + _FIELD("end") * n)),
    ),
    "fields that never end": (1500, lambda n: minimal(paragraph((_FIELD("begin") + _RUN) * n))),
    "fields over paragraphs": (
        750,
        lambda n: minimal(paragraph(_FIELD("begin") + _RUN) * n + paragraph(_FIELD("end") * n)),
    ),
    "lists of forms": (
        750,
        lambda n: minimal(
            paragraph(f'<w:r><w:fldChar w:fldCharType="begin">{_LIST}</w:fldChar></w:r>{_FIELD("end")}' * n)
        ),
    ),
    "hidden runs": (1500, lambda n: minimal(paragraph(_HIDDEN * n))),
    "runs hidden in turns": (750, lambda n: minimal(paragraph((_HIDDEN + _RUN) * n))),
    "hidden marks": (600, lambda n: minimal(paragraph(_RUN, "<w:rPr><w:vanish/></w:rPr>") * n)),
    "deleted marks": (600, lambda n: minimal(paragraph(_RUN, "<w:rPr><w:del/></w:rPr>") * n)),
    "texts of a run": (4500, lambda n: minimal(paragraph(f"<w:r>{'<w:t>甲</w:t>' * n}</w:r>"))),
    "lines of a run": (1000, lambda n: minimal(paragraph(f"<w:r>{'<w:br/><w:t>甲</w:t>' * n}</w:r>"))),
    "styles based on one another": (
        300,
        lambda n: minimal("".join(paragraph(_RUN, f'<w:pStyle w:val="s{at}"/>') for at in range(n)), more=_based(n)),
    ),
    "sections": (500, lambda n: minimal(paragraph(_RUN, "<w:sectPr/>") * n)),
    "labels of attachments": (500, lambda n: minimal("<w:p><w:r><w:t>附件</w:t></w:r></w:p>" * n)),
}
"""Name → a size, and a document of so many pieces."""
