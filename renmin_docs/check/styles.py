"""The styles that a template needs: those of what the engine writes, and those that show it where to put indents."""

from __future__ import annotations

from collections.abc import Iterator

from renmin_docs.check.rules import checks
from renmin_docs.check.subject import TemplateSubject, place_of
from renmin_docs.errors import Finding
from renmin_docs.messages.suggestions import Nearest
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.render.preparing.body_tag import BODY
from renmin_docs.render.preparing.paragraphs import style_of, text_of
from renmin_docs.render.values.requirements import KIND
from renmin_docs.standard.elements import BY_IDENTIFIER

_WRITTEN = {"table_head": "table", "table_text": "table"}
"""Elements whose paragraphs the engine writes → the kind of block that they belong to."""
_PLACED: dict[str, tuple[str, ...]] = {
    **{kind: (KIND + kind,) for kind in ("heading_1", "heading_2", "heading_3", "heading_4")},
    **{kind: (KIND + kind, kind) for kind in ("issuer", "issue_date")},
    **{kind: (KIND + kind,) for kind in ("issuers", "position", "attachment_item")},
    **dict.fromkeys(("mark_space", "issuer_mark"), ("header",)),
    "signatory_row": ("signatory_rows",),
    "imprint_space": ("imprint",),
}
"""Elements that are found by their style → what a template asks for that has one."""


_LIKE = 0.6


@checks("style_missing", of="template")
def missing_styles(subject: TemplateSubject) -> Iterator[Finding]:
    """The styles of what the engine writes itself."""
    known = {name.lower(): name for name in subject.style_names()}
    for identifier, kind in _WRITTEN.items():
        element = BY_IDENTIFIER[identifier]
        if KIND + kind in subject.examined.asked and element.style_name.lower() not in known:
            near = Nearest(known.values(), most=1, listed=0, like=_LIKE).to(element.style_name)
            yield Finding("style_missing", place=element.term, found=element.style_name, expected=near)


@checks("style_unknown", of="template")
def unknown_styles(subject: TemplateSubject) -> Iterator[Finding]:
    """Paragraphs in styles that the template does not define."""
    if subject.styles is None:
        return
    ids = Stylesheet(subject.styles).by_id
    near = Nearest(ids, most=1, listed=0, like=_LIKE)
    for paragraph in subject.paragraphs():
        if (style := style_of(paragraph)) and style not in ids:
            yield Finding("style_unknown", place=place_of(paragraph), found=style, expected=near.to(style))


@checks("style_unplaced", of="template")
def unplaced_elements(subject: TemplateSubject) -> Iterator[Finding]:
    """Paragraphs that have lost the style by which the engine knows them."""
    used = {style_of(paragraph) for paragraph in subject.paragraphs() if text_of(paragraph) or len(paragraph)}
    for identifier, asked in _PLACED.items():
        element = BY_IDENTIFIER[identifier]
        if BODY in subject.examined.asked and any(each.startswith(KIND) for each in asked):
            continue  # the body tag has found their styles
        if not subject.examined.asked.isdisjoint(asked) and element.style_id not in used:
            yield Finding(
                "style_unplaced",
                place=element.term,
                expected=element.style_name,
                clause=element.clause,
                strength=element.strength,
            )
