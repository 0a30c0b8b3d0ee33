"""renmin-docs: typed work reports (工作总结) in Word, in the layout of GB/T 9704-2012.

The names below are the whole of the door; what is not needed is not imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from renmin_docs.version import __version__

if TYPE_CHECKING:
    from renmin_docs.errors import (
        DataFileError,
        FigureError,
        Finding,
        OutputError,
        RenminDocsError,
        ReportError,
        TemplateError,
    )
    from renmin_docs.render.template import Template
    from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
    from renmin_docs.report.text import literal

_HOMES = {
    "Chapter": "report.models",
    "DataFileError": "errors",
    "FigureError": "errors",
    "Finding": "errors",
    "Organization": "report.models",
    "OutputError": "errors",
    "Point": "report.models",
    "RenminDocsError": "errors",
    "ReportError": "errors",
    "Template": "render.template",
    "TemplateError": "errors",
    "WorkReport": "report.models",
    "literal": "report.text",
}
"""Public name → the module that holds it; imported at first use, which keeps `import renmin_docs` light."""

__all__ = [
    "Chapter",
    "DataFileError",
    "FigureError",
    "Finding",
    "Organization",
    "OutputError",
    "Point",
    "RenminDocsError",
    "ReportError",
    "Template",
    "TemplateError",
    "WorkReport",
    "__version__",
    "literal",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
