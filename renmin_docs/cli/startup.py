"""Start sooner, and end at once: skip what a process that makes one document does not need."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import wraps
from types import ModuleType
from typing import ParamSpec, TypeVar

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

_OBJECTS = 200_000
"""How many new objects there must be before Python looks for garbage among them; 700 by default.

A command for one report makes 50,000: to look at them once is 1/16 of its time.
"""
_TOOLS = 6
"""How many numbers `sys.monitoring` has for tools."""
_METADATA = "importlib.metadata"


def collect_seldom() -> None:
    """Look for garbage seldom: what is imported stays, and searching it again and again is 1/40 of a cold start."""
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


def leave(code: int) -> None:
    """End the process, but let the system free its memory: Python frees each object for itself, 1/25 of a cold start.

    What was registered for the end is done. The usual way is left to threads that still work, to profilers and
    debuggers, and to a stream that takes no more, of which Python tells.
    """
    if threading.active_count() > 1 or _is_watched():
        return
    with suppress(OSError, ValueError, AttributeError):
        atexit._run_exitfuncs()  # noqa: SLF001
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _is_watched() -> bool:
    """Whether a profiler or a debugger is at work; since Python 3.12 it may be a tool of `sys.monitoring`."""
    monitoring = getattr(sys, "monitoring", None)
    tools = map(monitoring.get_tool, range(_TOOLS)) if monitoring else ()
    return bool(sys.getprofile() or sys.gettrace() or any(tools))


def quickly_started(callback: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """The callback of a command, with a pydantic that looks for no plugins and builds what is used."""

    @wraps(callback)
    def run(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        _lighten_pydantic()
        return callback(*args, **kwargs)

    return run


def _lighten_pydantic() -> None:
    """Import pydantic without what one process does not need; where it is loaded already, all is as usual."""
    if "pydantic" in sys.modules:
        return
    _leave_out_plugins()
    from pydantic import BaseModel

    # Validators of models that are only parts of others are 1/50 of a cold start. For commands alone: pydantic before
    # 2.14 does not lock what it builds at its first use, and a program that uses the library may have threads.
    BaseModel.model_config["defer_build"] = True


def _leave_out_plugins() -> None:
    """Import pydantic's plugin loader without `importlib.metadata`, which brings `email`: 1/20 of a cold start.

    pydantic 2.14 imports it though plugins are disabled. While the loader is imported an empty stand-in is in its
    place; where the module is loaded already, or pydantic keeps its loader elsewhere, all is as usual.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _METADATA in sys.modules:
        return
    stand_in = ModuleType(_METADATA)
    stand_in.__dict__["entry_points"] = _no_entry_points
    sys.modules[_METADATA] = stand_in
    try:
        with suppress(ImportError):
            import pydantic.plugin._loader  # noqa: F401
    finally:
        del sys.modules[_METADATA]


def _no_entry_points(**_: object) -> Iterable[object]:
    return ()
