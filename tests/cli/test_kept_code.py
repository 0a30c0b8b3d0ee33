"""The code of a command's last run serves its next, and does what Python makes of it anew."""

import re
import sys
from collections import namedtuple
from dataclasses import FrozenInstanceError, make_dataclass
from importlib import import_module
from typing import ForwardRef

import pytest

from renmin_docs.cli import kept_code as module
from renmin_docs.cli.kept_code import code_of, kept_code, pattern_of
from renmin_docs.report.figure_names import _NO_NAME

MANY = [f"第{number}[章-节](?P<n{number}>[一-三]+|x{{2,{number + 3}}})" for number in range(12)]
ODD = [
    ("", 0),
    ("[\u4e00-\u9fff]+(?<![丁-甲])", 0),
    (r"(?P<a>\d)(.)(?P<b>\2|(?(a)b|c))*+(?>x|y)\Z", re.ASCII),
    (r"(?imx) a  # a comment", re.DOTALL),
    ("[\U00020000-\U0002a6df𠮷]|ß", re.IGNORECASE),
    (_NO_NAME.pattern, 0),
]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    return tmp_path / "cache"


def compiled_anew(patterns, command="render"):
    """How many of the patterns a command compiles itself."""
    parser, parsed = import_module("re._parser"), []
    usual = parser.parse
    with pytest.MonkeyPatch.context() as patch, kept_code(command):
        patch.setattr(parser, "parse", lambda pattern, flags=0: (parsed.append(pattern), usual(pattern, flags))[1])
        for pattern in patterns:
            re.purge()
            re.compile(pattern)
    return len({*parsed} & {*patterns})


@pytest.mark.parametrize(("pattern", "flags"), ODD)
def test_a_pattern_made_of_its_code_is_the_one_that_re_compiles(pattern, flags):
    usual = re.compile(pattern, flags)
    made = pattern_of(pattern, code_of(pattern, int(flags)))
    assert made == usual
    assert (made.groups, made.groupindex, made.flags) == (usual.groups, usual.groupindex, usual.flags)


def test_what_a_command_compiled_it_does_not_compile_again():
    assert (compiled_anew(MANY), compiled_anew(MANY), compiled_anew(MANY, "check")) == (12, 0, 12)


def test_few_patterns_more_which_may_be_those_of_one_report_are_not_kept():
    compiled_anew(MANY)
    assert (compiled_anew([*MANY, "清河街道"]), compiled_anew([*MANY, "清河街道"])) == (1, 1)


def test_a_damaged_file_is_not_believed(folder):
    compiled_anew(MANY)
    (file,) = folder.glob("*.code")
    file.write_bytes(file.read_bytes()[:-1])
    assert (compiled_anew(MANY), compiled_anew(MANY)) == (12, 0)


def test_nothing_is_kept_where_the_user_wants_no_cache(folder, monkeypatch):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", "off")
    assert (compiled_anew(MANY), compiled_anew(MANY)) == (12, 12)
    assert not folder.exists()


def test_a_python_of_other_inner_parts_compiles_as_usual(monkeypatch):
    usual = import_module("re._compiler").compile
    monkeypatch.setitem(sys.modules, "_sre", None)
    with kept_code("render"):
        assert import_module("re._compiler").compile is usual


def test_a_wrong_pattern_is_refused_as_always_and_nothing_stays_exchanged():
    usual = import_module("re._compiler").compile
    with pytest.raises(re.error, match="unterminated character set"), kept_code("render"):
        re.compile("[")
    assert import_module("re._compiler").compile is usual


def made_of_source(count=12):
    """Data classes, named tuples and annotations, and how often the source that is written for them was compiled."""
    compiled = []
    with pytest.MonkeyPatch.context() as patch, kept_code("render"):
        patch.setattr(
            module,
            "compile",
            lambda *source, **how: (compiled.append(source), compile(*source, **how))[1],
            raising=False,
        )
        classes = [make_dataclass(f"Made{n}", [("year", int), (f"f{n}", str, "")], frozen=True) for n in range(count)]
        tuples = [namedtuple(f"Pair{n}", ["year", f"f{n}"]) for n in range(count)]  # noqa: PYI024 - of collections
        references = [ForwardRef(f"dict[str, Made{n}]") for n in range(count)]
    return classes, tuples, references, len(compiled)


def test_methods_and_annotations_that_a_command_compiled_are_not_compiled_again():
    *_, first = made_of_source()
    classes, tuples, references, second = made_of_source()
    assert first >= 3 * 12
    assert second == 0
    made = classes[3](2024, f3="街道")
    assert (repr(made), made, hash(made)) == (
        "Made3(year=2024, f3='街道')",
        classes[3](2024, "街道"),
        hash(classes[3](2024, "街道")),
    )
    with pytest.raises(FrozenInstanceError):
        made.year = 2025
    assert tuples[5](2024, f5=1) == (2024, 1)
    assert eval(references[7].__forward_code__, {"Made7": int}) == dict[str, int]


def test_source_that_is_wrong_is_refused_as_always():
    with pytest.raises(SyntaxError, match="Forward reference must be an expression"), kept_code("render"):
        ForwardRef("list[")
