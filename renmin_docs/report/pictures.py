"""A picture in a body: which file it is, and what is written under it."""

from __future__ import annotations

import posixpath
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.frozen import ABSENT
from renmin_docs.messages.shown import quote
from renmin_docs.report.fields import Line, Model, millimetres
from renmin_docs.report.text import require_name
from renmin_docs.standard.page import PAPER_HEIGHT

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes

ENDINGS = (".png", ".jpg", ".jpeg")


def _require_picture(path: str) -> str:
    """The path itself, if it names a PNG or JPEG; nothing is read."""
    ending = posixpath.splitext(require_name(path))[1].lower()
    if ending not in ENDINGS:
        raise ReportError(Finding("picture_ending", found=quote(path, 60), expected="、".join(ENDINGS)))
    return path


PicturePath: TypeAlias = Annotated[str, AfterValidator(_require_picture)]
if TYPE_CHECKING:
    Millimetres: TypeAlias = Takes[Decimal | None, Decimal | float | None]
else:
    Millimetres = millimetres(1, round(PAPER_HEIGHT.mm))  # of a landscape page


class Picture(Model):
    """A picture on a line of its own: a PNG or JPEG, fitted to the type area, with its caption below."""

    path: PicturePath
    """Path of the .png, .jpg or .jpeg; in a data file it counts from the folder of that file."""
    caption: Line = ""
    """What stands below the picture."""
    alternative_text: Line = ""
    """What the picture shows, for readers who can't see it; the caption where it is missing."""
    width: Millimetres = ABSENT
    """Width in millimetres; by default the picture's own size, no wider or higher than the type area."""

    @property
    def description(self) -> str:
        """The alternative text as it is printed: with placeholders like any text."""
        return self.alternative_text or self.caption
