"""Compile a template: from its .docx to what rendering needs of it, once.

The only module that knows docxtpl: its dialect (`{%p … %}`, `{%r … %}`, tags split over runs) is turned
into Jinja source by docxtpl's own `patch_xml`. What comes out is plain data, so that it can be kept.
"""

from __future__ import annotations

import marshal
import re
from typing import NamedTuple

from lxml.etree import _Element

from renmin_docs.errors import Finding, TemplateError, together
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.package import Package
from renmin_docs.ooxml.relationships import related, relationships_name, targets
from renmin_docs.ooxml.styles import Stylesheet
from renmin_docs.ooxml.xml import parse_xml, serialize, to_part
from renmin_docs.render.filling.engine import compile_part, examined
from renmin_docs.render.package import Entry, deflated
from renmin_docs.render.preparing import engine_tags
from renmin_docs.render.preparing.body_tag import BODY, TAG, BodyTag, has_body_tag, misplaced_body, own_template
from renmin_docs.render.preparing.controls import forget_ids
from renmin_docs.render.preparing.layout_tags import place
from renmin_docs.render.preparing.list_part import find_list, list_part, unlink
from renmin_docs.render.preparing.opening import opened, require_few_attributes, require_size
from renmin_docs.render.preparing.page import paged
from renmin_docs.render.preparing.paragraphs import FILLED
from renmin_docs.render.preparing.prepared import NUMBERING, PLACEHOLDER, ListPart, Prepared
from renmin_docs.render.preparing.put_right import put_right
from renmin_docs.render.preparing.repair import must_settle
from renmin_docs.render.preparing.sections import Sections, sections_of, write_inherited
from renmin_docs.render.preparing.style_ids import STYLES
from renmin_docs.render.preparing.tag_names import needs_names, put_names
from renmin_docs.render.preparing.tag_rules import OF_DOCXTPL, tag_findings
from renmin_docs.render.preparing.unique_ids import forget_cursor
from renmin_docs.render.properties import core_part_of
from renmin_docs.render.values.requirements import CONTENTS_ALWAYS, CONTENTS_FIELD
from renmin_docs.report.page import PageProfile
from renmin_docs.standard.elements import BY_IDENTIFIER

_PAIRING = ("template_unclosed", "template_unpaired", "template_syntax", "template_fill")
"""Errors that follow from a misplaced tag, and are not reported beside it."""
_TAG = re.compile(rb"\{[{%#]|\{<")
_MAY_HAVE_TAGS = re.compile(rb"\{|\xef\xbd\x9b|MERGEFIELD|<w:sdt\b")
"""What a part has in which tags may stand or be meant: braces, full-width ones too, and old forms."""

_IF_CONTENTS, _ENDIF = re.compile(r"\{%-?\s*if (?:contents|目录)\s*-?%\}"), re.compile(r"\{%-?\s*endif\b")
"""The beginning and the end of what stands in a template for reports with `contents` alone."""

_FIRST_TAGS = "{{ title }}、{%p for block in blocks %}"


class Examined(NamedTuple):
    """What is known of a template before anything of it is compiled.

    Attributes:
        findings: What it reaches for, and what of its tags lies outside the language; a template with any is refused.
        asked: What its tags ask for; see `requirements`.
        package: Its parts, with our style ids; tags are as they stand there.
        filled: Names of the parts that are filled, the main part first.
    """

    findings: tuple[Finding, ...]
    asked: frozenset[str]
    package: Package
    filled: tuple[str, ...]


def examine_template(data: bytes) -> Examined:
    """Look at the .docx of a template.

    Raises:
        PackageError: It can't be opened, is too large, or a part of it is damaged.
    """
    package, reaching = opened(data)
    dialect = _Dialect(package)
    findings, asked = dialect.examined()
    return Examined((*reaching, *findings), asked, dialect.with_styles(package), tuple(dialect.tagged))


