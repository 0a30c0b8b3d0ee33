"""Waiting for other processes until something holds: never longer than a process that hangs would, nor much less."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

HANG = 300
"""Seconds after which what is waited for will never come, however slow and busy the machine is. It judges nothing."""
_PAUSE = 0.02


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """What the condition gives as soon as that is true.

    Args:
        condition: What to ask again and again.
        what: What is waited for, in words.

    Raises:
        TimeoutError: It hangs.
    """
    until = time.monotonic() + HANG
    while not (given := condition()):
        if time.monotonic() > until:
            raise TimeoutError(f"waited for {what} in vain")
        time.sleep(_PAUSE)
    return given
