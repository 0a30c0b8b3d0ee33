"""The floors of the house: imports go down, rooms of one floor don't know one another, nothing goes in circles."""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import renmin_docs

PACKAGE = Path(renmin_docs.__file__).parent
NAME = "renmin_docs"

FLOORS = (
    (
        *(
            "messages",
            "vocabulary",
            "errors",
            "units",
            "builtin_templates",
            "version",
            "patterns",
            "emphasis",
            "frozen",
        ),
        *("opening", "file_kinds", "fingerprint", "writing", "output_faults", "libreoffice"),
    ),
    ("figures", "numerals", "standard"),
    ("report", "ooxml"),
    ("proofread",),
    ("render", "intake", "preview"),
    ("batch", "check", "skeleton", "sheets"),
    ("revise", "templating"),
    ("", "cli", "__main__"),
)
"""Rooms from the ground up; the empty name is the package itself."""
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
STRANGERS = {
    *("render", "intake", "preview", "report", "ooxml", "figures", "standard"),
    *("batch", "check", "sheets", "proofread", "revise", "templating"),
}
"""Rooms that know no other room of their own floor, but for `NEIGHBOURS`."""
# `check` stands above `render`: what the compiler refuses is reported by the compiler alone, and a trial filling is a
# filling. `render` knows nothing of it, as before.
NEIGHBOURS = {("figures", "numerals")}

WITHIN_RENDER = (
    ("runs",),
    ("package", "pictures", "values"),
    ("extra_parts", "filling"),
    ("properties", "tables", "variables"),
    ("preparing",),
    ("layout", "notes"),
    ("template",),
    ("one_document",),
)
"""The floors of the largest room."""

UPWARD = {
    ("report.models", "_data_file", "intake.datafiles.data_file"),
    ("report.models", "to_bytes", "render.one_document"),
    ("report.models", "proofread", "check.documents"),
}
"""The only imports that go up, one to each upper room: late ones, for the reader's convenience."""


LONGEST_FUNCTION, LONGEST_MODULE = 28, 350
"""Lines of code of a function, lines of a module."""


class Import(NamedTuple):
    """One import of a module of the package: where, what, in which function, and whether only for types."""

    importer: str
    imported: str
    function: str
    for_types: bool


class _Imports(ast.NodeVisitor):
    def __init__(self, importer):
        self.importer, self.found = importer, []
        self._functions, self._for_types = [], False

    def generic_visit(self, node):
        """Imports are statements, which stand in no expression."""
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.expr):
                self.visit(child)

    def visit_FunctionDef(self, node):
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_If(self, node):
        outer = self._for_types
        self._for_types = outer or "TYPE_CHECKING" in ast.dump(node.test)
        for child in node.body:
            self.visit(child)
        self._for_types = outer
        for child in node.orelse:
            self.visit(child)

    def visit_Import(self, node):
        for alias in node.names:
            self._add(alias.name)

    def visit_ImportFrom(self, node):
        assert node.level == 0, f"{self.importer}: a relative import"
        for alias in node.names:
            name = f"{node.module}.{alias.name}"
            self._add(name if _module_of(name) in modules() else node.module)

    def _add(self, name):
        if name == NAME or name.startswith(NAME + "."):
            function = self._functions[-1] if self._functions else ""
            self.found.append(Import(self.importer, _module_of(name), function, self._for_types))


def _module_of(name):
    return name.removeprefix(NAME).removeprefix(".")


