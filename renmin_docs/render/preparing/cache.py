"""On-disk cache of prepared templates, in the user's cache folder, so that a second run needs neither docxtpl nor lxml.

What is kept is `prepared.Prepared` as JSON behind a line with its checksum, under a name made from the
template's bytes, the versions in play, Python's own among them, and the modules that prepare it. The parts' code
is in it, as Python keeps its own beside the sources; so only files are read that no other user can have written
(`private_folder`). A cache that can't be read or written, or is not what was written, is not used.
"""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from renmin_docs.builtin_templates import SHELF
from renmin_docs.errors import Finding
from renmin_docs.render.package import Entry
from renmin_docs.render.preparing.prepared import ListPart, Prepared, Way
from renmin_docs.render.preparing.private_folder import cache_folder, cache_key, private_folder
from renmin_docs.render.preparing.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Callable

_PREPARING = ("render/**/*.py", "ooxml/*.py", "standard/*.py", "vocabulary/*.py")
"""The modules that decide what a cached entry holds: whole packages, so that none can be forgotten."""
_WRITING = ("docxtpl.template", "jinja2.compiler")
"""Other libraries' modules that write what is kept."""
_LARGEST = 4 * 2**20
"""The largest template that is kept: a larger one is pictures, which take longer to read than to prepare."""


def kept(template: bytes, prepare: Callable[[], Prepared], variant: str = "") -> Prepared:
    """The prepared form of a template: from the cache, or prepared now and put there.

    Args:
        template: The bytes of the .docx.
        prepare: Prepares it.
        variant: What it is prepared for, where that is not the template as it stands.
    """
    folder = cache_folder()
    if folder is None or len(template) > _LARGEST:
        return prepare()
    name = f"{_key(template, variant)}.json"
    with suppress(OSError, LookupError, ValueError), private_folder(folder) as files:
        return _from_data(json.loads(files.read_sealed(name)))
    made = prepare()
    with suppress(OSError, LookupError, ValueError), private_folder(folder, make=True) as files:
        files.write_sealed(name, json.dumps(_to_data(made)).encode())
    return made


def _key(template: bytes, variant: str) -> str:
    """A name for what preparing this template gives, with these versions of everything that has a say in it."""
    shelf = sorted(SHELF.glob("*.docx"))  # a body tag takes its loop from there
    return cache_key(template + variant.encode(), _PREPARING, _WRITING, shelf)


# --- Prepared as plain data -------------------------------------------------------------------


def _to_data(prepared: Prepared) -> dict[str, Any]:
    part, reason = prepared.list_part, prepared.no_list
    return {
        "core": prepared.core,
        "typed": _way_to_data(prepared.typed),
        "native": None if prepared.native is None else _way_to_data(prepared.native),
        "list_part": None if part is None else [_text(part.xml), part.num_id, part.first_free],
        "no_list": None if reason is None else [reason.rule, reason.found, reason.expected],
        "asked": sorted(prepared.asked),
        "main_part": prepared.main_part,
        "sections": None if prepared.sections is None else _sections_to_data(prepared.sections),
    }


def _from_data(data: dict[str, Any]) -> Prepared:
    part, reason = data["list_part"], data["no_list"]
    return Prepared(
        core=data["core"],
        typed=_way_from_data(data["typed"]),
        native=None if data["native"] is None else _way_from_data(data["native"]),
        list_part=None if part is None else ListPart(base64.b64decode(part[0]), part[1], part[2]),
        no_list=None if reason is None else Finding(reason[0], found=reason[1], expected=reason[2]),
        asked=frozenset(data["asked"]),
        main_part=data["main_part"],
        sections=None if data["sections"] is None else _sections_from_data(data["sections"]),
    )


def _sections_to_data(sections: Sections) -> dict[str, Any]:
    return {**sections._asdict(), "footers": {name: _text(footer) for name, footer in sections.footers.items()}}


def _sections_from_data(data: dict[str, Any]) -> Sections:
    return Sections(**{**data, "footers": {name: base64.b64decode(text) for name, text in data["footers"].items()}})


def _way_to_data(way: Way) -> dict[str, Any]:
    entries = {name: [entry.crc, entry.size, _text(entry.data)] for name, entry in way.entries.items()}
    codes = {name: _text(code) for name, code in way.codes.items()}
    return {"sources": way.sources, "entries": entries, "codes": codes, "unsettled": way.unsettled}


def _way_from_data(data: dict[str, Any]) -> Way:
    entries = {name: Entry(crc, size, base64.b64decode(text)) for name, (crc, size, text) in data["entries"].items()}
    codes = {name: base64.b64decode(text) for name, text in data["codes"].items()}
    return Way(data["sources"], entries, codes, tuple(data["unsettled"]))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
