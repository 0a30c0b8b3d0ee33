from __future__ import annotations

import io
import os
import struct
import zlib
from contextlib import suppress
from xml.etree import ElementTree as ET

import pytest
from docx.image.image import Image as OtherReader
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageOps

from renmin_docs import ReportError, opening
from renmin_docs.ooxml.names import DRAWING, PICTURE, RELATIONSHIPS, WORD_DRAWING
from renmin_docs.render.pictures import files as pictures
from renmin_docs.render.pictures.drawing import drawing_xml
from renmin_docs.render.pictures.files import Image, fitted, media_name, read_picture
from renmin_docs.standard.page import GRID_A, TYPE_AREA_HEIGHT, TYPE_AREA_WIDTH
from renmin_docs.units import Length, Mm
from tests.effort import some
from tests.pictures import document, photograph, quarters, saved
from tests.printing import OFFICES, Printed, sdk_errors
from tests.systems import posix, short_names
from tests.templates import W, packed, parts_of
from tests.timing import SOON, cost

PNG, JPEG = saved(dpi=(150, 150)), saved(kind="JPEG", dpi=(300, 300))


@pytest.fixture
def read(tmp_path):
    def _read(data: bytes, name: str = "图.png") -> Image:
        path = tmp_path / name
        path.write_bytes(data)
        return read_picture(path)

    return _read


@pytest.fixture
def fault(read):
    def _fault(data: bytes, name: str = "图.png"):
        with pytest.raises(ReportError) as caught:
            read(data, name)
        (finding,) = caught.value.findings
        assert name in finding.message("zh")
        assert name in finding.message("en")
        return finding.rule, finding.found

    return _fault


# --- what is read -----------------------------------------------------------------------------


def test_a_png_has_its_size_at_its_own_density(read):
    image = read(PNG)
    assert image[:5] == (PNG, "png", "image/png", 80, 60)
    assert (round(image.width.mm, 2), round(image.height.mm, 2)) == (13.55, 10.16)


def test_a_jpeg_has_its_size_at_its_own_density_whatever_its_name_ends_in(read):
    image = read(JPEG, "图.png")
    assert image[:5] == (JPEG, "jpg", "image/jpeg", 80, 60)
    assert (round(image.width.mm, 2), round(image.height.mm, 2)) == (6.77, 5.08)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_kind_of_png_is_read(read, mode):
    picture = Pillow.new("I;16", (80, 60)) if mode == "I;16" else quarters(mode=mode)
    assert read(saved(picture))[3:5] == (80, 60)


@pytest.mark.parametrize(
    "options", [{"progressive": True}, {"quality": 5}, {"restart_marker_blocks": 1}, {"comment": b"\xff\xd9" * 9}]
)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_that_word_shows_is_read(read, mode, options):
    assert read(saved(quarters(mode=mode), "JPEG", **options))[3:5] == (80, 60)


EXIF_DENSITY = Pillow.Exif()
EXIF_DENSITY[0x011A], EXIF_DENSITY[0x011B], EXIF_DENSITY[0x0128] = 120.0, 120.0, 3
SAMPLES = {
    "png": PNG,
    "png_uneven": saved(dpi=(100, 200)),
    "jpeg": JPEG,
    "jpeg_wide": saved(quarters(1700, 40), "JPEG", dpi=(72, 72)),
    "jpeg_exif": JPEG[:2] + saved(kind="JPEG", exif=EXIF_DENSITY)[20:],  # without JFIF's segment
}


@pytest.mark.parametrize("name", SAMPLES)
def test_python_docx_reads_the_same_size(read, name):
    image, other = read(SAMPLES[name]), OtherReader.from_blob(SAMPLES[name])
    assert (image.px_width, image.px_height) == (other.px_width, other.px_height)
    assert image.width.mm == pytest.approx(other.width.mm, rel=0.01)
    assert image.height.mm == pytest.approx(other.height.mm, rel=0.01)


