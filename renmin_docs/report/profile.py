"""The profile of an office: what all its reports have in common, laid under each of them.

A profile is a part of a report's data: the report's own keys go before it, key by key, and it goes before the defaults
of the library. What belongs to one year's report, its text and its figures, has no place here. The rows of the
vocabulary say which keys it may hold; types, defaults and descriptions are those of the report's own models.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from renmin_docs.report.fields import Model
from renmin_docs.report.file_keys import CheckSettings
from renmin_docs.report.models import WorkReport
from renmin_docs.report.shown_models import written_docstring
from renmin_docs.vocabulary import CHECK, MAPPINGS


def _layer(name: str, whole: type[BaseModel], doc: str | None) -> type[Model]:
    """A model with those fields of another that a profile may hold, none of them required.

    What the other model requires of several fields together is left to the report: each may stand in another file.
    """
    fields: dict[str, Any] = {}
    for key, row in MAPPINGS[name].items():
        field = _file_fields().get(key) or whole.model_fields[key]
        if row.profile == "part":
            fields[key] = _part(row.of[0], field)
        elif field.is_required():
            fields[key] = (field.rebuild_annotation() | None, None)
        else:
            fields[key] = (field.annotation, field)
    made = create_model(name, __base__=Model, __doc__=doc, __module__=__name__, **fields)
    made.DESCRIBED_BY = whole
    return made


def _file_fields() -> dict[str, FieldInfo]:
    """The keys that files have and reports have not."""
    return {CHECK: FieldInfo(annotation=CheckSettings, default=CheckSettings())}


def _part(name: str, field: FieldInfo) -> tuple[Any, Any]:
    """The field of a mapping of which a profile may hold a part."""
    whole = _model_in(field.annotation)
    inner = _layer(name, whole, written_docstring(whole))
    return (inner | None, None) if field.default is None else (inner, inner())


def _model_in(annotation: Any) -> type[BaseModel]:
    """The model in the type of a field, which may be missing."""
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation if is_model else _model_in(annotation.__args__[0])


Profile = _layer("Profile", WorkReport, "What the reports of an office have in common. Every key may be left out.")