@cache
def modules():
    """Every module of the package by its name within it (`report.models`; a room's own is `render`)."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return found


@cache
def _tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports():
    """Every import of one module of the package by another."""
    found = []
    for name, path in modules().items():
        visitor = _Imports(name)
        visitor.visit(_tree(path))
        found += visitor.found
    return [each for each in found if each.imported != each.importer]


def at_run_time():
    return [each for each in imports() if not each.for_types]


def _room(module):
    return module.partition(".")[0]


def _is_upward(each):
    return FLOOR[_room(each.imported)] > FLOOR[_room(each.importer)]


def test_the_walk_sees_what_there_is():
    assert ("report.models", "report.periods") in {(each.importer, each.imported) for each in at_run_time()}
    assert Import("render.preparing.compiler", "render.preparing.engine_tags", "", for_types=False) in imports()
    assert Import("report.models", "render.template", "", for_types=True) in imports()
    assert len(modules()) > 40


def test_every_room_has_its_floor():
    assert {_room(module) for module in modules()} <= set(FLOOR)


def test_imports_go_down_but_for_the_named_ones():
    upward = {(each.importer, each.function, each.imported) for each in at_run_time() if _is_upward(each)}
    assert {each for each in upward if each[2] != ""} == UPWARD


def test_only_the_command_line_knows_the_package_itself():
    assert {each.importer for each in at_run_time() if each.imported == ""} <= {"cli"}


def test_imports_for_types_alone_go_up_only_where_a_late_import_goes_up():
    upward = {(each.importer, _room(each.imported)) for each in imports() if each.for_types and _is_upward(each)}
    assert upward <= {(importer, _room(imported)) for importer, _, imported in UPWARD}


def test_rooms_of_one_floor_do_not_know_one_another():
    neighbours = {
        (_room(each.importer), _room(each.imported))
        for each in imports()
        if _room(each.importer) in STRANGERS
        and _room(each.importer) != _room(each.imported)
        and FLOOR[_room(each.importer)] == FLOOR[_room(each.imported)]
    }
    assert neighbours <= NEIGHBOURS


def test_the_rooms_within_render_have_floors_of_their_own():
    floors = {room: floor for floor, rooms in enumerate(WITHIN_RENDER) for room in rooms}
    within = [
        (each, _room(each.importer.removeprefix("render").removeprefix(".")), _room(each.imported[len("render.") :]))
        for each in imports()
        if _room(each.importer) == _room(each.imported) == "render"
    ]
    assert {room for _, *rooms in within for room in rooms} == set(floors)
    wrong = [each for each, above, below in within if above != below and floors[above] <= floors[below]]
    assert wrong == []


def test_nothing_is_imported_in_circles():
    graph = {}
    for each in at_run_time():
        if (each.importer, each.function, each.imported) not in UPWARD:
            graph.setdefault(each.importer, set()).add(each.imported)
    done = set()

    def visit(module, trail):
        assert module not in trail, " → ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for imported in sorted(graph.get(module, ())):
                visit(imported, [*trail, module])
            done.add(module)

    for module in modules():
        visit(module, [])


@cache
def _foreign(path):
    """The top-level names that a module imports from elsewhere."""
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("docxtpl", {"render.preparing.compiler"}),
        ("docx", set()),
        ("ruamel", {"intake.datafiles.yaml_events"}),
        ("yaml", {"intake.datafiles.yaml_quick"}),
        ("opencc", {"intake.prose.traditional"}),
        ("pypdfium2", {"preview"}),
        ("diff_match_patch", {"revise.comparing"}),
        ("subprocess", {"libreoffice"}),
        ("tomllib", {"intake.datafiles.read_toml"}),
        ("click", {"cli"}),
        ("openpyxl", {"sheets.rows"}),
        ("babel", {"figures"}),
        ("jinja2", {"render.filling.engine", "render.filling.language", "render.template"}),
    ],
)
def test_a_library_is_known_in_its_own_rooms_only(library, homes):
    users = {module for module, path in modules().items() if library in _foreign(path)}
    assert {user if user in homes else _room(user) for user in users} <= homes


def _code_lines(function, lines):
    """The lines of a function, without its docstring, comments and empty ones."""
    first = (
        function.body[1].lineno if ast.get_docstring(function) and len(function.body) > 1 else function.body[0].lineno
    )
    held = [*range(function.lineno, function.body[0].lineno), *range(first, function.end_lineno + 1)]
    return sum(1 for number in held if lines[number - 1].strip() and not lines[number - 1].strip().startswith("#"))


def test_functions_and_modules_are_within_their_limits():
    long = []
    for name, path in modules().items():
        lines = path.read_text(encoding="utf-8").splitlines()
        functions = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef))
        long += [f"{name}.{each.name}" for each in functions if _code_lines(each, lines) > LONGEST_FUNCTION]
        long += [name] * (len(lines) > LONGEST_MODULE)
    assert long == []


def test_no_room_is_a_drawer_for_odds_and_ends():
    assert not {module.rpartition(".")[2] for module in modules()} & {"utils", "helpers", "common", "manager"}