@pytest.mark.parametrize("dpi", [None, (1, 1), (0, 0), (65_000, 65_000)])
def test_without_a_density_that_can_be_meant_96_dpi_count(read, dpi):
    assert read(saved(kind="JPEG", **({"dpi": dpi} if dpi else {}))).width == Mm(80 / 96 * 25.4)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_has_the_width_that_it_is_shown_with(read, orientation):
    image = read(photograph(orientation))
    shown = ImageOps.exif_transpose(Pillow.open(io.BytesIO(image.data)))
    assert (image.px_width, image.px_height) == shown.size
    assert image.lies_on_a_side == (shown.size == (60, 80))
    assert (image.width > image.height) == (shown.width > shown.height)


def test_exif_that_can_not_be_read_counts_as_not_there(read):
    data = photograph(6)
    at = data.index(b"Exif\0\0") + 6
    for broken in (b"XX", b"II\x2a\0\xff\xff\xff\xff", b"MM\0\x2a\0\0\0\x08\xff\xff"):
        assert read(data[:at] + broken + data[at + len(broken) :]).orientation in (1, 6)
    assert read(data[:at] + b"XX" + data[at + 2 :]).orientation == 1


def test_bytes_behind_the_end_of_a_picture_do_no_harm(read):
    assert read(PNG + b"\0" * 9).px_width == read(JPEG + b"MotionPhoto").px_width == 80


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("没有.png", "picture_missing"),
        ("\0.png", "picture_missing"),
        ("文件.png/a.png", "picture_missing"),
        ("", "picture_folder"),
        pytest.param("x" * 300 + ".png", "picture_unreadable", marks=short_names),
    ],
)
def test_a_path_that_leads_to_no_picture_is_reported_with_the_reason(tmp_path, name, rule):
    (tmp_path / "文件.png").touch()
    assert refusal_of(tmp_path / name) == rule


@posix
def test_a_pipe_is_no_picture_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "管道.png")
    assert refusal_of(tmp_path / "管道.png") == "picture_unreadable"


def test_on_windows_the_path_of_a_picture_may_be_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "WINDOWS", True)
    assert refusal_of(tmp_path.joinpath(*["长" * 60] * 5, "a.png")) == "path_too_long"


def refusal_of(path):
    with pytest.raises(ReportError) as caught:
        read_picture(path)
    (finding,) = caught.value.findings
    return finding.rule


OTHERS = {
    "@gif": saved(kind="GIF"),
    "@webp": saved(kind="WEBP"),
    "@bmp": saved(kind="BMP"),
    "@tiff": saved(kind="TIFF"),
    "@avif": b"\0\0\0\x20ftypavif\0\0\0\0avifmif1",
    "@heic": b"\0\0\0\x24ftypheic\0\0\0\0mif1heic",
    "@video": b"\0\0\0\x20ftypisom\0\0\2\0",
    "@jpeg_2000": b"\0\0\0\x0cjP  \r\n\x87\n",
    "@jpeg_xl": b"\xff\x0a\xff\x07",
    "@photoshop": b"8BPS\0\1",
    "@vector": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "@pdf": b"%PDF-1.7\n",
    "@zip": packed({"word/document.xml": b"<x/>"}),
    "@ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "@web_page": b"\n<!DOCTYPE html><html><body>404</body></html>",
    "@nothing": b"",
    "@other_file": "图片".encode(),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_file_of_another_kind_is_called_by_its_name(fault, kind):
    assert fault(OTHERS[kind], "照片.jpg") == ("picture_kind", kind)


@pytest.mark.parametrize("data", [PNG, JPEG, saved(kind="JPEG", progressive=True)], ids=["png", "jpeg", "progressive"])
def test_a_picture_that_is_cut_anywhere_is_refused(fault, data):
    for length in range(8, len(data)):
        assert fault(data[:length])[0] == "picture_damaged"


def test_a_png_with_a_flipped_bit_anywhere_is_refused(fault):
    for place in range(8, len(PNG)):
        for bit in (0, 5, 7):
            flipped = bytearray(PNG)
            flipped[place] ^= 1 << bit
            assert fault(bytes(flipped))[0] == "picture_damaged"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width=1, height=1, depth=8, colour=2, *, before=b"", rest=(0, 0, 0), pixels=True) -> bytes:
    header = chunk(b"IHDR", struct.pack(">II5B", width, height, depth, colour, *rest))
    data = chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) if pixels else b""
    return b"\x89PNG\r\n\x1a\n" + before + header + data + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(width=0), "@zero_size"),
        (png(height=0), "@zero_size"),
        (png(pixels=False), "@structure"),
        (png(depth=3), "@structure"),
        (png(colour=5), "@structure"),
        (png(colour=3), "@structure"),
        (png(rest=(1, 0, 0)), "@structure"),
        (png(before=chunk(b"CgBI", b"")), "@structure"),
        (png(before=chunk(b"tEXt", b"")), "@structure"),
        (png(before=chunk(b"IHDR", b"")), "@structure"),
        (png()[:-12] + chunk(b"XXXX", b"") + chunk(b"IEND", b""), "@structure"),
    ],
)
def test_a_png_that_is_whole_and_makes_no_sense_is_refused(fault, data, reason):
    assert fault(data) == ("picture_damaged", reason)


