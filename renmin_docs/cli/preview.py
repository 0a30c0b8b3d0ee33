"""The command `preview`: the pages of a document as a PDF or as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from renmin_docs.cli.targets import PATH, Output, force_option
from renmin_docs.cli.words import Words
from renmin_docs.errors import PreviewError
from renmin_docs.preview import DPI, pdf_of, pictures_of

if TYPE_CHECKING:
    from pathlib import Path

    from renmin_docs.messages import Language

_TEXTS: dict[str, tuple[str, str]] = {
    "preview": (
        "Print the pages of a document to a PDF, or to pictures, by LibreOffice.",
        "用 LibreOffice 把文档的各页生成 PDF 或图片。",
    ),
    "file_metavar": ("FILE.docx", "文档.docx"),
    "output": (
        "the .pdf to write (default: named like the document); or a .png, which gets the number of each page",
        "要写的 .pdf 文件（默认与文档同名）；写 .png 则每页一张图片，文件名带页码",
    ),
    "dpi": ("dots an inch of pictures", "图片的分辨率（每英寸点数）"),
}
_PICTURE = ".png"


def preview_command(language: Language) -> click.Command:
    """The command, its help in one language."""
    say = Words(language, _TEXTS)

    def preview(file: Path, output: Path | None, dpi: int, *, force: bool) -> None:
        target = file.with_suffix(".pdf") if output is None else output
        _preview(file, target, dpi, Output("preview", [file], force, language))

    parameters: list[click.Parameter] = [
        click.Argument(["file"], type=PATH, metavar=say("file_metavar")),
        click.Option(["-o", "--output"], type=PATH, help=say("output"), metavar="OUT.pdf|OUT.png"),
        click.Option(
            ["--dpi"], type=click.IntRange(20, 600), default=DPI, show_default=True, help=say("dpi"), metavar="DPI"
        ),
        force_option(say),
    ]
    return click.Command("preview", callback=preview, params=parameters, help=say("preview"))


def _preview(file: Path, target: Path, dpi: int, output: Output) -> None:
    from renmin_docs.ooxml.package import read_bytes

    output.require(_page(target, 1))
    try:
        files = _files(pdf_of(read_bytes(file)), target, dpi)
    except PreviewError as error:
        raise PreviewError(*error.findings, subject=str(file)) from error
    output.write({path: output.stamped(path, data) for path, data in files.items()})


def _files(pdf: bytes, target: Path, dpi: int) -> dict[Path, bytes]:
    """The PDF, or its pages."""
    if target.suffix.lower() != _PICTURE:
        return {target: pdf}
    return {_page(target, number): picture for number, picture in enumerate(pictures_of(pdf, dpi=dpi), 1)}


def _page(target: Path, number: int) -> Path:
    """The file of a page, numbered from 1: 总结-1.png and so on; a PDF has all pages."""
    is_picture = target.suffix.lower() == _PICTURE
    return target.with_name(f"{target.stem}-{number}{target.suffix}") if is_picture else target
