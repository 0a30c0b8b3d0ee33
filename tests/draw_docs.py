"""The pictures of the docs, drawn from what LibreOffice prints: `python -m tests.draw_docs`, then look at them."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from renmin_docs import WorkReport
from tests.printing import Printed, require

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REPORT = ROOT / "examples" / "upward_report.yaml"

DPI = 72
SPREAD_DPI = 40
COLORS = 24
"""Of a picture in the docs: text in black and red stays sharp, and the file small."""
BORDER, BAND = 60, 44
RED, GREY, BLACK = "#c00000", "#909090", "#202020"


def pages(report: WorkReport, dpi: int) -> list[Image.Image]:
    """The printed pages of a report, in order."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = Printed({"report": report.to_bytes()}, folder).pdf("report")
        subprocess.run([require("pdftoppm"), "-r", str(dpi), "-png", str(pdf), str(folder / "page")], check=True)
        return [Image.open(path).convert("RGB") for path in sorted(folder.glob("page-*.png"))]


def framed(page: Image.Image) -> Image.Image:
    """A page with the edge of its paper."""
    ImageDraw.Draw(page).rectangle((0, 0, page.width - 1, page.height - 1), outline=GREY)
    return page


def spread(even: Image.Image, odd: Image.Image) -> Image.Image:
    """Two landscape pages as they lie in the open document, bound on the left: heads to the left of both."""
    left, right = (page.transpose(Image.Transpose.ROTATE_90) for page in (even, odd))
    made = Image.new("RGB", (2 * BORDER + left.width + right.width, 2 * BAND + left.height), "white")
    made.paste(framed(left), (BORDER, BAND))
    made.paste(framed(right), (BORDER + left.width, BAND))
    _label(made, BORDER + left.width)
    return made


def _label(made: Image.Image, fold: int) -> None:
    draw, page = ImageDraw.Draw(made), fold - BORDER
    bottom = made.height - BAND
    draw.line((fold, BAND - 8, fold, bottom + 8), fill=RED, width=3)
    for text, x, color in (("切口", BORDER, BLACK), ("订口", fold, RED), ("切口", fold + page, BLACK)):
        _write(draw, (x, BAND // 2), text, color)
    _write(draw, (BORDER + page // 2, bottom + BAND // 2), "双页：表头在切口一边", BLACK)
    _write(draw, (fold + page // 2, bottom + BAND // 2), "单页：表头在订口一边", BLACK)


def _write(draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, color: str) -> None:
    draw.text(place, text, fill=color, font=_font(), anchor="mm")


def _font() -> ImageFont.FreeTypeFont:
    found = subprocess.run(
        [require("fc-match"), "-f", "%{file}", "sans:lang=zh-cn"], capture_output=True, text=True, check=True
    )
    return ImageFont.truetype(found.stdout, 17)


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture of the docs with few colours."""
    picture.quantize(COLORS).save(DOCS / name, optimize=True)


GALLERY = {
    "renmin_2022": (ROOT / "examples" / "renmin_2022.yaml", (0, 1, 4)),
    "upward_report": (REPORT, (0, 2, 3, 4)),
    "dongqiao": (ROOT / "examples" / "office" / "dongqiao.yaml", (0, 1, 2, 3, 4)),
    "qinghe": (ROOT / "examples" / "district" / "qinghe.yaml", (0,)),
}
"""Example → its data file, and the pages that the gallery shows."""


def draw_gallery() -> None:
    """The pages of the examples, each at the size that is read on a screen."""
    (DOCS / "gallery").mkdir(exist_ok=True)
    for name, (path, shown) in GALLERY.items():
        printed = pages(WorkReport.load(path), DPI)
        for number in shown:
            keep(framed(printed[number]), f"gallery/{name}-{number + 1}.png")


def main() -> None:
    draw_gallery()
    report = WorkReport.load(REPORT)
    table = report.attachments[0]
    again = table.model_copy(update={"title": "2022年主要指标分月情况表（续）"})
    turned = pages(report.model_copy(update={"attachments": (table, again)}), SPREAD_DPI)
    keep(spread(turned[3], turned[4]), "landscape_bound.png")


if __name__ == "__main__":
    main()
