"""样章：示例用的印章图片，写明是样章，不属于任何机关。

    python examples/office/draw_seal.py 字体文件 [输出文件.png]

需要 Pillow 和一种中文字体，例如 `fc-match -f %{file} sans:lang=zh-cn` 说的那个文件。
"""

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
SIZE, SCALE = 500, 4
"""印成 42 mm 时每英寸约 300 点；先画大，再缩小，边缘才光滑。"""
RED = (200, 16, 16, 255)
AROUND, MIDDLE, BELOW = "仅供示例不作凭证", "样章", "SAMPLE"


def font(points: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(sys.argv[1], points * SCALE)


def seal() -> Image.Image:
    side = SIZE * SCALE
    made = Image.new("RGBA", (side, side), (*RED[:3], 0))
    draw = ImageDraw.Draw(made)
    draw.ellipse((0, 0, side - 1, side - 1), outline=RED, width=14 * SCALE)
    centre = side // 2
    draw.text((centre, centre), MIDDLE, fill=RED, font=font(92), anchor="mm")
    draw.text((centre, centre + 110 * SCALE), BELOW, fill=RED, font=font(52), anchor="mm")
    for number, character in enumerate(AROUND):
        angle = math.radians((number - (len(AROUND) - 1) / 2) * 24)
        _put(made, character, centre + 190 * SCALE * math.sin(angle), centre - 190 * SCALE * math.cos(angle), angle)
    return made.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


def _put(seal: Image.Image, character: str, x: float, y: float, angle: float) -> None:
    """把一个字转到圆周的方向，放在圆周上。"""
    box = 80 * SCALE
    tile = Image.new("RGBA", (box, box), (*RED[:3], 0))
    ImageDraw.Draw(tile).text((box // 2, box // 2), character, fill=RED, font=font(56), anchor="mm")
    turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
    seal.alpha_composite(turned, (round(x - box / 2), round(y - box / 2)))


def main() -> None:
    output = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "shared" / "sample_seal.png"
    seal().quantize(32, method=Image.Quantize.FASTOCTREE).save(output, optimize=True, dpi=(300, 300))
    print(f"已生成：{output.resolve()}")


if __name__ == "__main__":
    main()
