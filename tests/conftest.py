"""Settings of every test: templates are kept in a folder of the run, not in the user's, messages are English."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests import lean, standing_office
from tests.effort import THOROUGH, examples, share
from tests.tracing import untraced

_PROGRAMS = ("printed", "sdk")
"""Marks of tests that wait for LibreOffice or the validator."""
_NOT_MEASURED = (
    "proof",
    "test_any_text",
    "test_anybody",
    "test_cluster",
    "test_every_entry",
    "test_families",
    "test_growth",
    "test_hostile",
    "test_limits",
    "test_official_sdk",
    "test_out_and_in",
    "test_sdk",
    "test_untrusted",
    "test_update_laws",
    "test_write_yaml",
)
"""Folders and modules that coverage does not follow: they try many inputs on lines that other tests run as well, and
its tracing would make them take half as long again."""

for _name in ("LC_ALL", "LC_MESSAGES"):  # a test of a language sets its locale, whatever the developer's is
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

# each process that a test starts would compile the package anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# a busy machine makes no case wrong; what must be fast is timed
settings.register_profile("busy", max_examples=examples(100), deadline=None)
settings.load_profile("busy")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """As many processes as this one may use cores, fewer where it is pinned to some; each collects all tests."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Run whole folders in all cores, each file in one process; a single file starts sooner in this one.

    `-n` and `--dist` overrule it, and so do `-p no:xdist` and `--pdb`. pytest-cov decides before this how it measures:
    with `--cov` the workers must be asked for.
    """
    option = config.option
    if not config.pluginmanager.hasplugin("xdist") or hasattr(config, "workerinput"):
        return
    is_alone = option.usepdb or config.pluginmanager.hasplugin("_cov")
    if option.numprocesses is None and not is_alone and all(Path(name).is_dir() for name in config.args):
        processes = pytest_xdist_auto_num_workers()
        option.numprocesses = processes if processes > 1 else 0
    if option.numprocesses and option.dist == "no":
        option.dist = "loadfile"
        option.loadscopereorder = False  # files go out in the order of pytest_collection_modifyitems


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(lean)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Collect without the garbage collector, and keep it from what was collected: all of that stays until the end.

    Afterwards it works seldom: the few objects of a test that hold each other may stay a while, for 50 MB.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(100_000, 20, 20)
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item):
    """Run the tests of `_NOT_MEASURED`, and what they set up, without coverage's tracing."""
    is_measured = item.path.stem not in _NOT_MEASURED and item.path.parent.name not in _NOT_MEASURED
    if is_measured or not item.config.pluginmanager.hasplugin("_cov"):
        return (yield)
    with untraced():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_collect_file():
    """Look for no examples in the docstrings of tests, which have none."""
    return [each for each in (yield) if type(each) is pytest.Module]


@pytest.hookimpl(wrapper=True)
def pytest_generate_tests(metafunc: pytest.Metafunc):
    """Leave out cases where a share is enough before tests are made of them, which each process does for all.

    `_calls` is pytest's own. Deselecting made tests by public hooks costs half a second and 44 MB of each process.
    """
    made = yield
    cases = metafunc._calls
    if cases and _tries_a_share(metafunc.config):
        test = metafunc.definition
        tried = share([_values(test, case.params) for case in cases], test.nodeid)
        cases[:] = [case for number, case in enumerate(cases) if number in tried]
    return made


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what takes seconds to CI, and begin with the files that take longest.

    So no process works alone on one at the end.
    """
    if _tries_a_share(config):
        left = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]
    if not hasattr(config, "workerinput"):
        return
    tests: dict[Path, int] = {}
    programs: set[Path] = set()
    for item in items:
        tests[item.path] = tests.get(item.path, 0) + 1
        if _waits(item):
            programs.add(item.path)
    items.sort(key=lambda item: (item.path not in programs, -tests[item.path], str(item.path)))


def pytest_unconfigure() -> None:
    standing_office.end()


def pytest_report_header(config: pytest.Config) -> str:
    """Say what is not tried."""
    return "a share of the cases of each test; CI=true pytest tries all" if _tries_a_share(config) else ""


def _tries_a_share(config: pytest.Config) -> bool:
    """Whether whole folders are run outside CI, and nothing of them is chosen: that is to be run as it stands."""
    names = ("keyword", "markexpr", "lf", "failedfirst", "stepwise")
    is_chosen = any(getattr(config.option, name, None) for name in names)
    return not THOROUGH and not is_chosen and all(Path(name).is_dir() for name in config.args)


def _waits(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(mark) for mark in _PROGRAMS)


def _values(test: pytest.Item, parameters: dict[str, object]) -> list[tuple[int, ...]]:
    """What stands for a case's values, one for each factor: a `parametrize`, or a fixture with parameters."""
    parameters = {name: id(value) for name, value in parameters.items()}
    values = []
    for mark in test.iter_markers("parametrize"):
        names = mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0]
        values.append(tuple(parameters.pop(name.strip()) for name in names))
    return [*values, *((value,) for value in parameters.values())]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    before = os.environ.get("RENMIN_DOCS_CACHE")
    os.environ["RENMIN_DOCS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["RENMIN_DOCS_CACHE"]
    else:
        os.environ["RENMIN_DOCS_CACHE"] = before
