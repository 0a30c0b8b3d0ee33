"""Words that findings and sheets bring with them and that differ by language."""

from __future__ import annotations

from renmin_docs.vocabulary import LINES, MAPPINGS
from renmin_docs.vocabulary.report import CALLED

_REPORT = MAPPINGS["WorkReport"]
_DECIDING = {item: "、".join(f"`{key}`" for key, row in MAPPINGS[item].items() if row.decides) for item in CALLED}
_MANY = ", ".join(f"{part.en}s" for part in CALLED.values())
_EACH, _EACH_ZH = ", ".join(f"a {part.en}" for part in CALLED.values()), "、".join(part.zh for part in CALLED.values())
_KEYED = ", ".join(f"a {part.en} ({_DECIDING[item]})" for item, part in CALLED.items())
_KEYED_ZH = "、".join(f"{part.zh}（{_DECIDING[item]}）" for item, part in CALLED.items())

TERMS: dict[str, tuple[str, str]] = {
    **{f"@{key}": (f"the {key} ({row.zh})", row.zh) for key, row in _REPORT.items() if row.form == "text"},
    **{
        f"@{key}_keys": (f"a mapping like {row.example}", f"“键: 值”形式的内容，例如 {row.example}")
        for key, row in _REPORT.items()
        if row.form == "value" and row.example.startswith("{")
    },
    "@levels": ("error, warning or notice", "错误、警告或提示"),
    "@placeholder": ("{name}, {name:style}", "{名称}、{名称:写法}"),
    "@text": ("text (numbers and dates in quotation marks)", "文字（数字、日期要加引号）"),
    "@list": ("a list", "列表"),
    "@heading_empty": ("a text or a point belongs under it", "标题下应有正文或下级标题"),
    "@heading_twice": ("headings of one level have names of their own", "同级标题不应同名"),
    "@list_field": ("a field that is a list", "内容为列表的字段"),
    "@fields": ("names with texts, lists or further fields", "名称和文字、列表或下一层字段"),
    "@field": (
        "text (numbers and dates in quotation marks), a list, or further fields",
        "文字（日期、小数要加引号）、列表或下一层字段",
    ),
    "@mapping": ("keys with values", "“键: 值”形式的内容"),
    "@integer": ("a whole number", "整数"),
    "@figures": ("names with figures, like shops: 600余家", "“名称: 数据”形式的内容，例如 网点数: 600余家"),
    "@year": ("a year in four digits, like 2022", "四位数的年份，例如 2022"),
    "@no_unit": ("none at all", "没有单位"),
    "@unnamed": ("without a name", "（无名称）"),
    "@none": ("none", "没有"),
    "@no_sheet": ("it has no sheet of cells", "没有单元格工作表"),
    "@old_excel": ("a workbook of Excel 97–2003 or WPS (.xls, .et)", "Excel 97–2003 或 WPS 工作簿（.xls、.et）"),
    "@binary_excel": ("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"),
    "@number": ("a number like 9.75", "数值，例如 9.75"),
    "@date": ("a date like 2022-12-20", "日期，例如 2022-12-20"),
    "@period": ("a period like 2022年上半年", "时段，例如 2022年上半年"),
    "@boolean": ("true or false", "“是”或“否”（true 或 false）"),
    "@body": (f"text, or a list of texts, points, {_MANY}", f"文字，或由文字、要点、{_EACH_ZH}组成的列表"),
    "@body_item": (
        f"text, {_KEYED} or a point (`heading`, `lead`, `body` …)",
        f"文字、{_KEYED_ZH}或要点（`heading`、`lead`、`body` 等）",
    ),
    "@chapter": ("a chapter (`heading`, `body` …)", "一章（`heading`、`body` 等）"),
    "@profile_path": (
        "the path of a profile, like ours.yaml",
        "配置文件的路径，例如 本街道.yaml",
    ),
    "@document_number": ("a document number like 人办发〔2022〕8号", "发文字号，例如 人办发〔2022〕8号"),
    "@attachment_list": (
        "a list of attachments like [{`Attachment.title`: 名单, `body`: …}]",
        "由附件组成的列表，例如 [{`Attachment.title`: 名单, `body`: …}]",
    ),
    "@attachment": (
        "an attachment like {`Attachment.title`: 名单, `body`: …}",
        "附件，例如 {`Attachment.title`: 名单, `body`: …}",
    ),
    "@names": ("a name, or a list of names", "名称，或由名称组成的列表"),
    "@columns": ("a list of headings like [街道, 件数]", "由各列名称组成的列表，例如 [街道, 件数]"),
    "@column": (
        "a heading like 街道, or a mapping like {`Column.heading`: 营业额, `Column.unit`: 万元}",
        "列的名称，例如 街道 或 {`Column.heading`: 营业额, `Column.unit`: 万元}",
    ),
    "@span": ("a whole number from 1 on, like 2", "不小于 1 的整数，例如 2"),
    "@rows": ('a list of rows like [["教育", "3"]]', '由各行组成的列表，例如 [["教育", "3"]]'),
    "@figure_names": ("a list of names of figures like [shops]", "由数据名称组成的列表，例如 [shops]"),
    "@figure_row": (
        "the name of a figure like shops, or a mapping like {`name`: shops, `label`: 网点数}",
        "数据的名称，例如 shops 或 {`name`: shops, `label`: 网点数}",
    ),
    "@picture_path": (
        "the path of a .png or .jpg, like 照片/广场.jpg",
        "图片文件（.png 或 .jpg）的路径，例如 照片/广场.jpg",
    ),
    "@millimetres": ("millimetres from 1 to 297, like 120", "1 至 297 之间的毫米数，例如 120"),
    "@figure": ("a figure like 9.75亿元", "数据，例如 9.75亿元"),
    "@empty": ("nothing", "空值"),
    "@other": ("another value", "其他内容"),
    "@heading_or_points": (
        f"a heading, points, {_EACH} or several paragraphs",
        f"标题、下级要点、{_EACH_ZH}或多个段落",
    ),
    "@contents": ("a contents page", "目录"),
    "@contents_field": ("a TOC field (References, Table of Contents)", "目录域（“引用”“目录”）"),
    "@header": ("a header (版头)", "版头"),
    **{
        f"@{key}": (f"{row.line.en} ({row.zh})", row.zh)
        for key, row in {**LINES["below_title"], **LINES["behind_signature"]}.items()
    },
    "@addressee": ("an addressee (主送机关)", "主送机关"),
    "@attachments": ("attachments", "附件"),
    "@issuers": ("several signing organs", "多个署名机关"),
    "@seals": ("the seals' pictures", "印章图片"),
    "@sealed": ("a signature under a seal", "加盖印章的落款"),
    "@stamped": ("a signature stamp", "签名章"),
    "@signature": ("a signature", "落款"),
    "@imprint": ("an imprint (版记)", "版记"),
    "@inline_point": ("a lead and one text", "一个引题和一段文字"),
    "@text_box": ("the text box", "文本框"),
    **{f"@{part.kind}": (f"a {part.en}", part.zh) for part in CALLED.values()},
    "@section_break": ("the section break", "分节符"),
    "@protection": ("its protection", "文档保护"),
    "@write_protection": ("its write protection", "写保护"),
    "@tracking": ("the tracking of changes", "修订状态"),
    "@page_break": ("the page break", "分页符"),
    "@column_break": ("the column break", "分栏符"),
    "@note_mark": ("the mark of a note", "注释标记"),
    "@word_field": ("the field", "域"),
    "@formula": ("the formula", "公式"),
    "@sign": ("the symbol", "符号"),
    "@gbk": ("GBK (“ANSI” in Windows Notepad)", "GBK（记事本里的“ANSI”）"),
    "@utf16": ("UTF-16 (“Unicode” in Windows Notepad)", "UTF-16（记事本里的“Unicode”）"),
    "@zip": ("a Word document or another zip archive", "Word 文档或其他压缩文件"),
    "@ole": ("a document of Word 97–2003 or WPS", "Word 97–2003 或 WPS 文档"),
    "@pdf": ("a PDF", "PDF 文件"),
    "@least": (
        "`organization`, `year`, `achievements`",
        "单位（`organization`）、年度（`year`）、主要工作（`achievements`）",
    ),
    "@nothing": ("empty", "空文件"),
    "@other_file": ("a file of another kind", "其他类型的文件"),
    "@damaged_zip": ("it can't be unpacked", "无法解压"),
    "@no_main_part": ("it holds no document", "其中没有正文"),
    "@other_zip": ("a zip archive of another kind", "其他压缩文件"),
    "@workbook": ("a workbook (Excel)", "Excel 工作簿"),
    "@slides": ("a presentation (PowerPoint)", "PowerPoint 演示文稿"),
    "@word_template": ("a Word template (.dotx)", "Word 模板（.dotx）"),
    "@word_macros": ("a Word document with macros (.docm)", "带宏的 Word 文档（.docm）"),
    "@word_strict": ("a “Strict Open XML” document", "“Strict Open XML”文档"),
    "@opendocument": ("an OpenDocument text (.odt)", "OpenDocument 文本（.odt）"),
    "@old_word": ("a document of Word 97–2003 or WPS (.doc, .wps)", "Word 97–2003 或 WPS 文档（.doc、.wps）"),
    "@binary": ("no text at all", "非文本文件"),
    "@gif": ("a GIF", "GIF 图片"),
    "@webp": ("a WebP picture", "WebP 图片"),
    "@bmp": ("a bitmap (BMP)", "BMP 图片"),
    "@heic": ("a HEIC picture, as phones take them", "HEIC 图片（手机照片常用）"),
    "@avif": ("an AVIF picture", "AVIF 图片"),
    "@tiff": ("a TIFF", "TIFF 图片"),
    "@jpeg_2000": ("a JPEG 2000", "JPEG 2000 图片"),
    "@jpeg_xl": ("a JPEG XL", "JPEG XL 图片"),
    "@photoshop": ("a document of Photoshop", "Photoshop 文档"),
    "@vector": ("a drawing (SVG, EMF or WMF)", "矢量图（SVG、EMF 或 WMF）"),
    "@video": ("a video", "视频文件"),
    "@web_page": ("a web page, as a failed download leaves it", "网页（下载失败时常见）"),
    "@cut_short": ("its end is missing", "文件不完整，缺少结尾"),
    "@checksum": ("its content does not fit its checksum", "内容与校验码不符"),
    "@structure": ("its parts don't fit together", "内部结构有误"),
    "@zero_size": ("it has no width or no height", "宽度或高度为零"),
    "@jpeg_coding": ("a JPEG of a rare kind (lossless, arithmetic or 12 bit)", "少见的 JPEG（无损、算术编码或 12 位）"),
    "@pipe": ("a pipe", "管道"),
    "@device": ("a device", "设备"),
    "@socket": ("a socket", "套接字"),
    "@centred": ("in the middle of each page", "居中"),
    "@mirrored": ("right on odd pages and left on even ones", "单页居右、双页居左"),
    "@attached_template": ("another template", "其他模板"),
    "@linked_picture": ("a linked picture", "链接的图片"),
    "@object": ("an object of another program (OLE)", "其他程序的对象（OLE）"),
    "@macros": ("macros", "宏"),
    "@active_x": ("an ActiveX control", "ActiveX 控件"),
    "@chunk": ("another document within it (altChunk)", "嵌入的其他文档（altChunk）"),
    "@sub_document": ("a sub-document", "子文档"),
    "@frame": ("a frame with another document", "显示其他文档的框架"),
    "@mail_merge": ("the data source of a mail merge", "邮件合并的数据源"),
    "@link": ("a link to something outside", "指向外部的链接"),
    "@blocks": ("the text: its blocks", "正文各段"),
    "@auto_pitch": ("not fixed", "行距不固定"),
    "@not_on_last_page": ("not on the last page", "不在最后一面"),
    "@indented": ("indented", "没有顶格"),
    "@signature_by_tabs": ("tabs place it", "用制表符排版"),
    "@one_sided": ("on the same side of all pages, or in the middle of some", "没有做到单页居右、双页居左"),
    "@no_font": ("of no named font", "未指定"),
    "@both": ("justified", "两端对齐"),
    "@center": ("centred", "居中"),
    "@left": ("flush left", "居左"),
    "@right": ("flush right", "居右"),
    # What the system says where a file can't be read or written (POSIX; Windows speaks the user's language)
    "Permission denied": ("permission denied", "没有权限"),
    "Operation not permitted": ("operation not permitted", "系统不允许"),
    "Read-only file system": ("read-only file system", "磁盘是只读的"),
    "No space left on device": ("no space left on the disk", "磁盘已满"),
    "Disk quota exceeded": ("disk quota exceeded", "磁盘配额已满"),
    "No such file or directory": ("no such file or folder", "没有这个文件或文件夹"),
    "Is a directory": ("it is a folder", "它是一个文件夹"),
    "Not a directory": ("it is no folder", "它不是文件夹"),
    "Broken pipe": ("nobody reads the output", "没有程序接收输出"),
    "File name too long": ("the file name is too long", "文件名太长"),
    "Too many levels of symbolic links": ("its links lead in a circle", "链接互相指向，没有尽头"),
    "Too many open files": ("too many open files", "打开的文件太多"),
    "Input/output error": ("input/output error", "磁盘读写出错"),
}
"""Words of findings that differ by language: the token in the field → (English, Chinese)."""

