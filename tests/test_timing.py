"""What tests measure time by: growth and costs that hold on any machine."""

from tests.timing import cost, growth, reference


def _times(count):
    return lambda: [reference() for _ in range(count)]


def test_a_cost_is_counted_in_units_of_the_reference():
    most = 20
    assert 3 < cost(_times(8), most).units < most


def test_a_cost_above_its_limit_is_measured_again():
    calls = []
    assert cost(lambda: calls.append(reference()), 0).result is None
    assert len(calls) > 1


def test_a_cost_keeps_what_the_action_gave():
    assert cost(lambda: "甲", 1_000).result == "甲"


def test_growth_tells_proportion_from_a_square():
    def in_proportion(size):
        return [sum(range(100)) for _ in range(size)]

    def in_the_square(size):
        return [sum(range(size)) for _ in range(size)]

    assert growth(in_proportion, 1_000) < 8 < growth(in_the_square, 1_000)
