"""Templates and data files of any bytes: an error of the library, or a document; within bounded time."""

from __future__ import annotations

import random
import sys
from functools import partial
from multiprocessing import get_context

import pytest

from renmin_docs import Template, TemplateError
from tests.effort import examples
from tests.proof import fuzzing
from tests.proof.fuzzing import LEAST, SEED, TooLongError, bring_home, check, fill, fuzz, load, within_time
from tests.proof.mutations import ENDINGS, data_case, document_case, mutated, xml_case, zip_case
from tests.proof.tags import tag_case
from tests.proof.test_naive import PLAIN, SIGNED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no clock for the processor's time")


@pytest.fixture(scope="module")
def child():
    """The process that tries cases of all kinds; leaving it ends it, whatever it does."""
    with get_context("spawn").Pool(1) as pool:
        yield pool


@pytest.mark.parametrize("make", [zip_case, xml_case, tag_case])
def test_a_template_of_any_bytes_gives_a_document_or_one_of_our_errors(child, make, tmp_path):
    assert fuzz(child, make, fill, tmp_path / "fuzz.docx") >= LEAST


@pytest.mark.parametrize("make", [zip_case, xml_case, tag_case])
def test_a_template_of_any_bytes_can_be_checked(child, make, tmp_path):
    assert fuzz(child, make, check, tmp_path / "fuzz.docx") >= LEAST


@pytest.mark.thorough
def test_a_document_of_any_elements_is_read_compared_and_made_a_template_or_refused(child, tmp_path):
    assert fuzz(child, document_case, bring_home, tmp_path / "fuzz.docx") >= LEAST


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_data_file_of_any_bytes_gives_a_report_or_one_of_our_errors(child, ending, tmp_path):
    assert fuzz(child, partial(data_case, ending), load, tmp_path / f"fuzz.{ending}") >= LEAST


def test_the_fuzz_reaches_what_lies_behind_the_checks(monkeypatch, tmp_path):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", "off")
    filled, refused, path = 0, 0, tmp_path / "fuzz.docx"
    while min(filled, refused) < 4:
        path.write_bytes(xml_case(random.Random(f"{SEED} {filled + refused}")))
        try:
            Template.open(path).render(PLAIN)
            filled += 1
        except TemplateError:
            refused += 1
        assert filled + refused < 40


def test_the_clock_stops_what_takes_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzzing, "_limit", lambda: 0.1)
    with pytest.raises(TooLongError):
        within_time(never_ends, tmp_path)


def never_ends(_) -> None:
    while True:
        pass


def test_a_case_that_fails_is_kept_and_named(child, tmp_path):
    keep = tmp_path / "case"
    with pytest.raises(AssertionError, match=r"^case 1 of seed \d+, kept in .*case: ZeroDivisionError"):
        fuzz(child, some_bytes, fails, keep)
    assert keep.read_bytes() == b"some"


def some_bytes(_) -> bytes:
    return b"some"


def fails(_) -> None:
    raise ZeroDivisionError


def test_a_damaged_cache_is_as_good_as_none(monkeypatch, tmp_path):
    monkeypatch.setenv("RENMIN_DOCS_CACHE", str(tmp_path))
    wanted = Template.open("work_report").render(SIGNED)
    (kept,) = [path for path in tmp_path.iterdir() if path.is_file()]
    good = kept.read_bytes()
    for case in range(examples(40)):
        kept.write_bytes(mutated(random.Random(f"{SEED} {case}"), good, [b"{", b"]", b"null", b"{{ title }}"]))
        assert Template.open("work_report").render(SIGNED) == wanted, case