COLUMNS: dict[str, tuple[str, str]] = {
    "name": ("name", "名称"),
    "printed": ("as printed", "文中写法"),
    "kind": ("kind", "类别"),
    "value": ("value", "数值"),
    "unit": ("unit", "单位"),
    "places": ("places", "所在位置"),
}
"""Headings of the figure index: key → (English, Chinese)."""

KINDS: dict[str, tuple[str, str]] = {
    "figure": ("figure", "数据"),
    "rank": ("rank", "位次"),
    "ratio": ("ratio", "比例"),
    "fraction": ("fraction", "分数"),
    "date": ("date", "时间"),
    "code": ("code", "编号"),
}
"""Kinds of numbers in the figure index: key → (English, Chinese)."""

COMPARED: dict[str, tuple[str, str]] = {
    "figures": ("figures", "数据"),
    "plans": ("plans", "打算"),
    "name": ("name", "名称"),
    "last": ("last year", "上年"),
    "this": ("this year", "本年"),
    "growth": ("growth", "同比"),
    "promise": ("plan", "打算"),
    "fate": ("mentioned", "兑现"),
    "mention": ("this year's words", "本年的表述"),
    "kept": ("yes", "已写到"),
    "missed": ("no", "未再提到"),
}
"""Words of the sheet that sets two years side by side."""

SETTINGS: dict[str, tuple[str, str]] = {
    "key": ("setting", "设置"),
    "value": ("value", "取值"),
    "source": ("from", "来源"),
}
"""Headings of the table of settings: key → (English, Chinese)."""

SOURCES: dict[str, tuple[str, str]] = {
    "report": ("report", "报告"),
    "profile": ("profile", "配置"),
    "command_line": ("command line", "命令行"),
    "default": ("default", "默认"),
}
"""Where a setting comes from: word for programs → (English, Chinese)."""

STRENGTHS: dict[str, tuple[str, str]] = {
    "R": ("required", "规定"),
    "G": ("usual", "一般"),
    "T": ("recommended", "推荐"),
    "K": ("allowed", "可以"),
}
"""How the standard words a demand: strength → (English, Chinese)."""
