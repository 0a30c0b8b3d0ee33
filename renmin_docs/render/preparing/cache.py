"""On-disk cache of prepared templates, in the user's cache folder, so that a second run needs neither docxtpl nor lxml.

What is kept is `prepared.Prepared` as marshal writes it behind a line with its checksum, under a name made from the
template's bytes, the versions in play, Python's own among them, and the modules that prepare it. The parts' code
is in it, as Python keeps its own beside the sources; so only files are read that no other user can have written
(`private_folder`). A cache that can't be read or written, or is not what was written, is not used.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from typing import Any

from renmin_docs.builtin_templates import SHELF
from renmin_docs.errors import Finding
from renmin_docs.render.package import Entry
from renmin_docs.render.preparing.prepared import ListPart, Prepared
from renmin_docs.render.preparing.private_folder import cache_folder, cache_key, kept_bytes
from renmin_docs.render.preparing.sections import Sections

_PREPARING = ("render", "ooxml", "standard", "vocabulary")
"""Whose modules decide what a cached entry holds: whole packages, so that none can be forgotten."""
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
    if cache_folder() is None or len(template) > _LARGEST:
        return prepare()
    return _from_data(kept_bytes(f"{_key(template, variant)}.template", lambda: _to_data(prepare())))


def _key(template: bytes, variant: str) -> str:
    """A name for what preparing this template gives, with these versions of everything that has a say in it."""
    shelf = sorted(SHELF.glob("*.docx"))  # a body tag takes its loop from there
    return cache_key(template + variant.encode(), _PREPARING, _WRITING, shelf)


def _to_data(prepared: Prepared) -> bytes:
    return marshal.dumps(_plain(prepared))


def _plain(value: Any) -> Any:
    """A value as marshal takes it, which knows no named tuples and no findings."""
    if isinstance(value, Finding):
        return value.rule, value.found, value.expected
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _from_data(data: bytes) -> Prepared:
    core, sources, codes, unsettled, typed, native, part, reason, asked, main_part, sections = marshal.loads(data)  # noqa: S302 - our own, sealed
    return Prepared(
        core,
        sources,
        codes,
        unsettled,
        _entries(typed),
        native and _entries(native),
        part and ListPart(*part),
        reason and Finding(reason[0], found=reason[1], expected=reason[2]),
        asked,
        main_part,
        sections and Sections(*sections),
    )


def _entries(entries: dict[str, Any]) -> dict[str, Entry]:
    return {name: Entry(*entry) for name, entry in entries.items()}
