"""What `check` and `template check` do with their findings: print them for programs, write them as comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from renmin_docs.cli.targets import PATH, Output
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.errors import Finding

if TYPE_CHECKING:
    from renmin_docs.cli.words import Words
    from renmin_docs.proofread import Remark

_ENDING = ".docx"


def result_options(say: Words) -> tuple[click.Option, ...]:
    """The options of both commands."""
    return (
        click.Option(["--comments"], type=PATH, help=say("comments"), metavar="OUT.docx"),
        click.Option(["--author"], help=say("author"), metavar=say("author_metavar")),
        say.flag("force"),
        say.flag("json", "--json", "as_json"),
        say.flag("sarif", "--sarif", "as_sarif"),
    )


def require_one_form(*, as_json: bool, as_sarif: bool) -> None:
    """Refuse two forms for programs at once.

    Raises:
        Misuse: Both are asked for.
    """
    if as_json and as_sarif:
        raise Misuse(Finding("usage_together", found="--json", expected="--sarif"))


class Copy(NamedTuple):
    """A copy that is asked for: where it goes, None where there is to be none, who comments, how it is written."""

    target: Path | None
    author: str | None
    output: Output

    def require(self, files: Sequence[Path]) -> None:
        """Refuse a copy that can't be made, before the documents are checked.

        Raises:
            Misuse: There are several documents, or the document is no .docx.
            OutputError: It can't be written there.
        """
        if self.target is None:
            return
        if len(files) > 1:
            raise Misuse(Finding("comments_one_file", found=str(len(files))))
        if files[0].suffix.lower() != _ENDING:
            raise Misuse(Finding("comments_need_docx", found=files[0].name))
        self.output.require(self.target)

    def write(self, file: Path, remarks: Sequence[Remark]) -> None:
        """Write it, and say so.

        Raises:
            OutputError: It can't be written there.
        """
        if self.target is None:
            return
        from renmin_docs.check.comments import comment_document
        from renmin_docs.check.comments.document import AUTHOR

        data = comment_document(file, remarks, author=self.author or AUTHOR, language=self.output.language)
        self.output.write({self.target: self.output.stamped(self.target, data)})
