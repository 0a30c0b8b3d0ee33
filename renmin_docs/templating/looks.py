"""How the paragraphs of a document look, for the template that is made of it: the commonest look of each kind counts.

People indent with spaces and set run-in headings by hand; both become properties that a style can have.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from renmin_docs.check.finished import behind_lead, printing_runs
from renmin_docs.check.line_texts import Placed, mark_of
from renmin_docs.ooxml.names import COMPATIBILITY, w
from renmin_docs.ooxml.values import is_on
from renmin_docs.ooxml.xml import serialize
from renmin_docs.render.preparing.body_tag import look_of
from renmin_docs.render.preparing.paragraphs import (
    drop,
    drop_element,
    element,
    properties_of,
    replace,
    style_of,
    within,
)
from renmin_docs.standard.elements import CHARACTER_ROLES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.ooxml.formatting import Formatting

_SPACES = {"\u3000": 2, " ": 1, "\u00a0": 1}
"""What people indent with → its width in halves of a character."""
_FIRST_LINE = ("firstLine", "firstLineChars", "hanging", "hangingChars")
_DRAWN = (w("drawing"), w("pict"), w("object"), f"{{{COMPATIBILITY}}}AlternateContent")
_APART = (("rFonts", ("ascii", "hAnsi", "eastAsia")), ("color", ("val",)), ("sz", ("val",)))
"""What sets a run-in heading apart beside bold type: properties of a run, with their attributes."""
_SECOND = 2


def indent_typed(placed: Iterable[Placed], formatting: Formatting) -> None:
    """Give paragraphs outside of tables that are indented with spaces an indent of the same width."""
    for each in placed:
        paragraph, text = each.paragraph.element, each.paragraph.text
        halves = sum(_SPACES[sign] for sign in text[: len(text) - len(text.lstrip("".join(_SPACES)))])
        if paragraph is None or each.cell is not None or not halves or not text.strip():
            continue
        if any(formatting.of_paragraph(paragraph, "ind", name) not in ("", "0") for name in _FIRST_LINE):
            continue
        run = main_run(paragraph)
        size = "" if run is None else formatting.of_run(run, "sz")
        found = properties_of(paragraph).find(w("ind"))
        indent = element("ind") if found is None else copy.deepcopy(found)
        for name in _FIRST_LINE:
            indent.attrib.pop(w(name), "")
        indent.set(w("firstLineChars"), str(halves * 50))
        if size.isdecimal():
            indent.set(w("firstLine"), str(halves * int(size) * 5))
        replace(properties_of(paragraph), indent)


def lead_styles(placed: Iterable[Placed], formatting: Formatting, taken: set[str]) -> Iterator[_Element]:
    """Styles for marks and run-in headings that look as the document's do, those of （一） apart from the others."""
    levels: dict[bool, list[dict[str, dict[str, str]]]] = {}
    for each in placed:
        mark, paragraph = mark_of(each), each.paragraph.element
        if mark and paragraph is not None:
            levels.setdefault(mark.level == _SECOND, []).append(_apart(printing_runs(paragraph), formatting))
    for role in CHARACTER_ROLES:
        looks = levels.get(role.identifier.endswith("_2"), [])
        if looks and role.identifier.removesuffix("_2") in ("mark", "lead") and role.style_id not in taken:
            type_ = [element(name, **said) for name, said in max(looks, key=looks.count).items()]
            parts = (element("name", val=role.style_name), *([element("rPr", *type_)] if type_ else []))
            yield element("style", *parts, type="character", customStyle="1", styleId=role.style_id)


def _apart(runs: list[_Element], formatting: Formatting) -> dict[str, dict[str, str]]:
    """How the first run of a paragraph differs from the text behind its run-in heading."""
    behind = behind_lead(runs)
    if not runs or not behind or runs[0] is behind[0]:
        return {}
    lead, text = runs[0], behind[0]
    found: dict[str, dict[str, str]] = {}
    for name, attributes in _APART:
        said, other = ({key: formatting.of_run(run, name, key) for key in attributes} for run in (lead, text))
        if said != other and (kept := {key: value for key, value in said.items() if value}):
            found[name] = kept
    bold = [is_on(run.find(f"{w('rPr')}/{w('b')}")) for run in (lead, text)]
    order = [("b", {}), *found.items()] if bold[0] and not bold[1] else [*found.items()]
    order.sort(key=lambda pair: ("rFonts", "b", "color", "sz").index(pair[0]))
    return dict(order)


def boxes_in(item: _Element) -> Iterator[str]:
    """The texts of the text boxes in a block, those of the form for older programs left out."""
    for box in item.iter(w("txbxContent")):
        if next(box.iterancestors(f"{{{COMPATIBILITY}}}Fallback"), None) is None:
            text = "".join(each.text or "" for each in box.iter(w("t")))
            if text.strip():
                yield text


def _leave_drawings(child: _Element) -> None:
    """Take the text out that stands beside the drawings of a run or what holds it."""
    for each in [*within(child, *map(w, ("t", "tab", "br", "cr", "noBreakHyphen", "sym")))]:
        if next(each.iterancestors(*_DRAWN), None) is None:
            drop_element(each)


def commonest(placed: Iterable[Placed]) -> tuple[_Element, bool]:
    """The first paragraph of the commonest look, and whether Word numbers it."""
    looks: Counter[tuple[str, ...]] = Counter()
    firsts: dict[tuple[str, ...], tuple[_Element, bool]] = {}
    for each in placed:
        paragraph = each.paragraph.element
        if paragraph is not None:
            look = (style_of(paragraph), *map(serialize, look_of(paragraph, main_run(paragraph))))
            looks[look] += 1
            firsts.setdefault(look, (paragraph, bool(each.paragraph.mark)))
    return firsts[looks.most_common(1)[0][0]]


def main_run(paragraph: _Element) -> _Element | None:
    """The run of a paragraph that has most of its text."""
    runs = [*paragraph.iter(w("r"))]
    return max(runs, key=lambda run: sum(len(text.text or "") for text in run.iter(w("t"))), default=None)


def say(paragraph: _Element, like: _Element, words: str, *, keeps_drawings: bool = False) -> None:
    """Let a paragraph hold words alone, in the type of the main run of one like it, or beside what is drawn in it."""
    run = main_run(like)
    type_ = None if run is None else run.find(w("rPr"))
    made = element("r", *([] if type_ is None else [copy.deepcopy(type_)]), *_pieces(words))
    for child in [each for each in paragraph if each.tag != w("pPr")]:
        if keeps_drawings and next(child.iter(*_DRAWN), None) is not None:
            _leave_drawings(child)
        else:
            paragraph.remove(child)
    paragraph.append(made)
    drop(properties_of(paragraph), "sectPr")


def _pieces(words: str) -> Iterator[_Element]:
    for at, piece in enumerate(words.split("\t")):
        if at:
            yield element("tab")
        yield element("t", text=piece)


def of_words(words: str) -> _Element:
    """A paragraph of words, which a tag makes a control paragraph."""
    return element("p", element("r", *_pieces(words)))
