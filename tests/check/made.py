"""Templates for the checks: the library's, with something changed in a part; and what is found in them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from renmin_docs import check_template
from tests.templates import MAIN, packed, parts

if TYPE_CHECKING:
    from renmin_docs.errors import Finding

STYLES, SETTINGS, NUMBERING, FOOTER = (f"word/{name}.xml" for name in ("styles", "settings", "numbering", "footer1"))
ALLOWED = {("place_absent", "@header"), ("place_absent", "@imprint")}
"""What is found in the library's own template of a work report, on purpose."""


def replaced(*changes: tuple[str, str, str]) -> bytes:
    """The library's template with texts of its parts replaced: (part, old, new), each everywhere."""
    new = {name: content.decode() for name, content in parts().items()}
    for name, old, text in changes:
        assert old in new[name], old
        new[name] = new[name].replace(old, text)
    return packed({name: content.encode() for name, content in new.items()})


def found(data: bytes) -> list[Finding]:
    """What is found in a template, less what is found in the library's own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.docx"
        path.write_bytes(data)
        findings = check_template(path)
    return [finding for finding in findings if (finding.rule, finding.found) not in ALLOWED]


def rules(*changes: tuple[str, str, str]) -> dict[str, Finding]:
    """Rule → its finding, after changes; each rule is found once."""
    findings = found(replaced(*changes))
    by_rule = {finding.rule: finding for finding in findings}
    assert len(by_rule) == len(findings), [str(finding) for finding in findings]
    return by_rule


def only(rule: str, *changes: tuple[str, str, str]) -> Finding:
    """The one finding after changes."""
    findings = found(replaced(*changes))
    assert [finding.rule for finding in findings] == [rule], [str(finding) for finding in findings]
    return findings[0]


def in_main(old: str, new: str) -> tuple[str, str, str]:
    return MAIN, old, new
