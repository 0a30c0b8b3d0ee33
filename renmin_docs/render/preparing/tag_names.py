"""Names in tags as the engine has them: Chinese ones in English, those of the report's own as keys.

It is done when the tags have been checked, so that messages have them as the template does. What a loop goes over is
known from its tag: an attribute of a record (`row.名称`) is the office's own, one of a block is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from renmin_docs.ooxml.names import w
from renmin_docs.render.filling.shapes import SCOPE, item_of, member_of, name_in, shape_at
from renmin_docs.render.preparing.paragraphs import ANY_TAG
from renmin_docs.render.values.context import KIND_NAMES, Shape
from renmin_docs.render.values.own_names import FIGURES, Own

_OWN = re.compile(r"\b(?:fields|figures)\b")
_NAME = r"[^\W\d]\w*"
_TOKEN = re.compile(rf"""(?P<text>"[^"]*"|'[^']*')|(?P<filter>\|\s*{_NAME})|(?P<chain>{_NAME}(?:\s*\.\s*{_NAME})*)""")
_LOOP = re.compile(rf"^\{{%\w*-?\s*for\s+(?P<variable>{_NAME})\s+in\b")
_END = re.compile(r"^\{%\w*-?\s*endfor\b")
_KIND_BEFORE = re.compile(r"\.kind\s*[!=]=\s*$")


def needs_names(content: bytes) -> bool:
    """Whether a part may have names that are to be put in other words."""
    tags = (match[0] for match in ANY_TAG.finditer(content.decode()))
    return any(not tag.isascii() or _OWN.search(tag) for tag in tags)


def put_names(root: _Element) -> None:
    """Put the names in the tags of a part as the engine has them; tags are whole and checked."""
    speller = _Speller()
    for text in root.iter(w("t")):
        if text.text and "{" in text.text:
            text.text = ANY_TAG.sub(lambda match: speller.tag(match[0]), text.text)


class _Speller:
    """Goes through the tags of a part in their order, and knows the variables of the loops around them."""

    def __init__(self) -> None:
        self._scopes: list[dict[str, Shape]] = [SCOPE]

    def tag(self, tag: str) -> str:
        """A tag with its names as the engine has them."""
        if tag.startswith("{#"):
            return tag
        loop = _LOOP.match(tag)
        head = loop.end() if loop else 0
        made = tag[:head] + self._spelled(tag[head:])
        if loop:
            over = next((match["chain"] for match in _TOKEN.finditer(tag, head) if match["chain"]), "")
            item = item_of(shape_at(over, self._scopes[-1]))
            self._scopes.append({**self._scopes[-1], loop["variable"]: {} if item is None else item})
        elif _END.match(tag) and len(self._scopes) > 1:
            self._scopes.pop()
        return made

    def _spelled(self, tag: str) -> str:
        made, end = "", 0
        for match in _TOKEN.finditer(tag):
            made += tag[end : match.start()]
            if match["chain"]:
                made += self._chain(match["chain"])
            elif match["text"] and _KIND_BEFORE.search(made):
                kind = match["text"][1:-1]
                made += f'"{KIND_NAMES.get(kind, kind)}"'
            else:
                made += match[0]
            end = match.end()
        return made + tag[end:]

    def _chain(self, chain: str) -> str:
        """A name with its attributes."""
        name, *attributes = map(str.strip, chain.split("."))
        scope = self._scopes[-1]
        known = name_in(name, scope)
        if known is None:
            return chain
        shape = scope[known]
        if shape == Own(FIGURES):
            return f'{known}["{":".join(attributes)}"]' if attributes else known
        return known + "".join(self._attributes(shape, attributes))

    def _attributes(self, shape: Shape | None, attributes: list[str]) -> Iterator[str]:
        for attribute in attributes:
            if isinstance(shape, Own):
                yield f'["{attribute}"]'
            else:
                yield "." + ((isinstance(shape, dict) and name_in(attribute, shape)) or attribute)
            shape = member_of(shape, attribute)
