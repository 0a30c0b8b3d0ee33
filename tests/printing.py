"""The checks from outside that tests share: LibreOffice's PDF, and Microsoft's Open XML SDK.

Where a program is missing the test skips and says which; CI sets RENMIN_DOCS_REQUIRE_TOOLS, which turns
such a skip into a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests import standing_office
from tests.effort import some
from tests.tracing import untraced
from tests.waiting import HANG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MM = 25.4 / 72
_NAMED_BY = {"ooxml-validator": "RENMIN_DOCS_VALIDATOR", "yaml-language-server": "RENMIN_DOCS_YAML_SERVER"}
"""Program → the environment variable that names its file."""
OFFICES = some(("Office2013", "Microsoft365"))
"""Versions of Office whose schema documents are held against."""


def require(program: str) -> str:
    """The path of a program; without it the test skips, or fails where skips are forbidden."""
    found = os.environ.get(_NAMED_BY.get(program, ""), "") or shutil.which(program) or ""
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
class Rule:
    """A straight horizontal line; lengths in millimetres, `top` and `bottom` the edges of its ink."""

    left: float
    right: float
    top: float
    bottom: float
    color: tuple[float, ...]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def weight(self) -> float:
        return self.bottom - self.top

    @property
    def is_red(self) -> bool:
        return self.color == (1, 0, 0)


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    turned: str = ""
    """The text that stands on its side: the page number of a landscape page."""

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if not _is_number(line)]

    @property
    def number_text(self) -> str:
        return (self.turned if self.is_landscape else self.number.text).strip("—")

    @property
    def number(self) -> Line:
        (number,) = [line for line in self.lines if _is_number(line)]
        return number


def _is_number(line: Line) -> bool:
    return line.text.startswith("—") and line.text.endswith("—") and line.text[1:-1].isdecimal()


def save_as(ending: str, folder: Path, files: Iterable[Path]) -> None:
    """Have LibreOffice save files in another format into a folder, with the same fonts wherever it runs."""
    standing_office.save_as(require("soffice"), ending, folder, files)


def saved_by_office(data: bytes, ending: str, folder: Path) -> bytes:
    """A Word document as LibreOffice saves it under an ending."""
    given = folder / "given.docx"
    given.write_bytes(data)
    save_as(ending[1:], folder / "saved", [given])
    return (folder / "saved" / f"given{ending}").read_bytes()


def run_office(folder: Path, *words: str) -> None:
    """Run LibreOffice with a profile in a folder; all its processes end with this."""
    process = standing_office.start(require("soffice"), [standing_office.profile_in(folder), *words])
    try:
        process.wait(HANG)
    finally:
        standing_office.kill(process)


class Printed(Mapping[str, "list[Page]"]):
    """Documents' pages; LibreOffice prints one when it is asked for, so that none is printed in vain."""

    def __init__(self, documents: Mapping[str, bytes], folder: Path) -> None:
        self._documents = documents
        self._folder = folder
        self._pages: dict[str, list[Page]] = {}

    def __getitem__(self, name: str) -> list[Page]:
        if name not in self._pages:
            self._pages[name] = _pages(self.pdf(name))
        return self._pages[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def pdf(self, name: str) -> Path:
        """A document as a PDF; that it is there is the proof."""
        given, made = (self._folder / f"{name}{ending}" for ending in (".docx", ".pdf"))
        if not made.exists():
            given.write_bytes(self._documents[name])
            save_as("pdf", self._folder, [given])
            assert made.exists(), f"LibreOffice made no PDF of {name}"
        return made


def _pages(path: Path) -> list[Page]:
    import pdfplumber

    with untraced(), pdfplumber.open(path) as pdf:
        return [
            Page(page.width * MM, page.height * MM, tuple(_lines(page)), _rules(page), _turned(page))
            for page in pdf.pages
        ]


def _turned(page) -> str:
    chars = sorted((char for char in page.chars if not char["upright"]), key=lambda char: char["top"])
    return "".join(char["text"] for char in chars).replace(" ", "")


_THIN = 1.5
"""The most that a rule is high, in millimetres."""


def _rules(page):
    """The rules of a page from the top: stroked lines, and boxes that are as thin as one."""
    found = []
    for line in page.lines:
        half = line["linewidth"] / 2
        found.append((line, line["top"] - half, line["bottom"] + half, line["stroking_color"]))
    found += [(box, box["top"], box["bottom"], box["non_stroking_color"]) for box in (*page.rects, *page.curves)]
    rules: dict[Rule, None] = {}  # LibreOffice draws some twice
    for shape, top, bottom, color in sorted(found, key=lambda each: each[1]):
        if (bottom - top) * MM < _THIN < (shape["x1"] - shape["x0"]) * MM:
            ends = (round(shape[side] * MM, 3) for side in ("x0", "x1"))
            rules[Rule(*ends, round(top * MM, 3), round(bottom * MM, 3), tuple(color or ()))] = None
    return tuple(rules)


def _lines(page):
    rows: list[list[dict]] = []
    upright = (char for char in page.chars if char["upright"] and char["text"].strip())
    for char in sorted(upright, key=lambda c: (c["bottom"], c["x0"])):
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


class Band(NamedTuple):
    """Rows of a page that ink of one colour fills without a gap; lengths in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


_DPI = 200


def ink(path: Path, page: int = 0, *, red: bool = False, turn: bool = False) -> list[Band]:
    """The rows of a page that hold black ink, or red, from the top.

    Args:
        path: A PDF.
        page: Its page, from 0.
        red: Red ink in place of black.
        turn: Turn a landscape page back, its head to the left, as it is bound with the others.
    """
    import pypdfium2
    from PIL import ImageChops

    picture = pypdfium2.PdfDocument(path)[page].render(scale=_DPI / 72).to_pil().convert("RGB")
    if turn:
        picture = picture.rotate(90, expand=True)
    strong, green, _ = picture.split()
    mask = green.point(lambda value: 255 * (value < 140))
    reds = ImageChops.multiply(mask, strong.point(lambda value: 255 * (value > 140)))
    mask = reds if red else ImageChops.subtract(mask, reds)
    width, data, step = picture.width, mask.tobytes(), 25.4 / _DPI
    bands: list[list[float]] = []
    before = -2
    for number in range(picture.height):
        row = data[number * width : (number + 1) * width]
        if not any(row):
            continue
        left, right = (width - len(row.lstrip(b"\0"))) * step, len(row.rstrip(b"\0")) * step
        if number == before + 1:
            bands[-1] = [bands[-1][0], (number + 1) * step, min(left, bands[-1][2]), max(right, bands[-1][3])]
        else:
            bands.append([number * step, (number + 1) * step, left, right])
        before = number
    return [Band(*band) for band in bands]