def test_the_png_that_those_are_made_from_is_sound(read):
    assert read(png())[3:5] == (1, 1)


def with_frame(**fields) -> bytes:
    """The JPEG with another frame header."""
    at = JPEG.index(b"\xff\xc0")
    data = bytearray(JPEG)
    for place, value in (("marker", at + 1), ("depth", at + 4), ("components", at + 9)):
        if place in fields:
            data[value] = fields[place]
    for place, value in (("height", at + 5), ("width", at + 7)):
        if place in fields:
            data[value : value + 2] = struct.pack(">H", fields[place])
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "rule", "found"),
    [
        (with_frame(height=0), "picture_damaged", "@zero_size"),
        (with_frame(width=0), "picture_damaged", "@zero_size"),
        (with_frame(components=9), "picture_damaged", "@structure"),
        (with_frame(marker=0xC3), "picture_coding", "@jpeg_coding"),
        (with_frame(marker=0xC9), "picture_coding", "@jpeg_coding"),
        (with_frame(depth=12), "picture_coding", "@jpeg_coding"),
        (with_frame(marker=0xC4), "picture_damaged", "@structure"),
        (JPEG[:2] + b"\xff\xe0\0\1" + JPEG[2:], "picture_damaged", "@structure"),
        (JPEG[:2] + b"\xff\xe0\0\2\0" + JPEG[2:], "picture_damaged", "@structure"),
        (b"\xff\xd8\xff\xd9", "picture_damaged", "@structure"),
    ],
)
def test_a_jpeg_that_word_can_not_show_is_refused(fault, data, rule, found):
    assert fault(data) == (rule, found)


def test_a_huge_picture_is_refused_by_bytes_and_by_pixels(fault, read, monkeypatch):
    assert fault(with_frame(width=10_001, height=10_000))[0] == "picture_pixels"
    assert read(with_frame(width=10_000, height=10_000)).px_width == 10_000
    rule, found = fault(png() + b"\0" * pictures.MAX_BYTES)
    assert rule == "picture_bytes"
    assert found.endswith("图.png: 20.0 MB")
    monkeypatch.setattr(pictures, "MAX_BYTES", len(PNG))
    assert read(PNG).px_width == 80


@pytest.mark.parametrize(
    "filling", [JPEG[:-2] + b"\xff" * 2**24, JPEG[:20] + b"\xff" * 2**24, JPEG[:-2] + b"\xff\xd0" * 2**23]
)
def test_a_hostile_picture_is_refused_in_time(fault, filling):
    found, units = cost(lambda: fault(filling), SOON)
    assert found == ("picture_damaged", "@cut_short")
    assert units < SOON


