"""A part of a report that its template has no place for is named before anything is filled."""

from __future__ import annotations

import pytest

from renmin_docs.errors import TemplateError
from renmin_docs.render.values.requirements import NEEDS, require_places
from renmin_docs.report.closing import Imprint, Signature
from tests.official import ORGANS, attachment, header, official

EVERYTHING = {need.asked for need in NEEDS}
PARTS = {
    "header": {"header": header()},
    "subtitle": {"subtitle": "（2022年12月20日）"},
    "addressee": {"addressee": "县政府"},
    "imprint": {"imprint": Imprint()},
    "kind:attachment_label": {"attachments": [attachment()]},
    "kind:note": {"note": "此件公开"},
    "kind:issuer": {"signature": Signature(issuers=ORGANS[:2])},
    "kind:issuers": {"signature": Signature(kind="sealed")},
    "kind:position": {"signature": Signature(kind="stamped", positions="主任")},
}


def sample(**parts):
    return official(**{"header": None, **parts})


@pytest.mark.parametrize("asked", PARTS)
def test_a_part_without_a_place_is_refused_with_the_tag_that_would_be_added(asked):
    require_places(sample(**PARTS[asked]), EVERYTHING)
    with pytest.raises(TemplateError) as caught:
        require_places(sample(**PARTS[asked]), EVERYTHING - {asked})
    (finding,) = caught.value.findings
    assert finding.rule == "template_lacks"
    assert finding.expected in finding.message("zh")


def test_every_part_without_a_place_is_named_at_once():
    whole = sample(**PARTS["header"], **PARTS["kind:note"], **PARTS["imprint"])
    with pytest.raises(TemplateError) as caught:
        require_places(whole, ())
    named = [finding.found for finding in caught.value.findings]
    assert named == ["@title", "@blocks", "@header", "@note", "@imprint"]


def test_a_plain_report_needs_a_place_for_title_and_text_alone():
    require_places(sample(), {"title", "blocks"})
    with pytest.raises(TemplateError) as caught:
        require_places(sample(), ())
    assert [finding.found for finding in caught.value.findings] == ["@title", "@blocks"]


def test_the_librarys_red_head_has_a_place_for_all():
    whole = {name: value for parts in PARTS.values() for name, value in parts.items()}
    assert sample(**whole).to_bytes(template="red_head")
