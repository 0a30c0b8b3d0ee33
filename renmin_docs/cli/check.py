"""The command `check`: proofread documents, texts and data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from renmin_docs.cli.codes import FOUND, WRONG_USE
from renmin_docs.cli.commenting import Copy, require_one_form, result_options
from renmin_docs.cli.console import complain, echo, limited, print_json, say_written
from renmin_docs.cli.groups import command
from renmin_docs.cli.progress import counted
from renmin_docs.cli.remarks import lines_of, sum_of, total_of
from renmin_docs.cli.targets import PATH, Output, expanded
from renmin_docs.cli.usage_errors import Misuse
from renmin_docs.cli.words import Words
from renmin_docs.errors import Finding, RenminDocsError, RuleError
from renmin_docs.messages import Language, Severity

if TYPE_CHECKING:
    from renmin_docs.check.documents import CheckedDocument

_TEXTS: dict[str, tuple[str, str]] = {
    "check": (
        "Proofread documents: figures that agree, numbers, marks, structure, words.",
        "校对文稿：数据是否自洽，数字、标点、结构、用词是否合规。",
    ),
    "check_examples": (
        "check report.docx\ncheck report.docx --comments checked.docx",
        "check 总结.docx\ncheck 总结.docx --comments 批注.docx",
    ),
    "files_metavar": ("FILE…", "文件…"),
    "select": ("apply these rules alone: identifiers or letters of groups", "只查这些规则：编号（C1）或组（N）"),
    "ignore": ("leave these rules out", "不查这些规则"),
    "own_words": (
        "a list of the office's own words: wrong, right, level, with tabs",
        "本单位词表：误、正、级别，用制表符分开",
    ),
    "last": ("last year's report or document, to hold this one against", "上年的报告或文稿，用来对照"),
    "accept": ("a list of accepted findings, which are not shown", "接受清单，列入的意见不再提示"),
    "update": ("write what is found into that list", "把这次的意见写入接受清单"),
    "printed": (
        "measure the pages of a .docx as LibreOffice prints them, too (takes seconds)",
        "同时检查 .docx 用 LibreOffice 排出来的版面（需要几秒钟）",
    ),
    "strict": ("warnings count as errors", "把警告当作错误"),
    "all": ("show notices too", "连同提示一并列出"),
    "profile": (
        "the profile of the office (default: the one that a data file names)",
        "本单位的配置文件（默认用数据文件里写明的）",
    ),
}


class Wanted(NamedTuple):
    """What is asked for beside the rules.

    Attributes:
        words: A list of the office's own words.
        accept: A list of accepted findings.
        update_accepted: Whether what is found goes into it.
        strict: Whether warnings count as errors.
        show_all: Whether notices are shown.
        as_json, as_sarif: The form for programs, if one is asked for.
        comments: The copy in which what is found is comments.
        author: Who comments.
        force: Whether a file that a person made or changed is replaced.
    """

    words: Path | None
    accept: Path | None
    update_accepted: bool
    strict: bool
    show_all: bool
    as_json: bool
    as_sarif: bool
    comments: Path | None
    author: str | None
    force: bool

    @property
    def severities(self) -> tuple[Severity, ...]:
        """What is shown."""
        return ("error", "warning", "notice") if self.show_all else ("error", "warning")

    def require_sense(self) -> None:
        """Refuse what contradicts itself.

        Raises:
            Misuse: It does.
        """
        require_one_form(as_json=self.as_json, as_sarif=self.as_sarif)
        if self.update_accepted and self.accept is None:
            raise Misuse(Finding("usage_missing", found="--accept", expected="renmin-docs check"))


def check_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def check(files: tuple[Path, ...], **options: Any) -> int:
        wanted = Wanted(**{name: options.pop(name) for name in Wanted._fields})
        return _check(expanded(files), wanted, options, language)

    parameters: list[click.Parameter] = [
        click.Argument(["files"], type=PATH, metavar=say("files_metavar"), nargs=-1, required=True),
        click.Option(["--select"], multiple=True, help=say("select"), metavar="RULE"),
        click.Option(["--ignore"], multiple=True, help=say("ignore"), metavar="RULE"),
        click.Option(["--words"], type=PATH, help=say("own_words"), metavar="WORDS.tsv"),
        click.Option(["--last"], type=PATH, help=say("last"), metavar="LAST"),
        click.Option(["--profile"], type=PATH, help=say("profile"), metavar=say("profile_metavar")),
        say.flag("printed"),
        click.Option(["--accept"], type=PATH, help=say("accept"), metavar="ACCEPTED.txt"),
        say.flag("update", "--update-accepted"),
        say.flag("strict"),
        say.flag("all", "--all", "show_all"),
        *result_options(say),
    ]
    return command("check", check, parameters, say)


def _check(files: tuple[Path, ...], wanted: Wanted, given: dict[str, Any], language: Language) -> int:
    """Check files; `given` are the options that the rules take."""
    from renmin_docs.check.accepted import write_accepted
    from renmin_docs.check.documents import passages_of
    from renmin_docs.check.word_lists import read_words

    wanted.require_sense()
    inputs = [*files, *filter(None, (given["last"], given["profile"], wanted.words, wanted.accept))]
    copy = Copy(wanted.comments, wanted.author, Output("check", inputs, wanted.force, language))
    copy.require(files)
    before = _accepted(wanted)
    words, last = wanted.words, given["last"]
    given |= {"words": read_words(words) if words else (), "last": passages_of(last) if last else None}
    checked = [_checked(file, language, accepted=before, **given) for file in counted(files)]
    read = [each for each in checked if each is not None]
    _show(read, wanted, language)
    for each in read:
        copy.write(files[0], each.of(*wanted.severities))
    if wanted.accept is not None and wanted.update_accepted:
        write_accepted(wanted.accept, before, [remark for each in read for remark in each.of(*wanted.severities)])
        say_written(wanted.accept, language)
        read = []
    grave: tuple[Severity, ...] = ("error", "warning") if wanted.strict else ("error",)
    found = FOUND if any(each.of(*grave) for each in read) else 0
    return WRONG_USE if None in checked else found


def _checked(file: Path, language: Language, **options: Any) -> CheckedDocument | None:
    """A file that has been checked; None with a message where it can't be read."""
    from renmin_docs.check.documents import check_document

    try:
        return check_document(file, **options)
    except RuleError as error:
        raise Misuse(error.findings[0]) from error
    except RenminDocsError as error:
        shown = RenminDocsError(*limited(error.findings), subject=error.subject or str(file))
        complain(shown.message(language), "error", language)
        return None


def _accepted(wanted: Wanted) -> dict[str, str]:
    from renmin_docs.check.accepted import read_accepted

    file = wanted.accept
    return {} if file is None or (wanted.update_accepted and not file.exists()) else read_accepted(file)


def _show(read: list[CheckedDocument], wanted: Wanted, language: Language) -> None:
    from renmin_docs.check.sarif import as_data, as_sarif

    chosen = [(each, each.of(*wanted.severities)) for each in read]
    if wanted.as_sarif:
        print_json(as_sarif(chosen, language))
    elif wanted.as_json:
        print_json([as_data(each, remarks, language) for each, remarks in chosen])
    else:
        for each, remarks in chosen:
            echo("\n".join((*lines_of(each, remarks, language), sum_of(each, wanted.severities, language))))
        if len(read) > 1:
            echo(total_of(read, wanted.severities, language))
