"""Where reports are made: here, in processes of this machine, or on a cluster."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, ParamSpec, Self, TypeVar

from renmin_docs.errors import Finding, OutputError

P = ParamSpec("P")
T = TypeVar("T")

EXTRA = "renmin-docs[cluster]"
_EXAMPLE = "tcp://127.0.0.1:8786"
_WARM = (
    "renmin_docs.intake.datafiles.loading",
    "renmin_docs.intake.datafiles.read_yaml",
    "renmin_docs.render",
    "renmin_docs.batch.work",
)
_SECONDS = "10s"  # in which a scheduler answers
_ENDED = 3
_MOST_PROCESSES = 61 if sys.platform == "win32" else sys.maxsize
"""Windows waits for no more than 63 things at a time, and a pool for two besides its processes."""
IN_FLIGHT = 64
_EACH = 4
"""How many reports are with the workers at a time: in all at least, and for each of them."""


class Here(Executor):
    """Does the work at once, in this thread."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it; the future is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            future.set_exception(error)
        return future


_GRACE = 3.0
"""Seconds that a process has at the most for what it works on when its pool is not waited for."""


class WorkerPool(Executor):
    """Processes of this machine. They end with the one that started them, however it ends; one that dies is replaced.

    Args:
        jobs: How many; on Windows at most 61.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = min(jobs, _MOST_PROCESSES)
        self._lock = threading.Lock()
        self._line, self._pool = self._started()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have it done by one of the processes.

        Raises:
            RuntimeError: The pool was shut down.
        """
        with self._lock, _interrupts_held():
            try:
                return self._pool.submit(fn, *args, **kwargs)
            except BrokenExecutor:
                self._line.close()
                self._line, self._pool = self._started()
                return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, after what they work on; those that are not waited for have little time."""
        with self._lock:
            ways = {"wait": True, "cancel_futures": cancel_futures}
            ending = threading.Thread(target=self._pool.shutdown, kwargs=ways, daemon=True)
            ending.start()
            # To cut the line at once would break the pool, which Python 3.11 tells with a traceback of its own.
            ending.join(None if wait else _GRACE)
            self._line.close()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def __enter__(self) -> Self:
        return self

    def _started(self) -> tuple[Connection, ProcessPoolExecutor]:
        """New processes, and the end of the line on which they hear that this one is gone."""
        context = get_context("spawn")  # forking a process that has threads may hang the child
        heard, line = context.Pipe(duplex=False)
        return line, ProcessPoolExecutor(self.jobs, mp_context=context, initializer=_prepare, initargs=(heard,))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let no Ctrl-C through: a process that is started meanwhile never hears one, this one hears it afterwards."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(line: Connection) -> None:
    """Begin a worker: its parent takes Ctrl-C, its end ends it, and what every report needs is imported."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(line, os.getppid()), daemon=True).start()
    for module in _WARM:
        import_module(module)


def _end_with_parent(line: Connection, parent: int) -> None:
    """Wait until the other end of the pipe is closed, and end this process at once.

    A pool alone would leave it waiting for work for ever where its parent was killed. That the parent is another
    one is asked too: a process that the parent forked may hold its end of the line open.
    """
    process = parent_process()
    signs: list[Any] = [line, *([process.sentinel] if process else [])]
    while not wait(signs, timeout=1) and os.getppid() == parent:
        pass
    os._exit(_ENDED)


class Workers(NamedTuple):
    """Who does the work, and how many reports keep them busy; this process where there is no executor."""

    executor: Executor | None
    in_flight: int


@contextmanager
def here() -> Iterator[Workers]:
    """This process."""
    yield Workers(None, 1)


@contextmanager
def processes(jobs: int) -> Iterator[Workers]:
    """So many processes of this machine, for as long as they are used."""
    with WorkerPool(jobs) as pool:
        yield Workers(pool, max(IN_FLIGHT, _EACH * jobs))


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of a Dask cluster, for as long as they are used.

    Raises:
        OutputError: Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise OutputError(Finding("cluster_package", expected=EXTRA)) from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:  # TimeoutError is an OSError
        raise OutputError(Finding("cluster_unreachable", found=address, expected=_EXAMPLE)) from error
    with client:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        yield Workers(client.get_executor(), max(IN_FLIGHT, _EACH * threads))  # type: ignore[no-untyped-call]
