"""The walk over a report and the one over its data find the same texts and items."""

import pytest
from hypothesis import HealthCheck, given, settings

from renmin_docs import Chapter, Picture, Point, Table, WorkReport
from renmin_docs.report.sections import Attachment
from renmin_docs.report.texts import (
    changed,
    changed_sections,
    has_figures,
    items,
    items_in,
    text_keys,
    texts,
    texts_in,
)
from renmin_docs.vocabulary import LINES
from tests.effort import examples
from tests.samples import REPORTS, report

ITEMS = [
    "文",
    Table(caption="表", columns=["列"], rows=[["格"]]),
    Point(heading="点", body=["段", Picture(path="a.png", caption="图")]),
]


def _data(sample: WorkReport) -> dict:
    """The data of a report, as a file has them: lists, also of one."""
    return sample.model_dump(mode="json")


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(REPORTS)
def test_data_have_the_texts_of_their_report(sample):
    derived = {"title", *(f"{path}.heading" for path, _ in sample.placed_chapters())}
    own = [text.text for text in texts(sample) if text.path not in derived]
    headings = [each.heading for each in sample.chapters if each.has_given_heading]
    titles = [sample.title] if "title" in sample.model_fields_set else []
    assert sorted(text for _, text in texts_in(_data(sample))) == sorted([*own, *headings, *titles])


def test_texts_stand_in_printed_order_behind_their_paths():
    sample = report(
        introduction=["导语一", "导语二"],
        achievements=Chapter(heading="章", body=ITEMS),
        others=Chapter(heading="其他", after="achievements", body="正文"),
        conclusion="结束语",
        note="附注",
        attachments=[Attachment(title="附件", body=ITEMS)],
        title="题目",
    )
    found = [(text.path, text.text, text.chapter) for text in texts(sample)]
    assert found == [
        ("title", "题目", 0),
        ("introduction[0]", "导语一", 0),
        ("introduction[1]", "导语二", 0),
        ("achievements.heading", "章", 1),
        ("achievements.body[0]", "文", 1),
        ("achievements.body[1].caption", "表", 1),
        ("achievements.body[1].columns[0].heading", "列", 1),
        ("achievements.body[1].rows[0][0]", "格", 1),
        ("achievements.body[2].heading", "点", 1),
        ("achievements.body[2].body[0]", "段", 1),
        ("achievements.body[2].body[1].caption", "图", 1),
        ("others[0].heading", "其他", 2),
        ("others[0].body", "正文", 2),
        ("conclusion", "结束语", 0),
        ("note", "附注", 0),
        ("attachments[0].title", "附件", 0),
        ("attachments[0].body[0]", "文", 0),
        ("attachments[0].body[1].caption", "表", 0),
        ("attachments[0].body[1].columns[0].heading", "列", 0),
        ("attachments[0].body[1].rows[0][0]", "格", 0),
        ("attachments[0].body[2].heading", "点", 0),
        ("attachments[0].body[2].body[0]", "段", 0),
        ("attachments[0].body[2].body[1].caption", "图", 0),
    ]


def test_items_of_a_report_and_of_its_data_stand_at_the_same_paths():
    sample = report(achievements=Chapter(heading="章", body=ITEMS), attachments=[Attachment(title="附件", body=ITEMS)])
    assert [path for path, _ in items(sample)] == [
        *("achievements.body[1]", "achievements.body[2].body[1]"),
        *("attachments[0].body[1]", "attachments[0].body[2].body[1]"),
    ]
    found = [(path, kind) for path, kind, _ in items_in(_data(sample))]
    assert found == [
        (("achievements", 0, "body", 1), "Table"),
        (("achievements", 0, "body", 2), "Point"),
        (("achievements", 0, "body", 2, "body", 1), "Picture"),
        (("attachments", 0, "body", 1), "Table"),
        (("attachments", 0, "body", 2), "Point"),
        (("attachments", 0, "body", 2, "body", 1), "Picture"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        *({"achievements": value} for value in ("文", 1, None, [["文"]], {"body": 3}, {"body": [None, [1]]})),
        {"title": {"body": "文"}, "attachments": "文", "note": ["附注"]},
        {"achievements": {"body": {"rows": 3, "columns": {"heading": "列"}}}},
    ],
)
def test_data_of_any_shape_are_walked(data):
    assert all(isinstance(text, str) for _, text in texts_in(data))
    assert all(isinstance(item, dict) for _, _, item in items_in(data))


def test_a_change_reaches_every_item_of_chapters_and_attachments():
    sample = report(achievements=Chapter(heading="章", body=ITEMS), attachments=[Attachment(title="附件", body=ITEMS)])
    made = sample.replace(**changed_sections(sample, lambda item: f"{item}甲" if isinstance(item, str) else item))
    assert [text.text for text in texts(made) if text.text.endswith("甲")] == ["文甲", "段甲"] * 2
    point = changed(ITEMS[2], lambda _: "换")
    assert point.body == ("换", "换")


def test_the_texts_of_a_model_are_known_from_the_rows():
    class Longer(WorkReport):
        """A model made from one of ours is walked like it."""

    assert text_keys(Point(lead="点")) == ["heading", "lead"]
    own = ["title", *LINES["below_title"], *LINES["behind_signature"]]
    assert text_keys(Longer(**dict(report()))) == text_keys(report()) == own


@pytest.mark.parametrize(
    ("item", "tells"),
    [
        ("网点{shops}", True),
        ("网点{{3}}家", False),
        (Table(figures=["shops"]), True),
        (Table(columns=["数"], rows=[["{shops}"]]), True),
        (Table(columns=[{"heading": "数", "unit": "{shops}"}], rows=[["3"]]), True),
        (Table(columns=["数"], rows=[["3"]]), False),
        (Picture(path="a.png", caption="{shops}"), True),
        (Point(lead="甲", body=[Point(heading="乙", body=Table(figures=["shops"]))]), True),
        (Point(lead="甲", body=[Point(heading="乙{shops}")]), True),
        (Point(lead="甲", body=[Point(heading="乙")]), False),
    ],
)
def test_an_item_that_has_figures_is_known(item, tells):
    assert has_figures(item) == tells
