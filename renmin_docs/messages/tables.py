"""Messages about tables: their rows and columns, their cells, the room they need."""

from __future__ import annotations

from renmin_docs.messages.composing import Rule

_NARROWER = ("leave columns out, or make two tables of it", "请减少列数，或拆成两个表格")

PRINTED_TABLES: dict[str, Rule] = {
    "table_empty": Rule(
        "the table is empty",
        "表格是空的",
        "give `columns` and `rows`, or `figures`: {expected}",
        "请填写表头（`columns`）和各行（`rows`），或用 `figures` 列出指标：{expected}",
    ),
    "table_columns_missing": Rule(
        "the table has `rows` and no `columns`",
        "表格有各行（`rows`），没有表头（`columns`）",
        "name the columns, like {expected}",
        "请写明各列的名称，例如 {expected}",
    ),
    "table_rows_missing": Rule(
        "the table has `columns` and no `rows`",
        "表格有表头（`columns`），没有各行（`rows`）",
        "give at least one row, like {expected}",
        "请至少写一行，例如 {expected}",
    ),
    "table_both": Rule(
        "the table has `figures` and {found} of its own",
        "表格既用 `figures` 列出指标，又自带 {found}",
        "keep one: `figures` make their columns and rows by themselves",
        "请保留其一：用 `figures` 时，表头和各行自动生成",
    ),
    "table_ragged": Rule(
        "cells in this row: {found}, in the table's head: {expected}",
        "本行有 {found} 格，表头有 {expected} 列",
        'write {expected}; an empty cell is ""',
        '请写成 {expected} 格；空格写作 ""',
    ),
    "table_merged_ragged": Rule(
        "columns that the cells of this row take, merged ones from above included: {found}, in the head: {expected}",
        "本行各格连同上方合并下来的格共占 {found} 列，表头有 {expected} 列",
        "count each merged cell by its `column_span` and `row_span`, and leave out what it goes over",
        "请核对合并格的 `column_span`、`row_span`；被合并的格不写",
    ),
    "table_columns_many": Rule(
        "the table has {found} columns, and Word takes {expected}",
        "表格有 {found} 列，Word 最多 {expected} 列",
        *_NARROWER,
    ),
    "cell_columns": Rule(
        "this cell goes over {found} columns, and {expected} are free here",
        "这一格跨 {found} 列，这里只空着 {expected} 列",
        "make its `column_span` smaller, or the `row_span` of the cell above that stands in its way",
        "请改小它的 `column_span`，或改小挡住它的上方格的 `row_span`",
    ),
    "cell_rows": Rule(
        "this cell goes over {found} rows, and the table has {expected} from here on",
        "这一格跨 {found} 行，表格从这里起只有 {expected} 行",
        "make its `row_span` smaller",
        "请改小它的 `row_span`",
    ),
    "table_total": Rule(
        "the total says {found}, and its cells add up to {expected}",
        "合计为 {found}，各格相加为 {expected}",
        'correct one of them, or leave the total open (`""`): it is computed then',
        '请改正其中之一；合计写作空格（`""`）时由程序计算',
    ),
    "total_unnamed": Rule(
        "the first column has a total, which leaves no cell for the name of its row: {found}",
        "第一列要求和，“{found}”二字没有格子可写",
        "put a column of names before it, or write the row of totals yourself",
        "请在前面加一列名称，或自己写出合计一行",
    ),
    "total_addend": Rule(
        "the column has a total, and this cell can't be added to it: {found}",
        "本列要求和，这一格不能相加：{found}",
        "write a number in the unit of the column, or — where there is none",
        "请写成与本列其他格单位一致的数；没有数的写“—”",
    ),
    "table_row_shape": Rule(
        "a row can't be {found}",
        "一行不能写成{found}",
        "write it as a list of cells, like {expected}",
        "请写成由单元格组成的列表，例如 {expected}",
    ),
    "cell_missing": Rule(
        "a cell is left open",
        "单元格没有内容",
        'write "" for an empty cell',
        '空单元格请写作 ""',
    ),
    "cell_kind": Rule(
        "a cell can't hold {found}",
        "单元格里不能写{found}",
        "write it as text, the way it is to be printed, like {expected}",
        "请按印出来的样子写成文字，例如 {expected}",
    ),
    "cell_float": Rule(
        "a float does not say how many decimals it is to print: {found}",
        "浮点数没有说明印几位小数：{found}",
        "write it as text or Decimal, like {expected}",
        "请写成文字或 Decimal，例如 {expected}",
    ),
    "table_too_wide": Rule(
        "the table is {found} wide at least, and a landscape page holds {expected}",
        "表格至少宽 {found}，横排页面只能容纳 {expected}",
        "leave columns out, make two tables of it, or set the template's tables in smaller type",
        "请减少列数，拆成两个表格，或在模板里改小表格的字号",
    ),
    "table_too_wide_portrait": Rule(
        "the table is {found} wide at least, and a portrait page holds {expected}",
        "表格至少宽 {found}，竖排页面只能容纳 {expected}",
        "print it on a landscape page (`orientation`: `auto`), or leave columns out",
        "请改用横排页面（`orientation`: `auto`），或减少列数",
    ),
}
