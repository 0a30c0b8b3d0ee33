"""Regular expressions that are compiled when they are first used.

The notation of figures has long ones; together they cost a command line tens of milliseconds.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def lazy(pattern: str) -> Callable[[], re.Pattern[str]]:
    """What gives the compiled pattern, compiling it at the first call.

    >>> lazy("[0-9]+")().fullmatch("12") is not None
    True
    """
    return cache(partial(re.compile, pattern))
