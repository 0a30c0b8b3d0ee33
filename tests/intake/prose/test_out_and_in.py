"""A report printed as plain text and read again: the same report, as far as plain text can tell.

Plain text does not say whether a paragraph behind the points of a body belongs to the last point or to what
is around it, nor which marks a ladder has below those that are used. Reports here have no such places.
"""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmin_docs import Chapter, Organization, Point, WorkReport
from renmin_docs.intake.prose.reading import parse_report
from renmin_docs.numerals import MARKS
from tests.effort import examples
from tests.intake.prose.telling import printed_text

SENTENCES = st.lists(
    st.sampled_from(
        [
            "街道坚持问题导向，逐项建立台账。",
            "全年办成民生实事20件，完成率100%。",
            "1—10月，服务业营业额9.75亿元，同比增长10.67%。",
            "社区工作者走访居民860户（次），收集意见41条。",
            "“一站式”窗口受理事项1.2万件；满意率98%。",
            "老旧小区改造涉及3栋楼，惠及居民240户。",
        ]
    ),
    min_size=1,
    max_size=3,
).map("".join)
STATEMENTS = st.sampled_from(["新建口袋公园4个，改造绿地2处；", "全年开展巡查300余次。", "兑现补贴32万元，惠及96户。"])
PHRASES = st.sampled_from(
    [
        "夯实基层党建",
        "守牢安全底线，护航平稳发展",
        "推行“邻里议事”",
        "抓环境、促提升",
        "优化服务，便利居民",
        "补齐设施短板",
    ]
)
HEADINGS = {
    "achievements": ["2022年工作开展情况", "主要成绩和经验", "重点工作完成情况"],
    "difficulties": ["存在的困难和问题", "主要差距和不足"],
    "plans": ["2023年工作打算", "下一步工作思路和举措"],
}
OTHERS = ["街道概况", "其他事项", "干部队伍"]
MANY = settings(max_examples=examples(200), deadline=None, suppress_health_check=list(HealthCheck))


def _texts(least=0):
    return st.lists(SENTENCES, min_size=least, max_size=2)


def _leaf(words):
    return st.builds(lambda lead, text: Point(lead=lead, body=[text]), words, SENTENCES)


@st.composite
def _point(draw, rungs):
    """A numbered point: under a heading or a lead with what is in it, or a bare paragraph."""
    kind = draw(st.sampled_from(["heading", "heading", "lead", "bare"]))
    if kind == "bare":
        return Point(body=[draw(STATEMENTS)])
    texts = draw(_texts(least=kind == "lead"))
    section = draw(_section(rungs - 1, texts))
    return Point(**{kind: draw(PHRASES)}, **section)


@st.composite
def _section(draw, rungs, texts):
    """Series and body: texts, then points."""
    kinds = ["none", "ordinal", "inline"] + ["numbered"] * 3 * (rungs > 0)
    kind = draw(st.sampled_from(kinds))
    if kind == "none":
        return {"body": texts}
    if kind == "inline":
        return {
            "series": "ordinal",
            "inline": True,
            "body": texts + draw(st.lists(_leaf(PHRASES), min_size=2, max_size=4)),
        }
    if kind == "ordinal":
        return {"series": "ordinal", "body": texts + draw(st.lists(_leaf(PHRASES), min_size=1, max_size=4))}
    return {"body": texts + draw(st.lists(_point(rungs), min_size=1, max_size=4))}


@st.composite
def _chapter(draw, heading, rungs, after=None):
    return Chapter(heading=heading, after=after, **draw(_section(rungs, draw(_texts()))))


@st.composite
def _reports(draw):
    marks = draw(st.sampled_from([MARKS, ("一、", "1.", "（1）")]))
    rungs = len(marks) - 1
    chapters = {}
    for kind, headings in HEADINGS.items():
        count = draw(st.integers(1 if kind == "achievements" else 0, len(headings)))
        chapters[kind] = [draw(_chapter(heading, rungs)) for heading in headings[:count]]
    afters = draw(st.lists(st.sampled_from(["introduction", *HEADINGS]), max_size=2, unique=True))
    present = [after for after in afters if chapters.get(after, True)]
    return WorkReport(
        organization=Organization(name="人民街道"),
        year=2022,
        introduction=draw(_texts()),
        **chapters,
        others=[draw(_chapter(heading, rungs, after)) for heading, after in zip(OTHERS, sorted(present), strict=False)],
        conclusion=draw(st.sampled_from([(), ("特此报告。",)])),
        issue_date=draw(st.sampled_from([None, date(2022, 12, 20)])),
        marks=marks,
    )


@given(_reports())
@MANY
def test_a_printed_report_is_read_as_itself(sample):
    text = printed_text(sample)
    report = parse_report(text).report
    assert printed_text(report) == text
    assert report.model_copy(update={"marks": sample.marks, "others": ()}) == sample.model_copy(update={"others": ()})
    assert sorted(map(str, report.others)) == sorted(map(str, sample.others))
