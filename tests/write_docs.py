"""The pages of the docs that are made from the package: `python -m tests.write_docs` writes all of `PAGES`.

Examples are messages about the broken files and the texts of tests/intake, as the library gives them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import tempfile
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

import renmin_docs
from renmin_docs import DataFileError, WorkReport, figures, messages, parse_report
from renmin_docs.messages import Rule
from renmin_docs.render.variables import variables_page
from renmin_docs.report.shown_models import ShownModel, descriptions, written_docstring
from tests.intake.broken import BROKEN
from tests.intake.broken_profiles import BESIDE
from tests.intake.slips import SLIPS
from tests.proofread.page import proofreading_page
from tests.reference_pages import keys_page, options_page, programs_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import ModuleType

    from pydantic.fields import FieldInfo

    from renmin_docs import Finding

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
LAYOUTS = TESTS / "intake" / "prose" / "layouts"
NEWLINE, LONGEST = "\n", 90
BASE = "renmin_docs.frozen"
"""The module of the models' own base, whose methods the head of the page names."""
SLOT = re.compile(r"\{(found|expected)\}")
RULES_HEAD = """\
# Rules

Every finding of the library has a rule. In Python it is `finding.rule`; `renmin-docs template check --json` shows it;
the message is the rule's sentence, in English (`--lang en`) or Chinese. `‹found›` stands for what stands there,
`‹expected›` for what would be right.

An **error** keeps a report from being printed or a file from being read; a **warning** does so with `--strict`; a
**notice** never does. Clauses are those of GB/T 9704-2012: R is 应, G 一般, T 推荐, K 可以.

This page is made from the tables in `renmin_docs/messages/` by `python -m tests.write_docs`; the examples are messages
about broken files and texts of the tests.
"""
API_HEAD = """\
# API

The public names of `renmin_docs`, then those of `renmin_docs.figures`, with their signatures and docstrings. Everything
else may change between versions.
Models are pydantic models, frozen: `replace(**changes)` gives a new one that is validated like any other; what was
derived and not given (title, period, headings, issuer) is derived anew. `model_dump()`, `model_validate()` and the rest
of pydantic's methods are there.

This page is made from the docstrings by `python -m tests.write_docs`.
"""


class Table(NamedTuple):
    """One table of rules: what it is about, and its rows."""

    about: str
    rows: dict[str, Rule]


def tables() -> Iterator[Table]:
    """The tables of rules, module by module."""
    for module in pkgutil.iter_modules(messages.__path__):
        loaded = importlib.import_module(f"{messages.__name__}.{module.name}")
        for value in vars(loaded).values():
            if isinstance(value, dict) and value and all(isinstance(row, Rule) for row in value.values()):
                yield Table(str(loaded.__doc__).split(NEWLINE, 1)[0].rstrip("."), value)


def examples() -> dict[str, Finding]:
    """Rule → a finding of it: about a broken file, or else about a text that is read as a report."""
    found: dict[str, Finding] = {}
    for finding in (*_about_files(), *_about_texts()):
        if len(finding.message("zh")) < 100:
            found.setdefault(finding.rule, finding)
    return found


