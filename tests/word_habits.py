"""What Word and WPS do to a template that somebody opens and saves: the habits one by one, each a change of its parts.

None changes what the template says. They are written down as seen in files of Word 2016 and WPS 2019.
"""

from __future__ import annotations

import copy
import re
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from renmin_docs.ooxml.names import COMPATIBILITY, VML, W, w
from renmin_docs.standard.elements import CHARACTER_ROLES, ELEMENTS
from tests.templates import MAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    Parts = dict[str, bytes]
    Habit = Callable[[_Element], None]

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def revised(root: _Element) -> None:
    """Revision ids on paragraphs and runs, and ids of paragraphs."""
    for number, paragraph in enumerate(root.iter(w("p"))):
        paragraph.set(w("rsidR"), "00A12B3C")
        paragraph.set(w("rsidRDefault"), "00A12B3C")
        paragraph.set(f"{{{W14}}}paraId", f"{number:08X}")
        paragraph.set(f"{{{W14}}}textId", "77777777")
    for run in root.iter(w("r")):
        run.set(w("rsidRPr"), "00D45E6F")


def split(root: _Element) -> None:
    """Runs that end where proofing, a bookmark or a page break begins: within tags, too."""
    between = (
        '<w:proofErr xmlns:w="{0}" w:type="spellStart"/>',
        '<w:bookmarkStart xmlns:w="{0}" w:id="900" w:name="_Hlk1"/>',
        '<w:bookmarkEnd xmlns:w="{0}" w:id="900"/>',
        '<w:proofErr xmlns:w="{0}" w:type="spellEnd"/>',
    )
    marks = count()
    for run in list(root.iter(w("r"))):
        pieces = re.findall(r".{1,4}", run.findtext(w("t"), ""), re.DOTALL) if len(run.findall(w("t"))) == 1 else []
        for piece in reversed(pieces[1:]):
            run.addnext(_run_like(run, piece))
            run.addnext(etree.fromstring(between[next(marks) % len(between)].format(W)))
        if pieces:
            _set_text(run.find(w("t")), pieces[0])


def quoted(root: _Element) -> None:
    """Quotes of conditions as autocorrection makes them."""
    for text in root.iter(w("t")):
        text.text = re.sub(r'"([^"]*)"', "“\\1”", text.text or "")


def tabbed(root: _Element) -> None:
    """A tab behind the first word of a paragraph's tag, as somebody types who likes columns."""
    for text in list(root.iter(w("t"))):
        if re.match(r"\{%p (if|for) ", text.text or ""):
            start, _, rest = (text.text or "").partition(" ")
            run = text.getparent()
            _set_text(text, start)
            tab = etree.SubElement(run, w("tab"))
            tab.addnext(_text(rest))


def tagged(root: _Element) -> None:
    """Smart tags around the first half of a tag."""
    for run in list(root.iter(w("r"))):
        text = run.find(w("t"))
        if text is not None and (text.text or "").startswith("{{ block."):
            smart = etree.Element(w("smartTag"), {w("uri"): "urn:x", w("element"): "x"})
            run.addprevious(smart)
            smart.append(_run_like(run, (text.text or "")[:6]))
            _set_text(text, (text.text or "")[6:])


def controlled(root: _Element) -> None:
    """Content controls around the title, bound to the properties, and around every date, with a placeholder."""
    for paragraph in list(root.iter(w("p"))):
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        if text == "{{ title }}":
            _wrap(paragraph, '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/><w:id w:val="5"/>')
        elif "{{" in text and "for" not in text and paragraph.find(w("r")) is not None:
            _wrap(paragraph.find(w("r")), '<w:id w:val="6"/><w:showingPlcHdr/><w:text/>')


def inserted(root: _Element) -> None:
    """Tracked insertions around runs."""
    for number, run in enumerate(list(root.iter(w("r")))):
        change = etree.Element(w("ins"), {w("id"): str(number), w("author"): "甲", w("date"): "2022-12-20T00:00:00Z"})
        run.addprevious(change)
        change.append(run)


def deleted(root: _Element) -> None:
    """Text that was deleted within tags, under tracked changes."""
    for run in list(root.iter(w("r"))):
        text = run.find(w("t"))
        if text is not None and (text.text or "").startswith("{{ block."):
            rest = _run_like(run, (text.text or "")[6:])
            _set_text(text, (text.text or "")[:6])
            change = f'<w:del xmlns:w="{W}" w:id="1" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'
            run.addnext(rest)
            run.addnext(etree.fromstring(change))


def doubled(root: _Element) -> None:
    """Text boxes once more, in VML, for programs of before 2010; and extensions of their shapes."""
    for choice in list(root.iter(f"{{{COMPATIBILITY}}}Choice")):
        box = choice.find(f".//{w('txbxContent')}")
        fallback = etree.SubElement(choice.getparent(), f"{{{COMPATIBILITY}}}Fallback")
        shape = etree.SubElement(
            etree.SubElement(fallback, w("pict")), f"{{{VML}}}shape", id="文本框 1", style="height:56pt"
        )
        etree.SubElement(shape, f"{{{VML}}}textbox").append(copy.deepcopy(box))
        drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
        for properties in choice.iter("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}spPr"):
            etree.SubElement(
                etree.SubElement(properties, f"{{{drawing}}}extLst"), f"{{{drawing}}}ext", uri="{909E8E84}"
            )


def cached(root: _Element) -> None:
    """Page breaks where the last one who looked saw them."""
    for run in root.iter(w("r")):
        if run.find(w("t")) is not None:
            run.find(w("t")).addprevious(etree.Element(w("lastRenderedPageBreak")))


HABITS: dict[str, Habit] = {
    habit.__name__: habit
    for habit in (revised, split, quoted, tabbed, tagged, controlled, inserted, deleted, doubled, cached)
}


def with_habits(parts: Parts, *habits: Habit) -> Parts:
    """The parts as they are after these habits."""
    root = etree.fromstring(parts[MAIN])
    for habit in habits:
        habit(root)
    return {**parts, MAIN: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)}


def renumbered(parts: Parts) -> Parts:
    """Styles under ids that are numbers, as WPS writes them, and names as Word in Chinese keeps them."""
    ids = [*(element.style_id for element in ELEMENTS), *(role.style_id for role in CHARACTER_ROLES), "Normal"]
    new = {old: str(number) for number, old in enumerate(ids, 1)}
    pattern = re.compile(rb'(w:(?:styleId|val))="(%s)"' % b"|".join(name.encode() for name in ids))
    named = re.compile(rb"<w:(pStyle|rStyle|basedOn|next|link|style)\b[^>]*>")

    def rewritten(match: re.Match[bytes]) -> bytes:
        return pattern.sub(lambda found: found[1] + b'="' + new[found[2].decode()].encode() + b'"', match.group())

    return {
        name: named.sub(rewritten, content) if name.endswith(".xml") else content for name, content in parts.items()
    }


def _run_like(run: _Element, text: str) -> _Element:
    made = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.append(_text(text))
    return made


def _text(text: str) -> _Element:
    made = etree.Element(w("t"))
    _set_text(made, text)
    return made


def _set_text(element: _Element, text: str) -> None:
    element.text = text
    element.set(XML_SPACE, "preserve")


def _wrap(element: _Element, properties: str) -> None:
    control = etree.fromstring(f'<w:sdt xmlns:w="{W}"><w:sdtPr>{properties}</w:sdtPr><w:sdtContent/></w:sdt>')
    element.addprevious(control)
    control[1].append(element)
