"""Templates for the fuzz whose paragraphs are tags of any kind, from a source of chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.proof.test_naive import FEATURES, in_paragraph, table
from tests.render.preparing.test_repair import CELLS, EMPTIED, IDENTITIES
from tests.templates import LOOP, with_body

if TYPE_CHECKING:
    import random

NAMES = [
    *("title", "organization", "issuer", "issue_date", "year", "blocks", "block", "block.text", "block.points"),
    *("point", "point.text", "loop", "loop.index", "loop.first", "self", "title.__class__", "block.items"),
    *("blocks.append", "signature", "signature.issuer", "block.keep_next", "block.rung", "none", "true", "1", "x"),
    *("'x'", '"y"', "“x”", "10**10", "range(10)", "[1]", "{}", "()", "title[0]", "title()", "lipsum", "cycler"),
    *("joiner", "namespace", "super", "caller", "varargs", "True", "None", "1.5", "0xff", "1_0", "9" * 5_000, "é"),
    *(r"'\ud800'", r"'\x00'", r"'\uffff'", r"'\N{X}'", "'x' 'y'", "'" + "x" * 300 + "'", "b" * 3_000, "段"),
]
FILTERS = ["first", "last", "length", "upper", "safe", "join('x')", "map('x')", "attr('x')", "tojson", "xmlattr"]
OPERATORS = [
    *("==", "!=", "and", "or", "not", "+", "*", "~", "in", "is", "if", "else", "|", ".", ",", "<", "//", "%", "%}"),
]
STATEMENTS = [
    *("for {0} in {1}", "for block in blocks", "for point in block.points", "endfor", "if {0}", "elif {0}", "else"),
    *("endif", "set x = {0}", "macro {0}()", "endmacro", "include {0}", "raw", "endraw", "filter upper", "block a"),
    *("endblock", "autoescape false", "with", "call {0}", "import {0}", "colspan {0}", "cellbg {0}", "vm", "hm", ""),
    *("for loop in blocks", "for self in blocks", "for super in block.points", "for é in blocks", "for {0} in blocks"),
    *("for {0} in {1} recursive", "for a, b in {0}", "for {0} in {1} if {0}", "break", "do {0}", "trans", "x" * 300),
]
REPEATED = ["not ", "(", "[", "-", "title.", "title or ", "title == ", "title|", "title, ", "'a' "]
PIECES = [
    *FEATURES.values(),
    *((LOOP[0], in_paragraph(identity), LOOP[2]) for identity in IDENTITIES.values()),
    *((table(CELLS), emptied) for emptied in EMPTIED.values()),
]
TYPES = ["", "", "", "p", "p", "r", "tr", "tc", "-", "+", "p-", "pp"]
HALVES = ["{#", "{{", "}}", "{%", "%}", "{_{", "%_}", "{# x #}", "{#p x #}", "{%p %}", "{{}}", "#}"]
AROUND = [
    ("", ""),
    ("{%p for block in blocks %}", "{%p endfor %}"),
    ("{%p if year %}", "{%p endif %}"),
    ("{%p for point in block.points %}", "{%p endfor %}"),
]
_DEEPEST = 3


def tag_case(chance: random.Random) -> bytes:
    """A template of tags, some of them nested right, or of sound pieces, or of both."""
    kind = chance.choice(("tags", "pieces", "both"))
    body: list[str] = ["{{ title }}"]
    for _ in range(0 if kind == "pieces" else chance.randrange(1, 12)):
        before, behind = chance.choice(AROUND)
        body += filter(None, (before, _text(chance), behind))
    for _ in range(0 if kind == "tags" else chance.randrange(1, 4)):
        body += chance.choice(PIECES)
    if chance.random() < 0.3:
        chance.shuffle(body)
    return with_body(*(line for line in body if line.startswith("<w:") or not line.startswith("<")))


def _text(chance: random.Random) -> str:
    return "".join(chance.choice((_tag(chance), _tag(chance), "文", " ")) for _ in range(chance.choice((1, 1, 2, 4))))


def _tag(chance: random.Random) -> str:
    kind = chance.choice(TYPES)
    if chance.random() < 0.4:
        return f"{{{{{kind} {_expression(chance)} }}}}"
    if chance.random() < 0.1:
        return chance.choice(HALVES)
    statement = chance.choice(STATEMENTS).format(_expression(chance), _expression(chance))
    return f"{{%{kind} {statement} {chance.choice(('', '', '', '-'))}%}}"


def _name(chance: random.Random) -> str:
    name = chance.choice(NAMES)
    return name if chance.random() < 0.98 else chance.choice(REPEATED) * chance.choice((30, 100, 600)) + name


def _expression(chance: random.Random, depth: int = 0) -> str:
    name = _name(chance)
    if depth > _DEEPEST or chance.random() < 0.5:
        return name
    shape = chance.randrange(5)
    if shape == 0:
        return f"{name}|{chance.choice(FILTERS)}"
    if shape == 1:
        return f"{name}.{chance.choice(NAMES)}"
    inner = _expression(chance, depth + 1)
    if shape == 2:
        return f"({inner})"
    if shape == 3:
        return f"not {inner}"
    return f"{inner} {chance.choice(OPERATORS)} {_expression(chance, depth + 1)}"
