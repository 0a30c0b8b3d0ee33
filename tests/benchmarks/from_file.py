"""From a file of data to a document: many YAML files by the library and by a plain script; and a newcomer's template.

The plain script does what an office would write without the library (`plain_script`). Both read the same files, and
their documents have the same text.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import plain_script
from data import SEED, sized
from docx import Document
from docxtpl import DocxTemplate
from timing import Cost, Way, cpu_seconds, interleaved, median, milliseconds, ratio, table, way
from ways import text_of

from renmin_docs import Template, WorkerPool, render_all
from renmin_docs.render.values.blocks import Printer
from renmin_docs.render.values.context import context_of

if TYPE_CHECKING:
    from collections.abc import Callable

OURS, PLAIN = "**renmin-docs, `render_all`**", "plain script: CSafeLoader, pydantic, docxtpl"
CLOCKS = ("wall", "cpu")
TURN = 50
"""Files that a way reads in one turn."""
LONG_BLOCKS = 48


# --- files of data ----------------------------------------------------------------------------


def many_files(count: int) -> str:
    """The table of many files, in one process and in two.

    Args:
        count: How many files each way reads in all.
    """
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        files = _files(folder)
        two = stack.enter_context(WorkerPool(2))
        pool = stack.enter_context(ProcessPoolExecutor(2, mp_context=get_context("spawn")))
        require_equal(folder, files[0])
        ways = [
            _way(f"{OURS}, one process", partial(_ours, files, folder, None)),
            _way(f"{PLAIN}, one process", partial(_plain, files, folder, None)),
            _way(f"{OURS}, two", partial(_ours, files, folder, two)),
            _way(f"{PLAIN}, two", partial(_plain, files, folder, pool)),
        ]
        costs = interleaved(ways, max(1, count // TURN), turn=0)
    plain = {"one process": costs[ways[1].name], "two": costs[ways[3].name]}
    rows = [
        (
            name,
            milliseconds(median(mine) / TURN),
            f"{TURN / median(mine):,.0f}",
            f"{ratio(plain[name.rpartition(', ')[2]], mine):.2f}",
        )
        for name, mine in costs.items()
    ]
    return table(("YAML files", "ms each", "documents a second", "plain script ÷ this"), rows)


def _files(folder: Path) -> list[Path]:
    """Files like the example's, no two with the same text."""
    text = SEED.read_text(encoding="utf-8")
    paths = [folder / f"{number}.yaml" for number in range(TURN)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("街道", f"街道{number}号"), encoding="utf-8")
    return paths


def _ours(files: list[Path], folder: Path, executor: Any) -> None:
    target = folder / "ours"
    shutil.rmtree(target, ignore_errors=True)
    result = render_all(files, target, executor=executor, names="{input}")
    assert not result.failed, result.failed


def _plain(files: list[Path], folder: Path, pool: ProcessPoolExecutor | None) -> None:
    targets = [str(folder / f"{path.stem}.docx") for path in files]
    sources = list(map(str, files))
    list((pool.map if pool else map)(plain_script.main, sources, targets))


def require_equal(folder: Path, file: Path) -> None:
    """Stop unless both make the same text of a file."""
    _ours([file], folder, None)
    _plain([file], folder, None)
    (made,) = (folder / "ours").glob("*.docx")
    assert text_of(made.read_bytes()) == text_of((folder / f"{file.stem}.docx").read_bytes())


def _way(name: str, run: Callable[[], None]) -> Way:
    """A way whose work is partly done in processes that go on: by the wall's clock alone."""

    def timed(times: int) -> Cost:
        wall, cpu = time.perf_counter(), cpu_seconds()
        for _ in range(times):
            run()
        return Cost(time.perf_counter() - wall, cpu_seconds() - cpu)

    return Way(name, timed)


# --- a newcomer's template --------------------------------------------------------------------


def plain_loop(rounds: int) -> str:
    """The table of a template of one plain loop, as a newcomer to docxtpl writes it, and long paragraphs."""
    report = sized(LONG_BLOCKS)
    values = context_of(report, Printer(report))
    data = _template()
    opened, turn = Template.from_bytes(data), cycle([values])

    def naive() -> bytes:
        template = DocxTemplate(io.BytesIO(data))
        template.render(next(turn), autoescape=True)
        made = io.BytesIO()
        template.save(made)
        return made.getvalue()

    def ours() -> bytes:
        return opened.render(report)

    assert text_of(ours()) == text_of(naive())
    costs = interleaved([way("**renmin-docs**", ours), way("docxtpl: open, render, save", naive)], rounds)
    naive_costs = costs["docxtpl: open, render, save"]
    rows = [
        (name, *(milliseconds(median(mine, clock)) for clock in CLOCKS), f"{ratio(naive_costs, mine, 'cpu'):.2f}")
        for name, mine in costs.items()
    ]
    return table(("a template of one loop", "ms", "CPU ms", "naive docxtpl ÷ this, CPU"), rows)


def _template() -> bytes:
    """A document with a title, a loop that prints mark, lead and text of each block, and a signature."""
    document = Document()
    for text in (
        "{{ title }}",
        "{%p for block in blocks %}",
        "{{ block.mark }}{{ block.lead }}{{ block.text }}",
        "{%p endfor %}",
        "{{ issuer }}",
        "{{ issue_date }}",
    ):
        document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
