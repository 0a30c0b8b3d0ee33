"""Code that Python makes while it runs, kept for a command's next run: to make it anew is half of a short one.

Python keeps on disk what it compiles of a module, but neither what `re` compiles of a pattern nor what the standard
library compiles of the source that it writes itself: methods of data classes and named tuples, annotations. While a
command runs, both ask here first. What the command made is kept in the cache's folder, where prepared templates are,
under a name made from the command and the versions of this package and of Python. Where Python takes patterns apart in
another way than CPython 3.11, and where the folder can't be used, all is compiled as usual.
"""

from __future__ import annotations

import collections
import dataclasses
import hashlib
import marshal
import re
import sys
import typing
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from types import CodeType
from typing import Any, TypeAlias

from renmin_docs.render.preparing.private_folder import cache_folder, private_folder
from renmin_docs.version import __version__

PatternCode: TypeAlias = tuple[int, bytes, int, dict[str, int]]
"""Flags, the code's words, the number of groups, the numbers of those with names."""
_Key: TypeAlias = tuple[str, int | str]
"""A pattern and its flags, or a source and how it is run: eval, exec."""
_FEW, _MOST = 8, 4_000
"""A file is not written anew for a few pieces, which may be those of one report; nor does it hold more than this."""
_PROBE = "(?P<year>[0-9]{4})年|[一-三甲丙]"
_WORD = "I"
_UNUSABLE = (ImportError, AttributeError, LookupError, OSError, TypeError, ValueError, EOFError, RuntimeError)


@contextmanager
def kept_code(command: str) -> Iterator[None]:
    """Take the code that is made in the block from the command's last run, and keep it for its next."""
    known = _read(command)
    if known is None:
        yield
        return
    kept = _Kept(known)
    with kept.asked_first():
        yield
    if len(kept.fresh) > _FEW:
        _write(command, known if len(known) <= _MOST else kept.fresh)


class _Kept:
    """The pieces of code of a command: those known, and among them the fresh ones."""

    def __init__(self, known: dict[_Key, Any]) -> None:
        self._known = known
        self.fresh: dict[_Key, Any] = {}

    @contextmanager
    def asked_first(self) -> Iterator[None]:
        """Stand before `re`'s compiler, and before the functions by which the standard library runs source."""
        compiler: Any = import_module("re._compiler")
        usual = compiler.compile

        def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
            if type(pattern) is not str or flags & re.DEBUG:
                return usual(pattern, flags)  # type: ignore[no-any-return]
            return pattern_of(pattern, self._piece((pattern, int(flags)), lambda: code_of(pattern, flags)))

        places: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
            (typing, "compile", lambda source, _, mode, **more: self._source(source, mode, **more)),
            (dataclasses, "exec", lambda source, *names: exec(self._source(source, "exec"), *names)),  # noqa: S102
            (collections, "eval", lambda source, *names: eval(self._source(source, "eval"), *names)),  # noqa: S307
        )
        compiler.compile = compiled
        for module, name, ours in places:
            setattr(module, name, ours)  # found before the built-in one
        try:
            yield
        finally:
            compiler.compile = usual
            for module, name, _ in places:
                delattr(module, name)

    def _source(self, source: Any, mode: str, **more: Any) -> CodeType:
        def make() -> CodeType:
            return compile(source, "<string>", mode, dont_inherit=True, **more)  # type: ignore[no-any-return]

        return make() if more or type(source) is not str else self._piece((source, mode), make)

    def _piece(self, key: _Key, make: Callable[[], Any]) -> Any:
        if key not in self._known:
            self._known[key] = self.fresh[key] = make()
        return self._known[key]


def code_of(pattern: str, flags: int = 0) -> PatternCode:
    """What `re` compiles a pattern to.

    Raises:
        re.error: It is no regular expression.
    """
    tree = import_module("re._parser").parse(pattern, flags)
    words = import_module("re._compiler")._code(tree, flags)  # noqa: SLF001
    return int(flags | tree.state.flags), array(_WORD, words).tobytes(), tree.state.groups - 1, {**tree.state.groupdict}


def pattern_of(pattern: str, code: PatternCode) -> re.Pattern[str]:
    """The compiled pattern, of its code."""
    flags, words, groups, numbers = code
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    compile_code = import_module("_sre").compile
    return compile_code(pattern, flags, array(_WORD, words).tolist(), groups, numbers, tuple(names))  # type: ignore[no-any-return]


def _read(command: str) -> dict[_Key, Any] | None:
    """What is kept of a command; None where nothing can be."""
    folder = cache_folder()
    if folder is None:
        return None
    with suppress(*_UNUSABLE), private_folder(folder) as files:
        return marshal.loads(files.read_sealed(_name(command)))  # type: ignore[no-any-return]  # noqa: S302  # sealed
    with suppress(*_UNUSABLE):
        if pattern_of(_PROBE, code_of(_PROBE)) == re.compile(_PROBE):
            return {}
    return None


def _write(command: str, known: dict[_Key, Any]) -> None:
    folder = cache_folder()
    with suppress(*_UNUSABLE):
        if folder is not None:
            with private_folder(folder, make=True) as files:
                files.write_sealed(_name(command), marshal.dumps(known))


def _name(command: str) -> str:
    return hashlib.sha256(repr((command, __version__, sys.version, sys.byteorder)).encode()).hexdigest() + ".code"
