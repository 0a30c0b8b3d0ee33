"""Content controls that hold tags: free of what would put another text in the place of the filled one.

Word shows the value that a control is bound to, not its text; and it takes a placeholder for no text at all.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.paragraphs import drop

_TAG = re.compile(r"\{[{%#]|^\{")
_BINDINGS = {"dataBinding", "showingPlcHdr", "placeholder"}
_PARAGRAPH_IDS = ("paraId", "textId")
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def free_controls(root: _Element) -> None:
    """Unbind the controls that hold a tag; in whatever namespace the binding stands."""
    for control in root.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        if properties is not None and any(_TAG.search(text.text or "") for text in control.iter(w("t"))):
            for child in list(properties):
                if str(child.tag).rpartition("}")[2] in _BINDINGS:
                    properties.remove(child)


def forget_ids(root: _Element) -> None:
    """Take out the ids of controls and paragraphs, which a loop would repeat; Word makes new ones."""
    for properties in root.iter(w("sdtPr")):
        drop(properties, "id")
    for paragraph in root.iter(w("p"), w("tr")):
        for name in _PARAGRAPH_IDS:
            paragraph.attrib.pop(f"{{{_WORD_2010}}}{name}", "")
