"""How much of an open set of inputs a run tries: all that is asked for in CI, a tenth of it elsewhere."""

from __future__ import annotations

import os

THOROUGH = bool(os.environ.get("CI"))
"""Whether the run takes its time; `CI=true pytest` does."""
_LEAST = 5
_SHARE = 10


def examples(number: int) -> int:
    """How many of so many examples this run tries."""
    return number if THOROUGH else min(number, max(_LEAST, number // _SHARE))