@given(source=st.sampled_from((PNG, JPEG, photograph(6))), data=st.data())
def test_no_mutation_raises_another_error_than_ours(tmp_path_factory, source, data):
    mutated = bytearray(source)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(mutated)))
        cut = data.draw(st.integers(0, 8))
        mutated[place : place + cut] = data.draw(st.binary(max_size=8))
    path = tmp_path_factory.getbasetemp() / "mutated.jpg"
    path.write_bytes(mutated)
    with suppress(ReportError):
        image = read_picture(path)
        assert image.px_width > 0 < image.px_height
        assert min(fitted(image, TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT)) > 0


# --- the size on the page ---------------------------------------------------------------------


def an_image(width: float, height: float, orientation: int = 1) -> Image:
    return Image(b"", "png", "image/png", 1, 1, Mm(width), Mm(height), orientation)


@pytest.mark.parametrize(
    ("own", "wanted", "printed"),
    [
        ((100, 50), None, (100, 50)),
        ((312, 100), None, (156, 50)),
        ((100, 450), None, (50, 225)),
        ((1560, 2250), None, (156, 225)),
        ((100, 50), 50, (50, 25)),
        ((20, 10), 100, (100, 50)),
        ((20, 10), 297, (156, 78)),
        ((10, 100), 100, (22.5, 225)),
    ],
)
def test_a_picture_fits_the_type_area_and_keeps_its_proportions(own, wanted, printed):
    size = fitted(an_image(*own), TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT, Mm(wanted) if wanted else None)
    assert size == pytest.approx((Mm(printed[0]), Mm(printed[1])), abs=1)


@given(
    own=st.tuples(st.floats(0.01, 1e5), st.floats(0.01, 1e5)),
    room=st.tuples(st.floats(1, 300), st.floats(1, 300)),
    wanted=st.none() | st.floats(1, 297),
    orientation=st.integers(1, 8),
)
@example(own=(0.01, 1e5), room=(1, 1), wanted=None, orientation=1)
def test_no_picture_is_larger_than_its_room_or_than_it_is_wanted(own, room, wanted, orientation):
    width, height = Mm(room[0]), Mm(room[1])
    image = an_image(*own, orientation)
    across, down = fitted(image, width, height, None if wanted is None else Mm(wanted))
    assert 0 < across <= min(width, max(1, image.width if wanted is None else Mm(wanted)))
    assert 0 < down <= height


def test_the_same_picture_has_the_same_part_wherever_it_comes_from(read):
    first, second = read(PNG, "甲.png"), read(PNG, "乙.png")
    assert first == second
    assert media_name(first) == media_name(second) != media_name(read(JPEG))
    assert media_name(read(JPEG)).endswith(".jpg")


# --- the drawing ------------------------------------------------------------------------------

AWKWARD = "“一”&<b> \"c\" 'd' \t{{ e }}"


def drawing(image: Image) -> ET.Element:
    xml = drawing_xml(image, "rId9", 7, (image.width, image.height), AWKWARD, AWKWARD)
    return ET.fromstring(xml.replace("<w:r>", f"<w:r {W}>", 1))


def test_a_drawing_declares_its_own_namespaces_and_escapes_its_texts():
    root = drawing(an_image(40, 30))
    (properties,) = root.iter(f"{{{WORD_DRAWING}}}docPr")
    assert properties.attrib == {"id": "7", "name": AWKWARD, "descr": AWKWARD}
    (blip,) = root.iter(f"{{{DRAWING}}}blip")
    assert blip.attrib == {f"{{{RELATIONSHIPS}}}embed": "rId9"}
    (shown,) = root.iter(f"{{{PICTURE}}}cNvPr")
    assert shown.attrib == properties.attrib


