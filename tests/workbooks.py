"""Workbooks part by part, as programs write them and as nobody should: for tests of their reading."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

HEAD = '<row r="1">{}</row>'.format(
    "".join(
        f'<c r="{column}1" t="str"><v>{text}</v></c>'
        for column, text in zip("ABCD", ("指标", "本年", "单位", "上年"), strict=True)
    )
)
ROW = '<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>3</v></c><c r="C2" t="str"><v>家</v></c></row>'


def sheet(rows=HEAD + ROW, after="", namespace=MAIN):
    """The part of a sheet."""
    return f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def styles(*numbers, codes=(), before=""):
    """The part of styles: a style for each number of a format, and codes of formats from 164 on."""
    formats = "".join(f'<numFmt numFmtId="{164 + index}" formatCode="{code}"/>' for index, code in enumerate(codes))
    xfs = "".join(f'<xf numFmtId="{number}"/>' for number in numbers)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>{before}'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>'
    )


def strings(*items):
    """The part of shared strings, each the XML within its `si`."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def workbook_part(*sheets, properties="", namespace=MAIN):
    """The main part: names of sheets, the first of them related as rId1."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{more}/>' for n, (name, more) in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>'


def package(**parts):
    """The bytes of an .xlsx with one sheet; parts by the last piece of their name, a None leaves one out."""
    content = {
        "_rels/.rels": _relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ("rId8", "styles", "styles.xml"),
            ("rId9", "sharedStrings", "sharedStrings.xml"),
        ),
        "[Content_Types].xml": (
            f'<Types xmlns="{_TYPES}"><Override PartName="/xl/workbook.xml" ContentType="{_KIND}"/></Types>'
        ),
        "xl/workbook.xml": workbook_part(("表", "")),
        "xl/worksheets/sheet1.xml": sheet(),
        "xl/worksheets/sheet2.xml": sheet(),
        "xl/styles.xml": styles(0),
        "xl/sharedStrings.xml": strings(),
    }
    content = {name: parts.get(_key(name), text) for name, text in content.items()}
    assert parts.keys() <= set(map(_key, content)), parts.keys()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            if text is not None:
                archive.writestr(name, text)
    return stream.getvalue()


def _key(name):
    """How `package` calls a part: sheet1, styles, types; the relationships of the workbook, relationships."""
    if name.endswith("workbook.xml.rels"):
        return "relationships"
    return name.rpartition("/")[2].removesuffix(".xml").replace("[Content_Types]", "types")


def _relationships(*rows):
    listed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in rows
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{listed}</Relationships>'
