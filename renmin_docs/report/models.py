"""The report and the office that makes it: frozen, extra keys refused, pure data.

What is printed, and how, is the business of `render`; what one part says of another, of `consistency`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import attrgetter
from os import PathLike
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, TypeAlias, cast

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from renmin_docs.errors import Finding, ReportError
from renmin_docs.figures import AnyFigure, Figure
from renmin_docs.frozen import ABSENT, NOTHING, Deriving
from renmin_docs.numerals import MARKS
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.fields import (
    FigureName,
    Ladder,
    Line,
    Model,
    Name,
    Names,
    Numbering,
    OptionalDay,
    Paragraphs,
    Text,
    Year,
)
from renmin_docs.report.header import Header  # pydantic reads it at run time
from renmin_docs.report.headings import DEFAULT_TITLE, Headings, TitlePattern, from_pattern
from renmin_docs.report.names import names_of
from renmin_docs.report.offices import issuer_of
from renmin_docs.report.own_fields import Fields  # pydantic reads it at run time
from renmin_docs.report.page import PageProfile
from renmin_docs.report.periods import require_period
from renmin_docs.report.sections import Attachments, Chapter, Chapters, Point
from renmin_docs.report.structure import all_chapters, structure_findings
from renmin_docs.report.text import require_name
from renmin_docs.vocabulary import Spelling

if TYPE_CHECKING:
    from pydantic.config import JsonDict

    from renmin_docs.check.documents import Remark
    from renmin_docs.frozen import Takes
    from renmin_docs.intake.datafiles.data_file import DataFile
    from renmin_docs.render.template import Template
    from renmin_docs.report.index import IndexEntry

__all__ = ["Chapter", "Organization", "Point", "WorkReport"]


if TYPE_CHECKING:
    Figures: TypeAlias = Takes[dict[str, Figure], Mapping[str, object]]
else:
    Figures = dict[FigureName, AnyFigure]


def _with_file_keys(schema: JsonDict) -> None:
    from renmin_docs.report.file_keys import with_file_keys  # models of their own, which few files need

    with_file_keys(schema)


Issuer: TypeAlias = Annotated[str, AfterValidator(lambda name: require_name(name) if name else name)]


class Organization(Model, Deriving):
    """The office that reports."""

    DERIVED = frozenset({"issuer"})

    name: Name
    """The name as it stands in the title, e.g. 人民街道."""
    issuer: Issuer = ""
    """The name as it signs; by default as offices of its kind do, e.g. 人民街道办事处, 青山镇人民政府, 区教育局."""

    @model_validator(mode="after")
    def _signs(self) -> Self:
        self._derive(issuer=issuer_of(self.name))
        return self


_has_given_heading = attrgetter("has_given_heading")


class WorkReport(Model, Deriving):
    """A sub-district's work report (工作总结): what was achieved, what is difficult, what is planned."""

    model_config = ConfigDict(json_schema_extra=_with_file_keys)
    DERIVED = frozenset({"period", "title"})

    KINDS: ClassVar[tuple[Literal["achievements", "difficulties", "plans"], ...]] = (
        "achievements",
        "difficulties",
        "plans",
    )

    organization: Organization
    """Who reports."""
    year: Year
    """The year reported on, in four digits."""
    period: Line = ""
    """The period: `2022年` (the default), `2022年上半年`, `2022年第一季度`, `2022年5月`."""
    title_pattern: TitlePattern = DEFAULT_TITLE
    """The pattern of the default title: `{name}`, `{period}` and `{next_period}` stand for what is the report's."""
    title: Text = ""
    """The title; by default made from name and period. A newline in it is a line break."""
    subtitle: Text = ""
    """副题: lines below the title, such as the date and the occasion of a speech, and who gives it."""
    header: Header | None = None
    """版头, for a report that is sent as an official document."""
    addressee: Names = NOTHING
    """主送机关: one organ or several."""
    introduction: Paragraphs = NOTHING
    """Paragraphs before the first chapter."""
    figures: Figures = Field(default_factory=cast("Any", dict))
    """Figures by name; texts mention them as `{name}` or `{name:style}`."""
    fields: Fields = Field(default_factory=dict)
    """What the office names itself: texts, lists of texts or records, and fields below fields. A template prints them
    as `{{ fields.name }}`, and texts mention those that are texts as `{name}`."""
    headings: Headings = Headings()
    """The patterns of the three kinds' default headings."""
    achievements: Chapters
    """What was achieved: one chapter or several; an empty list in a report of difficulties or plans alone."""
    difficulties: Chapters = NOTHING
    """What is difficult."""
    plans: Chapters = NOTHING
    """What is planned."""
    others: Chapters = NOTHING
    """Chapters of another kind, each with `after`."""
    conclusion: Paragraphs = NOTHING
    """Paragraphs after the last chapter."""
    issue_date: OptionalDay = ABSENT
    """成文日期; with it the report is signed. `（待填写）` stands for one that is still to be written."""
    signature: Signature = Signature()
    """How it is signed above the date; by default by its issuer, without a seal."""
    note: Line = ""
    """附注: what the reader must know besides, printed in round brackets."""
    attachments: Attachments = NOTHING
    """附件: named below the text, printed behind the signature; those without a body are bound elsewhere."""
    imprint: Imprint | None = None
    """版记: copies, printer and print date at the foot of the last page."""
    contents: bool = False
    """目录: a contents page before the first page; Word fills in the numbers of the pages."""
    page: PageProfile = PageProfile()
    """The page: its grid, its fonts, the place of the page number."""
    marks: Ladder = cast("Any", MARKS)
    """The ladder of marks, from the chapters' down."""
    template: Name | None = None
    """The template it is saved with: one of the library's by its name, or the path of one's own; in a data file the
    path counts from the folder of that file."""
    numbering: Numbering = "typed"
    """Heading numbers as text, or as Word's multilevel list (`native`)."""

    @field_validator("period")
    @classmethod
    def _period(cls, period: str, info: ValidationInfo) -> str:
        return require_period(period, info.data["year"]) if period and "year" in info.data else period

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        self._derive(period=f"{self.year}年")
        bare = [kind for kind in (*self.KINDS, "others") if not all(map(_has_given_heading, getattr(self, kind)))]
        words = names_of(self) if bare or not self.title else {}
        if not self.title:
            self._derive(title=from_pattern(self.title_pattern, words))
        for kind in bare:
            self.__dict__[kind] = self._headed(kind, words)
        if findings := structure_findings(self):
            raise ReportError(*findings)
        return self

    def _headed(self, kind: str, words: dict[str, str]) -> tuple[Chapter, ...]:
        """The chapters of a kind, each that brings no heading under the one that its kind has for a single chapter."""
        chapters: tuple[Chapter, ...] = getattr(self, kind)
        pattern = getattr(self.headings, kind) if kind in self.KINDS and len(chapters) == 1 else ""
        return tuple(chapter.headed(from_pattern(pattern, words)) for chapter in chapters)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters in printed order."""
        return tuple(chapter for _, chapter in self.placed_chapters())

    def placed_chapters(self) -> list[tuple[str, Chapter]]:
        """All chapters in printed order, each behind its key path (`plans`, `others[1]`)."""
        placed = [*all_chapters(self)]
        if not self.others:
            return placed
        parts = ("introduction", *self.KINDS)
        return sorted(placed, key=lambda each: parts.index(each[1].after or each[0].partition("[")[0]))

    # The methods below call upper rooms, for the reader's convenience; nothing else here does.

    def check(self) -> list[Finding]:
        """What one part of the report says against another: findings, errors first.

        It looks at the data alone. Building a report does not run it; `save` and `to_bytes` do, and
        refuse a report with errors.
        """
        from renmin_docs.report.consistency import check

        return check(self)

    def proofread(self, *, select: Collection[str] = (), ignore: Collection[str] = ()) -> list[Remark]:
        """What the rules on text find in the report as it is printed, in the order of the text, each at its key path.

        It is never run by `save` and `to_bytes`.

        Args:
            select: The only rules to apply, by their identifiers or the letters of groups.
            ignore: The rules to leave out.

        Raises:
            LookupError: A text mentions an unknown figure; `check()` says which.
            FigureError: A text asks for a style that its figure does not have.
            RuleError: A rule is not known.
        """
        from renmin_docs.check.documents import proofread_report

        return proofread_report(self, select, ignore)

    def figure_index(self) -> list[IndexEntry]:
        """Every number that the finished report shows, and each place it stands: the sheet for proofreading."""
        from renmin_docs.report.index import figure_index

        return figure_index(self)

    def next_year(self) -> WorkReport:
        """The skeleton of the report on the year after: it can be printed, and is to be filled in.

        Plans become achievements, difficulties questions, and figures have their value as the previous one, too.
        """
        from renmin_docs.report.years.next_year import next_year

        return next_year(self).report

    @classmethod
    def load(cls, path: str | PathLike[str], profile: str | PathLike[str] | None = None) -> WorkReport:
        """The report in a YAML, JSON or TOML file, by its ending.

        Args:
            path: The file.
            profile: The profile that is laid under it, in place of the one that the file names.

        Raises:
            DataFileError: With every fault of the file: line, key path, what was found, what would be right.
        """
        return _data_file(path).load(profile)

    def dump(self, path: str | PathLike[str], *, keys: Spelling = "en") -> None:
        """Write the data file that `load` reads as the same report; what stands there is replaced.

        Args:
            path: A .yaml, .yml or .json; paths of pictures in it count from its folder.
            keys: The spelling of keys and of words for values in YAML; JSON has English ones.

        Raises:
            OutputError: The ending is another one, or the file can't be written.
        """
        _data_file(path).dump(self, keys)

    def to_bytes(
        self, *, template: str | PathLike[str] | Template | None = None, numbering: Numbering | None = None
    ) -> bytes:
        """The finished document, as the bytes of a .docx.

        Args:
            template: A template of the library by name, the path of one's own, or an opened `Template`. By default
                the report's own `template`; else `red_head` for a report with a header or an imprint, else
                `work_report`.
            numbering: `typed` writes the heading numbers as text, `native` as Word's multilevel list; by default
                the report's own `numbering`.

        Raises:
            ReportError: `check()` has errors; all of them. Or a part has no room on the page, or a picture can't be
                used.
            TemplateError: The template can't be found, compiled or filled.
        """
        from renmin_docs.render.one_document import render

        return render(self, template=template, numbering=numbering)

    def save(
        self,
        path: str | PathLike[str],
        *,
        template: str | PathLike[str] | Template | None = None,
        numbering: Numbering | None = None,
    ) -> None:
        """Write the finished document, as `open(path, "wb")` would, but whole or not at all.

        What stands there is replaced, also if it was changed since (the command line asks for `--force` then);
        a link is followed, another name of the same file keeps the old content. Arguments and errors are those of
        `to_bytes`.

        Raises:
            OutputError: The file can't be written; what stood there before is untouched.
        """
        from renmin_docs.writing import require_docx, write_file

        require_docx(path)
        write_file(path, self.to_bytes(template=template, numbering=numbering))


def _data_file(path: str | PathLike[str]) -> DataFile:
    from renmin_docs.intake.datafiles.data_file import DataFile

    return DataFile(path)
