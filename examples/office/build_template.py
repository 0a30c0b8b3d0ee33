"""望江区（虚构）各街道共用的年度总结模板：封面、目录、正文、附表，照 Word 存盘的样子写成。

    python examples/office/build_template.py [输出文件.docx]

样式用区里自己的名称（公文题目、公文一级标题……），文字按 Word 的习惯拆成几段，带修订标识和拼写检查标记，目录里还留着
去年的条目。在 Word 或 WPS 里画好版面、打上标签，存出来就是这样；用程序写，是为了看得见每一处。
"""

import sys
import zipfile
from itertools import cycle
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
RSIDS = cycle(("00A10C3E", "00B2716A", "00C94F12"))
ERRORS = cycle(("spellStart", "spellEnd", "gramStart", "gramEnd"))
CUTS = cycle((3, 5, 2, 4))

# --- 文字和段落 --------------------------------------------------------------------------------


def run(text: str, size: int = 0) -> str:
    """一段文字，照 Word 的习惯拆成几截，中间是拼写和语法检查的标记。"""
    pieces, rest = [], text
    while rest:
        cut = next(CUTS) if "{" in text else len(rest)
        piece, rest = rest[:cut], rest[cut:]
        look = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
        pieces.append(
            f'<w:r w:rsidRPr="{next(RSIDS)}"><w:rPr><w:rFonts w:hint="eastAsia"/>{look}</w:rPr>'
            f'<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        )
    return f'<w:proofErr w:type="{next(ERRORS)}"/>'.join(pieces)


def paragraph(style: str, *content: str, more: str = "") -> str:
    """一个段落；`more` 是样式之外的段落格式。"""
    rsid = next(RSIDS)
    name = f'<w:pStyle w:val="{STYLE_IDS[style]}"/>' if style else ""
    properties = f"<w:pPr>{name}{more}</w:pPr>" if name or more else ""
    return f'<w:p w:rsidR="{rsid}" w:rsidRDefault="{rsid}">{properties}{"".join(content)}</w:p>'


def line(style: str, text: str) -> str:
    """只有文字的段落。"""
    return paragraph(style, run(text))


# --- 样式：区里自己起的名称，编号是 Word 给的 ---------------------------------------------------

INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
DOTS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8844"/></w:tabs>'
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
STYLES = (
    # 名称, 字体, 字号（半磅）, 段落格式
    ("公文题目", SONG, 44, '<w:jc w:val="center"/>'),
    ("公文主送机关", FANG, 32, ""),
    ("公文正文", FANG, 32, INDENT),
    ("公文一级标题", HEI, 32, f'<w:keepNext/>{INDENT}<w:outlineLvl w:val="0"/>'),
    ("公文二级标题", KAI, 32, f'<w:keepNext/>{INDENT}<w:outlineLvl w:val="1"/>'),
    ("封面标题", SONG, 72, '<w:spacing w:line="1200" w:lineRule="exact"/><w:jc w:val="center"/>'),
    ("封面文字", KAI, 36, '<w:jc w:val="center"/>'),
    ("目录标题", SONG, 44, '<w:jc w:val="center"/>'),
    ("附表标题", HEI, 36, '<w:pageBreakBefore/><w:jc w:val="center"/>'),
    ("附表文字", FANG, 28, '<w:spacing w:line="480" w:lineRule="exact"/><w:jc w:val="center"/>'),
    ("附表栏目", HEI, 28, '<w:spacing w:line="480" w:lineRule="exact"/><w:jc w:val="center"/>'),
    ("toc 1", HEI, 32, DOTS),
    ("toc 2", FANG, 32, f'{DOTS}<w:ind w:leftChars="200" w:left="640"/>'),
    ("header", SONG, 21, f'{RULE}<w:jc w:val="center"/>'),
    ("footer", "宋体", 28, '<w:spacing w:line="320" w:lineRule="exact"/>'),
)  # fmt: skip
STYLE_IDS = {name: f"a{number}" for number, (name, *_) in enumerate(STYLES, 3)}


def fonts(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}" w:hint="eastAsia"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles() -> str:
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:snapToGrid w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr>{fonts(FANG)}<w:spacing w:val="-6"/>{size(32)}</w:rPr></w:style>'
    )
    own = "".join(
        f'<w:style w:type="paragraph"{"" if name.isascii() else " w:customStyle=" + chr(34) + "1" + chr(34)} '
        f'w:styleId="{STYLE_IDS[name]}"><w:name w:val="{name}"/><w:basedOn w:val="a"/><w:qFormat/>'
        f"<w:pPr>{look}</w:pPr><w:rPr>{fonts(family)}{size(points)}</w:rPr></w:style>"
        for name, family, points, look in STYLES
    )
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANG)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{own}</w:styles>"


