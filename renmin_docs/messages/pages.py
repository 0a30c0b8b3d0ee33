"""What is said about a profile of the page where it leaves the standard: each row with its clause and strength."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

PAGES: dict[str, Rule] = {
    "page_top": Rule(
        "Word's page dialog shows {found} above the text",
        "页面设置中的上边距为 {found}",
        "the standard says {expected}; the first characters do stand at 37 mm, below the leading of their line, "
        "and grid A has the standard's number in the dialog",
        "标准为 {expected}；首行文字因行距实际位于 37 mm 处，如要页面设置中的数值相符，请用版式 A",
        severity="notice",
        clause="5.2.1",
        strength="R",
    ),
    "page_type_area": Rule(
        "the margins leave {found} for the text",
        "页边距之间为 {found}",
        "the standard's type area is {expected}; the characters do fill it, "
        "and grid A has the standard's numbers in the dialog",
        "标准的版心为 {expected}；文字实际占满版心，如要页面设置中的数值相符，请用版式 A",
        severity="notice",
        clause="5.2.1",
        strength="R",
    ),
    "page_number_place": Rule(
        "the page number stands {found}",
        "页码{found}",
        "the standard has it {expected}",
        "标准为{expected}",
        severity="notice",
        clause="7.5",
        strength="G",
    ),
}
