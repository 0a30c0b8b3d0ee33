"""The language of templates: what a tag may say, checked on the syntax tree before anything is compiled.

A template may come from anybody. It may loop over the lists of `context.VARIABLES`, choose with `if`,
print variables, and use the filters named here; no calls, no arithmetic, no attributes of Python objects.
That bounds time and memory: a list is never looped inside its own loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from jinja2 import nodes

from renmin_docs.errors import Finding
from renmin_docs.messages.shown import quote
from renmin_docs.messages.suggestions import alike
from renmin_docs.render.filling.shapes import FILTERS, LOOP, SCOPE, item_of, member_of, name_in
from renmin_docs.render.values.context import KIND_NAMES, Shape
from renmin_docs.render.values.own_names import FIELDS, FIGURES, Form, Own, Use
from renmin_docs.render.values.requirements import KIND
from renmin_docs.report.text import is_printable
from renmin_docs.vocabulary import NAMES

LANGUAGE = "{{ name }}、{% for … in … %}、{% if … %}、== != and or not、" + "|first |last |length"
TOKENS: dict[str, str] = {
    "add": "+",
    "assign": "{% set %}",
    "assignblock": "{% set %}",
    "block": "{% block %}",
    "call": "( … )",
    "callblock": "{% call %}",
    "compare": "< > <= >= in",
    "concat": "~",
    "condexpr": "… if … else …",
    "dict": "{ … }",
    "div": "/",
    "extends": "{% extends %}",
    "filterblock": "{% filter %}",
    "floordiv": "//",
    "fromimport": "{% from %}",
    "getitem": "[ … ]",
    "import": "{% import %}",
    "include": "{% include %}",
    "list": "[ … ]",
    "macro": "{% macro %}",
    "mod": "%",
    "mul": "*",
    "neg": "-",
    "pos": "+",
    "pow": "**",
    "scope": "{% autoescape %}",
    "slice": "[ : ]",
    "sub": "-",
    "test": "is …",
    "tuple": "( , )",
    "with": "{% with %}",
}
"""What lies outside the language: node of Jinja's tree → how a template writes it."""

_LOOPS = {
    "block": "{%p for block in blocks %}",
    "point": "{%r for point in block.points %}",
    "row": "{%tr for row in header.signatory_rows %}",
}
"""What templates usually call an item of a list → the loop over it."""
_SUGGESTIONS = 100
_UNFILTERED = ("constant", "condition", "number")
"""What `_expression` says of a value that no filter takes."""
_RESERVED = frozenset(("loop", "self", "super", "caller", "varargs", "kwargs"))
"""Names that mean something of their own to Jinja's compiler, wherever they stand."""
_MOST_NAMES = 100
_LONGEST = 200
"""Characters of a text in quotation marks."""


class _Anything(dict[str, "Shape"]):
    """What a loop gives that was not understood: it may hold anything, and no error follows from it."""

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Shape:
        return self


_ANYTHING = _Anything()


class _Loop(NamedTuple):
    """A loop that a tag stands in: what it goes over, its variable, and whether only a report tells what that holds."""

    name: str
    variable: str
    is_own: bool


