"""The names that a wrong one may have been meant for."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names most like this one; all of them where none is like it."""
    names = list(known)
    return "、".join(difflib.get_close_matches(name, names, n=3, cutoff=0.5) or names[:8])