def _about_files() -> Iterator[Finding]:
    files = {name: (file, content, BESIDE.get(name)) for name, (file, content) in BROKEN.items()}
    files |= {f"slip: {name}": ("a.yaml", text, None) for name, (text, _, _) in SLIPS.items()}
    with tempfile.TemporaryDirectory() as name:
        for number, (file, content, beside) in enumerate(files.values()):
            folder = Path(name) / str(number)
            folder.mkdir()
            if beside:
                (folder / beside[0]).write_text(beside[1], encoding="utf-8")
            (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
            try:
                WorkReport.load(folder / file)
            except DataFileError as error:
                yield from (finding for finding in error.findings if name not in finding.found + finding.expected)


def _about_texts() -> Iterator[Finding]:
    for path in sorted(LAYOUTS.glob("*.txt")):
        yield from parse_report(path.read_text(encoding="utf-8").partition("=== 读作 ===")[0]).notes


def rules_page() -> str:
    """The page of rules."""
    found = examples()
    return NEWLINE.join([RULES_HEAD, *(line for table in tables() for line in _section(table, found))])


def _section(table: Table, found: dict[str, Finding]) -> Iterator[str]:
    yield f"## {table.about}{NEWLINE}"
    for name, row in table.rows.items():
        clause = f", {row.clause} {row.strength}".rstrip() if row.clause else ""
        yield f"**`{name}`** ({row.severity}{clause})  "
        yield _line(row.en, row.en_remedy, "; ") + "  "
        yield _line(row.zh, row.zh_remedy, "；") + ("  " if name in found else NEWLINE)
        if name in found:
            yield f"e.g. {_plain(found[name].message('zh'))}{NEWLINE}"


def _line(statement: str, remedy: str, between: str) -> str:
    text = SLOT.sub(r"‹\1›", statement + (between + remedy if remedy else ""))
    return _plain(text.replace("{{", "{").replace("}}", "}"))


def _plain(text: str) -> str:
    """A sentence as Markdown prints it."""
    return re.sub(r"([\\*_<>|#])", r"\\\1", text)


# --- the public names -------------------------------------------------------------------------


def api_page() -> str:
    """The page of the public names."""
    return NEWLINE.join([API_HEAD, *_entries(renmin_docs, set()), *_entries(figures, set(renmin_docs.__all__))])


def _entries(module: ModuleType, described: Collection[str]) -> Iterator[str]:
    """The public names of a module: functions, then models and other classes, then errors."""

    def kind(name: str) -> tuple[int, str]:
        value = getattr(module, name)
        is_error = isinstance(value, type) and issubclass(value, Exception)
        return int(isinstance(value, type)) + is_error, name

    for name in sorted((name for name in module.__all__ if name != "__version__" and name not in described), key=kind):
        yield from _entry(name, getattr(module, name))


def _entry(name: str, value: Any) -> Iterator[str]:
    yield f"## {name}{NEWLINE}"
    if not callable(value) or get_origin(value):
        yield f"`{value if isinstance(value, str) else _type(value)}`{NEWLINE}"
        return
    if not isinstance(value, type):
        yield f"```python\n{name}{_signature(value)}\n```{NEWLINE}"
    yield _text(value)
    if isinstance(value, type) and issubclass(value, BaseModel):
        yield "| field | type | default | |\n|---|---|---|---|"
        fields = {key: " ".join(text.split()).replace("|", "\\|") for key, text in descriptions(value).items()}
        for key, field in value.model_fields.items():
            yield f"| `{key}` | {_type(field.annotation)} | {_default(field)} | {fields.get(key, '')} |"
        yield ""
    for key, member in _members(value):
        if isinstance(member, property):
            yield f"**`{name}.{key}`**: {inspect.getdoc(member)}{NEWLINE}"
        else:
            yield f"### {name}.{key}{NEWLINE}\n```python\n{key}{_signature(member)}\n```{NEWLINE}"
            yield _text(member)


def _type(annotation: Any) -> str:
    """A field's type as the finished model holds it, without its validators."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arguments[0])
    if origin is Literal:
        return ", ".join(f"`{argument!r}`" for argument in arguments)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(map(_type, arguments)))
    if origin is tuple:
        return f"tuple of ({_type(arguments[0])})" if " " in _type(arguments[0]) else f"tuple of {_type(arguments[0])}"
    if origin is dict:
        return f"dict of {_type(arguments[0])} → {_type(arguments[1])}"
    return "None" if annotation is NoneType else annotation.__name__


def _default(field: FieldInfo) -> str:
    """A field's default as Python writes it; a model's is the model without arguments."""
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    return f"`{type(value).__name__}()`" if isinstance(value, BaseModel) else f"`{value!r}`"


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    """What a class of ours defines itself or takes from a base of ours: methods and properties with a docstring.

    What it takes from a public base stands at that one.
    """
    if not isinstance(value, type):
        return
    ours = (base for base in value.__mro__ if base.__module__.startswith("renmin_docs.") and base.__module__ != BASE)
    bases = [base for base in ours if base is value or not hasattr(figures, base.__name__)]
    for key in dict.fromkeys(key for base in bases for key in vars(base)):
        member = inspect.getattr_static(value, key)
        function = getattr(member, "__func__", member)
        is_ours = isinstance(member, property) or inspect.isfunction(function)
        if is_ours and not key.startswith(("_", "model_")) and inspect.getdoc(function):
            yield key, member if isinstance(member, property) else function


def _signature(function: Any) -> str:
    """Parameters and result, one to a line where they are long."""
    signature = inspect.signature(function)
    whole = _unquoted(str(signature))
    if len(whole) < LONGEST:
        return whole
    parameters = []
    for parameter in signature.parameters.values():
        if parameter.kind == parameter.KEYWORD_ONLY and "*" not in parameters:
            parameters.append("*")
        parameters.append(_unquoted(str(parameter)))
    return "(\n" + "".join(f"    {each},\n" for each in parameters) + ")" + whole[whole.rindex(" -> ") :]


def _unquoted(text: str) -> str:
    """A signature whose annotations, which the modules hold as texts, stand without quotation marks."""
    return re.sub("(: |-> )'([^']*)'", r"\1\2", text)


def _text(value: Any) -> str:
    """A docstring as Markdown: headings of sections in bold, their rows as a list, examples as code."""
    lines: list[str] = []
    is_code = False
    for line in (
        written_docstring(value) if isinstance(value, ShownModel) else inspect.getdoc(value) or ""
    ).splitlines():
        if line.startswith(">>>") != is_code and (line.startswith(">>>") or not line):
            is_code = not is_code
            lines.append("```python" if is_code else "```")
        if re.fullmatch("(Args|Attributes|Returns|Raises):", line):
            lines += [f"**{line}**", ""]
        elif re.match(r"    [*\w]", line):
            name, colon, rest = line.strip().partition(": ")
            lines.append(f"- `{name}`: {rest}" if colon else line.strip())
        else:
            lines.append(line[6:] and "  " + line[8:] if line.startswith("        ") else line)
    return NEWLINE.join([*lines, *(["```"] if is_code else [])]) + NEWLINE


PAGES = {
    "rules.md": rules_page,
    "api.md": api_page,
    "proofreading-rules.md": proofreading_page,
    "options.md": options_page,
    "all-keys.md": keys_page,
    "template-variables.md": variables_page,
    "for-programs.md": programs_page,
}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8", newline="\n")
