"""A trial: the template is filled with sample reports, and what comes out is held against what went in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from renmin_docs.check.sample import PICTURE, Sample, samples
from renmin_docs.errors import Finding, RenminDocsError
from renmin_docs.ooxml.faults import structural_faults
from renmin_docs.ooxml.package import parse_package
from renmin_docs.render.template import Template
from renmin_docs.render.values.own_names import sample_values
from renmin_docs.report.fields import Numbering
from renmin_docs.report.models import WorkReport

_WITHOUT_PLACE = ("template_lacks", "text_lost")
_WITHOUT_LIST = ("list_missing", "list_level")
_MOST_TAGS = 3


class _Trial(Template):
    """A template that is filled with samples, of an office's own names too."""

    def _own_values(self, report: WorkReport) -> dict[str, Any]:
        del report
        return sample_values(self._uses)


def trial(path: Path, report: WorkReport | None = None) -> Iterator[Finding]:
    """What goes wrong when a template that compiles is filled, with a report of its own as well; each thing once."""
    try:
        template = _Trial.open(path)
        if report is not None:
            Template.open(path).render(report)
    except RenminDocsError as error:
        yield from error.findings
        return
    reported: set[tuple[str, str]] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "picture.png").write_bytes(PICTURE)
        least, text, *others = samples(folder)
        tries: list[tuple[Sample, Numbering]] = [(least, "typed"), (text, "typed"), (text, "native")]
        tries += ((each, "typed") for each in others)
        for sample, numbering in tries:
            for finding in _tried(template, sample, numbering, reported):
                if (key := (finding.rule, finding.expected or finding.found)) not in reported:
                    reported.add(key)
                    yield finding


def _tried(
    template: Template, sample: Sample, numbering: Numbering, reported: set[tuple[str, str]]
) -> Iterator[Finding]:
    try:
        data = template.render(sample.report, numbering=numbering)
    except RenminDocsError as error:
        new = [finding for finding in error.findings if (finding.rule, finding.expected) not in reported]
        reported.update((finding.rule, finding.expected) for finding in new if sample.rule)
        yield from _failed(new, sample)
    else:
        yield from (replace(each, level="warning") for each in structural_faults(parse_package(data).parts))


def _failed(findings: list[Finding], sample: Sample) -> Iterator[Finding]:
    """What a failure says of the template: a place or a list that it lacks, or the fault itself."""
    lacking = [finding.expected for finding in findings if finding.rule in _WITHOUT_PLACE]
    if lacking and sample.rule:
        yield Finding(sample.rule, found=sample.term, expected="、".join([*dict.fromkeys(lacking)][:_MOST_TAGS]))
        return
    if lacking and sample.term:
        yield from _by_kind([finding for finding in findings if finding.rule in _WITHOUT_PLACE])
        findings = [finding for finding in findings if finding.rule not in _WITHOUT_PLACE]
    for finding in findings:
        if finding.rule in _WITHOUT_LIST:
            yield Finding("native_missing", found=finding.found)
        else:
            yield finding


def _by_kind(findings: list[Finding]) -> Iterator[Finding]:
    """Texts that would be lost, one for each kind of block, with all tags that its sample lacks."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.expected.partition(" (")[2] or finding.expected, []).append(finding)
    for each in kinds.values():
        tags = dict.fromkeys(finding.expected.partition(" (")[0] for finding in each)
        _, bracket, kind = each[0].expected.partition(" (")
        yield replace(each[0], expected="、".join(tags) + bracket + kind, level="warning")
