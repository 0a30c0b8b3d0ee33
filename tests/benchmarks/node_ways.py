"""The ways in node: a process each that stays, makes as many documents as it is asked for, and takes its own time.

The modules `docx`, `docxtemplater` and `pizzip` are looked for in the folder RENMIN_DOCS_NODE_MODULES,
then where node itself looks.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data import TEMPLATE
from timing import Cost, Way
from ways import paragraphs, parts_of

from renmin_docs.render.package import package_of
from renmin_docs.standard.elements import BY_IDENTIFIER, CHARACTER_ROLES

if TYPE_CHECKING:
    from contextlib import ExitStack

SCRIPTS = Path(__file__).parent / "node"
MAIN = "word/document.xml"
_ROLES = {role.identifier: role.style_id for role in CHARACTER_ROLES}

_MARKED = (("", "mark"), ("", "text"))
KINDS: dict[str, tuple[tuple[str, str], ...]] = {
    **{f"heading_{level}": _MARKED for level in range(1, 5)},
    "point": (("mark", "mark"), ("lead", "lead"), ("", "text")),
    "inline": (("", "#points"), ("mark", "mark"), ("lead", "lead"), ("", "text"), ("", "/points")),
    "introduction": (("", "text"),),
    "paragraph": (("", "text"),),
    "conclusion": (("", "text"),),
    "issuer": (("", "text"),),
    "issue_date": (("", "text"),),
}
"""Kind of block → its runs in docxtemplater's template: role, tag."""


class MissingError(Exception):
    """A way can't be run here."""


def node_ways(context: dict[str, Any], folder: Path, open_processes: ExitStack) -> tuple[dict[Way, bytes], list[str]]:
    """The ways that can be run, each with its first document; and why the others can't."""
    found, missing = {}, []
    for name, values in (("docxtemplater", _sections(context)), ("docx", _paragraphs(context))):
        try:
            each, first = _started(name, values, folder, open_processes)
        except MissingError as error:
            missing.append(f"npm {name}: {error}")
        else:
            found[each] = first
    return found, missing


def _started(name: str, values: dict[str, Any], folder: Path, processes: ExitStack) -> tuple[Way, bytes]:
    node = shutil.which("node")
    if node is None:
        raise MissingError("no node here")
    template, data, first = (folder / f"{name}{ending}" for ending in ("_in.docx", ".json", ".docx"))
    template.write_bytes(_template())
    data.write_text(json.dumps(values), encoding="utf-8")
    process = processes.enter_context(
        subprocess.Popen(
            [node, SCRIPTS / f"{name}.js", template, data, first],
            env={**os.environ, "NODE_PATH": os.environ.get("RENMIN_DOCS_NODE_MODULES", "")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    )
    greeting = process.stdout.readline()
    if not greeting:
        raise MissingError(_reason(process.stderr.read()))

    def run(times: int) -> Cost:
        process.stdin.write(f"{times}\n")
        process.stdin.flush()
        return Cost(**json.loads(process.stdout.readline()))

    return Way(f"npm {name} {json.loads(greeting)['version']}", run), first.read_bytes()


def _reason(complaint: str) -> str:
    lines = [line for line in complaint.splitlines() if "Error" in line]
    return lines[0].strip() if lines else "node stopped without a word"


# --- npm docx ---------------------------------------------------------------------------------


def _paragraphs(context: dict[str, Any]) -> dict[str, Any]:
    """Its paragraphs with our styles by name; what the styles say is left out, in its favour."""
    return {
        "styles": [{"id": element.style_id, "name": element.style_name} for element in BY_IDENTIFIER.values()],
        "paragraphs": [
            {"style": BY_IDENTIFIER[element].style_id, "runs": [(text, _ROLES.get(role)) for text, role in runs]}
            for element, runs in paragraphs(context)
        ],
    }


# --- docxtemplater ----------------------------------------------------------------------------


def _sections(context: dict[str, Any]) -> dict[str, Any]:
    """Its values: a block is found by a key made from its kind, since it has no comparisons of its own."""
    return {**context, "blocks": [{**block, "is_" + block["kind"]: True} for block in context["blocks"]]}


def _template() -> bytes:
    """Our template with the body in docxtemplater's language."""
    parts = parts_of(TEMPLATE.read_bytes())
    xml = parts[MAIN].decode()
    start, end = xml.index("<w:body>") + len("<w:body>"), xml.index("<w:sectPr>")
    kinds = "".join(_in_section("is_" + kind, _paragraph(kind, *runs)) for kind, runs in KINDS.items())
    body = (
        _paragraph("title", ("", "title")),
        _paragraph("paragraph"),
        _in_section("blocks", kinds),
    )
    parts[MAIN] = "".join((xml[:start], *body, xml[end:])).encode()
    return package_of(parts)


def _in_section(name: str, content: str) -> str:
    return _paragraph("paragraph", ("", f"#{name}")) + content + _paragraph("paragraph", ("", f"/{name}"))


def _paragraph(element: str, *runs: tuple[str, str]) -> str:
    content = "".join(
        f'<w:r><w:rPr><w:rStyle w:val="{_ROLES[role]}"/></w:rPr><w:t>{{{tag}}}</w:t></w:r>'
        if role
        else f"<w:r><w:t>{{{tag}}}</w:t></w:r>"
        for role, tag in runs
    )
    style = BY_IDENTIFIER[element].style_id
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
