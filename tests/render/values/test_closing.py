"""What follows the text, as blocks: 附件说明, signature, note, attachments, and what keeps together."""

from __future__ import annotations

import pytest

from renmin_docs import Attachment, Chapter
from renmin_docs.errors import ReportError
from renmin_docs.render.values.blocks import Printer, printed_lines
from renmin_docs.render.values.closing import closing_blocks
from renmin_docs.report.closing import Signature
from renmin_docs.standard.page import GRID_A
from tests.official import LONG_NAME, ORGANS, attachment, columns, official

HALF = GRID_A.character.twips // 2
DATE = "2022年12月20日"


def closed(**parts):
    """The printer's own last block, and the blocks that close the report."""
    sample = official(**{"header": None, **parts})
    printer = Printer(sample)
    return printer.blocks[-1], closing_blocks(sample, printer)


def shown(blocks) -> list[tuple[str, str]]:
    return [(block["kind"], block["lead"] + block["text"]) for block in blocks]


def test_a_report_that_is_not_signed_and_has_no_attachments_ends_with_its_text():
    last, blocks = closed(issue_date=None)
    assert blocks == []
    assert not last["keep_next"]


def test_one_empty_line_organ_and_date():
    _, blocks = closed()
    assert shown(blocks) == [("issuer", ""), ("issuer", "人民街道办事处"), ("issue_date", DATE)]
    assert [block["right"] for block in blocks[1:]] == [4 * HALF, 0]


def test_each_organ_has_its_line():
    _, blocks = closed(signature=Signature(issuers=ORGANS[:3]))
    assert [text for _, text in shown(blocks)] == ["", *ORGANS[:3], DATE]


def test_a_long_name_is_broken_evenly():
    _, blocks = closed(signature=Signature(issuers=LONG_NAME))
    assert blocks[1]["text"] == "\n".join(["国" * 20] * 3)


def test_under_seals_organs_stand_in_rows_with_a_line_for_the_seal_below_the_date():
    _, blocks = closed(signature=Signature(kind="sealed", issuers=ORGANS[:3]))
    assert shown(blocks) == [
        *[("issuer", "")] * 2,
        ("issuers", f"\t{ORGANS[0]}\t{ORGANS[1]}"),
        *[("issuer", "")] * 4,
        ("issuers", f"\t{ORGANS[2]}"),
        ("issue_date", DATE),
        ("issue_date", ""),
    ]
    first, second = blocks[2]["centers"], blocks[7]["centers"]
    assert len(first) == 2
    assert second == first[-1:]
    assert blocks[8]["right"] == 8 * HALF


def test_a_note_takes_the_place_of_that_line():
    _, blocks = closed(signature=Signature(kind="sealed"), note="此件公开")
    assert shown(blocks)[-2:] == [("issue_date", DATE), ("note", "（此件公开）")]


def test_beside_a_stamp_stands_the_position():
    _, blocks = closed(signature=Signature(kind="stamped", issuers=ORGANS[:2], positions=["主任", "局长"]))
    assert [text for _, text in shown(blocks)] == ["", "", "主任", "", "局长", "", DATE]
    assert blocks[2]["right"] == blocks[4]["right"] == (8 + 15 + 4) * HALF


@pytest.mark.parametrize(
    ("signature", "places", "most"),
    [
        (
            Signature(kind="sealed", issuers=[LONG_NAME, "甲", "国" * 29]),
            ["signature.issuers[0]", "signature.issuers[2]"],
            "28",
        ),
        (Signature(kind="stamped", positions=LONG_NAME), ["signature.positions"], "14"),
    ],
)
def test_a_name_longer_than_its_line_is_refused(signature, places, most):
    with pytest.raises(ReportError) as caught:
        closed(signature=signature)
    found = [(each.rule, each.place, each.expected) for each in caught.value.findings]
    assert found == [("issuer_long", place, most) for place in places]


def test_the_reports_own_issuer_is_refused_at_its_own_place():
    from renmin_docs import Organization

    with pytest.raises(ReportError, match=r"organization\.issuer"):
        closed(organization=Organization(name=LONG_NAME), signature=Signature(kind="sealed"))


def test_a_note_keeps_brackets_of_its_own():
    assert shown(closed(note="（此件公开）")[1])[-1] == ("note", "（此件公开）")
    assert shown(closed(note="此件公开", issue_date=None)[1]) == [("note", "（此件公开）")]


