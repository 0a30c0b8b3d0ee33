"""A template made from a finished document: page, headers, footers and styles stay, and tags stand for its texts.

The looks of its headings, captions and other elements become styles of these elements' names, in which `{{ 正文 }}`
prints; the commonest look of an element counts. What stands above the title and is no element of the standard stays.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renmin_docs.builtin_templates import find_own
from renmin_docs.check.finished import FinishedDocument
from renmin_docs.errors import DataFileError, Finding, PackageError, TemplateError
from renmin_docs.messages.shown import quote
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import read_package
from renmin_docs.ooxml.relationships import related
from renmin_docs.ooxml.values import value
from renmin_docs.ooxml.xml import parse_xml, to_part
from renmin_docs.render.package import package_of
from renmin_docs.render.preparing.body_tag import look_of
from renmin_docs.render.preparing.paragraphs import (
    drop,
    drop_element,
    element,
    properties_of,
    replace,
    style_of,
    text_of,
)
from renmin_docs.render.preparing.sections import write_inherited
from renmin_docs.standard.elements import BY_IDENTIFIER, BY_STYLE_NAME, HEADER_ELEMENTS, TELLING_STYLES, Element
from renmin_docs.templating.looks import boxes_in, commonest, indent_typed, lead_styles, main_run, of_words, say
from renmin_docs.templating.unused import forget_headings, forget_marks, without_unused
from renmin_docs.vocabulary import LINES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from renmin_docs.check.line_texts import Placed
    from renmin_docs.report.models import WorkReport

_TAGS = {
    **{key: (f"{{{{ 版头.{row.zh} }}}}", f"版头 and 版头.{row.zh}") for key, row in LINES["header"].items()},
    "document_number": ("{{ 版头.发文字号 }}", "版头"),
    "title": ("{{ 题目 }}", ""),
    **{key: (f"{{{{ {row.zh} }}}}", row.zh) for key, row in LINES["below_title"].items()},
    "addressee": ("{{ 主送机关 }}", "主送机关"),
    "issuer": ("{{ 署名 }}", ""),
    "issue_date": ("{{ 成文日期 }}", ""),
    **{
        key: (f"{row.line.label}{{{{ 版记.{row.zh} }}}}", f"版记 and 版记.{row.zh}")
        for key, row in LINES["imprint"].items()
    },
    "printed_by": ("{{ 版记.印发机关 }}\t{{ 版记.印发日期 }}", "版记"),
}
"""Element → the tag in its place, and the condition under which its paragraph stands at all."""
_BODY = "{{ 正文 }}"
_SIGNED = ("issuer", "issue_date")
_COMPUTED = {"table_text": ("ind", "jc"), "attachment_item": ("ind",)}
"""Element → what the library writes into each of its paragraphs beside its style, as it does `keepNext`."""
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
"""The spacing of a paragraph → what it is where nothing says it."""
_IMPRINT_LINES = (*LINES["imprint"], "printed_by")
_IMPRINT = ("imprint_space", "outer_rule", "inner_rule", *_IMPRINT_LINES)
_HEAD = frozenset(each.identifier for each in HEADER_ELEMENTS)
_BEFORE_BODY = ("title", *LINES["below_title"], "addressee")
_FIXED = frozenset((*_HEAD, "header_line", "aside"))
"""Elements whose spaces may stay as they are typed."""
_NOT_STYLED = frozenset((*_TAGS, *_HEAD, *_IMPRINT, "paragraph", "picture", "issuers", "position", "page_number"))


class MadeTemplate(NamedTuple):
    """A template made from a document.

    Attributes:
        data: The .docx.
        findings: What was kept as it stands, and what could not become part of the template.
    """

    data: bytes
    findings: tuple[Finding, ...]


def make_template(document: str | PathLike[str]) -> MadeTemplate:
    """The template that prints reports as a finished document looks.

    Args:
        document: The path of a .docx, made by any program.

    Raises:
        TemplateError: There is no such file, it is no .docx, or no title and no text are found in it.
    """
    from renmin_docs.intake.reports import read_report

    try:
        return _Making(FinishedDocument(read_package(Path(document))), read_report(document).report).made()
    except (PackageError, DataFileError) as error:
        raise TemplateError(*error.findings, subject=str(document)) from error


class _Making:
    """A document on its way to a template.

    Args:
        document: The document, which is changed.
        report: What is read from it: how its title and its addressee run is taken from there.
    """

    def __init__(self, document: FinishedDocument, report: WorkReport) -> None:
        self._document, self._findings = document, list[Finding]()
        body = document.main.find(w("body"))
        assert body is not None  # noqa: S101 - it was read
        self._items = [each for each in body if each.tag != w("sectPr")]
        self._body = body
        self._of_role: defaultdict[str, list[Placed]] = defaultdict(list)
        at = {each: item for item in self._items for each in item.iter(w("p"))}
        self._role: dict[_Element, str] = {}
        for placed in document.placed:
            paragraph = placed.paragraph.element
            if placed.role and paragraph is not None and not placed.is_boxed and paragraph in at:
                self._of_role[placed.role].append(placed)
                self._role.setdefault(at[paragraph], placed.role)
        self._place_head(report)

    def _place_head(self, report: WorkReport) -> None:
        """Give title, lines below it and addressee their roles; other lines above the title are none of them."""
        said = {key: getattr(report, key) for key in ("title", *LINES["below_title"])} | {
            "addressee": "、".join(report.addressee)
        }
        texts = [_plain(text_of(item)).rstrip("：:") if item.tag == w("p") else "" for item in self._items]
        places = {role: _run_of(texts, _plain(text)) for role, text in said.items()}
        title = places["title"] or [at for at, item in enumerate(self._items) if self._role.get(item) == "title"]
        for at, item in enumerate(self._items):
            role = next((role for role, found in places.items() if at in found), "")
            was = self._role.get(item, "")
            is_stray = bool(was) and (was == "title" or (bool(title) and at < title[0] and was not in _HEAD))
            if role or is_stray:
                self._role[item] = role or ("title" if at in title else "header_line")

    def made(self) -> MadeTemplate:
        """The template."""
        is_ours = {*self._document.document.styles.names.values()} >= TELLING_STYLES
        if is_ours:
            self._put_own_parts()
        first, last = self._text()
        typed = (each for role, placed in self._of_role.items() if role not in _FIXED for each in placed)
        indent_typed(typed, self._document.formatting)
        source, main = self._document.parts, self._document.main_part
        name = next(iter(related(source, main, ("styles",))), "")
        styles = self._document.styles
        if styles is not None:
            forget_headings(styles, {style_of(each) for each in self._document.main.iter(w("p"))})
            self._add_styles(styles)
        write_inherited(self._document.main)
        if not is_ours:
            self._tag_imprint()
        self._tag_head(first)
        self._put_body(first, last)
        forget_marks(self._document.main)
        parts = source if styles is None else {**source, name: to_part(styles)}
        parts = without_unused(parts, main, self._document.main)
        data = package_of(parts)
        return MadeTemplate(data, tuple(dict.fromkeys(self._findings)))

    def _text(self) -> tuple[int, int]:
        """The places of the first and the last item of the text, with signature, note and attachments."""
        roles = [self._role.get(item, "") for item in self._items]
        titles = [at for at, role in enumerate(roles) if role == "title"]
        behind = next((at for at in range(len(roles) - 1, -1, -1) if roles[at] in _BEFORE_BODY), -1) + 1
        others = (*_BEFORE_BODY, *_IMPRINT, *_HEAD, "contents", "header_line", "")
        places = [at for at in range(behind, len(roles)) if roles[at] not in others]
        if not titles or not places:
            missing = ("title" if not titles else "", "paragraph" if not places else "")
            terms = "、".join(BY_IDENTIFIER[name].term for name in missing if name)
            raise TemplateError(Finding("make_without_text", found=terms))
        return places[0], places[-1]

    # --- styles ---

    def _add_styles(self, styles: _Element) -> None:
        """Put a style beside the others for each element that looks otherwise than its style says."""
        for role, placed in self._of_role.items():
            if role in BY_IDENTIFIER and role not in _NOT_STYLED:
                self._add_style(styles, BY_IDENTIFIER[role], *commonest(placed))
        taken = {each.get(w("styleId"), "") for each in styles}
        points = [each for role in ("paragraph", "point") for each in self._of_role.get(role, ())]
        styles.extend([*lead_styles(points, self._document.formatting, taken)])

    def _add_style(self, styles: _Element, role: Element, paragraph: _Element, is_numbered: bool) -> None:
        look, type_ = _look_of(paragraph, role)
        style_id = f"Made{len(styles)}"
        is_plain = not (len(look) or len(type_) or is_numbered)
        for style in styles.iterfind(w("style")):
            name, called = style.find(w("name")), value(style, "name")
            if style.get(w("styleId")) == style_of(paragraph) and is_plain:
                if called == role.term or BY_STYLE_NAME.get(called.lower()) == role.identifier:
                    return
            elif name is not None and called == role.term:  # the new one is found by this name
                name.set(w("val"), f"{role.term} {style_id}")
        if is_numbered:  # marks are printed as text
            replace(look, element("numPr", element("numId", val="0")))
        if role.outline:
            for added in (element("keepNext"), element("outlineLvl", val=str(role.outline - 1))):
                replace(look, added)
        if role.identifier.startswith("table_"):  # the style of a table gives its cells other lines than the text's
            says = {name: self._document.formatting.of_paragraph(paragraph, "spacing", name) for name in _SPACING}
            replace(look, element("spacing", **{name: said or _SPACING[name] for name, said in says.items()}))
        based_on = [element("basedOn", val=base)] if (base := style_of(paragraph)) else []
        parts = (element("name", val=role.term), *based_on, *(each for each in (look, type_) if len(each)))
        styles.append(element("style", *parts, type="paragraph", customStyle="1", styleId=style_id))

    # --- tags ---

    def _tag_head(self, first: int) -> None:
        """Put tags for the elements above the text; of several lines the longest one stays."""
        roles = {item: self._role.get(item, "") for item in self._items[:first]}
        for role in dict.fromkeys(roles.values()):
            items = [item for item in roles if roles[item] == role]
            if role in _TAGS:
                longest = max(items, key=lambda item: len(text_of(item)))
                for item in filter(lambda item: item is not longest, items):
                    self._body.remove(item)
                self._tag(longest, role)
            elif role in _HEAD or role == "header_line":
                if role in _HEAD:
                    _put_around([item for item in items if item.getparent() is self._body], "版头")
                self._findings += (Finding("make_kept", found=quote(text, 60)) for text in map(text_of, items) if text)

    def _put_body(self, first: int, last: int) -> None:
        """Put the tag of the body in the place of the text, and those of the signature behind it."""
        running = self._of_role.get("paragraph") or [each for places in self._of_role.values() for each in places]
        sample, _ = commonest(running)
        tag = copy.deepcopy(sample)
        say(tag, sample, _BODY)
        drop(properties_of(tag), "numPr")
        self._items[first].addprevious(tag)
        held = [item for item in self._items[first : last + 1] if self._role.get(item, "") not in _IMPRINT]
        sections = [section for item in held for section in item.iter(w("sectPr"))]
        signed = {role: item for item in held if (role := self._role.get(item, "")) in _SIGNED}
        for item in held:
            self._findings += (Finding("make_box_left", found=quote(text, 60)) for text in boxes_in(item))
            drop_element(item)
        for role in (role for role in _SIGNED if role in signed):
            tag.addnext(signed[role])
            self._tag(signed[role], role)
            tag = signed[role]
        self._keep_section(sections)

    def _keep_section(self, sections: list[_Element]) -> None:
        """Let the document's last section be the one in which the text began."""
        last = self._body.find(w("sectPr"))
        if sections and last is not None:
            self._body.replace(last, copy.deepcopy(sections[0]))
            self._findings.append(Finding("make_sections", found=str(len(sections) + 1)))

    def _put_own_parts(self) -> None:
        """Put head and imprint of the library's template in the places of those that it printed, with their gaps."""
        for name, roles in (("header", _HEAD), ("imprint", _IMPRINT)):
            ids = {BY_IDENTIFIER[role].style_id for role in roles}
            own = [item for item in self._items if self._role.get(item) in roles or style_of(item) in ids]
            if own:
                first, end = self._items.index(own[0]), self._items.index(own[-1]) + 1
                while end < len(self._items) and not self._role.get(self._items[end]):
                    end += 1
                for part in _own_part(name):
                    own[0].addprevious(part)
                for item in self._items[first:end]:
                    self._role.pop(item, None)
                    drop_element(item)
        self._items = [each for each in self._body if each.tag != w("sectPr")]

    def _tag_imprint(self) -> None:
        for role in _IMPRINT_LINES:
            for placed in self._of_role.get(role, ())[:1]:
                paragraph = placed.paragraph.element
                if paragraph is not None and paragraph.getparent() is self._body:
                    self._tag(paragraph, role)
                elif paragraph is not None:  # in a table, whose rows stay
                    tag, condition = _TAGS[role]
                    say(paragraph, paragraph, f"{{% if {condition} %}}{tag}{{% endif %}}")

    def _tag(self, item: _Element, role: str) -> None:
        """Put an element's tag in the place of its text, under its condition."""
        tag, condition = _TAGS[role]
        say(item, item, tag, keeps_drawings=role not in _SIGNED)
        self._findings += (Finding("make_kept", found=quote(text, 60)) for text in boxes_in(item))
        if any(style_of(item).startswith(name) for name in ("Issuer", "IssueDate")):
            drop(properties_of(item), "ind")  # what the library computed for one name
        if condition:
            _put_around([item], condition)


