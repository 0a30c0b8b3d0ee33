"""Tags that are missing, stand in parts that are not filled, or have several formats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from renmin_docs.check.leftovers import TITLE_TAG, foreign_names
from renmin_docs.check.rules import checks
from renmin_docs.check.subject import TemplateSubject, place_of
from renmin_docs.errors import Finding
from renmin_docs.messages.suggestions import alike
from renmin_docs.ooxml.names import w
from renmin_docs.render.preparing.known_names import tag_of
from renmin_docs.render.preparing.paragraphs import text_of
from renmin_docs.render.preparing.split_tags import split_tags
from renmin_docs.render.values.context import OFFICIAL_KINDS, TEXT_KINDS
from renmin_docs.render.values.requirements import KIND
from renmin_docs.vocabulary import NAMES

_REQUIRED: tuple[tuple[str, str, str], ...] = (
    ("title", "@title", "{{ title }}"),
    ("blocks", "@blocks", "{%p for block in blocks %}"),
)
"""What every report has: what a template asks for, the word for it, the tag."""
_MOST_SHOWN = 3
_QUOTED = re.compile("""(['"])(.*?)\\1""")
_TAG = re.compile(rb"\{\{\s*[A-Za-z\xe3-\xe9]|\{%\s*[a-z]")


@checks("tag_missing", of="template")
def missing_tags(subject: TemplateSubject) -> Iterator[Finding]:
    """Without title and blocks nothing of a report could be printed."""
    for asked, term, tag in _REQUIRED:
        if asked not in subject.examined.asked and not _may_be_there(subject, asked):
            yield Finding("tag_missing", found=term, expected=tag)


@checks("kind_unknown", of="template")
def unknown_kinds(subject: TemplateSubject) -> Iterator[Finding]:
    """A condition on a kind of block that no report has: its sample is never printed."""
    kinds, standing = [*TEXT_KINDS, *OFFICIAL_KINDS], _first_quotes(subject)
    for asked in sorted(subject.examined.asked):
        kind = asked.removeprefix(KIND)
        if asked.startswith(KIND) and kind not in kinds:
            near = alike(kind, kinds) or kinds
            place = place_of(standing[kind]) if kind in standing else ""
            yield Finding("kind_unknown", place=place, found=kind, expected="、".join(near))


@checks("tag_unfilled", of="template")
def unfilled_tags(subject: TemplateSubject) -> Iterator[Finding]:
    """Comments, charts, diagrams and properties are not filled."""
    for name, content in subject.parts.items():
        if name.endswith(".xml") and name not in subject.examined.filled and _TAG.search(content):
            yield Finding("tag_unfilled", place=name)


@checks("tag_formats", of="template")
def tags_of_several_formats(subject: TemplateSubject) -> Iterator[Finding]:
    """Tags whose pieces look different print in the format of the first."""
    found = [
        (paragraph, split.tag)
        for paragraph in subject.paragraphs()
        for split in split_tags(paragraph)
        if len({_format(element) for element in split.elements}) > 1
    ]
    if found:
        count = f" ×{len(found)}" if len(found) > 1 else ""
        shown = "、".join([*dict.fromkeys(tag for _, tag in found)][:_MOST_SHOWN])
        yield Finding("tag_formats", place=place_of(found[0][0]) + count, found=shown)


def _first_quotes(subject: TemplateSubject) -> dict[str, _Element]:
    """What stands in quotation marks, with the first paragraph that it stands in."""
    first: dict[str, _Element] = {}
    for paragraph in subject.paragraphs():
        for match in _QUOTED.finditer(text_of(paragraph)):
            first.setdefault(match[2], paragraph)
    return first


def _may_be_there(subject: TemplateSubject, asked: str) -> bool:
    """Whether a tag that is wrong may be the missing one; it is reported with the nearest name then."""
    return any(
        finding.rule in ("tag_unclosed", "tag_long", "template_nesting", "template_syntax")
        or (finding.rule == "template_variable" and {asked, *NAMES[asked]} & {*finding.expected.split("、")})
        or (finding.rule in ("template_outside_loop", "template_unpaired") and asked == "blocks")
        for finding in subject.examined.findings
    ) or (asked == "title" and _has_foreign_title(subject))


def _has_foreign_title(subject: TemplateSubject) -> bool:
    """Whether the title stands there as another program would have it, which is reported."""
    names = (name for paragraph in subject.paragraphs() for _, name, _ in foreign_names(text_of(paragraph)))
    return any(tag_of(name) == TITLE_TAG for name in names)


def _format(element: _Element) -> bytes:
    """The properties of a run as they are compared; languages and hints don't show."""
    run = element.getparent()
    properties = None if run is None else run.find(w("rPr"))
    if properties is None:
        return b""
    shown = (child for child in properties if child.tag not in (w("lang"), w("noProof"), w("rFonts")))
    return b"".join(sorted(etree.tostring(child, with_tail=False) for child in shown))
