"""Digits and decimals: Babel's writing, half-up rounding, and a caller's context that is left alone."""

import decimal
import subprocess
import sys
import threading
from decimal import Decimal

import pytest
from babel import Locale

from renmin_docs.figures import breakdown, change, count, money, parse, rate
from renmin_docs.figures.arithmetic import digits, exact, rounded, tidy
from tests.timing import cost

TEXTS = ("{}00余次", "9.7{}亿元", "1{}.67%", "{}—10月", "近{}0条", "2.{}个百分点")
FIGURES = [parse(text.format(number)) for text in TEXTS for number in range(1, 6)]


def test_digits_are_plain():
    assert digits(Decimal(12_345_678), 0) == "12345678"
    assert digits(Decimal("-0.5"), 3) == "-0.500"


@pytest.mark.parametrize(
    ("number", "result"), [("10.665", "10.67"), ("-10.665", "-10.67"), ("-0.001", "0"), ("2.5", "2.5")]
)
def test_rounding_is_half_up_by_magnitude(number, result):
    assert rounded(Decimal(number), 2) == Decimal(result)
    assert not rounded(Decimal("-0.001"), 2).is_signed()


def test_tidy_numbers_have_no_exponent():
    assert str(tidy(Decimal("9.750E+8"))) == "975000000"
    assert str(tidy(Decimal("0E+5"))) == "0"


@pytest.mark.parametrize("value", ["1e5", " 5 ", "-.5", 5, 0.1, Decimal(3)])
def test_exact_numbers(value):
    assert exact(value).is_finite()


def everything():
    figure = breakdown(money(975_000_001), {"甲": money(500_000_000), "乙": money(475_000_001)})
    texts = [str(change(money(975_000_001), money(881_000_003))), str(rate("0.106651")), str(parse("3亿4500万元"))]
    return [*texts, str(figure), figure.findings(), str(count(312, "次", hedge="auto", step=100))]


def test_the_callers_context_is_neither_read_nor_changed():
    expected = everything()
    strange = decimal.Context(prec=2, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded])
    with decimal.localcontext(strange) as context:
        before = repr(context)
        assert everything() == expected
        assert repr(decimal.getcontext()) == before


def test_threads_print_alike():
    results = []
    threads = [threading.Thread(target=lambda: results.append(everything())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [everything()] * 8


def print_all():
    digits.cache_clear()
    return [str(figure) for figure in FIGURES]


def test_printing_thirty_figures_a_hundred_times_takes_the_time_of_a_page_of_python():
    assert len(set(FIGURES)) == 30
    most = 40
    assert cost(lambda: [print_all() for _ in range(100)], most).units < most


def test_babel_is_loaded_with_the_first_digit():
    code = """import sys
from renmin_docs.figures import parse
assert str(parse("四个")) == "四个" and "babel" not in sys.modules
print(parse("4个"))"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"}
    )
    assert (done.stdout.strip(), done.returncode) == ("4个", 0), done.stderr


def test_the_signs_are_those_of_chinese():
    root, chinese = Locale("root"), Locale("zh", script="Hans", territory="CN")
    assert dict(root.number_symbols["latn"]) == dict(chinese.number_symbols["latn"])
    assert chinese.default_numbering_system == root.default_numbering_system == "latn"
