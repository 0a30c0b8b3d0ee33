"""Messages about a profile of the page where it leaves the standard: each row with its clause and strength."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, notice

PAGES: dict[str, Rule] = {
    "page_top": notice(
        "Word's page dialog shows {found} above the text",
        "页面设置中的上边距为 {found}",
        "the standard says {expected}; grid A has its number in the dialog, grid B comes nearer to it on paper",
        "标准为 {expected}；版式 A 与页面设置中的数值相符，版式 B 印出来更接近标准",
        clause="5.2.1",
        strength="R",
    ),
    "page_type_area": notice(
        "the margins leave {found} for the text",
        "页边距之间为 {found}",
        "the standard's type area is {expected}; the characters themselves are as high as that in grid B",
        "标准的版心为 {expected}；版式 B 的文字本身正好这样高",
        clause="5.2.1",
        strength="R",
    ),
    "page_number_place": notice(
        "the page number stands {found}",
        "页码{found}",
        "the standard has it {expected}",
        "标准为{expected}",
        clause="7.5",
        strength="G",
    ),
}
