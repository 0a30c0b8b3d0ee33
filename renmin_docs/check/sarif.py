"""Remarks as SARIF 2.1.0, which editors and CI read, and as plain data for other programs.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0, 3.14 (run), 3.27 (result), 3.49 (rule).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from renmin_docs.check.documents import CheckedDocument
from renmin_docs.messages import Language, basis, rules
from renmin_docs.messages.terms import TERMS
from renmin_docs.proofread import Remark
from renmin_docs.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_FINGERPRINT = "renminDocs/v1"


def as_sarif(checked: Iterable[tuple[CheckedDocument, Sequence[Remark]]], language: Language) -> dict[str, Any]:
    """The remarks on several files as a SARIF log with one run."""
    every = [(each.path, remark) for each, remarks in checked for remark in remarks]
    rules = list(dict.fromkeys(remark.finding.rule for _, remark in every))
    driver = {
        "name": "renmin-docs",
        "semanticVersion": __version__,
        "rules": [_rule(rule, language) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(path, remark, rules, language) for path, remark in every],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, language: Language) -> dict[str, Any]:
    row = rules()[name]
    text = (row.zh if language == "zh" else row.en).format(found="…", expected="…")
    described = {"id": name, "shortDescription": {"text": text}}
    described["defaultConfiguration"] = {"level": _LEVELS[row.severity]}
    on = basis(row.clause, row.strength, language, row.standard)
    return {**described, "help": {"text": on}} if on else described


def _result(path: str, remark: Remark, rules: list[str], language: Language) -> dict[str, Any]:
    finding = remark.finding
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if finding.line is not None:
        physical["region"] = {"startLine": finding.line}
        physical["region"] |= {"snippet": {"text": remark.context}} if remark.context else {}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.place:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
    sentence = f"\n{remark.context}" if remark.context else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(language) + sentence},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: remark.fingerprint},
    }


def _uri(path: str) -> str:
    """A path as a reference: relative ones stay so."""
    file = Path(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def as_data(checked: CheckedDocument, remarks: Sequence[Remark], language: Language) -> dict[str, Any]:
    """A file with its remarks as plain data."""
    counts = {severity: checked.counts[severity] for severity in ("error", "warning", "notice")}
    findings = [_remark_data(remark, language) for remark in remarks]
    return {"file": checked.path, **counts, "accepted": checked.accepted, "findings": findings}


def _remark_data(remark: Remark, language: Language) -> dict[str, Any]:
    finding = remark.finding
    words = (TERMS[each][language == "zh"] if each in TERMS else each for each in (finding.found, finding.expected))
    found, expected = words
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "place": finding.place,
        "line": finding.line,
        "start": remark.start,
        "end": remark.end,
        "context": remark.context,
        "found": found,
        "expected": expected,
        "standard": rules()[finding.rule].standard,
        "clause": finding.clause,
        "strength": finding.strength,
        "message": finding.message(language),
        "fingerprint": remark.fingerprint,
    }
