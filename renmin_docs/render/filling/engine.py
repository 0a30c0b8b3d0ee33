"""From the XML of a part to the code that fills it.

The sandbox beneath the template language: no globals, no tests, the language's filters only, attributes
looked up in plain dicts and nowhere else, every value escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, cached_property
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.lexer import Lexer, Token
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from renmin_docs.errors import Finding, TemplateError
from renmin_docs.messages.shown import quote
from renmin_docs.render.filling.escaping import run_content
from renmin_docs.render.filling.language import LANGUAGE, Checker
from renmin_docs.render.filling.shapes import FILTERS

_LINE_START = re.compile(r"(?=<w:p[ >])|(?<=</w:p>)(?=\{%)|(?<=%\})(?=\{%)")
_XML_TAG = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'(\w+)'")
_ONE_TAG = re.compile(r"\{\{.*?\}\}|\{%-?(?!\s*(?:end|el))\s*(\w*).*?%\}")
_PAIRING = ("template_unclosed", "template_unpaired")
_PAIRED = re.compile(r"\{%-?\s*(end)?(for|if)\b")
_FOR = re.compile(r"\{%-?\s*for\s+\W*(\w+)")
_ENDS = {"for": "{% endfor %}", "if": "{% endif %}"}
_CLOSERS = ("endfor", "endif", "else", "elif")
_ESCAPED_TAGS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""docxtpl's way to write a brace pair that is no tag, in the text of a template."""
_LONGEST_TAG = 2_000
"""Characters: Jinja reads a number in time that grows with the square of its digits."""
_LONG_TAG = re.compile(rf"\{{#(?:(?!\{{#).)*?#\}}|(\{{[{{%](?:(?![}}%]\}}).){{{_LONGEST_TAG}}})", re.DOTALL)
"""A comment, or the beginning of a tag that is too long."""
_MOST_TOKENS = 400
"""Words, signs and blanks of one tag: some thirty conditions joined by `or`."""
_NUMBER = re.compile("[0-9]{1,9}", re.ASCII)
_BETWEEN_TAGS = ("data", "variable_begin", "block_begin")
_TOO_DEEP = (RecursionError, MemoryError, SyntaxError)
"""What Python raises of code nested too deeply: on the way down, or in its compiler."""
_MISREAD = (JinjaError, ValueError, ArithmeticError)
"""What Jinja raises of tags that it can't read, or can't write as code."""
_IMPORTS = "from jinja2.runtime import "


class _Generator(CodeGenerator):
    """Writes attributes as subscripts and outputs as one call.

    The language has found every attribute in `VARIABLES`, so it is a key of a plain dict.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - jinja's own name
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f"[{node.attr!r}]")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """The language has none: these are the engine's own, into its own dicts."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.run_content(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, *_: object) -> str:
        """A constant or a text of the template, of which only the constant is escaped."""
        return str(node.as_const()) if isinstance(node, nodes.TemplateData) else run_content(node.as_const())


class _RefusedError(TemplateSyntaxError):
    """What the lexer refuses, before Jinja makes a value of it or a tree."""

    def __init__(self, finding: Finding, line: int) -> None:
        super().__init__(finding.rule, line)
        self.finding = finding


class _Lexer(Lexer):
    """Jinja's lexer, within bounds: its parser is recursive, and reads and writes numbers of any length."""

    def wrap(
        self, stream: Iterable[tuple[int, str, str]], name: str | None = None, filename: str | None = None
    ) -> Iterator[Token]:
        """The tokens of a template, each with its value."""
        return super().wrap(_bounded(stream), name, filename)


