"""Where a heading ends."""

import pytest

from renmin_docs.intake.prose.headings import Head, chapter_head_of, head_of, lead_of


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("抓党建", Head(heading="抓党建")),
        ("抓党建，强堡垒", Head(heading="抓党建，强堡垒")),
        ("抓党建 强堡垒", Head(heading="抓党建 强堡垒")),
        ("抓党建。新建驿站4个。", Head(lead="抓党建", text="新建驿站4个。")),
        ("抓党建：新建驿站4个。", Head(lead="抓党建：", text="新建驿站4个。")),
        ("推行“先办、后补。”模式。成效明显。", Head(lead="推行“先办、后补。”模式", text="成效明显。")),
        (
            "抓好党建工作 新建驿站，办成实事。",
            Head(heading="抓好党建工作", text="新建驿站，办成实事。", rule="heading_guessed"),
        ),
        (
            "党建引领有力今年以来，新建驿站4个。",
            Head(heading="党建引领有力", text="今年以来，新建驿站4个。", rule="heading_guessed"),
        ),
        ("今年新建驿站4个。群众满意。", Head(text="今年新建驿站4个。群众满意。")),
        ("2022年，街道开展培训。成效明显。", Head(text="2022年，街道开展培训。成效明显。")),
        ("新建驿站4个；新增托位60个。", Head(text="新建驿站4个；新增托位60个。")),
        ("完成改造 32 栋楼，惠及居民。", Head(text="完成改造 32 栋楼，惠及居民。")),
        ("抓好党建工作，", Head(text="抓好党建工作，")),
        ("抓" * 60, Head(text="抓" * 60)),
        ("抓党建。", Head(text="抓党建。")),
    ],
)
def test_a_heading_ends_where_a_reader_sees_its_end(text, head):
    assert head_of(text, has_more=False) == head


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("抓党建强堡垒。", True),
        ("主要做法：", True),
        ("新建驿站4个。", False),
        ("全年工作平稳。", False),
        ("抓党建；", False),
    ],
)
def test_a_sentence_alone_is_a_heading_if_something_follows_and_it_tells_nothing(text, is_heading):
    head = head_of(text, has_more=True)
    assert head == (Head(heading=text, rule="heading_ended") if is_heading else Head(text=text))


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        ("2022年工作情况", "2022年工作情况", ""),
        ("2022年工作情况。街道办成实事。", "2022年工作情况。", "街道办成实事。"),
        ("2022年工作情况：街道办成实事。", "2022年工作情况：", "街道办成实事。"),
        ("2022年工作情况 街道办成实事。", "2022年工作情况", "街道办成实事。"),
        ("2022年工作情况2022年，街道办成实事。", "2022年工作情况", "2022年，街道办成实事。"),
        (
            "工作开展情况、成绩和经验街道办成实事，群众满意；" + "办" * 40,
            "工作开展情况、成绩和经验",
            "街道办成实事，群众满意；" + "办" * 40,
        ),
        ("存在的困难和问题一是缺钱。二是缺人。", "存在的困难和问题", "一是缺钱。二是缺人。"),
        ("强基固本　党建引领", "强基固本　党建引领", ""),
        ("党" * 70, "党" * 70, ""),
    ],
)
def test_a_chapter_always_has_a_heading(text, heading, rest):
    head = chapter_head_of(text)
    assert (head.heading, head.text, head.lead) == (heading, rest, "")


@pytest.mark.parametrize(
    ("written", "lead"),
    [("抓党建。", "抓党建"), ("抓党建：", "抓党建："), ("“真抓。”。", "“真抓。”。"), ("抓党建", "抓党建")],
)
def test_a_lead_keeps_the_mark_that_print_would_not_give_it(written, lead):
    assert lead_of(written) == lead
