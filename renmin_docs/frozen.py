"""The base of all models, of reports as of figures: frozen, and changed only through `replace`.

Pydantic's own ways to a changed copy (`model_copy(update=…)`, `copy`, `model_construct`) neither validate what they are
given nor derive anew what was derived from it. Here each of them goes through validation.
"""

from __future__ import annotations

import copy
from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

from pydantic import BaseModel, ConfigDict, ValidationError, model_serializer, model_validator
from pydantic_core import PydanticCustomError, from_json

from renmin_docs.errors import FigureError, Finding, RenminDocsError, ReportError

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler, SerializerFunctionWrapHandler
    from pydantic_core import ErrorDetails, InitErrorDetails

if TYPE_CHECKING:
    Held = TypeVar("Held")
    Given_contra = TypeVar("Given_contra", contravariant=True)

    class Takes(Generic[Held, Given_contra]):
        """A field as type checkers see it: what the constructor takes for it, and what it holds then.

        Pydantic's constructor is typed by the fields' annotations, which name what a field holds; a descriptor says
        both. At run time the annotation is pydantic's own, with its validators.
        """

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> Held: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: Given_contra) -> None: ...


NOTHING: Any = ()
"""The default of a field that takes several things."""
ABSENT: Any = None
"""The default of a field that may have no value."""
_CHECKED = "_checked"
_set = object.__setattr__


class RefusedError(RenminDocsError, ValidationError):
    """Values that make no model: an error of this library, and pydantic's own at once."""

    @classmethod
    def of(cls, error: ValidationError, *findings: Finding, subject: str) -> Self:
        """The error for what pydantic refused."""
        made = cls.from_exception_data(error.title, [_line_error(detail) for detail in error.errors()])
        RenminDocsError.__init__(made, *findings, subject=subject)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process gets the findings; pydantic's details hold values that may not travel."""
        return next(base for base in type(self).__mro__ if not issubclass(base, ValidationError)), self.findings


class RefusedReportError(RefusedError, ReportError):
    """Values that make no report, or no part of one."""


class RefusedFigureError(RefusedError, FigureError):
    """Values that make no figure."""


def _line_error(detail: ErrorDetails) -> InitErrorDetails:
    kind: Any = detail["type"]
    if "url" not in detail:  # a validator's own
        kind = PydanticCustomError(kind, detail["msg"])
    return {"type": kind, "loc": detail["loc"], "input": detail["input"], "ctx": detail.get("ctx", {})}