def test_an_attachment_without_a_body_is_named_and_counted_and_has_no_page():
    volume = Attachment(title="图册")
    _, blocks = closed(attachments=[volume, attachment("甲文。", title="甲"), volume])
    listed = [text for kind, text in shown(blocks) if kind == "attachment_item"]
    assert listed == ["", "附件：1.图册", "2.甲", "3.图册"]
    assert [text for kind, text in shown(blocks) if kind == "attachment_label"] == ["附件2"]
    assert [block["path"] for block in blocks if block["kind"] == "attachment_item"][1:] == [
        *("attachments[0].title", "", "attachments[2].title")
    ]


def test_one_alone_has_no_number_and_the_document_ends_with_its_signature():
    _, blocks = closed(attachments=[Attachment(title="图册")])
    assert [text for _, text in shown(blocks)] == ["", "附件：图册", "", "人民街道办事处", DATE]


def test_attachments_are_named_below_the_text_and_stand_behind_the_signature():
    _, blocks = closed(attachments=[attachment("甲文。", title="甲"), attachment("乙文。", title="乙")])
    texts = [text for _, text in shown(blocks)]
    assert texts[:3] == ["", "附件：1.甲", "2.乙"]
    assert texts[3:6] == ["", "人民街道办事处", DATE]
    assert texts[6:] == ["附件1", "", "甲", "", "甲文。", "附件2", "", "乙", "", "乙文。"]


def test_a_single_attachment_has_no_number():
    _, blocks = closed(attachments=[attachment(title="甲")])
    texts = [text for _, text in shown(blocks)]
    assert "附件：甲" in texts
    assert "附件" in texts


def test_further_lines_of_a_name_begin_under_its_first_character():
    _, blocks = closed(attachments=[attachment(title=f"第{number}") for number in range(1, 13)])
    items = [block for block in blocks if block["kind"] == "attachment_item"][1:]
    begins = [(item["left"] // HALF, item["hanging"] // HALF) for item in items]
    assert begins[:2] == [(12, 8), (12, 2)]
    assert begins[9:] == [(13, 3)] * 3


# --- what keeps together ----------------------------------------------------------------------


def kept(blocks) -> list[bool]:
    return [block["keep_next"] for block in blocks]


def test_all_of_a_signature_keeps_with_the_last_paragraph():
    last, blocks = closed()
    assert last["keep_next"]
    assert kept(blocks) == [True, True, False]


def test_the_line_below_a_seal_and_a_note_keep_with_the_date():
    for parts in ({"signature": Signature(kind="sealed")}, {"note": "此件公开"}):
        _, blocks = closed(**parts)
        assert kept(blocks) == [*[True] * (len(blocks) - 1), False]


def test_a_short_list_of_attachments_keeps_with_text_and_signature():
    last, blocks = closed(attachments=[attachment(title=title) for title in "甲乙丙"])
    assert last["keep_next"]
    assert kept(blocks[:7]) == [*[True] * 6, False]


def test_of_a_long_one_the_last_line_keeps_with_the_signature():
    last, blocks = closed(attachments=[attachment(title=f"第{number}") for number in range(1, 13)])
    assert not last["keep_next"]
    assert kept(blocks[:16]) == [True, *[False] * 11, *[True] * 3, False]


def test_without_a_signature_a_list_keeps_with_the_text_alone():
    last, blocks = closed(issue_date=None, attachments=[attachment(title="甲"), attachment(title="乙")])
    assert last["keep_next"]
    assert kept(blocks[:3]) == [True, True, False]


@pytest.mark.parametrize(
    ("introduction", "lines", "headed", "keeps"),
    [
        ("导语", 18, False, True),
        ("导语", 19, False, False),
        ((), 18, False, True),
        ((), 18, True, False),
        ((), 4, True, True),
        ("导语", 18, True, True),
    ],
)
def test_a_paragraph_that_is_too_long_does_not_keep(introduction, lines, headed, keeps):
    head = {} if headed else {"header": None}
    text = Chapter(heading="章", body="国" * (28 * lines - 2))
    sample = official(introduction=introduction, achievements=text, **head)
    assert Printer(sample).blocks[-1]["keep_next"] is keeps


def test_a_table_that_ends_the_text_keeps():
    last, _ = closed(achievements=Chapter(heading="章", body=["前", columns(3, 40)]))
    assert last["kind"] == "table"
    assert last["keep_next"]


def test_lines_are_counted_with_marks_leads_and_points():
    from renmin_docs.render.values.blocks import block

    assert printed_lines(block("table")) == 1
    assert printed_lines(block("point", "", "（一）", "国" * 10, "国" * 13)) == 1
    assert printed_lines(block("point", "", "（一）", "国" * 10, "国" * 14)) == 2
    row = {**block("inline"), "points": [{"mark": "一是", "lead": "国" * 10, "text": "国" * 20}] * 2}
    assert printed_lines(row) == 3
