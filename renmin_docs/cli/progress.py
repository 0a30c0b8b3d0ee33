"""What a terminal shows while long work goes on; where the errors' output is no terminal, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from renmin_docs.cli.words import Words
from renmin_docs.messages import Language

T = TypeVar("T")
_TEXTS = {"waiting": ("LibreOffice is at work …", "LibreOffice 正在排版，请稍候……")}
_ERASED = "\r\x1b[K"


def bar(total: int, items: Iterable[T] | None = None) -> Any:
    """A progress bar of tqdm, over items or by itself; None without a terminal, or without the library."""
    if not _is_terminal():
        return None
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    return tqdm(items, total=total, file=sys.stderr, dynamic_ncols=True)


def counted(items: Sequence[T]) -> Iterator[T]:
    """The items one by one, with a bar where there are several."""
    shown = bar(len(items), items) if len(items) > 1 else None
    return iter(items if shown is None else shown)


@contextmanager
def waiting(language: Language) -> Iterator[None]:
    """A line that stands while LibreOffice prints, some seconds, and is erased then."""
    if not _is_terminal():
        yield
        return
    sys.stderr.write(Words(language, _TEXTS)("waiting"))
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(_ERASED)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
