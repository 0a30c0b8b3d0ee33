"""From the XML of a part to a compiled template, and from that to filled XML.

The sandbox beneath the template language: no globals, no tests, the language's filters only, attributes
looked up in plain dicts and nowhere else, every value escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.render.language import FILTERS, LANGUAGE, Checker
from renmin_docs.report.text import quote

if TYPE_CHECKING:
    from jinja2 import Template as JinjaTemplate

_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_XML_TAG = re.compile(r"<[^>]*>")
_JINJA_TAG = re.compile(r"\{[{%#].*?[}%#]\}")
_ESCAPED_TAGS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""docxtpl's way to write a brace pair that is no tag, in the text of a template."""
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def _as_run_content(value: Any) -> Any:
    """A value as it stands in `w:t`: tabs and line breaks are elements there, not characters."""
    if isinstance(value, str) and ("\t" in value or "\n" in value):
        return Markup(str(escape(value)).replace("\t", _TAB).replace("\n", _BREAK))  # noqa: S704 - escaped here
    return value


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which an attribute is a key of a plain dict, never an attribute of a Python object."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext):  # the language lets index, first and last through
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


def _environment() -> _Environment:
    environment = _Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_as_run_content, keep_trailing_newline=True
    )
    environment.globals.clear()
    environment.tests.clear()
    for name in set(environment.filters) - set(FILTERS):
        del environment.filters[name]
    return environment


_ENVIRONMENT = _environment()


def compile_part(xml: str, name: str) -> tuple[JinjaTemplate | None, list[Finding]]:
    """A part's Jinja source compiled, or what is wrong with it.

    Args:
        xml: The part after docxtpl's `patch_xml`.
        name: The part's name.
    """
    source = _PARAGRAPH.sub("\n<w:p", xml)  # a line a paragraph, so that a line number names one
    lines = source.split("\n")

    def place_of(line: int | None) -> str:  # jinja gives some nodes no line
        return quote(_XML_TAG.sub("", lines[line - 1]).strip(), 60) if line and line <= len(lines) else name

    try:
        tree = _ENVIRONMENT.parse(source, name)
        findings = Checker(place_of).check(tree)
        return (None, findings) if findings else (_compiled(tree, name), [])
    except TemplateSyntaxError as error:
        place = place_of(error.lineno)
        tags = _JINJA_TAG.findall(_XML_TAG.sub("", lines[error.lineno - 1]))
        found = " ".join(tags) or place
        return None, [Finding("template_syntax", place=place, found=found, expected=str(error.message))]
    except (RecursionError, SyntaxError, ValueError):
        # Python's own limits on nesting and on the size of a constant
        return None, [Finding("template_language", place=name, found="…{{{{", expected=LANGUAGE)]


def _compiled(tree: nodes.Template, name: str) -> JinjaTemplate:
    for data in tree.find_all(nodes.TemplateData):
        data.data = _restored(data.data)
    code = _ENVIRONMENT.compile(tree, name, name)
    return _ENVIRONMENT.template_class.from_code(_ENVIRONMENT, code, {})


def _restored(data: str) -> str:
    """Fixed text without the line starts that were put in, and with docxtpl's escaped tags as braces."""
    text = data.replace("\n<w:p", "<w:p")
    for escaped, tag in _ESCAPED_TAGS:
        text = text.replace(escaped, tag)
    return text


def fill_part(template: JinjaTemplate, context: dict[str, Any], name: str) -> str:
    """The part filled with a report's values.

    Raises:
        TemplateError: A value is missing.
    """
    try:
        return template.render(context)
    except JinjaError as error:
        raise TemplateError(Finding("template_fill", place=name, found=str(error))) from error
