"""The profile of an office: what all its reports have in common, laid under each of them.

A profile is a part of a report's data: the report's own keys go before it, key by key, and it goes before the defaults
of the library. What belongs to one year's report, its text and its figures, has no place here.
"""

from __future__ import annotations

from renmin_docs.numerals import MARKS
from renmin_docs.report.closing import SignatureKind  # noqa: TC001 - pydantic reads it at run time
from renmin_docs.report.fields import Ladder, Line, Model, Name, Names, Numbering
from renmin_docs.report.headings import DEFAULT_TITLE, Headings, TitlePattern
from renmin_docs.report.page import PageProfile


class ProfileOrganization(Model):
    """The office that reports."""

    name: Name | None = None
    """The name as it stands in the title."""
    issuer: Name | None = None
    """The name as it signs."""


class ProfileHeader(Model):
    """版头, for those reports that have one; number and classification are the report's own."""

    issuers: Names = ()
    """发文机关标志: the organs in the mark."""
    suffix: Line = "文件"
    """The word beside the organs in the mark."""
    signatories: Names = ()
    """签发人."""
    preprinted: bool = False
    """For paper that brings mark and red rule."""


class ProfileSignature(Model):
    """How the reports are signed above their date."""

    kind: SignatureKind = "unsealed"
    """Without a seal, with a seal, or with the signatory's signature stamp."""
    issuers: Names = ()
    """The organs that sign."""
    positions: Names = ()
    """Of stamped documents: 签发人职务."""


class ProfileImprint(Model):
    """版记: who gets copies, and who printed."""

    copied_to: Names = ()
    """抄送机关."""
    printed_by: Name | None = None
    """印发机关."""
    even_page: bool = False
    """Let the document end on an even page."""


class Profile(Model):
    """What the reports of an office have in common. Every key may be left out."""

    organization: ProfileOrganization = ProfileOrganization()
    """Who reports."""
    title_pattern: TitlePattern = DEFAULT_TITLE
    """The title of reports that bring none: `{name}`, `{period}` and `{next_period}` stand for what is the report's."""
    headings: Headings = Headings()
    """The headings of chapters that bring none."""
    header: ProfileHeader | None = None
    """版头, laid under the header of those reports that have one."""
    addressee: Names = ()
    """主送机关."""
    signature: ProfileSignature = ProfileSignature()
    """How the reports are signed."""
    imprint: ProfileImprint | None = None
    """版记."""
    page: PageProfile = PageProfile()
    """The page: its grid, its fonts, the place of the page number."""
    marks: Ladder = MARKS
    """The ladder of marks."""
    template: Name | None = None
    """A template of the library by its name, or the path of one's own from the profile's folder."""
    numbering: Numbering = "typed"
    """Heading numbers as text, or as Word's list."""
