"""Any official report prints all its parts, in order; or it is refused in the library's own words."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import etree

from renmin_docs import Chapter, Organization, Point, RenminDocsError, WorkReport
from renmin_docs.ooxml.names import w
from renmin_docs.report.closing import Imprint, Signature
from renmin_docs.report.header import Header
from renmin_docs.report.page import PageProfile
from renmin_docs.report.sections import Attachment
from renmin_docs.report.tables import Table
from tests.effort import examples
from tests.official import LONG_NAME, NUMBER
from tests.samples import PRINTABLE
from tests.templates import parts_of

NAMES = st.one_of(
    st.text(st.sampled_from("县人民街道办事处ABC&<>\"'“”（）{}0"), min_size=1, max_size=12),
    st.sampled_from(("甲", "县人民政府办公室", LONG_NAME)),
)
LISTS = st.lists(NAMES, min_size=1, max_size=3)
DAYS = st.dates(date(1950, 1, 1))
LINES = PRINTABLE.filter(str.strip)
CELLS = st.lists(st.lists(PRINTABLE, min_size=2, max_size=2), min_size=1, max_size=3)
ITEMS = st.one_of(
    LINES,
    st.builds(Point, heading=LINES, body=st.lists(LINES, max_size=2)),
    st.builds(Point, lead=LINES, body=st.lists(LINES, max_size=1)),
    st.builds(Table, columns=st.lists(LINES, min_size=2, max_size=2), rows=CELLS, caption=PRINTABLE, unit=PRINTABLE),
)
BODIES = st.lists(ITEMS, min_size=1, max_size=3)
HEADERS = st.builds(
    Header,
    number=st.just(NUMBER),
    issuers=st.lists(NAMES, max_size=3),
    suffix=st.sampled_from(("文件", "")),
    copy_number=st.sampled_from(("", 7)),
    classification=st.just("秘密"),
    classification_period=st.sampled_from(("", "1年")),
    urgency=st.sampled_from(("", "特急")),
    signatories=st.lists(NAMES, max_size=3),
    preprinted=st.booleans(),
)
SIGNATURES = st.one_of(
    st.builds(Signature, issuers=st.lists(NAMES, max_size=3)),
    st.builds(Signature, kind=st.just("sealed"), issuers=st.lists(NAMES, max_size=4)),
    st.builds(Signature, kind=st.just("stamped"), positions=st.lists(NAMES, min_size=1, max_size=1)),
)
REPORTS = st.builds(
    WorkReport,
    organization=st.builds(Organization, name=NAMES),
    year=st.just(2022),
    title=st.one_of(st.just(""), LINES),
    header=st.none() | HEADERS,
    addressee=st.just([]) | LISTS,
    introduction=st.lists(LINES, max_size=2),
    achievements=st.builds(Chapter, heading=LINES, body=BODIES),
    issue_date=st.just(date(2022, 12, 20)),
    signature=SIGNATURES,
    note=st.just("") | LINES,
    attachments=st.lists(st.builds(Attachment, title=LINES, body=BODIES), max_size=2),
    imprint=st.none()
    | st.builds(Imprint, copied_to=st.just([]) | LISTS, printed_by=st.none() | NAMES, print_date=DAYS),
    page=st.builds(PageProfile, grid=st.sampled_from("AB")),
)


def texts_of(report: WorkReport):
    """Its texts in printed order, as they are typed: what the standard puts where, and no word of the library's."""
    if header := report.header:
        yield from (header.copy_number, header.classification, header.classification_period, header.urgency)
        if not header.preprinted:
            yield from header.issuers or (report.organization.issuer,)
            yield header.suffix
        yield from () if header.signatories else (header.number,)
        yield from header.signatories
    yield _typed(report.title)
    yield from report.addressee
    yield from map(_typed, report.introduction)
    yield from _section(report.achievements[0])
    yield from (_typed(attachment.title) for attachment in report.attachments)
    if report.signature.kind == "stamped":
        yield from report.signature.positions
    else:
        yield from report.signature.issuers or (report.organization.issuer,)
    yield "2022年12月20日"
    yield _typed(report.note)
    for attachment in report.attachments:
        yield "附件"
        yield _typed(attachment.title)
        yield from _body(attachment.body)
    if imprint := report.imprint:
        yield from imprint.copied_to
        yield imprint.printed_by or report.organization.issuer
        day = imprint.print_date
        yield f"{day.year}年{day.month}月{day.day}日印发"


def _section(section):
    yield _typed(section.heading)
    yield from _body(section.body)


def _body(items):
    for item in items:
        if isinstance(item, str):
            yield _typed(item)
        elif isinstance(item, Table):
            yield from (_typed(item.caption), _typed(item.unit), *(_typed(each.heading) for each in item.columns))
            yield from (_typed(cell) for row in item.rows for cell in row)
        else:
            yield from (_typed(item.heading), _typed(item.lead), *_body(item.body))


def _typed(text: str) -> str:
    return text.replace("{{", "{").replace("}}", "}")


def printed_text(data: bytes) -> str:
    """All text of the main part, without spaces."""
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    return _dense("".join(text.text or "" for text in root.iter(w("t"))))


def _dense(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS, st.sampled_from(("typed", "native")))
def test_every_text_is_printed_in_order_or_the_report_is_refused(report, numbering):
    try:
        data = report.to_bytes(template="red_head", numbering=numbering)
    except RenminDocsError as error:
        event("refused: " + " ".join(sorted({finding.rule for finding in error.findings})))
        return
    text = printed_text(data)
    event("printed")
    position = 0
    for wanted in map(_dense, texts_of(report)):
        found = text.find(wanted, position)
        assert found >= 0, wanted
        position = found + len(wanted)
