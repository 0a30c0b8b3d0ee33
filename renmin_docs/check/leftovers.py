"""What every report would print or keep of a template: other programs' tags, old forms, changes, protection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from renmin_docs.check.rules import checks
from renmin_docs.check.subject import TemplateSubject, place_of
from renmin_docs.errors import Finding
from renmin_docs.messages import Severity
from renmin_docs.messages.shown import quote
from renmin_docs.messages.suggestions import alike
from renmin_docs.ooxml.names import w
from renmin_docs.ooxml.values import ON, is_on
from renmin_docs.render.preparing.contents import contents_fields
from renmin_docs.render.preparing.known_names import names, tag_of
from renmin_docs.render.preparing.old_forms import controls, merge_fields
from renmin_docs.render.preparing.paragraphs import ANY_TAG, text_of, within
from renmin_docs.render.preparing.spelling import respelled
from renmin_docs.render.values.requirements import CONTENTS_ALWAYS, KIND

_FOREIGN = re.compile(
    r"\$\{(?P<a>[^{}\n]{1,60})\}|«(?P<b>[^«»\n]{1,60})»|(?:<<|＜＜|《《)(?P<c>[^<>＜＞《》\n]{1,60})(?:>>|＞＞|》》)"
    r"|(?P<known>｛(?P<d>[^{}｛｝\n]{1,60})｝)"
    r"|(?P<maybe>(?<![{$])\{(?P<e>[^{}\n]{1,60})\}(?!\})|[\[【](?P<f>[^\[\]【】\n]{1,60})[\]】]"
    r"|(?P<sign>[#%$@])(?P<g>\w{1,30})(?P=sign))"
)
"""Tags of other programs; those of the groups `known` and `maybe` only around names that are known."""
_PROTECTION = "documentProtection"
_SETTINGS = {_PROTECTION: "@protection", "writeProtection": "@write_protection", "trackRevisions": "@tracking"}
_INSERTED, _DELETED = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_SIGNED = re.compile(r"\{\{-?\s*(issuer|issue_date)\b")
_END = re.compile(r"\{%p?\s*endfor\b")
TITLE_TAG = "{{ title }}"


@checks("foreign_tag", of="template")
def foreign_tags(subject: TemplateSubject) -> Iterator[Finding]:
    """Tags of other programs, which stay as they are."""
    shown = {field.text for root in subject.roots() for field in merge_fields(root)}
    for paragraph in subject.paragraphs():
        for found, name, is_unsure in foreign_names(text_of(paragraph)):
            tag = tag_of(name)
            if found not in shown:
                is_missed = tag == TITLE_TAG and "title" not in subject.examined.asked
                level: Severity | None = "error" if is_missed else "notice" if is_unsure else None
                yield Finding("foreign_tag", place_of(paragraph), found, tag or _near(name), level=level)


def foreign_names(text: str) -> Iterator[tuple[str, str, bool]]:
    """The tags of other programs in a text, each with the name in it, and whether it may be no tag at all."""
    for match in _FOREIGN.finditer(ANY_TAG.sub("", respelled(text))):
        name = next(match[group] for group in "abcdefg" if match[group]).strip(" \u3000")
        if tag_of(name) or not (match["known"] or match["maybe"]):
            yield match.group(), name, bool(match["maybe"])


@checks("merge_field", "content_control", of="template")
def old_forms(subject: TemplateSubject) -> Iterator[Finding]:
    """Merge fields and empty controls whose names are not known."""
    for root in subject.roots():
        for field in merge_fields(root):
            if not field.tag:
                yield Finding("merge_field", _place(field.pieces[0]), field.name, _near(field.name))
        for control in controls(root):
            if not control.tag and (control.is_empty or control.name) and "{" not in control.text:
                level: Severity | None = None if control.is_empty else "notice"
                found = control.name or quote(control.text)
                yield Finding("content_control", _place(control.element), found, _near(control.name), level=level)


@checks("contents_renewed", of="template")
def contents(subject: TemplateSubject) -> Iterator[Finding]:
    """A contents page, whose entries a program makes that knows the pages; one on demand is known to be one."""
    if CONTENTS_ALWAYS not in subject.examined.asked:
        return
    for root in subject.roots():
        for field in contents_fields(root):
            yield Finding("contents_renewed", _place(field.begin), field.code.strip())


@checks("template_tracked", of="template")
def tracked(subject: TemplateSubject) -> Iterator[Finding]:
    """Tracked changes, which every report would show; tags among them are refused before."""
    if any(finding.rule == "tag_deleted" for finding in subject.examined.findings):
        return
    changes = [each for root in subject.roots() for each in root.iter(*_INSERTED, *_DELETED) if _said(each)]
    if changes:
        texts = "、".join(quote(_said(each)) for each in islice(changes, 3))
        count = f" ×{len(changes)}" if len(changes) > 1 else ""
        yield Finding("template_tracked", _place(changes[0]) + count, texts)


@checks("template_protected", of="template")
def protected(subject: TemplateSubject) -> Iterator[Finding]:
    """Protection that was meant for the template, and goes into every report."""
    for name, word in _SETTINGS.items():
        found = None if subject.settings is None else subject.settings.find(w(name))
        is_enforced = found is not None and found.get(w("enforcement"), "1" if name != _PROTECTION else "0") in ON
        if is_enforced and is_on(found):
            yield Finding("template_protected", found=word)


@checks("signed_twice", of="template")
def signed_twice(subject: TemplateSubject) -> Iterator[Finding]:
    """A signature behind the loop, in which the samples of a signature stand as well."""
    if KIND + "issuer" not in subject.examined.asked and KIND + "issue_date" not in subject.examined.asked:
        return
    paragraphs = [(paragraph, text_of(paragraph)) for paragraph in subject.main.iter(w("p"))]
    ends = [number for number, (_, text) in enumerate(paragraphs) if _END.search(text)]
    for paragraph, text in paragraphs[ends[-1] + 1 :] if ends else ():
        if match := _SIGNED.search(text):
            yield Finding("signed_twice", place_of(paragraph), f"{{{{ {match[1]} }}}}", f'block.kind == "{match[1]}"')


def _near(name: str) -> str:
    """Tags that may be meant: of names that are alike, else of all that print a text."""
    return "、".join(f"{{{{ {each} }}}}" for each in alike(name, names()) or names())


def _place(element: _Element) -> str:
    """The paragraph that an element stands in, or the first one within it."""
    around = element if element.tag == w("p") else next(element.iterancestors(w("p")), None)
    paragraph = next(element.iter(w("p")), None) if around is None else around
    return "" if paragraph is None else quote("".join(map(_shown, within(paragraph, w("t"), w("delText")))), 60)


def _shown(text: _Element) -> str:
    return text.text or ""


def _said(change: _Element) -> str:
    return "".join(map(_shown, change.iter(w("t"), w("delText")))).strip()
