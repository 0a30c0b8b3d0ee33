"""Where each setting of a report comes from: its own file, its profile, the command line, or the library's defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.messages import Language
from renmin_docs.messages.terms import SETTINGS, SOURCES
from renmin_docs.render.one_document import template_for
from renmin_docs.report.file_keys import CheckSettings, CheckWord
from renmin_docs.report.validation.key_paths import KeyPath, show_path
from renmin_docs.sheets.rows import aligned
from renmin_docs.vocabulary import CHECK, MAPPINGS, PROFILE, Spelling, below, spelled, words_for

if TYPE_CHECKING:
    from renmin_docs.intake.datafiles.source import DataSource
    from renmin_docs.report.models import WorkReport


_PROFILE = "Profile"


class Setting(NamedTuple):
    """One setting.

    Attributes:
        path: Its key path.
        value: What it is set to, as text; several things behind commas.
        source: Where it comes from: `report`, `profile`, `command_line` or `default`.
        file: The file that says it; empty where none does.
        line: The line of the file, where the format has lines.
    """

    path: KeyPath
    value: str
    source: str
    file: str = ""
    line: int | None = None


def settings_of(report: WorkReport, source: DataSource, given: Mapping[str, object]) -> list[Setting]:
    """Every setting that a profile may hold, as it stands for a report.

    Args:
        report: The report.
        source: What it was made of.
        given: What the command line says: `template`, `numbering`, `profile`; None for what it leaves open.
    """
    settings = [_profile(source, given)] if source.beneath else []
    for path, value in _values(report, source.check or CheckSettings()):
        stated = given.get(str(path[0]))
        settings.append(_placed(path, value, source) if stated is None else Setting(path, str(stated), "command_line"))
    return settings


def _profile(source: DataSource, given: Mapping[str, object]) -> Setting:
    named = Setting((PROFILE,), source.beneath.subject if source.beneath else "", "command_line")
    if given.get(PROFILE) is not None:
        return named
    return named._replace(source="report", file=source.subject, line=source.line_of((PROFILE,)))


def _values(report: WorkReport, check: CheckSettings) -> Iterator[tuple[KeyPath, str]]:
    """The settings of a report behind their key paths."""
    for path in _paths():
        value: Any = check if path[0] == CHECK else report
        for part in path[1:] if path[0] == CHECK else path:
            value = getattr(value, part, None)
        if path == ("template",):
            value = template_for(report)
        if value is not None:
            yield path, _text(value)


def _paths() -> Iterator[tuple[str, ...]]:
    """The key path of every setting; a title stands for its pattern."""
    for key, row in MAPPINGS[_PROFILE].items():
        yield from ((key, part) for shape in row.of for part in MAPPINGS[shape])
        if not row.of:
            yield ("title" if key == "title_pattern" else key,)


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return " / ".join(each.wrong if isinstance(each, CheckWord) else each for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _placed(path: KeyPath, value: str, source: DataSource) -> Setting:
    """The setting with the place that says it; a title that no file gives is made from its pattern."""
    said = path
    if path == ("title",) and not source.has(path):
        said = ("title_pattern",)
    holder = source.holder(said)
    if not holder.has(said):
        return Setting(path, value, "default")
    word = "report" if holder is source else "profile"
    return Setting(path, value, word, holder.subject, holder.line_of(said))


def as_data(settings: list[Setting]) -> list[dict[str, Any]]:
    """The settings as plain data, for JSON."""
    return [
        {
            "key": show_path(setting.path),
            "value": setting.value,
            "source": setting.source,
            "file": setting.file or None,
            "line": setting.line,
        }
        for setting in settings
    ]


def as_lines(settings: list[Setting], language: Language, keys: Spelling) -> list[str]:
    """The settings as lines for a terminal, in columns; keys and values in the spelling of the report."""
    heads = tuple(SETTINGS[key][language == "zh"] for key in SETTINGS)
    return aligned([heads, *(_row(setting, language, keys) for setting in settings)])


def _row(setting: Setting, language: Language, keys: Spelling) -> tuple[str, str, str]:
    return _key(setting.path, keys), _value(setting, keys), _origin(setting, language)


def _key(path: KeyPath, keys: Spelling) -> str:
    if keys == "en":
        return show_path(path)
    shapes = (_PROFILE, *below(_PROFILE, str(path[0])))
    return ".".join(spelled(str(part), keys, shape) for part, shape in zip(path, shapes, strict=False))


def _value(setting: Setting, keys: Spelling) -> str:
    value = setting.value.replace("\n", " ")
    *above, key = map(str, setting.path)
    (shape,) = below(_PROFILE, above[0]) if above else (_PROFILE,)
    words = {_text(value): word for word, value in words_for(shape, key).items()}
    return words.get(value, value) if keys == "zh" else value


def _origin(setting: Setting, language: Language) -> str:
    if not setting.file:
        return SOURCES[setting.source][language == "zh"]
    name = Path(setting.file).name
    if setting.line is None:
        return name
    return f"{name} 第 {setting.line} 行" if language == "zh" else f"{name}, line {setting.line}"