def _bounded(stream: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    """Raw tokens, as long as each tag has few of them and each number is a short whole one."""
    size = 0
    for line, kind, text in stream:
        size = 0 if kind in _BETWEEN_TAGS else size + 1
        if size > _MOST_TOKENS:
            raise _RefusedError(Finding("template_nesting"), line)
        if kind in ("integer", "float") and not _NUMBER.fullmatch(text):
            raise _RefusedError(Finding("template_language", found=quote(text), expected=LANGUAGE), line)
        yield line, kind, text


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which an attribute is a key of a plain dict, never an attribute of a Python object."""

    code_generator_class = _Generator
    loop = LoopContext
    fault = JinjaError

    @cached_property
    def lexer(self) -> Lexer:
        """The lexer of the template language."""
        return _Lexer(self)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext):  # the language lets index, first and last through
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


def _environment() -> _Environment:
    # Jinja's optimizer visits each nested expression as often as it is deep.
    environment = _Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, optimized=False)
    environment.globals.clear()
    environment.tests.clear()
    for name in set(environment.filters) - set(FILTERS):
        del environment.filters[name]
    return environment


ENVIRONMENT = _environment()


def examined(xml: str, name: str) -> tuple[list[Finding], set[str]]:
    """What lies outside the template language in a part, or can't be read at all; and what the part asks for.

    Args:
        xml: The part after docxtpl's `patch_xml`.
        name: The part's name.
    """
    source = _in_lines(xml)
    lines = source.split("\n")

    @cache  # thousands of findings may stand in one long paragraph
    def place_of(line: int | None) -> str:  # jinja gives some nodes no line
        if not line or line > len(lines):
            return name
        return quote(_XML_TAG.sub("", lines[line - 1].partition("</w:p>")[0]).strip(), 60)

    if long := [match for match in _LONG_TAG.finditer(source) if match[1]]:
        lines_before = (source.count("\n", 0, match.start(1)) for match in long)
        places = dict.fromkeys(place_of(number + 1) for number in lines_before)
        return [Finding("tag_long", place=place, expected=str(_LONGEST_TAG)) for place in places], set()
    try:
        checker = Checker(place_of)
        return checker.check(_parsed(source, name)), checker.asked
    except TemplateSyntaxError as error:
        findings, asked = _tag_by_tag(lines, place_of)
        fault = _syntax_fault(error, place_of(error.lineno))
        if fault.rule in _PAIRING and (torn := _torn_pair(lines)):
            fault = Finding(torn[0], place_of(torn[1]), torn[2])
        if fault.rule == "template_unpaired" and "endfor" in fault.found:  # its items seem to stand outside a loop
            findings = [finding for finding in findings if finding.rule != "template_outside_loop"]
        return [*([] if fault.place in {finding.place for finding in findings} else [fault]), *findings], asked
    except _TOO_DEEP:
        return [Finding("template_nesting", place=name)], set()


def _torn_pair(lines: list[str]) -> tuple[str, int, str] | None:
    """The first tag that has no other half: the rule that it breaks, its line, and the tag where it closes nothing."""
    opened: list[tuple[str, int]] = []
    for number, line in enumerate(lines, 1):
        for end, kind in _PAIRED.findall(line):
            if not end:
                opened.append((kind, number))
            elif opened and opened[-1][0] == kind:
                opened.pop()
            elif any(each == kind for each, _ in opened):
                return "template_unclosed", opened[-1][1], ""
            else:
                return "template_unpaired", number, f"{{% end{kind} %}}"
    return ("template_unclosed", opened[-1][1], "") if opened else None


def _tag_by_tag(lines: list[str], place_of: Callable[[int | None], str]) -> tuple[list[Finding], set[str]]:
    """What is wrong with the tags of a part whose loops and conditions don't pair, each looked at by itself."""
    checker = Checker(place_of)
    for number, line in enumerate(lines, 1):
        for match in _ONE_TAG.finditer(line):
            try:
                checker.check_alone(_parsed(f"{match.group()}{_ENDS.get(match[1] or '', '')}"), number)
            except TemplateSyntaxError as error:
                checker.findings.append(_syntax_fault(error, place_of(number)))
                if named := _FOR.match(match.group()):
                    checker.name_item(named[1])
            except _TOO_DEEP:
                checker.findings.append(Finding("template_nesting", place=place_of(number)))
    return checker.findings, checker.asked


def _parsed(source: str, name: str | None = None) -> nodes.Template:
    """The syntax tree of a source; of whatever Jinja can't read comes one kind of error."""
    try:
        return ENVIRONMENT.parse(source, name)
    except TemplateSyntaxError:
        raise
    except _MISREAD as error:
        raise TemplateSyntaxError(str(error), 0, name) from error


def compile_part(xml: str, name: str) -> CodeType:
    """The code of a part that has no faults.

    Raises:
        TemplateError: It is nested more deeply than Python's compiler goes, or Jinja can't write it.
    """
    try:
        tree = _parsed(_in_lines(xml), name)
        for data in tree.find_all(nodes.TemplateData):
            data.data = _restored(data.data)
        source = ENVIRONMENT.compile(tree, name, name, raw=True)
        return compile(_without_imports(source), name, "exec")
    except _TOO_DEEP as error:
        raise TemplateError(Finding("template_nesting", place=name)) from error
    except _MISREAD as error:
        raise TemplateError(Finding("template_syntax", place=name, expected=LANGUAGE)) from error


def _without_imports(source: str) -> str:
    """The code without its first line, which imports Jinja's runtime: `filling` brings what is needed."""
    first, _, rest = source.partition("\n")
    assert first.startswith(_IMPORTS), first  # noqa: S101 - Jinja's versions are pinned by the tests
    return "\n" + rest


def _in_lines(xml: str) -> str:
    """The source with each paragraph, and each tag between paragraphs, on a line that names its place."""
    return _LINE_START.sub("\n", xml)


def _restored(data: str) -> str:
    """Fixed text without the line starts that were put in, and with docxtpl's escaped tags as braces."""
    text = data.replace("\n<w:p", "<w:p")
    text = text.removesuffix("\n") if text == "\n" or text.endswith("</w:p>\n") else text
    for escaped, tag in _ESCAPED_TAGS:
        text = text.replace(escaped, tag)
    return text


def _syntax_fault(error: TemplateSyntaxError, place: str) -> Finding:
    if isinstance(error, _RefusedError):
        return replace(error.finding, place=place)
    message = error.message or ""
    tag = _QUOTED.search(message)
    found = tag[1] if tag else ""
    if message.startswith("Unexpected end of template"):
        return Finding("template_unclosed", place=place)
    if "unknown tag" in message and found in _CLOSERS:
        return Finding("template_unpaired", place=place, found=f"{{% {found} %}}")
    if "unknown tag" in message:
        return Finding("template_language", place=place, found=f"{{% {found} %}}", expected=LANGUAGE)
    return Finding("template_syntax", place=place, expected=LANGUAGE)
