"""The checks from outside that tests share: LibreOffice's PDF, and Microsoft's Open XML SDK.

Where a program is missing the test skips and says which; CI sets RENMIN_DOCS_REQUIRE_TOOLS, which turns
such a skip into a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).parent / "fonts.conf"
MM = 25.4 / 72
OFFICES = ("Office2013", "Microsoft365")


def require(program: str) -> str:
    """The path of a program; without it the test skips, or fails where skips are forbidden."""
    found = os.environ.get("RENMIN_DOCS_VALIDATOR", "") if program == "ooxml-validator" else ""
    found = found or shutil.which(program) or ""
    if not found:
        message = f"{program} is not installed"
        if os.environ.get("RENMIN_DOCS_REQUIRE_TOOLS"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@dataclass(frozen=True)
class Line:
    """Characters on one baseline; lengths in millimetres from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    fonts: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if not _is_number(line)]

    @property
    def number(self) -> Line:
        (number,) = [line for line in self.lines if _is_number(line)]
        return number


def _is_number(line: Line) -> bool:
    return line.text.startswith("—") and line.text.endswith("—") and line.text[1:-1].isdecimal()


def pdfs(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Each document as a PDF, all by one run of LibreOffice; the PDF's existence is the proof."""
    soffice = require("soffice")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    process = subprocess.Popen(
        [
            *(soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(folder)),
            *(str(folder / f"{name}.docx") for name in documents),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
    )
    try:
        process.wait(180)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    made = {name: folder / f"{name}.pdf" for name in documents}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"LibreOffice made no PDF of {missing}"
    return made


def printed(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """What LibreOffice prints of each document, page by page."""
    import pdfplumber

    pages: dict[str, list[Page]] = {}
    for name, path in pdfs(documents, folder).items():
        with pdfplumber.open(path) as pdf:
            pages[name] = [Page(page.width * MM, page.height * MM, tuple(_lines(page))) for page in pdf.pages]
    return pages


def _lines(page):
    rows: list[list[dict]] = []
    for char in sorted((c for c in page.chars if c["text"].strip()), key=lambda c: (c["bottom"], c["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - char["bottom"]) < 3:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in rows:
        row.sort(key=lambda c: c["x0"])
        yield Line(
            text="".join(c["text"] for c in row),
            left=row[0]["x0"] * MM,
            right=row[-1]["x1"] * MM,
            top=min(c["top"] for c in row) * MM,
            bottom=max(c["bottom"] for c in row) * MM,
            size=round(max(c["size"] for c in row), 1),
            fonts=tuple(dict.fromkeys(c["fontname"].split("+")[-1] for c in row)),
        )


def sdk_errors(path: Path, office: str) -> list[str]:
    """What the Open XML SDK finds wrong with a document for a version of Office."""
    validator = require("ooxml-validator")
    run = subprocess.run([validator, str(path), "--officeVersion", office], capture_output=True, text=True, check=False)
    result = json.loads(run.stdout)
    return [] if result["ok"] else [json.dumps(error, ensure_ascii=False) for error in result["errors"]]
