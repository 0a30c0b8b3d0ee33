"""Where programs put a page number: in footers, frames and text boxes."""

from __future__ import annotations

import pytest

from tests.check.finished import rules, whole_document
from tests.check.made import FOOTER, SETTINGS
from tests.templates import MAIN, packed

EVEN = "word/footer2.xml"
NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
DASH = "<w:r><w:t>{}</w:t></w:r>".format


def number(properties: str = "") -> str:
    style = '<w:pStyle w:val="PageNumber"/>'
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{DASH('— ')}{FIELD}{DASH(' —')}</w:p>"


def frame(side: str) -> str:
    return number(f'<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{side}" w:y="1"/>')


def old_box(side: str) -> str:
    style = f"position:absolute;mso-position-horizontal:{side};mso-position-horizontal-relative:margin"
    inner = f"<v:textbox><w:txbxContent>{number()}</w:txbxContent></v:textbox>"
    return f'<w:p><w:r><w:pict><v:shape style="{style}">{inner}</v:shape></w:pict></w:r></w:p>'


def box(side: str, *, fallback: str = "center") -> str:
    """A text box as WPS and Word write one: for new programs, and for old ones."""
    place = f'<wp:positionH relativeFrom="margin"><wp:align>{side}</wp:align></wp:positionH>'
    inner = f"<w:txbxContent>{number()}</w:txbxContent>"
    graphic = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    new = f"<w:drawing><wp:anchor>{place}{graphic}</wp:anchor></w:drawing>"
    style = f"mso-position-horizontal:{fallback}"
    old = f'<w:pict><v:shape style="{style}"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"


def broken(odd: str, even: str = "", *edits: tuple[str, str, str]) -> list[str]:
    """The rules that a document breaks with these footers; without an even one it has one for all pages."""
    parts = {name: content.decode() for name, content in whole_document().items()}
    for name, paragraph in ((FOOTER, odd), (EVEN, even)):
        root = parts[name].replace("<w:ftr ", f"<w:ftr {NAMESPACES} ")
        begin, end = root.index("<w:p>"), root.rindex("</w:ftr>")
        parts[name] = root[:begin] + (paragraph or "<w:p/>") + root[end:]
    if not even:
        parts[SETTINGS] = parts[SETTINGS].replace("<w:evenAndOddHeaders/>", "")
        parts[MAIN] = parts[MAIN].replace('<w:footerReference w:type="even" r:id="rId6"/>', "")
    for part, old, new in edits:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    return rules(packed({name: content.encode() for name, content in parts.items()}))


@pytest.mark.parametrize("make", [frame, box, old_box])
def test_a_number_at_the_outer_edge_is_on_both_sides_by_itself(make):
    assert broken(make("outside")) == []


@pytest.mark.parametrize("make", [frame, box, old_box])
def test_a_number_in_frames_of_both_pages_is_looked_at_in_each(make):
    assert broken(make("right"), make("left")) == []
    assert broken(make("right"), make("right")) == ["page_number_place"]


@pytest.mark.parametrize("make", [frame, box, old_box])
def test_a_number_in_the_middle_is_a_finding_wherever_it_stands(make):
    assert broken(make("center")) == ["page_number_place"]


def test_a_section_without_footers_has_those_of_the_one_before():
    last = '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>'
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/>'
    end = f"<w:p><w:pPr>{last}{page}</w:sectPr></w:pPr></w:p>"
    right, left = number('<w:ind w:right="320"/>'), number('<w:ind w:left="320"/><w:jc w:val="left"/>')
    assert broken(right, left, (MAIN, last, f"{end}<w:sectPr>")) == []


@pytest.mark.parametrize(("format_", "expected"), [("numberInDash", ["page_number_form"]), ("decimal", [])])
def test_words_own_dashes_are_hyphens(format_, expected):
    right, left = number('<w:ind w:right="320"/>'), number('<w:ind w:left="320"/><w:jc w:val="left"/>')
    edit = (MAIN, '<w:docGrid w:type="lines"', f'<w:pgNumType w:fmt="{format_}"/><w:docGrid w:type="lines"')
    assert broken(right, left, edit) == expected
