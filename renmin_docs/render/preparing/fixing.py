"""A copy of a template with the slips put right that leave no doubt what is meant; all else is as it was."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.ooxml.package import parse_package
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.package import package_of
from renmin_docs.render.preparing.opening import require_size
from renmin_docs.render.preparing.paragraphs import FILLED, with_texts
from renmin_docs.render.preparing.spelling import respell
from renmin_docs.render.preparing.split_tags import pieces_of, replace_span
from renmin_docs.render.preparing.tag_rules import better_tags, no_blocks


class Change(NamedTuple):
    """A tag that was put right: as it stood there, and as it stands now."""

    found: str
    expected: str


class Fixed(NamedTuple):
    """A template that was put right.

    Attributes:
        data: The bytes of the .docx; those that were given where nothing was changed.
        changes: What was changed, in the order of the text.
    """

    data: bytes
    changes: tuple[Change, ...]


def fix_template(data: bytes) -> Fixed:
    """Put the tags of a template right.

    Raises:
        PackageError: It can't be opened, is too large, or a part of it is damaged.
    """
    package = parse_package(data)
    names = [package.main_part, *related(package.parts, package.main_part, FILLED)]
    require_size([package.parts[name] for name in names])
    parts, changes = dict(package.parts), []
    for name in dict.fromkeys(names):
        root = parse_xml(parts[name], part=name)
        if made := [*_changes(root)]:
            parts[name] = to_part(root)
            changes += made
    if not changes:
        return Fixed(data, ())
    return Fixed(package_of(parts), tuple(changes))


def _changes(root: _Element) -> list[Change]:
    made = [Change(each.found, each.slip.expected) for each in respell(root, silent=True)]
    others = no_blocks(root)
    for paragraph, text in with_texts(root):
        better = [*better_tags(paragraph, text, others)] if "{" in text else []
        pieces = pieces_of(paragraph) if better else []
        spelled = "".join(piece.text for piece in pieces)
        for found, expected in reversed(better):
            if (at := spelled.rfind(found)) >= 0:
                replace_span(pieces, at, at + len(found), expected)
                spelled = spelled[:at]
                made.append(Change(found, expected))
    return made
