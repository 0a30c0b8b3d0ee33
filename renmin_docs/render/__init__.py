"""Report → .docx: blocks, compiled templates, the package.

`Template` is opened and compiled once and fills many reports; `render` and `save` are for one. Each is imported at its
first use: who needs a part of this package does not wait for all of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renmin_docs.render.one_document import render, save, template_for
    from renmin_docs.render.template import Template
    from renmin_docs.report.fields import Numbering

_HOMES = {
    "Numbering": "report.fields",
    "Template": "render.template",
    "render": "render.one_document",
    "save": "render.one_document",
    "template_for": "render.one_document",
}

__all__ = ["Numbering", "Template", "render", "save", "template_for"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"renmin_docs.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