# --- 封面和目录 --------------------------------------------------------------------------------


def section(footers: str, more: str = "") -> str:
    """一节的纸张、页边距和页脚。"""
    return (
        f'<w:sectPr w:rsidR="{next(RSIDS)}">{footers}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1429" '
        'w:gutter="0"/>'
        f'{more}<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


def cover() -> str:
    """封面：题目、单位、报送日期。"""
    blank = paragraph("")
    return "".join(
        (
            *(blank * 3, line("封面标题", "望江区街道年度工作总结"), blank * 2),
            *(line("封面文字", "（{{ 时段 }}）"), blank * 7),
            line("封面文字", "报送单位：{{ 单位 }}"),
            line("封面文字", "联 系 人：{{ 字段.联系人 }}　{{ fields.电话 }}"),
            line("封面文字", "报送日期：{{ 成文日期 }}"),
        )
    )


def contents() -> str:
    """目录域，里面是去年的条目；与封面同为一节，不编页码，也不计页。"""
    code = ' TOC \\h \\z \\t "公文一级标题,1,公文二级标题,2" '
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    old = (("toc 1", "一、2021年工作开展情况", 1), ("toc 2", "（一）办好民生实事", 1), ("toc 1", "二、存在的问题", 3))
    entries = [
        paragraph(style, begin if not number else "", entry(text, page, f"_Toc1209{number}"))
        for number, (style, text, page) in enumerate(old)
    ]
    end = paragraph("", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', more=section(""))
    title = paragraph("目录标题", run("目　录"), more="<w:pageBreakBefore/>")
    return title + paragraph("") + "".join(entries) + end


def entry(text: str, page: int, bookmark: str) -> str:
    """目录的一条：到标题的链接，和一个页码域。"""
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{run(text)}<w:r><w:tab/></w:r>{number}</w:hyperlink>'


# --- 附表 --------------------------------------------------------------------------------------


def cell(width: int, style: str, text: str, *, columns: int = 1, merge: str = "") -> str:
    """表格的一格；`merge` 是 restart 或 continue，上下合并。"""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{line(style, text) if text else paragraph(style)}</w:tc>"


def row(*cells: str, is_head: bool = False) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    return f'<w:tr w:rsidR="{next(RSIDS)}">{head}{"".join(cells)}</w:tr>'


def table(widths: tuple[int, ...], *rows: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def figures_table() -> str:
    """主要指标：每格一个标签，与正文里的是同一个数据。"""
    widths = (3200, 2644, 3000)
    head = row(*map(cell, widths, ["附表栏目"] * 3, ("指标", "全年完成", "与上年相比")), is_head=True)
    rows = (
        row(
            cell(widths[0], "附表文字", name),
            cell(widths[1], "附表文字", f"{{{{ figures.{name} }}}}"),
            cell(widths[2], "附表文字", f"{{{{ 数据.{name}.同比 }}}}"),
        )
        for name in ("税收", "固定资产投资", "新增就业")
    )
    return table(widths, head, *rows)


def projects_table() -> str:
    """重点项目：两行的栏目，字段“项目”里每条记录一行。"""
    widths = (844, 3600, 1800, 1300, 1300)
    upper = row(
        cell(widths[0], "附表栏目", "序号", merge="restart"),
        cell(widths[1], "附表栏目", "项目", merge="restart"),
        cell(widths[2], "附表栏目", "责任科室", merge="restart"),
        cell(2600, "附表栏目", "形象进度", columns=2),
        is_head=True,
    )
    lower = row(
        *(cell(width, "附表栏目", "", merge="continue") for width in widths[:3]),
        *(cell(1300, "附表栏目", text) for text in ("计划", "完成")),
        is_head=True,
    )
    tags = ("{{ loop.index }}", "{{ 行.名称 }}", "{{ 行.科室 }}", "{{ 行.计划 }}", "{{ 行.完成 }}")
    begin, end = (
        row(cell(sum(widths), "附表文字", tag, columns=len(widths)))
        for tag in ("{%tr for 行 in fields.项目 %}", "{%tr endfor %}")
    )
    return table(widths, upper, lower, begin, row(*map(cell, widths, ["附表文字"] * 5, tags)), end)


def forms() -> str:
    return "".join(
        (
            line("附表标题", "附表　{{ 单位 }}{{ 年度 }}年主要指标和重点项目"),
            *(paragraph(""), figures_table(), paragraph(""), projects_table()),
            line("附表文字", "填表：{{ 字段.联系人 }}　　电话：{{ 字段.电话 }}"),
        )
    )


# --- 整份文件 ----------------------------------------------------------------------------------


def body() -> str:
    """题目、主送机关、正文一个标签；正文里的一切按区里的样式印出。"""
    references = (
        '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="even" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    )
    bookmark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    text = (
        paragraph("公文题目", run("{{ 题目 }}"), bookmark),
        *(paragraph(""), line("公文主送机关", "{{ 主送机关 }}"), line("公文正文", "{{ 正文 }}")),
    )
    last = section(references, '<w:pgNumType w:start="1"/>')
    return f"<w:body>{cover()}{contents()}{''.join(text)}{forms()}{last}</w:body>"


def footer(side: str) -> str:
    """页码，两边一字线，距外侧一字。"""
    field = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'
        for content in (
            *('<w:t xml:space="preserve">— </w:t>', '<w:fldChar w:fldCharType="begin"/>'),
            *('<w:instrText xml:space="preserve"> PAGE </w:instrText>', '<w:fldChar w:fldCharType="separate"/>'),
            *("<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>', '<w:t xml:space="preserve"> —</w:t>'),
        )
    )
    place = paragraph("footer", field, more=f'<w:ind w:{side}="320"/><w:jc w:val="{side}"/>')
    return f"<w:ftr {NAMESPACES}>{place}</w:ftr>"


def parts() -> dict[str, str]:
    header = f"<w:hdr {NAMESPACES}>{line('header', '望江区街道年度工作总结 · {{ 单位 }}')}</w:hdr>"
    settings = (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>'
        '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:rsids><w:rsidRoot w:val="00A10C3E"/><w:rsid w:val="00B2716A"/><w:rsid w:val="00C94F12"/></w:rsids>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
    own = {
        "styles": ("styles", styles()),
        "settings": ("settings", settings),
        "header1": ("header", header),
        "footer1": ("footer", footer("right")),
        "footer2": ("footer", footer("left")),
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, (kind, _) in {"document": ("document.main", ""), **own}.items()
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for number, (name, (kind, _)) in enumerate(own.items(), 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}>{body()}</w:document>",
        **{f"word/{name}.xml": text for name, (_, text) in own.items()},
    }


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "shared" / "wangjiang.docx"
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            package.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), HEAD + text, zipfile.ZIP_DEFLATED)
    print(f"已生成：{output.resolve()}")


if __name__ == "__main__":
    main()
