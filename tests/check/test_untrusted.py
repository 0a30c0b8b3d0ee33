"""Templates that no program wrote: whatever their attributes hold, there are findings and no traceback."""

from __future__ import annotations

import re
from itertools import cycle

import pytest

from renmin_docs import check_template
from renmin_docs.builtin_templates import find, names
from tests.check.made import STYLES, found, in_main, only, replaced
from tests.effort import some
from tests.templates import LOOP, MAIN, packed, parts_of, with_body

NO_NUMBERS = ("9" * 5_000, "", "x", "-", "1.5", "²", "nan", "inf", "1e999", "0x10", "1_0", "9" * 12, "-" + "9" * 5_000)
ATTRIBUTES = (
    *("val", "w", "top", "bottom", "left", "footer", "line", "linePitch", "charSpace", "firstLine", "firstLineChars"),
    *("type", "lineRule", "styleId", "id", "ilvl", "abstractNumId"),
)


@pytest.mark.parametrize("name", some(ATTRIBUTES, one_in=4))
@pytest.mark.parametrize("template", names())
def test_no_attribute_of_a_template_is_a_traceback(template, name, tmp_path):
    values, path = cycle(NO_NUMBERS), tmp_path / "ours.docx"
    attribute = re.compile(rf'( (?:w|r):{name}=)"[^"]*"')
    path.write_bytes(
        packed(
            {
                part: attribute.sub(lambda match: f'{match[1]}"{next(values)}"', content.decode()).encode()
                for part, content in parts_of(find(template).read_bytes()).items()
            }
        )
    )
    assert all(finding.message("zh") for finding in check_template(path))


@pytest.mark.parametrize("value", some(["9" * 5000, "9" * 12, "-1", "²", "1e999", "nan", "0x10", ""], one_in=3))
@pytest.mark.parametrize(
    ("part", "attribute"),
    [
        (MAIN, 'w:w="11906"'),
        (MAIN, 'w:top="2098"'),
        (MAIN, 'w:gutter="0"'),
        (STYLES, 'w:line="579"'),
        (STYLES, 'w:firstLineChars="200"'),
        (STYLES, '<w:spacing w:val="-6"'),
        (STYLES, '<w:sz w:val="32"'),
    ],
)
def test_a_value_that_is_no_number_of_a_page_is_checked_without_a_traceback(part, attribute, value):
    name = attribute.rpartition('="')[0]
    findings = found(replaced((part, attribute, f'{name}="{value}"')))
    assert all(finding.message("zh") for finding in findings)


TAG = "<w:t>{{ block.text }}</w:t>"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"<w:p>{TAG}</w:p>",
        f"<w:p><w:hyperlink>{TAG}</w:hyperlink></w:p>",
        f"<w:p><w:smartTag><w:r/>{TAG}</w:smartTag></w:p>",
        f"<w:p><w:ins>{TAG}</w:ins><w:r><w:t>。</w:t></w:r></w:p>",
        f"<w:p><w:pPr>{TAG}</w:pPr></w:p>",
    ],
)
def test_a_tag_outside_a_run_has_no_type_and_is_no_traceback(paragraph):
    assert all(finding.message("en") for finding in found(with_body(LOOP[0], paragraph, LOOP[2])))


@pytest.mark.parametrize("digits", [1, 9, 10, 5_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_size_of_any_length_is_a_finding(digits, sign):
    run = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{{ title }}'
    size = f'<w:rPr><w:sz w:val="{sign}{"9" * digits}"/></w:rPr><w:t>{{{{ title }}}}'
    assert len(only("element_size", in_main(run, size)).found) < 20


@pytest.mark.parametrize("style", ["Title", "BodyText", "Heading1"])
def test_a_style_without_a_name_is_no_traceback(style):
    nameless = re.compile(rf'(<w:style w:type="paragraph" w:styleId="{style}">)<w:name [^>]*/>')
    own = parts_of(find("work_report").read_bytes())
    content, count = nameless.subn(r"\1", own[STYLES].decode())
    assert count == 1
    assert all(finding.message("zh") for finding in found(packed({**own, STYLES: content.encode()})))


@pytest.mark.parametrize("kind", ["", "x", "odd"])
def test_a_footer_of_an_unknown_kind_of_pages_is_no_traceback(kind):
    findings = found(replaced(in_main('w:footerReference w:type="default"', f'w:footerReference w:type="{kind}"')))
    assert all(finding.message("zh") for finding in findings)
