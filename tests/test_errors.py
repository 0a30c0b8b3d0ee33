"""Findings and the errors that carry them."""

import copy
import pickle

import pytest

from renmin_docs import errors
from renmin_docs.errors import DataFileError, Finding, OutputError, RenminDocsError, ReportError

FINDING = Finding("unknown_figure", "plans.body[1]", "shop", "shops", line=7)


def _errors():
    return [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, RenminDocsError)]


def test_a_finding_is_one_sentence_in_either_language():
    assert str(FINDING) == "line 7, plans.body[1]: no figure is named shop; did you mean shops?"
    assert FINDING.message("zh") == "第 7 行，plans.body[1]：没有名为“shop”的数据；是否应为：shops"


def test_a_finding_leaves_out_what_it_does_not_know():
    assert str(Finding("unknown_figure", found="shop")) == "no figure is named shop"
    assert str(Finding("file_missing")) == "there is no such file; check the path"


def test_a_finding_knows_its_rules_gravity_and_clause():
    assert (FINDING.severity, FINDING.clause, FINDING.strength) == ("error", "", "")
    ladder = Finding("ladder_order")
    assert (ladder.severity, ladder.clause, ladder.strength) == ("notice", "7.3.3", "K")


def test_a_finding_moves_to_another_place_and_keeps_its_line():
    assert FINDING.at("plans") == Finding("unknown_figure", "plans", "shop", "shops", line=7)
    assert FINDING.at("plans", 9).line == 9


def test_a_finding_of_no_rule_is_a_slip_of_ours():
    with pytest.raises(KeyError):
        Finding("no_such_rule")


def test_an_error_says_all_its_findings_each_behind_the_subject():
    error = DataFileError(FINDING, Finding("file_empty"), subject="a.yaml")
    assert str(error) == f"a.yaml: {FINDING}\na.yaml: the file is empty"
    assert error.message("zh").splitlines()[1] == "a.yaml：文件是空的"
    assert error.findings == (FINDING, Finding("file_empty"))


def test_an_error_without_a_subject_is_its_findings():
    assert str(ReportError(FINDING)) == str(FINDING)


@pytest.mark.parametrize("kind", _errors())
def test_every_error_is_of_one_family_and_survives_pickling(kind):
    error = kind(FINDING, subject="a.yaml")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is kind
        assert (again.findings, again.subject, str(again)) == (error.findings, "a.yaml", str(error))


def test_bad_values_are_value_errors_and_bad_disks_are_not():
    assert issubclass(DataFileError, ValueError)
    assert not issubclass(OutputError, ValueError)


def test_a_file_name_can_not_move_the_cursor():
    assert (
        str(DataFileError(Finding("file_empty"), subject="a\x1b[2J\n.yaml")) == "a\\x1b[2J\\n.yaml: the file is empty"
    )
