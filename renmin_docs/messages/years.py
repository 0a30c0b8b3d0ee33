"""Messages from one year to the next: beside the parts of next year's skeleton, and of what is still unfilled."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule, notice, warning

YEARS: dict[str, Rule] = {
    "text_unfilled": warning("this is still to be written: {found}", "此处尚待填写：{found}"),
    "figure_unchanged": notice(
        "the value {found} is also the one of the period before",
        "{found} 与上期数值相同",
        "if it was carried over, write the new one",
        "如为上期沿用，请改为本期数",
    ),
    "year_other": warning(
        "{found} names another year than the report, which is on {expected}",
        "{found} 中的年份与报告年度（{expected}）不符",
    ),
    "date_early": warning(
        "the date {found} is before the period that is reported on, {expected}",
        "成文日期 {found} 早于报告时段（{expected}）",
    ),
    "previous_differs": warning(
        "the value of the period before is {found}, but last year's report has {expected}",
        "上期数为{found}，而上年报告为{expected}",
        "write the right one; growth is computed from it",
        "请核对，增幅由上期数算出",
    ),
    "next_promise": notice("last year's plan; write what came of it:", "去年的打算，请填写完成情况："),
    "next_difficulty": notice("last year's difficulty:", "去年的困难："),
    "next_retold": notice(
        "last year's text, which tells figures; write this year's", "去年的文字，文中有数据，请按本年情况改写"
    ),
    "next_text": notice("last year's text; see whether it still holds", "去年的文字，请核对改写"),
    "next_attachment": notice("last year's attachment; bring it up to date", "去年的附件，请更新内容"),
    "next_figure": notice("last year {found}; write this year's value", "上年为{found}，请改为本年数"),
    "next_date": notice("last year {found}; write the day", "上年为{found}，请填写日期"),
    "next_number": notice(
        "last year {found}; write the number of this document", "上年为{found}，请填写本文的发文字号"
    ),
}