class Checker:
    """Walks the tree of one part of a template and collects what lies outside the language.

    Args:
        place_of: What a message names for a line of the source: the paragraph that stands there.

    Attributes:
        findings: What lies outside the language, in the order of the text.
        asked: What the part asks for: names of variables, and kinds of blocks behind `requirements.KIND`.
    """

    def __init__(self, place_of: Callable[[int | None], str]) -> None:
        self._place_of = place_of
        self._line: int | None = None
        self._loose: dict[str, Shape] = dict(SCOPE)
        self.findings: list[Finding] = []
        self.asked: set[str] = set()

    def check(self, tree: nodes.Template) -> list[Finding]:
        """Every break of the language, in the order of the text."""
        self._body(tree.body, SCOPE, ())
        return self.findings

    def check_alone(self, tree: nodes.Template, line: int) -> None:
        """Look at one tag that stands in a line of the source; what an earlier `for` names is known in all later ones.

        Args:
            tree: The tag, closed where it opens something.
            line: Its line.
        """
        self._line = line
        self._body(tree.body, self._loose, ())
        for loop in tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Name):
                self.name_item(loop.target.name, _shape_of(loop.iter, self._loose))

    def name_item(self, name: str, shape: Shape | None = None) -> None:
        """Know in all later tags what a `for` names, also where its list is not understood."""
        self._loose |= {"loop": LOOP, name: item_of(shape) or _ANYTHING}

    def _body(self, body: Iterable[nodes.Node], scope: Mapping[str, Shape], looped: tuple[_Loop, ...]) -> None:
        for node in body:
            self._statement(node, scope, looped)

    def _statement(self, node: nodes.Node, scope: Mapping[str, Shape], looped: tuple[_Loop, ...]) -> None:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    self._printed(part, scope)
        elif isinstance(node, nodes.If):
            self._expression(node.test, scope)
            self._body([*node.body, *node.elif_, *node.else_], scope, looped)
        elif isinstance(node, nodes.For):
            self._loop(node, scope, looped)
        else:
            self._refuse(node, _token(node))

    def _loop(self, node: nodes.For, scope: Mapping[str, Shape], looped: tuple[_Loop, ...]) -> None:
        if node.recursive or node.test is not None or not isinstance(node.target, nodes.Name):
            self._refuse(node, "for … if / recursive / a, b")
            return
        if node.target.name in _RESERVED:
            self._refuse(node, f"for {node.target.name} in")
            return
        shape = self._shape(node.iter, scope)
        item = item_of(shape)
        if item is None:
            if shape is not None and shape is not _ANYTHING:
                self._report("template_no_list", node, _source(node.iter), "blocks、block.points")
            item = _ANYTHING
        self._use(node, shape, "list", _source(node.iter))
        loop = _Loop(_source(node.iter), node.target.name, isinstance(shape, Own))
        if rule := _wrong_place(loop, looped):
            self._report(rule, node, loop.name.rpartition(".")[2])
            return
        inner: dict[str, Shape] = {**scope, node.target.name: item, "loop": LOOP}
        self._body([*node.body, *node.else_], inner, (*looped, loop))

    def _printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        if isinstance(node, nodes.And | nodes.Or):  # they print one of their operands
            self._printed(node.left, scope)
            self._printed(node.right, scope)
            return
        shape = self._expression(node, scope, "text")
        if shape in (SCOPE[FIELDS], SCOPE[FIGURES]):
            self._report("template_whole", node, _source(node), f"{_source(node)}.…")
        elif isinstance(shape, dict | list) and shape is not _ANYTHING:
            members = shape[0] if isinstance(shape, list) else shape
            self._report("template_whole", node, _source(node), "、".join(str(name) for name in members))

    def _expression(self, node: nodes.Node, scope: Mapping[str, Shape], form: Form = "any") -> Shape | None:
        if isinstance(node, nodes.Name | nodes.Getattr):
            shape = self._shape(node, scope)
            self._use(node, shape, form, _source(node))
            return shape
        if isinstance(node, nodes.Const) and _is_allowed(node.value):
            return "constant"
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        if not self._is_condition(node):
            self._refuse(node, _token(node))
            return None
        for child in _operands(node):
            self._expression(child, scope)
        return "condition"

    def _is_condition(self, node: nodes.Node) -> bool:
        if isinstance(node, nodes.Compare):
            self.asked.update(KIND + kind for kind in _kinds(node))
            return all(operand.op in ("eq", "ne") for operand in node.ops)
        return isinstance(node, nodes.And | nodes.Or | nodes.Not)

    def _filtered(self, node: nodes.Filter, scope: Mapping[str, Shape]) -> Shape | None:
        if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs or not node.node:
            self._refuse(node, f"|{node.name}")
            return None
        shape = self._expression(node.node, scope)
        if shape in _UNFILTERED:
            self._refuse(node, f"|{node.name}")
            return None
        if node.name == "length":
            return "number"
        return item_of(shape) or shape

    def _use(self, node: nodes.Node, shape: Shape | None, form: Form, written: str) -> None:
        """Note what is asked of a report's own names."""
        if isinstance(shape, Own) and shape.path not in (FIELDS, FIGURES):
            self.asked.add(Use(shape.path, form, written, self._place_of(self._line or node.lineno)).asked())

    def _shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
        """What a name or an attribute holds; None where it is unknown, which is reported."""
        if isinstance(node, nodes.Name):
            return self._known(node, node.name, scope)
        if isinstance(node, nodes.Getattr):
            owner = self._shape(node.node, scope)
            if owner is None or isinstance(owner, Own):
                return owner and Own(f"{owner.path}.{node.attr}")
            return self._known(node, node.attr, owner if isinstance(owner, dict) else {})
        self._refuse(node, _token(node))
        return None

    def _known(self, node: nodes.Node, name: str, scope: Mapping[str, Shape]) -> Shape | None:
        if (known := name_in(name, scope)) is not None:
            self.asked.add(known)
            return scope[known]
        if name in _LOOPS and isinstance(node, nodes.Name):
            self._report("template_outside_loop", node, name, _LOOPS[name])
            return None
        expected = "、".join(self._near(name, scope))
        self._report("template_variable", node, _source(node), expected)
        return None

    def _near(self, name: str, scope: Mapping[str, Shape]) -> list[str]:
        """The names that are most like it, else all there are; a hundredth suggestion helps no reader."""
        names = [*islice(scope, _MOST_NAMES)]
        if not name.isascii():
            names = [word for each in names for word in NAMES.get(each, (each,))[:1]]
        is_worth_it = len(self.findings) < _SUGGESTIONS
        if not is_worth_it:
            return names
        own = [word for each in (FIELDS, FIGURES) for word in (each, *NAMES[each])]
        ours = [each for each in names if each not in own]
        return alike(name, ours) or alike(name.casefold(), ours) or alike(name, own) or names

    def _refuse(self, node: nodes.Node, what: str) -> None:
        self._report("template_language", node, what, LANGUAGE)

    def _report(self, rule: str, node: nodes.Node, found: str, expected: str = "") -> None:
        place = self._place_of(self._line or node.lineno)
        self.findings.append(Finding(rule, place=place, found=found, expected=expected))


