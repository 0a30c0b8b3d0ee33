"""From a file of data to a document: many YAML files by the library and by a plain script; and a newcomer's template.

The plain script does what an office would write without the library (`plain_script`). Both read the same files, and
their documents have the same text.
"""

from __future__ import annotations

import io
import random
import re
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import cycle, islice, product
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
    from collections.abc import Callable, Iterator

OURS, PLAIN = "**renmin-docs, `render_all`**", "plain script: CSafeLoader, pydantic, docxtpl"
CLOCKS = ("wall", "cpu")
TURN = 100
"""Files that a way reads in one turn."""
_WARM = 2
"""Turns before the count begins."""
_PLACES = "青清长平安新东南西北上下", "山河江桥湖园泉岭溪湾", "口畔城乡里坊门前台堂"
"""Characters of the names of districts: one of each."""
_FIGURE = re.compile(r"(?m)^(  \w+: 近?|    (?:value|previous): )([1-9]\d*?)(0*)(?=[^\d%—年])")
"""A number among the figures, in front of its zeros."""
LONG_BLOCKS = 48


# --- files of data ----------------------------------------------------------------------------


def many_files(count: int) -> str:
    """The table of many files, in one process and in two.

    Args:
        count: How many files each way reads in all.
    """
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        turns = [*_turns(folder, max(1, count // TURN))]
        two = stack.enter_context(WorkerPool(2))
        pool = stack.enter_context(ProcessPoolExecutor(2, mp_context=get_context("spawn")))
        require_equal(turns[0][0])
        ways = [
            _way(f"{OURS}, one process", _ours, turns, None),
            _way(f"{PLAIN}, one process", _plain, turns, None),
            _way(f"{OURS}, two", _ours, turns, two),
            _way(f"{PLAIN}, two", _plain, turns, pool),
        ]
        costs = interleaved(ways, len(turns) - _WARM, turn=0)
    plain = {"one process": costs[ways[1].name], "two": costs[ways[3].name]}
    rows = [
        (
            name,
            milliseconds(median(mine) / TURN),
            f"{TURN / median(mine):,.0f}",
            *(f"{ratio(plain[name.rpartition(', ')[2]], mine, clock):.2f}" for clock in CLOCKS),
        )
        for name, mine in costs.items()
    ]
    heads = ("YAML files", "ms each", "documents a second", "plain script ÷ this", "the same, CPU")
    return table(heads, [(*row[:-1], row[-1] if "one process" in row[0] else "") for row in rows])


def _turns(folder: Path, rounds: int) -> Iterator[list[Path]]:
    """Files like the example's, each with a name and with numbers of its own, for each turn: none is read twice."""
    text, chance = SEED.read_text(encoding="utf-8"), random.Random(0)
    districts = map("".join, product(*_PLACES))

    def other(match: re.Match[str]) -> str:
        least = 10 ** (len(match[2]) - 1)
        return f"{match[1]}{chance.randrange(least, 10 * least)}{match[3]}"

    for _ in range(_WARM + rounds):
        paths = [folder / f"{district}.yaml" for district in islice(districts, TURN)]
        for path in paths:
            path.write_text(_FIGURE.sub(other, text).replace("街道", f"{path.stem}街道"), encoding="utf-8")
        yield paths


def _ours(files: list[Path], executor: Any) -> Path:
    target = Path(tempfile.mkdtemp(dir=files[0].parent))
    result = render_all(files, target, executor=executor, names="{input}")
    assert not result.failed, result.failed
    return target


def _plain(files: list[Path], pool: ProcessPoolExecutor | None) -> Path:
    target = Path(tempfile.mkdtemp(dir=files[0].parent))
    targets = [str(target / f"{path.stem}.docx") for path in files]
    sources = list(map(str, files))
    list((pool.map if pool else map)(plain_script.main, sources, targets))
    return target


def require_equal(file: Path) -> None:
    """Stop unless both make the same text of a file."""
    made = _ours([file], None), _plain([file], None)
    ours, plain = (text_of((target / f"{file.stem}.docx").read_bytes()) for target in made)
    assert ours == plain


def _way(name: str, run: Callable[[list[Path], Any], object], turns: list[list[Path]], executor: Any) -> Way:
    """A way that reads the files of one turn after another; the clock of the CPU sees nothing of a pool."""
    waiting = iter(turns)

    def timed(times: int) -> Cost:
        wall, cpu = time.perf_counter(), cpu_seconds()
        for files in islice(waiting, times):
            run(files, executor)
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
