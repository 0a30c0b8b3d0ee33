"""Lengths: exact between the units that Word and people use."""

import pytest

from renmin_docs.units import Hao, Length, Mm, Pt, Twips


@pytest.mark.parametrize(
    ("length", "mm", "pt", "twips"),
    [(Mm(210), 210, 595.27, 11906), (Pt(16), 5.644, 16, 320), (Twips(579), 10.213, 28.95, 579), (Mm(0), 0, 0, 0)],
)
def test_a_length_reads_in_every_unit(length, mm, pt, twips):
    assert length.mm == pytest.approx(mm, abs=0.001)
    assert length.pt == pytest.approx(pt, abs=0.01)
    assert length.twips == twips


def test_type_sizes_are_whole_half_points():
    assert [Hao(name).half_points for name in ("初号", "一号", "二号", "三号", "四号", "小四", "五号")] == [
        84,
        52,
        44,
        32,
        28,
        24,
        21,
    ]


def test_a_border_is_measured_in_eighths_of_a_point():
    assert Pt(0.75).eighth_points == 6


def test_a_length_is_a_whole_number_of_emu():
    assert (int(Mm(1)), int(Pt(1)), int(Twips(1))) == (36_000, 12_700, 635)
    assert isinstance(Mm(0.1), Length)
    assert Twips(579).twips == 579


def test_an_unknown_type_size_is_an_error():
    with pytest.raises(KeyError):
        Hao("三")
