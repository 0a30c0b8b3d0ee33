"""A picture as DrawingML: one run that stands in its paragraph like a character, or lies behind the text.

Source: ECMA-376-1, 20.4.2.8 (inline), 20.4.2.3 (anchor), 20.1.7.6 (xfrm), 20.2 (picture).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from renmin_docs.ooxml.names import DRAWING, PICTURE, RELATIONSHIPS, WORD_DRAWING

if TYPE_CHECKING:
    from renmin_docs.render.pictures.files import Image
    from renmin_docs.units import Length


class _Turn(NamedTuple):
    """How a stored picture is turned: mirrored left to right first, then turned clockwise by `degrees`."""

    degrees: int
    mirrored: bool = False


_TURNS: dict[int, _Turn] = {
    1: _Turn(0),
    2: _Turn(0, mirrored=True),
    3: _Turn(180),
    4: _Turn(180, mirrored=True),
    5: _Turn(270, mirrored=True),
    6: _Turn(90),
    7: _Turn(90, mirrored=True),
    8: _Turn(270),
}
"""Exif's orientation → turn. Word reads no Exif in a document's pictures: where one is put in by hand, Word
writes the turn beside it, and so do we."""
_DEGREE = 60_000


def drawing_xml(  # noqa: PLR0913 - all that DrawingML says of one
    image: Image,
    relationship_id: str,
    number: int,
    size: tuple[Length, Length],
    name: str,
    description: str,
    *,
    behind_text_at: tuple[int, int] | None = None,
) -> str:
    """A run that shows a picture.

    The prefix `w` is the surrounding part's; all others are declared here. The paragraph must not have an exact
    line pitch, or Word shows one line of the picture, unless it lies behind the text.

    Args:
        image: The picture.
        relationship_id: Of the part's relationship to the picture's part.
        number: The drawing's id, unique among the drawings of the document, from 1.
        size: Width and height as printed, see `fitted`.
        name: What Word's selection pane calls it.
        description: The alternative text.
        behind_text_at: Where its upper left corner lies behind the text, from the column's edge and the top of the
            paragraph, in EMU; by default it stands in the line.
    """
    # Both extents are those before the turn; for a quarter turn Word, from 2010, and LibreOffice swap them.
    width, height = size[::-1] if image.lies_on_a_side else size
    turn = _TURNS[image.orientation]
    named = f"name={quoteattr(name)} descr={quoteattr(description)}"
    extent = f'cx="{width}" cy="{height}"'
    kind, opening, wrap = ("inline", "", "") if behind_text_at is None else _anchored(*behind_text_at, number)
    return (
        f'<w:r><w:drawing><wp:{kind} xmlns:wp="{WORD_DRAWING}" distT="0" distB="0" distL="0" distR="0"{opening or ">"}'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}<wp:docPr id="{number}" {named}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{RELATIONSHIPS}" r:embed={quoteattr(relationship_id)}/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm{_turned(turn)}><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def _anchored(left: int, top: int, number: int) -> tuple[str, str, str]:
    """The element of a picture behind the text, what it has before its extent, and that no text flows around it."""
    attributes = f'simplePos="0" relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"'
    places = "".join(
        f'<wp:position{side} relativeFrom="{edge}"><wp:posOffset>{offset}</wp:posOffset></wp:position{side}>'
        for side, edge, offset in (("H", "column", left), ("V", "paragraph", top))
    )
    return "anchor", f' {attributes}><wp:simplePos x="0" y="0"/>{places}', "<wp:wrapNone/>"


def _turned(turn: _Turn) -> str:
    degrees = f' rot="{turn.degrees * _DEGREE}"' if turn.degrees else ""
    return degrees + (' flipH="1"' if turn.mirrored else "")