class Frozen(BaseModel):
    """A frozen model that refuses unknown keys.

    What validation builds is marked. A copy (by `copy`, `deepcopy` or pickle) is not, since its values can be changed
    behind pydantic's back: it is validated again where it becomes a part of another model, and before it is printed.
    """

    __slots__ = (_CHECKED,)

    model_config = ConfigDict(frozen=True, extra="forbid")

    REFUSED_BY: ClassVar[type[RefusedError]]
    """The error of values that make no model of this kind."""

    if not TYPE_CHECKING:  # type checkers make one from the fields

        def __init__(self, /, *unnamed: object, **fields: object) -> None:
            if unnamed:
                names = ", ".join(f"{name}=…" for name in type(self).model_fields)
                raise TypeError(f"{type(self).__name__} takes its fields by their names: {names}")
            try:
                super().__init__(**fields)
            except ValidationError as error:
                raise self._refusal(error, fields) from error

        __init__.__pydantic_base_init__ = True  # validation of a part goes on within pydantic, as without it

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Pydantic's `model_validate`, which refuses as the constructor does."""
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise cls._refusal(error, obj) from error

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Pydantic's `model_validate_json`, which refuses as the constructor does."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            is_json = error.errors()[0]["type"] != "json_invalid"  # what else is wrong is wrong with what it says
            raise cls._refusal(error, from_json(json_data) if is_json else None) from error

    @classmethod
    def _refusal(cls, error: ValidationError, data: Any) -> RefusedError:
        return cls.REFUSED_BY.of(error, *cls._findings_of(error, data), subject=cls.__name__)

    @classmethod
    def _findings_of(cls, error: ValidationError, data: Any, /) -> Sequence[Finding]:
        """What pydantic refused, in our words."""
        raise NotImplementedError

    def __setattr__(self, name: str, value: object) -> None:
        details: InitErrorDetails = {"type": "frozen_instance", "loc": (name,), "input": value}
        error = ValidationError.from_exception_data(type(self).__name__, [details])
        raise self.REFUSED_BY.of(error, Finding("model_frozen", place=name, expected=name), subject=type(self).__name__)

    def replace(self, **changes: Any) -> Self:
        """A new one with some fields changed, validated like any other.

        What was given stays as it is; what was derived, because it was not given, is derived anew. A blank text for a
        field that has a derived value makes it a derived one again.

        Args:
            **changes: Field → its new value, as the constructor takes it.

        Raises:
            RefusedError: As from the constructor.
        """
        return type(self)(**{**self.given(), **changes})

    def given(self) -> dict[str, Any]:
        """The fields that were given, not those with default or derived values."""
        given = self.model_fields_set
        return {name: self.__dict__[name] for name in type(self).model_fields if name in given}

    # --- the other ways to a changed copy ---

    def __replace__(self, **changes: Any) -> Self:
        """`replace`, for Python's `copy.replace`."""
        return self.replace(**changes)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; with `update` it is what `replace` makes."""
        copied = copy.deepcopy(self) if deep else copy.copy(self)
        return copied.replace(**update) if update else copied

    def copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:  # type: ignore[override]
        """Pydantic's former name of `model_copy`, without its ways to a model that is not whole."""
        return self.model_copy(update=update, deep=deep)

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """The same as the constructor: nothing is built without validation."""
        return cls(**values)

    # --- only what validation built is trusted ---

    @model_validator(mode="wrap")
    @classmethod
    def _validate_copies(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Validate, also an instance that validation did not build, and mark the result."""
        if type(value) is not dict and isinstance(value, Frozen) and not value.is_checked:  # most are data
            value = value.given() if type(value) is cls else value.replace()
        checked = handler(value)
        _set(checked, _CHECKED, True)
        return checked

    @property
    def is_checked(self) -> bool:
        """Whether validation built it. A copy has not the mark: it may have been changed since."""
        return getattr(self, _CHECKED, False)

    def checked(self) -> Self:
        """The model itself if validation built it, else one that it builds.

        Raises:
            RefusedError: A copy was changed into what is not valid.
        """
        return self if self.is_checked else self.replace()

    def altered(self, **changes: Any) -> Self:
        """A copy with some fields changed and nothing validated or derived yet: for a step of a computation."""
        copied = copy.copy(self)
        copied.__dict__.update(changes)
        copied.model_fields_set.update(changes)
        return copied

    # --- derived values ---

    def _derive(self, **values: Any) -> None:
        """Set fields that were not given, or given as their default, while the model is validated."""
        given = self.model_fields_set
        for name, value in values.items():
            if name not in given or self.__dict__[name] == type(self).model_fields[name].default:
                self.__dict__[name] = value
                given.discard(name)


class Deriving(Frozen):
    """A model with derived fields. They are in no dump, so that what is made of one derives them anew."""

    DERIVED: ClassVar[frozenset[str]] = frozenset()
    """The fields that are derived where they are not given."""

    @model_serializer(mode="wrap")
    def _without_derived(self, handler: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def] # noqa: ANN202 - a type here would become the JSON Schema
        data = handler(self)
        for name in self.DERIVED - self.model_fields_set:
            data.pop(name, None)
        return data

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:
        """Fields and values, as `dict()` takes them, without those that are derived."""
        derived = self.DERIVED - self.model_fields_set
        yield from ((name, value) for name, value in super().__iter__() if name not in derived)
