"""Microsoft's Open XML SDK on what we write, and none of the faults that it misses."""

from __future__ import annotations

import itertools

import pytest

from renmin_docs import Chapter, Point, WorkReport
from renmin_docs.builtin_templates import find
from renmin_docs.ooxml.faults import structural_faults
from tests.effort import some
from tests.printing import OFFICES, sdk_errors
from tests.samples import numbered_report, report
from tests.templates import parts_of

EXAMPLE = WorkReport.load("examples/renmin_2022.yaml")
DEEP = report(
    introduction=["导语", "第二段\t制表"],
    achievements=Chapter(
        body=[
            Point(
                heading="二", body=["文", Point(heading="三", body=[Point(heading="四", body="文"), Point(lead="四")])]
            )
        ]
    ),
    difficulties=Chapter(
        series="ordinal", body=[Point(lead="一", body=[Point(lead="甲")]), Point(lead="二", body=[Point(body="乙")])]
    ),
    plans=[Chapter(heading="计划", series="plain", inline=True, body=[Point(lead="甲"), Point(lead="乙")])],
    others=[
        Chapter(heading="其他", after="plans", series="plain", body=[Point(heading="无号标题"), Point(body="无号")])
    ],
    conclusion="结束",
    title="第一行\n第二行",
)
REPORTS = {
    "example": EXAMPLE,
    "deep": DEEP,
    **{f"points_{n}": numbered_report(n, signed=n % 2 == 0) for n in (1, 2, 5, 11, 40, 120)},
}
NUMBERINGS = ("typed", "native")


@pytest.mark.sdk
@pytest.mark.parametrize(
    ("name", "numbering", "office"), some(itertools.product(REPORTS, NUMBERINGS, OFFICES), one_in=4)
)
def test_the_sdk_finds_nothing(tmp_path, name, numbering, office):
    path = tmp_path / "report.docx"
    REPORTS[name].save(path, numbering=numbering)
    assert sdk_errors(path, office) == []


@pytest.mark.sdk
def test_the_template_itself_is_valid():
    assert [error for office in OFFICES for error in sdk_errors(find("work_report"), office)] == []


@pytest.mark.sdk
def test_the_sdk_does_find_faults(tmp_path):
    from tests.templates import with_body

    path = tmp_path / "broken.docx"
    path.write_bytes(with_body("<w:p><w:r><w:t>x</w:t></w:r><w:pPr/></w:p>"))
    assert sdk_errors(path, OFFICES[0])


@pytest.mark.parametrize("numbering", NUMBERINGS)
@pytest.mark.parametrize("name", REPORTS)
def test_none_of_the_faults_that_the_sdk_misses(name, numbering):
    assert structural_faults(parts_of(REPORTS[name].to_bytes(numbering=numbering))) == []
