"""Five ways in Python from one report to the bytes of one document, and the floor beneath them."""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import cycle
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from data import TEMPLATE
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2 import Template as JinjaTemplate

from renmin_docs.render.filling.engine import compile_part
from renmin_docs.render.filling.parts import Part
from renmin_docs.render.package import LEVEL
from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from renmin_docs import Template, WorkReport

    Make = Callable[[], bytes]
    Runs = list[tuple[str, str]]

_ROLES = {role.identifier: role.style_name for role in CHARACTER_ROLES}


# --- ours and docxtpl -------------------------------------------------------------------------


def ours(reports: list[WorkReport], template: Template) -> Make:
    """The library: typed objects in, checks included."""
    turn = cycle(reports)
    return lambda: next(turn).to_bytes(template=template)


def naive(contexts: list[dict[str, Any]]) -> Make:
    """docxtpl as its documentation shows it: open, render, save."""
    turn = cycle(contexts)

    def make() -> bytes:
        template = DocxTemplate(TEMPLATE)
        template.render(next(turn), autoescape=True)
        return _saved(template)

    return make


class _Cached(Environment):
    """An environment that compiles each source once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True)
        self._known: dict[str, JinjaTemplate] = {}

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> JinjaTemplate:
        if source not in self._known:
            self._known[source] = super().from_string(source, *arguments, **options)
        return self._known[source]


def cached(contexts: list[dict[str, Any]]) -> Make:
    """docxtpl with one object and an environment that keeps what it compiled."""
    template, environment, turn = DocxTemplate(TEMPLATE), _Cached(), cycle(contexts)

    def make() -> bytes:
        template.render(next(turn), environment, autoescape=True)
        return _saved(template)

    return make


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


# --- paragraph by paragraph -------------------------------------------------------------------


def paragraphs(context: dict[str, Any]) -> Iterator[tuple[str, Runs]]:
    """Each paragraph of the finished document: the name of its element, its runs as text and role."""
    yield "title", [(context["title"], "")]
    yield "paragraph", []
    for block in context["blocks"]:
        roles = ("mark_2", "lead_2") if block["level"] == 2 else ("mark", "lead")
        runs = []
        for part in (block, *block["points"]):
            plain = part is block and block["kind"] != "point"
            runs += [(part["mark"], "" if plain else roles[0]), (part["lead"], roles[1]), (part["text"], "")]
        yield block["kind"], [(text, role) for text, role in runs if text]


def python_docx(contexts: list[dict[str, Any]]) -> Make:
    """python-docx: the template emptied, then each paragraph and run added in the same styles."""
    emptied, turn = _emptied(), cycle(contexts)

    def make() -> bytes:
        document = Document(io.BytesIO(emptied))
        for element, runs in paragraphs(next(turn)):
            paragraph = document.add_paragraph(style=BY_IDENTIFIER[element].style_name)
            for text, role in runs:
                paragraph.add_run(text, style=_ROLES.get(role))
        return _saved(document)

    return make


def _emptied() -> bytes:
    document = Document(str(TEMPLATE))
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    return _saved(document)


# --- the floor --------------------------------------------------------------------------------


def floor(filling: Callable[[], str]) -> Make:
    """Jinja's rendering of the main part, a bare expat parse of the result, one deflate."""

    def make() -> bytes:
        xml = filling().encode()
        expat.ParserCreate().Parse(xml, True)
        compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return compressor.compress(xml) + compressor.flush()

    return make


def our_filling(template: Template, contexts: list[dict[str, Any]]) -> Callable[[], str]:
    """The main part as the library compiles it: sandbox, strict values, escaping."""
    name, source = _main_source(template)
    part, turn = Part(compile_part(source, name), name), cycle(contexts)
    return lambda: part.fill(next(turn))


def plain_filling(template: Template, contexts: list[dict[str, Any]]) -> Callable[[], str]:
    """The same source in a Jinja environment of its defaults, with escaping."""
    compiled, turn = Environment(autoescape=True).from_string(_main_source(template)[1]), cycle(contexts)
    return lambda: compiled.render(next(turn))


def _main_source(template: Template) -> tuple[str, str]:
    return next(iter(template._prepared.sources.items()))


# --- what must be equal -----------------------------------------------------------------------


def text_of(document: bytes) -> list[str]:
    """The text of each paragraph; line breaks in the title aside."""
    return [paragraph.text.replace("\n", "") for paragraph in Document(io.BytesIO(document)).paragraphs]


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
