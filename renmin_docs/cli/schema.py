"""The command `schema`: what data files may say, as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renmin_docs.cli.console import print_json
from renmin_docs.cli.groups import command
from renmin_docs.cli.words import Words
from renmin_docs.messages import Language

if TYPE_CHECKING:
    import click


_TEXTS: dict[str, tuple[str, str]] = {
    "schema": ("Print the JSON Schema of data files.", "输出数据文件的 JSON Schema。"),
    "schema_examples": ("schema\nschema > report.schema.json", "schema\nschema > 报告.schema.json"),
    "of_profile": ("the schema of profiles instead", "改为配置文件的 JSON Schema"),
}


def schema_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)
    flag = say.flag("of_profile", "--profile", "of_profile")
    return command("schema", _schema, [flag], say)


def _schema(*, of_profile: bool) -> None:
    from renmin_docs.report.models import WorkReport
    from renmin_docs.report.profile import Profile

    print_json((Profile if of_profile else WorkReport).model_json_schema())
