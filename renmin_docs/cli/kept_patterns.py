"""Compiled regular expressions, kept for a command's next run: to compile them anew is two fifths of a short one.

Python keeps on disk what it compiles of a module, but not what `re` compiles of a pattern. While a command runs, `re`
asks here first. The code of the command's patterns is kept in the cache's folder, where prepared templates are, under
a name made from the command and the version of Python. Python checks the code that it is given. Where it does not take
patterns apart as CPython 3.11 does, and where the folder can't be used, all patterns are compiled as usual.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from array import array
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from renmin_docs.render.preparing.private_folder import cache_folder, private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

Code: TypeAlias = tuple[int, bytes, int, dict[str, int]]
"""Flags, the code's words, the number of groups, the numbers of those with names."""
_FEW, _MOST = 8, 2_000
"""A file is not written anew for a few patterns, which may be those of one report; nor does it hold more than this."""
_PROBE = "(?P<year>[0-9]{4})年|[一-三甲丙]"
_WORD = "I"
_UNUSABLE = (ImportError, AttributeError, LookupError, OSError, TypeError, ValueError, EOFError, RuntimeError)


@contextmanager
def kept_patterns(command: str) -> Iterator[None]:
    """Take the patterns that are compiled in the block from the command's last run, and keep them for its next.

    Args:
        command: Its name.
    """
    known, fresh = _read(command), dict[tuple[str, int], Code]()
    if known is None:
        yield
        return
    compiler: Any = import_module("re._compiler")
    usual = compiler.compile

    def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
        if type(pattern) is not str or flags & re.DEBUG:
            return usual(pattern, flags)  # type: ignore[no-any-return]
        if (key := (pattern, int(flags))) not in known:
            known[key] = fresh[key] = code_of(pattern, flags)
        return pattern_of(pattern, known[key])

    compiler.compile = compiled
    try:
        yield
    finally:
        compiler.compile = usual
    if len(fresh) > _FEW:
        _write(command, known if len(known) <= _MOST else fresh)


def code_of(pattern: str, flags: int = 0) -> Code:
    """What `re` compiles a pattern to.

    Raises:
        re.error: It is no regular expression.
    """
    tree = import_module("re._parser").parse(pattern, flags)
    words = import_module("re._compiler")._code(tree, flags)  # noqa: SLF001
    return int(flags | tree.state.flags), array(_WORD, words).tobytes(), tree.state.groups - 1, {**tree.state.groupdict}


def pattern_of(pattern: str, code: Code) -> re.Pattern[str]:
    """The compiled pattern, of its code."""
    flags, words, groups, numbers = code
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    compile_code = import_module("_sre").compile
    return compile_code(pattern, flags, array(_WORD, words).tolist(), groups, numbers, tuple(names))  # type: ignore[no-any-return]


def _read(command: str) -> dict[tuple[str, int], Code] | None:
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


def _write(command: str, known: dict[tuple[str, int], Code]) -> None:
    folder = cache_folder()
    with suppress(*_UNUSABLE):
        if folder is not None:
            with private_folder(folder, make=True) as files:
                files.write_sealed(_name(command), marshal.dumps(known))


def _name(command: str) -> str:
    return hashlib.sha256(repr((command, sys.version, sys.byteorder)).encode()).hexdigest() + ".patterns"
