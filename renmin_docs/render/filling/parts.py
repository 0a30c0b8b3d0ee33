"""A compiled part, filled with a report's values.

A part's code was written by Jinja and asks for little of it: Jinja itself is imported only where a part has
`loop` or a filter, or a value is missing. A cold start is a fifth shorter so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import CodeType
from typing import Any

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.render.filling.escaping import run_content

MAX_FILLED = 16 * 2**20
"""Characters that the filled parts have at most: some 40,000 paragraphs."""
_BATCH = 2_048
"""How many pieces are counted at once; many may be one and the same text of the template, which takes no memory."""
_MISSING = object()


class _Values(dict[str, Any]):
    """The values of one report, as a part's code asks for them."""

    def resolve_or_missing(self, name: str) -> Any:
        return self.get(name, _MISSING)


class _Runtime:
    """What a part's code asks of its environment: Jinja's own where it is more than to print a value."""

    run_content = staticmethod(run_content)
    concat = "".join

    def undefined(self, *arguments: Any, **named: Any) -> Any:
        from renmin_docs.render.filling.engine import ENVIRONMENT

        return ENVIRONMENT.undefined(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        from renmin_docs.render.filling.engine import ENVIRONMENT

        return getattr(ENVIRONMENT, name)


def _loop(items: Iterable[Any], undefined: Any) -> Any:
    from renmin_docs.render.filling.engine import ENVIRONMENT

    return ENVIRONMENT.loop(items, undefined)


class Part:
    """A part of a template that reports are filled into; threads may share it.

    Args:
        code: What `engine.compile_part` made of its source.
        name: The part's name, for messages.
    """

    def __init__(self, code: CodeType, name: str) -> None:
        names: dict[str, Any] = {
            "missing": _MISSING,
            "environment": _Runtime(),
            "Undefined": None,  # for `… if … else …` alone, which the language does not have
            "LoopContext": _loop,
        }
        exec(code, names)  # noqa: S102 - code that Jinja wrote of a checked syntax tree
        self._root: Callable[[_Values], Iterator[str]] = names["root"]
        self._name = name

    def fill(self, context: dict[str, Any], most: int = MAX_FILLED) -> str:
        """The part's XML.

        Args:
            context: The report's values.
            most: How many characters it may have.

        Raises:
            TemplateError: A value is missing, a filter does not take it, or the part becomes too large.
        """
        try:
            return _joined(self._root(_Values(context)), most)
        except TemplateError:
            raise
        except _faults() as error:
            raise TemplateError(Finding("template_fill", place=self._name, found=str(error))) from error


def fill_parts(parts: Mapping[str, Part], context: dict[str, Any]) -> dict[str, str]:
    """The XML of all parts.

    Raises:
        TemplateError: As for `Part.fill`.
    """
    filled: dict[str, str] = {}
    left = MAX_FILLED
    for name, part in parts.items():
        filled[name] = part.fill(context, left)
        left -= len(filled[name])
    return filled


def _joined(pieces: Iterator[str], most: int) -> str:
    """The pieces as one text, within the limit of a document: an untrusted template's loops may repeat anything."""
    texts: list[str] = []
    while batch := list(islice(pieces, _BATCH)):
        most -= sum(map(len, batch))
        if most < 0:
            raise TemplateError(Finding("filled_large", expected=str(MAX_FILLED >> 20)))
        texts.append("".join(batch))
    return "".join(texts)


def _faults() -> tuple[type[Exception], ...]:
    """What filling raises, of a missing value or a filter on a number; asked for only when something was raised."""
    from renmin_docs.render.filling.engine import ENVIRONMENT

    return ENVIRONMENT.fault, LookupError, TypeError, ValueError, ArithmeticError, NameError, RecursionError
