"""A copy of one of the library's templates to be changed in Word: it looks like the finished page, and says how.

Paragraphs that hold a control tag alone are hidden (Word shows them with its other marks, Ctrl+Shift+8), styles have
their Chinese names as aliases, and advice stands at the top in tags that print nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from renmin_docs.builtin_templates import find_own
from renmin_docs.messages import Language
from renmin_docs.messages.skeletons import ADVICE
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import read_package
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.package import package_of
from renmin_docs.render.preparing.paragraphs import element, properties_of, replace, text_of
from renmin_docs.standard.elements import CHARACTER_ROLES, CONTENTS_ELEMENTS, ELEMENTS

if TYPE_CHECKING:
    from lxml.etree import _Element


_CONTROL = re.compile(r"\{%p [^{}]*%\}")
_TERMS = {
    **{each.style_id: each.term for each in (*ELEMENTS, *CONTENTS_ELEMENTS)},
    **{each.style_id: each.term for each in CHARACTER_ROLES},
}
"""Style → the standard's term for it, which becomes its alias."""


def exported_template(name: str, language: Language) -> bytes:
    """The .docx of a template for people to change.

    Args:
        name: The name of one of the library's.
        language: Of the advice.

    Raises:
        TemplateError: There is none of that name.
    """
    package = read_package(find_own(name))
    main, styles = package.main_part, next(iter(related(package.parts, package.main_part, ("styles",))))
    root, sheet = (parse_xml(package.parts[part], part=part) for part in (main, styles))
    for paragraph in [*root.iter(w("p"))]:
        if _CONTROL.fullmatch(text_of(paragraph).strip()):
            _hide(paragraph)
    body = root.find(w("body"))
    if body is not None:
        body[:0] = [_advice(line) for line in ADVICE[language == "zh"]]
    for style in sheet.iter(w("style")):
        if (term := _TERMS.get(style.get(w("styleId"), ""))) and (called := style.find(w("name"))) is not None:
            called.addnext(element("aliases", val=term))
    parts = {**package.parts, main: to_part(root), styles: to_part(sheet)}
    return package_of(parts)


def _hide(paragraph: _Element) -> None:
    """Hide the text of a paragraph and its mark, so that it takes no room."""
    properties = properties_of(paragraph)
    mark = properties.find(w("rPr"))
    if mark is None:
        replace(properties, mark := element("rPr"))
    mark.append(element("vanish"))
    for run in paragraph.iter(w("r")):
        look = run.find(w("rPr"))
        if look is None:
            run.insert(0, look := element("rPr"))
        look.append(element("vanish"))


def _advice(line: str) -> _Element:
    """A line of advice, small and grey; a tag that prints nothing, and leaves no line."""
    look = element("rPr", element("color", val="808080"), element("sz", val="21"))
    return element("p", element("r", look, element("t", text=f"{{# {line} #}}")))
