"""What a report needs of its template: a place for each of its parts, looked for before anything is filled."""

from __future__ import annotations

from collections.abc import Callable, Collection
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from renmin_docs.report.models import WorkReport

KIND = "kind:"
"""What a template asks for is a variable's name, or this and a kind of block."""
CONTENTS, CONTENTS_FIELD, CONTENTS_ALWAYS = "contents", "field:contents", "field:always"
"""What a template asks for that names the variable, that has a contents page, and that has one in every report."""


class Need(NamedTuple):
    """One part that not every report has.

    Attributes:
        asked: What a template with a place for it asks for.
        term: The word for it.
        tag: What would be added.
        is_in: Whether a report has it: true, or anything but an empty value.
    """

    asked: str
    term: str
    tag: str
    is_in: Callable[[WorkReport], object]


NEEDS: tuple[Need, ...] = (
    Need("title", "@title", "{{ title }}", lambda _: True),
    Need("blocks", "@blocks", "{%p for block in blocks %}", lambda _: True),
    Need("header", "@header", "{{ header.number }}", lambda report: report.header is not None),
    *(Need(key, f"@{key}", f"{{{{ {key} }}}}", attrgetter(key)) for key in (*LINES["below_title"], "addressee")),
    Need(CONTENTS_FIELD, "@contents", "@contents_field", lambda report: report.contents),
    *(Need(KIND + key, f"@{key}", f'block.kind == "{key}"', attrgetter(key)) for key in LINES["behind_signature"]),
    Need("imprint", "@imprint", "{{ imprint.printed_by }}", lambda report: report.imprint is not None),
    *(
        Need(KIND + kind, term, f'block.kind == "{kind}"', is_in)
        for kind, term, is_in in (
            ("attachment_label", "@attachments", lambda report: any(not each.is_apart for each in report.attachments)),
            ("attachment_item", "@attachments", lambda report: any(each.is_apart for each in report.attachments)),
            ("issuer", "@issuers", lambda report: len(report.signature.issuers) > 1),
            ("issuers", "@sealed", lambda report: report.signature.kind == "sealed"),
            ("position", "@stamped", lambda report: report.signature.kind == "stamped"),
        )
    ),
)


def require_places(report: WorkReport, asked: Collection[str]) -> None:
    """See that the template has a place for every part of the report.

    Raises:
        TemplateError: It has not; every part without one is named.
    """
    lacking = [need for need in NEEDS if need.asked not in asked and need.is_in(report)]
    if lacking:
        raise TemplateError(*(Finding("template_lacks", found=need.term, expected=need.tag) for need in lacking))
