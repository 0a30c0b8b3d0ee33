"""One run: submit reports to an executor, a few at a time, and collect the outcome of each."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from renmin_docs.batch.file_names import Claims
from renmin_docs.batch.journal import Journal, Source, settings_checksum
from renmin_docs.batch.outcomes import Outcome
from renmin_docs.batch.work import Refused, Reply, Settings, TemplateWanted, checksum, perform
from renmin_docs.errors import Finding, OutputError
from renmin_docs.fingerprint import DOCUMENT
from renmin_docs.writing import Output

if TYPE_CHECKING:
    from renmin_docs.batch.jobs import Job

DISK_WAITS = 8
"""How many documents are on their way to the disk at a time: file systems bring several there as fast as one."""
_MOST_WAITING = 8 * DISK_WAITS
"""How many wait for it at most: each is an open file."""
_SECONDS = 1.0  # of waiting at a stretch: Windows hears no Ctrl-C while it waits


@dataclass(frozen=True, slots=True)
class RunTemplate:
    """The template of a run.

    Attributes:
        name: Of one of the library's; None where the report decides, and for one's own.
        digest: Checksum of one's own.
        source: Bytes and path of one's own.
        state: Checksum of what it is, for the journal.
    """

    name: str | None
    digest: str
    source: tuple[bytes, str] | None
    state: str


class _Made(NamedTuple):
    """A document that is to be written: its bytes, and the files that were read for it."""

    data: bytes
    inputs: list[str]


@dataclass(eq=False, slots=True)
class _Task:
    """A report on its way; `alone` where it is tried again by itself, since a worker died while it was there."""

    index: int
    job: Job
    alone: bool = False


class _Ending(NamedTuple):
    """How a report ended, or will have as soon as its document is on the disk, which `synced` says."""

    place: int
    outcome: Outcome
    source: Source | None = None
    output: Output | None = None
    synced: Future[None] | None = None

    @property
    def is_on_disk(self) -> bool:
        """Whether nothing is waited for."""
        return self.synced is None or self.synced.done()

    def finish(self) -> None:
        """Give the document its name.

        Raises:
            OutputError: It can't be written.
        """
        if self.output is not None and self.synced is not None:
            self.output.finish(self.synced.result)

    def abandon(self) -> None:
        """Leave nothing of a document that has no name yet."""
        if self.output is not None:
            self.output.abandon()


class Run:
    """One run: what is under way, and how everything ended that is not."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        run_template: RunTemplate,
        journal: Journal,
        progress: Callable[[Outcome], None] | None,
        *,
        force: bool,
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._run_template = run_template
        self._journal = journal
        self._progress = progress
        self._force = force
        self._state = settings_checksum(settings, run_template.state)
        self._outcomes: dict[int, Outcome] = {}
        self._claims = Claims()
        self._flying: dict[Future[Reply], _Task] = {}
        self._endings: deque[_Ending] = deque()
        self._suspects: deque[_Task] = deque()
        self._token, self._tickets = os.urandom(8).hex(), count()

    def run(self, reports: Iterator[Job], executor: Executor, in_flight: int) -> None:
        """See all reports to their ends."""
        self._executor = executor
        try:
            with ThreadPoolExecutor(DISK_WAITS) as self._disk:
                self._make(reports, in_flight)
        finally:
            for future in self._flying:
                future.cancel()
            for ending in self._endings:
                ending.abandon()

    def _make(self, reports: Iterator[Job], in_flight: int) -> None:
        try:
            for index, each in enumerate(reports):
                self._begin(_Task(index, each))
                while len(self._flying) + len(self._endings) >= in_flight:
                    self._collect()
            while self._flying or self._suspects:
                self._collect()
        except Exception:  # from where the reports come; an interrupt leaves what is not on the disk yet
            self._note_endings(on_disk=False)
            raise
        self._note_endings(on_disk=False)

    def outcomes(self) -> list[Outcome]:
        """How all reports ended, in their order."""
        self._outcomes.update(self._claims.failures())
        return [self._outcomes[index] for index in sorted(self._outcomes)]

    # --- beginning ----------------------------------------------------------------------------

    def _begin(self, task: _Task) -> None:
        """Send a report out, unless it is known how it ends."""
        each = task.job
        if each.faults:
            self._end(task.index, Outcome(each.name, "failed", findings=each.faults))
        elif entry := self._journal.done(each.name, self._state, each.checksum):
            path = self._folder / entry.name
            unchanged = Outcome(each.name, "unchanged", path, entry.sha256, warnings=entry.warnings)
            self._claim(task.index, unchanged, path, entry.source)
        else:
            self._send(task)

    def _send(self, task: _Task, template: tuple[bytes, str] | None = None) -> None:
        item = task.job.item(self._settings, f"{self._token}-{next(self._tickets)}", template)
        try:
            future = self._executor.submit(perform, item)
        except Exception as error:  # noqa: BLE001 - whatever an executor says that takes no more work
            self._lost(task, error)
            return
        if future.done():  # it was done here
            self._settle(task, future)
        else:
            self._flying[future] = task

    # --- collecting ---------------------------------------------------------------------------

    def _collect(self) -> None:
        """Settle what is done. Suspects wait until nothing else is under way, and go one by one."""
        if not self._flying and self._suspects:
            self._send(self._suspects.popleft())
        waited_for: list[Future[Any]] = [*self._flying]
        waited_for += (ending.synced for ending in islice(self._endings, 1) if ending.synced is not None)
        wait(waited_for, _SECONDS, FIRST_COMPLETED)
        self._note_endings()
        for future in [future for future in self._flying if future.done()]:
            self._settle(self._flying.pop(future), future)

    def _settle(self, task: _Task, future: Future[Reply]) -> None:
        try:
            reply = future.result()
        except Exception as error:  # noqa: BLE001 - whatever an executor has for a worker that is gone, or its answer
            if task.alone:
                self._lost(task, error)
            else:
                task.alone = True
                self._suspects.append(task)
        else:
            self._answered(task, reply)

    def _answered(self, task: _Task, reply: Reply) -> None:
        job = task.job
        if isinstance(reply, TemplateWanted):
            self._send(task, self._run_template.source)
        elif isinstance(reply, Refused):
            findings = _located(reply.findings, job)
            self._end(task.index, Outcome(job.name, "failed", findings=findings, subject=reply.subject))
        else:
            path, warnings = self._folder / reply.name, _located(reply.warnings, job)
            written = Outcome(job.name, "written", path, checksum(reply.data), warnings=warnings)
            made = _Made(reply.data, [job.path, *job.inputs, *reply.beside])
            self._claim(task.index, written, path, Source(self._state, reply.content, reply.beside), made)

    def _lost(self, task: _Task, error: Exception) -> None:
        finding = Finding("batch_worker_lost", found=f"{type(error).__name__}: {error}".strip(": "))
        self._end(task.index, Outcome(task.job.name, "failed", findings=(finding,)))

    # --- ending -------------------------------------------------------------------------------

    def _claim(self, index: int, outcome: Outcome, path: Path, source: Source, made: _Made | None = None) -> None:
        """Write a document under its name, unless another report has that name: then neither is there."""
        first = self._claims.claim(index, outcome.input, path)
        if first is not None:
            self._note_endings(on_disk=False)
            if self._outcomes[first.place].output is not None:  # what the first could not replace stays
                with suppress(OSError):  # a program has it open
                    first.path.unlink()
            for each, refused in self._claims.new_failures(path):
                self._end(each, refused)
        elif made is not None:
            self._write(index, outcome, path, source, made)
        else:
            self._end(index, outcome, source)

    def _write(self, index: int, outcome: Outcome, path: Path, source: Source, made: _Made) -> None:
        """Begin to write a document; the next ones are made while it goes to the disk."""
        template = [] if self._run_template.source is None else [self._run_template.source[1]]
        try:
            output = Output(path, made.data, DOCUMENT, inputs=[*made.inputs, *template], force=self._force)
        except OutputError as error:
            self._end(index, _not_written(outcome, error))
        else:
            self._endings.append(_Ending(index, outcome, source, output, self._disk.submit(output.sync)))
            self._note_endings(on_disk=len(self._endings) < _MOST_WAITING)  # those that are there need no waiting for

    def _end(self, index: int, outcome: Outcome, source: Source | None = None) -> None:
        """Note how a report ended, behind those whose documents are still being written."""
        self._endings.append(_Ending(index, outcome, source))
        self._note_endings()

    def _note_endings(self, *, on_disk: bool = True) -> None:
        """Note the ends that have come, in their order; those only whose documents are on the disk, or all."""
        while self._endings and (self._endings[0].is_on_disk or not on_disk):
            ending = self._endings.popleft()
            outcome, source = ending.outcome, ending.source
            try:
                ending.finish()
            except OutputError as error:
                outcome, source = _not_written(outcome, error), None
            self._outcomes[ending.place] = outcome
            self._journal.add(outcome, source)
            if self._progress:
                self._progress(outcome)


def _not_written(outcome: Outcome, error: OutputError) -> Outcome:
    return Outcome(outcome.input, "failed", findings=error.findings, subject=error.subject)


def _located(findings: tuple[Finding, ...], job: Job) -> tuple[Finding, ...]:
    """Findings where their reader looks for them, each once."""
    return tuple(dict.fromkeys(map(job.located, findings)))
