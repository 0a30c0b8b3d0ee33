"""Messages about a report: its chapters, points, periods and marks, and whether its figures agree with its text."""

from __future__ import annotations

from renmin_docs.messages.composing import WRITE_LIKE, Rule, notice, warning

REPORT: dict[str, Rule] = {
    "empty_point": Rule(
        "the point is empty",
        "要点是空的",
        "give it a `heading`, a `lead` or a `body`",
        "请填写标题（`heading`）、引题（`lead`）或正文（`body`）",
    ),
    "heading_and_lead": Rule(
        "the point has both a `heading` and a `lead`",
        "要点同时有标题（`heading`）和引题（`lead`）",
        "keep one: a heading stands on a line of its own, a lead runs into the text",
        "请保留其一：标题独占一行，引题与正文相连",
    ),
    "too_deep": Rule(
        "the point is numbered one level deeper than the ladder has marks ({found})",
        "要点的层次超过了序号的层数（{found}）",
        "use at most {expected} levels, or a series that takes no number (`ordinal`, `plain`)",
        "最多 {expected} 层，或改用不占层次的序列（`ordinal`、`plain`）",
        clause="7.3.3",
        strength="K",
    ),
    "model_frozen": Rule(
        "a report and its parts can't be changed",
        "报告及其各部分不能直接修改",
        "make a new one: `replace({expected}=…)`",
        "请另生成一份：`replace({expected}=…)`",
    ),
    "inline_numbered": Rule(
        "numbered points can't be printed inline",
        "编号的要点不能排在同一段里",
        "set `series` to {expected}, or leave `inline` out",
        "请把 `series` 设为 {expected}，或去掉 `inline`",
    ),
    "inline_shape": Rule(
        "a point that is printed inline has {found}",
        "排在同一段里的要点含有{found}",
        "an inline point is {expected}",
        "这样的要点只能是{expected}",
    ),
    "chapter_missing": Rule(
        "`achievements` holds no chapter", "`achievements` 里没有内容", "write at least one chapter", "请至少写一章"
    ),
    "heading_missing": Rule(
        "the chapter has no heading, and there is more than one of its kind",
        "本章没有标题，而同类的章不止一个",
        "give each of them a heading",
        "请为每一章写明标题",
    ),
    "after_missing": Rule(
        "a chapter in `others` does not say where it stands",
        "`others` 中的章没有写明位置",
        "give `after`: {expected}",
        "请填写 `after`：{expected}",
    ),
    "after_misplaced": Rule(
        "only chapters in `others` take `after`: {found}",
        "只有 `others` 中的章才写 `after`：{found}",
        "delete it, or move the chapter to `others`",
        "请删去它，或把本章移到 `others`",
    ),
    "period_unknown": Rule("the period {found} is not understood", "看不懂时段“{found}”", *WRITE_LIKE),
    "period_year": Rule(
        "the period {found} does not begin with the report's year",
        "时段“{found}”与年度不一致",
        "write it as {expected}",
        "请以 {expected} 开头",
    ),
    "ladder": Rule(
        "the ladder of marks is {found}",
        "序号的层次写成了 {found}",
        "name one to four of {expected}, none twice",
        "请从 {expected} 中选一至四种，不得重复",
    ),
    "ladder_order": notice(
        "the marks {found} stand in another order than the standard names them",
        "序号 {found} 的次序与标准不同",
        "the order is {expected}",
        "标准次序为 {expected}",
        clause="7.3.3",
        strength="K",
    ),
    "empty_paragraph": warning(
        "an empty paragraph prints an empty line", "空段落会印出空行", "delete the empty line", "请删去空行"
    ),
    "space_between_chinese": warning(
        "a space stands beside a Chinese character: {found}",
        "汉字旁有空格：{found}",
        "delete it; a folded text of YAML (>-) makes one of every line break, so write the text in one line",
        "请删去；YAML 的折叠写法（>-）会把每个换行变成空格，请把文字写在一行里",
    ),
    "indent_typed": warning(
        "the text begins with typed spaces: {found}",
        "段首有手打的空格：{found}",
        "delete them: the template indents paragraphs by itself",
        "请删去：模板会自动空两字",
    ),
    "full_width_braces": warning(
        "full-width braces are no placeholder and print as they stand: {found}",
        "全角花括号不是数据的引用，会原样印出：{found}",
        "write them half-width: {{name}}",
        "请写成半角：{{名称}}",
    ),
    "own_mark": warning(
        "the heading brings a number of its own: {found}",
        "标题自带序号：{found}",
        "delete it: numbers are written by the library",
        "请删去：序号由程序编排",
    ),
    "title_promises_plans": warning(
        "the title {found} speaks of plans, and the report has none",
        "标题“{found}”提到工作打算，报告中却没有",
        "add `plans`, or give the `title`: {expected}",
        "请补写 `plans`，或写明题目（`title`）：{expected}",
    ),
    "field_and_figure": Rule(
        "the field {found} has the name of a figure",
        "字段“{found}”与数据重名",
        "give one of them another name: a text could not tell which it mentions",
        "请改其一的名称：文中无法区分",
    ),
    "field_empty": warning(
        "the field {found} is empty, and the text mentions it",
        "文中引用的字段“{found}”是空的",
        "fill it in, or write the text without it",
        "请填写，或改写不引用它的文字",
    ),
    "fields_deep": Rule(
        "the fields are nested too deeply", "字段嵌套过深", "nest at most {expected}", "最多 {expected} 层"
    ),
    "field_list_mixed": Rule(
        "the list holds texts and records",
        "列表中既有文字又有记录",
        "let it hold one of them, so that a template can print the same of each",
        "请只用一种，模板才能逐项印出",
    ),
    "records_ragged": Rule(
        "the record has not the keys of the first: {found}",
        "这条记录的键与第一条不同：{found}",
        'give every record {expected}; `""` prints nothing',
        '每条记录都写 {expected}；空的写 `""`',
    ),
    "blank_name": Rule("the name is blank", "名称是空的", "write the full name", "请写全称"),
    "figure_unmentioned": warning(
        "the figure {found} is declared and never mentioned",
        "数据 {found} 没有在文中引用",
        "mention it, or delete it",
        "请在文中引用，或删去",
    ),
    "figure_beside": warning(
        "the number {found} in the text stands beside {expected}",
        "文中的 {found} 与数据 {expected} 相近而不相等",
        "mention the figure, or say what differs",
        "请引用该数据，或写明区别",
    ),
    "rank_differs": warning(
        "the rank {found} in the text is another than {expected}",
        "文中的名次“{found}”与数据 {expected} 不一致",
        "mention the figure, or say of what or of which area the other one is",
        "请引用该数据，或写明是哪项、哪个范围的名次",
    ),
    "hedges_differ": warning(
        "the number {found} stands elsewhere with another hedge",
        "{found} 在别处用了不同的约数词",
        "write both alike: {expected}",
        "请写成一致：{expected}",
    ),
}
