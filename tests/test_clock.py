"""No test judges by the clock: two modules look at it, and give no seconds away; what waits, waits long."""

import ast
from pathlib import Path

import pytest

from tests.waiting import HANG

TESTS = Path(__file__).parent
FILES = [path for path in sorted(TESTS.rglob("*.py")) if "benchmarks" not in path.parts]
CLOCKS = {
    *("process_time", "perf_counter", "monotonic", "thread_time", "clock_gettime", "timeit", "default_timer"),
    *("process_time_ns", "perf_counter_ns", "monotonic_ns", "thread_time_ns", "time_ns", "clock_gettime_ns"),
    *("getrusage", "ru_utime", "ru_stime", "cpu_times", "RLIMIT_CPU", "setitimer", "seconds_of"),
}
"""Names by which a module comes to know how long something took."""
ALLOWED = {
    "timing.py": "gives growths and costs",
    "test_timing.py": "tests it",
    "waiting.py": "waits for other processes",
    "proof/fuzzing.py": "stops what takes many times the reference, after as many cases as fit in a span",
    "proof/hostile_child.py": "divides by the reference",
}
WAITING = {"wait", "communicate", "join", "result", "exception"}
"""Methods that may be given how long to wait at most."""


def clocks(source):
    """The names of clocks in a module, with their lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = {ast.Name: "id", ast.Attribute: "attr", ast.alias: "name"}.get(type(node))
        if name and getattr(node, name).rpartition(".")[2] in CLOCKS:
            found.append((node.lineno, getattr(node, name)))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("time.time", "os.times"):
            found.append((node.lineno, ast.unparse(node)))
    return found


def impatient(source):
    """The calls in a module that wait for less than what hangs would take, with their lines."""
    return [
        (call.lineno, ast.unparse(call.func))
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        for limit in (
            *(keyword.value for keyword in call.keywords if keyword.arg == "timeout"),
            *(call.args if isinstance(call.func, ast.Attribute) and call.func.attr in WAITING else ()),
        )
        if isinstance(limit, ast.Constant) and isinstance(limit.value, int | float) and limit.value < HANG
    ]


def numbers_beside_times(source):
    """The lines of a module that compare a time with a number, except with none at all."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        if any(isinstance(part, ast.Constant) and part.value for part in (node.left, *node.comparators))
        if clocks(ast.unparse(node)) or "seconds" in ast.unparse(node)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_a_module_looks_at_no_clock_and_waits_long(path):
    source = path.read_text(encoding="utf-8")
    assert path.relative_to(TESTS).as_posix() in ALLOWED or not clocks(source)
    assert not impatient(source)


@pytest.mark.parametrize(
    "source",
    [
        "import time\nstart = time.process_time()",
        "from time import perf_counter as clock",
        "import time\ntime.time()",
        "usage.ru_utime < 2",
        "from timeit import timeit",
        "from tests.timing import seconds_of",
        "resource.setrlimit(resource.RLIMIT_CPU, (2, 2))",
    ],
)
def test_a_clock_is_found_by_any_of_its_names(source):
    assert clocks(source)


@pytest.mark.parametrize("source", ["import time\ntime.sleep(1)", "date.today()", "growth(read, 300) < LINEAR"])
def test_what_is_no_clock_is_let_be(source):
    assert clocks(source) == []


@pytest.mark.parametrize("source", ["process.wait(10)", "subprocess.run(command, timeout=30)", "future.result(1.5)"])
def test_what_waits_too_short_is_found(source):
    assert impatient(source)


@pytest.mark.parametrize("source", ["process.wait(HANG)", "process.wait()", "os.path.join('a', 'b')", "get('a', 1)"])
def test_what_waits_long_or_does_not_wait_is_let_be(source):
    assert impatient(source) == []


@pytest.mark.parametrize("name", ALLOWED)
def test_what_looks_at_a_clock_compares_it_with_no_number(name):
    assert numbers_beside_times((TESTS / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("source", ["seconds < 2", "time.process_time() - start > 0.5", "2 > outcome['seconds'] > 0"])
def test_a_time_beside_a_number_is_found(source):
    assert numbers_beside_times(source) == [1]
