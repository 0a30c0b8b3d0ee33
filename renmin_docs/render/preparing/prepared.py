"""What rendering needs of a template: plain data, so that it can be kept and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from renmin_docs.errors import Finding
    from renmin_docs.render.package import Entry
    from renmin_docs.render.preparing.sections import Sections

NUMBERING = "word/numbering.xml"
PLACEHOLDER = "（目录：请更新域）"
"""What stands in a contents field of a prepared template, in the place of its entries."""


class ListPart(NamedTuple):
    """The numbering part of a template with the list that its headings are linked to.

    Attributes:
        xml: The part's bytes.
        num_id: The list's `w:numId`.
        first_free: The first `w:numId` that nothing uses.
    """

    xml: bytes
    num_id: int
    first_free: int


class Prepared(NamedTuple):
    """A template that was read, checked and prepared.

    Attributes:
        core: Name of the core properties part.
        sources: Part → Jinja source, the main part first.
        codes: Part → its code, marshalled, for this version of Python.
        unsettled: The filled parts that need the last step (`repair`).
        typed: Every other part as it stands in each document with typed numbers; in the order of the template.
        native: The same for native ones; None where the template has no list.
        list_part: The list of native numbers.
        no_list: Why there is none.
        asked: What its tags ask for; see `requirements`.
        main_part: Name of the document part.
        sections: The sections that a document may have; None where the template says nothing of its page.
    """

    core: str
    sources: dict[str, str]
    codes: dict[str, bytes]
    unsettled: tuple[str, ...]
    typed: dict[str, Entry]
    native: dict[str, Entry] | None
    list_part: ListPart | None
    no_list: Finding | None
    asked: frozenset[str]
    main_part: str
    sections: Sections | None
