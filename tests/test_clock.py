"""No test judges by the clock: what took time is never compared with a number of seconds."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FILES = [path for path in sorted(TESTS.rglob("*.py")) if "benchmarks" not in path.parts]
CLOCKS = {"process_time", "perf_counter", "monotonic", "time", "thread_time"}
TIMES = {"seconds", "elapsed", "duration", "took", "cpu_seconds", "seconds_of"}
SELF = {"timing.py"}
"""The clock's own module, which waits until there is something to measure."""


def is_time(node):
    """Whether an expression is a time that was measured."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in CLOCKS:
            return isinstance(part.func.value, ast.Name) and part.func.value.id == "time"
        if isinstance(part, ast.Name) and part.id in TIMES:
            return True
        if isinstance(part, ast.Constant) and part.value in TIMES:
            return True
    return False


def is_constant(node):
    """Whether an expression is made of numbers and of names in capitals."""
    if isinstance(node, ast.IfExp):
        return is_constant(node.body) and is_constant(node.orelse)
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Name | ast.Constant)]
    return bool(parts) and all(isinstance(part, ast.Constant) or part.id.isupper() for part in parts)


def judged(source):
    """The lines of a module in which an assertion compares a measured time with a constant."""
    return [
        compared.lineno
        for asserted in ast.walk(ast.parse(source))
        if isinstance(asserted, ast.Assert)
        for compared in ast.walk(asserted.test)
        if isinstance(compared, ast.Compare)
        if any(map(is_time, (compared.left, *compared.comparators)))
        if any(map(is_constant, (compared.left, *compared.comparators)))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_no_assertion_compares_a_time_with_a_constant(path):
    assert path.name in SELF or judged(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "assertion",
    [
        "seconds < 2",
        "LIMIT > elapsed",
        "time.process_time() - start < 3 * LIMIT",
        "outcome['seconds'] < SECONDS",
        "seconds < (4 if size < 10 else 10)",
    ],
)
def test_such_an_assertion_is_found(assertion):
    assert judged(f"assert {assertion}") == [1]


@pytest.mark.parametrize("assertion", ["growth(read, 300) < 8", "units < SOON", "megabytes < 300", "now < until"])
def test_others_are_let_be(assertion):
    assert judged(f"assert {assertion}") == []
