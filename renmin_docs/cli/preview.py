"""The command `preview`: the pages of a document or of a report as a PDF or as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import click

from renmin_docs.cli.codes import WRONG_USE
from renmin_docs.cli.groups import command
from renmin_docs.cli.printing import printed
from renmin_docs.cli.targets import PATH, Output, open_result
from renmin_docs.cli.words import Words
from renmin_docs.file_kinds import DATA_FILES
from renmin_docs.messages import Language
from renmin_docs.opening import read_office_file
from renmin_docs.preview import DPI, pictures_of, sheet_of

_TEXTS: dict[str, tuple[str, str]] = {
    "preview": (
        "Print the pages of a document, or of a report's data file, to a PDF, or to pictures, by LibreOffice.",
        "用 LibreOffice 把文档（或报告数据文件）的各页生成 PDF 或图片。",
    ),
    "preview_examples": (
        "preview report.docx --open\npreview report.yaml -o pages.png --sheet",
        "preview 总结.docx --open\npreview 报告.yaml -o 各页.png --sheet",
    ),
    "file_metavar": ("FILE", "文件"),
    "output": (
        "the .pdf to write (default: named like the document); or a .png, which gets the number of each page",
        "要写的 .pdf 文件（默认与文档同名）；写 .png 则每页一张图片，文件名带页码",
    ),
    "sheet": ("all pages side by side in one picture", "各页并排放在一张图片里"),
    "dpi": ("dots an inch of pictures", "图片的分辨率（每英寸点数）"),
}
_PICTURE = ".png"


class _Job(NamedTuple):
    """What `preview` was asked for."""

    file: Path
    output: Path | None
    sheet: bool
    dpi: int
    is_opened: bool
    force: bool
    language: Language

    @property
    def target(self) -> Path:
        """The file to write; of pictures, what their names begin with."""
        return self.output or self.file.with_suffix(_PICTURE if self.sheet else ".pdf")

    def page(self, number: int) -> Path:
        """The file of a page, numbered from 1: 总结-1.png and so on; a PDF has all pages."""
        target = self.target
        if self.sheet or target.suffix.lower() != _PICTURE:
            return target
        return target.with_name(f"{target.stem}-{number}{target.suffix}")


def preview_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def preview(file: Path, **options: Any) -> int:
        return _preview(_Job(file, language=language, **options))

    parameters: list[click.Parameter] = [
        click.Argument(["file"], type=PATH, metavar=say("file_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar="OUT.pdf|OUT.png"),
        say.flag("sheet"),
        click.Option(
            ["--dpi"], type=click.IntRange(20, 600), default=DPI, show_default=True, help=say("dpi"), metavar="DPI"
        ),
        say.flag("open", "--open", "is_opened"),
        say.flag("force"),
    ]
    return command("preview", preview, parameters, say)


def _preview(job: _Job) -> int:
    output = Output("preview sheet" if job.sheet else "preview", [job.file], job.force, job.language)
    output.require(job.page(1))
    document = _document(job)
    if document is None:
        return WRONG_USE
    pdf = printed(document, job.file, job.language)
    files = _files(pdf, job)
    output.write({path: output.stamped(path, data) for path, data in files.items()})
    if job.is_opened:
        open_result(next(iter(files)), job.language)
    return 0


def _document(job: _Job) -> bytes | None:
    """The .docx: the file itself, or the one that is made of a data file; None where that was refused."""
    if job.file.suffix.lower() in DATA_FILES:
        from renmin_docs.cli.render import document_at

        return document_at(job.file, job.language)
    return read_office_file(job.file)


def _files(pdf: bytes, job: _Job) -> dict[Path, bytes]:
    """The PDF, or its pages, or the sheet of them."""
    if job.sheet:
        return {job.target: sheet_of(pdf, dpi=job.dpi)}
    if job.target.suffix.lower() != _PICTURE:
        return {job.target: pdf}
    return {job.page(number): picture for number, picture in enumerate(pictures_of(pdf, dpi=job.dpi), 1)}
