"""renmin-docs: typed work reports (工作总结) in Word, in the layout of GB/T 9704-2012.

Public API. Submodules are imported on first access of one of the names below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from renmin_docs.version import __version__

if TYPE_CHECKING:
    from renmin_docs.batch.api import render_all
    from renmin_docs.batch.outcomes import BatchError, BatchResult, Outcome
    from renmin_docs.batch.pools import WorkerPool
    from renmin_docs.check import check_template
    from renmin_docs.check.comments.document import comment_document
    from renmin_docs.check.documents import CheckedDocument, check_document
    from renmin_docs.errors import (
        DataFileError,
        FigureError,
        Finding,
        OutputError,
        RenminDocsError,
        ReportError,
        RuleError,
        TemplateError,
    )
    from renmin_docs.intake.prose.reading import parse_report
    from renmin_docs.intake.reports import read_report
    from renmin_docs.proofread.checking import Remark
    from renmin_docs.proofread.manuscript import OwnWord
    from renmin_docs.render.template import Template
    from renmin_docs.report.cells import Cell
    from renmin_docs.report.closing import Imprint, Signature
    from renmin_docs.report.header import Header
    from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
    from renmin_docs.report.page import PageProfile
    from renmin_docs.report.pictures import Picture
    from renmin_docs.report.sections import Attachment
    from renmin_docs.report.tables import Column, FigureRow, Table
    from renmin_docs.report.text import literal
    from renmin_docs.report.typed_figures import typed_figures
    from renmin_docs.revise.redline import Redline, redline
    from renmin_docs.revise.results import Update
    from renmin_docs.revise.update import update_report
    from renmin_docs.templating.making import MadeTemplate, make_template

_NAMES = {
    "batch.api": "render_all",
    "batch.outcomes": "BatchError BatchResult Outcome",
    "batch.pools": "WorkerPool",
    "check": "check_template",
    "check.comments.document": "comment_document",
    "check.documents": "CheckedDocument check_document",
    "errors": "DataFileError FigureError Finding OutputError RenminDocsError ReportError RuleError TemplateError",
    "intake.prose.reading": "parse_report",
    "intake.reports": "read_report",
    "proofread.checking": "Remark",
    "proofread.manuscript": "OwnWord",
    "render.template": "Template",
    "report.cells": "Cell",
    "report.closing": "Imprint Signature",
    "report.header": "Header",
    "report.models": "Chapter Organization Point WorkReport",
    "report.page": "PageProfile",
    "report.pictures": "Picture",
    "report.sections": "Attachment",
    "report.tables": "Column FigureRow Table",
    "report.text": "literal",
    "report.typed_figures": "typed_figures",
    "revise.redline": "Redline redline",
    "revise.results": "Update",
    "revise.update": "update_report",
    "templating.making": "MadeTemplate make_template",
}
"""Module → the public names that it holds; imported at first use, which keeps `import renmin_docs` light."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Attachment",
    "BatchError",
    "BatchResult",
    "Cell",
    "Chapter",
    "CheckedDocument",
    "Column",
    "DataFileError",
    "FigureError",
    "FigureRow",
    "Finding",
    "Header",
    "Imprint",
    "MadeTemplate",
    "Organization",
    "Outcome",
    "OutputError",
    "OwnWord",
    "PageProfile",
    "Picture",
    "Point",
    "Redline",
    "Remark",
    "RenminDocsError",
    "ReportError",
    "RuleError",
    "Signature",
    "Table",
    "Template",
    "TemplateError",
    "Update",
    "WorkReport",
    "WorkerPool",
    "__version__",
    "check_document",
    "check_template",
    "comment_document",
    "literal",
    "make_template",
    "parse_report",
    "read_report",
    "redline",
    "render_all",
    "typed_figures",
    "update_report",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
