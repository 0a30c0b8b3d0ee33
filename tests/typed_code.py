"""The Python code of the pages and examples as files, for type checkers: `python -m tests.typed_code FOLDER`.

The blocks of a page make one file. Users have neither the settings of this project nor
pydantic's plugin, so a folder of its own is checked, with the checkers' strict rules and nothing else.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from tests.pages import ROOT, blocks, written_pages


def write_code(folder: Path) -> None:
    """Write the files, and pyright's configuration beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in written_pages():
        code = [block.code for block in blocks(page) if block.language == "python" and not block.code.startswith(">>>")]
        if code:
            name = page.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_").replace("-", "_")
            (folder / f"{name}.py").write_text("\n".join(code), encoding="utf-8")
    for example in sorted((ROOT / "examples").glob("*.py")):
        shutil.copy(example, folder)
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")


if __name__ == "__main__":
    write_code(Path(sys.argv[1]))
