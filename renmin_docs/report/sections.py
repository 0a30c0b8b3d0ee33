"""Chapters and points: the nested parts of a report, and what must hold within each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias, Union, get_args

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.frozen import NOTHING, Deriving
from renmin_docs.report.fields import Line, Model, Text, several, split_paragraphs
from renmin_docs.report.item_kinds import kind_of_data
from renmin_docs.report.pictures import Picture
from renmin_docs.report.tables import Table

if TYPE_CHECKING:
    from renmin_docs.frozen import Takes

Series: TypeAlias = Literal["numbered", "ordinal", "plain"]
After: TypeAlias = Literal["introduction", "achievements", "difficulties", "plans"]
Content: TypeAlias = Table | Picture
"""An item of a body that is neither text nor point; what each prints says `vocabulary.report.BODY_ITEMS`."""
_CONTENTS = get_args(Content)


def _kind_of(item: object) -> str | None:
    """Which kind of item it is; of data see `kind_of_data`."""
    if isinstance(item, str):
        return "text"
    if isinstance(item, dict):
        return kind_of_data(item)
    return next((model.__name__ for model in (Point, *_CONTENTS) if isinstance(item, model)), None)


if TYPE_CHECKING:
    Item: TypeAlias = "str | Point | Content"
    Body: TypeAlias = Takes[tuple[Item, ...], str | Sequence[Item]]
else:
    _TAGGED = [Annotated[model, Tag(model.__name__)] for model in _CONTENTS]
    _ANY = Union[Annotated[Text, Tag("text")], Annotated["Point", Tag("Point")], *_TAGGED]
    BodyItem = Annotated[_ANY, Discriminator(_kind_of)]
    Body = several(BodyItem, AfterValidator(split_paragraphs), alone=str)


class Section(Model):
    """What a chapter and a point have in common: a body, and how the points in it are marked."""

    series: Series = "numbered"
    """How the points in the body are marked: 一、（一）… by level, 一是 二是 …, or not at all."""
    inline: bool = False
    """Print consecutive points of an ordinal or plain series in one paragraph."""
    body: Body = NOTHING
    """One text, or a list of texts (paragraphs), points, tables and pictures in any order."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The points in the body."""
        return tuple(item for item in self.body if isinstance(item, Point))

    @model_validator(mode="after")
    def _inline_fits(self) -> Self:
        if not self.inline:
            return self
        if self.series == "numbered":
            raise ReportError(Finding("inline_numbered", expected="ordinal / plain"))
        findings = [
            Finding("inline_shape", place=f"body[{index}]", found="@heading_or_points", expected="@inline_point")
            for index, item in enumerate(self.body)
            if isinstance(item, Point) and not item.fits_inline
        ]
        if findings:
            raise ReportError(*findings)
        return self


class Point(Section):
    """A point: under a heading of its own, behind a run-in lead, or a bare numbered paragraph."""

    heading: Line = ""
    """A heading on a line of its own."""
    lead: Line = ""
    """A run-in heading; it gets a 。 unless it ends in a mark of its own."""

    @property
    def fits_inline(self) -> bool:
        """Whether it can stand in one paragraph with others: no heading, and a body of one text at most."""
        return not self.heading and len(self.body) <= 1 and all(isinstance(item, str) for item in self.body)

    @model_validator(mode="after")
    def _has_one_of_each(self) -> Self:
        if self.heading and self.lead:
            raise ReportError(Finding("heading_and_lead"))
        if not (self.heading or self.lead or any(self.body)):
            raise ReportError(Finding("empty_point"))
        return self


class Chapter(Section, Deriving):
    """A chapter: a heading of the first level and its body."""

    DERIVED = frozenset({"heading"})

    heading: Line = ""
    """The heading; the three kinds have defaults made from the period."""
    after: After | None = None
    """For chapters in `others`: the part of the report that they follow."""

    @property
    def has_given_heading(self) -> bool:
        """Whether the heading was given, not derived by a report."""
        return bool(self.heading) and "heading" in self.model_fields_set

    def headed(self, heading: str) -> Chapter:
        """The chapter under a derived heading; one that was given stays, one that another report derived does not."""
        if self.heading == heading or self.has_given_heading:
            return self
        made = self.replace(heading="")
        made._derive(heading=heading)  # noqa: SLF001 - its own class
        return made


class Attachment(Section):
    """附件: pages of its own behind the signature, under a label and a title; without a body bound elsewhere."""

    title: Line = Field(default="", validate_default=True)
    """The title; 附件说明 and the attachment's page print the same."""

    @property
    def is_apart(self) -> bool:
        """Whether it is named below the text alone, and bound elsewhere (7.3.7): a workbook, a map, a volume."""
        return not self.body

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not self.title.strip():
            raise ReportError(Finding("attachment_title", place="title"))
        return self


if TYPE_CHECKING:
    Chapters: TypeAlias = Takes[tuple[Chapter, ...], Chapter | Sequence[Chapter]]
    Attachments: TypeAlias = Takes[tuple[Attachment, ...], Sequence[Attachment]]
else:
    Chapters = several(Chapter)
    Attachments = tuple[Attachment, ...]
