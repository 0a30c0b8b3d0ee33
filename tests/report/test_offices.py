"""Offices of every kind: they sign as their kind does, and a signature tells the name again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmin_docs import Organization
from renmin_docs.report.offices import KINDS, OTHER, PLACES, endings, issuer_of, kind_of, name_of
from tests.pages import text_of

STEMS = (
    "青山",
    "东",
    "李家",
    "清河区清河",
    "城关",
    "第19",
    "12345",
    "新乡",
    "容城",
    "莫力达瓦达斡尔族",
    "A·B",
    "（筹）",
)


@st.composite
def offices(draw):
    """The name of an office of any kind."""
    kind = draw(st.sampled_from(KINDS))
    return draw(st.sampled_from(STEMS)) + draw(st.sampled_from(kind.endings))


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("人民街道", "人民街道办事处"),
        ("青山镇", "青山镇人民政府"),
        ("容城镇", "容城镇人民政府"),
        ("青山乡", "青山乡人民政府"),
        ("青山布依族乡", "青山布依族乡人民政府"),
        ("幸福社区", "幸福社区居民委员会"),
        ("李家村", "李家村村民委员会"),
        ("青山县", "青山县人民政府"),
        ("青山自治县", "青山自治县人民政府"),
        ("青山区", "青山区人民政府"),
        ("盐城市", "盐城市人民政府"),
        ("青山自治州", "青山自治州人民政府"),
        ("青山自治区", "青山自治区人民政府"),
        ("青山高新技术产业开发区", "青山高新技术产业开发区管理委员会"),
        ("青山工业园区", "青山工业园区管理委员会"),
    ],
)
def test_a_place_is_signed_for_by_its_government_or_committee(name, issuer):
    assert Organization(name=name).issuer == issuer
    assert name_of(issuer) == name


@pytest.mark.parametrize(
    "name",
    [
        *("区教育局", "区委", "区发展和改革委员会", "督查办", "区委办公室", "便民服务中心", "第19中学", "县医院"),
        *("青山有限公司", "青山景区管委会", "防汛抗旱指挥部", "青山镇党委", "人民街道党工委", "中共青山镇委员会"),
        *("人民街道办事处", "青山镇人民政府", "驻京办事处", "幸福社区居委会", "社区工作站", "李家村村委会", "区总工会"),
        *("浦东新区", "某地区", "特色小镇", "阳光小区", "第一超市", "杭州", "度假村", "某某", "ＡＢ", "x"),
    ],
)
def test_others_sign_as_they_are_called(name):
    assert Organization(name=name).issuer == name


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("人民街道办", "人民街道"),
        ("青山镇政府", "青山镇"),
        ("青山县政府", "青山县"),
        ("幸福社区居委会", "幸福社区"),
        ("李家村村委会", "李家村"),
        ("李家村委会", "李家村"),
        ("李家村民委员会", "李家村"),
        ("青山高新区管委会", "青山高新区"),
        ("清河区清河街道办事处", "清河区清河街道"),
        *((same, same) for same in ("驻京办事处", "区政府", "青山居委会", "督查办", "中共青山镇委员会", "办事处", "")),
    ],
)
def test_the_name_is_what_stands_before_the_usual_words_of_a_signature(issuer, name):
    assert name_of(issuer) == name


@given(name=offices())
def test_the_signature_of_any_office_tells_its_name(name):
    kind = kind_of(name)
    assert kind is not OTHER or name[-2] in "".join(each.not_behind for each in KINDS)
    assert issuer_of(name) == name + kind.signs
    if kind.signs:
        assert name_of(issuer_of(name)) == name
        assert all(len(name_of(name + short)) <= len(name) for short in kind.short)


@given(name=offices())
def test_what_is_given_as_the_signature_goes_before_the_kind(name):
    assert Organization(name=name, issuer="某某").issuer == "某某"
    assert Organization(name=name, issuer="某某").replace(name="青山镇", issuer="").issuer == "青山镇人民政府"


def test_an_ending_is_the_ending_of_one_kind():
    all_endings = [ending for kind in KINDS for ending in kind.endings]
    assert len(set(all_endings)) == len(all_endings)
    assert endings().count("|") == len(all_endings) - 1


def test_what_the_guide_shows_is_how_they_sign():
    guide = text_of("zh")
    rows = guide.partition("| `名称` 的末尾")[2].partition("\n\n")[0].splitlines()[2:]
    shown = [issuer for row in rows[:-1] for issuer in row.split("|")[2].strip().split("、")]
    assert len(shown) > 5
    assert [issuer_of(name_of(issuer)) for issuer in shown] == shown
    assert not set(shown) & {name_of(issuer) for issuer in shown}


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.endings[0])
def test_no_name_in_its_signing_form_is_signed_for_once_more(kind):
    for ending in kind.endings:
        for signs in (kind.signs, *kind.short):
            assert issuer_of(f"青山{ending}{signs}") == f"青山{ending}{signs}"
