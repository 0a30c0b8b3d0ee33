"""A copy of a document in which remarks are comments; all that is not theirs is as it was."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.check.comments.anchors import Range, anchor
from renmin_docs.check.comments.part import CommentsPart
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.errors import DataFileError, Finding, about
from renmin_docs.intake.documents.opening import open_package
from renmin_docs.messages import Language, basis, rules
from renmin_docs.ooxml.content import Run
from renmin_docs.ooxml.names import DOCUMENT_TYPE, w
from renmin_docs.ooxml.relationships import related, relationships_name
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.proofread import Remark
from renmin_docs.render.extra_parts import NO_RELATIONSHIPS, TYPES, with_relationships, with_types
from renmin_docs.render.package import package_of

AUTHOR = "renmin-docs"
_ENDING = ".docx"
_KIND = "comments"
_MARKS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_REFERENCE = "annotation reference"
"""The name of the style of references to comments."""
_BOX = w("txbxContent")


def comment_document(
    path: str | PathLike[str], remarks: Sequence[Remark], *, author: str = AUTHOR, language: Language = "zh"
) -> bytes:
    """A copy of a .docx in which each remark is a comment at its words, the bytes of a .docx.

    A remark on no words is a comment on its paragraph, one on the whole document on the first paragraph. Comments and
    tracked changes that are there stay. The same remarks make the same bytes.

    Args:
        path: The document that was checked.
        remarks: What `check_document` found in it.
        author: Who comments.
        language: The language of the comments.

    Raises:
        DataFileError: It is no .docx, or can't be read.
    """
    file = Path(path)
    if file.suffix.lower() != _ENDING:
        raise DataFileError(Finding("comments_need_docx", found=file.name), subject=str(path))
    with about(path, DataFileError):
        document = open_package(file, FinishedDocument)
    return package_of({**document.parts, **_Commented(document).parts(remarks, author, language)})


class _Place(NamedTuple):
    """Where a comment goes: a paragraph, what is read of it, and the characters; all of it where `end` is 0."""

    paragraph: _Element
    runs: Sequence[Run] = ()
    start: int = 0
    end: int = 0


class _Commented:
    """Puts comments into a document that was read."""

    def __init__(self, document: FinishedDocument) -> None:
        self._document = document
        names = related(document.parts, document.main_part, (_KIND,))
        self._name = names[0] if names else ""
        root = parse_xml(document.parts[self._name], part=self._name) if names else None
        self._comments = CommentsPart(root, (each.get(w("id"), "") for each in document.main.iter(*_MARKS)))
        styles = document.document.styles.names
        self._style = next((style_id for style_id, name in styles.items() if name == _REFERENCE), "")

    def parts(self, remarks: Sequence[Remark], author: str, language: Language) -> dict[str, bytes]:
        """The parts that differ."""
        ranges: dict[_Element, list[Range]] = {}
        runs: dict[_Element, Sequence[Run]] = {}
        for remark in remarks:
            place = self._place(remark)
            if place is not None:
                comment_id = self._comments.add(author, [*_texts(remark, language)])
                ranges.setdefault(place.paragraph, []).append(Range(comment_id, place.start, place.end))
                runs[place.paragraph] = runs.get(place.paragraph) or place.runs
        for paragraph, each in ranges.items():
            anchor(paragraph, runs[paragraph], each, self._style)
        main = {self._document.main_part: to_part(self._document.main)} if ranges else {}
        return {**main, **self._comment_parts()}

    def _place(self, remark: Remark) -> _Place | None:
        """Where the comment of a remark goes; None in a document without paragraphs."""
        passages = self._document.of_passages
        start, end = remark.start, remark.end
        for placed in passages[remark.passage] if 0 <= remark.passage < len(passages) else ():
            paragraph, length = placed.paragraph, len(placed.paragraph.text)
            if start <= length and paragraph.element is not None and paragraph.element.tag == w("p"):
                holder = _outside_boxes(paragraph.element)
                is_on_words = end and holder is paragraph.element
                return (
                    _Place(holder, paragraph.content.runs, start, min(end, length)) if is_on_words else _Place(holder)
                )
            start, end = start - length - 1, max(0, end - length - 1)
        every = self._document.main.iter(w("p"))
        return next((_Place(each) for each in every if _outside_boxes(each) is each), None)

    def _comment_parts(self) -> dict[str, bytes]:
        """The part of comments, declared where it is new; it is there without comments too, for its fingerprint."""
        if self._name:
            return {self._name: self._comments.content()}
        parts, main = self._document.parts, self._document.main_part
        name = _free(posixpath.join(posixpath.dirname(main), f"{_KIND}{{}}.xml"), {each.lower() for each in parts})
        links = relationships_name(main)
        content = parts.get(links, NO_RELATIONSHIPS)
        relationship = _free("rIdComments{}", {each.get("Id", "") for each in parse_xml(content, part=links)})
        return {
            TYPES: with_types(parts[TYPES], {name: f"{DOCUMENT_TYPE}.{_KIND}+xml"}),
            links: with_relationships(content, {relationship: (_KIND, name)}, posixpath.dirname(main)),
            name: self._comments.content(),
        }


def _texts(remark: Remark, language: Language) -> Iterator[str]:
    """What a comment says: the finding without its place, which is seen, then rule and clause."""
    finding = remark.finding
    yield replace(finding, place="" if remark.end else finding.place, line=None).message(language)
    on = basis(finding.clause, finding.strength, language, rules()[finding.rule].standard)
    yield ("，" if language == "zh" else ", ").join(filter(None, (finding.rule, on)))


def _outside_boxes(paragraph: _Element) -> _Element:
    """The paragraph itself, or the one that holds the text box in which it stands: Word has no comments in boxes."""
    boxes = [*paragraph.iterancestors(_BOX)]
    holder = next(boxes[-1].iterancestors(w("p")), None) if boxes else paragraph
    return paragraph if holder is None else holder


def _free(pattern: str, used: set[str]) -> str:
    """A name that is not used yet."""
    names = (pattern.format(number or "") for number in range(len(used) + 1))
    return next(name for name in names if name.lower() not in used and name not in used)
