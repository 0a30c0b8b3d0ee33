"""What a template prints of an office's own: its fields, and single figures; looked for before anything is filled.

A template is compiled before its reports are known. What it asks of them is kept among what it asks for
(`requirements`), and held against each report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from renmin_docs.errors import FigureError, Finding, TemplateError
from renmin_docs.messages.suggestions import Nearest
from renmin_docs.report.names import filled_fields

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

FIELDS, FIGURES = "fields", "figures"
ITEM = "[]"
"""Stands in a path for any item of a list."""
_OWN = "own"
Form: TypeAlias = Literal["text", "list", "any"]


class Own(NamedTuple):
    """What a name in a template holds, where only the report defines it.

    Attributes:
        path: Where it is: `fields.项目[].名称`, `figures.税收.同比`.
    """

    path: str

    def item(self) -> Own:
        """What an item of it holds."""
        return Own(self.path + ITEM)


class Use(NamedTuple):
    """What a tag does with a name of the report's own.

    Attributes:
        path: See `Own`.
        form: A `text` is printed, a `list` looped over, `any` is asked for in a condition.
        written: How the tag has it: `row.名称`.
        place: The paragraph of the template.
    """

    path: str
    form: Form
    written: str
    place: str

    def asked(self) -> str:
        """The use as one of the things that a template asks for."""
        return f"{_OWN}:{self.form}:{self.path}:{self.written}:{self.place}"


def uses_in(asked: Iterable[str]) -> tuple[Use, ...]:
    """The uses among what a template asks for, in a fixed order."""
    found = (each.split(":", 4) for each in sorted(asked) if each.startswith(f"{_OWN}:"))
    return tuple(Use(path, form, *rest) for _, form, path, *rest in found)  # type: ignore[arg-type]  # it was a form


def figures_in(uses: Iterable[Use]) -> frozenset[str]:
    """The names of the figures among them."""
    return frozenset(path[1] for path in (_parts(use.path) for use in uses) if path[0] == FIGURES)


def own_values(report: WorkReport, uses: Iterable[Use]) -> dict[str, Any]:
    """The values of the names that a template uses of a report.

    Raises:
        TemplateError: The report has not all of them, or not as the template uses them.
        LookupError: The text of a field mentions an unknown figure.
    """
    if findings := [*own_findings(report, uses)]:
        raise TemplateError(*findings)
    paths = [_parts(use.path) for use in uses]
    figures = {
        ":".join(names): format(report.figures[names[0]], "".join(names[1:]))
        for root, *names in paths
        if root == FIGURES
    }
    return {FIELDS: filled_fields(report), FIGURES: figures}


def own_findings(report: WorkReport, uses: Iterable[Use]) -> Iterator[Finding]:
    """What a template uses that the report has not, each with the nearest name."""
    for use in uses:
        root, *path = _parts(use.path)
        if root == FIGURES:
            yield from _wrong_figure(report, use, path)
        else:
            yield from _wrong_field(report.fields, use, path)


def sample_values(uses: Iterable[Use]) -> dict[str, Any]:
    """Values with which a template can be tried without a report: every text says what it is."""
    fields: dict[str, Any] = {}
    figures: dict[str, str] = {}
    for use in sorted(uses, key=lambda use: use.form != "list"):
        root, *path = _parts(use.path)
        if root == FIGURES:
            figures[":".join(path)] = use.path
        else:
            _put(fields, path, [] if use.form == "list" else use.path)
    return {FIELDS: fields, FIGURES: figures}


def _put(holder: Any, path: list[str], value: Any) -> None:
    """Put a sample in its place; what is looped over has one item."""
    name, *below = path
    if name == ITEM:
        if not holder:
            holder.append({} if below else value)
        if below and isinstance(holder[0], dict):
            _put(holder[0], below, value)
    elif not below:
        holder.setdefault(name, value)
    else:
        inner = holder.setdefault(name, [] if below[0] == ITEM else {})
        if isinstance(inner, dict | list):
            _put(inner, below, value)


def _parts(path: str) -> list[str]:
    return path.replace(ITEM, f".{ITEM}").split(".")


def _wrong_figure(report: WorkReport, use: Use, path: list[str]) -> Iterator[Finding]:
    figure = report.figures.get(path[0])
    if figure is None or len(path) > 2:
        expected = "" if figure else _beside(use, Nearest(report.figures).to(path[0]))
        yield Finding("template_variable", use.place, use.written, expected)
        return
    try:
        format(figure, "".join(path[1:]))
    except FigureError as error:
        yield from (finding.at(use.place) for finding in error.findings)


def _wrong_field(here: Any, use: Use, path: list[str]) -> Iterator[Finding]:
    for name in path:
        if isinstance(here, tuple) and name == ITEM:
            if not here:
                return  # nothing is printed of an empty list
            here = here[0]
        elif isinstance(here, dict) and name in here:
            here = here[name]
        elif name == ITEM:
            return  # no list: its loop says so
        else:
            names = Nearest(here).to(name) if isinstance(here, dict) else ""
            yield Finding("template_variable", use.place, use.written, _beside(use, names))
            return
    yield from _wrong_form(here, use)


def _wrong_form(value: Any, use: Use) -> Iterator[Finding]:
    """A text where a list is looped over, or the other way round."""
    if use.form == "list" and not isinstance(value, tuple):
        yield Finding("template_no_list", use.place, use.written, "@list_field")
    elif use.form == "text" and not isinstance(value, str):
        members = value if isinstance(value, dict) else value[0] if value and isinstance(value[0], dict) else ()
        yield Finding("template_whole", use.place, use.written, "、".join(members))


def _beside(use: Use, names: str) -> str:
    """Names as the tag would have them, behind what it has before the wrong one."""
    owner = use.written.rpartition(".")[0]
    return "、".join(f"{owner}.{name}" for name in names.split("、") if name)
