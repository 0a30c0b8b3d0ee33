"""What a profile may hold."""

import pytest
from pydantic import ValidationError

from renmin_docs import WorkReport
from renmin_docs.report.profile import Profile


def test_every_key_may_be_left_out():
    assert Profile.model_validate({}) == Profile()


def test_what_a_profile_says_by_default_is_what_a_report_does():
    report = WorkReport.model_validate({"organization": {"name": "甲"}, "year": 2022, "achievements": {"body": "文"}})
    for key in set(Profile.model_fields) - {"organization", "signature", "check"}:
        assert getattr(report, key) == getattr(Profile(), key), key
    assert report.signature.model_dump() == Profile().signature.model_dump()


@pytest.mark.parametrize(
    "key", ["year", "figures", "achievements", "title", "issue_date", "attachments", "note", "period"]
)
def test_what_belongs_to_one_report_is_refused(key):
    with pytest.raises(ValidationError, match=f"the key {key} belongs"):
        Profile.model_validate({key: "2022"})


@pytest.mark.parametrize("key", ["number", "copy_number", "classification", "urgency"])
def test_what_belongs_to_one_document_is_refused_in_the_head(key):
    with pytest.raises(ValidationError, match=f"the key {key} is not known"):
        Profile.model_validate({"header": {key: "1"}})


def test_parts_that_a_report_completes_are_taken():
    Profile.model_validate({"signature": {"kind": "stamped"}, "organization": {"issuer": "甲办事处"}, "imprint": {}})