def prepare_template(data: bytes, page: PageProfile | None = None) -> Prepared:
    """Check and prepare the .docx of a template, for its own page or for another.

    Raises:
        TemplateError: It reaches outside itself, says more than the template language, or has an unknown tag;
            all at once.
        PackageError: It can't be opened, is too large, or a part of it is damaged.
    """
    package, reaching = opened(data)
    if page is not None:
        package = Package(paged(package.parts, page), package.main_part)
    dialect = _Dialect(package, page)
    findings, asked = dialect.examined()
    if refused := (*reaching, *findings):
        raise TemplateError(*together(refused))
    return dialect.prepared(asked)


class _Dialect:
    """The parts of a template on their way to `Prepared`.

    Attributes:
        tagged: Names of the parts with tags, the main part first.
    """

    def __init__(self, package: Package, page: PageProfile | None = None) -> None:
        self._main, self._page = package.main_part, page
        self._core, declared = core_part_of(package.parts)
        # The core properties keep their place in the package; each report writes them anew.
        self._parts = {**package.parts, **declared, self._core: b""}
        others = related(self._parts, self._main, FILLED)
        may_be = (name for name in others if name != self._main and _MAY_HAVE_TAGS.search(self._parts[name]))
        self.tagged = [self._main, *may_be]
        require_size([self._parts[name] for name in self.tagged])
        self._packed: dict[bytes, Entry] = {}

    def prepared(self, asked: frozenset[str]) -> Prepared:
        """What rendering needs of a template in which nothing was found."""
        for name in filter(lambda name: needs_names(self._parts[name]), self.tagged):
            root = self._root(name)
            put_names(root)
            self._parts[name] = to_part(root)
        sources = {name: self._source(name) for name in self.tagged}
        codes = {name: marshal.dumps(compile_part(source, name)) for name, source in sources.items()}
        unsettled = tuple(name for name in self.tagged if must_settle(self._root(name)))
        typed = self._entries(self._unlinked())
        no_list = native = found = None
        try:
            found = self._list_part()
            native = self._entries({})
        except TemplateError as error:
            no_list = error.findings[0]
        filled = sources, codes, unsettled
        return Prepared(self._core, *filled, typed, native, found, no_list, asked, self._main, self._sections())

    def _root(self, name: str) -> _Element:
        root = parse_xml(self._parts[name], part=name)
        forget_cursor(root)
        forget_ids(root)
        return root

    def examined(self) -> tuple[list[Finding], frozenset[str]]:
        """What lies outside the language, and what the tags ask for.

        Tags are put right on the way.
        """
        findings: list[Finding] = []
        asked: set[str] = set()
        for name in [*self.tagged]:
            found, names = self._examined_part(name)
            findings += found
            asked |= names
        if not findings and not asked:
            findings.append(Finding("template_without_tags", expected=_FIRST_TAGS))
        return [*dict.fromkeys(findings)], frozenset(asked)  # Word writes a text box twice

    def _examined_part(self, name: str) -> tuple[list[Finding], set[str]]:
        """The same of one part; one without tags is no longer among those that are filled."""
        root = self._root(name)
        require_few_attributes(root, name)
        found = put_right(root)
        if name != self._main and not found and not _TAG.search(to_part(root)):
            self.tagged.remove(name)
            return [], set()
        if name == self._main:
            write_inherited(root)
        self._parts[name] = to_part(root)
        asked: set[str] = set()
        if has_body_tag(self._parts[name]):
            found += self._expand_body(root, name)
            asked |= {BODY}
        found += tag_findings(root)
        if any(fault.rule == "tag_unclosed" for fault in found):
            return found, asked  # one swallows others
        _leave_out(root, OF_DOCXTPL)
        source = _patched(root)
        if name == self._main:
            asked |= _contents_in(source)
        faults, names = examined(source, name)
        return [*found, *(fault for fault in faults if not (found and fault.rule in _PAIRING))], asked | names

    def _expand_body(self, root: _Element, name: str) -> list[Finding]:
        """Put the loop in the place of the body tag, and the styles that it needs beside the template's.

        Returns:
            The tags that stand where they can't be expanded.
        """
        if misplaced := [*misplaced_body(root, is_main=name == self._main)]:
            _leave_out(root, TAG)
            return misplaced
        ours, styles = own_template(), self._styles()
        BodyTag(root, styles, ours if self._page is None else paged(dict(ours), self._page)).expand()
        self._parts[name] = to_part(root)
        if styles is not None:
            self._parts[STYLES] = to_part(styles)
        return []

    def with_styles(self, package: Package) -> Package:
        """The package with the styles that expanding a body tag has put there."""
        return Package({**package.parts, STYLES: self._parts[STYLES]}, self._main) if STYLES in self._parts else package

    def _sections(self) -> Sections | None:
        """The sections made from the template's last one, with the footers that are the same in each document."""
        section = self._root(self._main).find(f"{w('body')}/{w('sectPr')}")
        if section is None or section.find(w("pgSz")) is None or section.find(w("pgMar")) is None:
            return None
        footers = {
            relationship: self._root(name)
            for relationship, name in targets(self._parts, self._main, ("footer",)).items()
            if name not in self.tagged and relationships_name(name) not in self._parts  # can be copied
        }
        size = Stylesheet(self._styles()).property(BY_IDENTIFIER["table_text"].style_id, "rPr/sz")
        given = "" if size is None else size.get(w("val"), "")
        return sections_of(section, footers, int(given) if given.isdecimal() else 0)

    def _source(self, name: str) -> str:
        """The Jinja source of a part, with the engine's own tags if it is the main one."""
        root = self._root(name)
        if name == self._main:
            place(root)
            engine_tags.free_pictures(root, self._styles())
            engine_tags.keep_with_next(root)
            engine_tags.number(root, self._styles())
            engine_tags.end_sections(root)
        return _patched(root)

    def _entries(self, changed: dict[str, bytes]) -> dict[str, Entry]:
        parts = {**self._parts, **changed}
        return {name: self._deflated(b"" if name in self.tagged else content) for name, content in parts.items()}

    def _deflated(self, content: bytes) -> Entry:
        """A part ready for a package; both ways of numbering have most of them in common."""
        if content not in self._packed:
            self._packed[content] = deflated(content)
        return self._packed[content]

    def _unlinked(self) -> dict[str, bytes]:
        roots = {name: self._root(name) for name in (STYLES, NUMBERING) if name in self._parts}
        unlink(roots.get(STYLES), roots.get(NUMBERING))
        return {name: to_part(root) for name, root in roots.items()}

    def _styles(self) -> _Element | None:
        return self._root(STYLES) if STYLES in self._parts else None

    def _list_part(self) -> ListPart:
        used = engine_tags.marked_styles(self._root(self._main))
        num_id = find_list(self._styles(), used)
        if num_id is None or NUMBERING not in self._parts:
            raise TemplateError(Finding("list_missing", found="、".join(used) or self._main, expected="typed"))
        return list_part(self._parts[NUMBERING], num_id)


def _leave_out(root: _Element, tags: re.Pattern[str]) -> None:
    """Take tags out that are reported already, so that docxtpl makes nothing of them that is reported again."""
    for text in root.iter(w("t")):
        if text.text and "{" in text.text:
            text.text = tags.sub("", text.text)


def _contents_in(source: str) -> set[str]:
    """What the contents fields of a main part say that is asked for: there is one, and one on no condition."""
    first, *conditional = _IF_CONTENTS.split(source)
    always = [first, *(behind for each in conditional for behind in _ENDIF.split(each, 1)[1:])]
    found = {CONTENTS_FIELD: source, CONTENTS_ALWAYS: "".join(always)}
    return {asked for asked, text in found.items() if PLACEHOLDER in text}


def _patched(root: _Element) -> str:
    """A part in docxtpl's dialect as Jinja source."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate("").patch_xml(serialize(root)))