def test_a_drawing_has_the_size_that_it_is_given():
    root = drawing(an_image(40, 30))
    for element in (*root.iter(f"{{{WORD_DRAWING}}}extent"), *root.iter(f"{{{DRAWING}}}ext")):
        assert element.attrib == {"cx": "1440000", "cy": "1080000"}
    (room,) = root.iter(f"{{{WORD_DRAWING}}}effectExtent")
    assert set(room.attrib.values()) == {"0"}


def test_a_picture_on_its_side_has_the_size_before_its_turn():
    root = drawing(an_image(30, 40, orientation=6))
    (extent,) = root.iter(f"{{{WORD_DRAWING}}}extent")
    assert extent.attrib == {"cx": "1440000", "cy": "1080000"}
    (turned,) = root.iter(f"{{{DRAWING}}}xfrm")
    assert turned.attrib == {"rot": "5400000"}


@pytest.fixture
def shown(read):
    """Pictures of all kinds as a document prints them."""
    images = [
        read(PNG),
        read(JPEG),
        read(saved(quarters(mode="CMYK"), "JPEG")),
        read(PNG),
        read(saved(quarters(mode="RGBA"))),
    ]
    images += [read(photograph(orientation)) for orientation in range(1, 9)]
    return [(image, fitted(image, TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT, Mm(24))) for image in images]


def test_a_picture_that_stands_twice_is_in_the_document_once(shown):
    parts = parts_of(document(*shown))
    assert len([name for name in parts if name.startswith("word/media/")]) == len(shown) - 1


@pytest.mark.sdk
@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing_wrong_with_pictures(tmp_path, shown, office):
    path = tmp_path / "pictures.docx"
    path.write_bytes(document(*shown, description=AWKWARD))
    assert sdk_errors(path, office) == []


@pytest.mark.printed
def test_pictures_print_in_their_size_and_colours_and_the_right_way_up(tmp_path, read):
    import pypdfium2

    images = [read(PNG), read(saved(quarters(mode="CMYK"), "JPEG", quality=95))]
    images += [read(photograph(orientation)) for orientation in some(range(1, 9))]
    documents = {
        str(number): document((image, fitted(image, TYPE_AREA_WIDTH, TYPE_AREA_HEIGHT, Mm(60))))
        for number, image in enumerate(images)
    }
    pages = Printed(documents, tmp_path)
    for number, image in enumerate(images):
        page = pypdfium2.PdfDocument(pages.pdf(str(number)))[0].render(scale=100 / 72).to_pil().convert("RGB")
        left, top, right, bottom = coloured(page)
        assert (right - left) / 100 * 25.4 == pytest.approx(60, abs=0.6)
        assert (bottom - top) / 100 * 25.4 == pytest.approx(60 * image.px_height / image.px_width, abs=0.6)
        above, below = pages[str(number)][0].body
        assert 0 <= below.top - above.bottom - (bottom - top) / 100 * 25.4 < 3
        assert (left + right) / 200 * 25.4 == pytest.approx(GRID_A.left.mm + TYPE_AREA_WIDTH.mm / 2, abs=0.5)
        wanted = ImageOps.exif_transpose(Pillow.open(io.BytesIO(image.data))).convert("RGB")
        for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
            seen = page.getpixel((round(left + x * (right - left)), round(top + y * (bottom - top))))
            meant = wanted.getpixel((round(x * wanted.width), round(y * wanted.height)))
            assert all(abs(a - b) < 60 for a, b in zip(seen, meant, strict=True)), (number, x, y, seen, meant)


def coloured(page: Pillow.Image) -> tuple[int, int, int, int]:
    """The box of all that is neither black, grey nor white."""
    saturation = page.convert("HSV").getchannel("S").point(lambda value: 255 * (value > 100))
    box = saturation.getbbox()
    assert box
    return box


def test_lengths_stay_whole_emu():
    assert all(isinstance(side, Length) for side in fitted(an_image(33.3, 77.7), Mm(10), Mm(10)))
