"""The sample reports that a template is tried with: one of the text alone, and one for each part that may be added.

Every text says what it is, so that a message about one shows which paragraph of the template is meant.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.header import Header
from renmin_docs.report.models import Chapter, Organization, Point, WorkReport
from renmin_docs.report.pictures import Picture
from renmin_docs.report.sections import Attachment, Content
from renmin_docs.report.tables import Column, Table
from renmin_docs.vocabulary import VALUES
from renmin_docs.vocabulary.key import Place
from renmin_docs.vocabulary.report import BODY_ITEMS

_DAY = date(2022, 12, 20)
_FILE = "picture.png"
_WIDE = 10
"""Columns of a table that no portrait page takes, and a landscape one does in 三号, too."""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0d"
    "ef46b80000000049454e44ae426082"
)
"""A PNG of one white pixel."""


class Sample(NamedTuple):
    """The word for a part of a report, a report with it, and what a template without a place for it breaks."""

    term: str
    report: WorkReport
    rule: str = ""


def text_report(**more: Any) -> WorkReport:
    """A report with every kind of block that text has, and whatever is added."""
    parts: dict[str, Any] = {
        **_values("above_chapters"),
        **_values("below_chapters"),
        "organization": Organization(name="样例街道"),
        "year": 2022,
        "title": "样例街道2022年工作总结\n和2023年工作打算",
        "introduction": ["样例导语", "样例导语第二段\t制表符之后"],
        "achievements": Chapter(heading="样例一级标题", body=_achievements()),
        "difficulties": Chapter(
            series="ordinal", body=[Point(lead="样例一是", body="样例一是的正文"), Point(lead="样例二是")]
        ),
        "plans": Chapter(
            series="ordinal",
            inline=True,
            body=[Point(lead="样例同段要点甲", body="样例同段甲的正文"), Point(lead="样例同段要点乙")],
        ),
    }
    return WorkReport(**{**parts, **more})


def least_report() -> WorkReport:
    """The least that any report has: what a template can't print is of no use."""
    chapter = Chapter(heading="样例一级标题", body=["样例正文"])
    return WorkReport(organization=Organization(name="样例街道"), year=2022, achievements=chapter)


def samples(folder: Path) -> list[Sample]:
    """The sample reports, the text alone first; the picture of one stands in the folder as `picture.png`."""
    return [
        Sample("", least_report()),
        Sample("@text", text_report()),
        Sample("@signature", text_report(issue_date=_DAY), "place_missing"),
        *(Sample(term, _with(content), "place_missing") for term, content in _items(folder).items()),
        Sample("@attachments", text_report(issue_date=_DAY, attachments=_attachments()), "place_missing"),
        Sample("@contents", text_report(contents=True), "place_absent"),
        Sample("@addressee", text_report(addressee=["样例主送机关"]), "place_absent"),
        *(
            Sample(f"@{key}", text_report(issue_date=_DAY, **{key: text}), "place_absent")
            for key, text in {**_values("below_title"), **_values("behind_signature")}.items()
        ),
        *(Sample(f"@{kind}", _signed(kind, str(folder / _FILE)), "place_absent") for kind in ("sealed", "stamped")),
        *(Sample("@header", text_report(issue_date=_DAY, header=header), "place_absent") for header in _headers()),
        Sample("@imprint", text_report(issue_date=_DAY, imprint=_imprint()), "place_absent"),
    ]


def _achievements() -> list[Any]:
    run_in = Point(lead="样例引题", body="样例要点")
    deepest = Point(heading="样例四级标题", body="样例四级正文")
    third = Point(heading="样例三级标题", body=["样例三级正文", deepest, run_in])
    return [
        "样例正文",
        Point(heading="样例二级标题", body=[third, run_in]),
        Point(lead="样例二级引题", body="样例二级要点"),
        Point(body="样例无引题的要点"),
    ]


def _with(content: list[Content]) -> WorkReport:
    return text_report(others=[Chapter(heading="样例图表", after="plans", body=["样例图表正文", *content])])


def _items(folder: Path) -> dict[str, list[Content]]:
    """The word for each kind of item in a body → samples of it."""
    return {
        "@table": [_table(3), _table(_WIDE)],
        "@picture": [Picture(path=str(folder / _FILE), **_texts_of("Picture"))],
    }


def _table(columns: int) -> Table:
    return Table(
        **{**_texts_of("Table"), "caption": f"样例表题{columns}列"},
        columns=tuple(Column(heading=f"样例表头{number}") for number in range(columns)),
        rows=tuple(tuple(f"样例表文{row}行{column}" for column in range(columns)) for row in range(2)),
    )


def _texts_of(item: str) -> dict[str, Any]:
    """A text for each of the paragraphs that an item of a body has beside it."""
    return {part.key: f"样例{part.zh}" for part in BODY_ITEMS[item] if part.key}


def _attachments() -> tuple[Attachment, ...]:
    return (
        Attachment(title="样例附件甲", body=["样例附件正文", Point(heading="样例附件标题", body="样例附件要点")]),
        Attachment(title="样例附件乙", body="样例附件乙正文"),
        Attachment(title="样例另附件"),
    )


def _signed(kind: str, seal: str) -> WorkReport:
    """A report signed in a way, with the same picture of a seal for each organ."""
    stamped = {"positions": ["样例职务"], "seal": [seal]}
    sealed = {"issuers": ["样例机关甲", "样例机关乙"], "seal": [seal, seal]}
    signature = Signature.model_validate({"kind": kind, **(stamped if kind == "stamped" else sealed)})
    return text_report(issue_date=_DAY, signature=signature)


def _headers() -> tuple[Header, ...]:
    """A downward document of one organ, and an upward one of two."""
    return (
        Header(**{**_values("header"), "number": "样办发〔2022〕8号", "classification_period": "1年"}),
        Header(number="样办发〔2022〕9号", issuers=["样例机关甲", "样例机关乙"], signatories=["样例甲", "样例乙"]),
    )


def _imprint() -> Imprint:
    return Imprint(**_values("imprint"))


def _values(place: Place) -> dict[str, Any]:
    """A value of each key that a template has at a place of the page."""
    return {key: row.sample for key, row in VALUES[place].items()}
