"""What Python's `help` shows of a model: a signature of a line for each field, and each field's sentence."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from functools import cache
from inspect import Parameter, Signature, get_annotations
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, dataclass_transform

from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
    from pydantic.fields import FieldInfo
else:
    ModelMetaclass = type(BaseModel)

_LONGEST = 24
"""Characters of a default that a signature shows."""


def descriptions(model: type) -> dict[str, str]:
    """Field → the text behind it in the source, of a model and the models that it is made from."""
    found: dict[str, str] = {}
    for made_from in reversed(model.__mro__):
        if isinstance(made_from, ShownModel):
            found.update(_own_descriptions(made_from))
    return found


def written_docstring(model: type) -> str:
    """A model's docstring as it is written."""
    return inspect.cleandoc(model.__dict__.get("__doc__") or "")


def _own_descriptions(model: type) -> dict[str, str]:
    written = _classes(model.__module__).get(model.__qualname__)  # none of a model made by a call
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(written.body if written else ())
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a module by their names, as they are written; none in a program without its sources."""
    try:
        source = inspect.getsource(sys.modules[module])
    except OSError:
        return {}
    return {each.name: each for each in ast.parse(source).body if isinstance(each, ast.ClassDef)}


class _Text(NamedTuple):
    """What a signature shows as it stands here, without quotation marks."""

    text: str

    def __repr__(self) -> str:
        return self.text


def _default(field: FieldInfo) -> object:
    if field.is_required():
        return Parameter.empty
    text = repr(field.get_default(call_default_factory=True, validated_data={}))
    return _Text(text if len(text) <= _LONGEST else "…")


@dataclass_transform(kw_only_default=True, field_specifiers=(Field,))  # mypy does not inherit it from pydantic's
class ShownModel(ModelMetaclass):
    """The class of the models' classes: it alone can make `help` read the fields' sentences when they are asked for."""

    if TYPE_CHECKING:
        __pydantic_fields__: dict[str, FieldInfo]

    @property
    def __signature__(self) -> Signature:
        """The fields under the names of their types."""
        written = {name: text for base in reversed(self.__mro__) for name, text in get_annotations(base).items()}
        return Signature(
            [
                Parameter(name, Parameter.KEYWORD_ONLY, default=_default(field), annotation=_Text(str(written[name])))
                for name, field in self.__pydantic_fields__.items()
            ]
        )

    @__signature__.setter
    def __signature__(self, _: object) -> None:
        """Pydantic sets one that shows its validators."""

    @property
    def __doc__(self) -> str:  # type: ignore[override] # what is written is kept
        """The docstring as it is written, and behind it the fields' sentences."""
        text, described = written_docstring(self), descriptions(self).items()
        fields = (f"{name}: {sentence}" for name, sentence in described if name in self.__pydantic_fields__)
        lines = "\n".join(textwrap.indent(field.replace("\n", "\n    "), "    ") for field in fields)
        return f"{text}\n\nAttributes:\n{lines}\n" if lines else text
