"""Messages about a text that is read as a report: what was cleaned, guessed, or not understood."""

from __future__ import annotations

from renmin_docs.messages.composing import CHECK, IN_THIS_LINE, INSTALL, Rule, notice, warning

PROSE: dict[str, Rule] = {
    # the file
    "text_kind": Rule(
        "the file is no text: it looks like {found}",
        "这不是文本文件，看上去是{found}",
        "save its text as a {expected} file",
        "请把文字另存为 {expected} 文件",
    ),
    "text_is_path": Rule(
        "the text is the name of a file: {found}",
        "文字是一个文件名：{found}",
        "`{expected}` reads files",
        "读取文件请用 `{expected}`",
    ),
    "text_empty": Rule("there is no text to read", "没有可读的文字"),
    "text_encoding": notice("the file is not UTF-8 and was read as {found}", "文件不是 UTF-8 编码，已按{found}读取"),
    "text_bytes": warning(
        "bytes that write no character were found in {found} places; each reads as �",
        "有 {found} 处字节无法识别，已用 � 代替",
        "look there, and put in what is missing",
        "请在这些地方补上缺字",
    ),
    # cleaning
    "cleaning_unknown": Rule(
        "there is no step of cleaning named {found}",
        "没有名为 {found} 的清理步骤",
        "the steps are {expected}",
        "可用的步骤：{expected}",
    ),
    "traditional_missing": Rule(
        "traditional characters can't be made simplified: OpenCC is not installed",
        "未安装 OpenCC，不能把繁体字转成简体",
        *INSTALL,
    ),
    "traditional_kept": warning(
        "the text is in traditional characters, which stay as they are: OpenCC is not installed",
        "文字是繁体，未安装 OpenCC，保持原样",
        'pip install "{expected}" makes them simplified',
        '需要转成简体时请运行：pip install "{expected}"',
    ),
    "unprintable_removed": notice("control characters were taken out: {found}", "已删去不可见的控制字符 {found} 个"),
    "clean_invisible": notice("invisible characters: {found}", "不可见字符：{found}", *IN_THIS_LINE),
    "clean_radicals": notice("radicals in place of characters: {found}", "部首充当汉字：{found}", *IN_THIS_LINE),
    "clean_pinyin": notice("pinyin in brackets was taken out: {found}", "括号里的拼音已删去：{found}", *IN_THIS_LINE),
    "clean_traditional": notice(
        "traditional characters made simplified: {found}", "繁体字已转成简体：{found}", *IN_THIS_LINE
    ),
    "clean_punctuation": notice("punctuation put right: {found}", "标点已改正：{found}", *IN_THIS_LINE),
    "clean_quotes": notice(
        "straight quotation marks made Chinese ones: {found}", "直引号已改为中文引号：{found}", *IN_THIS_LINE
    ),
    "clean_markdown": notice(
        "signs of Markdown were taken out: {found}", "Markdown 符号已删去：{found}", *IN_THIS_LINE
    ),
    "clean_spaces": notice(
        "spaces that print as gaps were taken out: {found}", "多余的空格已删去：{found}", *IN_THIS_LINE
    ),
    "clean_watermark": notice("the watermark of a site was taken out: {found}", "已删去网站水印：{found}"),
    "clean_page_numbers": notice("a page's number was taken out: {found}", "已删去页码：{found}"),
    "clean_furniture": notice(
        "a line of the page around the text was taken out: {found}", "已删去网页上的附加信息：{found}"
    ),
    "lines_joined": notice(
        "lines that break off were put together, {found} of them from here on",
        "硬换行已接成段落，自此行起共 {found} 处",
    ),
    "paragraph_divided": notice(
        "several paragraphs ran on in one and were divided at {found}", "多个段落连写，已在{found}处分段"
    ),
    # title, year, office, signature
    "title_missing": warning("the text has no title; it got {found}", "文中没有标题，已拟为{found}", *CHECK),
    "title_apart": notice("the title {found} ran into the text and was taken apart", "标题{found}与正文相连，已分开"),
    "lines_above_title": warning(
        "lines above the title belong to no head; they are kept as the first paragraphs: {found}",
        "标题上方有 {found} 行不属于版头，已作为正文最前的段落保留",
        "delete them if they are a site's",
        "如系网页文字，请删除",
    ),
    "number_rewritten": notice(
        "the document number {found} is printed as {expected}",
        "发文字号{found}将印作“{expected}”",
        clause="7.2.5",
        strength="R",
    ),
    "title_repeated": notice("the title stands here again: {found}", "标题重复：{found}，只保留一处"),
    "attachments_found": notice(
        "attachments were found behind the signature: {found}",
        "落款后有附件 {found} 份，已读作附件",
        "check where each begins and ends",
        "请核对起止",
    ),
    "attachments_apart": notice(
        "attachments are named and don't follow: {found}",
        "附件说明中有 {found} 份附件，文后未附，已读作另附",
        "give a `body` to those that are to be printed",
        "要一并印出的，请补写正文（`body`）",
    ),
    "year_guessed": warning(
        "the title does not name the year of the report; {found} was taken",
        "标题中没有报告的年份，已取 {found} 年",
        *CHECK,
    ),
    "organization_guessed": warning(
        "the title names no office; {found} was taken", "标题中没有单位名称，已取“{found}”", *CHECK
    ),
    "organization_unknown": warning(
        "the text names no office; {found} stands for it",
        "文中没有单位名称，暂记为“{found}”",
        "write its name",
        "请填写",
    ),
    "issuer_guessed": warning(
        "no name stands above the date; {found} was put there", "成文日期上方没有署名，已补“{found}”", *CHECK
    ),
    "date_rewritten": notice(
        "the date {found} is printed as {expected}", "日期{found}将印作“{expected}”", clause="7.3.5.4", strength="R"
    ),
    "copies_rewritten": notice(
        "who gets copies is printed behind {expected}, not {found}",
        "{found}将印作“{expected}”",
        clause="7.4.2",
        strength="R",
    ),
    "signature_kept": warning(
        "the text is signed by {found}, not by {expected}; the signature is kept as paragraphs",
        "文末署名是{found}，不是“{expected}”，已作为段落保留",
    ),
    "attachments_kept": notice(
        "attachments and what follows them were kept as paragraphs behind the report",
        "附件及其后的内容已作为正文之后的段落保留",
    ),
    # chapters
    "chapter_implied": warning(
        "no heading of a chapter stands before {found}; one was made",
        "{found}之前没有章标题，已补拟",
        "check the chapter",
        "请核对这一章",
    ),
    "chapter_guessed": notice(
        "the heading {found} does not say what its chapter is; it was taken for {expected}",
        "从标题{found}看不出是哪一类，已归入 {expected}",
        *CHECK,
    ),
    "chapter_mixed": notice(
        "the heading {found} names several kinds of chapters; it was taken for {expected}",
        "标题{found}兼有几类内容，已归入 {expected}",
        "divide the chapter if you like",
        "需要时请拆成两章",
    ),
    "chapter_out_of_order": notice(
        "the chapter {found} stands where no chapter of {expected} is printed; it is kept in its place among others",
        "{found}所在的位置不印 {expected}，已按原位置归入 others",
    ),
    "chapter_other": notice(
        "the chapter {found} is none of the three kinds; it is kept in its place among others",
        "{found}不属于三类之一，已按原位置归入 others",
    ),
    # headings and marks
    "heading_ended": notice(
        "the heading ends in a mark of its own: {found}",
        "标题末尾带有标点：{found}",
        "a heading alone on its line takes none",
        "独占一行的标题末尾不用标点",
    ),
    "heading_guessed": warning(
        "nothing shows where the heading ends; {found} was taken", "标题与正文之间没有标点，已取{found}为标题", *CHECK
    ),
    "line_unmarked": notice(
        "the line {found} looks like a heading and has no number; it is kept as a paragraph",
        "{found}像标题而没有序号，已作为段落保留",
        "give it a number if it is one",
        "如是标题请补写序号",
    ),
    "line_numbered": notice(
        "the line {found} heads what is below it; it is printed as a numbered heading, without its colon",
        "{found}是其下内容的标题，已加序号，去掉冒号",
        *CHECK,
    ),
    "mark_rewritten": notice(
        "the mark {found} is printed as {expected}, and so are those like it",
        "序号“{found}”将印作“{expected}”，同类的也一样",
    ),
    "mark_too_deep": warning(
        "the mark {found} is a level deeper than a report has; the paragraph is kept with it",
        "序号“{found}”超出四层，已按原文保留",
        clause="7.3.3",
    ),
    "mark_alone": warning(
        "nothing stands behind the mark {found}; it is kept as a paragraph", "序号“{found}”后面没有内容，已按原文保留"
    ),
    "number_gap": warning(
        "{found} leaves numbers out; it is printed as {expected}",
        "序号“{found}”前有缺号，将印作“{expected}”",
        "see whether something is missing before it",
        "请核对前面是否有遗漏",
    ),
    "number_repeated": warning(
        "{found} repeats the number before it; it is printed as {expected}", "序号“{found}”重复，将印作“{expected}”"
    ),
    "number_back": warning(
        "{found} goes back behind the number before it; it is printed as {expected}",
        "序号“{found}”倒退，将印作“{expected}”",
        "see whether a heading is missing before it",
        "请核对前面是否缺少上级标题",
    ),
    "number_runs_on": notice(
        "{found} runs on from the part before; it is printed as {expected}",
        "序号“{found}”承接上一部分，将印作“{expected}”",
    ),
    "series_kept": notice(
        "a body prints one series; this further one is kept as text: {found}",
        "同一部分只能编排一组并列要点，此处按原文保留：{found}",
    ),
    "series_mixed": warning(
        "{found} stands between 一是, 二是; it is kept as a paragraph",
        "序号“{found}”夹在“一是、二是”之间，已按原文保留",
    ),
}
