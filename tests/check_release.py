"""What must hold before a release: `python -m tests.check_release`, in an environment with the extras `dev` and `docs`.

The version stands in one place and heads the changelog with its day; the archives hold what they should; the wheel,
installed alone in a new environment, prints the example to the byte; the site is built strictly and can be searched.
`--before OLD.whl` compares the wheel's size as well; `--tag` requires the tag of the version on this commit.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

from renmin_docs.version import __version__

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "renmin_2022"
GROWTH = 1.05
"""By how much a wheel may be larger than the one before."""
WITH_SOURCES = ("README.md", "docs", "examples", "pyproject.toml", "renmin_docs", "templates", "tests")


def version_faults(*, tagged: bool) -> list[str]:
    """What is wrong with the version, its entry in the changelog, and its tag."""
    log = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
    head = next(line for line in log.splitlines() if line.startswith("## "))
    faults = []
    if not re.fullmatch(rf"## {re.escape(__version__)} — \d{{4}}-\d\d-\d\d", head):
        faults.append(f"docs/changelog.md begins with “{head}”; it should be “## {__version__} — YYYY-MM-DD”")
    if tagged and f"v{__version__}" not in _run("git", "tag", "--points-at", "HEAD").split():
        faults.append(f"this commit has no tag v{__version__}")
    return faults


def archive_faults(wheel: Path, sources: Path, before: Path | None) -> list[str]:
    """What is wrong with the archives: parts that are missing or do not belong, and their size."""
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "renmin_docs").rglob("*.py")}
    templates = {f"renmin_docs/templates/{path.name}" for path in (ROOT / "templates").glob("*.docx")}
    held = set(zipfile.ZipFile(wheel).namelist())
    foreign = [name for name in held if not name.startswith(("renmin_docs/", f"renmin_docs-{__version__}.dist-info/"))]
    with tarfile.open(sources) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    faults = [f"the wheel lacks {name}" for name in sorted((modules | templates) - held)]
    faults += [f"the wheel holds {name}" for name in sorted(foreign)]
    faults += [f"the sources lack {name}" for name in WITH_SOURCES if name not in tops]
    if before is not None and wheel.stat().st_size > GROWTH * before.stat().st_size:
        faults.append(f"the wheel has {wheel.stat().st_size} bytes, {before.name} had {before.stat().st_size}")
    return faults


def installed_faults(wheel: Path, folder: Path) -> list[str]:
    """What is wrong with the wheel where it is installed alone: the example and its data file give the same bytes."""
    venv.create(folder / "clean", with_pip=True)
    programs = folder / "clean" / ("Scripts" if os.name == "nt" else "bin")
    constraints = str(ROOT / "tests" / "constraints.txt")
    _run(programs / "pip", "install", "--quiet", "-c", constraints, wheel)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    _run(programs / "python", f"{EXAMPLE}.py", "script.docx", cwd=elsewhere)
    _run(programs / "renmin-docs", "render", f"{EXAMPLE}.yaml", "-o", "command.docx", cwd=elsewhere)
    shown = _run(programs / "renmin-docs", "--version", cwd=elsewhere).strip()
    faults = [] if shown == f"renmin-docs {__version__}" else [f"the command says that it is {shown}"]
    if (elsewhere / "script.docx").read_bytes() != (elsewhere / "command.docx").read_bytes():
        faults.append("the example's script and its data file give different documents")
    return faults


def site_faults() -> list[str]:
    """What is wrong with the site: it is built strictly, and searched in Chromium."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/test_site.py"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "RENMIN_DOCS_REQUIRE_SITE": "1"},
    )
    return ["the tests of the site fail"] if done.returncode else []


def _run(*words: str | Path, cwd: Path = ROOT) -> str:
    return subprocess.run([*map(str, words)], check=True, cwd=cwd, stdout=subprocess.PIPE, text=True).stdout


def main() -> int:
    """Check all of it and print every fault."""
    parser = argparse.ArgumentParser(description=str(__doc__).split(":", 1)[0])
    parser.add_argument("--before", type=Path, help="the wheel of the version before")
    parser.add_argument("--tag", action="store_true", help="the commit must have the version's tag")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(
            sys.executable, "-m", "build", "--quiet", "--outdir", folder / "dist", "."
        )  # the wheel is made of the sources
        (wheel,), (sources,) = (list((folder / "dist").glob(ending)) for ending in ("*.whl", "*.tar.gz"))
        faults = [
            *version_faults(tagged=given.tag),
            *archive_faults(wheel, sources, given.before),
            *installed_faults(wheel, folder),
            *site_faults(),
        ]
    sys.stdout.write(("\n".join(faults) or f"renmin-docs {__version__} can be released") + "\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
