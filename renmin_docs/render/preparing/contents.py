"""The contents page of a template: its entries are those of the sample, or of last year's report, and are left out.

`contents_entries` writes those of the report. Programs that know the pages add the numbers: Word asks when it opens a
field that is marked `dirty`; in WPS the field is updated by hand.
Source: ECMA-376-1, 17.16.5.68 (TOC), 17.16.18 (complex fields).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.fields import field_name
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import drop_element, element
from renmin_docs.render.preparing.prepared import PLACEHOLDER

_NAME, _TITLE = "TOC", "目录"
_RUN, _PARAGRAPH, _MARK, _CODE, _SIMPLE = map(w, ("r", "p", "fldChar", "instrText", "fldSimple"))
_BOOKMARKS = tuple(map(w, ("bookmarkStart", "bookmarkEnd")))


class Contents(NamedTuple):
    """A contents field: the marks that begin it, part code and entries, and end it; a simple field is all three."""

    code: str
    begin: _Element
    separate: _Element
    end: _Element


class _Open(NamedTuple):
    begin: _Element
    code: list[str]
    separate: list[_Element]


def contents_fields(root: _Element) -> Iterator[Contents]:
    """The contents fields of a part, with their entries; none that stands in another field."""
    fields: list[_Open] = []
    for each in root.iter(_MARK, _CODE, _SIMPLE):
        kind = each.get(w("fldCharType"))
        if each.tag == _SIMPLE:
            if field_name(code := each.get(w("instr"), "")) == _NAME:
                yield Contents(code, each, each, each)
        elif kind == "begin":
            fields.append(_Open(each, [], []))
        elif fields and kind == "separate":
            fields[-1].separate.append(each)
        elif fields and kind == "end":
            field = fields.pop()
            if field.separate and not fields and field_name(code := "".join(field.code)) == _NAME:
                yield Contents(code, field.begin, field.separate[0], each)
        elif fields and each.tag == _CODE and not fields[-1].separate:
            fields[-1].code.append(each.text or "")


def renew_contents(root: _Element) -> None:
    """Take the entries of the contents fields out, and mark the fields for renewal."""
    for field in [*contents_fields(root)]:
        if field.begin.tag == _SIMPLE:
            _make_complex(field)
        elif _empty(field):
            field.begin.set(w("dirty"), "true")


def _make_complex(field: Contents) -> None:
    """Write a simple field, which stands in one paragraph, as a complex one, whose entries have paragraphs."""
    begin = element("fldChar", fldCharType="begin", dirty="true")
    separate, end = (element("fldChar", fldCharType=kind) for kind in ("separate", "end"))
    for each in (begin, element("instrText", text=field.code), separate, element("t", text=PLACEHOLDER), end):
        field.begin.addprevious(element("r", each))
    drop_element(field.begin)


def entry_paragraphs(field: Contents) -> list[_Element]:
    """The paragraphs that entries of a field stand in; none where it does not stand in paragraphs of one holder."""
    if field.begin.tag == _SIMPLE:
        return []
    first, last = (next(mark.iterancestors(_PARAGRAPH), None) for mark in (field.separate, field.end))
    if first is None or last is None:
        return []
    paragraphs = [first]
    while paragraphs[-1] is not last:
        following = paragraphs[-1].getnext()
        if following is None or following.tag not in (_PARAGRAPH, *_BOOKMARKS):
            return []
        paragraphs.append(following)
    return [each for each in paragraphs if each.tag == _PARAGRAPH]


def contents_page(field: Contents) -> list[_Element]:
    """All paragraphs of a contents page: title, entries, and empty ones up to a break of the section behind them."""
    entries = entry_paragraphs(field)
    if not entries:
        return []
    above = [*takewhile(_is_blank_or_title, entries[0].itersiblings(preceding=True))]
    title = max((at for at, each in enumerate(above) if _text(each)), default=-1)
    behind = [*takewhile(lambda each: each.tag == _PARAGRAPH and not _text(each), entries[-1].itersiblings())]
    end = max((at for at, each in enumerate(behind) if _ends_section(each)), default=-1)
    return [*above[: title + 1], *entries, *behind[: end + 1]]


def _is_blank_or_title(element: _Element) -> bool:
    return element.tag == _PARAGRAPH and _text(element) in ("", _TITLE)


def _text(paragraph: _Element) -> str:
    return "".join("".join(text.text or "" for text in paragraph.iter(w("t"))).split())


def _empty(field: Contents) -> bool:
    """Leave of the paragraphs of a field the first, with the field's code and its placeholder."""
    paragraphs = entry_paragraphs(field)
    _accept_insertions(paragraphs)
    separate, end = field.separate.getparent(), field.end.getparent()
    if not paragraphs or separate is None or end is None or separate.getparent() is not paragraphs[0]:
        return False
    if end.getparent() is not paragraphs[-1] or any(map(_ends_section, paragraphs[:-1])):
        return False
    behind = [*end.itersiblings()]
    between = [*separate.itersiblings()] if len(paragraphs) == 1 else [*separate.itersiblings(), *paragraphs[1:-1]]
    before_end = [] if len(paragraphs) == 1 else list(end.itersiblings(preceding=True))
    for each in (*between, *before_end):
        if each is not end and each.tag != w("pPr") and each not in behind:
            _take_out(each, paragraphs[0])
    separate.addnext(element("r", element("t", text=PLACEHOLDER)))
    if len(paragraphs) > 1:
        paragraphs[0].append(end)
        if not _ends_section(paragraphs[-1]) and not any(text.text for text in paragraphs[-1].iter(w("t"))):
            _take_out(paragraphs[-1], paragraphs[0])
    return True


def _ends_section(paragraph: _Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _accept_insertions(paragraphs: list[_Element]) -> None:
    """Let runs of a field that were put in under tracked changes stand in their paragraph itself."""
    for insertion in [each for paragraph in paragraphs for each in paragraph.iterchildren(w("ins"))]:
        for run in [*insertion]:
            insertion.addprevious(run)
        drop_element(insertion)


def _take_out(entry: _Element, holder: _Element) -> None:
    """Drop what stands among entries; bookmarks, which have their other end elsewhere, stay."""
    for mark in [*entry.iter(*_BOOKMARKS)]:
        holder.append(mark)
    if entry.tag not in _BOOKMARKS:
        drop_element(entry)
