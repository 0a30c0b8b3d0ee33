"""`help` shows a signature of a few lines and each field's sentence."""

from __future__ import annotations

import inspect
import pydoc

import pytest

import renmin_docs
from renmin_docs import Point, WorkReport
from renmin_docs.report.fields import Model
from renmin_docs.report.shown_models import descriptions, written_docstring

MODELS = [
    value
    for value in (getattr(renmin_docs, name) for name in renmin_docs.__all__)
    if isinstance(value, type) and issubclass(value, Model)
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_help_names_every_field_with_its_sentence(model):
    page = pydoc.plain(pydoc.render_doc(model))
    head = page[: page.index("Method resolution order")]
    for name in model.model_fields:
        assert f"{name}: {descriptions(model)[name].splitlines()[0]}" in head
    assert written_docstring(model).splitlines()[0] in head


def test_the_signature_has_a_line_for_each_field_under_the_name_of_its_type():
    signature = inspect.signature(WorkReport)
    assert list(signature.parameters) == list(WorkReport.model_fields)
    assert len(str(signature)) < 30 * len(signature.parameters)
    assert str(inspect.signature(Point)).endswith("heading: Line = '', lead: Line = '')")
    required = [name for name, each in signature.parameters.items() if each.default is each.empty]
    assert required == ["organization", "year", "achievements"]