def _look_of(paragraph: _Element, role: Element) -> tuple[_Element, _Element]:
    """What a paragraph has of its own beside its style, as a person set it."""
    look, type_ = look_of(paragraph, main_run(paragraph))
    if style_of(paragraph) == role.style_id:
        for name in ("keepNext", *_COMPUTED.get(role.identifier, ())):
            drop(look, name)
    return look, type_


def _put_around(items: Iterable[_Element], condition: str) -> None:
    for item in items:
        item.addprevious(of_words(f"{{%p if {condition} %}}"))
        item.addnext(of_words("{%p endif %}"))


def _own_part(name: str) -> Iterator[_Element]:
    """What the library's template has between the tags of a condition, with the tags."""
    package = read_package(find_own("red_head"))
    body = parse_xml(package.parts[package.main_part], part=package.main_part).find(w("body"))
    depth = 0
    for each in [] if body is None else [*body]:
        text = text_of(each) if each.tag == w("p") else ""
        depth += text.startswith("{%p if") and (depth > 0 or text == f"{{%p if {name} %}}")
        if depth:
            yield each
        depth -= depth > 0 and text == "{%p endif %}"


def _plain(text: str) -> str:
    return "".join(text.split())


def _run_of(texts: list[str], wanted: str) -> list[int]:
    """The places of the first texts one after another, empty ones aside, that are a wanted one together."""
    for start in range(len(texts) if wanted else 0):
        rest, places = wanted, list[int]()
        for at in range(start, len(texts)):
            if not rest.startswith(texts[at]):
                break
            rest, places = rest[len(texts[at]) :], [*places, *([at] if texts[at] else [])]
            if not rest:
                return places
    return []