def _is_allowed(value: object) -> bool:
    """Whether a tag may say a constant: true, false, none, a whole number, or a short text that a document can carry.

    Numbers of many digits don't come here: the lexer refuses them.
    """
    if isinstance(value, str):
        return len(value) <= _LONGEST and is_printable(value)
    return isinstance(value, int | None)


def _wrong_place(loop: _Loop, looped: tuple[_Loop, ...]) -> str:
    """The rule that a loop breaks where it stands; empty for none.

    No list is looped over in its own loop; a list of the report's own only outside of all loops, or within the one
    over the item that it is in. So a template goes over each item of the data once for each of its loops.
    """
    if loop.is_own or any(outer.is_own for outer in looped):
        is_inner = bool(looped) and loop.is_own and loop.name.partition(".")[0] == looped[-1].variable
        return "" if is_inner or not looped else "template_loop_apart"
    name = loop.name.rpartition(".")[2]
    return "template_nested_loop" if name in [outer.name.rpartition(".")[2] for outer in looped] else ""


def _shape_of(node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
    """What a name or an attribute holds; None where it is unknown; others report that."""
    if isinstance(node, nodes.Name):
        return scope.get(name_in(node.name, scope) or "")
    owner = _shape_of(node.node, scope) if isinstance(node, nodes.Getattr) else None
    return member_of(owner, node.attr) if isinstance(node, nodes.Getattr) else None


def _kinds(node: nodes.Compare) -> Iterator[str]:
    """The kinds of blocks that a comparison names."""
    operands = [node.expr, *(operand.expr for operand in node.ops)]
    if any(isinstance(operand, nodes.Getattr) and operand.attr in ("kind", *NAMES["kind"]) for operand in operands):
        named = (str(operand.value) for operand in operands if isinstance(operand, nodes.Const))
        yield from (KIND_NAMES.get(name, name) for name in named)


def _operands(node: nodes.Node) -> Iterator[nodes.Node]:
    """The expressions that a condition is made of."""
    for child in node.iter_child_nodes():
        yield child.expr if isinstance(child, nodes.Operand) else child


def _source(node: nodes.Node) -> str:
    """A name or an attribute as the template has it."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_source(node.node)}.{node.attr}"
    return _token(node)


def _token(node: nodes.Node) -> str:
    """How a template writes such a node."""
    if isinstance(node, nodes.Const):
        return quote(str(node.value))
    name = type(node).__name__.lower()
    return TOKENS.get(name, name)
