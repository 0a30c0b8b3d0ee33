"""What tests of batches share: reports of many sub-districts, as objects and as files, and folders to compare."""

from __future__ import annotations

import json
from pathlib import Path

from renmin_docs import Chapter, Organization, WorkReport

ROOT = Path(__file__).parent.parent.parent
YAML = """\
organization: {{name: {name}}}
year: 2022
achievements: {{body: "{name}完成各项工作。"}}
plans: {{body: 继续。}}
"""


def report(name: str = "人民街道", body: str = "完成。") -> WorkReport:
    """A small report without findings."""
    return WorkReport(
        organization=Organization(name=name),
        year=2022,
        achievements=Chapter(body=body),
        plans=Chapter(body="继续。"),
    )


def data_files(folder: Path, number: int) -> list[Path]:
    """So many data files, each of its own sub-district."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{index:04}.yaml" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_text(YAML.format(name=f"第{index}街道"), encoding="utf-8")
    return paths


def documents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the journal and the manifest."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith("manifest.json")}


def manifest(folder: Path) -> list[dict]:
    """The manifest, with what was written and what was found done alike."""
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [{**row, "state": row["state"].replace("unchanged", "written")} for row in rows]


def states(result) -> list[str]:
    """How the reports of a run ended."""
    return [outcome.state for outcome in result]
